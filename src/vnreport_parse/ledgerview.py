"""The ledger on the terminal: each line of the text that holds counts, and under it every count with its role."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from .cli_messages import say
from .diagnostics import Language
from .records import CountMention, CountRole
from .report import Report
from .spans import Span
from .tableview import full_title, safe_text

_STYLE: dict[CountRole, str] = {
    "award": "green",
    "total": "bold green",
    "breakdown": "cyan",
    "restatement": "cyan",
    "cumulative": "cyan",
    "target": "yellow",
    "unexplained": "bold red reverse",
}
_AROUND = 90  # characters of a long line shown on either side of its counts


def ledger_view(report: Report, language: Language) -> RenderableType:
    """The sums by role, then the counts line by line, those of annexes too; `>` marks what is unexplained."""
    told = [*report.counts, *report.appendix_counts]
    starts = [0, *(at + 1 for at, letter in enumerate(report.text) if letter == "\n")]
    lines: dict[int, list[CountMention]] = defaultdict(list)
    for count in told:
        lines[bisect_right(starts, count.span.start)].append(count)
    parts: list[RenderableType] = [safe_text(report.source.path or "-", "bold reverse"), _sums(told, language)]
    for number, counts in lines.items():
        end = report.text.find("\n", starts[number - 1])
        line = Span(starts[number - 1], len(report.text) if end < 0 else end)
        parts += [_quoted(report.text, number, line, counts), _roles(report, counts, language)]
    return Group(*parts)


def _sums(counts: Sequence[CountMention], language: Language) -> RenderableType:
    """How many counts have each role, and how many there are in all."""
    grid = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1))
    grid.add_column(justify="right")
    roles = Counter(count.role for count in counts)
    for role, number in sorted(roles.items(), key=lambda item: (-item[1], item[0])):
        grid.add_row(str(number), Text(say(language, f"role_{role}"), style=_STYLE.get(role, "")))
    grid.add_row(str(len(counts)), Text(say(language, "counts_in_all"), style="bold"))
    return Padding(grid, (1, 0, 0, 2))


def _quoted(text: str, number: int, line: Span, counts: Sequence[CountMention]) -> RenderableType:
    """The line with its counts in brackets; of a long line, what is around them."""
    shown = Text(f"\n{number}: ", style="dim")
    at = line.start
    for count in counts:
        before = text[at : count.span.start]
        if len(before) > 2 * _AROUND:
            before = (text[at : at + _AROUND] if at > line.start else "") + " … " + before[-_AROUND:]
        shown.append_text(safe_text(before.replace("\n", " "), "none"))
        shown.append_text(safe_text(f"[{count.span.of(text)}]".replace("\n", " "), f"not dim {_STYLE.get(count.role, 'bold')}"))
        at = count.span.end
    behind = text[at : line.end]
    shown.append_text(safe_text(behind if len(behind) <= _AROUND else f"{behind[:_AROUND]} …", "none"))
    return shown


def _roles(report: Report, counts: Sequence[CountMention], language: Language) -> RenderableType:
    """A row for each count: the count, its role, and the award that it belongs to."""
    grid = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1))
    for count in counts:
        style = _STYLE.get(count.role, "")
        mark = ">" if count.role == "unexplained" else ""
        told = " ".join(filter(None, [f"{count.value:,}".replace(",", "."), " ".join(count.noun.split())]))
        cells = (Text(mark, style=style), safe_text(told), Text(say(language, f"role_{count.role}"), style=style))
        grid.add_row(*cells, safe_text(_award(report, count, language), "dim"))
    return Padding(grid, (0, 0, 0, 6))


def _award(report: Report, count: CountMention, language: Language) -> str:
    """`#3 proposed: Bằng khen, Chủ tịch UBND tỉnh`; a part names its whole, `#4 (of #3) …`."""
    if count.award is None:
        return ""
    award = [*report.awards, *report.appendix_awards][count.award]
    other = award.part_of if award.part_of is not None else award.restates
    linked = "" if other is None else f" ({say(language, 'ledger_part' if award.part_of is not None else 'ledger_again')} #{other})"
    told = ", ".join(filter(None, [full_title(award), award.authority]))
    return f"#{count.award}{linked} {say(language, award.status).lower()}: {told}"
