"""An evaluation as tables for the terminal: the figures, those of each field, errors in context."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from .cli_messages import say
from .diagnostics import Language
from .evaluate import Evaluation, first_of_each
from .evaluation.outcomes import Context, Figure, Outcome
from .tableview import safe_text


def evaluation_view(evaluation: Evaluation, language: Language, errors: int = 0) -> RenderableType:
    """The figures, those of the fields, then up to `errors` errors of each."""
    said = say(language, "documents", count=evaluation.documents, failed=len(evaluation.failed))
    parts: list[RenderableType] = [Text(said, style="bold"), _figures("figure", evaluation.figures, language)]
    if evaluation.fields:
        parts.append(_figures("field", evaluation.fields, language))
    parts += _errors(first_of_each(evaluation.errors, errors), language)
    parts += _errors(first_of_each(evaluation.field_errors, errors), language)
    return Group(*parts)


def _figures(title: str, figures: Mapping[str, Figure], language: Language) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="bold")
    for name in (title, "F1", "precision", "recall", "labelled"):
        table.add_column(name if name == "F1" else say(language, name), justify="left" if name == title else "right")
    for name, figure in figures.items():
        table.add_row(name, *(f"{share:.4f}" for share in (figure.f1, figure.precision, figure.recall)), str(figure.tp + figure.fn))
    return Padding(table, (0, 0, 0, 2))


def _errors(outcomes: Iterable[Outcome], language: Language) -> list[RenderableType]:
    by_figure: dict[str, Table] = {}
    for outcome in outcomes:
        if outcome.figure not in by_figure:
            by_figure[outcome.figure] = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1))
        said = safe_text(f"{outcome.document}: {say(language, outcome.verdict, wanted=outcome.wanted, got=outcome.got)}")
        if outcome.context:
            said.append_text(_in_context(outcome.context, language))
        by_figure[outcome.figure].add_row("-", said)
    parts: list[RenderableType] = []
    for figure, table in by_figure.items():
        parts += [Text(f"\n{figure}", style="bold"), Padding(table, (0, 0, 0, 2))]
    return parts


def _in_context(context: Context, language: Language) -> Text:
    """The words around an error on a line of their own, the words themselves between guillemets."""
    line = Text(f"\n{where(context, language)}: ", style="dim")
    line.append_text(safe_text(context.before, "dim"))
    line.append_text(safe_text(f"«{context.words}»"))
    line.append_text(safe_text(context.after, "dim"))
    return line


def where(context: Context, language: Language) -> str:
    """`line 54, section B.I.2`, with the page or the cell where the format has them."""
    place = [say(language, "at_page", page=context.page)] if context.page else []
    place.append(context.block or say(language, "at_line", line=context.line))
    place += [say(language, "at_section", section=context.section)] if context.section else []
    return ", ".join(place)
