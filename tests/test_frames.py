"""A report in a notebook: frames, and the ways it shows itself."""

from __future__ import annotations

import importlib.util

import pandas as pd
import polars as pl
import pytest

from conftest import CORPUS
from vnreport_parse import Report, parse, parse_file
from vnreport_parse.errors import FrameLibraryMissing, UsageError
from vnreport_parse.frames import SCHEMAS, report_id

NAMES = ["reports", "sections", "references", "awards", "recipients", "appendix_awards", "appendix_recipients", "totals",
         "counts", "campaigns", "distribution",
         "signatures", "diagnostics", "evidence"]  # fmt: skip


@pytest.fixture(scope="module")
def report() -> Report:
    """The report that the README shows."""
    return parse_file(next(path for path in CORPUS if path.stem == "so-noi-vu-so-ket-2023"))


def test_names_and_columns() -> None:
    """The frames and their columns are a contract; both libraries keep it."""
    assert list(SCHEMAS) == NAMES
    for library in ("pandas", "polars"):
        frames = parse("").to_frames(library)
        assert {name: list(frame.columns) for name, frame in frames.items()} == {n: list(s) for n, s in SCHEMAS.items()}


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_types_do_not_depend_on_content(library: str, report: Report) -> None:
    """An empty frame has the types of a full one."""
    empty, full = parse("").to_frames(library), report.to_frames(library)
    assert {name: list(frame.dtypes) for name, frame in empty.items()} == {name: list(frame.dtypes) for name, frame in full.items()}


def test_both_libraries_hold_the_same(report: Report) -> None:
    """The two differ in nothing but their types."""
    ours, theirs = report.to_frames("pandas"), report.to_frames("polars")
    for name, frame in ours.items():
        assert frame.astype(object).where(frame.notna(), None).to_dict("records") == theirs[name].to_dicts()


def test_one_row_for_each_record(report: Report) -> None:
    """Nothing is lost on the way into a frame."""
    frames = report.to_frames("polars")
    lengths = {
        name: len(getattr(report, name)) for name in ("references", "awards", "counts", "campaigns", "distribution", "diagnostics")
    }
    assert {name: len(frames[name]) for name in lengths} == lengths
    assert len(frames["sections"]) == len(list(report.walk()))
    assert frames["awards"]["title"].to_list() == [award.title for award in report.awards]


def test_recipients_join_awards(report: Report) -> None:
    """A recipient leads to its award by the award's index, and repeats what is asked for most."""
    frames = report.to_frames("pandas")
    joined = frames["recipients"].merge(frames["awards"], on=["report", "award"], suffixes=("", "_award"))
    assert len(joined) == len(frames["recipients"]) > 0
    for column in ("title", "status", "authority", "summable"):
        assert joined[column].equals(joined[f"{column}_award"])


def test_spans_and_evidence(report: Report) -> None:
    """`start`, `end` and `text` of a row agree with the report's text."""
    for frame in ("references", "awards", "recipients", "evidence"):
        for row in report.to_frames("polars")[frame].to_dicts():
            assert report.text[row["start"] : row["end"]] == row["text"]


def test_report_column(report: Report) -> None:
    """Frames of many reports stack: each row says which report it is from."""
    frames = report.to_frames()
    assert set(frames["awards"]["report"]) == {report_id(report)} == {str(report.source.sha256)[:16]}
    assert report_id(parse("a")) != report_id(parse("b"))


def test_library_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """`auto` is pandas where it is installed, else polars; a missing library is an error with its remedy."""
    report = parse("x")
    assert isinstance(report.to_frames()["awards"], pd.DataFrame)
    find_spec = importlib.util.find_spec
    monkeypatch.setattr("vnreport_parse.frames.find_spec", lambda name: None if name == "pandas" else find_spec(name))
    assert isinstance(report.to_frames()["awards"], pl.DataFrame)
    with pytest.raises(FrameLibraryMissing, match="pip install pandas"):
        report.to_frames("pandas")
    monkeypatch.setattr("vnreport_parse.frames.find_spec", lambda name: None)
    with pytest.raises(FrameLibraryMissing, match="pandas and polars not installed"):
        report.to_frames()
    with pytest.raises(UsageError, match="no frame library 'excel'"):
        report.to_frames("excel")  # type: ignore[arg-type]


# ---------------------------------------------------------------- how a report shows itself
def test_repr_is_short_and_tells_something(report: Report) -> None:
    """Number, date and counts on one line."""
    shown = repr(report)
    assert shown.startswith("<Report 1126/BC-SNV 2023-06-20: ")
    assert f"{len(report.awards)} awards" in shown
    assert len(shown) < 150
    assert "\n" not in shown
    assert repr(parse("")).startswith("<Report no number: ")


def test_str_is_for_people(report: Report) -> None:
    """`print(report)` says what the document is."""
    first, *rest = str(report).splitlines()
    assert first == "Báo cáo 1126/BC-SNV · Hòa Xuyên, 2023-06-20"
    assert "Sở Nội vụ" in rest
    assert str(parse("")).startswith("Document without a number")


def test_html_is_escaped() -> None:
    """What a document says never becomes markup."""
    report = Report(text="", header={"subject": "<script>x</script>", "span": [0, 0]})
    assert "<script>" not in report._repr_html_()
    assert "&lt;script&gt;" in report._repr_html_()


def test_section_by_path(report: Report) -> None:
    """A section is found by its path; a wrong path names the near ones."""
    assert report.section("III.2.a").label == "a"
    with pytest.raises(KeyError, match=r"no section 'III\.9'; near it: III"):
        report.section("III.9")
    with pytest.raises(KeyError, match="the report has none"):
        parse("").section("I")


def test_cited_documents(report: Report) -> None:
    """One entry for each document, with all its mentions."""
    cited = report.cited_documents()
    assert [document.key for document in cited] == list(dict.fromkeys(reference.key for reference in report.references))
    assert sum(len(document.mentions) for document in cited) == len(report.references)
    twice = next(document for document in cited if document.number and document.number.text == "622/SNV-TĐKT")
    assert len(twice.mentions) == 2
    assert twice.date == "2023-04-06"


def test_json_round_trip(report: Report) -> None:
    """A report written as JSON is read again as the same report."""
    again = Report.model_validate_json(report.model_dump_json())
    assert again.model_dump() == report.model_dump()
    assert again.view is None
