"""A document whose line breaks are lost, as a database field or a copy from the web gives it: where its lines began.

The phrases of an administrative document are enough to tell: Quốc hiệu, `Số:`, place and date, the type, `Căn cứ`, the
labels of its units, `Nơi nhận`, who signs. A blank that stood for a line break becomes one again, so no offset moves.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import replace
from itertools import islice

from .formulas import DATE_LINE, MOTTO, authority, is_position, plain, type_line
from .letter_organs import organ_starts
from .patterns import is_capitals
from .source import SourceText

_SHORTEST, _MOST = 300, 3  # characters of the one line; lines a text has whose breaks are lost
_HEAD = 1500  # characters that hold a letterhead
_SIGNED_WITHIN = 400  # words from Nơi nhận to the last name
_STATE = re.compile(r"cong hoa xa hoi chu nghia viet nam|dang cong san viet nam")
_NUMBER = re.compile(r"(?<= )so *[:.]? *(?=[\d./_…]*[/-] ?[a-z])")
_ABOUT = re.compile(r"(?<= )(?:[Vv]/v|Về việc)(?!\w)")
_CAPITAL = re.compile(r"(?<= )[^\W\d_a-zà-ỹ]{2}")
_FIRST_WORDS = re.compile(
    r"(?<=[^,;] )(?:Căn cứ|Thực hiện|Thi hành|Theo|Xét|Trên cơ sở|Kính gửi|Trong|Năm|Ngày|Nhằm|Để|Qua|Tại|Hôm nay"
    r"|Điều 1|Phần|I\.|1\.)(?!\w)"
)
# Where a line of the body begins.
_LINE = re.compile(
    r"""
      (?<=[;.,]\ )(?:Căn\ cứ|Xét(?=\ đề\ nghị|\ tờ\ trình)|Theo\ đề\ nghị)\b
    | (?:QUYẾT\ ĐỊNH|QUYẾT\ NGHỊ|NGHỊ\ QUYẾT)\ ?:
    | (?<=[.:;/]\ )(?:Điều\ \d{1,3}[.:]|Chương\ [IVX]{1,5}\b|Phần\ (?:thứ\ \w{2,4}|[IVX]{1,4})\b)
    | (?:Điều\ \d{1,3}\.|(?:PHẦN|CHƯƠNG)\ (?:THỨ\ \w{2,4}|[IVX]{1,5})\b)
    | (?<![\d/]\ )[IVX]{1,5}\.\ (?=[^\W\d_a-z])
    | (?<=[.:;!?/”)]\ )(?:\d{1,2}[./]\ ?|\d{1,2}(?:\.\d{1,2}){1,3}\.?\ |[a-zđ]\)\ |[-–+•]\ )(?=[^\W_])
    | (?<=[A-ZĐÀ-Ỹ]{3}\ )\d{1,2}\.\ (?=[^\W\d_a-z])
    | N[ơƠ][iI]\ (?:nhận|NHẬN|gửi)\ ?:
    | (?:T\.?/?M|K\.?/?T|T\.?/?L|TUQ)[./]\ ?(?=[^\W\d_a-z]{2})
    """,
    re.VERBOSE,
)
_LABEL = re.compile(r"\d{1,2}[.)]")
_WORD = re.compile(r"\S+")


def restore_lines(source: SourceText) -> SourceText:
    """The text with a line break for each blank that stood for one; as it is where its lines are whole."""
    text = source.text
    if text.count("\n") >= _MOST or len(text) < _SHORTEST:
        return source
    low = plain(text[:_HEAD])
    state = _STATE.search(low)
    if state is None or not is_capitals(text[state.start() : state.end()]) or not (MOTTO.search(low) or low[state.start()] == "d"):
        return source
    letters = list(text)
    for at in _starts(text, low):
        if 0 < at < len(text) and text[at - 1] == " ":
            letters[at - 1] = "\n"
    return replace(source, text="".join(letters), columns={}, tabs={})


def _starts(text: str, low: str) -> Iterator[int]:
    """Where lines begin, in no order; a blank stands before each that counts."""
    body = yield from _head(text, low)
    closing = len(text)
    for found in _LINE.finditer(text, body):
        yield found.start()
        if text[found.start()] in "NTK" and found[0][0:2] in ("Nơ", "NƠ", "TM", "T.", "T/", "KT", "K.", "K/", "TL", "TU"):
            closing = min(closing, found.start())
        elif is_capitals(found[0]) or found[0][0] in "IVX":
            yield _capitals_end(text, found.end())
    yield from _closing(text, closing)


def _head(text: str, low: str) -> Generator[int, None, int]:
    """The pieces of the letterhead, the type line and the subject; returns where the body begins."""
    for pattern in (_STATE, MOTTO):
        for found in list(pattern.finditer(low))[:2]:
            yield from (found.start(), found.end() + 1)
    if (number := _NUMBER.search(low)) and text[number.start()] == "S":
        yield number.start()
    end = 0
    if date := DATE_LINE.search(low):
        end = date.end() + (text[date.end() - 1] != " ")
        yield end
    state = _STATE.search(low)
    if state is not None:
        yield from organ_starts(text[: state.start()])
    kind = next((at for at in _capital_words(text, end) if type_line(text[at : at + 80])), None)
    begin = kind if kind is not None else end
    if kind is not None:
        yield kind
    if about := _ABOUT.search(text, 0, end if kind is None else kind):
        yield about.start()
    first = _FIRST_WORDS.search(text, max(begin - 1, 0))
    body = first.start() if first else begin
    yield body
    if first and first[0] == "Kính gửi":
        following = _FIRST_WORDS.search(text, first.end() + 2)
        body = following.start() if following else body
        yield body
    yield _decider(text, begin, body)
    return body


def _capital_words(text: str, start: int) -> Iterator[int]:
    """Where words in capitals begin, in the head."""
    for found in _CAPITAL.finditer(text, start, _HEAD):
        yield found.start()


def _decider(text: str, begin: int, body: int) -> int:
    """Where the run of capitals begins that names who decides: `về việc tặng Giấy khen | CHỦ TỊCH UBND XÃ A | Căn cứ`."""
    words = [found.span() for found in _WORD.finditer(text, begin, body)]
    at = body
    for start, end in reversed(words):
        if not text[start:end].isupper():
            return at
        at = start
    return body  # the subject is in capitals as well


def _capitals_end(text: str, at: int) -> int:
    """Where a heading in capitals ends: `I. KẾT QUẢ THI ĐUA | Năm qua, ...`; 0 where the first word is none."""
    begin = at
    for found in _WORD.finditer(text, at, at + 300):
        word = found[0].strip(',.;:()“”"-–&/')
        if _LABEL.fullmatch(found[0]) or word and not word.isupper() and not word.isdigit():
            return found.start() if found.start() > begin + 3 else 0
    return 0


def _closing(text: str, start: int) -> Iterator[int]:
    """Posts and names behind `Nơi nhận` or `TM.`: a run of capitals that names a post, and the name behind it."""
    words = [found.span() for found in islice(_WORD.finditer(text, start), _SIGNED_WITHIN)]
    upper = [len(word) > 1 and word.isupper() for word in (text[a:b].strip(".,;:()") for a, b in words)]
    for at in range(1, len(words)):
        begin = words[at][0]
        before = text[words[at - 1][0] : begin + 60]
        post = upper[at] and is_position(text[begin : begin + 60]) and not (is_position(before) or authority(before))
        if post or (all(upper[max(at - 2, 0) : at]) and not upper[at] and text[begin].isupper()):
            yield begin
