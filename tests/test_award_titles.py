"""Every surface form and abbreviation of every title of the lexicon, in both orders of an award sentence; every organ as a conferrer."""

from __future__ import annotations

import pytest

from test_awards import body
from vnreport_parse import lexicons, parse
from vnreport_parse.patterns import fold

# A letter of praise (thư khen) is no award that is counted.
COUNTED = [row for row in lexicons.load("awards")["award"] if row["family"] != "letter"]
AWARDS = [(row, form) for row in COUNTED for form in (*row["forms"], *row["abbreviations"])]
NOUNS = {"collective": "tập thể", "individual": "cá nhân", "household": "hộ gia đình"}


@pytest.mark.parametrize(("row", "form"), AWARDS, ids=[form for _, form in AWARDS])
def test_form(row: lexicons.Row, form: str) -> None:
    """`tặng … cho 02 cá nhân` and `02 cá nhân được tặng …` give the canonical title and the count."""
    noun = NOUNS[next((kind for kind in row["recipients"] if kind in NOUNS), "individual")]
    for sentence in (f"Chủ tịch UBND tỉnh tặng {form} cho 02 {noun}.", f"Năm qua có 02 {noun} được tặng {form}."):
        awards = parse(body(sentence)).awards
        assert [award.title for award in awards] == [row["title"]], sentence
        assert [group.count for group in awards[0].recipients] == [2], sentence


RANKED = [row for row in lexicons.load("awards")["award"] if row["ranked"]]


@pytest.mark.parametrize("row", RANKED, ids=lambda row: row["id"])
@pytest.mark.parametrize(("written", "rank"), [("hạng Nhất", "hạng Nhất"), ("hạng II", "hạng Nhì"), ("hạng 3", "hạng Ba")])
def test_ranks(row: lexicons.Row, written: str, rank: str) -> None:
    """Ranks in words, Roman and Arabic figures; the figure is never the count."""
    (award,) = parse(body(f"Chủ tịch nước tặng {row['title']} {written} cho ba cá nhân.")).awards
    assert (award.title, award.rank, award.recipients[0].count) == (row["title"], rank, 3)


CONFERRERS = [
    "Chủ tịch nước",
    "Thủ tướng Chính phủ",
    "Chính phủ",
    "Chủ tịch UBND tỉnh",
    "UBND thành phố",
    "Bộ trưởng Bộ Y tế",
    "Bộ Công an",
    "Giám đốc Sở Tài chính",
    "Tổng Liên đoàn Lao động Việt Nam",
    "Ban Chấp hành Trung ương Đoàn",
    "Ban Thường vụ Tỉnh ủy",
    "Đảng ủy xã",
    "Trung ương Hội Nông dân Việt Nam",
    "Hội Cựu chiến binh tỉnh",
    "Tổng Giám đốc Bảo hiểm xã hội Việt Nam",
    "Viện trưởng Viện kiểm sát nhân dân tối cao",
    "Chánh án Tòa án nhân dân tối cao",
    "Thống đốc Ngân hàng Nhà nước Việt Nam",
    "Tư lệnh Quân khu 7",
    "Cục trưởng Cục Thuế",
    "Tổng cục trưởng Tổng cục Hải quan",
    "Hiệu trưởng",
    "Giám đốc Bệnh viện",
    "Chủ tịch Hội đồng thành viên",
    "Tổng Giám đốc Tập đoàn",
]


@pytest.mark.parametrize("organ", CONFERRERS)
def test_conferrer(organ: str) -> None:
    """Before the verb, with `của`, and without it where the organ is no unit that might receive."""
    for sentence in (f"{organ} tặng Bằng khen cho 02 tập thể.", f"Có 02 tập thể được {organ} tặng Bằng khen."):
        (award,) = parse(body(sentence)).awards
        assert fold(award.authority or "") == fold(organ), sentence
    (award,) = parse(body(f"Có 02 tập thể được tặng Bằng khen của {organ}.")).awards
    assert fold(award.authority or "") == fold(organ)
