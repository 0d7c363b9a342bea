"""What stands behind a number: date, issuer, subject; and what stands before it: a date, the relation."""

from __future__ import annotations

import re

from ...dategrammar import DateMention, match_date
from ...dates import PartialDate
from ...numbers import SMALL
from ...organs import organ_span
from ...patterns import fold
from ...records import Header, Relation
from ...spans import Span, fold_blanks, trim
from .page import Draft, Page

_ISSUER_REACH = 260
_SUBJECT_REACH = 900
_GAP = re.compile(
    r"\s{0,2}(?:\[\d{1,3}\]|\((?:\d{1,2}|[a-zđ]{1,4}\d{0,3})\))?\s?(?P<comma>,?)\s{0,2}"
    r"(?:(?:(?:hồi|lúc)\s\d{1,2}\s?(?:giờ|h)(?:\s?\d{1,2}(?:\s?phút)?)?"
    r"|ký|đề|ra|ban hành|cùng(?=\sngày\s?[\d.…])|cấp|lập|phát hành),?\s(?=ngày\b))?"
)
_NO_YEAR = re.compile(r"ngày\s(?P<day>\d{1,2})\s?(?:/|tháng)\s?(?P<month>\d{1,2})(?![\w/-]|\s[/-]\s?\d)(?!\s*(?:năm|tháng))")
_SAME_DAY = re.compile(r"(?:ban hành\s|ký\s)?cùng ngày(?!\s?\d)(?!\w)")
_LEVEL_ALONE = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)")
_OF = re.compile(
    r"(?:của|do|giữa)\s+(?:(?:các\s)?(?:ông|bà|đồng chí|đ/c)\s+(?=\w))?"
)  # của đồng chí Bí thư Huyện ủy  # Quy chế phối hợp số … giữa Công an tỉnh và Sở Y tế
_ISSUED_BY = re.compile(r"\s(?:ký\s)?(?:ban hành|cấp|ký|lập|phát hành|phê duyệt|công bố)(?!\w)")  # do Sở Y tế cấp
# Công văn số 11/CV-UBND xã Hồng Thái về … · Công văn số 31/PGD&ĐT Lộc Bình ngày …: an issuer without `của`
_BARE_END = re.compile(r"\s?,?\s?ngày\s|\s(?:về|v/v)\s")
_DATE_CLOSES = re.compile(
    r"\s?(?:[;.)]|(?:về|v/v|ban hành|quy định|phê duyệt|sửa đổi|hướng dẫn|triển khai|thông báo|kết luận|kiện toàn)\s)"
)
_BARE_NAME = re.compile(rf"[^\W\d_{SMALL}][{SMALL}]{{1,6}}(?: [^\W\d_{SMALL}][{SMALL}]{{1,6}}){{1,3}}(?= ngày )")
# của HĐND tỉnh khóa XIX, kỳ họp thứ 5 | về …
_SESSION = re.compile(
    r"(?:\s?,?\s(?:(?:tại\s)?kỳ họp(?:\sthường lệ|\schuyên đề|\sbất thường)?(?:\slần)?\sthứ\s(?:\d{1,2}|mười(?:\s\w{2,3})?|\w{2,4})"
    r"|nhiệm kỳ\s(?:19|20)\d\d\s?-\s?(?:19|20)\d\d|khóa\s[ivxl\d]{1,5}(?!\w))){0,3}"
)
_ABOUT = re.compile(r"\s?,?\s?(?:về\sviệc|v/v|về)\s+")
# Behind a full citation a verb begins the subject; behind a short one it is what the document does in the sentence.
_VERB = re.compile(
    r"\s(?=(?:ban hành|quy định|qui định|sửa đổi|bổ sung|hướng dẫn|phê duyệt|thành lập|kiện toàn|điều chỉnh|công nhận|công bố"
    r"|triển khai|thực hiện|tổ chức|phát động|giao|tặng|khen thưởng|thay thế|bãi bỏ|thông báo|kết luận|đăng ký|tăng cường|đôn đốc"
    r"|chấn chỉnh|đề nghị|xét|truy tặng|một số|tham gia|trả lời|góp ý|phân công),?\s)"
)
_SUBJECT_END = re.compile(
    rf"""
      (?P<stop>;|\.(?=\s|/|$)|\n\s?\n(?![{SMALL}\d])|\n\s?[-+•|*]|\||:\s|\((?i:sau\sđây|gọi\stắt|viết\stắt)|\ đã\sđược\s)
    | (?P<open>[(“"«])
    | (?P<close>[)”»])
    | (?P<comma>,\s)
    """,
    re.VERBOSE,
)
_NEW_CLAUSE = re.compile(
    r"(?:đã|được|đồng thời|trong đó|theo đó|tuy nhiên|nhằm|để|qua đó|đến nay|cụ thể|trên cơ sở|căn cứ|thực hiện)\s"
)
# The last of these before the mention tells what the sentence does with it.
_CUES: tuple[tuple[Relation, str], ...] = (
    ("mentions", r"kèm theo"),
    ("amends", r"sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|thay cho"),
    (
        "basis",
        r"căn cứ|chiếu theo|xét(?=\s(?:đề nghị|tờ trình|báo cáo|văn bản|công văn|các tờ trình)\b)|xét(?=\s$)|theo(?=\sđề nghị\b)",
    ),
    ("implements", r"thực hiện|theo|triển khai|chấp hành|quán triệt|cụ thể hóa|tuân thủ|hưởng ứng|thi hành|phúc đáp"),
    ("issued", r"ban hành|phát hành|xây dựng|tham mưu|(?:có|ra|ký|gửi|trình)(?=\s(?:các\s)?$)"),
)
_CUE = re.compile(r"(?<!\w)(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _CUES) + r")(?!\w)")
_CLOSED = re.compile(r"[^()]*\)")  # Điều lệ (sửa đổi, bổ sung): said of what stands before the bracket
# Các văn bản triển khai, thực hiện công tác thi đua của Sở: Kế hoạch …: the work is carried out, not the plan
_OTHER_WORK = re.compile(r"\s(?:công tác|nhiệm vụ|phong trào|việc|chương trình công tác)\s[^:.;]{2,60}:\s")
# Ngày 02/3/2018, Sở Nội vụ có Công văn số …: the day of issue; `nhận được` would be that of receipt.
_SENTENCE_START = re.compile(r"(?:^|[.;:)!?]\s+|\n\s?|[-+•*]\s?)$")
_ISSUING = re.compile(r"\s?,?\s(?:(?!nhận\b)[\w&.,-]+\s){0,16}(?:có|ban hành|ký|gửi|phát hành|trình|ra)\s(?:các\s)?$")
_DAY = re.compile(r"\bngày\s")


def read_fields(page: Page, draft: Draft, since: int, limit: int) -> None:
    """Date and issuer behind the mention, in either order, each at most once.

    The mention ends before `limit`; the one before it ends at `since`.
    """
    while draft.end < limit:
        gap = _GAP.match(page.folded, draft.end, limit)
        at = gap.end() if gap else draft.end
        comma = bool(gap and gap["comma"])
        if "\n" in page.text[draft.end : at] and page.text[at : at + 1].isupper() and not page.text[at : at + 3].isupper():
            break  # the next line begins a sentence
        same = _SAME_DAY.match(page.folded, at, limit) if draft.date is None else None
        if same:
            draft.same_day, draft.end = True, same.end()
            continue
        partial = _NO_YEAR.match(page.folded, at, limit) if draft.date is None else None
        if partial:  # ngày 05/6 của UBND tỉnh: the year is not told, and stays so
            draft.date, draft.end = _yearless(partial), partial.end()
            continue
        date = _date(page, draft, at, comma, limit)
        if date is not None:
            draft.date, draft.end = date, date.span.end
            continue
        issuer = _issuer(page, draft, at, comma, limit)
        if issuer is None:
            break
        by = _ISSUED_BY.match(page.folded, issuer.end, limit) if page.folded.startswith("do", at) else None
        draft.issuer, draft.end = issuer, by.end() if by else issuer.end
    if draft.date is None and draft.number is not None:
        draft.date = _date_before(page, draft, since)


def _date(page: Page, draft: Draft, at: int, comma: bool, limit: int) -> DateMention | None:
    if draft.date is not None:
        return None
    if page.text[at : at + 1] == "(":
        at += 1
    date = match_date(page.text, at, min(limit + 40, len(page.text)))
    if date is None or (comma and date.rule in ("date.year", "date.month")):
        return None
    if comma and draft.issuer is not None and not draft.issuer_ahead:  # `của UBND tỉnh, ngày 05/6 Sở …` begins a clause
        bare = not page.folded[draft.issuer.start - 4 : draft.issuer.start].endswith("của ")
        return date if bare or _DATE_CLOSES.match(page.folded, date.span.end) else None
    return date


def _yearless(found: re.Match[str]) -> DateMention | None:
    """The day of a year that is not told: `XXXX-06-05`."""
    value = PartialDate.of(None, int(found["month"]), int(found["day"]))
    return DateMention(value, Span(*found.span()), "date.no_year") if value is not None else None


def _issuer(page: Page, draft: Draft, at: int, comma: bool, limit: int) -> Span | None:
    of = _OF.match(page.folded, at, limit)
    if draft.issuer is not None and not (of and _LEVEL_ALONE.fullmatch(page.folded, *draft.issuer)):
        return None  # but: Nghị quyết số 12/NQ-HĐND tỉnh ngày … của HĐND tỉnh
    end = min(at + _ISSUER_REACH, limit)
    if of:
        span = organ_span(page.text, of.end(), end)
        return span if span is None or not of[0].startswith("do") or _ISSUED_BY.match(page.folded, span.end) else None
    if comma or at == draft.end:
        return None
    name = _BARE_NAME.match(page.text, at, end)
    span = organ_span(page.text, at, end) or (Span(*name.span()) if name else None)
    if span is None:
        return None
    dated = draft.date is not None and draft.date.span.end <= at  # the word `của` left out: ngày 05/4/2009 Chính phủ quy định
    return span if (_DATE_CLOSES if dated else _BARE_END).match(page.folded, span.end) else None


def _date_before(page: Page, draft: Draft, since: int) -> DateMention | None:
    """`Ngày 09/11/2017, Chính phủ ban hành | Nghị định số …`; in the sentence too: `…, ngày 09/11/2017, Chính phủ ban hành …`."""
    begin = max(draft.start - 200, 0)
    for day in _DAY.finditer(page.folded, begin, draft.start):
        date = match_date(page.text, day.start(), draft.start)
        starts = day.start() == 0 or _SENTENCE_START.search(page.text, max(day.start() - 3, 0), day.start())
        clause = (
            date
            and day.start() >= since
            and page.text.startswith(", ", day.start() - 2)
            and page.text.startswith(", ", date.span.end)
        )
        if not (starts or clause):
            continue
        if date and _ISSUING.match(page.folded, date.span.end, draft.start) and page.same_sentence(date.span.end, draft.start):
            return date
    return None


def read_subject(page: Page, draft: Draft, siblings: list[int]) -> None:
    """What the document is about, up to the end of the citation; `siblings` are where other members of its list begin."""
    full = draft.date is not None or draft.issuer is not None
    session = _SESSION.match(page.folded, draft.end) if draft.issuer is not None else None
    at = session.end() if session else draft.end
    about = _ABOUT.match(page.folded, at) or (_VERB.match(page.folded, at) if full else None)
    if about is None:
        return
    start = about.end()
    limit = min([start + _SUBJECT_REACH, len(page.text), *siblings])
    end = _subject_end(page, start, limit)
    span = trim(page.text, Span(start, end), ",;:.- ")
    if span.start < span.end and page.folded[span.end - 3 : span.end] == " và":
        span = trim(page.text, Span(span.start, span.end - 3), ",;: ")
    if span.start < span.end:
        draft.subject, draft.end = span, span.end


def _subject_end(page: Page, start: int, limit: int) -> int:
    depth = 0
    for found in _SUBJECT_END.finditer(page.text, start, limit):
        if found["open"] == '"' and depth:
            depth -= 1
        elif found["open"]:
            depth += 1
        elif found["close"]:
            if not depth:
                return found.start()
            depth -= 1
        elif found["stop"] and (not depth or "\n" in found["stop"]):
            return found.start()
        elif found["comma"] and not depth:
            at = found.end()
            if _NEW_CLAUSE.match(page.folded, at) or (page.text[at].isupper() and organ_span(page.text, at, at + 120)):
                return found.start()
    return limit


def relation_before(page: Page, draft: Draft) -> Relation | None:
    """What the sentence does with the document; the nearest word that tells."""
    near = _CUE.finditer(page.folded, max(draft.start - 70, 0), draft.start)
    cues = [cue for cue in near if not _CLOSED.match(page.folded, cue.end(), draft.start)]
    if not cues:
        return None
    found = cues[-1]
    if not page.same_sentence(found.end(), draft.start) or ";" in page.text[found.end() : draft.start]:
        return None
    if _OTHER_WORK.match(page.folded, found.end(), draft.start):
        return None
    return next(name for name, _ in _CUES if found[name])


def is_own_office(page: Page, draft: Draft, header: Header) -> bool:
    """Whether the office that reports issued the document: the code of its own number, and no other issuer stated."""
    own, code = header.number, draft.number.organ_code if draft.number else None
    if own is None or code is None or own.organ_code is None or code.casefold() != own.organ_code.casefold():
        return False
    if draft.issuer is None:
        return True
    stated, office = (_spelled_out(name) for name in (draft.issuer.of(page.text), header.issuer or ""))
    return bool(office) and (stated in office or office in stated)


def _spelled_out(name: str) -> str:
    words = fold(fold_blanks(name)).replace("ubnd", "ủy ban nhân dân").replace("hđnd", "hội đồng nhân dân")
    return words.replace("thành phố", "tp").replace("tp.", "tp")
