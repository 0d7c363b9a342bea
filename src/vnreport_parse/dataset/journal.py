"""What is known of each file, on the disk: the files of the last finished build, and the journal of the one at work.

The rows of files that are done go to a pack, then a line to the journal says so; each is on the disk before the next
thing is written. A last line that was cut off, by a kill or a full disk, counts as not written.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from .archive import Stamp
from .clock import ticking
from .working import Outcome

KNOWN, JOURNAL, PACK = "known.jsonl", "journal.jsonl", "rows.pack"


class Packed(NamedTuple):
    """Where the rows of a document stand in the pack of the journal."""

    offset: int
    length: int
    check: int  # crc32


@dataclass(slots=True)
class Entry:
    """A file, and what became of it when it was last read. `packed`: its rows, unless they are in the parts of the data set."""

    path: str
    size: int
    mark: str
    sha256: str | None = None
    year: int | None = None
    format: str | None = None
    characters: int | None = None
    error: str | None = None
    details: dict[str, str] | None = None
    parsed_by: str | None = None
    deleted: bool = False
    folder: bool = False
    packed: Packed | None = None

    @property
    def has_rows(self) -> bool:
        """Whether the file gave a report."""
        return self.sha256 is not None and self.error is None

    @property
    def stamp(self) -> Stamp:
        """What it was told apart by."""
        return Stamp(self.size, self.mark)


_FIELDS = tuple(field.name for field in fields(Entry))


def entry_of(outcome: Outcome, before: Entry | None, version: str) -> Entry:
    """The entry of a file that is done; `before` is what was known of it."""
    stamp = outcome.stamp or Stamp(0, "")
    if outcome.same and before is not None:
        return Entry(**{**_dict(before), "size": stamp.size, "mark": stamp.mark, "deleted": False})
    return Entry(
        path=outcome.path,
        size=stamp.size,
        mark=stamp.mark,
        sha256=outcome.sha256,
        year=outcome.year,
        format=outcome.format and sys.intern(outcome.format),
        characters=outcome.characters,
        error=outcome.error,
        details=outcome.details or None,
        parsed_by=version,
    )


def _dict(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in _FIELDS}


def _line(entry: Entry) -> bytes:
    told = {name: value for name in _FIELDS if (value := getattr(entry, name)) is not None and value is not False}
    return json.dumps(told, separators=(",", ":")).encode() + b"\n"


def _entry(line: bytes) -> Entry:
    told = json.loads(line)
    for name in ("format", "parsed_by", "error"):
        if name in told:
            told[name] = sys.intern(told[name])
    if "packed" in told:
        told["packed"] = Packed(*told["packed"])
    return Entry(**told)


# ---------------------------------------------------------------- of the last finished build
def write_known(path: Path, head: Head, entries: Iterable[Entry]) -> None:
    """Writes what is known of all files, whole on the disk when it returns."""
    with path.open("wb") as stream:
        stream.write(json.dumps(asdict(head)).encode() + b"\n")
        for entry in entries:
            stream.write(_line(entry))
        sync(stream)


def read_known(path: Path) -> tuple[Head | None, dict[str, Entry]]:
    """What was known when the data set was last finished; nothing where there is none, or none that we understand."""
    try:
        with path.open("rb") as stream:
            head = Head.read(stream.readline())
            return head, {entry.path: entry for entry in map(_entry, stream)} if head else {}
    except (FileNotFoundError, ValueError, TypeError):
        return None, {}


@dataclass(frozen=True, slots=True)
class Head:
    """By what the lines below were written. Rows of another head are not put beside ours."""

    layout: int
    schema_version: str
    columns: str
    segmented: bool
    arrow: str
    library: str

    @classmethod
    def read(cls, line: bytes) -> Head | None:
        """The head of a first line; None where that is none, or one of another layout."""
        try:
            return cls(**json.loads(line))
        except (ValueError, TypeError):
            return None


def sync(stream: BinaryIO) -> None:
    """To the disk, not only to the system."""
    stream.flush()
    os.fsync(stream.fileno())


# ---------------------------------------------------------------- of the build at work
class Journal:
    """The files that are done since the last finished build."""

    def __init__(self, folder: Path, head: Head) -> None:
        self._path, self._pack_path = folder / JOURNAL, folder / PACK
        self._head = head
        self.entries: dict[str, Entry] = {}
        self.discarded = not self._resume()
        self._lines = self._path.open("ab")
        self._pack = self._pack_path.open("ab")
        self._waiting: list[Entry] = []
        self.kept_at = ticking()
        if self._lines.tell() == 0:
            self._lines.write(json.dumps(asdict(head)).encode() + b"\n")
            sync(self._lines)

    def _resume(self) -> bool:
        """Takes up what an earlier run has done, and cuts off what it did not get done with. False where it is of no use."""
        if not self._path.exists():
            self._pack_path.unlink(missing_ok=True)
            return True
        with self._path.open("rb") as lines:
            useful = Head.read(lines.readline()) == self._head
            if useful:
                good = self._read(lines)
        if not useful:
            self._path.unlink()
            self._pack_path.unlink(missing_ok=True)
            return False
        os.truncate(self._path, good)
        end = max((e.packed.offset + e.packed.length for e in self.entries.values() if e.packed), default=0)
        if self._pack_path.exists():
            os.truncate(self._pack_path, end)
        return True

    def _read(self, lines: BinaryIO) -> int:
        """Reads whole lines whose rows are whole too; the length of what is good."""
        good = lines.tell()
        self._pack_path.touch()
        with self._pack_path.open("rb") as pack:
            for line in lines:
                try:
                    entry = _entry(line) if line.endswith(b"\n") else None
                except (ValueError, TypeError):
                    entry = None
                if entry is None or (entry.packed and not _whole(pack, entry.packed)):
                    break
                self.entries[entry.path] = entry
                good += len(line)
        return good

    def add(self, entry: Entry, rows: bytes) -> None:
        """Notes a file that is done; kept for good by the next `keep`."""
        if rows:
            entry.packed = Packed(self._pack.tell(), len(rows), zlib.crc32(rows))
            self._pack.write(rows)
        self.entries[entry.path] = entry
        self._waiting.append(entry)

    def keep(self) -> None:
        """Puts on the disk what was noted: rows first, so that no line speaks of rows that are not there."""
        if not self._waiting:
            return
        sync(self._pack)
        for entry in self._waiting:
            self._lines.write(_line(entry))
        sync(self._lines)
        self._waiting.clear()
        self.kept_at = ticking()

    @property
    def waiting(self) -> int:
        """How many files are noted and not yet kept."""
        return len(self._waiting)

    @property
    def pack(self) -> Path:
        """The file of rows."""
        return self._pack_path

    def remove(self) -> None:
        """Takes the journal away: nothing in it is of use."""
        self.close()
        for path in (self._path, self._pack_path):
            path.unlink(missing_ok=True)

    def close(self) -> None:
        """Keeps what is noted, and lets go of the files."""
        try:
            self.keep()
        finally:
            for stream in (self._lines, self._pack):
                with contextlib.suppress(OSError):  # a full disk was spoken of already
                    stream.close()


def _whole(pack: BinaryIO, place: Packed) -> bool:
    pack.seek(place.offset)
    return zlib.crc32(pack.read(place.length)) == place.check


def read_rows(pack: Path, places: Iterable[Packed]) -> Iterator[bytes]:
    """The rows at each place."""
    with pack.open("rb") as stream:
        for place in places:
            stream.seek(place.offset)
            yield stream.read(place.length)
