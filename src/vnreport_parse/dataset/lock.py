"""One build on a target at a time: a lock that goes with the process that holds it."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

from ..errors import VnReportError
from .clock import now_text

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

LOCK = "lock"
_PATIENCE = 3  # a look at who holds it takes the lock for a moment
_PAUSE = 0.1


class DatasetBusy(VnReportError):
    """Another build is at work on the data set."""


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Holds the lock. Raises `DatasetBusy`, which names who holds it. A lock of a process that is gone is taken over."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        for _ in range(_PATIENCE):
            if _take(descriptor):
                break
            threading.Event().wait(_PAUSE)
        else:
            raise DatasetBusy(f"{path.parent.parent}: another build is at work on it ({_holder(path)})")
        os.ftruncate(descriptor, 0)
        os.write(descriptor, json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": now_text()}).encode())
        yield
        os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def holder(path: Path) -> str | None:
    """Who builds at the moment: `process 123 on host since …`; None when nobody does."""
    try:
        descriptor = os.open(path, os.O_RDWR)
    except OSError:
        return None
    try:
        return None if _take(descriptor) else _holder(path)
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _holder(path: Path) -> str:
    try:
        said = json.loads(path.read_text("utf-8"))
        return f"process {said['pid']} on {said['host']} since {said['since']}"
    except (OSError, ValueError, KeyError):
        return "just started"
