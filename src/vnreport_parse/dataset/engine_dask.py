"""The engine of many machines: a Dask cluster that exists, or one within this process.

Each thread of a Dask worker keeps a worker process of its own beside it (`engine_local`): a file that ends or hangs it
does no harm to the cluster, and costs what it costs on one machine. A Dask worker that is lost takes a chunk with it,
and the chunk goes to another one.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable, Iterator
from typing import Any

from ..errors import UsageError
from .engine_local import LocalEngine, WorkersFail
from .engines import Job
from .needs import need

_AHEAD = 3  # chunks for each thread of the cluster that are under way
_CONNECT_SECONDS = 20


class DaskEngine:
    """Runs jobs on the cluster at `scheduler`, or on one of `workers` threads in this process, each with its worker process."""

    def __init__(self, scheduler: str | None, workers: int, time_limit: float) -> None:
        self._dask = need("distributed", "dask")
        self._limit = time_limit
        self._under_way: dict[Any, Job] = {}  # by future
        self._cluster: Any = None
        if scheduler is None:
            self._cluster = self._dask.LocalCluster(
                n_workers=1, threads_per_worker=workers, processes=False, dashboard_address=None, silence_logs=50
            )
        try:
            self._client = self._dask.Client(self._cluster or scheduler, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"{scheduler}: no Dask scheduler answers ({error})") from error
        self._name = str(self._client.id)  # tells our worker processes from those of others on the cluster

    def run(self, jobs: Iterable[Job]) -> Iterator[Any]:
        """The results of all items, in any order. At most a few chunks for each thread are under way."""
        source = iter(jobs)
        finished = self._dask.as_completed(loop=self._client.loop)
        while True:
            room = _AHEAD * max(1, sum(self._client.nthreads().values())) - len(self._under_way)
            for _, job in zip(range(room), source, strict=False):
                self._submit(job, finished)
            if not self._under_way:
                return
            future = next(finished)
            job = self._under_way.pop(future)
            if future.status == "finished":
                yield from future.result()
                continue
            retried = self._lost(job, future)
            for again in retried if isinstance(retried, list) else ():
                self._submit(again, finished)
            if not isinstance(retried, list):
                yield retried

    def _submit(self, job: Job, finished: Any) -> None:
        future = self._client.submit(perform_beside, job, self._name, self._limit, pure=False)
        self._under_way[future] = job
        finished.add(future)

    def _lost(self, job: Job, future: Any) -> list[Job] | Any:
        """What to do with a chunk that was with several Dask workers when they ended: each file alone; and a file alone is lost."""
        if future.status == "cancelled":
            raise WorkersFail("the Dask scheduler is gone; what is done is kept: run the same command again")
        error = future.exception()
        if not isinstance(error, self._dask.KilledWorker):
            raise error
        if len(job.items) > 1:
            return [job.only([place]) for place in range(len(job.items))]
        return job.lost(0, "died", {"cause": "KilledWorker"})

    def close(self) -> None:
        """Leaves the cluster, and none of our worker processes on it; one that was started here ends."""
        with contextlib.suppress(OSError, TimeoutError):
            self._client.cancel(list(self._under_way))
            self._client.run(end_beside, self._name, on_error="ignore")
            self._client.close()
        if self._cluster is not None:
            self._cluster.close()


# ---------------------------------------------------------------- on the machines of the cluster
class _Beside:
    """The worker process beside a thread of a Dask worker; one job at a time."""

    def __init__(self, time_limit: float) -> None:
        self._engine = LocalEngine(1, time_limit)
        self._at_work = threading.Lock()

    def perform(self, job: Job) -> list[Any]:
        """The results of a job."""
        with self._at_work:
            return list(self._engine.run([job]))

    def close(self) -> None:
        """Ends the process, and with it the job that it is at."""
        self._engine.stop()
        with self._at_work:
            self._engine.close()


_BESIDE: dict[tuple[str, int], _Beside] = {}  # by build and thread
_ENDED: set[str] = set()


def perform_beside(job: Job, name: str, time_limit: float) -> list[Any]:
    """The results of a job of the build `name`, by the worker process beside this thread of a Dask worker."""
    if name in _ENDED:
        return []
    key = name, threading.get_ident()
    if key not in _BESIDE:
        _BESIDE[key] = _Beside(time_limit)
    return _BESIDE[key].perform(job)


def end_beside(name: str) -> None:
    """Ends the worker processes of a build, without waiting for them: a Dask worker goes on serving meanwhile."""
    _ENDED.add(name)
    for key in [key for key in _BESIDE if key[0] == name]:
        threading.Thread(target=_BESIDE.pop(key).close).start()
