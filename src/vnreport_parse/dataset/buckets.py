"""Which reports stand in which part: by year and format, and by the first bits of the hash where a part would be large.

It follows from the reports alone, not from the order in which they came: the same reports are always in the same parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .journal import Entry

_MOST_REPORTS = 1000
_MOST_CHARACTERS = 16_000_000
_DEEPEST = 64  # bits


class Bucket(NamedTuple):
    """A part of each table."""

    year: int | None
    format: str | None
    bits: str = ""

    def touches(self, other: Bucket) -> bool:
        """Whether a report may have been in the one and be in the other."""
        shorter = min(len(self.bits), len(other.bits))
        return self[:2] == other[:2] and self.bits[:shorter] == other.bits[:shorter]


def split(reports: Mapping[str, Entry]) -> dict[Bucket, list[str]]:
    """The hashes of each bucket, sorted. There is one bucket at least, be it empty."""
    by_place: dict[tuple[int | None, str | None], list[str]] = {}
    for sha256 in sorted(reports):
        entry = reports[sha256]
        by_place.setdefault((entry.year, entry.format), []).append(sha256)
    found: dict[Bucket, list[str]] = {}
    for (year, format_), hashes in by_place.items():
        sizes = {sha256: reports[sha256].characters or 0 for sha256 in hashes}
        found |= {Bucket(year, format_, bits): part for bits, part in _halved("", hashes, sizes)}
    return found or {Bucket(None, None): []}


def _halved(bits: str, hashes: list[str], sizes: Mapping[str, int]) -> Iterable[tuple[str, list[str]]]:
    if len(hashes) <= 1 or len(bits) >= _DEEPEST:
        return [(bits, hashes)]
    if len(hashes) <= _MOST_REPORTS and sum(sizes[sha256] for sha256 in hashes) <= _MOST_CHARACTERS:
        return [(bits, hashes)]
    halves: tuple[list[str], list[str]] = ([], [])
    for sha256 in hashes:
        halves[_bit(sha256, len(bits))].append(sha256)
    return [pair for bit, half in enumerate(halves) if half for pair in _halved(f"{bits}{bit}", half, sizes)]


def _bit(sha256: str, place: int) -> int:
    return int(sha256[place // 4], 16) >> (3 - place % 4) & 1
