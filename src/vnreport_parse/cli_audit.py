"""`vnreport audit`: files in, counts and findings out. Progress and summary on the terminal, outputs as files."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from .auditing.config import Settings
from .auditing.facts import Facts
from .auditing.inputs import PAGES_SUFFIX, find_files
from .auditing.outputs import LINKED, check_output, with_pages, write_output
from .auditing.pool import survey_all
from .auditing.records import Audit, Unread
from .auditing.run import Plan, finish, plan_audit
from .auditing.survey import Job
from .cli_common import FAILED, MISUSED, LangOption, cause_of, chosen_language, complain, misused, output, page_width, said_of, stop
from .cli_messages import say
from .cli_options import takes
from .cli_rules import SettingsOption, settings_of
from .cli_summary import summary_view
from .diagnostics import Language, Severity
from .errors import UsageError
from .filenames import printable_path
from .tableview import render

_SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
_LONG = 8  # reports; fewer need no progress bar


class FailOn(StrEnum):
    """From which severity on a finding fails the command."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


@dataclass(frozen=True)
class AuditOptions:
    """What `vnreport audit` takes."""

    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Reports: files, folders (walked), patterns such as 'inbox/*.docx'.")
    ]
    out: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="PATH", help="Write .xlsx, .html, .json, .sarif or .parquet; several times if wanted.", show_default=False
        ),
    ] = None
    units: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="The units that should have reported: lines or CSV.", show_default=False),
    ] = None
    corrections: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="CSV: report or printed, unit, period; puts right what reports say.", show_default=False),
    ] = None
    select: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Rules to run: codes or their beginnings.", show_default=False)
    ] = None
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Rules to leave out: codes or their beginnings.", show_default=False)
    ] = None
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Exit code 1 from this severity on. Default: error.", show_default=False)
    ] = None
    jobs: Annotated[int, typer.Option(min=0, metavar="N", help="Processes that read reports; 0: one a core.")] = 0
    pages: Annotated[bool, typer.Option(help="Write a page for each report beside .xlsx and .html, for their links.")] = True
    config: SettingsOption = None
    lang: LangOption = None


@takes(AuditOptions)
def audit_command(options: AuditOptions) -> None:
    """Add up the awards of many reports, and list what does not add up.

    Exit code 0; 1: a finding at or above --fail-on, a file that could not be read or written (the others are done); 2: wrong usage.
    """
    language = chosen_language(options.lang)
    outputs = options.out or []
    try:
        for out in outputs:
            check_output(out)
        settings = settings_of(options.config)
        plan = _plan(options, settings, language)
        files = find_files(options.paths, outputs)
        if not files:
            stop(say(language, "audit_nothing", paths=" ".join(options.paths)), MISUSED)
        with _pages_folder(outputs if options.pages else [], language) as (folder, pages):
            jobs = [
                Job(printable_path(file), file, folder / _page_name(at, file) if folder else None)
                for at, file in enumerate(files, 1)
            ]
            audit = finish(_watched(survey_all(jobs, plan.context, options.jobs or os.cpu_count() or 1), len(jobs), language), plan)
    except UsageError as error:
        misused(error, language)
    without = sum(report.page is None for report in audit.reports) if pages else 0
    if without:
        complain(say(language, "audit_pages", path=pages, count=without))
    written = [_write(audit, out, pages, language) for out in outputs]
    with output(None, language) as stream:
        stream.write(render(summary_view(audit, language), page_width(), colour=sys.stdout.isatty()).encode("utf-8"))
    if without or not all(written) or audit.unread or _fails(audit, options.fail_on or FailOn(settings.fail_on)):
        raise typer.Exit(FAILED)


def _plan(options: AuditOptions, settings: Settings, language: Language) -> Plan:
    plan = plan_audit(settings, language, _codes(options.select), options.units, options.corrections)
    if options.ignore:
        context = settings.context(language, select=_codes(options.select), ignore=_codes(options.ignore))
        plan = replace(plan, context=replace(context, expected_units=plan.context.expected_units))
    return plan


def _codes(given: Sequence[str] | None) -> list[str]:
    """`R1,R203` as two."""
    return [code.strip() for codes in given or () for code in codes.split(",") if code.strip()]


def _fails(audit: Audit, fail_on: FailOn) -> bool:
    if fail_on is FailOn.never:
        return False
    failing = _SEVERITIES[_SEVERITIES.index(fail_on.value) :]
    return any(finding.severity in failing for finding in audit.findings)


def _watched(surveyed: Iterator[Facts | Unread], count: int, language: Language) -> Iterator[Facts | Unread]:
    """The same, with a bar on the terminal where it takes long."""
    console = Console(stderr=True)
    if count < _LONG or not console.is_terminal:
        yield from surveyed
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        yield from progress.track(surveyed, total=count, description=say(language, "audit_reading"))


# ---------------------------------------------------------------- writing
def _write(audit: Audit, out: Path, pages: Path | None, language: Language) -> bool:
    """Writes one output; what keeps it from being written is told, and the others go on."""
    try:
        write_output(with_pages(audit, pages, out), out, language)
    except OSError as error:
        complain(say(language, "unwritable", path=out, cause=cause_of(error, language)))
        return False
    except UsageError as error:
        complain(f"{out}: {said_of(error, language)}")
        return False
    return True


def _page_name(at: int, name: str) -> str:
    stem = "".join(char if char.isalnum() or char in "-_" else "-" for char in Path(name).stem)
    return f"{at:04d}-{stem[:60]}.html"


@contextmanager
def _pages_folder(outputs: Sequence[Path], language: Language) -> Iterator[tuple[Path | None, Path | None]]:
    """A folder for the pages while they are written, and the one that they are moved to when all are there.

    Both are `None` where no output leads on to pages, or none can be written: the outputs then have no such links.
    """
    linked = next((out for out in outputs if out.suffix.lower() in LINKED), None)
    if linked is None:
        yield None, None
        return
    target = linked.with_suffix(PAGES_SUFFIX)
    try:
        written = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent))
    except OSError as error:
        complain(say(language, "unwritable", path=target, cause=cause_of(error, language)))
        yield None, None
        return
    try:
        yield written, target
        target.mkdir(exist_ok=True)
        for page in sorted(written.iterdir()):
            page.replace(target / page.name)
    except OSError as error:
        complain(say(language, "unwritable", path=target, cause=cause_of(error, language)))
    finally:
        shutil.rmtree(written, ignore_errors=True)
