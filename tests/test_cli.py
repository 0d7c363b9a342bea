"""The command line: what it writes, where, in which language, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from conftest import ROOT
from vnreport_parse import Report, __version__, parse_file
from vnreport_parse.cli import app
from vnreport_parse.cli_messages import _EN, _REASONS_VI, _VI, language_of
from vnreport_parse.errors import REASONS

REPORT = "corpus/so-noi-vu-so-ket-2023.txt"
DRAFT = "corpus/so-khoa-hoc-cong-nghe-du-thao-2024.md"
pytestmark = pytest.mark.usefixtures("at_root")


def run(*arguments: str, **settings: object):
    """Run the command in this process, in a terminal of 80 columns."""
    environment = {"LC_ALL": "C.UTF-8", "COLUMNS": "80"} | settings.pop("env", {})
    return CliRunner().invoke(app, arguments, env=environment, **settings)


# ---------------------------------------------------------------- formats
def test_json_of_one_file_is_an_object() -> None:
    """One report is an object, and it is the report."""
    done = run("parse", REPORT)
    assert done.exit_code == 0
    assert Report.model_validate_json(done.stdout).model_dump() == parse_file(REPORT).model_dump()
    assert "Hòa Xuyên" in done.stdout
    assert done.stderr == ""


def test_json_of_several_files_is_an_array() -> None:
    """Several reports are an array, in the order asked for."""
    done = run("parse", DRAFT, REPORT, "--format", "json")
    assert [report["source"]["path"] for report in json.loads(done.stdout)] == [DRAFT, REPORT]


def test_json_lines() -> None:
    """One report a line, without blanks between."""
    done = run("parse", REPORT, DRAFT, "--format", "jsonl")
    lines = done.stdout.splitlines()
    assert [json.loads(line)["header"]["doc_type"] for line in lines] == ["Báo cáo", "Báo cáo"]
    assert done.stdout.endswith("}\n")


def test_same_bytes_each_time() -> None:
    """The output is a function of the input."""
    assert run("parse", REPORT).stdout_bytes == run("parse", REPORT).stdout_bytes


@pytest.mark.parametrize("width", [80, 100, 160])
def test_table_fits_the_terminal(width: int) -> None:
    """Header, outline, references and awards at a glance, in any width."""
    done = run("parse", REPORT, "--format", "table", env={"COLUMNS": str(width)})
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= width
    for part in ("Sections", "References (", "Awards (", "Distribution", "Signature", "KẾT QUẢ CÔNG TÁC KHEN THƯỞNG"):
        assert any(part in line for line in lines), part
    assert "\x1b" not in done.stdout


def test_table_does_not_steer_the_terminal(tmp_path: Path) -> None:
    """Control characters of a document are shown, not sent."""
    path = tmp_path / "a.txt"
    path.write_text("Số: 1/KH-UBND\n\nI. TÊN \x1b[31mĐỎ\n\nnội dung\n\nII. TÊN HAI\n\nnội dung\n", "utf-8")
    done = run("parse", str(path), "--format", "table")
    assert done.exit_code == 0
    assert "\x1b" not in done.stdout


def test_standard_input() -> None:
    """`-` reads standard input."""
    done = run("parse", "-", input="Số: 12/KH-UBND\n".encode())
    assert json.loads(done.stdout)["source"]["path"] == "-"
    assert json.loads(done.stdout)["header"]["number"]["text"] == "12/KH-UBND"


# ---------------------------------------------------------------- files that cannot be read
def test_the_others_are_still_done(tmp_path: Path) -> None:
    """A file that cannot be read costs the exit code, one line, and nothing else."""
    packed = tmp_path / "a.txt.gz"
    packed.write_bytes(b"\x1f\x8b\x08")
    done = run("parse", "no.txt", REPORT, str(packed), "--format", "jsonl")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.splitlines() == [
        "vnreport: no.txt: no such file. Check the name and the folder.",
        f"vnreport: {packed}: gzip is not read yet. Save it as UTF-8 text or markdown first.",
    ]


def test_nothing_readable() -> None:
    """No report gives no object, and an empty array where an array was due."""
    assert (run("parse", "no.txt").exit_code, run("parse", "no.txt").stdout) == (1, "")
    assert json.loads(run("parse", "no.txt", "corpus").stdout) == []


def test_errors_in_vietnamese() -> None:
    """File, reason and remedy, in the language asked for."""
    assert run("parse", "no.txt", "--lang", "vi").stderr == "vnreport: no.txt: không có tệp này. Kiểm tra lại tên tệp và thư mục.\n"


LOCALES = [
    ({"LC_ALL": "vi_VN.UTF-8", "LANG": "en_US.UTF-8"}, "vi"),
    ({"LC_MESSAGES": "vi_VN", "LANG": "en_US.UTF-8"}, "vi"),
    ({"LANG": "vi"}, "vi"),
    ({"LC_ALL": "C", "LANG": "vi_VN.UTF-8"}, "en"),
    ({"LC_ALL": "", "LANG": "vi_VN.UTF-8"}, "vi"),
    ({}, "en"),
]


@pytest.mark.parametrize(("environment", "language"), LOCALES)
def test_language_by_locale(environment: dict[str, str], language: str) -> None:
    """Without --lang the locale of messages decides."""
    assert language_of(environment) == language


def test_both_languages_say_the_same() -> None:
    """Every message, and every reason, stands in both tables, with the same details."""
    assert _EN.keys() == _VI.keys()
    assert REASONS.keys() == _REASONS_VI.keys()
    for kind, reason in REASONS.items():
        for english, vietnamese in zip(reason, _REASONS_VI[kind], strict=True):
            assert english.count("{") == vietnamese.count("{")


# ---------------------------------------------------------------- output
def test_out_is_written_whole(tmp_path: Path) -> None:
    """--out holds what standard output would, and nothing else is left in the folder."""
    out = tmp_path / "kết quả.json"
    done = run("parse", REPORT, "--out", str(out))
    assert (done.exit_code, done.stdout) == (0, "")
    assert out.read_bytes() == run("parse", REPORT).stdout_bytes
    assert list(tmp_path.iterdir()) == [out]


def test_out_stays_when_the_run_breaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that dies half-way leaves the old file as it was."""
    out = tmp_path / "a.json"
    out.write_text("old", "utf-8")
    monkeypatch.setattr("vnreport_parse.cli.parse_source", lambda source: 1 / 0)
    assert run("parse", REPORT, "--out", str(out)).exit_code == 1
    assert out.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_out_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder that is not there is one clear line."""
    done = run("parse", REPORT, "--out", str(tmp_path / "no" / "a.json"), "--lang", "vi")
    assert done.exit_code == 1
    assert "không ghi được" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_out_never_replaces_an_input(tmp_path: Path) -> None:
    """Writing over what is to be read is a mistake."""
    path = tmp_path / "a.txt"
    path.write_text("Số: 1/A", "utf-8")
    done = run("parse", str(path), "--out", str(path))
    assert done.exit_code == 2
    assert path.read_text("utf-8") == "Số: 1/A"


# ---------------------------------------------------------------- usage
@pytest.mark.parametrize(
    "arguments", [["parse"], ["parse", REPORT, "--format", "xml"], ["read", REPORT], ["parse", REPORT, "--lang", "fr"]]
)
def test_wrong_usage(arguments: list[str]) -> None:
    """Wrong usage ends with 2."""
    assert run(*arguments).exit_code == 2


def test_version() -> None:
    """`--version` names the version."""
    assert run("--version").stdout == f"vnreport {__version__}\n"


# ---------------------------------------------------------------- evaluate
def test_evaluate() -> None:
    """The figures as a table, with errors where asked for."""
    done = run("evaluate", "corpus")
    assert done.exit_code == 0
    for name in ("header", "award counts", "distribution"):
        assert name in done.stdout


def test_evaluate_shows_errors_in_words(tmp_path: Path) -> None:
    """--errors lists what is wrong, in the language asked for; a missing document is told on standard error."""
    (tmp_path / "a.gold.json").write_text('{"header": {"place": "Huế"}}', "utf-8")
    done = run("evaluate", str(tmp_path), "--errors", "1", "--lang", "vi")
    assert done.exit_code == 1
    assert "cần place 'Huế', nhận None" in done.stdout
    assert "không có tệp này" in done.stderr


def test_evaluate_without_labels(tmp_path: Path) -> None:
    """A folder without labels is wrong usage."""
    done = run("evaluate", str(tmp_path))
    assert done.exit_code == 2
    assert "no labels" in done.stderr


# ---------------------------------------------------------------- real processes
def test_a_real_process(environment: dict[str, str]) -> None:
    """The installed program, in a locale without UTF-8, writes UTF-8."""
    command = [sys.executable, "-m", "vnreport_parse.cli", "parse", REPORT, "--format", "table"]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env=environment | {"LC_ALL": "C"})
    assert "Hòa Xuyên" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_error_worth_a_word(environment: dict[str, str]) -> None:
    """`vnreport parse … | head -n 1` is quiet."""
    command = f'"{sys.executable}" -m vnreport_parse.cli parse corpus/*.txt --format json | head -n 1'
    done = subprocess.run(command, shell=True, capture_output=True, check=True, cwd=ROOT, env=environment)
    assert (done.stdout, done.stderr) == (b"[\n", b"")


def test_a_reader_of_rows_that_goes_away(small_dataset: Path, environment: dict[str, str]) -> None:
    """`vnreport dataset query … | head -n 1` is quiet, however many rows there are."""
    query = "select a.text, b.text from counts a, counts b, counts c limit 200000"
    command = f'"{sys.executable}" -m vnreport_parse.cli dataset query "{small_dataset}" "{query}" --format csv | head -n 1'
    done = subprocess.run(command, shell=True, capture_output=True, check=True, cwd=ROOT, env=environment)
    assert (done.stdout.count(b"\n"), done.stderr) == (1, b"")
