"""What the page adds to the document: page numbers, running heads, the head of the Công báo, signature stamps."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from itertools import pairwise

from ..patterns import fold
from .pdf_geometry import Word
from .pdf_layout import Row

_EDGE_ROWS = 3  # of a page, where furniture stands
_MARGIN = 0.1  # of the height of the page, where page numbers stand
_HEAD = 0.15  # the same for running heads
_SAME_HEIGHT = 10.0  # points between running heads of two pages

_PAGE_NUMBER = re.compile(r"[-–\s]*(?:trang|page)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?[-–.\s]*", re.IGNORECASE)
# CÔNG BÁO/Số 281/Ngày 21-05-2026
_GAZETTE = re.compile(r"(?:\d{1,4}\s+)?công báo\s*/\s*số\b.*\bngày\b")
# The words of a signature stamp, over text without marks.
_STAMP = re.compile(
    r"""
      ^(?:nguoi|duoc|da|ky[ ]so)?[ ]?ky[ ](?:boi|so)\b | ^nguoi[ ]ky[ ]?: | ^(?:ngay|thoi[ ]gian|gio)[ ]ky\b
    | ^(?:signature[ ](?:valid|not)|digitally[ ]signed|signed[ ]by)\b
    | ^co[ ]quan[ ]?:.*\b(?:tinh|thanh[ ]pho|bo|so)\b | ^(?:e-?mail)[ ]?: | ^[\w.-]+@[\w.-]+\.\w+$
    | \d{1,2}[./-]\d{1,2}[./-]\d{4}[ ]+\d{1,2}:\d\d(?::\d\d)?[ ]*(?:[+]\d\d:?\d\d)? | \d\d:\d\d:\d\d[ ]*[+]\d\d:?\d\d
    """,
    re.VERBOSE,
)
_STAMP_OPENS = re.compile(r"^(?:nguoi|duoc|da|ky so)? ?ky boi\b|^nguoi ky ?:|^digitally signed|^signature (?:valid|not)")
_MAY_STAMP = re.compile(r"k[yý] b[oở]i|người ký|digitally|signature", re.IGNORECASE)
_STAMP_LINES = 7


def _plain(text: str) -> str:
    """Folded, without marks."""
    return "".join(
        char for char in unicodedata.normalize("NFD", fold(unicodedata.normalize("NFC", text))) if not "\u0300" <= char <= "\u036f"
    ).replace("đ", "d")


def is_stamp(text: str) -> bool:
    """Whether a line is one of a signature stamp: `Thời gian ký: 05.08.2022 15:03:47 +07:00`."""
    return _STAMP.search(_plain(text[:120])) is not None


# ---------------------------------------------------------------- stamps
def part_stamps(words: list[Word], text: str, own: int) -> tuple[list[Word], list[list[Word]]]:
    """The words of the page and those of its signature stamps, line by line.

    `own` is where the text of annotations begins in `text`; an annotation that is no signature (a number over a
    blank) belongs to the page.
    """
    if own == len(text) and not _MAY_STAMP.search(text):
        return words, []
    lines = _engine_lines(words, text)
    stamped: set[int] = set()
    at = 0
    while at < len(lines):
        written = _plain(_written(lines[at]))
        if lines[at][0].first >= own:
            stop = _annotation_end(lines, at)
            if any(is_stamp(_written(line)) for line in lines[at:stop]):
                stamped.update(range(at, stop))
            at = stop
        elif _STAMP_OPENS.match(written):
            stop = max(
                (n + 1 for n in range(at, min(at + _STAMP_LINES, len(lines))) if is_stamp(_written(lines[n]))), default=at + 1
            )
            stamped.update(range(at, stop))
            at = stop
        else:
            at += 1
    kept = [word for n, line in enumerate(lines) if n not in stamped for word in line]
    return kept, sorted((lines[n] for n in stamped), key=lambda line: (line[0].top, line[0].left))


def _written(line: list[Word]) -> str:
    return " ".join(word.text for word in line)


def _engine_lines(words: list[Word], text: str) -> list[list[Word]]:
    """The words by the line breaks of the file's own order, and by its leaps over the page."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.first):
        last = lines[-1][-1] if lines else None
        if last and "\n" not in text[last.first : word.first] and _is_beside(last, word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _is_beside(before: Word, word: Word) -> bool:
    height = max(before.height, word.height)
    return abs(word.baseline - before.baseline) < height / 2 and -height < word.left - before.right < 2 * height


def _annotation_end(lines: list[list[Word]], at: int) -> int:
    """The line after those that stand close under each other, as the lines of one stamp do."""
    stop = at + 1
    for upper, lower in pairwise(lines[at:]):
        if abs(lower[0].top - upper[0].bottom) > 1.5 * max(upper[0].height, 4.0):
            break
        stop += 1
    return stop


# ---------------------------------------------------------------- heads and page numbers
RunningHead = tuple[bool, str]  # whether it stands at the upper edge, and what it says, its digits left out


def find_furniture(pages: list[list[Row]], heights: list[float], known: set[RunningHead]) -> list[set[int]]:
    """For each page the rows that are page numbers or running heads, by their place in the page.

    `known` are the heads of the pages before; it takes in those that are found.
    """
    found: list[set[int]] = [set() for _ in pages]
    recurring: dict[RunningHead, list[tuple[int, int]]] = defaultdict(list)
    for page, rows in enumerate(pages):
        for at in _edge_rows(rows):
            text = " ".join(segment.text for segment in rows[at])
            if (
                _GAZETTE.match(fold(text))
                or _PAGE_NUMBER.fullmatch(text)
                and _in_margin(rows[at], _MARGIN * heights[page], heights[page])
            ):
                found[page].add(at)
            elif _in_margin(rows[at], _HEAD * heights[page], heights[page]):
                recurring[at < _EDGE_ROWS, re.sub(r"\d+", "#", fold(text))].append((page, at))
    for head, places in recurring.items():
        numbers = {page for page, _ in places}
        if head not in known and (len(head[1]) < 3 or len(numbers) < 2 or len(numbers) < 0.3 * len(pages)):
            continue
        for page, at in places:
            level = pages[page][at][0].top
            beside = any(other != page and abs(pages[other][row][0].top - level) < _SAME_HEIGHT for other, row in places)
            if (beside or head in known) and _outermost(at, pages[page], found[page]):
                found[page].add(at)
                known.add(head)
    return found


def _edge_rows(rows: list[Row]) -> list[int]:
    return [at for at in range(len(rows)) if at < _EDGE_ROWS or at >= len(rows) - _EDGE_ROWS]


def _in_margin(row: Row, margin: float, height: float) -> bool:
    return row[0].bottom < margin or row[0].top > height - margin


def _outermost(at: int, rows: list[Row], furniture: set[int]) -> bool:
    """Whether only furniture stands between the row and the edge of the page."""
    beyond = range(at) if at < _EDGE_ROWS else range(at + 1, len(rows))
    return all(other in furniture for other in beyond)
