"""The audit: what is added up and what is not, whatever the order; drafts, duplicates, other documents; forms; citations."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from vnreport_parse import Audit, Report, audit, parse, parse_file
from vnreport_parse.auditing.consolidate import authority_of
from vnreport_parse.auditing.evidence import evidence_of
from vnreport_parse.auditing.facts import facts_of, text_digest
from vnreport_parse.auditing.frames import SCHEMAS
from vnreport_parse.auditing.rules import all_rules
from vnreport_parse.auditing.rules.letters import sample
from vnreport_parse.errors import UsageError
from vnreport_parse.spans import Span

CORPUS = [path for path in sorted((ROOT / "corpus").iterdir()) if path.suffix in {".txt", ".md"}]
HALF, YEAR = "6 tháng đầu năm 2022", "năm 2022"
GIVEN = "Chủ tịch UBND tỉnh tặng Bằng khen cho 04 tập thể và 09 cá nhân."
FEWER = "Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể và 05 cá nhân."


@pytest.fixture(scope="module")
def corpus() -> list[Report]:
    """The corpus, parsed."""
    return [parse_file(path) for path in CORPUS]


def codes(found: Audit) -> list[str]:
    """The codes of the rules across reports that spoke."""
    return [finding.code for finding in found.findings if finding.code.startswith("R4")]


def figures(found: Audit) -> Counter[tuple[object, ...]]:
    """Counts by title, kind and status."""
    sums: Counter[tuple[object, ...]] = Counter()
    for row in found.counts:
        sums[row.title, row.kind, row.status] += row.count
    return sums


# ---------------------------------------------------------------- laws
@settings(max_examples=12, deadline=None)
@given(order=st.permutations(range(len(CORPUS))))
def test_order_changes_nothing(corpus: list[Report], order: list[int]) -> None:
    """The same reports in any order give the same bytes."""
    expected = audit(corpus).model_dump_json()
    assert audit([corpus[at] for at in order]).model_dump_json() == expected


def test_every_figure_is_in_one_place(corpus: list[Report]) -> None:
    """Each award figure of each report stands in counts or apart, exactly once; so does each figure of a stated total."""
    found = audit(corpus)
    shown = Counter(
        (evidence.report, evidence.span) for row in (*found.counts, *found.apart) if _is_award(row) for evidence in row.evidence
    )
    told: Counter[tuple[str, Span]] = Counter()
    for report in corpus:
        path = str(report.source.path)
        for award in (*report.awards, *report.appendix_awards):
            spans = [group.evidence.get("count") or group.span for group in award.recipients if group.count is not None]
            if award.quantity is not None:
                spans.append(award.evidence.get("quantity") or award.span)
            told.update((path, span) for span in spans)
    assert shown == told
    assert sum(told.values()) > 200
    totals = sum(
        group.count is not None
        for report in corpus
        for total in (*report.totals, *report.appendix_totals)
        for group in total.recipients
    )
    assert sum(row.reason == "total" for row in found.apart) == totals


def _is_award(row: object) -> bool:
    return getattr(row, "reason", "") not in ("total", "target")


def test_a_row_is_the_sum_of_its_reports(corpus: list[Report]) -> None:
    """What all reports give together, each gives by itself: counts are added, nothing else happens to them."""
    together = figures(audit(corpus))
    alone: Counter[tuple[object, ...]] = Counter()
    for report in corpus:
        alone.update(figures(audit([report])))
    assert together == alone


def test_rows_are_unique_and_evidence_counts(corpus: list[Report]) -> None:
    """No two rows have one key; a row has as many places as figures; the mark is the words under the span."""
    found = audit(corpus)
    keys = [tuple(value for name, value in row if name not in ("count", "evidence", "covered")) for row in found.counts]
    assert len(keys) == len(set(keys))
    texts = {report.source.path: report.text for report in corpus}
    for row in (*found.counts, *found.apart, *found.findings):
        for evidence in row.evidence:
            assert evidence.mark.of(evidence.excerpt) == " ".join(evidence.span.of(texts[evidence.report]).split())
            assert len(evidence.excerpt) <= 400
            assert "\n" not in evidence.excerpt


def test_json_is_what_the_manual_says(corpus: list[Report]) -> None:
    """The keys that others build on, and back again."""
    found = audit(corpus)
    data = json.loads(found.model_dump_json())
    assert {"title", "rank", "authority", "kind", "status", "unit", "period", "count", "evidence"} <= set(data["counts"][0])
    assert {"code", "severity", "message", "reports", "evidence"} <= set(data["findings"][0])
    assert {"report", "span"} <= set(data["counts"][0]["evidence"][0])
    assert Audit.model_validate(data) == found


# ---------------------------------------------------------------- what is added
APART = [
    (f"{GIVEN}\n2. Tổng hợp\nTrong năm, đã tặng Bằng khen cho 04 tập thể, trong đó có 01 tập thể của ngành Y tế.", "part_of"),
    ("Đến nay, toàn ngành có 37 cá nhân được tặng Huân chương Lao động hạng Ba.", "cumulative"),
    ("Khoảng 200 cá nhân được tặng Giấy khen của Giám đốc Sở.", "approximate"),
    (f"{GIVEN}\n\n2. Phương hướng, nhiệm vụ năm 2023\nPhấn đấu có 05 tập thể được tặng Bằng khen.", "target"),
    (f"Tổng số: 04 tập thể, 09 cá nhân được khen thưởng, cụ thể:\n- {GIVEN}", "total"),
]


@pytest.mark.parametrize(("body", "reason"), APART, ids=[reason for _, reason in APART])
def test_what_is_never_summed(body: str, reason: str) -> None:
    """It stands apart with its reason, and no row of counts holds it."""
    found = audit([parse(sample("Sở Y tế", 15, "2022-12-10", YEAR, body))])
    assert reason in {row.reason for row in found.apart}
    spans = {evidence.span for row in found.apart for evidence in row.evidence}
    assert not spans & {evidence.span for row in found.counts for evidence in row.evidence}


def test_statuses_are_never_one_figure() -> None:
    """Proposed is not conferred."""
    found = audit(
        [parse(sample("Sở Y tế", 15, "2022-12-10", YEAR, f"{GIVEN}\nĐề nghị tặng Huân chương Lao động hạng Ba cho 02 cá nhân."))]
    )
    assert found.totals() == {"conferred": 13, "proposed": 2}


def test_units_and_periods_are_rows_of_their_own() -> None:
    """And can be added."""
    found = audit(
        [
            parse(sample("Sở Y tế", 15, "2022-06-10", HALF, FEWER)),
            parse(sample("Sở Xây dựng", 9, "2022-06-12", HALF, GIVEN)),
        ]
    )
    rows = {(row.unit, row.kind): row.count for row in found.counts}
    assert rows == {
        ("Sở Xây dựng tỉnh Lam Khê", "collective"): 4,
        ("Sở Xây dựng tỉnh Lam Khê", "individual"): 9,
        ("Sở Y tế tỉnh Lam Khê", "collective"): 2,
        ("Sở Y tế tỉnh Lam Khê", "individual"): 5,
    }
    assert {row.period for row in found.counts} == {"2022-01/2022-06"}


def test_the_year_covers_its_half() -> None:
    """Both stand under their periods; where periods are added, the year counts alone."""
    reports = [parse(sample("Sở Y tế", 15, "2022-06-10", HALF, FEWER)), parse(sample("Sở Y tế", 90, "2022-12-10", YEAR, GIVEN))]
    found = audit(reports)
    assert {(row.period, row.covered) for row in found.counts} == {("2022-01/2022-06", True), ("2022", False)}
    assert found.totals() == {"conferred": 13}
    assert all(report.counted for report in found.reports)
    assert not codes(found)
    assert codes(
        audit([parse(sample("Sở Y tế", 90, "2022-12-10", YEAR, FEWER)), parse(sample("Sở Y tế", 15, "2022-06-10", HALF, GIVEN))])
    ) == [
        "R404",
        "R404",
    ]


def test_titles_of_two_years_are_not_held_against_each_other() -> None:
    """A half-year reports the titles of the year before, the year those of its own."""
    body = "Giám đốc Sở công nhận danh hiệu Lao động tiên tiến năm {} cho {} cá nhân."
    half = parse(sample("Sở Y tế", 15, "2022-06-10", HALF, body.format(2021, 66)))
    year = parse(sample("Sở Y tế", 90, "2022-12-10", YEAR, body.format(2022, 61)))
    assert not codes(audit([half, year]))


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("Chủ tịch Ủy ban nhân dân tỉnh Lam Khê", "Chủ tịch UBND tỉnh"),
        ("Chủ tịch Uỷ ban nhân dân tỉnh", "Chủ tịch UBND tỉnh"),
        ("UBND tỉnh Lam Khê", "UBND tỉnh"),
        ("UBND tỉnh Hòa Lương", "UBND tỉnh Hòa Lương"),
        ("Thủ tướng", "Thủ tướng Chính phủ"),
        ("Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
        ("Giám đốc Sở Y tế", "Giám đốc Sở Y tế"),
    ],
)
def test_one_spelling_of_an_authority(printed: str, shown: str) -> None:
    """The own place is left out, another's is not."""
    facts = facts_of(parse(sample("Sở Y tế", 15, "2022-06-10", HALF, GIVEN)), "a")
    assert authority_of(facts, printed) == shown


def test_reports_without_unit_and_period_are_counted_and_told() -> None:
    """Their figures have no unit and no period, and a finding says so."""
    found = audit([parse("BÁO CÁO\nCông tác khen thưởng\n\n1. Kết quả\nTặng Giấy khen cho 03 cá nhân.\n")])
    assert [(row.unit, row.period, row.count) for row in found.counts] == [(None, None, 3)]
    assert codes(found) == ["R409"]


def test_an_annex_that_lists_what_the_text_told_adds_nothing() -> None:
    """And one that tells more adds that; its place is the annex."""
    annex = "\n\nPHỤ LỤC\n\n1. Kết quả khen thưởng\nChủ tịch UBND tỉnh tặng Cờ thi đua cho 03 tập thể."
    report = parse(sample("Sở Y tế", 15, "2022-12-10", YEAR, GIVEN) + annex)
    found = audit([report])
    assert figures(found)["Bằng khen", "individual", "conferred"] == 9
    flags = [row for row in (*found.counts, *found.apart) if row.title == "Cờ thi đua"]
    assert [row.evidence[0].section for row in flags] == ["Phụ lục 1 1"] * len(report.appendix_awards)


def test_an_annex_that_tells_another_figure_adds_nothing_either() -> None:
    """It tells the same award again; that it disagrees a rule says."""
    table = "| Hình thức | Tập thể | Cá nhân | Hộ |\n|---|---|---|---|\n| Bằng khen của Chủ tịch UBND tỉnh | 4 | 8 | 2 |\n"
    annex = f"\n\nPHỤ LỤC\n\n{table}"
    found = audit([parse(sample("Sở Y tế", 15, "2022-12-10", YEAR, GIVEN) + annex)])
    assert figures(found)["Bằng khen", "collective", "conferred"] == 4
    assert figures(found)["Bằng khen", "individual", "conferred"] == 9
    assert figures(found)["Bằng khen", "household", "conferred"] == 2


# ---------------------------------------------------------------- the same report twice
def test_identical_reports_count_once(tmp_path: Path) -> None:
    """By text, in whatever file: the first path counts, the other is listed with it."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(sample("Sở Y tế", 15, "2022-06-10", HALF, GIVEN), "utf-8")
    (tmp_path / "c.md").write_text(sample("Sở Y tế", 15, "2022-06-10", HALF, GIVEN).replace("\n", "  \n").upper(), "utf-8")
    found = audit([tmp_path / "c.md", tmp_path / "b.txt", tmp_path / "a.txt"])
    assert [(Path(r.path).name, r.counted, r.instead and Path(r.instead).name) for r in found.reports] == [
        ("a.txt", True, None),
        ("b.txt", False, "a.txt"),
        ("c.md", False, "a.txt"),
    ]
    assert found.totals() == {"conferred": 13}
    assert {row.reason for row in found.apart} == {"duplicate"}
    assert codes(found) == ["R401", "R401"]


def test_one_number_and_day_is_one_document() -> None:
    """The scan of a report says it a little differently."""
    text = sample("Sở Y tế", 15, "2022-06-10", HALF, GIVEN)
    found = audit([parse(text), parse(text.replace("Kết quả khen thưởng", "Kêt quả khen thưởng"))])
    assert [report.counted for report in found.reports] == [True, False]
    assert found.totals() == {"conferred": 13}


@pytest.mark.parametrize("final_first", [True, False])
def test_the_final_counts_and_the_draft_is_listed(final_first: bool) -> None:
    """Whichever comes first."""
    draft = parse(sample("Sở Y tế", None, "2022-06-XX", HALF, FEWER))
    final = parse(sample("SỞ Y TẾ", 15, "2022-06-10", HALF, GIVEN))
    found = audit([final, draft] if final_first else [draft, final])
    assert [report.counted for report in found.reports] == [final_first, not final_first]
    assert found.totals() == {"conferred": 13}
    assert {(row.reason, row.count) for row in found.apart} == {("draft", 2), ("draft", 5)}
    assert codes(found) == ["R402"]


def test_a_draft_alone_counts() -> None:
    """There is nothing else to go by; that it lacks a number another rule says."""
    found = audit([parse("DỰ THẢO\n" + sample("Sở Y tế", None, "2022-06-XX", HALF, GIVEN))])
    assert found.reports[0].counted
    assert found.totals() == {"conferred": 13}


def test_two_final_reports_are_both_counted_and_told() -> None:
    """Which of them holds, a person must say."""
    found = audit(
        [parse(sample("Sở Y tế", 15, "2022-06-10", HALF, GIVEN)), parse(sample("Sở Y tế", 21, "2022-06-24", HALF, FEWER))]
    )
    assert found.totals() == {"conferred": 20}
    assert codes(found) == ["R403"]


OTHERS = [
    sample("Sở Y tế", 15, "2022-06-10", HALF, GIVEN).replace("BÁO CÁO", "QUYẾT ĐỊNH").replace("/BC-", "/QĐ-"),
    "Công thức nấu phở: 02 kg xương bò, 01 củ gừng. Đun nhỏ lửa trong 6 giờ.",
    "",
]


@pytest.mark.parametrize("text", OTHERS, ids=["decision", "recipe", "empty"])
def test_other_documents_are_listed_and_not_counted(text: str) -> None:
    """With why; the reports beside them are."""
    found = audit([parse(sample("Sở Xây dựng", 9, "2022-06-12", HALF, FEWER)), parse(text)])
    assert [(report.counted, report.why) for report in found.reports] == [(True, None), (False, "không phải báo cáo")]
    assert found.totals() == {"conferred": 7}


def test_a_letter_that_reports_is_a_report(corpus: list[Report]) -> None:
    """Công văn V/v báo cáo kết quả khen thưởng."""
    letters = [report for report in audit(corpus).reports if report.doc_type == "Công văn"]
    assert letters
    assert all(report.counted for report in letters)


# ---------------------------------------------------------------- bad input
def test_a_file_that_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    """It is named with the reason, in the language asked for."""
    shutil.copy(CORPUS[0], tmp_path / "tot.txt")
    (tmp_path / "hong.pdf").write_bytes(b"%PDF-1.4 broken")
    found = audit([tmp_path / "hong.pdf", tmp_path / "tot.txt", tmp_path / "khong-co.txt"])
    assert [Path(one.path).name for one in found.unread] == ["hong.pdf", "khong-co.txt"]
    assert "không có tệp này" in found.unread[1].reason
    assert len(found.reports) == 1
    assert "no such file" in audit([tmp_path / "khong-co.txt"], language="en").unread[0].reason


def test_what_is_no_report_is_refused() -> None:
    """A number in the list is a mistake of the program."""
    with pytest.raises(UsageError, match="not int"):
        audit([1])  # type: ignore[list-item]


def test_nothing_gives_nothing() -> None:
    """No reports, no figures, two empty forms."""
    found = audit([])
    assert (found.reports, found.counts, found.findings, found.totals()) == ((), (), (), {})
    assert [form.code for form in found.forms] == ["0602.N/BNV-TĐKT", "0603.N/BNV-TĐKT"]
    assert repr(found) == "<Audit of 0 reports: 0 counts, 0 findings>"


def test_names_are_unique() -> None:
    """A file given twice is one; reports that say the same path are two."""
    report = parse_file(CORPUS[0])
    other = parse_file(CORPUS[1])
    renamed = other.model_copy(update={"source": other.source.model_copy(update={"path": report.source.path})})
    assert len(audit([CORPUS[0], str(CORPUS[0])]).reports) == 1
    assert len({one.path for one in audit([report, renamed]).reports}) == 2


# ---------------------------------------------------------------- rules across reports
@pytest.mark.parametrize("code", [code for code, rule in all_rules().items() if rule.scope == "across"])
def test_examples_of_the_rules_across_reports(code: str) -> None:
    """Each rule finds its example, and is silent on the other."""
    rule = all_rules()[code]
    units = ["Sở Y tế", "Sở Nội vụ"] if code == "R408" else None
    assert code in codes(audit([parse(text) for text in rule.fires], units=units))
    assert code not in codes(audit([parse(text) for text in rule.silent], units=units))


def test_a_rule_left_out_is_silent() -> None:
    """`rules` are the beginnings of the codes that run."""
    reports = [parse(text) for text in all_rules()["R404"].fires]
    assert {finding.code for finding in audit(reports, rules=["R404"]).findings} == {"R404"}
    assert not audit(reports, rules=["R1"]).findings


def test_provinces_share_numbers_without_a_finding() -> None:
    """`Quyết định số 318/QĐ-UBND` of two provinces are two documents."""
    body = "Thực hiện Quyết định số 318/QĐ-UBND ngày {} của UBND tỉnh."
    one = sample("Sở Y tế", 15, "2022-06-10", HALF, body.format("02/3/2022"))
    other = (
        sample("Sở Y tế", 9, "2022-06-12", HALF, body.format("03/3/2022"))
        .replace("LAM KHÊ", "HÒA LƯƠNG")
        .replace("Lam Khê", "Hòa Lương")
    )
    assert "R406" not in codes(audit([parse(one), parse(other)]))


# ---------------------------------------------------------------- forms, citations, frames
BODY = """- Chủ tịch nước tặng Huân chương Lao động hạng Ba cho 01 tập thể và 02 cá nhân;
- Thủ tướng Chính phủ tặng Bằng khen cho 03 tập thể, 04 cá nhân;
- Chủ tịch UBND tỉnh tặng Bằng khen cho 05 tập thể, 06 cá nhân, 07 hộ gia đình;
- Giám đốc Sở tặng Giấy khen cho 08 tập thể, 09 cá nhân;
- Đề nghị Thủ tướng Chính phủ tặng Bằng khen cho 10 cá nhân."""


def test_statutory_forms() -> None:
    """Conferred only, each award in its column; what no report covers is empty, not zero."""
    found = audit([parse(sample("Sở Y tế", 15, "2022-12-10", YEAR, BODY))])
    national, provincial = found.forms
    assert (national.code, national.period, provincial.period) == ("0602.N/BNV-TĐKT", "2022", "2022")
    heads = dict(national.columns)
    filled = {(cell.row, heads[cell.column]): cell.value for cell in national.cells if cell.value is not None}
    assert filled["1", "Tổng số"] == 10
    assert filled["6", "Huân chương Lao động hạng Ba - Tập thể"] == 1
    assert filled["9", "Bằng khen của Thủ tướng Chính phủ - Cá nhân"] == 4
    assert ("7", "Tổng số") not in filled
    filled = {(cell.row, cell.column): cell for cell in provincial.cells if cell.value is not None}
    assert {key: cell.value for key, cell in filled.items()} == {
        **{(row, column): value for row, value in (("01", 18), ("02", 5), ("04", 7), ("05", 6)) for column in ("1", "2")},
    }
    assert len(filled["01", "2"].evidence) == 3
    assert len(provincial.cells) == 17 * 5


def test_columns_of_the_national_form_stand_as_the_law_has_them() -> None:
    """Orders before medals, a higher rank before a lower one, collectives before persons."""
    body = (
        "- Chủ tịch nước tặng Huy chương Hữu nghị cho 01 cá nhân;\n"
        "- Chủ tịch nước tặng Huân chương Lao động hạng Ba cho 02 tập thể, 03 cá nhân, hạng Nhì cho 04 cá nhân;\n"
        "- Chủ tịch nước tặng Huân chương Độc lập hạng Ba cho 05 cá nhân."
    )
    national, _ = audit([parse(sample("Sở Y tế", 15, "2022-12-10", YEAR, body))]).forms
    assert [head for code, head in national.columns if code.startswith("2.")] == [
        "Huân chương Độc lập hạng Ba - Cá nhân",
        "Huân chương Lao động hạng Nhì - Cá nhân",
        "Huân chương Lao động hạng Ba - Tập thể",
        "Huân chương Lao động hạng Ba - Cá nhân",
        "Huy chương Hữu nghị - Cá nhân",
    ]


def test_who_cites_what() -> None:
    """A report that cites another of the audit leads to it; the number of another day does not."""
    cited = parse(sample("Sở Xây dựng", 9, "2022-05-12", HALF, GIVEN))
    body = "Thực hiện Báo cáo số 09/BC-VP ngày 12/5/2022 của Sở Xây dựng và Báo cáo số 9/BC-VP ngày 13/5/2021 của Sở Xây dựng."
    found = audit([parse(sample("Sở Y tế", 15, "2022-06-10", HALF, body)), cited])
    assert [(row.report, row.number, row.cited) for row in found.citations] == [
        ("report:1", "09/BC-VP", "report:2"),
        ("report:1", "9/BC-VP", None),
    ]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames(corpus: list[Report], library: str) -> None:
    """Every frame, with its columns, full or empty."""
    pytest.importorskip(library)
    found = audit(corpus)
    for frames in (found.to_frames(library), audit([]).to_frames(library)):
        assert {name: list(frame.columns) for name, frame in frames.items()} == {
            name: list(columns) for name, columns in SCHEMAS.items()
        }
    counts = found.to_frames(library)["counts"]
    assert int(counts["count"].sum()) == sum(row.count for row in found.counts)


# ---------------------------------------------------------------- evidence
def test_excerpt_is_the_sentence_or_the_row() -> None:
    """On one line, with the words marked; a long sentence is cut around them."""
    text = sample(
        "Sở Y tế", 15, "2022-06-10", HALF, f"Năm nay khá hơn. {GIVEN[:-1]} vì có\nthành tích. Câu sau.\n\n| Giấy khen | 07 |\n"
    )
    report = parse(text)
    at = report.text.index("09 cá")
    shown = evidence_of(report, "a", Span(at, at + 2))
    assert shown.excerpt == f"{GIVEN[:-1]} vì có thành tích."
    assert shown.mark.of(shown.excerpt) == "09"
    long = parse("Tặng Bằng khen cho " + "ông Nguyễn Văn Mẫu và " * 60 + "09 cá nhân" + " của đơn vị" * 60 + ".")
    at = long.text.index("09 cá")
    shown = evidence_of(long, "a", Span(at, at + 2))
    assert len(shown.excerpt) <= 400
    assert shown.mark.of(shown.excerpt) == "09"


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="aă b.\n|;0", max_size=900), data=st.data())
def test_any_stretch_can_be_shown(text: str, data: st.DataObject) -> None:
    """Of any text: within bounds, on one line, and the mark is the stretch without its blanks."""
    report = parse(text)
    start = data.draw(st.integers(0, len(report.text)))
    end = data.draw(st.integers(start, len(report.text)))
    shown = evidence_of(report, "a", Span(start, end))
    assert len(shown.excerpt) <= 400
    words = " ".join(report.text[start:end].split())
    assert shown.mark.of(shown.excerpt) == (words if len(words) <= 400 else f"{words[:399]}…")


def test_digest_is_of_the_letters() -> None:
    """Blanks, marks and case do not make another report; a figure does."""
    assert text_digest("Tặng **07** người;\n") == text_digest("TẶNG 07 NGƯỜI.")
    assert text_digest("Tặng 07 người") != text_digest("Tặng 08 người")
