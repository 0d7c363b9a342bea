"""The files of an archive: a folder, or whatever fsspec reaches by a URL (`s3://…`, `memory://…`).

A path is told from the archive's root, with `/`; bytes of a name that are no UTF-8 stand in it as Python has them from
the system (surrogateescape). Hidden files, labels (`*.gold.json`), Office's lock files and those that Windows strews about
are no documents.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from ..errors import FileMissing, UnreadableFile, UsageError
from ..readers import read_bytes
from .needs import need

LABELS = ".gold.json"
_LONGEST_CAUSE = 200
_PASSED_OVER = ("thumbs.db", "desktop.ini", "~$")


class Stamp(NamedTuple):
    """What tells without reading that a file has not changed; `mark` is its time of change or what a store says for it."""

    size: int
    mark: str


class Found(NamedTuple):
    """A file or a folder that cannot be listed (`error`)."""

    path: str
    stamp: Stamp
    error: UnreadableFile | None = None
    folder: bool = False


class Archive(Protocol):
    """Where documents are read from; goes to other processes and machines by pickle."""

    @property
    def address(self) -> str:
        """What the user named."""
        ...

    @property
    def shared(self) -> bool:
        """Whether other processes reach it."""
        ...

    @property
    def near(self) -> bool:
        """Whether to read a file twice costs little, and its stamp is the time of its change."""
        ...

    def scan(self, without: Path | None = None) -> Iterator[Found]:
        """All files, in no order that may be relied on. `without`: a folder to pass over."""
        ...

    def stamp(self, path: str) -> Stamp:
        """The stamp of a file as it is now. Raises a kind of `UnreadableFile`."""
        ...

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises a kind of `UnreadableFile`."""
        ...


def open_archive(address: str | os.PathLike[str]) -> Archive:
    """The archive of a folder or a URL. Raises `UsageError` where there is none, `DatasetLibraryMissing` without fsspec."""
    named = os.fsdecode(address)
    if "://" in named:
        return _open_url(named)
    if not Path(named).is_dir():
        raise UsageError(f"{named}: no such folder")
    return FolderArchive(str(Path(named).resolve()))


def passed_over(name: str) -> bool:
    """Whether a file or a folder of this name is none of the archive's documents."""
    return name.startswith(".") or name.lower().startswith(_PASSED_OVER) or name.endswith(LABELS)


# ---------------------------------------------------------------- a folder
@dataclass(frozen=True, slots=True)
class FolderArchive:
    """A folder of this machine, or one mounted under the same path on all."""

    address: str

    @property
    def shared(self) -> bool:
        """Other processes reach a folder."""
        return True

    @property
    def near(self) -> bool:
        """It is at hand."""
        return True

    def scan(self, without: Path | None = None) -> Iterator[Found]:
        """All files. A link to a folder is followed where it leads out of the archive, and no folder is listed twice."""
        root = os.path.realpath(self.address)
        left_out = os.path.realpath(without) if without else None
        waiting = [("", root)]
        led_to: set[str] = set()  # folders outside, to which links lead
        while waiting:
            front, folder = waiting.pop()
            if folder == left_out or folder in led_to:
                continue
            if not _is_below(folder, root):
                led_to.add(folder)
            folders = []
            try:
                with os.scandir(folder) as entries:
                    for entry in entries:
                        if passed_over(entry.name):
                            continue
                        path = front + entry.name
                        target = _folder_behind(entry, root)
                        if target == "":
                            yield _looked_at(path, entry)
                        elif target:
                            folders.append((f"{path}/", target))
            except OSError as error:
                yield Found(front.rstrip("/"), Stamp(0, ""), _unreadable(front or ".", error), folder=True)
            waiting += sorted(folders)

    def stamp(self, path: str) -> Stamp:
        """Size and time of change, to the nanosecond."""
        try:
            return _stamp(Path(self.address, path).stat())
        except OSError as error:
            raise _unreadable(path, error) from None

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return read_bytes(Path(self.address, path))


def _folder_behind(entry: os.DirEntry[str], root: str) -> str | None:
    """The folder that an entry is or leads to; empty for a file, None for a link to a folder that is listed anyhow."""
    try:
        if not entry.is_dir():
            return ""
        if not entry.is_symlink():
            return entry.path
    except OSError:
        return ""
    target = os.path.realpath(entry.path)
    return None if _is_below(target, root) or _is_below(root, target) else target


def _is_below(folder: str, other: str) -> bool:
    return os.path.commonpath([folder, other]) == other


def _looked_at(path: str, entry: os.DirEntry[str]) -> Found:
    try:
        status = entry.stat()
    except OSError as error:  # a link that leads nowhere or in a circle
        return Found(path, Stamp(0, ""), _unreadable(path, error))
    if not stat.S_ISREG(status.st_mode):  # a pipe would be waited for
        return Found(path, Stamp(0, ""), FileMissing(path, "special"))
    return Found(path, _stamp(status))


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_size, str(status.st_mtime_ns))


def _unreadable(path: str, error: Exception) -> FileMissing:
    if isinstance(error, PermissionError):
        return FileMissing(path, "permission")
    if isinstance(error, FileNotFoundError):
        return FileMissing(path, "not_found")
    cause = error.strerror or str(error) if isinstance(error, OSError) else in_few_words(error)
    return FileMissing(path, "system", cause=cause[:_LONGEST_CAUSE])


def in_few_words(error: Exception) -> str:
    """`ValueError: …`, cut where it is long."""
    return f"{type(error).__name__}: {error}"[:_LONGEST_CAUSE]


# ---------------------------------------------------------------- fsspec
def _open_url(address: str) -> Archive:
    protocol, _, _ = address.partition("://")
    fsspec = need("fsspec", "remote")
    try:
        store, root = fsspec.url_to_fs(address)
        there = store.isdir(root)
    except Exception as error:  # a store has errors of its own, and its library may be missing
        raise UsageError(f"{address}: {str(error) or type(error).__name__}") from error
    if not there:
        raise UsageError(f"{address}: no such folder")
    if protocol in {"file", "local"}:
        return FolderArchive(str(Path(root).resolve()))
    return UrlArchive(address)


@dataclass(frozen=True, slots=True)
class UrlArchive:
    """What fsspec reaches; each process opens it anew."""

    address: str

    @property
    def shared(self) -> bool:
        """The memory of a process is its own."""
        return not self.address.startswith("memory://")

    @property
    def near(self) -> bool:
        """It may be far away."""
        return False

    def _store(self) -> tuple[Any, str]:
        store, root = need("fsspec", "remote").url_to_fs(self.address)
        return store, root.rstrip("/")

    def scan(self, without: Path | None = None) -> Iterator[Found]:  # noqa: ARG002 - a data set is in a local folder
        """All files, as the store lists them."""
        store, root = self._store()
        waiting = [root]
        while waiting:
            folder = waiting.pop()
            inside = folder[len(root) :].strip("/")
            try:
                listed = _listed(store, folder)
            except Exception as error:  # noqa: BLE001 - a store has errors of its own
                yield Found(inside, Stamp(0, ""), _unreadable(inside or ".", error), folder=True)
                continue
            for told in listed:
                name = told["name"].rstrip("/").rpartition("/")[2]
                if told["name"].rstrip("/") == folder or passed_over(name):  # an object that only marks its folder
                    continue
                if told["type"] == "directory":
                    waiting.append(f"{folder}/{name}")
                else:
                    yield Found(f"{inside}/{name}".lstrip("/"), _told_stamp(told))

    def stamp(self, path: str) -> Stamp:
        """What the store tells of a file."""
        try:
            store, root = self._store()
            store.invalidate_cache()
            return _told_stamp(store.info(f"{root}/{path}"))
        except Exception as error:  # noqa: BLE001 - a store has errors of its own
            raise _unreadable(path, error) from None

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        try:
            store, root = self._store()
            data: bytes = store.cat_file(f"{root}/{path}")
        except Exception as error:  # noqa: BLE001 - a store has errors of its own
            raise _unreadable(path, error) from None
        return data


def _listed(store: Any, folder: str) -> list[dict[str, Any]]:
    """What is in a folder now; the store is not let keep it, so that the lists of a large archive do not pile up."""
    store.invalidate_cache(folder)
    listed: list[dict[str, Any]] = store.ls(folder, detail=True)
    store.invalidate_cache(folder)
    return listed


def _told_stamp(told: dict[str, Any]) -> Stamp:
    mark = next((told[key] for key in ("ETag", "etag", "mtime", "LastModified", "updated", "created") if told.get(key)), "")
    return Stamp(int(told.get("size") or 0), str(mark.timestamp() if hasattr(mark, "timestamp") else mark))
