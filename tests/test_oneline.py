"""Documents whose line breaks are lost, as a database field gives them: the same as with their lines."""

from __future__ import annotations

import pytest

from vnreport_parse import Report, parse

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
REPORT = f"""ỦY BAN NHÂN DÂN TỈNH AN HẢI
SỞ NỘI VỤ
{NATION}Số: 125/BC-SNV
An Hải, ngày 05 tháng 12 năm 2023
BÁO CÁO
Kết quả công tác thi đua, khen thưởng năm 2023
Thực hiện Công văn số 45/BTĐKT-NV ngày 10/11/2023 của Ban Thi đua - Khen thưởng Trung ương, Sở Nội vụ báo cáo như sau:
I. KẾT QUẢ ĐẠT ĐƯỢC
1. Sở đã ban hành 05 văn bản. Các đơn vị đã triển khai kịp thời.
2. Tặng Bằng khen cho 12 tập thể và 30 cá nhân.
II. PHƯƠNG HƯỚNG NĂM 2024
1. Tiếp tục tuyên truyền:
a) Trên Báo An Hải;
b) Trên trang thông tin.
2. Đẩy mạnh phong trào thi đua.
Nơi nhận:
- UBND tỉnh;
- Các phòng;
- Lưu: VT, TĐKT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Trần Văn Bình
"""
DECISION = f"""ỦY BAN NHÂN DÂN XÃ HÒA LẠC
{NATION}Số: 12/QĐ-UBND
Hòa Lạc, ngày 5 tháng 6 năm 2020
QUYẾT ĐỊNH
Về việc tặng Giấy khen cho các cá nhân
CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HÒA LẠC
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Xét đề nghị của Công chức Văn hóa - Xã hội,
QUYẾT ĐỊNH:
Điều 1. Tặng Giấy khen cho 05 cá nhân có thành tích.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Nơi nhận:
- Như Điều 1;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Thị Hoa
"""
LETTER = f"""SỞ Y TẾ AN HẢI
BỆNH VIỆN ĐA KHOA HÒA LẠC
Số: 45/BV-TCCB
V/v đề nghị khen thưởng
{NATION}Hòa Lạc, ngày 5 tháng 6 năm 2020
Kính gửi: Sở Y tế An Hải
Thực hiện Kế hoạch số 12/KH-SYT ngày 3/4/2020 của Sở Y tế, Bệnh viện đề nghị Sở xem xét. Hồ sơ gửi kèm theo để Sở xem xét./.
Nơi nhận:
- Như trên;
- Lưu: VT, TCCB.
GIÁM ĐỐC
Nguyễn Văn Tám
"""
PARTY = """TỈNH ỦY AN HẢI
BAN TỔ CHỨC
ĐẢNG CỘNG SẢN VIỆT NAM
Số 45-HD/BTCTU
An Hải, ngày 12 tháng 3 năm 2021
HƯỚNG DẪN
kiểm điểm tập thể, cá nhân năm 2021
Thực hiện Quy định số 12-QĐ/TU, ngày 3/4/2020 của Tỉnh ủy, Ban Tổ chức hướng dẫn một số nội dung như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Đánh giá đúng thực chất.
2. Làm cơ sở khen thưởng.
Nơi nhận:
- Các huyện ủy;
- Lưu Ban Tổ chức.
K/T TRƯỞNG BAN
PHÓ TRƯỞNG BAN
Đặng Văn Năm
"""


YOUTH = """BCH ĐOÀN TỈNH AN HẢI
BAN THƯỜNG VỤ HUYỆN ĐOÀN HÒA LẠC
ĐOÀN TNCS HỒ CHÍ MINH
Số 38 BC/HĐ
Hòa Lạc, ngày 18 tháng 12 năm 2012
BÁO CÁO
Công tác Đoàn và phong trào thanh thiếu nhi năm 2012
PHẦN I
TÌNH HÌNH CHUNG
I/ THUẬN LỢI
1- Được cấp ủy quan tâm.
2- UBND huyện hỗ trợ kinh phí.
II/ KHÓ KHĂN
Một số cơ sở còn yếu. Kinh phí còn thấp.
Nơi nhận:
- - Tỉnh đoàn;
- - Lưu VP.
T/M BAN THƯỜNG VỤ
BÍ THƯ
Cao Văn Bảy
"""


def test_two_columns_on_one_line() -> None:
    """The entries of the list stand between the lines of the signature, and between `Nơi nhận` and its name."""
    report = parse(
        " ".join(REPORT.partition("Nơi nhận:")[0].split())
        + " Nơi nhận: KT. GIÁM ĐỐC - UBND tỉnh (báo cáo); PHÓ GIÁM ĐỐC -Các phòng, đơn vị; - Lưu: VT, TĐKT. (Đã ký) Trần Văn Bình"
    )
    assert [entry.text for entry in report.distribution] == ["UBND tỉnh (báo cáo)", "Các phòng, đơn vị", "Lưu: VT, TĐKT"]
    assert report.signature is not None
    assert (report.signature.on_behalf_of, report.signature.position, report.signature.name) == (
        "GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Trần Văn Bình",
    )


def test_a_body_without_its_head() -> None:
    """The articles alone show that lines are lost; who signs may stand above Nơi nhận."""
    report = parse(
        "Căn cứ kết quả xếp loại chất lượng năm 2014 và đề nghị của các chi bộ trực thuộc. "
        "Điều 1. Tặng giấy khen cho 03 đảng viên: "
        "1. Đ/c Đoàn Hòa Minh; 2. Đ/c Nguyễn Văn Linh; 3. Đ/c Trần Cao Sơn. Điều 2. Mức thưởng trích từ quỹ đảng phí của Đảng bộ. "
        "Điều 3. Các chi bộ có đảng viên được khen thưởng thi hành Quyết định này./. "
        "BÍ THƯ Phan Văn Tài Nơi nhận: - Như Điều 3; - Lưu VP."
    )
    assert [section.label for section in report.walk()] == ["Điều 1", "1", "2", "3", "Điều 2", "Điều 3"]
    assert report.signature is not None
    assert (report.signature.position, report.signature.name) == ("BÍ THƯ", "Phan Văn Tài")
    assert [entry.text for entry in report.distribution] == ["Như Điều 3", "Lưu VP"]


def facts(report: Report) -> object:
    """All that the structure of a document tells, without where it stands."""
    header = report.header
    return (
        {
            name: str(getattr(header, name))
            for name in ("date", "place", "doc_type", "subject", "issuer", "parent_organ", "addressees")
        },
        header.number and header.number.text,
        [(section.label, section.title, section.kind) for section in report.walk()],
        [(reference.doc_type, reference.number and reference.number.text, reference.date) for reference in report.references],
        [entry.text for entry in report.distribution],
        report.signature and (report.signature.authority, report.signature.position, report.signature.name),
    )


@pytest.mark.parametrize("text", [REPORT, DECISION, LETTER, PARTY, YOUTH])
def test_lines_are_found_again(text: str) -> None:
    """The document on one line says what it says with its lines, and every offset still leads to the text."""
    joined = " ".join(text.split())
    report = parse(joined)
    assert facts(report) == facts(parse(text))
    assert report.text.replace("\n", " ") == joined
    assert report.header.span is not None
    assert report.locate(report.header.span).span.start == report.header.span.start


@pytest.mark.parametrize(
    "text",
    [
        "Kính gửi Sở Nội vụ. " + "Đơn vị báo cáo kết quả thi đua. 1. Đã phát động 3 đợt. 2. Đã khen 5 tập thể. " * 8,
        "Theo tin đã đưa, nước Cộng hòa xã hội chủ nghĩa Việt Nam có chủ trương mới. Độc lập - Tự do - Hạnh phúc là khẩu hiệu. "
        * 5,
    ],
)
def test_prose_on_one_line_stays(text: str) -> None:
    """Without a letterhead the text is as it was given."""
    assert parse(text).text == text.rstrip()
