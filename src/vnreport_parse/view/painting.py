"""A report's text as HTML, cut at atoms: between two cuts every character carries the same marks.

Marks may cross (`A[0:6]`, `B[3:9]`), so that they cannot be nested elements; each atom has the classes of all its marks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from ..records import Table
from ..report import Report
from ..spans import Span
from .anchors import anchor
from .marks import Mark
from .whole import whole_of


class Painter:
    """Paints stretches of one text, each once and in order; the anchors come out before the atom they point at."""

    def __init__(self, report: Report, marks: Sequence[Mark], places: Sequence[Span]) -> None:
        self._text = report.text
        self._marks = marks
        self._places = places
        self._next_place = 0
        whole = whole_of(report)
        heads = [Span(s.span.start, s.body.start) for s in whole.sections if s.kind == "heading"]
        titles = [Mark(span, "heading", "") for span in heads if span.start < span.end]
        self._atoms = _atoms(len(self._text), [*titles, *marks], places)
        self._tables = _apart(whole.tables)

    def paint(self) -> str:
        """The whole text; tables as tables."""
        parts, at = [], 0
        for table in self._tables:
            parts += [self._stretch(Span(at, table.span.start)), self._table(table)]
            at = table.span.end
        return "".join([*parts, self._stretch(Span(at, len(self._text))), *self._anchors(len(self._text))])

    def _table(self, table: Table) -> str:
        rows: dict[int, list[str]] = defaultdict(list)
        for cell in table.cells:
            row, tag = rows[cell.row], "th" if cell.row < table.header_rows else "td"
            row += [f"<{tag}></{tag}>"] * (cell.column - len(row))
            row.append(f"<{tag}>{self._stretch(cell.span)}</{tag}>")
        return "<table>" + "".join(f"<tr>{''.join(rows[at])}</tr>" for at in sorted(rows)) + "</table>"

    def _stretch(self, span: Span) -> str:
        return "".join(self._pieces(span))

    def _pieces(self, span: Span) -> Iterator[str]:
        for start, end, marks in self._atoms.within(span):
            yield from self._anchors(start)
            kinds = " ".join(dict.fromkeys(kind for mark in marks for kind in mark.kind.split()))
            hint = "\n".join(dict.fromkeys(mark.hint for mark in marks if mark.hint))
            said = f' class="{kinds}"' if kinds else ""
            said += f' title="{escape(hint)}"' if hint else ""
            yield f'<span data-s="{start}"{said}>{escape(self._text[start:end])}</span>'

    def _anchors(self, until: int) -> Iterator[str]:
        while self._next_place < len(self._places) and self._places[self._next_place].start <= until:
            yield f'<a id="{anchor(self._places[self._next_place])}"></a>'
            self._next_place += 1


class _Atoms:
    """The atoms of a text, in order."""

    def __init__(self, atoms: list[tuple[int, int, tuple[Mark, ...]]]) -> None:
        self._atoms = atoms
        self._at = 0

    def within(self, span: Span) -> Iterator[tuple[int, int, tuple[Mark, ...]]]:
        """The atoms of a stretch that begins and ends at cuts, or inside a plain atom. Stretches are asked for in order."""
        while self._at < len(self._atoms) and self._atoms[self._at][1] <= span.start:
            self._at += 1
        at = self._at
        while at < len(self._atoms) and self._atoms[at][0] < span.end:
            start, end, marks = self._atoms[at]
            yield max(start, span.start), min(end, span.end), marks
            at += 1


def _atoms(length: int, marks: Sequence[Mark], places: Iterable[Span]) -> _Atoms:
    cuts = sorted({0, length} | {edge for mark in marks for edge in mark.span} | {edge for span in places for edge in span})
    opening: dict[int, list[Mark]] = defaultdict(list)
    closing: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        opening[mark.span.start].append(mark)
        closing[mark.span.end].append(mark)
    active: dict[int, Mark] = {}
    atoms = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        for mark in closing[start]:
            active.pop(id(mark), None)
        active |= {id(mark): mark for mark in opening[start]}
        atoms.append((start, end, tuple(active.values())))
    return _Atoms(atoms)


def _apart(tables: Iterable[Table]) -> list[Table]:
    """Tables that can be drawn as such: they do not overlap, and their cells follow each other in the text."""
    drawn: list[Table] = []
    for table in sorted(tables, key=lambda table: table.span):
        if drawn and drawn[-1].span.end > table.span.start:
            continue
        edges = [edge for cell in table.cells for edge in cell.span]
        places = [(cell.row, cell.column) for cell in table.cells]
        ordered = edges == sorted(edges) and places == sorted(set(places))
        if ordered and edges and table.span.start <= edges[0] and edges[-1] <= table.span.end and places[-1][1] < _WIDEST:
            drawn.append(table)
    return drawn


_WIDEST = 200  # columns
