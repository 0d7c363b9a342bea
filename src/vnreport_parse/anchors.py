"""One Aho-Corasick pass over the folded text: where the words of the lexicons stand."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from . import lexicons
from .patterns import fold
from .spans import Span

# kind of anchor: (lexicon, table, fields that hold words matched in any case, fields matched as written)
_KINDS = {
    "doc_type": ("doc_types", "doc_type", ("forms",), ("abbreviations",)),
    "award": ("awards", "award", ("forms",), ("abbreviations",)),
    "qualifier": ("awards", "qualifier", ("forms",), ()),
    "non_award": ("awards", "non_award", ("forms",), ()),
    "noun": ("recipients", "noun", ("forms",), ("abbreviations",)),
    "non_recipient": ("recipients", "non_recipient", ("forms",), ()),
    "organ": ("authorities", "organ", ("head",), ("abbreviations",)),
    "position": ("authorities", "position", ("forms",), ()),
}


_GLUED = frozenset({"doc_type"})  # theoQuyết định số 12: a blank is lost, the capital shows it


class Anchor(NamedTuple):
    """A word of a lexicon in the text, with its row."""

    span: Span
    kind: str
    row: lexicons.Row


class _Word(NamedTuple):
    kind: str
    row: lexicons.Row
    exact: str | None  # an abbreviation counts only as it is written


class Anchors:
    """The anchors of a text, by kind, in order; within a kind none overlaps another, the longest wins."""

    def __init__(self, found: Iterable[Anchor]) -> None:
        self._by_kind: dict[str, list[Anchor]] = defaultdict(list)
        for anchor in sorted(found, key=lambda a: (a.span.start, -a.span.end)):
            kept = self._by_kind[anchor.kind]
            if not kept or anchor.span.start >= kept[-1].span.end:
                kept.append(anchor)
        self._starts = {kind: [a.span.start for a in kept] for kind, kept in self._by_kind.items()}

    def of(self, kind: str, within: Span | None = None) -> list[Anchor]:
        """The anchors of one kind, in order; those that lie in `within`, when it is given."""
        kept = self._by_kind.get(kind, [])
        if within is None:
            return kept
        starts = self._starts.get(kind, [])
        return [a for a in kept[bisect_left(starts, within.start) : bisect_left(starts, within.end)] if a.span.end <= within.end]


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[_Word, ...], ...]]:
    """The automaton over all folded words, and for each pattern what it stands for."""
    words: dict[str, list[_Word]] = defaultdict(list)
    for kind, (lexicon, table, folded, exact) in _KINDS.items():
        for row in lexicons.load(lexicon).get(table, ()):
            for form in _values(row, folded):
                words[fold(form)].append(_Word(kind, row, None))
            for form in _values(row, exact):
                words[fold(form)].append(_Word(kind, row, form))
    patterns = sorted(words)
    return AhoCorasick(patterns), tuple(tuple(words[p]) for p in patterns)


def _values(row: lexicons.Row, fields: tuple[str, ...]) -> Iterator[str]:
    for field in fields:
        value = row.get(field, ())
        yield from (value,) if isinstance(value, str) else value


def find_anchors(text: str, folded: str) -> Anchors:
    """All anchors of `text`; `folded` is `fold(text)`."""
    automaton, meanings = _automaton()
    found: list[Anchor] = []
    for pattern, start, end in automaton.find_matches_as_indexes(folded, overlapping=True):
        if end < len(folded) and folded[end].isalnum():
            continue
        glued = start > 0 and folded[start - 1].isalnum()
        if glued and not (" " in folded[start:end] and text[start].isupper() and text[start - 1].islower()):
            continue
        kinds = _GLUED if glued else _KINDS
        fitting = (word for word in meanings[pattern] if word.kind in kinds and word.exact in (None, text[start:end]))
        found.extend(Anchor(Span(start, end), word.kind, word.row) for word in fitting)
    return Anchors(found)
