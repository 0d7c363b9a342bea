"""From lines to passages: paragraphs and list items, with page furniture inside them taken out.

A page breaks a sentence over lines, and over a page number; a passage puts it together again. Its
text has the length of its span, so that an offset in it is an offset in the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lines import Line
from .source import SourceText
from .spans import Span
from .tables import Grid, in_tables

# - item / + item / • item / a) item / 1. item / 2.1- item / (1) item
_MARKER = re.compile(
    r"(?:[-+*•–—○●▪]\s*){1,2}(?=\w|[\"“(])(?:\d{1,2}[-.)]\s+(?=\S))?|(?P<label>\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[IVX]{1,5}|[A-ZĐ])[.)/-]+)\s+(?=\S)"
)
# … tặng Giấy khen cho ⏎ 40 tập thể: no paragraph ends in such a word
_GOES_ON = re.compile(r"\s(?:cho|của|và|với|tặng|được|tại|trong|gồm|các|những|từ|đến|là|số)$")
_COUNTS = re.compile(r"(?:,|;|\svà|\scho)\s\d[\d.]*$")  # 40 tập thể, 120 ⏎ cá nhân
_ENDS = (".", ";", ":", "!", "?", "./.")
_WRAPPED_AT = 140  # a paragraph on one line is longer


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a list item or a row of a table.

    `text` is the document under `span`, with line breaks as blanks and page numbers blanked out; `folded` is the
    same for search (see `patterns.fold`). `marker` is the bullet or label it begins with (`-`, `a)`), empty for a
    paragraph. `table` marks a row of cells between `|`.
    """

    span: Span
    text: str
    folded: str
    marker: str
    table: bool

    @property
    def opens_list(self) -> bool:
        """Whether it ends in a colon: what it says governs the items after it."""
        return self.text.rstrip().endswith(":")


def split_passages(source: SourceText, lines: tuple[Line, ...], within: Span, grids: tuple[Grid, ...] = ()) -> tuple[Passage, ...]:
    """The passages of the lines inside `within`."""
    inside = [line for line in lines if line.span.start >= within.start and line.span.end <= within.end]
    width = _wrap_width(inside)
    groups: list[list[Line]] = []
    furniture: list[Line] = []
    for line in inside:
        if line.furniture:
            furniture.append(line)
            continue
        broken_by_page = bool(furniture) and furniture[-1].index == line.index - 1
        row = in_tables(grids, line.span.start)
        if (
            groups
            and not row
            and not in_tables(grids, groups[-1][-1].span.start)
            and _continues(groups[-1][-1], line, width, broken_by_page)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_passage(source, group, furniture, in_tables(grids, group[0].span.start)) for group in groups)


def _wrap_width(lines: list[Line]) -> int:
    """The column where the page breaks its lines; 0 when each paragraph stands on one line."""
    lengths = sorted(len(line.text) for line in lines)
    if not lengths:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    full = sum(length >= width * 0.85 for length in lengths)
    return width if width <= _WRAPPED_AT and full * 4 >= len(lengths) else 0


def _continues(before: Line, line: Line, width: int, broken_by_page: bool) -> bool:
    if line.text.count("|") >= 2 or before.text.count("|") >= 2 or _MARKER.match(line.text):
        return False
    open_end = not before.text.endswith(_ENDS)
    small_start = line.text[0].islower()
    if not line.blank_before and (_GOES_ON.search(before.text) or (small_start and _COUNTS.search(before.text))):
        return True
    if broken_by_page:  # a list of clauses goes on over the page: "…; ⏎ 3 ⏎ 06 tập thể, 12 cá nhân …"
        return (open_end or before.text.endswith(";")) and (small_start or not before.capitals)
    if line.blank_before:
        return open_end and small_start and before.text[-1] in ",-" and not before.capitals
    if not width:
        return open_end and small_start and not before.bold
    return len(before.text) + len(line.text.split(" ", 1)[0]) >= width * 0.86 and before.capitals == line.capitals


def _passage(source: SourceText, group: list[Line], furniture: list[Line], row: bool) -> Passage:
    span = Span(group[0].span.start, group[-1].span.end)
    body, folded = source.text[span.start : span.end], source.folded[span.start : span.end]
    for line in furniture:
        if span.holds(line.span):
            start, end = line.span.start - span.start, line.span.end - span.start
            body = body[:start] + " " * (end - start) + body[end:]
            folded = folded[:start] + " " * (end - start) + folded[end:]
    marker = _MARKER.match(body)
    return Passage(
        span=span,
        text=body.replace("\n", " "),
        folded=folded,
        marker=marker[0].rstrip() if marker else "",
        table=row or body.count("|") >= 2,
    )


def stretch(source: SourceText, span: Span) -> Passage:
    """A heading or a cell as a passage of its own."""
    return Passage(span, span.of(source.text).replace("\n", " "), span.of(source.folded), "", table=False)
