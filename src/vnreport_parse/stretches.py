"""A value that a page has broken: over lines, over the cells of a column, with another column between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .records import Evidence
from .spans import Span


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches of a document read as one text, blanks folded; `offsets` says where each character stands."""

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str, spans: Iterable[Span]) -> Stretches:
        """The text under `spans`, in their order."""
        letters: list[str] = []
        offsets: list[int] = []
        for span in spans:
            for at in range(span.start, span.end + 1):
                if at < span.end and not text[at].isspace():
                    letters.append(text[at])
                    offsets.append(at)
                elif letters and letters[-1] != " ":
                    letters.append(" ")
                    offsets.append(at)
        while letters and letters[-1] == " ":
            letters.pop()
            offsets.pop()
        return cls("".join(letters), tuple(offsets))

    def trimmed(self, start: int, end: int, also: str = "") -> tuple[int, int]:
        """`start` and `end` without blanks and the characters of `also` at both ends."""
        drop = " " + also
        while start < end and self.text[start] in drop:
            start += 1
        while end > start and self.text[end - 1] in drop:
            end -= 1
        return start, end

    def spans(self, text: str, start: int, end: int) -> list[Span]:
        """Where `self.text[start:end]` stands in the document; a line break alone does not part two pieces."""
        found: list[Span] = []
        for at in self.offsets[start:end]:
            if found and (at == found[-1].end or text[found[-1].end : at].isspace()):
                found[-1] = Span(found[-1].start, at + 1)
            else:
                found.append(Span(at, at + 1))
        pieces = []
        for span in found:
            stop = span.end
            while stop > span.start and text[stop - 1].isspace():
                stop -= 1
            if stop > span.start:
                pieces.append(Span(span.start, stop))
        return pieces

    def evidence(self, text: str, field: str, start: int, end: int) -> Evidence:
        """`{field: span}`, or `field.0`, `field.1` for a value in pieces."""
        pieces = self.spans(text, start, end)
        if len(pieces) == 1:
            return {field: pieces[0]}
        return {f"{field}.{number}": piece for number, piece in enumerate(pieces)}
