"""What stands behind the signature: the awards, counts and tables of the annexes, and what they tell again of the body.

An annex lists by name whom the body counts, so its statements are kept apart from `Report.awards`. Indices go on where
those of the body end: `[*report.awards, *report.appendix_awards][award.restates]`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeVar

from .anchors import Anchors
from .decisions import link_decisions
from .diagnostics import Diagnostic
from .extract.awards import PROSPECTIVE, extract_awards
from .formulas import lines_in, type_extent, type_line
from .ledger import settle_counts
from .lines import Line
from .passages import Passage, split_passages
from .records import Award, CountMention, Header, RecipientKind, Reference, Section, Table, Total
from .section_index import SectionIndex
from .sections import build_sections
from .source import SourceText
from .spans import Span, SpanSet
from .tables import Grid, find_tables, table_records
from .zones import Zones

_TITLE_LINES = 8  # an annex says on its first lines what it is


_Placed = TypeVar("_Placed", Reference, Award, Total, CountMention, Table)


class Body(NamedTuple):
    """What the annexes are compared with."""

    doc_type: str | None
    awards: tuple[Award, ...]
    references: tuple[Reference, ...]


class Annexes(NamedTuple):
    """The records of all annexes, in the order of the text; `references` are those of the whole document."""

    references: tuple[Reference, ...]
    sections: tuple[tuple[Section, ...], ...] = ()
    awards: tuple[Award, ...] = ()
    totals: tuple[Total, ...] = ()
    counts: tuple[CountMention, ...] = ()
    tables: tuple[Table, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def fields(self) -> dict[str, Any]:
        """What the report calls them."""
        return {f"appendix_{name}": getattr(self, name) for name in ("sections", "awards", "totals", "counts", "tables")}


def read_annexes(source: SourceText, lines: tuple[Line, ...], zones: Zones, anchors: Anchors, body: Body) -> Annexes:
    """The facts of the annexes; those that lay down rules or plans state no awards."""
    spans = zones.appendices
    if not spans:
        return Annexes(body.references)
    starts = [line.span.start for line in lines]
    within_each = [lines[bisect_left(starts, span.start) : bisect_left(starts, span.end)] for span in spans]
    built = [build_sections(source, own, zones._replace(body=span)) for own, span in zip(within_each, spans, strict=True)]
    index = SectionIndex(section for tree, _ in built for section in tree)
    within = Span(spans[0].start, spans[-1].end)
    lines = tuple(lines_in(lines, within))
    grids = find_tables(source, within)
    passages = split_passages(source, lines, within, grids)
    awards, totals, disagreeing = _awards(source, (passages, grids), index, anchors, _rules(lines, spans, body.doc_type))
    linked = link_decisions(source.text, tuple(awards), body.references)
    placed = tuple(_placed(award, spans) for award in _told_again(_moved(linked, len(body.awards)), body.awards))
    counts, unexplained = settle_counts(source, passages, index, anchors, placed, totals)
    return Annexes(
        references=tuple(_placed(reference, spans, index) for reference in body.references),
        sections=tuple(tree for tree, _ in built),
        awards=placed,
        totals=tuple(_placed(total, spans) for total in totals),
        counts=tuple(_placed(_count(count, len(body.awards)), spans) for count in counts),
        tables=tuple(_placed(table, spans) for table in table_records(source.text, grids, index)),
        diagnostics=(*(remark for _, remarks in built for remark in remarks), *disagreeing, *unexplained),
    )


def _awards(
    source: SourceText,
    read: tuple[tuple[Passage, ...], tuple[Grid, ...]],
    index: SectionIndex,
    anchors: Anchors,
    rules: list[Span],
) -> tuple[list[Award], tuple[Total, ...], list[Diagnostic]]:
    """The awards and totals outside the annexes that lay down rules or plans, and those registered in these."""
    awards: list[Award] = []
    totals: list[Total] = []
    remarks: list[Diagnostic] = []
    within = SpanSet(rules)
    for prospective in (False, True) if rules else (False,):
        passages = tuple(passage for passage in read[0] if within.overlaps(passage.span) is prospective)
        grids = tuple(grid for grid in read[1] if within.overlaps(grid.span) is prospective)
        found, sums, disagreeing = extract_awards(
            source, passages, index, anchors, grids, Header(doc_type="Quy chế") if prospective else Header()
        )
        awards += _moved(found, len(awards))
        totals += sums
        remarks += disagreeing
    return awards, tuple(totals), remarks


def annex_at(annexes: tuple[Span, ...], offset: int) -> int | None:
    """The index of the annex that holds an offset; `None` for the document itself."""
    at = bisect_right(annexes, offset, key=lambda span: span.start) - 1
    return at if at >= 0 and offset < annexes[at].end else None


def _rules(lines: tuple[Line, ...], annexes: tuple[Span, ...], doc_type: str | None) -> list[Span]:
    """The annexes that state no results: by the type on their first lines (`QUY CHẾ`), or as the document itself."""
    if doc_type in PROSPECTIVE:
        return list(annexes)
    seen: Counter[int | None] = Counter()
    named: dict[int | None, str] = {}
    for at, line in enumerate(lines):
        annex = annex_at(annexes, line.span.start)
        seen[annex] += 1
        name = type_line(line.text) if seen[annex] <= _TITLE_LINES and type_extent(lines, at) else None
        if name:
            named.setdefault(annex, name[0])
    return [span for at, span in enumerate(annexes) if named.get(at) in PROSPECTIVE]


def _placed(fact: _Placed, annexes: tuple[Span, ...], index: SectionIndex | None = None) -> _Placed:
    """The fact with the annex it stands in, and its section there."""
    at = annex_at(annexes, fact.span.start)
    if at is None:
        return fact
    return fact.model_copy(update={"appendix": at} | ({"section": index.path(fact.span.start)} if index else {}))


def _moved(awards: Iterable[Award], by: int) -> list[Award]:
    """The awards with their indices counted on from `by`."""
    links = [{"restates": award.restates, "part_of": award.part_of} for award in awards]
    return [
        award.model_copy(update={name: at + by for name, at in link.items() if at is not None})
        for award, link in zip(awards, links, strict=True)
    ]


def _count(count: CountMention, by: int) -> CountMention:
    return count if count.award is None else count.model_copy(update={"award": count.award + by})


# ---------------------------------------------------------------- what the body counts as well
_Key = tuple[str, str | None]
_Counts = Counter[RecipientKind]


def _told_again(awards: list[Award], body: tuple[Award, ...]) -> list[Award]:
    """The awards with `restates`, where a figure of the body comes back, or `part_of`, where a whole list makes it up."""
    known: dict[_Key, list[int]] = defaultdict(list)
    for at, award in enumerate(body):
        if award.restates is None:
            known[award.title, award.rank].append(at)
    listed: dict[_Key, list[int]] = defaultdict(list)
    told = list(awards)
    for at, award in enumerate(awards):
        if (
            award.restates is None
            and award.part_of is None
            and (twin := _twin(award, body, known[award.title, award.rank])) is not None
        ):
            told[at] = award.model_copy(update={"restates": twin})
        elif award.restates is None and award.part_of is None:
            listed[award.title, award.rank].append(at)
    for key, places in listed.items():
        together = sum((_counts(awards[at]) for at in places), _Counts())
        whole = next((other for other in known[key] if len(places) > 1 and _counts(body[other]) == together), None)
        for at in places if whole is not None else ():
            told[at] = awards[at].model_copy(update={"part_of": whole})
    return told


def _twin(award: Award, body: tuple[Award, ...], places: Iterable[int]) -> int | None:
    """The award of the body with the same counts, if possible of the same status."""
    counts = _counts(award)
    alike = [at for at in places if counts and _counts(body[at]) == counts]
    return next((at for at in alike if body[at].status == award.status), alike[0] if alike else None)


def _counts(award: Award) -> _Counts:
    counts = _Counts()
    for group in award.recipients:
        counts[group.kind] += group.count or 0
    return +counts
