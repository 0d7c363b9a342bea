"""The name of a place in a report's page."""

from __future__ import annotations

from ..spans import Span


def anchor(span: Span) -> str:
    """`s12-34`: what follows the `#` in a link to a stretch of the report."""
    return f"s{span.start}-{span.end}"
