"""OLE2 compound files, as far as needed to say what is in one: its streams by name, and the first bytes of a stream."""

from __future__ import annotations

import struct
from typing import NamedTuple

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_END = 0xFFFFFFFA  # numbers from here on mean something else than a sector
_ENTRY = 128
_MOST_ENTRIES = 100_000
_STREAM, _ROOT = 2, 5


class BrokenFile(ValueError):
    """The file does not hold together; the text says why."""


class Entry(NamedTuple):
    """A stream: its first sector and its length."""

    start: int
    size: int


class CompoundFile:
    """Reads the directory. Raises `BrokenFile`; time and memory are bounded by the length of `data`."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER or not data.startswith(SIGNATURE):
            raise BrokenFile("it ends within its header")
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise BrokenFile("its header makes no sense")
        self._sector = 1 << shift
        directory, _, _, self._mini_start, _, more, more_count = struct.unpack_from("<7I", data, 48)
        self._cutoff = struct.unpack_from("<I", data, 56)[0]
        self._last = max((len(data) - 1) // self._sector - 1, 0)  # the last sector that has begun
        self._fat = self._read_fat(more, more_count)
        self.streams: dict[str, Entry] = {}
        self._root = Entry(_END, 0)
        self._read_directory(directory)

    # ------------------------------------------------------------ sectors
    def _numbers(self, sector: int) -> tuple[int, ...]:
        """A sector as numbers; what is missing at the end of the file is free."""
        start = (sector + 1) * self._sector
        piece = self._data[start : start + self._sector].ljust(self._sector, b"\xff")
        return struct.unpack(f"<{self._sector // 4}I", piece)

    def _read_fat(self, more: int, count: int) -> list[int]:
        places = list(struct.unpack_from("<109I", self._data, 76))
        seen: set[int] = set()
        while more < _END and len(seen) < count:
            if more > self._last or more in seen:
                raise BrokenFile("its table of sectors is cut off")
            seen.add(more)
            *found, more = self._numbers(more)
            places += found
        table: list[int] = []
        for place in places:
            if place >= _END:
                continue
            if place > self._last or len(table) > self._last + self._sector:
                raise BrokenFile("its table of sectors is cut off")
            table += self._numbers(place)
        return table

    def _chain(self, start: int, most: int | None = None) -> list[int]:
        """The sectors of a stream, or the first `most` of them."""
        found: list[int] = []
        while start < _END and (most is None or len(found) < most):
            if start > self._last or start >= len(self._fat) or len(found) > self._last:
                raise BrokenFile("it ends in the middle of the text")
            found.append(start)
            start = self._fat[start]
        return found

    # ------------------------------------------------------------ the directory
    def _read_directory(self, start: int) -> None:
        seen = 0
        for sector in self._chain(start):
            at = (sector + 1) * self._sector
            for offset in range(at, min(at + self._sector, len(self._data) - _ENTRY + 1), _ENTRY):
                seen += 1
                self._read_entry(self._data[offset : offset + _ENTRY])
            if seen > _MOST_ENTRIES:
                raise BrokenFile("its directory has no end")

    def _read_entry(self, raw: bytes) -> None:
        length, kind = struct.unpack_from("<HB", raw, 64)
        start, size = struct.unpack_from("<II", raw, 116)
        name = raw[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        if kind == _STREAM:
            self.streams.setdefault(name, Entry(start, size))
        elif kind == _ROOT:
            self._root = Entry(start, size)

    # ------------------------------------------------------------ streams
    def head(self, name: str, length: int) -> bytes:
        """The first bytes (at most 64) of a stream."""
        entry = self.streams[name]
        if entry.size >= self._cutoff:
            at = (self._chain(entry.start, 1)[0] + 1) * self._sector if entry.size else 0
        else:
            inner, offset = divmod(entry.start * 64, self._sector)
            sectors = self._chain(self._root.start, inner + 1)
            if len(sectors) <= inner:
                raise BrokenFile("it ends in the middle of the text")
            at = (sectors[inner] + 1) * self._sector + offset
        return self._data[at : at + min(length, entry.size, 64)]

    def check(self, name: str) -> None:
        """Raises `BrokenFile` where a stream is cut off."""
        entry = self.streams[name]
        if entry.size >= self._cutoff:
            whole = len(self._chain(entry.start)) * self._sector
            if whole < entry.size:
                raise BrokenFile("it ends in the middle of the text")
