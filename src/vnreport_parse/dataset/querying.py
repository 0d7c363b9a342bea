"""Queries over a data set: SQL, or one of those of `queries.toml` by its name."""

from __future__ import annotations

import os
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from ..errors import UsageError
from .dictionary import Words, all_columns
from .duck import open_for_queries
from .needs import need
from .reading import DatasetDamaged, open_readable
from .schema import TABLES

_BATCH = 1000
_MISSING = re.compile(
    r'column "([^"]+)" not found|does not have a column named "([^"]+)"|"([^"]+)" does not exist|name (\S+) does not exist'
)
_AT_WORD = re.compile(r'syntax error at or near "(?P<word>\w+)"')
_NUMBER = re.compile(r"-?\d{1,18}")


class Parameter(NamedTuple):
    """What a query asks for; without a default it must be given."""

    name: str
    type: str
    default: str | int | float | None
    words: Words


class ReadyQuery(NamedTuple):
    """A query by name."""

    name: str
    words: Words
    parameters: tuple[Parameter, ...]
    sql: str


class Answer(NamedTuple):
    """Column names, and the rows one after the other."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


@cache
def ready_queries() -> dict[str, ReadyQuery]:
    """The ready-made queries, by name."""
    texts = tomllib.loads(files(__package__).joinpath("queries.toml").read_text("utf-8"))
    return {
        name: ReadyQuery(
            name,
            Words(said["en"], said["vi"]),
            tuple(_parameter(parameter, row) for parameter, row in said.get("parameters", {}).items()),
            said["sql"].strip(),
        )
        for name, said in texts.items()
    }


def _parameter(name: str, row: Sequence[Any]) -> Parameter:
    kind, *default, en, vi = row
    return Parameter(name, kind, default[0] if default else None, Words(en, vi))


def query(dataset: str | os.PathLike[str], sql: str, values: Mapping[str, str] | None = None) -> Answer:
    """The answer to a query, which is SQL or the name of a ready-made one; `values` are those of its parameters.

    Nothing is written, and no file outside the data set is read. Raises `UsageError` for a query that cannot be meant, in one
    line; `DatasetLibraryMissing` where DuckDB is not installed.
    """
    folder = open_readable(dataset)
    ready = ready_queries().get(sql.strip())
    if ready is None and sql.strip() and not re.search(r"\s", sql.strip()):
        raise UsageError(f"no query {sql.strip()!r}; {_near(sql.strip(), ready_queries())}")
    given = _values(ready, values or {}) if ready else {name: _guessed(value) for name, value in (values or {}).items()}
    duckdb = need("duckdb", "duckdb")
    try:
        connection = open_for_queries(folder)
    except duckdb.Error as error:
        raise DatasetDamaged(f"{folder.root}: {explained(str(error))}; build the data set again") from None
    try:
        _check_kind(connection, duckdb, ready.sql if ready else sql)
        cursor = connection.execute(ready.sql if ready else sql, given)
    except duckdb.Error as error:
        raise UsageError(explained(str(error))) from None
    return Answer(tuple(column[0] for column in cursor.description), _rows(cursor, duckdb))


def _check_kind(connection: Any, duckdb: Any, sql: str) -> None:
    kinds = [statement.type for statement in connection.extract_statements(sql)]
    if len(kinds) != 1 or kinds[0] != duckdb.StatementType.SELECT:
        raise UsageError("a query is one SELECT; a data set is not changed by queries")


def _rows(cursor: Any, duckdb: Any) -> Iterator[tuple[Any, ...]]:
    try:
        while rows := cursor.fetchmany(_BATCH):
            yield from rows
    except duckdb.Error as error:
        raise UsageError(explained(str(error))) from None


# ---------------------------------------------------------------- parameters
def _values(ready: ReadyQuery, given: Mapping[str, str]) -> dict[str, str | int | float]:
    known = {parameter.name: parameter for parameter in ready.parameters}
    if unknown := next((name for name in given if name not in known), None):
        raise UsageError(f"{ready.name} has no parameter {unknown!r}; it has {', '.join(known) or 'none'}")
    values: dict[str, str | int | float] = {}
    for name, parameter in known.items():
        if name not in given and parameter.default is None:
            raise UsageError(f"{ready.name} needs {name}: {parameter.words.en} (--set {name}=…)")
        values[name] = _typed(parameter, given.get(name, parameter.default))
    return values


def _typed(parameter: Parameter, value: object) -> str | int | float:
    try:
        if parameter.type == "string":
            return unicodedata.normalize("NFC", str(value))
        return int(str(value)) if parameter.type == "int64" else float(str(value))
    except ValueError:
        raise UsageError(f"{parameter.name} is a number, not {value!r}") from None


def _guessed(value: str) -> str | int:
    return int(value) if _NUMBER.fullmatch(value) else value


# ---------------------------------------------------------------- errors in one line
def explained(message: str) -> str:
    """What DuckDB says, in one line, with names that look like one it does not know."""
    said = message.partition("\n\nLINE")[0]
    first, *rest = [line.strip() for line in said.splitlines() if line.strip()]
    first = first.partition(" Error: ")[2] or first
    if found := _AT_WORD.search(first):
        word = found["word"].lower()
        names = {column.name for table in TABLES for column in all_columns(table)} | set(TABLES)
        quoted = f'; write "{word}" in double quotes' if word in names else ""
        return first + quoted
    if "Function" not in first and (found := _MISSING.search(first)):
        return f"{first.rstrip('!')}; {_near(next(filter(None, found.groups())), _names(first))}"
    return " ".join([first, *(line for line in rest[:1] if not line.endswith(":"))])


def _names(message: str) -> list[str]:
    """Tables where a table was not found, else columns."""
    if "Table" in message:
        return list(TABLES)
    return sorted({column.name for table in TABLES for column in all_columns(table)})


def _near(name: str, names: Mapping[str, object] | Sequence[str]) -> str:
    near = get_close_matches(name, names, n=5, cutoff=0.5)
    return f"near it: {', '.join(near)}" if near else f"there are {', '.join(names)}"
