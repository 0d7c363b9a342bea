"""What there is to do: the files of the archive beside what is known of them."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from ..errors import UnreadableFile
from .archive import Archive, Found
from .journal import Entry
from .working import Chunk, Item

Deleted = Literal["keep", "drop"]
_PASSING = {"not_found", "permission", "system", "tool", "changed"}  # errors that another day may not have
_LOST = {"timeout", "time_limit", "died", "failed"}  # those that a user may want to try again
_CHUNK_FILES = 32
_LEAST_FILES = 4  # of which DOC are converted together
_CHUNK_BYTES = 32 << 20
_ROUNDS = 4  # chunks for each worker, at least


@dataclass(slots=True)
class Plan:
    """`todo`: paths to read, with the hash that need not be parsed anew; `gone`: files that are no longer there.

    `back`: files that were gone and are there again, unchanged.
    """

    todo: dict[str, str | None] = field(default_factory=dict)
    noted: list[Entry] = field(default_factory=list)  # what needs no reading: errors of the listing
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    unseen: int = 0  # in folders that cannot be listed
    sizes: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is to be read although it has not changed."""

    everything: bool = False
    failed: bool = False


def make_plan(found: Iterable[Found], entries: dict[str, Entry], done: dict[str, Entry], wishes: Wishes) -> Plan:
    """The plan; `entries` is all that is known, `done` what the journal of this build has of it."""
    plan = Plan()
    seen: set[str] = set()
    closed: list[str] = []  # folders that cannot be listed
    for file in found:
        seen.add(file.path)
        known = entries.get(file.path)
        if file.error is not None:
            if file.folder:
                closed.append(f"{file.path}/" if file.path else "")
            plan.noted.append(_noted(file))
        elif known is None or known.folder:
            plan.new += 1
            _add(plan, file, None)
        elif _is_due(file, known, done, wishes):
            plan.changed += known.stamp != file.stamp
            again = wishes.everything or known.error is not None
            _add(plan, file, None if again else known.sha256)
        else:
            plan.unchanged += 1
            if known.deleted:
                plan.back.append(file.path)
    for path, known in entries.items():
        if path in seen or known.folder:
            continue
        if any(path.startswith(folder) for folder in closed):
            plan.unseen += 1
        else:
            plan.gone.append(path)
    return plan


def _add(plan: Plan, file: Found, known: str | None) -> None:
    plan.todo[file.path] = known
    plan.sizes[file.path] = file.stamp.size


def _is_due(file: Found, known: Entry, done: dict[str, Entry], wishes: Wishes) -> bool:
    if known.stamp != file.stamp or known.error in _PASSING:
        return True
    if file.path in done:
        return False
    return wishes.everything or (wishes.failed and known.error in _LOST)


def _noted(file: Found) -> Entry:
    error = file.error
    kind, details = (error.kind, error.details) if error else ("system", {})
    return Entry(
        file.path or ".", file.stamp.size, file.stamp.mark, error=sys.intern(kind), details=details or None, folder=file.folder
    )


def chunks(archive: Archive, plan: Plan, workers: int, *, segmented: bool) -> Iterator[Chunk]:
    """The files to read, in chunks that a worker holds at once, small enough that all have work; in the order of their paths."""
    most = max(min(_CHUNK_FILES, len(plan.todo) // (workers * _ROUNDS)), _LEAST_FILES)
    items: list[Item] = []
    size = 0
    for path in sorted(plan.todo):
        if items and (len(items) >= most or size + plan.sizes[path] > _CHUNK_BYTES):
            yield Chunk(archive, tuple(items), segmented)
            items, size = [], 0
        items.append(_item(archive, path, plan.todo[path]))
        size += plan.sizes[path]
    if items:
        yield Chunk(archive, tuple(items), segmented)


def _item(archive: Archive, path: str, known: str | None) -> Item:
    """Its bytes go along where no other process reaches them."""
    sent = None
    if not archive.shared:
        with contextlib.suppress(UnreadableFile):  # whoever reads it finds out again
            sent = archive.stamp(path), archive.read(path)
    return Item(path, known, sent)


# ---------------------------------------------------------------- one report for files of the same bytes
def owners(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The file whose reading stands for all files of its bytes: the first by path. By hash."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.has_rows and entry.sha256 is not None:
            other = found.get(entry.sha256)
            if other is None or entry.path < other.path:
                found[entry.sha256] = entry
    return found
