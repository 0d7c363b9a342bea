"""The blocks of a DOCX text in their order: paragraphs with their automatic labels, tables, text boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from .docx_model import Block, Paragraph, Piece
from .docx_numbering import Counter, Label, Lists
from .docx_runs import ALTERNATE, Inliner, Tally, alternative, as_paragraph, controlled, spread, style_of
from .docx_styles import NumberProps, Styles, W, flag, number_props, tab_stops
from .docx_tables import read_table

MOST_PARAGRAPHS = 400_000
_P, _TBL, _CHUNK, _LOOKS, _PAGE, _SECTION, _HIDDEN, _CONTROL = (
    f"{W}{name}" for name in ("p", "tbl", "altChunk", "rPr", "pageBreakBefore", "sectPr", "vanish", "sdt")
)
_PROPERTIES = f"{W}pPr"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DELETED = (f"{W}del", f"{W}moveFrom")
_WRAPPERS = frozenset(f"{W}{name}" for name in ("customXml", "ins", "moveTo"))


Chunk = Callable[[str], list[str] | None]  # the lines of a document that is put in, by the id of its relationship


class Story:
    """Reads one text of the document: the body, a header, a note. Its lists are counted from its beginning to its end.

    Raises `OverflowError` for more paragraphs than any document has.
    """

    def __init__(self, styles: Styles, lists: Lists, tally: Tally, chunk: Chunk) -> None:
        self._styles = styles
        self._lists = lists
        self._tally = tally
        self._chunk = chunk
        self._inliner = Inliner(styles, tally)
        self._counter = Counter(lists)
        self._count = 0
        self._numbers = {"paragraph": 0, "table": 0, "text box": 0}

    def _next(self, kind: str) -> str:
        self._numbers[kind] += 1
        return f"{kind} {self._numbers[kind]}"

    def read(self, container: Element, place: str | None = None) -> list[Block]:
        """The blocks of a container; `place` names what they stand in, None for the body itself."""
        found: list[Block] = []
        open_line: Paragraph | None = None
        for element in self._elements(container):
            if element.tag == _TBL:
                found.append(self._table(element, place))
                open_line = None
                continue
            self._count += 1
            if self._count > MOST_PARAGRAPHS:
                raise OverflowError(f"it has more than {MOST_PARAGRAPHS} paragraphs")
            paragraph, boxes = self._paragraph(element, place or self._next("paragraph"))
            if open_line is not None:
                open_line.label = open_line.label or paragraph.label
                open_line.pieces += paragraph.pieces
            else:
                found.append(paragraph)
                open_line = paragraph
            if not paragraph.joins:
                open_line = None
            for box in boxes:
                found += self.read(box, self._next("text box"))
        return [block for block in found if not (isinstance(block, Paragraph) and block.joins and not block.text)]

    def _elements(self, container: Element) -> Iterator[Element]:
        for child in container:
            tag = child.tag
            if tag in (_P, _TBL):
                yield child
            elif tag in _WRAPPERS or tag == _CONTROL:
                yield from self._elements(controlled(child) if tag == _CONTROL else child)
            elif tag == ALTERNATE:
                chosen = alternative(child)
                if chosen is not None:
                    yield from self._elements(chosen)
            elif tag == _CHUNK:
                lines = self._chunk(child.get(_RELATION, ""))
                self._tally.embedded += lines is None
                yield from map(as_paragraph, lines or ())

    def _table(self, element: Element, place: str | None) -> Block:
        name = place or self._next("table")
        return read_table(element, self._styles, lambda cell, row, at: self.read(cell, place or f"{name}, row {row}, cell {at}"))

    # ------------------------------------------------------------ a paragraph
    def _paragraph(self, element: Element, place: str) -> tuple[Paragraph, list[Element]]:
        """A paragraph, and the text boxes anchored in it."""
        properties = element.find(_PROPERTIES)
        style = style_of(properties)
        inline = self._inliner.read(element, style)
        base = self._styles.paragraph(style)
        mark = None
        breaks = (0, 0)
        deleted, hidden = False, base.marks.hidden or False
        if properties is not None:
            mark = properties.find(_LOOKS)
            breaks = (int(flag(properties.find(_PAGE)) or 0), int(properties.find(_SECTION) is not None))
        if mark is not None:
            deleted = any(mark.find(tag) is not None for tag in _DELETED)
            told = flag(mark.find(_HIDDEN))
            hidden = hidden if told is None else told
        label = None if deleted or hidden and not inline.pieces else self._label(properties, base.number)
        pieces = spread(inline.pieces, tab_stops(properties) or base.tabs)
        paragraph = Paragraph(place, self._printed(label, style, mark), pieces, breaks)
        paragraph.contents = inline.contents or base.contents
        paragraph.joins = deleted or hidden
        return paragraph, inline.boxes

    def _label(self, properties: Element | None, inherited: NumberProps) -> Label | None:
        """The next label of the list that the paragraph or its style names."""
        own = number_props(properties)
        num = own.num or inherited.num
        if num is None or num == "0":
            return None
        if own.level is not None:
            level = own.level
        elif own.num is not None and inherited.num is None:
            level = 0
        else:
            level = self._lists.level(inherited._replace(num=num))
        return self._counter.label(num, level)

    def _printed(self, label: Label | None, style: str | None, mark: Element | None) -> list[Piece]:
        """A label in the look of the paragraph's mark, changed by what its level says."""
        if label is None:
            return []
        look, own = self._styles.look(style, mark), label.marks
        capitals = own.caps if own.caps is not None else own.small_caps if own.small_caps is not None else look.capitals
        bold = look.bold if own.bold is None else own.bold
        look = look._replace(bold=bold, capitals=capitals, font=own.font or look.font)
        return [Piece(f"{self._inliner.printed(label.text, look)} ", look.bold)]
