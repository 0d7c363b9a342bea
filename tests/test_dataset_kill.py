"""Builds that are killed, interrupted, or find the disk full: what is done is kept, and the end is that of a quiet run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from archives import InlineEngine, build, contents, fill
from vnreport_parse.dataset import build as building
from vnreport_parse.dataset.build import DatasetNotWritten
from vnreport_parse.dataset.layout import STATE

_KILLS = 20
# Builds in children of its own that are killed: half of them at a random moment, half at a random step to the disk.
_DRIVER = """
import os, random, signal, sys, time
from pathlib import Path
from archives import InlineEngine, build
from vnreport_parse.dataset import build as building
import pyarrow.parquet, pyarrow.compute, vnreport_parse.parse

building.LocalEngine = InlineEngine
archive, out, kills = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
chance = random.Random(7)

def child(target, steps):
    pid = os.fork()
    if pid:
        return pid
    left = steps
    def counted(kind):
        real = getattr(os, kind)
        def call(*given, **more):
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **more)
        return call
    for kind in ("fsync", "replace", "rename", "unlink", "ftruncate") if steps else ():
        setattr(os, kind, counted(kind))
    build(archive, target)
    os._exit(0)

start = time.monotonic()
os.waitpid(child(out / "quiet", 0), 0)
whole = time.monotonic() - start
killed = finished = 0
target = out / "killed-0"
for at in range(kills):
    by_step = at % 2
    pid = child(target, chance.randrange(1, 40) if by_step else 0)
    if not by_step:
        time.sleep(chance.random() * whole * 0.6)
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    killed += os.WIFSIGNALED(status)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0:
        finished += 1
        target = out / f"killed-{finished}"
os.waitpid(child(target, 0), 0)
print(killed)
"""


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def test_killed_at_random_moments(tmp_path: Path) -> None:
    """Twenty times; every data set that came out in the end is, byte for byte, that of the run which nobody killed."""
    archive = fill(tmp_path / "archive", range(40))
    done = subprocess.run(
        [sys.executable, "-c", _DRIVER, str(archive), str(tmp_path), str(_KILLS)],
        env=_environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert int(done.stdout) > _KILLS / 2
    quiet = contents(tmp_path / "quiet")
    ends = sorted(tmp_path.glob("killed-*"))
    assert ends
    for end in ends:
        assert contents(end) == quiet, end
        assert sorted(path.name for path in (end / STATE).iterdir()) == ["known.jsonl", "lock", "todo.json"]


def _command(archive: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    command = [
        sys.executable,
        "-m",
        "vnreport_parse.cli",
        "dataset",
        "build",
        str(archive),
        "--out",
        str(out),
        "--workers",
        "2",
        *more,
    ]
    return subprocess.Popen(command, env=_environment() | {"LC_ALL": "C.UTF-8"}, stderr=subprocess.PIPE, text=True)


def _until(process: subprocess.Popen[str], event: str) -> dict[str, object]:
    assert process.stderr
    for line in process.stderr:
        told = json.loads(line)
        if told["event"] == event:
            return told
    raise AssertionError(f"{event} did not come")


def test_command_killed_and_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real command with its workers: killed, then interrupted, then let run. Nothing that was done is done again."""
    archive = fill(tmp_path / "archive", range(150))
    with _command(archive, tmp_path / "d", "--log-json") as process:
        for _ in range(80):  # by now some are in the journal
            _until(process, "file")
        process.kill()
    with _command(archive, tmp_path / "d", "--log-json") as process:
        assert _until(process, "resumed")["files"]
        _until(process, "file")
        process.send_signal(signal.SIGINT)
        told = _until(process, "interrupted")
        assert process.wait() == 130
    status = subprocess.run(
        [sys.executable, "-m", "vnreport_parse.cli", "dataset", "status", str(tmp_path / "d")],
        env=_environment() | {"LC_ALL": "C.UTF-8"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert f"an unfinished build has done {told['done']} of 150 files" in status.stdout
    with _command(archive, tmp_path / "d") as process:
        assert process.stderr
        said = process.stderr.read()
        assert process.wait() == 0, said
    assert f"an unfinished build is taken up: {told['done']} files are done" in said
    assert "150 reports of 150 files, 0 could not be read" in said
    monkeypatch.setattr(building, "LocalEngine", InlineEngine)
    build(archive, tmp_path / "quiet")
    assert contents(tmp_path / "d") == contents(tmp_path / "quiet")


@pytest.mark.parametrize("limit", [2_000, 60_000, 170_000])
def test_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    """Room for so many bytes in all, then none: one clear line; with room again, the run ends as if nothing had been."""
    archive = fill(tmp_path / "archive", range(12))
    monkeypatch.setattr(building, "LocalEngine", InlineEngine)
    build(archive, tmp_path / "quiet")
    with monkeypatch.context() as small:
        _fill_disk(small, limit)
        with pytest.raises(DatasetNotWritten, match=r"No space left on device.*What is done is kept"):
            build(archive, tmp_path / "d")
    build(archive, tmp_path / "d")
    assert contents(tmp_path / "d") == contents(tmp_path / "quiet")


def _fill_disk(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    """Every file that goes to the disk takes of the room."""
    sizes: dict[int, int] = {}
    fsync = os.fsync

    def counted(descriptor: int) -> None:
        status = os.fstat(descriptor)
        sizes[status.st_ino] = status.st_size
        if sum(sizes.values()) > room:
            os.ftruncate(descriptor, max(0, status.st_size - 10))  # the end of it did not get there
            raise OSError(28, "No space left on device")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", counted)
