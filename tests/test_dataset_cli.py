"""`vnreport dataset build` and `status`: what a person and a machine are told, and the exit codes."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from string import Formatter

import pytest
from typer.testing import CliRunner, Result

from archives import InlineEngine, fill
from vnreport_parse.cli import app
from vnreport_parse.dataset import build as building
from vnreport_parse.dataset.events import Event
from vnreport_parse.dataset.lock import locked
from vnreport_parse.dataset.progress import bar
from vnreport_parse.dataset_messages import DATASET_MESSAGES


@pytest.fixture(autouse=True)
def _inline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without processes, and without waiting for the disk."""
    monkeypatch.setattr(building, "LocalEngine", InlineEngine)
    monkeypatch.setattr(os, "fsync", lambda _: None)


def run(*command: object) -> Result:
    """The command, with what it says on standard error."""
    return CliRunner().invoke(app, ["dataset", *map(str, command)], env={"LC_ALL": "C.UTF-8"})


def test_what_a_person_is_told(tmp_path: Path) -> None:
    """What there is to do, what was done; how the data set stands."""
    archive = fill(tmp_path / "archive", range(6))
    (archive / "damaged.docx").write_bytes(b"PK\x03\x04")
    built = run("build", archive, "--out", tmp_path / "d", "--workers", 1)
    assert built.exit_code == 0, built.output
    assert built.stdout == ""
    first, last = built.stderr.splitlines()
    assert first == "vnreport: 7 files to read: 7 new, 0 changed, 0 unchanged, 0 gone"
    assert last.startswith(f"vnreport: {tmp_path / 'd'}: 6 reports of 7 files, 1 could not be read; ")
    next(archive.rglob("bao-cao-3.txt")).unlink()
    again = run("build", archive, "--out", tmp_path / "d", "--lang", "vi")
    assert "1 tệp không còn; dữ liệu được giữ lại (--deleted drop để bỏ)" in again.stderr
    status = run("status", tmp_path / "d")
    assert status.exit_code == 0
    first, *others = status.stdout.splitlines()
    assert first.startswith(f"{tmp_path / 'd'}: finished 20")
    assert first.endswith(", 6 reports of 7 files")
    assert others[0] == "  1 could not be read: damaged 1"
    assert others[1] == "  1 are gone from the archive and kept"
    assert others[2].startswith("  rows: reports 6, sections ")
    assert others[3] == "  read by version 0.1.0 6"


def test_lines_for_machines(tmp_path: Path) -> None:
    """One JSON object a line, each with its time and the name of the event; a name that is no UTF-8 is readable."""
    archive = fill(tmp_path / "archive", range(2))
    (archive / os.fsdecode(b"b\xe1o.txt")).write_text("x", "utf-8")
    told = [json.loads(line) for line in run("build", archive, "--out", tmp_path / "d", "--log-json").stderr.splitlines()]
    names = [line["event"] for line in told]
    assert names[:2] == ["started", "planned"]
    assert names.count("file") == 3
    assert names[-1] == "finished"
    assert told[-1]["counts"]["rows"]["reports"] == 3
    assert {line["path"] for line in told if line["event"] == "file"} >= {"b\\xe1o.txt"}
    assert all("T" in line["time"] for line in told)


def test_misuse(tmp_path: Path) -> None:
    """Each in one line; 2 for what cannot be meant, 1 for what could not be done."""
    archive = fill(tmp_path / "archive", range(1))
    missing = run("build", tmp_path / "none", "--out", tmp_path / "d")
    assert (missing.exit_code, missing.stderr) == (2, f"vnreport: {tmp_path / 'none'}: no such folder\n")
    assert run("status", tmp_path / "none").exit_code == 2
    assert run("status", archive).stderr == f"vnreport: {archive}: no data set\n"
    assert run("build", archive, "--out", tmp_path / "d").exit_code == 0
    with locked(tmp_path / "d/_state/lock"):
        busy = run("build", archive, "--out", tmp_path / "d")
        assert "a build is at work (process" in run("status", tmp_path / "d").stdout
    assert busy.exit_code == 1
    assert "another build is at work on it (process" in busy.stderr
    assert len(busy.stderr.splitlines()) == 1


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_bar() -> None:
    """On a terminal only: files done, errors so far."""
    shown = _Terminal()
    with bar(dict(DATASET_MESSAGES["en"]), shown) as show:
        show(Event("planned", {"todo": 3}))
        show(Event("file", {"path": "a", "error": None}))
        show(Event("file", {"path": "b", "error": "damaged"}))
        show(Event("writing", {"parts": 2}))
        show(Event("part", {"path": "c"}))
    assert "reading" in shown.getvalue() or "writing" in shown.getvalue()
    assert "errors: 1" in shown.getvalue()
    assert "/2" in shown.getvalue()
    silent = io.StringIO()
    with bar(dict(DATASET_MESSAGES["en"]), silent) as show:
        show(Event("planned", {"todo": 3}))
    assert silent.getvalue() == ""


def test_messages_say_the_same_in_both_languages() -> None:
    """The same keys, and the same details in each."""
    assert DATASET_MESSAGES["vi"].keys() == DATASET_MESSAGES["en"].keys()
    for key, message in DATASET_MESSAGES["en"].items():
        assert _details(message) == _details(DATASET_MESSAGES["vi"][key]), key


def _details(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name}
