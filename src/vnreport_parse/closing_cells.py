"""The cells of the closing: Nơi nhận on the left, the signature block on the right, in whatever order a file gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from .formulas import (
    FURNITURE,
    RECEIVERS,
    SIGNED,
    authority,
    cells,
    has_surname,
    is_position,
    lines_in,
    person_name,
    plain,
    stressed_apart,
)
from .lines import Line
from .markup import CELL_WIDTH
from .patterns import is_capitals
from .source import SourceText
from .spans import Span, trim

_LONGEST = 600  # characters of an entry
_RIGHT = 30  # where a right column begins, when no line holds both
DASHES = "-–—•+*"
_GLUE = re.compile(r"[;.,:)]? (?=[\w(])")
_NEXT_ENTRY = re.compile(r"[;,.] (?=[-–+] ?[^\W\d])")  # - Như trên; - Lưu: VT.
_ARCHIVE = re.compile(r"luu\b *[:.]?|luu (?:tru|van phong|vt)\b")


class ClosingCell(NamedTuple):
    """`kind`: receivers (the words `Nơi nhận:`), item, more (of an item), authority, position, signed, name, other."""

    span: Span
    text: str
    line: int
    column: int
    blank_before: int
    kind: str


_ABBREVIATED = re.compile(r"(?<!\w)(?:TP|Tp|tp|TX|Tx|TT|Q|H|P)$")


def closing_cells(source: SourceText, lines: tuple[Line, ...], zone: Span) -> list[ClosingCell]:
    """The cells of `zone` in the order of the text, glued ones parted, page furniture left out."""
    found: list[ClosingCell] = []
    listing = unfinished = archived = False
    within = lines_in(lines, zone)
    edge = min((source.columns.get(cell.start, 0) for line in within for cell in cells(source, line)[1:]), default=0) or _RIGHT
    for line in within:
        if line.furniture or FURNITURE.match(plain(line.text[:200])):
            continue
        row = [part for cell in cells(source, line) for piece in _stressed(source, cell) for part in _parted(source.text, piece)]
        for number, span in enumerate(row):
            text = span.of(source.text)
            right = number > 0 or source.columns.get(span.start, 0) >= edge - 3
            kind = _kind(text, listing and not right, line, unfinished)
            archived = archived or kind == "item" and _ARCHIVE.match(plain(text[:40]).lstrip(DASHES + " ")) is not None
            if kind == "more" and archived and person_name(text):  # nothing follows Lưu: VT but who signs
                kind = "name"
            unfinished = not right and kind in ("item", "more") and text[-1] not in ";." or right and unfinished
            listing = kind in ("receivers", "item", "more") or listing and (right or kind not in ("authority", "position"))
            blanks = line.blank_before if number == 0 else 0
            column = source.columns.get(span.start, 0) or CELL_WIDTH * source.text.count("|", line.span.start, span.start)
            found.append(ClosingCell(span, text, line.index, column, blanks, kind))
    return found


def _kind(text: str, listing: bool, line: Line, unfinished: bool) -> str:
    low = plain(text[:120])
    if RECEIVERS.match(low):
        return "receivers"
    starred = text[0] == "*" and not listing and has_surname(text)  # what OCR makes of the seal
    if text[0] in DASHES and len(text) > 1 and not starred or _ARCHIVE.match(low):
        return "item"
    if SIGNED.match(low):
        return "name" if has_surname(text) else "signed"  # Đã ký: Tô Văn Sáu
    if authority(text) is not None:
        return "authority"
    if is_position(text) and (is_capitals(text) or not listing and len(text) < 60):
        return "position"
    if person_name(text) and (not listing or has_surname(text) and not unfinished):
        return "name"
    if listing and line.blank_before == 0 and (unfinished or not is_capitals(text)):
        return "more"
    return "other"


def _stressed(source: SourceText, cell: Span) -> Iterator[Span]:
    """The cell cut between its stressed stretches: `**KT. GIÁM ĐỐC** **PHÓ GIÁM ĐỐC** **Trần Thị Lệ**`."""
    edges = [cell.start, *stressed_apart(source, cell), cell.end]
    for start, end in pairwise(edges):
        yield trim(source.text, Span(start, end))


def _parted(text: str, cell: Span) -> Iterator[Span]:
    """The cell cut where the right column is glued to an entry: `- Như trên; PHÓ GIÁM ĐỐC`, `Nơi nhận: KT. GIÁM ĐỐC`."""
    words = cell.of(text)
    low = plain(words[:120])
    label = RECEIVERS.match(low)
    if label and label.end() < len(words):
        rest = Span(cell.start + label.end(), cell.end)
        yield trim(text, Span(cell.start, rest.start))
        rest = trim(text, rest)
        while rest.of(text)[:1] not in DASHES and (cut := text.find("; ", rest.start, rest.end)) > 0:
            yield Span(rest.start, cut + 1)  # Nơi nhận: Như trên; Lưu: VT.
            rest = trim(text, Span(cut + 1, rest.end))
        yield from _parted(text, rest)
        return
    entry = _NEXT_ENTRY.search(words, 1, _LONGEST) if words[0] in DASHES else None
    if entry is not None:
        yield Span(cell.start, cell.start + entry.start() + 1)
        yield from _parted(text, Span(cell.start + entry.end(), cell.end))
        return
    at = _signing_start(words) if words[0] in DASHES or _ARCHIVE.match(low) else None
    if at is None:
        yield cell
    else:
        yield trim(text, Span(cell.start, cell.start + at))
        yield Span(cell.start + at, cell.end)


def _signing_start(entry: str) -> int | None:
    """Where the other column begins in an entry: a post or (đã ký) after any blank, a name after the entry's end."""
    if len(entry) > _LONGEST:
        return None
    archive = _ARCHIVE.match(plain(entry[:40]).lstrip(DASHES + " ")) is not None
    names = []
    for glue in _GLUE.finditer(entry, 0, 300):
        rest = entry[glue.end() :]
        if _ABBREVIATED.search(entry, 0, glue.start()):  # UBND TP. Hồ Chí Minh
            continue
        power = authority(rest)
        acting = power is not None and "," not in rest[: power[1]]  # TH, KT, Trung tâm B: rooms of an office
        if acting or SIGNED.fullmatch(plain(rest[:120])) or is_capitals(rest) and is_position(rest):
            return glue.end()
        ended = glue[0][0] in ";."
        if (ended or archive) and has_surname(rest) and len(rest.split()) > 2:  # `PCN Nguyễn Văn A` is within an entry
            names.append((not ended, glue.end()))
    return min(names)[1] if names else None
