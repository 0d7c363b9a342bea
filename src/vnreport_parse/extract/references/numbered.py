"""Mentions by number: where a number stands, and which type word governs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ... import lexicons
from ...anchors import Anchor
from ...dategrammar import DateMention, match_date
from ...numbers import NumberMention, match_number
from ...organ_words import bare
from ...organs import organ_span
from ...patterns import fold
from ...records import DocumentNumber
from ...spans import Span
from .page import Draft, Governing, Page

_GAP_REACH = 160  # how far a type word may stand before its number
# số 12/… · Số: 12/… · S0 12/… · số12/… | 12/KH-… · 298 KH/… | /QĐ-UBND, …/QĐ-UBND behind a type word
_TRIGGER = re.compile(
    r"""
      (?<!\w)(?P<word>[Ss][ốôổ0]|S[ỐÔỔ])(?![^\W\d])(?P<colon>\s?:)?\s{0,2}
    | (?<![\w./,-])\d{1,6}(?:\.\d{1,3})?[a-zA-ZĐđ]?(?=\s?[/‐‑‒–—−-]|\ ?[A-ZĐ]{2})
    | (?<=\s)(?:[.…_]{2,60}+|…)?/(?=[A-ZĐ]{2})
    """,
    re.VERBOSE,
)
# 187, 188-KL/TW · 12, 13 và 14/KH-UBND · số 12 và số 13/QĐ-UBND: serials that wait for a symbol
_SERIALS = re.compile(r"(?:\d{1,6}[a-zđ]?(?:\s?[,;&]\s?|\s(?:và|hoặc)\s)(?:số\s)?){1,40}+(?=\d)", re.IGNORECASE)
_SERIAL = re.compile(r"\d{1,6}[a-zđ]?", re.IGNORECASE)
_SERIALS_BEFORE = re.compile(r"(?<![\w/.,-])(?:\d{1,6}[a-zđ]?(?:\s?[,;&]\s?|\s(?:và|hoặc)\s)){1,10}$", re.IGNORECASE)
# Numbers of other things: Mẫu số 01/TĐKT, Biểu số: 0602.N/BNV-TĐKT, Tờ khai số …
_NOT_A_DOCUMENT = re.compile(
    r"(?<!\w)(?<!đại )(?<!phát )(?:mẫu|biểu|biểu mẫu|phụ lục|bảng|hình|quyển|tờ|tờ khai|thửa|lô|ô|tài khoản|tk|chứng minh|nhân dân"
    r"|cmnd|cccd|căn cước|hộ chiếu|điện thoại|đt|fax|mã|mã số|mst|biển|sổ|hóa đơn|công báo|đường|nhà|phòng|tcvn|qcvn|iso|ký hiệu"
    r"|seri|serial|máy|xe|khóa|lớp|trang|dòng|cột|mục|điểm|khoản|điều|chương|phần|bài|kỳ|đợt|vận đơn)\s*(?:số)?\s?:?\s?$"
)
_GAP_WORDS = re.compile(r"\s(?:[^\W\d_]+\s){1,8}")
_TWO_WORDS = re.compile(r"(?<!\w)([^\W\d_]{2,7} [^\W\d_]{2,7})\s$")
_OBJECT = re.compile(r"\s(?:(?!của\s|số\s|theo\s|tại\s|kèm\s)[^\W\d_]+\s){1,8}")  # Quyết định | phê duyệt | dự án
_GAP_STOPS = re.compile(r"\b(?:về|theo|tại|và|các|của|cho|có|là|đã|được|ngày|năm|tháng|này|nêu|trên|trong|bằng|với)\b")
# What may follow a short form: `Quy định 377 của …`; not a noun that the number counts: `Quyết định 05 nội dung`.
_SHORT = re.compile(
    r"(?P<serial>(?!(?:19|20)\d\d\b)\d{1,4})(?![\w/%]|[.,-]\d)"
    r"(?=\s*(?:[,;.:)(\]”\"’]|$|\n|(?:của|về|ngày|và|hoặc|để|thì|theo|trong|trên|đã|được|như|quy|cho|là|có|nêu|ban|tại|nhưng|do|với|khi"
    r"|từ|đến|nhằm|phải|sẽ|cũng|bảo|đối|hiện|còn|này|cụ|hướng|yêu|giao|đề|năm\s(?:19|20)\d\d)\b))",
    re.IGNORECASE,
)
_DATED = re.compile(r"\s?,?\s?ngày\s")
_CITED = re.compile(r"\s\d{1,4}\s(?:của|về|ngày)\s")  # Quyết định 13 của Thủ tướng
_NEXT_SERIAL = re.compile(r"(?:,|\svà)\s(?:số\s)?(?=\d{1,3}(?:[,;.]|\s(?:của|về|và|ngày)\s))")
_SHORT_BEHIND = re.compile(r"\s" + _SHORT.pattern, re.IGNORECASE)
_SHORT_TYPES = frozenset({"Quy định", "Nghị quyết", "Chỉ thị", "Kết luận", "Nghị định", "Thông tư"})
_SOMETIMES_SHORT = frozenset({"Quyết định", "Hướng dẫn", "Thông báo", "Kế hoạch", "Công văn", "Luật"})
_UNNUMBERED = frozenset({"Dự án", "Hợp đồng", "Danh sách", "Đề án"})
_OF = re.compile(r"của\s")
_LETTERHEAD = re.compile(r"cộng hòa xã hội|đảng cộng sản|độc lập - tự do")
# What still looks like a number behind `số`, and what does without it.
_LIKELY = re.compile(r"(?:\d{1,6}(?:[/-]\d{1,6}){0,2}(?:[ ]?[/-][ ]?|(?=[A-ZĐ]{2}))|/)[A-ZĐ][A-ZĐ&/-][\w&/-]*")
_LIKELIER = re.compile(r"\d{1,6}/[A-ZĐ]{3}[A-ZĐ&/-]*+(?!\w)")


def find_numbered(page: Page, named: dict[int, Governing], head: Span) -> tuple[list[Draft], list[Span]]:
    """The mentions that state a number, and what looks like one and was not understood.

    `named` gives, for the end of a law's name, the law (`Luật Giá | số 16/2023/QH15`); `head` is the letterhead.
    """
    drafts: list[Draft] = []
    unread: list[Span] = []
    done = 0
    for found in _TRIGGER.finditer(page.text):
        if found.start() < done:
            continue
        begin, worded = found.start(), found["word"] is not None
        at = found.end() if worded else begin
        governing = named.get(begin) or _governing(page, begin, worded)
        if governing is None and not worded and (listed := _SERIALS_BEFORE.search(page.text, max(begin - 60, done, 0), begin)):
            governing = _governing(page, listed.start(), False)  # các Nghị quyết 18, 19-NQ/TW
            begin = at = listed.start() if governing else begin
        if governing is None and (_NOT_A_DOCUMENT.search(page.folded, max(begin - 24, 0), begin) or _is_own(page, found, head)):
            done = at + 1
            continue
        made = list(_members(page, at, begin, worded, governing))
        drafts += made
        if made:
            done = made[-1].end
        elif likely := (_LIKELY if worded else _LIKELIER).match(page.text, at):
            unread.append(Span(at, likely.end()))
            done = likely.end()
    taken = {draft.type_span for draft in drafts}
    full = {(draft.doc_type, draft.number.serial) for draft in drafts if draft.number and draft.number.symbol}
    return drafts + [draft for draft in _short_forms(page, full) if draft.type_span not in taken], unread


def _short_forms(page: Page, full: set[tuple[str | None, str | None]]) -> Iterator[Draft]:
    """`Quy định 377`: the serial alone behind the type word; `full` are the documents that the text cites in full."""
    for anchor in page.types:
        name, end = anchor.row["name"], anchor.span.end
        found = _SHORT_BEHIND.match(page.text, end) if page.text[anchor.span.start].isupper() else None
        if found is None:
            continue
        known = (name, found["serial"]) in full  # Quyết định số 45/QĐ-UBND (sau đây gọi tắt là Quyết định 45)
        if known or name in _SHORT_TYPES or (name in _SOMETIMES_SHORT and _CITED.match(page.folded, end)):
            yield _short(page, found.span("serial"), False, Governing(anchor))
            yield from _more_short(page, found.end("serial"), Governing(anchor))


def _more_short(page: Page, at: int, governing: Governing) -> Iterator[Draft]:
    """`Nghị quyết 18, | 19 | của Trung ương`: further serials behind a short form."""
    while (joint := _NEXT_SERIAL.match(page.folded, at)) and (found := _SHORT.match(page.text, joint.end())):
        draft = _short(page, found.span("serial"), False, governing)
        draft.start, draft.own_type = found.start("serial"), False
        yield draft
        at = found.end("serial")


def _short(page: Page, serial: tuple[int, int], worded: bool, governing: Governing) -> Draft:
    span = Span(*serial)
    number = DocumentNumber(text=span.of(page.text), serial=span.of(page.text), rule="number.short")
    return _draft(Span(governing.anchor.span.start, span.end), number, (span,), worded, governing)


def _is_own(page: Page, found: re.Match[str], head: Span) -> bool:
    """`Số: 12/BC-UBND` at the head of a line: the number of a letterhead, not a mention."""
    start = found.start()
    if found["word"] is None or page.text[start] != "S":
        return False
    line = max(page.text.rfind("\n", max(start - 80, 0), start) + 1, start - 80, 0)
    before = page.text[max(line - 3, 0) : line].rstrip()[-1:]
    if page.text[line:start].strip(" |*") or before in (":", ",", ";"):
        return False
    if found["colon"] is not None or start in head:
        return True
    return _LETTERHEAD.search(page.folded, max(start - 300, 0), start + 300) is not None


def _governing(page: Page, begin: int, worded: bool) -> Governing | None:
    """The type word before a number: right before it, or with its organ, its date or a few words between."""
    for anchor in page.types_before(begin, _GAP_REACH)[:3]:
        gap = page.text[anchor.span.end : begin]
        if not gap.strip(" \n:("):
            return Governing(anchor) if gap.count("\n") < 3 and (gap or not worded) else None
        if not worded or not page.same_sentence(anchor.span.end, begin):
            return None
        between = _between(page, anchor.span.end, begin)
        if between is not None:
            return Governing(anchor, *between)
        if _GAP_WORDS.fullmatch(gap) and not _GAP_STOPS.search(page.folded, anchor.span.end, begin):
            return Governing(anchor)
    return None


def _between(page: Page, start: int, end: int) -> tuple[Span | None, DateMention | None] | None:
    """`Công văn | của Bộ Tài chính | số …`, `Công văn | ngày 05/6/2020 | số …`, `các Quyết định | của UBND tỉnh: | số …`."""
    issuer: Span | None = None
    date: DateMention | None = None
    at = start
    while True:
        at = end - len(page.text[at:end].lstrip(" \n,"))
        found = match_date(page.text, at, end) if date is None else None
        organ = organ_span(page.text, at + 4, end) if issuer is None and _OF.match(page.folded, at) else None
        if found is not None:
            date, at = found, found.span.end
        elif organ is not None:
            issuer, at = organ, organ.end
        else:
            break
    return (issuer, date) if at > start and (issuer or date) and not page.text[at:end].strip(" \n:") else None


def _credible(page: Page, mention: NumberMention, worded: bool, governing: Governing | None) -> bool:
    """Whether the shape and what stands before it are enough: a bare `391/ABC` needs a word, `12/QĐ-UBND` does not."""
    number = mention.number
    if number.symbol is None:
        return False
    if governing is not None:
        if number.rule == "number.organ" and _DATED.match(page.folded, mention.span.end):
            return True  # CV 15/PGD ngày 06/6/2011
        spelled = not governing.anchor.span.of(page.text).isupper() or governing.anchor.span.end - governing.anchor.span.start > 4
        plain = number.rule not in ("number.legacy", "number.organ") if not spelled else number.rule != "number.legacy"
        return worded or plain or number.type_code is not None
    if number.serial is None:
        return worded and number.type_code is not None and mention.sure
    return mention.sure or (worded and number.rule == "number.organ")


def _members(page: Page, at: int, begin: int, worded: bool, governing: Governing | None) -> Iterator[Draft]:
    """The mention whose number stands at `at`; several when serials share a symbol."""
    serials = _SERIALS.match(page.text, at) if worded or governing else None
    last = serials.end() if serials else at
    mention = match_number(page.text, last)
    if mention is None or not _credible(page, mention, worded, governing):
        short = _SHORT.match(page.text, at)
        if governing is not None and worded and short and _may_be_short(page, governing, begin):
            yield _short(page, short.span("serial"), worded, governing)
        return
    slip = _mistyped(page, begin, mention.number) if governing is None else None
    governing = _agreeing(page, governing, mention.number) if governing else slip
    start = governing.anchor.span.start if governing else begin
    if serials and mention.number.serial is not None:
        tail = Span(last + len(mention.number.serial), mention.span.end)
        for serial in _SERIAL.finditer(page.text, at, serials.end()):
            span = Span(*serial.span())
            begins = start if span.start == at else span.start
            draft = _draft(Span(begins, span.end), _shared(page, mention, serial[0], tail), (span, tail), worded, governing)
            draft.shares_symbol = True
            yield draft
        start = last
    draft = _draft(Span(start, mention.span.end), mention.number, (mention.span,), worded, governing)
    draft.odd, draft.mistyped = mention.odd, slip is not None
    yield draft


def _shared(page: Page, mention: NumberMention, serial: str, tail: Span) -> DocumentNumber:
    """The number of a serial that takes the symbol of the last one: `187` with `- KL/TW`."""
    text = serial + "".join(tail.of(page.text).split())
    return mention.number.model_copy(update={"text": text, "serial": serial, "rule": "number.shared"})


def _may_be_short(page: Page, governing: Governing, begin: int) -> bool:
    """`Chỉ thị số 45`, not `dự án số 3` and not `Báo cáo hoạt động Cụm thi đua số 3`: the number there is that of the group."""
    start, end = governing.anchor.span
    near = governing.issuer is not None or governing.date is not None or not page.text[end:begin].strip(" \n:(")
    return near and page.text[start].isupper() and governing.anchor.row["name"] not in _UNNUMBERED


def _mistyped(page: Page, begin: int, number: DocumentNumber) -> Governing | None:
    """`Quyết đinh số 12/QĐ-UBND`: a type word with a wrong tone, where the number itself names the type."""
    words = _TWO_WORDS.search(page.text, max(begin - 24, 0), begin) if number.type_code else None
    if words is None:
        return None
    row = _bare_names().get((number.type_code or "", bare(fold(words[1]))))
    return Governing(Anchor(Span(*words.span(1)), "doc_type", row)) if row else None


@cache
def _bare_names() -> dict[tuple[str, str], lexicons.Row]:
    """The types by their code and their name without its marks."""
    return {(code, bare(fold(row["name"]))): row for row in lexicons.load("doc_types")["doc_type"] for code in row["codes"]}


def _agreeing(page: Page, governing: Governing, number: DocumentNumber) -> Governing:
    """`Quyết định phê duyệt dự án số 12/QĐ-UBND`: of two type words the one that the number itself names.

    A number without a type is that of a letter: `Công văn đề nghị báo cáo số 12/SNV-VP`.
    """
    row, start = governing.anchor.row, governing.anchor.span.start
    codes = {number.type_code} if number.type_code else {"CV"}
    if not codes.isdisjoint(row.get("codes", ())) or (number.type_code is None and page.text[start].isupper()):
        return governing
    for anchor in page.types_before(start, _GAP_REACH)[:2]:
        fits = not codes.isdisjoint(anchor.row.get("codes", ()))
        if fits and _OBJECT.fullmatch(page.folded, anchor.span.end, start):
            return governing._replace(anchor=anchor)
    return governing


def _draft(span: Span, number: DocumentNumber, spans: tuple[Span, ...], worded: bool, governing: Governing | None) -> Draft:
    draft = Draft(span.start, span.end, "reference.number", number=number, number_spans=spans, worded=worded)
    if governing is not None:
        draft.govern(governing)
    return draft
