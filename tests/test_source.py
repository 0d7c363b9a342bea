"""Normalised text and the way back to the file's characters."""

from __future__ import annotations

import unicodedata

import pytest

from vnreport_parse.source import normalise
from vnreport_parse.spans import Span

# (what the file holds, what the library works on); each row is a habit of real files
NORMAL = [
    ("a\r\nb\rc\u2028d\x0ce\x0bf\x85g", "a\nb\nc\nd\ne\nf\ng"),  # line ends of other systems, form feeds
    ("Số:\u00a0 110", "Số: 110"),  # non-breaking and doubled blanks
    ("thi  đua,\t khen   thưởng", "thi đua, khen thưởng"),
    ("khen th\u00adưởng\u200b", "khen thưởng"),  # soft hyphen, zero-width blank
    ("Ðiều 1, \u00f0ề nghị", "Điều 1, đề nghị"),  # Eth for Đ
    ("nǎm", "năm"),  # caron for breve
    ("NGƢỜI, \u01a3u", "NGƯỜI, ưu"),  # OI of broken fonts
    (unicodedata.normalize("NFD", "Đề nghị tặng thưởng"), "Đề nghị tặng thưởng"),
    ("e\u0301\u0302", "ế"),  # tone before quality mark
    ("Số：12／KH", "Số:12/KH"),  # fullwidth colon and solidus
    ("**KT.GIÁM ĐỐC**", "KT.GIÁM ĐỐC"),
    ("## Kết quả", "Kết quả"),
    ("1\\. Công tác", "1. Công tác"),
    ("A &amp; B", "A & B"),
    ("dòng 1<br>dòng 2", "dòng 1\ndòng 2"),
    ("", ""),
]


@pytest.mark.parametrize(("given", "text"), NORMAL)
def test_normalised_text(given: str, text: str) -> None:
    """Letters, blanks and marks come out in one form."""
    assert normalise(given).text == text


@pytest.mark.parametrize(("given", "word"), [(given, word) for given, text in NORMAL for word in text.split()])
def test_way_back_of_each_word(given: str, word: str) -> None:
    """The source characters of a word give that word again."""
    source = normalise(given)
    start = source.text.index(word)
    back = source.view.to_source(Span(start, start + len(word)))
    assert normalise(back.of(given)).text.strip() == word


def test_a_span_leads_to_the_decomposed_letters() -> None:
    """The way back takes the loose marks along."""
    given = "x  " + unicodedata.normalize("NFD", "thưởng") + " y"
    source = normalise(given)
    word = source.text.index("thưởng")
    assert source.view.to_source(Span(word, word + 6)).of(given) == unicodedata.normalize("NFD", "thưởng")


def test_empty_span_has_a_place() -> None:
    """An empty span maps to an empty span."""
    source = normalise("a  b")
    back = source.view.to_source(Span(1, 1))
    assert back.start == back.end == 1


def test_bold_and_columns_are_told() -> None:
    """Emphasis and wide gaps are kept as facts about the page while their marks leave the text."""
    source = normalise("**Nơi nhận:**          KT. GIÁM ĐỐC")
    assert [span.of(source.text) for span in source.bold] == ["Nơi nhận:"]
    assert [source.text[at:] for at in source.columns] == ["KT. GIÁM ĐỐC"]
