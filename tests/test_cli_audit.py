"""`vnreport audit`: which files it reads, what it writes, how it ends."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from vnreport_parse import Audit, audit
from vnreport_parse.auditing.facts import Context, Facts
from vnreport_parse.auditing.inputs import find_files
from vnreport_parse.auditing.outputs import with_pages, write_output
from vnreport_parse.auditing.pool import survey_all
from vnreport_parse.auditing.records import Unread
from vnreport_parse.auditing.rules.letters import sample
from vnreport_parse.auditing.survey import Job
from vnreport_parse.cli import app
from vnreport_parse.errors import UsageError

HALF, YEAR = "6 tháng đầu năm 2022", "năm 2022"
GIVEN = "Chủ tịch UBND tỉnh tặng Bằng khen cho 04 tập thể và 09 cá nhân."
FEWER = "Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể và 05 cá nhân."


def run(*arguments: object, lang: str = "vi"):
    """Run the command in this process."""
    return CliRunner().invoke(app, ["audit", *map(str, arguments), "--lang", lang], env={"COLUMNS": "100"})


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two reports without a fault, one of them below, and files that are none."""
    folder = tmp_path / "hop-thu"
    (folder / "so").mkdir(parents=True)
    (folder / "a.txt").write_text(sample("Sở Y tế", 15, "2022-06-10", HALF, GIVEN), "utf-8")
    (folder / "so" / "b.md").write_text(sample("Sở Xây dựng", 9, "2022-06-12", HALF, FEWER), "utf-8")
    (folder / "units.csv").write_text("đơn vị\n", "utf-8")
    (folder / "~$khoa.docx").write_bytes(b"\x00")
    (folder / ".an.txt").write_text("ẩn", "utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


# ---------------------------------------------------------------- which files
def test_folders_are_walked_and_patterns_expanded(inbox: Path) -> None:
    """In order, each file once; hidden files, locks of Word, pages and the outputs themselves are no reports."""
    (inbox / "kq.pages").mkdir()
    (inbox / "kq.pages" / "0001-a.html").write_text("<p>trang</p>", "utf-8")
    (inbox / "kq.html").write_text("<p>kết quả</p>", "utf-8")
    expected = [str(inbox / "a.txt"), str(inbox / "so" / "b.md")]
    assert find_files([str(inbox)], [inbox / "kq.html"]) == expected
    assert find_files([str(inbox / "**" / "*.md"), str(inbox), str(inbox / "a.txt")], [inbox / "kq.html"]) == expected
    assert find_files([str(inbox / "khong.txt")]) == [str(inbox / "khong.txt")]
    (inbox / "so [1].txt").write_text("x", "utf-8")
    assert find_files([str(inbox / "so [1].txt")]) == [str(inbox / "so [1].txt")]


def test_no_reports_is_wrong_usage(tmp_path: Path) -> None:
    """An empty folder is a mistake of the path."""
    done = run(tmp_path)
    assert done.exit_code == 2
    assert "không có báo cáo nào" in done.stderr


# ---------------------------------------------------------------- the summary and the end
def test_summary_of_a_clean_inbox(inbox: Path) -> None:
    """Counts by title and status; exit code 0."""
    done = run(inbox)
    assert done.exit_code == 0, done.output
    assert "đã đọc 2 báo cáo" in done.stdout
    assert "Bằng khen" in done.stdout
    assert "20" in done.stdout
    english = run(inbox, lang="en")
    assert "2 reports read, 0 of them not counted; 0 files not read" in english.stdout


def test_summary_lists_titles_as_the_law_does(inbox: Path) -> None:
    """The highest first, each on one line of a terminal of 80 columns, whatever the number of statuses."""
    given = (
        "Chủ tịch UBND tỉnh tặng Giấy khen cho 03 cá nhân.\n\nTặng Bằng khen cho 04 tập thể.\n\n"
        "Chủ tịch nước tặng Huân chương Lao động hạng Ba cho 01 cá nhân, Huân chương Lao động hạng Nhất cho 02 cá nhân.\n\n"
        "Công nhận danh hiệu Chiến sĩ thi đua cơ sở cho 07 cá nhân.\n\n"
        "Đề nghị và được Thủ tướng Chính phủ tặng Bằng khen cho 01 cá nhân.\n\nĐề nghị tặng Bằng khen cho 02 cá nhân."
    )
    (inbox / "a.txt").write_text(sample("Sở Y tế", 15, "2022-06-10", HALF, given), "utf-8")
    done = CliRunner().invoke(app, ["audit", str(inbox), "--lang", "vi"], env={"COLUMNS": "80"})
    titles = ["Huân chương Lao động hạng Nhất", "Huân chương Lao động hạng Ba", "Chiến sĩ thi đua cơ sở", "Bằng khen", "Giấy khen"]
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert [title for line in lines for title in titles if re.match(rf"{title}\s+\d", line)] == titles


@pytest.mark.parametrize(("fail_on", "code"), [((), 1), (("--fail-on", "warning"), 1), (("--fail-on", "never"), 0)])
def test_a_finding_fails_the_command(inbox: Path, fail_on: tuple[str, ...], code: int) -> None:
    """At and above the severity named; an error by default."""
    (inbox / "c.txt").write_text(sample("Sở Y tế", 90, "2022-12-10", YEAR, FEWER), "utf-8")
    done = run(inbox, *fail_on)
    assert done.exit_code == code
    assert "R404" in done.stdout


def test_a_warning_passes_by_default(inbox: Path) -> None:
    """And fails when asked to."""
    (inbox / "c.txt").write_text(sample("Sở Y tế", 21, "2022-06-24", HALF, FEWER), "utf-8")
    assert run(inbox).exit_code == 0
    assert run(inbox, "--fail-on", "warning").exit_code == 1
    assert run(inbox, "--fail-on", "warning", "--ignore", "R403").exit_code == 0
    assert run(inbox, "--fail-on", "warning", "--select", "R1,R404").exit_code == 0


def test_settings_are_found_in_the_folder(inbox: Path) -> None:
    """`vnreport.toml` beside the command, or the file named."""
    (inbox / "c.txt").write_text(sample("Sở Y tế", 21, "2022-06-24", HALF, FEWER), "utf-8")
    Path("vnreport.toml").write_text('[audit]\nfail-on = "warning"\n', "utf-8")
    assert run(inbox).exit_code == 1
    assert run(inbox, "--fail-on", "error").exit_code == 0
    Path("khac.toml").write_text('[audit]\nignore = ["R403"]\nfail-on = "warning"\n', "utf-8")
    assert run(inbox, "--config", "khac.toml").exit_code == 0
    Path("vnreport.toml").write_text("[audit\n", "utf-8")
    done = run(inbox)
    assert done.exit_code == 2
    assert "vnreport.toml" in done.stderr


def test_a_file_that_cannot_be_read_fails_and_the_rest_is_done(inbox: Path) -> None:
    """It is named with the reason."""
    (inbox / "hong.pdf").write_bytes(b"%PDF-1.4 broken")
    done = run(inbox, "--out", "kq.json")
    assert done.exit_code == 1
    assert "hong.pdf" in done.stdout
    assert len(json.loads(Path("kq.json").read_text("utf-8"))["reports"]) == 2


def test_units_and_corrections(inbox: Path) -> None:
    """Units that sent nothing are listed; what is odd about the user's files is told."""
    Path("units.txt").write_text("Sở Y tế\nSở Tư pháp\nSở Y tế\n", "utf-8")
    Path("sua.csv").write_text("report,unit\na.txt,Sở Y tế tỉnh Hòa Lương\nkhong.txt,Sở A\n", "utf-8")
    done = run(inbox, "--units", "units.txt", "--corrections", "sua.csv", "--out", "kq.json", "--fail-on", "never")
    assert done.exit_code == 0, done.output
    assert "Sở Tư pháp" in done.stdout
    assert "units.txt, dòng 3" in done.stdout
    assert "không có báo cáo nào là khong.txt" in done.stdout
    assert "Sở Y tế tỉnh Hòa Lương" in {
        report.unit for report in Audit.model_validate_json(Path("kq.json").read_text("utf-8")).reports
    }
    missing = run(inbox, "--units", "khong-co.txt")
    assert missing.exit_code == 2
    assert "khong-co.txt" in missing.stderr


@pytest.mark.parametrize(
    ("arguments", "vietnamese", "english"),
    [
        (("--select", "R9"), "không có quy tắc 'R9'", "no rule 'R9'"),
        (("--ignore", "R1O3"), "có phải R103", "did you mean R103"),
        (("--out", "kq.ods"), "đuôi tệp là một trong .json", "the suffix is one of .json"),
        (("--units", "khong-co.txt"), "không có tệp hoặc thư mục này", "No such file"),
        (("--config", "khong-co.toml"), "không có tệp hoặc thư mục này", "No such file"),
        (("--config", "sai.toml"), "sai.toml: không có mục audit.selekt; có phải select?", "no setting audit.selekt"),
        (("--corrections", "sai.toml"), "không có dòng đầu với các cột", "no head line with the columns"),
    ],
)
def test_wrong_usage_is_told_in_the_language_asked_for(
    inbox: Path, arguments: tuple[str, ...], vietnamese: str, english: str
) -> None:
    """Exit code 2."""
    Path("sai.toml").write_text("[audit]\nselekt = []\n", "utf-8")
    for lang, message in (("vi", vietnamese), ("en", english)):
        done = run(inbox, *arguments, lang=lang)
        assert done.exit_code == 2
        assert message in done.stderr


# ---------------------------------------------------------------- outputs
def test_json_is_the_audit_of_the_library(inbox: Path) -> None:
    """Whatever the number of processes."""
    for number in range(6):
        (inbox / f"d{number}.txt").write_text(sample(f"Phòng số {number}", number + 1, "2022-06-10", HALF, GIVEN), "utf-8")
    run(inbox, "--out", "mot.json", "--jobs", "1")
    run(inbox, "--out", "hai.json", "--jobs", "2")
    assert Path("mot.json").read_bytes() == Path("hai.json").read_bytes()
    assert Audit.model_validate_json(Path("mot.json").read_text("utf-8")) == audit(find_files([str(inbox)]))


def test_unknown_suffix_is_told_before_anything_is_read(inbox: Path) -> None:
    """With the suffixes there are."""
    done = run(inbox, "--out", "kq.ods")
    assert done.exit_code == 2
    assert ".xlsx" in done.stderr


def test_an_output_that_cannot_be_written_stops_no_other(inbox: Path) -> None:
    """Nothing half-written stays behind, and what stood there before stays."""
    Path("co-san").mkdir()
    Path("cu.json").write_text("cũ", "utf-8")
    Path("la-thu-muc.json").mkdir()
    done = run(inbox, "--out", "khong/kq.json", "--out", "la-thu-muc.json", "--out", "kq.json")
    assert done.exit_code == 1
    assert "khong/kq.json: không ghi được" in done.stderr.replace("\\", "/")
    assert "la-thu-muc.json: không ghi được" in done.stderr
    assert Path("kq.json").stat().st_size > 100
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["co-san", "cu.json", "hop-thu", "kq.json", "la-thu-muc.json"]


def test_a_writer_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk half way."""

    def full(path: Path, *_: object) -> int:
        path.write_bytes(b"{")
        raise OSError(28, "No space left on device")

    target = tmp_path / "kq.json"
    target.write_text("cũ", "utf-8")
    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        write_output(audit([]), target, "vi")
    monkeypatch.undo()
    assert [path.name for path in tmp_path.iterdir()] == ["kq.json"]
    assert target.read_text("utf-8") == "cũ"


def test_pages_stand_beside_the_page(inbox: Path) -> None:
    """One for each report, linked from the output; not written where nobody wants them."""
    done = run(inbox, "--out", "kq.html", "--out", "kq.json", "--fail-on", "never")
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in Path("kq.pages").iterdir()) == ["0001-a.html", "0002-b.html"]
    pages = [report["page"] for report in json.loads(Path("kq.json").read_text("utf-8"))["reports"]]
    assert pages == ["kq.pages/0001-a.html", "kq.pages/0002-b.html"]
    assert "kq.pages/0001-a.html" in Path("kq.html").read_text("utf-8")
    run(inbox, "--out", "khong-trang.html", "--no-pages")
    assert not Path("khong-trang.pages").exists()
    assert not [path for path in Path.cwd().iterdir() if path.name.endswith(".part")]


def test_a_page_that_cannot_be_written_costs_its_links_only(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The audit is whole, the lack is told, and the command fails."""

    def full(*_: object, **__: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("vnreport_parse.auditing.survey.report_page", full)
    done = run(inbox, "--out", "kq.html")
    assert done.exit_code == 1
    assert "2 trang không ghi được" in done.stderr
    assert Path("kq.html").stat().st_size > 1000


@pytest.mark.skipif(os.name == "nt", reason="names are bytes elsewhere")
def test_names_that_are_no_text(inbox: Path) -> None:
    """A byte that is no letter is shown by its code, in every output."""
    Path(os.fsdecode(os.fsencode(inbox) + b"/c\xff.txt")).write_text(sample("Sở Tư pháp", 4, "2022-06-14", HALF, GIVEN), "utf-8")
    done = run(inbox, "--out", "kq.html", "--out", "kq.json", "--out", "kq.sarif")
    assert done.exit_code == 0, done.output
    paths = [report["path"] for report in json.loads(Path("kq.json").read_text("utf-8"))["reports"]]
    assert sum(path.endswith("c\\udcff.txt") for path in paths) == 1


def test_links_lead_from_the_folder_of_each_output(tmp_path: Path) -> None:
    """The pages stand beside the first output; another may stand elsewhere."""
    found = Audit(reports=(_report("0001-a.html"),))
    assert with_pages(found, tmp_path / "x.pages", tmp_path / "x.html").reports[0].page == "x.pages/0001-a.html"
    assert with_pages(found, tmp_path / "x.pages", tmp_path / "sub" / "y.xlsx").reports[0].page == "../x.pages/0001-a.html"
    assert with_pages(found, None, tmp_path / "x.html").reports[0].page is None


def _report(page: str):
    from vnreport_parse.auditing.records import AuditedReport

    return AuditedReport(path="a.txt", page=page)


# ---------------------------------------------------------------- processes
def _die(jobs: Iterable[Job], context: Context) -> Iterator[Facts | Unread]:
    """A reader that crashes on one file, as a fault in a library of C does."""
    for job in jobs:
        if "chet" in job.name:
            os._exit(1)
        yield Unread(path=job.name, reason="thử")


def test_a_process_that_dies_takes_one_report_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """All others are read, in their order."""
    monkeypatch.setattr("vnreport_parse.auditing.pool.survey_many", _die)
    names = ["a", "b", "c", "chet-1", "d", "e", "f", "chet-2", "g"]
    found = list(survey_all([Job(name, name) for name in names], Context(), 2))
    assert [one.path for one in found if isinstance(one, Unread)] == names
    assert [one.path for one in found if isinstance(one, Unread) and one.reason != "thử"] == ["chet-1", "chet-2"]


def test_output_of_another_suffix_is_refused(tmp_path: Path) -> None:
    """By the library as well."""
    with pytest.raises(UsageError, match=r"\.csv"):
        write_output(audit([]), tmp_path / "kq.csv", "vi")
