"""One report at a time: parsed, looked through by its rules, shown as a page, and let go. Runs in any process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, islice
from os import PathLike, fspath
from pathlib import Path
from typing import NamedTuple

from ..cli_messages import say_unreadable
from ..errors import UnreadableFile, UsageError
from ..filenames import is_writable, printable_path
from ..parse import parse_files
from ..report import Report
from ..spans import Span
from ..view import report_page
from .facts import Context, Facts, facts_of
from .records import Unread
from .rules import check_report

_BATCH = 32  # files whose bytes are held at once

Given = Report | str | PathLike[str]


class Job(NamedTuple):
    """A report to look at: its name in the audit, the file or the report itself, and where its page goes, if anywhere."""

    name: str
    given: Given
    page: Path | None = None


def jobs_of(reports: Iterable[Given]) -> Iterator[Job]:
    """The reports with their names: the path, `report:<n>` for one without. A file given twice is one."""
    seen: dict[str, int] = {}
    for number, given in enumerate(reports, 1):
        if isinstance(given, Report):
            name = given.source.path or f"report:{number}"
            name = name if is_writable(name) else printable_path(name)
            seen[name] = seen.get(name, 0) + 1
            yield Job(name if seen[name] == 1 else f"{name}#{seen[name]}", given)
        elif isinstance(given, (str, PathLike)):
            name = printable_path(fspath(given))
            if name not in seen:
                seen[name] = 1
                yield Job(name, given)
        else:
            raise UsageError(f"audit() takes reports and paths, not {type(given).__name__}")


def survey_many(jobs: Iterable[Job], context: Context) -> Iterator[Facts | Unread]:
    """What the audit keeps of each report, in their order. Files that stand together are read together: DOC is quicker so."""
    for of_files, group in groupby(jobs, key=lambda job: not isinstance(job.given, Report)):
        if not of_files:
            yield from (_kept(job, job.given, context) for job in group if isinstance(job.given, Report))
            continue
        while batch := list(islice(group, _BATCH)):
            paths = [job.given for job in batch if not isinstance(job.given, Report)]
            for job, read in zip(batch, parse_files(paths), strict=True):
                yield _unread(job, read, context) if isinstance(read, UnreadableFile) else _kept(job, read, context)


def _unread(job: Job, error: UnreadableFile, context: Context) -> Unread:
    return Unread(path=job.name, reason=say_unreadable(context.language, error).removeprefix(f"{error.path}: "))


def _kept(job: Job, report: Report, context: Context) -> Facts:
    """The figures of a report and what its own rules found; its page is written, and the report let go."""
    facts = facts_of(report, job.name, tuple(check_report(report, job.name, context)))
    if job.page is None:
        return facts
    try:
        job.page.write_text(report_page(report, context.language, also=_shown(facts)), "utf-8", "backslashreplace")
    except OSError:  # a full disk costs the page, not the audit
        job.page.unlink(missing_ok=True)
        return facts
    return replace(facts, page=job.page.name)


def _shown(facts: Facts) -> Iterator[Span]:
    """The stretches of the report that the audit may point at."""
    yield from (figure.evidence.span for figure in facts.figures)
    yield from (count.evidence.span for count in (*facts.totals, *facts.targets))
    yield from (cited.evidence.span for cited in facts.references)
    for finding in facts.findings:
        yield from (evidence.span for evidence in finding.evidence)
    if facts.head is not None:
        yield facts.head.span
