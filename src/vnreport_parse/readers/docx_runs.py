"""The inside of a paragraph: runs, fields, tracked changes, notes and boxes, as stretches of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ..encodings import UNDECIDED, decode_block, decode_run, font_encoding
from .docx_model import Piece
from .docx_numbering import written
from .docx_styles import VAL, Look, Styles, W, flag
from .docx_symbols import readable, symbol

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE = f"{_MC}AlternateContent"
_EMBEDDED = "{urn:schemas-microsoft-com:office:office}OLEObject"
_DRAWN_LETTERS = "{urn:schemas-microsoft-com:vml}textpath"

_RUN, _LOOKS, _TEXT, _BREAK, _SIGN = (f"{W}{name}" for name in ("r", "rPr", "t", "br", "sym"))
_CONTROL, _SIMPLE_FIELD, _FIELD_MARK, _INSTRUCTION = (f"{W}{name}" for name in ("sdt", "fldSimple", "fldChar", "instrText"))
_MATH_TEXT = f"{_M}t"
_INSERTED = frozenset(f"{W}{name}" for name in ("ins", "moveTo"))
_DELETED = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))
_INSIDE = _INSERTED | {f"{W}{name}" for name in ("hyperlink", "smartTag", "customXml", "dir", "bdo")}
_DRAWN = frozenset((f"{W}drawing", f"{W}pict", f"{W}object", ALTERNATE))
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
# The soft hyphen is the ư of TCVN3; what is left of it, `normalise` drops.
_CHARACTERS = {f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "\u00ad", f"{W}tab": "\t", f"{W}ptab": "\t"}
_CONTENTS = re.compile(r"\s*TOC\b")
_DEEPEST_FIELD = 30


class Inline(NamedTuple):
    """What a paragraph holds: its text, and the boxes anchored in it. `contents`: it lists the contents of the document."""

    pieces: list[Piece]
    boxes: list[Element]
    contents: bool


class Tally:
    """What was met in the whole document: for the notes at its end, and for the diagnostics."""

    def __init__(self) -> None:
        self.notes: dict[tuple[str, str], int] = {}  # kind and id in the order of their marks, and the number
        self._last: dict[str, int] = {}
        self.inserted = self.deleted = self.hidden = self.embedded = 0
        self.undecided: list[str] = []  # paragraphs in an old encoding that could not be told
        self.letters: dict[str, int] = {}  # by old encoding
        self.sure = 0.0  # of them

    def count_letters(self, encoding: str, letters: int, confidence: float = 1.0) -> None:
        """Keeps how much of the text was in an old encoding, and how sure that is; a font leaves no doubt."""
        self.letters[encoding] = self.letters.get(encoding, 0) + letters
        self.sure += letters * confidence

    def note(self, kind: str, identity: str) -> int:
        """The number of a note, counted by kind."""
        if (kind, identity) not in self.notes:
            self._last[kind] = self._last.get(kind, 0) + 1
            self.notes[kind, identity] = self._last[kind]
        return self.notes[kind, identity]

    @staticmethod
    def mark(kind: str, number: int) -> str:
        """The mark of a note: `[1]`, and `[i]` for an endnote, as Word numbers them."""
        return f"[{number}]" if kind == "footnote" else f"[{written(number, 'lowerRoman')}]"


def alternative(element: Element) -> Element | None:
    """What to read of content that is there twice: the newer form, unless only the older has text."""
    chosen, fallback = element.find(f"{_MC}Choice"), element.find(f"{_MC}Fallback")
    if chosen is None or fallback is not None and next(chosen.iter(_TEXT), None) is None:
        return fallback
    return chosen


def controlled(control: Element) -> Element:
    """What a content control holds; nothing where it only asks for text."""
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    asks = properties is not None and flag(properties.find(f"{W}showingPlcHdr"))
    return Element("nothing") if content is None or asks else content


def boxes(element: Element) -> Iterator[Element]:
    """The contents of the text boxes in a drawing, each once."""
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag == ALTERNATE:
            chosen = alternative(child)
            if chosen is not None:
                yield from boxes(chosen)
        elif len(child):
            yield from boxes(child)


class Inliner:
    """Reads the paragraphs of one text (the body, a header, a note); a field may run over several of them."""

    def __init__(self, styles: Styles, tally: Tally) -> None:
        self._styles = styles
        self._tally = tally
        self._fields: list[str] = []  # open fields: `instruction`, `result`, `contents`
        self._style: str | None = None
        self._runs: list[tuple[str, Look]] = []
        self._boxes: list[Element] = []
        self._quiet = False
        self._contents = False

    def read(self, paragraph: Element, style: str | None) -> Inline:
        """The inside of a paragraph in that style."""
        self._style, self._runs, self._boxes = style, [], []
        self._contents = "contents" in self._fields
        self._children(paragraph)
        while self._fields and self._fields[-1].endswith("instruction"):
            self._fields.pop()  # never ended; what follows is text
        self._quiet = False
        return Inline(self._decoded(), self._boxes, self._contents)

    # ------------------------------------------------------------ elements
    def _children(self, element: Element) -> None:
        for child in element:
            tag = child.tag
            if tag == _RUN:
                self._run(child)
            elif tag in _INSIDE:
                self._tally.inserted += tag in _INSERTED
                self._children(child)
            elif tag == _CONTROL:
                self._children(controlled(child))
            elif tag == _SIMPLE_FIELD:
                self._contents = self._contents or _CONTENTS.match(child.get(f"{W}instr", "")) is not None
                self._children(child)
            elif tag in _DELETED:
                self._tally.deleted += 1
            elif tag == _MATH_TEXT:
                self._runs.append((child.text or "", self._styles.look(self._style, None)))
            elif tag.startswith(_M):
                self._children(child)
            elif tag == ALTERNATE:
                chosen = alternative(child)
                if chosen is not None:
                    self._children(chosen)

    def _run(self, run: Element) -> None:
        look = self._styles.look(self._style, run.find(_LOOKS))
        for child in run:
            tag = child.tag
            if tag == _FIELD_MARK:
                self._field(child)
            elif tag == _INSTRUCTION:
                if self._fields and _CONTENTS.match(child.text or ""):
                    self._fields[-1] = "contents instruction"
            elif not self._quiet:
                self._content(child, tag, look)

    def _content(self, child: Element, tag: str, look: Look) -> None:
        """What a run prints."""
        text = ""
        if tag in (_TEXT, _MATH_TEXT):
            text = readable(child.text or "", look.font) if not font_encoding(look.font) else child.text or ""
        elif tag in _CHARACTERS:
            text = _CHARACTERS[tag]
        elif tag == _BREAK:
            text = "\n\n" if child.get(f"{W}type") == "page" else "\n"
        elif tag == _SIGN:
            code, font = _code(child.get(f"{W}char")), child.get(f"{W}font", "")
            old = font_encoding(font) is not None
            text = chr(code & 0xFF) if old else symbol(code, font)
            look = look._replace(font=font if old else "")
        elif tag in _NOTES:
            kind = _NOTES[tag]
            if not _has(child, "customMarkFollows"):
                text = self._tally.mark(kind, self._tally.note(kind, child.get(f"{W}id", "")))
        elif tag in _DRAWN:
            self._drawing(child)
        elif tag == f"{W}ruby":
            for base in child.iterfind(f"{W}rubyBase"):
                self._children(base)
        if text and look.hidden:
            self._tally.hidden += len(text)
        elif text:
            self._runs.append((text, look))

    def _drawing(self, drawing: Element) -> None:
        chosen = alternative(drawing) if drawing.tag == ALTERNATE else drawing
        if chosen is None:
            return
        self._boxes += boxes(chosen)
        for drawn in chosen.iter(_DRAWN_LETTERS):  # DỰ THẢO across the page
            if drawn.get("string"):
                self._boxes.append(_as_box(drawn.get("string", "")))
        programs = [item.get("ProgID", "") for item in chosen.iter(_EMBEDDED)]
        self._tally.embedded += sum(not program.startswith("Equation") for program in programs)

    def _field(self, mark: Element) -> None:
        """A field prints its result and not its instruction."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin" and len(self._fields) < _DEEPEST_FIELD:
            self._fields.append("instruction")
        elif kind == "separate" and self._fields:
            self._fields[-1] = "contents" if self._fields[-1].startswith("contents") else "result"
            self._contents = self._contents or self._fields[-1] == "contents"
        elif kind == "end" and self._fields:
            self._fields.pop()
        self._quiet = any(state.endswith("instruction") for state in self._fields)

    # ------------------------------------------------------------ text
    def _decoded(self) -> list[Piece]:
        """The runs as pieces: neighbours of one look together, legacy fonts as Unicode, capitals as printed."""
        pieces = [
            Piece(self.printed("".join(text for text, _ in group), look), look.bold)
            for look, group in groupby(self._runs, key=itemgetter(1))
        ]
        return pieces if all(piece.text.isascii() for piece in pieces) else self._judged(pieces)

    def printed(self, text: str, look: Look) -> str:
        """A run's text as the page shows it."""
        known = font_encoding(look.font) if look.font else None
        if known is not None:
            decoded = decode_run(text, look.font)
            if decoded != text:
                self._tally.count_letters(known.encoding, len(text))
            text = decoded
        return text.upper() if look.capitals else text

    def _judged(self, pieces: list[Piece]) -> list[Piece]:
        """A paragraph in an old encoding whose font does not say so."""
        text = "".join(piece.text for piece in pieces)
        decoding = decode_block(text)
        if decoding.encoding is None:
            if decoding.confidence < UNDECIDED:
                self._tally.undecided.append(text)
            return pieces
        self._tally.count_letters(decoding.encoding, len(text), decoding.confidence)
        bold = sum(len(piece.text) for piece in pieces if piece.bold) * 2 > len(text)
        return [Piece(decoding.text, bold)]


def _code(text: str | None) -> int:
    """A code in hexadecimal; 0 for what is none."""
    try:
        return int(text or "", 16)
    except ValueError:
        return 0


def _has(element: Element, name: str) -> bool:
    """An on/off attribute."""
    return element.get(f"{W}{name}", "0").lower() in ("1", "true", "on")


def _as_box(text: str) -> Element:
    """A text box that holds one line."""
    box = Element(f"{W}txbxContent")
    box.append(as_paragraph(text))
    return box


def as_paragraph(text: str) -> Element:
    """A paragraph of that text."""
    paragraph, run, letters = Element(f"{W}p"), Element(_RUN), Element(_TEXT)
    letters.text = text
    run.append(letters)
    paragraph.append(run)
    return paragraph


def style_of(properties: Element | None) -> str | None:
    """The style that paragraph properties name."""
    named = properties.find(f"{W}pStyle") if properties is not None else None
    return named.get(VAL) if named is not None else None


_COLUMN = 120  # twentieths of a point: the width of a letter of 13 points
_DEFAULT_STOP = 720
_WIDEST = 60
_GAP = 3
_LONGEST_SIGN = 24
_LIST_SIGN = re.compile(r"[-–—+*•○▪◦]|\(?\w{1,5}(?:\.\w{1,3}){0,4}[.)/-]+|\d{1,3}(?:\.\d{1,3}){0,4}")


def spread(pieces: list[Piece], stops: tuple[int, ...]) -> list[Piece]:
    """The pieces with each tab as the blanks to its stop, at least three, so that columns stay apart; one after `1.`, `a)`, `-`."""
    if not any("\t" in piece.text for piece in pieces):
        return pieces
    found: list[Piece] = []
    column, start, last = 0, "", ""  # where the line is, its first letters, the character before
    for piece in pieces:
        out: list[str] = []
        for char in piece.text:
            text = char
            if char == "\t":
                least = 1 if last == "\t" or not column else _GAP
                text = " " if _LIST_SIGN.fullmatch(start) else " " * _blanks(column, stops, least)
            out.append(text)
            last = char
            if char == "\n":
                column, start = 0, ""
                continue
            column += len(text)
            if len(start) < _LONGEST_SIGN and (start or not char.isspace()):
                start += char
        found.append(Piece("".join(out), piece.bold))
    return found


def _blanks(column: int, stops: tuple[int, ...], least: int) -> int:
    """How many blanks a tab is worth at a column."""
    place = column * _COLUMN
    stop = next((stop for stop in stops if stop > place), (place // _DEFAULT_STOP + 1) * _DEFAULT_STOP)
    return min(max(round(stop / _COLUMN) - column, least), _WIDEST)
