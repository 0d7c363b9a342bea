"""The engine of many machines: a Dask cluster that exists, or a local one.

Each thread of a Dask worker keeps a worker process of its own beside it (`engine_local`): a file that ends or hangs it
does no harm to the cluster, and costs what it costs on one machine. A Dask worker that is lost takes a chunk with it,
and the chunk goes to another one.
"""

from __future__ import annotations

import atexit
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
_BESIDE = threading.local()  # the engine beside a thread of a Dask worker


class DaskEngine:
    """Runs jobs on the cluster at `scheduler`, or on a local one of `workers` processes."""

    def __init__(self, scheduler: str | None, workers: int, time_limit: float) -> None:
        self._dask = need("distributed", "dask")
        self._limit = time_limit
        self._cluster: Any = None
        if scheduler is None:
            self._cluster = self._dask.LocalCluster(
                n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
            )
        try:
            self._client = self._dask.Client(self._cluster or scheduler, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"{scheduler}: no Dask scheduler answers ({error})") from error

    def run(self, jobs: Iterable[Job]) -> Iterator[Any]:
        """The results of all items, in any order. At most a few chunks for each thread are under way."""
        source = iter(jobs)
        futures: dict[Any, Job] = {}
        finished = self._dask.as_completed(loop=self._client.loop)
        while True:
            room = _AHEAD * max(1, sum(self._client.nthreads().values())) - len(futures)
            for _, job in zip(range(room), source, strict=False):
                future = self._client.submit(perform_beside, job, self._limit, pure=False)
                futures[future] = job
                finished.add(future)
            if not futures:
                return
            future = next(finished)
            job = futures.pop(future)
            if future.status == "finished":
                yield from future.result()
                continue
            retried = self._lost(job, future)
            for again in retried if isinstance(retried, list) else ():
                new = self._client.submit(perform_beside, again, self._limit, pure=False)
                futures[new] = again
                finished.add(new)
            if not isinstance(retried, list):
                yield retried

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
        """Leaves the cluster; one that was started here ends."""
        with contextlib.suppress(OSError, TimeoutError):
            self._client.close()
        if self._cluster is not None:
            self._cluster.close()


def perform_beside(job: Job, time_limit: float) -> list[Any]:
    """The results of a job, by the worker process beside this thread of a Dask worker."""
    engine = getattr(_BESIDE, "engine", None)
    if engine is None:
        engine = _BESIDE.engine = LocalEngine(1, time_limit)
        atexit.register(engine.close)
    return list(engine.run([job]))
