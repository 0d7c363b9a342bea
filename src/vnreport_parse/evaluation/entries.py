"""A list of labels against a list of records: which entries are right, missed or spurious, and where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..records import Award, RecipientGroup, Reference, Section
from ..spans import Span
from .contexts import Places
from .keys import Labels, is_weak, text_key
from .outcomes import Outcome

AwardLabels = tuple[Labels, Labels | None]
AwardItem = tuple[Award, RecipientGroup | None]

_REFERENCE_FIELDS = "doc_type number date"
_AWARD_FIELDS = "title rank qualifier authority status quantity"
_CLOSE = 200  # characters between a title and the recipients that are shown with it


class Wanted(NamedTuple):
    """An entry of the labels: in words, whether it costs nothing, and the words to look for in the text."""

    shown: str
    weak: bool
    words: tuple[object, ...]


class Found(NamedTuple):
    """A record: in words, and where it stands."""

    shown: str
    span: Span | None


def settle(
    figure: str, wanted: Sequence[Wanted], found: Sequence[Found], pairs: Mapping[int, int], places: Places
) -> Iterator[Outcome]:
    """Strong entries are right or missed, unpaired records spurious."""
    paired = set(pairs.values())
    stands = {i: span for j, i in pairs.items() if (span := found[j].span)}
    for i, entry in enumerate(wanted):
        if i in paired and not entry.weak:
            yield Outcome("", figure, "right", entry.shown)
        elif not entry.weak:
            span = places.find(entry.words, room(i, stands), stands.values())
            yield Outcome("", figure, "missed", entry.shown, span=span)
    yield from (Outcome("", figure, "spurious", got=f.shown, span=f.span) for j, f in enumerate(found) if j not in pairs)


def room(at: int, stands: Mapping[int, Span]) -> Span:
    """The stretch that the paired neighbours of an entry leave for it."""
    start = max((span.end for i, span in stands.items() if i < at), default=0)
    ends = [span.start for i, span in stands.items() if i > at and span.start >= start]
    return Span(start, min(ends, default=2**62))


def settle_bags(
    figure: str, wanted: Counter[Any], optional: Counter[Any], found: Iterable[tuple[Any, Span | None]], places: Places
) -> Iterator[Outcome]:
    """The same for values that are either equal or not."""
    spans: dict[Any, list[Span | None]] = {}
    for item, span in found:
        spans.setdefault(item, []).append(span)
    got = Counter({item: len(stands) for item, stands in spans.items()})
    yield from (Outcome("", figure, "right", str(item)) for item in (wanted & got).elements())
    for item in (wanted - got).elements():
        words = item[-1] if isinstance(item, tuple) else item
        yield Outcome("", figure, "missed", str(item), span=places.find([words] if words else []))
    for item in (got - wanted - optional).elements():
        yield Outcome("", figure, "spurious", got=str(item), span=spans[item].pop())


# ---------------------------------------------------------------- sections
def labelled_units(labels: list[Labels], above: str = "") -> Iterator[tuple[str, str | None, Labels]]:
    """Path of labels, title and the labels themselves of every section."""
    for unit in labels:
        path = step(above, unit.get("label"))
        title = unit.get("title")
        yield path, None if title is None else text_key(title), unit
        yield from labelled_units(unit.get("children") or [], path)


def report_units(sections: Iterable[Section], above: str = "") -> Iterator[tuple[str, str | None, Section]]:
    """Path of labels, title and record of every section."""
    for section in sections:
        path = step(above, section.label)
        yield path, None if section.title is None else text_key(section.title), section
        yield from report_units(section.children, path)


def step(path: str, label: object) -> str:
    """`8.1` under `8` and `(1)` are steps `1`."""
    last = text_key(label).strip("().:-/ ").rsplit(".", 1)[-1]
    return f"{path}.{last}" if path else last


# ---------------------------------------------------------------- references and awards
def wanted_references(labels: Iterable[Labels]) -> list[Wanted]:
    """The labelled mentions, in words."""
    return [Wanted(_show(entry, _REFERENCE_FIELDS), is_weak(entry), _reference_words(entry)) for entry in labels]


def _reference_words(entry: Labels) -> tuple[object, ...]:
    if entry.get("number"):
        return (entry["number"],)
    return tuple(entry[field] for field in ("title", "doc_type") if entry.get(field))


def found_references(references: Iterable[Reference]) -> list[Found]:
    """The mentions of the report, in words."""
    return [Found(_show(_plain(reference), _REFERENCE_FIELDS), reference.span) for reference in references]


def _plain(reference: Reference) -> Labels:
    return vars(reference) | {"number": reference.number.text if reference.number else None}


def labelled_items(labels: Iterable[Labels]) -> list[AwardLabels]:
    """One item for each counted group of recipients; an award without one is an item of its own."""
    items: list[AwardLabels] = []
    for award in labels:
        counted = [g for g in award.get("recipients") or [] if g.get("count") is not None]
        items += [(award, group) for group in counted] or [(award, None)]
    return items


def award_items(awards: Iterable[Award]) -> list[AwardItem]:
    """The same for the awards of a report."""
    items: list[AwardItem] = []
    for award in awards:
        groups = [g for g in award.recipients if g.count is not None]
        items += [(award, group) for group in groups] or [(award, None)]
    return items


def wanted_awards(items: Iterable[AwardLabels]) -> list[Wanted]:
    """The labelled items, in words."""
    wanted = []
    for award, group in items:
        words = [award.get("title"), group.get("count") if group else award.get("quantity")]
        wanted.append(Wanted(_show_item(award, group), is_weak(award), tuple(word for word in words if word is not None)))
    return wanted


def found_awards(items: Iterable[AwardItem]) -> list[Found]:
    """The items of the report, in words; an item stands where its recipients do."""
    return [Found(_show_item(vars(a), vars(g) if g else None), item_span(a, g)) for a, g in items]


def item_span(award: Award, group: RecipientGroup | None) -> Span:
    """The award with this group of its recipients, when they stand close; else the group."""
    if group is None:
        return award.span
    title = award.evidence.get("title", award.span)
    if 0 <= group.span.start - title.start <= _CLOSE:
        return Span(title.start, group.span.end)
    return group.span


def _show(labels: Labels, fields: str) -> str:
    return ", ".join(str(labels[field]) for field in fields.split() if labels.get(field) is not None)


def _show_item(award: Labels, group: Labels | None) -> str:
    return ", ".join(filter(None, [_show(award, _AWARD_FIELDS), _show(group or {}, "count kind")]))
