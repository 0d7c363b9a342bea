"""Writes the paragraphs of pages as one text, with a box for every character."""

from __future__ import annotations

from array import array

from ..provenance import Boxes, Decoded, Page, WordConfidence
from ..spans import Span
from .pdf_geometry import Glyphs, Word
from .pdf_layout import PrintLine, Segment
from .pdf_paragraphs import Paragraph, is_cut

_COLUMN = 5.5  # points: about a letter
_RIGHT_COLUMN = 36  # where a right column begins at the least
_LEFT_COLUMN = 20  # where the lines of a left column begin at the most
_GAP = 4  # blanks between segments of a line
_NO_BOX = array("f", bytes(16))


class Writer:
    """Text as it grows, and what is known of it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._paragraph = 0
        self._last: Segment | None = None  # of the paragraph so far
        self._boxes = array("f")
        self._bold: list[Span] = []
        self._furniture: list[Span] = []
        self._pages: list[Page] = []
        self._confidence: list[WordConfidence] = []

    def page(self, number: int, width: float, height: float, paragraphs: list[Paragraph], glyphs: Glyphs) -> None:
        """Writes a page."""
        if self._pages and not (paragraphs and paragraphs[0].goes_on):
            self._plain("\n")
        start = self._length
        margin = min((paragraph.lines[0].left for paragraph in paragraphs if not paragraph.furniture), default=0.0)
        for at, paragraph in enumerate(paragraphs):
            if at:
                self._plain("\n\n" if paragraph.apart else "\n")
            if not paragraph.goes_on:
                self._plain(" " * _indent(paragraph.lines[0], margin))
                self._paragraph, self._last = self._length, None
            begun = self._length
            for line in paragraph.lines:
                self._line(line, glyphs)
            if paragraph.furniture:
                self._furniture.append(Span(begun, self._length))
        self._pages.append(Page(number, Span(start, self._length), width, height))

    def _line(self, line: PrintLine, glyphs: Glyphs) -> None:
        """Writes a line after those of its paragraph."""
        if self._last is not None and not is_cut(self._last, line.segments[0]):
            self._plain(" ")
        if line.cells is not None:
            for cell in line.cells:
                self._plain("| ")
                for at, segment in enumerate(cell):
                    self._plain(" " if at and not is_cut(cell[at - 1], segment) else "")
                    self._words(segment.words, glyphs)
                self._plain(" ")
            self._plain("|")
            return
        for at, segment in enumerate(line.segments):
            self._plain(" " * _GAP if at else "")
            self._words(segment.words, glyphs)
        self._last = line.segments[-1]

    def _words(self, words: list[Word], glyphs: Glyphs) -> None:
        for at, word in enumerate(words):
            if at:
                self._plain(" ")
            start = self._length
            self._parts.append(word.text)
            self._boxes.extend(glyphs.boxes[word.start * 4 : word.end * 4])
            self._length += word.end - word.start
            if word.bold:
                self._embolden(start)
            if word.confidence < 1:
                self._confidence.append(WordConfidence(Span(start, self._length), word.confidence))

    def _embolden(self, start: int) -> None:
        """Marks what was written from `start` as bold, in one stretch with the bold words before it in the paragraph."""
        last = self._bold[-1] if self._bold else None
        if last and last.end >= start - 1 and last.start >= self._paragraph:
            start = last.start
            self._bold.pop()
        self._bold.append(Span(start, self._length))

    def _plain(self, text: str) -> None:
        """Writes blanks, bars and line ends, which have no box."""
        self._parts.append(text)
        self._length += len(text)
        self._boxes.extend(_NO_BOX * len(text))

    def decoded(self) -> Decoded:
        """All that was written."""
        return Decoded(
            "".join(self._parts),
            bold=tuple(self._bold),
            furniture=tuple(self._furniture),
            pages=tuple(self._pages),
            boxes=Boxes(self._boxes),
            confidence=tuple(self._confidence),
        )


def _indent(line: PrintLine, margin: float) -> int:
    """How many blanks stand before the line: the later stages read columns and indents from them."""
    column = max(round((line.left - margin) / _COLUMN), 0)
    if line.side > 0:
        return max(column, _RIGHT_COLUMN)
    return min(column, _LEFT_COLUMN) if line.side < 0 else column
