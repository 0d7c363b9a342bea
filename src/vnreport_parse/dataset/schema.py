"""The tables of a data set: columns made from the fields of the records, so that the two cannot drift apart.

A span becomes two columns (`start`, `end`; `body_start`, `body_end`), evidence a list of fields with what was read for
them, a record inside a record columns with its name in front (`number_serial`; its `text` the bare name: `number`),
a tuple of records a list of structs, unless it has a table of its own. Every table has `sha256`, that of the file, and
all but `reports` and `files` `record`, the ordinal of the record in its report.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from ..diagnostics import Diagnostic
from ..records import (
    SCHEMA_VERSION,
    Award,
    Campaign,
    CountMention,
    Distribution,
    Evidence,
    RecipientGroup,
    Record,
    Reference,
    Section,
    Signature,
    Source,
    Table,
    Total,
)
from ..report import Report
from ..spans import Span
from .needs import need

FileStatus = Literal["read", "unreadable"]


class FileRecord(Record):
    r"""A file of the archive, and what became of it.

    `path` is for reading: bytes that are no UTF-8 are written as `\xff`; `path_bytes` are those of the name itself.
    `name` is the last part of the path in NFC, for searching. `error` is a stable word (a key of `errors.REASONS`).
    """

    path: str
    path_bytes: bytes
    name: str
    size: int | None = None
    status: FileStatus
    year: int | None = None
    format: str | None = None
    characters: int | None = None
    duplicate_of: str | None = None
    deleted: bool = False
    error: str | None = None
    reason: str | None = None
    remedy: str | None = None
    parsed_by: str | None = None


# ---------------------------------------------------------------- types
@dataclass(frozen=True, slots=True)
class Scalar:
    """`string`, `int64`, `bool`, `double` or `binary`."""

    name: str


@dataclass(frozen=True, slots=True)
class ListOf:
    """Any number of one type."""

    item: Type


@dataclass(frozen=True, slots=True)
class Struct:
    """Named parts."""

    parts: tuple[tuple[str, Type], ...]


Type = Scalar | ListOf | Struct
TEXT, INTEGER, BOOLEAN = Scalar("string"), Scalar("int64"), Scalar("bool")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    type: Type
    nullable: bool = True


PARTITIONS = {"year": "int64", "format": "string"}
MODELS: dict[str, type[BaseModel]] = {
    "reports": Report,
    "sections": Section,
    "references": Reference,
    "awards": Award,
    "recipients": RecipientGroup,
    "totals": Total,
    "counts": CountMention,
    "campaigns": Campaign,
    "tables": Table,
    "distribution": Distribution,
    "signatures": Signature,
    "diagnostics": Diagnostic,
    "files": FileRecord,
}
TABLES = tuple(MODELS)
FACTS = tuple(name for name in TABLES if name not in {"reports", "files"})  # one row a record

# Which fields of a report go to which table; all others are columns of `reports`.
FIELDS_OF_TABLES: dict[str, tuple[str, ...]] = {
    "sections": ("sections", "appendix_sections"),
    "references": ("references",),
    "awards": ("awards", "appendix_awards"),
    "totals": ("totals", "appendix_totals"),
    "counts": ("counts", "appendix_counts"),
    "campaigns": ("campaigns",),
    "tables": ("tables", "appendix_tables"),
    "distribution": ("distribution",),
    "signatures": ("co_signatures",),  # behind the principal one, which is in `reports` as well
    "diagnostics": ("diagnostics",),
}
ELSEWHERE: set[tuple[type[BaseModel], str]] = {
    (Report, field) for fields in FIELDS_OF_TABLES.values() for field in fields
} | {
    (Section, "children"),  # rows of their own, led by `parent`
    (Award, "recipients"),  # table `recipients`
}  # fmt: skip
INLINE = {(Report, "header")}  # its columns bear no name in front
RENAMED: dict[tuple[type[BaseModel], str], str] = {(Distribution, "text"): "entry"}  # `text` is what stands under the span
LEFT_OUT = {"path", "sha256"}  # of `Report.source`: a path is one of a file, the hash is the key

_PLACED = ListOf(Struct((("text", TEXT), ("start", INTEGER), ("end", INTEGER))))
# Columns that a record does not have itself.
ADDED: dict[str, tuple[Column, ...]] = {
    "reports": (Column("words", _PLACED), Column("sentences", _PLACED)),  # of `--segment`, null without
    "sections": (Column("parent", TEXT), Column("appendix", INTEGER)),
    "awards": (Column("summable", BOOLEAN, nullable=False),),
    "recipients": (
        Column("award", INTEGER, nullable=False),
        Column("title", TEXT, nullable=False),
        Column("authority", TEXT),
        Column("status", TEXT, nullable=False),
        Column("summable", BOOLEAN, nullable=False),
        Column("section", TEXT),
        Column("appendix", INTEGER),
    ),
}  # fmt: skip


# ---------------------------------------------------------------- from a field to columns
@dataclass(frozen=True, slots=True)
class Maker:
    """A column, and the way to its value: from a record through the fields of `way`, then by `value` with the report's text."""

    column: Column
    way: tuple[str, ...]
    value: Callable[[Any, str], Any]

    def of(self, record: BaseModel, text: str) -> object:
        """The value of the column."""
        found: Any = record
        for name in self.way:
            if found is None:
                return None
            found = getattr(found, name)
        return None if found is None else self.value(found, text)


def _plain(value: object, _text: str) -> object:
    return value


def _string(value: str, _text: str) -> str:
    return str(value)


_SCALARS: dict[type, tuple[Scalar, Callable[[Any, str], Any]]] = {
    bool: (BOOLEAN, _plain),
    int: (INTEGER, _plain),
    float: (Scalar("double"), _plain),
    bytes: (Scalar("binary"), _plain),
}


def _without_none(annotation: Any) -> tuple[Any, bool]:
    """The type without `None`, and whether it may be None."""
    if get_origin(annotation) in (Union, UnionType):
        parts = [part for part in get_args(annotation) if part is not type(None)]
        if len(parts) != 1:
            raise TypeError(f"no column for {annotation}")
        return parts[0], True
    return annotation, False


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _typed(kind: Any) -> tuple[Type, Callable[[Any, str], Any]]:
    """The type of a column for a field of this kind, and what makes its value."""
    if kind is Span:
        return Struct((("start", INTEGER), ("end", INTEGER))), lambda span, _: {"start": span.start, "end": span.end}
    if kind == Evidence:
        shape = Struct((("field", TEXT), ("text", TEXT), ("start", INTEGER), ("end", INTEGER)))
        return ListOf(shape), _evidence
    if kind == dict[str, str]:
        return ListOf(Struct((("name", TEXT), ("value", TEXT)))), lambda said, _: [{"name": n, "value": v} for n, v in said.items()]
    if get_origin(kind) is tuple:
        item, make = _typed(get_args(kind)[0])
        return ListOf(item), lambda values, text: [make(value, text) for value in values]
    if _is_record(kind):
        inner = makers_of(kind)
        shape = Struct(tuple((maker.column.name, maker.column.type) for maker in inner))
        return shape, lambda record, text: {maker.column.name: maker.of(record, text) for maker in inner}
    if get_origin(kind) is Literal or (isinstance(kind, type) and issubclass(kind, str)):
        return TEXT, _string
    return _SCALARS[kind]


def _evidence(shown: Evidence, text: str) -> list[dict[str, object]]:
    return [{"field": name, "text": span.of(text), "start": span.start, "end": span.end} for name, span in shown.items()]


@cache
def makers_of(model: type[BaseModel]) -> tuple[Maker, ...]:
    """The columns that the fields of a record give, in their order."""
    return tuple(
        maker
        for name, field in model.model_fields.items()
        if (model, name) not in ELSEWHERE
        for maker in _makers(model, name, field.annotation)
    )


def _makers(model: type[BaseModel], name: str, annotation: Any) -> Iterator[Maker]:
    kind, optional = _without_none(annotation)
    if kind is Span:
        front = "" if name == "span" else f"{name}_"
        for edge in Span._fields:
            yield Maker(Column(f"{front}{edge}", INTEGER, optional), (name, edge), _plain)
    elif _is_record(kind):
        for inner in makers_of(kind):
            if kind is Source and inner.column.name in LEFT_OUT:
                continue
            column = inner.column
            called = column.name if (model, name) in INLINE else name if column.name == "text" else f"{name}_{column.name}"
            yield Maker(Column(called, column.type, column.nullable or optional), (name, *inner.way), inner.value)
    else:
        shape, make = _typed(kind)
        yield Maker(Column(RENAMED.get((model, name), name), shape, optional), (name,), make)


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of a table, in their order; those of `PARTITIONS` are in the path of a file and not in it."""
    own = tuple(maker.column for maker in makers_of(MODELS[table]))
    if table == "files":
        return Column("sha256", TEXT), *own
    key: tuple[Column, ...] = (Column("sha256", TEXT, nullable=False),)
    if table in FACTS:
        key += (Column("record", INTEGER, nullable=False),)
        own = (*own, Column("text", TEXT, nullable="start" not in {c.name for c in own if not c.nullable}))
    return *key, *own, *ADDED.get(table, ())


@cache
def columns_mark() -> str:
    """Tells whether two data sets have the same columns: a field more in a record, and it is another one."""
    return hashlib.sha256(repr([(table, columns(table)) for table in TABLES]).encode()).hexdigest()[:12]


# ---------------------------------------------------------------- for Arrow
def _arrow_type(kind: Type) -> Any:
    arrow = need("pyarrow", "dataset")
    if isinstance(kind, ListOf):
        return arrow.list_(_arrow_type(kind.item))
    if isinstance(kind, Struct):
        return arrow.struct([arrow.field(name, _arrow_type(part)) for name, part in kind.parts])
    return {"string": arrow.string, "int64": arrow.int64, "bool": arrow.bool_, "double": arrow.float64, "binary": arrow.binary}[
        kind.name
    ]()


@cache
def arrow_schema(table: str) -> Any:
    """The Arrow schema of a table's Parquet files. Raises `DatasetLibraryMissing` where pyarrow is not installed."""
    arrow = need("pyarrow", "dataset")
    fields = [arrow.field(column.name, _arrow_type(column.type), column.nullable) for column in columns(table)]
    return arrow.schema(fields, metadata={"vnreport.table": table, "vnreport.schema_version": SCHEMA_VERSION})
