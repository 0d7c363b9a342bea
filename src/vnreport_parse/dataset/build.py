"""From an archive to a data set: read what is new, keep what is known, and finish all at once."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, NamedTuple

from .. import __version__
from ..errors import UsageError, VnReportError
from ..records import SCHEMA_VERSION
from .archive import Archive, open_archive
from .buckets import Bucket, Owners
from .clock import now_text, ticking
from .commit import commit, finish_commit, staging_of
from .companions import DICTIONARY, write_companions
from .engine_local import LocalEngine
from .engines import Engine
from .entries import entry_of
from .events import Event, Notify, unheard
from .journal import KNOWN, Head, Journal, read_known, write_known
from .layout import LAYOUT, STATE, part_path, read_manifest, read_run
from .lock import LOCK, locked
from .manifest import counts, write_manifest, write_run
from .needs import need
from .packing import PACKED
from .parts import Part, PartJob, PartTask, readable, write_files
from .plan import Deleted, Plan, Wishes, chunks, gone_paths, make_plan
from .register import Register
from .schema import columns_mark
from .status import TODO
from .working import Outcome

_PART_SECONDS = 3600.0  # for writing a part of each table
_KEEP_FILES, _KEEP_SECONDS = 64, 0.5  # files, or seconds, after which what is done goes to the disk


class DatasetNotWritten(VnReportError):
    """The data set cannot be written. What is done is kept."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build.

    `workers`: processes, as many as there are cores if None. `time_limit`: seconds a file. `deleted`: what becomes of
    the rows of files that are gone. `reparse`: read all files anew. `retry`: read anew what failed, hung or ended its
    worker. `segment`: words and sentences too. `scheduler`: the address of a Dask cluster; a local one is started if None.
    """

    engine: Literal["local", "dask"] = "local"
    workers: int | None = None
    scheduler: str | None = None
    time_limit: float = 300.0
    deleted: Deleted = "keep"
    reparse: bool = False
    retry: bool = False
    segment: bool = False


class BuildResult(NamedTuple):
    """What a build did. `read`: files read now; `failed`: those of them that could not be read; `counts` as in the manifest."""

    read: int
    failed: int
    unchanged: int
    deleted: int
    counts: dict[str, Any]


def build_dataset(
    archive: str | os.PathLike[str],
    out: str | os.PathLike[str],
    options: BuildOptions = BuildOptions(),
    notify: Notify = unheard,
) -> BuildResult:
    """Builds the data set `out` of all files in `archive` (a folder or an fsspec URL), or brings it up to date.

    A run that was broken off at any moment is taken up where it stood. Raises `UsageError` for an archive or a target that
    cannot be meant, `DatasetBusy` where another build is at work on it, `DatasetNotWritten` where the disk is full, and
    `DatasetLibraryMissing` without pyarrow.
    """
    need("pyarrow", "dataset")
    source, root = open_archive(archive), _target(out)
    try:
        (root / STATE).mkdir(parents=True, exist_ok=True)
        with locked(root / STATE / LOCK):
            return _Build(source, root, options, notify).run()
    except (OSError, sqlite3.Error) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise DatasetNotWritten(
            f"{root}: cannot write ({cause}). What is done is kept: make room, and run the same command again"
        ) from error


def _target(out: str | os.PathLike[str]) -> Path:
    """The folder of the data set. Raises `UsageError` for one that holds something else."""
    if "://" in os.fsdecode(out):
        raise UsageError(f"{os.fsdecode(out)}: a data set is written to a local folder")
    root = Path(out).resolve()
    if readable(str(root)) != str(root):
        raise UsageError(f"{readable(str(root))}: the name is not UTF-8, others could not open it; choose another one")
    if root.exists() and not root.is_dir():
        raise UsageError(f"{root}: this is a file")
    if root.is_dir() and read_manifest(root) is None and not (root / STATE).is_dir() and any(root.iterdir()):
        raise UsageError(f"{root}: the folder is not empty, and no data set; choose another one")
    return root


class _Build:
    """One run."""

    def __init__(self, archive: Archive, root: Path, options: BuildOptions, notify: Notify) -> None:
        self._archive, self._root, self._options = archive, root, options
        self._notify = notify
        self._head = Head(
            LAYOUT, SCHEMA_VERSION, columns_mark(), options.segment, need("pyarrow", "dataset").__version__, __version__
        )
        self._old_parts: dict[str, Part] = {}
        self._engines = contextlib.ExitStack()
        self._processes: LocalEngine | None = None
        self._workers = options.workers or _cores()
        self._todo = 0  # files, with those that an earlier run has done

    def _say(self, name: str, **about: object) -> None:
        self._notify(Event(name, about))

    def run(self) -> BuildResult:
        """All of it."""
        started, since = now_text(), ticking()
        self._say("started", archive=self._archive.address, target=str(self._root))
        if finish_commit(self._root):
            self._say("resumed", files=0)
        with closing(Register(self._root / STATE)) as register:
            self._load(register)
            journal = Journal(self._root / STATE, self._head)
            try:
                return self._run(register, journal, started, since)
            except KeyboardInterrupt:
                journal.keep()
                self._say("interrupted", done=journal.done, todo=self._todo)
                raise
            finally:
                self._engines.close()
                with contextlib.suppress(OSError):
                    journal.close()

    def _run(self, register: Register, journal: Journal, started: str, since: float) -> BuildResult:
        if journal.discarded:
            self._say("discarded", reason="an unfinished build by another version, or with other options")
        if journal.done:
            self._say("resumed", files=journal.done)
        register.start()
        register.take_up(journal.entries())
        before = Owners(register, "before")
        before.gather()
        damaged = self._damaged(before)
        plan = self._planned(register, journal)
        failed = self._read(plan, register, journal)
        if damaged or not self._old_parts or register.differs():
            self._finish(register, journal, damaged)
        else:
            journal.remove()  # nothing was tried, or what was is as it was
        if not (self._root / DICTIONARY).exists():  # or the run was broken off before it was written
            write_companions(self._root)
        told = counts(register, self._old_parts.values())
        seconds = round(ticking() - since, 3)
        result = BuildResult(plan.todo, failed, plan.unchanged, plan.gone, told)
        about = {"read": plan.todo, "failed": failed, "unchanged": plan.unchanged, "deleted": plan.gone}
        how = {"engine": self._options.engine, "workers": self._workers, "archive": readable(self._archive.address)}
        write_run(self._root, {"started": started, "finished": now_text(), "seconds": seconds} | how | about)
        self._say("finished", seconds=seconds, target=str(self._root), **about, counts=told)
        return result

    # ------------------------------------------------------------ what is known
    def _load(self, register: Register) -> None:
        manifest = read_manifest(self._root)
        self._old_parts = {part["path"]: Part(**part) for part in manifest["parts"]} if manifest else {}
        if manifest is None:
            return
        head, known = read_known(self._root / STATE / KNOWN)
        try:
            register.remember(known)
        except (ValueError, TypeError):
            head = None
        if head is None:
            self._say("rebuild", reason="what was known of its files is missing or damaged")
            return
        before = read_run(self._root).get("archive")
        if before != readable(self._archive.address):
            self._say("moved", before=before, archive=readable(self._archive.address))
        for name in ("layout", "schema_version", "columns", "segmented"):
            if getattr(head, name) != getattr(self._head, name):
                self._say("rebuild", reason=f"{name} is {getattr(self._head, name)}, the data set has {getattr(head, name)}")
                self._tell_lost(register.one("SELECT count(*) FROM before WHERE deleted"))
                register.forget()
                return
        others = register.one("SELECT count(*) FROM before WHERE parsed_by <> ?", (__version__,))
        if others and not self._options.reparse:
            self._say("kept_version", files=others, version=__version__)

    def _tell_lost(self, files: int) -> None:
        """Says how many reports cannot be read again, since their files are gone."""
        if files:
            self._say("lost", files=files)

    def _damaged(self, before: Owners) -> set[Bucket]:
        """Buckets of which a part is gone or cut off; what is known of their files is forgotten, so that they are read again."""
        bad = {path for path, part in self._old_parts.items() if not _is_whole(self._root / path, part)}
        if not bad:
            return set()
        found = {bucket for bucket in before.split() if any(part_path(table, *bucket) in bad for table in PACKED)}
        self._say("damaged", parts=sorted(bad))
        self._tell_lost(sum(before.forget(bucket) for bucket in found))
        return found or {Bucket(None, None)}

    def _planned(self, register: Register, journal: Journal) -> Plan:
        wishes = Wishes(self._options.reparse, self._options.retry, self._options.deleted)
        plan = make_plan(self._archive.scan(without=self._root), register, wishes)
        for path in gone_paths(register):
            self._say("deleted", path=path, kept=self._options.deleted == "keep")
        about = {"new": plan.new, "changed": plan.changed, "unchanged": plan.unchanged, "deleted": plan.gone}
        self._todo = plan.todo + journal.done
        (self._root / STATE / TODO).write_text(json.dumps({"todo": self._todo}), "utf-8")
        self._say("planned", todo=plan.todo, unseen=plan.unseen, **about)
        return plan

    # ------------------------------------------------------------ reading
    def _read(self, plan: Plan, register: Register, journal: Journal) -> int:
        """Reads what there is to read; how many files could not be read."""
        failed = 0
        for outcome in self._outcomes(plan, register):
            entry = entry_of(outcome, register.get(outcome.path), __version__)
            journal.add(entry, outcome.packed)
            register.put(entry)
            failed += outcome.error is not None
            self._keep(journal)
            status = "same" if outcome.same else "unreadable" if outcome.error else "read"
            self._say("file", path=outcome.path, status=status, error=outcome.error)
        journal.keep()
        return failed

    def _keep(self, journal: Journal) -> None:
        if journal.waiting >= _KEEP_FILES or ticking() - journal.kept_at >= _KEEP_SECONDS:
            journal.keep()

    def _outcomes(self, plan: Plan, register: Register) -> Iterator[Outcome]:
        if plan.todo:
            yield from self._engine().run(chunks(self._archive, register, plan, self._workers, segmented=self._options.segment))

    def _engine(self) -> Engine:
        if self._options.engine == "dask":
            from .engine_dask import DaskEngine  # noqa: PLC0415 - an extra

            return self._engines.enter_context(
                closing(DaskEngine(self._options.scheduler, self._workers, self._options.time_limit))
            )
        return self._local()

    def _local(self) -> LocalEngine:
        """The worker processes of this machine: they read the files, and write the parts."""
        if self._processes is None:
            self._processes = self._engines.enter_context(closing(LocalEngine(self._workers, self._options.time_limit)))
        return self._processes

    # ------------------------------------------------------------ the finish
    def _finish(self, register: Register, journal: Journal, damaged: set[Bucket]) -> None:
        owners = Owners(register, "now")
        owners.gather()
        before = Owners(register, "before")
        old = set(before.split()) - damaged if register.one("SELECT EXISTS (SELECT 1 FROM before)") else set()
        work = _Parts(owners, before, old)
        staging = staging_of(self._root)
        parts = self._write_parts(work, staging, journal)
        parts += [self._old_parts[part_path(table, *bucket)] for bucket in work.clean for table in PACKED]
        parts.append(write_files(register, staging))
        write_manifest(staging, self._head, parts, register)
        (staging / STATE).mkdir()
        write_known(staging / STATE / KNOWN, self._head, (replace(entry, packed=None) for entry in register.entries()))
        new = {part.path: part for part in parts}
        journal.close()
        commit(self._root, set(self._old_parts) - set(new))
        write_companions(self._root)
        self._old_parts = new

    def _write_parts(self, work: _Parts, staging: Path, journal: Journal) -> list[Part]:
        self._say("writing", parts=len(work.dirty))
        jobs = (PartJob(str(self._root), str(staging), str(journal.pack), (task,)) for task in map(work.task, work.dirty))
        parts: list[Part] = []
        for written in self._local().run(jobs, _PART_SECONDS):
            if isinstance(written, str):
                raise OSError(written)
            parts += written
            self._say("part", path=written[0].path)
        return parts


def _cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _is_whole(path: Path, part: Part) -> bool:
    try:
        return path.stat().st_size == part.bytes
    except OSError:
        return False


class _Parts:
    """The buckets of the new data set: those that are as they were (`clean`), and those to write (`dirty`)."""

    def __init__(self, owners: Owners, before: Owners, old: set[Bucket]) -> None:
        self._owners, self._old = owners, old
        self.clean: list[Bucket] = []
        self.dirty: list[Bucket] = []
        for bucket in owners.split():
            same = bucket in self._old and not owners.packed(bucket) and before.hashes(bucket) == owners.hashes(bucket)
            (self.clean if same else self.dirty).append(bucket)

    def task(self, bucket: Bucket) -> PartTask:
        """What there is to write, and where its rows come from."""
        kept = tuple(self._owners.kept(bucket))
        sources = tuple(old for old in self._old if old.touches(bucket)) if kept else ()
        return PartTask(bucket, tuple(self._owners.packed(bucket)), kept, sources)
