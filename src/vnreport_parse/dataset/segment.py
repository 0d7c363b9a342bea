"""Words and sentences of a text, as underthesea tells them apart, with the offsets that it does not give."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

import regex

from ..naming import align, pieces, writable
from ..spans import Span, cover

_NEW_LINE = regex.compile(r"\n(?!\p{Ll})|\Z")


class Segments(NamedTuple):
    """Spans of the text, in order. A word or a sentence that is not found in the text again is left out."""

    words: tuple[Span, ...]
    sentences: tuple[Span, ...]


def segment(text: str) -> Segments:
    """Words and sentences; loads underthesea and its models at the first call. Time grows linearly with the text."""
    words: list[Span] = []
    sentences: list[Span] = []
    for line in _lines(text):
        sentences += _found(text, line, _library().sent_tokenize(writable(line.of(text))))
        for piece in pieces(line.of(text)):
            inner = piece.shift(line.start)
            words += _found(text, inner, _library().word_tokenize(writable(inner.of(text))))
    return Segments(tuple(words), tuple(sentences))


@cache
def _library() -> Any:
    return import_module("underthesea")


def _lines(text: str) -> Iterator[Span]:
    """Stretches that no sentence leaves: a line, with those below it that go on in small letters."""
    start = 0
    for found in _NEW_LINE.finditer(text):
        if text[start : found.start()].strip():
            yield Span(start, found.start())
        start = found.end()


def _found(text: str, within: Span, said: list[str]) -> Iterator[Span]:
    """Where what was said stands: a sentence is found by its words."""
    for tokens, spans in _aligned(within.of(text), said):
        found = [span for span in spans if span is not None]
        if tokens and found:
            yield cover(found).shift(within.start)


def _aligned(text: str, said: list[str]) -> Iterator[tuple[list[str], list[Span | None]]]:
    """Each of what was said with its words and their places."""
    words = [entry.split() for entry in said]
    spans = iter(align(text, [word for entry in words for word in entry]))
    for entry in words:
        yield entry, [next(spans) for _ in entry]
