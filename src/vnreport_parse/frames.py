"""Records as data frames: flat columns, the same types whether a frame is full or empty.

Every frame has a `report` column, so that the frames of many reports can be stacked. `start` and `end`
are the span of a row in `Report.text`, `text` the words under it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal, Protocol, get_args

from .diagnostics import Diagnostic
from .errors import FrameLibraryMissing, UsageError
from .records import Award, Campaign, CountMention, Distribution, Evidence, Header, Reference, Section, Signature, Source, Total
from .spans import Span

Library = Literal["auto", "pandas", "polars"]
Value = str | int | bool | None
Row = tuple[Value, ...]


class Records(Protocol):
    """What the frames are made of: a `Report`, as far as this module sees it."""

    source: Source
    text: str
    header: Header
    references: tuple[Reference, ...]
    awards: tuple[Award, ...]
    appendix_awards: tuple[Award, ...]
    totals: tuple[Total, ...]
    counts: tuple[CountMention, ...]
    campaigns: tuple[Campaign, ...]
    distribution: tuple[Distribution, ...]
    signature: Signature | None
    co_signatures: tuple[Signature, ...]
    diagnostics: tuple[Diagnostic, ...]

    def walk(self) -> Iterator[Section]:
        """All sections, in the order of the text."""
        ...


_PLACE = "section start:int end:int text rule"


def _schema(columns: str) -> dict[str, str]:
    """Column names to types; a column without a type is text."""
    pairs = (column.partition(":") for column in f"report {columns}".split())
    return {name: kind or "text" for name, _, kind in pairs}


SCHEMAS: dict[str, dict[str, str]] = {
    "reports": _schema(
        "path format encoding pages:int ocr:bool doc_type number serial symbol date period place issuer parent_organ subject "
        "authority on_behalf_of position signed_by start:int end:int co_issuers"
    ),
    "sections": _schema(
        "path parent level:int style label ordinal:int kind title body_start:int body_end:int start:int end:int rule"
    ),
    "references": _schema(f"reference:int key doc_type number symbol date issuer subject title relation {_PLACE} appendix:int"),
    "awards": _schema(
        "award:int title qualifier rank authority status quantity:int period campaign field decision "
        f"restates:int part_of:int cumulative:bool summable:bool {_PLACE}"
    ),
    "recipients": _schema(
        "award:int group:int kind noun count:int explicit:bool approximate:bool names "
        f"title rank authority status summable:bool {_PLACE}"
    ),
    "appendix_awards": _schema(
        "award:int title qualifier rank authority status quantity:int period campaign field decision "
        f"restates:int part_of:int cumulative:bool summable:bool {_PLACE} appendix:int"
    ),
    "appendix_recipients": _schema(
        "award:int group:int kind noun count:int explicit:bool approximate:bool names "
        f"title rank authority status summable:bool {_PLACE} appendix:int"
    ),
    "totals": _schema(f"total:int scope kind noun count:int {_PLACE}"),
    "counts": _schema(f"value:int noun kind role award:int {_PLACE}"),
    "campaigns": _schema(f"name quoted:bool {_PLACE}"),
    "distribution": _schema("entry archive:bool units copies:int start:int end:int rule"),
    "signatures": _schema("signature:int principal:bool authority on_behalf_of acting_for position name start:int end:int rule"),
    "diagnostics": _schema("code severity message start:int end:int text"),
    "evidence": _schema("frame row:int field start:int end:int text"),
}


def build_frames(report: Records, library: Library = "auto") -> dict[str, Any]:
    """The frames of `SCHEMAS`, by name.

    Raises `UsageError` for an unknown library and `FrameLibraryMissing` for one that is not installed.
    """
    make = frame_maker(library)
    mine = report_id(report)
    rows = _Rows(report)
    return {name: make(schema, [(mine, *row) for row in getattr(rows, name)()]) for name, schema in SCHEMAS.items()}


def report_id(report: Records) -> str:
    """What the `report` column holds: the first 16 digits of the file's SHA-256, or of the text's where there is no file."""
    return (report.source.sha256 or hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest())[:16]


def summable(award: Award) -> bool:
    """Whether the award's counts may be added to others: not told before, no part of another, no running total."""
    return award.restates is None and award.part_of is None and not award.cumulative


class _Rows:
    """The rows of each frame, without the `report` column."""

    def __init__(self, report: Records) -> None:
        self._report = report

    def _place(self, section: str | None, span: Span, rule: str) -> Row:
        return section, *span, span.of(self._report.text), rule

    def reports(self) -> Iterator[Row]:
        source, header, number = self._report.source, self._report.header, self._report.header.number
        signed = self._report.signature
        yield (
            *(source.path, source.format, source.encoding, source.pages, source.ocr, header.doc_type),
            *((number.text, number.serial, number.symbol) if number else (None,) * 3),
            *(header.date, header.period, header.place, header.issuer, header.parent_organ, header.subject),
            *((signed.authority, signed.on_behalf_of, signed.position, signed.name) if signed else (None,) * 4),
            *(header.span or (None, None)),
            "; ".join(header.co_issuers) or None,
        )

    def sections(self) -> Iterator[Row]:
        parents = {id(child): s.path for s in self._report.walk() for child in s.children}
        for s in self._report.walk():
            yield s.path, parents.get(id(s)), s.level, s.style, s.label, s.ordinal, s.kind, s.title, *s.body, *s.span, s.rule

    def references(self) -> Iterator[Row]:
        for i, r in enumerate(self._report.references):
            number = (r.number.text, r.number.symbol) if r.number else (None, None)
            place = self._place(r.section, r.span, r.rule)
            yield i, r.key, r.doc_type, *number, r.date, r.issuer, r.subject, r.title, r.relation, *place, r.appendix

    def awards(self) -> Iterator[Row]:
        return self._awards(self._report.awards)

    def recipients(self) -> Iterator[Row]:
        return self._recipients(self._report.awards)

    def appendix_awards(self) -> Iterator[Row]:
        awards = self._report.appendix_awards
        return ((*row, award.appendix) for row, award in zip(self._awards(awards, self._behind()), awards, strict=True))

    def appendix_recipients(self) -> Iterator[Row]:
        places = {i: award.appendix for i, award in enumerate(self._report.appendix_awards, self._behind())}
        return ((*row, places[int(row[0] or 0)]) for row in self._recipients(self._report.appendix_awards, self._behind()))

    def _behind(self) -> int:
        """The index of the first award of the annexes."""
        return len(self._report.awards)

    def _awards(self, awards: Iterable[Award], first: int = 0) -> Iterator[Row]:
        for i, a in enumerate(awards, first):
            named = (a.title, a.qualifier, a.rank, a.authority, a.status)
            about = (a.quantity, a.period, a.campaign, a.field, a.decision)
            sums = (a.restates, a.part_of, a.cumulative, summable(a))
            yield i, *named, *about, *sums, *self._place(a.section, a.span, a.rule)

    def _recipients(self, awards: Iterable[Award], first: int = 0) -> Iterator[Row]:
        for i, a in enumerate(awards, first):
            for j, g in enumerate(a.recipients):
                group = (g.kind, g.noun, g.count, g.explicit, g.approximate, "; ".join(g.names) or None)
                yield i, j, *group, a.title, a.rank, a.authority, a.status, summable(a), *self._place(a.section, g.span, g.rule)

    def totals(self) -> Iterator[Row]:
        for i, t in enumerate(self._report.totals):
            for g in t.recipients:
                yield i, t.scope, g.kind, g.noun, g.count, *self._place(t.section, g.span, g.rule)

    def counts(self) -> Iterator[Row]:
        for c in self._report.counts:
            yield c.value, c.noun, c.kind, c.role, c.award, *self._place(c.section, c.span, c.rule)

    def campaigns(self) -> Iterator[Row]:
        for c in self._report.campaigns:
            yield c.name, c.quoted, *self._place(c.section, c.span, c.rule)

    def distribution(self) -> Iterator[Row]:
        for d in self._report.distribution:
            yield d.text, d.archive, "; ".join(d.units) or None, d.copies, *d.span, d.rule

    def signatures(self) -> Iterator[Row]:
        for i, s in enumerate(self._signed()):
            yield i, not i, s.authority, s.on_behalf_of, s.acting_for, s.position, s.name, *s.span, s.rule

    def _signed(self) -> list[Signature]:
        """Whose signature the document bears, the principal one first."""
        principal = self._report.signature
        return [principal, *self._report.co_signatures] if principal else []

    def diagnostics(self) -> Iterator[Row]:
        for d in self._report.diagnostics:
            yield d.code, d.severity, d.message, *(d.span or (None, None)), d.span.of(self._report.text) if d.span else None

    def evidence(self) -> Iterator[Row]:
        for frame, row, shown in self._shown():
            for field, span in shown.items():
                yield frame, row, field, *span, span.of(self._report.text)

    def _shown(self) -> Iterator[tuple[str, int, Evidence]]:
        """The evidence of each row of a frame; that of the principal signature stands with its report as well."""
        signed = self._report.signature
        yield "reports", 0, self._report.header.evidence | (signed.evidence if signed else {})
        for frame, facts in (
            ("sections", list(self._report.walk())),
            ("references", self._report.references),
            ("awards", self._report.awards),
            ("recipients", [g for a in self._report.awards for g in a.recipients]),
            ("appendix_awards", self._report.appendix_awards),
            ("appendix_recipients", [g for a in self._report.appendix_awards for g in a.recipients]),
            ("totals", [g for t in self._report.totals for g in t.recipients]),
            ("counts", self._report.counts),
            ("campaigns", self._report.campaigns),
            ("distribution", self._report.distribution),
            ("signatures", self._signed()),
        ):
            for row, fact in enumerate(facts):
                yield frame, row, fact.evidence


# ---------------------------------------------------------------- the two libraries
class FrameMaker(Protocol):
    """Makes a frame of one library from a schema (column to type) and rows."""

    def __call__(self, schema: dict[str, str], rows: list[Row]) -> Any:
        """The frame."""
        ...


def frame_maker(library: Library) -> FrameMaker:
    """The maker of frames of a library. Raises `UsageError` for an unknown one, `FrameLibraryMissing`."""
    if library not in get_args(Library):
        raise UsageError(f"no frame library {library!r}; there are {', '.join(get_args(Library))}")
    wanted = ("pandas", "polars") if library == "auto" else (library,)
    for name in wanted:
        if find_spec(name):
            return _pandas if name == "pandas" else _polars
    raise FrameLibraryMissing(f"{' and '.join(wanted)} not installed. Try: pip install {wanted[0]}")


def _columns(schema: dict[str, str], rows: list[Row]) -> Iterable[tuple[str, str, list[Value]]]:
    for at, (name, kind) in enumerate(schema.items()):
        yield name, kind, [str(v) if isinstance(v, str) else v for v in (row[at] for row in rows)]


def _pandas(schema: dict[str, str], rows: list[Row]) -> Any:
    pandas = import_module("pandas")
    types = {"text": "string", "int": "Int64", "bool": "boolean"}
    return pandas.DataFrame({name: pandas.array(values, dtype=types[kind]) for name, kind, values in _columns(schema, rows)})


def _polars(schema: dict[str, str], rows: list[Row]) -> Any:
    polars = import_module("polars")
    types = {"text": polars.String, "int": polars.Int64, "bool": polars.Boolean}
    return polars.DataFrame([polars.Series(name, values, dtype=types[kind]) for name, kind, values in _columns(schema, rows)])
