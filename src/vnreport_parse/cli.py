"""`vnreport`, the command line: read, call, print. Everything it does the library does as well."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from . import __version__
from .cli_audit import audit_command
from .cli_messages import say, say_unreadable
from .cli_rules import rules_command
from .cli_shared import FAILED, MISUSED, LangOption, chosen_language, complain, output, said_of, stop, width
from .diagnostics import Language
from .errors import UnreadableFile, UsageError
from .evaluate import evaluate
from .ledgerview import ledger_view
from .parse import parse_source
from .readers import read_bytes, read_many
from .report import Report
from .tableview import evaluation_view, render, report_view

_STDIN = "-"

app = typer.Typer(
    name="vnreport",
    help="Vietnamese administrative reports as typed records: sections, references, awards.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class Format(StrEnum):
    """How records are written."""

    json = "json"
    jsonl = "jsonl"
    table = "table"
    ledger = "ledger"


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"vnreport {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


@app.command("parse")
def parse_command(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Reports to read; - is standard input.")],
    format_: Annotated[
        Format | None,
        typer.Option("--format", help="How to write the records. Default: table on a terminal, else json.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Write to this file, whole or not at all.", show_default=False)
    ] = None,
    lang: LangOption = None,
) -> None:
    """Read reports and write their records.

    Exit code 0: all were read; 1: some could not be read or written (the others are done); 2: wrong usage.
    """
    language = chosen_language(lang)
    if out and any(name != _STDIN and _is_same(out, name) for name in files):
        stop(say(language, "would_overwrite", path=out), MISUSED)
    on_terminal = out is None and sys.stdout.isatty()
    chosen = format_ or (Format.table if on_terminal else Format.json)
    failed = False

    def reports() -> Iterator[Report]:
        nonlocal failed
        for read in read_many((name, partial(_bytes_of, name)) for name in files):
            if isinstance(read, UnreadableFile):
                failed = True
                complain(say_unreadable(language, read))
            else:
                yield parse_source(read)

    with output(out, language) as stream:
        for piece in _written(reports(), chosen, language, many=len(files) > 1, colour=on_terminal):
            stream.write(piece.encode("utf-8"))
    if failed:
        raise typer.Exit(FAILED)


@app.command("evaluate")
def evaluate_command(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Holds labelled documents: NAME.gold.json beside NAME.txt.")],
    errors: Annotated[int, typer.Option(min=0, help="Show up to this many errors of each figure.")] = 0,
    lang: LangOption = None,
) -> None:
    """Compare what is read with labels made by hand: precision, recall and F1."""
    language = chosen_language(lang)
    try:
        result = evaluate(folder)
    except UsageError as error:
        stop(say(language, "bad_labels", cause=said_of(error, language)), MISUSED)
    with output(None, language) as stream:
        stream.write(render(evaluation_view(result, language, errors), width(), colour=sys.stdout.isatty()).encode("utf-8"))
    for failure in result.failed:
        complain(say_unreadable(language, failure))
    if result.failed:
        raise typer.Exit(FAILED)


app.command("audit")(audit_command)
app.command("rules")(rules_command)


# ---------------------------------------------------------------- reading
def _bytes_of(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == _STDIN else read_bytes(name)


def _is_same(path: Path, name: str) -> bool:
    try:
        return path.samefile(name)
    except OSError:
        return False


# ---------------------------------------------------------------- writing
def _written(reports: Iterator[Report], chosen: Format, language: Language, *, many: bool, colour: bool) -> Iterator[str]:
    """The output piece by piece, so that a thousand reports need not be held at once."""
    if chosen is Format.jsonl:
        yield from (f"{report.model_dump_json()}\n" for report in reports)
    elif chosen is Format.json and not many:
        yield from (f"{report.model_dump_json(indent=2)}\n" for report in reports)
    elif chosen is Format.json:
        before = "[\n"
        for report in reports:
            yield before + report.model_dump_json(indent=2)
            before = ",\n"
        yield "[]\n" if before == "[\n" else "\n]\n"
    else:
        view = ledger_view if chosen is Format.ledger else report_view
        for at, report in enumerate(reports):
            yield "\n" * bool(at) + render(view(report, language), width(), colour=colour)


def main() -> None:
    """Entry point of the `vnreport` script; a reader that goes away (`| head`) is no error worth a word."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)


if __name__ == "__main__":
    main()
