"""The figures of one report against its labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..matching import pair
from ..records import Award, Reference
from ..report import Report
from ..spans import Span
from .contexts import Places
from .entries import (
    AwardItem,
    AwardLabels,
    award_items,
    found_awards,
    found_references,
    item_span,
    labelled_items,
    labelled_units,
    report_units,
    settle,
    settle_bags,
    wanted_awards,
    wanted_references,
)
from .keys import Labels, is_weak, number_key, same, shown, text_key, value_of
from .outcomes import Outcome, Verdict

FIGURES = (
    "header", "sections", "section trees exact", "references", "reference doc_type", "reference issuer",
    "award counts", "award records", "award flags", "signature", "distribution",
)  # fmt: skip


def compare(report: Report, labels: Labels, places: Places) -> Iterator[Outcome]:
    """Every comparison of one report with its labels."""
    yield from _fields("header", labels.get("header", {}), report.header, places)
    if "sections" in labels:
        yield from _compare_sections(report, labels["sections"], places)
    if "references" in labels:
        yield from _compare_references(report.references, labels["references"], places)
    if "awards" in labels:
        yield from _compare_awards(report.awards, labels["awards"], places)
    if signed := labels.get("signature"):
        yield from _fields("signature", signed[0] if isinstance(signed, list) else signed, report.signature, places)
    if "distribution" in labels:
        listed = Counter(map(text_key, labels["distribution"]))
        entries = ((text_key(entry.text), entry.span) for entry in report.distribution)
        yield from settle_bags("distribution", listed, Counter(), entries, places)


# ---------------------------------------------------------------- fields of one record
def stated(labels: Labels) -> list[str]:
    """The fields that the labels state and that are compared; addressees are labelled for people."""
    return [field for field in labels if field not in ("addressees", "annexes") and not field.endswith("_alt")]


def stands(record: object, field: str, wanted: object, places: Places) -> Span | None:
    """What the field was read from; where nothing was read, the wanted words."""
    evidence = value_of(record, "evidence")
    if isinstance(evidence, dict) and field in evidence and value_of(record, field) is not None:
        span: Span = evidence[field]
        return span
    return places.find([wanted] if wanted is not None else [])


def _fields(figure: str, labels: Labels, record: object, places: Places) -> Iterator[Outcome]:
    for field in stated(labels):
        yield _field(figure, labels, record, field, places)


def _field(figure: str, labels: Labels, record: object, field: str, places: Places) -> Outcome:
    verdict: Verdict = "right" if same(labels, record, field) else "wrong"
    span = stands(record, field, labels[field], places) if verdict == "wrong" else None
    return Outcome("", figure, verdict, f"{field} {labels[field]!r}", shown(value_of(record, field)), span=span)


# ---------------------------------------------------------------- sections
def _compare_sections(report: Report, labels: list[Labels], places: Places) -> Iterator[Outcome]:
    """A section is its path of labels and its title; where the labels give no title, any is right."""
    units = [(path, title, bool(unit.get("optional"))) for path, title, unit in labelled_units(labels)]
    untitled = {path for path, title, _ in units if title is None}
    wanted = Counter((path, title) for path, title, optional in units if not optional)
    optional = Counter((path, title) for path, title, optional in units if optional)
    got = (((path, None if path in untitled else title), unit.span) for path, title, unit in report_units(report.sections))
    outcomes = list(settle_bags("sections", wanted, optional, got, places))
    yield from outcomes
    exact = all(outcome.verdict == "right" for outcome in outcomes)
    yield Outcome("", "section trees exact", "right" if exact else "wrong", "this tree", "another")


# ---------------------------------------------------------------- references and awards
def mention_fits(wanted: Labels, reference: Reference) -> bool:
    """One number and date; without a number, one type and title."""
    if not (same(wanted, reference, "number") and same(wanted, reference, "date")):
        return False
    if number_key(wanted.get("number")):
        return True
    title, other = text_key(wanted.get("title")), text_key(reference.title)
    return same(wanted, reference, "doc_type") and (title in other or other in title)


def mention_agrees(wanted: Labels, reference: Reference) -> bool:
    """One number, date, type and issuer."""
    return mention_fits(wanted, reference) and same(wanted, reference, "doc_type") and same(wanted, reference, "issuer")


def _compare_references(got: Sequence[Reference], labels: list[Labels], places: Places) -> Iterator[Outcome]:
    pairs = pair(labels, got, (mention_agrees, mention_fits), is_weak)
    yield from settle("references", wanted_references(labels), found_references(got), pairs, places)
    for at, partner in pairs.items():
        for field in ("doc_type", "issuer"):
            if labels[partner].get(field) is not None:
                outcome = _field(f"reference {field}", labels[partner], got[at], field, places)
                yield outcome._replace(span=got[at].span) if outcome.verdict == "wrong" else outcome


def count_agrees(item: AwardLabels, other: AwardItem) -> bool:
    """One title, rank, kind of recipients and count."""
    return same(item[0], other[0], "title") and same(item[0], other[0], "rank") and _same_group(item, other)


def record_agrees(item: AwardLabels, other: AwardItem) -> bool:
    """The same, with one proper name, authority and status."""
    return count_agrees(item, other) and all(same(item[0], other[0], field) for field in ("qualifier", "authority", "status"))


def _compare_awards(awards: Iterable[Award], labels: Iterable[Labels], places: Places) -> Iterator[Outcome]:
    wanted, got = labelled_items(labels), award_items(awards)
    entries, found = wanted_awards(wanted), found_awards(got)
    pairs: dict[int, int] = {}
    for figure, fits in (("award counts", count_agrees), ("award records", record_agrees)):
        pairs = pair(wanted, got, (with_flags(fits), fits), lambda item: is_weak(item[0]))
        yield from settle(figure, entries, found, pairs, places)
    for at, partner in pairs.items():
        if not wanted[partner][0].get("optional"):
            flags, said = read_flags(got[at][0]), labelled_flags(wanted[partner][0])
            shown_flags = (f"{_in_words(said)} ({entries[partner].shown})", _in_words(flags))
            yield Outcome("", "award flags", "right" if said == flags else "wrong", *shown_flags, span=item_span(*got[at]))


def with_flags(fits: Callable[[AwardLabels, AwardItem], bool]) -> Callable[[AwardLabels, AwardItem], bool]:
    """The same test, asking for the flags as well."""
    return lambda item, other: fits(item, other) and labelled_flags(item[0]) == read_flags(other[0])


def _same_group(item: AwardLabels, other: AwardItem) -> bool:
    (labels, wanted), (award, group) = item, other
    if wanted is not None:
        return group is not None and same(wanted, group, "count") and same(wanted, group, "kind")
    if group is not None:  # an award that names its subject elsewhere may be given one recipient
        return not labels.get("recipients") and group.count == 1
    return labels.get("quantity") is None or same(labels, award, "quantity")


def read_flags(award: Award) -> tuple[bool, bool]:
    """Whether it is a running total, and whether it is told before or part of another."""
    return award.cumulative, award.restates is not None or award.part_of is not None


def labelled_flags(labels: Labels) -> tuple[bool, bool]:
    """The same, as the labels say it."""
    return bool(labels.get("cumulative")), any(labels.get(mark) not in (None, False) for mark in ("restates", "part_of"))


def _in_words(flags: tuple[bool, bool]) -> str:
    return " and ".join(word for word, said in zip(("cumulative", "told again"), flags, strict=True) if said) or "neither"
