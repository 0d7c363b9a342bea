"""A workbook's building blocks: sheets with head and filters, cells that never turn into formulas, links within Excel's limits."""

from __future__ import annotations

from collections.abc import Sequence
from email.utils import parsedate_to_datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from ..spans import Span

MOST_LINKS = 65_530  # of one sheet, in Excel
MOST_ROWS = 1_048_576
_MOST_LETTERS = 32_767  # of one cell
_MOST_LINES = 14  # that a row is high
_LONGEST_LINK = 2_000
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "{")
# A workbook says when it was made; ours says always the same, so that the same audit gives the same bytes.
_MADE = parsedate_to_datetime("Sat, 01 Jan 2000 00:00:00 +0000")
_INK, _HEAD, _LINE, _LINK = "#1D2733", "#1F4E79", "#BFC7D1", "#0B5CAD"
_BASE = {"font_name": "Arial", "font_size": 10, "font_color": _INK, "valign": "top"}
_CELL = {"border": 1, "border_color": _LINE}
_TEXT = _CELL | {"text_wrap": True, "indent": 1}
_NUMBER = _CELL | {"num_format": "#,##0", "align": "right", "indent": 1}
_SUM = {"bold": True, "bg_color": "#E8EEF5"}
_MIDDLE = {"align": "center", "valign": "vcenter", "text_wrap": True}
_LINKED = {"font_color": _LINK, "underline": 1}
_STYLES: dict[str, dict[str, object]] = {
    "text": _TEXT,
    "link": _TEXT | _LINKED,
    "number": _NUMBER,
    "figure": _NUMBER | _LINKED,
    "sum": _NUMBER | _SUM,
    "sum_text": _TEXT | _SUM,
    "head": _CELL | _MIDDLE | {"bold": True, "font_color": "#FFFFFF", "bg_color": _HEAD},
    "code": _CELL | {"align": "center", "italic": True, "font_color": "#5B6673"},
    "empty": _CELL | {"bg_color": "#E3E7EC"},
    "error": _TEXT | {"bold": True, "font_color": "#8C1D18", "bg_color": "#FBE3E1"},
    "warning": _TEXT | {"bold": True, "font_color": "#6B4300", "bg_color": "#FFF1D6"},
    "info": _TEXT | {"font_color": "#1F4E79", "bg_color": "#E8F1FA"},
    "title": {"bold": True, "font_size": 15, "font_color": _HEAD},
    "part": {"bold": True, "font_size": 11, "font_color": _HEAD},
    "plain": {"text_wrap": True},
    "plain_text": {},
    "plain_number": {"num_format": "#,##0", "align": "right"},
    "plain_link": _LINKED,
    "centred": {"text_wrap": True, "align": "center"},
    "centred_title": {"bold": True, "font_size": 13, "align": "center", "text_wrap": True},
    "bold": {"bold": True, "font_color": "#8C1D18"},
}


class Column(NamedTuple):
    """The head of a column and its width in characters."""

    head: str
    width: int


class Book:
    """A workbook in the making; `close` writes it."""

    def __init__(self, path: Path, title: str) -> None:
        self._book: Any = import_module("xlsxwriter").Workbook(str(path), {"in_memory": True})
        self._book.set_properties({"title": title, "created": _MADE})
        self.format = cache(self._format)
        self._sheets: list[Sheet] = []

    def _format(self, style: str, *, quoted: bool = False) -> Any:
        return self._book.add_format({**_BASE, **_STYLES[style], "quote_prefix": quoted})

    def sheet(self, name: str) -> Sheet:
        """A new sheet, at the end; A4, landscape, one page wide."""
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&A&R&P/&N")
        self._sheets.append(Sheet(self, sheet, name))
        return self._sheets[-1]

    def close(self) -> None:
        """Writes the file. Raises `OSError` when it cannot be written."""
        for sheet in self._sheets:
            sheet.fit()
        try:
            self._book.close()
        except import_module("xlsxwriter").exceptions.FileCreateError as error:
            cause = error.args[0] if error.args else error
            raise (cause if isinstance(cause, OSError) else OSError(str(error))) from error


class Sheet:
    """A sheet: cells by row and column, from 0. Text stays text; a link that Excel would not take is left out."""

    def __init__(self, book: Book, sheet: Any, name: str) -> None:
        self._book, self._sheet, self.name = book, sheet, name
        self._links = 0
        self._widths: list[int] = []
        self._lines: dict[int, int] = {}

    @property
    def full(self) -> bool:
        """Whether the sheet has as many links as Excel allows."""
        return self._links >= MOST_LINKS

    def head(self, columns: Sequence[Column], row: int = 0, *, filters: int = 0, frozen: int = 1) -> None:
        """The head line: widths, frozen with the first columns, repeated on each printed page; filters over as many rows."""
        self.widths([column.width for column in columns])
        for at, column in enumerate(columns):
            self.text(row, at, column.head, "head")
        self.height(row, 32)
        self._sheet.freeze_panes(row + 1, frozen)
        self._sheet.repeat_rows(row)
        if filters:
            self._sheet.autofilter(row, 0, row + filters, len(columns) - 1)

    def text(self, row: int, at: int, value: str | None, style: str = "text") -> None:
        """A text, or an empty cell."""
        if not value:
            self._sheet.write_blank(row, at, None, self._book.format(style))
            return
        value = _clean(value)
        quoted = value.startswith(_FORMULA_SIGNS)
        self._needs(row, value, at, at)
        self._sheet.write_string(row, at, value, self._book.format(style, quoted=quoted))

    def number(self, row: int, at: int, value: int | None, style: str = "number", link: str | None = None) -> None:
        """A number, with a link to where it comes from."""
        if value is None:
            self._sheet.write_blank(row, at, None, self._book.format(style))
            return
        if link and self._may_link(link):
            self._sheet.write_url(row, at, link, self._book.format("figure"), str(value))
            style = "figure" if style == "number" else style
        self._sheet.write_number(row, at, value, self._book.format(style))

    def link(self, row: int, at: int, words: str, link: str | None, style: str = "link") -> None:
        """Words that lead somewhere; without a link, or where there are too many, the words alone."""
        if link and self._may_link(link):
            words = _clean(words)
            self._needs(row, words, at, at)
            self._sheet.write_url(row, at, link, self._book.format(style, quoted=words.startswith(_FORMULA_SIGNS)), words)
        else:
            self.text(row, at, words)

    def _may_link(self, link: str) -> bool:
        if self.full or len(link) > _LONGEST_LINK:
            return False
        self._links += 1
        return True

    def marked(self, row: int, at: int, value: str, mark: Span) -> None:
        """A text with a stretch of it in bold."""
        value = _clean(value)
        pieces = value[: mark.start], value[mark.start : mark.end], value[mark.end :]
        style = self._book.format("text", quoted=value.startswith(_FORMULA_SIGNS))
        if sum(map(bool, pieces)) < 2 or not pieces[1]:
            self.text(row, at, value)
            return
        self._needs(row, value, at, at)
        fragments: list[object] = [self._book.format("plain"), pieces[0]] if pieces[0] else []
        fragments += [self._book.format("bold"), pieces[1]]
        fragments += [self._book.format("plain"), pieces[2]] if pieces[2] else []
        self._sheet.write_rich_string(row, at, *fragments, style)

    def merged(self, row: int, at: int, last: int, value: str, style: str) -> None:
        """A text across columns."""
        if last > at:
            self._sheet.merge_range(row, at, row, last, "", self._book.format(style))
        before = self._lines.get(row, 1)
        self.text(row, at, value, style)
        self._lines[row] = before
        self._needs(row, value, at, last)

    def widths(self, widths: Sequence[int]) -> None:
        """The width of each column, in characters."""
        self._widths = list(widths)
        for at, width in enumerate(widths):
            self._sheet.set_column(at, at, width)

    def height(self, row: int, points: float) -> None:
        """The height of a row, whatever stands in it."""
        self._sheet.set_row(row, points)
        self._lines[row] = 0

    def _needs(self, row: int, value: str, at: int, last: int) -> None:
        """Keeps how many lines a wrapped text takes in the width of its columns."""
        width = sum(self._widths[at : last + 1])
        if width and self._lines.get(row) != 0:
            lines = sum(len(line) // max(round(1.25 * width) - 2, 1) + 1 for line in value.split("\n"))
            self._lines[row] = max(self._lines.get(row, 1), min(lines, _MOST_LINES))

    def fit(self) -> None:
        """Sets the heights of rows with wrapped text: LibreOffice does not fit them by itself."""
        for row, lines in self._lines.items():
            if lines > 1:
                self._sheet.set_row(row, 13.5 * lines + 2)

    def freeze(self, rows: int, columns: int) -> None:
        """Keeps the first rows and columns in sight."""
        self._sheet.freeze_panes(rows, columns)
        self._sheet.repeat_rows(0, rows - 1)

    def wide(self, columns: int, pages: int) -> None:
        """For a sheet too wide for one page: as many pages, the first columns on each."""
        self._sheet.fit_to_pages(pages, 0)
        self._sheet.repeat_columns(0, columns - 1)

    def filters(self, row: int, last_row: int, last: int) -> None:
        """Filters under a head line that stands in `row`."""
        self._sheet.autofilter(row, 0, last_row, last)

    def without_grid(self) -> None:
        """For a sheet that is read like a page."""
        self._sheet.hide_gridlines(2)

    def breaks(self, rows: Sequence[int]) -> None:
        """New printed pages before these rows."""
        self._sheet.set_h_pagebreaks(list(rows))


def _clean(value: str) -> str:
    """What a cell can hold: no more letters than Excel takes, and letters only (a file name need not be UTF-8)."""
    return value[:_MOST_LETTERS].encode("utf-8", "replace").decode("utf-8")
