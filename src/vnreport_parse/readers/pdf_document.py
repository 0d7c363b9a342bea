"""Pages of words to one text: tables, furniture, columns, paragraphs, in this order."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..diagnostics import Diagnostic
from ..provenance import Decoded
from .pdf_furniture import RunningHead, find_furniture, is_stamp
from .pdf_geometry import Glyphs, Word
from .pdf_layout import PrintLine, Row, Segment, flow, rows_of
from .pdf_paragraphs import Paragraph, goes_over, paragraphs_of, print_of
from .pdf_tables import Grid, aligned_table, table_lines
from .pdf_writer import Writer

_TOGETHER = 20  # pages whose running heads and line pitch are compared


@dataclass(slots=True)
class PageWords:
    """A page as words. `text` is its text in the file's own order, where line breaks tell cells apart; `way`: how it was read."""

    number: int
    width: float
    height: float
    glyphs: Glyphs
    words: list[Word]
    text: str = ""
    stamps: list[list[Word]] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    way: str = "pdf.text"
    notes: list[Diagnostic] = field(default_factory=list)


@dataclass(slots=True)
class _Laid:
    """A page with its tables taken out; the rows around them are `rows`."""

    page: PageWords
    tables: list[list[PrintLine]]
    rows: list[Row]


class Composer:
    """Takes pages one by one and writes them by the score, so that a long document needs no more memory than its text."""

    def __init__(self) -> None:
        self._writer = Writer()
        self._waiting: list[PageWords] = []
        self._last: tuple[PageWords, _Sheet] | None = None  # written when it is known how the next one begins
        self._heads: set[RunningHead] = set()

    def add(self, page: PageWords) -> None:
        """The next page."""
        self._waiting.append(page)
        if len(self._waiting) >= _TOGETHER:
            self._compose()

    def decoded(self) -> Decoded:
        """The text of all pages."""
        self._compose()
        if self._last is not None:
            self._write(*self._last)
        return self._writer.decoded()

    def _compose(self) -> None:
        pages, self._waiting = self._waiting, []
        laid = [_without_tables(page) for page in pages]
        furniture = find_furniture([page.rows for page in laid], [page.height for page in pages], self._heads)
        bodies = [_body(page, rows) for page, rows in zip(laid, furniture, strict=True)]
        widths = [round(page.width) for page in pages]
        usual = {width: print_of([body for body, own in zip(bodies, widths, strict=True) if own == width]) for width in set(widths)}
        for page, rows, lines in zip(laid, furniture, bodies, strict=True):
            sheet = _sheet(page, rows, paragraphs_of(lines, usual[round(page.page.width)]))
            if self._last is not None:
                _continue(self._last[1], sheet)
                self._write(*self._last)
            self._last = page.page, sheet

    def _write(self, page: PageWords, sheet: _Sheet) -> None:
        self._writer.page(page.number, page.width, page.height, sheet.upper + sheet.body + sheet.lower, page.glyphs)


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
        found += _shifted(_lines(above), found)
        found += _shifted(table, found)
    return found + _shifted(_lines(rows), found)


def _lines(rows: list[Row]) -> list[PrintLine]:
    """The lines of rows between tables with rules: those of tables without rules, and the rest."""
    found: list[PrintLine] = []
    start = at = 0
    while at < len(rows):
        table, stop = aligned_table(rows, at) if len(rows[at]) > 1 else ([], at)
        if table:
            found += _shifted(flow(rows[start:at]), found)
            found += _shifted(table, found)
            start = stop
        at = max(stop, at + 1)
    return found + _shifted(flow(rows[start:]), found)


def _shifted(lines: list[PrintLine], before: list[PrintLine]) -> list[PrintLine]:
    """The lines in blocks of their own."""
    first = max((line.block for line in before), default=-1) + 1
    for line in lines:
        line.block += first
    return lines


# ---------------------------------------------------------------- furniture
@dataclass(slots=True)
class _Sheet:
    """The paragraphs of a page, and what belongs to the page alone at its upper and lower end."""

    upper: list[Paragraph]
    body: list[Paragraph]
    lower: list[Paragraph]


def _sheet(laid: _Laid, furniture: set[int], body: list[Paragraph]) -> _Sheet:
    upper = [PrintLine(laid.rows[at], -1) for at in sorted(furniture) if at < len(laid.rows) / 2]
    lower = [PrintLine(laid.rows[at], -1) for at in sorted(furniture) if at >= len(laid.rows) / 2]
    for line in laid.page.stamps:
        (upper if line[0].top < laid.page.height / 2 else lower).append(PrintLine([Segment(line)], -1))
    for paragraph in body:
        paragraph.furniture = is_stamp(paragraph.lines[0].text)
    above, below = ([Paragraph([line], furniture=True) for line in lines] for lines in (upper, lower))
    return _Sheet(above, body, below)


def _continue(before: _Sheet, sheet: _Sheet) -> None:
    """Moves what stands between two pages, page numbers and a repeated head, out of a table or paragraph that goes on over them."""
    if not before.body or not sheet.body:
        return
    columns = sheet.body[0].columns
    if columns and before.body[-1].columns == columns:
        begun = next((at + 1 for at in range(len(before.body) - 1, -1, -1) if before.body[at].columns != columns), 0)
        ended = next((at for at, paragraph in enumerate(sheet.body) if paragraph.columns != columns), len(sheet.body))
        repeated = before.body[begun].lines[0].text == sheet.body[0].lines[0].text
        sheet.body[0].furniture = repeated
        sheet.body = sheet.body[repeated:ended] + sheet.upper + sheet.body[:repeated] + sheet.body[ended:]
    elif goes_over(before.body[-1], sheet.body[0]):
        sheet.body[0].goes_on = True
        begun = len(before.body) - 1
        sheet.body[1:1] = sheet.upper
    else:
        return
    if begun or not before.body[begun].goes_on:
        before.body[begun:begun] = before.lower
        before.lower = []
    sheet.upper = []
