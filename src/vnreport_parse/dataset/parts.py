"""Writing the Parquet files. A part's bytes follow from its rows alone, wherever these came from and in whatever order."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import REASONS
from .buckets import Bucket
from .entries import Entry, Packed
from .journal import read_rows, sync
from .layout import part_path
from .needs import need
from .packing import PACKED, unpack
from .register import Register
from .schema import FileRecord, arrow_schema, makers_of
from .working import Begin

FILES_PART = "files/part-all.parquet"
_ROWS_A_GROUP = 100_000
_FILES_A_GROUP = 2_000


class Part(NamedTuple):
    """A Parquet file, as the manifest names it."""

    table: str
    path: str
    rows: int
    bytes: int
    sha256: str


class PartTask(NamedTuple):
    """A bucket to write: rows that were read now (`fresh`, in the pack) and rows of reports `kept` from earlier parts."""

    bucket: Bucket
    fresh: tuple[Packed, ...]
    kept: tuple[str, ...]
    sources: tuple[Bucket, ...]


class PartJob(NamedTuple):
    """A bucket to write, as a job for an engine. `root`: the data set; `staging`: where the new parts wait."""

    root: str
    staging: str
    pack: str
    items: tuple[PartTask, ...]

    def perform(self, begin: Begin) -> Iterator[tuple[int, tuple[Part, ...] | str]]:
        """The parts of each bucket; where they cannot be written, why."""
        for at, task in enumerate(self.items):
            begin(at)
            try:
                yield at, tuple(self._written(task))
            except Exception as error:  # noqa: BLE001 - the one who asked says it
                yield at, getattr(error, "strerror", None) or f"{type(error).__name__}: {error}"

    def only(self, places: Sequence[int]) -> PartJob:
        """A job of some of the buckets."""
        return self._replace(items=tuple(self.items[at] for at in places))

    def lost(self, place: int, kind: str, details: dict[str, str]) -> str:
        """Why a bucket could not be written."""
        bucket = self.items[place].bucket
        return f"the part of {bucket.year}, {bucket.format}: {REASONS[kind].reason.format_map(details)}"

    def _written(self, task: PartTask) -> Iterator[Part]:
        fresh = unpack(list(read_rows(Path(self.pack), task.fresh)))
        for table in PACKED:
            pieces = [fresh.pop(table), *self._kept(task, table)]
            path = part_path(table, *task.bucket)
            yield _write(_sorted(pieces, table), table, Path(self.staging), path)

    def _kept(self, task: PartTask, table: str) -> Iterator[Any]:
        if not task.kept:
            return
        parquet, compute = need("pyarrow.parquet", "dataset"), need("pyarrow.compute", "dataset")
        wanted = need("pyarrow", "dataset").array(task.kept)
        for bucket in task.sources:
            rows = parquet.ParquetFile(Path(self.root, part_path(table, *bucket))).read()
            yield rows.filter(compute.is_in(rows.column("sha256"), value_set=wanted))


def _sorted(pieces: list[Any], table: str) -> Any:
    arrow, schema = need("pyarrow", "dataset"), arrow_schema(table)
    rows = arrow.concat_tables([piece.cast(schema) for piece in pieces])
    keys = [(name, "ascending") for name in ("sha256", "record") if name in schema.names]
    return rows.sort_by(keys).combine_chunks().replace_schema_metadata(schema.metadata)


def _write(rows: Any, table: str, staging: Path, path: str) -> Part:
    target = staging / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as stream:
        with need("pyarrow.parquet", "dataset").ParquetWriter(stream, rows.schema, compression="zstd") as writer:
            if rows.num_rows:  # a group without rows is more than some readers take (`datasets`)
                writer.write_table(rows, _ROWS_A_GROUP)
        sync(stream)
    return _described(table, staging, path, rows.num_rows)


def _described(table: str, staging: Path, path: str, rows: int) -> Part:
    with (staging / path).open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    return Part(table, path, rows, (staging / path).stat().st_size, sha256)


# ---------------------------------------------------------------- the table `files`
def write_files(register: Register, staging: Path) -> Part:
    """The table of all files, by path."""
    arrow, parquet = need("pyarrow", "dataset"), need("pyarrow.parquet", "dataset")
    schema = arrow_schema("files")
    target = staging / FILES_PART
    target.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with target.open("wb") as stream:
        with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
            rows = (file_row(entry, owner) for entry, owner in register.with_owner())
            while group := list(islice(rows, _FILES_A_GROUP)):
                writer.write_table(arrow.Table.from_pylist(group, schema=schema))
                written += len(group)
        sync(stream)
    return _described("files", staging, FILES_PART, written)


def file_row(entry: Entry, owner: str | None) -> dict[str, object]:
    """The row of a file; `owner`: the path of the one whose reading stands for its bytes."""
    path = readable(entry.path)
    reason = REASONS[entry.error] if entry.error else None
    details = entry.details or {}
    record = FileRecord(
        path=path,
        path_bytes=os.fsencode(entry.path),
        name=unicodedata.normalize("NFC", path.rpartition("/")[2]),
        size=None if entry.folder else entry.size,
        status="unreadable" if entry.error else "read",
        year=entry.year,
        format=entry.format,
        characters=entry.characters,
        duplicate_of=readable(owner) if owner is not None and owner != entry.path else None,
        deleted=entry.deleted,
        error=entry.error,
        reason=reason.reason.format_map(details) if reason else None,
        remedy=reason.remedy.format_map(details) if reason else None,
        parsed_by=entry.parsed_by,
    )
    return {"sha256": entry.sha256} | {maker.column.name: maker.of(record, "") for maker in makers_of(FileRecord)}


def readable(path: str) -> str:
    r"""A path for reading: bytes that are no UTF-8 as `\xff`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
