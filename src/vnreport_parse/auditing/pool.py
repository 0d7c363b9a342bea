"""Many reports surveyed in parallel, given back in their order. A process that dies takes one report with it, not the audit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial

from .facts import Context, Facts
from .records import Unread
from .survey import Job, survey_many

_FEW = 4  # reports for which no process is worth its start
_CHUNK = 8  # reports that a process takes at once
_CRASHED = ("chương trình đọc tệp dừng đột ngột", "the reader of this file crashed")


def survey_all(jobs: Sequence[Job], context: Context, processes: int) -> Iterator[Facts | Unread]:
    """What is kept of each report, in the order of `jobs`. The processes start now, before the caller starts a thread."""
    if processes < 2 or len(jobs) <= _FEW:
        return survey_many(jobs, context)
    size = max(1, min(_CHUNK, len(jobs) // (2 * processes)))
    chunks = [jobs[at : at + size] for at in range(0, len(jobs), size)]
    pool = ProcessPoolExecutor(min(processes, len(chunks)))
    return _in_order(pool, pool.map(partial(_chunk, context), chunks), jobs, context)


def _chunk(context: Context, jobs: Sequence[Job]) -> list[Facts | Unread]:
    return list(survey_many(jobs, context))


def _in_order(
    pool: ProcessPoolExecutor, surveyed: Iterator[list[Facts | Unread]], jobs: Sequence[Job], context: Context
) -> Iterator[Facts | Unread]:
    done = 0
    try:
        for chunk in surveyed:
            yield from chunk
            done += len(chunk)
    except BrokenProcessPool:
        yield from _one_by_one(jobs[done:], context)
    finally:
        pool.shutdown(cancel_futures=True)


def _one_by_one(jobs: Sequence[Job], context: Context) -> Iterator[Facts | Unread]:
    """The rest, each by itself, in the process of the one before as long as that lives."""
    pool = ProcessPoolExecutor(1)
    for job in jobs:
        try:
            yield from pool.submit(_chunk, context, [job]).result()
        except BrokenProcessPool:
            pool = ProcessPoolExecutor(1)
            yield Unread(path=job.name, reason=_CRASHED[context.language == "en"])
    pool.shutdown()
