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
        ("Quyết định số 29/QĐ-UBND và Kế hoạch số 30/KH-UBND ngày 16/10/2020.", [None, "2020-10-16"]),
    ],
)
def test_a_day_for_several_numbers(text: str, dates: list[str | None]) -> None:
    """A second number without a type shares the day; a document with a type of its own does not."""
    assert [reference.date for reference in parse(text).references] == dates


@pytest.mark.parametrize("number", ["A308/TUBND-VX", "308/UB.QĐ"])
def test_numbers_of_another_make(number: str) -> None:
    """A letter before the serial, a full stop between organ and type."""
    report = parse(LETTER.replace("12/TTr-NV", number) + "V/v tặng Giấy khen\n\nKính gửi: Sở Nội vụ\n\nĐề nghị xem xét.\n")
    assert report.header.number is not None
    assert report.header.number.text == number
