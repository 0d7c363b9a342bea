"""The cells of the closing: Nơi nhận on the left, the signature block on the right, in whatever order a file gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .formulas import FURNITURE, POSITION, RECEIVERS, SIGNED, authority, cells, has_surname, person_name, plain
from .lines import Line
from .patterns import is_capitals
from .source import SourceText
from .spans import Span, trim

DASHES = "-–—•+*"
_GLUE = re.compile(r"[;.,:)]? (?=[\w(])")
_ARCHIVE = re.compile(r"luu\b *[:.]?|luu (?:tru|van phong|vt)\b")


class ClosingCell(NamedTuple):
    """`kind`: receivers (the words `Nơi nhận:`), item, more (of an item), authority, position, signed, name, other."""

    span: Span
    text: str
    line: int
    column: int
    blank_before: int
    kind: str


def closing_cells(source: SourceText, lines: tuple[Line, ...], zone: Span) -> list[ClosingCell]:
    """The cells of `zone` in the order of the text, glued ones parted, page furniture left out."""
    found: list[ClosingCell] = []
    listing = unfinished = False
    for line in lines:
        if line.span.start < zone.start or line.span.end > zone.end or line.page_number or FURNITURE.match(plain(line.text[:200])):
            continue
        row = [part for cell in cells(source, line) for part in _parted(source.text, cell)]
        for number, span in enumerate(row):
            text = span.of(source.text)
            kind = _kind(text, listing and number == 0, line, unfinished)
            unfinished = number == 0 and kind in ("item", "more") and text[-1] not in ";." or number > 0 and unfinished
            listing = kind in ("receivers", "item", "more") or listing and (number > 0 or kind not in ("authority", "position"))
            blanks = line.blank_before if number == 0 else 0
            found.append(ClosingCell(span, text, line.index, source.columns.get(span.start, 0), blanks, kind))
    return found


def _kind(text: str, listing: bool, line: Line, unfinished: bool) -> str:
    low = plain(text[:120])
    if RECEIVERS.match(low):
        return "receivers"
    if text[0] in DASHES and len(text) > 1 or _ARCHIVE.match(low):
        return "item"
    if SIGNED.match(low):
        return "signed"
    if authority(text) is not None:
        return "authority"
    if POSITION.match(low) and (is_capitals(text) or not listing and len(text) < 60):
        return "position"
    if person_name(text) and (not listing or has_surname(text) and not unfinished):
        return "name"
    if listing and line.blank_before == 0 and (unfinished or not is_capitals(text)):
        return "more"
    return "other"


def _parted(text: str, cell: Span) -> Iterator[Span]:
    """The cell cut where the right column is glued to an entry: `- Như trên; PHÓ GIÁM ĐỐC`, `Nơi nhận: KT. GIÁM ĐỐC`."""
    words = cell.of(text)
    low = plain(words[:120])
    label = RECEIVERS.match(low)
    if label and label.end() < len(words):
        rest = Span(cell.start + label.end(), cell.end)
        yield trim(text, Span(cell.start, rest.start))
        yield from _parted(text, trim(text, rest))
        return
    if words[0] in DASHES or _ARCHIVE.match(low):
        for glue in _GLUE.finditer(words, 0, 300):
            rest_text = words[glue.end() :]
            low_rest = plain(rest_text[:120])
            signs = authority(rest_text) or SIGNED.fullmatch(low_rest) or is_capitals(rest_text) and POSITION.match(low_rest)
            ends = glue[0][0] in ";." or _ARCHIVE.match(low.lstrip(DASHES + " "))  # `PCN Nguyễn Văn A` is within an entry
            if signs or ends and has_surname(rest_text) and len(rest_text.split()) > 2:
                yield trim(text, Span(cell.start, cell.start + glue.end()))
                yield Span(cell.start + glue.end(), cell.end)
                return
    yield cell
