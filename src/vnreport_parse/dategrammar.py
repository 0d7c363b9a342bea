"""Vietnamese date surface forms: `ngày 31 tháng 5 năm 2022`, `31/5/2022`, `ngày … tháng 6 năm 2022`, `năm 2024`.

Day before month, always. A part that is blank in the document stays blank (`2022-06-XX`); a day that
is not in the calendar is no date. Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .dates import PartialDate
from .spans import Span

_GAP = r"[ ]?(?:\n[ ]?){0,2}+"  # a line or a page may break a date anywhere
_BLANK = r"(?:[.…_]{1,60}+|\(\d?\))"  # what a draft prints for a day to be filled in by hand
_WORD_END = r"(?:\b|(?=\d))"  # ngày 12 tháng5 năm2020: a blank is left out
_MONTH_WORD = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_DIGIT_SLIP = str.maketrans("lIOo", "1100")  # what OCR reads for 1 and 0

DATE = re.compile(
    rf"""
    (?:(?<![\w/.,…-])|(?<=[^\W\d_])(?=ngày[ ]\d))(?:                # NĐ-CPngày 30 tháng 9 năm 2005: a blank is lost
      # ngày 31 tháng 5 năm 2022 · ngày tháng 6 năm 2022 · ngày … tháng … năm 20… · ngày 12, tháng 6, năm 2025
      ng[àaạ][yỵỳ]{_WORD_END}{_GAP}(?:m[ồùô]ng{_GAP})?
        (?P<word_day>[0-9lIO]{{1,2}}(?!\w)|\d{{1,2}}(?=th[áa]ng)|{_BLANK})?+{_GAP},?{_GAP}
        th[áa]ng{_WORD_END}{_GAP}
        (?P<word_month>[0-9lIO]{{1,2}}(?!\w)|\d{{1,2}}(?=năm)|{_BLANK}|(?:mười{_GAP}(?:một|hai)|giêng|hai|ba|tư|sáu|b[ảẩ]y|tám|chín|mười|chạp)(?!\w))?+
        {_GAP},?{_GAP}
        (?:(?:năm{_WORD_END}|/){_GAP}|(?=20\d\d))
        (?P<word_year>[12][09O][0-9O]{{2}}(?!\w)|(?:19|20)?{_BLANK})
    | # ngày 31/5/2022 · ngày 01-10-1997 · 31.5.2022 · ngày 31 /5/ 2022 · ngày /6/2022 · ngày …/…/2024 · ngày 15/09/10
      (?:(?P<ngay>ng[àaạ][yỵỳ]){_WORD_END}{_GAP})?+
        (?P<day>(?:[0-9lIO]{{1,2}}|\d[ ]\d(?=/)|{_BLANK})(?!\w)|(?<=y[ ])(?=/))
        (?P<sep>(?P<sep_gap>{_GAP})[/.-]){_GAP}
        (?P<month>[0-9lIO]{{1,2}}(?!\w)|{_BLANK}|(?=/)){_GAP}
        [/.-]{_GAP}
        (?P<year>(?:19|20)[0-9O]{{2}}|\d\d)(?!\w|[.]\d|[/-]\w)
    | # 2014-02-23
      (?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)(?![\w-])
    | # tháng 6 năm 2022 · tháng 6/2022 · tháng 6-2022
      th[áa]ng{_GAP}(?P<in_month>\d{{1,2}}(?!\w)|(?:mười{_GAP}(?:một|hai)|giêng|hai|ba|tư|sáu|b[ảẩ]y|tám|chín|mười|chạp)(?!\w))
        (?:{_GAP}[/.-]{_GAP}|{_GAP},?{_GAP}năm{_GAP})(?P<of_year>(?:19|20)\d\d)(?!\w|[/.-]\d)
    | # năm 2024
      năm{_GAP}(?P<only_year>[12][09O][0-9O]{{2}})(?!\w|[ ]?[-–][ ]?(?:19|20)\d\d|[/.]\d)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


class DateMention(NamedTuple):
    """A date in the text. `rule` tells the form; `date.short_year` says that the century was added."""

    value: PartialDate
    span: Span
    rule: str


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DateMention]:
    """The dates of `text[start:end]`, in order."""
    for found in DATE.finditer(text, start, len(text) if end is None else end):
        mention = _mention(found)
        if mention is not None:
            yield mention


def match_date(text: str, at: int, end: int | None = None) -> DateMention | None:
    """The date that begins at `at`."""
    found = DATE.match(text, at, len(text) if end is None else end)
    return _mention(found) if found else None


def read_date(text: str) -> PartialDate | None:
    """The date that `text` is, as a whole; a lone year too, as in `Luật Nhà ở 2023`."""
    text = text.strip()
    if re.fullmatch(r"(?:19|20)\d\d", text):
        return PartialDate(text)
    mention = match_date(text, 0)
    return mention.value if mention and mention.span.end == len(text) else None


def _mention(found: re.Match[str]) -> DateMention | None:
    """The typed date of a match; `None` for what the calendar has not, or what is more likely a version or a ratio."""
    span = Span(*found.span())
    if found["word_year"]:
        day, month, year = (_number(found[name]) for name in ("word_day", "word_month", "word_year"))
        return _made(year, month, day, span, "date.words")
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
        return _made(year, month, day, span, "date.iso")
    if found["of_year"]:
        return _made(int(found["of_year"]), _number(found["in_month"]), None, span, "date.month", blank=False)
    if found["only_year"]:
        return _made(_number(found["only_year"]), None, None, span, "date.year", blank=False)
    year = _number(found["year"])
    if len(found["year"]) == 2:
        if not found["ngay"] or "/" not in found["sep"] or year is None:
            return None
        return _made(year + (2000 if year <= 30 else 1900), _number(found["month"]), _number(found["day"]), span, "date.short_year")
    return _made(year, _number(found["month"]), _number(found["day"]), span, "date.digits")


def _made(year: int | None, month: int | None, day: int | None, span: Span, rule: str, *, blank: bool = True) -> DateMention | None:
    value = PartialDate.of(year, month, day, blank=blank)
    return DateMention(value, span, rule) if value is not None else None


def _number(written: str | None) -> int | None:
    """`05`, `3 1`, `l0`, `tám`; `None` for a part left blank."""
    if not written:
        return None
    word = " ".join(written.lower().split())
    if word in _MONTH_WORD:
        return _MONTH_WORD[word]
    digits = written.translate(_DIGIT_SLIP).replace(" ", "")
    return int(digits) if digits.isdigit() else None
