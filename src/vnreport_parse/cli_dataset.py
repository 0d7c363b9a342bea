"""`vnreport dataset`: from an archive to a data set, and how one stands."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from .cli_common import FAILED, MISUSED, LangOption, chosen_language, complain, stop
from .cli_options import takes
from .dataset.build import BuildOptions, build_dataset
from .dataset.events import Event, Notify
from .dataset.needs import DatasetLibraryMissing
from .dataset.progress import bar, json_lines
from .dataset.status import read_status
from .dataset_messages import DATASET_MESSAGES, say_dataset
from .diagnostics import Language
from .errors import UsageError, VnReportError

_INTERRUPTED = 130

dataset_app = typer.Typer(
    name="dataset",
    help="Data sets: Parquet tables of all reports of an archive.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class EngineName(StrEnum):
    """Who does the work."""

    local = "local"
    dask = "dask"


class DeletedFiles(StrEnum):
    """What becomes of the rows of files that are gone."""

    keep = "keep"
    drop = "drop"


@dataclass(frozen=True)
class BuildCommand:
    """What `vnreport dataset build` takes."""

    archive: Annotated[str, typer.Argument(metavar="ARCHIVE", help="A folder of reports, or a URL that fsspec reaches (s3://…).")]
    out: Annotated[Path, typer.Option(metavar="DATASET", help="The folder of the data set: made, or brought up to date.")]
    deleted: Annotated[DeletedFiles, typer.Option(help="What becomes of the rows of files that are gone.")] = DeletedFiles.keep
    reparse: Annotated[bool, typer.Option("--reparse", help="Read all files anew, also those that have not changed.")] = False
    retry: Annotated[
        bool, typer.Option("--retry", help="Read anew the files that failed, took too long, or ended their worker.")
    ] = False
    segment: Annotated[bool, typer.Option("--segment", help="Add words and sentences (slow), as columns of the reports.")] = False
    engine: Annotated[EngineName, typer.Option(help="Processes of this machine, or a Dask cluster.")] = EngineName.local
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="The Dask scheduler, tcp://HOST:PORT. Default: a cluster of this machine.", show_default=False
        ),
    ] = None
    workers: Annotated[int | None, typer.Option(min=1, metavar="N", help="Processes. Default: one a core.", show_default=False)] = (
        None
    )
    time_limit: Annotated[int, typer.Option(min=1, metavar="SECONDS", help="For one file.")] = 300
    log_json: Annotated[bool, typer.Option("--log-json", help="One line of JSON an event on standard error, and no bar.")] = False
    lang: LangOption = None


@dataset_app.command("build")
@takes(BuildCommand)
def build_command(given: BuildCommand) -> None:
    """Read the reports of an archive into a data set, or bring one up to date: only what is new or changed is read.

    A build that was broken off is taken up where it stood. Exit code 0: done, and files that cannot be read are in the table
    `files`; 1: not done; 2: wrong usage; 130: stopped by Ctrl-C.
    """
    language = chosen_language(given.lang)
    options = BuildOptions(
        engine=given.engine.value,
        workers=given.workers,
        scheduler=given.scheduler,
        time_limit=given.time_limit,
        deleted=given.deleted.value,
        reparse=given.reparse,
        retry=given.retry,
        segment=given.segment,
    )
    signal.signal(signal.SIGTERM, _interrupt)  # as Ctrl-C: what is done is kept
    try:
        with _listener(given, language) as notify:
            build_dataset(given.archive, given.out, options, notify)
    except KeyboardInterrupt:
        raise typer.Exit(_INTERRUPTED) from None
    except (UsageError, DatasetLibraryMissing) as error:
        stop(say_dataset(language, "stopped", cause=error), MISUSED)
    except VnReportError as error:
        stop(say_dataset(language, "stopped", cause=error), FAILED)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


@contextmanager
def _listener(given: BuildCommand, language: Language) -> Iterator[Notify]:
    if given.log_json:
        yield json_lines(sys.stderr)
        return
    gone = 0
    with bar(dict(DATASET_MESSAGES[language])) as show:

        def hear(event: Event) -> None:
            nonlocal gone
            show(event)
            if event.name == "deleted":
                gone += 1
            elif event.name == "planned" and gone:
                key = "deleted_kept" if given.deleted is DeletedFiles.keep else "deleted_dropped"
                complain(say_dataset(language, key, count=gone))
            if said := _said(event, language):
                complain(said)

        yield hear


def _said(event: Event, language: Language) -> str | None:
    """What a person is told of an event; None of those that the bar shows."""
    about = dict(event.about)
    if event.name == "finished":
        counts: Any = about.pop("counts")
        files = counts["files"]
        whole = {"reports": counts["rows"]["reports"], "files": files["read"] + files["unreadable"], "failed": files["unreadable"]}
        return say_dataset(language, "finished", target=about["target"], seconds=about["seconds"], **whole)
    if event.name == "resumed":
        return say_dataset(language, "resumed" if about["files"] else "commit", **about)
    if event.name == "damaged":
        parts: Any = about["parts"]
        return say_dataset(language, "damaged", count=len(parts))
    if event.name == "planned":
        unseen = f"\n{say_dataset(language, 'unseen', count=about['unseen'])}" if about["unseen"] else ""
        return say_dataset(language, "planned", **about) + unseen
    if event.name in {"discarded", "rebuild", "kept_version", "moved", "lost", "interrupted"}:
        return say_dataset(language, event.name, **about)
    return None


@dataset_app.command("status")
def status_command(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="The folder of a data set.")],
    lang: LangOption = None,
) -> None:
    """Tell how a data set stands: what it holds, what could not be read, whether a build is at work or was broken off."""
    language = chosen_language(lang)
    try:
        status = read_status(dataset)
    except UsageError as error:
        stop(say_dataset(language, "stopped", cause=error), MISUSED)
    lines = _standing(status.counts, {"target": status.root, "finished": status.finished or ""}, language)
    about = {"holder": status.holder, "done": status.done or 0, "todo": "?" if status.todo is None else status.todo}
    if status.holder:
        lines.append(say_dataset(language, "status_running", **about))
    elif status.done is not None:
        lines.append(say_dataset(language, "status_waiting", **about))
    typer.echo("\n".join(lines))


def _standing(counts: dict[str, Any] | None, about: dict[str, str], language: Language) -> list[str]:
    if counts is None:
        return [say_dataset(language, "status_none", **about)]
    files, rows = counts["files"], counts["rows"]
    whole = files["read"] + files["unreadable"]
    lines = [say_dataset(language, "status_finished", reports=rows["reports"], files=whole, **about)]
    if files["unreadable"]:
        lines.append(say_dataset(language, "status_unreadable", count=files["unreadable"], errors=_listed(counts["errors"])))
    if files["deleted"]:
        lines.append(say_dataset(language, "status_deleted", count=files["deleted"]))
    lines.append(say_dataset(language, "status_rows", rows=_listed(rows)))
    lines.append(say_dataset(language, "status_versions", versions=_listed(counts["parsed_by"])))
    return lines


def _listed(counted: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counted.items())
