"""Award statements."""

from __future__ import annotations

from ..anchors import Anchors
from ..diagnostics import Diagnostic
from ..records import Award, Total
from ..sections import SectionIndex
from ..source import SourceText
from ..zones import Zones


def extract_awards(
    source: SourceText, zones: Zones, sections: SectionIndex, anchors: Anchors
) -> tuple[tuple[Award, ...], tuple[Total, ...], list[Diagnostic]]:
    """Every statement of an award, in the order of the text."""
    return (), (), []
