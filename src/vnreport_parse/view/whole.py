"""The facts of a whole document, its appendices among them, as the page shows them: body first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..records import Award, CountMention, Section, Table, Total
from ..report import Report


class Whole(NamedTuple):
    """What stands in the body and in the appendices."""

    awards: tuple[Award, ...]
    totals: tuple[Total, ...]
    counts: tuple[CountMention, ...]
    tables: tuple[Table, ...]
    sections: tuple[Section, ...]


def whole_of(report: Report) -> Whole:
    """The facts of body and appendices together; sections in the order of the text, each before those in it."""
    return Whole(
        (*report.awards, *report.appendix_awards),
        (*report.totals, *report.appendix_totals),
        (*report.counts, *report.appendix_counts),
        (*report.tables, *report.appendix_tables),
        tuple(_sections(report)),
    )


def _sections(report: Report) -> Iterator[Section]:
    yield from report.walk()
    for sections in report.appendix_sections:
        for section in sections:
            yield from section.walk()
