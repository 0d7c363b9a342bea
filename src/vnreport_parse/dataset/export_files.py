"""A data set as CSV, JSONL or Excel files. What is written appears under its name only when all of it is there."""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from errno import ENOENT
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from ..errors import UsageError
from .dictionary import all_columns
from .flattening import csv_cell, flat, plain
from .layout import DatasetFolder
from .needs import need
from .reading import Row, read_rows
from .schema import TABLES

SHEET_ROWS = 1_048_576  # what a sheet holds, its head included
CELL_LENGTH = 32_767
_CUT = " […]"


class Exported(NamedTuple):
    """What was written: rows by table, and what did not fit: texts that were cut, tables of several sheets."""

    rows: dict[str, int]
    cut: int = 0
    sheets: dict[str, int] | None = None


def tables_asked(names: Sequence[str] | None) -> list[str]:
    """The tables to export: those named, or all. Raises `UsageError` for a name that is none."""
    if unknown := next((name for name in names or () if name not in TABLES), None):
        raise UsageError(f"no table {unknown!r}; there are {', '.join(TABLES)}")
    return [table for table in TABLES if names is None or table in names]


# ---------------------------------------------------------------- folders of files
def export_csv(
    folder: DatasetFolder,
    out: Path,
    tables: Sequence[str] | None = None,
    *,
    bom: bool = False,
    guard: bool = True,
    force: bool = False,
) -> Exported:
    """`TABLE.csv` for each table. `bom`: a mark in front, by which Excel knows UTF-8; `guard`: no cell is taken for a formula."""

    def write(path: Path, table: str, rows: Iterable[Row]) -> int:
        written = 0
        with path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as stream:
            writer = csv.writer(stream)
            names = [column.name for column in all_columns(table)]
            writer.writerow(names)
            for written, row in enumerate(rows, 1):  # noqa: B007
                writer.writerow(csv_cell(row[name], guard=guard) for name in names)
        return written

    return _export_folder(folder, out, tables, write, ("csv", force))


def export_jsonl(folder: DatasetFolder, out: Path, tables: Sequence[str] | None = None, *, force: bool = False) -> Exported:
    """`TABLE.jsonl` for each table, a row a line, in the form of the data set's `schema.json`."""

    def write(path: Path, _: str, rows: Iterable[Row]) -> int:
        written = 0
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            for written, row in enumerate(rows, 1):  # noqa: B007
                stream.write(json.dumps(plain(row), ensure_ascii=False) + "\n")
        return written

    return _export_folder(folder, out, tables, write, ("jsonl", force))


def _export_folder(
    folder: DatasetFolder,
    out: Path,
    tables: Sequence[str] | None,
    write: Callable[[Path, str, Iterable[Row]], int],
    form: tuple[str, bool],
) -> Exported:
    suffix, force = form
    asked = tables_asked(tables)
    with whole(out, folder, force=force) as waiting:
        waiting.mkdir()
        return Exported({table: write(waiting / f"{table}.{suffix}", table, read_rows(folder, table)) for table in asked})


@contextmanager
def whole(out: Path, folder: DatasetFolder, *, force: bool) -> Iterator[Path]:
    """A name to write under, which becomes `out` at the end; nothing is left where that fails.

    Raises `UsageError` where `out` is there already (unless `force`: then what is written replaces what has its name, and
    other files of a folder stay) or is in the data set, and `OSError` where it cannot be written.
    """
    if folder.root.resolve() in (out.resolve(), *out.resolve().parents):
        raise UsageError(f"{out}: this is in the data set itself; choose another place")
    if out.exists() and not force:
        raise UsageError(f"{out}: is there already; choose another name, or --force to replace it")
    if not out.parent.is_dir():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), os.fspath(out))
    waiting = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        yield waiting
        if waiting.is_dir() and out.is_dir():
            for file in sorted(waiting.iterdir()):
                file.replace(out / file.name)
        else:
            waiting.replace(out)
    finally:
        if waiting.is_dir():
            shutil.rmtree(waiting, ignore_errors=True)
        waiting.unlink(missing_ok=True)


# ---------------------------------------------------------------- Excel
def export_xlsx(folder: DatasetFolder, out: Path, tables: Sequence[str] | None = None, *, force: bool = False) -> Exported:
    """One workbook, a sheet for each table.

    A table of more rows than a sheet holds goes on in further ones (`counts 2`), and a text longer than a cell holds is cut;
    both are told. Texts are written as texts, never as formulas. Raises `DatasetLibraryMissing` where xlsxwriter is not installed.
    """
    xlsxwriter = need("xlsxwriter", "dataset")
    asked = tables_asked(tables)
    with whole(out, folder, force=force) as waiting, TemporaryDirectory() as leaves:
        book = xlsxwriter.Workbook(os.fspath(waiting), {"constant_memory": True, "tmpdir": leaves})
        try:
            sheets = _Sheets(book, book.add_format({"bold": True, "bottom": 1}))
            rows = {table: sheets.write(table, read_rows(folder, table)) for table in asked}
            book.close()
        except xlsxwriter.exceptions.FileCreateError as error:
            raise OSError(*error.args[0].args) from error
        finally:
            book.fileclosed = True  # else it is written once more when it is forgotten
    return Exported(rows, sheets.cut, {table: count for table, count in sheets.used.items() if count > 1})


class _Sheets:
    """The sheets of a workbook."""

    def __init__(self, book: Any, head: Any) -> None:
        self._book, self._head = book, head
        self.cut = 0
        self.used: dict[str, int] = {}

    def write(self, table: str, rows: Iterable[Row]) -> int:
        """Writes the rows of a table, on as many sheets as they need."""
        names = [column.name for column in all_columns(table)]
        sheet, at, written = self._sheet(table, names), 0, 0
        for written, row in enumerate(rows, 1):  # noqa: B007
            at += 1
            if at == SHEET_ROWS:
                sheet, at = self._sheet(table, names), 1
            for column, name in enumerate(names):
                self._cell(sheet, (at, column), flat(row[name]))
        return written

    def _sheet(self, table: str, names: Sequence[str]) -> Any:
        self.used[table] = self.used.get(table, 0) + 1
        number = self.used[table]
        sheet = self._book.add_worksheet(table if number == 1 else f"{table} {number}")
        sheet.freeze_panes(1, 0)
        for column, name in enumerate(names):
            sheet.write_string(0, column, name, self._head)
        return sheet

    def _cell(self, sheet: Any, place: tuple[int, int], value: Any) -> None:
        if isinstance(value, str):
            if len(value) > CELL_LENGTH:
                self.cut += 1
                value = value[: CELL_LENGTH - len(_CUT)] + _CUT
            sheet.write_string(*place, value)
        elif isinstance(value, bool):
            sheet.write_boolean(*place, value)
        elif value is not None:
            sheet.write_number(*place, value)


FILE_EXPORTS: Mapping[str, Callable[..., Exported]] = {"csv": export_csv, "jsonl": export_jsonl, "xlsx": export_xlsx}
