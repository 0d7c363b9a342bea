"""SARIF, Parquet and the picture of the citations."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from makeaudit import EVIL, hostile, ordinary
from vnreport_parse.auditing import parquet
from vnreport_parse.auditing.graph import MOST_NODES, citation_graph
from vnreport_parse.auditing.parquet import write_parquet
from vnreport_parse.auditing.records import Audit, AuditedReport, Citation, Finding
from vnreport_parse.auditing.rules import all_rules
from vnreport_parse.auditing.sarif import artifact_uri, sarif_log, write_sarif
from vnreport_parse.errors import UsageError

# RFC 3986: what may stand in a URI reference.
_URI = re.compile(r"(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-F]{2})*")


# ---------------------------------------------------------------- SARIF
def check_location(location: dict) -> None:
    """A physicalLocation with an encoded URI, and a region in characters."""
    physical = location["physicalLocation"]
    assert _URI.fullmatch(physical["artifactLocation"]["uri"])
    assert "\\" not in physical["artifactLocation"]["uri"]
    if region := physical.get("region"):
        assert isinstance(region["charOffset"], int)
        assert region["charOffset"] >= 0
        assert region["charLength"] >= 0
        assert isinstance(region["snippet"]["text"], str)


@pytest.mark.parametrize("audit", [ordinary(), hostile(), Audit()], ids=["ordinary", "hostile", "empty"])
def test_sarif_has_the_structure_of_2_1_0(audit: Audit) -> None:
    """What the specification requires of a log, a run, its rules and its results."""
    log = json.loads(json.dumps(sarif_log(audit, "vi")))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "vnreport"
    assert run["columnKind"] == "unicodeCodePoints"
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(set(ids)) == len(ids)
    assert set(all_rules()) <= set(ids)
    for rule in driver["rules"]:
        if rule["id"] in all_rules():
            assert rule["shortDescription"]["text"]
            assert rule["fullDescription"]["text"]
            assert rule["help"]["text"]
            assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is (not audit.unread)
    assert len(invocation["toolExecutionNotifications"]) == len(audit.unread)
    assert len(run["results"]) == len(audit.findings)
    for result, finding in zip(run["results"], audit.findings, strict=True):
        assert result["level"] in ("error", "warning", "note")
        assert ids[result["ruleIndex"]] == result["ruleId"] == finding.code
        assert result["message"]["text"] == finding.message
        assert len(result["locations"]) == 1
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            check_location(location)
    marks = [result["partialFingerprints"]["vnreportFinding/v1"] for result in run["results"]]
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("2022/báo cáo.txt", "2022/b%C3%A1o%20c%C3%A1o.txt"),
        ("/srv/a b.txt", "file:///srv/a%20b.txt"),
        ("report:3", "report%3A3"),
        ("..\\2022\\a#1.txt", "../2022/a%231.txt"),
    ],
)
def test_uri(path: str, uri: str) -> None:
    """Percent-encoded; a relative path stays relative, and no name is taken for a scheme."""
    assert artifact_uri(path) == uri
    assert unquote(uri).endswith(path.replace("\\", "/"))


def test_region_is_the_span(tmp_path: Path) -> None:
    """Offsets count characters of the report's text; further evidence is related."""
    write_sarif(ordinary(), tmp_path / "audit.sarif", "en")
    result = json.loads((tmp_path / "audit.sarif").read_text("utf-8"))["runs"][0]["results"][0]
    first, second = ordinary().findings[0].evidence
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["charOffset"], region["charLength"]) == (first.span.start, first.span.end - first.span.start)
    assert region["snippet"]["text"] == "tổng số 12 tập thể"
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["charOffset"] == second.span.start


def test_finding_about_a_whole_report() -> None:
    """No place can be shown: the report is the location."""
    audit = Audit(findings=(Finding(code="R499", severity="info", message="thiếu", reports=("a.txt", "b.txt")),))
    (result,) = sarif_log(audit)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "a.txt"}}
    assert result["relatedLocations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "b.txt"}}


# ---------------------------------------------------------------- Parquet
@pytest.mark.parametrize("audit", [ordinary(), hostile(), Audit()], ids=["ordinary", "hostile", "empty"])
def test_parquet_reads_back(audit: Audit, tmp_path: Path) -> None:
    """A row for each count, its evidence in it; the findings in the metadata; the same bytes each time."""
    reader = pytest.importorskip("pyarrow.parquet")
    write_parquet(audit, tmp_path / "audit.parquet", "vi")
    write_parquet(audit, tmp_path / "again.parquet", "vi")
    assert (tmp_path / "audit.parquet").read_bytes() == (tmp_path / "again.parquet").read_bytes()
    table = reader.read_table(tmp_path / "audit.parquet")
    rows = table.to_pylist()
    assert [row["count"] for row in rows] == [row.count for row in audit.counts]
    assert [row["unit"] for row in rows] == [row.unit for row in audit.counts]
    assert [[e["excerpt"] for e in row["evidence"]] for row in rows] == [[e.excerpt for e in row.evidence] for row in audit.counts]
    assert len(json.loads(table.schema.metadata[b"vnreport.findings"])) == len(audit.findings)


def test_parquet_without_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setattr(parquet, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match="pip install"):
        write_parquet(ordinary(), tmp_path / "audit.parquet", "vi")
    assert not list(tmp_path.iterdir())


# ---------------------------------------------------------------- the citations
def picture(audit: Audit) -> tuple[ET.Element, str]:
    """The picture, as XML, and what stands below it."""
    svg, end, remark = citation_graph(audit, "vi").partition("</svg>")
    return ET.fromstring(svg + end), remark


def nodes(svg: ET.Element) -> list[ET.Element]:
    """The nodes of a picture."""
    return [group for group in svg.iter("{http://www.w3.org/2000/svg}g") if "node" in group.get("class", "")]


def test_graph_shows_who_cites_what() -> None:
    """A node for each report and document, a curve for each citation; a report of the audit leads to its page."""
    svg, remark = picture(ordinary())
    paths = list(svg.iter("{http://www.w3.org/2000/svg}path"))
    assert len(paths) == len(ordinary().citations)
    assert len(nodes(svg)) == 6 + 7 + 5
    assert {link.get("href") for link in svg.iter("{http://www.w3.org/2000/svg}a")} == {f"pages/{i:03d}.html" for i in range(1, 7)}
    assert not remark


def test_graph_of_many_reports_stays_legible() -> None:
    """Units instead of reports, the most cited documents, and a word on the rest."""
    svg, remark = picture(ordinary(tuple(f"Đơn vị {i}" for i in range(80))))
    assert len(nodes(svg)) <= 2 * MOST_NODES
    assert "Không vẽ: 50 nơi viện dẫn" in remark


def test_graph_keeps_curves_from_crossing() -> None:
    """Two reports that cite one document each: the order of one side follows the other."""
    reports = tuple(AuditedReport(path=path) for path in "ab")
    citations = tuple(Citation(report=report, key=key) for report, key in (("a", "1"), ("b", "2"), ("b", "1"), ("a", "1")))
    svg, _ = picture(Audit(reports=reports, citations=citations))
    assert len(nodes(svg)) == 4
    assert citation_graph(Audit(reports=reports, citations=citations)) == citation_graph(
        Audit(reports=reports, citations=citations)
    )


def test_graph_of_hostile_names_is_well_formed() -> None:
    """Names stay names; control characters go where XML takes none."""
    page = citation_graph(hostile(), "vi")
    assert "<script" not in page
    assert page.count("<svg") == 1
    assert len(EVIL) <= page.count('class="node')


def test_no_citations() -> None:
    """A word instead of an empty picture."""
    assert "<svg" not in citation_graph(Audit(), "en")
