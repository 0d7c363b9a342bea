"""Số, ký hiệu: what is read out of a number, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnreport_parse.numbers import match_number, read_number, type_code

# number | serial | year | type | organ; an empty cell is null. The shapes of the grammar of document numbers, section 3.
READ = """
/BC-KHCN                        |       |      | BC   | KHCN
110/BTĐKT-NV                    | 110   |      |      | BTĐKT
743/KTĐTMTH-VP                  | 743   |      |      | KTĐTMTH
12/KH-KHCN                      | 12    |      | KH   | KHCN
16/KH-KHCN                      | 16    |      | KH   | KHCN
349/KHCN-TTR                    | 349   |      |      | KHCN
12a/KH-KHCN                     | 12a   |      | KH   | KHCN
30c/NQ-CP                       | 30c   |      | NQ   | CP
2162A/NHCS-TD                   | 2162A |      |      | NHCS
473a/NQ-UBTVQH                  | 473a  |      | NQ   | UBTVQH
15/2003/QH11                    | 15    | 2003 |      | QH11
06/2022/QH15                    | 06    | 2022 |      | QH15
202/2025/QH15                   | 202   | 2025 |      | QH15
30/2026/QH16                    | 30    | 2026 |      | QH16
76/2025/UBTVQH15                | 76    | 2025 |      | UBTVQH15
1656/NQ-UBTVQH15                | 1656  |      | NQ   | UBTVQH15
26/2005/PL-UBTVQH11             | 26    | 2005 | PL   | UBTVQH11
98/2023/NĐ-CP                   | 98    | 2023 | NĐ   | CP
66.1/2025/NQ-CP                 | 66.1  | 2025 | NQ   | CP
152/2025/ND-CP                  | 152   | 2025 | NĐ   | CP
30/2020/ NĐ-CP                  | 30    | 2020 | NĐ   | CP
24/2020/NĐ–CP                   | 24    | 2020 | NĐ   | CP
45/2013/NĐ-CPquy                | 45    | 2013 | NĐ   | CP
01/2011/TT-BNV                  | 01    | 2011 | TT   | BNV
2/2023/TT-BNV                   | 2     | 2023 | TT   | BNV
55/2005/TTLT-BNV-VPCP           | 55    | 2005 | TTLT | BNV-VPCP
02/2025/TTLT-BCA-VKSNDTC-TANDTC | 02    | 2025 | TTLT | BCA-VKSNDTC-TANDTC
525/2012/NQLT/UBTVQH            | 525   | 2012 | NQLT | UBTVQH
23/2015/TTLT-BGD ĐT-BNV         | 23    | 2015 | TTLT | BGDĐT-BNV
19/2025/QĐ-TTg                  | 19    | 2025 | QĐ   | TTg
977/QĐ-TTg                      | 977   |      | QĐ   | TTg
311/QĐ-TTG                      | 311   |      | QĐ   | TTG
34/CT-TTg                       | 34    |      | CT   | TTg
28/CĐ-TTg                       | 28    |      | CĐ   | TTg
1234/QĐ-CTN                     | 1234  |      | QĐ   | CTN
10/KT-CTN                       | 10    |      | KT   | CTN
1234/QĐ-UBND                    | 1234  |      | QĐ   | UBND
44/2005/QĐ-UBND                 | 44    | 2005 | QĐ   | UBND
15/1999/QĐ-UB                   | 15    | 1999 | QĐ   | UB
03/NQ-HĐND                      | 03    |      | NQ   | HĐND
05/2023/NQ-HĐND                 | 05    | 2023 | NQ   | HĐND
0125/KH-UBND                    | 0125  |      | KH   | UBND
007/CT-UBND                     | 007   |      | CT   | UBND
252/TTr-SNV                     | 252   |      | TTr  | SNV
112/TB-VPCP                     | 112   |      | TB   | VPCP
8726/VPCP-KGVX                  | 8726  |      |      | VPCP
13/VPCP-V.I                     | 13    |      |      | VPCP
10287/BNV-CTL&BHXH              | 10287 |      |      | BNV
5007/BNV-TĐKT                   | 5007  |      |      | BNV
2262/CSGT-P5                    | 2262  |      |      | CSGT
20/QĐ-BCA-C06                   | 20    |      | QĐ   | BCA
01/KH-HĐTĐKT                    | 01    |      | KH   | HĐTĐKT
12/KH-BCĐTKNQ18                 | 12    |      | KH   | BCĐTKNQ18
16/HD-MTTW-BTT                  | 16    |      | HD   | MTTW
44/HD-TLĐ                       | 44    |      | HD   | TLĐ
22/VBHN-VPQH                    | 22    |      | VBHN | VPQH
10/TP-TTTM-sđ                   | 10    |      |      | TP
34-CT/TW                        | 34    |      | CT   | TW
18-NQ/TW                        | 18    |      | NQ   | TW
18–NQ/TW                        | 18    |      | NQ   | TW
366- QĐ/TW                      | 366   |      | QĐ   | TW
27/NQ-TW                        | 27    |      | NQ   | TW
27-NQ-TW                        | 27    |      | NQ   | TW
05/QyĐ-SNV                      | 05    |      | QyĐ  | SNV
21/SNgV-VP                      | 21    |      |      | SNgV
08-QĐi/TW                       | 08    |      | QĐi  | TW
343-QĐNS/TW                     | 343   |      | QĐNS | TW
03-NQ/HNTW                      | 03    |      | NQ   | HNTW
36-HD/VPTW                      | 36    |      | HD   | VPTW
02-CT/TU                        | 02    |      | CT   | TU
13-KH/TU                        | 13    |      | KH   | TU
19370-CV/VPTW                   | 19370 |      | CV   | VPTW
309-CV/ĐU                       | 309   |      | CV   | ĐU
01-BC/TU                        | 01    |      | BC   | TU
45-BC/ĐU                        | 45    |      | BC   | ĐU
29-HD/TWĐTN-VP                  | 29    |      | HD   | TWĐTN
367 - QĐ/TWĐTN-VP               | 367   |      | QĐ   | TWĐTN
298 KH/TWĐTN                    | 298   |      | KH   | TWĐTN
12NQ/HĐNN8                      | 12    |      | NQ   | HĐNN8
572-NQ/HĐNN7                    | 572   |      | NQ   | HĐNN7
216-LCT                         | 216   |      | LCT  |
65B/SL                          | 65B   |      | SL   |
58/SL                           | 58    |      | SL   |
43-SL                           | 43    |      | SL   |
96/CP                           | 96    |      |      | CP
26/CP                           | 26    |      |      | CP
100/TTg                         | 100   |      |      | TTg
149/HĐBT                        | 149   |      |      | HĐBT
Số: /QĐ-UBND                    |       |      | QĐ   | UBND
số /QĐ-UBND                     |       |      | QĐ   | UBND
Số: ……/……                       |       |      |      |
số .../2025/NĐ-CP               |       | 2025 | NĐ   | CP
Số: …../TTr-TTTV                |       |      | TTr  | TTTV
số....../QĐ-….…                 |       |      | QĐ   |
số: .../KH                      |       |      | KH   |
Số: ...../BC                    |       |      | BC   |
Số: /QĐ-……(3)                   |       |      | QĐ   |
Số: …3…/BC-...                  |       |      | BC   |
Số : 12 /KH- KHCN               | 12    |      | KH   | KHCN
Sô: 12/KH-KHCN                  | 12    |      | KH   | KHCN
Sổ: 12/KH-KHCN                  | 12    |      | KH   | KHCN
S0: 12/KH-KHCN                  | 12    |      | KH   | KHCN
12/kh-khcn                      | 12    |      | KH   | khcn
12 / KH — KHCN                  | 12    |      | KH   | KHCN
l2/KH-KHCN                      | 12    |      | KH   | KHCN
1Z/KH                           | 12    |      | KH   |
O5/QĐ-UBND                      | 05    |      | QĐ   | UBND
1234/QD-UBND                    | 1234  |      | QĐ   | UBND
1234/qđ-ubnd                    | 1234  |      | QĐ   | ubnd
1.234/QĐ-UBND                   | 1234  |      | QĐ   | UBND
27/KH-MNHoaHồng                 | 27    |      | KH   | MNHoaHồng
41/BC-THCS.LTV                  | 41    |      | BC   | THCS.LTV
08/QĐ-HĐQT/2020                 | 08    |      | QĐ   | HĐQT
415/KH-CAT(PV05)                | 415   |      | KH   | CAT
77/CAT(TM)                      | 77    |      |      | CAT
120/BC-TrĐH                     | 120   |      | BC   | TrĐH
31/QĐ-ĐHSaoMai                  | 31    |      | QĐ   | ĐHSaoMai
32/QĐ-ĐHHalo                    | 32    |      | QĐ   | ĐHHalo
118QĐ/UB                        | 118   |      | QĐ   | UB
44/QĐ-NHNo-TĐKT                 | 44    |      | QĐ   | NHNo
"""
ROWS = [tuple(cell.strip() for cell in row.split("|")) for row in READ.strip().splitlines()]

# Shapes that a report holds by the dozen and that number no document.
NO_NUMBERS = """
31/5/2022
5/10
2/3 tổng số
12/4/5 Trần Phú
29A-12345
0208-3855.123
19/19 tiêu chí
10A1/45
km/h
KH&CN
TĐ-KT
TCVN 6909:2001
12/người
điểm a khoản 2 Điều 3
377
12/A
"""


@pytest.mark.parametrize(("text", "serial", "year", "kind", "organ"), ROWS, ids=[row[0] for row in ROWS])
def test_read(text: str, serial: str, year: str, kind: str, organ: str) -> None:
    """Every family of numbers gives its serial, year, type and organ."""
    number = read_number(text)
    assert number is not None
    assert (serial, year, kind, organ) == (
        number.serial or "",
        str(number.year or ""),
        number.type_code or "",
        number.organ_code or "",
    )


@pytest.mark.parametrize("text", NO_NUMBERS.strip().splitlines())
def test_no_number(text: str) -> None:
    """Dates, ratios, plates, standards and abbreviations are no document numbers."""
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "printed", "symbol", "rule"),
    [
        ("34 - CT/TU", "34-CT/TU", "CT/TU", "number.party"),
        ("12 /KH- SNV", "12/KH-SNV", "KH-SNV", "number.state"),
        ("98/2023/NĐ-\nCP", "98/2023/NĐ-CP", "NĐ-CP", "number.normative"),
        ("06/2022/QH15", "06/2022/QH15", "QH15", "number.law"),
        ("55/SNV-TCCB", "55/SNV-TCCB", "SNV-TCCB", "number.letter"),
        ("26/CP", "26/CP", "CP", "number.organ"),
        ("216-LCT", "216-LCT", "LCT", "number.legacy"),
        ("……/QĐ-UBND", "……/QĐ-UBND", "QĐ-UBND", "number.blank"),
    ],
)
def test_text_and_rule(text: str, printed: str, symbol: str, rule: str) -> None:
    """The text is what is printed without blanks; the rule names the family."""
    number = read_number(text)
    assert number is not None
    assert (printed, symbol, rule) == (number.text, number.symbol, number.rule)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("12/QĐ-UBND ngày 05/6/2020", "12/QĐ-UBND"),
        ("12/QĐ-UBND - Về việc khen thưởng", "12/QĐ-UBND"),
        ("12/QĐ-UBND -Ban hành quy chế", "12/QĐ-UBND"),
        ("12/QĐ-UBND\n- UBND các xã", "12/QĐ-UBND"),
        ("12/QĐ-UBND.", "12/QĐ-UBND"),
        ("35/2019/QĐ-TTgcủa Thủ tướng", "35/2019/QĐ-TTg"),
        ("12/KH-UBND, 13/KH-UBND", "12/KH-UBND"),
        ("206 /SNV\n-VP", "206 /SNV"),
        ("92/QĐ TTg năm 2011", "92/QĐ TTg"),
        ("118\nQĐ/UB ngày 20/7/2001", "118\nQĐ/UB"),
        ("415/KH-CAT(PV05) ngày 4/11/2013", "415/KH-CAT(PV05)"),
        ("415/KH-CAT (PV05) ngày 4/11/2013", "415/KH-CAT"),
        ("12/QĐ-UBND(1) ngày 5/6/2020", "12/QĐ-UBND"),
        ("12/QĐ-UBND(sửa đổi)", "12/QĐ-UBND"),
        ("12/2020/NĐ-CPVề việc", "12/2020/NĐ-CP"),
        ("51/BTĐKT-P.1 về", "51/BTĐKT-P.1"),
        ("53/QĐ-UBND.1 Điều", "53/QĐ-UBND"),
        ("27/QĐ-TTgVề việc", "27/QĐ-TTg"),
    ],
)
def test_where_it_ends(text: str, end: str) -> None:
    """A number ends before words, before the dash of a bullet or of a title, and before glued small letters."""
    mention = match_number(text, 0)
    assert mention is not None
    assert end == mention.span.of(text)


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("12/QĐ-UBND", False),
        ("30c/NQ-CP", False),
        ("71/2019/NĐ-CР", True),  # the last letter is Cyrillic
        ("31/25019/NĐ-CP", True),
        ("14/20212QĐ-UBND", True),
        ("27/CTTTg", True),
        ("l2/KH-SNV", True),
        ("12/kh-snv", True),
    ],
)
def test_odd(text: str, odd: bool) -> None:
    """What looks mistyped is told, and kept."""
    mention = match_number(text, 0)
    assert mention is not None
    assert odd == mention.odd


@pytest.mark.parametrize(
    ("text", "sure"),
    [("12/QĐ-UBND", True), ("34-CT/TW", True), ("15/2003/QH11", True), ("55/SNV-VP", True), ("26/CP", False), ("/SNV-VP", False)],
)
def test_sure(text: str, sure: bool) -> None:
    """A number that its shape alone proves needs no word before it."""
    mention = match_number(text, 0)
    assert mention is not None
    assert sure == mention.sure


@pytest.mark.parametrize(("group", "code"), [("NĐ", "NĐ"), ("ND", "NĐ"), ("ttr", "TTr"), ("QD", "QĐ"), ("DA", "DA"), ("SNV", None)])
def test_type_code(group: str, code: str | None) -> None:
    """A type is found in any case and without its stroke, unless that is another type."""
    assert code == type_code(group)


CODES = st.sampled_from(["QĐ", "KH", "BC", "TTr", "SNV", "UBND", "TTg", "HĐTĐKT", "SGD&ĐT", "QH15", "P5"])
BLANKS = st.sampled_from(["", " ", "\n"])


@given(st.integers(1, 999_999), CODES, CODES, BLANKS, BLANKS)
def test_blanks_change_nothing(serial: int, first: str, second: str, before: str, after: str) -> None:
    """Law: blanks beside the slash change neither text nor fields."""
    plain, spaced = read_number(f"{serial}/{first}-{second}"), read_number(f"{serial}{before}/{after}{first}-{second}")
    assert plain is not None
    assert plain == spaced


@given(st.text(alphabet="0123456789/-. \nABĐQTCPaiđ…_&số:()", max_size=60))
def test_never_fails(text: str) -> None:
    """Law: any text is read or refused, and what is read stands in it."""
    check_number(text, 0)


def check_number(text: str, at: int) -> None:
    """What is read begins where it was asked to, and is the text under its span without blanks."""
    mention = match_number(text, at)
    if mention is not None:
        assert mention.number.text == "".join(mention.span.of(text).split())
        assert mention.span.start == at


@pytest.mark.parametrize("unit", ["1", "1/", "A", "12/A-", "…", ". ", "12 ", "1-", "Aa", "12/QĐ-UBND-", "&A", ".A"])
def test_hostile_text_is_read(unit: str) -> None:
    """Law, for repetition without end: read or refused at every place."""
    text = "12/" + unit * (40_000 // len(unit))
    for at in range(0, 400, 7):
        check_number(text, at)
