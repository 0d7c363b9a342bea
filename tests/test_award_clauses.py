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
    (
        "a comma inside the subject",
        "Có 14 đồng chí đang công tác tại các cơ quan, đơn vị của Bộ Chỉ huy được nhận Huy chương Quân kỳ quyết thắng.",
        ["Huy chương Quân kỳ quyết thắng | - | conferred | i14"],
    ),
    (
        "do … tặng behind the title",
        "Bằng khen đơn vị có thành tích trong phong trào Quân dân y kết hợp do Bộ Quốc phòng tặng.",
        ["Bằng khen | Bộ Quốc phòng | conferred | "],
    ),
    ("what a certificate asks for", "Tiêu chuẩn Giấy khen của Chủ tịch UBND huyện tặng cho hộ gia đình như sau.", []),
    (
        "xét đề nghị của … is no proposal, and its organ does not confer",
        "Xét đề nghị của Thủ tướng Chính phủ, Chủ tịch nước đã ký quyết định phong danh hiệu Nghệ nhân ưu tú cho 60 cá nhân và truy tặng danh hiệu này cho 7 cá nhân.",
        ["Nghệ nhân ưu tú | Chủ tịch nước | conferred | i60", "Nghệ nhân ưu tú | Chủ tịch nước | conferred | i7"],
    ),
    (
        "a decision that is revoked",
        "Thủ tướng hủy bỏ Quyết định số 48/QĐ-TTg ngày 11/01/2010 về việc tặng Bằng khen đối với ông Lý Văn Tạo.",
        [],
    ),
    (
        "certificates in praise of households",
        "Sở Văn hóa tặng Giấy khen biểu dương 26 gia đình văn hóa tiêu biểu của 13 huyện.",
        ["Giấy khen | Sở Văn hóa | conferred | h26"],
    ),
    (
        "recipient, organ, verb, title",
        "Năm 2007, 02 cá nhân Tỉnh đoàn tặng Bằng khen.",
        ["Bằng khen | Tỉnh đoàn | conferred | i2"],
    ),
    (
        "the organ of the next verb is no recipient",
        "Cụm đề nghị Bộ Nội vụ tặng Cờ thi đua cho Trường Hoa Lư và UBND tỉnh tặng Cờ thi đua cho Trường Vạn Xuân.",
        ["Cờ thi đua | Bộ Nội vụ | proposed | c1=Trường Hoa Lư", "Cờ thi đua | UBND tỉnh | proposed | c1=Trường Vạn Xuân"],
    ),
    (
        "the organ above a recipient is none in a list",
        "Tặng Bằng khen của Bộ trưởng cho:\n1. Công ty Vận tải Sao Biển, Tổng công ty Hàng hải;\n2. Phòng Kế toán, Sở Tài chính.",
        ["Bằng khen | Bộ trưởng | conferred | c2=Công ty Vận tải Sao Biển, Phòng Kế toán"],
    ),
    (
        "equals in a list item are all recipients",
        "Tặng Bằng khen của Bộ trưởng cho:\n- Trường Hoa Lư, Trường Vạn Xuân;\n- Sở Tài chính, Sở Y tế.",
        ["Bằng khen | Bộ trưởng | conferred | c4=Trường Hoa Lư, Trường Vạn Xuân, Sở Tài chính, Sở Y tế"],
    ),
    (
        "kinds as labels of their numbers",
        "Giấy khen của Giám đốc Sở: Tập thể: 12; cá nhân: 35.",
        ["Giấy khen | Giám đốc Sở | conferred | c12", "Giấy khen | Giám đốc Sở | conferred | i35"],
    ),
    (
        "số … là …",
        "Số được tặng Bằng khen là 04 tập thể, 9 cá nhân.",
        ["Bằng khen | - | conferred | c4 i9"],
    ),
    (
        "names in brackets, with semicolons",
        "Đề nghị Cờ thi đua của UBND tỉnh: 02 đơn vị (Trường Hoa Lư; Trường Vạn Xuân).",
        ["Cờ thi đua | UBND tỉnh | proposed | c2=Trường Hoa Lư, Trường Vạn Xuân"],
    ),
    (
        "a figure in brackets belongs to the title before it",
        "Có 45% quân nhân đạt Chiến sĩ tiên tiến (320 đồng chí), 12 đồng chí Chiến sĩ thi đua cơ sở.",
        ["Chiến sĩ tiên tiến | - | conferred | i320", "Chiến sĩ thi đua cơ sở | - | conferred | i12"],
    ),
    (
        "a line that ends in cho goes on",
        "Giám đốc Sở tặng Giấy khen cho\n40 tập thể, 120\ncá nhân.",
        ["Giấy khen | Giám đốc Sở | conferred | c40 i120"],
    ),
    ("paper is bought, not conferred", "Văn phòng đã in 500 giấy khen, mua 200 khung.", []),
    (
        "a list of titles behind a colon",
        "Các danh hiệu đã được tặng: Huân chương Lao động hạng Ba (2010), hạng Nhì (2015); Cờ thi đua của Chính phủ (2018).",
        [
            "Huân chương Lao động hạng Ba | - | conferred | ",
            "Huân chương Lao động hạng Nhì | - | conferred | ",
            "Cờ thi đua | Chính phủ | conferred | ",
        ],
    ),
    (
        "persons in a list with posts and semicolons",
        "Các cá nhân được tặng Giấy khen gồm: ông Lê Văn Tám - Trưởng phòng; bà Đỗ Thị Na - Chuyên viên; ông Y Blơk Niê.",
        ["Giấy khen | - | conferred | i3=Lê Văn Tám, Đỗ Thị Na, Y Blơk Niê"],
    ),
    (
        "a file sent back is a proposal refused",
        "Trả lại hồ sơ của 02 tập thể đề nghị tặng Cờ thi đua của UBND tỉnh.",
        ["Cờ thi đua | UBND tỉnh | declined | c2"],
    ),
    (
        "certificates by a label, and who got them",
        "- Bằng khen của UBND tỉnh: 12 (05 tập thể, 07 cá nhân).",
        ["Bằng khen | UBND tỉnh | conferred | c5 i7 x12"],
    ),
    (
        "tập thể and cá nhân by their letters",
        "Khen thưởng của Bộ Công Thương: Cờ thi đua: 0; Bằng khen: 02 TT, 05 CN.",
        ["Bằng khen | Bộ Công Thương | conferred | c2 i5"],
    ),
    (
        "a company by its letters confers what stands behind its label",
        "- EVN: Bằng khen 01 tập thể; Giấy khen 12 cá nhân.",
        ["Bằng khen | EVN | conferred | c1", "Giấy khen | EVN | conferred | i12"],
    ),
    (
        "the letters of a title are no company",
        "- CSTĐCS: 14 đồng chí; Giấy khen: 12 cá nhân.",
        ["Chiến sĩ thi đua cơ sở | - | conferred | i14", "Giấy khen | - | conferred | i12"],
    ),
    (
        "a flag by the name of the best",
        "Tỉnh đoàn tặng Cờ đơn vị xuất sắc cho Huyện đoàn.",
        ["Cờ thi đua | Tỉnh đoàn | conferred | c1=Huyện đoàn"],
    ),
    (
        "a blank forgotten behind the figure",
        "UBND huyện tặng Giấy khen cho 14 tập thể và 23cá nhân.",
        ["Giấy khen | UBND huyện | conferred | c14 i23"],
    ),
    (
        "a year before an organ counts nothing",
        "Giai đoạn từ 2013 đến 2017 Viện đã được công nhận là Tập thể lao động xuất sắc.",
        ["Tập thể lao động xuất sắc | - | conferred | c1"],
    ),
    (
        "a figure like a year that counts",
        "Từ đầu năm, đã tặng Kỷ niệm chương cho 2015 cá nhân.",
        ["Kỷ niệm chương | - | conferred | i2015"],
    ),
    (
        "the subject behind how long it was so",
        "Liên tục từ năm 2011 đến nay Trung đoàn được Bộ Quốc phòng tặng Cờ thi đua.",
        ["Cờ thi đua | Bộ Quốc phòng | conferred | c1"],
    ),
    (
        "a conferral that was revoked",
        "Chủ tịch nước đã hủy quyết định tặng Huân chương Lao động hạng Ba với Công ty Dược An Á. Vậy khi nào thì hủy?",
        [],
    ),
    (
        "figures in brackets behind the kind of recipient",
        "Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen:\n- Tập thể (02): Phòng Kế toán; Phòng Kỹ thuật.\n- Cá nhân (01): bà Lò Thị Ngân.",
        [
            "Bằng khen | Chủ tịch UBND tỉnh | proposed | c2=Phòng Kế toán, Phòng Kỹ thuật",
            "Bằng khen | Chủ tịch UBND tỉnh | proposed | i1=Lò Thị Ngân",
        ],
    ),
    (
        "asked for and got, of one recipient",
        "02 cá nhân được đề nghị và đã được Thủ tướng Chính phủ tặng Bằng khen.",
        ["Bằng khen | Thủ tướng Chính phủ | both | i2"],
    ),
    (
        "asked for only",
        "02 cá nhân được đề nghị Thủ tướng Chính phủ tặng Bằng khen.",
        ["Bằng khen | Thủ tướng Chính phủ | proposed | i2"],
    ),
    (
        "what came of a proposal",
        "Tỉnh đoàn đã trình Trung ương Đoàn tặng Bằng khen cho 06 tập thể, kết quả được tặng 04 tập thể.",
        ["Bằng khen | Trung ương Đoàn | proposed | c6", "Bằng khen | Trung ương Đoàn | conferred | c4"],
    ),
    (
        "who hands over confers nothing else",
        "Giám đốc Sở trao Bằng khen của Bộ trưởng Bộ Y tế cho 02 tập thể và Kỷ niệm chương cho 14 cá nhân.",
        ["Bằng khen | Bộ trưởng Bộ Y tế | conferred | c2", "Kỷ niệm chương | - | conferred | i14"],
    ),
    (
        "who confers goes on behind a title from above",
        "UBND tỉnh tặng Cờ thi đua của UBND tỉnh cho 02 tập thể và Bằng khen cho 14 cá nhân.",
        ["Cờ thi đua | UBND tỉnh | conferred | c2", "Bằng khen | UBND tỉnh | conferred | i14"],
    ),
    (
        "two verbs of one organ",
        "Trong năm, Trưởng Công an huyện đã khen thưởng đột xuất, tặng Giấy khen 9 lượt tập thể.",
        ["Giấy khen | Trưởng Công an huyện | conferred | c9"],
    ),
    (
        "who recognises goes on behind a semicolon",
        "Viện trưởng công nhận 16 tập thể đạt Tập thể lao động tiên tiến; 20 cá nhân đạt Chiến sĩ thi đua cơ sở; tặng Giấy khen cho 05 tập thể.",
        [
            "Tập thể lao động tiên tiến | Viện trưởng | conferred | c16",
            "Chiến sĩ thi đua cơ sở | Viện trưởng | conferred | i20",
            "Giấy khen | Viện trưởng | conferred | c5",
        ],
    ),
    (
        "who confers a certificate recognises no title",
        "Sở tặng Giấy khen cho 05 tập thể; 20 cá nhân đạt Chiến sĩ thi đua cơ sở.",
        ["Giấy khen | Sở | conferred | c5", "Chiến sĩ thi đua cơ sở | - | conferred | i20"],
    ),
    (
        "who confirms receives nothing",
        "Lãnh đạo Ban xác nhận đã trao Bằng khen cho 3 tập thể.",
        ["Bằng khen | - | conferred | c3"],
    ),
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


def test_brackets_divide_what_stands_before_them() -> None:
    """The orders in brackets are those of the 7 persons."""
    text = body(
        "Có 7 cá nhân được Chủ tịch nước tặng Huân chương Lao động (1 Huân chương Lao động hạng Nhì, 6 Huân chương Lao động hạng Ba)."
    )
    assert [(a.rank, a.quantity, a.part_of) for a in parse(text).awards] == [
        (None, None, None),
        ("hạng Nhì", 1, 0),
        ("hạng Ba", 6, 0),
    ]


def test_theo_do_tells_the_sentence_before_again() -> None:
    """Equal figures of one title after `Theo đó` are the same figures."""
    text = body(
        "Chủ tịch nước đã tặng Huân chương Lao động hạng Ba cho 04 tập thể.\n\n"
        "Theo đó, Huân chương Lao động hạng Ba được tặng cho 04 tập thể ngành Y tế; Huân chương Lao động hạng Nhì cho 04 tập thể."
    )
    assert [a.restates for a in parse(text).awards] == [None, 0, None]


def test_gom_divides_a_figure() -> None:
    """`25 trường hợp, gồm 5 tập thể, 20 cá nhân`: the parts are no further awards."""
    awards = parse(body("Đã tặng Bằng khen cho 25 trường hợp, gồm 5 tập thể, 20 cá nhân.")).awards
    assert [([g.count for g in a.recipients], a.part_of) for a in awards] == [([25], None), ([5, 20], 0)]


def test_sum_behind_a_figure_counts_from_the_beginning() -> None:
    """`nâng tổng số lên 120 mẹ` behind `cho 14 mẹ`."""
    awards = parse(body("Truy tặng danh hiệu Bà mẹ Việt Nam anh hùng cho 14 mẹ, nâng tổng số lên 120 mẹ.")).awards
    assert [(a.recipients[0].count, a.cumulative) for a in awards] == [(14, False), (120, True)]


SUBMISSION = """TỜ TRÌNH
Về việc đề nghị xét tặng danh hiệu thi đua và khen thưởng năm học 2018 - 2019

Phòng Giáo dục và Đào tạo kính trình như sau:

I. DANH HIỆU THI ĐUA

1. Lao động tiên tiến: 612 người.

2. Năm học 2017 - 2018, có 588 cá nhân được công nhận Lao động tiên tiến.

II. HÌNH THỨC KHEN THƯỞNG

1. Bằng khen của Chủ tịch UBND tỉnh: 05 tập thể.
"""


def test_submission_proposes_what_it_lists() -> None:
    """A Tờ trình that asks for awards, and what it tells of the year before."""
    assert [(a.title, a.status) for a in parse(SUBMISSION).awards] == [
        ("Lao động tiên tiến", "proposed"),
        ("Lao động tiên tiến", "conferred"),
        ("Bằng khen", "proposed"),
    ]


def test_submission_of_something_else_proposes_no_award() -> None:
    """A Tờ trình about a budget tells of awards as they were given."""
    other = SUBMISSION.replace("xét tặng danh hiệu thi đua và khen thưởng", "phê duyệt dự toán")
    assert {a.status for a in parse(other).awards} == {"conferred"}


def test_row_that_proposes() -> None:
    """The words before the title in its cell say what became of it, and who is asked."""
    table = "| TT | Nội dung | Kết quả |\n|---|---|---|\n| 1 | Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen | 03 tập thể |\n"
    assert [(a.status, a.authority) for a in parse(body(table)).awards] == [("proposed", "Chủ tịch UBND tỉnh")]


def test_table_of_names_without_a_name() -> None:
    """A list of names that holds only its sum row."""
    assert parse("Tặng Bằng khen\n\n| TT | Họ và tên |\n|---|---|\n| | Tổng cộng |\n").awards == ()


def test_another_item_restates_nothing() -> None:
    """`Tổng hợp khen thưởng` is about its own item; a proposal does not tell a conferred award again."""
    text = body(
        "1. Tặng Giấy khen cho 10 tập thể.\n\n2. Tặng Giấy khen cho 03 tập thể.\n\n3. Đề nghị Bộ tặng Bằng khen cho 2 cá nhân: Lê An, Hồ Bốn."
    )
    assert [a.restates for a in parse(text).awards] == [None, None, None]


def test_what_a_label_of_last_year_says() -> None:
    """`(năm 2021: 07 tập thể)` is a figure of its own."""
    awards = parse(body("Có 09 tập thể được công nhận Tập thể lao động xuất sắc (năm 2021: 07 tập thể).")).awards
    assert [(a.recipients[0].count, a.part_of) for a in awards] == [(9, None), (7, None)]


def test_ranks_in_turn() -> None:
    """Two ranks, two persons: to each his own."""
    awards = parse(body("Đã trao Huân chương Lao động hạng Nhì, hạng Ba cho ông Lê Văn An và bà Hồ Thị Bốn.")).awards
    assert [(a.rank, a.recipients[0].names) for a in awards] == [("hạng Nhì", ("Lê Văn An",)), ("hạng Ba", ("Hồ Thị Bốn",))]


def test_groups_of_rows_by_who_confers() -> None:
    """A row that names a conferrer, or an organisation by its letters, holds for the rows under it."""
    table = (
        "| Nội dung | Tập thể | Cá nhân |\n|---|---|---|\n| **Bộ Tài chính** | | |\n| Bằng khen | 4 | 5 |\n"
        "| **KBNN tỉnh** | | |\n| Giấy khen | 7 | 12 |\n| Công ty khen thưởng | | |\n| Lao động tiên tiến | | 118 |\n"
    )
    assert [a.authority for a in parse(body(table)).awards] == ["Bộ Tài chính", "KBNN tỉnh", "Công ty"]


def test_moreover_goes_on_with_a_proposal() -> None:
    """`Ngoài ra, còn có …` in a paragraph of its own."""
    text = body("Có 9 tập thể được đề nghị tặng Cờ thi đua của Chính phủ.\n\nNgoài ra, còn có Bằng khen của UBND tỉnh: 48 tập thể.")
    assert [a.status for a in parse(text).awards] == ["proposed", "proposed"]


def test_a_column_of_long_service_is_no_proposal() -> None:
    """`quá trình cống hiến` holds the word trình, and nothing is proposed."""
    table = (
        "| Hình thức | Kết quả: số cá nhân | Khen thưởng quá trình cống hiến: số cá nhân |\n|---|---|---|\n"
        "| Huân chương Lao động hạng Ba | 05 | 03 |\n"
    )
    assert {a.status for a in parse(body(table)).awards} == {"conferred"}


def test_column_of_who_recognised() -> None:
    """`Cấp công nhận` heads the column of the conferrers."""
    table = "| Danh hiệu | Cấp công nhận | Năm học 2023-2024 |\n|---|---|---|\n| Lao động tiên tiến | Hiệu trưởng | 94 cá nhân |\n"
    assert [(a.title, a.authority) for a in parse(body(table)).awards] == [("Lao động tiên tiến", "Hiệu trưởng")]


def test_proposal_before_all_sections_holds_for_them() -> None:
    """`đề nghị khen thưởng như sau:` above numbered sections, and a clause of its own that says otherwise."""
    text = (
        "Căn cứ kết quả công tác, Công an huyện đề nghị các cấp khen thưởng như sau:\n1. Chiến sĩ thi đua cơ sở: 14 đồng chí.\n"
        "2. Giấy khen của Giám đốc Công an tỉnh: 04 tập thể.\n\nTrong năm, Trưởng Công an huyện đã tặng Giấy khen cho 9 tập thể.\n"
    )
    assert [a.status for a in parse(text).awards] == ["proposed", "proposed", "conferred"]


def test_kinds_share_titles_by_what_they_are_for() -> None:
    """Collectives and individuals of one clause, and a title for each."""
    text = body("Sở công nhận 18 tập thể, 132 cá nhân đạt danh hiệu Tập thể lao động tiên tiến, Lao động tiên tiến.")
    assert [(a.title, [g.count for g in a.recipients]) for a in parse(text).awards] == [
        ("Tập thể lao động tiên tiến", [18]),
        ("Lao động tiên tiến", [132]),
    ]


def test_conferrers_behind_the_label_of_a_title() -> None:
    """`Bằng khen: Bộ A: 01; UBND tỉnh: 03`: one title, several conferrers."""
    awards = parse(body("+ Bằng khen: Bộ Y tế: 01 đ/c; UBND tỉnh: 03 đ/c.")).awards
    assert [(a.authority, a.recipients[0].count) for a in awards] == [("Bộ Y tế", 1), ("UBND tỉnh", 3)]


def test_money_behind_awards_takes_nothing_back() -> None:
    """`mức thưởng …` behind the recipients is no rule for them."""
    awards = parse(body("UBND phường đã tặng Giấy khen cho 02 tập thể và 05 cá nhân, mức thưởng theo quy định.")).awards
    assert [g.count for g in awards[0].recipients] == [2, 5]


# (what it shows, text, (count of the first group, part_of, restates) of each statement)
LINKED: list[tuple[str, str, list[tuple[int | None, int | None, int | None]]]] = [
    (
        "figures that add up to one before are its parts",
        "Cả nước có 21 tác giả được Giải thưởng Nhà nước. Đợt một, có 14 tác giả được Giải thưởng Nhà nước. "
        "Đợt hai, có thêm 7 tác giả được Giải thưởng Nhà nước.",
        [(21, None, None), (14, 0, None), (7, 0, None)],
    ),
    (
        "figures that do not add up are figures of their own",
        "Cả nước có 22 tác giả được Giải thưởng Nhà nước. Đợt một, có 14 tác giả được Giải thưởng Nhà nước. "
        "Đợt hai, có thêm 7 tác giả được Giải thưởng Nhà nước.",
        [(22, None, None), (14, None, None), (7, None, None)],
    ),
    (
        "small figures add up by chance",
        "UBND xã tặng Giấy khen cho 3 cá nhân. Dịp hè, UBND xã tặng Giấy khen cho 2 cá nhân. Cuối năm, UBND xã tặng Giấy khen cho 1 cá nhân.",
        [(3, None, None), (2, None, None), (1, None, None)],
    ),
    (
        "a general word for the order of the sentence before",
        "Tỉnh trao Huân chương Độc lập hạng Ba cho 14 cá nhân. 14 cá nhân được trao huân chương đợt này là cán bộ lão thành.",
        [(14, None, None), (14, None, 0)],
    ),
    (
        "another figure is another award",
        "Tỉnh trao Huân chương Độc lập hạng Ba cho 14 cá nhân. 9 cá nhân được trao huân chương đợt này là cán bộ lão thành.",
        [(14, None, None), (9, None, None)],
    ),
    (
        "the person named in the sentence before",
        "Thủ tướng Chính phủ tặng Bằng khen cho em Lò Văn Páo.\n\nSở trao Bằng khen của Thủ tướng Chính phủ cho em Lò Văn Páo.",
        [(1, None, None), (1, None, 0)],
    ),
    (
        "the same person in another year",
        "Năm 2017, Bộ Y tế tặng Bằng khen cho ông Lò Văn Páo.\n\nĐến năm 2021, Bộ Y tế tặng Bằng khen cho ông Lò Văn Páo.",
        [(1, None, None), (1, None, None)],
    ),
    (
        "a figure, then those whom it counts",
        "Huyện truy tặng danh hiệu Bà mẹ Việt Nam anh hùng cho 2 mẹ.\n\nHuyện trao danh hiệu Bà mẹ Việt Nam anh hùng cho mẹ Ma Thị Sen và mẹ Lý Thị Dợ.",
        [(2, None, None), (2, None, 0)],
    ),
    (
        "those of whom a sentence speaks again",
        "Bộ A tặng Kỷ niệm chương cho 41 cá nhân. Trong số 41 cá nhân được tặng Kỷ niệm chương có nhiều cán bộ trẻ.",
        [(41, None, None), (41, None, 0)],
    ),
    (
        "a figure that comes back for another office",
        "Phòng A có 41 cá nhân được tặng Giấy khen. Phòng B có 41 cá nhân được tặng Giấy khen.",
        [(41, None, None), (41, None, None)],
    ),
    (
        "a badge in general, then those of so many years",
        "Có 9 đảng viên được trao tặng huy hiệu. Trong đó có 2 đồng chí được trao tặng huy hiệu 65 năm tuổi Đảng; 7 đồng chí được trao tặng huy hiệu 50 năm tuổi Đảng.",
        [(9, None, None), (2, 0, None), (7, 0, None)],
    ),
    (
        "those among whom a sentence counts parts",
        "Huyện có 83 đảng viên được tặng Huy hiệu Đảng. Trong số đảng viên được tặng Huy hiệu Đảng có 5 đảng viên được tặng Huy hiệu 70 năm tuổi Đảng; "
        "6 đảng viên được tặng Huy hiệu 65 năm tuổi Đảng.",
        [(83, None, None), (5, 0, None), (6, 0, None)],
    ),
    (
        "behind the bracket the whole goes on",
        "Huyện đoàn tặng Giấy khen cho 22 tập thể (trong đó 10 chi đoàn) và 41 cá nhân.",
        [(22, None, None), (10, 0, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in LINKED], ids=[row[0] for row in LINKED])
def test_what_is_told_twice(text: str, expected: list[tuple[int | None, int | None, int | None]]) -> None:
    """What a sum must not count twice says so."""
    awards = parse(body(text)).awards
    assert [(a.recipients[0].count if a.recipients else None, a.part_of, a.restates) for a in awards] == expected


def test_headline_is_told_again() -> None:
    """A headline and the first sentence under it give one figure."""
    text = "Huyện ta có 43 đảng viên được tặng Huy hiệu Đảng\n\nDịp này, huyện ta có 43 đảng viên được tặng Huy hiệu Đảng.\n"
    assert [a.restates for a in parse(text).awards] == [None, 0]


def test_up_to_a_day_is_a_running_total() -> None:
    """`tính đến 31/10/2023 …; riêng năm 2023 …`; a day alone ends the year of the report."""
    told = "Tính đến 31/10/2023, đã có 5 tập thể được Bộ Y tế tặng Bằng khen."
    alone = " Riêng năm 2023: 2 tập thể được Bộ Y tế tặng Bằng khen."
    assert [a.cumulative for a in parse(body(told)).awards] == [False]
    assert parse(body(told + alone)).awards[0].cumulative


def test_behind_the_bracket_the_whole_goes_on() -> None:
    """`22 tập thể (trong đó 10 chi đoàn) và 41 cá nhân`, and a bracket that opens no part."""
    awards = parse(body("Huyện đoàn tặng Giấy khen cho 22 tập thể (trong đó 10 chi đoàn) và 41 cá nhân.")).awards
    assert [[g.count for g in a.recipients] for a in awards] == [[22, 41], [10]]
    awards = parse(body("Huyện đoàn tặng Giấy khen cho 22 tập thể, trong đó có 10 chi đoàn và 4 cá nhân.")).awards
    assert [[g.count for g in a.recipients] for a in awards] == [[22], [10, 4]]


def test_how_many_there_are_is_a_running_total() -> None:
    """`Huyện có 49 Bà mẹ Việt Nam anh hùng`; not those who were honoured in a year."""
    held = parse(body("Huyện có 52 Bà mẹ Việt Nam anh hùng, trong đó có 3 mẹ còn sống.")).awards
    given = parse(body("Cả nước có 52 Nhà giáo nhân dân được phong tặng.")).awards
    assert [a.cumulative for a in (*held, *given)] == [True, True, False]


def test_years_behind_those_who_have_them() -> None:
    """`1 đồng chí 45 năm, 5 đồng chí 40 năm`: the badge is the one before."""
    text = "Có 2 đồng chí được nhận Huy hiệu 50 năm tuổi Đảng, 3 đồng chí 45 năm, 6 đồng chí 40 năm và 7 đồng chí được nhận Huy hiệu 30 năm tuổi Đảng."
    assert [(a.qualifier, a.recipients[0].count) for a in parse(body(text)).awards] == [
        ("50 năm tuổi Đảng", 2),
        ("45 năm tuổi Đảng", 3),
        ("40 năm tuổi Đảng", 6),
        ("30 năm tuổi Đảng", 7),
    ]
    assert len(parse(body("Có 2 đồng chí được nhận Huy hiệu 50 năm tuổi Đảng, 3 đồng chí 45 tuổi.")).awards) == 1


def test_members_of_a_trade_union_are_persons() -> None:
    """`công đoàn viên`, beside the union itself."""
    awards = parse(body("Công đoàn ngành tặng Giấy khen cho 09 công đoàn viên; Bằng khen cho 02 công đoàn.")).awards
    assert [a.recipients[0].kind for a in awards] == ["individual", "collective"]


def test_orders_listed_under_a_general_word() -> None:
    """`đã nhận nhiều Huân, Huy chương cao quý như:`; not a figure of orders without a list."""
    text = "Trong quá trình công tác, Đại tướng Lê Văn An đã nhận được nhiều Huân, Huy chương cao quý như:\n- Huân chương Sao Vàng,\n- Huân chương Quân công hạng Nhất."
    assert [(a.title, a.recipients[0].names) for a in parse(body(text)).awards] == [
        ("Huân chương Sao vàng", ("Lê Văn An",)),
        ("Huân chương Quân công", ("Lê Văn An",)),
    ]
    alone = parse(body("Chủ tịch nước đã tặng Huân chương, Huy chương cho 17 cá nhân.")).awards
    assert [a.title for a in alone] == ["Huân chương, Huy chương"]


def test_label_that_says_nothing_leaves_the_proposal() -> None:
    """A label with a colon under `đề nghị … như sau:` says nothing of its own; `Kết quả:` does."""
    text = "Chi nhánh trình Hội đồng tỉnh xét, công nhận các danh hiệu thi đua như sau:\n\n1. {}:\na) Lao động tiên tiến: 33 người;\nb) Chiến sĩ thi đua cơ sở: 04 người.\n"
    assert [a.status for a in parse(text.format("Danh hiệu thi đua")).awards] == ["proposed", "proposed"]
    assert [a.status for a in parse(text.format("Kết quả đã được công nhận")).awards] == ["conferred", "conferred"]


def test_next_conferrer_behind_a_comma_receives_nothing() -> None:
    """`Trung ương Đoàn tặng … 1 tập thể, Tỉnh đoàn tặng …`; a recipient named behind a comma stays one."""
    awards = parse(body("Trung ương Đoàn tặng Bằng khen 1 tập thể, Tỉnh đoàn tặng Bằng khen 2 tập thể.")).awards
    assert [(a.authority, [g.count for g in a.recipients]) for a in awards] == [("Trung ương Đoàn", [1]), ("Tỉnh đoàn", [2])]
    awards = parse(body("UBND tỉnh tặng Bằng khen cho 03 công đoàn cơ sở, Công đoàn ngành Y tế.")).awards
    assert [[g.count for g in a.recipients] for a in awards] == [[3, 1]]


def test_degrees_before_names() -> None:
    """`PGS.TS. … và ThS. …`: two persons."""
    awards = parse(body("PGS.TS. Nguyễn Hữu An và ThS. Vũ Thị Bình được Bộ trưởng Bộ Y tế tặng Bằng khen.")).awards
    assert [a.recipients[0].names for a in awards] == [("Nguyễn Hữu An", "Vũ Thị Bình")]
