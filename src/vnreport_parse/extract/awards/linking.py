"""Statements that tell again what another one told: they must not be summed beside it."""

from __future__ import annotations

import re
from collections import defaultdict

from ...patterns import fold
from . import vocabulary as words
from .drafts import Draft

_BACK = 120  # characters before and after a title in which `như vậy`, `nêu trên` may stand
_ITEM = re.compile(r"\n\s*\n|\n(?=\s*(?:[-+*•]|\w{1,3}[.)])\s)")
_NEAR = 40  # statements of one title looked back on


def link_restatements(text: str, folded: str, drafts: list[Draft]) -> None:
    """Sets `restates` where words say so (`84 giấy khen nêu trên`), or where equal counts come back with their names."""
    earlier: dict[tuple[str, str | None], list[Draft]] = defaultdict(list)
    for draft in drafts:
        before = earlier[draft.title.title, draft.rank]
        if draft.part_of is None and draft.restates is None:
            draft.restates = _told_before(text, folded, draft, before[-_NEAR:])
        before.append(draft)


def _told_before(text: str, folded: str, draft: Draft, before: list[Draft]) -> Draft | None:
    counts = _counts(draft) if before else []
    listed = bool(counts) and _named(draft) and sum(value for _, value in counts) >= 2  # … gồm: Trường A, Trường B
    said, namely = _says_again(text, folded, draft) if before else (False, False)
    if not (said or listed or (counts and namely)):  # of a table of many rows hardly one tells another again
        return None
    alike = [other for other in before if _same_award(folded, draft, other)]
    if said and alike:
        return alike[-1]
    if counts and namely:
        again = next((other for other in reversed(alike) if counts == _counts(other)), None)
        if again is not None:
            return again
    if listed:
        return next((other for other in alike if set(counts) <= set(_counts(other)) and not _named(other)), None)
    return None


def _says_again(text: str, folded: str, draft: Draft) -> tuple[bool, bool]:
    """Whether words at the title say that it was told before, and whether words before it announce names."""
    start = max(draft.span.start - _BACK, 0)
    namely = bool(words.NAMELY.search(folded[start : draft.span.start]))
    first = start
    for cut in _ITEM.finditer(text, first, draft.span.start):  # what another item says is not about this one
        first = cut.end()
    near = _ITEM.search(text, draft.span.end, draft.span.end + _BACK // 2)
    last = near.start() if near else draft.span.end + _BACK // 2
    thus = not draft.cumulative and words.THUS.search(folded[first : draft.span.start])
    return bool(thus or words.AGAIN.search(folded[first:last])), namely


def _same_award(folded: str, one: Draft, other: Draft) -> bool:
    if other.restates is not None or (one.qualifier and other.qualifier and fold(one.qualifier) != fold(other.qualifier)):
        return False
    if "declined" in (one.status, other.status) or "registered" in (one.status, other.status):
        return one.status == other.status
    if {one.status, other.status} == {"proposed", "conferred"}:
        return False
    if one.authority is None or other.authority is None:
        return True
    return one.authority.of(folded) == other.authority.of(folded)


def _counts(draft: Draft) -> list[tuple[str, int]]:
    return [(group.counted.kind, group.counted.numeral.value) for group in draft.groups if group.counted]


def _named(draft: Draft) -> bool:
    return any(one.name for group in draft.groups for one in group.names)
