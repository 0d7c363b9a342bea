"""Mentions without a number: laws by name and date or year, other documents by type and date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...anchors import Anchor
from ...dategrammar import DateMention, match_date
from ...organs import organ_span
from ...spans import Span, trim
from .page import LAWS, Draft, Governing, Page

_NAME_REACH, _AMENDING_REACH = 160, 320  # Luật sửa đổi, bổ sung một số điều của năm luật: a long name
# What ends a law's name, or shows that no date follows it.
_NAME_END = re.compile(
    r"""
      (?P<number>,?\s+số\s?:?\s?(?=[\d/.…]))
    | (?P<date>,?\s+(?:ban\shành\s|ký\s)?(?=ngày\s)|(?<=\w)(?=ngày\s\d))
    | (?P<year>,?\s+(?=năm\s(?:19|20)\d\d(?!\w)))
    | \s+(?P<bare>(?:19[4-9]|20[0-4])\d)(?!\s?[\w/–-])
    | (?P<fail>[;:"“”\[\]|]|\.\s|\(\s?(?!sửa\sđổi)|\n\s?\n
        | \b(?:được|đã|có(?!\scông)|là|này|nêu|tại(?!\sdoanh)|cho|đến|tới|để|nhằm|trong|từ|khi|sẽ|phải|do|thì|bằng|nhưng|mà
            |và\s(?:các|những)|văn\sbản(?!\squy\sphạm)|công\stác|phong\strào|quy\sđịnh|hiện\shành|nhiệm\skỳ|giai\sđoạn|năm|theo(?!\shợp\sđồng))\b)
    """,
    re.VERBOSE,
)
_AMENDING = re.compile(r"\s+(?:sửa đổi|bổ sung|sửa)\b")
_ANOTHER_DATE = re.compile(r"\s?(?:,|và|;)\s(?=ngày\s)")
# Types that are no verbs, so that a small letter may begin them: `theo công văn ngày …`, but `đã báo cáo ngày …`.
_NOUNS = frozenset({"Công văn", "Tờ trình", "Chỉ thị", "Nghị quyết", "Nghị định", "Thông tư", "Biên bản", "Công điện", "Giấy mời"})
_NEVER_BY_DATE = frozenset({"Danh sách", "Đề cương", "Điều lệ", "Dự án", "Hợp đồng", "Văn bản hợp nhất"})
_OF = re.compile(r"\s+của\s+")
_ON = re.compile(r"\s?(?P<comma>,?)\s?(?=ngày\b)")
_MEETING = re.compile(
    r"biên bản (?:cuộc |phiên )?(?:họp|hội nghị|làm việc|bình xét|kiểm phiếu|kiểm tra)(?:[ ,-]{1,3}\w+){0,12}?(?=\s?,?\sngày\s)"
)


def find_laws(page: Page) -> tuple[list[Draft], dict[int, Governing]]:
    """Laws by name and date or year; and, by the offset where a name ends, those whose number follows."""
    drafts: list[Draft] = []
    named: dict[int, Governing] = {}
    done = 0
    for anchor in page.types:
        if anchor.row["name"] not in LAWS or anchor.span.start < done or not _begins_name(page, anchor):
            continue
        found = _name_end(page, anchor)
        if found is None:
            continue
        title = trim(page.text, Span(anchor.span.start, found.start()), ",")
        if found["number"]:
            begin = page.folded.index("số", found.start())
            if not page.text[anchor.span.end : found.start()].strip():
                continue  # Luật số 06/2022/QH15: no name
            named[begin] = Governing(anchor, title=title)
            done = begin
            continue
        for draft in _dated_laws(page, anchor, title, found):
            drafts.append(draft)
            done = draft.end
    return drafts, named


# … Luật Thi đua, khen thưởng, Ban Thi đua công bố danh sách … năm 2020: a clause of its own
_CLAUSE = re.compile(r", (?:Ban|Bộ|Sở|Cục|Ủy ban|UBND|Hội đồng|HĐND|Chính phủ|Chủ tịch|Thủ tướng|Phòng|Văn phòng)\s")


def _begins_name(page: Page, anchor: Anchor) -> bool:
    """`Luật Nhà ở`, `Luật sửa đổi …`, `Hiến pháp năm …`; not `theo luật`."""
    after = page.text[anchor.span.end : anchor.span.end + 2].strip()
    name = anchor.row["name"]
    titled = page.text[anchor.span.start].isupper() and after[:1].isalpha()  # Luật bảo hiểm y tế ngày ..., as it was written once
    return bool(after) and (
        titled or after[:1].isupper() or _AMENDING.match(page.folded, anchor.span.end) is not None or name == "Hiến pháp"
    )


def _name_end(page: Page, anchor: Anchor) -> re.Match[str] | None:
    """Where the name ends with a number, a date or a year; `None` when something else ends it first."""
    amending = _AMENDING.match(page.folded, anchor.span.end) is not None
    limit = anchor.span.end + (_AMENDING_REACH if amending else _NAME_REACH)
    for other in page.types_in(anchor.span.end, limit):
        before = page.folded[other.span.start - 5 : other.span.start].rstrip()
        apart = not amending if other.row["name"] in LAWS else page.text[other.span.start].isupper()
        if apart and before.endswith((",", " và")):
            limit = other.span.start  # Luật Nhà ở, Luật Đất đai năm 2024; Luật Nhà ở và Nghị định số ...
            break
    found = _NAME_END.search(page.folded, anchor.span.end, limit)
    if found is None or found["fail"] or _CLAUSE.search(page.text, anchor.span.end, found.start()):
        return None
    last = page.types_before(found.start(), _AMENDING_REACH)[0]
    closes = last.span.end == found.start() and last.span != anchor.span and last.row["name"] not in LAWS
    return None if closes and page.text[anchor.span.end : last.span.start].strip() else found


def _dated_laws(page: Page, anchor: Anchor, title: Span, found: re.Match[str]) -> Iterator[Draft]:
    """The law of a name and its date; two when an amending law is cited by two dates."""
    at = found.start("bare") if found["bare"] else found.end()
    date = match_date(page.text, at)
    if found["bare"]:
        date = match_date(f"năm {found['bare']}", 0)
        date = date and DateMention(date.value, Span(*found.span("bare")), "date.year")
    start = anchor.span.start
    while date is not None:
        draft = Draft(start, date.span.end, "reference.law")
        draft.govern(Governing(anchor, date=date, title=title))
        yield draft
        more = _ANOTHER_DATE.match(page.text, date.span.end) if _AMENDING.match(page.folded, anchor.span.end) else None
        if more is None:
            return
        start = more.end()
        date = match_date(page.text, start)


def find_dated(page: Page) -> Iterator[Draft]:
    """`Kế hoạch ngày 05/3/2018 của Ban Thường vụ Huyện ủy`: a type, and a day right behind it."""
    for anchor in page.types:
        if not _may_be_dated(page, anchor):
            continue
        start, end = anchor.span
        issuer = None
        if meeting := _MEETING.match(page.folded, start):
            end = meeting.end()
        elif of := _OF.match(page.folded, end):
            issuer = organ_span(page.text, of.end(), of.end() + 200)
            end = issuer.end if issuer else end
        on = _ON.match(page.folded, end)
        date = match_date(page.text, on.end()) if on and not (issuer and on["comma"]) else None
        if date is None or len(date.value) < 10 or date.value.month is None or "\n\n" in page.text[end : date.span.start]:
            continue
        draft = Draft(start, date.span.end, "reference.date")
        draft.govern(Governing(anchor, issuer=issuer, date=date))
        yield draft


def _may_be_dated(page: Page, anchor: Anchor) -> bool:
    """Not a law, not a verb in small letters, not the type line above the date of a letterhead."""
    name, (start, end) = anchor.row["name"], anchor.span
    if name in LAWS or name in _NEVER_BY_DATE or (page.text[start:end].isupper() and end - start > 3):
        return False
    return page.text[start].isupper() or name in _NOUNS
