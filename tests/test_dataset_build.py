"""Data sets: the same bytes whatever the order, only what changed is read, and nothing stops a run."""

from __future__ import annotations

import json
import os
import tracemalloc
import unicodedata
from contextlib import closing
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow.parquet as pq
import pytest

from archives import HarmfulArchive, InlineEngine, build, contents, fill, report_text, write
from vnreport_parse import Report
from vnreport_parse.dataset import buckets, journal, plan, register, working
from vnreport_parse.dataset import build as building
from vnreport_parse.dataset.archive import Found, Stamp, open_archive
from vnreport_parse.dataset.build import DatasetNotWritten, build_dataset
from vnreport_parse.dataset.entries import Entry
from vnreport_parse.dataset.layout import open_dataset
from vnreport_parse.dataset.lock import DatasetBusy, locked
from vnreport_parse.dataset.needs import DatasetLibraryMissing
from vnreport_parse.dataset.schema import TABLES, arrow_schema
from vnreport_parse.errors import UsageError
from vnreport_parse.source import SourceText


@pytest.fixture(autouse=True)
def _inline(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Without processes, but where these are what is tested."""
    if "processes" not in request.keywords:
        monkeypatch.setattr(building, "LocalEngine", InlineEngine)
    monkeypatch.setattr(os, "fsync", lambda _: None)  # no test here takes the power away


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Twelve reports."""
    return fill(tmp_path / "archive", range(12))


def files(dataset: Path) -> dict[str, dict[str, Any]]:
    """The rows of `files` by path."""
    return {row["path"]: row for row in pq.read_table(open_dataset(dataset).parts("files")[0]).to_pylist()}


def read_paths(events: list[Any]) -> list[str]:
    """The files that were parsed."""
    return sorted(e.about["path"] for e in events if e.name == "file" and e.about["status"] == "read")


# ---------------------------------------------------------------- the same bytes
def test_same_bytes_whatever_the_order(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Order, size of chunks, other folders of the same files: nothing of it is seen in the data set."""
    build(archive, tmp_path / "a")
    other = fill(tmp_path / "other", reversed(range(12)))
    monkeypatch.setattr(plan, "_CHUNK_FILES", 1)
    monkeypatch.setattr(building, "chunks", lambda *a, **k: reversed(list(plan.chunks(*a, **k))))
    build(other, tmp_path / "b")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


@pytest.mark.processes
def test_same_bytes_whatever_the_workers(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three processes give what none gives."""
    build(archive, tmp_path / "a", workers=3)
    monkeypatch.setattr(building, "LocalEngine", InlineEngine)
    build(archive, tmp_path / "b")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_all_tables_are_there_and_whole(archive: Path, tmp_path: Path) -> None:
    """Every table has a file for each partition, with the schema, sorted by its keys, with as many rows as the manifest says."""
    build(archive, tmp_path / "d")
    folder = open_dataset(tmp_path / "d")
    for table in TABLES:
        parts = folder.parts(table)
        assert parts
        rows = [row for part in parts for row in pq.ParquetFile(part).read().to_pylist()]
        assert folder.manifest["counts"]["rows"][table] == len(rows)
        for part in parts:
            found = pq.ParquetFile(part).schema_arrow
            assert found.equals(arrow_schema(table)), table
            keys = [(row["sha256"], row.get("record", 0)) for row in pq.ParquetFile(part).read().to_pylist()]
            assert table == "files" or keys == sorted(set(keys))
    assert [part.parent.parent.name for part in folder.parts("reports")] == [
        "year=2018",
        "year=2018",
        *["year=2019"] * 2,
        *["year=2020"] * 2,
    ]


def test_polars_reads_it(archive: Path, tmp_path: Path) -> None:
    """Year and format come from the path; tables join by their keys."""
    build(archive, tmp_path / "d")
    awards = pl.scan_parquet(tmp_path / "d/awards/**/*.parquet", hive_partitioning=True)
    reports = pl.scan_parquet(tmp_path / "d/reports/**/*.parquet", hive_partitioning=True)
    joined = awards.join(reports, on="sha256").group_by("year").len().sort("year").collect()
    assert joined["year"].to_list() == [2018, 2019, 2020]


def test_empty_archive(tmp_path: Path) -> None:
    """An archive without files is a data set without rows."""
    (tmp_path / "empty").mkdir()
    build(tmp_path / "empty", tmp_path / "d")
    assert all(pq.ParquetFile(part).read().num_rows == 0 for table in TABLES for part in open_dataset(tmp_path / "d").parts(table))
    fill(tmp_path / "empty", range(2))
    build(tmp_path / "empty", tmp_path / "d")
    build(tmp_path / "empty", tmp_path / "fresh")
    assert contents(tmp_path / "d") == contents(tmp_path / "fresh")


def test_large_partitions_are_split_alike(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a part would be large it is split by the hash; growing and shrinking leads to the same parts as a fresh build."""
    monkeypatch.setattr(buckets, "_MOST_REPORTS", 2)
    build(fill(tmp_path / "grows", range(3)), tmp_path / "d")
    build(fill(tmp_path / "grows", range(12)), tmp_path / "d")
    build(archive, tmp_path / "fresh")
    assert contents(tmp_path / "d") == contents(tmp_path / "fresh")
    assert any("part-0" in path for path in contents(tmp_path / "d"))
    for number in range(3, 12):
        next(archive.rglob(f"bao-cao-{number}.*")).unlink()
    build(archive, tmp_path / "fresh", deleted="drop")
    build(fill(tmp_path / "small", range(3)), tmp_path / "again")
    assert contents(tmp_path / "fresh") == contents(tmp_path / "again")


# ---------------------------------------------------------------- what has changed
def test_only_what_changed_is_read(archive: Path, tmp_path: Path) -> None:
    """New, changed, renamed and deleted files: the result is that of a fresh build, and nothing else was read."""
    build(archive, tmp_path / "d")
    result, events = build(archive, tmp_path / "d")
    assert (result.read, result.unchanged) == (0, 12)
    assert not (tmp_path / "d/_state/journal.jsonl").exists()
    write(next(archive.rglob("bao-cao-1.txt")), report_text(50))
    next(archive.rglob("bao-cao-2.txt")).rename(archive / "moved.txt")
    next(archive.rglob("bao-cao-3.txt")).unlink()
    fill(archive, [20])
    result, events = build(archive, tmp_path / "d", deleted="drop")
    assert read_paths(events) == ["don-vi-0/bao-cao-20.md", "don-vi-1/bao-cao-1.txt", "moved.txt"]
    assert (result.read, result.unchanged, result.deleted) == (3, 9, 2)
    build(archive, tmp_path / "fresh")
    assert contents(tmp_path / "d") == contents(tmp_path / "fresh")


def test_touched_files_are_not_parsed(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another time and the same bytes: the hash tells. The next time the stamp does."""
    build(archive, tmp_path / "d")
    before = contents(tmp_path / "d")
    for path in archive.rglob("*.txt"):
        os.utime(path, ns=(1, 1))
    monkeypatch.setattr(working, "parse_source", None)
    _, events = build(archive, tmp_path / "d")
    assert {e.about["status"] for e in events if e.name == "file"} == {"same"}
    assert contents(tmp_path / "d") == before
    assert build(archive, tmp_path / "d")[0].read == 0


def test_stamp_of_a_file_just_written_is_not_believed(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change within the same tick of the clock, to the same length, is seen all the same."""
    path = archive / "now.txt"
    path.write_text(report_text(60), "utf-8")
    monkeypatch.setattr(working, "now_ns", lambda: path.stat().st_mtime_ns + 1000)
    build(archive, tmp_path / "d")
    status = path.stat()
    path.write_text(report_text(60).replace("Khê", "Khé"), "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    _, events = build(archive, tmp_path / "d")
    assert read_paths(events) == ["now.txt"]


def test_deleted_files_are_kept_and_told(archive: Path, tmp_path: Path) -> None:
    """By default a file that is gone keeps its rows, and `files` says so; when it is back, all is as before."""
    build(archive, tmp_path / "d")
    before = contents(tmp_path / "d")
    path = next(archive.rglob("bao-cao-3.txt"))
    path.rename(tmp_path / "away.txt")
    result, events = build(archive, tmp_path / "d")
    assert result.deleted == 1
    assert [e.about for e in events if e.name == "deleted"] == [{"path": "don-vi-3/bao-cao-3.txt", "kept": True}]
    assert [row["path"] for row in files(tmp_path / "d").values() if row["deleted"]] == ["don-vi-3/bao-cao-3.txt"]
    assert open_dataset(tmp_path / "d").manifest["counts"]["rows"]["reports"] == 12
    (tmp_path / "away.txt").rename(path)
    build(archive, tmp_path / "d")
    assert contents(tmp_path / "d") == before


def test_reparse_and_other_versions(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new library reads anew when asked to; until then it says whose rows there are."""
    build(archive, tmp_path / "d")
    monkeypatch.setattr(building, "__version__", "99.0")
    fill(archive, [30])
    result, events = build(archive, tmp_path / "d")
    assert result.read == 1
    assert [e.about for e in events if e.name == "kept_version"] == [{"files": 12, "version": "99.0"}]
    assert open_dataset(tmp_path / "d").manifest["counts"]["parsed_by"] == {"0.1.0": 12, "99.0": 1}
    assert build(archive, tmp_path / "d", reparse=True)[0].read == 13
    build(archive, tmp_path / "fresh")
    assert contents(tmp_path / "d") == contents(tmp_path / "fresh")


def test_another_schema_version_is_read_anew(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of two contracts are never put side by side; so with and without words."""
    build(archive, tmp_path / "d")
    monkeypatch.setattr(building, "SCHEMA_VERSION", "2")
    result, events = build(archive, tmp_path / "d")
    assert result.read == 12
    assert [e.about["reason"] for e in events if e.name == "rebuild"] == ["schema_version is 2, the data set has 1"]
    next(archive.rglob("bao-cao-3.txt")).unlink()
    build(archive, tmp_path / "d")
    monkeypatch.setattr(working, "segment", lambda _: None)
    result, events = build(archive, tmp_path / "d", segment=True)
    assert result.read == 11
    assert [e.about for e in events if e.name == "lost"] == [{"files": 1}]  # kept till now: nobody can read it again


def test_a_field_more_is_read_anew(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record may gain a field within a version of the contract: parts without it are not put beside parts with it."""
    build(archive, tmp_path / "d")
    monkeypatch.setattr(building, "columns_mark", lambda: "another")
    result, events = build(archive, tmp_path / "d")
    assert result.read == 12
    assert len([e for e in events if e.name == "rebuild"]) == 1
    assert build(archive, tmp_path / "d")[0].read == 0


def test_a_later_layout_is_refused(archive: Path, tmp_path: Path) -> None:
    """A data set of a later library is left alone."""
    build(archive, tmp_path / "d")
    path = tmp_path / "d/manifest.json"
    path.write_text(path.read_text("utf-8").replace('"layout": 1', '"layout": 2'), "utf-8")
    with pytest.raises(UsageError, match="later version"):
        build(archive, tmp_path / "d")
    with pytest.raises(UsageError, match="later version"):
        open_dataset(tmp_path / "d")


def test_a_manifest_that_is_cut_off(archive: Path, tmp_path: Path) -> None:
    """One that another program has laid out anew is read; one whose end is missing is none."""
    build(archive, tmp_path / "d")
    path = tmp_path / "d/manifest.json"
    whole = path.read_text("utf-8")
    path.write_text(json.dumps(json.loads(whole)), "utf-8")
    assert build(archive, tmp_path / "d")[0].unchanged == 12
    for cut in (whole[: len(whole) // 3], whole[:-4], ""):
        path.write_text(cut, "utf-8")
        with pytest.raises(UsageError, match="no manifest of a data set"):
            open_dataset(tmp_path / "d")


def test_same_bytes_under_two_names(tmp_path: Path) -> None:
    """One report, two files; which of them stands for both does not depend on which was first there."""
    archive = tmp_path / "archive"
    archive.mkdir()
    write(archive / "b.txt", report_text(1))
    build(archive, tmp_path / "d")
    write(archive / "a.md", report_text(1))
    build(archive, tmp_path / "d")
    build(archive, tmp_path / "fresh")
    assert contents(tmp_path / "d") == contents(tmp_path / "fresh")
    assert files(tmp_path / "d")["b.txt"]["duplicate_of"] == "a.md"
    assert open_dataset(tmp_path / "d").manifest["counts"]["rows"]["reports"] == 1
    (archive / "a.md").unlink()
    _, events = build(archive, tmp_path / "d", deleted="drop")
    assert read_paths(events) == ["b.txt"]  # what was read of it as markdown is not what it is as text
    build(archive, tmp_path / "plain")
    assert contents(tmp_path / "d") == contents(tmp_path / "plain")


def test_rows_of_bytes_that_nobody_can_read_again(tmp_path: Path) -> None:
    """Where the file that stood for the bytes has other ones now and its twin is gone, the rows stay what they were."""
    archive = tmp_path / "archive"
    write(archive / "a.md", report_text(1))
    write(archive / "b.txt", report_text(1))
    build(archive, tmp_path / "d")
    (archive / "b.txt").unlink()
    build(archive, tmp_path / "d")
    write(archive / "a.md", report_text(2))
    _, events = build(archive, tmp_path / "d")
    assert read_paths(events) == ["a.md"]
    rows = files(tmp_path / "d")
    assert (rows["b.txt"]["deleted"], rows["b.txt"]["format"], rows["b.txt"]["error"]) == (True, "md", None)
    kept = [row for part in open_dataset(tmp_path / "d").parts("reports") for row in pq.ParquetFile(part).read().to_pylist()]
    assert {row["sha256"] for row in kept} == {row["sha256"] for row in rows.values()}


def test_a_part_that_is_lost_is_made_again(archive: Path, tmp_path: Path) -> None:
    """Only the files of that part are read."""
    build(archive, tmp_path / "d")
    before = contents(tmp_path / "d")
    (tmp_path / "d/awards/year=2018/format=txt/part-all.parquet").unlink()
    result, _ = build(archive, tmp_path / "d")
    assert 0 < result.read < 12
    assert contents(tmp_path / "d") == before
    (tmp_path / "d/files/part-all.parquet").write_bytes(b"")
    assert build(archive, tmp_path / "d")[0].read == 0
    assert contents(tmp_path / "d") == before


def test_what_was_known_is_damaged(archive: Path, tmp_path: Path) -> None:
    """All is read again; nothing is guessed."""
    build(archive, tmp_path / "d")
    before = contents(tmp_path / "d")
    (tmp_path / "d/_state/known.jsonl").write_bytes(b'{"layout": 1}\n')
    result, events = build(archive, tmp_path / "d")
    assert result.read == 12
    assert [e.about["reason"] for e in events if e.name == "rebuild"] == ["what was known of its files is missing or damaged"]
    assert contents(tmp_path / "d") == before


def test_another_archive_is_told(archive: Path, tmp_path: Path) -> None:
    """Files are told apart by their path within the archive: one that has moved as a whole is not read again."""
    build(archive, tmp_path / "d")
    archive.rename(tmp_path / "moved")
    result, events = build(tmp_path / "moved", tmp_path / "d")
    assert result.read == 0
    assert [e.about["before"] for e in events if e.name == "moved"] == [str(archive)]


# ---------------------------------------------------------------- bad input
def test_names_of_all_sorts(tmp_path: Path) -> None:
    """Bytes that are no UTF-8, decomposed letters, quotes, line breaks: kept without loss, readable, and one row each."""
    archive = tmp_path / "archive"
    archive.mkdir()
    decomposed = unicodedata.normalize("NFD", "Báo cáo quý.txt")
    names = [b"b\xe1o c\xe1o.txt", decomposed.encode(), "Báo cáo quý.txt".encode(), b"a \"b\" 'c'.txt", b"d\ne.txt", b"\\xe1.txt"]
    for at, name in enumerate(names):
        write(archive / os.fsdecode(name), report_text(at))
    build(archive, tmp_path / "d")
    rows = files(tmp_path / "d")
    assert {row["path_bytes"] for row in rows.values()} == set(names)
    assert {row["status"] for row in rows.values()} == {"read"}
    assert rows["b\\xe1o c\\xe1o.txt"]["path_bytes"] == names[0]
    assert rows[decomposed]["name"] == "Báo cáo quý.txt"
    assert build(archive, tmp_path / "d")[0].read == 0
    assert len(json.loads((tmp_path / "d/manifest.json").read_text("utf-8"))["inputs"]) == len(names)


def test_links_and_what_is_no_file(tmp_path: Path) -> None:
    """A circle of links ends, a folder is listed once, a pipe is not waited for, a link that leads nowhere is told."""
    archive = fill(tmp_path / "archive", range(2))
    outside = fill(tmp_path / "outside", [5])
    (archive / "round").symlink_to(archive)
    (archive / "up").symlink_to(tmp_path)
    (archive / "again").symlink_to(archive / "don-vi-0")
    (archive / "out").symlink_to(outside)
    (outside / "back").symlink_to(archive)
    (archive / "self").symlink_to(archive / "self")
    (archive / "nowhere.txt").symlink_to(archive / "missing.txt")
    os.mkfifo(archive / "pipe")
    (archive / ".hidden").write_text("x", "utf-8")
    (archive / "~$bao-cao.docx").write_text("x", "utf-8")
    (archive / "Thumbs.db").write_text("x", "utf-8")
    build(archive, tmp_path / "d")
    rows = files(tmp_path / "d")
    assert {path: row["error"] for path, row in rows.items()} == {
        "don-vi-0/bao-cao-0.md": None,
        "don-vi-1/bao-cao-1.txt": None,
        "out/don-vi-1/bao-cao-5.md": None,
        "nowhere.txt": "not_found",
        "pipe": "special",
        "self": "system",
    }


def test_a_folder_that_cannot_be_listed(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its files are not taken for deleted, even where deleted ones are dropped; the folder is told."""
    build(archive, tmp_path / "d")
    scandir = os.scandir

    def refusing(path: str) -> Any:
        if str(path).endswith("don-vi-1"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    result, _ = build(archive, tmp_path / "d", deleted="drop")
    rows = files(tmp_path / "d")
    assert result.deleted == 0
    assert rows["don-vi-1"] | {"remedy": "", "path_bytes": b""} == {
        "sha256": None, "path": "don-vi-1", "path_bytes": b"", "name": "don-vi-1", "size": None, "status": "unreadable",
        "year": None, "format": None, "characters": None, "duplicate_of": None, "deleted": False, "error": "permission",
        "reason": "no permission to read it", "remedy": "", "parsed_by": None,
    }  # fmt: skip
    assert rows["don-vi-1/bao-cao-1.txt"]["status"] == "read"
    monkeypatch.undo()
    monkeypatch.setattr(building, "LocalEngine", InlineEngine)
    build(archive, tmp_path / "d")
    build(archive, tmp_path / "fresh")
    assert contents(tmp_path / "d") == contents(tmp_path / "fresh")


def test_bad_files_are_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be read, what the library fails at, what changes while it is read: each is a row with its error."""
    archive = fill(tmp_path / "archive", range(4))
    for name, text in {"locked": "LOCKED", "fault": "FAULT", "grows": "GROWS", "once": "ONCE", "zip": "PK\x03\x04"}.items():
        write(archive / f"{name}.txt", text)
    monkeypatch.setattr(building, "open_archive", lambda address: HarmfulArchive(str(address)))
    parse_source = working.parse_source

    def failing(source: SourceText) -> Report:
        if source.text.startswith("FAULT"):
            raise RuntimeError("a fault of the library")
        return parse_source(source)

    monkeypatch.setattr(working, "parse_source", failing)
    result, _ = build(archive, tmp_path / "d")
    rows = files(tmp_path / "d")
    errors = {path: row["error"] for path, row in rows.items() if row["error"]}
    assert errors == {"locked.txt": "permission", "fault.txt": "failed", "grows.txt": "changed", "zip.txt": "damaged"}
    assert rows["fault.txt"]["reason"] == "the library failed on it (RuntimeError: a fault of the library)"
    assert rows["once.txt"]["status"] == "read"
    assert result.failed == 4
    monkeypatch.setattr(building, "open_archive", open_archive)
    monkeypatch.setattr(working, "parse_source", parse_source)
    _, events = build(archive, tmp_path / "d")
    tried = {e.about["path"]: e.about["status"] for e in events if e.name == "file"}
    assert tried == {"grows.txt": "read", "locked.txt": "read", "once.txt": "same"}  # what may pass, and what was just written
    build(archive, tmp_path / "d")  # they fail again in the same way: no journal is left
    assert not (tmp_path / "d/_state/journal.jsonl").exists()
    _, events = build(archive, tmp_path / "d", retry=True)
    assert read_paths(events) == ["fault.txt"]


def test_targets_that_cannot_be_meant(archive: Path, tmp_path: Path) -> None:
    """No archive, a folder with other things in it, a file, a URL."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full/letter.txt").touch()
    for source, target in (
        (tmp_path / "none", tmp_path / "d"),
        (archive, tmp_path / "full"),
        (archive, tmp_path / "full/letter.txt"),
        (archive, "s3://bucket/d"),
        ("nosuch://bucket/d", tmp_path / "d"),
        ("memory://nothing-there", tmp_path / "d"),
    ):
        with pytest.raises(UsageError):
            build_dataset(source, target)
    with pytest.raises(UsageError, match="no data set"):
        open_dataset(tmp_path / "full")


def test_a_target_of_any_name(archive: Path, tmp_path: Path) -> None:
    """Marks that addresses read otherwise, and bytes that are no UTF-8."""
    build(archive, tmp_path / "d")
    name = "báo cáo ?#%20 [1].d"
    build(archive, tmp_path / name)
    assert build(archive, tmp_path / name)[0].unchanged == 12
    assert contents(tmp_path / name) == contents(tmp_path / "d")
    with pytest.raises(UsageError, match=r"d\\xe1: the name is not UTF-8"):
        build(archive, tmp_path / os.fsdecode(b"d\xe1"))


def test_a_data_set_within_its_archive(archive: Path) -> None:
    """It is not read as a part of the archive."""
    build(archive, archive / "dataset")
    before = contents(archive / "dataset")
    assert build(archive, archive / "dataset")[0].read == 0
    assert contents(archive / "dataset") == before


def test_two_builds_at_once(archive: Path, tmp_path: Path) -> None:
    """The second is told, and harms nothing. A lock that a dead process has left is none."""
    build(archive, tmp_path / "d")
    with locked(tmp_path / "d/_state/lock"), pytest.raises(DatasetBusy, match=f"process {os.getpid()} on"):
        build(archive, tmp_path / "d")
    (tmp_path / "d/_state/lock").write_text('{"pid": 1, "host": "gone", "since": "2020-01-01"}', "utf-8")
    assert build(archive, tmp_path / "d")[0].read == 0


def test_without_pyarrow(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(DatasetLibraryMissing, match=r"pip install 'vnreport-parse\[dataset\]'"):
        build(archive, tmp_path / "d")


# ---------------------------------------------------------------- room
def test_no_room_for_the_list_of_files(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk may be full before anything is read: one line says so, and nothing is left behind."""
    with monkeypatch.context() as small:
        small.setattr(register, "_MOST_PAGES", 12)
        fill(tmp_path / "many", range(400))
        with pytest.raises(DatasetNotWritten, match=r"cannot write \(database or disk is full\)"):
            build(tmp_path / "many", tmp_path / "d")
    assert [path.name for path in (tmp_path / "d/_state").iterdir() if path.suffix == ".sqlite"] == []
    build(archive, tmp_path / "d")
    build(archive, tmp_path / "fresh")
    assert contents(tmp_path / "d") == contents(tmp_path / "fresh")


def test_memory_of_a_plan_does_not_grow(tmp_path: Path) -> None:
    """Twenty times as many files are planned in the same memory: what is known of them is on the disk."""
    peaks = []
    for number in (1_000, 20_000):
        found = (Found(f"don-vi/bao-cao-{at}.txt", Stamp(1, "2")) for at in range(number))
        with closing(register.Register(tmp_path)) as tables:
            tables.start()
            tracemalloc.start()
            made = plan.make_plan(found, tables, plan.Wishes())
            todo = sum(len(chunk.items) for chunk in plan.chunks(open_archive(tmp_path), tables, made, 2, segmented=False))
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
        assert (made.new, made.todo, todo) == (number, number, number)
    assert peaks[1] < peaks[0] + 100_000


# ---------------------------------------------------------------- fsspec
@pytest.mark.processes
def test_urls(archive: Path, tmp_path: Path) -> None:
    """A folder by its URL is the folder; what is in memory goes to the workers; a store's stamps tell what has changed."""
    import fsspec

    build(archive, tmp_path / "d")
    build(archive.as_uri(), tmp_path / "file")
    assert contents(tmp_path / "file") == contents(tmp_path / "d")
    store = fsspec.filesystem("memory")
    store.put(str(archive), "/archive-of-tests", recursive=True)
    build("memory://archive-of-tests", tmp_path / "memory", workers=2)
    assert contents(tmp_path / "memory") == contents(tmp_path / "d")
    assert build("memory://archive-of-tests", tmp_path / "memory")[0].read == 0
    store.pipe("/archive-of-tests/don-vi-1/bao-cao-1.txt", report_text(99).encode())
    assert build("memory://archive-of-tests", tmp_path / "memory")[0].read == 1
    store.rm("/archive-of-tests", recursive=True)


def test_journal_reads_what_it_writes(tmp_path: Path) -> None:
    """A line that was cut off, and rows that are not what was written, count as not there."""
    head = journal.Head(1, "1", "c", False, "a", "b")
    first = journal.Journal(tmp_path, head)
    for name in "abc":
        first.add(Entry(f"{name}\udce1", 1, "2", sha256=name), name.encode() * 50)
    first.close()
    lines = (tmp_path / journal.JOURNAL).read_bytes()
    (tmp_path / journal.JOURNAL).write_bytes(lines[:-7])
    again = journal.Journal(tmp_path, head)
    assert sorted(entry.path for entry in again.entries()) == ["a\udce1", "b\udce1"]
    again.add(Entry("d", 1, "2", sha256="d"), b"d" * 10)
    again.close()
    assert (tmp_path / journal.PACK).read_bytes() == b"a" * 50 + b"b" * 50 + b"d" * 10
    (tmp_path / journal.PACK).write_bytes(b"a" * 50 + b"x" * 60)
    with closing(journal.Journal(tmp_path, head)) as third:
        assert sorted(entry.path for entry in third.entries()) == ["a\udce1"]
    with closing(journal.Journal(tmp_path, journal.Head(1, "2", "c", False, "a", "b"))) as other:
        assert other.discarded
        assert not other.done
