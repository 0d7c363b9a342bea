"""Phong trào thi đua: emulation campaigns with their names."""

from __future__ import annotations

from ..records import Campaign
from ..sections import SectionIndex
from ..source import SourceText
from ..zones import Zones


def extract_campaigns(source: SourceText, zones: Zones, sections: SectionIndex) -> tuple[Campaign, ...]:
    """The campaigns that the body names."""
    return ()
