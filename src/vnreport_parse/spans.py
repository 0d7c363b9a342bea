"""Spans: half-open pairs of code-point indices into one text, and their arithmetic."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """`text[start:end]`. Serialises as `[start, end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters under the span."""
        return text[self.start : self.end]

    def holds(self, inner: Span) -> bool:
        """Whether all of `inner` lies inside."""
        return self.start <= inner.start and inner.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """The same stretch, `by` characters later."""
        return Span(self.start + by, self.end + by)


class SpanSet:
    """Spans that do not overlap each other, for quick questions whether something touches one of them."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)

    def add(self, span: Span) -> None:
        """Adds a span that overlaps none of the set."""
        insort(self._spans, span)

    def overlaps(self, span: Span) -> bool:
        """Whether a span of the set shares a character with `span`."""
        return any(other.overlaps(span) for other in self._near(span))

    def holds(self, span: Span) -> bool:
        """Whether `span` lies inside a span of the set."""
        return any(other.holds(span) for other in self._near(span))

    def _near(self, span: Span) -> list[Span]:
        at = bisect_right(self._spans, span)
        return self._spans[max(at - 1, 0) : at + 1]


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of `spans` (at least one)."""
    starts, ends = zip(*spans, strict=True)
    return Span(min(starts), max(ends))


def trim(text: str, span: Span, also: str = "") -> Span:
    """`span` without blanks, and without the characters of `also`, at both ends."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in also):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in also):
        end -= 1
    return Span(start, end)


def fold_blanks(text: str) -> str:
    """Runs of blanks and line breaks become one blank: how a record writes a value that a page broke."""
    return " ".join(text.split())
