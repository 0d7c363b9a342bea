"""Names of files that are no text: printable, and led back to the file."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from vnreport_parse import Report, parse_file
from vnreport_parse.cli import app
from vnreport_parse.filenames import path_of_printable, printable_path

LETTERS = st.characters(exclude_categories=()) | st.sampled_from(["\\", "u", "\udcea", "\\udcea", "d", "8"])


@given(st.lists(LETTERS).map("".join))
def test_every_name_is_printable_and_comes_back(name: str) -> None:
    """Whatever it is made of."""
    printed = printable_path(name)
    printed.encode("utf-8")
    assert path_of_printable(printed) == name


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("báo cáo.txt", "báo cáo.txt"),
        (r"C:\users\udom\a.txt", r"C:\users\udom\a.txt"),
        ("t\udcean.txt", r"t\udcean.txt"),
        (r"t\udcean.txt", r"t\\udcean.txt"),
        ("t\\\udcean.txt", r"t\\\udcean.txt"),
    ],
)
def test_only_what_is_no_text_is_changed(name: str, printed: str) -> None:
    """And what looks as if it were changed."""
    assert printable_path(name) == printed


@pytest.mark.skipif(os.name == "nt", reason="names are bytes elsewhere")
def test_a_report_of_such_a_file(tmp_path: Path) -> None:
    """It can be written as JSON, by the library and the command, and names its file."""
    path = os.fsdecode(os.fsencode(tmp_path) + b"/t\xean.txt")
    Path(path).write_text("BÁO CÁO\nChủ tịch UBND tỉnh tặng Bằng khen cho 05 tập thể.\n", "utf-8")
    report = parse_file(path)
    read_back = Report.model_validate_json(report.model_dump_json())
    assert read_back.source.path == report.source.path
    assert Path(path_of_printable(read_back.source.path or "")).is_file()
    for form in ("json", "jsonl", "table", "ledger"):
        done = CliRunner().invoke(app, ["parse", path, "--format", form])
        assert done.exit_code == 0, done.output
    done = CliRunner().invoke(app, ["parse", path, path, "--format", "json"])
    assert [one["source"]["path"] for one in json.loads(done.stdout)] == [report.source.path] * 2
