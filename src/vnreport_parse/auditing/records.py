"""The frozen records of an audit: counts with their evidence, findings with theirs, units, periods, citations.

`report` in every record is the path under which the report was given, or `report:<n>` for a report without one.
"""

from __future__ import annotations

from typing import Any, Literal

from ..dates import Period
from ..diagnostics import Severity
from ..frames import Library
from ..records import AwardStatus, RecipientKind, Record
from ..spans import Span
from .frames import audit_frames

AUDIT_VERSION = "1"

# Why a figure is not summed: see docs/audit.md.
ApartReason = Literal[
    "restates", "part_of", "cumulative", "approximate", "total", "target", "draft", "duplicate", "other_document"
]  # fmt: skip
LeftOut = Literal["draft", "duplicate", "other_document"]  # why no figure of a report is summed
Carrier = Literal["recipients", "quantity"]


class Evidence(Record):
    """Where a figure or a finding stands: the report, the span in its text, and the words around it.

    `excerpt` is the sentence or the table row, one line, at most 400 characters; `mark` is the stretch of `excerpt`
    that is the span. `page` counts from 1, where the format has pages. `section` is the path of the section.
    """

    report: str
    span: Span
    excerpt: str
    mark: Span
    page: int | None = None
    section: str | None = None


class CountRow(Record):
    """One consolidated figure. Rows are unique in everything but `count` and `evidence`; those of one status can be added.

    `unit` is the reporting unit (its chosen name in `Audit.units`), `period` EDTF; both null where no report says.
    `carrier` tells recipients from certificates (`quantity`), which are never added to each other; `kind` is null for a
    quantity. `covered`: another report of the unit is about a longer time that holds this one (the year of a half-year),
    and tells the figure again; such a row is left out where periods are added.
    """

    title: str
    qualifier: str | None = None
    rank: str | None = None
    authority: str | None = None
    kind: RecipientKind | None = None
    status: AwardStatus
    carrier: Carrier = "recipients"
    unit: str | None = None
    period: Period | None = None
    covered: bool = False
    count: int
    evidence: tuple[Evidence, ...]


class ApartRow(Record):
    """A figure that is told but not summed, and why. A stated total and a target have no title; a target has no status.

    `scope` is what a total says that it sums. Unlike `CountRow` it is one figure of one report, never added up.
    """

    reason: ApartReason
    title: str | None = None
    qualifier: str | None = None
    rank: str | None = None
    authority: str | None = None
    kind: RecipientKind | None = None
    status: AwardStatus | None = None
    carrier: Carrier = "recipients"
    scope: str | None = None
    unit: str | None = None
    period: Period | None = None
    count: int
    evidence: tuple[Evidence, ...]


class Finding(Record):
    """Something that does not add up. `code` is a rule's; `reports` are the paths concerned, in order."""

    code: str
    severity: Severity
    message: str
    reports: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    unit: str | None = None
    period: Period | None = None


class UnitName(Record):
    """A name under which a unit reports, and the unit it was taken for. `how`: `corrected` is by the user's file."""

    printed: str
    unit: str
    how: Literal["same", "spelling", "corrected"]
    reports: tuple[str, ...]


class AuditedReport(Record):
    """A report as the audit saw it. `counted` is false for a draft, a duplicate, or a document that is no report.

    `why` says so, in the language of the audit; `instead` is the path of the report that counts in its place. `unit` and
    `period` are those the audit used; `page` leads to the report's HTML page, where one was written.
    """

    path: str
    sha256: str | None = None
    doc_type: str | None = None
    number: str | None = None
    date: str | None = None
    unit: str | None = None
    period: Period | None = None
    counted: bool = True
    why: str | None = None
    instead: str | None = None
    counts: int = 0
    unexplained: int = 0
    page: str | None = None


class MissingUnit(Record):
    """A unit of the user's list that sent no report about a period that others reported."""

    unit: str
    period: Period | None = None


class Unread(Record):
    """A file that could not be read, and why (in the language of the audit)."""

    path: str
    reason: str


class Citation(Record):
    """One report cites one document. `cited` is the path of a report of the audit where the document is one of them, else null."""

    report: str
    key: str
    cited: str | None = None
    doc_type: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    mentions: int = 1
    evidence: tuple[Evidence, ...] = ()


class FormCell(Record):
    """A cell of a statutory form. `value` null: the reports do not cover it."""

    row: str
    column: str
    value: int | None = None
    evidence: tuple[Evidence, ...] = ()


class StatutoryForm(Record):
    """A form of Thông tư 02/2023/TT-BNV filled in for a period; `rows` and `columns` in printed order: (code, Vietnamese head)."""

    code: str
    title: str
    period: Period | None = None
    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    cells: tuple[FormCell, ...]


class Audit(Record):
    """All that an audit found. `totals()` and the frames are derived from it; its JSON is `model_dump(mode="json")`."""

    audit_version: str = AUDIT_VERSION
    reports: tuple[AuditedReport, ...] = ()
    unread: tuple[Unread, ...] = ()
    counts: tuple[CountRow, ...] = ()
    apart: tuple[ApartRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    units: tuple[UnitName, ...] = ()
    missing_units: tuple[MissingUnit, ...] = ()
    forms: tuple[StatutoryForm, ...] = ()
    citations: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()

    def totals(self) -> dict[AwardStatus, int]:
        """Recipients by status, over all titles, units and periods; figures of a part of a period already told are left out."""
        sums: dict[AwardStatus, int] = {}
        for row in self.counts:
            if row.carrier == "recipients" and not row.covered:
                sums[row.status] = sums.get(row.status, 0) + row.count
        return sums

    def to_frames(self, library: Library = "auto") -> dict[str, Any]:
        """Data frames by name: counts, apart, findings, evidence, reports, units, missing_units, forms, citations, unread.

        `auto` takes pandas where it is installed, else polars. Raises `FrameLibraryMissing` when neither is.
        """
        return audit_frames(self, library)

    def __repr__(self) -> str:
        """How much was read and found."""
        return f"<Audit of {len(self.reports)} reports: {len(self.counts)} counts, {len(self.findings)} findings>"

    def __str__(self) -> str:
        """The same: all of it is more than a terminal takes."""
        return repr(self)
