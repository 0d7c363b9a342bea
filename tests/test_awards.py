"""Award statements, as tables: a sentence, and what a reader takes from it."""

from __future__ import annotations

import pytest

from vnreport_parse import Award, RecipientGroup, parse

_KIND = {"collective": "c", "individual": "i", "household": "h", "mixed": "m", "other": "o"}
_STATUS = {
    "registered": "registered",
    "proposed": "proposed",
    "conferred": "conferred",
    "proposed_and_conferred": "both",
    "declined": "declined",
}


def shown_group(group: RecipientGroup) -> str:
    """`c2`, `i1=Nguyễn Văn An`, `m?` where nobody counted."""
    count = "?" if group.count is None else f"{'~' if group.approximate else ''}{group.count}"
    return _KIND[group.kind] + count + (f"={', '.join(group.names)}" if group.names else "")


def shown(award: Award) -> str:
    """`Bằng khen | Chủ tịch UBND tỉnh | both | c2 i3`, with rank, qualifier and quantity where there are any."""
    title = " ".join(filter(None, [award.title, award.rank, f"“{award.qualifier}”" if award.qualifier else None]))
    groups = " ".join(shown_group(group) for group in award.recipients)
    quantity = f" x{award.quantity}" if award.quantity is not None else ""
    return f"{title} | {award.authority or '-'} | {_STATUS[award.status]} | {groups}{quantity}"


def body(sentence: str) -> str:
    """A report whose only section of results holds the sentence."""
    return f"BÁO CÁO\nKết quả công tác khen thưởng\n\nI. KẾT QUẢ KHEN THƯỞNG\n\n{sentence}\n\nII. PHƯƠNG HƯỚNG\n\nTiếp tục phát động thi đua.\n"


# (what it shows, sentence, expected awards)
CASES: list[tuple[str, str, list[str]]] = [
    (
        "an office behind a person's post is no person",
        "Công nhận Chiến sĩ thi đua cơ sở cho 02 công chức, gồm: bà Lý Thị Na, công chức Đội Nghiệp vụ; ông Vi Văn Ón, viên chức Phòng Kế toán.",
        ["Chiến sĩ thi đua cơ sở | - | conferred | i2=Lý Thị Na, Vi Văn Ón"],
    ),
    (
        "names of places share the kind of the first",
        "Tặng Giấy khen cho xã Yên Thượng, Sơn Hạ và Hà Đông.",
        ["Giấy khen | - | conferred | c3=xã Yên Thượng, Sơn Hạ, Hà Đông"],
    ),
    (
        "schools by their level",
        "Tặng Giấy khen cho 03 tập thể, gồm:\n- THCS Hoa Lư;\n- Tiểu học Hồng Thái;\n- Mầm non Sao Mai.",
        ["Giấy khen | - | conferred | c3=THCS Hoa Lư, Tiểu học Hồng Thái, Mầm non Sao Mai"],
    ),
    (
        "the name of a board is no verb",
        "Hội đồng Thi đua - Khen thưởng tỉnh thông qua đề nghị Cờ thi đua của UBND tỉnh cho 11 đơn vị; Cờ thi đua của Chính phủ cho 3 đơn vị.",
        ["Cờ thi đua | UBND tỉnh | proposed | c11", "Cờ thi đua | Chính phủ | proposed | c3"],
    ),
    (
        "a list of honours behind a full stop",
        "Nhà trường được Nhà nước tặng thưởng nhiều danh hiệu cao quý.\n• Huân chương Độc lập hạng Ba\n• Huân chương Lao động hạng Nhất",
        ["Huân chương Độc lập hạng Ba | Nhà nước | conferred | c1", "Huân chương Lao động hạng Nhất | Nhà nước | conferred | c1"],
    ),
    (
        "one noun behind the last of several ranks",
        "Trao Huy chương Chiến sĩ vẻ vang hạng Nhất 05, hạng Nhì 11, hạng Ba 17 đồng chí.",
        [
            "Huy chương Chiến sĩ vẻ vang hạng Nhất | - | conferred | i5",
            "Huy chương Chiến sĩ vẻ vang hạng Nhì | - | conferred | i11",
            "Huy chương Chiến sĩ vẻ vang hạng Ba | - | conferred | i17",
        ],
    ),
    (
        "proposed to a higher level, and obtained",
        "UBND xã đã khen thưởng và đề nghị cấp trên khen thưởng được: UBND tỉnh tặng Bằng khen: 3 đơn vị, 7 cá nhân.",
        ["Bằng khen | UBND tỉnh | conferred | c3 i7"],
    ),
    (
        "paper that is printed is no award",
        "In ấn, cấp phát 1.500 giấy khen các loại cho các đơn vị; Chủ tịch UBND xã tặng 30 Giấy khen cho 12 tập thể, 18 cá nhân.",
        ["Giấy khen | Chủ tịch UBND xã | conferred | c12 i18 x30"],
    ),
    (
        "recipient last, two groups",
        "Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể và 05 cá nhân.",
        ["Bằng khen | Chủ tịch UBND tỉnh | conferred | c2 i5"],
    ),
    (
        "authority with the title",
        "Đã trao Giấy khen của Giám đốc Sở Nội vụ cho 12 cá nhân.",
        ["Giấy khen | Giám đốc Sở Nội vụ | conferred | i12"],
    ),
    (
        "authority, status and title carried over within a sentence",
        "Đề nghị và được Chủ tịch UBND tỉnh tặng danh hiệu “Tập thể lao động xuất sắc” cho 03 tập thể; tặng Bằng khen cho 04 cá nhân.",
        [
            "Tập thể lao động xuất sắc | Chủ tịch UBND tỉnh | both | c3",
            "Bằng khen | Chủ tịch UBND tỉnh | both | i4",
        ],
    ),
    (
        "a clause of recipients alone carries the title",
        "Đảng ủy tặng Giấy khen cho 03 chi bộ qua sơ kết Chỉ thị; 02 tập thể, 06 cá nhân trong công tác dân vận.",
        ["Giấy khen | Đảng ủy | conferred | c3", "Giấy khen | Đảng ủy | conferred | c2 i6"],
    ),
    (
        "a proposal is no conferral",
        "Đề nghị Bộ trưởng Bộ Nội vụ tặng Bằng khen cho 04 cá nhân và xét tặng Kỷ niệm chương “Vì sự nghiệp Văn thư, Lưu trữ” cho 07 cá nhân.",
        [
            "Bằng khen | Bộ trưởng Bộ Nội vụ | proposed | i4",
            "Kỷ niệm chương “Vì sự nghiệp Văn thư, Lưu trữ” | Bộ trưởng Bộ Nội vụ | proposed | i7",
        ],
    ),
    (
        "years in a row are no count",
        "UBND tỉnh tặng Bằng khen cho 03 cá nhân đạt thành tích xuất sắc 02 năm liên tục (2020-2021).",
        ["Bằng khen | UBND tỉnh | conferred | i3"],
    ),
    (
        "a named collective without a numeral counts one",
        "Chủ tịch UBND tỉnh tặng Bằng khen cho tập thể Sở Tư pháp và 01 cá nhân.",
        ["Bằng khen | Chủ tịch UBND tỉnh | conferred | c1=Sở Tư pháp i1"],
    ),
    (
        "named persons, without honorific and office",
        "Thủ tướng Chính phủ tặng Bằng khen cho ông Lê Văn Khánh, bà Trần Thị Mỹ.",
        ["Bằng khen | Thủ tướng Chính phủ | conferred | i2=Lê Văn Khánh, Trần Thị Mỹ"],
    ),
    (
        "an office behind a name is no second recipient",
        "Bộ trưởng Bộ Y tế tặng Bằng khen cho ông Hồ Minh Tâm, Chi cục trưởng.",
        ["Bằng khen | Bộ trưởng Bộ Y tế | conferred | i1=Hồ Minh Tâm"],
    ),
    (
        "recipient first",
        "Trong năm có 12 tập thể được công nhận Tập thể lao động xuất sắc, 65 cá nhân được nhận Bằng khen của UBND tỉnh.",
        ["Tập thể lao động xuất sắc | - | conferred | c12", "Bằng khen | UBND tỉnh | conferred | i65"],
    ),
    (
        "the subject is the recipient",
        "Bà Hà Thị Lan, trưởng bản Pá Hộc, được Chủ tịch UBND huyện tặng Giấy khen.",
        ["Giấy khen | Chủ tịch UBND huyện | conferred | i1=Hà Thị Lan"],
    ),
    (
        "colon list with abbreviations",
        "Danh hiệu LĐTT: 30 đ/c.",
        ["Lao động tiên tiến | - | conferred | i30"],
    ),
    (
        "bearers of a title counted",
        "Giám đốc Sở công nhận 14 Tập thể lao động tiên tiến, 152 Lao động tiên tiến, 22 Chiến sĩ thi đua cơ sở.",
        [
            "Tập thể lao động tiên tiến | Giám đốc Sở | conferred | c14",
            "Lao động tiên tiến | Giám đốc Sở | conferred | i152",
            "Chiến sĩ thi đua cơ sở | Giám đốc Sở | conferred | i22",
        ],
    ),
    (
        "certificates counted",
        "Hội Nông dân xã đã trao 4 bằng khen, 36 giấy khen cho các tập thể, cá nhân.",
        ["Bằng khen | Hội Nông dân xã | conferred |  x4", "Giấy khen | Hội Nông dân xã | conferred | m? x36"],
    ),
    (
        "elided title, ranks apart",
        "Chủ tịch nước tặng Huân chương Lao động hạng Nhất cho 02 tập thể, hạng Nhì cho 04 tập thể và 03 cá nhân, hạng Ba cho ba cá nhân.",
        [
            "Huân chương Lao động hạng Nhất | Chủ tịch nước | conferred | c2",
            "Huân chương Lao động hạng Nhì | Chủ tịch nước | conferred | c4 i3",
            "Huân chương Lao động hạng Ba | Chủ tịch nước | conferred | i3",
        ],
    ),
    (
        "ranks in Roman and Arabic figures",
        "Đơn vị được tặng Huân chương Lao động hạng III cho 01 tập thể, Huân chương Chiến công hạng 2 cho 03 cá nhân.",
        ["Huân chương Lao động hạng Ba | - | conferred | c1", "Huân chương Chiến công hạng Nhì | - | conferred | i3"],
    ),
    (
        "counts in words, with figures in brackets, with a thousands point",
        "UBND huyện tặng Giấy khen cho chín tập thể, 02 (hai) hộ gia đình và 1.184 cá nhân.",
        ["Giấy khen | UBND huyện | conferred | c9 h2 i1184"],
    ),
    (
        "a joint figure, an approximate one",
        "Các bộ, ngành Trung ương tặng Bằng khen cho hơn 160 tập thể, cá nhân.",
        ["Bằng khen | Các bộ, ngành Trung ương | conferred | m~160"],
    ),
    (
        "who hands over is not who confers",
        "Đại diện Bộ Y tế trao Bằng khen của Thủ tướng Chính phủ cho 01 tập thể.",
        ["Bằng khen | Thủ tướng Chính phủ | conferred | c1"],
    ),
    (
        "acting by authorisation",
        "Thừa ủy quyền của Chủ tịch nước, đồng chí Phó Chủ tịch UBND tỉnh trao Huân chương Lao động hạng Ba cho Trường Phổ thông Dân tộc nội trú.",
        ["Huân chương Lao động hạng Ba | Chủ tịch nước | conferred | c1=Trường Phổ thông Dân tộc nội trú"],
    ),
    (
        "registered, by a subject that is no authority",
        "Sở Công Thương đăng ký danh hiệu “Tập thể lao động xuất sắc”; 40 cá nhân đăng ký danh hiệu “Lao động tiên tiến”.",
        ["Tập thể lao động xuất sắc | - | registered | c1=Sở Công Thương", "Lao động tiên tiến | - | registered | i40"],
    ),
    (
        "the years of a party badge are its name",
        "Ban Thường vụ Tỉnh ủy tặng Huy hiệu Đảng cho 74 đảng viên, trong đó: Huy hiệu 60 năm tuổi Đảng cho 01 đồng chí, 50 năm cho 04 đồng chí.",
        [
            "Huy hiệu Đảng | Ban Thường vụ Tỉnh ủy | conferred | i74",
            "Huy hiệu Đảng “60 năm tuổi Đảng” | Ban Thường vụ Tỉnh ủy | conferred | i1",
            "Huy hiệu Đảng “50 năm tuổi Đảng” | Ban Thường vụ Tỉnh ủy | conferred | i4",
        ],
    ),
    (
        "names that explain a count add nothing to it",
        "UBND tỉnh tặng Cờ thi đua cho 02 đơn vị: Sở Tài chính, Cục Thuế tỉnh.",
        ["Cờ thi đua | UBND tỉnh | conferred | c2=Sở Tài chính, Cục Thuế tỉnh"],
    ),
    (
        "a flag by its proper name",
        "Hội đồng đề nghị tặng Cờ “Đơn vị xuất sắc trong phong trào thi đua” của Chính phủ cho 09 tập thể.",
        ["Cờ thi đua “Đơn vị xuất sắc trong phong trào thi đua” | Chính phủ | proposed | c9"],
    ),
    (
        "two orders, one recipient",
        "Trường được Nhà nước Lào tặng thưởng Huân chương Hữu nghị và Huân chương Itxala.",
        ["Huân chương Hữu nghị | Nhà nước Lào | conferred | c1", "Huân chương Itxala | Nhà nước Lào | conferred | c1"],
    ),
    # ---------------------------------------------------------------- no awards
    ("a target", "Phấn đấu có 05 tập thể được tặng Cờ thi đua của UBND tỉnh.", []),
    ("a cap", "Mỗi cụm đề nghị không quá 02 Cờ thi đua và 01 Bằng khen.", []),
    ("a bare mention", "Việc xét tặng Bằng khen được thực hiện đúng quy định.", []),
    ("prizes of a contest", "Ban tổ chức trao 01 giải Nhất, 02 giải Nhì và 06 huy chương vàng cho các đội.", []),
    ("a rating", "Có 11 tập thể hoàn thành xuất sắc nhiệm vụ, 06 chi bộ trong sạch vững mạnh.", []),
    ("forged certificates", "Cơ quan điều tra xác định 11 bằng khen tặng 02 công ty là do làm giả.", []),
    ("withdrawn", "Chủ tịch UBND tỉnh thu hồi Bằng khen đã tặng 01 cá nhân.", []),
    ("bearers of a title who go on a trip", "Công đoàn tổ chức cho 10 chiến sĩ thi đua đi tham quan.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_sentence(sentence: str, expected: list[str]) -> None:
    """Title, rank, qualifier, authority, status, recipients and quantity of every statement."""
    assert [shown(award) for award in parse(body(sentence)).awards] == expected


LISTS: list[tuple[str, str, list[str]]] = [
    (
        "đề nghị governs a whole list",
        "Hội đồng thống nhất đề nghị:\n\n- Chủ tịch UBND tỉnh tặng Bằng khen cho 03 tập thể;\n\n- Thủ tướng Chính phủ tặng Bằng khen cho Trung tâm Y tế huyện.",
        [
            "Bằng khen | Chủ tịch UBND tỉnh | proposed | c3",
            "Bằng khen | Thủ tướng Chính phủ | proposed | c1=Trung tâm Y tế huyện",
        ],
    ),
    (
        "a sum and the list that divides it",
        "Chủ tịch UBND huyện tặng Giấy khen cho 27 tập thể, 80 cá nhân, gồm:\n\na) Tổng kết năm học: 15 tập thể, 52 cá nhân;\n\nb) Công tác tuyển quân: 12 tập thể, 28 cá nhân.",
        [
            "Giấy khen | Chủ tịch UBND huyện | conferred | c27 i80",
            "Giấy khen | Chủ tịch UBND huyện | conferred | c15 i52",
            "Giấy khen | Chủ tịch UBND huyện | conferred | c12 i28",
        ],
    ),
    (
        "titles with a colon, an item each",
        "- Cờ thi đua của Ủy ban nhân dân tỉnh: 28 tập thể dẫn đầu các cụm;\n\n- Danh hiệu Tập thể lao động xuất sắc: 164 tập thể;",
        ["Cờ thi đua | Ủy ban nhân dân tỉnh | conferred | c28", "Tập thể lao động xuất sắc | - | conferred | c164"],
    ),
    (
        "the label of the item is the recipient",
        "+ Trường: đề nghị Chủ tịch UBND tỉnh công nhận Tập thể lao động xuất sắc.",
        ["Tập thể lao động xuất sắc | Chủ tịch UBND tỉnh | proposed | c1"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in LISTS], ids=[case[0] for case in LISTS])
def test_list(text: str, expected: list[str]) -> None:
    """What stands over a list holds for its items."""
    assert [shown(award) for award in parse(body(text)).awards] == expected


def test_parts_point_at_their_whole() -> None:
    """`trong đó` and the items of a divided sum name the award they are a part of, so that no sum counts twice."""
    report = parse(body("UBND tỉnh tặng Bằng khen cho 13 tập thể, 32 cá nhân (trong đó, có 07 cá nhân là nông dân)."))
    assert [(award.part_of, shown(award)) for award in report.awards] == [
        (None, "Bằng khen | UBND tỉnh | conferred | c13 i32"),
        (0, "Bằng khen | UBND tỉnh | conferred | i7"),
    ]


def test_restatement_points_at_what_it_repeats() -> None:
    """An award told again is marked, not counted again."""
    report = parse(
        body(
            "Chủ tịch UBND huyện tặng Giấy khen cho 47 tập thể.\n\nTại lễ kỷ niệm, huyện đã trao 47 giấy khen nêu trên cho các tập thể."
        )
    )
    assert [award.restates for award in report.awards] == [None, 0]


def test_running_total_is_cumulative() -> None:
    """`đến nay` is no result of the year."""
    (award,) = parse(body("Đến nay, toàn huyện có 31 mẹ được phong tặng danh hiệu “Bà mẹ Việt Nam anh hùng”.")).awards
    assert award.cumulative
    assert shown(award) == "Bà mẹ Việt Nam anh hùng | - | conferred | i31"


def test_plan_section_holds_no_results() -> None:
    """The same sentence counts under results and not under plans."""
    sentence = "Tặng Giấy khen cho 20 tập thể."
    text = f"BÁO CÁO\nTổng kết năm\n\nI. KẾT QUẢ\n\n{sentence}\n\nII. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024\n\n{sentence}\n"
    assert [award.section for award in parse(text).awards] == ["I"]


def test_named_items_that_stand_before_all_sections() -> None:
    """`… có tên sau:` and a numbered list: the items are the recipients."""
    report = parse(
        "Tặng Giấy khen cho các tập thể, cá nhân có tên sau:\n1. Phòng Văn hóa;\n2. Trường Mầm non Hoa Mai;\n3. Bà Lý Thị Son, thủ quỹ.\n"
    )
    assert [shown(award) for award in report.awards] == [
        "Giấy khen | - | conferred | c2=Phòng Văn hóa, Trường Mầm non Hoa Mai i1=Lý Thị Son"
    ]


def test_parts_of_a_figure_and_running_totals() -> None:
    """`Trong 12 đảng viên … có 5 …` divides; `Tính đến nay` reaches over a semicolon, as far as a year of its own."""
    report = parse(
        body(
            "Trong 12 đảng viên được tặng Huy hiệu Đảng có 5 đảng viên nhận Huy hiệu 50 năm; 7 đảng viên nhận Huy hiệu 30 năm tuổi Đảng."
        )
    )
    assert [award.part_of for award in report.awards] == [None, 0, 0]
    report = parse(
        body(
            "Tính đến nay đã lập hồ sơ; đã được tặng 410 Huân chương Kháng chiến; riêng năm 2007 được tặng 96 Huân chương Kháng chiến."
        )
    )
    assert [award.cumulative for award in report.awards] == [True, False]


def test_thousands_of_awards_in_one_sentence() -> None:
    """Each is found."""
    sentence = "; ".join("tặng Giấy khen cho 02 tập thể" for _ in range(2_000))
    assert len(parse(body(sentence + ".")).awards) == 2_000


@pytest.mark.parametrize(
    ("sentence", "extent"),
    [
        ("Công nhận 21 “Chiến sĩ thi đua cơ sở”, 40 giáo viên dạy giỏi.", "21 “Chiến sĩ thi đua cơ sở”"),
        ('Có 03 mẹ được phong tặng "Bà mẹ Việt Nam anh hùng".', '03 mẹ được phong tặng "Bà mẹ Việt Nam anh hùng"'),
        ("Tặng Bằng khen cho 03 tập thể ”.", "Bằng khen cho 03 tập thể"),
    ],
)
def test_extent_closes_its_quotes(sentence: str, extent: str) -> None:
    """The closing quote belongs to a statement that holds the opening one, and to no other."""
    report = parse(body(sentence))
    assert report.awards[0].span.of(report.text) == extent
