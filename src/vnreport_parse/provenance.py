"""Where decoded text came from: pages and boxes, paragraphs and cells. What a reader hands to `normalise`.

All spans here index the text as the reader decoded it; `View` leads from the normalised text to them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal, NamedTuple

from .spans import Span

SourceFormat = Literal["txt", "md", "html", "docx", "doc", "pdf", "scan"]
Box = tuple[float, float, float, float]  # left, top, right, bottom in points; the origin is the page's upper left corner


class Page(NamedTuple):
    """A page: its number from 1, its text, its size in points."""

    number: int
    span: Span
    width: float
    height: float


class Block(NamedTuple):
    """A stretch with a place of its own: `paragraph 12`, `table 2, row 3, cell 1`, `footnote 1`."""

    span: Span
    label: str


class Place(NamedTuple):
    """A stretch of one line on one page."""

    page: int
    box: Box


class Location(NamedTuple):
    """Where a stretch of `Report.text` stands in the file.

    `span` and `text` are the file's own characters, before anything was normalised; `line` and `column` those of
    the first, from 1. `page`, `places` (a box for each line of print, in points) and `block` (`table 2, row 3,
    cell 1`) are given by formats that have them; `confidence` is that of the least certain word of a scan.
    """

    span: Span
    text: str
    line: int
    column: int
    page: int | None
    places: tuple[Place, ...]
    block: str | None
    confidence: float | None


class WordConfidence(NamedTuple):
    """How sure the character recognition is of a word: 0 to 1."""

    span: Span
    confidence: float


class Boxes:
    """The box of each character of the decoded text; four floats a character, all zero where there is none."""

    def __init__(self, values: array[float] | None = None) -> None:
        self._values = values if values is not None else array("f")

    def __len__(self) -> int:
        return len(self._values) // 4

    def append(self, box: Box = (0.0, 0.0, 0.0, 0.0)) -> None:
        """Adds the box of the next character."""
        self._values.extend(box)

    def __getitem__(self, at: int) -> Box:
        left, top, right, bottom = self._values[at * 4 : at * 4 + 4]
        return left, top, right, bottom

    def lines(self, span: Span) -> list[Box]:
        """One box for each line of print that the span touches."""
        found: list[Box] = []
        for at in range(span.start, min(span.end, len(self))):
            box = self[at]
            if box[2] <= box[0]:
                continue
            last = found[-1] if found else None
            if last and box[1] < last[3] and box[3] > last[1] and box[0] >= last[0] - 1:
                found[-1] = (last[0], min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
            else:
                found.append(box)
        return found


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file before it is normalised, with what the format says about it.

    `bold`: emphasised stretches. `furniture`: page numbers, running heads, signature stamps; they stay in
    the text, and the later stages pass over them. `markup`: whether `**` and the like are markdown marks.
    """

    text: str
    bold: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    boxes: Boxes | None = None
    confidence: tuple[WordConfidence, ...] = ()
    markup: bool = False

    def page_at(self, offset: int) -> int | None:
        """The number of the page that holds an offset."""
        at = bisect_right([page.span.start for page in self.pages], offset) - 1
        return self.pages[at].number if at >= 0 else None

    def places(self, span: Span) -> tuple[Place, ...]:
        """Where a stretch stands in print: a box for each line, page by page."""
        found: list[Place] = []
        for page in self.pages:
            start, end = max(span.start, page.span.start), min(span.end, page.span.end)
            if start < end and self.boxes is not None:
                found += [Place(page.number, box) for box in self.boxes.lines(Span(start, end))]
        return tuple(found)

    def block_in(self, span: Span) -> str | None:
        """The paragraph or cell where a stretch begins; that of its first letters, if it begins with the edge of a table."""
        at = max(bisect_right([block.span.start for block in self.blocks], span.start) - 1, 0)
        last = max(span.end, span.start + 1)
        near = (block for block in self.blocks[at : at + 2] if block.span.start < last and span.start < block.span.end)
        return next((block.label for block in near), None)

    def confidence_in(self, span: Span) -> float | None:
        """How sure the least certain word is that the span touches."""
        return min((word.confidence for word in self.confidence if word.span.overlaps(span)), default=None)

    def locate(self, span: Span) -> Location:
        """All that is known of where the stretch stands."""
        line, column = self.line_at(span.start)
        return Location(
            span=span,
            text=span.of(self.text),
            line=line,
            column=column,
            page=self.page_at(span.start),
            places=self.places(span),
            block=self.block_in(span),
            confidence=self.confidence_in(span),
        )

    def line_at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line_start = self.text.rfind("\n", 0, offset) + 1
        return self.text.count("\n", 0, offset) + 1, offset - line_start + 1
