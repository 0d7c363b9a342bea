"""What is known of each file, on the disk: the files of the last finished build, and the journal of the one at work.

The rows of files that are done go to a pack, then a line to the journal says so; each is on the disk before the next
thing is written. A last line that was cut off, by a kill or a full disk, counts as not written.
"""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from .clock import ticking
from .entries import Entry, Packed, entry_of_line, line_of

KNOWN, JOURNAL, PACK = "known.jsonl", "journal.jsonl", "rows.pack"


# ---------------------------------------------------------------- of the last finished build
def write_known(path: Path, head: Head, entries: Iterable[Entry]) -> None:
    """Writes what is known of all files, whole on the disk when it returns."""
    with path.open("wb") as stream:
        stream.write(json.dumps(asdict(head)).encode() + b"\n")
        for entry in entries:
            stream.write(line_of(entry))
        sync(stream)


def read_known(path: Path) -> tuple[Head | None, Iterator[Entry]]:
    """What was known when the data set was last finished; nothing where there is none, or none that we understand.

    The entries raise `ValueError` or `TypeError` at a line that is none.
    """
    lines = _lines(path)
    head = Head.read(next(lines, b""))
    return head, map(entry_of_line, lines) if head else iter(())


def _lines(path: Path) -> Iterator[bytes]:
    with contextlib.suppress(FileNotFoundError), path.open("rb") as stream:
        yield from stream


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
        self.done = 0
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
                good, end = self._check(lines)
        if not useful:
            self._path.unlink()
            self._pack_path.unlink(missing_ok=True)
            return False
        os.truncate(self._path, good)
        os.truncate(self._pack_path, end)
        return True

    def _check(self, lines: BinaryIO) -> tuple[int, int]:
        """Counts whole lines whose rows are whole too; the length of what is good, of the lines and of the rows."""
        good, end = lines.tell(), 0
        self._pack_path.touch()
        with self._pack_path.open("rb") as pack:
            for line in lines:
                try:
                    entry = entry_of_line(line) if line.endswith(b"\n") else None
                except (ValueError, TypeError):
                    entry = None
                if entry is None or (entry.packed and not _whole(pack, entry.packed)):
                    break
                if entry.packed:
                    end = max(end, entry.packed.offset + entry.packed.length)
                self.done += 1
                good += len(line)
        return good, end

    def entries(self) -> Iterator[Entry]:
        """The files that are done and kept; one that was read twice comes twice."""
        lines = _lines(self._path)
        next(lines, None)
        return map(entry_of_line, lines)

    def add(self, entry: Entry, rows: bytes) -> None:
        """Notes a file that is done; kept for good by the next `keep`."""
        if rows:
            entry.packed = Packed(self._pack.tell(), len(rows), zlib.crc32(rows))
            self._pack.write(rows)
        self.done += 1
        self._waiting.append(entry)

    def keep(self) -> None:
        """Puts on the disk what was noted: rows first, so that no line speaks of rows that are not there."""
        if not self._waiting:
            return
        sync(self._pack)
        for entry in self._waiting:
            self._lines.write(line_of(entry))
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
