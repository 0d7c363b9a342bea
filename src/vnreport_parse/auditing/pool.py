"""Many reports surveyed in parallel, given back in their order. A process that dies takes one report with it, not the audit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial

from .facts import Context, Facts
from .records import Unread
from .survey import Job, survey

_FEW = 4  # reports for which no process is worth its start
_CHUNK = 4
_CRASHED = ("chương trình đọc tệp dừng đột ngột", "the reader of this file crashed")


def survey_all(jobs: Sequence[Job], context: Context, processes: int) -> Iterator[Facts | Unread]:
    """What is kept of each report, in the order of `jobs`. The processes start now, before the caller starts a thread."""
    if processes < 2 or len(jobs) <= _FEW:
        return (survey(job, context) for job in jobs)
    pool = ProcessPoolExecutor(min(processes, len(jobs)))
    return _in_order(pool, pool.map(partial(survey, context=context), jobs, chunksize=_CHUNK), jobs, context)


def _in_order(
    pool: ProcessPoolExecutor, surveyed: Iterator[Facts | Unread], jobs: Sequence[Job], context: Context
) -> Iterator[Facts | Unread]:
    done = 0
    try:
        for one in surveyed:
            yield one
            done += 1
    except BrokenProcessPool:
        yield from _one_by_one(jobs[done:], context)
    finally:
        pool.shutdown(cancel_futures=True)


def _one_by_one(jobs: Sequence[Job], context: Context) -> Iterator[Facts | Unread]:
    """The rest, each in the process of the one before as long as that lives."""
    pool = ProcessPoolExecutor(1)
    for job in jobs:
        try:
            yield pool.submit(survey, job, context).result()
        except BrokenProcessPool:
            pool = ProcessPoolExecutor(1)
            yield Unread(path=job.name, reason=_CRASHED[context.language == "en"])
    pool.shutdown()
