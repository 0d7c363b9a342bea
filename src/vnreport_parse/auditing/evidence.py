"""The words around a figure: what a reader of the audit is shown, and where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from ..report import Report
from ..section_index import SectionIndex
from ..spans import Span
from .records import Evidence

_LONGEST = 400  # characters of an excerpt
_BEFORE = 240  # characters looked at on either side for the sentence's ends
_AFTER = 240
_MORE = "…"
# Where a sentence, an item of a list or a paragraph ends; not behind `TP.`, `Th.S`, a thousands' dot.
_END = re.compile(
    r"""
      (?<=[^\W\d_]{3}[.!?])\s+ | (?<=[\d)\]"”][.!?])\s+
    | \n\s*\n
    | \n(?=[ \t]*(?:[-+*•–]\s | \|? [ ]?\d{1,2}(?:\.\d{1,2})*[.)]\s | [a-zđ][.)]\s | [IVX]{1,5}[.)]\s))
    """,
    re.VERBOSE,
)


class Witness:
    """Shows stretches of one report. Cheap to ask many times."""

    def __init__(self, report: Report, path: str) -> None:
        self._report = report
        self.path = path
        self._sections = SectionIndex(report.sections)
        self._annexes = [SectionIndex(tree) for tree in report.appendix_sections]
        self._tables = sorted(table.span for table in (*report.tables, *report.appendix_tables))
        self._starts = [span.start for span in self._tables]
        self._excerpts: dict[str, str] = {}
        self._paged = report.view is not None and bool(report.source.pages)

    def show(self, span: Span) -> Evidence:
        """The stretch with the sentence or the table row around it, on one line."""
        excerpt, mark = self._excerpt(span)
        excerpt = self._excerpts.setdefault(excerpt, excerpt)  # figures of one sentence share its words
        return Evidence(
            report=self.path,
            span=span,
            excerpt=excerpt,
            mark=mark,
            page=self._report.locate(span).page if self._paged else None,
            section=self._section(span.start),
        )

    def _section(self, offset: int) -> str | None:
        """`II.3`, and `Phụ lục 2 I` for the section I of the second annex."""
        for number, (annex, sections) in enumerate(zip(self._report.appendices, self._annexes, strict=False), 1):
            if annex.start <= offset < annex.end:
                return " ".join(filter(None, (f"Phụ lục {number}", sections.path(offset))))
        return self._sections.path(offset)

    def _excerpt(self, span: Span) -> tuple[str, Span]:
        text = self._report.text
        around = self._row(span) or self._sentence(span)
        before, shown, after = (" ".join(piece.split()) for piece in (
            text[around.start : span.start], text[span.start : span.end], text[span.end : around.end],
        ))  # fmt: skip
        shown = _cut(shown, _LONGEST)
        if len(before) > (room := max((_LONGEST - len(shown)) // 2, _LONGEST - len(shown) - len(after) - 2, 0)):
            before = _MORE + before[len(before) - room + 1 :] if room > 1 else ""
        if before and text[span.start - 1].isspace():
            before += " "
        if after and text[span.end].isspace():
            after = f" {after}"
        after = _cut(after, _LONGEST - len(before) - len(shown))
        return f"{before}{shown}{after}", Span(len(before), len(before) + len(shown))

    def _row(self, span: Span) -> Span | None:
        """The line of the table that holds the stretch."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or not self._tables[at].holds(span):
            return None
        text, table = self._report.text, self._tables[at]
        start = max(text.rfind("\n", 0, span.start) + 1, table.start)
        end = text.find("\n", span.end, table.end)
        return Span(start, end if end >= 0 else table.end)

    def _sentence(self, span: Span) -> Span:
        """From the end of the sentence before to that of its own, both within reach."""
        low, high = max(span.start - _BEFORE, 0), min(span.end + _AFTER, len(self._report.text))
        ends, begins = self._ends
        before = bisect_right(begins, span.start) - 1
        after = bisect_left(ends, span.end)
        return Span(max(begins[before], low) if before >= 0 else low, min(ends[after], high) if after < len(ends) else high)

    @cached_property
    def _ends(self) -> tuple[list[int], list[int]]:
        """Where the sentences of the report end, and where the next ones begin."""
        found = [match.span() for match in _END.finditer(self._report.text)]
        return [end for end, _ in found], [begin for _, begin in found]


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: max(room - 1, 0)] + _MORE * (room > 0)


def evidence_of(report: Report, path: str, span: Span) -> Evidence:
    """One stretch of a report shown. For many of one report, make a `Witness` and ask it."""
    return Witness(report, path).show(span)
