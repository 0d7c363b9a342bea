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

_AROUND = 90  # characters of a sentence that say what a count is about

# What the words around a count say of it, the surer ones first.
_CONTEXTS: tuple[tuple[CountRole, re.Pattern[str]], ...] = (
    (
        "target",
        re.compile(
            r"(?<!\w)(?:phấn\s+đấu|(?<!thành\s)(?<!vượt\s)(?<!%\s)chỉ\s+tiêu|dự\s+kiến|mục\s+tiêu|không\s+quá|ít\s+nhất"
            r"|tối\s+(?:đa|thiểu)|sẽ)(?!\w)"
        ),
    ),
    (
        "attendance",
        re.compile(  # Hội thi … có 11 đội, trao 01 giải A: who took part, not who won
            r"(?<!\w)(?:hội\s+thi|cuộc\s+thi|hội\s+thao|hội\s+diễn)(?!\w)[^,.;]{0,80}\s(?:có|với|thu\s+hút|quy\s+tụ|cho)\s+«(?![^,.;]*(?:đạt|giành|đoạt)\s)"
        ),
    ),
    (
        "prize",
        re.compile(
            r"(?<!\w)(?:giải\s+(?:nhất|nhì|ba|a|b|c|thưởng|khuyến)|huy\s+chương\s+(?:vàng|bạc|đồng)|đạt\s+giải|suất|học\s+bổng"
            r"|quà|hỗ\s+trợ(?=[^«]*«)|trị\s+giá)(?!\w)"
        ),
    ),
    (
        "campaign",
        re.compile(  # 45 đơn vị phát động phong trào …; phong trào … được triển khai tại 12 xã
            r"(?<!\w)(?:phát\s+động|hưởng\s+ứng|triển\s+khai|ký\s+(?:kết\s+)?giao\s+ước|đăng\s+ký\s+thực\s+hiện)(?!\w)"
            r"[^.;]{0,80}(?<!\w)(?:phong\s+trào|cuộc\s+vận\s+động|(?:đợt|giao\s+ước)\s+thi\s+đua)(?!\w)"
            r"|(?<!\w)(?:phong\s+trào|cuộc\s+vận\s+động|đợt\s+thi\s+đua)(?!\w)[^.;]{0,80}(?<!\w)(?:phát\s+động|hưởng\s+ứng|triển\s+khai)(?!\w)"
            r"|ký\s+(?:kết\s+)?giao\s+ước\s+thi\s+đua"
        ),
    ),
    (
        "attendance",
        re.compile(
            r"(?<!\w)(?:tham\s+(?:gia|dự)|dự(?!\s+(?:án|thảo|toán|phòng|báo))|tập\s+huấn|bồi\s+dưỡng|đại\s+biểu|có\s+mặt|dự\s+lớp"
            r"|cử\s+đi|(?<!«\stổ\schức\s)thi(?!\s+(?:đua|hành|công|tuyển)))(?!\w)"
        ),
    ),
)
_REWARD = re.compile(
    r"(?<!\w)(?:tặng|(?<!thi\sđua,\s)(?<!thi\sđua\s-\s)khen|danh\s+hiệu|tôn\s+vinh|tuyên\s+dương|biểu\s+dương"
    r"|(?:đón\s+)?nhận\s+(?:cờ|bằng|giấy|huân|huy|kỷ)|(?<!không\sđược\s)công\s+nhận(?!\s+đảng)|truy\s+tặng)(?!\w)"
)
# A figure that is no part of a date, of a number of a document, of a year
_FIGURE = re.compile(
    r"(?<![\w/.,-])(?<!năm\s)(?<!tháng\s)(?<!ngày\s)(?<!số\s)(?<!hạng\s)(?P<number>\d{1,3}(?:\.\d{3})*)(?![\w/.-])(?!,\d)(?!\s*(?:[-–]\s*)?\d)"
    r"(?:\s+(?P<noun>(?!(?:và|của|cho|trong|với|đã|được|là|do|theo)\b)[^\W\d]+))?"
)
# Dự án 47, Trung đoàn 910, khối thi đua 3: numbers that are names
_NAMED_BY_NUMBER = re.compile(
    r"(?<!\w)(?:án|đoàn|trình|đội|tổ|khối|đợt|kỳ|khóa|quý|thứ|cấp|loại|lớp|khu|thôn|xóm|ấp|phường|quận|phòng|đua|nhóm|trạm|tàu|bộ)\s+$"
)
_TOO_LARGE = re.compile(r"(?<![\w/.,-])(?:\d{8,40}|\d{1,3}(?:\.\d{3}){5,12})\s")
_PERIOD = re.compile(r"năm|tháng|tuần|đợt|kỳ|lần|quý|nhiệm|giai|ngày")
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
        for found in _TOO_LARGE.finditer(folded):
            start, end = passage.span.start + found.start(), passage.span.start + found.end()
            if any(noun.span.start == end for noun in anchors.of("noun", Span(end, end + 40))):
                number = Span(start, end - 1)
                unexplained.append(diagnose("D502", number, value=number.of(source.text)))
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
    for mention in _inside(source, awards, SpanSet(mention.span for mention in mentions.values())):
        mentions.setdefault(mention.span.start, mention)
    return tuple(mentions[start] for start in sorted(mentions)), unexplained


def _inside(source: SourceText, awards: tuple[Award, ...], told: SpanSet) -> Iterator[CountMention]:
    """The numerals of award statements that count no recipients: `02 năm liên tục`, `Huy hiệu 50 năm tuổi Đảng`."""
    for at, award in enumerate(awards):
        names = SpanSet(span for group in award.recipients for name, span in group.evidence.items() if name.startswith("names."))
        for found in _FIGURE.finditer(source.folded, award.span.start, award.span.end):
            number = Span(*found.span("number"))
            noun = Span(*found.span("noun")) if found["noun"] else number
            row = source.text[source.text.rfind("\n", 0, number.start) + 1 : number.start] if award.rule == "award.table" else "-"
            if names.overlaps(number) or not row.strip(" |"):
                continue  # Trung đoàn 910; the number of a row
            if told.overlaps(number) or _NAMED_BY_NUMBER.search(source.folded, max(number.start - 24, 0), number.start):
                continue
            role: CountRole = "period" if found["noun"] and _PERIOD.fullmatch(found["noun"]) else "other"
            yield CountMention(
                value=int(found["number"].replace(".", "")), noun=noun.of(source.text), kind="other", role=role, award=at,
                section=award.section, span=Span(number.start, noun.end), evidence={"value": number, "noun": noun},
                rule=f"count.{role}",
            )  # fmt: skip


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
    told_before, told_after = before[0].rstrip() if before else "", after[0].lstrip() if after else ""
    around = f"{told_before} « {told_after}"  # « where the count stands
    near = f"{told_before.rpartition(',')[2]} « {told_after.partition(',')[0]}"  # its own part of the clause
    stretches: dict[str, str] = {"target": around, "campaign": f"{told_before.rpartition(',')[2]} « {told_after}"}
    for role, pattern in _CONTEXTS:
        if pattern.search(stretches.get(role, near)):
            return role
    return "unexplained" if rewarding and _REWARD.search(around) else "other"
