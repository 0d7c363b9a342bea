"""What there is to do: the files of the archive beside what is known of them."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ..errors import UnreadableFile
from .archive import Archive, Found
from .buckets import Owners
from .register import Register, to_text
from .working import Chunk, Item

Deleted = Literal["keep", "drop"]
_PASSING = ("not_found", "permission", "system", "tool", "changed")  # errors that another day may not have
_LOST = ("timeout", "time_limit", "died", "failed")  # those that a user may want to try again
_CHUNK_FILES = 32
_LEAST_FILES = 4  # of which DOC are converted together
_CHUNK_BYTES = 32 << 20
_ROUNDS = 4  # chunks for each worker, at least
_FATES = """
INSERT INTO plan SELECT f.path,
  CASE
    WHEN f.error IS NOT NULL THEN 'noted'
    WHEN n.path IS NULL OR n.folder THEN 'new'
    WHEN n.size <> f.size OR n.mark <> f.mark THEN 'changed'
    WHEN n.error IN (SELECT value FROM json_each(:passing)) THEN 'again'
    WHEN NOT n.done AND (:everything OR :failed AND n.error IN (SELECT value FROM json_each(:lost))) THEN 'again'
    WHEN n.deleted THEN 'back'
    ELSE 'unchanged'
  END,
  CASE WHEN n.error IS NULL AND NOT :everything AND NOT n.folder THEN n.sha256 END,
  f.size
FROM found f LEFT JOIN now n USING (path)
"""
_NOTED = """
INSERT OR REPLACE INTO now (path, size, mark, error, details, deleted, folder)
SELECT path, size, mark, error, details, 0, folder FROM found WHERE error IS NOT NULL
"""
# Reports of which the rows that there are were read as of another format: another file stood for these bytes then.
_OTHERWISE = "FROM owner_now o JOIN owner_before b USING (sha256) WHERE o.at IS NULL AND o.format IS NOT b.format AND o.path"


@dataclass(frozen=True, slots=True)
class Plan:
    """How many files there are of what kind; which ones is in the register.

    `todo`: to be read; `gone`: no longer there; `unseen`: in folders that cannot be listed.
    """

    todo: int
    new: int
    changed: int
    unchanged: int
    gone: int
    unseen: int


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is to be read although it has not changed, and what becomes of the rows of files that are gone."""

    everything: bool = False
    failed: bool = False
    deleted: Deleted = "keep"


def make_plan(found: Iterable[Found], register: Register, wishes: Wishes) -> Plan:
    """Plans what to read, and brings what is known to what needs no reading: files gone or back, errors of the listing."""
    register.find(found)
    given = {"everything": wishes.everything, "failed": wishes.failed, "passing": json.dumps(_PASSING), "lost": json.dumps(_LOST)}
    register.run(_FATES, given)
    unseen = _find_gone(register)
    gone = _mark(register, wishes)
    fates = Counter(dict(register.run("SELECT fate, count(*) FROM plan GROUP BY fate").fetchall()))
    _read_otherwise(register)
    return Plan(
        todo=register.one("SELECT count(*) FROM todo"),
        new=fates["new"],
        changed=fates["changed"],
        unchanged=fates["unchanged"] + fates["back"],
        gone=gone,
        unseen=unseen,
    )


def _find_gone(register: Register) -> int:
    """Known files that were not found; how many of them are in folders that cannot be listed: these are not taken for gone."""
    register.run("INSERT INTO gone SELECT path FROM now WHERE NOT folder AND path NOT IN (SELECT path FROM found)")
    unseen = 0
    for (folder,) in register.run("SELECT path FROM found WHERE folder").fetchall():
        front = b"" if folder == b"." else folder + b"/"
        unseen += register.run("DELETE FROM gone WHERE substr(path, 1, ?) = ?", (len(front), front)).rowcount
    return unseen


def _mark(register: Register, wishes: Wishes) -> int:
    """Marks files as gone or drops them, and as back; errors of the listing are noted. How many are gone."""
    if wishes.deleted == "keep":
        register.run("UPDATE now SET deleted = 1 WHERE path IN (SELECT path FROM gone)")
    else:
        register.run("DELETE FROM now WHERE path IN (SELECT path FROM gone)")
    register.run("UPDATE now SET deleted = 0 WHERE path IN (SELECT path FROM plan WHERE fate = 'back')")
    register.run("DELETE FROM now WHERE folder")  # those that still cannot be listed are noted again
    register.run(_NOTED)
    return int(register.one("SELECT count(*) FROM gone"))


def _read_otherwise(register: Register) -> None:
    """Files that now stand for the bytes of another one are read again where the format is another.

    Where they cannot be read, the rows that there are stay as they are.
    """
    Owners(register, "now").gather(without_plan=True)
    there = "(SELECT path FROM plan)"
    register.run(f"UPDATE plan SET fate = 'again', known = NULL WHERE path IN (SELECT o.path {_OTHERWISE} IN {there})")
    for row in register.run(f"SELECT b.year, b.format, b.characters, o.path {_OTHERWISE} NOT IN {there}").fetchall():
        register.run("UPDATE now SET year = ?, format = ?, characters = ? WHERE path = ?", row)


def gone_paths(register: Register) -> Iterator[str]:
    """The files that are gone."""
    return (to_text(path) for (path,) in register.run("SELECT path FROM gone ORDER BY path"))


def chunks(archive: Archive, register: Register, plan: Plan, workers: int, *, segmented: bool) -> Iterator[Chunk]:
    """The files to read, in chunks that a worker holds at once, small enough that all have work; in the order of their paths."""
    most = max(min(_CHUNK_FILES, plan.todo // (workers * _ROUNDS)), _LEAST_FILES)
    items: list[Item] = []
    together = 0
    for path, known, size in register.run("SELECT path, known, size FROM todo ORDER BY path"):
        if items and (len(items) >= most or together + size > _CHUNK_BYTES):
            yield Chunk(archive, tuple(items), segmented)
            items, together = [], 0
        items.append(_item(archive, to_text(path), known))
        together += size
    if items:
        yield Chunk(archive, tuple(items), segmented)


def _item(archive: Archive, path: str, known: str | None) -> Item:
    """Its bytes go along where no other process reaches them."""
    sent = None
    if not archive.shared:
        with contextlib.suppress(UnreadableFile):  # whoever reads it finds out again
            sent = archive.stamp(path), archive.read(path)
    return Item(path, known, sent)
