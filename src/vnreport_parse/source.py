r"""The text every stage works on, and the way back from it to the file's own characters.

`normalise` turns decoded text into a `SourceText`: NFC, `\\n` line ends, one blank where the file
has many, no soft hyphens, no look-alike letters, no markdown marks. Each step writes down what it
replaced while it replaces it, so that `View.to_source` needs no comparison of two texts afterwards.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from .diagnostics import Diagnostic
from .markup import Edit, broken_cells, markup_edits
from .patterns import fold
from .provenance import Decoded, Location, SourceFormat
from .spans import Span, trim


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Offsets of a text after edits to offsets before; between edits the two run in step."""

    new_starts: tuple[int, ...]
    pieces: tuple[tuple[int, int, int], ...]  # new length, old start, old end
    length: int

    def to_old(self, span: Span) -> Span:
        """The smallest old stretch that gave `span`."""
        if not self.new_starts:
            return Span(0, 0)
        start = self._edge(span.start, last=False)
        end = self._edge(span.end - 1, last=True) if span.end > span.start else start
        return Span(start, max(start, end))

    def _edge(self, offset: int, *, last: bool) -> int:
        offset = min(max(offset, 0), self.length)
        at = max(bisect_right(self.new_starts, offset) - 1, 0)
        size, old_start, old_end = self.pieces[at]
        if size == old_end - old_start:  # in step, letter by letter
            return old_start + min(offset - self.new_starts[at] + last, size)
        return old_end if last else old_start


@dataclass(frozen=True, slots=True)
class View:
    """The way from `Report.text` back to the file: `decoded` holds its own characters, and where they stand."""

    maps: tuple[OffsetMap, ...] = ()
    decoded: Decoded = field(default_factory=lambda: Decoded(""))

    def to_source(self, span: Span) -> Span:
        """Where `span` of the normalised text stands in the file's own text."""
        for step in reversed(self.maps):
            span = step.to_old(span)
        return span

    def locate(self, span: Span) -> Location:
        """Where `span` of the normalised text stands in the file: its own characters, line, page, boxes, cell."""
        return self.decoded.locate(self.to_source(span))


@dataclass(frozen=True, slots=True)
class SourceText:
    """What a reader hands on. `columns` tells where text after a wide gap begins (letterhead, signature block).

    `columns` maps an offset of `text` to the column of its character in the source line, `tabs` one behind tabs
    to their number; `bold` are the emphasised stretches, `furniture` what only the page repeats, both sorted, over offsets
    of `text`.
    `folded` is the text for search (see `patterns.fold`), letter for letter under `text`.
    `reading` says which way the text was taken (`pdf.text`, `pdf.geometry`, `ocr`); `notes` what was odd.
    """

    text: str
    folded: str = ""
    view: View = View()
    bold: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    columns: dict[int, int] = field(default_factory=dict)
    tabs: dict[int, int] = field(default_factory=dict)
    path: str | None = None
    sha256: str = ""
    format: SourceFormat = "txt"
    encoding: str | None = "utf-8"
    pages: int | None = None
    ocr: bool = False
    reading: str | None = None
    confidence: float | None = None
    notes: tuple[Diagnostic, ...] = ()


# ---------------------------------------------------------------- edits
def apply(text: str, edits: Iterator[Edit]) -> tuple[str, OffsetMap]:
    """The text after `edits` (sorted, apart), and the map back."""
    out: list[str] = []
    starts: list[int] = []
    pieces: list[tuple[int, int, int]] = []
    new = old = 0

    def piece(written: str, old_start: int, old_end: int) -> None:
        nonlocal new
        if written:
            out.append(written)
            starts.append(new)
            pieces.append((len(written), old_start, old_end))
            new += len(written)

    for start, end, written in edits:
        piece(text[old:start], old, start)
        piece(written, start, end)
        old = end
    piece(text[old:], old, len(text))
    return "".join(out), OffsetMap(tuple(starts), tuple(pieces), new)


# Eth and African D for Đ, a caron for the breve, the OI of broken fonts for Ư, fullwidth colon and solidus.
_LOOK_ALIKE = str.maketrans("ÐðƉɖǍǎƢƣ：／\u00a0\u2007\u202f\u2002\u2003\u2009\u3000\uf0b7\uf02d", "ĐđĐđĂăƯư:/       •-")
_LOOK_ALIKE |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)  # halves of a pair, which no file can hold
_LETTER_EDITS = regex.compile(
    r"""
      (?P<line>\r\n?|\x0b|\x0c|\x85|\u2028|\u2029)           # line ends of other systems, a form feed
    | (?P<none>[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]+)  # soft hyphens, zero-width marks
    | (?P<cluster>[^\p{M}\s]\p{M}++)                          # a letter and its loose marks
    """,
    regex.VERBOSE,
)
_TONES = "\u0300\u0301\u0303\u0309\u0323\u0340\u0341"


def _compose(cluster: str) -> str:
    """NFC, with the quality mark (â, ă, ơ) before the tone: NFC alone leaves the wrong order apart."""
    decomposed = unicodedata.normalize("NFD", cluster)
    base, marks = decomposed[0], list(decomposed[1:])
    marks.sort(key=lambda mark: mark in _TONES)
    return unicodedata.normalize("NFC", base + "".join(marks))


def _letter_edits(text: str) -> Iterator[Edit]:
    for found in _LETTER_EDITS.finditer(text):
        if found["line"]:
            yield found.start(), found.end(), "\n"
        elif found["none"]:
            yield found.start(), found.end(), ""
        else:
            composed = _compose(found[0])
            if composed != found[0]:
                yield found.start(), found.end(), composed


def _singleton_edits(text: str) -> Iterator[Edit]:
    """Letters that NFC replaces one by one, such as the Kelvin sign."""
    for at, char in enumerate(text):
        composed = unicodedata.normalize("NFC", char)
        if composed != char:
            yield at, at + 1, composed


# ---------------------------------------------------------------- lines
_DOUBLE = regex.compile(r"\n(?:[ \t]*\n)+")
_SINGLE = regex.compile(r"(?<=[^\s])[ \t]*\n(?=[ \t]*[^\s])")
_BROKEN = regex.compile(r"(?<=[^\s.;:!?…])[ \t]*\n(?:[ \t]*\n)+(?=[ \t]*\p{Ll})")
_FEWEST = 12  # blank lines from which it can be told


def _doubled_edits(text: str) -> Iterator[Edit]:
    """Half of the line ends, where a blank line stands under every line: in the middle of sentences they say nothing."""
    doubles = len(_DOUBLE.findall(text))
    if doubles < _FEWEST or len(_SINGLE.findall(text)) * 20 > doubles or len(_BROKEN.findall(text)) * 7 < doubles:
        return
    for found in _DOUBLE.finditer(text):
        yield found.start(), found.end(), "\n" * (found[0].count("\n") // 2)


# ---------------------------------------------------------------- blanks
_BLANKS = regex.compile(r"[ \t]{2,}|\t|(?<=\n|^)[ \t]+|[ \t]+(?=\n|$)")
_WIDE = 3
_TAB = 8


def _blank_edits(text: str, columns: dict[int, int], tabs: dict[int, int]) -> Iterator[Edit]:
    """One blank for many, none at the ends of a line; `columns` and `tabs` receive where text behind wide gaps, tabs begins."""
    removed = at = column = 0  # `column` of the offset `at` in its line, tabs counted as far as they reach
    for found in _BLANKS.finditer(text):
        start, end = found.span()
        outer = start == 0 or text[start - 1] == "\n" or end == len(text) or text[end] == "\n"
        kept = "" if outer else " "
        removed += end - start - len(kept)
        if end < len(text) and text[end] != "\n":
            line_start = text.rfind("\n", at, start) + 1
            gap_at = start - line_start if line_start else column + start - at
            column = len((" " * (gap_at % _TAB) + text[start:end]).expandtabs(_TAB)) + gap_at - gap_at % _TAB
            at = end
            if column - gap_at >= _WIDE:
                columns[end - removed] = column
            if "\t" in found[0]:
                tabs[end - removed] = found[0].count("\t")
        if found[0] != kept:
            yield start, end, kept


# ---------------------------------------------------------------- the whole
def normalise(given: str | Decoded) -> SourceText:
    """The normalised text of a text or of what a reader decoded, with the way back. A `str` may hold markdown."""
    decoded = Decoded(given, markup=True) if isinstance(given, str) else given
    maps: list[OffsetMap] = []
    text = decoded.text.translate(_LOOK_ALIKE)  # letter for letter: offsets stay
    emphasised: list[Span] = []

    def step(edits: Iterator[Edit]) -> None:
        nonlocal text
        text, back = apply(text, edits)
        maps.append(back)

    if not unicodedata.is_normalized("NFC", text) or _LETTER_EDITS.search(text):
        step(_letter_edits(text))
    if not unicodedata.is_normalized("NFC", text):
        step(_singleton_edits(text))
    if decoded.markup:
        step(_doubled_edits(text))
    before_marks = len(maps)
    broken: list[tuple[Span, int]] = []
    if decoded.markup:
        broken = list(broken_cells(text))
        marks, emphasised = markup_edits(text)
        step(iter(marks))
    if not unicodedata.is_normalized("NFC", text):  # a tone, parted from its letter by what was taken out
        step(_letter_edits(text))
    columns: dict[int, int] = {}
    tabs: dict[int, int] = {}
    step(_blank_edits(text, columns, tabs))
    bold = _forward(list(decoded.bold), maps, text) + _forward(emphasised, maps[before_marks:], text)
    furniture = _forward(list(decoded.furniture), maps, text)
    lines = _moved([span for span, _ in broken], maps[before_marks:])
    for line, (_, column) in zip((trim(text, line) for line in lines), broken, strict=True):
        if line.start < line.end:
            columns[line.start] = column
    view = View(tuple(maps), decoded)
    return SourceText(
        text=text, folded=fold(text), view=view, bold=tuple(sorted(bold)), furniture=furniture, columns=columns, tabs=tabs
    )


def _forward(spans: list[Span], maps: list[OffsetMap], text: str) -> tuple[Span, ...]:
    """Spans of the text before `maps` as spans of the text after, sorted, without blanks at their ends."""
    trimmed = (trim(text, span) for span in sorted(_moved(spans, maps)))
    return tuple(span for span in trimmed if span.start < span.end)


def _moved(spans: list[Span], maps: list[OffsetMap]) -> list[Span]:
    """Each span of the text before `maps` where it stands in the text after."""
    for step in maps:
        old_starts = [piece[1] for piece in step.pieces]
        spans = [Span(_to_new(step, old_starts, s.start), _to_new(step, old_starts, s.end)) for s in spans]
    return spans


def _to_new(step: OffsetMap, old_starts: list[int], offset: int) -> int:
    at = bisect_right(old_starts, offset) - 1
    if at < 0:
        return 0
    size, old_start, _ = step.pieces[at]
    return step.new_starts[at] + min(offset - old_start, size)
