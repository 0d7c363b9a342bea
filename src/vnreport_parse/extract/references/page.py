"""What the finders of references share: the text with its type words, and a mention while it is being read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from ...anchors import Anchor, Anchors
from ...dategrammar import DateMention
from ...numbers import SMALL
from ...patterns import fold
from ...records import DocumentNumber, Relation
from ...spans import Span

LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})
# A full stop before a new sentence, or an empty line before anything but a small letter (a page may end inside a sentence).
_BREAK = re.compile(rf"[.!?]\s+(?=[^\W\d_{SMALL}])|\n[ ]?\n(?![{SMALL}\d])")
_NO_LAW = re.compile(r"\s(?:sư|gia|khoa)\b")  # luật sư, Hội Luật gia
_GROUP_BEFORE = re.compile(r"[A-ZĐ][/–-] $")
_NEAR_DASH = frozenset("/-–—&")


class Governing(NamedTuple):
    """The type word of a number, and what stands between the two."""

    anchor: Anchor
    issuer: Span | None = None  # Công văn của Bộ Tài chính số …
    date: DateMention | None = None  # Công văn ngày 05/6/2020 số …
    title: Span | None = None  # Luật Giá số …


class Page:
    """The text, its folded twin (same offsets), and the type words in it."""

    def __init__(self, text: str, anchors: Anchors) -> None:
        self.text = text
        self.folded = fold(text)
        self.types = [anchor for anchor in anchors.of("doc_type") if self._is_word(anchor)]
        self._starts = [anchor.span.start for anchor in self.types]
        self._ends = [anchor.span.end for anchor in self.types]

    def _is_word(self, anchor: Anchor) -> bool:
        """Not the `QĐ` of `34/QĐ-UBND`, not the `luật` of `pháp luật` or `luật sư`."""
        start, end = anchor.span
        if self.text[start:end].isupper() and end - start <= 4:
            if self.text[start - 2 : start].rstrip(".").isupper() and self.text[start - 1 : start] == ".":
                return False  # 5438/UB.QĐ
            if _GROUP_BEFORE.search(self.text, max(start - 4, 0), start):
                return False  # 508/QĐ– CT
            return _NEAR_DASH.isdisjoint((self.text[start - 1 : start], self.text[end : end + 1]))
        if anchor.row["name"] == "Luật":
            return self.folded[max(start - 5, 0) : start] != "pháp " and not _NO_LAW.match(self.folded, end)
        return True

    def types_before(self, at: int, reach: int) -> list[Anchor]:
        """Type words that end in the `reach` characters before `at`, the nearest first."""
        return self.types[bisect_left(self._ends, at - reach) : bisect_right(self._ends, at)][::-1]

    def types_in(self, start: int, end: int) -> list[Anchor]:
        """Type words that begin in a stretch."""
        return self.types[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def same_sentence(self, start: int, end: int) -> bool:
        """Whether no sentence and no paragraph ends between two offsets."""
        return _BREAK.search(self.text, start, end) is None


@dataclass(slots=True)
class Draft:
    """A mention while it is being read; every value keeps the span that shows it."""

    start: int
    end: int
    rule: str
    number: DocumentNumber | None = None
    number_spans: tuple[Span, ...] = ()
    odd: bool = False
    doc_type: str | None = None
    type_span: Span | None = None
    codes: tuple[str, ...] = ()
    date: DateMention | None = None
    issuer: Span | None = None
    title: Span | None = None
    subject: Span | None = None
    relation: Relation | None = None
    mistyped: bool = False  # `Quyết đinh`: the type word has a wrong mark
    worded: bool = False  # the word `số` stands before the number
    same_day: bool = False  # `và Quyết định số … cùng ngày`
    shares_symbol: bool = False  # `187` of `số 187, 188-KL/TW`
    own_type: bool = False  # the type word stands with this very mention
    plural: bool = False  # `các Quyết định`: date and issuer may be stated once for all
    issuer_ahead: bool = False  # `các Công văn của Bộ Tài chính số …, số …`

    def govern(self, governing: Governing) -> None:
        """Take the type, and what stands between it and the number."""
        self.doc_type, self.type_span = governing.anchor.row["name"], governing.anchor.span
        self.codes = tuple(governing.anchor.row.get("codes", ()))
        self.own_type = True
        self.title, self.date = governing.title, governing.date
        self.issuer, self.issuer_ahead = governing.issuer, governing.issuer is not None
