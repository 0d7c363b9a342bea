"""One report as a page: its text with the facts marked, and a place for every link that leads to it."""

from __future__ import annotations

from .anchors import anchor
from .report_page import content_policy, report_page

__all__ = ["anchor", "content_policy", "report_page"]
