"""A text of lines, in whatever encoding its letters are, as a `SourceText`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..diagnostics import Diagnostic, diagnose
from ..encodings import decode_text
from ..provenance import Decoded
from ..source import SourceText, normalise
from ..spans import Span

_MOST_NOTES = 20
_SHOWN = 40


def plain_source(text: str, *, markup: bool = False) -> SourceText:
    """The normalised text, letters of an old encoding as Unicode: line by line, those that cannot be decided as they are."""
    decoding = decode_text(text)
    source = normalise(Decoded(decoding.text, markup=markup))
    if decoding.encoding is None and not decoding.undecided:
        return source
    confidence = decoding.confidence if decoding.encoding else None
    return replace(source, encoding=decoding.encoding, confidence=confidence, notes=undecided_notes(source, decoding.undecided))


def undecided_notes(source: SourceText, undecided: Iterable[Span]) -> tuple[Diagnostic, ...]:
    """A note for each line that overlaps one of `undecided`, spans of the text before it was normalised."""
    left = sorted(undecided)
    found: list[Diagnostic] = []
    start = 0
    for line in source.text.split("\n") if left else ():
        end = start + len(line)
        was = source.view.to_source(Span(start, end))
        while left and left[0].end <= was.start:
            left.pop(0)
        if line and left and left[0].overlaps(was) and len(found) < _MOST_NOTES:
            found.append(diagnose("D131", Span(start, end), value=line[:_SHOWN]))
        start = end + 1
    return tuple(found)
