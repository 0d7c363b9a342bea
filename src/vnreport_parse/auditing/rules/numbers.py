"""R107, R108, R112: numbers against words, percentages, years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...numerals import NUMERAL, read_numeral
from ...report import Report
from ...spans import Span
from .amounts import folded_text
from .base import Hit, Limits, Texts, Threshold, decimal, report_rule
from .totals import COUNTING

# 02 (hai): digits with words in brackets behind them
_SPELLED = re.compile(r"\d\s?\([^\W\d_]")
# 28/30 giáo viên, đạt 93,3%
_SHARE = re.compile(
    r"""
      (?<![\w/.,-]) (?P<part>\d{1,3}(?:\.\d{3})+|\d{1,6}) \s?/\s? (?P<whole>\d{1,3}(?:\.\d{3})+|\d{1,6}) (?![\w/]|[.,]\d)
      (?P<between>[^\d%.;:\n]{0,60}?)
      (?:,\s*|\s*\(|\s) (?:đạt|chiếm|bằng|tương\ đương|đạt\ tỷ\ lệ|chiếm\ tỷ\ lệ|tỷ\ lệ)? \s* (?P<percent>\d{1,3}(?:,\d{1,3})?) \s?%
      (?!\s*(?:so|kế|dự|chỉ|cùng|trở|đến|-))
    """,
    re.VERBOSE,
)
_FEWEST = 5  # `2/3 chặng đường` is a way to speak
_PLACED = re.compile(r"(?<!\w)(?:thứ|hạng|xếp|ngày|tháng|số|quý|tổ|lớp|khóa|đường)\s+$")  # xếp thứ 3/14 huyện
_OF_OTHER = re.compile(r"(?<!\w)(?:tăng|giảm|vượt|trong đó|còn|từ|và|thêm|trên|dưới|gần|hơn|khoảng)(?!\w)")

# trong 03 năm (2019, 2020, 2021); 05 năm liên tục 2016 - 2020
_YEARS = re.compile(
    r"""
      (?<![\w/.,]) (?P<count>\d{1,2}) \s năm (?:\s liên\ (?:tục|tiếp|tiền))? ,? \s* [(\s]\s* (?:(?:từ\ |các\ )?năm\ |từ\ )?
      (?: (?P<list>(?:19|20)\d\d (?:\s*(?:,|;|\ và)\s*(?:năm\ )?(?:19|20)\d\d){1,9}) | (?P<first>(?:19|20)\d\d)\s*(?:-|đến(?:\ năm)?)\s*(?P<last>(?:19|20)\d\d) ) (?![\w/-])
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"\d{4}")


@report_rule(
    "R107",
    title=Texts("Số khác với chữ", "A number differs from its words"),
    why="Số viết bằng chữ số và bằng chữ trong ngoặc phải là một: 02 (hai).",
    message=Texts("số {digits} nhưng chữ là {words}", "{digits} in digits, {words} in words"),
    severity="error",
    source=Texts("Đối chiếu số và chữ", "Digits against words"),
    fires="Chủ tịch UBND tỉnh tặng Bằng khen cho 02 (ba) tập thể.",
    silent="Chủ tịch UBND tỉnh tặng Bằng khen cho 02 (hai) tập thể.",
)
def number_and_words(report: Report, limits: Limits) -> Iterator[Hit]:
    """A number with its words in brackets says the same twice: `02 (hai)`."""
    folded = folded_text(report.text)
    for near in _SPELLED.finditer(folded):
        start = max(near.start() - 12, 0)
        for found in NUMERAL.finditer(folded, start, near.end() + 60):
            numeral = read_numeral(found)
            if numeral and found.start() <= near.start() < found.end() and numeral.spelled not in (None, numeral.value):
                words = numeral.span.of(report.text).partition("(")[2].rstrip(")")
                yield Hit({"digits": numeral.value, "words": f"“{words}”"}, (numeral.span,))


@report_rule(
    "R108",
    title=Texts("Tỷ lệ phần trăm sai", "A percentage does not follow from its numbers"),
    why="Tỷ lệ phần trăm sau phần và tổng phải bằng thương của hai số, làm tròn hoặc cắt ở chữ số cuối đã in.",
    message=Texts("{part}/{whole} là {right}%, không phải {percent}%", "{part}/{whole} is {right}%, not {percent}%"),
    severity="warning",
    source=COUNTING,
    thresholds={"units": Threshold(1.0, Texts("sai lệch cho phép, tính theo chữ số cuối", "tolerance in units of the last digit"))},
    fires="Có 27/30 giáo viên đạt Lao động tiên tiến, chiếm 93,3%.",
    silent="Có 28/30 giáo viên đạt Lao động tiên tiến, chiếm 93,3%.",
)
def percentage(report: Report, limits: Limits) -> Iterator[Hit]:
    """A percentage behind part and whole is their ratio, rounded or cut off at the digits printed."""
    folded = folded_text(report.text)
    for found in _SHARE.finditer(folded):
        part, whole = (int(found[name].replace(".", "")) for name in ("part", "whole"))
        if not part <= whole or whole < _FEWEST or _OF_OTHER.search(found["between"]):
            continue
        if _PLACED.search(folded, max(found.start() - 16, 0), found.start()):
            continue
        printed, digits = float(found["percent"].replace(",", ".")), len(found["percent"].partition(",")[2])
        exact = 100 * part / whole
        if abs(exact - printed) > limits["units"] * 10**-digits + 1e-9:
            right, told = decimal(exact, max(digits, 1)), decimal(printed, digits)
            details = {"part": found["part"], "whole": found["whole"], "right": right, "percent": told}
            yield Hit(details, (Span(found.start("part"), found.end("percent") + 1),))


@report_rule(
    "R112",
    title=Texts("Số năm khác với các năm kể ra", "A number of years differs from the years listed"),
    why="Số năm nêu ra phải bằng số năm kể sau đó: 03 năm liên tục (2019, 2020, 2021). Khoảng thời gian có thể tính hoặc không tính năm đầu.",
    message=Texts("nêu {stated} năm nhưng kể {listed} năm", "{stated} years stated, {listed} listed"),
    severity="warning",
    source=Texts("Đếm các năm", "Counting the years"),
    fires="Chủ tịch UBND tỉnh tặng Bằng khen cho 03 cá nhân có thành tích trong 03 năm liên tục (2019, 2020).",
    silent="Chủ tịch UBND tỉnh tặng Bằng khen cho 03 cá nhân có thành tích trong 03 năm liên tục (2019, 2020, 2021).",
)
def years_listed(report: Report, limits: Limits) -> Iterator[Hit]:
    """`03 năm liên tục (2019, 2020, 2021)`: as many years as are listed; a range may be read with or without its first year."""
    for found in _YEARS.finditer(folded_text(report.text)):
        count = int(found["count"])
        if found["list"]:
            listed = {len(set(_YEAR.findall(found["list"])))}
        else:
            span = int(found["last"]) - int(found["first"])
            listed = {span, span + 1}
        if count not in listed and count > 0:
            yield Hit({"stated": count, "listed": max(listed)}, (Span(*found.span()),))
