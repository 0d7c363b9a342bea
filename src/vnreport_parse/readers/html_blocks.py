"""From the elements of a page to paragraphs and tables: what a browser would print, line by line."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ..encodings import decode_run, font_encoding
from .docx_model import Block, Cell, Paragraph, Piece, Row, Table
from .html_lists import Numbering
from .html_look import Look, StyleSheet
from .html_page import SKIPPED

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 "
    "h5 h6 header hgroup legend li main nav ol p pre section summary tbody tfoot thead tr td th ul".split()
)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_LAST_BREAK = re.compile(r"\n?[ ]*\Z")
_MARK = re.compile(r"\s*[\[(]?(\d{1,3}|\*)[\])]?\s*")
_MOST_COLUMNS = 200
_MOST_ROWS_DOWN = 5_000


class _Run(NamedTuple):
    text: str
    look: Look


class Walker:
    """Reads an element. `is_left_out` says of an element inside it that it is none of the document."""

    def __init__(self, styles: StyleSheet, is_left_out: Callable[[Element], bool]) -> None:
        self._styles = styles
        self._is_left_out = is_left_out
        self._blocks: list[Block] = []
        self._runs: list[_Run] = []
        self._label: Piece | None = None
        self._lists: list[Numbering] = []
        self._paragraphs = 0
        self.letters: dict[str, int] = {}  # by old encoding that a font told

    def read(self, element: Element) -> list[Block]:
        """The blocks of an element, itself included."""
        self._element(element, Look())
        self._end_paragraph()
        return self._blocks

    # ------------------------------------------------------------ elements
    def _element(self, element: Element, outer: Look) -> None:
        tag = element.tag
        if tag in SKIPPED or self._is_left_out(element):
            return
        if tag == "br":
            self._runs.append(_Run("\n", outer._replace(keeps_blanks=True)))
            return
        look = self._styles.look(element, outer)
        if tag == "hr":
            self._end_paragraph()
            self._blocks.append(Paragraph(self._place(), [], []))
        elif tag == "table":
            self._table(element, look)
        elif tag in ("ol", "ul"):
            self._end_paragraph()
            self._lists.append(Numbering(element, self._styles.style(element)))
            self._children(element, look)
            self._lists.pop()
            self._end_paragraph()
        elif tag == "li":
            self._item(element, look)
        elif tag in _BLOCKS:
            self._end_paragraph()
            self._children(element, look)
            self._end_paragraph(spaced=True)
        elif tag == "sup" and (mark := _note_mark(element)):
            self._runs.append(_Run(mark, look))
        elif tag == "q":
            self._runs.append(_Run("“", look))
            self._children(element, look)
            self._runs.append(_Run("”", look))
        else:
            self._children(element, look)

    def _children(self, element: Element, look: Look) -> None:
        if element.text:
            self._runs.append(_Run(element.text, look))
        for child in element:
            self._element(child, look)
            if child.tail:
                self._runs.append(_Run(child.tail, look))

    def _item(self, element: Element, look: Look) -> None:
        self._end_paragraph()
        style = self._styles.style(element)
        marker = self._lists[-1].marker(element, style) if self._lists else "• "
        self._label = Piece(marker, look.bold) if marker else None
        self._children(element, look)
        self._end_paragraph()
        self._label = None

    # ------------------------------------------------------------ paragraphs
    def _place(self) -> str:
        self._paragraphs += 1
        return f"paragraph {self._paragraphs}"

    def _end_paragraph(self, *, spaced: bool = False) -> None:
        """Ends the paragraph that is open; an empty one that takes space (`spaced`) is a blank line."""
        runs, self._runs = self._runs, []
        pieces = self._pieces(runs)
        if any(piece.text.strip() for piece in pieces):
            label, self._label = self._label, None
            self._blocks.append(Paragraph(self._place(), [label] if label else [], pieces))
        elif spaced and pieces:
            self._blocks.append(Paragraph(self._place(), [], []))

    def _pieces(self, runs: list[_Run]) -> list[Piece]:
        """Runs as printed: blanks as one, runs of one look together, old fonts in Unicode."""
        merged: list[tuple[list[str], Look]] = []
        last = "\n"
        for text, look in runs:
            shown = text if look.keeps_blanks else _BLANKS.sub(" ", text)
            if not look.keeps_blanks and last in " \n":
                shown = shown.removeprefix(" ")
            if not shown:
                continue
            last = shown[-1]
            if merged and (merged[-1][1] == look or shown.isspace()):
                merged[-1][0].append(shown)
            else:
                merged.append(([shown], look))
        if merged and last in " \n":  # the last break of a block starts no line
            merged[-1] = ([_LAST_BREAK.sub("", "".join(merged[-1][0]))], merged[-1][1])
        return [Piece(self._printed("".join(parts), look), look.bold) for parts, look in merged]

    def _printed(self, text: str, look: Look) -> str:
        known = font_encoding(look.font) if look.font else None
        if known is not None:
            decoded = decode_run(text, look.font)
            if decoded != text:
                self.letters[known.encoding] = self.letters.get(known.encoding, 0) + len(text)
            text = decoded
        return text.upper() if look.capitals else text

    # ------------------------------------------------------------ tables
    def _table(self, table: Element, look: Look) -> None:
        self._end_paragraph()
        rows: list[Row] = []
        reach: dict[int, tuple[int, int]] = {}  # columns that a cell above covers: by first column, rows left and width
        for row, names in _rows(table):
            if self._is_left_out(row):
                continue
            if row.tag == "caption":
                self._element(row, look)
                self._end_paragraph()
            else:
                rows.append(self._row(row, self._styles.look(row, look), reach))
                rows[-1].head = rows[-1].head or names
        filled = [row for row in rows if row.cells]
        if filled:
            self._blocks.append(Table(filled, self._is_ruled(table, filled)))

    def _row(self, row: Element, look: Look, reach: dict[int, tuple[int, int]]) -> Row:
        cells: list[Cell] = []
        heads: list[bool] = []
        column = 0
        for element in row:
            if element.tag not in ("td", "th") or self._is_left_out(element):
                continue
            column = _cover(cells, column, reach)
            span = _whole(element.get("colspan"), _MOST_COLUMNS)
            down = _whole(element.get("rowspan"), _MOST_ROWS_DOWN)
            cells.append(Cell(self._inside(element, self._styles.look(element, look)), span, covered=False, opens=down > 1))
            heads.append(element.tag == "th")
            if down > 1 and column < _MOST_COLUMNS:
                reach[column] = (down, span)
            column += span
        _cover(cells, column, reach)
        for at, (left, span) in list(reach.items()):
            if left > 1:
                reach[at] = (left - 1, span)
            else:
                del reach[at]
        return Row(cells, head=bool(heads) and all(heads))

    def _inside(self, cell: Element, look: Look) -> list[Block]:
        """The blocks of a cell."""
        outer, self._blocks = self._blocks, []
        label, self._label = self._label, None
        lists, self._lists = self._lists, []
        self._children(cell, look)
        self._end_paragraph()
        inner, self._blocks = self._blocks, outer
        self._label, self._lists = label, lists
        return inner

    def _is_ruled(self, table: Element, rows: list[Row]) -> bool:
        """Whether lines are drawn: by an attribute, a style, a class that says so; tables with head cells are tables."""
        border = table.get("border")
        if border is not None:
            return border not in ("0", "")
        if any(row.head for row in rows) or "border" in table.get("class", "").lower():
            return True
        cells = [cell for row, _ in _rows(table) for cell in row if cell.tag in ("td", "th")]
        drawn = sum(map(self._is_drawn, cells))
        return self._is_drawn(table) or (drawn * 2 > len(cells))

    def _is_drawn(self, element: Element) -> bool:
        declared = {name: value for name, value in self._styles.style(element).items() if name.startswith("border")}
        lines = [value for name, value in declared.items() if name not in ("border-collapse", "border-spacing")]
        return any(
            re.search(r"\b(?:solid|double|dotted|dashed|groove|ridge|inset|outset)\b", value) for value in lines
        ) and not any(value.startswith("none") for name, value in declared.items() if name == "border")


def _cover(cells: list[Cell], column: int, reach: dict[int, tuple[int, int]]) -> int:
    """Adds the cells that those above cover, from a column on; the next free column."""
    while column in reach and reach[column][0] > 0:
        span = reach[column][1]
        cells.append(Cell([], span, covered=True, opens=False))
        column += span
    return column


def _rows(table: Element, *, names: bool = False) -> list[tuple[Element, bool]]:
    """The rows and captions of a table, not those of tables inside it, and whether they name its columns."""
    found: list[tuple[Element, bool]] = []
    for child in table:
        if child.tag in ("tr", "caption"):
            found.append((child, names))
        elif child.tag in ("thead", "tbody", "tfoot", "form"):
            found += _rows(child, names=names or child.tag == "thead")
    return found


def _whole(text: str | None, most: int) -> int:
    """An attribute that counts: at least 1, at most `most`."""
    try:
        return min(max(int(text or "1"), 1), most)
    except ValueError:
        return 1


def _note_mark(element: Element) -> str:
    """`[1]` for a raised number that is a link, so that `NĐ-CP` and its footnote stay apart."""
    found = _MARK.fullmatch("".join(element.itertext()))
    return f"[{found[1]}]" if found and next(element.iter("a"), None) is not None else ""
