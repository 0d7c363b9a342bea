"""How a data set stands: finished, at work, or broken off."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import UsageError
from .journal import JOURNAL
from .layout import STATE, read_manifest, read_run
from .lock import LOCK, holder

TODO = "todo.json"


class Status(NamedTuple):
    """`counts` as in the manifest and `finished`, when: None before a build is finished. `holder`: who builds now.

    `done`, `todo`: files of a build that is at work or broken off; None where there is none.
    """

    root: str
    finished: str | None
    counts: dict[str, Any] | None
    holder: str | None
    done: int | None
    todo: int | None


def read_status(path: str | os.PathLike[str]) -> Status:
    """The status of a data set. Raises `UsageError` where there is none."""
    root = Path(path)
    if not root.is_dir():
        raise UsageError(f"{os.fspath(path)}: no such folder")
    manifest = read_manifest(root)
    if manifest is None and not (root / STATE).is_dir():
        raise UsageError(f"{os.fspath(path)}: no data set")
    done = _lines(root / STATE / JOURNAL)
    return Status(
        root=os.fspath(path),
        finished=read_run(root).get("finished"),
        counts=manifest["counts"] if manifest else None,
        holder=holder(root / STATE / LOCK),
        done=done,
        todo=_todo(root / STATE / TODO) if done is not None else None,
    )


def _lines(path: Path) -> int | None:
    try:
        with path.open("rb") as stream:
            return max(sum(1 for _ in stream) - 1, 0)
    except FileNotFoundError:
        return None


def _todo(path: Path) -> int | None:
    try:
        return int(json.loads(path.read_bytes())["todo"])
    except (OSError, ValueError, KeyError):
        return None
