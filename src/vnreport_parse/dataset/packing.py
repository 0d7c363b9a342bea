"""The rows of one document as bytes, and back: one Arrow record batch of one row, in which each table is a list of structs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from .needs import need
from .rows import Row
from .schema import TABLES, arrow_schema

PACKED = tuple(table for table in TABLES if table != "files")
_LENGTH = 8  # bytes that say how long the batch is when unpacked


@cache
def _shape() -> Any:
    arrow = need("pyarrow", "dataset")
    return arrow.schema([arrow.field(table, arrow.list_(arrow.struct(list(arrow_schema(table))))) for table in PACKED])


def pack(rows: dict[str, list[Row]]) -> bytes:
    """The rows of a document as bytes."""
    arrow = need("pyarrow", "dataset")
    plain = arrow.RecordBatch.from_pylist([rows], schema=_shape()).serialize()
    return len(plain).to_bytes(_LENGTH, "little") + bytes(arrow.compress(plain, "zstd"))


def unpack(documents: Sequence[bytes]) -> dict[str, Any]:
    """An Arrow table for each table but `files`, with the rows of the documents in their order."""
    arrow = need("pyarrow", "dataset")
    batches = []
    for packed in documents:
        length = int.from_bytes(packed[:_LENGTH], "little")
        plain = arrow.decompress(packed[_LENGTH:], decompressed_size=length, codec="zstd")
        batches.append(arrow.ipc.read_record_batch(plain, _shape()))
    together = arrow.Table.from_batches(batches, schema=_shape()).combine_chunks()
    return {table: _flat(together.column(table), table) for table in PACKED}


def _flat(column: Any, table: str) -> Any:
    arrow = need("pyarrow", "dataset")
    schema = arrow_schema(table)
    chunks = [chunk.flatten() for chunk in column.chunks]
    batches = [arrow.RecordBatch.from_arrays(structs.flatten(), schema=schema) for structs in chunks]
    return arrow.Table.from_batches(batches, schema=schema)
