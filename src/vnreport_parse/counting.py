"""Numerals that count recipients: `02 tập thể`, `gần 10 cán bộ`, `119 lượt doanh nghiệp`, `71 tập thể, cá nhân`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from . import lexicons
from .anchors import Anchor, Anchors
from .numerals import NUMERAL, Numeral, read_numeral
from .passages import Passage
from .records import RecipientKind
from .spans import Span, SpanSet, fold_blanks

# Hội nghị lần thứ sáu Ban Chấp hành …, các đơn vị không tổ chức …: words of number that count nothing
# Năm 2008, 2009, 2010 Trường …, tháng 5 Trường …: years and months, no counts; but Năm 2010, 02 tập thể …
# … and từ 2012 đến 2016 Viện …
_YEARS_BEFORE = re.compile(
    r"(?<!\w)năm\s+(?:\d{4}\s*(?:,|-|–|và)\s*){0,6}$"
    r"|(?<!\w)(?:từ|giai\s+đoạn)\s+(?:19|20)\d\d\s*(?:đến|-|–)\s*$"
)
_DAY_BEFORE = re.compile(r"(?<!\w)(?:tháng|ngày|quý)\s+(?:\d{1,2}\s*(?:-|–|và)\s*)?$")
# Tổ bầu cử số 03 xã A: a name; tổng số 03 xã: a count
_NAMED_BY_NUMBER = re.compile(r"(?<!tổng )(?<!trong )(?<!trên )(?<!với )(?<!là )(?<!\w)số $")
# 100 trong tổng số 107 thôn: the first one counts
_OUT_OF = re.compile(r"(?<![\w/.,])(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,5})\s+(?:trong|trên)\s+(?:tổng\s+)?số\s+$")
# Cuối năm Hội đồng họp, đây là năm Trường …: a year, not five
_OF_THE_YEAR = re.compile(r"(?<!\w)(?:đầu|giữa|cuối|từng|qua)\s+$")
_SHORT = re.compile(r"(?<=\d )TT(?![\w-]|\s*\d)")
_FIRST_NOUN = re.compile(r"(?:cá nhân|tập thể|hộ gia đình|đơn vị)(?=\s*(?:,|và)\s)")
_THE_OTHERS = re.compile(r"\s+(?:còn lại|khác)(?!\w)")
_APPROXIMATE = re.compile(r"(?:hơn|trên|gần|khoảng|chừng|xấp xỉ|hàng)\s+$")
# What may stand between a numeral and what it counts: 119 lượt …, 03 (ba) …, 12 danh hiệu “…
BETWEEN = re.compile(
    r"\s+(?:\(\w+\)\s+)?(?:lượt\s+|cố\s+|nguyên\s+|cựu\s+(?!chiến|thanh|giáo|học)|chiếc\s+|tấm\s+|danh hiệu\s+|[\"“])*"
)
# tập thể 12, cá nhân 33: the noun before its number, which ends the part of the sentence
_REVERSED = re.compile(
    r"(?<!\d )(?<!các )(?<!\w)(?P<noun>tập thể|cá nhân|hộ gia đình|gia đình)(?:\s*:)?\s+(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,5})"
    r"(?=\s*(?:[,;.)](?!\d)|$|và\s(?!\d)))"
)
# Tập thể (03): Phòng A; Phòng B; …
_BRACKETED = re.compile(r"(?<!\w)(?P<noun>tập thể|cá nhân|hộ gia đình)\s+\((?P<number>\d{1,3})\)(?=\s*:)")
# BK cho 3TT, 8CN
_GLUED_SHORT = re.compile(r"(?<![\w/.,-])(?P<number>\d{1,4})(?P<noun>TT|CN|ĐV)(?![\w/-])")
_SHORT_NOUNS = {"TT": "tập thể", "CN": "cá nhân", "ĐV": "đơn vị"}
# 12 tập thể và 21cá nhân: the blank is forgotten
_GLUED = re.compile(r"(?<![\w/.,])(?P<number>\d{1,4})(?P<noun>tập thể|cá nhân|đơn vị|hộ gia đình|đồng chí|người)(?!\w)")
_JOINED_NOUN = re.compile(r"\s*(?:,|/|\bvà\b)\s*")


@dataclass(frozen=True, slots=True)
class CountedGroup:
    """A numeral and the noun of recipients that it counts. `span` holds both."""

    span: Span
    numeral: Numeral
    noun: str
    noun_span: Span
    kind: RecipientKind
    approximate: bool = False
    rest: bool = False  # `hai đơn vị còn lại`


def find_groups(passage: Passage, anchors: Anchors, taken: SpanSet) -> Iterator[CountedGroup]:
    """The counted groups of a passage, in order. Nouns in `taken`, such as those inside a title, count nothing."""
    folded, base = passage.folded, passage.span.start
    known = (_before_title(a, folded, base, taken) for a in anchors.of("noun", passage.span))
    nouns = {a.span.start: a for a in known if not taken.overlaps(a.span)}
    nouns |= {} if passage.table else _shortened(passage)
    uncounted = {a.span.start: a for a in anchors.of("non_recipient", passage.span)}
    others = {at: anchor.span.end for at, anchor in uncounted.items()}
    joinable = {at: anchor for at, anchor in nouns.items() if others.get(at, 0) <= anchor.span.end}  # not … cụm và ban hành
    for found in NUMERAL.finditer(folded):
        numeral, between = read_numeral(found), BETWEEN.match(folded, found.end())
        span = Span(base + found.start(), base + found.end())
        if numeral is None or between is None or taken.overlaps(span):
            continue
        starts = (base + between.end(), base + found.end() + 1)  # 119 [lượt] doanh nghiệp, 119 lượt
        noun = next((nouns[at] for at in starts if at in nouns), None)
        other = uncounted.get(noun.span.start) if noun else None
        if (
            noun is None
            or (other and other.span.end > noun.span.end)
            or (found[0][0].isdigit() and _NAMED_BY_NUMBER.search(folded, max(found.start() - 12, 0), found.start()))
            or _tells_time(numeral.value, folded[max(found.start() - 48, 0) : found.start()])
            or (not found[0][0].isdigit() and _counts_nothing(passage, found, numeral.value, noun.span.start - base))
        ):
            continue
        if part := _OUT_OF.search(folded, max(found.start() - 40, 0), found.start()):
            numeral = Numeral(Span(*part.span("number")), int(part["number"].replace(".", "")))
        yield _group(passage, folded, numeral, noun, joinable)
    for found in (*_REVERSED.finditer(folded), *_BRACKETED.finditer(folded)):
        noun = nouns.get(base + found.start("noun"))
        number = Span(base + found.start("number"), base + found.end("number"))
        if noun is not None and noun.span.end <= number.start and not taken.overlaps(number):
            value = int(found["number"].replace(".", ""))
            span = Span(noun.span.start, number.end)
            yield CountedGroup(
                span, Numeral(number, value), passage.text[found.start("noun") : found.end("noun")], noun.span, noun.row["kind"]
            )
    yield from _glued(passage, taken)


def _glued(passage: Passage, taken: SpanSet) -> Iterator[CountedGroup]:
    """`21cá nhân`, `3TT`."""
    base = passage.span.start
    for found in (*_GLUED.finditer(passage.folded), *_GLUED_SHORT.finditer(passage.text)):
        number, noun = (Span(base + found.start(name), base + found.end(name)) for name in ("number", "noun"))
        if not taken.overlaps(Span(number.start, noun.end)):
            row = _noun(_SHORT_NOUNS.get(found["noun"], found["noun"]))
            said = passage.text[found.start("noun") : found.end("noun")]
            yield CountedGroup(Span(number.start, noun.end), Numeral(number, int(found["number"])), said, noun, row["kind"])


def _shortened(passage: Passage) -> dict[int, Anchor]:
    """`02 TT, 05 CN`: tập thể, in text alone; at the head of a column `TT` numbers the rows."""
    base = passage.span.start
    return {
        base + m.start(): Anchor(Span(base + m.start(), base + m.end()), "noun", _noun("tập thể"))
        for m in _SHORT.finditer(passage.text)
    }


def _before_title(noun: Anchor, folded: str, base: int, taken: SpanSet) -> Anchor:
    """`… cho 642 cá nhân và tập thể lao động tiên tiến …`: the noun is the first one, where a title begins in the second."""
    found = _FIRST_NOUN.match(folded, noun.span.start - base) if taken.overlaps(noun.span) else None
    return Anchor(Span(noun.span.start, base + found.end()), noun.kind, _noun(found[0])) if found else noun


@cache
def _noun(noun: str) -> lexicons.Row:
    return next(row for row in lexicons.load("recipients")["noun"] if row["noun"] == noun)


def _counts_nothing(passage: Passage, found: re.Match[str], value: int, noun: int) -> bool:
    """Whether a word of number is none: `không`, `lần thứ sáu`, and `năm` as a year, also before a name."""
    at = found.start()
    named = passage.text[at].isupper() and passage.text[:at].rstrip()[-1:].isalpha()  # thị xã Ba Đồn
    if value == 0 or named or passage.folded.endswith("thứ ", 0, at):
        return True
    if found[0] != "năm":
        return False
    named = passage.text[noun].isupper() and not passage.text[found.start()].isupper()
    return named or bool(_OF_THE_YEAR.search(passage.folded, max(found.start() - 8, 0), found.start()))


def _tells_time(value: int, before: str) -> bool:
    """Whether a number behind `before` is a year, a month or a day."""
    return bool(_DAY_BEFORE.search(before) or (1900 <= value < 2100 and _YEARS_BEFORE.search(before)))


def _group(passage: Passage, folded: str, numeral: Numeral, noun: Anchor, nouns: dict[int, Anchor]) -> CountedGroup:
    base, end = passage.span.start, noun.span.end
    kinds: list[RecipientKind] = [noun.row["kind"]]
    while joint := _JOINED_NOUN.match(folded, end - base):  # 71 tập thể, cá nhân
        more = nouns.get(base + joint.end())
        if (
            more is None or passage.text[joint.end()].isupper() or _REVERSED.match(folded, joint.end())
        ):  # … và Công đoàn ngành Y tế: a name begins
            break
        kinds.append(more.row["kind"])
        end = more.span.end
    return CountedGroup(
        span=Span(base + numeral.span.start, end),
        numeral=numeral.shift(base),
        noun=fold_blanks(passage.text[noun.span.start - base : end - base]),
        noun_span=Span(noun.span.start, end),
        kind=kinds[0] if len(set(kinds)) == 1 else "mixed",
        rest=bool(_THE_OTHERS.match(folded, end - base)),
        approximate=bool(_APPROXIMATE.search(folded[max(numeral.span.start - 12, 0) : numeral.span.start])),
    )
