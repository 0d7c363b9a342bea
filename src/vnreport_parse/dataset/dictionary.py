"""The data dictionary: every table and column of a data set in words, as a page and as a JSON Schema.

Names and types come from the records by way of `schema`, what they mean from the docstrings and from `dictionary.toml`.
"""

from __future__ import annotations

import inspect
import json
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from ..records import SCHEMA_VERSION
from .schema import MODELS, PARTITIONS, TABLES, Column, ListOf, Scalar, Struct, Type, columns

_JSON_TYPES = {
    "string": {"type": "string"},
    "int64": {"type": "integer"},
    "bool": {"type": "boolean"},
    "double": {"type": "number"},
    "binary": {"type": "string", "contentEncoding": "base64"},
}


class Words(NamedTuple):
    """What something means."""

    en: str
    vi: str


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("dictionary.toml").read_text("utf-8"))


def describe(table: str, column: str) -> Words:
    """What a column holds. Raises `KeyError` for one that nobody has described."""
    texts = _texts()
    return Words(*(texts[table].get(column) or texts["*"][column]))


def about(table: str) -> Words:
    """What a row of a table is: the docstring of its record, and the same in Vietnamese."""
    return Words(inspect.getdoc(MODELS[table]) or "", _texts()[table]["about"])


def values_of(table: str, column: str) -> dict[str, Words]:
    """The values of a column that has only a few, in words; none for others."""
    texts, name = _texts(), f"{table}.{column}"
    values = texts["values"].get(texts["same_values"].get(name, name), {})
    return {value: Words(*words) for value, words in values.items()}


def key_of(table: str) -> tuple[str, ...]:
    """The columns that tell a row from all others."""
    return {"reports": ("sha256",), "files": ("path",)}.get(table, ("sha256", "record"))


def all_columns(table: str) -> tuple[Column, ...]:
    """The columns of a table as a reader sees them: those of the partitions are in the path of a file, or last in it."""
    own = columns(table)
    names = {column.name for column in own}
    return own + tuple(Column(name, Scalar(kind)) for name, kind in PARTITIONS.items() if name not in names)


# ---------------------------------------------------------------- as a page
def dictionary_page() -> str:
    """The dictionary as markdown, in English and Vietnamese."""
    lines = [
        "# Data dictionary · Từ điển dữ liệu",
        "",
        f"Tables of a data set of reports, records of version {SCHEMA_VERSION}. Every table has `sha256`, which leads to the",
        "report; what stands in the text has `start`, `end` and `text`, so that each row can be proven. Two files of the same",
        "bytes are two rows of `files` and one report. `·` marks a column that is never empty.",
        "",
        "Các bảng của bộ dữ liệu báo cáo. Bảng nào cũng có `sha256` dẫn đến báo cáo; bản ghi nào cũng có `start`, `end`, `text`",
        "để đối chiếu với văn bản. `·` là cột không bao giờ trống.",
        "",
        *_overview(),
    ]
    for table in TABLES:
        lines += ["", f"## {table}", "", " ".join(about(table).en.split()), "", about(table).vi, ""]
        lines += [f"Key · Khóa: {', '.join(f'`{name}`' for name in key_of(table))}", ""]
        lines += ["| column | type | English | Tiếng Việt |", "|---|---|---|---|"]
        for column in all_columns(table):
            words = describe(table, column.name)
            filled = "" if column.nullable else " ·"
            lines.append(f"| `{column.name}`{filled} | {type_name(column.type)} | {words.en} | {words.vi} |")
        lines += _value_lines(table)
    lines += [
        "",
        "## Vietnamese terms",
        "",
        "| | |",
        "|---|---|",
        *(f"| {term} | {said} |" for term, said in _texts()["terms"].items()),
    ]
    return "\n".join(lines) + "\n"


def _overview() -> Iterator[str]:
    yield "| table | a row is | mỗi dòng là |"
    yield "|---|---|---|"
    for table in TABLES:
        words = about(table)
        first = " ".join(words.en.split("\n\n")[0].split())
        yield f"| [{table}](#{table}) | {first} | {words.vi.removeprefix('Mỗi dòng là ')} |"


def _value_lines(table: str) -> Iterator[str]:
    for column in all_columns(table):
        if values := values_of(table, column.name):
            yield ""
            yield f"Values of `{column.name}` · Các giá trị của `{column.name}`:"
            yield ""
            yield from (f"- `{value}`: {words.en} · {words.vi}" for value, words in values.items())


def type_name(kind: Type) -> str:
    """`string`, `list of string`, `list of (field, text, start, end)`."""
    if isinstance(kind, ListOf):
        return f"list of {type_name(kind.item)}"
    if isinstance(kind, Struct):
        return f"({', '.join(name for name, _ in kind.parts)})"
    return kind.name


# ---------------------------------------------------------------- as JSON Schema
def tables_schema() -> dict[str, Any]:
    """JSON Schema of the tables: an object with a list of rows for each, as `vnreport dataset export --to jsonl` writes them."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Data set of Vietnamese administrative reports",
        "version": SCHEMA_VERSION,
        "type": "object",
        "properties": {table: {"type": "array", "items": {"$ref": f"#/$defs/{table}"}} for table in TABLES},
        "$defs": {table: _row_schema(table) for table in TABLES},
    }


def schema_text() -> str:
    """`tables_schema` as text."""
    return json.dumps(tables_schema(), ensure_ascii=False, indent=1) + "\n"


def _row_schema(table: str) -> dict[str, Any]:
    words = about(table)
    return {
        "type": "object",
        "description": words.en,
        "description_vi": words.vi,
        "key": list(key_of(table)),
        "properties": {column.name: _column_schema(table, column) for column in all_columns(table)},
        "required": [column.name for column in all_columns(table)],
        "additionalProperties": False,
    }


def _column_schema(table: str, column: Column) -> dict[str, Any]:
    words, values = describe(table, column.name), values_of(table, column.name)
    shape = _json_type(column.type)
    if values:
        shape["enum"] = [*values, None] if column.nullable else list(values)
    if column.nullable:
        shape["type"] = [shape["type"], "null"]
    return {"description": words.en, "description_vi": words.vi} | shape


def _json_type(kind: Type) -> dict[str, Any]:
    if isinstance(kind, ListOf):
        return {"type": "array", "items": _json_type(kind.item)}
    if isinstance(kind, Struct):
        parts = {name: _nullable(_json_type(part)) for name, part in kind.parts}
        return {"type": "object", "properties": parts, "required": list(parts), "additionalProperties": False}
    return dict(_JSON_TYPES[kind.name])


def _nullable(shape: dict[str, Any]) -> dict[str, Any]:
    return shape | {"type": [shape["type"], "null"]}
