"""The letterhead, the type line and the subject."""

from __future__ import annotations

from ..anchors import Anchors
from ..diagnostics import Diagnostic
from ..lines import Line
from ..records import Header
from ..source import SourceText
from ..zones import Zones


def extract_header(source: SourceText, lines: tuple[Line, ...], zones: Zones, anchors: Anchors) -> tuple[Header, list[Diagnostic]]:
    """The header of the document."""
    return Header(), []
