"""The workbook's smaller sheets: units by titles, reports, units, citations."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from urllib.parse import quote

from ..diagnostics import Language
from .arranged import Arranged, Extent
from .links import page_link
from .records import Audit
from .sheets import Column, Sheet
from .wording import cited_words, label, period_words, unit_words

_MOST_COLUMNS = 16_384 - 3  # in Excel, beside the first three
_COLUMNS_A_PAGE = 14


def write_matrix(sheet: Sheet, arranged: Arranged, language: Language, to_evidence: Callable[[Extent], str | None]) -> None:
    """A line for each status, period and unit, two head lines for title and recipients, and the sums of each status."""
    matrix = arranged.matrix()
    columns = matrix.columns[:_MOST_COLUMNS]
    sheet.widths([18, 18, 34, *[13] * len(columns)])
    for at, key in enumerate(("status", "period", "unit")):
        sheet.text(0, at, None, "head")
        sheet.text(1, at, label(language, key), "head")
    for (title, rank), group in groupby(enumerate(columns, 3), key=lambda item: (item[1].title, item[1].rank)):
        members = list(group)
        sheet.merged(0, members[0][0], members[-1][0], " ".join(filter(None, [title, rank])), "head")
        for at, column in members:
            sheet.text(1, at, label(language, f"kind.{column.kind}"), "head")
    sheet.height(0, 48)
    sheet.height(1, 44)
    sheet.freeze(2, 3)
    sheet.wide(3, -(-max(len(columns), 1) // _COLUMNS_A_PAGE))
    sheet.filters(1, 1 + len(matrix.lines), 2 + len(columns))
    for row, line in enumerate(matrix.lines, 2):
        sheet.text(row, 0, label(language, f"status.{line.status}"))
        sheet.text(row, 1, period_words(line.period, language))
        sheet.text(row, 2, unit_words(line.unit, language))
        for at, column in enumerate(columns, 3):
            extent = matrix.extents.get((line, column))
            sheet.number(row, at, matrix.sums[line, column] if extent else None, link=to_evidence(extent) if extent else None)
    for row, (status, sums) in enumerate(matrix.totals(), 3 + len(matrix.lines)):
        sheet.merged(row, 0, 2, label(language, "total", status=label(language, f"status.{status}")), "sum_text")
        for at, column in enumerate(columns, 3):
            sheet.number(row, at, sums.get(column), "sum")


def write_reports(sheet: Sheet, arranged: Arranged, language: Language) -> None:
    """The reports as the audit saw them, and below them the files that could not be read."""
    audit = arranged.audit
    heads = (
        ("report", 40), ("doc_type", 14), ("number", 20), ("date", 12), ("unit", 34), ("period", 20), ("edtf", 16),
        ("counted", 9), ("why", 30), ("instead", 34), ("figures", 9), ("unexplained", 10),
    )  # fmt: skip
    sheet.head([Column(label(language, key), width) for key, width in heads], filters=len(audit.reports))
    for row, report in enumerate(audit.reports, 1):
        sheet.link(row, 0, report.path, f"external:{quote(report.page)}" if report.page else None)
        texts = (
            report.doc_type, report.number, report.date, unit_words(report.unit, language), period_words(report.period, language),
            report.period, label(language, "yes" if report.counted else "no"), report.why, report.instead,
        )  # fmt: skip
        for at, value in enumerate(texts, 1):
            sheet.text(row, at, value)
        sheet.number(row, 10, report.counts)
        sheet.number(row, 11, report.unexplained)
    row = len(audit.reports) + 2
    if audit.unread:
        sheet.text(row, 0, label(language, "unread"), "part")
        for at, unread in enumerate(audit.unread, row + 1):
            sheet.text(at, 0, unread.path, "warning")
            sheet.merged(at, 1, len(heads) - 1, unread.reason, "warning")


def write_units(sheet: Sheet, audit: Audit, language: Language) -> None:
    """Which printed name was taken for which unit, and units that were expected and did not report."""
    heads = (("taken_for", 44), ("printed", 54), ("how", 22), ("reports", 60))
    sheet.head([Column(label(language, key), width) for key, width in heads], filters=len(audit.units))
    for row, unit in enumerate(sorted(audit.units, key=lambda unit: (unit.unit, unit.printed)), 1):
        texts = (unit.unit, unit.printed, label(language, f"how.{unit.how}"), "\n".join(unit.reports))
        for at, value in enumerate(texts):
            sheet.text(row, at, value)
    row = len(audit.units) + 2
    if audit.missing_units:
        sheet.text(row, 0, label(language, "missing_units"), "part")
        for at, missing in enumerate(audit.missing_units, row + 1):
            sheet.text(at, 0, missing.unit, "warning")
            sheet.text(at, 1, period_words(missing.period, language), "warning")


def write_citations(sheet: Sheet, arranged: Arranged, language: Language) -> None:
    """Which report cites which document."""
    citations = arranged.audit.citations
    heads = (
        ("report", 40),
        ("cited", 34),
        ("doc_type", 18),
        ("date", 12),
        ("issuer", 36),
        ("mentions", 9),
        ("in_audit", 40),
        ("place", 10),
    )
    sheet.head([Column(label(language, key), width) for key, width in heads], filters=len(citations))
    for row, citation in enumerate(citations, 1):
        link = page_link(arranged.reports, citation.evidence[0]) if citation.evidence else None
        texts = (citation.report, cited_words(citation), citation.doc_type, citation.date, citation.issuer)
        for at, value in enumerate(texts):
            sheet.text(row, at, value)
        sheet.number(row, 5, citation.mentions)
        sheet.text(row, 6, citation.cited)
        sheet.link(row, 7, label(language, "open") if link else "", f"external:{link}" if link else None)
