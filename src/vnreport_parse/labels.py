"""Labels of numbered units at the start of lines: `Phần thứ nhất`, `A.`, `I-`, `1/`, `1.1.`, `a)`, `(1)`.

What is found here are candidates. Each says how much it would take to believe that it is no label
(`doubt`); the outline decides by what fits the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .layout import Layout
from .lines import Line
from .patterns import is_capitals
from .records import SectionStyle
from .source import SourceText
from .spans import Span

# a b c d đ e g h ...: f, j, w, z are no letters of Vietnamese, but some writers count with them.
ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
_OPTIONAL = frozenset("đfjwz")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_WORDS = {
    word: number
    for number, words in enumerate(("nhất một", "hai nhì", "ba", "tư bốn", "năm", "sáu", "bảy bẩy", "tám", "chín", "mười"), start=1)
    for word in words.split()
}
_STYLE_OF_WORD: dict[str, SectionStyle] = {
    "phần": "part",
    "chương": "chapter",
    "mục": "division",
    "tiểu mục": "division",
    "điều": "article",
}

# PHẦN THỨ NHẤT / Phần I. / Chương II / Mục 1: / Điều 5. ; the number may stand on the next line
_WORD_LABEL = re.compile(
    rf"""
      (?P<word>Phần|PHẦN|Chương|CHƯƠNG|Tiểu[ ]mục|TIỂU[ ]MỤC|Mục|MỤC|Điều|ĐIỀU)\s
      (?P<number>(?i:thứ\s)?(?i:{"|".join(_WORDS)})(?!\w) | (?i:thứ\s)?(?:[IVX]{{1,6}}|[A-HĐ])(?!\w) | \d{{1,3}}[a-zđ]?(?!\w))
      [ ]?(?P<delim>[.:/–-]{{0,2}})
    """,
    re.VERBOSE,
)
# Every delimiter is one or two signs: `1.` `1)` `1/` `1-` `1.-` `1 -`, and the number is bounded, so nothing backtracks far.
_SIGN_LABEL = re.compile(
    r"""
      \((?P<bracketed>\d{1,2})\)\s?(?=\S)
    | (?P<decimal>(?:\d{1,3}|[IVX]{1,5}|[A-ZĐ]|[a-zđ])(?:\.\d{1,2}){1,4})(?![\d%]|[.,]\d)
      (?:[ ]?(?P<decimal_delim>\.-|[.)/:]|[ ]?[-–](?!\d))|(?=\s))
    | (?P<number>\d{1,3}|[IVX\u2160-\u216B]{1,6}|[A-ZĐ]|[a-zđ])
      (?P<delim>[ ]?\.[-/)]|[ ]?[.)/]|[ ]?[-–](?!\d)|[ ]?:(?=[ ]?[A-ZĐÀ-Ỹ]{2}))(?!\d)
    """,
    re.VERBOSE,
)
_NUMERALS = {chr(0x2160 + at): roman for at, roman in enumerate("I II III IV V VI VII VIII IX X XI XII".split())}
# V. I. Lê-nin, C. Mác: the label would be the initial of a name
_INITIAL = re.compile(r"[A-ZĐ]\.[ ]?[A-ZĐ]|[A-ZĐÀ-Ỹ][\w-]{1,12}\b(?:,| và | (?:nói|viết|dạy|khẳng định|cho rằng)\b)")


# Điều 12 Luật Thi đua: an article of another document; Điều 1 Tặng thưởng: one of this document, its mark left out
_CITED_ARTICLE = re.compile(
    r"(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp|Nghị (?:định|quyết)|Thông tư|Quy(?:ết| )|Điều lệ|Hướng dẫn|Chương|Mục|Khoản|Phần)"
)
# 1. | Phòng Nội vụ | 12, a row of a table; I. KẾT QUẢ ........ 3, a line of a table of contents
_NO_UNIT = re.compile(r"\s\|\s|(?:\.{5}|…{2})[.… ]{0,150}\d{1,3}$")


@dataclass(frozen=True, slots=True)
class Label:
    """A possible label: `span` without its delimiter, `text_start` where the text after it begins.

    `number` is what orders it among its siblings: one ordinal, or all the parts of `3.2.1`. `look` tells
    how the line is set (0 plain, 1 capitals or emphasis). `invited` says that the line above ends as what
    introduces a list does: a colon, or a title; `heads` that the paragraph of the label itself does.
    """

    line: int
    span: Span
    text_start: int
    style: SectionStyle
    text: str
    number: tuple[int, ...]
    delimiter: str
    look: int
    doubt: float
    invited: bool
    heads: bool

    @property
    def ordinal(self) -> int:
        """The last part of the number."""
        return self.number[-1]


def _place(letter: str) -> int | None:
    """The place of a single letter among all that writers count with."""
    return ALPHABET.index(letter.lower()) + 1 if len(letter) == 1 and letter.lower() in ALPHABET else None


def roman_value(text: str) -> int | None:
    """The value of a Roman numeral up to 39, None when it is none."""
    if not set(text) <= _ROMAN.keys():
        return None
    values = [_ROMAN[char] for char in text]
    total = sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    return total if _roman(total) == text else None


def _roman(value: int) -> str:
    tens, units = divmod(value, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[units]


def letter_ordinal(label: Label) -> int:
    """The place of a letter in the Vietnamese alphabet; of f, j, w, z in the Latin one."""
    letter = label.text.lower()
    if letter in _OPTIONAL and letter != "đ":
        return ALPHABET.replace("đ", "").index(letter) + 1
    return sum(known == "đ" or known not in _OPTIONAL for known in ALPHABET[: label.number[-1]])


def distance(style: SectionStyle, before: int, after: int) -> int:
    """How many steps lead from one number to the other: from d to e it is one, with or without đ."""
    if style not in ("lower_letter", "upper_letter") or after <= before:
        return after - before
    return sum(letter not in _OPTIONAL for letter in ALPHABET[before : after - 1]) + 1


def find_labels(source: SourceText, layout: Layout) -> list[tuple[Label, ...]]:
    """The candidates, one tuple a line: `I.` may be the numeral and the letter."""
    found = []
    last_line = -1
    for at, line in enumerate(layout.lines):
        if (
            at == last_line
            or line.furniture
            or at in layout.cells
            or at in layout.rows
            or at in layout.quoted
            or _NO_UNIT.search(line.text[:200])
        ):
            continue
        readings = tuple(_readings(source, layout, at, line))
        if readings:
            found.append(readings)
            if readings[0].span.end > line.span.end:
                last_line = at + 1  # `Chương` / `III`: the next line is spent
    return found


def _readings(source: SourceText, layout: Layout, at: int, line: Line) -> Iterator[Label]:
    text, start = source.text, line.span.start
    if word := _WORD_LABEL.match(text, start):
        label = _word_label(source, layout, at, word)
        if label is not None:
            yield label
        return
    sign = _SIGN_LABEL.match(text, start, line.span.end)
    if sign is None:
        return
    text_start = sign.end()
    while text_start < line.span.end and text[text_start] in " .-–:":
        text_start += 1
    rest = text[text_start : min(line.span.end, text_start + 200)]
    delimiter = (sign["delim"] or sign["decimal_delim"] or "").strip().replace("–", "-")
    glued = text_start == sign.end()
    for style, shown, number in _values(sign):
        if not _plausible(style, delimiter, rest, glued):
            continue
        span = Span(*sign.span("number" if sign["number"] else "decimal" if sign["decimal"] else "bracketed"))
        look = int(is_capitals(rest) or layout.emphasised(text_start))
        doubt = _doubt(layout, at, style, delimiter, rest, look)
        yield Label(
            at, span, text_start, style, shown, number, delimiter[:1], look, doubt, layout.invites(at), look > 0 or layout.heads(at)
        )


def _values(sign: re.Match[str]) -> Iterator[tuple[SectionStyle, str, tuple[int, ...]]]:
    """The styles the label may be of, with its text and number."""
    if sign["bracketed"]:
        yield "bracketed", sign["bracketed"], (int(sign["bracketed"]),)
    elif sign["decimal"]:
        first, *rest = sign["decimal"].split(".")
        number = int(first) if first.isdigit() else roman_value(first) or _place(first)  # I.1 under I, a.1 under a
        if number:
            yield "decimal", sign["decimal"], (number, *map(int, rest))
    else:
        shown = "".join(_NUMERALS.get(char, char) for char in sign["number"])
        if shown.isdigit():
            yield "arabic", shown, (int(shown),)
        elif shown.islower():
            yield "lower_letter", shown, (ALPHABET.index(shown) + 1,)
            if shown == "l" and sign["delim"] != ")":
                yield "arabic", "1", (1,)  # what OCR reads for it
        else:
            if value := roman_value(shown):
                yield "roman", shown, (value,)
            if place := _place(shown):
                yield "upper_letter", shown, (place,)


def _plausible(style: SectionStyle, delimiter: str, rest: str, glued: bool) -> bool:
    """Whether what stands after the label can follow one at all."""
    if not rest:
        return style in ("roman", "upper_letter") or delimiter in (".", ")")
    first = rest[0]
    if not (first.isalnum() or first in "\"“”'‘«(<[…") or rest[:1].isdigit() and glued:
        return False
    if style == "decimal" and not delimiter:
        return first.isupper() or first in '"“'
    if glued and first.islower():
        return delimiter == ")" and len(rest.split(" ", 1)[0]) > 1  # a)tập thể, but đ/c, v.v, 1.a
    return not (style == "lower_letter" and delimiter == "-" and glued) and not (
        style == "upper_letter" and delimiter == "/" and glued
    )


def _doubt(layout: Layout, at: int, style: SectionStyle, delimiter: str, rest: str, look: int) -> float:
    """What it costs to take the label for a piece of a sentence."""
    if style == "bracketed" and layout.counted_inside(at):
        return 0.0
    if layout.runs_on(at):
        return 1.0 if layout.breaks_off(at) or rest[:1].islower() else 5.0 if delimiter == ")" else 2.5
    doubt = 9.0
    if rest[:1].islower() and style != "lower_letter" and delimiter != ")":
        doubt -= 3.0
    if style in ("roman", "upper_letter") and delimiter.startswith(".") and not look:
        doubt -= 5.0 if _INITIAL.match(rest) else 3.0 if style == "upper_letter" else 0.0
    if style == "decimal" and not delimiter:
        doubt -= 4.0
    if not rest:
        doubt -= 3.0
    if layout.blank_separated and not layout.lines[at].blank_before:
        doubt -= 1.5
    return max(doubt, 1.0)


def _word_label(source: SourceText, layout: Layout, at: int, word: re.Match[str]) -> Label | None:
    """`Phần thứ nhất`, `Chương II`, `Điều 5.`: but not `Điều 5 của Luật` or `Mục 6, Công văn số`, a wrapped sentence."""
    text, line = source.text, layout.lines[at]
    style, value = _STYLE_OF_WORD[word["word"].lower()], _word_value(word["number"])
    end = line.span.end
    if word.end() > end and at + 1 < len(layout.lines):
        end = max(end, layout.lines[at + 1].span.end)
    text_start = word.end()
    while text_start < end and text[text_start] in " .-–:/":
        text_start += 1
    rest = text[text_start : min(end, text_start + 200)]
    marked = is_capitals(rest) or layout.emphasised(line.span.start if style == "article" else min(text_start, end - 1))
    bare = not (word["delim"] or marked or not rest and style != "article")
    if value is None or bare and (style != "article" or layout.runs_on(at) or not rest or _CITED_ARTICLE.match(rest)):
        return None
    if rest and rest[0].islower() and not marked:
        return None
    number = " ".join(word["number"].split())
    shown = f"{word['word'].capitalize()} {number.lower() if number.split()[-1].lower() in _WORDS else number}"
    look = int(marked or is_capitals(word[0]))
    doubt = 1.5 if layout.runs_on(at) else 2.5 if bare else 12.0
    span = Span(line.span.start, word.end("number"))
    return Label(at, span, text_start, style, shown, (value,), "", look, doubt, layout.invites(at), True)


def _word_value(number: str) -> int | None:
    last = number.rsplit(maxsplit=1)[-1]
    if last.lower() in _WORDS:
        return _WORDS[last.lower()]
    digits = last.rstrip(ALPHABET)
    return int(digits) if digits.isdigit() else roman_value(last) or _place(last)
