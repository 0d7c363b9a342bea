"""The letterhead, the type line and the subject.

Nghị định 30/2020/NĐ-CP, Phụ lục I, and the rules before it: the issuing organ, number, and V/v on the left,
Quốc hiệu, place and date on the right, then the type and its subject. Files give the cells of the two columns
in any order, glued or broken, so a field is known by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..dategrammar import match_date
from ..dates import PartialDate
from ..diagnostics import Diagnostic, diagnose
from ..formulas import (
    ABOUT,
    ADDRESSED,
    DATE_LINE,
    DRAFT,
    FIELD,
    FURNITURE,
    MOTTO,
    NATION,
    NUMBER_LABEL,
    PARTY,
    PLACE_DATE,
    URGENCY,
    YOUTH,
    cells,
    plain,
    type_extent,
    type_line,
)
from ..letter_organs import begins_organ, group_organs, sentence_case
from ..lines import Line
from ..numbers import match_number
from ..patterns import is_capitals
from ..periods import subject_period
from ..records import DocumentNumber, Evidence, Header
from ..source import SourceText
from ..spans import Span, cover, trim
from ..stretches import Stretches
from ..zones import Zones


def extract_header(source: SourceText, lines: tuple[Line, ...], zones: Zones) -> tuple[Header, list[Diagnostic]]:
    """The header of the document."""
    reading = _Reading(source.text)
    head = list(_pieces(source, lines, [line for line in lines if line.span in zones.head]))
    reading.type_and_subject(head)
    for pieces in (head, list(_stray(source, lines, zones))):
        reading.number(pieces)
        reading.place_and_date(pieces)
        reading.organs(pieces, zones)
    reading.addressees(head)
    reading.urgency(head)
    reading.period()
    return reading.header(head), reading.diagnostics(bool(head))


# ---------------------------------------------------------------- pieces
class _Piece(NamedTuple):
    """A cell of the letterhead, or a part of one that the page glued to its neighbour."""

    span: Span
    text: str
    low: str
    line: int
    right: bool
    kind: str


_RIGHT = 30  # where a right column begins, when no line holds both


def _pieces(source: SourceText, lines: tuple[Line, ...], chosen: list[Line]) -> Iterator[_Piece]:
    """What stands on the `chosen` lines, cell by cell, without page furniture."""
    typed, headed = 0, False  # lines that the type still covers; whether a number or Quốc hiệu stands above
    before: dict[bool, str] = {}
    edge = min((source.columns.get(cell.start, 0) for line in chosen for cell in cells(source, line)[1:]), default=0) or _RIGHT
    for line in chosen:
        if line.page_number or FURNITURE.match(plain(line.text[:200])):
            continue
        typed = type_extent(lines, line.index, headed=headed) if not typed else typed - 1
        for number, cell in enumerate(cells(source, line)):
            for span in _parted(source.text, cell):
                text = span.of(source.text)
                low = plain(text)
                right = number > 0 or source.columns.get(cell.start, 0) >= edge - 3
                kind = "type" if typed and line.text == text else _kind(text, low)
                if low == "viet nam" and re.search(r"cong san$|nghia$", before.get(right, "")):
                    kind = "party" if before[right].endswith("san") else "nation"
                headed = headed or kind in ("number", "nation", "party")
                before[right] = low
                yield _Piece(span, text, low, line.index, right, kind)


def _parted(text: str, cell: Span) -> list[Span]:
    """The cell cut where PDF text glues the right column to the left: before Quốc hiệu, the motto, place and date."""
    low = plain(cell.of(text))
    cuts = {0, len(low)}
    for pattern in (NATION, MOTTO, PARTY, YOUTH):
        found = pattern.search(low)
        if found and (pattern is MOTTO or is_capitals(cell.of(text)[found.start() : found.end()])):
            cuts |= {found.start(), found.end()}
    date = DATE_LINE.search(low)
    if date and date.end() == len(low):
        label = NUMBER_LABEL.match(low)
        mention = match_number(text, cell.start + label.end()) if label else None
        if mention and mention.span.end < cell.start + date.start():
            cuts.add(mention.span.end - cell.start)
        elif ABOUT.match(low):
            cuts.add(_place_start(cell.of(text), date.start()))
    edges = sorted(cuts)
    parts = [trim(text, Span(cell.start + a, cell.start + b), "|") for a, b in zip(edges, edges[1:], strict=False)]
    return [span for span in parts if span.start < span.end]


def _place_start(cell: str, date: int) -> int:
    """Where the place before a date begins: its words are written with capitals. `V/v họp giao ban Hà Nội, ngày ...`."""
    at = len(cell[:date].rstrip(" ,"))
    for word in reversed(cell[:at].split(" ")):
        if not word[:1].isupper() or word.isupper():
            break
        at -= len(word) + 1
    return max(at, 0)


_NO_NUMBER = re.compile(r"\d{1,3} [^/]*")  # TRƯỜNG TIỂU HỌC / SỐ 2 HÒA LẠC
# Cần Thơ, ngày 18 / tháng 11 năm 2025
_BARE_DATE = re.compile(r"(?:[^\W\d_a-zđ]\w*[ ]){1,5}ngày (?=\d|tháng)")  # Đông Hà ngày 4 tháng 7 năm 2006
_BEGUN_DATE = re.compile(r"[^,;:]{0,60}, ?ngay\b")


def _kind(text: str, low: str) -> str:
    """What a piece of the letterhead is."""
    if MOTTO.search(low) or is_capitals(text) and NATION.search(low):
        return "nation"
    if is_capitals(text) and (PARTY.search(low) or YOUTH.search(low)):
        return "party" if PARTY.search(low) else "youth"
    kinds = {
        "addressed": ADDRESSED,
        "about": ABOUT,
        "number": NUMBER_LABEL,
        "urgency": URGENCY,
        "draft": DRAFT,
        "date": PLACE_DATE,
        "field": FIELD,
    }
    for kind, pattern in kinds.items():
        found = pattern.match(low)
        if found and not (kind == "number" and _NO_NUMBER.fullmatch(low, found.end())):
            return kind
    if DATE_LINE.match(low) or _BEGUN_DATE.match(low) or _BARE_DATE.match(text):
        return "date"
    return "mark" if not any(map(str.isalnum, text)) else "text"


def _stray(source: SourceText, lines: tuple[Line, ...], zones: Zones) -> Iterator[_Piece]:
    """Letterhead that the page order put behind the body: the lines around a Quốc hiệu there."""
    near: set[int] = set()
    for line in lines:
        if line.span.start < zones.body.start or len(line.text) > 120 or line.span.end > zones.body.end:
            continue
        if MOTTO.search(plain(line.text)):
            near.update(range(line.index - 4, line.index + 4))
    for at in sorted(near & set(range(len(lines)))):
        if lines[at].span in zones.body and len(lines[at].text) < 120:
            yield from _pieces(source, lines, [lines[at]])


# ---------------------------------------------------------------- fields
class _Reading:
    """The fields as they are found; one found earlier is not looked for again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.values: dict[str, object] = {}
        self.evidence: Evidence = {}
        self.form = "state"
        self.bad_date: Span | None = None
        self.blank_date = False
        self.subject: Stretches | None = None
        self.subject_start = 0

    def _keep(self, field: str, value: object, stretches: Stretches, start: int, end: int) -> None:
        if field not in self.values:
            self.values[field] = value
            self.evidence |= stretches.evidence(self.text, field, start, end)

    def type_and_subject(self, pieces: list[_Piece]) -> None:
        """The type line with the subject under it, or V/v of an official letter."""
        typed = [at for at, piece in enumerate(pieces) if piece.kind == "type"]
        about = next((at for at, piece in enumerate(pieces) if piece.kind == "about"), None)
        if typed:
            name = Stretches.of(self.text, [pieces[at].span for at in typed])
            found = type_line(name.text)
            if found is not None:
                self._keep("doc_type", found[0], name, 0, found[1])
                rest = Stretches.of(self.text, [*(pieces[at].span for at in typed), *_under(pieces, typed[-1])])
                self._subject(rest, found[1])
        if about is not None and "subject" not in self.values:
            piece = pieces[about]
            start = ABOUT.match(piece.low)
            begin = piece.span.start + (start.end() if start else 0)
            self._subject(Stretches.of(self.text, [Span(begin, piece.span.end), *_beneath(pieces, about)]), 0)
        addressed = next((piece for piece in pieces if piece.kind == "addressed"), None)
        sign = pieces[about] if about is not None else addressed
        if sign is not None and not typed:
            self.form = "letter"
            words = ABOUT.match(sign.low) or ADDRESSED.match(sign.low)
            end = sign.span.start + (words.end() if words else 0)
            shown = trim(self.text, Span(sign.span.start, end))
            self._keep("doc_type", "Công văn", Stretches.of(self.text, [shown]), 0, shown.end - shown.start)

    def _subject(self, words: Stretches, start: int) -> None:
        low = plain(words.text)
        about = ABOUT.match(low[start:].lstrip())
        if about:
            start = len(low) - len(low[start:].lstrip()) + about.end()
        elif low[start:].lstrip().startswith(("cua ", "so ")) and " ve " in low[start:]:
            start = low.index(" ve ", start)  # QUYẾT ĐỊNH / CỦA BỘ TRƯỞNG ... / VỀ VIỆC ...
        start, end = words.trimmed(start, len(words.text), ".;:,*-–_ ")
        if start < end:
            self._keep("subject", words.text[start:end], words, start, end)
            self.subject, self.subject_start = words, start

    def number(self, pieces: list[_Piece]) -> None:
        """Số: 12/BC-ABC; the number may stand in the next cell."""
        if "number" in self.values:
            return
        for at, piece in enumerate(pieces):
            if piece.kind == "number":
                label = NUMBER_LABEL.match(piece.low)
                after = piece.span.start + (label.end() if label else 0)
                if after >= piece.span.end and at + 1 < len(pieces):
                    after = pieces[at + 1].span.start
                if self._number_at(after):
                    return
        for piece in pieces:
            mention = match_number(self.text, piece.span.start, piece.span.end) if piece.kind in ("text", "date") else None
            if mention and mention.sure and mention.span.end == piece.span.end:
                self._number_at(piece.span.start)
                return

    def _number_at(self, at: int) -> bool:
        while at < len(self.text) and self.text[at] in " \n":
            at += 1
        mention = match_number(self.text, at)
        number, span = (mention.number, mention.span) if mention else self._bare_number(at)
        if number is None:
            return False
        self.values["number"] = number
        self.evidence["number"] = span
        return True

    def _bare_number(self, at: int) -> tuple[DocumentNumber | None, Span]:
        """A serial without symbol: `Số: 125`."""
        end = at
        while end < len(self.text) and self.text[end].isdigit():
            end += 1
        span = Span(at, end)
        if not 0 < end - at <= 6 or self.text[end : end + 1] not in ("", "\n", " ", "|"):
            return None, span
        return DocumentNumber(text=span.of(self.text), serial=span.of(self.text), rule="number.serial"), span

    def place_and_date(self, pieces: list[_Piece]) -> None:
        """Hà Nội, ngày 05 tháng 5 năm 2026; broken over lines, without a comma, or without a place."""
        if "date" in self.values:
            return
        for at, piece in enumerate(pieces):
            if piece.kind not in ("date", "text") or piece.kind == "text" and not piece.text.endswith(","):
                continue
            row = [p.span for p in pieces[at:] if p.line == piece.line]  # a blank day is a gap: ngày     tháng 6 năm 2022
            column = [piece, *(p for p in pieces[at + 1 :] if p.right == piece.right and piece.line < p.line <= piece.line + 4)]
            for spans in ([piece.span], row, *([p.span for p in column[:size]] for size in range(2, len(column) + 1))):
                if self._place_and_date(Stretches.of(self.text, spans)):
                    return

    def _place_and_date(self, words: Stretches) -> bool:
        low = plain(words.text)
        found = DATE_LINE.search(low)
        if found is None:
            return False
        mention = match_date(words.text, found.start())
        if mention is None:
            if any(map(str.isdigit, found[0])):
                self.bad_date = cover(words.spans(self.text, *found.span()))
            return False
        if mention.value.year or mention.value.month:  # nothing of `ngày … tháng … năm 20…` is known
            self._keep("date", mention.value, words, *mention.span)
        else:
            self.blank_date = True
        glued = re.match(r".*[/\d]\S*", words.text[: found.start()])  # Số: /BC-ABC Hà Nội, ngày
        start, end = words.trimmed(glued.end() if glued else 0, found.start(), ".,…_-*:;| ")
        if start < end and end - start <= 60 and not any(map(str.isdigit, words.text[start:end])):
            self._keep("place", words.text[start:end], words, start, end)
        return True

    def organs(self, pieces: list[_Piece], zones: Zones) -> None:
        """The issuer and the organ above it: what is left of the left column."""
        if "issuer" in self.values:
            return
        rows = _organ_rows(pieces)
        groups = group_organs([piece.text for piece in rows])
        for field, group in zip(("issuer", "parent_organ"), reversed(groups), strict=False):
            words = Stretches.of(self.text, [rows[at].span for at in group])
            start, end = words.trimmed(0, len(words.text), "*.,;:-–_|[]() ")
            if start < end:
                self._keep(field, sentence_case(words.text[start:end], zones.body.of(self.text)), words, start, end)

    def addressees(self, pieces: list[_Piece]) -> None:
        """Kính gửi: one, or a list."""
        at = next((n for n, piece in enumerate(pieces) if piece.kind == "addressed"), None)
        if at is None:
            return
        label = ADDRESSED.match(pieces[at].low)
        first = Span(pieces[at].span.start + (label.end() if label else 0), pieces[at].span.end)
        rows = [first, *(piece.span for piece in pieces[at + 1 :] if piece.kind not in ("field", "type"))]
        found = list(_entries(self.text, rows))
        self.values["addressees"] = tuple(words.text for words in found)
        for number, words in enumerate(found):
            self.evidence |= words.evidence(self.text, f"addressees.{number}", 0, len(words.text))

    def urgency(self, pieces: list[_Piece]) -> None:
        """HỎA TỐC, THƯỢNG KHẨN, KHẨN; the degrees of secrecy are another matter."""
        for piece in pieces:
            if piece.kind == "urgency" and not piece.low.rstrip(".! ").endswith("mat"):
                shown = trim(self.text, piece.span, ".! ")
                self._keep("urgency", shown.of(self.text), Stretches.of(self.text, [shown]), 0, shown.end - shown.start)

    def period(self) -> None:
        """What the report is about, as its subject says."""
        if self.subject is None:
            return
        found = subject_period(self.subject.text[self.subject_start :])
        if found:
            span = found.span.shift(self.subject_start)
            self._keep("period", found.period, self.subject, *span)

    def header(self, pieces: list[_Piece]) -> Header:
        """The record."""
        if not self.evidence:
            return Header()
        self.form = next((piece.kind for piece in pieces if piece.kind in ("party", "youth")), self.form)
        return Header(**self.values, span=cover(self.evidence.values()), evidence=self.evidence, rule=f"header.{self.form}")  # type: ignore[arg-type]

    def diagnostics(self, found: bool) -> list[Diagnostic]:
        """What the letterhead lacks."""
        if not found:
            return [diagnose("D201")]
        remarks = []
        number, date = self.values.get("number"), self.values.get("date")
        if not isinstance(number, DocumentNumber):
            remarks.append(diagnose("D204"))
        elif number.serial is None:
            remarks.append(diagnose("D202", self.evidence["number"]))
        if isinstance(date, PartialDate):
            if not date.complete:
                remarks.append(diagnose("D203", self.evidence.get("date")))
        elif self.blank_date:
            remarks.append(diagnose("D203"))
        elif self.bad_date:
            remarks.append(diagnose("D206", self.bad_date, value=self.bad_date.of(self.text)))
        else:
            remarks.append(diagnose("D205"))
        return remarks


def _under(pieces: list[_Piece], at: int) -> list[Span]:
    """The pieces of the subject under the type line."""
    found = []
    for piece in pieces[at + 1 :]:
        if piece.kind in ("addressed", "about", "type") and found or piece.kind in ("addressed", "field"):
            break
        if piece.kind in ("text", "about", "date", "number"):
            found.append(piece.span)
    return found


def _beneath(pieces: list[_Piece], at: int) -> list[Span]:
    """The pieces that go on with V/v in its own column."""
    found: list[Span] = []
    last = pieces[at]
    for piece in pieces[at + 1 :]:
        if piece.right != last.right:
            continue
        if piece.kind != "text" or piece.line - last.line > 1 or is_capitals(piece.text) and begins_organ(piece.text):
            break
        found.append(piece.span)
        last = piece
    return found


_SESSION = re.compile(r"khoa [ivx\d]|ky hop|nhiem ky")  # HỘI ĐỒNG NHÂN DÂN / KHÓA IX - KỲ HỌP THỨ 5


def _organ_rows(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces of the left column above the number, or above the type line, that name an organ."""
    number = next((n for n, piece in enumerate(pieces) if piece.kind == "number"), None)
    end = next((n for n, piece in enumerate(pieces) if piece.kind in ("type", "addressed", "about")), len(pieces))
    rows = [piece for piece in pieces[: end if number is None else number] if piece.kind == "text"]
    left = [piece for piece in rows if not piece.right] or rows
    left = [piece for piece in left if not _SESSION.match(piece.low)]
    named = [piece for piece in left if is_capitals(piece.text) or begins_organ(piece.text)]
    return named if any(begins_organ(piece.text) for piece in named) else []


def _entries(text: str, rows: list[Span]) -> Iterator[Stretches]:
    """The entries of a list: each after a dash or a semicolon, wrapped lines joined."""
    entry: list[Span] = []
    for row in rows:
        start = row.start
        for at in range(row.start, row.end + 1):
            dash = (
                at < row.end and text[at] in "-–•+*" and (at == row.start or text[at - 1] in " :;") and text[at + 1 : at + 2] == " "
            )
            if at == row.end or text[at] == ";" or dash and (at == row.start or not text[start:at].strip()):
                part = trim(text, Span(start, at), "-–•+*;")
                entry += [part] if part.start < part.end else []
                start = at + 1
                if at < row.end or text[at : at + 1] == ";":
                    yield from _entry(text, entry)
                    entry = []
    yield from _entry(text, entry)


def _entry(text: str, spans: list[Span]) -> Iterator[Stretches]:
    if spans:
        last = trim(text, spans[-1], ".,;: ")
        words = Stretches.of(text, [*spans[:-1], last])
        if words.text:
            yield words
