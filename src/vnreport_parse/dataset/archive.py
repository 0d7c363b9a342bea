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
        listed: set[str] = set()
        while waiting:
            front, folder = waiting.pop()
            if folder == left_out or folder in listed:
                continue
            listed.add(folder)
            try:
                with os.scandir(folder) as entries:
                    inside = sorted(entries, key=lambda entry: entry.name)
            except OSError as error:
                yield Found(front.rstrip("/"), Stamp(0, ""), _unreadable(front or ".", error), folder=True)
                continue
            for entry in inside:
                if passed_over(entry.name):
                    continue
                path = front + entry.name
                target = _folder_behind(entry, root)
                if target == "":
                    yield _looked_at(path, entry)
                elif target:
                    waiting.append((f"{path}/", target))

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
    inside = os.path.commonpath([target, root]) == root
    above = os.path.commonpath([target, root]) == target
    return None if inside or above else target


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


def _unreadable(path: str, error: OSError) -> FileMissing:
    if isinstance(error, PermissionError):
        return FileMissing(path, "permission")
    if isinstance(error, FileNotFoundError):
        return FileMissing(path, "not_found")
    return FileMissing(path, "system", cause=error.strerror or str(error))


# ---------------------------------------------------------------- fsspec
def _open_url(address: str) -> Archive:
    protocol, _, _ = address.partition("://")
    fsspec = need("fsspec", "remote")
    try:
        store, root = fsspec.url_to_fs(address)
        if not store.isdir(root):
            raise UsageError(f"{address}: no such folder")
    except (OSError, ValueError) as error:
        if isinstance(error, UsageError):
            raise
        raise UsageError(f"{address}: {error}") from error
    except ImportError as error:
        raise UsageError(f"{address}: {error}") from error
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
        store.invalidate_cache()
        for folder, _, files in store.walk(root, detail=True):
            inside = folder[len(root) :].strip("/")
            if any(map(passed_over, inside.split("/"))) and inside:
                continue
            for name, told in files.items():
                if not passed_over(name):
                    yield Found(f"{inside}/{name}".lstrip("/"), _told_stamp(told))

    def stamp(self, path: str) -> Stamp:
        """What the store tells of a file."""
        store, root = self._store()
        try:
            store.invalidate_cache()
            return _told_stamp(store.info(f"{root}/{path}"))
        except OSError as error:
            raise _unreadable(path, error) from None

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        store, root = self._store()
        try:
            data: bytes = store.cat_file(f"{root}/{path}")
        except OSError as error:
            raise _unreadable(path, error) from None
        return data


def _told_stamp(told: dict[str, Any]) -> Stamp:
    mark = next((told[key] for key in ("ETag", "etag", "mtime", "LastModified", "updated", "created") if told.get(key)), "")
    return Stamp(int(told.get("size") or 0), str(mark.timestamp() if hasattr(mark, "timestamp") else mark))
