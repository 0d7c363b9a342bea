"""The ledger: every numeral that counts recipients, and what became of it. Nothing that counts is left out.

The mentions are found again from the text, not from the records, so that a count which no record took is
still there: as what its surroundings say, or as `unexplained`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .anchors import Anchors
from .counting import CountedGroup, find_groups
from .diagnostics import Diagnostic, diagnose
from .passages import Passage
from .records import Award, CountMention, CountRole, RecipientGroup, Total
from .section_index import SectionIndex
from .source import SourceText
from .spans import Span, SpanSet

_AROUND = 160  # characters of a sentence that say what a count is about

# What the words around a count say of it, the surer ones first.
_CONTEXTS: tuple[tuple[CountRole, re.Pattern[str]], ...] = (
    ("target", re.compile(r"(?<!\w)(?:phấn\s+đấu|chỉ\s+tiêu|dự\s+kiến|mục\s+tiêu|không\s+quá|ít\s+nhất|tối\s+(?:đa|thiểu)"
                          r"|sẽ)(?!\w)")),
    ("prize", re.compile(r"(?<!\w)(?:giải\s+(?:nhất|nhì|ba|a|b|c|thưởng|khuyến)|huy\s+chương\s+(?:vàng|bạc|đồng)|đạt\s+giải"
                         r"|suất|học\s+bổng|quà|hỗ\s+trợ|triệu|đồng/)(?!\w)")),
    ("attendance", re.compile(r"(?<!\w)(?:tham\s+(?:gia|dự)|dự|tập\s+huấn|bồi\s+dưỡng|đại\s+biểu|có\s+mặt|hội\s+nghị|lớp"
                              r"|học\s+tập|tuyên\s+truyền|khám|thi)(?!\w)")),
)  # fmt: skip
_REWARD = re.compile(
    r"(?<!\w)(?:tặng|khen|danh\s+hiệu|tôn\s+vinh|tuyên\s+dương|biểu\s+dương|công\s+nhận(?!\s+đảng)|truy\s+tặng)(?!\w)"
)
_AT_ONCE = re.compile(r"[^.;:]*$")
_TILL_STOP = re.compile(r"^[^.;]*")


def settle_counts(
    source: SourceText,
    passages: tuple[Passage, ...],
    sections: SectionIndex,
    anchors: Anchors,
    awards: tuple[Award, ...],
    totals: tuple[Total, ...],
) -> tuple[tuple[CountMention, ...], list[Diagnostic]]:
    """One `CountMention` for each numeral that counts recipients or stands in an award, in the order of the text."""
    mentions = dict(_recorded(awards, totals))
    told = SpanSet(mention.span for mention in mentions.values())
    titles = SpanSet(anchor.span for anchor in anchors.of("award"))
    unexplained: list[Diagnostic] = []
    for passage in passages:
        folded = passage.folded
        rewarding = bool(_REWARD.search(folded))
        for group in find_groups(passage, anchors, titles):
            if told.overlaps(group.numeral.span):
                continue
            path = sections.path(group.span.start)
            role: CountRole = "target" if sections.planned(group.span.start) else _role(folded, passage, group, rewarding)
            mentions[group.numeral.span.start] = CountMention(
                value=group.numeral.value, noun=group.noun, kind=group.kind, role=role, section=path,
                span=group.span, evidence={"value": group.numeral.span, "noun": group.noun_span}, rule=f"count.{role}",
            )  # fmt: skip
            if role == "unexplained":
                unexplained.append(diagnose("D501", group.span, value=group.span.of(source.text)))
    return tuple(mentions[start] for start in sorted(mentions)), unexplained


def _recorded(awards: tuple[Award, ...], totals: tuple[Total, ...]) -> Iterator[tuple[int, CountMention]]:
    """The counts that awards and totals took, by the offset of their numeral."""
    for at, award in enumerate(awards):
        role = _award_role(award)
        for group in award.recipients:
            if "count" in group.evidence:
                yield _mention(group, role, at, award.section)
        if award.quantity is not None and (span := award.evidence.get("quantity")):
            yield span.start, CountMention(
                value=award.quantity, noun=award.title, kind="other", role=role, award=at, section=award.section,
                span=span, evidence={"value": span, "noun": award.evidence["title"]}, rule="count.quantity",
            )  # fmt: skip
    for total in totals:
        for group in total.recipients:
            if "count" in group.evidence:
                yield _mention(group, "total", None, total.section)


def _award_role(award: Award) -> CountRole:
    if award.restates is not None:
        return "restatement"
    if award.part_of is not None:
        return "breakdown"
    return "cumulative" if award.cumulative else "award"


def _mention(group: RecipientGroup, role: CountRole, award: int | None, section: str | None) -> tuple[int, CountMention]:
    span, noun = group.evidence["count"], group.evidence["noun"]
    near = Span(span.start, max(span.end, noun.end)) if span.end <= noun.start < span.end + 40 else span
    return span.start, CountMention(
        value=group.count or 0, noun=group.noun, kind=group.kind, role=role, award=award, section=section,
        span=near, evidence={"value": span, "noun": noun}, rule=f"count.{role}",
    )  # fmt: skip


def _role(folded: str, passage: Passage, group: CountedGroup, rewarding: bool) -> CountRole:
    """What the sentence says of a count that no award took."""
    start, end = group.span.start - passage.span.start, group.span.end - passage.span.start
    before, after = _AT_ONCE.search(folded[max(start - _AROUND, 0) : start]), _TILL_STOP.match(folded[end : end + _AROUND])
    around = f"{before[0] if before else ''} {after[0] if after else ''}"
    for role, pattern in _CONTEXTS:
        if pattern.search(around):
            return role
    return "unexplained" if rewarding and _REWARD.search(around) else "other"
