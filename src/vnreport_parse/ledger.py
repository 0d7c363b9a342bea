"""The ledger: every numeral that counts recipients, and what became of it."""

from __future__ import annotations

from .anchors import Anchors
from .diagnostics import Diagnostic
from .records import Award, CountMention, Total
from .sections import SectionIndex
from .source import SourceText
from .zones import Zones


def settle_counts(
    source: SourceText, zones: Zones, sections: SectionIndex, anchors: Anchors, awards: tuple[Award, ...], totals: tuple[Total, ...]
) -> tuple[tuple[CountMention, ...], list[Diagnostic]]:
    """One `CountMention` for each numeral before a recipient noun."""
    return (), []
