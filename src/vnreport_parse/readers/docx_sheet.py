"""Blocks written as lines, with the places they come from: what `normalise` takes."""

from __future__ import annotations

from collections.abc import Iterable

from ..provenance import Block as Place
from ..provenance import Decoded
from ..spans import Span
from .docx_model import Block, Cell, Paragraph, Piece, Row, Table
from .docx_tables import head_rows, is_layout, reads_by_columns

_IN_CELL = str.maketrans({"\n": " ", "|": "¦"})  # a row is one line, and `|` parts its cells


class Sheet:
    """Text as it is written, with the places of its blocks, what is bold, and what is furniture."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blank_from = 0  # from where on nothing but blanks was written
        self._blocks: list[Place] = []
        self._bold: list[Span] = []
        self._furniture: list[Span] = []

    @property
    def decoded(self) -> Decoded:
        """All that was written."""
        return Decoded("".join(self._parts), tuple(self._bold), tuple(self._furniture), blocks=tuple(self._blocks))

    # ------------------------------------------------------------ stretches
    def _put(self, text: str, *, bold: bool = False) -> None:
        """Writes a stretch; bold ones with only blanks between them are one."""
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        if not text or text.isspace():
            return
        if bold and self._bold and self._bold[-1].end == self._blank_from:
            self._bold[-1] = Span(self._bold[-1].start, self._length)
        elif bold:
            self._bold.append(Span(start, self._length))
        self._blank_from = self._length

    def _end_line(self) -> None:
        """Ends a line, and emphasis with it."""
        self._put("\n")
        self._blank_from = self._length

    def _pieces(self, pieces: Iterable[Piece], place: str) -> None:
        start = self._length
        for piece in pieces:
            self._put(piece.text, bold=piece.bold)
        if self._length > start:
            self._blocks.append(Place(Span(start, self._length), place))

    # ------------------------------------------------------------ blocks
    def write(self, blocks: Iterable[Block], *, furniture: bool = False) -> None:
        """Writes blocks; with `furniture`, they are on the page and no part of the document."""
        start = self._length
        for block in blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block)
            elif block.rows and is_layout(block):
                self._layout(block)
            elif block.rows:
                self._grid(block)
        if furniture and self._length > start:
            self._furniture.append(Span(start, self._length))

    def _paragraph(self, paragraph: Paragraph) -> None:
        before, after = paragraph.breaks
        for _ in range(before):
            self._end_line()
        start = self._length
        self._pieces(paragraph.label, f"{paragraph.place}, number")
        self._pieces(paragraph.pieces, paragraph.place)
        self._end_line()
        if paragraph.contents:
            self._furniture.append(Span(start, self._length))
        for _ in range(after):
            self._end_line()

    def _layout(self, table: Table) -> None:
        """A letterhead or a signature block: the left column's lines, then the right one's. Other layouts row by row."""
        cells = [(at, cell) for row in table.rows for at, cell in enumerate(row.cells) if not cell.covered]
        apart = table.columns > 1 and reads_by_columns(table)
        if not apart:
            for _, cell in cells:
                self.write(cell.blocks)
            return
        column = -1
        for at, cell in sorted(cells, key=lambda pair: pair[0]):
            if at != column:
                self._end_line()
            column = at
            self.write(cell.blocks)
        self._end_line()

    def _grid(self, table: Table) -> None:
        """A table of data: a line for each row, a rule under its head. Titles in it stand above, remarks below."""
        rows, remarks = list(table.rows), 0
        while len(rows) > 1 and (title := rows[0].lone):
            self.write(title.blocks)
            rows.pop(0)
        while len(rows) - remarks > 1 and (lone := rows[-1 - remarks].lone) and len(lone.blocks) > 1:
            remarks += 1
        last = len(rows) - remarks
        heads = head_rows(rows[:last])
        for at, row in enumerate(rows[:last], 1):
            self._row(row)
            if at == heads:
                self._put("|" + "---|" * sum(cell.span for cell in row.cells))
                self._end_line()
        for row in rows[last:]:
            self.write(row.cells[0].blocks)

    def _row(self, row: Row) -> None:
        """`| a | b || d | |`: nothing between two bars where the cell on the left spans the column, a blank in an empty cell."""
        self._put("|" + " |" * row.before)
        for cell in row.cells:
            self._cell(cell)
            self._put("|" * cell.span)
        self._put(" |" * row.after)
        self._end_line()

    def _cell(self, cell: Cell) -> None:
        self._put(" ")
        for paragraph in () if cell.covered else cell.paragraphs():
            flat = [Piece(" ".join(piece.text.translate(_IN_CELL).split("\t")), piece.bold) for piece in paragraph.pieces]
            label = [Piece(piece.text.translate(_IN_CELL), piece.bold) for piece in paragraph.label]
            if not any(piece.text.strip() for piece in (*label, *flat)):
                continue
            self._pieces(label, f"{paragraph.place}, number")
            self._pieces(flat, paragraph.place)
            self._put(" ")
