"""Which section an offset lies in, and whether its headings speak of plans or of results."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from .patterns import fold
from .records import Section

# Headings under which nothing has happened yet: plans, criteria, requests.
_PLAN = re.compile(
    r"(?<!\w)(?:phương\s+hướng|nhiệm\s+vụ(?!.*(?:kết\s+quả|đã))|kế\s+hoạch\s+(?:năm|công\s+tác)|chỉ\s+tiêu|mục\s+tiêu|giải\s+pháp"
    r"|tiêu\s+chuẩn|tiêu\s+chí|điều\s+kiện|đối\s+tượng|(?:đề\s+xuất,?\s+)?kiến\s+nghị)(?!\w)"
)
# … unless they speak of results first: `Kết quả thực hiện nhiệm vụ`.
_RESULT = re.compile(r"(?<!\w)(?:kết\s+quả|đã\s+đạt|tình\s+hình|đánh\s+giá|công\s+tác\s+khen\s+thưởng)(?!\w)")


class SectionIndex:
    """Which section an offset lies in."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self._all: list[Section] = []
        self._parents: list[int] = []
        for top in sections:
            self._add(top, -1)
        self._starts = [section.span.start for section in self._all]

    def _add(self, section: Section, parent: int) -> None:
        at = len(self._all)
        self._all.append(section)
        self._parents.append(parent)
        for child in section.children:
            self._add(child, at)

    def at(self, offset: int) -> Section | None:
        """The innermost section that holds the offset, `None` outside of all."""
        chain = self.chain(offset)
        return chain[-1] if chain else None

    def chain(self, offset: int) -> list[Section]:
        """The sections that hold the offset, from the outermost to the innermost."""
        at = bisect_right(self._starts, offset) - 1
        while at >= 0 and offset >= self._all[at].span.end:
            at = self._parents[at]
        found: list[Section] = []
        while at >= 0:
            found.insert(0, self._all[at])
            at = self._parents[at]
        return found

    def path(self, offset: int) -> str | None:
        """The path of the innermost section, `II.3`."""
        section = self.at(offset)
        return section.path if section else None

    def planned(self, offset: int) -> bool:
        """Whether a heading above the offset announces plans, criteria or requests, so that nothing there is a result."""
        return any(announces_plan(section.title) for section in self.chain(offset) if section.title)


def announces_plan(title: str) -> bool:
    """Whether a heading speaks of what shall be and not, before that, of what was."""
    folded = fold(title)
    found = _PLAN.search(folded)
    return found is not None and not _RESULT.search(folded[: found.start()])
