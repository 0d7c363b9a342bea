"""Input that nobody wrote by mistake: a report with remarks, never an exception."""

from __future__ import annotations

import unicodedata

import pytest

from test_laws import promises_broken
from vnreport_parse import parse
from vnreport_parse.source import normalise

SENTENCE = (
    "Đề nghị và được Chủ tịch UBND tỉnh tặng Bằng khen cho 04 cá nhân theo Công văn số 110/BTĐKT-NV ngày 31/5/2022 của Sở Nội vụ"
)


def codes(text: str) -> set[str]:
    """The codes of what is odd about a text."""
    return {remark.code for remark in parse(text).diagnostics}


# ---------------------------------------------------------------- the document as a whole
WHOLE = [
    ("", {"D101"}),
    (" \n\t\u00a0\n", {"D101"}),
    ("\ufeff", {"D101"}),
    ("Ao thu lạnh lẽo nước trong veo,\nMột chiếc thuyền câu bé tẻo teo.", {"D102"}),
    ("def f(x):\n    return x\n", {"D102"}),
    ("\x00\x01\x02\x03 PNG \x04\x05\x06", {"D103"}),
    ("thi đua" + "\ufffd" * 20, {"D103"}),
    ("Phong trào “Lao động giỏi trong cơ quan.", {"D104"}),
    ("Phong trào (theo kế hoạch, được duyệt.", {"D104"}),
    ("Phong trào theo kế hoạch được duyệt].", {"D104"}),
    ('Phong trào "Lao động giỏi', {"D104"}),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_remarks_on_the_whole(text: str, expected: set[str]) -> None:
    """Empty, no report, binary, unbalanced."""
    assert expected <= codes(text)


BALANCED = [
    "a) Một; b) Hai; c) Ba.\n1) Bốn\n(2) Năm\n- d) Sáu\niv) Bảy",
    'Phong trào “Lao động giỏi” (theo Kế hoạch [số 1]), và "khác".',
    "(gồm:\na) Một;\nb) Hai)",
    '«Một» “Hai "ba" bốn”',
    'Một “hai" ba',  # closed with another quote, as it is often typed
]


@pytest.mark.parametrize("text", BALANCED)
def test_labels_close_nothing(text: str) -> None:
    """`a)` is a label, not half a bracket."""
    assert "D104" not in codes(text)


def test_remarks_point_at_the_mark() -> None:
    """The span of a remark is the mark itself, and its message is in both languages."""
    report = parse("Số: 1/A\n\nMột (hai")
    remark = next(r for r in report.diagnostics if r.code == "D104")
    assert remark.span.of(report.text) == "("
    assert remark.text("en") == "unbalanced ("
    assert remark.text("vi") == "dấu ( không khép"


def test_a_stray_control_character_is_no_binary_file() -> None:
    """One slip of an export is not worth an error."""
    assert "D103" not in codes("Số: 1/KH-UBND\x02\n" + SENTENCE)


def test_remarks_are_bounded() -> None:
    """A text of nothing but brackets does not give a million remarks."""
    assert sum(remark.code == "D104" for remark in parse("(" * 5000).diagnostics) == 100


# ---------------------------------------------------------------- any size, any shape
# name: what is repeated, the kinds of record that are found each time
UNITS = {
    "letters": ("a", ""),
    "digits": ("1", ""),
    "dots": (".", ""),
    "blanks": ("a  ", ""),
    "tabs": ("a\t", ""),
    "lines": ("\n", ""),
    "short lines": ("a\n", ""),
    "brackets": ("(", ""),
    "pairs": ("()", ""),
    "quotes": ("“", ""),
    "stars": ("*", ""),
    "emphasis": ("**a** ", ""),
    "underscores": ("_a ", ""),
    "entities": ("&amp;", ""),
    "pipes": ("|", ""),
    "marks": ("\u0301", ""),
    "loose marks": ("a\u0301\u0302 ", ""),
    "roman labels": ("I. A\n", "sections"),
    "labels": ("a) b\n", "sections"),
    "numbers": ("số 1/QĐ-UBND ", "references"),
    "numbers run together": ("1/A", ""),
    "dates": ("ngày 1/1/2020 ", ""),
    "type words": ("Công văn ", ""),
    "lists of numbers": ("số 1/QĐ-UBND, ", "references"),
    "verbs": ("đề nghị tặng ", ""),
    "titles": ("Bằng khen ", ""),
    "counts": ("04 cá nhân, ", "counts"),
    "number words": ("hai mươi ", ""),
    "organs": ("Sở Nội vụ, ", ""),
    "names": ("ông Nguyễn Văn A, ", ""),
    "campaigns": ("phong trào thi đua “", ""),
    "parts": ("trong đó có 04 cá nhân ", "counts"),
    "distribution": ("Nơi nhận:\n- A;\n", ""),
    "signatures": ("KT. GIÁM ĐỐC\n", ""),
    "sentences on one line": (f"{SENTENCE}; ", "awards counts references"),
    "sentences": (f"{SENTENCE}.\n", "awards counts references"),
}


KINDS = ("references", "awards", "totals", "counts", "campaigns", "tables", "distribution", "appendices")


@pytest.mark.parametrize(("unit", "kinds"), UNITS.values(), ids=UNITS)
def test_hostile_text_is_read(unit: str, kinds: str) -> None:
    """As many records as the text has, and all that is said of it stands in it (for speed see benchmarks/growth.py)."""
    times = 12_000 // len(unit)
    report = parse(unit * times)
    found = {kind: len(getattr(report, kind)) for kind in KINDS} | {"sections": len(list(report.walk()))}
    assert {kind for kind, number in found.items() if number == times} == set(kinds.split())
    assert promises_broken(report) == []
    for span in (*report.appendices, *(remark.span for remark in report.diagnostics if remark.span)):
        assert 0 <= span.start <= span.end <= len(report.text)


def test_a_long_line() -> None:
    """One line of a hundred thousand characters stays one line."""
    text = f"{unicodedata.normalize('NFD', 'Thi đua,')}  khen thưởng " * 5_000
    source = normalise(text)
    assert source.text.count("khen thưởng") == 5_000
    assert "\n" not in source.text


def test_deep_nesting() -> None:
    """A thousand levels of labels are a strange outline, not a crash."""
    parse("\n".join(".".join(["1"] * depth) + ". Mục" for depth in range(1, 300)))


def test_lone_surrogates() -> None:
    """Half a character, as a careless program may hand it over, is not text but no reason to fail."""
    report = parse("Số: 1/KH-UBND \ud800 ngày 1/1/2020")
    report.model_dump_json()
