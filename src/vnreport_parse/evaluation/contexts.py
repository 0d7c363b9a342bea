"""Where an error stands in the document: the words of a record, or those that a missed label speaks of.

Labels hold values and no places. A missed value is looked for word by word, first where its neighbours in the list
of labels leave room for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from ..records import Section
from ..report import Report
from ..spans import Span, fold_blanks
from .keys import text_key
from .outcomes import Context

_WORD = re.compile(r"\d+|[^\W\d_]+")
_BLANKS = re.compile(r"\s+")
_AROUND = 90
_LONGEST = 400
_NEXT = 25  # words between a title and its count


class Places:
    """The words of one report and where they stand."""

    def __init__(self, report: Report) -> None:
        self._report = report

    @cached_property
    def _words(self) -> list[tuple[str, Span]]:
        return [(_key(found[0]), Span(*found.span())) for found in _WORD.finditer(self._report.text)]

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = {}
        for at, (word, _) in enumerate(self._words):
            index.setdefault(word, []).append(at)
        return index

    def find(self, wanted: Sequence[object], within: Span | None = None, taken: Iterable[Span] = ()) -> Span | None:
        """Where the first of the values stands; one further on the way, a few words behind it, is taken in.

        A place inside `within` and outside `taken` is preferred; null when the words do not stand in the text.
        """
        values = [words for value in wanted if (words := [_key(w) for w in _WORD.findall(str(value))])]
        taken = list(taken)
        for first, words in enumerate(values):
            found = [self._with_rest(start, words, values[first + 1 :]) for start in self._starts(words)]
            if found:
                return min(found, key=lambda place: self._rank(place, within, taken))[0]
        return None

    @staticmethod
    def _rank(place: tuple[Span, int], within: Span | None, taken: list[Span]) -> tuple[bool, bool, int, int]:
        span, missing = place
        return within is not None and not within.overlaps(span), any(t.overlaps(span) for t in taken), missing, span.start

    def _starts(self, words: list[str]) -> list[int]:
        starts = self._index.get(words[0], [])
        return [at for at in starts if [word for word, _ in self._words[at : at + len(words)]] == words]

    def _with_rest(self, start: int, words: list[str], rest: list[list[str]]) -> tuple[Span, int]:
        """The stretch from the words to the last of the further values that stand close behind, and how many do not."""
        end, missing = start + len(words), 0
        for more in rest:
            last = next((at for at in self._starts(more) if end <= at <= end + _NEXT), None)
            end, missing = (end, missing + 1) if last is None else (last + len(more), missing)
        return Span(self._words[start][1].start, self._words[end - 1][1].end), missing

    def context(self, span: Span) -> Context:
        """The words under a span and around it, and their place in the file."""
        report, text = self._report, self._report.text
        before = _cut(text[max(0, span.start - _AROUND) : span.start], span.start > _AROUND, at_end=False)
        after = _cut(text[span.end : span.end + _AROUND], span.end + _AROUND < len(text), at_end=True)
        words = fold_blanks(span.of(text))
        if len(words) > _LONGEST:
            words = f"{words[: _LONGEST // 2]} … {words[-_LONGEST // 2 :]}"
        line, page, block = text.count("\n", 0, span.start) + 1, None, None
        if report.view is not None:
            location = report.locate(span)
            line, page, block = location.line, location.page, location.block
        around = _BLANKS.sub(" ", before).lstrip(), words, _BLANKS.sub(" ", after).rstrip()
        return Context(span, *around, line, page, block, _section_at(report.sections, span.start))


def _key(word: str) -> str:
    return word.lstrip("0") or "0" if word.isdigit() else text_key(word)


def _cut(text: str, is_cut: bool, *, at_end: bool) -> str:
    """Without the piece of a word at the side where the text was cut, and with dots there."""
    if not is_cut:
        return text
    kept = text.rpartition(" ")[0] if at_end else text.partition(" ")[2]
    return f"{kept or text} …" if at_end else f"… {kept or text}"


def _section_at(sections: Sequence[Section], at: int) -> str | None:
    for section in sections:
        if section.span.start <= at < section.span.end:
            return _section_at(section.children, at) or section.path
    return None
