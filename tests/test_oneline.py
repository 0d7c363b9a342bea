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


@pytest.mark.parametrize("text", [REPORT, DECISION, LETTER, PARTY])
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
