"""Nơi nhận: who gets a copy."""

from __future__ import annotations

from ..lines import Line
from ..records import Distribution
from ..source import SourceText
from ..zones import Zones


def extract_distribution(source: SourceText, lines: tuple[Line, ...], zones: Zones) -> tuple[Distribution, ...]:
    """The entries of Nơi nhận."""
    return ()
