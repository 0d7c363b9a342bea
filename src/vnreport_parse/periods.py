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
    rf"(?<!từ )(?<!đến )(?<!hết )ngày \d{{0,2}} ?(?:tháng \d{{1,2}},? ?năm {_YEAR}|[/.-] ?\d{{1,2}} ?[/.-] ?{_YEAR})|\d+/{_YEAR}/\w[\w-]*|\d+/\w+-\w[\w-]*"
)
_PLAN = re.compile(
    r";|(?<=\w)[,.]? (?:và )?phương hướng(?!\w)|(?:[,.]| và|(?<=\d)|(?<=năm)) (?:mục tiêu, )?(?:nhiệm vụ|(?:kế hoạch|chương trình) công tác)(?!\w)"
)
_FORMS = re.compile(
    rf"""
      từ[ ](?:ngày[ ])?(?P<from>(?:\d{{1,2}}[/-])?\d{{1,2}}[/-]{_YEAR}|(?:ngày[ ])?\d{{1,2}}/\d{{1,2}}|tháng[ ]\d{{1,2}}(?:[ ]năm[ ]{_YEAR}|/{_YEAR})?)
        [ ]đến[ ](?:hết[ ])?(?:ngày[ ])?(?P<to>(?:\d{{1,2}}[/-])?\d{{1,2}}[/-]{_YEAR}|tháng[ ]\d{{1,2}}(?:[ ]năm[ ]|/){_YEAR})
    | (?P<months>\d{{1,2}}|{"|".join(_NUMBERS)})[ ]?(?:tháng|t)[ ](?P<half>đầu|cuối)[ ]năm(?:[ ](?P<months_year>{_YEAR}))?(?![ ]học)
    | quý[ ](?P<quarter>iv|i{{1,3}}|[1-4])(?!\w)(?:[ ]?(?:,|và|-)[ ]?(?:quý[ ])?(?P<quarter_end>iv|i{{1,3}}|[1-4])(?!\w))?
        (?:[ ]?(?:/|-|,?[ ]năm[ ])[ ]?(?P<quarter_year>{_YEAR}))?
    | học[ ]kỳ[ ](?:i{1, 2}|1|2),?[ ]năm[ ]học[ ]\d{4}[ ]?[-–/][ ]?\d{4}   # half a school year has no fixed months
    | năm[ ]học[ ](?P<school>{_YEAR})(?:[ ]?[-–/][ ]?(?P<school_end>{_YEAR}))?
    | tháng[ ](?P<month>\d{{1,2}})(?!\w)(?:[ ]?(?:/|-|,?[ ]năm[ ])[ ]?(?P<month_year>{_YEAR}))?
    | (?:từ[ ])?(?:năm[ ])?(?P<since>{_YEAR})[ ]?(?:-|–|đến(?:[ ]hết)?(?:[ ]năm)?)[ ]?(?P<until>{_YEAR})(?!\w)
    | (?:các[ ])?năm[ ](?P<years>{_YEAR}(?:[ ]?(?:,|và|và[ ]năm|,[ ]năm)[ ]?{_YEAR}){{1,6}})(?!\w)
    | năm[ ](?P<year>{_YEAR})(?!\w|/)
    """,
    re.VERBOSE,
)
_LAST_YEAR = re.compile(rf"năm ({_YEAR})(?!\w)")


class Found(NamedTuple):
    """A period and the words that tell it, as a stretch of the subject."""

    period: Period
    span: Span


def subject_period(subject: str) -> Found | None:
    """The period that `subject` names; `None` when it names none, or one without a year."""
    low = fold(subject)
    low = _CITED.sub(lambda cited: " " * len(cited[0]), low)
    plan = next((found for found in _PLAN.finditer(low) if found.start() > 12), None)
    main = plan.start() if plan else len(low)
    first: Found | None = None
    for found in _FORMS.finditer(low, 0, main):
        read = _read(found, _year_after(low, found.end()))
        if read is not None:
            first = Found(read, Span(*found.span()))
            break
    return first


def _year_after(low: str, at: int) -> int | None:
    """The next year named after `at`: `6 tháng đầu năm, phương hướng 6 tháng cuối năm 2022`."""
    found = _LAST_YEAR.search(low, at)
    return int(found[1]) if found else None


def _read(found: re.Match[str], later: int | None) -> Period | None:
    """The period of one form; `later` is the year that a later clause lends."""
    if found["from"]:
        return _range(found["from"], found["to"])
    if found["months"]:
        count = _NUMBERS.get(found["months"]) or int(found["months"])
        year = int(found["months_year"]) if found["months_year"] else later
        if year is None or not 1 <= count <= 12:
            return None
        first, last = (1, count) if found["half"] == "đầu" else (13 - count, 12)
        return _months(year, first, last)
    if found["quarter"]:
        year = int(found["quarter_year"]) if found["quarter_year"] else later
        start = _QUARTERS[found["quarter"]]
        end = _QUARTERS[found["quarter_end"]] if found["quarter_end"] else start
        return _months(year, 3 * start - 2, 3 * end) if year and start <= end else None
    if found["school"]:
        year = int(found["school"])
        end = int(found["school_end"] or year + 1)
        return Period(f"{year}-09/{end}-08") if end == year + 1 else None
    if found["month"]:
        year = int(found["month_year"]) if found["month_year"] else later
        date = PartialDate.of(year, int(found["month"])) if year else None
        return Period(date) if date else None
    if found["year"]:
        return Period(found["year"])
    if found["since"]:
        since, until = int(found["since"]), int(found["until"])
        return Period(f"{since}/{until}") if since < until else None
    if found["years"]:
        years = [int(year) for year in re.findall(_YEAR, found["years"])]
        return Period(f"{min(years)}/{max(years)}")
    return None


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
