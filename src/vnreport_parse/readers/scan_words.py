"""From a picture to the words of a page as the layout takes them, in points, and what is uncertain about them."""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

import regex

from ..diagnostics import Diagnostic, diagnose
from ..provenance import Box
from ..source import SourceText
from ..spans import Span
from ..syllables import is_syllable
from .pdf_document import PageWords
from .pdf_geometry import Glyphs, Word
from .pdf_layout import column_bands, rows_of
from .pdf_tables import Rule, grids_of
from .scan_blanks import with_blanks
from .scan_image import Picture, clean
from .scan_ocr import Token, recognise
from .scan_phrases import AROUND, bare, mended

_TOUCH = 10.0  # points: ends of rules are seen no more exactly
_FAINT = 0.94  # mean confidence of a page: clean print has more
_TURNED = 0.6  # mean confidence of a page that does not lie upright
_SOME = 20  # words; a picture of something else is not turned about
_NO_WORSE = 0.05
_KEPT = 0.8  # of the words of a band that the second reading must have
_TITLE = 0.1  # of the height of the page: the title and subject under a letterhead
_SAME_WORD = 0.6  # of the width
_UNCERTAIN = 0.6
_MENDED = 0.55  # of a word that was read otherwise than it looks: always uncertain
_MOST = 100  # diagnostics of single words


def scanned_page(name: str, image: Picture, size: tuple[float, float], number: int) -> PageWords:
    """The words of a picture of a page at about 300 dpi; `size` is the page's in points. Raises `ConverterError`.

    A page that lies on its side, or on its head, is read as it is turned upright.
    """
    cleaned = clean(image)
    tokens = _passes(name, cleaned.image)
    if len(tokens) > _SOME and _mean(tokens) < _TURNED:
        for quarters in (1, 3, 2):
            other = clean(image.rotate(90 * quarters, expand=True))
            found = _passes(name, other.image)
            if _mean(found) > max(_mean(tokens), _TURNED):
                cleaned, tokens, size = other, found, size if quarters == 2 else (size[1], size[0])
                break
    tokens, unread, read = with_blanks(name, cleaned.image, tokens)
    scale = size[0] / max(cleaned.image.width, 1)
    words: list[Word] = []
    boxes = array("f")
    text = ""
    for token in tokens:
        words.append(_word(token, len(text), scale))
        boxes += _letter_boxes(cleaned.before(token.box), len(token.text), scale)
        text += token.text
    across, down = ([Rule(*(scale * value for value in rule)) for rule in rules] for rules in (cleaned.across, cleaned.down))
    notes = [diagnose(code, page=number, value=place) for code, places in (("D115", unread), ("D116", read)) for place in places]
    return PageWords(number, *size, Glyphs(text, boxes), words, grids=grids_of(across, down, _TOUCH), way="ocr", notes=notes)


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


# ---------------------------------------------------------------- passes
def _passes(name: str, image: Picture) -> list[Token]:
    """The words of the page: read as a whole, columns again by themselves, and all again in bolder print where it is faint."""
    from PIL import ImageFilter  # noqa: PLC0415

    tokens = recognise(name, image)
    if _mean(tokens) < _FAINT:
        tokens = _surer(tokens, recognise(name, image.filter(ImageFilter.MinFilter(3))))
    rows = rows_of([_word(token, 0, 1.0) for token in tokens], "")
    scattered: list[Token] = []
    for top, bottom in column_bands(rows):
        upper, lower = _between_rows(top, bottom, tokens, image.height)
        again = [
            token._replace(box=_lowered(token.box, upper), baseline=token.baseline + upper)
            for token in recognise(name, image.crop((0, upper, image.width, lower)), "sparse")
        ]
        inside = [token for token in tokens if upper <= token.baseline < lower]
        if _mean(again) >= _mean(inside) - _NO_WORSE and len(again) >= _KEPT * len(inside):
            tokens = [token for token in tokens if not upper <= token.baseline < lower]
            scattered += _surer(again, inside)
    alone = [token for line in _segments(tokens) if _is_alone(line, image.width) for token in line]
    tokens = [token for token in tokens if token not in alone] + by_segments(name, image, scattered + alone)
    for at, text in mended([token.text for token in tokens], _neighbours(tokens)).items():
        tokens[at] = tokens[at]._replace(text=text, confidence=min(tokens[at].confidence, _MENDED))
    return tokens


# ---------------------------------------------------------------- segments
_APART = 1.2  # of the height of a word: a wider gap parts segments
_MARGIN = 24  # pixels between segments that are set under one another
_HEM = 6  # pixels beside a segment
_ABOVE, _BELOW = 0.35, 0.2  # of its height: marks that were not seen
_NEXT_LINE = 1.8  # of the height of a word
_FEW, _SHORT = 6, 0.4  # words, and part of the width of the page, of a line that stands alone


def by_segments(name: str, image: Picture, tokens: list[Token]) -> list[Token]:
    """Words that stand here and there, each as it reads when the segments of lines are set under one another as a block.

    Recognition of scattered words loses marks: `Hiên` for `Hiền`. Of two readings that differ by marks alone, the one with more
    marks is right: marks are lost, and seldom invented.
    """
    from PIL import Image  # noqa: PLC0415

    boxes = [_hull(segment) for segment in _segments(tokens)]
    if not boxes:
        return tokens
    width = max(right - left for left, _, right, _ in boxes) + 2 * _MARGIN
    block = Image.new("L", (width, sum(bottom - top + _MARGIN for _, top, _, bottom in boxes) + _MARGIN), 255)
    others: list[Token] = []
    places: list[tuple[int, tuple[int, int, int, int]]] = []
    at = _MARGIN
    for box in boxes:
        block.paste(image.crop(box), (_MARGIN, at))
        places.append((at, box))
        at += box[3] - box[1] + _MARGIN
    for token in recognise(name, block, "block"):
        middle = (token.box[1] + token.box[3]) / 2
        start, box = next((place for place in reversed(places) if place[0] <= middle), places[0])
        across, down = box[0] - _MARGIN, box[1] - start
        moved = token.box[0] + across, token.box[1] + down, token.box[2] + across, token.box[3] + down
        others.append(token._replace(box=moved))
    return _surer(tokens, others, marks=True)


def _segments(tokens: list[Token]) -> list[list[Token]]:
    found: list[list[Token]] = []
    for token in tokens:
        last = found[-1][-1] if found else None
        if last and last.line == token.line and token.box[0] - last.box[2] < _APART * token.height:
            found[-1].append(token)
        else:
            found.append([token])
    return found


def _neighbours(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """The places of words that follow each other: on a line, or from a line to the next of its column."""
    yield from pairwise(range(len(tokens)))
    ends: list[tuple[int, Token]] = []
    at = 0
    for segment in _segments(tokens):
        first = segment[0]
        for end, last in ends:
            below = first.baseline - last.baseline
            if 0 < below < _NEXT_LINE * last.height and first.box[0] < last.box[2] and last.box[0] < segment[-1].box[2]:
                yield end, at
        at += len(segment)
        ends = [*ends[-8:], (at - 1, segment[-1])]


def _is_alone(line: list[Token], width: int) -> bool:
    """Whether a line is a short one: a title, a name under a signature."""
    return len(line) <= _FEW and line[-1].box[2] - line[0].box[0] < _SHORT * width


def _hull(segment: list[Token]) -> tuple[int, int, int, int]:
    left, top = (min(token.box[side] for token in segment) for side in (0, 1))
    right, bottom = (max(token.box[side] for token in segment) for side in (2, 3))
    height = bottom - top
    return int(left) - _HEM, int(top - _ABOVE * height), int(right) + _HEM, int(bottom + _BELOW * height)


def _between_rows(top: float, bottom: float, tokens: list[Token], height: int) -> tuple[int, int]:
    """The band of columns cut where no line stands: with the title under a letterhead, and from the edge of the page."""
    usual = median(token.height for token in tokens)
    upper = 0.0 if all(token.baseline >= top for token in tokens) else top - usual / 3
    lower = bottom + (_TITLE * height if top < height / 4 else 0)
    for token in sorted(tokens, key=lambda token: token.box[1]):
        if token.box[1] < lower < token.box[3] + usual / 4:
            lower = token.box[3] + usual / 4
    return max(int(upper), 0), min(int(lower), height)


def _lowered(box: Box, by: float) -> Box:
    return box[0], box[1] + by, box[2], box[3] + by


def _mean(tokens: list[Token]) -> float:
    letters = sum(len(token.text) for token in tokens)
    return sum(token.confidence * len(token.text) for token in tokens) / letters if letters else 0.0


def _surer(tokens: list[Token], others: list[Token], *, marks: bool = False) -> list[Token]:
    """The words, each as the other reading has it where that is surer, or (`marks`) has a mark more."""
    chosen = []
    for token in tokens:
        middle = (token.box[1] + token.box[3]) / 2
        over = [other for other in others if other.box[1] < middle < other.box[3] and _overlap(token.box, other.box) > _SAME_WORD]
        better = len(over) == 1 and (over[0].confidence > token.confidence + _NO_WORSE or marks and _has_more_marks(over[0], token))
        chosen.append(token._replace(text=over[0].text, confidence=over[0].confidence) if better else token)
    return chosen


def _has_more_marks(one: Token, other: Token) -> bool:
    """Whether a word is another with a mark more, and about as sure."""
    if one.confidence < other.confidence - _NO_WORSE or one.text == other.text or bare(one.text) != bare(other.text):
        return False
    return is_syllable(one.text.strip(AROUND)) and len(_apart(one.text)) > len(_apart(other.text))


def _apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _overlap(one: Box, other: Box) -> float:
    shared = min(one[2], other[2]) - max(one[0], other[0])
    return shared / max(one[2] - one[0], other[2] - other[0], 1.0)


# ---------------------------------------------------------------- how sure
class Confidence:
    """How sure the letters of recognised pages are on average."""

    def __init__(self) -> None:
        self._sum = 0.0
        self._letters = 0

    def add(self, page: PageWords) -> None:
        """Takes in a page, if it was recognised."""
        if page.way == "ocr":
            self._sum += sum(word.confidence * len(word.text) for word in page.words)
            self._letters += sum(len(word.text) for word in page.words)

    @property
    def mean(self) -> float | None:
        """From 0 to 1; None where nothing was recognised."""
        return round(self._sum / self._letters, 3) if self._letters else None


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
