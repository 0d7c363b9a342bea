"""Letterheads of our own making, in the layouts that offices, converters and scanners give them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vnreport_parse.extract.letterhead import extract_header
from vnreport_parse.letter_organs import group_organs, sentence_case
from vnreport_parse.lines import split_lines
from vnreport_parse.patterns import fold
from vnreport_parse.periods import subject_period
from vnreport_parse.records import Header
from vnreport_parse.source import SourceText, normalise
from vnreport_parse.spans import fold_blanks
from vnreport_parse.zones import find_zones


def read(source: SourceText) -> tuple[Header, set[str]]:
    """The header of a text, and the codes of what is odd about it."""
    lines = split_lines(source)
    header, remarks = extract_header(source, lines, find_zones(source, lines))
    return header, {remark.code for remark in remarks}


def shown(header: Header, field: str, text: str) -> str:
    """The text under the evidence of a field, its pieces joined."""
    pieces = [span for name, span in header.evidence.items() if name == field or name.rpartition(".")[0] == field]
    return " ".join(fold_blanks(span.of(text)) for span in pieces)


# name, text, the fields that are not empty, the diagnostics
LETTERHEADS: list[tuple[str, str, dict[str, object], set[str]]] = [
    (
        "two_col",
        """\
SỞ NỘI VỤ TỈNH AN HẢI              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
CHI CỤC VĂN THƯ - LƯU TRỮ                 Độc lập - Tự do - Hạnh phúc
Số:    /BC-VTLT                      An Hải, ngày     tháng 6 năm 2019

                             BÁO CÁO
        Kết quả công tác văn thư, lưu trữ 6 tháng đầu năm 2019

I. KẾT QUẢ
""",
        {
            "parent_organ": "SỞ NỘI VỤ TỈNH AN HẢI",
            "issuer": "CHI CỤC VĂN THƯ - LƯU TRỮ",
            "number": "/BC-VTLT",
            "place": "An Hải",
            "date": "2019-06-XX",
            "doc_type": "Báo cáo",
            "subject": "Kết quả công tác văn thư, lưu trữ 6 tháng đầu năm 2019",
            "period": "2019-01/2019-06",
            "rule": "header.state",
        },
        {"D202", "D203"},
    ),
    (
        "glued_pdf",
        """\
UBND TỈNH AN HẢI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ LAO ĐỘNG - THƯƠNG BINH Độc lập - Tự do - Hạnh phúc
VÀ XÃ HỘI
Số: 45/BC-SLĐTBXH An Hải, ngày 05 tháng 3 năm 2021
BÁO CÁO
Tình hình thực hiện chính sách người có công quý I năm 2021
Thực hiện Công văn số 12/UBND-VX ngày 01/3/2021 của UBND tỉnh, Sở báo cáo như sau:
""",
        {
            "parent_organ": "UBND TỈNH AN HẢI",
            "issuer": "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
            "number": "45/BC-SLĐTBXH",
            "place": "An Hải",
            "date": "2021-03-05",
            "doc_type": "Báo cáo",
            "subject": "Tình hình thực hiện chính sách người có công quý I năm 2021",
            "period": "2021-01/2021-03",
            "rule": "header.state",
        },
        set(),
    ),
    (
        "namdoclap",
        """\
CÔNG TY CỔ PHẦN SÔNG XANH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc
Số: 07/TB-SX Hải Đông, ngày 1 tháng 2 năm 2023
THÔNG BÁO
Về việc nghỉ Tết Nguyên đán Quý Mão
Công ty thông báo như sau:
""",
        {
            "issuer": "CÔNG TY CỔ PHẦN SÔNG XANH",
            "number": "07/TB-SX",
            "place": "Hải Đông",
            "date": "2023-02-01",
            "doc_type": "Thông báo",
            "subject": "Về việc nghỉ Tết Nguyên đán Quý Mão",
            "rule": "header.state",
        },
        set(),
    ),
    (
        "right_first",
        """\
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
---------------
An Hải, ngày 12 tháng 01 năm 2009

BỘ CÔNG NGHIỆP NHẸ
CỤC HÓA CHẤT
-----
Số: 12/CHC-KH
V/v báo cáo tình hình sản xuất
năm 2008

Kính gửi: Văn phòng Bộ

Thực hiện yêu cầu của Bộ, Cục báo cáo như sau.
""",
        {
            "parent_organ": "BỘ CÔNG NGHIỆP NHẸ",
            "issuer": "CỤC HÓA CHẤT",
            "number": "12/CHC-KH",
            "place": "An Hải",
            "date": "2009-01-12",
            "doc_type": "Công văn",
            "subject": "báo cáo tình hình sản xuất năm 2008",
            "period": "2008",
            "addressees": ("Văn phòng Bộ",),
            "rule": "header.letter",
        },
        set(),
    ),
    (
        "letter_glued",
        """\
ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN THANH SƠN Độc lập - Tự do - Hạnh phúc
Số: 345/UBND-NV Thanh Sơn, ngày 20 tháng 5 năm 2016
V/v báo cáo công tác thi đua,
khen thưởng 6 tháng đầu năm 2016
Kính gửi:
- Sở Nội vụ;
- Ban Thi đua - Khen thưởng tỉnh.
Thực hiện Công văn số 12/SNV-TĐKT ngày 10/5/2016, UBND huyện báo cáo như sau:
""",
        {
            "issuer": "ỦY BAN NHÂN DÂN HUYỆN THANH SƠN",
            "number": "345/UBND-NV",
            "place": "Thanh Sơn",
            "date": "2016-05-20",
            "doc_type": "Công văn",
            "subject": "báo cáo công tác thi đua, khen thưởng 6 tháng đầu năm 2016",
            "period": "2016-01/2016-06",
            "addressees": ("Sở Nội vụ", "Ban Thi đua - Khen thưởng tỉnh"),
            "rule": "header.letter",
        },
        set(),
    ),
    (
        "party",
        """\
TỈNH ỦY AN HẢI                       ĐẢNG CỘNG SẢN VIỆT NAM
BAN DÂN VẬN
        *                            An Hải, ngày 03 tháng 4 năm 2018
   Số 112-BC/BDVTU

                           BÁO CÁO
       kết quả công tác dân vận quý I, nhiệm vụ trọng tâm quý II năm 2018
                             -----

Thực hiện Chương trình công tác, Ban báo cáo:
""",
        {
            "parent_organ": "TỈNH ỦY AN HẢI",
            "issuer": "BAN DÂN VẬN",
            "number": "112-BC/BDVTU",
            "place": "An Hải",
            "date": "2018-04-03",
            "doc_type": "Báo cáo",
            "subject": "kết quả công tác dân vận quý I, nhiệm vụ trọng tâm quý II năm 2018",
            "period": "2018-01/2018-03",
            "rule": "header.party",
        },
        set(),
    ),
    (
        "party_seq",
        """\
HUYỆN ỦY ĐÔNG SƠN
ĐẢNG ỦY XÃ HÒA LẠC
*
Số: 45-BC/ĐU

ĐẢNG CỘNG SẢN VIỆT NAM

Hòa Lạc, ngày 01 - 12 - 2017

BÁO CÁO
TỔNG KẾT CÔNG TÁC XÂY DỰNG ĐẢNG NĂM 2017

I. Đặc điểm
""",
        {
            "parent_organ": "HUYỆN ỦY ĐÔNG SƠN",
            "issuer": "ĐẢNG ỦY XÃ HÒA LẠC",
            "number": "45-BC/ĐU",
            "place": "Hòa Lạc",
            "date": "2017-12-01",
            "doc_type": "Báo cáo",
            "subject": "TỔNG KẾT CÔNG TÁC XÂY DỰNG ĐẢNG NĂM 2017",
            "period": "2017",
            "rule": "header.party",
        },
        set(),
    ),
    (
        "youth",
        """\
BCH ĐOÀN TỈNH AN HẢI              ĐOÀN TNCS HỒ CHÍ MINH
BCH ĐOÀN TRƯỜNG ĐẠI HỌC AN HẢI
***                               An Hải, ngày 15 tháng 6 năm 2020
Số: 33-BC/ĐTN

BÁO CÁO
Tổng kết công tác Đoàn và phong trào thanh niên năm học 2019 - 2020

I. Kết quả
""",
        {
            "parent_organ": "BCH ĐOÀN TỈNH AN HẢI",
            "issuer": "BCH ĐOÀN TRƯỜNG ĐẠI HỌC AN HẢI",
            "number": "33-BC/ĐTN",
            "place": "An Hải",
            "date": "2020-06-15",
            "doc_type": "Báo cáo",
            "subject": "Tổng kết công tác Đoàn và phong trào thanh niên năm học 2019 - 2020",
            "period": "2019-09/2020-08",
            "rule": "header.youth",
        },
        set(),
    ),
    (
        "union",
        """\
TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM
CÔNG ĐOÀN NGÀNH DỆT MAY
-------
Số: 1208/QĐ-CĐDM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Hà Đông, ngày 9 tháng 11 năm 2012

QUYẾT ĐỊNH
Về việc tặng Bằng khen

BAN THƯỜNG VỤ CÔNG ĐOÀN NGÀNH DỆT MAY
""",
        {
            "parent_organ": "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
            "issuer": "CÔNG ĐOÀN NGÀNH DỆT MAY",
            "number": "1208/QĐ-CĐDM",
            "place": "Hà Đông",
            "date": "2012-11-09",
            "doc_type": "Quyết định",
            "subject": "Về việc tặng Bằng khen",
            "rule": "header.state",
        },
        set(),
    ),
    (
        "md_cells",
        """\
|
**ỦY BAN NHÂN
DÂN
TỈNH AN HẢI**
-------
|
**CỘNG HÒA
XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc**
---------------
|
|
Số:
12/2024/QĐ-UBND
|
*An Hải,
ngày 7
tháng 8
năm 2024*
|

**QUYẾT
ĐỊNH**

BAN HÀNH QUY ĐỊNH VỀ TIÊU CHUẨN XÉT TẶNG
DANH HIỆU “GIA ĐÌNH VĂN HÓA”

*Căn cứ Luật Tổ chức chính quyền địa phương;*
""",
        {
            "issuer": "ỦY BAN NHÂN DÂN TỈNH AN HẢI",
            "number": "12/2024/QĐ-UBND",
            "place": "An Hải",
            "date": "2024-08-07",
            "doc_type": "Quyết định",
            "subject": "BAN HÀNH QUY ĐỊNH VỀ TIÊU CHUẨN XÉT TẶNG DANH HIỆU “GIA ĐÌNH VĂN HÓA”",
            "rule": "header.state",
        },
        set(),
    ),
    (
        "md_table",
        """\
| UBND XÃ TÂN SƠN<br>**TRƯỜNG TH SỐ 2**<br>**HÒA LẠC** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |
|---|---|
| Số: 15/KH-TH2HL | *Hòa Lạc, ngày 10 tháng 9 năm 2021* |

**KẾ HOẠCH**
**Tổ chức phong trào thi đua năm học 2021 - 2022**

Căn cứ Công văn số 1.
""",
        {
            "parent_organ": "UBND XÃ TÂN SƠN",
            "issuer": "TRƯỜNG TH SỐ 2 HÒA LẠC",
            "number": "15/KH-TH2HL",
            "place": "Hòa Lạc",
            "date": "2021-09-10",
            "doc_type": "Kế hoạch",
            "subject": "Tổ chức phong trào thi đua năm học 2021 - 2022",
            "period": "2021-09/2022-08",
            "rule": "header.state",
        },
        set(),
    ),
    (
        "oneline",
        """\
PHÒNG GD&ĐT ĐÔNG SƠN
TRƯỜNG MN HOA SEN
Số: 08/BC-MNHS
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đông Sơn, ngày 28 tháng 5 năm 2014
BÁO CÁO TỔNG KẾT NĂM HỌC 2013 - 2014
VÀ PHƯƠNG HƯỚNG NHIỆM VỤ NĂM HỌC 2014 - 2015
A. ĐÁNH GIÁ KẾT QUẢ
""",
        {
            "parent_organ": "PHÒNG GD&ĐT ĐÔNG SƠN",
            "issuer": "TRƯỜNG MN HOA SEN",
            "number": "08/BC-MNHS",
            "place": "Đông Sơn",
            "date": "2014-05-28",
            "doc_type": "Báo cáo",
            "subject": "TỔNG KẾT NĂM HỌC 2013 - 2014 VÀ PHƯƠNG HƯỚNG NHIỆM VỤ NĂM HỌC 2014 - 2015",
            "period": "2013-09/2014-08",
            "rule": "header.state",
        },
        set(),
    ),
    (
        "urgent",
        """\
BỘ Y TẾ
CỤC Y TẾ DỰ PHÒNG
Số: 99/DP-DT
V/v tăng cường giám sát dịch
HỎA TỐC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 30 tháng 01 năm 2020
Kính gửi: Sở Y tế các tỉnh, thành phố trực thuộc Trung ương
Ngày 29/01/2020, Cục nhận được báo cáo.
""",
        {
            "parent_organ": "BỘ Y TẾ",
            "issuer": "CỤC Y TẾ DỰ PHÒNG",
            "number": "99/DP-DT",
            "place": "Hà Nội",
            "date": "2020-01-30",
            "doc_type": "Công văn",
            "subject": "tăng cường giám sát dịch",
            "addressees": ("Sở Y tế các tỉnh, thành phố trực thuộc Trung ương",),
            "urgency": "HỎA TỐC",
            "rule": "header.letter",
        },
        set(),
    ),
    (
        "number_elsewhere",
        """\
UBND TỈNH AN HẢI
SỞ XÂY DỰNG
Số:
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Hải, ngày 02 tháng 02 năm 2022
TỜ TRÌNH
Về việc phê duyệt quy hoạch

Kính gửi: Ủy ban nhân dân tỉnh An Hải

Căn cứ Luật.
""",
        {
            "parent_organ": "UBND TỈNH AN HẢI",
            "issuer": "SỞ XÂY DỰNG",
            "place": "An Hải",
            "date": "2022-02-02",
            "doc_type": "Tờ trình",
            "subject": "Về việc phê duyệt quy hoạch",
            "addressees": ("Ủy ban nhân dân tỉnh An Hải",),
            "rule": "header.state",
        },
        {"D204"},
    ),
    (
        "quangtay",
        """\
BAN QUẢN LÝ KHU KINH TẾ
CỬA KHẨU ĐÔNG QUAN
Số 77 CV/BQL
V/v: Đăng ký thi đua năm 2004
CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập -Tự do- Hạnh phúc
Đông Quan, ngày 5 tháng 2 năm 2004
Kính gửi: Sở Tài chính; Sở Kế hoạch và Đầu tư; Cục Thuế tỉnh.
Thực hiện chỉ đạo, Ban đăng ký.
""",
        {
            "issuer": "BAN QUẢN LÝ KHU KINH TẾ CỬA KHẨU ĐÔNG QUAN",
            "number": "77CV/BQL",
            "place": "Đông Quan",
            "date": "2004-02-05",
            "doc_type": "Công văn",
            "subject": "Đăng ký thi đua năm 2004",
            "period": "2004",
            "addressees": ("Sở Tài chính", "Sở Kế hoạch và Đầu tư", "Cục Thuế tỉnh"),
            "rule": "header.letter",
        },
        set(),
    ),
    (
        "qd_old",
        """\
BỘ THỦY SẢN
Số: 15/2001/QĐ-BTS
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 28 tháng 2 năm 2001
QUYẾT ĐỊNH CỦA BỘ TRƯỞNG BỘ THỦY SẢN
VỀ VIỆC BAN HÀNH QUY CHẾ KHEN THƯỞNG
BỘ TRƯỞNG BỘ THỦY SẢN
Căn cứ Nghị định số 50-CP ngày 21/6/1994 của Chính phủ;
""",
        {
            "issuer": "BỘ THỦY SẢN",
            "number": "15/2001/QĐ-BTS",
            "place": "Hà Nội",
            "date": "2001-02-28",
            "doc_type": "Quyết định",
            "subject": "VỀ VIỆC BAN HÀNH QUY CHẾ KHEN THƯỞNG",
            "rule": "header.state",
        },
        set(),
    ),
    (
        "date_nocomma",
        """\
TỔNG CÔNG TY THÉP ĐÔNG HẢI
NHÀ MÁY CÁN SỐ 3
Số: 18/BC-NM3
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đông Hải ngày 4 tháng 7 năm 2006
Báo cáo
Tình hình sản xuất tháng 6 năm 2006
Kính gửi: Ban Giám đốc
Trong tháng 6, nhà máy đã sản xuất.
""",
        {
            "parent_organ": "TỔNG CÔNG TY THÉP ĐÔNG HẢI",
            "issuer": "NHÀ MÁY CÁN SỐ 3",
            "number": "18/BC-NM3",
            "place": "Đông Hải",
            "date": "2006-07-04",
            "doc_type": "Báo cáo",
            "subject": "Tình hình sản xuất tháng 6 năm 2006",
            "period": "2006-06",
            "addressees": ("Ban Giám đốc",),
            "rule": "header.state",
        },
        set(),
    ),
    (
        "stamp_digital",
        """\
Ký bởi: Ủy ban nhân dân tỉnh An Hải
Email: ubnd@anhai.gov.vn
Thời gian ký: 05/06/2022 10:00:00 +07:00
ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH AN HẢI Độc lập - Tự do - Hạnh phúc
Số: 128/TB-UBND An Hải, ngày 4 tháng 6 năm 2022
THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại phiên họp thường kỳ tháng 5
Ngày 30/5/2022, Chủ tịch UBND tỉnh chủ trì họp.
""",
        {
            "issuer": "ỦY BAN NHÂN DÂN TỈNH AN HẢI",
            "number": "128/TB-UBND",
            "place": "An Hải",
            "date": "2022-06-04",
            "doc_type": "Thông báo",
            "subject": "Kết luận của Chủ tịch UBND tỉnh tại phiên họp thường kỳ tháng 5",
            "rule": "header.state",
        },
        set(),
    ),
    (
        "hdnd",
        """\
HỘI ĐỒNG NHÂN DÂN
TỈNH AN HẢI
KHÓA IX - KỲ HỌP THỨ 5
Số: 12/NQ-HĐND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Hải, ngày 10 tháng 12 năm 2017
NGHỊ QUYẾT
Về nhiệm vụ năm 2018
HỘI ĐỒNG NHÂN DÂN TỈNH AN HẢI
""",
        {
            "issuer": "HỘI ĐỒNG NHÂN DÂN TỈNH AN HẢI",
            "number": "12/NQ-HĐND",
            "place": "An Hải",
            "date": "2017-12-10",
            "doc_type": "Nghị quyết",
            "subject": "Về nhiệm vụ năm 2018",
            "period": "2018",
            "rule": "header.state",
        },
        set(),
    ),
    (
        "kinhtrinh",
        """\
UBND XÃ HÒA LẠC
TRẠM Y TẾ
Số: 12/BC-TYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hòa Lạc, ngày … tháng … năm 20…
BÁO CÁO
Công tác tháng 5, phương hướng nhiệm vụ tháng 6 năm 2021

Trong tháng 5/2021, Trạm Y tế báo cáo như sau.
""",
        {
            "parent_organ": "UBND XÃ HÒA LẠC",
            "issuer": "Trạm Y tế",
            "number": "12/BC-TYT",
            "place": "Hòa Lạc",
            "doc_type": "Báo cáo",
            "subject": "Công tác tháng 5, phương hướng nhiệm vụ tháng 6 năm 2021",
            "period": "2021-05",
            "rule": "header.state",
        },
        {"D203"},
    ),
    (
        "docx_row_table",
        """\
| UBND TỈNH AN HẢI | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
| SỞ GIÁO DỤC VÀ ĐÀO TẠO | Độc lập - Tự do - Hạnh phúc |
| Số: 1204/SGDĐT-VP | An Hải, ngày 12 tháng 4 năm 2023 |
| V/v hướng dẫn xét thi đua năm học 2022-2023 | |

Kính gửi:
| - Các phòng GD&ĐT; |
| - Các trường trực thuộc. |

Căn cứ Luật Thi đua, khen thưởng, Sở hướng dẫn như sau:
""",
        {
            "parent_organ": "UBND TỈNH AN HẢI",
            "issuer": "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
            "number": "1204/SGDĐT-VP",
            "place": "An Hải",
            "date": "2023-04-12",
            "doc_type": "Công văn",
            "subject": "hướng dẫn xét thi đua năm học 2022-2023",
            "period": "2022-09/2023-08",
            "addressees": ("Các phòng GD&ĐT", "Các trường trực thuộc"),
            "rule": "header.letter",
        },
        set(),
    ),
    (
        "docx_tabbed",
        """\
UBND TỈNH AN HẢI	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ Y TẾ	Độc lập - Tự do - Hạnh phúc
Số:	/BC-SYT	An Hải, ngày	tháng	năm 2024

BÁO CÁO
Kết quả công tác y tế 6 tháng đầu năm 2024

I. Kết quả
""",
        {
            "parent_organ": "UBND TỈNH AN HẢI",
            "issuer": "SỞ Y TẾ",
            "number": "/BC-SYT",
            "place": "An Hải",
            "date": "2024-XX-XX",
            "doc_type": "Báo cáo",
            "subject": "Kết quả công tác y tế 6 tháng đầu năm 2024",
            "period": "2024-01/2024-06",
            "rule": "header.state",
        },
        {"D202", "D203"},
    ),
    (
        "caps_subject_blank",
        """\
# CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

**Độc lập - Tự do - Hạnh phúc**

---

**UBND HUYỆN ĐÔNG SƠN**

**PHÒNG NỘI VỤ**

Số: 31/BC-PNV

*Đông Sơn, ngày 02 tháng 12 năm 2019*

# BÁO CÁO

## Tổng kết công tác thi đua, khen thưởng năm 2019

**Kính gửi:** Ủy ban nhân dân huyện

Thực hiện Công văn số 12 của huyện.
""",
        {
            "parent_organ": "UBND HUYỆN ĐÔNG SƠN",
            "issuer": "PHÒNG NỘI VỤ",
            "number": "31/BC-PNV",
            "place": "Đông Sơn",
            "date": "2019-12-02",
            "doc_type": "Báo cáo",
            "subject": "Tổng kết công tác thi đua, khen thưởng năm 2019",
            "period": "2019",
            "addressees": ("Ủy ban nhân dân huyện",),
            "rule": "header.state",
        },
        set(),
    ),
    (
        "trich_yeu_inline",
        """\
CỤC THUẾ TỈNH AN HẢI
CHI CỤC THUẾ KHU VỰC ĐÔNG SƠN - HÒA LẠC
Số: 500/CCT-HCNS
V/v đề nghị tặng Giấy khen năm 2022
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đông Sơn, ngày 30 tháng 12 năm 2022
Kính gửi: - Cục Thuế tỉnh An Hải;
- Hội đồng TĐKT Cục Thuế.
Chi cục Thuế khu vực Đông Sơn - Hòa Lạc đề nghị như sau:
""",
        {
            "parent_organ": "CỤC THUẾ TỈNH AN HẢI",
            "issuer": "Chi cục Thuế khu vực Đông Sơn - Hòa Lạc",
            "number": "500/CCT-HCNS",
            "place": "Đông Sơn",
            "date": "2022-12-30",
            "doc_type": "Công văn",
            "subject": "đề nghị tặng Giấy khen năm 2022",
            "period": "2022",
            "addressees": ("Cục Thuế tỉnh An Hải", "Hội đồng TĐKT Cục Thuế"),
            "rule": "header.letter",
        },
        set(),
    ),
    (
        "army",
        """\
QUÂN KHU 9
BỘ CHỈ HUY QUÂN SỰ
TỈNH AN HẢI
Số: 88/BC-BCH

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

An Hải, ngày 22 tháng 12 năm 2018

BÁO CÁO
Tổng kết phong trào Thi đua Quyết thắng năm 2018

Phần I
""",
        {
            "parent_organ": "QUÂN KHU 9",
            "issuer": "BỘ CHỈ HUY QUÂN SỰ TỈNH AN HẢI",
            "number": "88/BC-BCH",
            "place": "An Hải",
            "date": "2018-12-22",
            "doc_type": "Báo cáo",
            "subject": "Tổng kết phong trào Thi đua Quyết thắng năm 2018",
            "period": "2018",
            "rule": "header.state",
        },
        set(),
    ),
    (
        "mttq",
        """\
ỦY BAN TW MTTQ VIỆT NAM            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
     BAN THƯỜNG TRỰC                      Độc lập – Tự do – Hạnh phúc
        --------                               -----------
  Số: 305 /QĐ-MTTW-BTT                Hà Nội, ngày 09 tháng 11 năm 2016

                        QUYẾT ĐỊNH
             V/v tặng thưởng Kỷ niệm chương
          "Vì sự nghiệp Đại đoàn kết dân tộc"

     BAN THƯỜNG TRỰC ỦY BAN TRUNG ƯƠNG MẶT TRẬN TỔ QUỐC VIỆT NAM
""",
        {
            "parent_organ": "ỦY BAN TW MTTQ VIỆT NAM",
            "issuer": "BAN THƯỜNG TRỰC",
            "number": "305/QĐ-MTTW-BTT",
            "place": "Hà Nội",
            "date": "2016-11-09",
            "doc_type": "Quyết định",
            "subject": 'tặng thưởng Kỷ niệm chương "Vì sự nghiệp Đại đoàn kết dân tộc"',
            "rule": "header.state",
        },
        set(),
    ),
    (
        "right_after_body",
        """\
UBND TỈNH AN HẢI
SỞ CÔNG THƯƠNG
Số: 77/BC-SCT
BÁO CÁO
Tình hình xuất nhập khẩu năm 2015
Thực hiện Công văn số 12/BCT-KH, Sở báo cáo như sau:
1. Xuất khẩu đạt 100 triệu USD.
2. Nhập khẩu đạt 50 triệu USD.
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Hải, ngày 15 tháng 12 năm 2015
""",
        {
            "parent_organ": "UBND TỈNH AN HẢI",
            "issuer": "SỞ CÔNG THƯƠNG",
            "number": "77/BC-SCT",
            "place": "An Hải",
            "date": "2015-12-15",
            "doc_type": "Báo cáo",
            "subject": "Tình hình xuất nhập khẩu năm 2015",
            "period": "2015",
            "rule": "header.state",
        },
        set(),
    ),
    (
        "ocr",
        """\
UỶ BAN NHÂN DÂN                   CỌNG HÒA XÃ HỌI CHŨ NGHĨA VIỆT NAM
TỈNH AN HÃI                              Độc lập- Tự do- Hạnh phúc
Sô: 234 /BC-UBND                      An Hải, ngày l2 tháng 7 năm 2003
BÁO CÁO
Về tình hình thực hiện nhiệm vụ 6 tháng đầu năm và phương hướng nhiệm vụ 6 tháng cuối năm 2003
Phần thứ nhất
""",
        {
            "issuer": "UỶ BAN NHÂN DÂN TỈNH AN HÃI",
            "number": "234/BC-UBND",
            "place": "An Hải",
            "date": "2003-07-12",
            "doc_type": "Báo cáo",
            "subject": "Về tình hình thực hiện nhiệm vụ 6 tháng đầu năm và phương hướng nhiệm vụ 6 tháng cuối năm 2003",
            "period": "2003-01/2003-06",
            "rule": "header.state",
        },
        set(),
    ),
    (
        "form_title",
        """\
Mẫu số 02
TÊN CƠ QUAN CẤP TRÊN
CÔNG AN TỈNH AN HẢI        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG CẢNH SÁT GIAO THÔNG        Độc lập - Tự do - Hạnh phúc
Số: ...../BC-CSGT        An Hải, ngày ... tháng ... năm 2021

BÁO CÁO THÀNH TÍCH
ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA BỘ TRƯỞNG BỘ CÔNG AN
(Mẫu báo cáo này áp dụng đối với tập thể)

I. SƠ LƯỢC
""",
        {
            "parent_organ": "CÔNG AN TỈNH AN HẢI",
            "issuer": "PHÒNG CẢNH SÁT GIAO THÔNG",
            "number": "...../BC-CSGT",
            "place": "An Hải",
            "date": "2021-XX-XX",
            "doc_type": "Báo cáo",
            "subject": "THÀNH TÍCH ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA BỘ TRƯỞNG BỘ CÔNG AN (Mẫu báo cáo này áp dụng đối với tập thể)",
            "rule": "header.state",
        },
        {"D202", "D203"},
    ),
    (
        "draft",
        """\
DỰ THẢO LẦN 2
UBND TỈNH AN HẢI
BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP
Số:          /BC-BQL
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Hải, ngày          tháng 11 năm 2020
BÁO CÁO
Công tác cải cách hành chính năm 2020
(Số liệu tính đến ngày 15/11/2020)
Kính gửi: Sở Nội vụ
Thực hiện Công văn số 1 của Sở.
""",
        {
            "parent_organ": "UBND TỈNH AN HẢI",
            "issuer": "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP",
            "number": "/BC-BQL",
            "place": "An Hải",
            "date": "2020-11-XX",
            "doc_type": "Báo cáo",
            "subject": "Công tác cải cách hành chính năm 2020 (Số liệu tính đến ngày 15/11/2020)",
            "period": "2020",
            "addressees": ("Sở Nội vụ",),
            "rule": "header.state",
        },
        {"D202", "D203"},
    ),
    (
        "html_table_flat",
        """\
UBND QUẬN BA ĐỒN
TRƯỜNG THCS ĐINH LỄ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 21/TTr-THCS
Ba Đồn, ngày 25 tháng 5 năm 2022
TỜ TRÌNH
V/v đề nghị xét tặng các danh hiệu thi đua năm học 2021 - 2022
Kính gửi:
Hội đồng Thi đua - Khen thưởng quận Ba Đồn
Căn cứ Luật Thi đua, Khen thưởng;
Trường THCS Đinh Lễ trình như sau:
""",
        {
            "parent_organ": "UBND QUẬN BA ĐỒN",
            "issuer": "Trường THCS Đinh Lễ",
            "number": "21/TTr-THCS",
            "place": "Ba Đồn",
            "date": "2022-05-25",
            "doc_type": "Tờ trình",
            "subject": "đề nghị xét tặng các danh hiệu thi đua năm học 2021 - 2022",
            "period": "2021-09/2022-08",
            "addressees": ("Hội đồng Thi đua - Khen thưởng quận Ba Đồn",),
            "rule": "header.state",
        },
        set(),
    ),
]


@pytest.mark.parametrize(("text", "expected", "codes"), [row[1:] for row in LETTERHEADS], ids=[row[0] for row in LETTERHEADS])
def test_letterheads(text: str, expected: dict[str, object], codes: set[str]) -> None:
    """State, Party, unions, schools, companies; two columns, one after the other, glued, in cells."""
    header, remarks = read(normalise(text))
    fields = header.model_dump(exclude={"span", "evidence"})
    found = {name: value for name, value in fields.items() if value} | ({"number": header.number.text} if header.number else {})
    assert found == expected
    assert remarks == codes


@pytest.mark.parametrize("text", [row[1] for row in LETTERHEADS], ids=[row[0] for row in LETTERHEADS])
def test_evidence_gives_the_value_again(text: str) -> None:
    """The text under the evidence is the value, case and tone place apart, and the header's span holds it all."""
    source = normalise(text)
    header, _ = read(source)
    for field in ("issuer", "parent_organ", "place", "subject", "urgency"):
        value = getattr(header, field)
        assert fold(shown(header, field, source.text)) == fold(value or "")
    for number, addressee in enumerate(header.addressees):
        assert shown(header, f"addressees.{number}", source.text) == addressee
    assert header.number is None or shown(header, "number", source.text).replace(" ", "") == header.number.text
    assert header.span is not None
    assert all(header.span.holds(span) for span in header.evidence.values())


# ---------------------------------------------------------------- single fields
HEAD = (
    "SỞ NỘI VỤ\n{number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{date}\n\n"
    "BÁO CÁO\n{subject}\n\nI. KẾT QUẢ\n"
)


def head(number: str = "Số: 1/BC-SNV", date: str = "An Hải, ngày 1 tháng 2 năm 2020", subject: str = "Kết quả công tác") -> str:
    """A plain letterhead with one field changed."""
    return HEAD.format(number=number, date=date, subject=subject)


NUMBERS = [
    ("Số: 45/BC-SNV", "45/BC-SNV", "45"),
    ("Số:      /BC-SNV", "/BC-SNV", None),
    ("Số: 1024 /BC-STNMT", "1024/BC-STNMT", "1024"),
    ("Số 45-BC/TU", "45-BC/TU", "45"),
    ("Số 77 CV/BQL", "77CV/BQL", "77"),
    ("Số:\n35/2021/NQ-HĐND", "35/2021/NQ-HĐND", "35"),
    ("Số: 120/BC-TrĐHSP", "120/BC-TrĐHSP", "120"),
    ("Sô: 12/BC-SNV", "12/BC-SNV", "12"),
    ("SỐ KÝ HIỆU: 7/BC-SNV", "7/BC-SNV", "7"),
    ("Số: 125", "125", "125"),
]


@pytest.mark.parametrize(("printed", "text", "serial"), NUMBERS)
def test_numbers(printed: str, text: str, serial: str | None) -> None:
    """As printed, without blanks; a blank serial is null."""
    number = read(normalise(head(number=printed)))[0].number
    assert number is not None
    assert (number.text, number.serial) == (text, serial)


def test_a_school_number_is_no_document_number() -> None:
    """TRƯỜNG TIỂU HỌC / SỐ 2 HÒA LẠC is a name."""
    header, _ = read(normalise(head().replace("SỞ NỘI VỤ", "PHÒNG GD&ĐT ĐÔNG SƠN\nTRƯỜNG TIỂU HỌC\nSỐ 2 HÒA LẠC")))
    assert (header.parent_organ, header.issuer) == ("PHÒNG GD&ĐT ĐÔNG SƠN", "TRƯỜNG TIỂU HỌC SỐ 2 HÒA LẠC")
    assert header.number is not None
    assert header.number.text == "1/BC-SNV"


DATES = [
    ("An Hải, ngày 05 tháng 7 năm 2018", "An Hải", "2018-07-05"),
    ("An Hải, ngày     tháng 7 năm 2018", "An Hải", "2018-07-XX"),
    ("Quận 3, ngày ... tháng 12 năm 2021", "Quận 3", "2021-12-XX"),
    ("TP. Hải An, ngày tháng năm 2021", "TP. Hải An", "2021-XX-XX"),
    ("Đông Hòa, ngày 3/6/2003", "Đông Hòa", "2003-06-03"),
    ("Đông Hòa, ngày 01 - 12 - 2017", "Đông Hòa", "2017-12-01"),
    ("Đông Hòa, ngày 14 tháng5 năm 2008", "Đông Hòa", "2008-05-14"),
    ("Đông Hòa ngày 4 tháng 7 năm 2006", "Đông Hòa", "2006-07-04"),
    ("Thành phố Hải An,\nngày 18 tháng 11 năm 2025", "Thành phố Hải An", "2025-11-18"),
    ("Hải An, ngày 18\ntháng 11 năm\n2025", "Hải An", "2025-11-18"),
    ("An Hải, ngày … tháng … năm 20…", "An Hải", None),
    ("An Hải, ngày 31 tháng 02 năm 2020", None, None),
]


@pytest.mark.parametrize(("printed", "place", "date"), DATES)
def test_places_and_dates(printed: str, place: str | None, date: str | None) -> None:
    """What is blank stays blank, and a day that no calendar has is none."""
    header, _ = read(normalise(head(date=printed)))
    assert (header.place, header.date) == (place, date)


def test_a_day_that_is_not_in_the_calendar_is_told() -> None:
    """D206 shows the words."""
    source = normalise(head(date="An Hải, ngày 31 tháng 02 năm 2020"))
    lines = split_lines(source)
    _, remarks = extract_header(source, lines, find_zones(source, lines))
    assert [(r.code, r.span and r.span.of(source.text)) for r in remarks] == [("D206", "ngày 31 tháng 02 năm 2020")]


SUBJECTS = [
    ("Kết quả công tác\nthi đua năm 2020", "Kết quả công tác thi đua năm 2020"),
    ("TỔNG KẾT CÔNG TÁC\nNĂM HỌC 2019 - 2020", "TỔNG KẾT CÔNG TÁC NĂM HỌC 2019 - 2020"),
    ("Thực hiện nhiệm vụ năm học 2018 - 2019", "Thực hiện nhiệm vụ năm học 2018 - 2019"),
    ("Xét tặng danh hiệu thi đua", "Xét tặng danh hiệu thi đua"),
    ("V/v báo cáo kết quả công tác", "báo cáo kết quả công tác"),
    ("Về việc báo cáo kết quả", "Về việc báo cáo kết quả"),
    ("Kết quả năm 2020;\nphương hướng năm 2021\n(Trình Hội nghị ngày 20/12/2020)",
     "Kết quả năm 2020; phương hướng năm 2021 (Trình Hội nghị ngày 20/12/2020)"),
    ("Kết quả công tác năm 2020.", "Kết quả công tác năm 2020"),
    ("Tình hình thực hiện Chỉ thị số\n34-CT/TW ngày 07/4/2014 của\nBộ Chính trị",
     "Tình hình thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị"),
    ("CỦA GIÁM ĐỐC SỞ NỘI VỤ\nVỀ VIỆC BAN HÀNH QUY CHẾ", "VỀ VIỆC BAN HÀNH QUY CHẾ"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "subject"), SUBJECTS)
def test_subjects(printed: str, subject: str) -> None:
    """To the end of the bold or centred block; the text after it is not the subject's."""
    assert read(normalise(head(subject=printed)))[0].subject == subject


FOLLOWED = [
    "Thực hiện Công văn số 12/UBND-VX của Ủy ban nhân dân tỉnh, Sở Nội vụ báo cáo như sau:",
    "Ngày 05/01/2020, Giám đốc Sở Nội vụ chủ trì cuộc họp với các phòng, ban của Sở.",
    "I. KẾT QUẢ",
    "Kính gửi: Ủy ban nhân dân tỉnh",
    "GIÁM ĐỐC SỞ NỘI VỤ\nCăn cứ Luật Thi đua, khen thưởng;",
]


@pytest.mark.parametrize("body", FOLLOWED)
def test_subject_without_a_blank_line_after_it(body: str) -> None:
    """PDF text has no blank lines: the words of the body tell where it begins."""
    text = head(subject="Kết quả công tác thi đua năm 2019").replace("\n\nI. KẾT QUẢ\n", f"\n{body}\n")
    assert read(normalise(text))[0].subject == "Kết quả công tác thi đua năm 2019"


def test_electronic_stamps_of_a_pdf() -> None:
    """Serial and day stamped on page 1 stand apart in the text layer; two such pairs tell nothing."""
    text = head(number="Số:      /BC-SNV", date="An Hải, ngày      tháng 10 năm 2022") + "\n1. Việc thứ nhất\n1445 03\n2\n"
    header, codes = read(replace(normalise(text), format="pdf"))
    assert (header.number and header.number.text, header.date, codes) == ("1445/BC-SNV", "2022-10-03", set())
    assert {"number.0", "number.1", "date.0", "date.1"} <= header.evidence.keys()
    for other in (normalise(text), replace(normalise(text + "12 5\n"), format="pdf")):
        assert read(other)[1] == {"D202", "D203"}


# ---------------------------------------------------------------- organs
ORGANS = [
    (["ỦY BAN NHÂN DÂN", "TỈNH AN HẢI"], [2]),
    (["UBND TỈNH AN HẢI", "SỞ NỘI VỤ"], [1, 1]),
    (["BAN CHẤP HÀNH", "TRUNG ƯƠNG", "BAN TỔ CHỨC"], [2, 1]),
    (["UBND TỈNH AN HẢI", "SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"], [1, 2]),
    (["SỞ VĂN HÓA VÀ XÃ", "HỘI"], [2]),
    (["BỘ QUỐC", "PHÒNG", "QUÂN KHU 9"], [2, 1]),
    (["BỘ CHỈ HUY BỘ", "ĐỘI BIÊN PHÒNG"], [2]),
    (["BỘ CÔNG THƯƠNG", "TỔNG CÔNG TY THUỐC LÁ", "VIỆT NAM"], [1, 2]),
    (["UBND TỈNH", "HỘI ĐỒNG THI ĐUA -", "KHEN THƯỞNG"], [1, 2]),
    (["ĐẢNG BỘ TỈNH AN HẢI", "ĐẢNG ỦY KHỐI CÁC CƠ QUAN"], [1, 1]),
    (["VĂN PHÒNG", "UBND TỈNH AN HẢI"], [2]),
]


@pytest.mark.parametrize(("rows", "sizes"), ORGANS)
def test_organs_over_several_lines(rows: list[str], sizes: list[int]) -> None:
    """An organ goes on with what is no head of a name; a bare head waits for the rest of its name."""
    assert [len(group) for group in group_organs(rows)] == sizes


CASES = [
    ("SỞ Y TẾ", "Hôm qua Sở Y tế đã họp.", "Sở Y tế"),
    ("ỦY BAN NHÂN DÂN TỈNH AN HẢI", "Ủy ban nhân dân tỉnh họp; tỉnh An Hải có 5 huyện.", "Ủy ban nhân dân tỉnh An Hải"),
    ("UỶ BAN NHÂN DÂN TỈNH", "Ủy ban nhân dân tỉnh họp.", "Uỷ ban nhân dân tỉnh"),
    ("SỞ Y TẾ", "Cơ quan báo cáo.", "SỞ Y TẾ"),
    ("SỞ Y TẾ", "SỞ Y TẾ AN HẢI", "SỞ Y TẾ"),
    ("UBND XÃ HÒA LẠC", "UBND xã Hòa Lạc báo cáo.", "UBND xã Hòa Lạc"),
    ("Trạm Y tế", "Trạm y tế", "Trạm Y tế"),
]


@pytest.mark.parametrize(("printed", "body", "expected"), CASES)
def test_case_as_a_sentence_has_it(printed: str, body: str, expected: str) -> None:
    """The body shows how the name is written; where it does not, the name stays as printed."""
    assert sentence_case(printed, body) == expected


# ---------------------------------------------------------------- period
PERIODS = [
    ("Sơ kết công tác 6 tháng đầu năm phương hướng, nhiệm vụ 6 tháng cuối năm 2022", "2022-01/2022-06"),
    ("Về thực hiện nhiệm vụ 6 tháng đầu năm và phương hướng 6 tháng cuối năm 2003", "2003-01/2003-06"),
    ("Kết quả sáu tháng đầu năm 2021", "2021-01/2021-06"),
    ("Kết quả 9 tháng đầu năm 2022", "2022-01/2022-09"),
    ("Nhiệm vụ 6 tháng cuối năm 2022", "2022-07/2022-12"),
    ("Tổng kết công tác năm 2014; phương hướng, nhiệm vụ năm 2015", "2014"),
    ("Phương hướng, nhiệm vụ năm 2023", "2023"),
    ("Kết quả quý I/2022", "2022-01/2022-03"),
    ("Kết quả quý III năm 2022 và nhiệm vụ quý IV", "2022-07/2022-09"),
    ("kết quả quý I, nhiệm vụ trọng tâm quý II năm 2018", "2018-01/2018-03"),
    ("Kết quả quý I, II/2022", "2022-01/2022-06"),
    ("TỔNG KẾT NĂM HỌC 2012 - 2013", "2012-09/2013-08"),
    ("Sơ kết học kỳ I năm học 2014 - 2015", None),
    ("Công tác tháng 5, nhiệm vụ tháng 6 năm 2021", "2021-05"),
    ("Tình hình tháng 6/2021", "2021-06"),
    ("Phong trào thi đua giai đoạn 2015 - 2020", "2015/2020"),
    ("Sơ kết 03 năm thực hiện Nghị quyết số 12/2019/NQ-CP (2020-2023)", "2020/2023"),
    ("Thành tích các năm 2019, 2020, 2021", "2019/2021"),
    ("Kết quả từ tháng 01 đến tháng 6 năm 2022", "2022-01/2022-06"),
    ("Kết quả từ ngày 01/01/2022 đến ngày 30/6/2022", "2022-01-01/2022-06-30"),
    ("Thực hiện Chỉ thị số 27/CT-TTg ngày 15 tháng 8 năm 2024", None),
    ("Kết quả 6 tháng đầu năm", None),
    ("Về việc tặng Bằng khen", None),
    ("Kết quả tháng 13 năm 2020", None),
]


@pytest.mark.parametrize(("subject", "expected"), PERIODS)
def test_periods(subject: str, expected: str | None) -> None:
    """The first main clause says it; the plan after it lends its year only, a cited document nothing."""
    found = subject_period(subject)
    assert (found and found.period) == expected


# ---------------------------------------------------------------- what is no letterhead
NONE = [
    "",
    "Ngày 12/5/2020, Sở Y tế tổ chức hội nghị.\nTại hội nghị có 05 tập thể.",
    "Quyết định số 12/QĐ-UBND của UBND tỉnh tặng Bằng khen.",
]


@pytest.mark.parametrize("text", NONE)
def test_a_text_without_letterhead_has_no_header(text: str) -> None:
    """Prose that names documents and days is no letterhead."""
    header, codes = read(normalise(text))
    assert header == Header()
    assert codes == ({"D201"} if text else set())


# name: what is repeated, the fields that are found
HOSTILE = {
    "capitals": ("SỞ NỘI VỤ ", set()),
    "organs": ("SỞ NỘI VỤ\n", set()),
    "numbers": ("Số: 1/\n", set()),
    "days": ("An Hải, ngày ", set()),
    "mottoes": ("x\nĐộc lập - Tự do - Hạnh phúc\n", set()),
    "types": ("BÁO CÁO\n", {"doc_type", "subject"}),
    "cells": ("| SỞ NỘI VỤ | Số: 1/BC |\n", {"issuer", "number"}),
    "addressees": ("Kính gửi:\n- A;\n", {"doc_type", "addressees"}),
    "dots": ("ngày ... tháng ... năm ... ", set()),
}


@pytest.mark.parametrize(("unit", "fields"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read(unit: str, fields: set[str]) -> None:
    """Pieces of letterheads without end: no field but those of a letterhead, and what is found stands in the text."""
    source = SourceText(text=unit * (40_000 // len(unit)))
    header, codes = read(source)
    assert {name for name, value in header if value and name not in {"evidence", "rule", "span"}} == fields
    assert all(0 <= span.start < span.end <= len(source.text) for span in header.evidence.values())
    assert codes
