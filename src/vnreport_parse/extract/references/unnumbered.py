"""Mentions without a number: laws by name and date or year, other documents by type and date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...anchors import Anchor
from ...dategrammar import DateMention, match_date
from ...organs import organ_span
from ...spans import Span, trim
from .page import LAWS, Draft, Governing, Page

_NAME_REACH = 320  # Luật sửa đổi, bổ sung một số điều của mười luật: a long name
# What ends a law's name, or shows that no date follows it.
_NAME_END = re.compile(
    r"""
      (?P<number>,?\s+số\s?:?\s?(?=\d))
    | (?P<date>,?\s+(?:ban\shành\s|ký\s)?(?=ngày\s))
    | (?P<year>,?\s+(?=năm\s(?:19|20)\d\d(?!\w)))
    | \s+(?P<bare>(?:19[4-9]|20[0-4])\d)(?!\s?[\w/–-])
    | (?P<fail>[;:"“”\[\]|]|\.\s|\(\s?(?!sửa\sđổi)|\n\s?\n
        | \b(?:được|đã|có(?!\scông)|là|này|nêu|tại(?!\sdoanh)|cho|đến|tới|để|nhằm|trong|từ|khi|sẽ|phải|do|thì|bằng|nhưng|mà
            |quy\sđịnh|hiện\shành|nhiệm\skỳ|giai\sđoạn|năm|theo(?!\shợp\sđồng))\b)
    """,
    re.VERBOSE,
)
_AMENDING = re.compile(r"\s+(?:sửa đổi|bổ sung|sửa)\b")
_ANOTHER_DATE = re.compile(r"\s?(?:,|và|;)\s(?=ngày\s)")
# Types that are no verbs, so that a small letter may begin them: `theo công văn ngày …`, but `đã báo cáo ngày …`.
_NOUNS = frozenset({"Công văn", "Tờ trình", "Chỉ thị", "Nghị quyết", "Nghị định", "Thông tư", "Biên bản", "Công điện", "Giấy mời"})
_NEVER_BY_DATE = frozenset({"Danh sách", "Đề cương", "Điều lệ", "Dự án", "Hợp đồng", "Văn bản hợp nhất"})
_OF = re.compile(r"\s+của\s+")
_ON = re.compile(r"\s?,?\s?(?=ngày\b)")


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


def _begins_name(page: Page, anchor: Anchor) -> bool:
    """`Luật Nhà ở`, `Luật sửa đổi …`, `Hiến pháp năm …`; not `theo luật`."""
    after = page.text[anchor.span.end : anchor.span.end + 2].strip()
    name = anchor.row["name"]
    return bool(after) and (after[:1].isupper() or _AMENDING.match(page.folded, anchor.span.end) is not None or name == "Hiến pháp")


def _name_end(page: Page, anchor: Anchor) -> re.Match[str] | None:
    """Where the name ends with a number, a date or a year; `None` when something else ends it first."""
    amending = _AMENDING.match(page.folded, anchor.span.end) is not None
    limit = anchor.span.end + _NAME_REACH
    for other in page.types_in(anchor.span.end, limit):
        before = page.folded[anchor.span.start : other.span.start].rstrip()
        if other.row["name"] in LAWS and not amending and before.endswith((",", " và")):
            limit = other.span.start  # Luật Nhà ở, Luật Đất đai năm 2024
            break
    found = _NAME_END.search(page.folded, anchor.span.end, limit)
    if found is None or found["fail"]:
        return None
    last = page.types_before(found.start(), _NAME_REACH)[0]
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
    """`Kế hoạch ngày 12/5/2016 của Ban Thường vụ Huyện ủy`: a type, and a day right behind it."""
    for anchor in page.types:
        name, (start, end) = anchor.row["name"], anchor.span
        if name in LAWS or name in _NEVER_BY_DATE or not (page.text[start].isupper() or name in _NOUNS):
            continue
        if page.text[start:end].isupper() and end - start > 3:
            continue  # a type line and the date under it
        issuer = None
        of = _OF.match(page.folded, end)
        if of:
            issuer = organ_span(page.text, of.end(), of.end() + 200)
            end = issuer.end if issuer else end
        on = _ON.match(page.folded, end)
        date = match_date(page.text, on.end()) if on else None
        if date is None or len(date.value) < 10 or date.value.month is None or "\n\n" in page.text[end : date.span.start]:
            continue
        draft = Draft(start, date.span.end, "reference.date")
        draft.govern(Governing(anchor, issuer=issuer, date=date))
        yield draft
