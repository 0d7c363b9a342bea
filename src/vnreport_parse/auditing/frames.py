"""The audit as data frames: flat columns, one row for each record, the same types full or empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from ..frames import Library, Row, frame_maker

_KEY = "title qualifier rank authority kind status carrier unit period"
SCHEMAS: dict[str, dict[str, str]] = {
    name: {column.partition(":")[0]: column.partition(":")[2] or "text" for column in columns.split()}
    for name, columns in {
        "counts": f"{_KEY} covered:bool count:int figures:int",
        "apart": f"reason {_KEY} scope count:int report section page:int start:int end:int excerpt",
        "findings": "finding:int code severity message unit period reports",
        "evidence": "frame row:int report section page:int start:int end:int excerpt",
        "reports": "path sha256 doc_type number date unit period counted:bool why instead counts:int unexplained:int",
        "units": "printed unit how report",
        "missing_units": "unit period",
        "forms": "form period row row_head column column_head value:int",
        "citations": "report key cited doc_type number date issuer mentions:int",
        "unread": "path reason",
    }.items()
}


class Audited(Protocol):
    """What the frames are made of: an `Audit`, which stands above this module, as far as it is seen from here."""

    reports: tuple[Any, ...]
    unread: tuple[Any, ...]
    counts: tuple[Any, ...]
    apart: tuple[Any, ...]
    findings: tuple[Any, ...]
    units: tuple[Any, ...]
    missing_units: tuple[Any, ...]
    forms: tuple[Any, ...]
    citations: tuple[Any, ...]


def audit_frames(audit: Audited, library: Library = "auto") -> dict[str, Any]:
    """The frames of `SCHEMAS`, by name."""
    make = frame_maker(library)
    return {name: make(schema, list(_ROWS[name](audit))) for name, schema in SCHEMAS.items()}


def _place(evidence: Any) -> Row:  # noqa: ANN401 an `Evidence`
    return evidence.report, evidence.section, evidence.page, *evidence.span, evidence.excerpt


def _counts(audit: Audited) -> Iterator[Row]:
    for row in audit.counts:
        key = (row.title, row.qualifier, row.rank, row.authority, row.kind, row.status, row.carrier, row.unit, row.period)
        yield *key, row.covered, row.count, len(row.evidence)


def _apart(audit: Audited) -> Iterator[Row]:
    for row in audit.apart:
        key = (row.title, row.qualifier, row.rank, row.authority, row.kind, row.status, row.carrier, row.unit, row.period)
        yield row.reason, *key, row.scope, row.count, *_place(row.evidence[0])


def _findings(audit: Audited) -> Iterator[Row]:
    for at, row in enumerate(audit.findings):
        yield at, row.code, row.severity, row.message, row.unit, row.period, "; ".join(row.reports)


def _evidence(audit: Audited) -> Iterator[Row]:
    shown = {
        "counts": [row.evidence for row in audit.counts],
        "findings": [row.evidence for row in audit.findings],
        "citations": [row.evidence for row in audit.citations],
    }
    for frame, rows in shown.items():
        for at, places in enumerate(rows):
            yield from ((frame, at, *_place(place)) for place in places)


def _reports(audit: Audited) -> Iterator[Row]:
    for r in audit.reports:
        yield (
            *(r.path, r.sha256, r.doc_type, r.number, r.date, r.unit, r.period, r.counted, r.why, r.instead),
            *(r.counts, r.unexplained),
        )


def _units(audit: Audited) -> Iterator[Row]:
    for name in audit.units:
        yield from ((name.printed, name.unit, name.how, report) for report in name.reports)


def _missing_units(audit: Audited) -> Iterator[Row]:
    yield from ((row.unit, row.period) for row in audit.missing_units)


def _forms(audit: Audited) -> Iterator[Row]:
    for form in audit.forms:
        rows, columns = dict(form.rows), dict(form.columns)
        for cell in form.cells:
            yield form.code, form.period, cell.row, rows[cell.row], cell.column, columns[cell.column], cell.value


def _citations(audit: Audited) -> Iterator[Row]:
    for c in audit.citations:
        yield c.report, c.key, c.cited, c.doc_type, c.number, c.date, c.issuer, c.mentions


def _unread(audit: Audited) -> Iterator[Row]:
    yield from ((row.path, row.reason) for row in audit.unread)


_ROWS: dict[str, Callable[[Audited], Iterator[Row]]] = {
    "counts": _counts, "apart": _apart, "findings": _findings, "evidence": _evidence, "reports": _reports, "units": _units,
    "missing_units": _missing_units, "forms": _forms, "citations": _citations, "unread": _unread,
}  # fmt: skip
