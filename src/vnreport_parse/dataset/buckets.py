"""Which reports stand in which part: by year and format, and by the first bits of the hash where a part would be large.

It follows from the reports alone, not from the order in which they came: the same reports are always in the same parts.
Files of the same bytes are one report: the first of them by path, its owner, stands for all.
"""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Cursor
from typing import NamedTuple

from .entries import Packed
from .register import Register, Table

_MOST_REPORTS = 1000
_MOST_CHARACTERS = 16_000_000
_DEEPEST = 64  # bits
_IN_BUCKET = "year IS :year AND format IS :format AND sha256 >= :low AND sha256 < :high"


class Bucket(NamedTuple):
    """A part of each table."""

    year: int | None
    format: str | None
    bits: str = ""

    def touches(self, other: Bucket) -> bool:
        """Whether a report may have been in the one and be in the other."""
        shorter = min(len(self.bits), len(other.bits))
        return self[:2] == other[:2] and self.bits[:shorter] == other.bits[:shorter]

    @property
    def place(self) -> dict[str, object]:
        """Its year and format, and the hashes between which its own are."""
        digits = -(-len(self.bits) // 4)
        low, high = (self.bits.ljust(4 * digits, bit) for bit in "01")
        first, last = (f"{int(bits, 2):0{digits}x}" if bits else "" for bits in (low, high))
        return {"year": self.year, "format": self.format, "low": first, "high": f"{last}g"}  # behind every hexadecimal digit


class Owners:
    """The reports of the data set `before`, or of the one that is to be (`now`)."""

    def __init__(self, register: Register, table: Table) -> None:
        self._register = register
        self._files, self._table = table, f"owner_{table}"

    def gather(self, *, without_plan: bool = False) -> None:
        """Finds them; `without_plan`: but for files that are to be read."""
        left_out = " AND path NOT IN (SELECT path FROM todo)" if without_plan else ""
        self._register.run(f"DELETE FROM {self._table}")
        self._register.run(
            f"INSERT INTO {self._table} SELECT sha256, min(path), year, format, characters, deleted, at, length, crc"
            f" FROM {self._files} WHERE sha256 IS NOT NULL AND error IS NULL{left_out} GROUP BY sha256"
        )

    def weight(self, bucket: Bucket) -> tuple[int, int]:
        """How many reports there are in a bucket, and their characters."""
        count, characters = self._of(bucket, "count(*), sum(characters)").fetchone()
        return count, characters or 0

    def hashes(self, bucket: Bucket) -> list[str]:
        """The reports of a bucket, sorted."""
        return [sha256 for (sha256,) in self._of(bucket, "sha256")]

    def packed(self, bucket: Bucket) -> list[Packed]:
        """Where the rows of those reports are that were read now."""
        return [Packed(*place) for place in self._of(bucket, "at, length, crc", "at IS NOT NULL")]

    def kept(self, bucket: Bucket) -> list[str]:
        """The reports whose rows are in parts of the data set."""
        return [sha256 for (sha256,) in self._of(bucket, "sha256", "at IS NULL")]

    def forget(self, bucket: Bucket) -> int:
        """Makes what is known of the files of these reports unknown, unless they were read now; how many of them are gone."""
        lost = f"FROM now WHERE at IS NULL AND sha256 IN (SELECT sha256 FROM {self._table} WHERE {_IN_BUCKET})"
        gone: int = self._register.one(f"SELECT count(*) {lost} AND deleted", bucket.place)
        self._register.run(f"DELETE {lost}", bucket.place)
        return gone

    def _of(self, bucket: Bucket, columns: str, where: str = "true") -> Cursor:
        return self._register.run(
            f"SELECT {columns} FROM {self._table} WHERE {_IN_BUCKET} AND {where} ORDER BY sha256",
            bucket.place,
        )

    def split(self) -> Iterator[Bucket]:
        """The buckets. There is one at least, be it empty."""
        places = self._register.run(f"SELECT DISTINCT year, format FROM {self._table}").fetchall()
        for year, format_ in places:
            yield from self._halved(Bucket(year, format_))
        if not places:
            yield Bucket(None, None)

    def _halved(self, bucket: Bucket) -> Iterator[Bucket]:
        count, characters = self.weight(bucket)
        if count > 1 and len(bucket.bits) < _DEEPEST and (count > _MOST_REPORTS or characters > _MOST_CHARACTERS):
            for bit in "01":
                yield from self._halved(bucket._replace(bits=bucket.bits + bit))
        elif count:
            yield bucket
