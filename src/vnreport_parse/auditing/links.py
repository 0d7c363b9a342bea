"""Links from a workbook or page to the pages of the reports beside it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from ..view import anchor
from .records import AuditedReport, Evidence


def page_link(reports: Mapping[str, AuditedReport], shown: Evidence) -> str | None:
    """`pages/012.html#s340-356`, percent-encoded; `None` where the report has no page."""
    report = reports.get(shown.report)
    return f"{quote(report.page)}#{anchor(shown.span)}" if report and report.page else None
