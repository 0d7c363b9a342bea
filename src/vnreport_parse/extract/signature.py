"""Who signed, and by what authority."""

from __future__ import annotations

from ..anchors import Anchors
from ..lines import Line
from ..records import Signature
from ..source import SourceText
from ..zones import Zones


def extract_signature(source: SourceText, lines: tuple[Line, ...], zones: Zones, anchors: Anchors) -> Signature | None:
    """The signature of the document."""
    return None
