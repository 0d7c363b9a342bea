"""For a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from .outcomes import COLUMNS, Comparison, Outcome

SIGNS = {"gained": "+", "lost": "-", "changed": "~"}
COLOURS = {"gained": "green", "lost": "red", "changed": "yellow"}


def print_terminal(comparison: Comparison, details: bool = True) -> None:
    """For a terminal, 80 columns or more. `Text`, not markup: a document may hold `[red]`."""
    console = Console(highlight=False)

    def put(left: int, *parts: str | tuple[str, str]) -> None:
        for line in Text.assemble(*parts).wrap(console, console.width - left):
            line.rstrip()
            console.print(Text(" " * left) + line)

    table = Table(box=None, header_style="bold", padding=(0, 0, 0, 2), pad_edge=False)
    for column in COLUMNS:
        table.add_column(column, justify="left" if column == "kind" else "right")
    for row in comparison.rows():
        table.add_row(*row)
    put(0, f"before  {comparison.labels[0]}\nafter   {comparison.labels[1]}\n")
    console.print(table, Text())
    for name, fact in comparison.facts():
        put(0, f"{name}: {fact}")
    for outcome in comparison.failed:
        put(0, (f"\n{outcome.standing}: {outcome.name}", "bold"))
        for line in outcome.reasons:
            put(2, line)
    for outcome in comparison.outcomes if details else []:
        for left, parts in _terminal_lines(outcome):
            put(left, *parts)
    if not comparison.differs:
        put(0, "\nNothing differs.")


def _terminal_lines(outcome: Outcome) -> Iterator[tuple[int, list[str | tuple[str, str]]]]:
    """The lines of one document: how far to indent, and parts of text with their styles."""
    if outcome.differences:
        yield 0, [(f"\n{outcome.name}", "bold")]
    for _, head, group in outcome.groups():
        yield 2, [(head, "bold")]
        for difference in group:
            colour = COLOURS[difference.verdict]
            yield 2, [(f"{SIGNS[difference.verdict]} {difference.place}  ", colour), difference.label]
            for name, old, new in difference.changes:
                yield 6, [(f"{name}: ", "bold"), old, (" → ", "bold"), new]
            before, mention, after = difference.context
            if mention:
                yield 6, [(before, "dim"), (f"«{mention}»", colour), (after, "dim")]
