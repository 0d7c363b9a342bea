"""The parts of a document: letterhead, body, closing, appendices."""

from __future__ import annotations

import re
from typing import NamedTuple

from .closing_zone import find_closing, receives
from .formulas import (
    ABOUT,
    ADDRESSED,
    ANNEX,
    DATE_LINE,
    DRAFT,
    FIELD,
    FURNITURE,
    LABEL,
    MOTTO,
    NATION,
    NUMBER_LABEL,
    OPENING,
    PARTY,
    PLACE_DATE,
    RECEIVERS,
    URGENCY,
    YOUTH,
    authority,
    cells,
    is_english,
    is_position,
    plain,
    type_extent,
)
from .letter_organs import begins_organ
from .lines import Line
from .patterns import fold, is_capitals
from .source import SourceText
from .spans import Span


class Zones(NamedTuple):
    """`head` (letterhead, type line, subject, addressees), `body`, `closing` (Nơi nhận, signature), and what follows."""

    head: Span
    body: Span
    closing: Span
    appendices: tuple[Span, ...] = ()


def find_zones(source: SourceText, lines: tuple[Line, ...]) -> Zones:
    """Cut the document into its parts."""
    end = len(source.text)
    begin = 0
    first = _head_end(source, lines, 0)
    if not first and (begin := _behind_preamble(source, lines)):
        first = _head_end(source, lines, begin)
    start, stop = find_closing(source, lines, first)
    head = Span(lines[begin].span.start, lines[first - 1].span.end) if first else Span(0, 0)
    body_start = head.end
    if first and first < len(lines):
        body_start = lines[first].span.start
    if start == len(lines):
        return Zones(head, Span(body_start, end), Span(end, end))
    closing = Span(lines[start].span.start, lines[stop - 1].span.end)
    return Zones(head, Span(min(body_start, closing.start), closing.start), closing, _appendices(lines, stop))


# ---------------------------------------------------------------- head
_HEAD_LINES = 80  # a letterhead with a long subject, broken by cells, takes half of this
_PREAMBLE = 40  # lines of a web page above the document: its title, Số hiệu, Ngày ban hành
_NEAR = 9  # lines between two of its marks
_NARROW = 40  # characters of a line in a narrow cell, where a subject takes many
_PROSE = 220
_SUBJECT_LINES = 20


def _behind_preamble(source: SourceText, lines: tuple[Line, ...]) -> int:
    """Where the letterhead begins behind what a web page says of the document; 0 when none does."""
    for at, line in enumerate(lines[:_PREAMBLE]):
        if len(line.text) > 2 * _PROSE or len(line.text) > 4 and _labelled(lines, at) or _closes_head(source, line):
            return 0  # but `(2)` alone is what a scan leaves of a mark
        if _mark(source, lines, at) == "nation":
            begin = at  # the organs stand above Quốc hiệu, or beside it
            while begin > 0 and lines[begin - 1].capitals and len(lines[begin - 1].text) < _PROSE // 2:
                begin -= 1
            return begin
    return 0


def _head_end(source: SourceText, lines: tuple[Line, ...], begin: int) -> int:
    """The index of the first line after the letterhead, the subject and the addressees; 0 without a letterhead."""
    last, seen = begin - 1, ""
    kinds: set[str] = set()
    for at in range(begin, min(len(lines), begin + _HEAD_LINES)):
        mark = _mark(source, lines, at, headed="letterhead" in kinds and "type" not in kinds)
        if mark == "type" and kinds & {"type", "addressed"} or _closes_head(source, lines[at]):
            break  # QUYẾT ĐỊNH: before Điều 1; a body of a few lines is over
        if mark in ("letterhead", "nation") and "type" in kinds and mark in kinds:
            mark = ""  # `tỉnh, ngày 12 tháng 5 năm 2022` in the first sentence; the head of an annex
        if mark:
            last, seen = at, mark
            kinds.add(mark)
        elif at - last > (_NEAR if len(lines[at].text) > _NARROW else 2 * _NEAR) or _is_prose(lines, at, seen):
            break
    return _after(source, lines, last, seen) if kinds else 0


def _closes_head(source: SourceText, line: Line) -> bool:
    """Whether the line is of the closing; a letterhead of labelled fields has its Nơi nhận above the body."""
    if len(line.text) > _PROSE or FIELD.match(plain(line.text[:_PROSE])):
        return False
    return authority(line.text) is not None or receives(source, line)


def _mark(source: SourceText, lines: tuple[Line, ...], at: int, *, headed: bool = False) -> str:
    """What mark of a letterhead the line bears, `""` for none."""
    line = lines[at]
    if len(line.text) > 600:
        return ""
    if type_extent(lines, at, headed=headed):
        return "type"
    if PLACE_DATE.match(plain(line.text)):
        return "letterhead"
    for cell in cells(source, line):
        mark = _cell_mark(cell.of(source.text))
        if mark:
            return mark
    wrapped = at + 1 < len(lines) and lines[at + 1].blank_before == 0 and len(lines[at + 1].text) < 80
    last = cells(source, line)[-1].of(source.text)
    if wrapped and PLACE_DATE.match(plain(f"{last} {lines[at + 1].text}")):
        return "letterhead"  # Cần Thơ, ngày 18 / tháng 11 năm 2025
    return ""


def _cell_mark(text: str) -> str:
    """The mark in one cell."""
    low = plain(text)
    for mark, patterns in _MARKS.items():
        if any(pattern.match(low) for pattern in patterns):
            return mark
    if MOTTO.search(low) or is_capitals(text) and (NATION.search(low) or PARTY.search(low)):
        return "nation"
    return "letterhead" if YOUTH.search(low) else ""


_MARKS = {"addressed": (ADDRESSED,), "about": (ABOUT,), "letterhead": (NUMBER_LABEL, URGENCY, DRAFT, PLACE_DATE)}


def _is_prose(lines: tuple[Line, ...], at: int, seen: str) -> bool:
    """Whether the line belongs to a body: long, numbered, or beginning as a first sentence does."""
    line = lines[at]
    if line.furniture or seen == "type" and line.capitals:
        return False
    return len(line.text) > _PROSE or _labelled(lines, at) or _opens(line)


def _labelled(lines: tuple[Line, ...], at: int) -> bool:
    """Whether the line begins with the label of a section; `12-NQ/TU` after `Nghị quyết số` is none."""
    if LABEL.match(plain(lines[at].text[:80])) is None:
        return False
    return at == 0 or lines[at].blank_before > 0 or _UNFINISHED.search(fold(lines[at - 1].text[-20:])) is None


def _opens(line: Line) -> bool:
    """Whether the line begins as the first sentence of a body does: `Thực hiện Công văn số ...`."""
    opening = line.text[0].isupper() and not line.capitals and OPENING.match(fold(line.text[:40])) is not None
    return opening and DATE_LINE.fullmatch(plain(line.text[:_NARROW])) is None  # Ngày 12 tháng 12 năm 2011: a stamp of arrival


def _after(source: SourceText, lines: tuple[Line, ...], last: int, mark: str) -> int:
    """Where the body begins, after the last mark of the letterhead at `last`."""
    if mark == "type":
        below = last + max(type_extent(lines, last), 1)
        end = _subject_end(lines, below + (below < len(lines) and is_english(lines[below].text)))  # QUYẾT ĐỊNH / DECISION
    elif mark == "about":
        end = _subject_end(lines, last, last + 1)
    else:
        end = last
    if end < len(lines) and _mark(source, lines, end) == "addressed":
        end = _addressees_end(lines, end)
    elif end == last:
        low = plain(lines[last].text)
        broken = low.endswith(("ngay", ",")) or NUMBER_LABEL.fullmatch(low) is not None
        end = last + 2 if broken else last + 1
    while end < len(lines) and FIELD.match(plain(lines[end].text[:60])):
        end += 1  # NƠI NHẬN: Sở Nội vụ; Lưu: VT, and NỘI DUNG: under it
    return min(end, len(lines))


def _subject_end(lines: tuple[Line, ...], first: int, unsure: int | None = None) -> int:
    """The first line after the subject, which begins with the line `first`; the lines from `unsure` on are looked at."""
    stop = min(len(lines), first + _SUBJECT_LINES)
    for now in range(first if unsure is None else unsure, stop):
        if not _in_subject(lines, first, now):
            return now
    return stop


def _in_subject(lines: tuple[Line, ...], first: int, now: int) -> bool:
    """Whether the line `now` goes on with the subject that begins with `first`."""
    line = lines[now]
    if _ends_subject(lines, now) or authority(line.text) or len(line.text) > 2 * _PROSE:
        return False
    if now == first:
        if line.capitals and _decides(lines, now):
            return False  # V/v ... / GIÁM ĐỐC SỞ NỘI VỤ / Căn cứ
        return not _opens(line) or line.bold or not _is_sentence(lines, now)
    if plain(line.text[:3]) == "ve " and plain(lines[first].text[:4]) == "cua ":
        return True  # CỦA GIÁM ĐỐC SỞ NỘI VỤ / Về việc tặng Giấy khen
    if line.text[0] == "(" and line.text[-1] == ")" or _wrapped(lines[now - 1], line):
        return True  # (NAY LÀ ...), (Trình bày tại Hội nghị ...)
    if line.capitals and (lines[first].capitals or _decides(lines, now)):
        broken = line.blank_before == 0 or line.blank_before <= 1 and lines[now - 1].capitals and line.bold
        return broken and not _decides(lines, now)
    if line.blank_before or lines[first].bold != line.bold or lines[first].capitals or line.text[0] in "-–+*":
        return False
    return line.text[0].islower() or not _begins_text(line, lines[now - 1])


def _wrapped(before: Line, line: Line) -> bool:
    """Whether a blank line parts one sentence: a converter may put one under every line."""
    return line.blank_before == 1 and line.text[0].islower() and before.text[-1] not in ".;:!?" and len(line.text) < _PROSE


def _ends_subject(lines: tuple[Line, ...], now: int) -> bool:
    """Whether the line is one that no subject holds: Kính gửi, Nơi nhận, page furniture, a numbered heading."""
    low = plain(lines[now].text[:200])
    if lines[now].text.count("|") >= 2:
        return True  # a row of a table: letterheads have two cells
    return any(pattern.match(low) for pattern in (ADDRESSED, FURNITURE, RECEIVERS)) or _labelled(lines, now)


def _begins_text(line: Line, before: Line) -> bool:
    """Whether `line`, which begins with a capital letter, is the first of the text under a subject that `before` ends."""
    if _opens(line) and len(line.text) > _NARROW or len(line.text) > _PROSE:
        return True
    if _UNFINISHED.search(fold(before.text[-20:])):
        return False
    return line.text[-1] in ".:;" or before.text[-4:].isdigit()


# ... của / Sở Nội vụ: the line before breaks off inside a phrase.
_UNFINISHED = re.compile(
    r"(?:[,\-–&]|\b(?:và|của|về|tại|các|trong|số|với|cho|tỉnh|huyện|xã|phường|phố|ngày|tháng|năm|do|ở|đến|từ|theo|thuộc|bộ|sở|ban))$"
)


def _is_sentence(lines: tuple[Line, ...], first: int) -> bool:
    """Whether the paragraph at `first` is text and no subject: it ends as a sentence, or is long."""
    last, length = first, len(lines[first].text)
    while last + 1 < len(lines) and lines[last + 1].blank_before == 0 and last - first < 12:
        if _opens(lines[last + 1]) or _ends_subject(lines, last + 1):
            break
        last += 1
        length += len(lines[last].text)
    return length > 2 * _PROSE or lines[first].text[-1] in ".:;" or lines[last].text[-1] in ".:;"


_OF_YEAR = re.compile(r"năm (?:19|20)\d\d$")  # ĐẠI HỘI ĐỒNG CỔ ĐÔNG THƯỜNG NIÊN NĂM 2022 is a subject


def _decides(lines: tuple[Line, ...], at: int) -> bool:
    """Whether the line names who decides, above `Căn cứ` or `Theo đề nghị`: no part of the subject."""
    if not begins_organ(lines[at].text) and not is_position(lines[at].text) or _OF_YEAR.search(fold(lines[at].text[-_NARROW:])):
        return False
    for line in lines[at + 1 : at + 4]:
        if fold(line.text[:20]).lstrip("-+* ").startswith(("căn cứ", "theo đề nghị", "xét ", "trên cơ sở")):
            return True
        if not line.capitals:
            return False
    return False


def _addressees_end(lines: tuple[Line, ...], at: int) -> int:
    """The first line after the list that `Kính gửi:` begins."""
    tail = lines[at].text.partition(":")[2].strip()
    now = at + 1
    while now < len(lines) and now - at < 60:
        line, before = lines[now], lines[now - 1].text.rstrip()
        dash = line.text[0] in "-–+*•"
        opens = now == at + 1 and not tail
        unfinished = not before.endswith((".", ":"))
        listed = dash and (opens or unfinished)
        # ... trực thuộc / Trung ương
        narrow = len(before) >= _NARROW > len(line.text) and line.text[-1] not in ".:" and not _opens(line)
        goes_on = line.blank_before == 0 and unfinished and (before.endswith((";", ",")) or line.text[0].islower() or narrow)
        if not (opens or listed or goes_on) or not dash and LABEL.match(plain(line.text[:60])):
            return now
        now += 1
    return now


# ---------------------------------------------------------------- behind the closing
_NUMBERED_ANNEX = re.compile(r"Phụ lục (?:số )?(?:[IVX]{1,6}|\d{1,3})[a-zA-Z]?[.:]?$")


def _appendices(lines: tuple[Line, ...], stop: int) -> tuple[Span, ...]:
    """What follows the closing, cut where an annex or another Quốc hiệu begins."""
    while stop < len(lines) and (lines[stop].furniture or FURNITURE.match(plain(lines[stop].text[:120]))):
        stop += 1
    starts = [stop]
    for at in range(stop + 1, len(lines)):
        low = plain(lines[at].text[:80])
        if lines[at].text[:7].isupper() and (ANNEX.match(low) or NATION.match(low)) or _NUMBERED_ANNEX.match(lines[at].text):
            starts.append(at)
    ends = [*starts[1:], len(lines)]
    return tuple(Span(lines[a].span.start, lines[b - 1].span.end) for a, b in zip(starts, ends, strict=True) if a < b)
