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
from .patterns import fold
from .records import Award, CountMention, CountRole, RecipientGroup, Total
from .section_index import SectionIndex
from .source import SourceText
from .spans import Span, SpanSet

_AROUND = 90  # characters of a sentence that say what a count is about
_FAR = 240  # characters before a count, of its own part of the clause and of a list of targets

# Phấn đấu …, chỉ tiêu …; but with phấn đấu vươn lên, đạt chỉ tiêu, Chương trình mục tiêu quốc gia nothing is aimed at
_AIMED = (
    r"(?:(?<!lực\s)(?<!thần\s)(?<!chí\s)phấn\s+đấu(?!,|\s+(?:vươn|rèn|không\s+ngừng))|dự\s+kiến"
    r"|(?<!thành\s)(?<!vượt\s)(?<!đạt\s)(?<!%\s)(?<!trình\s)(?:chỉ|mục)\s+tiêu)"
)
# What the words around a count say of it, the surer ones first.
_CONTEXTS: tuple[tuple[CountRole, re.Pattern[str]], ...] = (
    (
        "target",
        re.compile(
            rf"(?<!\w)(?:{_AIMED}|không\s+quá|ít\s+nhất|tối\s+(?:đa|thiểu)|sẽ)(?!\w)"
            r"|(?<!\w)mỗi\s[^«]{0,60}\s(?:chọn|lựa\s+chọn|đề\s+nghị|giới\s+thiệu)\s+«|«\s*/\s*(?:0?1|một)\s+\w"  # 01 cá nhân/01 ban
        ),
    ),
    (
        "attendance",
        re.compile(  # Hội thi … có 11 đội, trao 01 giải A: who took part, not who won
            r"(?<!\w)(?:hội\s+thi|cuộc\s+thi|hội\s+thao|hội\s+diễn)(?!\w)[^,.;]{0,80}\s(?:có|với|thu\s+hút|quy\s+tụ|cho)\s+«(?![^,.;]*(?:đạt|giành|đoạt)\s)"
            r"|(?<!\w)(?:thu\s+hút|quy\s+tụ)\s[^,.;«]{0,60}«(?!\s*(?:đầu\s+tư|vốn)(?!\w))"
            r"|(?<!\w)(?:quán\s+triệt|phổ\s+biến|tuyên\s+truyền)\s[^.;«]{0,200}\scho\s+(?:(?:gần|hơn|trên|khoảng)\s+)?«"
        ),
    ),
    (
        "prize",
        re.compile(
            r"(?<!\w)(?:giải\s+(?:nhất|nhì|ba|a|b|c|thưởng|khuyến)|huy\s+chương\s+(?:vàng|bạc|đồng)|đạt\s+giải|suất|học\s+bổng"
            r"|quà|hỗ\s+trợ(?=[^«]*«)|trị\s+giá)(?!\w)"
            r"|(?<!\w)(?<!khen\s)thưởng\s+(?:cho\s+)?«(?!.*(?:giấy|bằng)\s+khen)"  # thưởng 15 học sinh, mỗi em 200.000 đồng
        ),
    ),
    (
        "campaign",
        re.compile(  # 45 đơn vị phát động phong trào …; phong trào … được triển khai tại 12 xã
            r"(?<!\w)(?:phát\s+động|hưởng\s+ứng|triển\s+khai|ký\s+(?:kết\s+)?giao\s+ước|đăng\s+ký\s+thực\s+hiện)(?!\w)"
            r"[^.;]{0,80}(?<!\w)(?:phong\s+trào|cuộc\s+vận\s+động|(?:đợt|giao\s+ước)\s+thi\s+đua)(?!\w)"
            r"|(?<!\w)(?:phong\s+trào|cuộc\s+vận\s+động|đợt\s+thi\s+đua)(?!\w)[^.;]{0,80}(?<!\w)(?:phát\s+động|hưởng\s+ứng|triển\s+khai)(?!\w)"
            r"|ký\s+(?:kết\s+)?giao\s+ước(?!\w)"
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
    r"(?<!\w)(?:tặng|(?<!thi\sđua,\s)(?<!thi\sđua\s-\s)(?<!thi\sđua\s)(?<!hồ\ssơ\s)(?<!hồ\ssơ\sđề\snghị\s)"
    r"(?<!gửi\sđề\snghị\s)(?<!công\stác\s)(?<!quỹ\s)(?<!chi\s)(?<!phí\s)khen|danh\s+hiệu|tôn\s+vinh|tuyên\s+dương|biểu\s+dương"
    r"|(?:đón\s+)?nhận\s+(?:cờ|bằng|giấy|huân|huy|kỷ)|(?<!không\sđược\s)công\s+nhận(?!\s+đảng)|truy\s+tặng)(?!\w)"
    r"|(?<!\w)(?<!khen\s)thưởng\s+(?:cho\s+)?«"
)
_OF_A_RANK = re.compile(r"(?<!\w)hạng\s+(?:nhất|nhì|ba|i{1,3})\s+(?:(?:cho|với|đối\s+với)\s+)?«")  # hạng Ba cho 1 tập thể
# Được khen vì đã cứu ba em nhỏ; xếp hạng 335 doanh nghiệp: whom a deed was for, not who was rewarded
_DEED = re.compile(
    r"(?<!\w)(?:cứu(?:\s+(?:sống|giúp|nạn))?|di\s+dời|sơ\s+tán|giúp(?:\s+đỡ)?|việc\s+làm|vận\s+động|phân\s+công|kiểm\s+tra"
    r"|giám\s+sát|kết\s+nạp|xếp\s+(?:hạng|loại)|tiếp\s+nhận|quản\s+lý|trình\s+khen\s+của|(?:tăng|giảm)(?:\s+(?:thêm|hơn))?)\s+(?:kịp\s+thời\s+)?(?:được\s+)?(?:cho\s+)?"
    r"(?:(?:gần|hơn|trên|khoảng)\s+)?«(?!\s*(?:đã\s+)?(?:được|đạt)(?!\w))"
    r"|«\s*(?:[^\W\d]+\s+){0,3}(?:không|chưa)\s"  # 17 cá nhân không có sáng kiến được công nhận
)
# Whoever is counted by these words takes part in something
_PARTICIPANTS = re.compile(r"đại\s+biểu|thí\s+sinh")
_ELECTED = re.compile(r"«\s+(?:quốc\s+hội|hội\s+đồng|hđnd)(?!\w)")  # 06 đại biểu Quốc hội
_PERFORMERS = re.compile(r"vận\s+động\s+viên|diễn\s+viên|đội(?!\s+viên)")
_EVENT = re.compile(
    r"(?<!\w)(?:hội\s+(?:thi|thao|diễn|kh[oỏ][eẻ]|trại)|cuộc\s+thi|liên\s+hoan|giao\s+lưu|ngày\s+hội|giải\s+(?:bóng|chạy|cầu|việt))(?!\w)"
)
_QUOTED = re.compile(r"[\"“][^\"“”\n]{0,80}[\"”]|,\s+ngày\s+\d")  # commas in these part no clause
# Chỉ tiêu năm 2024: 02 tập thể được tặng …; 05 cá nhân …: what is aimed at holds for the whole list, until something is done
_AIM = re.compile(rf"(?<!\w){_AIMED}(?!\w)(?!.*(?<!\w)(?:đã|kết\s+quả|hoàn\s+thành|thực\s+hiện\s+được)(?!\w))", re.DOTALL)
_DONE = re.compile(r"(?<!\w)đã(?!\w)")
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
# 05 tập thể, 30 cá nhân và 02 hộ tham gia: what is said behind the last one holds for all
_ALSO = re.compile(
    r"(?:,|và)\s+(?:[\d.]+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+(?!(?:giải|huy|suất|phần|tiết|tiếng|bằng|giấy)(?!\w))"
    r"(?:(?:[^\W\d]+\s){0,2}[^\W\d]+(?=\s*(?:,|\svà)\s+\d))?\s*"
)
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
    organs = SpanSet({award.evidence["authority"] for award in awards if "authority" in award.evidence})
    unexplained: list[Diagnostic] = []
    for passage, aims in _listed_aims(passages):
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
            role: CountRole = "target" if aims or sections.planned(group.span.start) else _role(passage, group, rewarding)
            if role == "unexplained" and organs.overlaps(group.span):  # Chủ tịch UBND 06 huyện tặng …
                role = "other"
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
    looked_at: Span | None = None
    figures: list[re.Match[str]] = []
    for at, award in enumerate(awards):
        if award.span != looked_at:  # the awards of a row of a table share its span
            looked_at = award.span
            figures = [
                found
                for found in _FIGURE.finditer(source.folded, award.span.start, award.span.end)
                if not told.overlaps(Span(*found.span("number")))
            ]
        if not figures:
            continue
        names = SpanSet(span for group in award.recipients for name, span in group.evidence.items() if name.startswith("names."))
        for found in figures:
            number = Span(*found.span("number"))
            noun = Span(*found.span("noun")) if found["noun"] else number
            row = source.text[source.text.rfind("\n", 0, number.start) + 1 : number.start] if award.rule == "award.table" else "-"
            if names.overlaps(number) or not row.strip(" |"):
                continue  # Trung đoàn 910; the number of a row
            if _NAMED_BY_NUMBER.search(source.folded, max(number.start - 24, 0), number.start):
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


def _listed_aims(passages: tuple[Passage, ...]) -> Iterator[tuple[Passage, bool]]:
    """Each passage, and whether it is an item of a list of targets: `Chỉ tiêu năm 2024:`, `- 02 tập thể …;`."""
    listing = False
    for passage in passages:
        listing = listing and bool(passage.marker)
        yield passage, listing and not _DONE.search(passage.folded)
        if passage.opens_list:
            listing = listing or bool(_AIM.search(passage.folded[-_FAR:]))


def _role(passage: Passage, group: CountedGroup, rewarding: bool) -> CountRole:
    """What the sentence says of a count that no award took."""
    folded = passage.folded
    start, end = group.span.start - passage.span.start, group.span.end - passage.span.start
    sentence = folded[max(start - _FAR, 0) : start].rpartition(". ")[2]
    clause = _QUOTED.sub(lambda found: " " * len(found[0]), sentence)
    clause = clause[max(map(clause.rfind, ".;:")) + 1 :]
    after = _TILL_STOP.match(folded[end : end + _AROUND])
    told_before, told_after = clause[-_AROUND:].strip(), after[0].lstrip() if after else ""
    around = f"{told_before} « {told_after}"  # « where the count stands
    own = clause.rstrip().rpartition(",")[2]  # its own part of the clause
    near = f"{own} « {_own_part(told_after)}"
    stretches: dict[str, str] = {"target": around, "campaign": f"{own} « {told_after}"}
    for role, pattern in _CONTEXTS:
        if pattern.search(stretches.get(role, near)):
            return role
    if _AIM.search(sentence):
        return "target"
    if _takes_part(fold(group.noun), f"{sentence} « {told_after}"):
        return "attendance"
    if rewarding and (_REWARD.search(around) or _OF_A_RANK.search(near)) and not _DEED.search(near):
        return "unexplained"
    return "other"


def _own_part(after: str) -> str:
    """What is said of a count behind it, in its own part of the clause or behind the counts that share it."""
    at = 0
    while also := _ALSO.match(after, at):
        at = also.end()
    return after[at:].partition(",")[0]


def _takes_part(noun: str, clause: str) -> bool:
    """`118 đại biểu`, `36 thí sinh`; at an event also `06 đội`, `24 vận động viên`."""
    if _ELECTED.search(clause):
        return False
    return bool(_PARTICIPANTS.match(noun) or (_PERFORMERS.match(noun) and _EVENT.search(clause)))
