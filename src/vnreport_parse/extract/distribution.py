"""Nơi nhận: who gets a copy."""

from __future__ import annotations

import re

from ..closing_cells import DASHES, ClosingCell, closing_cells
from ..closing_zone import archives
from ..diagnostics import Diagnostic, diagnose
from ..formulas import FIELD, RECEIVERS, lines_in, plain
from ..lines import Line
from ..records import Distribution
from ..source import SourceText
from ..spans import Span, cover, trim
from ..stretches import Stretches
from ..zones import Zones

# Lưu: VT, TTR (2b). · Lưu VP, Vụ CB · Lưu Văn phòng Tỉnh ủy
_ARCHIVE = re.compile(r"lưu\b *[:.]? *", re.IGNORECASE)
# (2b) · (03 bản) · (V-10b) · (05)
_COPIES = re.compile(r"\([^()]*?(?P<copies>\d{1,3}) ?(?:b|bản)?\)", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()]*\)")


def extract_distribution(
    source: SourceText, lines: tuple[Line, ...], zones: Zones
) -> tuple[tuple[Distribution, ...], list[Diagnostic]]:
    """The entries of Nơi nhận."""
    entries = _listed(closing_cells(source, lines, zones.closing)) or _typed(source, lines, zones.head)
    records = tuple(record for spans in entries if (record := _record(source.text, spans)) is not None)
    letterhead = zones.head.end > zones.head.start
    return records, [] if records or not letterhead else [diagnose("D602")]


def _listed(cells: list[ClosingCell]) -> list[list[Span]]:
    """The spans of each entry, from `Nơi nhận:` to the end of the list, the other column left out."""
    labelled = next((at for at, cell in enumerate(cells) if cell.kind == "receivers"), None)
    start = _unlabelled(cells) if labelled is None else labelled + 1
    if start is None:
        return []
    entries: list[list[Span]] = []
    dashed = any(cell.text[0] in DASHES for cell in cells[start:])
    last: ClosingCell | None = None
    archived = False
    for cell in cells[start:]:
        if cell.kind not in ("item", "more", "other", "name", "position"):
            continue
        own = cell.kind != "name" and cell.text[0] in DASHES or cell.kind == "item"
        ended = last is None or last.text.rstrip().endswith((";", ".", ":"))
        if own or not dashed and ended and cell.kind in ("more", "other"):
            if archived and not own:
                break
            entries.append([cell.span])
            archived = cell.kind == "item" and plain(cell.text).lstrip(DASHES + " ").startswith("luu")
        elif entries and cell.kind == "more" and not (archived and ended):
            entries[-1].append(cell.span)
        else:
            continue
        last = cell
    return entries


def _unlabelled(cells: list[ClosingCell]) -> int | None:
    """Where a list begins that has lost the words `Nơi nhận`: the dashed entries that end in `- Lưu: VT`."""
    end = next((at for at, cell in enumerate(cells) if cell.kind == "item" and archives(cell.text)), None)
    while end and cells[end - 1].kind in ("item", "more"):
        end -= 1
    return end


def _typed(source: SourceText, lines: tuple[Line, ...], head: Span) -> list[list[Span]]:
    """The list on one line of a letterhead typed as fields: `NƠI NHẬN: Sở Nội vụ; Lưu: VT`."""
    for line in lines_in(lines, head):
        low = plain(line.text[:60])
        label = RECEIVERS.match(low)
        if label and FIELD.match(low):
            parts, start = [], line.span.start + label.end()
            for part in source.text[start : line.span.end].split(";"):
                parts.append([Span(start, start + len(part))])
                start += len(part) + 1
            return parts
    return []


def _record(text: str, spans: list[Span]) -> Distribution | None:
    """The record of one entry."""
    first = trim(text, spans[0], DASHES)
    words = Stretches.of(text, [first, *spans[1:]])
    start, end = words.trimmed(0, len(words.text), ";.,:/ ")
    if start == end:
        return None
    value = words.text[start:end]
    evidence = words.evidence(text, "text", start, end)
    archive = _ARCHIVE.match(value)
    units: tuple[str, ...] = ()
    copies = None
    if archive:
        kept = _BRACKET.sub(" ", value[archive.end() :])
        parts = (part.strip(" .:/") for part in re.split(r"[,;]|\.(?= )", kept))
        units = tuple(part for part in parts if part and not part.islower())  # `nvv` is who typed it
        count = _COPIES.search(value)
        copies = int(count["copies"]) if count else None
    return Distribution(
        text=value,
        archive=archive is not None,
        units=units,
        copies=copies,
        span=cover(evidence.values()),
        evidence=evidence,
        rule="distribution.archive" if archive else "distribution.entry",
    )
