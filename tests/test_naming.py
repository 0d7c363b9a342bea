"""The door to underthesea: words that come back respelt stand where they stood, and nothing is fetched or raised."""

from __future__ import annotations

import importlib.util
import socket
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnreport_parse.naming import Entity, align, entities, letters_of
from vnreport_parse.spans import Span

needs_tagger = pytest.mark.skipif(importlib.util.find_spec("underthesea") is None, reason="underthesea is not installed")


def skeleton(text: str) -> str:
    """Letters without blanks, marks and case."""
    return "".join(letters_of(char) for char in text if not char.isspace())


def nfd(text: str) -> str:
    """Letters and marks apart."""
    return unicodedata.normalize("NFD", text)


# ---------------------------------------------------------------- align, without the tagger
@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("ông Trần Thuý Hoà", ["ông", "Trần Thúy Hòa"], ["ông", "Trần Thuý Hoà"]),  # tone placement
        (nfd("bà Nguyễn Thị Luỵ, tổ"), ["bà", "Nguyễn Thị Lụy", ",", "tổ"], [nfd("bà"), nfd("Nguyễn Thị Luỵ"), ",", nfd("tổ")]),
        ("Sở  Khoa   học", ["Sở", "Khoa học"], ["Sở", "Khoa   học"]),  # doubled blanks
        ("Nguyễn\nVăn\r\nAn", ["Nguyễn Văn An"], ["Nguyễn\nVăn\r\nAn"]),  # line breaks
        ("Sở\u00a0Nội vụ", ["Sở Nội vụ"], ["Sở\u00a0Nội vụ"]),  # a blank that does not break
        ("(An),(An).", ["(", "An", ")", ",", "(", "An", ")", "."], ["(", "An", ")", ",", "(", "An", ")", "."]),  # punctuation
        ("TP.HCM v.v…", ["TP.HCM v.v", "…"], ["TP.HCM v.v", "…"]),  # a blank put between
        ("TP.HCM", ["TP . HCM"], ["TP.HCM"]),
        ("GIÁM ĐỐC NGUYỄN VĂN HOÀ", ["Giám đốc", "Nguyễn Văn Hòa"], ["GIÁM ĐỐC", "NGUYỄN VĂN HOÀ"]),  # capitals
        ("Ðảng bộ", ["Đảng bộ"], ["Ðảng bộ"]),  # an Icelandic letter
        ("tôt nghành Y tế", ["tôt", "ngành", "Y tế"], ["tôt", None, "Y tế"]),  # letters lost: left out, and on with the next
        ("nghành nghành An", ["ngành", "ngành", "An"], [None, None, "An"]),
        ("An Bình An", ["Bình", "An"], [None, "An"]),  # nothing was lost, so nothing is looked for further on
        ("An", ["An", "An"], ["An", None]),
        ("", ["An"], [None]),
        ("", [], []),
        ("An", ["", " ", "\u0301"], [None, None, None]),
        ("\u0301An \u200bB", ["\u0301", "An", "\u200b", "B"], [None, "An", "\u200b", "B"]),
    ],
)
def test_align(text: str, words: list[str], wanted: list[str | None]) -> None:
    """Each word's stretch of the text; None where the letters do not say the word."""
    assert [span and span.of(text) for span in align(text, words)] == wanted


SYLLABLES = st.sampled_from(
    ["Hoà", "thuý", "Nguyễn", "Đặng", "uỷ", "khoẻ", "nghành", "An", "KT.", "(", ",", "3", "Y", "İ", "각", "👩"]
)
BLANKS = st.sampled_from([" ", "  ", "\n", "\u00a0", " \n\t"])
RESPELT = {"Hoà": "Hòa", "thuý": "thúy", "uỷ": "ủy", "khoẻ": "khỏe"}


@given(st.lists(st.tuples(SYLLABLES, BLANKS, st.booleans(), st.booleans()), max_size=30))
def test_align_finds_every_respelt_word(pieces: list[tuple[str, str, bool, bool]]) -> None:
    """Whatever is joined, whole or in parts, and wherever the tone stands: each word is found, and its letters are the word's."""
    text = "".join((nfd(syllable) if apart else syllable) + blank for syllable, blank, apart, _ in pieces)
    words: list[str] = []
    for syllable, _, _, joined in pieces:
        respelt = RESPELT.get(syllable, syllable)
        words = [*words[:-1], f"{words[-1]} {respelt}"] if joined and words else [*words, respelt]
    spans = align(text, words)
    assert None not in spans
    for word, span in zip(words, spans, strict=True):
        assert skeleton(span.of(text)) == skeleton(word)


@given(st.text(max_size=60), st.lists(st.text(max_size=8), max_size=12))
def test_align_law(text: str, words: list[str]) -> None:
    """Any text and any words: spans in order, apart, and of the same letters as their words."""
    spans = align(text, words)
    assert len(spans) == len(words)
    end = 0
    for word, span in zip(words, spans, strict=True):
        if span is not None:
            assert end <= span.start < span.end <= len(text)
            assert skeleton(span.of(text)) == skeleton(word)
            end = span.end


# ---------------------------------------------------------------- with the tagger
@needs_tagger
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Giám đốc Sở tặng Giấy khen cho ông Nguyễn Văn An.", {("Nguyễn Văn An", "person")}),
        ("Tặng Giấy khen cho bà  Trần\nThuý   Hoà, giáo viên.", {("Trần\nThuý   Hoà", "person")}),
        (nfd("Tặng Giấy khen cho bà Trần Thuý Hoà, giáo viên."), {(nfd("Trần Thuý Hoà"), "person")}),
        ("Đoàn đã làm việc tại tỉnh Hoà Bình.", {("tỉnh Hoà Bình", "place")}),
        ("", set()),
        (" \n\t ", set()),
        ("0123 ,;:.!?—“”", set()),
    ],
)
def test_entities(text: str, wanted: set[tuple[str, str]]) -> None:
    """Names as they are printed, and none in what has no letters."""
    found = {(entity.span.of(text), entity.kind) for entity in entities(text)}
    assert wanted <= found
    assert bool(found) == bool(wanted)


@needs_tagger
@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(SYLLABLES, BLANKS, st.text(max_size=12), st.just("\ud800"), st.just("\x00")), max_size=25))
def test_entities_of_noise(pieces: list[str]) -> None:
    """Whatever the text: no error, names in order and apart, none empty, the same when asked again."""
    text = "".join(pieces)
    found = entities(text)
    assert found == entities(text)
    end = 0
    for entity in found:
        assert end <= entity.span.start < entity.span.end <= len(text)
        assert any(map(str.isalnum, unicodedata.normalize("NFC", entity.span.of(text))))
        end = entity.span.end


@needs_tagger
def test_entities_of_long_texts() -> None:
    """Of a text that is many times what the tagger is given at once, the last name is found; a word without end is none."""
    text = "Tặng Giấy khen cho ông Nguyễn Văn An " * 200 + "và bà Lê Thị Hoà."
    found = entities(text)
    assert found[-1] == Entity(Span(text.index("Lê Thị"), len(text) - 1), "person")
    assert entities("a" * 5_000) == ()


@needs_tagger
def test_entities_need_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The models are those that come with the package."""

    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert entities("Tặng Giấy khen cho ông Nguyễn Văn An.")


def test_parsing_never_asks() -> None:
    """Neither the import of the adapter nor a parse loads the tagger: what it adds did not earn it (docs/names.md)."""
    code = (
        "import sys, vnreport_parse.naming; from vnreport_parse import parse;"
        "parse('Giám đốc Sở tặng Giấy khen cho ông Nguyễn Văn An và Thường Xuân.'); print('underthesea' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
