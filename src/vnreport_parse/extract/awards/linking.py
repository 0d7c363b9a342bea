"""Statements that tell again what another one told: they must not be summed beside it."""

from __future__ import annotations

import re
from collections import defaultdict

import regex

from ...patterns import fold
from ...spans import Span
from . import vocabulary as words
from .drafts import Draft

_BACK = 120  # characters before and after a title in which `như vậy`, `nêu trên` may stand
_ITEM = re.compile(r"\n\s*\n|\n(?=\s*(?:[-+*•]|\w{1,3}[.)])\s)")
_ENDS = re.compile(r"[.;]\s|\n\s*\n|\n(?=\s*[-+*•])")
_NEAR = 40  # statements of one title looked back on
_RECENT = 8  # statements of any title looked back on for one that a general word (`Huân chương`) means
_WHOLE = 8  # the least figure that equal parts prove to be their sum
# Đợt một, có 14 …; đợt hai, 7 …
_DIVIDING = re.compile(r"(?<!\w)(?:đợt|vòng|lần\s+thứ|giai\s+đoạn|còn\s+lại|trong\s+số\s+(?:đó|này))(?!\w)")
_TELLING = 100  # figures from here on do not come back by chance
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?!\d)")
# Trong số 230 cá nhân được tặng …; 6 tập thể nhận Cờ thi đua gồm: …
_OF_THE = re.compile(r"(?<!\w)(?:trong|tổng)\s+số\s+$")
_LISTING = re.compile(r"[^.;:]{0,60}(?<!\w)gồm(?:\s+có)?\s*:")
# 12 cá nhân được trao Huân chương đợt này: which one, the sentence before says
_HANDED = re.compile(r"(?<!\w)(?:trao|nhận|đợt\s+này|dịp\s+này)(?!\w)")
# A line that ends without a mark and before a capital is a headline
_HEADLINE = regex.compile(r"[ \t]*\p{Lu}[^\n]{10,300}[^\s.;:,…]\s*\n(?=\s*[\"“*–-]?\s*\p{Lu})")


def link_restatements(text: str, folded: str, drafts: list[Draft]) -> None:
    """Sets `restates` where words say so (`84 giấy khen nêu trên`), or where equal counts come back with their names."""
    earlier: dict[tuple[str, str | None], list[Draft]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        before = earlier[draft.title.title, draft.rank]
        if draft.part_of is None and draft.restates is None:
            alike = [other for other in before[-_NEAR:] if _same_award(folded, draft, other)]
            draft.restates = (
                _said_again(text, folded, draft, alike)
                or _told_before(text, folded, draft, alike)
                or _meant(folded, draft, drafts[max(at - _RECENT, 0) : at])
            )
        before.append(draft)
    for told in earlier.values():
        _link_sums(folded, told)


def _said_again(text: str, folded: str, draft: Draft, alike: list[Draft]) -> Draft | None:
    """An earlier statement with the same figures or the same names, where that can be no chance."""
    if draft.rule.startswith("award.table"):
        return None
    counts, names = _counts(draft), _names(folded, draft)
    for other in reversed(alike):
        if other.status != draft.status or other.rule.startswith("award.table") or _other_years(folded, draft, other):
            continue
        same = bool(counts) and counts == _counts(other)
        if same and (max(value for _, value in counts) >= _TELLING or _points_back(folded, draft) or _headline(text, other)):
            return other
        if names and names == _names(folded, other) and _apart(draft, other):  # … trao Bằng khen cho em A, once more
            return other
        if not counts and len(names) > 1 and not _named(other) and _counts(other) == [("individual", len(names))]:
            return other  # … cho 2 mẹ; … cho mẹ A và mẹ B
    return None


def _points_back(folded: str, draft: Draft) -> bool:
    """`Trong số 41 cá nhân được tặng …`, `6 tập thể được nhận … gồm: …`: figures of a sentence before."""
    start = draft.span.start
    return bool(_OF_THE.search(folded, max(start - 20, 0), start) or _LISTING.match(folded, draft.span.end))


def _headline(text: str, draft: Draft) -> bool:
    """Whether a statement is a headline, which the text below tells in full."""
    start = text.rfind("\n", max(draft.span.start - 300, 0), draft.span.start) + 1
    found = _HEADLINE.match(text, start)
    return found is not None and found.end() >= draft.span.end


def _apart(one: Draft, other: Draft) -> bool:
    """Whether both name their recipients themselves; a subject that two statements share is written once."""
    spans = [{named.span for group in draft.groups for named in group.names} for draft in (one, other)]
    return spans[0].isdisjoint(spans[1])


def _other_years(folded: str, one: Draft, other: Draft) -> bool:
    years = [set(_YEAR.findall(folded, *_sentence(folded, draft))) for draft in (one, other)]
    return all(years) and years[0].isdisjoint(years[1])


def _sentence(folded: str, draft: Draft) -> Span:
    """The sentence of a statement, as far as its year may stand from it."""
    start, end = max(draft.span.start - _BACK, 0), draft.span.end + _BACK // 2
    for cut in _ENDS.finditer(folded, start, draft.span.start):
        start = cut.end()
    near = _ENDS.search(folded, draft.span.end, end)
    return Span(start, near.start() if near else end)


def _meant(folded: str, draft: Draft, recent: list[Draft]) -> Draft | None:
    """`12 cá nhân được trao Huân chương đợt này` after `Huân chương Độc lập hạng Ba cho 12 cá nhân`."""
    counts = _counts(draft)
    if draft.rank or draft.qualifier or sum(value for _, value in counts) < 2:
        return None
    if not _HANDED.search(folded, max(draft.span.start - 30, 0), draft.span.end + 30):
        return None
    for other in reversed(recent):
        narrower = other.title.title.startswith(f"{draft.title.title} ")
        told = narrower or (other.title.title == draft.title.title and (other.rank or other.qualifier))
        if told and counts == _counts(other) and _same_award(folded, draft, other) and other.part_of is None:
            return other
    return None


def _link_sums(folded: str, told: list[Draft]) -> None:
    """`18 tác giả … Đợt một 10, đợt hai 8`: figures that follow and add up to one before are its parts."""
    plain = [draft for draft in told if draft.part_of is None and draft.restates is None and len(_counts(draft)) == 1]
    plain = [draft for draft in plain if not draft.rule.startswith("award.table")]
    at = 0
    while at < len(plain):
        kind, left = _counts(plain[at])[0]
        end = at + 1
        while end < len(plain) and left > 0 and _counts(plain[end])[0][0] == kind and end - at <= _NEAR:
            left -= _counts(plain[end])[0][1]
            end += 1
        parts = plain[at + 1 : end]
        fits = (
            left == 0
            and len(parts) > 1
            and all(_DIVIDING.search(folded, *_before(part)) for part in parts)
            and _counts(plain[at])[0][1] >= _WHOLE
        )
        organs = {part.authority.of(folded) if part.authority else None for part in parts}
        if fits and len(organs) == 1 and all(_same_award(folded, part, plain[at]) for part in parts):
            for part in parts:
                part.part_of = plain[at]
            at = end
        else:
            at += 1


def _before(draft: Draft) -> Span:
    """What stands before a statement, where the word that divides a figure may be."""
    return Span(max(draft.span.start - 60, 0), draft.span.start)


def _told_before(text: str, folded: str, draft: Draft, alike: list[Draft]) -> Draft | None:
    counts = _counts(draft) if alike else []
    listed = bool(counts) and _named(draft) and sum(value for _, value in counts) >= 2  # … gồm: Trường A, Trường B
    said, namely = _says_again(text, folded, draft) if alike else (False, False)
    if not (said or listed or (counts and namely)):
        return None
    if said:
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


def _names(folded: str, draft: Draft) -> list[str]:
    """Those who are named where nothing is counted."""
    if any(group.counted for group in draft.groups):
        return []
    return sorted(one.name.of(folded) for group in draft.groups for one in group.names if one.name and one.kind == "individual")
