"""Small archives for the tests of data sets, with files that do harm; and what compares two data sets byte for byte."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from vnreport_parse.dataset.archive import FolderArchive
from vnreport_parse.dataset.build import BuildOptions, BuildResult, build_dataset
from vnreport_parse.dataset.engines import Job
from vnreport_parse.dataset.events import Event
from vnreport_parse.dataset.layout import RUN, STATE
from vnreport_parse.errors import FileMissing

_MOMENTS = count(1)
_REPORT = """ỦY BAN NHÂN DÂN
TỈNH LAM KHÊ
Số: {number}/BC-UBND
Lam Khê, ngày {day:02d} tháng 12 năm {year}

BÁO CÁO
Tổng kết phong trào thi đua năm {year}

I. KẾT QUẢ
Thực hiện Kế hoạch số {number}/KH-UBND ngày 05/01/{year} của Ủy ban nhân dân tỉnh.
1. Khen thưởng
Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen cho {collectives:02d} tập thể, {persons:02d} cá nhân.
II. PHƯƠNG HƯỚNG
Tiếp tục phong trào thi đua.

Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Khê
"""


def report_text(number: int) -> str:
    """A short report; another one for each number."""
    return _REPORT.format(
        number=number, day=number % 28 + 1, year=2018 + number % 3, collectives=number % 9 + 2, persons=number % 40 + 2
    )


def fill(folder: Path, numbers: Iterable[int]) -> Path:
    """Writes reports into two levels of folders, some of them as markdown."""
    for number in numbers:
        path = folder / f"don-vi-{number % 4}" / f"bao-cao-{number}.{'md' if number % 5 == 0 else 'txt'}"
        write(path, report_text(number))
    return folder


def write(path: Path, text: str) -> None:
    """Writes a file, at a time of its own that is long ago: stamps of files that were just written are not believed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    moment = 1_600_000_000_000_000_000 + next(_MOMENTS)
    os.utime(path, ns=(moment, moment))


def contents(dataset: Path) -> dict[str, bytes]:
    """All that a data set promises to be the same: everything but the record of the run, the state and a DuckDB file."""
    return {
        path.relative_to(dataset).as_posix(): path.read_bytes()
        for path in sorted(dataset.rglob("*"))
        if path.is_file() and path.relative_to(dataset).parts[0] not in {RUN, STATE} and path.suffix != ".duckdb"
    }


def build(archive: Path | str, out: Path, **options: Any) -> tuple[BuildResult, list[Event]]:
    """Builds, and hears what is said."""
    heard: list[Event] = []
    return build_dataset(archive, out, BuildOptions(**{"workers": 1} | options), heard.append), heard


class InlineEngine:
    """Does the work itself: quick for small archives."""

    def __init__(self, *_: object) -> None:
        pass

    def run(self, jobs: Iterable[Job], time_limit: float | None = None) -> Iterator[Any]:
        """The results, in order."""
        for job in jobs:
            for _, result in job.perform(lambda _: None):
                yield result

    def close(self) -> None:
        """Nothing to end."""


class HarmfulArchive(FolderArchive):
    """A folder whose files do to their reader what they say."""

    def read(self, path: str) -> bytes:
        """Dies, hangs, fails or changes the file."""
        data = super().read(path)
        if data.startswith(b"DIE"):
            os.kill(os.getpid(), signal.SIGKILL)
        elif data.startswith(b"HANG"):
            threading.Event().wait()
        elif data.startswith(b"LOCKED"):
            raise FileMissing(path, "permission")
        elif data.startswith(b"GROWS"):
            with Path(self.address, path).open("ab") as stream:
                stream.write(b"x")
        elif data.startswith(b"ONCE"):
            Path(self.address, path).write_text(report_text(77), "utf-8")
        return data


class Steps:
    """A job for an engine: its items say what happens to the worker."""

    def __init__(self, items: tuple[str, ...]) -> None:
        self.items = items

    def perform(self, begin: Any) -> Iterator[tuple[int, str]]:
        """Each item, done."""
        if "together" in self.items:
            begin(None)
            os.kill(os.getpid(), signal.SIGKILL)
        for at, item in enumerate(self.items):
            begin(at)
            if item.startswith("die"):
                os._exit(7)
            elif item.startswith("hang"):
                threading.Event().wait()
            elif item.startswith("once") and not Path(item.partition(":")[2]).exists():
                Path(item.partition(":")[2]).touch()
                os.kill(os.getpid(), signal.SIGKILL)
            yield at, f"done {item}"

    def only(self, places: Iterable[int]) -> Steps:
        """Some of the items."""
        return Steps(tuple(self.items[at] for at in places))

    def lost(self, place: int, kind: str, details: dict[str, str]) -> str:
        """What is said of an item that cannot be done."""
        return f"{kind} {self.items[place]} {details}"
