"""The parts of a document: letterhead, body, closing, appendices."""

from __future__ import annotations

from typing import NamedTuple

from .lines import Line
from .source import SourceText
from .spans import Span


class Zones(NamedTuple):
    """`head` (letterhead, type line, subject, addressees), `body`, `closing` (Nơi nhận, signature), and what follows."""

    head: Span
    body: Span
    closing: Span
    appendices: tuple[Span, ...] = ()


def find_zones(source: SourceText, lines: tuple[Line, ...]) -> Zones:
    """Cut the document into its parts."""
    end = len(source.text)
    return Zones(Span(0, 0), Span(0, end), Span(end, end))
