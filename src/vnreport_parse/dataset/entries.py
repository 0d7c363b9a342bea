"""A file of the archive and what became of it, as builds remember it."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from .archive import Stamp
from .working import Outcome


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


def line_of(entry: Entry) -> bytes:
    """An entry as a line of JSON."""
    told = {name: value for name in _FIELDS if (value := getattr(entry, name)) is not None and value is not False}
    return json.dumps(told, separators=(",", ":")).encode() + b"\n"


def entry_of_line(line: bytes) -> Entry:
    """The entry of such a line. Raises `ValueError` or `TypeError` for another one."""
    told = json.loads(line)
    for name in ("format", "parsed_by", "error"):
        if name in told:
            told[name] = sys.intern(told[name])
    if "packed" in told:
        told["packed"] = Packed(*told["packed"])
    return Entry(**told)
