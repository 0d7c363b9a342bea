"""Where the closing begins and ends: Nơi nhận, and the signature block beside, above or below it."""

from __future__ import annotations

import re

from .formulas import (
    ANNEX,
    FOOTNOTE,
    FURNITURE,
    LABEL,
    NATION,
    PLACE_DATE,
    RECEIVERS,
    SIGNED,
    authority,
    cells,
    is_position,
    is_type_line,
    person_name,
    plain,
)
from .lines import Line
from .patterns import is_capitals
from .source import SourceText

_PROSE = 220  # characters of a line that no closing holds
_NAME_WITHIN = 14  # lines from an authority to the name: (đã ký), stamps, entries of Nơi nhận
_BLOCK = 90
_ENTRY = 80
_RIGHT = 25  # where a right column begins
_COPY = re.compile(r"(?:sao y|sao luc|trich sao)\b[^;:]*$")  # who made the copy signs below it
_MAY_RECEIVE = re.compile(r"n[oơ]i (?:nh[aâậ]n|g[uưử]i)", re.IGNORECASE)


def find_closing(source: SourceText, lines: tuple[Line, ...], first: int) -> tuple[int, int]:
    """The first line of the closing and the one after its last; both `len(lines)` when there is none."""
    for at in range(first, len(lines)):
        if len(lines[at].text) <= 2 * _PROSE and (receives(source, lines[at]) or _signs(source, lines, at)):
            start = at
            start = _listed_above(lines, first, start)
            while start > first and len(lines[start - 1].text) < 60 and _is_signing(source, lines[start - 1]):
                start -= 1  # the post stands above Nơi nhận, the name below it
            return start, _closing_end(source, lines, start)
    return len(lines), len(lines)


_ARCHIVE = re.compile(r"[-–+•* ]*luu *[:.;]? *(?!tru |y |giu |hanh |thong |tam |luong |van hoc )\w.{0,40}$")


def archives(text: str) -> bool:
    """Whether an entry keeps the document: `- Lưu: VT`, and not `- Lưu trữ hồ sơ đúng quy định`."""
    return _ARCHIVE.match(plain(text[:80])) is not None and len(text) < 60


def _listed_above(lines: tuple[Line, ...], first: int, start: int) -> int:
    """Where the list begins that stands above the signature without the words `Nơi nhận`; `start` where none does."""
    at = start
    while at - 1 > first and lines[at - 1].text[0] in "-–+•" and len(lines[at - 1].text) < 2 * _ENTRY:
        last = lines[at - 1].text
        if at == start and not archives(last) or at < start and last[-1] == ".":
            break
        at -= 1
        if lines[at].blank_before:
            break
    return at


def receives(source: SourceText, line: Line) -> bool:
    """Whether the line holds `Nơi nhận:` in one of its cells."""
    if _MAY_RECEIVE.search(line.text, 0, 300) is None:
        return False
    return any(RECEIVERS.match(plain(cell.of(source.text)[:60])) for cell in cells(source, line))


def _signs(source: SourceText, lines: tuple[Line, ...], at: int) -> bool:
    """Whether a signature block begins on the line: an authority or a position in capitals, and a name under it."""
    if lines[at].text[:3].upper() != lines[at].text[:3] and "|" not in lines[at].text and lines[at].gap is None:
        return False
    for cell in cells(source, lines[at]):
        text = cell.of(source.text)
        if authority(text) is not None:
            below = is_capitals(text) and at + 1 < len(lines) and _is_signing(source, lines[at + 1])  # a draft has no name yet
            return below or _name_below(source, lines, at, _NAME_WITHIN)
        apart = lines[at].blank_before or at == 0 or lines[at - 1].text[-1] in ".:;/" or lines[at - 1].furniture
        if (apart or lines[at].column >= _RIGHT) and len(text) < 60 and is_capitals(text) and is_position(text):
            dated = at > 0 and PLACE_DATE.match(plain(lines[at - 1].text[:_PROSE])) is not None  # Hà Nội, ngày ... / CHỦ TỊCH
            return dated or _name_below(source, lines, at, 6)
    return False


def _name_below(source: SourceText, lines: tuple[Line, ...], at: int, within: int) -> bool:
    """Whether a person's name stands under the position at `at`, before any prose."""
    for now in range(at + 1, min(len(lines), at + within)):
        line = lines[now]
        low = plain(line.text[:80]).lstrip("-+* ")
        if len(line.text) > _PROSE or low.startswith(("can cu ", "xet ", "theo ")) or LABEL.match(low):
            return False
        if _holds_name(source, line):
            return True
        if within < 10 and not (line.capitals or SIGNED.match(low) or FURNITURE.match(low) or len(line.text) < 4):
            return False
    return False


def _holds_name(source: SourceText, line: Line) -> bool:
    """Whether a cell of the line is a person's name; an entry of Nơi nhận is none."""
    for cell in cells(source, line):
        text = cell.of(source.text)
        if text[0] not in "-–+•" and authority(text) is None and not is_position(text) and person_name(text):
            return True
    return False


def _closing_end(source: SourceText, lines: tuple[Line, ...], start: int) -> int:
    """The first line after the closing: the list has ended and the name is given."""
    end, named, listing, listed, signing = start + 1, False, False, False, False
    for now in range(start, min(len(lines), start + _BLOCK)):
        line = lines[now]
        low = plain(line.text[:120])
        if now > start and (
            _COPY.match(low) or ANNEX.match(low) or FOOTNOTE.match(line.text) or is_type_line(lines, now) or NATION.search(low)
        ):
            break
        item = line.text[0] in "-–+•*" or low.startswith("luu") or (listed and _is_entry(line, low))
        wrapped = signing and line.capitals and line.blank_before == 0  # CHỦ TỊCH / NƯỚC CỘNG HÒA ...
        signing = _is_signing(source, line) or SIGNED.match(low) is not None or wrapped
        name = (not item or line.gap is not None) and _holds_name(source, line)
        listing = receives(source, line) or listing and (item or not signing and line.blank_before == 0)
        listed = listed or listing
        if now > start and len(line.text) > (10 * _PROSE if item else _PROSE):
            break
        if item or signing or listing or name and not (named and line.blank_before) or line.furniture or FURNITURE.match(low):
            end = now + 1
        elif named or now - end >= 3:
            break
        named = _names_last(source, line) if signing and not wrapped else named or name  # a second signer has a name too
    while end > start + 1 and (lines[end - 1].furniture or FURNITURE.match(plain(lines[end - 1].text[:120]))):
        end -= 1
    return end


def _names_last(source: SourceText, line: Line) -> bool:
    """Whether a line with an authority or a post ends in a name: `GIÁM ĐỐC    Lê Văn A`, and not `Lê Văn A | GIÁM ĐỐC`."""
    return person_name(cells(source, line)[-1].of(source.text)) is not None


def _is_entry(line: Line, low: str) -> bool:
    """Whether a line without a dash looks like an entry of Nơi nhận, of which a page break leaves some behind the signature."""
    return line.text[-1] == ";" and len(line.text) < _ENTRY and not LABEL.match(low)


def _is_signing(source: SourceText, line: Line) -> bool:
    """Whether a cell of the line is an authority or a position in capitals."""
    for cell in cells(source, line):
        text = cell.of(source.text)
        if authority(text) or is_capitals(text) and is_position(text):
            return True
    return False
