"""From lines to the section tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .diagnostics import Diagnostic, diagnose
from .headings import Lead, Title, find_title, settle
from .labels import Label, distance, find_labels, letter_ordinal
from .layout import Layout
from .lines import Line
from .outline import Unit, fit_outline
from .records import Section, SectionStyle
from .source import SourceText
from .spans import Span, fold_blanks, trim
from .zones import Zones

# Trên đây là báo cáo ...: the sentence that ends a document belongs to no unit
_CLOSING = re.compile(
    r"Trên đây(?: là|,)|(?:.{3,80} )?(?:xin|trân trọng|kính) (?:trân trọng )?(?:báo cáo|thông báo|đề nghị|trình)[^.;]{0,120}"
    r"\./?\.?$"
)


@dataclass(slots=True)
class _Node:
    """A unit while the tree grows. `lead` is its first paragraph after the label; `stop` is where its own text ends."""

    label: Label
    depth: int
    lead: Lead
    title: Title | None
    stop: int
    end: int = 0
    path: str = ""
    parent: _Node | None = None
    children: list[_Node] = field(default_factory=list)


def build_sections(source: SourceText, lines: tuple[Line, ...], zones: Zones) -> tuple[tuple[Section, ...], list[Diagnostic]]:
    """The section tree of the body, and what is odd about its numbering."""
    layout = Layout(source, lines, zones.body)
    nodes = _measure(layout, fit_outline(find_labels(source, layout)))
    roots = _hang(nodes)
    for siblings in (roots, *(node.children for node in nodes if node.children)):
        titles = settle([node.title for node in siblings])
        for node, title in zip(siblings, titles, strict=True):
            node.title = title
    _name_paths(nodes)
    return _records(source.text, nodes, roots), list(_numbering(nodes))


# ---------------------------------------------------------------- text of the units
def _measure(layout: Layout, units: Sequence[Unit]) -> list[_Node]:
    """The units with their first paragraphs and the ends of their own text."""
    last = _closing_line(layout, units[-1].label.line) if units else 0
    nodes = []
    for at, (label, depth) in enumerate(units):
        stop = units[at + 1].label.line if at + 1 < len(units) else last
        parent = at + 1 < len(units) and units[at + 1].depth > depth
        lead = _lead(layout, label, stop, parent)
        end = layout.lines[stop - 1].span.end if stop > label.line else label.span.end
        nodes.append(_Node(label, depth, lead, find_title(layout.text, lead, label.style), max(end, label.span.end)))
    return nodes


def _closing_line(layout: Layout, after: int) -> int:
    """The line of the closing sentence below line `after`, or the number of lines."""
    for at in range(after + 1, len(layout.lines)):
        if at not in layout.furniture and _CLOSING.match(layout.lines[at].text[:250]) and not layout.joins(at):
            return at
    return len(layout.lines)


def _lead(layout: Layout, label: Label, stop: int, parent: bool) -> Lead:
    first, start = label.line, label.text_start
    while first < stop and (layout.lines[first].span.end <= start or first in layout.furniture):
        first += 1
        if first < stop:
            start = max(start, layout.lines[first].span.start)
    if first >= stop:
        return Lead(Span(label.text_start, label.text_start), label.text_start, parent, False)
    after = layout.paragraph_end(first, stop)
    last = next((at for at in range(first, after) if at in layout.furniture), after) - 1
    followed = parent or any(at not in layout.furniture for at in range(after, stop))
    end = max(layout.lines[last].span.end, start)
    return Lead(Span(start, end), layout.emphasis_end(start), followed, start > label.text_start)


def _hang(nodes: list[_Node]) -> list[_Node]:
    """The roots, after each unit was hung under the one above it that is less deep; ends are those of the last child."""
    roots: list[_Node] = []
    open_nodes: list[_Node] = []
    for node in nodes:
        del open_nodes[node.depth :]
        node.parent = open_nodes[-1] if open_nodes else None
        (node.parent.children if node.parent else roots).append(node)
        open_nodes.append(node)
    for node in reversed(nodes):
        node.end = node.children[-1].end if node.children else node.stop
    return roots


# ---------------------------------------------------------------- numbering
def _numbering(nodes: Sequence[_Node]) -> Iterator[Diagnostic]:
    """What is odd about the numbers of each list: kept as printed, and told."""
    lists: dict[tuple[int, SectionStyle, tuple[int, ...]], list[Label]] = {}
    seen: set[tuple[int, SectionStyle, tuple[int, ...], int]] = set()
    last: dict[SectionStyle, int] = {}
    for node in nodes:
        label, number = node.label, node.label.ordinal
        key = (id(node.parent), label.style, label.number[:-1])
        before = lists.setdefault(key, [])
        if (*key, number) in seen and before[-1].ordinal >= number:
            yield diagnose("D302", label.span, label=label.text)
        elif not before:
            if number > 1 and last.get(label.style) != number - 1:
                yield diagnose("D301", label.span, before=0, after=label.text)
        elif (
            number < before[-1].ordinal or distance(label.style, before[-1].ordinal, number) > 1 and (*key, number - 1) not in seen
        ):
            yield diagnose("D301", label.span, before=before[-1].text, after=label.text)
        before.append(label)
        seen.add((*key, number))
        last[label.style] = number


def _name_paths(nodes: Sequence[_Node]) -> None:
    """Labels joined by points; a decimal adds its last part to the number it is printed under; a repeat is `b#2`."""
    taken: dict[str, int] = {}
    for node in nodes:
        label, parent = node.label, node.parent
        step = label.text
        if parent is not None and label.style == "decimal" and parent.label.number == label.number[:-1]:
            step = label.text.rpartition(".")[2]
        path = f"{parent.path}.{step}" if parent else step
        count = taken[path] = taken.get(path, 0) + 1
        while count > 1 and f"{path}#{count}" in taken:
            count += 1
        node.path = f"{path}#{count}" if count > 1 else path
        taken.setdefault(node.path, 1)


# ---------------------------------------------------------------- records
def _records(text: str, nodes: Sequence[_Node], roots: Sequence[_Node]) -> tuple[Section, ...]:
    """The records, made from the last unit to the first, so that children come before their parents."""
    made: dict[int, Section] = {}
    for node in reversed(nodes):
        made[id(node)] = _record(text, node, tuple(made.pop(id(child)) for child in node.children))
    return tuple(made[id(root)] for root in roots)


def _record(text: str, node: _Node, children: tuple[Section, ...]) -> Section:
    label, title = node.label, node.title
    stop = children[0].span.start if children else node.stop
    start = title.body if title else node.lead.span.start
    body = trim(text, Span(min(start, stop), stop))
    if body.start >= body.end:
        end = title.span.end if title else label.span.end
        body = Span(end, end)
    evidence = {"label": label.span} | ({"title": title.span} if title else {})
    heading = title is not None or label.style in ("part", "chapter", "division")
    return Section(
        style=label.style,
        label=label.text,
        ordinal=letter_ordinal(label) if label.style in ("lower_letter", "upper_letter") else label.ordinal,
        kind="heading" if heading else "item",
        path=node.path,
        title=fold_blanks(title.span.of(text)) if title else None,
        level=node.depth,
        span=Span(label.span.start, max(node.end, label.span.end)),
        body=body,
        children=children,
        evidence=evidence,
        rule=f"section.{label.style}" + (f".{title.how}" if title and title.how else ""),
    )
