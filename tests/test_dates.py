"""Dates as documents write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnreport_parse.dategrammar import find_dates, match_date, read_date

WHOLE = """
ngày 31 tháng 5 năm 2022          | 2022-05-31
Ngày 05 tháng 01 năm 2020         | 2020-01-05
NGÀY 02 THÁNG 9 NĂM 2020          | 2020-09-02
ngày 31/5/2022                    | 2022-05-31
31/05/2022                        | 2022-05-31
01-10-1997                        | 1997-10-01
31.5.2022                         | 2022-05-31
2014-02-23                        | 2014-02-23
ngày 12, tháng 6, năm 2025        | 2025-06-12
ngày 31 /5/ 2022                  | 2022-05-31
ngày 3 1/5/2022                   | 2022-05-31
ngày l0/6/2022                    | 2022-06-10
O1/6/2022                         | 2022-06-01
ngày 05 tháng Tám năm 2020        | 2020-08-05
ngày mùng 2 tháng 9 năm 2020      | 2020-09-02
ngày 04 tháng mười hai năm 2019   | 2019-12-04
ngày 5 tháng 6/2022               | 2022-06-05
ngày 21 tháng 11 2020             | 2020-11-21
ngày 25/8/56                      | 1956-08-25
ngày 15/09/10                     | 2010-09-15
tháng 6/2022                      | 2022-06
tháng 6-2022                      | 2022-06
tháng 6 năm 2022                  | 2022-06
năm 2022                          | 2022
năm 2O22                          | 2022
2023                              | 2023
ngày tháng 6 năm 2022             | 2022-06-XX
ngày … tháng 6 năm 2022           | 2022-06-XX
ngày .... tháng .... năm 2022     | 2022-XX-XX
ngày tháng năm 2025               | 2025-XX-XX
ngày ... tháng ... năm 20...      | XXXX-XX-XX
ngày /6/2024                      | 2024-06-XX
ngày …/…/2024                     | 2024-XX-XX
ngày 29/02/2024                   | 2024-02-29
"""
ROWS = [tuple(cell.strip() for cell in row.split("|")) for row in WHOLE.strip().splitlines()]
NO_DATES = [
    "ngày 31/2/2022",
    "ngày 20/11",
    "02/6",
    "1.2.2022.3",
    "12/5/2022/QĐ-UB",
    "năm 2020-2025",
    "12/13/2020",
    "15/09/10",
    "2/3",
]


@pytest.mark.parametrize(("text", "value"), ROWS, ids=[row[0] for row in ROWS])
def test_whole(text: str, value: str) -> None:
    """Each form gives its parts; what the document leaves blank stays blank."""
    assert value == read_date(text)


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    """Days that the calendar has not, days without a year, versions, ratios and numbers are no dates."""
    assert list(find_dates(text)) == []
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("họp ngày 05/6/2020 và ngày 07 tháng 8 năm 2021.", ["ngày 05/6/2020", "ngày 07 tháng 8 năm 2021"]),
        ("ngày 08\ntháng 10 năm\n2024 của", ["ngày 08\ntháng 10 năm\n2024"]),
        ("(15.5.2013)", ["15.5.2013"]),
        ("từ 01/7/2025 đến 31/12/2025;", ["01/7/2025", "31/12/2025"]),
        ("tháng 9 năm 2015; năm 2016", ["tháng 9 năm 2015", "năm 2016"]),
        ("ngày ký 2026-05-21 08:05:48", ["2026-05-21"]),
    ],
)
def test_find(text: str, found: list[str]) -> None:
    """Every date of a text with the characters it stands on; a line may break inside."""
    assert found == [date.span.of(text) for date in find_dates(text)]


def test_short_year_is_told() -> None:
    """A century that was added is named by the rule."""
    date = match_date("ngày 15/09/10", 0)
    assert date is not None
    assert date.rule == "date.short_year"


FORMS = [
    "ngày {d} tháng {m} năm {y}",
    "ngày {d:02}/{m:02}/{y}",
    "{d}/{m}/{y}",
    "{d:02}-{m:02}-{y}",
    "{d}.{m}.{y}",
    "{y}-{m:02}-{d:02}",
]


@given(st.dates(dt.date(1930, 1, 1), dt.date(2049, 12, 31)), st.sampled_from(FORMS))
def test_every_day(day: dt.date, form: str) -> None:
    """Law: each day of the calendar is read from each form, and its span reads again as itself."""
    text = f"Họp {form.format(d=day.day, m=day.month, y=day.year)}, kết quả"
    (date,) = find_dates(text)
    assert date.value == day.isoformat() == read_date(date.span.of(text))


@given(st.text(alphabet="0123456789/-. \nngàythángămlIO….", max_size=80))
def test_never_fails(text: str) -> None:
    """Law: whatever is found reads again as itself."""
    for date in find_dates(text):
        assert date.value == read_date(date.span.of(text))


@pytest.mark.parametrize("unit", ["1/", "ngày ", "1", ".", "…", "ngày …", "tháng ", "\n", "năm 2", "1-", "ngày 1 tháng "])
def test_no_date_in_hostile_text(unit: str) -> None:
    """Pieces of dates without end are none."""
    assert list(find_dates(unit * (40_000 // len(unit)))) == []
