"""Names of recipients: as many as their count says, whole, and no more than the name."""

from __future__ import annotations

import pytest

from test_awards import body, shown
from vnreport_parse import parse

SENTENCES: list[tuple[str, list[str]]] = [
    (  # a given name that is a verb elsewhere
        "Đã trao tặng Huy hiệu 30 năm tuổi Đảng cho 05 đồng chí, gồm: Lộc Văn Chuyển, Hà Thị Ngà, Nông Quốc Đạt, Vi Thị Tho, Trần Duy Hòa.",
        [
            "Huy hiệu Đảng “30 năm tuổi Đảng” | - | conferred | i5=Lộc Văn Chuyển, Hà Thị Ngà, Nông Quốc Đạt, Vi Thị Tho, Trần Duy Hòa"
        ],
    ),
    (
        "Ông Trần Văn Tặng được Chủ tịch UBND tỉnh tặng Bằng khen.",
        ["Bằng khen | Chủ tịch UBND tỉnh | conferred | i1=Trần Văn Tặng"],
    ),
    (  # parts of a list with remarks in brackets
        "5 tập thể được nhận Cờ thi đua của UBND tỉnh gồm: Trường Mầm non Yên Lâm (Yên Dương), Tiểu học thị trấn Cao Thắm (Tân An), "
        "THCS thị trấn Thắm (Hiệp An), THPT Chuyên và Trung tâm GDNN-GDTX Lục An.",
        [
            "Cờ thi đua | UBND tỉnh | conferred | c5=Trường Mầm non Yên Lâm, Tiểu học thị trấn Cao Thắm, THCS thị trấn Thắm, "
            "THPT Chuyên, Trung tâm GDNN-GDTX Lục An"
        ],
    ),
    (  # the names of a group before the next one
        "Chủ tịch nước tặng Huân chương Lao động hạng Nhì cho 01 tập thể là Vụ Pháp chế và 01 cá nhân là ông Lê Văn Thụ, Viện trưởng.",
        ["Huân chương Lao động hạng Nhì | Chủ tịch nước | conferred | c1=Vụ Pháp chế i1=Lê Văn Thụ"],
    ),
    (
        "Chủ tịch UBND tỉnh tặng Bằng khen cho 01 tập thể (Công đoàn cơ quan UBND huyện) và 01 cá nhân (đồng chí Huỳnh Tấn Lộc, Chủ tịch công đoàn).",
        ["Bằng khen | Chủ tịch UBND tỉnh | conferred | c1=Công đoàn cơ quan UBND huyện i1=Huỳnh Tấn Lộc"],
    ),
    (
        "Bằng khen của Chủ tịch UBND tỉnh: đã được tặng 01 tập thể (khoa Truyền nhiễm), 04 cá nhân.",
        ["Bằng khen | Chủ tịch UBND tỉnh | conferred | c1=khoa Truyền nhiễm i4"],
    ),
    (
        "Cụm đề nghị tặng Cờ thi đua của UBND tỉnh cho 01 đơn vị (huyện Thường Xá).",
        ["Cờ thi đua | UBND tỉnh | proposed | c1=huyện Thường Xá"],
    ),
    (  # where somebody lives is nobody
        "UBND huyện tặng Giấy khen cho 01 hộ gia đình (hộ ông Chìu A Sáng, thôn Nà Ếch) vì thành tích hiến đất.",
        ["Giấy khen | UBND huyện | conferred | h1=Chìu A Sáng"],
    ),
    (  # a remark is no name
        "UBND huyện tặng Giấy khen cho 01 tập thể (Quyết định số 12/QĐ-UBND ngày 03/4/2019).",
        ["Giấy khen | UBND huyện | conferred | c1"],
    ),
    (
        "UBND huyện tặng Giấy khen cho 02 tập thể (khen thưởng chuyên đề, đột xuất).",
        ["Giấy khen | UBND huyện | conferred | c2"],
    ),
    # dashes within names, and behind them
    (
        "Chủ tịch UBND tỉnh tặng Bằng khen cho Phòng Kế hoạch - Tài chính và ông Lê Văn Ân.",
        ["Bằng khen | Chủ tịch UBND tỉnh | conferred | c1=Phòng Kế hoạch - Tài chính i1=Lê Văn Ân"],
    ),
    (
        "UBND tỉnh tặng Cờ thi đua cho Công ty Cấp nước Bình Lâm - đơn vị dẫn đầu phong trào thi đua.",
        ["Cờ thi đua | UBND tỉnh | conferred | c1=Công ty Cấp nước Bình Lâm"],
    ),
    (
        "02 tổ (tổ Khoa học tự nhiên, tổ Ngoại ngữ - Năng khiếu) đạt danh hiệu Tập thể lao động tiên tiến.",
        ["Tập thể lao động tiên tiến | - | conferred | c2=tổ Khoa học tự nhiên, tổ Ngoại ngữ - Năng khiếu"],
    ),
    (  # a place of work right behind the name
        "Kế toán Đinh Như Thơ Trường Mầm non Danh Thắm đã được Chủ tịch UBND xã tặng Giấy khen.",
        ["Giấy khen | Chủ tịch UBND xã | conferred | i1=Đinh Như Thơ"],
    ),
    (
        "Bà Lê Thị Trường An được UBND xã tặng Giấy khen.",
        ["Giấy khen | UBND xã | conferred | i1=Lê Thị Trường An"],
    ),
]
SHORT_FORMS: list[tuple[str, list[str]]] = [
    (
        "Bộ Công Thương: Bằng khen cho 3TT, 8CN; CSTĐ ngành Công Thương: 2 đ/c.",
        [
            "Bằng khen | Bộ Công Thương | conferred | c3 i8",
            "Chiến sĩ thi đua ngành Công Thương | Bộ Công Thương | conferred | i2",
        ],
    ),
    (
        "Tập đoàn: 04 TT dẫn đầu, 12 TTLĐXS, 27 CN tiêu biểu; BK: 16 TT - 45 CN.",
        ["Tập thể lao động xuất sắc | Tập đoàn | conferred | c12", "Bằng khen | Tập đoàn | conferred | c16 i45"],
    ),
    (
        "PX Đào lò 2 được Giám đốc Công ty tặng Giấy khen.",
        ["Giấy khen | Giám đốc Công ty | conferred | c1=PX Đào lò 2"],
    ),
    (
        "LĐLĐ tỉnh tặng Bằng khen cho 02 CĐBP, 04 đoàn viên; tặng Bằng LĐST cho 01 CN.",
        ["Bằng khen | LĐLĐ tỉnh | conferred | c2 i4", "Bằng Lao động sáng tạo | LĐLĐ tỉnh | conferred | i1"],
    ),
    (
        "Giấy khen Tỉnh hội 08 tập thể; Giấy khen huyện 12 tập thể, 41 cá nhân.",
        ["Giấy khen | Tỉnh hội | conferred | c8", "Giấy khen | huyện | conferred | c12 i41"],
    ),
    (
        "Công nhận Chiến sĩ thi đua ngành Lao động - Thương binh và Xã hội cho 3 cá nhân, Chiến sĩ thi đua ngành BHXH cho 2 cá nhân.",
        [
            "Chiến sĩ thi đua ngành Lao động - Thương binh và Xã hội | - | conferred | i3",
            "Chiến sĩ thi đua ngành | - | conferred | i2",
        ],
    ),
    (  # a sum so far, in brackets
        "Tặng Kỷ niệm chương cho 214 hội viên (nâng tổng số hội viên được tặng Kỷ niệm chương đến nay lên 3.066 đồng chí).",
        ["Kỷ niệm chương | - | conferred | i214", "Kỷ niệm chương | - | conferred | i3066"],
    ),
    (
        "Kỷ niệm chương 214 hội viên (nâng tổng số hội viên được tặng Kỷ niệm chương đến nay lên 3.066 đồng chí).",
        ["Kỷ niệm chương | - | conferred | i214", "Kỷ niệm chương | - | conferred | i3066"],
    ),
    (
        "Đề nghị UBND tỉnh tặng: Cờ thi đua 01 (Hội Cựu chiến binh thị trấn Việt An); Bằng khen: 03 tập thể.",
        ["Cờ thi đua | UBND tỉnh | proposed | c1=Hội Cựu chiến binh thị trấn Việt An", "Bằng khen | UBND tỉnh | proposed | c3"],
    ),
]


MORE: list[tuple[str, list[str]]] = [
    (  # a threshold beside a count is no target
        "37 cá nhân hiến máu từ 20 lần trở lên được nhận Bằng khen của UBND tỉnh, 101 cá nhân và 2 gia đình nhận Giấy khen của Hội Chữ thập đỏ tỉnh.",
        ["Bằng khen | UBND tỉnh | conferred | i37", "Giấy khen | Hội Chữ thập đỏ tỉnh | conferred | i101 h2"],
    ),
    (
        "Nhà nước tặng 04 Huân chương Lao động cho các khoa, phòng và 07 Huân chương Lao động cho cá nhân.",
        ["Huân chương Lao động | Nhà nước | conferred | c? x4", "Huân chương Lao động | Nhà nước | conferred | i? x7"],
    ),
    (  # a unit, and the one that it is part of
        "Tiểu đội 4, Đại đội 552 được Chủ tịch nước phong tặng danh hiệu Anh hùng Lực lượng vũ trang nhân dân.",
        ["Anh hùng Lực lượng vũ trang nhân dân | Chủ tịch nước | conferred | c1=Tiểu đội 4"],
    ),
    (
        "UBND huyện tặng Giấy khen cho thôn Nà Ếch, xã Yên Hạ.",
        ["Giấy khen | UBND huyện | conferred | c1=thôn Nà Ếch"],
    ),
    (
        "UBND tỉnh tặng Bằng khen cho xã Yên Hạ, phường Sơn Nam.",
        ["Bằng khen | UBND tỉnh | conferred | c2=xã Yên Hạ, phường Sơn Nam"],
    ),
    (  # times that a title was won are no second group
        "Trường có 154 lượt Chiến sĩ thi đua cơ sở, 48 cá nhân được UBND tỉnh tặng Bằng khen.",
        ["Chiến sĩ thi đua cơ sở | - | conferred | i154", "Bằng khen | UBND tỉnh | conferred | i48"],
    ),
    (  # two titles in quotes: what stands between them is no name
        "Thủ tướng Chính phủ trình Chủ tịch nước tặng “Giải thưởng Hồ Chí Minh” cho 2 tác giả gồm Vũ Bội Lam, Trần Quang Thi; tặng “Giải thưởng Nhà nước” cho 26 tác giả.",
        [
            "Giải thưởng Hồ Chí Minh | Chủ tịch nước | proposed | i2=Vũ Bội Lam, Trần Quang Thi",
            "Giải thưởng Nhà nước | Chủ tịch nước | proposed | i26",
        ],
    ),
    (
        "Mặt trận Tổ quốc tỉnh đã tặng Bằng khen cho Linh mục Hoàng Văn Lương và hai Giáo xứ Kẻ Đông, An Hòa.",
        ["Bằng khen | Mặt trận Tổ quốc tỉnh | conferred | i1=Hoàng Văn Lương c2=Kẻ Đông, An Hòa"],
    ),
    (
        "Riêng đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh cho 02 cá nhân chưa được chấp thuận do hồ sơ thiếu xác nhận.",
        ["Bằng khen | Chủ tịch UBND tỉnh | declined | i2"],
    ),
    (  # a second count of the same kind opens a statement of its own
        "UBND tỉnh tặng Cờ thi đua cho 877 tập thể, 4.930 đơn vị đạt Tập thể lao động xuất sắc.",
        ["Cờ thi đua | UBND tỉnh | conferred | c877", "Tập thể lao động xuất sắc | UBND tỉnh | conferred | c4930"],
    ),
    (
        "Chủ tịch nước đã tặng Huân chương Độc lập hạng Nhất cho tỉnh, Huân chương Lao động cho 42 tập thể.",
        [
            "Huân chương Độc lập hạng Nhất | Chủ tịch nước | conferred | c1",
            "Huân chương Lao động | Chủ tịch nước | conferred | c42",
        ],
    ),
    (
        "Chủ tịch nước tặng Giải thưởng Nhà nước cho 49 tác giả và 8 cố tác giả.",
        ["Giải thưởng Nhà nước | Chủ tịch nước | conferred | i49 i8"],
    ),
    (
        "PGS,TS Đặng Thị Lan Anh được Thủ tướng Chính phủ tặng Bằng khen năm 2017.",
        ["Bằng khen | Thủ tướng Chính phủ | conferred | i1=Đặng Thị Lan Anh"],
    ),
    (
        "Chủ tịch nước truy tặng Huân chương Dũng cảm cho thân nhân em Vi Mạnh Tú.",
        ["Huân chương Dũng cảm | Chủ tịch nước | conferred | i1=Vi Mạnh Tú"],
    ),
    ("Kết thúc đại hội, toàn đoàn đoạt 412 huy chương, trong đó 191 chiếc vàng; em Vi Mạnh Tú giành 5 huy chương vàng.", []),
    ("02 giải Nhì, mỗi giải gồm: 01 Bằng khen của Trung ương Hội và tiền mặt.", []),
    ("Để được xét tặng danh hiệu Nhà giáo ưu tú, hồ sơ phải có 01 Bằng khen cấp tỉnh.", []),
    ("Có 01 Bằng khen của Bộ trưởng phải thu hồi do kê khai không trung thực.", []),
    (
        "Toàn tỉnh có 2.418 Bà mẹ được Nhà nước trao tặng và truy tặng danh hiệu cao quý Bà mẹ Việt Nam anh hùng.",
        ["Bà mẹ Việt Nam anh hùng | Nhà nước | conferred | i2418"],
    ),
    (
        "Sáng kiến của anh Lý Quốc Tuân được Tổng Liên đoàn Lao động Việt Nam cấp Bằng Lao động sáng tạo.",
        ["Bằng Lao động sáng tạo | Tổng Liên đoàn Lao động Việt Nam | conferred | i1=Lý Quốc Tuân"],
    ),
    (
        "+ Bưu điện tỉnh được Thủ tướng Chính phủ tặng Bằng khen (Quyết định số 311/QĐ-TTg ngày 31/3/2004), Bộ Nội vụ tặng Cờ thi đua.",
        [
            "Bằng khen | Thủ tướng Chính phủ | conferred | c1=Bưu điện tỉnh",
            "Cờ thi đua | Bộ Nội vụ | conferred | c1=Bưu điện tỉnh",
        ],
    ),
    (
        "+ UBND tỉnh : 3 bằng khen, Công đoàn Bưu điện Việt Nam : 2 bằng khen, 6 giấy khen.",
        [
            "Bằng khen | UBND tỉnh | conferred |  x3",
            "Bằng khen | Công đoàn Bưu điện Việt Nam | conferred |  x2",
            "Giấy khen | Công đoàn Bưu điện Việt Nam | conferred |  x6",
        ],
    ),
    (
        "1/ Cờ thi đua của UBND tỉnh : xã An Thới, đơn vị dẫn đầu khối các xã.",
        ["Cờ thi đua | UBND tỉnh | conferred | c1=xã An Thới"],
    ),
    (
        "Chủ tịch nước tặng 512 Huân chương các loại và có 11 Chiến sĩ thi đua toàn quốc.",
        ["Huân chương | Chủ tịch nước | conferred |  x512", "Chiến sĩ thi đua toàn quốc | - | conferred | i11"],
    ),
    (
        "Hội đồng xét tặng cấp Nhà nước, Chủ tịch nước vừa ký quyết định phong tặng danh hiệu Nhà giáo nhân dân cho 118 nhà giáo.",
        ["Nhà giáo nhân dân | Chủ tịch nước | conferred | i118"],
    ),
]


WORDINGS: list[tuple[str, list[str]]] = [
    ("+ Trường : Tập thể lao động tiên tiến.", ["Tập thể lao động tiên tiến | - | conferred | c1"]),
    (
        "Nhiều năm liền nhà trường đạt danh hiệu Tập thể lao động xuất sắc, nhận Cờ thi đua của UBND tỉnh.",
        ["Tập thể lao động xuất sắc | - | conferred | c1", "Cờ thi đua | UBND tỉnh | conferred | c1"],
    ),
    (
        "Danh hiệu Anh hùng Lao động được phong tặng cho chị Đoàn Thị Sáo, công nhân chuyền may số 7.",
        ["Anh hùng Lao động | - | conferred | i1=Đoàn Thị Sáo"],
    ),
    (
        "- Truy tặng Huân chương Bảo vệ Tổ quốc hạng Ba cho liệt sĩ, Đại úy Vi Văn Khằm (Quyết định số 1516/QĐ-CTN ngày 05/9/2019 của Chủ tịch nước).",
        ["Huân chương Bảo vệ Tổ quốc hạng Ba | Chủ tịch nước | conferred | i1=Vi Văn Khằm"],
    ),
    (
        "- 2008-2009: Tập thể lao động xuất sắc; Quyết định số 2204/QĐ-UBND ngày 14/8/2009 của Chủ tịch UBND tỉnh",
        ["Tập thể lao động xuất sắc | Chủ tịch UBND tỉnh | conferred | "],
    ),
    (
        "- Chiến sĩ thi đua cấp tỉnh : đề nghị 06, được công nhận 04.",
        ["Chiến sĩ thi đua cấp tỉnh | - | proposed | i6", "Chiến sĩ thi đua cấp tỉnh | - | conferred | i4"],
    ),
    (  # a sentence without a verb goes on with the list before it
        "Đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh cho 82 cá nhân. Bằng khen của Thủ tướng Chính phủ cho 4 cá nhân.",
        ["Bằng khen | Chủ tịch UBND tỉnh | proposed | i82", "Bằng khen | Thủ tướng Chính phủ | proposed | i4"],
    ),
    (
        "Hồ sơ đề nghị Bằng khen của Bộ Quốc phòng cho 02 cá nhân bị Cục Chính trị trả lại.",
        ["Bằng khen | Bộ Quốc phòng | declined | i2"],
    ),
    (
        "Hội đồng không thông qua hồ sơ đề nghị Bằng khen của Bộ trưởng Bộ Y tế đối với 02 cá nhân.",
        ["Bằng khen | Bộ trưởng Bộ Y tế | declined | i2"],
    ),
    (
        "Trong 34 nông dân về dự, 22 người được tặng Bằng khen của Bộ trưởng Bộ Xây dựng.",
        ["Bằng khen | Bộ trưởng Bộ Xây dựng | conferred | i22"],
    ),
    (
        "Trung đoàn được Đảng và Chính phủ tuyên dương Anh hùng Lực lượng vũ trang nhân dân, được tặng thưởng 3 Huân chương Quân công.",
        [
            "Anh hùng Lực lượng vũ trang nhân dân | Đảng và Chính phủ | conferred | c1",
            "Huân chương Quân công | - | conferred | c1 x3",
        ],
    ),
    (
        "142 cá nhân được tặng Bằng khen của Trung ương Hội Chữ thập đỏ và 402 cá nhân được UBND tỉnh tặng Bằng khen.",
        ["Bằng khen | Trung ương Hội Chữ thập đỏ | conferred | i142", "Bằng khen | UBND tỉnh | conferred | i402"],
    ),
    (
        "TT. Thích Minh Lộ - Phó ban Từ thiện đã đón nhận Bằng khen của Thủ tướng Chính phủ.",
        ["Bằng khen | Thủ tướng Chính phủ | conferred | i1=Thích Minh Lộ"],
    ),
    (
        "Hội đã đánh giá kết quả thực hiện chỉ tiêu, được Trung ương Hội tặng Bằng khen cho 16 tập thể, 4 cá nhân.",
        ["Bằng khen | Trung ương Hội | conferred | c16 i4"],
    ),
    (
        "UBND tỉnh tặng cờ dẫn đầu phong trào thi đua cho Hội Phụ nữ huyện An Lạc; bốn tập thể nhận Cờ chuyên đề.",
        ["Cờ thi đua | UBND tỉnh | conferred | c1=Hội Phụ nữ huyện An Lạc", "Cờ thi đua | - | conferred | c4"],
    ),
    (
        "Công đoàn cơ sở tặng Giấy khen cho 512 lượt đoàn viên và 93 tổ sản xuất.",
        ["Giấy khen | Công đoàn cơ sở | conferred | i512 c93"],
    ),
    (
        "- Năm 2011: Công an tỉnh tặng Giấy khen cho nhà trường trong phong trào bảo vệ an ninh.",
        ["Giấy khen | Công an tỉnh | conferred | c1"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), WORDINGS, ids=[sentence[:50] for sentence, _ in WORDINGS])
def test_wordings(sentence: str, expected: list[str]) -> None:
    """Subjects alone, passives, decisions and refusals told behind."""
    assert [shown(award) for award in parse(body(sentence)).awards] == expected


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence[:50] for sentence, _ in SENTENCES])
def test_names(sentence: str, expected: list[str]) -> None:
    """Every statement with its names."""
    assert [shown(award) for award in parse(body(sentence)).awards] == expected


@pytest.mark.parametrize(("sentence", "expected"), SHORT_FORMS, ids=[sentence[:50] for sentence, _ in SHORT_FORMS])
def test_short_forms(sentence: str, expected: list[str]) -> None:
    """As offices write them for themselves."""
    assert [shown(award) for award in parse(body(sentence)).awards] == expected


@pytest.mark.parametrize(("sentence", "expected"), MORE, ids=[sentence[:50] for sentence, _ in MORE])
def test_who_and_how_many(sentence: str, expected: list[str]) -> None:
    """Units, persons, works, and what is counted beside them."""
    assert [shown(award) for award in parse(body(sentence)).awards] == expected


def test_roll_of_honour() -> None:
    """Titles under a line of its own are awards, with no verb."""
    text = "BẢNG VÀNG THÀNH TÍCH CỦA CÔNG TY\n\n- Cờ thi đua của Chính phủ năm 2008.\n\n- Bằng khen của Bộ trưởng Bộ Xây dựng năm 2009.\n"
    assert [shown(award) for award in parse(text).awards] == [
        "Cờ thi đua | Chính phủ | conferred | ",
        "Bằng khen | Bộ trưởng Bộ Xây dựng | conferred | ",
    ]
    assert parse("TIÊU CHUẨN KHEN THƯỞNG\n\n- Cờ thi đua của Chính phủ.\n\n- Bằng khen của Bộ trưởng Bộ Xây dựng.\n").awards == ()


def test_criteria_are_no_awards() -> None:
    """A list of what is asked for."""
    text = "Tiêu chuẩn xét tặng Cờ thi đua được quy định như sau:\n\n- Là tập thể xuất sắc trong số các tập thể đạt Tập thể lao động xuất sắc;\n"
    assert parse(text).awards == ()


def test_a_list_that_goes_on_as_a_paragraph() -> None:
    """The title stands in the line above."""
    text = "2. Giấy khen của Chủ tịch UBND huyện:\n\nTặng cho 58 tập thể, 241 cá nhân và 16 hộ gia đình.\n"
    assert [shown(award) for award in parse(text).awards] == ["Giấy khen | Chủ tịch UBND huyện | conferred | c58 i241 h16"]


def test_who_praised_is_told_above() -> None:
    """`… khen:` over a list."""
    text = "2. Tổng Liên đoàn Lao động Việt Nam khen:\n\n- Cờ thi đua: 02 công đoàn\n\n- Bằng Lao động sáng tạo: 09 người\n"
    assert [award.authority for award in parse(text).awards] == ["Tổng Liên đoàn Lao động Việt Nam"] * 2


def test_sum_so_far() -> None:
    """What a number is raised to counts from the beginning; the number before it does not."""
    for sentence in (
        "Tặng Kỷ niệm chương cho 214 hội viên (nâng tổng số hội viên được tặng Kỷ niệm chương đến nay lên 3.066 đồng chí).",
        "Kỷ niệm chương 214 hội viên (nâng tổng số hội viên được tặng Kỷ niệm chương đến nay lên 3.066 đồng chí).",
    ):
        assert [award.cumulative for award in parse(body(sentence)).awards] == [False, True]


def test_money_does_not_hide_who_is_rewarded() -> None:
    """A minimum wage is no target."""
    text = (
        "Điều 2. Tặng Giấy khen của Cục trưởng kèm tiền thưởng theo mức 0,6 lần lương tối thiểu cho:\n\n"
        "a- Bốn tập thể: Chi cục Thuế huyện Đắk An; Phòng Kiểm tra thuế số 1; Phòng Kê khai; Phòng Thanh tra.\n\n"
        "b- 31 cá nhân có tên tại danh sách số 4.\n"
    )
    assert [shown(award).split(" | ")[3] for award in parse(text).awards] == [
        "c4=Chi cục Thuế huyện Đắk An, Phòng Kiểm tra thuế số 1, Phòng Kê khai, Phòng Thanh tra",
        "i31",
    ]


def test_lines_that_name_who_conferred() -> None:
    """A list under a bare organ; the next organ takes over."""
    text = (
        "III. KHEN THƯỞNG\n\n* Tổng LĐLĐ Việt Nam:\n\n- Cờ thi đua: 01 CĐCS;\n\n- Bằng khen: 02 tập thể, 03 cá nhân.\n\n"
        "* LĐLĐ tỉnh:\n\n- Cờ thi đua: 02 CĐCS.\n\n* LĐLĐ huyện: Giấy khen: 38 tập thể.\n"
    )
    assert [shown(award) for award in parse(text).awards] == [
        "Cờ thi đua | Tổng LĐLĐ Việt Nam | conferred | c1",
        "Bằng khen | Tổng LĐLĐ Việt Nam | conferred | c2 i3",
        "Cờ thi đua | LĐLĐ tỉnh | conferred | c2",
        "Giấy khen | LĐLĐ huyện | conferred | c38",
    ]


def test_titles_of_their_own_lines() -> None:
    """A decision that names the title in a line, then how many, then who; and ranks as labels."""
    text = (
        "Điều 1. Công nhận danh hiệu thi đua năm 2013 cho các tập thể, cá nhân sau:\n\n"
        '1. Danh hiệu "Tập thể lao động tiên tiến"\n\nGồm 02 đơn vị:\n\n- Nông trường 2;\n\n- Phòng Kỹ thuật.\n\n'
        '2. Danh hiệu "Chiến sĩ thi đua cơ sở"\n\nGồm 02 (hai) cá nhân:\n\n1) Ông Nguyễn Trí Dõng, Giám đốc;\n\n2) Bà Điểu Thị Phương.\n'
    )
    assert [shown(award) for award in parse(text).awards] == [
        "Tập thể lao động tiên tiến | - | conferred | c2=Nông trường 2, Phòng Kỹ thuật",
        "Chiến sĩ thi đua cơ sở | - | conferred | i2=Nguyễn Trí Dõng, Điểu Thị Phương",
    ]


def test_ranks_as_labels() -> None:
    """Each rank has its own recipients."""
    text = (
        "Thống nhất trình cấp có thẩm quyền tặng Huân chương Lao động:\n\n- Hạng Nhất: Đảng bộ huyện Trực Hải.\n\n"
        "- Hạng Nhì: Bệnh viện Mắt tỉnh và ông Mai Đức Trạch.\n\n- Hạng Ba: 03 tập thể, 07 cá nhân.\n"
    )
    assert [shown(award) for award in parse(text).awards if award.recipients] == [
        "Huân chương Lao động hạng Nhất | - | proposed | c1=Đảng bộ huyện Trực Hải",
        "Huân chương Lao động hạng Nhì | - | proposed | c1=Bệnh viện Mắt tỉnh i1=Mai Đức Trạch",
        "Huân chương Lao động hạng Ba | - | proposed | c3 i7",
    ]


LATER: list[tuple[str, list[str]]] = [
    (
        "Có 2 đồng chí gồm Phan Văn Tý, Nguyễn Thị Quế được trao tặng Huy hiệu 60 tuổi Đảng.",
        ["Huy hiệu Đảng “60 năm tuổi Đảng” | - | conferred | i2=Phan Văn Tý, Nguyễn Thị Quế"],
    ),
    (
        "Nhận Huy hiệu 60 năm tuổi Đảng lần này là đồng chí Lê Văn Hân, Bí thư Đảng đoàn; Huy hiệu 50 năm tuổi Đảng là đồng chí Đỗ Hữu Khuê.",
        [
            "Huy hiệu Đảng “60 năm tuổi Đảng” | - | conferred | i1=Lê Văn Hân",
            "Huy hiệu Đảng “50 năm tuổi Đảng” | - | conferred | i1=Đỗ Hữu Khuê",
        ],
    ),
    (  # who has a title of its own has it from nobody named
        "02 tập thể được Chánh án Tòa án nhân dân tối cao tặng “Bằng khen”, 24 cá nhân đạt danh hiệu “Chiến sĩ thi đua cơ sở”.",
        [
            "Bằng khen | Chánh án Tòa án nhân dân tối cao | conferred | c2",
            "Chiến sĩ thi đua cơ sở | - | conferred | i24",
        ],
    ),
    (
        "Hội đồng đã thống nhất đề nghị 19 tập thể, cá nhân được khen thưởng. Trong đó, có 1 tập thể nhận Huân chương Lao động hạng Nhì; 3 tập thể nhận Cờ thi đua của Chính phủ.",
        [
            "Huân chương Lao động hạng Nhì | - | proposed | c1",
            "Cờ thi đua | Chính phủ | proposed | c3",
        ],
    ),
    (
        "Năm 2014 được tặng thưởng Huân chương Lao động hạng Nhì; Năm 2015, 2017 được tặng Bằng khen của Bộ Y tế.",
        ["Huân chương Lao động hạng Nhì | - | conferred | ", "Bằng khen | Bộ Y tế | conferred | "],
    ),
    (
        "Phó Chủ tịch nước đã trao danh hiệu “Thầy thuốc nhân dân” cho Phó Giáo sư, Tiến sĩ Lê Hữu Thành, nguyên Trưởng Bộ môn Nội.",
        ["Thầy thuốc nhân dân | - | conferred | i1=Lê Hữu Thành"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), LATER, ids=[sentence[:50] for sentence, _ in LATER])
def test_told_in_other_ways(sentence: str, expected: list[str]) -> None:
    """`là đồng chí …`, years first, parts of a proposal."""
    assert [shown(award) for award in parse(body(sentence)).awards] == expected


def test_decision_column_says_who() -> None:
    """The table of the official form for an account of attainments."""
    text = (
        "1. Danh hiệu thi đua:\n\n| Năm | Danh hiệu thi đua | Số, ngày, tháng, năm của quyết định; cơ quan ban hành quyết định |\n|---|---|---|\n"
        "| 2011 | Tập thể lao động xuất sắc | Quyết định số 864/QĐ-UBND ngày 21/02/2012 của Ủy ban nhân dân tỉnh |\n"
        "| 2012 | Tập thể lao động xuất sắc | Quyết định số 912/QĐ-UBND ngày 22/02/2013 của Ủy ban nhân dân tỉnh |\n"
    )
    assert [shown(award) for award in parse(text).awards] == ["Tập thể lao động xuất sắc | Ủy ban nhân dân tỉnh | conferred | "] * 2


PARTS = [
    (
        "Lễ trao tặng Huy hiệu Đảng đợt 3/2. Trong 34 đảng viên được tặng Huy hiệu Đảng đợt này có 2 đảng viên nhận Huy hiệu 60 năm tuổi Đảng; "
        "3 đảng viên nhận Huy hiệu 55 năm.",
        [None, 0, 0],
    ),
    (
        "Toàn tỉnh có 2.118 đảng viên được tặng Huy hiệu Đảng.\n\nTrong số đảng viên được tặng Huy hiệu Đảng đợt này có 17 đảng viên được tặng "
        "Huy hiệu 70 năm tuổi Đảng.",
        [None, 0],
    ),
    (
        "Huyện trao tặng huân chương, huy chương kháng chiến cho 54 cá nhân.\n\nTrong đó: Truy tặng Huy chương Kháng chiến hạng Nhất cho 7 cá nhân; "
        "trao tặng Huân chương Kháng chiến hạng Nhì cho 4 cá nhân.",
        [None, 0, 0],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS, ids=[text[:40] for text, _ in PARTS])
def test_parts_of_a_figure(text: str, expected: list[int | None]) -> None:
    """What divides a figure is not to be added to it, in the next sentence and in the next paragraph."""
    assert [award.part_of for award in parse(body(text)).awards] == expected
