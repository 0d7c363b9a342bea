"""From text to lines, with what the page said about each: blank lines, columns, emphasis."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from .patterns import is_capitals
from .source import SourceText
from .spans import Span

# A line of dashes, stars or underscores separates; a markdown cell border stands alone between pipes.
_SEPARATOR = re.compile(r"[-–—_*=~.·|+:#\s]*")
_PAGE_NUMBER = re.compile(r"(?:trang|page)?\s*-?\s*\d{1,3}(?:\s*/\s*\d{1,3})?\s*-?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds words. `span` is without outer blanks, cell borders and quote marks.

    `furniture`: a page number, or what the reader told apart as running head or foot. `blank_before` counts blank
    or separating lines above. `gap` is the offset where a right column begins (after at least three blanks), None
    without one; `column` that of the line's first character.
    """

    span: Span
    text: str
    index: int
    blank_before: int
    bold: bool
    capitals: bool
    column: int
    gap: int | None
    furniture: bool


def split_lines(source: SourceText) -> tuple[Line, ...]:
    """The lines of the text that hold words, in order."""
    lines: list[Line] = []
    blanks, offset = 0, 0
    wide = sorted(source.columns)
    bold_starts = [span.start for span in source.bold]
    furniture_starts = [span.start for span in source.furniture]
    for raw in source.text.split("\n"):
        start, end = offset, offset + len(raw)
        offset = end + 1
        if _SEPARATOR.fullmatch(raw):
            blanks += 1
            continue
        if raw.count("|") < 3:  # not a table row: the pipes are the borders of a lone cell
            body = raw.strip("| ")
            start += raw.index(body)
            end = start + len(body)
        span = Span(start, end)
        text = source.text[start:end]
        first_gap = next(iter(wide[bisect_left(wide, start + 1) : bisect_left(wide, end)]), None)
        lines.append(
            Line(
                span=span,
                text=text,
                index=len(lines),
                blank_before=blanks,
                bold=_covered(span, source, bold_starts),
                capitals=is_capitals(text),
                column=source.columns.get(start, 0),
                gap=first_gap,
                furniture=_PAGE_NUMBER.fullmatch(text) is not None or _inside(span, source.furniture, furniture_starts),
            )
        )
        blanks = 0
    return tuple(lines)


def _inside(span: Span, stretches: tuple[Span, ...], starts: list[int]) -> bool:
    """Whether one of the stretches holds the span."""
    at = bisect_right(starts, span.start) - 1
    return at >= 0 and stretches[at].holds(span)


def _covered(span: Span, source: SourceText, bold_starts: list[int]) -> bool:
    """Whether emphasis covers the line, but for marks at its ends."""
    at = bisect_left(bold_starts, span.start + 3)
    covered = sum(min(b.end, span.end) - max(b.start, span.start) for b in source.bold[max(at - 2, 0) : at + 3] if b.overlaps(span))
    return covered > 0 and covered >= (span.end - span.start) - 3
