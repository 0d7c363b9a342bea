"""What time a report is about, read from its subject: `6 tháng đầu năm 2022`, `quý I/2022`, `năm học 2020-2021`.

The first main clause decides; what comes after `phương hướng, nhiệm vụ` is a plan, and lends its year only.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .dates import PartialDate, Period
from .patterns import fold
from .spans import Span

_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"(?:19|20)\d\d"
# A date of a cited document, or its number, tells nothing: `ngày 15 tháng 8 năm 2024`, `11/2022/NQ-HĐND`.
_CITED = re.compile(
    rf"""
      (?<!từ[ ])(?<!đến[ ])(?<!hết[ ]) ngày[ ] \d{{0,2}}[ ]?
        (?: tháng[ ]\d{{1,2}},?[ ]?năm[ ]{_YEAR} | [/.-][ ]?\d{{1,2}}[ ]?[/.-][ ]?{_YEAR} )
    | \d+/{_YEAR}/\w[\w-]* | \d+/\w+-\w[\w-]*
    """,
    re.VERBOSE,
)
_PLAN = re.compile(
    r"""
      ;
    | (?<=\w)[,.]?[ ](?:và[ ])?phương[ ]hướng(?!\w)
    | (?:[,.]|[ ]và|(?<=\d)|(?<=năm))[ ](?:mục[ ]tiêu,[ ])?(?:nhiệm[ ]vụ|(?:kế[ ]hoạch|chương[ ]trình)[ ]công[ ]tác)(?!\w)
    """,
    re.VERBOSE,
)
_DAY = rf"(?:\d{{1,2}}[/-])?\d{{1,2}}[/-]{_YEAR}"
_OF_YEAR = rf"(?:[ ]?(?:/|-|,?[ ]năm[ ])[ ]?{_YEAR})"
_FORMS = re.compile(
    rf"""
      từ[ ](?:ngày[ ])?(?P<from>{_DAY}|\d{{1,2}}/\d{{1,2}}|tháng[ ]\d{{1,2}}{_OF_YEAR}?)
        [ ]đến[ ](?:hết[ ])?(?:ngày[ ])?(?P<to>{_DAY}|tháng[ ]\d{{1,2}}{_OF_YEAR})
    | (?P<months>\d{{1,2}}|{"|".join(_NUMBERS)})[ ]?(?:tháng|t)[ ](?P<half>đầu|cuối)[ ]năm(?P<months_year>[ ]{_YEAR})?(?![ ]học)
    | quý[ ](?P<quarter>iv|i{{1,3}}|[1-4])(?!\w)(?:[ ]?(?:,|và|-)[ ]?(?:quý[ ])?(?P<quarter_end>iv|i{{1,3}}|[1-4])(?!\w))?
        (?P<quarter_year>{_OF_YEAR})?
    | học[ ]kỳ[ ](?:i{{1,2}}|[12]),?[ ]năm[ ]học[ ]{_YEAR}[ ]?[-–/][ ]?{_YEAR}   # half a school year has no fixed months
    | năm[ ]học[ ](?P<school>{_YEAR})(?:[ ]?[-–/][ ]?(?P<school_end>{_YEAR}))?
    | tháng[ ](?P<month>\d{{1,2}})(?!\w)(?P<month_year>{_OF_YEAR})?
    | (?:từ[ ])?(?:năm[ ])?(?P<since>{_YEAR})[ ]?(?:-|–|đến(?:[ ]hết)?(?:[ ]năm)?)[ ]?(?P<until>{_YEAR})(?!\w)
    | (?:các[ ])?năm[ ](?P<years>{_YEAR}(?:[ ]?(?:,|và|và[ ]năm|,[ ]năm)[ ]?{_YEAR}){{1,6}})(?!\w)
    | năm[ ](?P<year>{_YEAR})(?!\w|/)
    """,
    re.VERBOSE,
)
_MAIN = 12  # characters; a subject that begins with `Phương hướng` is about the plan
_LAST_YEAR = re.compile(rf"năm ({_YEAR})(?!\w)")


class Found(NamedTuple):
    """A period and the words that tell it, as a stretch of the subject."""

    period: Period
    span: Span


def subject_period(subject: str) -> Found | None:
    """The period that `subject` names; `None` when it names none, or one without a year."""
    low = fold(subject)
    low = _CITED.sub(lambda cited: " " * len(cited[0]), low)
    plan = next((found for found in _PLAN.finditer(low) if found.start() > _MAIN), None)
    for found in _FORMS.finditer(low, 0, plan.start() if plan else len(low)):
        period = _read(found, _year_after(low, found.end()))
        if period is not None:
            return Found(period, Span(*found.span()))
    return None


def _year_after(low: str, at: int) -> int | None:
    """The next year named after `at`: `6 tháng đầu năm, phương hướng 6 tháng cuối năm 2022`."""
    found = _LAST_YEAR.search(low, at)
    return int(found[1]) if found else None


def _read(found: re.Match[str], later: int | None) -> Period | None:
    """The period of one form; `later` is the year that a later clause lends."""
    if found["from"]:
        return _range(found["from"], found["to"])
    if found["months"] or found["quarter"]:
        return _part_of_year(found, later)
    if found["month"]:
        date = PartialDate.of(_year(found["month_year"]) or later, int(found["month"]))
        return Period(date) if date and date.year else None
    if found["school"]:
        year = int(found["school"])
        end = int(found["school_end"] or year + 1)
        return Period(f"{year}-09/{end}-08") if end == year + 1 else None
    return _years(found)


def _year(written: str | None) -> int | None:
    """`/2022`, ` năm 2022`."""
    return int(written[-4:]) if written else None


def _part_of_year(found: re.Match[str], later: int | None) -> Period | None:
    """`9 tháng đầu năm`, `6 tháng cuối năm`, `quý I, II/2022`."""
    year = _year(found["months_year"] or found["quarter_year"]) or later
    if year is None:
        return None
    if found["quarter"]:
        start = _QUARTERS[found["quarter"]]
        end = _QUARTERS[found["quarter_end"] or found["quarter"]]
        return _months(year, 3 * start - 2, 3 * end) if start <= end else None
    count = _NUMBERS.get(found["months"]) or int(found["months"])
    if not 1 <= count <= 12:
        return None
    return _months(year, 1, count) if found["half"] == "đầu" else _months(year, 13 - count, 12)


def _years(found: re.Match[str]) -> Period | None:
    """`năm 2021`, `giai đoạn 2015 - 2020`, `các năm 2019, 2020, 2021`."""
    if found["year"]:
        return Period(found["year"])
    years = [int(year) for year in re.findall(_YEAR, found[0])] if found["since"] or found["years"] else []
    return Period(f"{min(years)}/{max(years)}") if len(set(years)) > 1 and years == sorted(years) else None


def _months(year: int, first: int, last: int) -> Period:
    return Period(f"{year}-{first:02d}/{year}-{last:02d}") if first < last else Period(f"{year}-{first:02d}")


def _range(start: str, end: str) -> Period | None:
    """`01/01/2022` to `30/6/2022`, `tháng 1` to `tháng 6 năm 2022`."""
    last = [int(part) for part in re.findall(r"\d+", end)]
    first = [int(part) for part in re.findall(r"\d+", start)]
    if first[-1] < 1900:
        first.append(last[-1])
    dates = [PartialDate.of(*reversed(parts)) for parts in (first, last)]
    return Period(f"{dates[0]}/{dates[1]}") if all(dates) and len(first) == len(last) else None
