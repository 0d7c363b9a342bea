"""The figures of every field of every kind of record that is labelled.

Entries and records are paired by what agrees best, so that a wrong count is one wrong count and not an award too few
and one too many. What is stated and read alike is right; what only one side states is missed or spurious; what neither
side states counts for nothing. The fields of a weak entry are compared when it was found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import partial
from typing import Any, NamedTuple

from ..matching import pair
from ..records import RecipientGroup
from ..report import Report
from ..spans import Span
from .compare import count_agrees, labelled_flags, mention_agrees, mention_fits, read_flags, record_agrees, stands, with_flags
from .contexts import Places
from .entries import (
    AwardItem,
    AwardLabels,
    award_items,
    item_span,
    labelled_items,
    labelled_units,
    report_units,
    room,
    wanted_awards,
    wanted_references,
)
from .keys import Labels, alternatives, is_weak, same, shown, text_key, value_of
from .outcomes import Outcome, Verdict

# What an entry of a list states when the labels have none to go by, the most telling field first.
_CORE: dict[str, tuple[str, ...]] = {
    "sections": ("title", "path", "kind"),
    "references": ("number", "doc_type", "date", "issuer"),
    "awards": ("title", "rank", "qualifier", "authority", "status", "quantity", "count", "kind", "cumulative", "told_again"),
    "totals": ("scope", "count", "kind"),
    "counts": ("value", "noun", "kind", "role"),
    "campaigns": ("name",),
    "tables": ("caption", "rows", "columns"),
}
_OF_GROUP = frozenset(RecipientGroup.model_fields) - {"span", "evidence", "rule"}
_MARKS = {"optional", "restates", "part_of", "recipients", "children", "label", "span", "evidence", "rule"}
_NEAR = 0.75
_REACH = 600  # characters between a count and a name of its list


class Entry(NamedTuple):
    """A labelled entry: its fields, the labels as they are written, and the words to look for."""

    values: Labels
    source: Any
    words: tuple[object, ...]


class Got(NamedTuple):
    """A record: its fields, the record itself, and where it stands."""

    values: Mapping[str, Any]
    source: Any
    span: Span


Test = Callable[[Entry, Got], bool]


def compare_fields(report: Report, labels: Labels, places: Places) -> Iterator[Outcome]:
    """One outcome for each value that the labels state or the report gives."""
    yield from _record("header", labels.get("header", {}), report.header, places)
    signed = labels.get("signature") or []
    for at, wanted in enumerate(signed if isinstance(signed, list) else [signed]):
        signatures = [report.signature, *report.co_signatures]
        yield from _record("signature", wanted, signatures[at] if at < len(signatures) else None, places)
    if "distribution" in labels:
        texts = [entry.text for entry in report.distribution]
        yield from _bag("distribution.text", "distribution", labels["distribution"], texts, places.find)
    if "annexes" in labels:
        wanted, got = bool(labels["annexes"]), bool(report.appendices)
        yield from _value("annexes", {"annexes": wanted}, {"annexes": got}, "annexes", lambda: (report.appendices or [None])[0])
    for name, make in _LISTS.items():
        if name in labels:
            entries, got_rows, tests = make(report, labels[name], places)
            yield from _list(name, entries, got_rows, tests, places)


# ---------------------------------------------------------------- values
def _is_empty(value: object) -> bool:
    return value is None or value is False or value in ("", (), [])


def _value(figure: str, labels: Labels, record: object, field: str, place: Callable[[], Span | None]) -> Iterator[Outcome]:
    got, rights = value_of(record, field), alternatives(labels, field)
    verdict: Verdict = "wrong"
    if same(labels, record, field) or (_is_empty(got) and any(map(_is_empty, rights))):
        if _is_empty(got):
            return
        verdict = "right"
    elif _is_empty(got):
        verdict = "missed"
    elif all(map(_is_empty, rights)):
        verdict = "spurious"
    said = {"missed": (repr(labels[field]), ""), "spurious": ("", shown(got))}.get(verdict, (repr(labels[field]), shown(got)))
    yield Outcome("", figure, verdict, *said, span=None if verdict == "right" else place())


def _bag(
    figure: str, record: str, wanted: Iterable[object], got: Iterable[object], place: Callable[[list[object]], Span | None]
) -> Iterator[Outcome]:
    """Values of a list, each for itself."""
    left = Counter(map(text_key, got))
    names = {text_key(value): value for value in got}
    for value in wanted:
        key = text_key(value)
        if left[key]:
            left[key] -= 1
            yield Outcome("", figure, "right", repr(value), record=record)
        else:
            yield Outcome("", figure, "missed", repr(value), record=record, span=place([value]))
    for key in left.elements():
        yield Outcome("", figure, "spurious", got=repr(names[key]), record=record, span=place([names[key]]))


def _record(name: str, labels: Labels, record: object, places: Places) -> Iterator[Outcome]:
    """The fields of the letterhead, or of a signature."""
    for field in labels:
        if field.endswith("_alt") or field == "annexes":
            continue
        wanted = labels[field]
        if isinstance(wanted, list):
            listed = value_of(record, field)
            yield from _bag(f"{name}.{field}", name, wanted, listed if isinstance(listed, tuple) else (), places.find)
            continue
        place = partial(stands, record, field, wanted, places)
        yield from (outcome._replace(record=name) for outcome in _value(f"{name}.{field}", labels, record, field, place))


# ---------------------------------------------------------------- lists
class _Pair(NamedTuple):
    """An entry and its record, either of which may be missing."""

    record: str
    labels: Labels
    values: Mapping[str, Any] | None
    span: Span | None


def _list(name: str, entries: Sequence[Entry], got: Sequence[Got], tests: Iterable[Test], places: Places) -> Iterator[Outcome]:
    pairs = pair(entries, got, tests, lambda entry: is_weak(entry.values))
    partners = {i: got[j] for j, i in pairs.items()}
    stand = {i: partner.span for i, partner in partners.items()}
    for i, entry in enumerate(entries):
        partner = partners.get(i)
        if partner is None and is_weak(entry.values):
            continue
        span = partner.span if partner else places.find(entry.words, room(i, stand), stand.values())
        compared = _Pair(f"{name} {i + 1}", entry.values, partner and partner.values, span)
        yield from _compare_pair(name, compared, _stated(entry.values, got), places)
    fields = list(dict.fromkeys(f for entry in entries for f in _stated(entry.values, got))) if entries else list(_CORE[name])
    for j, row in enumerate(got):
        if j not in pairs:
            nothing = dict.fromkeys(fields)
            yield from _compare_pair(name, _Pair(f"{name} +{j + 1}", nothing, row.values, row.span), fields, places)


def _compare_pair(name: str, compared: _Pair, fields: Iterable[str], places: Places) -> Iterator[Outcome]:
    span = compared.span

    def nearby(words: list[object]) -> Span | None:
        """Where a name or a value stands: in its record or behind it, else a little before it; else the record."""
        for near in () if span is None else (Span(span.start, span.end + _REACH), Span(span.start - _REACH, span.start)):
            found = places.find(words, near)
            if found and found.overlaps(near):
                return found
        return span

    for field in fields:
        figure, wanted, got = _figure(name, field), compared.labels[field], (compared.values or {}).get(field)
        if isinstance(wanted, list) or isinstance(got, tuple):
            yield from _bag(figure, compared.record, wanted or (), got or (), nearby)
            continue
        for outcome in _value(figure, compared.labels, compared.values, field, lambda: span):
            missed = outcome.verdict == "missed" and compared.values is not None
            yield outcome._replace(record=compared.record, span=nearby([wanted]) if missed else outcome.span)


def _stated(values: Labels, got: Sequence[Got]) -> list[str]:
    """The fields of an entry that records of its kind have."""
    known = got[0].values if got else None
    named = [field for field in values if field not in _MARKS and not field.endswith("_alt")]
    return [field for field in named if known is None or field in known]


def _figure(name: str, field: str) -> str:
    return f"recipients.{field}" if name == "awards" and field in _OF_GROUP else f"{name}.{field}"


def _alike(*fields: str) -> Test:
    """Whether a strong entry and a record agree in some fields, of which the first is stated."""
    return lambda entry, got: (
        not is_weak(entry.values)
        and not _is_empty(entry.values.get(fields[0]))
        and all(same(entry.values, got.values, field) for field in fields)
    )


def _nearly(field: str) -> Test:
    """Whether a field differs by little: a digit, a letter, a word."""

    def test(entry: Entry, got: Got) -> bool:
        wanted, read = text_key(entry.values.get(field)), text_key(shown(got.values.get(field)))
        return not is_weak(entry.values) and bool(wanted) and SequenceMatcher(None, wanted, read).ratio() >= _NEAR

    return test


# ---------------------------------------------------------------- the kinds of records
Rows = tuple[list[Entry], list[Got], list[Test]]


def _sections(report: Report, labels: list[Labels], _: Places) -> Rows:
    entries = []
    for path, title, unit in labelled_units(labels):
        values = unit | {"path": path} | ({} if title is None else {"title": unit["title"]})
        entries.append(Entry({k: v for k, v in values.items() if k != "title" or v is not None}, path, (title,) if title else ()))
    got = [Got(vars(unit) | {"path": path}, path, unit.span) for path, _, unit in report_units(report.sections)]
    exact = _weakly("path", "title")
    return entries, got, [exact, _weakly("path"), _alike("title")]


def _weakly(*fields: str) -> Test:
    """Whether an entry, strong or weak, agrees in what it states of some fields."""
    return lambda entry, got: all(field not in entry.values or same(entry.values, got.values, field) for field in fields)


def _references(report: Report, labels: list[Labels], places: Places) -> Rows:
    entries = [Entry(entry, entry, wanted.words) for entry, wanted in zip(labels, wanted_references(labels), strict=True)]
    got = [Got(vars(reference), reference, reference.span) for reference in report.references]

    def stands_there(entry: Entry, row: Got) -> bool:
        if is_weak(entry.values) or not entry.values.get("number"):
            return False
        span = places.find(entry.words, row.span)
        return span is not None and row.span.overlaps(span)

    exact = [_of_source(mention_agrees), _of_source(mention_fits)]
    return entries, got, [*exact, _alike("number"), stands_there, _alike("date", "doc_type"), _nearly("number")]


def _of_source(test: Callable[[Any, Any], bool]) -> Test:
    return lambda entry, got: test(entry.source, got.source)


def _awards(report: Report, labels: list[Labels], _: Places) -> Rows:
    items, found = labelled_items(labels), award_items(report.awards)
    entries = [Entry(_labelled_item(item), item, w.words) for item, w in zip(items, wanted_awards(items), strict=True)]
    got = [Got(_read_item(item), item, item_span(*item)) for item in found]
    exact = [with_flags(record_agrees), record_agrees, with_flags(count_agrees), count_agrees]
    loose = [_alike("title", "rank", "kind"), _alike("title", "count"), _alike("count", "kind"), _alike("title")]
    return entries, got, [*map(_of_source, exact), *loose]


def _labelled_item(item: AwardLabels) -> Labels:
    award, group = item
    cumulative, told_again = labelled_flags(award)
    return award | (group or {}) | {"cumulative": cumulative, "told_again": told_again}


def _read_item(item: AwardItem) -> dict[str, Any]:
    award, group = item
    cumulative, told_again = read_flags(award)
    nobody = dict.fromkeys(_OF_GROUP) if group is None else vars(group)
    return vars(award) | nobody | {"cumulative": cumulative, "told_again": told_again}


def _totals(report: Report, labels: list[Labels], _: Places) -> Rows:
    entries = []
    for total in labels:
        for group in total.get("recipients") or [{}]:
            values = total | group
            entries.append(Entry(values, values, tuple(v for k in ("scope", "count") if (v := values.get(k)) is not None)))
    got = [Got(vars(total) | vars(group), group, group.span) for total in report.totals for group in total.recipients]
    return entries, got, [_weakly("scope", "count", "kind"), _weakly("count", "kind"), _alike("scope", "kind"), _alike("count")]


def _plain(name: str) -> Callable[[Report, list[Labels], Places], Rows]:
    """Records that are compared by the fields that the labels state."""

    def rows(report: Report, labels: list[Labels], _: Places) -> Rows:
        entries = [
            Entry(values, values, tuple(values.get(field) for field in _CORE[name] if values.get(field))) for values in labels
        ]
        got = [Got(vars(record), record, record.span) for record in getattr(report, name)]
        return entries, got, [_weakly(*_CORE[name]), *map(_alike, _CORE[name]), _nearly(_CORE[name][0])]

    return rows


_LISTS: dict[str, Callable[[Report, list[Labels], Places], Rows]] = {
    "sections": _sections,
    "references": _references,
    "awards": _awards,
    "totals": _totals,
    "counts": _plain("counts"),
    "campaigns": _plain("campaigns"),
    "tables": _plain("tables"),
}
