"""The engine of one machine: worker processes that are watched, and replaced when one dies or hangs."""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..errors import VnReportError
from .clock import ticking
from .engines import Job
from .worker_process import AT, DONE, READY, RESULT

_JOBS_A_WORKER = 300  # then a fresh one: what a library leaks is given back
_TRIES = 2
_HELD = 64  # results that wait for the one who asked
_TO_BEGIN = 120.0  # seconds for a worker to load what it needs
_GRACE = 2.0  # seconds for a worker to end the programs it started
_GONE = "gone"


class WorkersFail(VnReportError):
    """Workers cannot be started."""


@dataclass(slots=True)
class _Task:
    """A job, and how often its one item has already ended a worker."""

    job: Job
    tries: int = 0


@dataclass(slots=True, eq=False)
class _Worker:
    process: subprocess.Popen[bytes]
    complaints: Any
    complaint: str = ""
    ready: bool = False
    jobs: int = 0
    task: _Task | None = None
    left: set[int] = field(default_factory=set)  # places not done
    place: int | None = None
    begun: bool = False
    since: float = 0.0
    late: bool = False


class LocalEngine:
    """`workers` processes; `time_limit` in seconds for each item."""

    def __init__(self, workers: int, time_limit: float) -> None:
        self._count = workers
        self._usual_limit = self._limit = time_limit
        self._workers: list[_Worker] = []
        self._not_buried: list[_Worker] = []  # these, and those that have not yet said their last
        self._stopped = False
        self._said: queue.Queue[tuple[_Worker, tuple[Any, ...]]] = queue.Queue(_HELD)

    def run(self, jobs: Iterable[Job], time_limit: float | None = None) -> Iterator[Any]:
        """The results of all items, in any order. `time_limit`: another one for these jobs."""
        self._limit = time_limit or self._usual_limit
        waiting: deque[_Task] = deque()
        source = iter(jobs)
        while not self._stopped:
            self._give_out(waiting, source)
            if all(worker.task is None for worker in self._workers):
                return
            try:
                worker, said = self._said.get(timeout=self._until_late())
            except queue.Empty:
                self._end_late()
                continue
            if said[0] == RESULT and worker.task is not None:
                worker.left.discard(said[1])
                yield said[2]
            else:
                yield from self._heard(worker, said, waiting)

    def _heard(self, worker: _Worker, said: tuple[Any, ...], waiting: deque[_Task]) -> Iterator[Any]:
        """What follows from a word of a worker other than a result."""
        if said[0] == READY:
            worker.ready = True
        elif said[0] == AT:
            worker.place, worker.since, worker.begun = said[1], ticking(), True
        elif said[0] == DONE:
            worker.task = None
            if worker.jobs >= _JOBS_A_WORKER:
                self._workers.remove(worker)
                _close_input(worker)  # it ends by itself
        elif said[0] == _GONE:
            if worker in self._workers:
                self._workers.remove(worker)
            self._bury(worker)
            if not worker.ready and not worker.late:
                raise WorkersFail(f"a worker process does not start: {worker.complaint}")
            yield from _after_death(worker, self._limit, waiting)

    def stop(self) -> None:
        """Ends the workers at what they are doing; for another thread than the one that waits for their results."""
        self._stopped = True
        for worker in tuple(self._not_buried):
            worker.process.terminate()

    def close(self) -> None:
        """Ends the workers."""
        self.stop()
        for worker in list(self._not_buried):
            _end(worker)
        while self._not_buried:
            worker, said = self._said.get()
            if said[0] == _GONE:
                self._bury(worker)
        self._workers.clear()

    def _bury(self, worker: _Worker) -> None:
        """What is left to do when a worker has said its last."""
        _end(worker)
        worker.complaint = _last_line(worker)
        worker.complaints.close()
        self._not_buried.remove(worker)

    # ------------------------------------------------------------ giving out
    def _give_out(self, waiting: deque[_Task], source: Iterator[Job]) -> None:
        for at in range(self._count):
            if at < len(self._workers) and self._workers[at].task is not None:
                continue
            task = waiting.popleft() if waiting else next((_Task(job) for job in source), None)
            if task is None:
                return
            if at >= len(self._workers):
                self._workers.append(self._started())
            self._send(self._workers[at], task)

    def _send(self, worker: _Worker, task: _Task) -> None:
        worker.task, worker.jobs = task, worker.jobs + 1
        worker.left, worker.place = set(range(len(task.job.items))), None
        worker.begun, worker.since = False, ticking()
        with contextlib.suppress(OSError):  # one that is gone is heard of, as all are
            pickle.dump(task.job, worker.process.stdin, pickle.HIGHEST_PROTOCOL)  # type: ignore[arg-type]
            worker.process.stdin.flush()  # type: ignore[union-attr]

    def _started(self) -> _Worker:
        complaints = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the worker
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-P", "-m", "vnreport_parse.dataset.worker_process", str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        worker = _Worker(process, complaints)
        self._not_buried.append(worker)
        if self._stopped:
            process.terminate()
        threading.Thread(target=_listen, args=(worker, self._said), daemon=True).start()
        return worker

    # ------------------------------------------------------------ the limit
    def _allowed(self, worker: _Worker) -> float:
        """Seconds for what a worker does: where that is all its items together, for as many; where it has not begun, to begin."""
        together = worker.place is None and worker.task is not None
        allowed = self._limit * (len(worker.task.job.items) if together and worker.task else 1)
        return allowed if worker.begun else max(allowed, _TO_BEGIN)

    def _until_late(self) -> float:
        now = ticking()
        return max(0.05, min(w.since + self._allowed(w) - now for w in self._workers if w.task is not None))

    def _end_late(self) -> None:
        now = ticking()
        for worker in self._workers:
            if worker.task is not None and now >= worker.since + self._allowed(worker):
                worker.late = True
                _end(worker)  # it is heard that it is gone


def _after_death(worker: _Worker, limit: float, waiting: deque[_Task]) -> Iterator[Any]:
    """Who was worked on is tried alone, once more; the others go on together. Where it was all together, each alone."""
    task = worker.task
    if task is None or not worker.left:
        return
    job, left = task.job, sorted(worker.left)
    alone = worker.place if worker.place in worker.left else left[0] if len(job.items) == 1 else None
    if alone is None:
        waiting.extend(_Task(job.only([place])) for place in left)
        return
    if task.tries + 1 >= _TRIES:
        if worker.late:
            yield job.lost(alone, "time_limit", {"seconds": f"{limit:g}"})
        else:
            yield job.lost(alone, "died", {"cause": _how(worker.process.returncode)})
    else:
        waiting.append(_Task(job.only([alone]), task.tries + 1))
    if rest := [place for place in left if place != alone]:
        waiting.append(_Task(job.only(rest)))


def _listen(worker: _Worker, said: queue.Queue[tuple[_Worker, tuple[Any, ...]]]) -> None:
    """Hands on what a worker says, and at last that it is gone."""
    with contextlib.suppress(EOFError, OSError, ValueError, pickle.UnpicklingError):
        while True:
            said.put((worker, pickle.load(worker.process.stdout)))  # type: ignore[arg-type]  # noqa: S301
    worker.process.stdout.close()  # type: ignore[union-attr]
    said.put((worker, (_GONE,)))


def _close_input(worker: _Worker) -> None:
    with contextlib.suppress(OSError):
        worker.process.stdin.close()  # type: ignore[union-attr]


def _end(worker: _Worker) -> None:
    """Ends a worker: asked first, so that it ends what it has started."""
    process = worker.process
    _close_input(worker)
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _how(code: int | None) -> str:
    """`SIGSEGV`, `exit code 3`."""
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"


def _last_line(worker: _Worker) -> str:
    worker.complaints.seek(0)
    lines = worker.complaints.read().decode("utf-8", "replace").split("\n")
    return next((line.strip()[:300] for line in reversed(lines) if line.strip()), _how(worker.process.returncode))
