"""`vnreport evaluate`: how well the library reads the documents of a folder that has labels."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from .cli_common import FAILED, MISUSED, LangOption, OutOption, chosen_language, complain, output, page_width, said_of, stop
from .cli_messages import say, say_unreadable
from .errors import UsageError
from .evaluate import evaluate
from .evaluationpage import evaluation_page
from .evaluationview import evaluation_view
from .tableview import render


class EvaluationFormat(StrEnum):
    """How figures and errors are written."""

    table = "table"
    json = "json"
    html = "html"


def evaluate_command(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Holds labelled documents: NAME.gold.json beside NAME.txt.")],
    errors: Annotated[
        int | None,
        typer.Option(
            min=0,
            metavar="N",
            help="Show up to this many errors of each figure and field. Default: none in a table, else all.",
            show_default=False,
        ),
    ] = None,
    format_: Annotated[
        EvaluationFormat, typer.Option("--format", help="How to write figures and errors.")
    ] = EvaluationFormat.table,
    out: OutOption = None,
    lang: LangOption = None,
) -> None:
    """Compare what is read with labels made by hand: precision, recall and F1 of every record and field, and the errors in context.

    Exit code 0: all documents were read; 1: some could not be read (they count as empty), or the output not written;
    2: wrong usage.
    """
    language = chosen_language(lang)
    try:
        result = evaluate(folder)
    except UsageError as error:
        stop(say(language, "bad_labels", cause=said_of(error, language)), MISUSED)
    if format_ is EvaluationFormat.json:
        written = result.to_json(errors)
    elif format_ is EvaluationFormat.html:
        written = evaluation_page(result, language, errors)
    else:
        view = evaluation_view(result, language, errors or 0)
        written = render(view, page_width(), colour=out is None and sys.stdout.isatty())
    with output(out, language) as stream:
        stream.write(written.encode("utf-8", "backslashreplace"))
    for failure in result.failed:
        complain(say_unreadable(language, failure))
    if result.failed:
        raise typer.Exit(FAILED)
