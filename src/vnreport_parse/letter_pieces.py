"""The letterhead cut into pieces, each with what it is: a cell, or a part of one that PDF text glued to its neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from .formulas import (
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
    is_english,
    lines_in,
    plain,
    stressed_apart,
    type_extent,
)
from .letter_organs import begins_organ
from .lines import Line
from .numbers import match_number
from .patterns import is_capitals
from .records import DocumentNumber
from .source import SourceText
from .spans import Span, trim
from .zones import Zones


class Piece(NamedTuple):
    """`kind`: type, about, addressed, number, date, nation, party, youth, urgency, draft, field, mark, text.

    `low` is the plain text; `apart` tells a blank line or cell border above, `right` the right column, `cell` which one.
    """

    span: Span
    text: str
    low: str
    line: int
    apart: bool
    right: bool
    kind: str
    cell: int = 0


_RIGHT = 30  # where a right column begins, when no line holds both
_LONGEST_HEAD = 60  # characters that tell whether an organ is named


def letter_pieces(source: SourceText, lines: tuple[Line, ...], chosen: list[Line]) -> Iterator[Piece]:
    """What stands on the `chosen` lines, cell by cell, without page furniture."""
    typed, headed, seen = 0, False, False  # lines that the type still covers; whether a number or Quốc hiệu stands above
    before: dict[bool, str] = {}
    edge = min((source.columns.get(cell.start, 0) for line in chosen for cell in cells(source, line)[1:]), default=0) or _RIGHT
    for line in chosen:
        if line.furniture or FURNITURE.match(plain(line.text[:200])):
            continue
        typed = typed - 1 if typed else type_extent(lines, line.index, headed=headed and not seen)
        seen = seen or typed > 0
        for number, cell in enumerate(cells(source, line)):
            for span in _parted(source, cell):
                text = span.of(source.text)
                low = plain(text)
                right = number > 0 or source.columns.get(cell.start, 0) >= edge - 3
                kind = "type" if typed and line.text == text else _kind(text, low)
                if low == "viet nam" and re.search(r"cong san$|nghia$", before.get(right, "")):
                    kind = "party" if before[right].endswith("san") else "nation"
                headed = headed or kind in ("number", "nation", "party")
                before[right] = low
                borders = source.text.count("|", line.span.start, cell.start)
                yield Piece(span, text, low, line.index, line.blank_before > 0, right, kind, borders or number)


def _parted(source: SourceText, cell: Span) -> list[Span]:
    """The cell cut where PDF text glues the right column to the left: before Quốc hiệu, the motto, place and date."""
    text = source.text
    low = plain(cell.of(text))
    cuts = {0, len(low)}
    if page := _PAGE_GLUED.match(cell.of(text)):
        cuts.add(page.end())
    cuts |= {at - cell.start for at in stressed_apart(source, cell) if begins_organ(text[at : min(at + _LONGEST_HEAD, cell.end)])}
    for pattern in (NATION, MOTTO, PARTY, YOUTH):
        found = pattern.search(low)
        if found and (pattern is MOTTO or is_capitals(cell.of(text)[found.start() : found.end()])):
            cuts |= {found.start(), found.end()}
    date = DATE_LINE.search(low) or _DAY.search(low)  # a wide blank after `ngày` ends the cell
    if date and date.end() == len(low):
        label = NUMBER_LABEL.match(low)
        number = number_at(text, cell.start + (label.end() if label else 0))
        after = number[1].end - cell.start if number else 0
        if number and low[after : date.start()].strip(" ,"):
            cuts.add(after)
        elif ABOUT.match(low) and low[: date.start()].endswith(", "):
            cuts.add(_place_start(cell.of(text), date.start()))
    edges = sorted(cuts)
    parts = [trim(text, Span(cell.start + a, cell.start + b), "|") for a, b in pairwise(edges)]
    return [span for span in parts if span.start < span.end]


_PAGE_GLUED = re.compile(r"Trang \d{1,2}(?=[^\W\d_])")
_CODE_TAIL = re.compile(r"[-–/][^\W\d_]+(?:[-–/.&]?\w+)*")


_LETTERED = re.compile(r"[A-Z](?=\d{1,5}/[A-ZĐ]{2})")  # A308/UBND-VX


def number_at(text: str, at: int) -> tuple[DocumentNumber, Span] | None:
    """The number that begins at `at`, with a code of a make of its own (`120/BC-TrĐHSP`), and where it stands."""
    letter = _LETTERED.match(text, at)
    mention = match_number(text, letter.end() if letter else at)
    if mention is None:
        return None
    number, span = mention.number, mention.span
    if letter:
        span = Span(at, span.end)
        number = number.model_copy(update={"text": letter[0] + number.text, "serial": letter[0] + (number.serial or "")})
    tail = _CODE_TAIL.match(text, span.end)
    if tail:
        span = Span(span.start, tail.end())
        number = number.model_copy(update={"text": number.text + tail[0], "symbol": f"{number.symbol or ''}{tail[0]}"})
    return number, span


def _place_start(cell: str, date: int) -> int:
    """Where the place before a date begins: its words are written with capitals. `V/v họp giao ban Hà Nội, ngày ...`."""
    at = len(cell[:date].rstrip(" ,"))
    for word in reversed(cell[:at].split(" ")):
        if not word[:1].isupper() or word.isupper():
            break
        at -= len(word) + 1
    return max(at, 0)


_DAY = re.compile(r"\bngay$")
_NO_NUMBER = re.compile(r"(?<![:;.] )(?<![:;.])\d{1,3}(?: [^/]*)?")  # TRƯỜNG TIỂU HỌC / SỐ 2 HÒA LẠC
_BARE_DATE = re.compile(r"(?:[^\W\d_a-zđ]\w*[ ]){1,5}ngày (?=\d|tháng)")  # Đông Hà ngày 4 tháng 7 năm 2006
_BEGUN_DATE = re.compile(r"[^,;:/]{0,60}, ?ngay\b")  # Cần Thơ, ngày 18 / tháng 11 năm 2025


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
    if DATE_LINE.fullmatch(low) or _BEGUN_DATE.match(low) or _BARE_DATE.match(text):
        return "date"
    return "mark" if not any(map(str.isalnum, text)) else "text"


_STRAY_LINES = 40  # a page has one Quốc hiệu


def stray_pieces(source: SourceText, lines: tuple[Line, ...], zones: Zones) -> Iterator[Piece]:
    """Letterhead that the page order put behind the body: the lines around a Quốc hiệu there."""
    near: set[int] = set()
    for line in lines:
        if len(near) > _STRAY_LINES:
            break
        if line.span.start < zones.body.start or len(line.text) > 120 or line.span.end > zones.body.end:
            continue
        if MOTTO.search(plain(line.text)):
            near.update(range(line.index - 4, line.index + 4))
    for line in lines_in(tuple(lines[at] for at in sorted(near) if 0 <= at < len(lines)), zones.body):
        if len(line.text) < 120:
            yield from letter_pieces(source, lines, [line])


def under_type(pieces: list[Piece], at: int) -> list[Span]:
    """The pieces of the subject under the type line."""
    found: list[Span] = []
    numbered = any(piece.kind == "number" for piece in pieces[:at])
    for piece in pieces[at + 1 :]:
        if piece.kind == "number" and not numbered:
            continue  # HỢP ĐỒNG / Cung cấp cờ / Số: 15/2021/HĐKT
        if piece.kind in ("addressed", "about", "type") and found or piece.kind in ("addressed", "field"):
            break
        if piece.kind in ("text", "about", "date", "number") and not is_english(piece.text):
            found.append(piece.span)
    return found


def beneath(pieces: list[Piece], at: int) -> list[Span]:
    """The pieces that go on with V/v in its own column."""
    found: list[Span] = []
    last = pieces[at]
    above = any(begins_organ(piece.text) for piece in pieces[:at] if piece.kind == "text")
    for piece in pieces[at + 1 :]:
        if piece.right != last.right:
            continue
        organ = not above and is_capitals(piece.text) and begins_organ(piece.text)
        apart = piece.apart and not piece.text[0].islower()
        if piece.kind != "text" or piece.line - last.line > 1 or apart or organ:
            break
        found.append(piece.span)
        last = piece
    return found


_SESSION = re.compile(r"khoa [ivx\d]|ky hop|nhiem ky")  # HỘI ĐỒNG NHÂN DÂN / KHÓA IX - KỲ HỌP THỨ 5


def organ_rows(pieces: list[Piece], *, joint: bool = False) -> list[Piece]:
    """The pieces of the left column above the number, or else above the type line, that name an organ.

    `joint`: each issuer may have a column of its own, which Quốc hiệu stands beside.
    """
    number = next((n for n, piece in enumerate(pieces) if piece.kind == "number"), None)
    end = next((n for n, piece in enumerate(pieces) if piece.kind in ("type", "addressed", "about")), len(pieces))
    above = pieces[: end if number is None else number]
    return _organs(above, joint=joint) or _organs(pieces[number:end], joint=joint)


def _organs(pieces: list[Piece], *, joint: bool) -> list[Piece]:
    """The pieces of the left column that name an organ, where any does."""
    rows = [piece for piece in pieces if piece.kind == "text"]
    rows = [piece for piece in rows if not is_english(piece.text)] or rows
    left = [piece for piece in rows if not piece.right] or rows
    if joint:
        beside = {piece.cell for piece in rows if piece.right and is_capitals(piece.text) and begins_organ(piece.text)}
        left += sorted((p for p in rows if p.right and p not in left and p.cell in beside), key=lambda piece: piece.cell)
    left = [piece for piece in left if not _SESSION.match(piece.low) and piece.low != "cong"]  # CỘNG / HÒA XÃ HỘI ...
    named = [piece for piece in left if is_capitals(piece.text) or begins_organ(piece.text)]
    broken = begins_organ(" ".join(piece.text for piece in named[:2]))  # THỦ / TƯỚNG CHÍNH PHỦ
    return named if broken or any(begins_organ(piece.text) for piece in named) else []
