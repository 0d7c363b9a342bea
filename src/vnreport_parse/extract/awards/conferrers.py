"""Who confers: the organ or office that acts in an award sentence."""

from __future__ import annotations

import re
from collections.abc import Callable

import regex

from ...anchors import Anchor, Anchors
from ...organs import organ_span
from ...source import SourceText
from ...spans import Span
from ...surnames import SURNAMES
from . import vocabulary as words

PLACE = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)(?!\w)", re.IGNORECASE)
_MEETINGS = ("hội nghị", "đại hội")  # they are where awards are handed over
# A place of two syllables, then a family name and one to three more: `tỉnh Quảng Ngãi Đặng Văn A`
_NAME_BEHIND = regex.compile(r"(?<=\p{Lu}\w* \p{Lu}\w*) (?P<surname>\p{Lu}\w+)(?: \p{Lu}\w*){1,3}$")
_NAME_AFTER = regex.compile(r"\s+(?P<surname>\p{Lu}\w+)(?:\s+\p{Lu}\w*){1,3}(?=\s+[^\p{Lu}])")


class ConferrerReader:
    """Finds organs and offices in one text."""

    def __init__(self, source: SourceText, anchors: Anchors) -> None:
        self._text, self._folded = source.text, source.folded
        self._anchors = anchors

    def read(self, start: int, limit: int) -> Span | None:
        """The organ named from `start` on, with the many places it may act for: `Chủ tịch UBND các xã, phường`."""
        folded = self._folded[start:limit]
        if many := words.PLURAL_ORGAN.match(folded):
            return Span(start, start + many.end())
        organ = organ_span(self._text, start, limit)
        if organ is None:
            return None
        organ = self._without_person(organ)
        more = words.MANY_PLACES.match(folded, organ.end - start) or words.FOREIGN.match(folded, organ.end - start)
        return Span(start, start + more.end()) if more else organ

    def _without_person(self, organ: Span) -> Span:
        """`Chủ tịch UBND tỉnh Quảng Ngãi Đặng Văn A`: the name of who holds the office is no part of it."""
        for found in _NAME_BEHIND.finditer(organ.of(self._text), overlapped=True):
            if found["surname"].lower() in SURNAMES and organ.start + found.end() == organ.end:
                return Span(organ.start, organ.start + found.start("surname") - 1)
        return organ

    def before(self, within: Span, folded: Callable[[int, int], str]) -> Span | None:
        """The first organ of the stretch from which only auxiliary words lead to its end; joined organs are one."""
        starts = self._starts(within, folded)
        first = starts[0] if starts else 0
        for start in starts:
            organ = self.read(start, within.end)
            while organ is not None:
                rest = folded(self._past_person(organ.end, within.end), within.end)
                if words.GLUE.fullmatch(rest) or words.DECIDES.match(rest):
                    return None if words.HOST.search(folded(within.start, start)) else organ
                joint = None if PLACE.match(organ.of(self._text)) else re.match(r"\s*(?:,|và)\s+", rest)
                if start == first and words.AND_STILL.search(rest) and not self._anchors.of("organ", Span(organ.end, within.end)):
                    return None if words.HOST.search(folded(within.start, start)) else organ
                other = self.read(organ.end + joint.end(), within.end) if joint else None
                organ = Span(start, other.end) if other else None
        return None

    def _past_person(self, at: int, limit: int) -> int:
        """Behind the name of who holds the office: `Chủ tịch nước Trần Văn A vừa ký …`."""
        named = _NAME_AFTER.match(self._text, at, limit)
        return named.end() if named and named["surname"].lower() in SURNAMES else at

    def _starts(self, within: Span, folded: Callable[[int, int], str]) -> list[int]:
        starts = {a.span.start for kind in ("organ", "position") for a in self._anchors.of(kind, within) if self._likely(a)}
        starts |= {within.start + found.start() for found in words.PLURAL_ORGAN.finditer(folded(*within))}
        return sorted(starts)

    def _likely(self, anchor: Anchor) -> bool:
        """A head of one syllable is a common word too (`tổ chức`, `cán bộ`): a capital must show that it names."""
        start, end = anchor.span
        if self._text[max(start - 1, 0)] in "-/":  # 1020/QĐ-CTN
            return False
        if anchor.row.get("head") in _MEETINGS:
            return False
        return " " in self._text[start:end] or self._text[start].isupper() or self._text[end : end + 2].strip()[:1].isupper()
