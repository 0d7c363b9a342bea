"""The one module that knows the time: a time limit, a bar and a record of a run need it, what is read from a file does not."""

from __future__ import annotations

import time
from datetime import UTC, datetime


def ticking() -> float:
    """Seconds that never go back."""
    return time.monotonic()


def now_ns() -> int:
    """Nanoseconds, as the times of files are told."""
    return time.time_ns()


def now_text() -> str:
    """The moment, `2026-03-01T08:15:30+00:00`."""
    return datetime.now(UTC).isoformat(timespec="seconds")
