"""What the body tells where the letterhead does not: the type in `QUYẾT ĐỊNH:`, the day above the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .formulas import PLACE_DATE, cells, lines_in, plain, type_line
from .lines import Line
from .patterns import fold, is_capitals
from .source import SourceText
from .spans import Span
from .zones import Zones

_FIRST = 60  # lines of the body in which it is decided
_LAST = 2  # lines above the closing
_LONGEST = 120
# `CHỦ TỊCH NƯỚC / Căn cứ ... / QUYẾT ĐỊNH:`, as it was written once
_DECIDED = {"quyet dinh": "Quyết định", "quyet nghi": "Nghị quyết", "nghi quyet": "Nghị quyết", "chi thi": "Chỉ thị"}
# The document speaks of itself.
_ITSELF = re.compile(
    r"(?:(?:thi hành|kèm theo|tại) (?P<named>(?:quyết định|nghị quyết|chỉ thị|thông tư|công văn|kế hoạch|tờ trình|báo cáo))"
    r"|(?P<valid>quyết định|nghị quyết|chỉ thị|thông tư|quy chế|quy định)) này(?(valid) (?:có hiệu lực|thay thế))"
)


def type_in_body(source: SourceText, lines: tuple[Line, ...], zones: Zones) -> tuple[str, Span] | None:
    """The type of a document without a type line, and where the body says it."""
    for line in lines_in(lines, zones.body)[:_FIRST]:
        words = line.text.rstrip(" :.")
        kind = _DECIDED.get(plain(words)) if is_capitals(words) else None
        if kind is not None:
            return kind, Span(line.span.start, line.span.start + len(words))
    found = _ITSELF.search(source.folded, zones.body.start, zones.body.end)
    if found is None:
        return None
    span = Span(*found.span("named" if found["named"] else "valid"))
    named = type_line(span.of(source.text))
    return (named[0], span) if named else None


def dates_above_signature(source: SourceText, lines: tuple[Line, ...], zones: Zones) -> Iterator[Span]:
    """The cells that hold place and day, at the end of the body or in the closing: `Hà Nội, ngày 30 tháng 8 năm 1995`."""
    if zones.closing.start == zones.closing.end:
        return
    for line in (*lines_in(lines, zones.body)[-_LAST:], *lines_in(lines, zones.closing)):
        for cell in cells(source, line) if len(line.text) <= _LONGEST else ():
            if fold(cell.of(source.text)[-_LONGEST:]).count("ngày") and PLACE_DATE.match(plain(cell.of(source.text))):
                yield cell
