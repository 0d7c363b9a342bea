"""What a DOCX text consists of before it is written as lines: paragraphs, and tables with their cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of text in one emphasis."""

    text: str
    bold: bool


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its automatic label, its text, and the place it has in the document.

    `breaks` are blank lines before and after it (a page, a section). `contents`: a line of a table of contents.
    `joins`: its mark is deleted or hidden, so that the next paragraph goes on in its line.
    """

    place: str
    label: list[Piece]
    pieces: list[Piece]
    breaks: tuple[int, int] = (0, 0)
    contents: bool = False
    joins: bool = False

    @property
    def text(self) -> str:
        """The label and the text."""
        return "".join(piece.text for piece in (*self.label, *self.pieces))


@dataclass(slots=True)
class Cell:
    """A cell: what is in it, the columns it spans. `covered`: a cell above reaches down into it; `opens`: it reaches down."""

    blocks: list[Paragraph | Table]
    span: int
    covered: bool
    opens: bool

    def paragraphs(self) -> list[Paragraph]:
        """All its paragraphs, those of tables inside it too."""
        found: list[Paragraph] = []
        for block in self.blocks:
            if isinstance(block, Table):
                found += [paragraph for row in block.rows for cell in row.cells for paragraph in cell.paragraphs()]
            else:
                found.append(block)
        return found

    @property
    def text(self) -> str:
        """Its paragraphs as lines."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs())


@dataclass(slots=True)
class Row:
    """A row: its cells, the empty columns before and after them, and whether Word repeats it on each page as a head."""

    cells: list[Cell] = field(default_factory=list)
    before: int = 0
    after: int = 0
    head: bool = False

    @property
    def lone(self) -> Cell | None:
        """The one cell of a row that has no other."""
        return self.cells[0] if len(self.cells) == 1 and not self.before and not self.after else None


@dataclass(slots=True)
class Table:
    """A table by its rows; `ruled` where most of its lines are drawn."""

    rows: list[Row]
    ruled: bool

    @property
    def columns(self) -> int:
        """The most cells in a row."""
        return max((len(row.cells) for row in self.rows), default=0)


Block = Paragraph | Table
