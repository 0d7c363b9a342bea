"""Who confers: the organ or office that acts in an award sentence."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...anchors import Anchor, Anchors
from ...organs import organ_span
from ...source import SourceText
from ...spans import Span
from . import vocabulary as words


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
        places = words.MANY_PLACES.match(folded, organ.end - start)
        return Span(start, start + places.end()) if places else organ

    def before(self, within: Span, folded: Callable[[int, int], str]) -> Span | None:
        """The first organ of the stretch from which only auxiliary words lead to its end; joined organs are one."""
        for start in self._starts(within, folded):
            organ = self.read(start, within.end)
            while organ is not None:
                rest = folded(organ.end, within.end)
                if words.GLUE.fullmatch(rest) or words.DECIDES.match(rest):
                    return None if words.HOST.search(folded(within.start, start)) else organ
                joint = re.match(r"\s*(?:,|và)\s+", rest)
                other = self.read(organ.end + joint.end(), within.end) if joint else None
                organ = Span(start, other.end) if other else None
        return None

    def _starts(self, within: Span, folded: Callable[[int, int], str]) -> list[int]:
        starts = {a.span.start for kind in ("organ", "position") for a in self._anchors.of(kind, within) if self._likely(a)}
        starts |= {within.start + found.start() for found in words.PLURAL_ORGAN.finditer(folded(*within))}
        return sorted(starts)

    def _likely(self, anchor: Anchor) -> bool:
        """A head of one syllable is a common word too (`tổ chức`, `cán bộ`): a capital must show that it names."""
        start, end = anchor.span
        return " " in self._text[start:end] or self._text[start].isupper() or self._text[end : end + 2].strip()[:1].isupper()
