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
from .letter_organs import begins_organ, organ_starts
from .numbers import SMALL
from .patterns import is_capitals
from .source import SourceText

_SHORTEST, _MOST = 300, 3  # characters of the one line; lines a text has whose breaks are lost
_HEAD = 1500  # characters that hold a letterhead
_SIGNED_WITHIN = 400  # words from Nơi nhận to the last name
_STATE = re.compile(r"cong hoa xa hoi chu nghia viet nam|dang cong san viet nam|doan tncs ho chi minh")
_ARTICLES = re.compile(r"(?<=[.:;/] )Điều 1[.:].{10,6000}?[.;/] Điều 2[.:]")  # the body of a decision without its head
_NUMBER = re.compile(r"(?<= )so *[:.]? *(?=[\d./_… ]{0,14}(?:[/-] ?[a-z]|[a-z]{2,5}/))")
_ABOUT = re.compile(r"(?<= )(?:[Vv]/v|Về việc)(?!\w)")
_UP = rf"[^\W\d_{SMALL}]"
_CAPITAL = re.compile(rf"(?<= ){_UP}{{2}}")
_FIRST_WORDS = re.compile(
    r"(?<=[^,;] )(?:(?:Căn cứ|Thực hiện|Thi hành|Theo|Xét|Trên cơ sở|Kính gửi|Trong|Năm|Ngày(?!:)|Nhằm|Để|Qua|Tại|Hôm nay"
    r"|Điều 1)(?!\w)|(?:Phần|PHẦN|Chương|CHƯƠNG) (?=thứ|THỨ|[IVX\d])|(?:I|A|1) ?[./–-] ?(?=\w))"
)
# Where a line of the body begins.
_LINE = re.compile(
    rf"""
      (?<=[;.,]\ )(?:Căn\ cứ|Xét(?=\ đề\ nghị|\ tờ\ trình)|Theo\ đề\ nghị)\b
    | (?:QUYẾT\ ĐỊNH|QUYẾT\ NGHỊ|NGHỊ\ QUYẾT)(?=\ ?:|\ Điều\ 1[.:])
    | (?<=[.:;/]\ )(?:Điều\ \d{{1,3}}[.:]|Chương\ [IVX]{{1,5}}\b|Phần\ (?:thứ\ \w{{2,4}}|[IVX]{{1,4}})\b)
    | (?:Điều\ \d{{1,3}}\.|(?:PHẦN|CHƯƠNG)\ (?:THỨ\ \w{{2,4}}|[IVX]{{1,5}})\b)
    | (?<![\d/]\ )[IVX]{{1,5}}(?:\ ?[./]|\ ?[–-])\ ?(?={_UP})
    | (?<=[.:;/]\ )[A-HĐ][./-]\ ?(?={_UP})
    | (?<=[.:;!?/”)]\ )(?:\d{{1,2}}\ ?[./)-]\ ?|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?\ |[a-zđ][).]\ |[-–+•]\ (?:[-–+•]\ ?)?)
      (?=[^\W\d_])
    | (?<={_UP}{{3}}\ )\d{{1,2}}\ ?[./-]\ ?(?={_UP})
    | (?P<closing>
          N[ơƠ][iI]\ (?i:nhận|gửi)\ ?:
        | (?:T\.?/?M|K\.?/?T|T\.?/?L|TUQ)[./]\ ?(?={_UP}{{2}}) | [TK]/[MT]\ (?={_UP}{{2}}) )
    """,
    re.VERBOSE,
)
# Behind the body: an entry of the list, in the middle of the other column as well, and what stands for the hand.
_ENTRY = re.compile(
    rf"(?<=[,;:.)]\ )-(?=[^\W\d_])|(?<=[,;:.)]\ )[-+–]\ |(?<={_UP}{{2}}\ )[-+–]\ ?(?=\w)|\((?:[Đđ]ã\ ký|Ký)[^()]{{0,40}}\)\ ?",
    re.VERBOSE,
)
_BEFORE = 300  # characters in which who signs stands above Nơi nhận
_LABEL = re.compile(r"\d{1,2}[.)/-]")
_WORD = re.compile(r"\S+")


def restore_lines(source: SourceText) -> SourceText:
    """The text with a line break for each blank that stood for one; as it is where its lines are whole."""
    text = source.text
    if text.count("\n") >= _MOST or len(text) < _SHORTEST:
        return source
    low = plain(text[:_HEAD])
    state = _STATE.search(low)
    printed = state is not None and is_capitals(text[state.start() : state.end()])
    headed = printed and state is not None and (low[state.start()] == "d" or MOTTO.search(low) is not None)
    if not headed and _ARTICLES.search(text) is None:
        return source
    letters = list(text)
    for at in _starts(text, low if headed else ""):
        if 0 < at < len(text) and text[at - 1] == " ":
            letters[at - 1] = "\n"
    return replace(source, text="".join(letters), columns={}, tabs={})


def _starts(text: str, low: str) -> Iterator[int]:
    """Where lines begin, in no order; a blank stands before each that counts."""
    body = (yield from _head(text, low)) if low else 0
    closing = len(text)
    for found in _LINE.finditer(text, body):
        yield found.start()
        if found["closing"]:
            closing = min(closing, found.start())
        else:
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
    printed = type_line(text[begin : begin + 80])
    after = begin + (printed[1] if printed else 0)
    first = _FIRST_WORDS.search(text, max(after - 1, 0))
    if first and first.start() - after <= 1 < after - begin and first[0] != "Kính gửi":  # QUYẾT ĐỊNH Xét tặng danh hiệu ...
        first = _FIRST_WORDS.search(text, first.end())
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
    """Where who decides is named, in capitals: `về việc tặng Giấy khen | CHỦ TỊCH UBND XÃ A | Căn cứ`."""
    at = None
    for start, end in reversed([found.span() for found in _WORD.finditer(text, begin, body)]):
        if not text[start:end].isupper():
            return body if at is None else at
        at = start if is_position(text[start:body]) or begins_organ(text[start:body]) else at
    return body  # the subject is in capitals as well


def _capitals_end(text: str, at: int) -> int:
    """Where a heading in capitals ends: `I. KẾT QUẢ THI ĐUA | Năm qua, ...`; 0 for `1. UBND tỉnh đã ...`."""
    for run, found in enumerate(_WORD.finditer(text, at, at + 300)):
        word = found[0].strip(',.;:()“”"-–&/')
        if _LABEL.fullmatch(found[0]) or word and not word.isupper() and not word.isdigit():
            return found.start() if run > 1 and not word[:1].islower() else 0
    return 0


def _closing(text: str, start: int) -> Iterator[int]:
    """Entries of the list, posts and names: a run of capitals that names a post, and the name behind it."""
    for entry in _ENTRY.finditer(text, start):
        yield from (entry.start(), entry.end()) if entry[0][0] == "(" else (entry.start(),)
    words = [found.span() for found in islice(_WORD.finditer(text, max(start - _BEFORE, 0)), _SIGNED_WITHIN)]
    upper = [len(word) > 1 and word.isupper() for word in (text[a:b].strip(".,;:()") for a, b in words)]
    for at in range(1, len(words)):
        begin, ended = words[at][0], text[words[at][0] - 2]
        before = text[words[at - 1][0] : begin + 60]
        post = upper[at] and is_position(text[begin : begin + 60]) and not (is_position(before) or authority(before))
        named = all(upper[max(at - 2, 0) : at]) and not upper[at] and text[begin].isupper()
        if (post or named) and (begin > start or ended in ".;:/" or text[begin - 5 : begin - 1].isdigit() or named and at > 2):
            yield begin
