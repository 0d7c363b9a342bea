"""How a build shows itself: a bar on a terminal, lines of JSON for machines, a few words otherwise."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from .clock import now_text
from .events import Event, Notify
from .parts import readable


def json_lines(stream: TextIO) -> Notify:
    """One line of JSON an event, with its time."""

    def write(event: Event) -> None:
        stream.write(json.dumps({"time": now_text(), "event": event.name} | _writable(event), ensure_ascii=False) + "\n")
        stream.flush()

    return write


def _writable(event: Event) -> dict[str, object]:
    return {name: readable(value) if name == "path" and isinstance(value, str) else value for name, value in event.about.items()}


@contextmanager
def bar(words: dict[str, str], stream: TextIO | None = None) -> Iterator[Notify]:
    """A bar with files, files a second, errors, and the time left; on a terminal only, else nothing is shown.

    `words`: what `reading`, `writing` and `errors` are called.
    """
    target = stream or sys.stderr
    if not target.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - only where it is seen
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
        TextColumn("{task.fields[errors]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(file=target), transient=True) as shown:
        task = shown.add_task("", total=None, pace="", errors="")
        failed = 0

        def errors() -> str:
            return f"{words['errors']}: {failed}" if failed else ""

        def show(event: Event) -> None:
            nonlocal failed
            about = event.about
            if event.name == "planned":
                shown.reset(task, total=_number(about["todo"]), description=words["reading"], pace="", errors="")
            elif event.name == "file":
                failed += about["error"] is not None
                speed = shown.tasks[0].speed
                pace = f"{speed:.1f}/s" if speed else ""
                shown.update(task, advance=1, pace=pace, errors=errors())
            elif event.name == "writing":
                shown.reset(task, total=_number(about["parts"]), description=words["writing"], pace="", errors=errors())
            elif event.name == "part":
                shown.update(task, advance=1)

        yield show


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
