"""Numbers as reports write them: `02`, `1.184`, `02 (hai)`, `hai mươi mốt`."""

from __future__ import annotations

import re
from typing import NamedTuple

from .spans import Span

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"nghìn": 1000, "ngàn": 1000, "triệu": 1_000_000}
_WORD = "|".join(["mười", "mươi", "trăm", "linh", "lẻ", *_SCALES, *_UNITS])

# 1.184 and 1 184 group by thousands; a comma is decimal, so `9,8 tiêu chí` is no count (domain rule of number forms).
NUMERAL = re.compile(
    rf"""
      (?<![\w/.,])(?<!ngày\ )(?P<part>\d{{1,3}}(?:\.\d{{3}}){{1,4}}|\d{{1,5}})/\d[\d.]{{0,6}}(?=\ [^\W\d_])   # 28/30 giáo viên
    | (?<![\w/.,])(?P<digits>\d{{1,3}}(?:\.\d{{3}}){{1,4}}|\d{{1,7}})(?![\w%])(?![.,/]\d)(?!\ ?%)
      (?:\ ?\((?P<spelled>(?:{_WORD})(?:\ (?:{_WORD})){{0,9}})\))?
    | (?<!\w)(?<!\d\ )(?<!số\ )(?<!trong\ )(?<!mỗi\ )(?<!hằng\ )(?<!hàng\ )(?P<words>(?:{_WORD})(?:\ (?:{_WORD})){{0,9}})(?!\w)
    """,
    re.VERBOSE,
)


class Numeral(NamedTuple):
    """A number in the text. `spelled` is the number in words behind the digits, where there is one."""

    span: Span
    value: int
    spelled: int | None = None

    def shift(self, by: int) -> Numeral:
        """The same number, `by` characters later."""
        return self._replace(span=self.span.shift(by))


def read_words(words: str) -> int | None:
    """`hai mươi mốt` is 21, `một trăm linh năm` 105; `None` when the words are no number in order."""
    total = hundreds = tens = 0
    unit: int | None = None
    seen_ten = False
    for word in words.split():
        if word in _SCALES:
            total += (hundreds + tens + (unit or 0) or 1) * _SCALES[word]
            hundreds, tens, unit, seen_ten = 0, 0, None, False
        elif word == "trăm":
            hundreds, unit = (unit if unit is not None else 1) * 100, None
        elif word in ("mươi", "mười"):
            if seen_ten or (word == "mươi" and not unit) or (word == "mười" and unit is not None):
                return None
            tens, unit, seen_ten = (unit or 1) * 10, None, True
        elif word in ("linh", "lẻ"):
            if unit is not None:
                return None
        else:
            if unit is not None:
                return None
            unit = _UNITS[word]
    return total + hundreds + tens + (unit or 0)


def read_numeral(found: re.Match[str]) -> Numeral | None:
    """The number of a match of `NUMERAL`; `None` for words that are no number."""
    span = Span(*found.span())
    if found["part"]:
        return Numeral(Span(*found.span("part")), int(found["part"].replace(".", "")))
    if found["words"]:
        value = read_words(found["words"])
        return None if value is None else Numeral(span, value)
    spelled = read_words(found["spelled"]) if found["spelled"] else None
    return Numeral(span, int(found["digits"].replace(".", "")), spelled)
