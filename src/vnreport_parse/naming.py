"""Names of persons, organisations and places as the statistical tagger of underthesea sees them: the one door to it.

The tagger gives words, not offsets, and respells them: `khoá` comes back as `khóa`, decomposed letters as whole ones, a
line break as a blank, `nghành` as `ngành`. `align` finds them in our text again. docs/names.md says what was measured,
and why no stage of the parser asks here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Literal, NamedTuple

from .spans import Span, cover

EntityKind = Literal["person", "organization", "place"]
Tagger = Callable[[str], Iterable[tuple[str, str, str, str]]]  # word, part of speech, phrase, name: `B-PER`

_KINDS: dict[str, EntityKind] = {"PER": "person", "ORG": "organization", "LOC": "place"}
_LONGEST = 300  # characters: the tagger's time grows with the square of what it is given at once
# `… tặng Bằng khen. Sở Nội vụ`, `Sở A; Sở B`, an empty line; never behind TP. or ThS.
_STOP = re.compile(r"(?<=\w{3}[.!?])\s+|;|\n\s*\n")
_UNWRITABLE = re.compile("[\ud800-\udfff]")  # halves of a pair, which the tagger cannot take


@dataclass(frozen=True, slots=True)
class Entity:
    """A name, where it stands and what it names."""

    span: Span
    kind: EntityKind


def entities(text: str) -> tuple[Entity, ...]:
    """The names in `text`, in order, as the tagger sees them; loads underthesea and its models at the first call.

    A name of which a word cannot be found in the text again is left out. Time grows linearly with the text.
    """
    tagger = _tagger()
    return tuple(entity for piece in pieces(text) for entity in _read(text, piece, tagger))


@cache
def _tagger() -> Tagger:
    """The conditional random field that comes with underthesea: no network, no neural model."""
    tagger: Tagger = import_module("underthesea").ner
    return tagger


def writable(text: str) -> str:
    """The text without halves of a pair, letter for letter."""
    return _UNWRITABLE.sub("\ufffd", text)


def pieces(text: str) -> Iterator[Span]:
    """The text in pieces that the tagger takes at once: cut at stops, where there is none at a blank."""
    start = 0
    for end in (*(found.end() for found in _STOP.finditer(text)), len(text)):
        while end - start > _LONGEST:
            words = text[start : start + _LONGEST].rstrip()
            blank = max(words.rfind(" "), words.rfind("\n"))
            cut = start + (blank + 1 if blank > 0 else _LONGEST)
            yield Span(start, cut)
            start = cut
        if not text[start:end].isspace() and start < end:
            yield Span(start, end)
        start = end


def _read(text: str, piece: Span, tagger: Tagger) -> Iterator[Entity]:
    """The names of one piece: the words tagged `B-PER I-PER`, without punctuation at the ends."""
    tagged = [(word, tag) for word, _, _, tag in tagger(writable(piece.of(text)))]
    spans = align(piece.of(text), [word for word, _ in tagged])
    names: list[tuple[EntityKind, list[int]]] = []
    before = ""
    for at, (_, tag) in enumerate(tagged):
        kind = _KINDS.get(tag[2:])
        if kind is not None and tag[:2] == "I-" and before[2:] == tag[2:]:
            names[-1][1].append(at)
        elif kind is not None:
            names.append((kind, [at]))
        before = tag
    for kind, words in names:
        while words and not _lettered(tagged[words[0]][0]):
            del words[0]
        while words and not _lettered(tagged[words[-1]][0]):
            del words[-1]
        found = [span for at in words if (span := spans[at]) is not None]
        if words and len(found) == len(words):
            yield Entity(cover(found).shift(piece.start), kind)


def _lettered(word: str) -> bool:
    return any(map(str.isalnum, word))


# ---------------------------------------------------------------- words to offsets
class _Letters(NamedTuple):
    """The letters of a text without blanks and marks, in lower case, and the index of the character each is of."""

    letters: str
    at: list[int]


def _letters(text: str) -> _Letters:
    letters: list[str] = []
    at: list[int] = []
    for index, char in enumerate(text):
        if char.isspace():
            continue
        base = letters_of(char)
        letters.append(base)
        at += [index] * len(base)
    return _Letters("".join(letters), at)


@cache
def letters_of(char: str) -> str:
    """The base letters of a character, in lower case: `Ố` gives `o`, `Đ` and its look-alikes `d`, a mark nothing."""
    base = "".join(part for part in unicodedata.normalize("NFD", char) if unicodedata.category(part) != "Mn").lower()
    base = "".join(part for part in base if unicodedata.category(part) != "Mn")  # İ becomes i and a dot
    return {"đ": "d", "ð": "d"}.get(base, "\ufffd" if _UNWRITABLE.match(char) else base)


def align(text: str, words: Sequence[str]) -> list[Span | None]:
    """Where each of `words` stands in `text`, in order; None for a word that is not found.

    Letters count, and not their marks, case and blanks: that is where the tagger respells. Behind a word that is
    not found (`ngành` for `nghành`) the next one is looked for a little further on, where a word begins.
    """
    known = _letters(text)
    spans: list[Span | None] = []
    cursor = lost = 0  # the next letter, and how many letters of words not found came before it
    for word in words:
        wanted = _letters(word).letters
        start = _find(text, known, wanted, cursor, 2 * lost + 4 if lost else 0) if wanted else -1
        if start < 0:
            lost += len(wanted)
            spans.append(None)
            continue
        cursor, lost = start + len(wanted), 0
        end = known.at[cursor - 1] + 1
        while end < len(text) and unicodedata.category(text[end]) == "Mn":
            end += 1
        spans.append(Span(known.at[start], end))
    return spans


def _find(text: str, known: _Letters, wanted: str, cursor: int, reach: int) -> int:
    """The first letter of `wanted`: at the cursor, or at the start of a word up to `reach` letters on; -1 when nowhere."""
    start = known.letters.find(wanted, cursor, cursor + reach + len(wanted))
    while start >= 0:
        end = start + len(wanted)
        whole = (start == 0 or known.at[start] != known.at[start - 1]) and (
            end == len(known.at) or known.at[end] != known.at[end - 1]
        )
        if whole and (start == cursor or _begins_word(text, known.at[start])):
            return start
        start = known.letters.find(wanted, start + 1, cursor + reach + len(wanted))
    return -1


def _begins_word(text: str, index: int) -> bool:
    return index == 0 or not (text[index - 1].isalnum() and text[index].isalnum())
