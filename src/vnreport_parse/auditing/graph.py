"""A picture of who cites what: the reports (or their units) on the left, the documents cited on the right, a curve for each.

Two columns stay legible where a cloud of nodes does not; the order in each keeps the curves from crossing, as far as a few
rounds of averaging can (the barycentre method), so that the same audit gives the same picture.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from ..diagnostics import Language
from .records import Audit, AuditedReport, Citation
from .wording import cited_words, unit_words

MOST_NODES = 30  # on either side
_ROUNDS = 8
_ROW, _TOP, _NAME, _GAP = 26, 34, 350, 220  # pixels: a line, the head, the names, the curves between
_LONGEST = 44  # letters of a name
_WORDS: dict[str, tuple[str, str]] = {
    "reports": ("Báo cáo", "Reports"),
    "units": ("Đơn vị báo cáo", "Reporting units"),
    "documents": ("Văn bản được viện dẫn", "Documents cited"),
    "title": ("Báo cáo nào viện dẫn văn bản nào", "Which report cites which document"),
    "left_out": (
        "Không vẽ: {left} nơi viện dẫn, {right} văn bản ít được viện dẫn hơn; xem bảng.",
        "Not drawn: {left} that cite, {right} documents cited less often; see the table.",
    ),
    "empty": ("Không có viện dẫn nào.", "No citations."),
}


class _Node(NamedTuple):
    """A name in the picture. `page` leads to a report."""

    key: str
    name: str
    page: str | None
    inside: bool


def citation_graph(audit: Audit, language: Language = "vi") -> str:
    """An SVG picture of the citations of an audit; the nodes with most citations where there are too many."""
    reports = {report.path: report for report in audit.reports}
    citing = dict.fromkeys(citation.report for citation in audit.citations)
    by_unit = len(citing) > MOST_NODES
    weights: dict[tuple[str, str], int] = defaultdict(int)
    nodes: dict[str, _Node] = {}
    for citation in audit.citations:
        left = _source(citation, reports, language, by_unit=by_unit)
        right = _target(citation, reports)
        nodes |= {left.key: left, right.key: nodes.get(right.key, right)}
        weights[left.key, right.key] += citation.mentions
    if not weights:
        return f'<p class="nothing">{_say(language, "empty")}</p>'
    lefts, rights = _foremost(left for left, _ in weights), _foremost(right for _, right in weights)
    edges = {pair: weight for pair, weight in weights.items() if pair[0] in lefts and pair[1] in rights}
    drawn_left, drawn_right = _ordered(lefts, rights, edges)
    missing = len({left for left, _ in weights}) - len(drawn_left), len({right for _, right in weights}) - len(drawn_right)
    heads = _say(language, "units" if by_unit else "reports"), _say(language, "documents")
    sides = [nodes[key] for key in drawn_left], [nodes[key] for key in drawn_right]
    return _svg(sides, edges, heads, _say(language, "title")) + (
        f'<p class="remark">{_say(language, "left_out", left=missing[0], right=missing[1])}</p>' if any(missing) else ""
    )


def _say(language: Language, key: str, **details: object) -> str:
    return _WORDS[key][language == "en"].format_map(details)


# ---------------------------------------------------------------- nodes
def _source(citation: Citation, reports: Mapping[str, AuditedReport], language: Language, *, by_unit: bool) -> _Node:
    report = reports.get(citation.report)
    if by_unit:
        unit = report.unit if report else None
        return _Node(f"l:{unit}", unit_words(unit, language), None, inside=True)
    named = " · ".join(filter(None, [report.number, report.unit])) if report else ""
    return _Node(f"l:{citation.report}", named or citation.report, report.page if report else None, inside=True)


def _target(citation: Citation, reports: Mapping[str, AuditedReport]) -> _Node:
    cited = reports.get(citation.cited) if citation.cited else None
    name = " ".join(filter(None, [citation.doc_type if citation.number else None, cited_words(citation)]))
    return _Node(f"r:{citation.cited or citation.key}", name, cited.page if cited else None, inside=citation.cited is not None)


def _foremost(keys: Iterable[str]) -> list[str]:
    """The keys with most partners, at most `MOST_NODES`; of equal ones, the first."""
    counts: dict[str, int] = defaultdict(int)
    for key in keys:
        counts[key] += 1
    return sorted(counts, key=lambda key: -counts[key])[:MOST_NODES]


def _ordered(lefts: list[str], rights: list[str], edges: Mapping[tuple[str, str], int]) -> tuple[list[str], list[str]]:
    """Both sides in an order with few crossings; nodes that lost all their partners are left out."""
    of_left: dict[str, list[str]] = defaultdict(list)
    of_right: dict[str, list[str]] = defaultdict(list)
    for left, right in edges:
        of_left[left].append(right)
        of_right[right].append(left)
    lefts, rights = [key for key in lefts if key in of_left], [key for key in rights if key in of_right]
    for _ in range(_ROUNDS):
        rights = _by_middle(rights, of_right, lefts)
        lefts = _by_middle(lefts, of_left, rights)
    return lefts, rights


def _by_middle(keys: list[str], partners: Mapping[str, list[str]], others: list[str]) -> list[str]:
    at = {key: place for place, key in enumerate(others)}
    return sorted(keys, key=lambda key: sum(at[other] for other in partners[key]) / len(partners[key]))


# ---------------------------------------------------------------- drawing
def _svg(sides: tuple[list[_Node], list[_Node]], edges: Mapping[tuple[str, str], int], heads: tuple[str, str], title: str) -> str:
    rows = max(map(len, sides))
    height, width = _TOP + rows * _ROW + 8, 2 * _NAME + _GAP
    at = {
        node.key: (_NAME if side == 0 else _NAME + _GAP, _TOP + _ROW * (place + 0.5) * rows / len(nodes))
        for side, nodes in enumerate(sides)
        for place, node in enumerate(nodes)
    }
    numbers = {node.key: place for place, node in enumerate([*sides[0], *sides[1]])}
    curves = "".join(
        f'<path class="edge" data-a="{numbers[left]}" data-b="{numbers[right]}" d="{_curve(at[left], at[right])}" '
        f'stroke-width="{min(1 + weight / 2, 5):.1f}"/>'
        for (left, right), weight in edges.items()
    )
    names = "".join(_name(node, numbers[node.key], at[node.key], side) for side, nodes in enumerate(sides) for node in nodes)
    titles = "".join(
        f'<text class="side" x="{x}" y="18" text-anchor="{anchor}">{escape(head)}</text>'
        for head, x, anchor in zip(heads, (_NAME, _NAME + _GAP), ("end", "start"), strict=True)
    )
    return (
        f'<svg class="graph" viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}" '
        f'xmlns="http://www.w3.org/2000/svg">{titles}{curves}{names}</svg>'
    )


def _curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    (x, y), (to_x, to_y) = start, end
    return f"M{x + 7} {y:.1f}C{x + 90} {y:.1f} {to_x - 90} {to_y:.1f} {to_x - 7} {to_y:.1f}"


def _name(node: _Node, number: int, place: tuple[float, float], side: int) -> str:
    x, y = place
    shown = " ".join(node.name.split())
    cut = shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
    words = f'<text x="{x + (12 if side else -12)}" y="{y + 4:.1f}" text-anchor="{"start" if side else "end"}">{escape(cut)}</text>'
    drawn = f'<title>{escape(shown)}</title><circle cx="{x}" cy="{y:.1f}" r="5"/>{words}'
    drawn = f'<a href="{quote(node.page)}">{drawn}</a>' if node.page else drawn
    return f'<g class="node{" inside" if node.inside else ""}" data-n="{number}">{drawn}</g>'
