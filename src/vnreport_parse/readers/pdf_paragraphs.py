"""From printed lines to paragraphs: which line goes on with the one above it."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from .pdf_geometry import Word
from .pdf_layout import PrintLine, Segment

_PITCH = 1.18  # of the usual distance between lines: more parts paragraphs
_APART = 1.6  # more is as much as an empty line
_INDENT = 0.5  # of the letter height
_SEEN = 3  # lines that end at one place show a margin
_SAME_SIZE = 0.82
_COLUMN = 6.0  # of the letter height: what stands further right begins another column
_BLANK = 0.3  # width of a blank, of the letter height
_MARKER = re.compile(r"[-+•*–—○●▪]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[IVX]{1,5}|[A-ZĐ])[.)/]")
_ENDS = (".", ";", ":", "!", "?")
_OPEN = (",", " -", " –")
# A token that the end of the line cut: 126/2024/NĐ-, 2020-, 2769/
_CUT = re.compile(r"\S*[^\W_]-|\S*\d/|\S+/\S+/")
# KT. GIÁM ĐỐC: a post follows on a line of its own
_SIGNS = re.compile(r"(?:KT|TM|TL|TUQ|Q|K/T|T/M|T/L)\.?\s*\w")


@dataclass(slots=True)
class Paragraph:
    """Lines that are read as one, between the margins of their block.

    `apart`: white space stands above it; `furniture`: only the page says it; `goes_on`: with the last one of the page before.
    """

    lines: list[PrintLine]
    margins: tuple[float, float] = (0.0, 0.0)
    apart: bool = False
    furniture: bool = False
    goes_on: bool = False

    @property
    def columns(self) -> int:
        """The number of cells where it is the row of a table, else 0."""
        return len(self.lines[0].cells or ())


class Print(NamedTuple):
    """How a document is printed: the distance between lines of a paragraph, and where most end; infinity where none is seen."""

    pitch: float
    right: float


def print_of(pages: list[list[PrintLine]]) -> Print:
    """How pages of one width are printed."""
    right, lines = _right_margin([line for lines in pages for line in lines if not line.side])
    return Print(_usual_pitch(pages), right if lines >= _SEEN else math.inf)


def paragraphs_of(lines: list[PrintLine], usual: Print) -> list[Paragraph]:
    """The paragraphs of a page, in order."""
    margins = _margins(lines)
    for block in {line.block for line in lines if not line.side}:
        margins[block] = margins[block][0], max(margins[block][1], usual.right)  # a few short lines show no margin
    found: list[Paragraph] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is None or before.block != line.block:
            found.append(Paragraph([line], margins[line.block], apart=before is not None))
            continue
        pitch = line.baseline - before.baseline
        if pitch <= _PITCH * usual.pitch and _goes_on(found[-1].lines, line, *margins[line.block]):
            found[-1].lines.append(line)
        else:
            apart = pitch > _APART * usual.pitch and (before.cells is None or line.cells is None)
            found.append(Paragraph([line], margins[line.block], apart))
    return found


def goes_over(before: Paragraph, after: Paragraph) -> bool:
    """Whether the last paragraph of a page goes on with the first one of the next."""
    line = after.lines[0]
    if before.furniture or after.furniture or not line.segments or before.lines[-1].text.endswith(_ENDS):
        return False
    if before.margins[0] - after.margins[0] > _COLUMN * line.segments[0].height:
        return False  # the right column of a page does not go on in the left one of the next
    return _goes_on(before.lines, line, after.margins[0], before.margins[1])


def is_cut(before: Segment, after: Segment) -> bool:
    """Whether the end of a line cut a token: `NĐ-` and `CP`."""
    last, first = before.words[-1].text, after.words[0].text
    return _CUT.fullmatch(last) is not None and first[0].isalnum()


def _usual_pitch(pages: list[list[PrintLine]]) -> float:
    """The distance between the lines of a paragraph: what is met most below lines that are full, else between any."""
    every: list[float] = []
    full: list[float] = []
    for lines in pages:
        margins = _margins(lines)
        for before, line in pairwise(lines):
            pitch = line.baseline - before.baseline
            if before.block != line.block or not 0 < pitch < 3 * line.segments[0].height:
                continue
            every.append(pitch)
            if before.right + _width(line.segments[0].words[0]) > margins[line.block][1]:
                full.append(pitch)
    return median(full or every) if every else 0.0


def _margins(lines: list[PrintLine]) -> dict[int, tuple[float, float]]:
    """Left and right margin of each block."""
    blocks: dict[int, list[PrintLine]] = {}
    for line in lines:
        blocks.setdefault(line.block, []).append(line)
    return {block: (min(line.left for line in own), _right_margin(own)[0]) for block, own in blocks.items()}


def _right_margin(lines: list[PrintLine]) -> tuple[float, int]:
    """Where most lines end, of two such places the one further right, and how many: a speck beside the text moves no margin."""
    ends = sorted(line.right for line in lines)
    if not ends:
        return 0.0, 0
    near = lines[0].segments[0].height / 2 if lines[0].segments else 0.0
    count, right = max((bisect_right(ends, end + near) - bisect_left(ends, end - near), end) for end in ends)
    return (right, count) if count >= _SEEN else (ends[-1], 1)


def _goes_on(lines: list[PrintLine], line: PrintLine, left: float, right: float) -> bool:
    """Whether the line goes on with the paragraph that `lines` are so far, in a block with these margins."""
    before = lines[-1]
    if before.cells is not None or line.cells is not None or len(before.segments) > 1 or len(line.segments) > 1:
        return False
    if not _same_size(before.segments[0], line.segments[0]):
        return False
    if is_cut(before.segments[0], line.segments[0]):
        return True
    words = line.segments[0].words
    height = max(word.height for word in words)
    room = right - before.right - 2 * _BLANK * height
    if _is_centred(line, left, right) and abs(before.left - left - right + before.right) < height:
        return not line.side and room + before.left - left < _width(words[0]) and _is_bold([before, line])
    if line.side or math.isfinite(room) and room >= _width(words[0]):
        return False  # columns are lists; or the first word had room on the line above
    if math.isinf(room) and not before.text.endswith(_OPEN) and (not words[0].text[0].islower() or before.text.endswith(_ENDS)):
        return False
    return _is_inside(lines, line, left, height)


def _is_inside(lines: list[PrintLine], line: PrintLine, left: float, height: float) -> bool:
    """Whether a line under a full one begins as those inside a paragraph do: at the margin, in the same print, no bullet."""
    before, words = lines[-1], line.segments[0].words
    if before.segments[0].words[-1].bold != words[0].bold and _is_bold(lines) != _is_bold([line]):
        return False  # a heading, and the text under it
    if _SIGNS.match(before.text) and before.text.isupper():
        return False
    indented = line.left - left > _INDENT * height
    sunk = lines[0].left - line.left >= _INDENT * height  # the first line of the paragraph is indented
    if _MARKER.fullmatch(words[0].text) and (indented or before.text.endswith(_ENDS) or not sunk):
        return False
    if indented:  # a list whose lines hang under the text of the first one
        hang = lines[1].left if len(lines) > 1 else _after_marker(lines[0].segments[0].words)
        return hang is not None and abs(line.left - hang) < _INDENT * height
    return True


def _is_centred(line: PrintLine, left: float, right: float) -> bool:
    """Whether as much is free on either side of the line, and more than nothing."""
    before, after = line.left - left, right - line.right
    height = line.segments[0].height
    return before > height and abs(before - after) < height


def _is_bold(lines: list[PrintLine]) -> bool:
    return all(word.bold for line in lines for segment in line.segments for word in segment.words)


def _same_size(one: Segment, other: Segment) -> bool:
    """Whether two lines are set in one size: by what the file says, or by the height of their letters."""
    by_size = one.words[0].size == other.words[-1].size > 0
    return by_size or _SAME_SIZE < one.height / max(other.height, 1.0) < 1 / _SAME_SIZE


def _width(word: Word) -> float:
    return word.right - word.left


def _after_marker(words: list[Word]) -> float | None:
    """Where the text after a bullet or a number begins."""
    return words[1].left if len(words) > 1 and _MARKER.fullmatch(words[0].text) else None
