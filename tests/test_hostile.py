"""Input that nobody wrote by mistake: a report with remarks, never an exception, and never more time than its length."""

from __future__ import annotations

import time
import unicodedata

import pytest

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
UNITS = {
    "letters": "a",
    "digits": "1",
    "dots": ".",
    "blanks": "a  ",
    "tabs": "a\t",
    "lines": "\n",
    "short lines": "a\n",
    "brackets": "(",
    "pairs": "()",
    "quotes": "“",
    "stars": "*",
    "emphasis": "**a** ",
    "underscores": "_a ",
    "entities": "&amp;",
    "pipes": "|",
    "marks": "\u0301",
    "loose marks": "a\u0301\u0302 ",
    "roman labels": "I. A\n",
    "labels": "a) b\n",
    "numbers": "số 1/QĐ-UBND ",
    "numbers run together": "1/A",
    "dates": "ngày 1/1/2020 ",
    "type words": "Công văn ",
    "lists of numbers": "số 1/QĐ-UBND, ",
    "verbs": "đề nghị tặng ",
    "titles": "Bằng khen ",
    "counts": "04 cá nhân, ",
    "number words": "hai mươi ",
    "organs": "Sở Nội vụ, ",
    "names": "ông Nguyễn Văn A, ",
    "campaigns": "phong trào thi đua “",
    "parts": "trong đó có 04 cá nhân ",
    "distribution": "Nơi nhận:\n- A;\n",
    "signatures": "KT. GIÁM ĐỐC\n",
    "sentences on one line": f"{SENTENCE}; ",
    "sentences": f"{SENTENCE}.\n",
}


@pytest.mark.parametrize("name", UNITS)
def test_time_grows_with_length(name: str) -> None:
    """Four times the text takes about four times as long: twice that again is allowed, and a little for noise."""
    unit = UNITS[name]
    small, large = (unit * (size // len(unit)) for size in (6_000, 24_000))
    allowed = 8 * min(seconds(small), seconds(small)) + 0.2
    # A second try, so that a busy moment of the machine is no failure.
    assert seconds(large) < allowed or seconds(large) < allowed


def seconds(text: str) -> float:
    """Processor time of one parse."""
    start = time.process_time()
    parse(text)
    return time.process_time() - start


def test_a_long_line() -> None:
    """One line of a million characters is normalised in no time to speak of."""
    text = f"{unicodedata.normalize('NFD', 'Thi đua,')}  khen thưởng " * 40_000
    source = normalise(text)
    assert source.text.count("khen thưởng") == 40_000
    assert "\n" not in source.text


def test_deep_nesting() -> None:
    """A thousand levels of labels are a strange outline, not a crash."""
    parse("\n".join(".".join(["1"] * depth) + ". Mục" for depth in range(1, 300)))


def test_lone_surrogates() -> None:
    """Half a character, as a careless program may hand it over, is not text but no reason to fail."""
    report = parse("Số: 1/KH-UBND \ud800 ngày 1/1/2020")
    report.model_dump_json()
