r"""Markdown marks and HTML remains in plain text: what to take away, and what they emphasised.

Real exports are careless (`**Điều\\n1.****\\n**Quyết định`, `*Cần Thơ, ngày 21 *`), so marks are
paired within a paragraph by counting, not by the strict rules of CommonMark.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from html import unescape

import regex

from .spans import Span

Edit = tuple[int, int, str]  # start and end in the text before, and what stands there now

_MARK = regex.compile(
    r"""
      (?P<rule>^[ \t]*[*_\-=~#. ]{1,80}+$)                 # a line of nothing but marks separates; it stays
    | (?P<heading>^[ \t]*\#{1,6}[ ]+(?=\S))                # ## Kết quả
    | (?P<quote>^>[ ]?(?=\S))
    | (?P<bullet>^[ \t]*\*(?=[ \t]))                       # * Thuận lợi: ...
    | (?P<escape>\\(?=[\\`*_{}\[\]()\#+\-.!|<>~"'$]))      # 1\. Công tác
    | (?P<footnote>\(\*{1,3}\)|(?<=\w)\*(?=\)))            # (*) is a note mark
    | (?P<strong>\*\*+|(?<!_)__(?!_))
    | (?P<em>\*|(?<![\w_])_(?=\w)|(?<=[\w.;,:)])_(?![\w_]))
    | (?P<break><br[ ]*/?>)
    | (?P<entity>&(?:\#\d{1,6}|\#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});)
    | (?P<end>\n[ \t|]*(?=\n))                             # the paragraph, or the cell, ends
    """,
    regex.VERBOSE | regex.MULTILINE,
)


class _Paragraph:
    """The marks of one paragraph that wait for their partner."""

    def __init__(self) -> None:
        self.strong: int | None = None  # where bold text began
        self.singles: list[tuple[int, int]] = []
        self.bullet: tuple[int, int] | None = None

    def pairs(self) -> Iterator[Edit]:
        """Single marks go two by two; a lone one stays, unless a bullet before it was its opening mark."""
        singles = self.singles
        if len(singles) % 2 and self.bullet and self.bullet < singles[0]:
            singles = [self.bullet, *singles]
        for start, end in singles[: len(singles) // 2 * 2]:
            yield start, end, ""


def markup_edits(text: str) -> tuple[list[Edit], list[Span]]:
    """Edits that take marks away, sorted, and the emphasised stretches, over the text before them."""
    edits: list[Edit] = []
    bold: list[Span] = []
    paragraph = _Paragraph()
    data = _data_rows(text)
    for found in _MARK.finditer(text):
        kind, (start, end) = found.lastgroup, found.span()
        if kind == "end":
            edits += paragraph.pairs()
            paragraph = _Paragraph()
        elif kind == "break":
            edits.append((start, end, " " if _holds(data, start) else "\n"))
        elif kind == "entity":
            edits.append((start, end, unescape(found[0]).replace("\xa0", " ")))
        elif kind == "bullet":
            paragraph.bullet = paragraph.bullet or (end - 1, end)
        elif kind == "em":
            paragraph.singles.append((start, end))
        elif kind in ("heading", "quote", "escape", "strong"):
            edits.append((start, end, ""))
            if kind == "heading":
                bold.append(Span(end, _line_end(text, end)))
            elif kind == "strong" and (end - start) % 4:  # **** closes and opens again
                if paragraph.strong is None:
                    paragraph.strong = end
                else:
                    bold.append(Span(paragraph.strong, start))
                    paragraph.strong = None
    edits += paragraph.pairs()
    edits.sort()
    return edits, bold


_TABLE = regex.compile(r"(?:^[ \t]*\|.*(?:\n|\Z)){2,}", regex.MULTILINE)
_BREAK = regex.compile(r"<br[ ]*/?>")
CELL_WIDTH = 40  # columns that a cell counts for, wider than any gap inside one


def _data_rows(text: str) -> list[Span]:
    """The tables of at least three columns and two rows under the head: what breaks a line in their cells parts no lines."""
    if _BREAK.search(text) is None:
        return []
    return [
        Span(*table.span())
        for table in _TABLE.finditer(text)
        if table[0].count("\n") >= 3 and table[0].partition("\n")[0].strip().strip("|").count("|") >= 2
    ]


def _holds(spans: list[Span], offset: int) -> bool:
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return at >= 0 and offset < spans[at].end


def broken_cells(text: str) -> Iterator[tuple[Span, int]]:
    """The lines that `<br>` makes in the cells of a table row, and the column they stand in.

    `| Nơi nhận:<br>- A; | KT. GIÁM ĐỐC<br>PHÓ GIÁM ĐỐC |`: the second line of the right cell stands on the right.
    """
    data = _data_rows(text)
    for row in regex.finditer(r"^[ \t]*\|.*$", text, regex.MULTILINE) if _BREAK.search(text) else ():
        if _holds(data, row.start()):
            continue
        cell, at = 0, row.start() + row[0].index("|") + 1
        for bar in (*regex.finditer(r"\|", text, pos=at, endpos=row.end()), None):
            end = bar.start() if bar else row.end()
            breaks = [found.end() for found in _BREAK.finditer(text, at, end)]
            if breaks and not cell:
                breaks.insert(0, at)
            for start in breaks:
                yield Span(start, end), cell * CELL_WIDTH or 1
            cell, at = cell + 1, end + 1


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)
