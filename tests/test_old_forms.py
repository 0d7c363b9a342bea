"""Forms that no decree knows any more, and what converters make of letterheads: whole documents of our own making."""

from __future__ import annotations

import pytest

from vnreport_parse import Report, parse

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def test_a_decision_without_a_type_line() -> None:
    """Who decides stands above Căn cứ, QUYẾT ĐỊNH: under it, place and day above the signature."""
    report = parse(
        f"CHỦ TỊCH NƯỚC\n\n{NATION}\nSố: 91/KTCTN\n\nCHỦ TỊCH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
        "Căn cứ vào Điều 103 của Hiến pháp;\nTheo đề nghị của Thủ tướng Chính phủ tại Tờ trình số 46/TCCB ngày 24/8/1996;\n\n"
        "QUYẾT ĐỊNH :\n\nI/ Tặng danh hiệu Anh hùng Lao động cho 2 cá nhân.\n\nHà Nội, ngày 30 tháng 8 năm 1996\n\n"
        "CHỦ TỊCH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nLê Văn Trung\n"
    )
    header = report.header
    assert (header.doc_type, header.date, header.place, header.issuer) == ("Quyết định", "1996-08-30", "Hà Nội", "CHỦ TỊCH NƯỚC")
    assert header.subject is None
    assert report.signature is not None
    assert report.signature.position == "CHỦ TỊCH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert report.signature.name == "Lê Văn Trung"


@pytest.mark.parametrize(
    ("text", "doc_type"),
    [
        (
            "Căn cứ Luật Thi đua;\n\nĐiều 1. Tặng Giấy khen cho 03 cá nhân.\nĐiều 2. Các ông bà có tên thi hành Quyết định này.\n",
            "Quyết định",
        ),
        ("Điều 1. Mức chi.\nĐiều 2. Nghị quyết này có hiệu lực từ ngày ký.\n", "Nghị quyết"),
        ("Căn cứ Luật Tổ chức;\nXét Tờ trình;\nQUYẾT NGHỊ:\nĐiều 1. Thông qua kế hoạch.\n", "Nghị quyết"),
        ("Nghị quyết số 12/NQ-HĐND ngày 05/7/2020 đã tạo chuyển biến. Nghị quyết này được Nhân dân đồng tình.\n", None),
        ("Năm qua, phong trào thi đua được duy trì.\n", None),
    ],
)
def test_type_that_only_the_body_tells(text: str, doc_type: str | None) -> None:
    """The document speaks of itself; what it says of another one tells nothing."""
    assert parse(text).header.doc_type == doc_type


def test_a_subject_without_a_letterhead() -> None:
    """The first line says what the decision is about; the first line of any other text does not."""
    body = "- Căn cứ Luật Thi đua;\nĐiều 1. Tặng Giấy khen cho 03 cá nhân.\nĐiều 2. Các ông bà thi hành Quyết định này.\n"
    assert parse(f"Về việc khen thưởng đảng viên\n\n{body}").header.subject == "Về việc khen thưởng đảng viên"
    assert parse(f"Về việc này, Sở đã báo cáo.\n\n{body}").header.subject is None


LETTER = "UBND HUYỆN HÒA LẠC\nPHÒNG NỘI VỤ\n\n" + NATION + "\nSố: 12/TTr-NV\n\nHòa Lạc, ngày 18 tháng 10 năm 2010\n\n"


@pytest.mark.parametrize(
    ("middle", "doc_type", "subject"),
    [
        (
            "SỞ NỘI VỤ TỈNH\nĐẾN Số: 44\nNgày: 20/10/2010\nChuyển:\n\nTỜ TRÌNH\n\nV/v tặng Giấy khen\n\n",
            "Tờ trình",
            "tặng Giấy khen",
        ),
        ("TỜ TRÌNH\nVề việc tặng Giấy khen\n\nTRƯỞNG PHÒNG NỘI VỤ\n\n", "Tờ trình", "Về việc tặng Giấy khen"),
        ("QUYẾT ĐỊNH\n\nV/v tặng Giấy khen\n\nTRƯỞNG PHÒNG NỘI VỤ\n\n", "Quyết định", "tặng Giấy khen"),
        ("BIÊN BẢN\nHội nghị bình xét thi đua\n\n", "Biên bản", "Hội nghị bình xét thi đua"),
        ("BIÊN BẢN\nHỘI NGHỊ BÌNH XÉT THI ĐUA\n\n", "Biên bản", "HỘI NGHỊ BÌNH XÉT THI ĐUA"),
    ],
)
def test_subject(middle: str, doc_type: str, subject: str) -> None:
    """A stamp of arrival above the type, who decides below the subject: neither is part of it."""
    body = (
        "Căn cứ Nghị định số 54/2006/NĐ-CP ngày 26/6/2006 của Chính phủ về việc hướng dẫn thi hành một số điều của Pháp lệnh, " * 3
    )
    header = parse(f"{LETTER}{middle}{body}\n\nNơi nhận:\n- Lưu.\nTRƯỞNG PHÒNG\n\nTrần Văn Bé\n").header
    assert (header.doc_type, header.subject, header.issuer) == (doc_type, subject, "PHÒNG NỘI VỤ")


MARKDOWN = """| UBND QUẬN HÒA LẠC<br>**TRƯỜNG TIỂU HỌC SỐ 2** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |
|---|---|
| Số: 57/BB-TH | *Hòa Lạc, ngày 31 tháng 5 năm 2024* |

**BIÊN BẢN**

**Họp Hội đồng Thi đua**

**I. NỘI DUNG**

| Stt | Danh hiệu<br>thi đua | Số<br>đạt |
|:-:|---|:-:|
| 1 | Lao động<br>tiên tiến | 43 cá nhân |
| 2 | Chiến sĩ thi đua cơ sở | 6 cá nhân |

| **THƯ KÝ**<br><br><br>**Lâm Quốc Anh** | **CHỦ TỊCH HỘI ĐỒNG**<br><br><br>**Nguyễn Thị Oanh** |
|:-:|:-:|
"""


def test_lines_inside_the_cells_of_a_table() -> None:
    """A letterhead in cells keeps its columns; a table of figures keeps its rows."""
    report = parse(MARKDOWN)
    header = report.header
    assert (header.parent_organ, header.issuer, header.number and header.number.text, header.date) == (
        "UBND QUẬN HÒA LẠC",
        "TRƯỜNG TIỂU HỌC SỐ 2",
        "57/BB-TH",
        "2024-05-31",
    )
    assert [(table.rows, table.columns) for table in report.tables] == [(3, 3)]
    assert [cell.text for cell in report.tables[0].cells][:5] == ["Stt", "Danh hiệu thi đua", "Số đạt", "1", "Lao động tiên tiến"]
    assert signers(report) == [("CHỦ TỊCH HỘI ĐỒNG", "Nguyễn Thị Oanh"), ("THƯ KÝ", "Lâm Quốc Anh")]


def signers(report: Report) -> list[tuple[str | None, str | None]]:
    """Post and name of each signer, the principal one first."""
    return [(s.position, s.name) for s in (report.signature, *report.co_signatures) if s]


def test_a_signature_right_under_the_list() -> None:
    """Without a blank line, but far on the right; P. is phó."""
    report = parse(
        "Điều 3. Các chi bộ thi hành Quyết định này.\n\n- Như điều 3\n- Lưu Đảng ủy\n"
        + " " * 40
        + "P. BÍ THƯ\n\n\n"
        + " " * 40
        + "PHAN TẤN AN\n"
    )
    assert signers(report) == [("P. BÍ THƯ", "PHAN TẤN AN")]


def test_a_mark_before_the_name() -> None:
    """What OCR makes of the seal is no bullet."""
    report = parse(
        f"{LETTER}BÁO CÁO\nKết quả\n\n1. Đã làm.\n\nNơi nhận:\n- Như trên;\n- Lưu.\n\nQ. TRƯỞNG PHÒNG\n\n\\* Võ Thị Tuyên\n"
    )
    assert signers(report) == [("TRƯỞNG PHÒNG", "Võ Thị Tuyên")]
    assert [entry.text for entry in report.distribution] == ["Như trên", "Lưu"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Quyết định số 29/QĐ-UBND và số 30/QĐ-UBND ngày 16/10/2020.", ["2020-10-16", "2020-10-16"]),
        ("Kế hoạch 41/KH-UBND và Kế hoạch 42/KH-UBND cùng ngày 30/7/2025.", ["2025-07-30", "2025-07-30"]),
        (
            "Chỉ thị 03-CT/ĐU ngày 22/7/2025; Kế hoạch 41/KH-UBND và 42/KH-UBND cùng ngày 30/7/2025.",
            ["2025-07-22"] + ["2025-07-30"] * 2,
        ),
        ("Quyết định số 29/QĐ-UBND và Kế hoạch số 30/KH-UBND ngày 16/10/2020.", [None, "2020-10-16"]),
    ],
)
def test_a_day_for_several_numbers(text: str, dates: list[str | None]) -> None:
    """A second number without a type shares the day; a document with a type of its own does not."""
    assert [reference.date for reference in parse(text).references] == dates


def test_an_issuer_ahead_within_a_longer_list() -> None:
    """What stands before the plural takes no part in it."""
    text = "- Quyết định số 30/QĐ-TTg ngày 05/9/2016;\n- Các Kế hoạch của UBND tỉnh: số 58/KH-UBND ngày 22/11/2016, số 12/KH-UBND ngày 07/02/2017."
    assert [reference.issuer for reference in parse(text).references] == [None, "UBND tỉnh", "UBND tỉnh"]


@pytest.mark.parametrize("number", ["A308/TUBND-VX", "308/UB.QĐ"])
def test_numbers_of_another_make(number: str) -> None:
    """A letter before the serial, a full stop between organ and type."""
    report = parse(LETTER.replace("12/TTr-NV", number) + "V/v tặng Giấy khen\n\nKính gửi: Sở Nội vụ\n\nĐề nghị xem xét.\n")
    assert report.header.number is not None
    assert report.header.number.text == number


# ---------------------------------------------------------------- copied from the web
def test_words_that_the_page_broke() -> None:
    """A narrow cell breaks the name of the organ and Quốc hiệu after their first words."""
    report = parse(
        "THỦ\nTƯỚNG CHÍNH PHỦ |\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 74/QĐ-TTg |\nHà Nội, ngày 04 tháng 6 năm 2008 |\n"
        "QUYẾT ĐỊNH\nVỀ VIỆC TẶNG THƯỞNG CỜ THI ĐUA\nTHỦ TƯỚNG CHÍNH PHỦ\nCăn cứ Luật Tổ chức Chính phủ\nngày 25 tháng 12 năm 2001;\n"
        "QUYẾT ĐỊNH:\nĐiều 1 Tặng Cờ thi đua cho 3 tập thể.\nĐiều 2 Các tập thể theo\nĐiều 5 Luật Thi đua thi hành Quyết định này./.\n"
    )
    header = report.header
    assert (header.issuer, header.parent_organ, header.date) == ("THỦ TƯỚNG CHÍNH PHỦ", None, "2008-06-04")
    assert header.subject == "VỀ VIỆC TẶNG THƯỞNG CỜ THI ĐUA"
    assert [section.label for section in report.walk()] == ["Điều 1", "Điều 2"]


def test_the_page_number_of_a_copy() -> None:
    """`Trang 1` glued to the first line is no organ."""
    header = parse("Trang 1SỞ NỘI VỤ\nSố: 45/BC-SNV\n" + NATION + "Hòa Lạc, ngày 3 tháng 4 năm 2008\nBÁO CÁO\nKết quả\n").header
    assert (header.issuer, header.parent_organ) == ("SỞ NỘI VỤ", None)


def test_cells_put_on_one_line() -> None:
    """Where a converter joined the paragraphs of a cell, their stress still parts them."""
    report = parse(
        "| **UBND TỈNH HÒA LẠC** **SỞ NỘI VỤ** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** **Độc lập - Tự do - Hạnh phúc** |\n| --- | --- |\n"
        "| Số: 11/BC-SN | *Hòa Lạc, ngày 20 tháng 6 năm 2023* |\n\n**BÁO CÁO**\n\n**Sơ kết công tác**\n\nSở báo cáo như sau.\n\n"
        "|  |  |\n| --- | --- |\n| ***Nơi nhận:*** - UBND tỉnh; - Các phòng; - Lưu: VT, TĐKT. | **KT. GIÁM ĐỐC** **PHÓ GIÁM ĐỐC** **Trần Thị Lệ** |\n"
    )
    assert (report.header.parent_organ, report.header.issuer) == ("UBND TỈNH HÒA LẠC", "SỞ NỘI VỤ")
    assert [entry.text for entry in report.distribution] == ["UBND tỉnh", "Các phòng", "Lưu: VT, TĐKT"]
    assert signers(report) == [("PHÓ GIÁM ĐỐC", "Trần Thị Lệ")]
    assert report.signature is not None
    assert (report.signature.authority, report.signature.on_behalf_of) == ("KT.", "GIÁM ĐỐC")


@pytest.mark.parametrize(
    ("head", "subject"),
    [
        ("NGHỊ ĐỊNH CỦA CHÍNH PHỦ\nQuy định các hình thức khen thưởng\n", "Quy định các hình thức khen thưởng"),
        ("QUYẾT ĐỊNH\nCỦA GIÁM ĐỐC SỞ NỘI VỤ\nVề việc tặng Giấy khen\n", "Về việc tặng Giấy khen"),
        ("NGHỊ QUYẾT\nCỦA BAN CHẤP HÀNH ĐẢNG BỘ SỞ Y TẾ\nvề nhiệm vụ năm 2011\n", "về nhiệm vụ năm 2011"),
        ("BÁO CÁO\nCủa Ban Thường vụ Huyện ủy tại Hội nghị lần thứ 5\n", "Của Ban Thường vụ Huyện ủy tại Hội nghị lần thứ 5"),
        ("HỢP ĐỒNG\nCung cấp cờ thi đua\nSố: 15/2021/HĐKT\n", "Cung cấp cờ thi đua"),
    ],
)
def test_what_is_no_subject(head: str, subject: str) -> None:
    """Who issues, behind the type, and a number below it."""
    assert parse(f"{NATION}{head}\nCăn cứ Luật Thi đua, khen thưởng.\n").header.subject == subject


def test_a_name_beside_signed() -> None:
    """Đã ký, and the name on the same line."""
    report = parse(
        LETTER
        + "BÁO CÁO\nKết quả\n\nĐã làm.\n\nKT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG\nĐã ký: Tô Văn Sáng\nNơi nhận:\n- Như trên;\n- Lưu.\n"
    )
    assert signers(report) == [("PHÓ TRƯỞNG PHÒNG", "Tô Văn Sáng")]


# ---------------------------------------------------------------- references
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nghị quyết 18, 19 và 27 của Trung ương được quán triệt.",
            [("Nghị quyết", "18", None), ("Nghị quyết", "19", None), ("Nghị quyết", "27", "Trung ương")],
        ),
        ("Thực hiện Nghị quyết 5, 12 tập thể được khen.", [("Nghị quyết", "5", None)]),
        ("Chỉ thị 05 và 03 cá nhân tiêu biểu.", [("Chỉ thị", "05", None)]),
        ("Theo CV 15/PGD ngày 06/6/2011 của Phòng Giáo dục.", [("Công văn", "15/PGD", "Phòng Giáo dục")]),
        ("Theo CV 15/PGD đã gửi.", []),
        ("Quyết định số 38/UB.QĐ ngày 28 tháng 11 năm 1995.", [("Quyết định", "38/UB.QĐ", None)]),
        ("Căn cứ Luật bảo hiểm y tế ngày 14 tháng 11 năm 2008.", [("Luật", None, None)]),
        ("Luật sư ngày càng nhiều; Luật được ban hành năm 2008.", []),
    ],
)
def test_citations(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    """Short forms in a row, abbreviated types, laws written with a small letter."""
    found = [(r.doc_type, r.number.text if r.number else None, r.issuer) for r in parse(text).references]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thực hiệnQuyết định số 89/QĐ-TTg ngày 08/10/2012;", ("Quyết định", "89/QĐ-TTg", "2012-10-08")),
        ("Nghị định số 21/2005/NĐ-CPngày 30 tháng 9 năm 2005 của Chính phủ;", ("Nghị định", "21/2005/NĐ-CP", "2005-09-30")),
        ("Căn cứ Luật Tổ chức Chính phủngày 25 tháng 12 năm 2001;", ("Luật", None, "2001-12-25")),
        ("Các quychế số 15 của trường.", None),
    ],
)
def test_blanks_that_a_copy_lost(text: str, expected: tuple[str, str | None, str] | None) -> None:
    """A capital behind a small letter begins a word; so does `ngày` before a figure."""
    found = [(r.doc_type, r.number.text if r.number else None, r.date) for r in parse(text).references]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Xét đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 12/TTr-NV ngày 5/6/2020;", "basis"),
        ("Theo đề nghị của Chánh Văn phòng tại Tờ trình số 12/TTr-NV ngày 5/6/2020;", "basis"),
        ("Bình xét theo Hướng dẫn số 12/HD-SNV ngày 5/6/2020;", "implements"),
    ],
)
def test_what_a_decision_rests_on(text: str, relation: str) -> None:
    """A proposal is what is decided upon; a guideline is carried out."""
    assert [reference.relation for reference in parse(text).references] == [relation]


def test_a_mistyped_type_is_told() -> None:
    """The type word is read in spite of a wrong mark, and the slip is told."""
    report = parse("Theo Quyết đinh số 45/QĐ-UBND ngày 3/4/2020 của UBND tỉnh.")
    assert report.references[0].doc_type == "Quyết định"
    assert [(d.code, d.span.of(report.text)) for d in report.diagnostics if d.code == "D403" and d.span] == [("D403", "Quyết đinh")]


@pytest.mark.parametrize(
    ("line", "entries"),
    [
        ("Nơi nhận: Như trên; UBND huyện; Lưu: VT.", ["Như trên", "UBND huyện", "Lưu: VT"]),
        ("Nơi nhận: - Như trên; - Lưu: VT.", ["Như trên", "Lưu: VT"]),
        ("Nơi nhận:- Như trên;\n- Lưu: VT.", ["Như trên", "Lưu: VT"]),
        ("Nơi nhận:\n- Bộ Nội vụ; Bộ Y tế;\n- Lưu: VT.", ["Bộ Nội vụ; Bộ Y tế", "Lưu: VT"]),
    ],
)
def test_recipients_on_the_line_of_their_label(line: str, entries: list[str]) -> None:
    """Semicolons part them where no dashes do."""
    report = parse(f"{LETTER}BÁO CÁO\nKết quả\n\nĐã làm.\n\n{line}\nTRƯỞNG PHÒNG\n\nTrần Văn Bé\n")
    assert [entry.text for entry in report.distribution] == entries


def test_an_issuer_below_number_and_day() -> None:
    """Where nothing above the number names an organ, the lines down to the type do."""
    header = parse("Số: 45/BC-CAT\nHòa Lạc, ngày 10/12/2021\nCÔNG AN TỈNH HÒA LẠC\nBÁO CÁO\nKết quả năm 2021\nĐã làm.\n").header
    assert (header.issuer, header.parent_organ, header.subject) == ("CÔNG AN TỈNH HÒA LẠC", None, "Kết quả năm 2021")


PAGE = """Từ khoá: Số hiệu, tiêu đề...

Đăng nhập

Quyết định 31/2020/QĐ-UBND sửa đổi Quy chế thi đua, khen thưởng kèm theo Quyết định 13/2018/QĐ-UBND
Số hiệu: 31/2020/QĐ-UBND Loại văn bản: Quyết định
Ngày ban hành: 26/10/2020 Ngày hiệu lực: Đã biết
Tình trạng: Đã biết

"""


def test_what_a_web_page_says_above_the_document() -> None:
    """The letterhead is found behind the page's own lines; a form inside a body is no letterhead."""
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH HÒA LẠC\n----\n" + NATION + "Số: 31/2020/QĐ-UBND\nHòa Lạc, ngày 26 tháng 10 năm 2020\n\nQUYẾT ĐỊNH\n"
    )
    header = parse(
        f"{PAGE}{text}SỬA ĐỔI QUY CHẾ\n\nỦY BAN NHÂN DÂN TỈNH HÒA LẠC\n\nCăn cứ Luật Thi đua;\nĐiều 1. Sửa đổi Quy chế.\n"
    ).header
    assert (header.issuer, header.doc_type, header.subject) == ("ỦY BAN NHÂN DÂN TỈNH HÒA LẠC", "Quyết định", "SỬA ĐỔI QUY CHẾ")
    assert (header.number and header.number.text, header.date, header.place) == ("31/2020/QĐ-UBND", "2020-10-26", "Hòa Lạc")
    assert parse(f"1. Hồ sơ gồm đơn theo mẫu sau:\n{NATION}ĐƠN ĐỀ NGHỊ\nKính gửi: Sở Nội vụ\n").header.addressees == ()


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\n\nH' Yam Bkrang\n", ("TUQ.", "CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ", "H' Yam Bkrang")),
        ("TRƯỞNG BAN\nBAN DÂN TỘC\n\nLý Thái An\n", (None, None, "TRƯỞNG BAN BAN DÂN TỘC", "Lý Thái An")),
        ("TRƯỞNG BAN\n\nĐOÀN VĂN AN\n", (None, None, "TRƯỞNG BAN", "ĐOÀN VĂN AN")),
        ("TM. BAN THƯỜNG VỤ\nQ. BÍ THƯ\n\nVõ Văn Thân\n", ("TM.", "BAN THƯỜNG VỤ", "Q. BÍ THƯ", "Võ Văn Thân")),
        (
            "TL. CHỦ TỊCH HỘI ĐỒNG\nỦY VIÊN THƯỜNG TRỰC\n\n\nPhó Giám đốc Sở Nội vụ\nVõ Văn Thân\n",
            ("TL.", "CHỦ TỊCH HỘI ĐỒNG", "ỦY VIÊN THƯỜNG TRỰC", "Võ Văn Thân"),
        ),
        ("KT. THỦ TƯỚNG\n\nPhó Thủ tướng\n\nVõ Văn Thân\n", ("KT.", "THỦ TƯỚNG", "Phó Thủ tướng", "Võ Văn Thân")),
        ("Q. GIÁM ĐỐC\n\nVõ Văn Thân\n", ("Q.", None, "GIÁM ĐỐC", "Võ Văn Thân")),
    ],
)
def test_posts_and_names(closing: str, expected: tuple[str | None, ...]) -> None:
    """An organ is no person, an acting post is the signer's own, an apostrophe may stand alone."""
    signed = parse(f"{LETTER}BÁO CÁO\nKết quả\n\nĐã làm.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n{closing}").signature
    assert signed is not None
    assert (signed.authority, signed.on_behalf_of, signed.position, signed.name) == expected


# ---------------------------------------------------------------- scans
def test_marks_of_a_scan_above_the_letterhead() -> None:
    """What a scan leaves of a stroke is no heading; `Về việc` in a letter is its V/v; a name may stand without a post."""
    report = parse(
        "ký ...\n\n(2)\n\nUBND HUYỆN HÒA LẠC\nPHÒNG NỘI VỤ\n\n" + NATION + "\nSố 33 /CV-NV\n\nHòa Lạc, ngày 22 tháng 6 năm 2010\n\n"
        "Về việc báo cáo đối tượng được\nxét tặng\n\nKính gửi: Sở Nội vụ,\n\nPhòng Nội vụ xin báo cáo./.\n\nNơi nhận:\n\n"
        "- - Như trên;\n- - Lưu VT, d.\n\nTrần Thị Chín\n"
    )
    header = report.header
    assert (header.doc_type, header.subject, header.parent_organ) == (
        "Công văn",
        "báo cáo đối tượng được xét tặng",
        "UBND HUYỆN HÒA LẠC",
    )
    assert signers(report) == [(None, "Trần Thị Chín")]
    assert report.signature is not None
    assert report.signature.rule == "signature.name"
    assert [entry.text for entry in report.distribution] == ["Như trên", "Lưu VT, d"]


def test_a_certified_copy() -> None:
    """Who certified the copy did not sign the document, and its list is not the document's."""
    report = parse(
        f"{LETTER}QUYẾT ĐỊNH\nVề việc tặng Giấy khen\n\nCăn cứ Luật Thi đua;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Tặng Giấy khen cho 03 cá nhân.\n\n"
        "CHỦ TỊCH\n\n*[Signature]*\nLê Văn Tám\n\nNơi nhận:\n\n- - Sở Nội vụ;\n- - Lưu: VT.\n\nVĂN PHÒNG HĐND VÀ UBND\n\n"
        "Số 203/SY-VP\n\nNơi nhận:\n\n- Lưu: VP.\n\nSAO Y BẢN CHÍNH\n\nHòa Lạc, ngày 5 tháng 11 năm 2010\n\nCHÁNH VĂN PHÒNG\n\nĐỗ Văn Hai\n"
    )
    assert signers(report) == [("CHỦ TỊCH", "Lê Văn Tám")]
    assert [entry.text for entry in report.distribution] == ["Sở Nội vụ", "Lưu: VT"]


def test_a_stamp_of_arrival_between_number_and_type() -> None:
    """The day of arrival is no first sentence."""
    report = parse(
        f"{LETTER}CÔNG VĂN ĐẾN\nSố: 1644.....\n\nNgày 12 tháng 12 năm 20...\n\nTỜ TRÌNH\n\nVề việc tặng Giấy khen\n\nKính gửi: Sở\n"
    )
    assert (report.header.doc_type, report.header.subject) == ("Tờ trình", "Về việc tặng Giấy khen")


def test_a_short_title_that_ends_in_a_stop() -> None:
    """`Điều 3. Hiệu lực thi hành.` names what stands below it, whatever the other articles are."""
    sections = parse(
        "Điều 1. Ban hành kèm theo Nghị quyết này danh mục nhiệm vụ.\nĐiều 2. Điều chỉnh nhiệm vụ tại mục IV.\n"
        "Điều 3. Hiệu lực thi hành.\n1. Nghị quyết này có hiệu lực kể từ ngày ký.\n2. Các nhiệm vụ đã giao tiếp tục được thực hiện.\n"
        "Điều 4. Các Bộ trưởng chịu trách nhiệm thi hành Nghị quyết này.\n"
    ).sections
    assert [section.title for section in sections] == [None, None, "Hiệu lực thi hành", None]
