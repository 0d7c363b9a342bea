"""Numerals that count recipients: `02 tập thể`, `gần 10 cán bộ`, `119 lượt doanh nghiệp`, `71 tập thể, cá nhân`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .anchors import Anchor, Anchors
from .numerals import NUMERAL, Numeral, read_numeral
from .passages import Passage
from .records import RecipientKind
from .spans import Span, SpanSet, fold_blanks

# Hội nghị lần thứ sáu Ban Chấp hành …, các đơn vị không tổ chức …: words of number that count nothing
# Năm 2008, 2009, 2010 Trường …, tháng 5 Trường …: years and months, no counts; but Năm 2010, 02 tập thể …
_YEARS_BEFORE = re.compile(r"(?<!\w)năm\s+(?:\d{4}\s*(?:,|-|–|và)\s*){0,6}$")
_DAY_BEFORE = re.compile(r"(?<!\w)(?:tháng|ngày|quý)\s+(?:\d{1,2}\s*(?:-|–|và)\s*)?$")
_THE_OTHERS = re.compile(r"\s+(?:còn lại|khác)(?!\w)")
_APPROXIMATE = re.compile(r"(?:hơn|trên|gần|khoảng|chừng|xấp xỉ|hàng)\s+$")
# What may stand between a numeral and what it counts: 119 lượt …, 03 (ba) …, 12 danh hiệu “…
BETWEEN = re.compile(r"\s+(?:\(\w+\)\s+)?(?:lượt\s+|chiếc\s+|tấm\s+|danh hiệu\s+|[\"“])*")
# Giấy khen: tập thể: 12; cá nhân: 35: the noun is the label of its number
_LABEL = re.compile(
    r"(?:^|[:;,(+*•–-]\s*|(?<!\w)(?:trong đó|gồm|có|và|cho)\s+)"
    r"(?P<noun>(?:các\s+)?(?:tập thể|cá nhân|hộ gia đình))\s*(?::|là)?\s*(?=\d)"
)
_LABELLED_ENDS = re.compile(r"\s*(?:[;,.()+]|$|và\s|đạt\s|chiếm\s)")
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
    found = [*_noun_behind(passage, anchors, taken), *_noun_before(passage, anchors, taken)]
    last = passage.span.start
    for group in sorted(found, key=lambda group: (group.numeral.span, -group.span.start)):
        if group.numeral.span.start >= last:  # `cá nhân: 12 giáo viên` is one group
            yield group
            last = group.span.end


def _noun_before(passage: Passage, anchors: Anchors, taken: SpanSet) -> Iterator[CountedGroup]:
    """`tập thể 8, cá nhân 17`: a number that its noun stands before."""
    folded, base = passage.folded, passage.span.start
    nouns = {a.span: a for a in anchors.of("noun", passage.span)}
    for label in _LABEL.finditer(folded):
        found = NUMERAL.match(folded, label.end())
        numeral = read_numeral(found) if found else None
        start, end = (base + at for at in label.span("noun"))
        noun = next((nouns[span] for span in (Span(start, end), Span(start + 4, end)) if span in nouns), None)
        if numeral is None or noun is None or not _LABELLED_ENDS.match(folded, numeral.span.end):
            continue
        group = _group(passage, folded, numeral, noun, {})
        if not taken.overlaps(group.numeral.span) and not taken.overlaps(noun.span):
            yield replace(group, span=Span(noun.span.start, group.numeral.span.end), noun_span=noun.span, rest=False)


def _noun_behind(passage: Passage, anchors: Anchors, taken: SpanSet) -> Iterator[CountedGroup]:
    """`02 tập thể`, `119 lượt doanh nghiệp`: the usual order."""
    folded, base = passage.folded, passage.span.start
    nouns = {a.span.start: a for a in anchors.of("noun", passage.span) if not taken.overlaps(a.span)}
    uncounted = {a.span.start: a for a in anchors.of("non_recipient", passage.span)}
    for found in NUMERAL.finditer(folded):
        numeral, between = read_numeral(found), BETWEEN.match(folded, found.end())
        span = Span(base + found.start(), base + found.end())
        if numeral is None or between is None or taken.overlaps(span):
            continue
        starts = (base + found.end() + 1, base + between.end())  # 119 lượt DN, 119 [lượt] doanh nghiệp
        noun = next((nouns[at] for at in starts if at in nouns), None)
        other = uncounted.get(noun.span.start) if noun else None
        if (
            noun is None
            or (other and other.span.end > noun.span.end)
            or _tells_time(numeral.value, folded[max(found.start() - 48, 0) : found.start()])
            or (not found[0][0].isdigit() and (numeral.value == 0 or folded.endswith("thứ ", 0, found.start())))
        ):
            continue
        yield _group(passage, folded, numeral, noun, nouns)


def _tells_time(value: int, before: str) -> bool:
    """Whether a number behind `before` is a year, a month or a day."""
    return bool(_DAY_BEFORE.search(before) or (1900 <= value < 2100 and _YEARS_BEFORE.search(before)))


def _group(passage: Passage, folded: str, numeral: Numeral, noun: Anchor, nouns: dict[int, Anchor]) -> CountedGroup:
    base, end = passage.span.start, noun.span.end
    kinds: list[RecipientKind] = [noun.row["kind"]]
    while joint := _JOINED_NOUN.match(folded, end - base):  # 71 tập thể, cá nhân
        more = nouns.get(base + joint.end())
        if more is None or passage.text[joint.end()].isupper():  # … và Công đoàn ngành Y tế: a name begins
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
