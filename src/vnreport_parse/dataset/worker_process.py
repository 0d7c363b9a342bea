"""A worker: a process that takes jobs from its standard input and writes what comes of them to its standard output.

It is a program of its own, not a fork, so that it neither holds what the parent has open nor runs the parent's script.
It ends when the parent does.
"""

from __future__ import annotations

import ctypes
import os
import pickle
import signal
import sys
from typing import Any, BinaryIO

READY, DONE, AT, RESULT = "ready", "done", "at", "result"


def main() -> None:
    """Works until there is nothing more to read."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair
    signal.signal(signal.SIGTERM, _leave)
    _end_with_parent()
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)  # what a library prints must not get between the answers

    def answer(kind: str, *more: object) -> None:
        pickle.dump((kind, *more), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()

    answer(READY)
    while (job := _next(requests)) is not None:
        for place, result in job.perform(lambda at: answer(AT, at)):
            answer(RESULT, place, result)
        answer(DONE)


def _next(requests: BinaryIO) -> Any:
    try:
        return pickle.load(requests)  # noqa: S301 - of the parent
    except EOFError:
        return None


def _leave(*_: object) -> None:
    """Lets whoever has started a program end it."""
    sys.exit(1)


def _end_with_parent() -> None:
    """Where the system can: even a worker that hangs goes when the parent is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
        if os.getppid() != int(sys.argv[1]):
            sys.exit(1)


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        os._exit(1)
