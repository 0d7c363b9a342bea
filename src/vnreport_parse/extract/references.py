"""References to other documents."""

from __future__ import annotations

from ..anchors import Anchors
from ..diagnostics import Diagnostic
from ..records import Header, Reference
from ..sections import SectionIndex
from ..source import SourceText
from ..zones import Zones


def extract_references(
    source: SourceText, zones: Zones, sections: SectionIndex, anchors: Anchors, header: Header
) -> tuple[tuple[Reference, ...], list[Diagnostic]]:
    """Every mention of another document, in the order of the text."""
    return (), []
