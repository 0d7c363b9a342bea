"""Periods: which holds which, and how they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnreport_parse.auditing.periods import day_words, days_of, holds, longer, overlaps, same_time
from vnreport_parse.dates import Period


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("2022", "2022"),
        ("2022-01/2022-12", "2022"),
        ("2022-01-01/2022-12-31", "2022"),
        ("2022-01/2022-06", "2022-01/2022-06"),
        ("2022-01-01/2022-06-30", "2022-01/2022-06"),
        ("2022-07/2022-12", "2022-07/2022-12"),
        ("2022-04/2022-06", "2022-04/2022-06"),
        ("2022-02/2022-04", "2022-02/2022-04"),
        ("2022-01/2022-09", "2022-01/2022-09"),
        ("2022-05", "2022-05"),
        ("2024-02-01/2024-02-29", "2024-02"),
        ("2020-09/2021-08", "2020-09/2021-08"),
        ("2015/2020", "2015/2020"),
        ("2021-12-15/2022-06-14", "2021-12-15/2022-06-14"),
        ("XXXX-06", "XXXX-06"),
        ("2022-06/2022-01", "2022-06/2022-01"),
    ],
)
def test_spelling(written: str, plain: str) -> None:
    """Two ways to write a period are one."""
    assert same_time(Period(written)) == plain


@pytest.mark.parametrize(
    ("whole", "part", "holding", "sharing"),
    [
        ("2022", "2022-01/2022-06", True, True),
        ("2022", "2022", True, True),
        ("2015/2020", "2018", True, True),
        ("2022", "2021-09/2022-08", False, True),
        ("2022-01/2022-06", "2022", False, True),
        ("2022", "2021", False, False),
        ("2022", "XXXX-05", False, False),
        ("2022-01/2022-06", "2022-06-30", True, True),
        ("2022-01/2022-06", "2022-07-01", False, False),
    ],
)
def test_part_and_whole(whole: str, part: str, holding: bool, sharing: bool) -> None:
    """By the day."""
    assert holds(whole, part) is holding
    assert overlaps(whole, part) is overlaps(part, whole) is sharing
    assert longer(whole, part) is (holding and whole != part)


@given(
    st.integers(1990, 2030), st.integers(1, 12), st.integers(0, 30), st.integers(1990, 2030), st.integers(1, 12), st.integers(0, 30)
)
def test_laws(year: int, month: int, months: int, other_year: int, other_month: int, other_months: int) -> None:
    """A spelling keeps the days; who holds another overlaps it; nobody is longer than itself."""
    one, other = _span(year, month, months), _span(other_year, other_month, other_months)
    assert days_of(same_time(one)) == days_of(one)
    assert same_time(same_time(one)) == same_time(one)
    assert not holds(one, other) or overlaps(one, other)
    assert not (longer(one, other) and longer(other, one))
    assert holds(one, one)
    assert not longer(one, one)


def _span(year: int, month: int, months: int) -> Period:
    end = 12 * year + month - 1 + months
    return Period(f"{year:04d}-{month:02d}/{end // 12:04d}-{end % 12 + 1:02d}")


@pytest.mark.parametrize(("date", "words"), [("2022-03-02", "02/03/2022"), ("2022-03", "2022-03"), ("2022-03-XX", "2022-03-XX")])
def test_day_words(date: str, words: str) -> None:
    """As letters write it; what is blank stays as it is."""
    assert day_words(date) == words
