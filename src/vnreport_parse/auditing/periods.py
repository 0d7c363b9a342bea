"""Periods as stretches of days: which holds which, and one way to write each."""

from __future__ import annotations

from calendar import monthrange
from functools import lru_cache
from typing import NamedTuple

from ..dates import PartialDate, Period


class Days(NamedTuple):
    """The first and the last day of a period, as (year, month, day)."""

    first: tuple[int, int, int]
    last: tuple[int, int, int]


def day_words(date: str) -> str:
    """`02/03/2022`, as Vietnamese letters write a day; a date without a day as it is."""
    parts = date.split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 and date.replace("-", "").isdigit() else date


@lru_cache(maxsize=4096)
def days_of(period: str) -> Days | None:
    """The days of a period; `None` where a year is blank, or it ends before it begins."""
    begin, _, end = period.partition("/")
    start, stop = PartialDate(begin), PartialDate(end or begin)
    if start.year is None or stop.year is None:
        return None
    month = stop.month or 12
    days = Days((start.year, start.month or 1, start.day or 1), (stop.year, month, stop.day or monthrange(stop.year, month)[1]))
    return days if days.first <= days.last else None


def same_time(period: Period) -> Period:
    """One way to write a period: `2022-01-01/2022-06-30` is `2022-01/2022-06`, `2022-01/2022-12` is `2022`."""
    days = days_of(period)
    if days is None:
        return period
    (year, month, day), (end_year, end_month, end_day) = days
    if day != 1 or end_day != monthrange(end_year, end_month)[1]:
        return period
    if (month, end_month) == (1, 12):
        return Period(f"{year:04d}" if year == end_year else f"{year:04d}/{end_year:04d}")
    first, last = f"{year:04d}-{month:02d}", f"{end_year:04d}-{end_month:02d}"
    return Period(first if first == last else f"{first}/{last}")


def holds(whole: str, part: str) -> bool:
    """Whether every day of `part` is one of `whole`."""
    a, b = days_of(whole), days_of(part)
    return a is not None and b is not None and a.first <= b.first and b.last <= a.last


def overlaps(one: str, other: str) -> bool:
    """Whether the two share a day."""
    a, b = days_of(one), days_of(other)
    return a is not None and b is not None and a.first <= b.last and b.first <= a.last


def longer(whole: str, part: str) -> bool:
    """Whether `whole` holds `part` and more: the year of a half-year."""
    return holds(whole, part) and not holds(part, whole)
