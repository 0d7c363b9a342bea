"""The finish: new files take their places all together, or, after a kill in the middle of it, with the next build."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from .journal import JOURNAL, PACK, sync
from .layout import STATE

STAGING, ORDER = "staging", "commit.json"


def staging_of(root: Path) -> Path:
    """The folder where new files wait; emptied."""
    folder = root / STATE / STAGING
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def commit(root: Path, removed: Iterable[str]) -> None:
    """Moves all that waits to its place, and takes away what is no longer part of the data set and the journal with it."""
    staging = root / STATE / STAGING
    moved = sorted(path.relative_to(staging).as_posix() for path in staging.rglob("*") if path.is_file())
    order = {"moved": moved, "removed": sorted(removed)}
    waiting = root / STATE / f"{ORDER}.part"
    with waiting.open("wb") as stream:
        stream.write(json.dumps(order).encode())
        sync(stream)
    waiting.replace(root / STATE / ORDER)
    sync_folder(root / STATE)
    finish_commit(root)


def finish_commit(root: Path) -> bool:
    """Carries out an order to commit; what is done of it already is passed over. Whether there was one."""
    try:
        order = json.loads((root / STATE / ORDER).read_bytes())
    except FileNotFoundError:
        return False
    staging = root / STATE / STAGING
    folders = {root}
    for path in order["moved"]:
        target = root / path
        if (staging / path).exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            (staging / path).replace(target)
        folders.add(target.parent)
    for path in order["removed"]:
        (root / path).unlink(missing_ok=True)
        _remove_empty(root, (root / path).parent)
    for folder in folders:
        sync_folder(folder)
    for name in (JOURNAL, PACK):
        (root / STATE / name).unlink(missing_ok=True)
    shutil.rmtree(staging, ignore_errors=True)
    (root / STATE / ORDER).unlink()
    return True


def _remove_empty(root: Path, folder: Path) -> None:
    with contextlib.suppress(OSError):  # not empty
        while folder != root:
            folder.rmdir()
            folder = folder.parent


def sync_folder(folder: Path) -> None:
    """The names in a folder to the disk, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
