"""An audit in the order in which it is shown: rows sorted, evidence numbered, so that a figure can lead to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..dates import Period
from .precedence import rank_place, title_place
from .records import ApartRow, Audit, AuditedReport, CountRow, Evidence, Finding, StatutoryForm
from .wording import kind_key

STATUS_ORDER = ("conferred", "proposed_and_conferred", "proposed", "registered", "declined")
KIND_ORDER = ("collective", "individual", "household", "mixed", "other", "pieces")
SEVERITY_ORDER = ("error", "warning", "info")


class Extent(NamedTuple):
    """The evidence rows of one figure: the first, and how many."""

    first: int
    number: int


class Owner(NamedTuple):
    """Whose evidence a row is: the list (`counts`, `apart`, `findings`, `forms`) and the place in it."""

    part: str
    at: int


class Arranged:
    """The sorted lists of an audit and all its evidence, in the order of the figures that it shows."""

    def __init__(self, audit: Audit) -> None:
        self.audit = audit
        self.reports: dict[str, AuditedReport] = {report.path: report for report in audit.reports}
        self.counts = sorted(audit.counts, key=count_order)
        self.apart = sorted(audit.apart, key=lambda row: (row.reason, count_order(row)))
        self.findings = sorted(audit.findings, key=_finding_order)
        self.evidence: list[tuple[Owner, Evidence]] = []
        self.of_counts = self._number("counts", (row.evidence for row in self.counts))
        self.of_findings = self._number("findings", (finding.evidence for finding in self.findings))
        self.of_apart = self._number("apart", (row.evidence for row in self.apart))
        self.forms = _worth_showing(audit.forms)
        self.cells = [cell for form in self.forms for cell in form.cells]
        self.of_cells = self._number("forms", (cell.evidence for cell in self.cells))

    def _number(self, part: str, lists: Iterable[Sequence[Evidence]]) -> list[Extent]:
        extents = []
        for at, shown in enumerate(lists):
            extents.append(Extent(len(self.evidence), len(shown)))
            self.evidence += [(Owner(part, at), one) for one in shown]
        return extents

    def matrix(self) -> Matrix:
        """The counts as a table: a line for each status, period and unit, a column for each title and kind of recipient."""
        return Matrix(self)


class Column(NamedTuple):
    """A column of the matrix. `kind` is `pieces` for a quantity."""

    title: str
    rank: str | None
    kind: str


class Line(NamedTuple):
    """A line of the matrix."""

    status: str
    period: Period | None
    unit: str | None


class Matrix:
    """Sums by line and column, and the evidence rows of each sum (they follow each other, as the counts are sorted this way)."""

    def __init__(self, arranged: Arranged) -> None:
        self.sums: dict[tuple[Line, Column], int] = defaultdict(int)
        self.extents: dict[tuple[Line, Column], Extent] = {}
        self._totals: dict[str, dict[Column, int]] = {}
        for row, extent in zip(arranged.counts, arranged.of_counts, strict=True):
            place = Line(row.status, row.period, row.unit), Column(row.title, row.rank, kind_key(row))
            self.sums[place] += row.count
            before = self.extents.get(place)
            self.extents[place] = Extent(before.first, extent.first + extent.number - before.first) if before else extent
            if not row.covered:
                sums = self._totals.setdefault(row.status, defaultdict(int))
                sums[place[1]] += row.count
        self.lines = list(dict.fromkeys(line for line, _ in self.sums))
        columns = {column for _, column in self.sums}
        self.columns = sorted(
            columns, key=lambda column: (title_place(column.title), rank_place(column.rank), _place(KIND_ORDER, column.kind))
        )

    def totals(self) -> Iterator[tuple[str, dict[Column, int]]]:
        """For each status, the sum of each column; figures that the report of a longer period tells again are left out."""
        yield from self._totals.items()


def _worth_showing(forms: Sequence[StatutoryForm]) -> list[StatutoryForm]:
    """The forms by code and period, without those that no report fills in; of a code with none filled in, one."""
    ordered = sorted(forms, key=lambda form: (form.code, form.period or "~"))
    filled = [form for form in ordered if any(cell.value is not None for cell in form.cells)]
    first = {form.code: form for form in reversed(ordered)}
    bare = [form for code, form in first.items() if all(other.code != code for other in filled)]
    return sorted(filled + bare, key=lambda form: form.code)


def count_order(row: CountRow | ApartRow) -> tuple[object, ...]:
    """Status, period, unit, title and rank as the law has them, kind, then the rest: the order of the matrix."""
    titled = title_place(row.title or ""), rank_place(row.rank)
    named = *titled, _place(KIND_ORDER, kind_key(row)), row.qualifier or "", row.authority or ""
    return _place((*STATUS_ORDER, None), row.status), row.period or "~", row.unit or "~", *named


def _finding_order(finding: Finding) -> tuple[object, ...]:
    return _place(SEVERITY_ORDER, finding.severity), finding.code, finding.unit or "~", finding.period or "~", finding.reports


def _place(order: Sequence[str | None], value: str | None) -> int:
    return order.index(value)
