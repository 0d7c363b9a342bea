"""From a picture to the words of a page as the layout takes them, in points, and what is uncertain about them."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import Any

import regex

from ..diagnostics import Diagnostic, diagnose
from ..provenance import Box
from ..source import SourceText
from ..spans import Span
from .pdf_document import PageWords
from .pdf_geometry import Glyphs, Word
from .pdf_tables import Rule, grids_of
from .scan_image import clean
from .scan_ocr import Token, recognise

_TOUCH = 10.0  # points: ends of rules are seen no more exactly
_UNCERTAIN = 0.6
_MOST = 100  # diagnostics of single words


def scanned_page(name: str, image: Any, number: int, size: tuple[float, float]) -> PageWords:  # noqa: ANN401
    """The words of a picture of a page at about 300 dpi; `size` is the page's in points. Raises `ConverterError`."""
    cleaned = clean(image)
    scale = size[0] / max(cleaned.image.width, 1)
    words: list[Word] = []
    boxes = array("f")
    text = ""
    for token in recognise(name, cleaned.image):
        words.append(_word(token, len(text), scale))
        boxes += _letter_boxes(cleaned.before(token.box), len(token.text), scale)
        text += token.text
    across, down = ([Rule(*(scale * value for value in rule)) for rule in rules] for rules in (cleaned.across, cleaned.down))
    return PageWords(number, *size, Glyphs(text, boxes), words, grids=grids_of(across, down, _TOUCH), way="ocr")


def _word(token: Token, start: int, scale: float) -> Word:
    left, top, right, bottom = (value * scale for value in token.box)
    end = start + len(token.text)
    word = Word(left, top, right, bottom, token.text, start, end, start, end - 1, token.baseline * scale)
    word.confidence = token.confidence
    return word


def _letter_boxes(box: Box, count: int, scale: float) -> array[float]:
    """Boxes for the letters of a word: equal parts of its own."""
    left, top, right, bottom = (value * scale for value in box)
    step = (right - left) / max(count, 1)
    boxes = array("f")
    for at in range(count):
        boxes.extend((left + at * step, top, left + (at + 1) * step, bottom))
    return boxes


# ---------------------------------------------------------------- how sure
def mean_confidence(pages: list[PageWords]) -> float | None:
    """The confidence of a letter on average, over the recognised pages; None without any."""
    words = [word for page in pages if page.way == "ocr" for word in page.words]
    letters = sum(len(word.text) for word in words)
    return round(sum(word.confidence * len(word.text) for word in words) / letters, 3) if letters else None


def uncertain_words(source: SourceText) -> list[Diagnostic]:
    """A remark for each word of the text that was recognised with little confidence, and one for their number."""
    doubtful = [word.span for word in source.view.decoded.confidence if word.confidence < _UNCERTAIN]
    if not doubtful:
        return []
    starts = [span.start for span in doubtful]
    found: list[Span] = []
    for word in regex.finditer(r"\S+", source.text):
        own = source.view.to_source(Span(*word.span()))
        at = bisect_right(starts, own.end - 1) - 1
        if at >= 0 and doubtful[at].overlaps(own):
            if found and source.text[found[-1].end : word.start()] == " ":
                found[-1] = Span(found[-1].start, word.end())
            else:
                found.append(Span(*word.span()))
    shown = [diagnose("D111", span, value=span.of(source.text)) for span in found[:_MOST]]
    return [diagnose("D112", count=len(doubtful)), *shown]

