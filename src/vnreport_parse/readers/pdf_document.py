"""Pages of words to one text: tables, furniture, columns, paragraphs, in this order."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..provenance import Decoded
from .pdf_furniture import find_furniture, is_stamp
from .pdf_geometry import Glyphs, Word
from .pdf_layout import PrintLine, Row, Segment, flow, rows_of
from .pdf_paragraphs import Paragraph, paragraphs_of, usual_pitch
from .pdf_tables import Grid, table_lines
from .pdf_writer import Writer


@dataclass(slots=True)
class PageWords:
    """A page as words. `text` is its text in the file's own order, where line breaks tell cells apart; `way` says how it was read."""

    number: int
    width: float
    height: float
    glyphs: Glyphs
    words: list[Word]
    text: str = ""
    stamps: list[list[Word]] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    way: str = "pdf.text"


@dataclass(slots=True)
class _Laid:
    """A page with its tables taken out; the rows around them are `rows`."""

    page: PageWords
    tables: list[list[PrintLine]]
    rows: list[Row]


def compose(pages: list[PageWords]) -> Decoded:
    """The text of the pages."""
    laid = [_without_tables(page) for page in pages]
    furniture = find_furniture([page.rows for page in laid], [page.height for page in pages])
    bodies = [_body(page, rows) for page, rows in zip(laid, furniture, strict=True)]
    pitch = usual_pitch(bodies)
    writer = Writer()
    for page, rows, lines in zip(laid, furniture, bodies, strict=True):
        paragraphs = _with_furniture(page, rows, paragraphs_of(lines, pitch))
        writer.page(page.page.number, page.page.width, page.page.height, paragraphs, page.page.glyphs)
    return writer.decoded()


def _without_tables(page: PageWords) -> _Laid:
    tables, words = [], page.words
    for grid in page.grids:
        lines, words = table_lines(grid, words, page.text)
        if lines:
            tables.append(lines)
    return _Laid(page, tables, rows_of(words, page.text))


def _body(laid: _Laid, furniture: set[int]) -> list[PrintLine]:
    """The lines of a page in reading order: what stands above a table, the table, what stands under it."""
    rows = [row for at, row in enumerate(laid.rows) if at not in furniture]
    found: list[PrintLine] = []
    for table in sorted(laid.tables, key=lambda table: table[0].top):
        above = [row for row in rows if row[0].bottom <= table[0].top + row[0].height / 2]
        rows = [row for row in rows if row[0].bottom > table[0].top + row[0].height / 2]
        found += _shifted(flow(above), found)
        found += _shifted(table, found)
    return found + _shifted(flow(rows), found)


def _shifted(lines: list[PrintLine], before: list[PrintLine]) -> list[PrintLine]:
    """The lines in blocks of their own."""
    first = max((line.block for line in before), default=-1) + 1
    for line in lines:
        line.block += first
    return lines


def _with_furniture(laid: _Laid, furniture: set[int], body: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs of a page, what belongs to the page alone at its upper and lower end."""
    upper = [PrintLine(laid.rows[at], -1) for at in sorted(furniture) if at < len(laid.rows) / 2]
    lower = [PrintLine(laid.rows[at], -1) for at in sorted(furniture) if at >= len(laid.rows) / 2]
    for line in laid.page.stamps:
        (upper if line[0].top < laid.page.height / 2 else lower).append(PrintLine([Segment(line)], -1))
    for paragraph in body:
        paragraph.furniture = is_stamp(paragraph.lines[0].text)
    return [Paragraph([line], furniture=True) for line in upper] + body + [Paragraph([line], furniture=True) for line in lower]
