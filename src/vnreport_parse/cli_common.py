"""What the commands of `vnreport` share: the language of messages, exit codes, output that appears whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, BinaryIO, NoReturn

import typer

from .cli_messages import language_of, say
from .diagnostics import Language
from .errors import UsageError, system_words

FAILED, MISUSED = 1, 2
_PAGE_WIDTH = 80


class Lang(StrEnum):
    """The language of messages."""

    vi = "vi"
    en = "en"


LangOption = Annotated[Lang | None, typer.Option(help="Language of messages. Default: by the locale.", show_default=False)]
OutOption = Annotated[
    Path | None, typer.Option(metavar="PATH", help="Write to this file, whole or not at all.", show_default=False)
]  # fmt: skip


def chosen_language(chosen: Lang | None) -> Language:
    """The language asked for, or that of the locale."""
    if chosen is None:
        return language_of(os.environ)
    return "vi" if chosen is Lang.vi else "en"


def page_width() -> int:
    """The width of the terminal; 80 where there is none."""
    return shutil.get_terminal_size((_PAGE_WIDTH, 24)).columns


@contextmanager
def output(out: Path | None, language: Language) -> Iterator[BinaryIO]:
    """Standard output, or a file that appears under its name only when all of it is written."""
    if out is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = Path(os.path.realpath(out))
    whole = not target.exists() or target.is_file()  # a device or a pipe is written to as it is
    written = target.with_name(f".{target.name}.{os.getpid()}.part") if whole else target
    try:
        with written.open("wb") as stream:
            yield stream
        if whole:
            written.replace(target)
    except OSError as error:
        stop(say(language, "unwritable", path=out, cause=cause_of(error, language)), FAILED)
    finally:
        if whole:
            written.unlink(missing_ok=True)


def complain(message: str) -> None:
    """A message on standard error."""
    typer.echo(f"vnreport: {message}", err=True)


def cause_of(error: OSError, language: Language) -> str:
    """Why the system refused."""
    return system_words(error, vietnamese=language == "vi")


def said_of(error: UsageError, language: Language) -> str:
    """What is wrong with the call."""
    return error.vietnamese if language == "vi" else str(error)


def misused(error: UsageError, language: Language) -> NoReturn:
    """Wrong usage, told; the end of the program."""
    stop(said_of(error, language), MISUSED)


def stop(message: str, code: int) -> NoReturn:
    """A message on standard error, and the end."""
    complain(message)
    raise typer.Exit(code)
