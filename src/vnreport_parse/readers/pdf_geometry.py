"""From the characters of a page to its words: in the engine's order where that is sound, by their places otherwise.

LibreOffice draws the letters that a font lacks (ỉ, ộ, ở) in another font, after the rest of the line; the
engine's text then reads `T nh ... ỉ`. The boxes tell where each letter belongs.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from ..provenance import Box
from ..spans import Span
from ..syllables import is_syllable
from .pdf_engine import Face, RawPage

SOUND = 0.96  # of the words that can be judged
_FEW = 8  # words, of which one may be a foreign name
_TORN = frozenset("bcdknpqrsvx")  # letters that no word consists of: what is left of `kế`
_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"@|://|www\.|\.vn\b")
_TOKEN = re.compile(r"\S+")
_BOLD = re.compile(r"bold|black|heavy|demi|-bd\b", re.IGNORECASE)
_FOOTNOTED = re.compile(r"(?P<before>\S*[^\W\d_]|\S*\d?[)\]”\"%;,.])(?P<digits>\d{1,3})[,.;:]?")
_UNIT = re.compile(r"[\d.,/(]*(?:[kcdm]?m|ha)")  # m2, km2
_SMALL = 0.82
_NEXT_LINE = 0.5  # of the letter height
_SPACE = 0.17  # of the letter height: a smaller gap is none between words
_HORNED = frozenset("ƠỚỜỞỠỢƯỨỪỬỮỰơớờởỡợưứừửữự")  # the horn reaches over the next letter
_AFTER_HORN = 0.06
_SAME_LINE = 0.3  # of the letter height


@dataclass(slots=True)
class Word:
    """A word on a page. `start:end` are its characters in the page's `Glyphs`, `first:last` those in the file's own order."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    start: int
    end: int
    first: int
    last: int
    baseline: float = 0.0
    bold: bool = False
    font: str = ""
    size: float = 0.0
    confidence: float = 1.0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


@dataclass(slots=True)
class Glyphs:
    """Characters in reading order within each word, four floats of box for each."""

    text: str
    boxes: array[float]

    def box(self, at: int) -> Box:
        """The box of a character."""
        left, top, right, bottom = self.boxes[at * 4 : at * 4 + 4]
        return left, top, right, bottom


# ---------------------------------------------------------------- soundness
@lru_cache(maxsize=1 << 14)
def _is_right(word: str) -> bool:
    """Whether a word of letters can stand in Vietnamese text: a syllable, or an abbreviation in capitals."""
    return word.isupper() and len(word) <= 8 or is_syllable(word)


def soundness(words: list[Word]) -> float:
    """The share of words that are syllables; foreign names lower it a little, a wrong order of letters by half."""
    text = unicodedata.normalize("NFC", " ".join([word.text for word in words if not _ADDRESS.search(word.text)]))
    judged = [part for part in _LETTERS.findall(text) if len(part) > 1]
    torn = sum(word.text in _TORN for word in words)
    if not judged and not torn:
        return 1.0
    wrong = sum(not _is_right(part) for part in judged) + torn
    return 1.0 if wrong <= 1 and len(judged) >= _FEW else 1 - wrong / (len(judged) + torn)


# ---------------------------------------------------------------- words
def text_words(page: RawPage) -> tuple[Glyphs, list[Word]]:
    """The words of the page as the engine's text has them."""
    glyphs = Glyphs(page.text, page.boxes)
    words: list[Word] = []
    for found in _TOKEN.finditer(page.text):
        start, end = found.span()
        face, baseline = page.faces.get(start, Face()), page.baselines[start]
        for cut in _cuts(glyphs, start, end):
            words.append(_word(glyphs, Span(start, cut), Span(start, cut - 1), baseline, face))
            baseline += max(glyphs.box(cut)[3] - glyphs.box(start)[3], 0)  # a raised digit belongs to its line
            start = cut
        words.append(_word(glyphs, Span(start, end), Span(start, end - 1), baseline, face))
    return glyphs, words


def placed_words(page: RawPage, baselines: array[float]) -> tuple[Glyphs, list[Word]]:
    """The words of the page put together from the places of its characters."""
    layers = range(page.own), range(page.own, len(page.text))  # a stamp is never part of a word under it
    order = [word for layer in layers for line in _lines(page, layer, baselines) for word in _split(page, line)]
    boxes = array("f")
    for word in order:
        for at in word:
            boxes += page.boxes[at * 4 : at * 4 + 4]
    glyphs = Glyphs("".join(page.text[at] for word in order for at in word), boxes)
    face_starts = sorted(page.faces)
    words: list[Word] = []
    start = 0
    for word in order:
        near = bisect_right(face_starts, word[0]) - 1
        face = page.faces[face_starts[near]] if near >= 0 else Face()
        words.append(_word(glyphs, Span(start, start + len(word)), Span(word[0], word[-1]), baselines[word[0]], face))
        start += len(word)
    return glyphs, words


@lru_cache(maxsize=512)
def _is_bold(font: str) -> bool:
    return _BOLD.search(font) is not None


def _word(glyphs: Glyphs, span: Span, origin: Span, baseline: float, face: Face) -> Word:
    start, end = span
    boxes = glyphs.boxes
    first, stop = start * 4, end * 4
    right, bottom = max(boxes[first + 2 : stop : 4]), max(boxes[first + 3 : stop : 4])
    top = min(boxes[first + 1 : stop : 4])
    return Word(boxes[first], top, right, bottom, glyphs.text[start:end], start, end, *origin, baseline, _is_bold(face.name), *face)


def _cuts(glyphs: Glyphs, start: int, end: int) -> list[int]:
    """Where a word of the engine's is two: at a hyphen after which the next line begins, and before a footnote's digits."""
    cuts = []
    at = glyphs.text.find("-", start, end - 1)
    while at >= 0:
        here, after = glyphs.box(at), glyphs.box(at + 1)
        if after[1] > here[1] + _NEXT_LINE * (after[3] - after[1]) and after[0] < here[0]:
            cuts.append(at + 1)
        at = glyphs.text.find("-", at + 1, end - 1)
    raised = _raised(glyphs, cuts[-1] if cuts else start, end)
    return [*cuts, raised] if raised else cuts


def _raised(glyphs: Glyphs, start: int, end: int) -> int:
    """Where the small raised digits of a footnote begin at the end of a word: `NĐ-CP1`; 0 without any, and in `m2`."""
    found = _FOOTNOTED.fullmatch(glyphs.text, start, end)
    if found is None or _UNIT.fullmatch(found["before"]):
        return 0
    digit, letter = glyphs.box(found.start("digits")), glyphs.box(found.start("digits") - 1)
    small = digit[3] - digit[1] < _SMALL * (letter[3] - letter[1])
    return found.start("digits") if small and digit[3] < letter[3] - 0.5 else 0


def _lines(page: RawPage, layer: range, baselines: array[float]) -> list[list[int]]:
    """The characters of a layer by lines of print, each from left to right; line ends and the engine's own blanks left out."""
    boxes, text = page.boxes, page.text
    drawn = [at for at in layer if boxes[at * 4 + 2] > boxes[at * 4] and text[at] not in "\r\n"]
    drawn.sort(key=lambda at: (baselines[at], at))
    lines: list[list[int]] = []
    for at in drawn:
        height = boxes[at * 4 + 3] - boxes[at * 4 + 1]
        if lines and baselines[at] - baselines[lines[-1][0]] <= _SAME_LINE * height:
            lines[-1].append(at)
        else:
            lines.append([at])
    for line in lines:
        line.sort(key=lambda at: _place(text, boxes, at))
    return lines


def _place(text: str, boxes: array[float], at: int) -> float:
    """Where a character stands in its line; a mark drawn over a letter comes after it."""
    left, right = boxes[at * 4], boxes[at * 4 + 2]
    return (left + right) / 2 + 0.1 if unicodedata.combining(text[at]) else left


def _split(page: RawPage, line: list[int]) -> list[list[int]]:
    """The words of a line: parted by blanks, and by gaps that no blank fills."""
    words: list[list[int]] = []
    edge: float | None = None  # where the last letter ends; none after a blank
    horned = False
    for at in line:
        if page.text[at].isspace():
            edge = None
            continue
        left, top, right, bottom = page.boxes[at * 4 : at * 4 + 4]
        if edge is None or left - edge > (_AFTER_HORN if horned else _SPACE) * (bottom - top):
            words.append([at])
        else:
            words[-1].append(at)
        edge = max(right, edge or right)
        horned = page.text[at] in _HORNED
    return words
