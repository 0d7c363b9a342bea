"""Titles of which only the end is written again: `Tập thể lao động xuất sắc 11; tiên tiến 23`, `15 CSTĐ cấp cơ sở, 5 cấp tỉnh`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ... import lexicons
from ...anchors import Anchor
from ...patterns import fold
from ...spans import Span

# What several titles begin with.
_HEADS = ("tập thể lao động", "chiến sĩ thi đua", "đơn vị", "thầy thuốc", "nhà giáo", "nghệ sĩ", "nghệ nhân")
_REACH = 160  # characters behind a title in which another level of it may stand
_ENDS = r"(?=\s*(?:[,;.()]|$|và\s|(?:đồng\s+chí|đ/c|cá\s+nhân|người|tập\s+thể|đơn\s+vị|phòng|khoa|cán\s+bộ|giáo\s+viên)(?!\w)))"
_STOP = re.compile(r"[.](?=\s|$)|\n")


@cache
def _tails() -> dict[str, tuple[re.Pattern[str], dict[str, lexicons.Row]]]:
    """For each head the pattern of the ends, each with a number before or behind it, and the title that each end makes."""
    found: dict[str, tuple[re.Pattern[str], dict[str, lexicons.Row]]] = {}
    for head in _HEADS:
        ends = {
            fold(form)[len(head) + 1 :]: row
            for row in lexicons.load("awards")["award"]
            for form in row["forms"]
            if fold(form).startswith(head + " ")
        }
        written = "|".join(map(re.escape, sorted(ends, key=len, reverse=True)))
        pattern = re.compile(
            rf"(?:[,;]|(?<!\w)và)\s*(?:danh\s+hiệu\s+)?(?:\d{{1,4}}\s+(?P<before>{written}){_ENDS}"
            rf"|(?P<behind>{written})\s*(?::|cho|là|có)?\s*\d{{1,4}}(?!\s*%){_ENDS})"
        )
        found[head] = (pattern, ends)
    return found


def elided_titles(title: Anchor, folded: str, base: int, limit: int) -> Iterator[Anchor]:
    """The titles behind `title`, up to `limit`, that leave out what it begins with."""
    head = next((head for head in _HEADS if fold(str(title.row["title"])).startswith(head)), None)
    if head is None:
        return
    pattern, ends = _tails()[head]
    start = title.span.end - base
    stop = _STOP.search(folded, start, min(limit, start + _REACH))
    for found in pattern.finditer(folded, start, stop.start() if stop else min(limit, start + _REACH)):
        name = "before" if found["before"] else "behind"
        yield Anchor(Span(base + found.start(name), base + found.end(name)), "award", ends[found[name]])
