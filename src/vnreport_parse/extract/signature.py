"""Who signed, and by what authority."""

from __future__ import annotations

import re
from itertools import pairwise

from ..closing_cells import ClosingCell, closing_cells
from ..diagnostics import Diagnostic, diagnose
from ..formulas import authority, has_surname, is_english, is_position, person_name
from ..lines import Line
from ..patterns import fold, is_capitals
from ..records import Evidence, Signature, SignAuthority
from ..source import SourceText
from ..spans import Span, cover
from ..stretches import Stretches
from ..zones import Zones

_FAR = 12  # columns between two signers side by side


def extract_signatures(
    source: SourceText, lines: tuple[Line, ...], zones: Zones
) -> tuple[Signature | None, tuple[Signature, ...], list[Diagnostic]]:
    """The signature of the document, and those beside it: of several signers the one on the right, or the last, holds the seal."""
    found_cells = closing_cells(source, lines, zones.closing)
    columns = _columns(found_cells)
    read = [[found for block in _blocks(cells) if (found := _read(source.text, block)) is not None] for cells in columns]
    signatures = next((column for column in reversed(read) if column), [])
    if signatures:
        principal = next((s for s in reversed(signatures) if s.name), signatures[-1])
        others = [s for column in read for s in column if s is not principal and (s.name or not principal.name)]
        return principal, tuple(sorted(others, key=lambda signature: signature.span)), []
    if found_cells and found_cells[-1].kind == "name" and has_surname(found_cells[-1].text) and (name := _name(found_cells[-1:])):
        return _record(source.text, [], [], name), (), []  # the post is not told, or a scan has lost it
    letterhead = zones.head.end > zones.head.start
    return None, (), [diagnose("D601")] if letterhead else []


# ---------------------------------------------------------------- which cells
def _columns(cells: list[ClosingCell]) -> list[list[ClosingCell]]:
    """The cells of the signature block, no entry of Nơi nhận, parted where several signers stand side by side."""
    signing = [cell for cell in cells if cell.kind not in ("receivers", "item", "more")]
    rows: dict[int, list[ClosingCell]] = {}
    for cell in signing:
        rows.setdefault(cell.line, []).append(cell)
    beside = [row for row in rows.values() if len(row) > 1 and row[-1].column - row[0].column >= _FAR]
    if not beside:
        return [signing]
    widest = max(beside, key=len)
    edges = [min(row[0].column for row in beside), *(cell.column for cell in widest[1:-1]), max(row[-1].column for row in beside)]
    columns: list[list[ClosingCell]] = [[] for _ in edges]
    for row in rows.values():
        for at, cell in enumerate(row):
            columns[_column(edges, row, at)].append(cell)
    return columns


def _column(edges: list[int], row: list[ClosingCell], at: int) -> int:
    """Which column a cell stands in; a text without columns goes on with the last one."""
    if at == len(row) - 1 and (at or row[0].column == 0):
        return len(edges) - 1
    return min(range(len(edges)), key=lambda n: abs(edges[n] - row[at].column))


def _blocks(cells: list[ClosingCell]) -> list[list[ClosingCell]]:
    """The cells of each signer: a position after a name begins the next."""
    blocks: list[list[ClosingCell]] = []
    named = True
    for cell in cells:
        signs = cell.kind in ("authority", "position")
        if signs and named:
            blocks.append([])
            named = False
        if blocks:
            blocks[-1].append(cell)
            named = named or cell.kind == "name"
    return blocks


# ---------------------------------------------------------------- one signer
_INNER = re.compile(r"(?<= )(?:K[/.]? ?T|T[/.]? ?M|T[/.]? ?L|TUQ)(?:\.|/) ?(?=\w)")
# KT. HIỆU / TRƯỞNG, KT. BỘ TRƯỞNG, / CHỦ NHIỆM: the line ends inside the name of a post.
_UNFINISHED = re.compile(r"(?:[-,&]|\b(?:và|các|của))\|")
_BROKEN = re.compile(
    rf"{_UNFINISHED.pattern}|\b(?:phó|thứ|quyền)\||\bchủ\|(?:tịch|nhiệm|tọa)|\bgiám\|đốc|\bbí\|thư"
    r"|\b(?:hiệu|viện|cục|bộ|thủ|đội|tổ|khối|cụm|đoàn|trạm|hạt|vụ)\|trưởng"
)


def _read(text: str, block: list[ClosingCell]) -> Signature | None:
    """The record of one signer's cells."""
    powers: list[tuple[str, Span, list[Span]]] = []  # KT., where it stands, for whom
    position: list[Span] = []
    rest: list[ClosingCell] = []
    for at, cell in enumerate(block):
        if cell.kind == "name" and (powers or position) or rest:
            rest = rest or block[at:]
            continue
        for part in _parts(text, cell.span):
            power = authority(part.of(text))
            if power is not None:
                body = Span(part.start + power[1], part.end)
                powers.append((power[0], Span(part.start, part.start + len(part.of(text)[: power[1]].rstrip())), [body]))
            elif powers and not position and _goes_on(text, powers[-1], part, cell):
                powers[-1][2].append(part)
            elif position and is_english(part.of(text)):
                continue
            elif position and cell.blank_before and is_capitals(position[0].of(text)) and not is_capitals(part.of(text)):
                continue  # ỦY VIÊN THƯỜNG TRỰC / (the seal) / Phó Giám đốc Sở Nội vụ: what else the signer is
            elif cell.kind == "position" or is_capitals(part.of(text)) and (cell.kind == "other" or is_position(part.of(text))):
                position.append(part)
    if not powers and not position:
        return None
    name = _name(rest) or _wrapped_name(block)
    return _record(text, powers, position, name)


def _parts(text: str, span: Span) -> list[Span]:
    """The cell cut before an authority inside it: `TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH`, and before the deputy under KT."""
    words = span.of(text)
    cuts = [0, *(found.start() for found in _INNER.finditer(words))]
    power = authority(words[cuts[-1] :])
    if power is not None and power[0] in ("KT.", "TM."):
        deputy = re.search(r" (?=PHÓ |THỨ TRƯỞNG)", words[cuts[-1] + power[1] :])
        if deputy:
            cuts.append(cuts[-1] + power[1] + deputy.end())
    edges = [*cuts, len(words)]
    return [Span(span.start + a, span.start + len(words[:b].rstrip())) for a, b in pairwise(edges)]


def _goes_on(text: str, power: tuple[str, Span, list[Span]], part: Span, cell: ClosingCell) -> bool:
    """Whether the line goes on with the organ or the post after KT. or TM."""
    before, now = fold(power[2][-1].of(text)), part.of(text)
    if cell.blank_before or cell.kind not in ("other", "position"):
        return False
    if is_position(now):
        broken = _BROKEN if power[0] != "TM." else _UNFINISHED  # an organ does not end where a post begins
        return broken.search(f"{before}|{fold(now)}") is not None
    return is_capitals(now)


def _name(cells: list[ClosingCell]) -> list[Span]:
    """The first name, with the next line where the cell is narrow: `Nguyễn Thị` / `Ngọc Điệp`."""
    for at, cell in enumerate(cells):
        found = person_name(cell.text)
        if cell.kind != "name" or found is None:
            continue
        spans = [found.shift(cell.span.start)]
        below = cells[at + 1] if at + 1 < len(cells) else None
        if below and below.blank_before == 0 and below.kind in ("name", "other") and len(cell.text.split()) == 2:
            joined = f"{cell.text} {below.text}"
            if len(below.text.split()) <= 2 and person_name(joined) and not (below.kind == "name" and has_surname(below.text)):
                spans.append(below.span)
        return spans
    return []


def _wrapped_name(cells: list[ClosingCell]) -> list[Span]:
    """A name whose first word stands alone on its line: `Dương` / `Đức Tuấn`."""
    for first, second in pairwise(cells):
        lone = first.kind == "other" and first.text.isalpha() and second.blank_before == 0
        if lone and person_name(f"{first.text} {second.text}"):
            return [first.span, second.span]
    return []


def _record(text: str, powers: list[tuple[str, Span, list[Span]]], position: list[Span], name: list[Span]) -> Signature:
    """The record, with the places its values were read from."""
    values: dict[str, str] = {}
    evidence: Evidence = {}

    def keep(field: str, spans: list[Span]) -> None:
        words = Stretches.of(text, spans)
        start, end = words.trimmed(0, len(words.text), ".,:;*-_|[]")
        if start < end:
            values[field] = words.text[start:end]
            evidence.update(words.evidence(text, field, start, end))

    code: str | None = None
    if powers:
        code = powers[0][0]
        evidence["authority"] = powers[0][1]
        if code == "Q." and not position:  # quyền: the post is the signer's own
            position = powers[0][2]
        else:
            keep("on_behalf_of", powers[0][2])
        if len(powers) > 1 and powers[-1][0] == "Q." and not position:  # TM. BAN THƯỜNG VỤ / Q. BÍ THƯ: the signer's own post
            position = [Span(powers[-1][1].start, powers[-1][2][0].end), *powers[-1][2][1:]]
        elif len(powers) > 1:
            keep("acting_for", powers[-1][2])
    keep("position", position)
    keep("name", name)
    known: dict[str, SignAuthority] = {"KT.": "KT.", "TM.": "TM.", "TL.": "TL.", "TUQ.": "TUQ.", "Q.": "Q."}
    return Signature(
        authority=known.get(code) if code else None,
        **values,
        span=cover(evidence.values()),
        evidence=evidence,
        rule="signature.authority" if code else "signature.position" if position else "signature.name",
    )
