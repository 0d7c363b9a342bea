"""A report as rows of the tables of `schema`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ..frames import summable
from ..records import Section
from ..report import Report
from ..spans import Span
from .schema import FACTS, FIELDS_OF_TABLES, makers_of
from .segment import Segments

Row = dict[str, Any]


def rows_of(report: Report, sha256: str, segments: Segments | None = None) -> dict[str, list[Row]]:
    """The rows of each table but `files`."""
    rows: dict[str, list[Row]] = {"reports": [_keyed(sha256) | _own(report, report.text) | _segmented(segments, report.text)]}
    for table in FACTS:
        rows[table] = [
            _keyed(sha256) | {"record": at} | _own(record, report.text) | {"text": _under(record, report.text)} | more
            for at, (record, more) in enumerate(_records(report, table))
        ]
    return rows


def year_of(report: Report) -> int | None:
    """The year of the partition: that of the date, where there is none that of the number (`12/2023/NĐ-CP`)."""
    header = report.header
    dated = header.date.year if header.date else None
    return dated or (header.number.year if header.number else None)


def _keyed(sha256: str) -> Row:
    return {"sha256": sha256}


def _own(record: BaseModel, text: str) -> Row:
    return {maker.column.name: maker.of(record, text) for maker in makers_of(type(record))}


def _under(record: BaseModel, text: str) -> str | None:
    """The words under a record's span; of a section those behind its title, before what is numbered below it."""
    span: Span | None = getattr(record, "body" if isinstance(record, Section) else "span")
    return span.of(text) if span else None


def _segmented(segments: Segments | None, text: str) -> Row:
    if segments is None:
        return {"words": None, "sentences": None}
    return {
        name: [{"text": span.of(text), "start": span.start, "end": span.end} for span in spans]
        for name, spans in segments._asdict().items()
    }


def _records(report: Report, table: str) -> Iterator[tuple[BaseModel, Row]]:
    """The records of a table in their order, annexes behind, with the columns that a record does not have itself."""
    if table == "sections":
        yield from _sections(report)
    elif table == "recipients":
        for at, award in enumerate((*report.awards, *report.appendix_awards)):
            shared = {"award": at, "title": award.title, "authority": award.authority, "status": award.status}
            shared |= {"summable": summable(award), "section": award.section, "appendix": award.appendix}
            yield from ((group, shared) for group in award.recipients)
    elif table == "awards":
        yield from ((award, {"summable": summable(award)}) for award in (*report.awards, *report.appendix_awards))
    else:
        if table == "signatures" and report.signature:
            yield report.signature, {}
        for field in FIELDS_OF_TABLES[table]:
            yield from ((record, {}) for record in getattr(report, field))


def _sections(report: Report) -> Iterator[tuple[Section, Row]]:
    trees: list[tuple[int | None, tuple[Section, ...]]] = [(None, report.sections), *enumerate(report.appendix_sections)]
    for appendix, roots in trees:
        for root in roots:
            parents = {id(child): section.path for section in root.walk() for child in section.children}
            yield from ((section, {"parent": parents.get(id(section)), "appendix": appendix}) for section in root.walk())
