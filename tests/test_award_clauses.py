"""Clauses that lean on each other: who confers, what a title shares with the next, what a list under a colon says."""

from __future__ import annotations

import pytest

from test_awards import body, shown
from vnreport_parse import parse

# (what it shows, sentence, expected awards)
CASES: list[tuple[str, str, list[str]]] = [
    (
        "tặng behind the title leads to the recipients",
        "Huyện đoàn trao Bằng khen của Ban Thường vụ Tỉnh đoàn tặng 12 tập thể và 31 cá nhân.",
        ["Bằng khen | Ban Thường vụ Tỉnh đoàn | conferred | c12 i31"],
    ),
    (
        "với behind the title leads to the recipients",
        "Hồ sơ đề nghị khen thưởng gồm: Huân chương Lao động hạng Ba với 2 tập thể; Bằng khen của Thủ tướng Chính phủ với 3 tập thể, 6 cá nhân.",
        ["Huân chương Lao động hạng Ba | - | proposed | c2", "Bằng khen | Thủ tướng Chính phủ | proposed | c3 i6"],
    ),
    (
        "cùng với joins, it does not lead",
        "Tặng Bằng khen của Bộ trưởng cho 4 tập thể cùng với 7 cá nhân.",
        ["Bằng khen | Bộ trưởng | conferred | c4 i7"],
    ),
    (
        "a proposal reaches the sentence that divides it",
        "Hiện có 9 trường hợp đề nghị khen thưởng. Trong đó, khen cống hiến 2 trường hợp (Huân chương Lao động hạng Nhì: 2 cá nhân).",
        ["Huân chương Lao động hạng Nhì | - | proposed | i2"],
    ),
    (
        "a new sentence that divides nothing starts afresh",
        "Sở đã đề nghị tặng Bằng khen của Bộ trưởng cho 2 tập thể. Giám đốc Sở tặng Giấy khen cho 5 cá nhân.",
        ["Bằng khen | Bộ trưởng | proposed | c2", "Giấy khen | Giám đốc Sở | conferred | i5"],
    ),
    (
        "a council named after a title confers nothing",
        "Hội đồng xét tặng danh hiệu Nghệ nhân ưu tú cho biết đã có 8 cá nhân được phong tặng danh hiệu Nghệ nhân ưu tú.",
        ["Nghệ nhân ưu tú | - | conferred | i8"],
    ),
    (
        "one subject, two titles",
        "Có 48 cá nhân được tặng Huy hiệu và Kỷ niệm chương “Vì sự nghiệp văn hóa”.",
        ["Huy hiệu | - | conferred | i48", "Kỷ niệm chương “Vì sự nghiệp văn hóa” | - | conferred | i48"],
    ),
    (
        "a second title with recipients of its own shares nothing",
        "Có 05 cá nhân được tặng Bằng khen của Bộ trưởng và Giấy khen cho 11 cá nhân.",
        ["Bằng khen | Bộ trưởng | conferred | i5", "Giấy khen | - | conferred | i11"],
    ),
    (
        "the organ of a passive clause stays there",
        "Có 17 cá nhân được UBND tỉnh tặng Bằng khen; 42 Chiến sĩ thi đua cơ sở.",
        ["Bằng khen | UBND tỉnh | conferred | i17", "Chiến sĩ thi đua cơ sở | - | conferred | i42"],
    ),
    (
        "the organ of an active clause goes on",
        "UBND tỉnh tặng Bằng khen cho 17 cá nhân; Cờ thi đua cho 3 tập thể.",
        ["Bằng khen | UBND tỉnh | conferred | i17", "Cờ thi đua | UBND tỉnh | conferred | c3"],
    ),
    (
        "bearers, title, and who recognised them",
        "Có 31 tổ đạt Tập thể lao động xuất sắc được UBND tỉnh công nhận.",
        ["Tập thể lao động xuất sắc | UBND tỉnh | conferred | c31"],
    ),
    (
        "who hands over an order does not confer it",
        "Ban Tổ chức đã trao Huân chương Chiến công hạng Ba cho 04 cá nhân.",
        ["Huân chương Chiến công hạng Ba | - | conferred | i4"],
    ),
    (
        "who decided confers",
        "Ông Tạ Văn Bính, Chủ tịch UBND tỉnh, đã trao Quyết định số 77/QĐ-CTN của Chủ tịch nước về việc tặng thưởng Huân chương Lao động hạng Ba cho 02 tập thể.",
        ["Huân chương Lao động hạng Ba | Chủ tịch nước | conferred | c2"],
    ),
    (
        "the organ in a document's number is none",
        "Tại Quyết định số 41/QĐ-CTN, Chủ tịch nước quyết định phong tặng danh hiệu NNND cho 6 cá nhân.",
        ["Nghệ nhân nhân dân | Chủ tịch nước | conferred | i6"],
    ),
    (
        "what a sentence is about, far from its count",
        "Với danh hiệu NNƯT, Chủ tịch nước ký Quyết định số 42/QĐ-CTN, có 23 nghệ nhân được phong tặng.",
        ["Nghệ nhân ưu tú | Chủ tịch nước | conferred | i23"],
    ),
    (
        "a title before a name says who somebody is",
        "Có 01 nghệ nhân được truy tặng danh hiệu Nghệ nhân nhân dân là NNƯT Lò Văn Phới.",
        ["Nghệ nhân nhân dân | - | conferred | i1=Lò Văn Phới"],
    ),
    (
        "who tells is no recipient",
        "Đại học Sông Lam cho biết, 6 cá nhân đã được Chủ tịch nước phong tặng danh hiệu “Nhà giáo ưu tú”.",
        ["Nhà giáo ưu tú | Chủ tịch nước | conferred | i6"],
    ),
    (
        "somebody without a name, and all he got",
        "Đồng chí đã được Đảng và Nhà nước tặng Huân chương Độc lập hạng Ba, Huy hiệu 60 năm tuổi Đảng, Kỷ niệm chương “Vì sự nghiệp tư pháp”.",
        [
            "Huân chương Độc lập hạng Ba | Đảng và Nhà nước | conferred | i1",
            "Huy hiệu Đảng “60 năm tuổi Đảng” | Đảng và Nhà nước | conferred | i1",
            "Kỷ niệm chương “Vì sự nghiệp tư pháp” | Đảng và Nhà nước | conferred | i1",
        ],
    ),
    (
        "a plural with its list",
        "Tặng Huân chương Lao động hạng Ba cho các tập thể gồm: Vụ Kế hoạch; Trung tâm Thông tin và cá nhân ông Cao Bá Lễ.",
        ["Huân chương Lao động hạng Ba | - | conferred | c2=Vụ Kế hoạch, Trung tâm Thông tin i1=Cao Bá Lễ"],
    ),
    (
        "a plural without a list",
        "Tặng Giấy khen cho các tập thể, cá nhân tiêu biểu.",
        ["Giấy khen | - | conferred | m?"],
    ),
    (
        "a lone flag",
        "Năm 2019, được UBND Thành phố tặng cờ; năm 2020 được Huyện ủy tặng Giấy khen.",
        ["Cờ thi đua | UBND Thành phố | conferred | ", "Giấy khen | Huyện ủy | conferred | "],
    ),
    ("money is given, no flag", "Năm 2019, Hội tặng cờ lưu niệm cho các đội.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_clause(sentence: str, expected: list[str]) -> None:
    """One sentence of a report."""
    assert [shown(award) for award in parse(body(sentence)).awards] == expected


def test_honours_in_a_list_need_no_recipients() -> None:
    """What an organ was given over the years, each rank an award of its own."""
    text = body(
        "Nhà máy đã vinh dự được Đảng, Nhà nước tặng thưởng các phần thưởng cao quý:\n"
        "- Huân chương Độc lập hạng Ba (1989), hạng Nhì (1999);\n- Huân chương Chiến sĩ vẻ vang hạng Nhất, Nhì, Ba;\n"
        "- Anh hùng Lao động (2004)."
    )
    found = [(a.title, a.rank, a.authority, a.status) for a in parse(text).awards]
    state = ("Đảng, Nhà nước", "conferred")
    assert found == [
        ("Huân chương Độc lập", "hạng Ba", *state),
        ("Huân chương Độc lập", "hạng Nhì", *state),
        ("Huân chương Chiến sĩ vẻ vang", "hạng Nhất", *state),
        ("Huân chương Chiến sĩ vẻ vang", "hạng Nhì", *state),
        ("Huân chương Chiến sĩ vẻ vang", "hạng Ba", *state),
        ("Anh hùng Lao động", None, *state),
    ]


def test_list_of_what_is_needed_holds_no_honours() -> None:
    """A list of conditions is no list of what was given."""
    text = body("Hồ sơ đề nghị gồm các danh hiệu sau:\n- Huân chương Độc lập hạng Ba;\n- Anh hùng Lao động.")
    assert [a for a in parse(text).awards if a.status == "conferred"] == []


def test_trong_do_divides_the_paragraph_before() -> None:
    """`Trong đó` may open a paragraph of its own."""
    text = body(
        "Chủ tịch nước đã phong tặng danh hiệu Nhà giáo nhân dân cho 32 nhà giáo.\n\nTrong đó, có 14 Nhà giáo nhân dân diện đặc cách."
    )
    assert [(a.recipients[0].count, a.part_of) for a in parse(text).awards] == [(32, None), (14, 0)]


def test_parts_in_clauses_of_their_own() -> None:
    """`trong đó, có …; …`: a semicolon does not end the division."""
    text = body("Có 28 hộ được tặng Giấy khen, Bằng khen; trong đó, có 8 hộ được tặng Bằng khen; 20 hộ được tặng Giấy khen.")
    assert {a.part_of is not None for a in parse(text).awards[2:]} == {True}


def test_figure_that_sums_up_is_cumulative_and_no_part() -> None:
    """`nâng tổng số … lên` counts from the beginning."""
    text = body(
        "Thành phố truy tặng danh hiệu Bà mẹ Việt Nam anh hùng cho 83 mẹ; trong đó 01 mẹ còn sống, nâng tổng số mẹ trên địa bàn lên 1.274 mẹ."
    )
    assert (parse(text).awards[-1].recipients[0].count, parse(text).awards[-1].cumulative, parse(text).awards[-1].part_of) == (
        1274,
        True,
        None,
    )


def test_heading_of_a_list_makes_its_items_cumulative() -> None:
    """`từ năm 2016 đến nay:` holds for every item."""
    text = body("Phần thưởng từ năm 2016 đến nay:\n- 52 Bằng khen của Bộ Y tế;\n- 72 Chiến sĩ thi đua cơ sở.")
    assert [a.cumulative for a in parse(text).awards] == [True, True]
