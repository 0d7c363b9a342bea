"""The ledger: every number that looks like a count is there once, with its role."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from vnreport_parse import Report, parse, parse_file
from vnreport_parse.anchors import find_anchors
from vnreport_parse.cli import app
from vnreport_parse.counting import find_groups
from vnreport_parse.lines import split_lines
from vnreport_parse.passages import split_passages
from vnreport_parse.source import normalise
from vnreport_parse.spans import SpanSet
from vnreport_parse.tables import find_tables
from vnreport_parse.zones import find_zones

CORPUS = sorted(path for path in (Path(__file__).parent.parent / "corpus").iterdir() if path.suffix in {".txt", ".md"})

# (what it shows, sentence under a heading of results, "value noun role" of each count)
ROLES: list[tuple[str, str, list[str]]] = [
    ("award", "Tặng Giấy khen cho 12 tập thể, 30 cá nhân.", ["12 tập thể award", "30 cá nhân award"]),
    (
        "breakdown",
        "Tặng Bằng khen cho 13 tập thể (trong đó, có 07 tập thể là thôn, bản).",
        ["13 tập thể award", "7 tập thể breakdown"],
    ),
    ("total", "Toàn tỉnh đã khen thưởng cho 310 tập thể và 950 cá nhân.", ["310 tập thể total", "950 cá nhân total"]),
    ("passive total", "Năm qua có 41 hộ gia đình được biểu dương, khen thưởng.", ["41 hộ gia đình total"]),
    ("attendance", "Hội nghị có 118 đại biểu tham dự.", ["118 đại biểu attendance"]),
    ("a meeting of praise is no total", "Tại hội nghị biểu dương có 90 đại biểu dự.", ["90 đại biểu attendance"]),
    ("prize", "Hội thi có 03 học sinh đạt giải Nhất.", ["3 học sinh prize"]),
    ("who takes part in a contest", "Hội thao có 14 đội, trao 03 giải Nhất.", ["14 đội attendance"]),
    (
        "another part of the sentence",
        "Có 40 tổ tham gia hiến máu, làm nhà cho 06 gia đình.",
        ["40 tổ attendance", "6 gia đình other"],
    ),
    (
        "a number that is part of a place's name",
        "Đã tặng Giấy khen cho 02 đồng chí của thị xã Ba Đồn.",
        ["2 đồng chí award"],
    ),
    (
        "a sum told without a title",
        "Toàn huyện có 12 tập thể, 30 cá nhân được các cấp khen.",
        ["12 tập thể total", "30 cá nhân total"],
    ),
    ("campaign", "Có 25 đơn vị phát động phong trào thi đua.", ["25 đơn vị campaign"]),
    ("campaign, carried out", "Phong trào thi đua được triển khai tại 12 xã.", ["12 xã campaign"]),
    ("the number of a unit is its name", "UBND tỉnh tặng Cờ thi đua cho Trung đoàn bộ binh 72.", []),
    ("a verb is no recipient", "Chia lại 11 cụm, khối thi đua và ban hành quy chế.", ["11 cụm, khối thi đua other"]),
    ("target", "Phấn đấu 100 đoàn viên được giới thiệu cho Đảng.", ["100 đoàn viên target"]),
    ("a target met", "Hoàn thành chỉ tiêu tuyển quân với 62 thanh niên.", ["62 thanh niên other"]),
    ("period", "Huy hiệu 50 năm tuổi Đảng cho 04 đồng chí.", ["50 năm period", "4 đồng chí award"]),
    ("other", "Toàn huyện có 26 trường, kiểm tra 14 đơn vị.", ["26 trường other", "14 đơn vị other"]),
    ("a board is no praise", "Hội đồng Thi đua - Khen thưởng gồm 11 thành viên.", ["11 thành viên other"]),
    ("ordinals", "Học tập Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương.", []),
    ("no is no number", "Các đơn vị không tổ chức hội nghị.", []),
    ("unexplained", "Đơn vị được tặng Cờ thi đua đã có 148 hộ.", ["148 hộ unexplained"]),
    ("whom a praised deed was for", "Đơn vị được tặng Cờ thi đua đã di dời 148 hộ.", ["148 hộ other"]),
    ("whom a praised deed was for, saved", "Ông Lý Văn Tâm được khen vì đã cứu sống hai em bé.", ["2 em other"]),
    ("rewarded for whom it helped", "Đã giúp 14 hội viên được tặng thưởng.", ["14 hội viên unexplained"]),
    ("whom nobody rewarded", "Có 11 giáo viên không có sáng kiến được công nhận.", ["11 giáo viên other"]),
    ("fewer than last year", "Số được tặng thưởng tăng, giảm 12 cá nhân so với năm trước.", ["12 cá nhân other"]),
    ("money for the best", "Công ty thưởng 15 công nhân, mỗi người 500.000 đồng.", ["15 công nhân prize"]),
    (
        "money with a certificate",
        "Công ty thưởng 15 công nhân kèm giấy khen của công ty.",
        ["15 công nhân unexplained"],
    ),
    ("the year of a council", "Cuối năm Hội đồng trường họp xét thi đua; đây là năm Trường có kết quả tốt.", []),
    ("five, in words", "Có năm tập thể, ba cá nhân tham gia.", ["5 tập thể attendance", "3 cá nhân attendance"]),
    ("papers of reward are no reward", "Có 05 chi bộ nộp hồ sơ khen thưởng chậm.", ["5 chi bộ other"]),
    ("a fund of reward is none", "Do nợ của 06 doanh nghiệp, nguồn chi khen thưởng giảm.", ["6 doanh nghiệp other"]),
    ("a proposal of reward is one", "Hội đồng họp, đề nghị khen thưởng đợt này đối với 17 tập thể.", ["17 tập thể unexplained"]),
    (
        "how many confer",
        "Chủ tịch UBND 09 huyện tặng Giấy khen cho 210 cá nhân.",
        ["9 huyện other", "210 cá nhân award"],
    ),
    (
        "targets behind a colon",
        "Chỉ tiêu năm tới: 02 tập thể được tặng Cờ thi đua; 05 cá nhân được tặng thưởng Bằng khen cấp tỉnh.",
        ["2 tập thể target", "5 cá nhân target"],
    ),
    (
        "targets far from their verb",
        "Phấn đấu thu ngân sách vượt dự toán; giảm nghèo bền vững; có 03 xã được tặng thưởng; 07 hộ thoát nghèo.",
        ["3 xã target", "7 hộ target"],
    ),
    (
        "a list of targets",
        "Mục tiêu thi đua năm tới:\n\n- Có 03 xã được tặng thưởng;\n\n- Có 07 hộ thoát nghèo.",
        ["3 xã target", "7 hộ target"],
    ),
    (
        "what is done is no target",
        "Phấn đấu giữ vững danh hiệu; kết quả có 03 xã được tặng thưởng.",
        ["3 xã unexplained"],
    ),
    ("effort is no target", "Với nỗ lực phấn đấu, đơn vị có 21 công nhân.", ["21 công nhân other"]),
    (
        "a programme of targets is none",
        "Thực hiện Chương trình mục tiêu quốc gia, huyện có 12 xã.",
        ["12 xã other"],
    ),
    ("a quota", "Mỗi xã, phường chọn 02 tập thể.", ["2 tập thể target"]),
    ("a quota for each", "Tổ giúp việc: 01 cá nhân/01 tổ.", ["1 cá nhân target"]),
    ("no quota", "Mỗi xã có 03 thôn.", ["3 thôn other"]),
    ("listeners", "Đã quán triệt Nghị quyết số 12-NQ/TW, ngày 03-4-2018 cho 860 đảng viên.", ["860 đảng viên attendance"]),
    ("visitors", "Ngày hội thu hút 12 gian hàng và khoảng 900 người.", ["900 người attendance"]),
    ("drawn investors", "Khu công nghiệp thu hút 12 doanh nghiệp đầu tư.", ["12 doanh nghiệp other"]),
    ("a contest with a comma in its name", 'Hội thi "Nông dân giỏi, thanh lịch" có 26 người.', ["26 người attendance"]),
    ("delegates", "Tổ chức cho 40 đại biểu đi khảo sát.", ["40 đại biểu attendance"]),
    (
        "what holds for all that are counted",
        "Có 05 tập thể, 30 cá nhân và 02 hộ tham gia.",
        ["5 tập thể attendance", "30 cá nhân attendance", "2 hộ attendance"],
    ),
    ("elected delegates", "Đã bầu 06 đại biểu Hội đồng nhân dân.", ["6 đại biểu other"]),
    (
        "players at an event",
        "Cụm tổ chức giao lưu bóng chuyền tại xã Tân Mai, có 06 đội, 72 vận động viên.",
        ["6 đội attendance", "72 vận động viên attendance"],
    ),
    (
        "players behind the event's colon",
        "Hội khỏe Phù Đổng: đoàn của trường có 24 vận động viên.",
        ["24 vận động viên attendance"],
    ),
    ("pledges", "Đầu năm, 19/19 phòng ký giao ước; có 04 xã ký giao ước chậm.", ["19 phòng campaign", "4 xã campaign"]),
    ("contracts are no pledges", "Có 04 xã ký hợp đồng bảo hiểm.", ["4 xã other"]),
    ("teams of an office", "Cơ quan có 06 đội nghiệp vụ.", ["6 đội other"]),
]


def body(sentence: str) -> str:
    """A report whose only section of results holds the sentence."""
    return f"BÁO CÁO\nKết quả công tác\n\nI. KẾT QUẢ\n\n{sentence}\n"


@pytest.mark.parametrize(("sentence", "expected"), [row[1:] for row in ROLES], ids=[row[0] for row in ROLES])
def test_role(sentence: str, expected: list[str]) -> None:
    """Each count has the role that its sentence gives it."""
    assert [f"{count.value} {count.noun} {count.role}" for count in parse(body(sentence)).counts] == expected


def accounted(report: Report) -> None:
    """Nothing is lost, nothing stands twice, and each award's counts point back at it."""
    starts = [count.evidence["value"].start for count in report.counts]
    assert starts == sorted(set(starts))
    assert sum(Counter(count.role for count in report.counts).values()) == len(report.counts)
    there = {count.evidence["value"]: count for count in report.counts}
    for award in report.awards:
        for group in award.recipients:
            if "count" in group.evidence:
                count = there[group.evidence["count"]]
                assert count.value == group.count
                assert count.award is not None or count.role == "total"
    unexplained = [count.span for count in report.counts if count.role == "unexplained"]
    assert [remark.span for remark in report.diagnostics if remark.code == "D501"] == unexplained


def complete(text: str) -> None:
    """Every numeral that counts a recipient noun is in the ledger: looked for apart from it."""
    report = parse(text)
    accounted(report)
    source = normalise(text)
    assert source.text == report.text
    lines = split_lines(source)
    zones, anchors = find_zones(source, lines), find_anchors(source.text, source.folded)
    titles = SpanSet(anchor.span for anchor in anchors.of("award"))
    counted = SpanSet(count.evidence["value"] for count in report.counts)
    for passage in split_passages(source, lines, zones.body, find_tables(source, zones.body)):
        missing = [group for group in find_groups(passage, anchors, titles) if not counted.overlaps(group.numeral.span)]
        assert missing == []


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_numeral_of_a_recipient_noun_is_there(path: Path) -> None:
    """Over each report of the corpus."""
    complete(path.read_text(encoding="utf-8"))


def test_few_counts_of_the_corpus_are_unexplained() -> None:
    """Fewer than 3 in 100."""
    roles = Counter(count.role for path in CORPUS for count in parse_file(path).counts)
    assert roles["unexplained"] * 100 < sum(roles.values()) * 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Đơn vị không được tặng và đã được tặng, đề nghị tặng Bằng khen cho 12 tập thể, 30 cá nhân.",
        "12 tập thể không được và đã được đề nghị tặng Bằng khen, 30 cá nhân đăng ký nhưng chưa được tặng đã được tặng.",
        "Đăng ký, đề nghị, đã tặng, thu hồi Giấy khen của 12 tập thể và 30 cá nhân.",
        "Phấn đấu đề nghị và được tặng Cờ thi đua cho 12 tập thể, trong đó không có 30 cá nhân.",
    ],
)
def test_statuses_that_contradict_each_other(sentence: str) -> None:
    """Whatever is made of it, each figure is in the ledger once."""
    report = parse(body(sentence))
    accounted(report)
    assert [count.value for count in report.counts] == [12, 30]


def test_a_number_too_large_for_a_count_is_told() -> None:
    """Beyond 64 bits nothing is counted, and nothing is silently lost."""
    huge = ["99999999999999999999999999", "999.999.999.999.999.999.999.999"]
    report = parse(body(f"Tặng Bằng khen cho {huge[0]} tập thể, 10 cá nhân, {huge[1]} hộ."))
    assert [(count.value, count.noun) for count in report.counts] == [(10, "cá nhân")]
    assert [remark.details["value"] for remark in report.diagnostics if remark.code == "D502"] == huge


PIECES = st.sampled_from(
    (
        "Tặng|Bằng khen|cho|02|1.184|hai|tập thể|cá nhân|,|;|:|trong đó|đề nghị|đã được|không|hộ|.|\n|(|)|và|hạng Ba|Phấn đấu"
        "|Chỉ tiêu:|- |tham gia|Chủ tịch UBND 05 huyện|năm|danh hiệu “Lao động tiên tiến”|9999999999999999999|5/10|31/12/2023"
    ).split("|")
)
CELLS = st.sampled_from(
    [
        "",
        "1",
        "02",
        "1.184",
        "—",
        "Tập thể",
        "Cá nhân",
        "Bằng khen",
        "Giấy khen của Giám đốc Sở",
        "03 tập thể",
        "Tổng cộng",
        "Đề nghị",
    ]
)
TABLES = st.integers(1, 4).flatmap(lambda wide: st.lists(st.lists(CELLS, min_size=wide, max_size=wide), min_size=1, max_size=6))


@given(st.lists(PIECES, max_size=40))
def test_nothing_is_lost_in_any_order_of_words(pieces: list[str]) -> None:
    """The law holds for sentences that nobody wrote."""
    complete(body(" ".join(pieces)))


@given(TABLES, st.lists(PIECES, max_size=8), st.lists(PIECES, max_size=8))
def test_nothing_is_lost_in_any_table(rows: list[list[str]], above: list[str], below: list[str]) -> None:
    """Nor in tables, with what stands above and below them."""
    table = "\n".join("| " + " | ".join(row) + " |" for row in (rows[0], ["---"] * len(rows[0]), *rows[1:]))
    complete(body("\n\n".join([" ".join(above), table, " ".join(below)])))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_nothing_is_lost_with_an_annex(path: Path) -> None:
    """The counts of an annex stand beside those of the report, as complete as they are without it."""
    text = path.read_text(encoding="utf-8")
    annex = (
        "PHỤ LỤC\nDanh sách kèm theo\n\n| TT | Hình thức | Tập thể | Cá nhân |\n|---|---|---|---|\n| 1 | Giấy khen | 04 | 19 |\n"
    )
    alone, report = parse(text), parse(f"{text}\n\n{annex}")
    accounted(report)
    assert report.counts == alone.counts
    assert [count.value for count in report.appendix_counts] == [4, 19]


# ---------------------------------------------------------------- the ledger on the terminal
def ledger(path: Path, width: int = 80, lang: str = "en") -> str:
    """What `vnreport parse --format ledger` writes."""
    done = CliRunner().invoke(app, ["parse", str(path), "--format", "ledger", "--lang", lang], env={"COLUMNS": str(width)})
    assert done.exit_code == 0
    return done.stdout


@pytest.mark.parametrize("width", [60, 80, 160])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_ledger_shows_each_count(width: int, lang: str) -> None:
    """Every count has a row, and no line is wider than the terminal."""
    path = CORPUS[0]
    shown, report = ledger(path, width, lang), parse_file(path)
    assert max(map(len, shown.splitlines())) <= width
    assert shown.count("[") >= len(report.counts)
    assert any(line.split()[:1] == [str(len(report.counts))] for line in shown.splitlines())


def test_ledger_marks_the_unexplained(tmp_path: Path) -> None:
    """What nobody explained stands out without colours too."""
    path = tmp_path / "a.txt"
    path.write_text(body("Đơn vị được tặng Cờ thi đua đã có 1.148 hộ; có 90 đại biểu dự."), "utf-8")
    lines = [line.strip() for line in ledger(path).splitlines()]
    assert "6: Đơn vị được tặng Cờ thi đua đã có [1.148 hộ]; có [90 đại biểu] dự." in lines
    assert [line.split() for line in lines if line.startswith(">")] == [[">", "1.148", "hộ", "UNEXPLAINED"]]


def test_ledger_of_a_text_without_counts(tmp_path: Path) -> None:
    """Nothing to count is said, not left blank; control characters of a text do not reach the terminal."""
    path = tmp_path / "a.txt"
    path.write_text("I. KẾT QUẢ\n\n\x1b[31m02 tập thể\n", "utf-8")
    assert "\x1b" not in ledger(path)
    path.write_text("", "utf-8")
    assert "0  counts in all" in ledger(path)


def test_ledger_tells_a_proposal_from_a_result(tmp_path: Path) -> None:
    """And which count a part is of; the counts of an annex come last."""
    path = tmp_path / "a.txt"
    sentences = [
        "Đề nghị UBND tỉnh tặng Bằng khen cho 04 tập thể.",
        "Tặng Giấy khen cho 13 tập thể, trong đó có 07 tập thể là thôn.",
    ]
    path.write_text(
        body("\n\n".join(sentences)) + "\nGIÁM ĐỐC\n\n\nTrần Văn Bé\n\nPHỤ LỤC I\nTặng Giấy khen cho 05 cá nhân.\n", "utf-8"
    )
    rows = [" ".join(line.split()) for line in ledger(path, 120).splitlines() if "#" in line]
    assert rows == [
        "4 tập thể award #0 proposed: Bằng khen, UBND tỉnh",
        "13 tập thể award #1 conferred: Giấy khen",
        "7 tập thể part of another #2 (of #1) conferred: Giấy khen",
        "5 cá nhân award #3 conferred: Giấy khen",
    ]
    assert "#2 (thuộc #1) đã tặng" in ledger(path, 120, "vi")
