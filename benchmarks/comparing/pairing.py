"""The mentions of a report, and which mention of one version is which of the other."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .wording import NOTHING, Json, SpanPair, say


class Kind(NamedTuple):
    """A list of the report: the fields compared, and the field by which two overlapping mentions are one (else any two)."""

    fields: tuple[str, ...]
    identity: str | None = None


_AWARD = "title rank qualifier authority status recipients quantity period campaign field decision cumulative restates part_of"
LISTS = {
    "sections": Kind(("path", "title")),
    "references": Kind(("doc_type", "number", "date", "issuer", "title", "relation")),
    "awards": Kind(tuple(_AWARD.split()), "title"),
    "totals": Kind(("scope", "recipients")),
    "counts": Kind(("value", "noun", "kind", "role"), "value"),
    "campaigns": Kind(("name",)),
    "tables": Kind(("caption", "rows", "columns", "header_rows")),
    "distribution": Kind(("text", "units", "archive", "copies")),
    "diagnostics": Kind(("code", "severity", "message"), "code"),
}


SINGLE = {
    "header": "parent_organ issuer co_issuers number place date doc_type subject period addressees urgency".split(),
    "signature": "authority on_behalf_of acting_for position name".split(),
}


KINDS = ("text", "header", *LISTS, "signature")


@dataclass
class Mention:
    """A fact of one version. `place` is its span in the text of AFTER, or a field's name: equal places are paired."""

    values: dict[str, str]
    span: SpanPair | None
    place: object
    identity: str = ""


def mentions(kind: str, report: Json, other: Json, move: Callable[[int], int]) -> list[Mention]:
    """All mentions of a kind, with only those fields that the other version knows too."""
    text, twin = report["text"], _sample(kind, other)
    if kind in SINGLE:
        record = report.get(kind) or {}
        known = [name for name in SINGLE[kind] if name in record and (name in twin or not twin)]
        spans = {name: (record.get("evidence") or {}).get(name) or record.get("span") for name in known}
        filled = [name for name in known if say(record[name]) != NOTHING]
        return [Mention({name: say(record[name])}, _pair(spans[name]), name) for name in filled]
    found: list[Mention] = []
    for record in _records(kind, report):
        names = [name for name in LISTS[kind].fields if name in record and (name in twin or not twin)]
        flags = {name: record[name] is not None for name in names if name in {"restates", "part_of"}}  # indices move
        values = {name.replace("doc_type", "type"): say(flags.get(name, record[name])) for name in names}
        span = _pair(record.get("span"))
        place: object = span and (move(span[0]), move(span[1]))
        if kind == "sections" and span:
            evidence = record.get("evidence") or {}
            end = max((edge[1] for edge in evidence.values()), default=span[0])
            span, place = (span[0], end), move(span[0])
        elif span:
            values["extent"] = " ".join(text[slice(*span)].split())
        found.append(Mention(values, span, place, say(record.get(LISTS[kind].identity or ""))))
    return found


def one_sided(kind: str, before: Json, after: Json) -> set[str]:
    """The fields of a kind that one of two reports knows and the other does not; a report without a record tells nothing."""
    old, new = _sample(kind, before), _sample(kind, after)
    fields = SINGLE[kind] if kind in SINGLE else LISTS[kind].fields
    return {f"{kind}.{name}" for name in fields if old and new and (name in old) != (name in new)}


def _sample(kind: str, report: Json) -> Json:
    """A record by which to see the fields that a version knows; empty where there is none."""
    return report.get(kind) or {} if kind in SINGLE else next(_records(kind, report), {})


def _pair(span: Sequence[int] | None) -> SpanPair | None:
    return (span[0], span[1]) if span else None


def _records(kind: str, report: Json) -> Iterator[Json]:
    """The records of a kind; sections with all that is below them, in the order of the text."""
    for record in report.get(kind) or []:
        yield record
        if kind == "sections":
            yield from _records(kind, {kind: record.get("children")})


def moves(before: str, after: str) -> Callable[[int], int]:
    """Where an offset of the text before stands in the text after: exact in lines that both have, near elsewhere."""
    if before == after:
        return lambda at: at
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in new:
        starts.append(starts[-1] + len(line))
    table: list[int] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new).get_opcodes():
        for at in range(i, j):
            target = k + at - i if tag == "equal" else min(k + at - i, m)
            room = starts[target + 1] - starts[target] if target < m else 0
            table += [starts[target] + min(column, room) for column in range(len(old[at]))]
    table.append(len(after))
    return table.__getitem__


def pair_up(before: list[Mention], after: list[Mention]) -> list[tuple[Mention | None, Mention | None]]:
    """Partners: all alike, then the same place, then overlapping and of one identity; in each, the pair most alike first."""
    pairs: list[tuple[Mention | None, Mention | None]] = []
    waiting: dict[object, list[Mention]] = {}
    for mention in after:
        waiting.setdefault((mention.place, *mention.values.items()), []).append(mention)
    left: list[Mention] = []
    for mention in before:
        alike = waiting.get((mention.place, *mention.values.items()))
        if alike:
            pairs.append((mention, alike.pop(0)))
        else:
            left.append(mention)
    open_ = [mention for alike in waiting.values() for mention in alike]
    for fits in (lambda one, two: one.place == two.place, _overlap):
        scored = [(_likeness(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(open_) if fits(a, b)]
        taken: dict[int, int] = {}
        for _, i, j in sorted(scored, key=lambda entry: (-entry[0], *entry[1:])):
            if i not in taken and j not in taken.values():
                taken[i] = j
        pairs += [(left[i], open_[j]) for i, j in taken.items()]
        left = [mention for i, mention in enumerate(left) if i not in taken]
        open_ = [mention for j, mention in enumerate(open_) if j not in taken.values()]
    return pairs + [(mention, None) for mention in left] + [(None, mention) for mention in open_]


def _likeness(one: Mention, two: Mention) -> int:
    return sum(two.values.get(name) == value for name, value in one.values.items())


def _overlap(one: Mention, two: Mention) -> bool:
    if not (isinstance(one.place, tuple) and isinstance(two.place, tuple)):
        return False
    return one.identity == two.identity and one.place[0] < two.place[1] and two.place[0] < one.place[1]
