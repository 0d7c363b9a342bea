"""All files that are known, in tables on the disk while a build is at work: memory does not grow with the archive.

It is a scratch file, made anew by each build: what must outlive a kill is in `journal`. Paths are bytes in it, so that a name
that is no UTF-8 fits, and their order is that of Python's texts.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from .archive import Found
from .entries import Entry, Packed

REGISTER = "register.sqlite"
_MOST_PAGES = 1 << 30  # of 4 KB
_FILE = (
    "path BLOB PRIMARY KEY, size INTEGER, mark TEXT, sha256 TEXT, year INTEGER, format TEXT, characters INTEGER, error TEXT,"
    " details TEXT, parsed_by TEXT, deleted INTEGER, folder INTEGER, at INTEGER, length INTEGER, crc INTEGER"
)
_COLUMNS = ", ".join(column.split()[0] for column in _FILE.split(", "))
_OWNER = (
    "sha256 TEXT PRIMARY KEY, path BLOB, year INTEGER, format TEXT, characters INTEGER, deleted INTEGER,"
    " at INTEGER, length INTEGER, crc INTEGER"
)
_SCHEMA = f"""
CREATE TABLE before ({_FILE}) WITHOUT ROWID;
CREATE TABLE now ({_FILE}, done INTEGER DEFAULT 0) WITHOUT ROWID;
CREATE TABLE found (path BLOB PRIMARY KEY, size INTEGER, mark TEXT, error TEXT, details TEXT, folder INTEGER) WITHOUT ROWID;
CREATE TABLE plan (path BLOB PRIMARY KEY, fate TEXT, known TEXT, size INTEGER) WITHOUT ROWID;
CREATE VIEW todo AS SELECT path, known, size FROM plan WHERE fate IN ('new', 'changed', 'again');
CREATE TABLE gone (path BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE owner_before ({_OWNER}) WITHOUT ROWID;
CREATE TABLE owner_now ({_OWNER}) WITHOUT ROWID;
CREATE INDEX place_before ON owner_before (year, format, sha256, characters);
CREATE INDEX place_now ON owner_now (year, format, sha256, characters);
"""

Table = Literal["before", "now"]


class Register:
    """The tables: `before`, files as the last finished build left them; `now`, as they are after what was read since."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / REGISTER
        self._path.unlink(missing_ok=True)  # of a build that was killed
        address = f"{self._path.resolve().as_uri()}?nolock=1"  # nobody else opens it, and not every network disk knows locks
        self._connection = sqlite3.connect(address, isolation_level=None, uri=True)
        for setting in ("journal_mode = OFF", "synchronous = OFF", f"max_page_count = {_MOST_PAGES}"):
            self.run(f"PRAGMA {setting}")
        self._connection.executescript(_SCHEMA)
        self.run("BEGIN")  # and never an end: nothing of it is kept

    def close(self) -> None:
        """Takes the tables away."""
        self._connection.close()
        self._path.unlink(missing_ok=True)

    def run(self, sql: str, given: Sequence[object] | Mapping[str, object] = ()) -> sqlite3.Cursor:
        """Carries out a statement; rows come one at a time."""
        return self._connection.execute(sql, given)

    def one(self, sql: str, given: Sequence[object] | Mapping[str, object] = ()) -> Any:
        """The one value that a statement gives."""
        return self.run(sql, given).fetchone()[0]

    # ------------------------------------------------------------ filling
    def remember(self, entries: Iterable[Entry]) -> None:
        """Takes what was known when the data set was last finished. Nothing of it stays where `entries` raises an error."""
        try:
            self._fill("before", entries)
        except BaseException:
            self.forget()
            raise

    def forget(self) -> None:
        """As if no build had been finished."""
        self.run("DELETE FROM before")

    def start(self) -> None:
        """What is known now is what was known before."""
        self.run(f"INSERT INTO now ({_COLUMNS}) SELECT {_COLUMNS} FROM before")

    def take_up(self, entries: Iterable[Entry]) -> None:
        """Takes what an unfinished build has done."""
        self._fill("now", entries, done=1)

    def find(self, found: Iterable[Found]) -> None:
        """Takes what the archive holds."""
        self._connection.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?, ?, ?)", map(_row_of_found, found))

    def _fill(self, table: Table, entries: Iterable[Entry], *, done: int | None = None) -> None:
        more = "" if done is None else ", done"
        marks = ", ".join("?" * (_COLUMNS.count(",") + 1)) + ("" if done is None else f", {done}")
        self._connection.executemany(f"INSERT OR REPLACE INTO {table} ({_COLUMNS}{more}) VALUES ({marks})", map(_row, entries))

    # ------------------------------------------------------------ one file
    def get(self, path: str) -> Entry | None:
        """What is known now of a file."""
        row = self.run(f"SELECT {_COLUMNS} FROM now WHERE path = ?", (to_bytes(path),)).fetchone()
        return _entry(row) if row else None

    def put(self, entry: Entry) -> None:
        """Notes a file as it is now."""
        self._fill("now", [entry])

    # ------------------------------------------------------------ all files
    def entries(self) -> Iterator[Entry]:
        """All files as they are now, by path."""
        return map(_entry, self.run(f"SELECT {_COLUMNS} FROM now ORDER BY path"))

    def with_owner(self) -> Iterator[tuple[Entry, str | None]]:
        """All files as they are now, by path, each with the path of the file whose reading stands for its bytes."""
        columns = ", ".join(f"n.{column}" for column in _COLUMNS.split(", "))
        owned = (
            f"SELECT {columns}, o.path FROM now n LEFT JOIN owner_now o ON o.sha256 = n.sha256 AND n.error IS NULL ORDER BY n.path"
        )
        for *row, owner in self.run(owned):
            yield _entry(row), None if owner is None else to_text(owner)

    def differs(self) -> bool:
        """Whether anything is not as it was before."""
        if self.one("SELECT count(*) FROM before") != self.one("SELECT count(*) FROM now"):
            return True
        other = " OR ".join(f"n.{column} IS NOT b.{column}" for column in _COLUMNS.split(", "))
        return bool(self.one(f"SELECT EXISTS (SELECT 1 FROM now n LEFT JOIN before b USING (path) WHERE {other})"))


# ---------------------------------------------------------------- rows
def to_bytes(path: str) -> bytes:
    """A path as it stands in the tables."""
    return path.encode("utf-8", "surrogatepass")


def to_text(path: bytes) -> str:
    """A path of the tables."""
    return path.decode("utf-8", "surrogatepass")


def _row_of_found(found: Found) -> tuple[object, ...]:
    error = found.error
    details = json.dumps(error.details) if error and error.details else None
    path = to_bytes(found.path or ".")
    return path, *found.stamp, error.kind if error else None, details, found.folder


def _row(entry: Entry) -> tuple[object, ...]:
    return (
        to_bytes(entry.path),
        entry.size,
        entry.mark,
        entry.sha256,
        entry.year,
        entry.format,
        entry.characters,
        entry.error,
        json.dumps(entry.details) if entry.details else None,
        entry.parsed_by,
        entry.deleted,
        entry.folder,
        *(entry.packed or (None, None, None)),
    )


def _entry(row: Sequence[Any]) -> Entry:
    path, size, mark, sha256, year, format_, characters, error, details, parsed_by, deleted, folder, at, length, crc = row
    told = json.loads(details) if details else None
    packed = None if at is None else Packed(at, length, crc)
    return Entry(
        to_text(path), size, mark, sha256, year, format_, characters, error, told, parsed_by, bool(deleted), bool(folder), packed
    )
