"""The letterhead, the type line and the subject.

Nghị định 30/2020/NĐ-CP, Phụ lục I, and the rules before it: the issuing organ, number, and V/v on the left,
Quốc hiệu, place and date on the right, then the type and its subject. Files give the cells of the two columns
in any order, glued or broken, so a field is known by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..dategrammar import match_date
from ..dates import PartialDate
from ..diagnostics import Diagnostic, diagnose
from ..formulas import ABOUT, ADDRESSED, DATE_LINE, NUMBER_LABEL, lines_in, plain, type_line
from ..letter_body import dates_above_signature, type_in_body
from ..letter_organs import are_peers, group_organs, joint_parts, sentence_case, superiors
from ..letter_pieces import Piece, beneath, letter_pieces, number_at, organ_rows, stray_pieces, under_type
from ..lines import Line
from ..numbers import match_number
from ..organs import organ_span
from ..periods import subject_period
from ..records import DocumentNumber, Evidence, Header
from ..source import SourceText
from ..spans import Span, cover, trim
from ..stretches import Stretches
from ..zones import Zones


def extract_header(source: SourceText, lines: tuple[Line, ...], zones: Zones) -> tuple[Header, list[Diagnostic]]:
    """The header of the document."""
    reading = _Reading(source.text)
    head = list(letter_pieces(source, lines, lines_in(lines, zones.head)))
    reading.type_and_subject(head)
    for pieces in (head, list(stray_pieces(source, lines, zones))):
        reading.number(pieces)
        reading.place_and_date(pieces)
        reading.organs(pieces, zones)
    reading.from_body(source, lines, zones, head)
    if source.format in ("pdf", "scan"):
        reading.stamped(lines, zones)
    reading.addressees(head)
    reading.urgency(head)
    reading.period()
    return reading.header(head), reading.diagnostics(bool(head))


# ---------------------------------------------------------------- fields
_UNTITLED = re.compile(r"Về việc .{3,150}[^.:;]$")  # all that is left of the head of a decision
_JOINT_TYPE = re.compile(r"liên tịch|liên ngành|liên bộ|phối hợp", re.IGNORECASE)
_WRITTEN_OUT = re.compile(r"ve viec *:? *(?=\S)")  # Về việc báo cáo kết quả, in a letter; under a type line it is of the subject
_NEAR = 12  # pieces over which a date may be broken


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

    def type_and_subject(self, pieces: list[Piece]) -> None:
        """The type line with the subject under it, or V/v of an official letter."""
        typed = [at for at, piece in enumerate(pieces) if piece.kind == "type"]
        about = next((at for at, piece in enumerate(pieces) if piece.kind == "about" or not typed and _says_about(piece)), None)
        if typed:
            name = Stretches.of(self.text, [pieces[at].span for at in typed])
            found = type_line(name.text)
            if found is not None:
                self._keep("doc_type", found[0], name, 0, found[1])
                rest = Stretches.of(self.text, [*(pieces[at].span for at in typed), *under_type(pieces, typed[-1])])
                self._subject(rest, found[1])
        if about is not None and "subject" not in self.values:
            piece = pieces[about]
            start = ABOUT.match(piece.low) or _WRITTEN_OUT.match(piece.low)
            begin = piece.span.start + (start.end() if start else 0)
            self._subject(Stretches.of(self.text, [Span(begin, piece.span.end), *beneath(pieces, about)]), 0)
        addressed = next((piece for piece in pieces if piece.kind == "addressed"), None)
        sign = pieces[about] if about is not None else addressed
        if sign is not None and not typed:
            self.form = "letter"
            words = ABOUT.match(sign.low) or _WRITTEN_OUT.match(sign.low) or ADDRESSED.match(sign.low)
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
        elif low[start:].lstrip().startswith("cua "):
            start = _behind_issuer(words.text, start)
        start, end = words.trimmed(start, len(words.text), ".;:,*-–_ ")
        if start < end:
            self._keep("subject", words.text[start:end], words, start, end)
            self.subject, self.subject_start = words, start

    def from_body(self, source: SourceText, lines: tuple[Line, ...], zones: Zones, head: list[Piece]) -> None:
        """The type and the day of a document whose letterhead has neither."""
        if "doc_type" not in self.values and (found := type_in_body(source, lines, zones)) is not None:
            self._keep("doc_type", found[0], Stretches.of(self.text, [found[1]]), 0, found[1].end - found[1].start)
            if not head and lines and _UNTITLED.match(lines[0].text):
                self._subject(Stretches.of(self.text, [lines[0].span]), 0)
        if head and "date" not in self.values and not self.blank_date:
            for span in dates_above_signature(source, lines, zones):
                self._place_and_date(Stretches.of(self.text, [span]), placed=True)

    def number(self, pieces: list[Piece]) -> None:
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
        number, span = number_at(self.text, at) or self._bare_number(at)
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

    def place_and_date(self, pieces: list[Piece]) -> None:
        """Hà Nội, ngày 05 tháng 5 năm 2026; broken over lines, without a comma, or without a place."""
        if "date" in self.values:
            return
        for placed in (True, False):  # `ngày 07/4/2014` may be a line of the subject: first what has a place
            for at, piece in enumerate(pieces):
                near = pieces[at : at + _NEAR]
                if piece.kind != "date" and not _ends_place(near):
                    continue
                row = [p.span for p in near if p.line == piece.line]  # a blank day is a gap: ngày     tháng 6 năm 2022
                column = [p.span for p in near if p is piece or p.right == piece.right and piece.line < p.line <= piece.line + 4]
                for spans in ([piece.span], row, *(column[:size] for size in range(2, len(column) + 1))):
                    if self._place_and_date(Stretches.of(self.text, spans), placed):
                        return

    def _place_and_date(self, words: Stretches, placed: bool) -> bool:
        low = plain(words.text)
        found = DATE_LINE.search(low)
        if found is None:
            return False
        mention = match_date(words.text, found.start())
        if mention is not None and words.text[mention.span.end :].strip(" .…|"):
            return False  # ngày 07/4/2014 của Bộ Chính trị
        value, span = (mention.value, mention.span) if mention else (_glued_date(found[0]), Span(*found.span()))
        blank = value is None and not any(map(str.isdigit, found[0])) and low[found.end() :].strip(" .…_|") == ""
        if value is None and not blank:
            if any(map(str.isdigit, found[0])):
                self.bad_date = cover(words.spans(self.text, *span))
            return False
        glued = re.match(r".*/\S*|\d+\S*", words.text[: found.start()])  # Số: /BC-ABC Hà Nội, ngày
        start, end = words.trimmed(glued.end() if glued else 0, found.start(), ".,…_-*:;| ")
        named = start < end and end - start <= 60
        if (placed or blank) and not named:  # Hà Nội, ngày tháng năm
            return False
        if named:
            self._keep("place", words.text[start:end], words, start, end)
        if value is not None and (value.year or value.month):  # nothing of `ngày … tháng … năm 20…` is known
            self._keep("date", value, words, *span)
        else:
            self.blank_date = True
        return True

    def organs(self, pieces: list[Piece], zones: Zones) -> None:
        """The issuer and the organ above it: what is left of the left column."""
        if "issuer" in self.values:
            return
        codes = self._codes()
        rows = organ_rows(pieces, joint=len(codes) != 1)
        names: list[tuple[Stretches, int, int]] = []
        for group in group_organs([piece.text for piece in rows]):
            words = Stretches.of(self.text, [rows[at].span for at in group])
            parts = joint_parts(words.text)
            if len(codes) == 1 and not are_peers([words.text[a:b] for a, b in parts]):
                parts = [(0, len(words.text))]
            edges = (_unmarked(words, start, end) for start, end in parts)
            names += [(words, start, end) for start, end in edges if start < end]
        fields = _organ_fields([words.text[start:end] for words, start, end in names], codes)
        for field, (words, start, end) in zip(fields, names, strict=True):
            if field != "above":
                name = sentence_case(words.text[start:end], zones.body.of(self.text))
                self._keep(field, name, words, start, end)
        if joined := [field for field in fields if field.startswith("co_issuers")]:
            self.values["co_issuers"] = tuple(self.values.pop(field) for field in joined)

    def _codes(self) -> tuple[str, ...]:
        """The codes of the issuers in the number: one of a document that is not joint, none when a joint one does not say."""
        number = self.values.get("number")
        codes = tuple(filter(None, (number.organ_code or "").split("-"))) if isinstance(number, DocumentNumber) else ()
        joint = _JOINT_TYPE.search(str(self.values.get("doc_type", ""))) is not None
        return codes or (() if joint else ("",))

    def stamped(self, lines: tuple[Line, ...], zones: Zones) -> None:
        """Serial and day that an electronic stamp put on page 1: the text layer gives them apart, `1445 03`."""
        number, date = self.values.get("number"), self.values.get("date")
        if not isinstance(number, DocumentNumber) or number.serial or not isinstance(date, PartialDate) or date.day:
            return
        pairs = [pair for line in lines_in(lines, zones.body) if (pair := _stamp(lines, line.index))]
        if len(pairs) != 1 or "number" not in self.evidence or "date" not in self.evidence:
            return
        serial, day = pairs[0]
        whole = match_number(f"{serial.of(self.text)}{number.text.lstrip('.…_')}", 0)
        full = PartialDate.of(date.year, date.month, int(day.of(self.text))) if date.month else None
        if whole is not None and full is not None:
            self.values |= {"number": whole.number, "date": full}
            for field, stamp in (("number", serial), ("date", day)):
                self.evidence |= {f"{field}.0": stamp, f"{field}.1": self.evidence.pop(field)}

    def addressees(self, pieces: list[Piece]) -> None:
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

    def urgency(self, pieces: list[Piece]) -> None:
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

    def header(self, pieces: list[Piece]) -> Header:
        """The record."""
        if not self.evidence:
            return Header()
        self.form = next((piece.kind for piece in pieces if piece.kind in ("party", "youth")), self.form)
        return Header(**self.values, span=cover(self.evidence.values()), evidence=self.evidence, rule=f"header.{self.form}")  # type: ignore[arg-type]

    def diagnostics(self, found: bool) -> list[Diagnostic]:
        """What the letterhead lacks."""
        if not found:
            return [diagnose("D201")] if self.text.strip() else []
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


def _says_about(piece: Piece) -> bool:
    """Whether the piece is the V/v of a letter, written out."""
    return piece.kind == "text" and _WRITTEN_OUT.match(piece.low) is not None


def _behind_issuer(text: str, start: int) -> int:
    """Where the subject begins in ` CỦA CHÍNH PHỦ Quy định các hình thức ...`; `start` where the organ is part of it."""
    begin = text.index(text[start:].split(" ", 2)[2], start) if text[start:].count(" ") > 1 else len(text)
    organ = organ_span(text, begin, len(text))
    rest = text[organ.end :].lstrip() if organ is not None else ""
    goes_on = not rest[:1].isupper() or plain(rest).startswith(("tai ", "trinh ", "tu ", "nhiem ky "))
    return start if organ is None or goes_on else organ.end


def _unmarked(words: Stretches, start: int, end: int) -> tuple[int, int]:
    """The edges without marks; the bracket of `CỤC THÚ Y (VÙNG VI)` belongs to the name."""
    start, end = words.trimmed(start, end, "*.,;:-–_|[]() ")
    closed = words.text[start:end].count("(") > words.text[start:end].count(")") and words.text[end : end + 1] == ")"
    return start, end + closed


def _organ_fields(names: list[str], codes: tuple[str, ...]) -> list[str]:
    """What each organ of a letterhead is, in their order: `parent_organ`, `issuer`, `co_issuers.0`; `above` further up."""
    above = superiors(names, codes) if len(codes) != 1 else max(len(names) - 1, 0)
    if are_peers(names[-2:]):
        above = next(at for at in range(len(names)) if are_peers(names[at:]))
    fields = ["above"] * (above - 1) + ["parent_organ"] * min(above, 1) + ["issuer"]
    return [*fields, *(f"co_issuers.{n}" for n in range(len(names) - above - 1))][: len(names)]


def _glued_date(text: str) -> PartialDate | None:
    """`ngày 14 tháng5 năm 2008`."""
    parts = [int(part) for part in re.findall(r"[0-9]+", text)]
    return PartialDate.of(*reversed(parts)) if len(parts) == 3 and parts[2] > 999 else None


def _ends_place(near: list[Piece]) -> bool:
    """Whether a line is the place alone: `Thành phố An Hải,` / `ngày 18 tháng 11 năm 2025`."""
    following = next((piece for piece in near[1:] if piece.right == near[0].right), None)
    return near[0].kind == "text" and near[0].text.endswith(",") and following is not None and following.low.startswith("ngay")


_DIGITS = re.compile(r"(?P<serial>\d{1,5}[a-z]?)(?:[ ](?P<day>\d{1,2}))?")


def _stamp(lines: tuple[Line, ...], at: int) -> tuple[Span, Span] | None:
    """Serial and day on one line of digits, or on two."""
    line = lines[at]
    found = _DIGITS.fullmatch(line.text)
    if found is None:
        return None
    serial = Span(*found.span("serial")).shift(line.span.start)
    if found["day"]:
        return serial, Span(*found.span("day")).shift(line.span.start)
    following = lines[at + 1] if at + 1 < len(lines) else None
    if following is None or not re.fullmatch(r"0?[1-9]|[12]\d|3[01]", following.text):
        return None
    return serial, following.span


def _entries(text: str, rows: list[Span]) -> Iterator[Stretches]:
    """The entries of a list: each after a dash or a semicolon, wrapped lines joined."""
    entry: list[Span] = []
    for row in rows:
        start = row.start
        for at in range(row.start, row.end + 1):
            dash = at < row.end and text[at] in "-–•+*" and text[at + 1 : at + 2] == " " and not text[start:at].strip()
            if at == row.end or text[at] == ";" or dash:
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
