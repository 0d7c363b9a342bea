"""What stands behind the signature: read apart, tied to the figures of the body."""

from __future__ import annotations

import pytest

from vnreport_parse import Report, parse

LETTER = """UBND TỈNH BÌNH LƯU
SỞ NỘI VỤ
Số: 61/BC-SNV
Bình Lưu, ngày 5 tháng 3 năm 2018

BÁO CÁO
Công tác khen thưởng năm 2017

Căn cứ Luật Thi đua, khen thưởng ngày 26/11/2003, Sở Nội vụ báo cáo như sau:
I. KẾT QUẢ
Giám đốc Sở tặng Giấy khen cho 12 tập thể và 40 cá nhân; Chủ tịch UBND tỉnh tặng Bằng khen cho 03 tập thể.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
GIÁM ĐỐC

Trần Văn Bé

"""


def read(annex: str) -> Report:
    """The report with an annex behind its signature."""
    return parse(LETTER + annex)


def told(report: Report) -> list[tuple[str, list[int | None], int | None, int | None, int | None]]:
    """Title, counts, restates, part_of and annex of each award behind the signature."""
    return [(a.title, [g.count for g in a.recipients], a.restates, a.part_of, a.appendix) for a in report.appendix_awards]


@pytest.mark.parametrize(
    ("annex", "expected"),
    [
        (
            "PHỤ LỤC I\nBiểu tổng hợp\nGiám đốc Sở tặng Giấy khen cho 12 tập thể và 40 cá nhân.\n",
            [("Giấy khen", [12, 40], 0, None, 0)],
        ),
        (
            "PHỤ LỤC\n1. Đợt 1: tặng Bằng khen cho 02 tập thể.\n2. Đợt 2: tặng Bằng khen cho 01 tập thể.\n",
            [("Bằng khen", [2], None, 1, 0), ("Bằng khen", [1], None, 1, 0)],
        ),
        (
            "PHỤ LỤC I\nTặng Giấy khen cho 07 cá nhân.\nPhụ lục II\nTặng Bằng khen cho 5 tập thể.\n",
            [("Giấy khen", [7], None, None, 0), ("Bằng khen", [5], None, None, 1)],
        ),
        ("QUY CHẾ\nThi đua\nĐiều 1. Mỗi năm tặng Giấy khen cho 10 cá nhân.\n", []),
        ("PHỤ LỤC I\nDanh mục văn bản\n", []),
    ],
)
def test_awards(annex: str, expected: list[tuple[object, ...]]) -> None:
    """A figure that comes back restates the body's, a list that makes it up is part of it; a regulation awards nothing."""
    report = read(annex)
    assert told(report) == expected
    assert [award.appendix for award in report.awards] == [None] * 2
    assert [(a.title, [g.count for g in a.recipients]) for a in report.awards] == [("Giấy khen", [12, 40]), ("Bằng khen", [3])]


def test_every_count_is_accounted_for() -> None:
    """Counts behind the signature have a ledger of their own, whose indices go on behind the awards of the body."""
    report = read("PHỤ LỤC I\nTặng Giấy khen cho 12 tập thể và 40 cá nhân.\nCó 15 đại biểu tham dự.\n")
    awards = [*report.awards, *report.appendix_awards]
    counts = [(count.value, count.role, count.award, count.appendix) for count in report.appendix_counts]
    assert counts == [(12, "restatement", 2, 0), (40, "restatement", 2, 0), (15, "attendance", None, 0)]
    assert awards[2].restates == 0
    assert {count.appendix for count in report.counts} == {None}


def test_references_and_tables_say_where_they_stand() -> None:
    """A mention in an annex has its annex and its section there; it shares its key with the one in the body."""
    report = read(
        "PHỤ LỤC I\nI. CĂN CỨ\nLuật Thi đua, khen thưởng ngày 26/11/2003.\n"
        "PHỤ LỤC II\n1. Văn bản\nQuyết định số 15/QĐ-UBND ngày 02/01/2018.\n"
        "| STT | Đơn vị |\n|---|---|\n| 1 | Phòng Nội vụ |\n"
    )
    places = [(r.doc_type, r.appendix, r.section) for r in report.references]
    assert places == [("Luật", None, None), ("Luật", 0, "I"), ("Quyết định", 1, "1")]
    assert [len(document.mentions) for document in report.cited_documents()] == [2, 1]
    assert [(table.appendix, table.section) for table in report.appendix_tables] == [(1, "1")]
    assert report.tables == ()


def test_frames() -> None:
    """Awards of annexes have frames of their own, so that nobody sums them unawares."""
    frames = read("PHỤ LỤC I\nTặng Giấy khen cho 07 cá nhân.\n").to_frames("polars")
    assert frames["awards"]["award"].to_list() == [0, 1]
    assert frames["appendix_awards"].select("award", "title", "appendix").rows() == [(2, "Giấy khen", 0)]
    assert frames["appendix_recipients"].select("award", "count", "appendix").rows() == [(2, 7, 0)]
