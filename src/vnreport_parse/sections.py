"""From lines to the section tree."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from .diagnostics import Diagnostic
from .lines import Line
from .records import Section
from .source import SourceText
from .zones import Zones


class SectionIndex:
    """Which section an offset lies in."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self._all = [section for top in sections for section in top.walk()]
        self._starts = [section.span.start for section in self._all]

    def at(self, offset: int) -> Section | None:
        """The innermost section that holds the offset, `None` outside of all."""
        at = bisect_right(self._starts, offset) - 1
        while at >= 0:
            if offset < self._all[at].span.end:
                return self._all[at]
            at -= 1
        return None

    def path(self, offset: int) -> str | None:
        """The path of the innermost section, `II.3`."""
        section = self.at(offset)
        return section.path if section else None


def build_sections(source: SourceText, lines: tuple[Line, ...], zones: Zones) -> tuple[tuple[Section, ...], list[Diagnostic]]:
    """The section tree of the body, and what is odd about its numbering."""
    return (), []
