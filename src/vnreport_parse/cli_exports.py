"""`vnreport dataset query` and `export`: a data set asked, and handed on."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import typer
from rich import box
from rich.console import RenderableType
from rich.table import Table

from .cli_common import FAILED, MISUSED, LangOption, OutOption, chosen_language, complain, output, page_width, stop
from .cli_options import takes
from .dataset.export_files import CELL_LENGTH, FILE_EXPORTS, Exported
from .dataset.export_postgres import export_postgres
from .dataset.flattening import csv_cell, flat, plain
from .dataset.needs import DatasetLibraryMissing
from .dataset.querying import Answer, Parameter, query, ready_queries
from .dataset.reading import open_readable
from .diagnostics import Language
from .errors import UsageError, VnReportError
from .export_messages import say_export
from .spans import fold_blanks
from .tableview import render, safe_text

_SHOWN_ROWS = 100
_SHOWN_TEXT = 240


class AnswerFormat(StrEnum):
    """How rows are written."""

    table = "table"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"


@contextmanager
def _told(language: Language) -> Iterator[None]:
    """What goes wrong, in one line."""
    try:
        yield
    except (UsageError, DatasetLibraryMissing) as error:
        stop(say_export(language, "stopped", cause=error), MISUSED)
    except VnReportError as error:
        stop(say_export(language, "stopped", cause=error), FAILED)
    except OSError as error:
        stop(say_export(language, "unwritable", path=error.filename or "", cause=error.strerror or error), FAILED)


# ---------------------------------------------------------------- query
@dataclass(frozen=True)
class QueryCommand:
    """What `vnreport dataset query` takes."""

    dataset: Annotated[Path | None, typer.Argument(metavar="DATASET", help="The folder of a data set.", show_default=False)] = None
    sql: Annotated[
        str | None, typer.Argument(metavar="QUERY", help="SQL, or the name of a ready-made query.", show_default=False)
    ] = None
    list_: Annotated[bool, typer.Option("--list", help="Show the ready-made queries and their parameters.")] = False
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="A parameter of the query; may be repeated.", show_default=False),
    ] = None
    format_: Annotated[
        AnswerFormat | None,
        typer.Option("--format", help="How to write the rows. Default: table on a terminal, else csv.", show_default=False),
    ] = None
    limit: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="At most this many rows. Default: 100 in a table, else all.", show_default=False),
    ] = None
    out: OutOption = None
    lang: LangOption = None


@takes(QueryCommand)
def query_command(given: QueryCommand) -> None:
    """Ask a data set: SQL over its tables (DuckDB; nothing is changed), or a ready-made query by its name.

    `references` and `end` are words of SQL and stand in double quotes. Exit code 0: done; 1: not written; 2: wrong usage, and a
    query that cannot be meant.
    """
    language = chosen_language(given.lang)
    if given.list_:
        typer.echo(render(_ready_view(language), page_width(), colour=sys.stdout.isatty()), nl=False)
        return
    if given.dataset is None:
        stop(say_export(language, "needs_dataset"), MISUSED)
    if given.sql is None:
        stop(say_export(language, "needs_query"), MISUSED)
    chosen = given.format_ or (AnswerFormat.table if given.out is None and sys.stdout.isatty() else AnswerFormat.csv)
    limit = given.limit or (_SHOWN_ROWS if chosen is AnswerFormat.table else None)
    with _told(language):
        answer = query(given.dataset, given.sql, _assignments(given.set_ or [], language))
        with output(given.out, language) as stream:
            for piece in _written(answer, chosen, limit, language):
                stream.write(piece.encode("utf-8", "backslashreplace"))


def _assignments(given: list[str], language: Language) -> dict[str, str]:
    if wrong := next((value for value in given if "=" not in value), None):
        stop(say_export(language, "bad_value", value=wrong), MISUSED)
    return {name.strip(): value for name, _, value in (text.partition("=") for text in given)}


def _written(answer: Answer, chosen: AnswerFormat, limit: int | None, language: Language) -> Iterator[str]:
    """The rows, piece by piece."""
    rows = islice(answer.rows, limit)
    if chosen is AnswerFormat.csv:
        yield _csv_line(answer.columns)
        yield from (_csv_line(csv_cell(value, guard=True) for value in row) for row in rows)
    elif chosen is AnswerFormat.jsonl:
        yield from (_object(answer.columns, row) + "\n" for row in rows)
    elif chosen is AnswerFormat.json:
        before = "[\n"
        for row in rows:
            yield before + _object(answer.columns, row)
            before = ",\n"
        yield "[]\n" if before == "[\n" else "\n]\n"
    else:
        yield render(_rows_view(answer.columns, rows, language), page_width(), colour=sys.stdout.isatty())
    if chosen is AnswerFormat.table and next(answer.rows, None) is not None:
        complain(say_export(language, "more_rows", limit=limit))


def _csv_line(cells: Iterable[object]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _object(columns: tuple[str, ...], row: tuple[Any, ...]) -> str:
    return json.dumps(dict(zip(columns, map(plain, row), strict=True)), ensure_ascii=False, default=str)


def _rows_view(columns: tuple[str, ...], rows: Iterator[tuple[Any, ...]], language: Language) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(safe_text(_shown(value)) for value in row))
    return table if table.row_count else say_export(language, "no_rows")


def _shown(value: object) -> str:
    """A value in a table: blanks folded, long texts cut."""
    text = fold_blanks("" if value is None else str(flat(value)))
    return text if len(text) <= _SHOWN_TEXT else f"{text[:_SHOWN_TEXT]} …"


def _ready_view(language: Language) -> RenderableType:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 1, 0))
    for ready in ready_queries().values():
        words = ready.words.vi if language == "vi" else ready.words.en
        table.add_row(ready.name, "\n".join([words, *(_parameter_line(parameter, language) for parameter in ready.parameters)]))
    return table


def _parameter_line(parameter: Parameter, language: Language) -> str:
    words = parameter.words.vi if language == "vi" else parameter.words.en
    default = parameter.default
    said = say_export(language, "required") if default is None else say_export(language, "otherwise", default=repr(default))
    return f"  --set {parameter.name}=…  {words} ({said})"


# ---------------------------------------------------------------- export
@dataclass(frozen=True)
class ExportCommand:
    """What `vnreport dataset export` takes."""

    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="The folder of a data set.")]
    to: Annotated[str, typer.Option(metavar="FORM", help="csv, jsonl, xlsx, or postgresql://USER@HOST/DATABASE.")]
    out: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="The folder of the CSV or JSONL files, or the Excel file.", show_default=False),
    ] = None
    tables: Annotated[
        str | None, typer.Option(metavar="NAMES", help="Only these tables: awards,recipients. Default: all.", show_default=False)
    ] = None
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False
    bom: Annotated[bool, typer.Option("--bom", help="CSV: a mark in front, by which Excel knows UTF-8.")] = False
    no_guard: Annotated[
        bool, typer.Option("--no-guard", help="CSV: no apostrophe before what a spreadsheet takes for a formula.")
    ] = False
    schema: Annotated[str, typer.Option(metavar="NAME", help="PostgreSQL: the schema of the tables.")] = "vnreport"
    prune: Annotated[bool, typer.Option("--prune", help="PostgreSQL: take out rows that the data set does not have.")] = False
    lang: LangOption = None


@takes(ExportCommand)
def export_command(given: ExportCommand) -> None:
    """Hand on a data set: files for spreadsheets and other programs, or tables of a PostgreSQL database.

    Exit code 0: all of it is there; 1: it could not be written, and nothing of it is there; 2: wrong usage.
    """
    language = chosen_language(given.lang)
    tables = [name.strip() for name in given.tables.split(",")] if given.tables else None
    with _told(language):
        folder = open_readable(given.dataset)
        if given.to.startswith(("postgresql://", "postgres://")):
            if given.out:
                stop(say_export(language, "out_unused"), MISUSED)
            exported = export_postgres(folder, given.to, tables, schema=given.schema, prune=given.prune)
            target = f"PostgreSQL, {given.schema}"
        elif given.to in FILE_EXPORTS:
            if given.out is None:
                stop(say_export(language, "needs_out", form=given.to), MISUSED)
            options = {"bom": given.bom, "guard": not given.no_guard} if given.to == "csv" else {}
            exported = FILE_EXPORTS[given.to](folder, given.out, tables, force=given.force, **options)
            target = str(given.out)
        else:
            stop(say_export(language, "bad_target", target=given.to), MISUSED)
    _tell(exported, target, language)


def _tell(exported: Exported, target: str, language: Language) -> None:
    complain(say_export(language, "exported", target=target, rows=sum(exported.rows.values()), tables=len(exported.rows)))
    if exported.cut:
        complain(say_export(language, "cut", count=exported.cut, length=CELL_LENGTH))
    for table, count in (exported.sheets or {}).items():
        complain(say_export(language, "sheets", table=table, count=count))
