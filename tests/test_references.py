"""References: which documents a text mentions, and what it says of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnreport_parse.anchors import find_anchors
from vnreport_parse.dategrammar import read_date
from vnreport_parse.diagnostics import Diagnostic
from vnreport_parse.extract.references import extract_references
from vnreport_parse.numbers import read_number
from vnreport_parse.patterns import fold
from vnreport_parse.records import Header, Reference
from vnreport_parse.section_index import SectionIndex
from vnreport_parse.source import normalise
from vnreport_parse.spans import Span, fold_blanks
from vnreport_parse.zones import Zones


def read(text: str, header: Header | None = None) -> tuple[str, tuple[Reference, ...], list[Diagnostic]]:
    """The normalised text, its references and what was said of them; the whole text is the body."""
    source = normalise(text)
    end = len(source.text)
    zones = Zones(Span(0, 0), Span(0, end), Span(end, end))
    anchors = find_anchors(source.text, fold(source.text))
    return source.text, *extract_references(source, zones, SectionIndex(()), anchors, header or Header())


def row(reference: Reference) -> str:
    """A reference in one line: type | number | date | issuer, and the title of a law."""
    number = reference.number.text if reference.number else ""
    cells = [reference.doc_type or "", number, reference.date or "", reference.issuer or "", reference.title or ""]
    return " | ".join(cells).rstrip(" |")


def cases(table: str) -> Iterator[tuple[str, list[str]]]:
    """Blocks parted by an empty line: the text, then a row for each reference that it must give."""
    for block in table.strip("\n").split("\n\n"):
        lines = block.split("\n")
        text = "\n".join(line for line in lines if not line.startswith("= ")).replace("¶", "\n\n")
        yield text, [line[2:] for line in lines if line.startswith("= ")]


# ---------------------------------------------------------------- single mentions
SINGLE = """
Thực hiện Công văn số 118/BTĐKT-NV ngày 21/4/2016 của Ban Thi đua - Khen thưởng, Sở Nội vụ tỉnh Kon Tum và các văn bản khác
= Công văn | 118/BTĐKT-NV | 2016-04-21 | Ban Thi đua - Khen thưởng, Sở Nội vụ tỉnh Kon Tum

Hướng dẫn số 26-HD/BTCTU, ngày 02-5-2015 của Ban Tổ chức Tỉnh ủy về kiểm điểm
= Hướng dẫn | 26-HD/BTCTU | 2015-05-02 | Ban Tổ chức Tỉnh ủy

Công văn số 8726/VPCP-KGVX, ngày 12 tháng 12 năm 2019, của Văn phòng Chính phủ về khen thưởng
= Công văn | 8726/VPCP-KGVX | 2019-12-12 | Văn phòng Chính phủ

Công văn 5007/BNV-TĐKT của Bộ Nội vụ ngày 02/10/2020 hướng dẫn tổng kết
= Công văn | 5007/BNV-TĐKT | 2020-10-02 | Bộ Nội vụ

Nghị định số 45/2017/NĐ-
CP ngày 09
tháng 11 năm 2017 của Chính
phủ quy định về quỹ
= Nghị định | 45/2017/NĐ-CP | 2017-11-09 | Chính phủ

Quyết định số 12 /QĐ -UBND ngày 3 tháng 4 năm 2015 của Ủy ban nhân dân quận Hải An ban hành Quy chế
= Quyết định | 12/QĐ-UBND | 2015-04-03 | Ủy ban nhân dân quận Hải An

THỰC HIỆN CHỈ THỊ SỐ 05-CT/TW NGÀY 15/5/2016 CỦA BỘ CHÍNH TRỊ VỀ ĐẨY MẠNH HỌC TẬP
= Chỉ thị | 05-CT/TW | 2016-05-15 | BỘ CHÍNH TRỊ

Căn cứ QĐ số 34/QĐ-LĐTL ngày 11/01/2006; QĐ: 45/QĐ-LĐTL
= Quyết định | 34/QĐ-LĐTL | 2006-01-11
= Quyết định | 45/QĐ-LĐTL

theo công văn số: 155/CV-TĐKT ngày 10/11/2001 của Viện Thi đua - Khen thưởng Nhà nước
= Công văn | 155/CV-TĐKT | 2001-11-10 | Viện Thi đua - Khen thưởng Nhà nước

Công văn của Bộ Tài chính số 3911/BTC-NS ngày 07 tháng 9 năm 2016 về dự toán
= Công văn | 3911/BTC-NS | 2016-09-07 | Bộ Tài chính

Công văn ngày 05/6/2020 số 14/UBND-VX của UBND huyện
= Công văn | 14/UBND-VX | 2020-06-05 | UBND huyện

Thực hiện Kế hoạch phát động phong trào thi đua số 21/KH-TrTH ngày 05/9/2015
= Kế hoạch | 21/KH-TrTH | 2015-09-05

Quyết định (số 12/QĐ-UBND ngày 5/6/2020 của UBND tỉnh) đã nêu
= Quyết định | 12/QĐ-UBND | 2020-06-05 | UBND tỉnh

Công văn số 14/UBND-NN huyện Lộc Bình, ngày 05/7/2017 về đê điều
= Công văn | 14/UBND-NN | 2017-07-05 | huyện Lộc Bình

Công văn số 91/PGD&ĐT Lộc Bình ngày 06/7/2017 về tuyển sinh
= Công văn | 91/PGD&ĐT | 2017-07-06 | Lộc Bình

Nghị định số 31/2009/NĐ-CP ngày 05/4/2009 Chính phủ quy định về chợ
= Nghị định | 31/2009/NĐ-CP | 2009-04-05 | Chính phủ

Quyết định số 311/QĐ-BNV năm 2025; Hướng dẫn liên tịch số 05/HDLT-SYT-SNV tháng 4 năm 2013
= Quyết định | 311/QĐ-BNV | 2025
= Hướng dẫn liên tịch | 05/HDLT-SYT-SNV | 2013-04

Kế hoạch số 12/KH-UBND ngày 05/6 của UBND huyện về thi đua
= Kế hoạch | 12/KH-UBND | XXXX-06-05 | UBND huyện

Công văn số /STC-VP ngày tháng 3 năm 2025 của Sở Tài chính; Quyết định số ……/QĐ-UBND ngày …/…/2023
= Công văn | /STC-VP | 2025-03-XX | Sở Tài chính
= Quyết định | ……/QĐ-UBND | 2023-XX-XX

Nghị định số 26/CP ngày 23/5/1993 của Chính phủ; Quyết định số 100/TTg; Sắc lệnh số 58/SL; Lệnh số 216-LCT; Nghị quyết số 12NQ/HĐNN8
= Nghị định | 26/CP | 1993-05-23 | Chính phủ
= Quyết định | 100/TTg
= Sắc lệnh | 58/SL
= Lệnh | 216-LCT
= Nghị quyết | 12NQ/HĐNN8

Hướng dẫn số 298 KH/TWĐTN ngày 12/3/2011; Kế hoạch 367 - KH/TWĐTN-VP
= Hướng dẫn | 298KH/TWĐTN | 2011-03-12
= Kế hoạch | 367-KH/TWĐTN-VP

Thông tư liên tịch số 11/2012/TTLT-BNV-BTC ngày 06/5/2012 của Bộ Nội vụ và Bộ Tài chính hướng dẫn
= Thông tư liên tịch | 11/2012/TTLT-BNV-BTC | 2012-05-06 | Bộ Nội vụ và Bộ Tài chính

Công văn số 9/UBND-NC ngày 1/2/2021 của Chủ tịch UBND tỉnh Nguyễn Văn An về việc trực tết
= Công văn | 9/UBND-NC | 2021-02-01 | Chủ tịch UBND tỉnh

Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 88/TTr-SNV ngày 4 tháng 5 năm 2020.
= Tờ trình | 88/TTr-SNV | 2020-05-04

Quyết định số 61/QĐ-UBND ngày 15/3/2019 của Chủ tịch UBND tỉnh Tây Ninh (trước đây) công nhận
= Quyết định | 61/QĐ-UBND | 2019-03-15 | Chủ tịch UBND tỉnh Tây Ninh

| 1 | Bằng khen | 1055/QĐ-UBND ngày 12/4/2017 | Số 1122/QĐ-UBND ngày 31/12/2018 |
=  | 1055/QĐ-UBND | 2017-04-12
=  | 1122/QĐ-UBND | 2018-12-31

Quyết định số 15/QĐ-UBND - Phê duyệt danh sách; Quyết định số 16/QĐ-UBND -Ban hành quy chế
= Quyết định | 15/QĐ-UBND
= Quyết định | 16/QĐ-UBND
"""

# ---------------------------------------------------------------- how other offices write
OFFICES = """
Kế hoạch số 415/KH-CAT(PV05) ngày 04/11/2013 của Công an tỉnh; Quyết định số 15/QĐ-UBND (VX) ngày 5/6/2020
= Kế hoạch | 415/KH-CAT(PV05) | 2013-11-04 | Công an tỉnh
= Quyết định | 15/QĐ-UBND | 2020-06-05

theo Quyết định số 118
QĐ/UB ngày 20/7/2001; Chỉ thị số 15CT/TU; Báo cáo số 120/BC-TrĐH ngày 12 tháng5 năm 2020
= Quyết định | 118QĐ/UB | 2001-07-20
= Chỉ thị | 15CT/TU
= Báo cáo | 120/BC-TrĐH | 2020-05-12

Quyết định số 12/QĐ-SNV ngày12 tháng 5năm 2020; Quyết định số 13/QĐ-SNV ngày 12tháng 5 năm2020;
Quyết định số 14/QĐ-SNV ngày12/5/2020
= Quyết định | 12/QĐ-SNV | 2020-05-12
= Quyết định | 13/QĐ-SNV | 2020-05-12
= Quyết định | 14/QĐ-SNV | 2020-05-12

Quyết định phê duyệt dự án số 12/QĐ-SXD do Sở Xây dựng cấp ngày 09/02/2021; Quyết định ban hành Quy chế số 4/QĐ-SNV
= Quyết định | 12/QĐ-SXD | 2021-02-09 | Sở Xây dựng
= Quyết định | 4/QĐ-SNV

dự án số 3/DA-UBND; Hướng dẫn số 298 KH/TWĐTN; Kế hoạch thực hiện Chỉ thị số 5/KH-UBND; Công văn đề nghị báo cáo số 22/SNV-VP
= Dự án | 3/DA-UBND
= Hướng dẫn | 298KH/TWĐTN
= Kế hoạch | 5/KH-UBND
= Công văn | 22/SNV-VP

Quyết định số 13/QĐ-SNV do dịch bệnh kéo dài ngày 5/6/2020; Quyết định số 14/QĐ-SNV ngày 7/7/2020 do Giám đốc Sở Nội vụ ban hành
= Quyết định | 13/QĐ-SNV
= Quyết định | 14/QĐ-SNV | 2020-07-07 | Giám đốc Sở Nội vụ

Chương trình phối hợp số 55/CTrPH-CAT-HND ngày 6/6/2020 giữa Công an tỉnh và Hội Nông dân tỉnh về an ninh
= Chương trình phối hợp | 55/CTrPH-CAT-HND | 2020-06-06 | Công an tỉnh và Hội Nông dân tỉnh

Công điện số 05/CĐ-UBND hồi 15 giờ 30 phút, ngày 10/9/2024 của Chủ tịch UBND tỉnh
= Công điện | 05/CĐ-UBND | 2024-09-10 | Chủ tịch UBND tỉnh

Nghị quyết 10/NQ-HĐND tỉnh ngày 7/12/2016 của HĐND tỉnh; Quyết định số 11/QĐ-UBND huyện Tân Lập ngày 7/12/2016 về đê điều
= Nghị quyết | 10/NQ-HĐND | 2016-12-07 | HĐND tỉnh
= Quyết định | 11/QĐ-UBND | 2016-12-07 | huyện Tân Lập

Quyết định số 1234/QĐ-UBND ngày 05/6/2021 và Quyết định số 1235/QĐ-UBND cùng ngày của Chủ tịch UBND tỉnh
= Quyết định | 1234/QĐ-UBND | 2021-06-05
= Quyết định | 1235/QĐ-UBND | 2021-06-05 | Chủ tịch UBND tỉnh

Kế hoach số 38/KH-UBND; Quyết đinh số 39/QĐ-UBND; Nghi quyết số 40/NQ-HĐND; bản kê số 41/KH-UBND
= Kế hoạch | 38/KH-UBND
= Quyết định | 39/QĐ-UBND
= Nghị quyết | 40/NQ-HĐND
=  | 41/KH-UBND

quyết định số 13/QĐ-UBND; TT số 16/2019/TT-BNV; CV 17/UBND-NC; CV số 15/SNV-VP ngày 3/4/2020
= Quyết định | 13/QĐ-UBND
= Thông tư | 16/2019/TT-BNV
= Công văn | 17/UBND-NC
= Công văn | 15/SNV-VP | 2020-04-03

Thực hiện chỉ đạo[1] của tỉnh¶[1] Công văn số 33/UBND-NC ngày 5/6/2020 của UBND tỉnh.
= Công văn | 33/UBND-NC | 2020-06-05 | UBND tỉnh

Quyết định số    /QĐ-UBND ngày    tháng 6 năm 2020 của UBND tỉnh; Kế hoạch số:…./KH-SNV ngày …./…./2020
= Quyết định | /QĐ-UBND | 2020-06-XX | UBND tỉnh
= Kế hoạch | …./KH-SNV | 2020-XX-XX

Quyết định số 1089/QĐ-EVN ngày 5/8/2021 của Tập đoàn Điện lực Việt Nam ban hành Quy chế; Mệnh lệnh số 05/ML-BTL của Bộ Tư lệnh
= Quyết định | 1089/QĐ-EVN | 2021-08-05 | Tập đoàn Điện lực Việt Nam
= Mệnh lệnh | 05/ML-BTL |  | Bộ Tư lệnh

Hướng dẫn số 24/HD-ĐCT ngày 18/10/2021 của Đoàn Chủ tịch Trung ương Hội Liên hiệp Phụ nữ Việt Nam,
Công văn số 5/SNV-VP của Sở Nội vụ, Hội Nông dân báo cáo
= Hướng dẫn | 24/HD-ĐCT | 2021-10-18 | Đoàn Chủ tịch Trung ương Hội Liên hiệp Phụ nữ Việt Nam
= Công văn | 5/SNV-VP |  | Sở Nội vụ

Kế hoạch số 9/KH-UBND ngày 31/4 của UBND xã; Kế hoạch số 8/KH-UBND ngày 15 tháng 3 về hội thi, hoàn thành trước ngày 20/5
= Kế hoạch | 9/KH-UBND |  | UBND xã
= Kế hoạch | 8/KH-UBND | XXXX-03-15

Quyết định số2417/QĐ-SNV; Quyết định số 36/QĐ– CT, ngày 05/6/2005; Quyết định số 36/98/QĐ-UB ngày 7/8/1998
= Quyết định | 2417/QĐ-SNV
= Quyết định | 36/QĐ–CT | 2005-06-05
= Quyết định | 36/98/QĐ-UB | 1998-08-07

Công văn số 3 ngày 5/6/2024 của Ủy ban Quốc gia về chuyển đổi số; Công văn số 22-CV/BCĐ ngày 05/12/2024 của
Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, lãng phí, tiêu cực về việc báo cáo;
Công văn số 23-CV/BCĐ của Ban Chỉ đạo Trung ương về tổng kết việc thực hiện; Công văn số 24/BCĐ-TH của Ban Chỉ đạo tỉnh về cải cách
= Công văn | 3 | 2024-06-05 | Ủy ban Quốc gia về chuyển đổi số
= Công văn | 22-CV/BCĐ | 2024-12-05 | Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, lãng phí, tiêu cực
= Công văn | 23-CV/BCĐ |  | Ban Chỉ đạo Trung ương
= Công văn | 24/BCĐ-TH |  | Ban Chỉ đạo tỉnh

Kế hoạch số 3/KH-BCĐ của Tổ công tác của Thủ tướng Chính phủ về kiểm tra; Kế hoạch số 4/KH-BCĐ của Ban Chỉ đạo của huyện
= Kế hoạch | 3/KH-BCĐ |  | Tổ công tác của Thủ tướng Chính phủ
= Kế hoạch | 4/KH-BCĐ |  | Ban Chỉ đạo

Thông tư liên tịch số 9/2014/TTLT-BCA-BQP-BNV-BNG của Bộ Công an, Bộ Quốc phòng, Bộ Nội vụ, Bộ Ngoại giao hướng dẫn thủ tục
= Thông tư liên tịch | 9/2014/TTLT-BCA-BQP-BNV-BNG |  | Bộ Công an, Bộ Quốc phòng, Bộ Nội vụ, Bộ Ngoại giao

Theo Công văn số 1/BNV-TĐKT của Bộ Nội vụ, Bộ Tài chính hướng dẫn các địa phương; theo số 2/SNV-VP của ông Giám đốc Sở Nội vụ
= Công văn | 1/BNV-TĐKT |  | Bộ Nội vụ
= Công văn | 2/SNV-VP |  | Giám đốc Sở Nội vụ

Căn cứ Luật Giá và Nghị định 12/2015/NĐ-CP ngày 30/9/2015 của Chính phủ; Công văn số 5/UBND-NV của UBND huyện V/v hướng dẫn
= Nghị định | 12/2015/NĐ-CP | 2015-09-30 | Chính phủ
= Công văn | 5/UBND-NV |  | UBND huyện
"""

# ---------------------------------------------------------------- dates before, short forms
DATES_AND_SHORT = """
Thực hiện nhiệm vụ năm học của ngành, ngày 19/10/2018, Sở Giáo dục và Đào tạo đã ban hành Công văn số 48/SGDĐT-VP về thi đua
= Công văn | 48/SGDĐT-VP | 2018-10-19

Theo Công văn số 11/CV-SNV, ngày 19/10/2018, Sở Nội vụ đã ban hành Kế hoạch số 48/KH-SNV
= Công văn | 11/CV-SNV | 2018-10-19
= Kế hoạch | 48/KH-SNV

BÁO CÁO
Tổng kết hoạt động Cụm thi đua số 3 năm 2025; Báo cáo Trường Mầm non số 1 năm 2024; Kế hoạch Đội sản xuất số 2 ngày 5/6/2020

Kế hoạch số 12 của Trường THPT số 2 Tân Lập ngày 5/6/2020; Thông báo của Sở Y tế số 45
= Kế hoạch | 12 | 2020-06-05 | Trường THPT số 2 Tân Lập
= Thông báo | 45 |  | Sở Y tế

Quyết định số 45/2019/QĐ-UBND ngày 6/5/2019 của UBND tỉnh (sau đây gọi tắt là Quyết định 45); theo Quyết định 45, Quyết định 46
= Quyết định | 45/2019/QĐ-UBND | 2019-05-06 | UBND tỉnh
= Quyết định | 45
= Quyết định | 45

Ngày 10/12/2019, Ban Thường vụ Đảng ủy đã ban hành Kế hoạch số 101-KH/ĐU về đại hội.
= Kế hoạch | 101-KH/ĐU | 2019-12-10

Ngày 02/3/2018, Phòng nhận được Công văn số 55/STC-NS đề nghị góp ý.
= Công văn | 55/STC-NS

Ngày 02/3/2018, Phòng có Công văn số 55/STC-NS ngày 01/3/2018.
= Công văn | 55/STC-NS | 2018-03-01

Đã có Công văn số 7/SNV-VP ngày 02/3/2018. Đảng ủy, số 8/SNV-VP
= Công văn | 7/SNV-VP | 2018-03-02
=  | 8/SNV-VP

Đã triển khai Kế hoạch số 12/KH-UBND¶Ngày 5/6/2020, Sở tổ chức họp.
= Kế hoạch | 12/KH-UBND

Thực hiện Công văn số 45/UBND-VX của UBND tỉnh, ngày 05/6/2020 Sở Y tế đã họp
= Công văn | 45/UBND-VX |  | UBND tỉnh

Căn cứ Quy định 21 của Trung ương; Chỉ thị số 45; Nghị định 100; Nghị quyết 29 về đổi mới; Quyết định 13 của Thủ tướng Chính phủ
= Quy định | 21 |  | Trung ương
= Chỉ thị | 45
= Nghị định | 100
= Nghị quyết | 29
= Quyết định | 13 |  | Thủ tướng Chính phủ

Kế hoạch 5 năm, Quyết định 05 tập thể, Chương trình 135, Dự án số 3, Nghị quyết 2 nhiệm kỳ, Báo cáo 6 tháng

Theo công văn ngày 05/6/2020 của Sở Y tế, đơn vị đã báo cáo ngày 06/6/2020; Kế hoạch tháng 6 năm 2022; Báo cáo năm 2021
= Công văn |  | 2020-06-05 | Sở Y tế

Nghị quyết của HĐND tỉnh ngày 12/7/2020; Biên bản họp Hội đồng Thi đua ngày 12/5/2020; Kế hoạch tổ chức ngày 20/11/2022
= Nghị quyết |  | 2020-07-12 | HĐND tỉnh
= Biên bản |  | 2020-05-12
"""

# ---------------------------------------------------------------- lists
LISTS = """
các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND và 14/QĐ-UBND ngày 05/6/2021 của Chủ tịch UBND huyện.
= Quyết định | 12/QĐ-UBND | 2021-06-05 | Chủ tịch UBND huyện
= Quyết định | 13/QĐ-UBND | 2021-06-05 | Chủ tịch UBND huyện
= Quyết định | 14/QĐ-UBND | 2021-06-05 | Chủ tịch UBND huyện

các Nghị định số 12/2022/NĐ-CP ngày 18/10/2022, Nghị định số 13/2024/NĐ-CP ngày 26/7/2024 của Chính phủ
= Nghị định | 12/2022/NĐ-CP | 2022-10-18 | Chính phủ
= Nghị định | 13/2024/NĐ-CP | 2024-07-26 | Chính phủ

Quyết định số 12/QĐ-UBND ngày 01/02/2020 và số 124/QĐ-UBND ngày 05/3/2020 của UBND tỉnh
= Quyết định | 12/QĐ-UBND | 2020-02-01
= Quyết định | 124/QĐ-UBND | 2020-03-05 | UBND tỉnh

Quy định số 27-QĐ/TU ngày 08/10/2025 và Quy định số 28-QĐ/TU ngày 08/9/2025 của Tỉnh ủy
= Quy định | 27-QĐ/TU | 2025-10-08
= Quy định | 28-QĐ/TU | 2025-09-08 | Tỉnh ủy

Kết luận số 87, 88- KL/TW ngày 02/4/2019 của Bộ Chính trị, Ban Bí thư; hướng dẫn
= Kết luận | 87-KL/TW | 2019-04-02 | Bộ Chính trị, Ban Bí thư
= Kết luận | 88-KL/TW | 2019-04-02 | Bộ Chính trị, Ban Bí thư

Kế hoạch số 12, 13 và 14/KH-UBND ngày 02/3/2021 của UBND xã; các Nghị quyết 18, 19-NQ/TW
= Kế hoạch | 12/KH-UBND | 2021-03-02 | UBND xã
= Kế hoạch | 13/KH-UBND | 2021-03-02 | UBND xã
= Kế hoạch | 14/KH-UBND | 2021-03-02 | UBND xã
= Nghị quyết | 18-NQ/TW
= Nghị quyết | 19-NQ/TW

các Quyết định của UBND tỉnh: số 21/QĐ-UBND ngày 03/5/2019, số 22/QĐ-UBND ngày 04/6/2019; báo cáo như sau
= Quyết định | 21/QĐ-UBND | 2019-05-03 | UBND tỉnh
= Quyết định | 22/QĐ-UBND | 2019-06-04 | UBND tỉnh

đã ban hành các Quyết định: Số 418/QĐ-SNV ngày 30/5/2024; Số 419/QĐ-SNV ngày 31/5/2024.
= Quyết định | 418/QĐ-SNV | 2024-05-30
= Quyết định | 419/QĐ-SNV | 2024-05-31

các Công văn của Bộ Y tế số 10/BYT-KCB ngày 01/9/2017 về khám bệnh, số 67/BYT-KCB ngày 02/9/2017 về tiêm chủng
= Công văn | 10/BYT-KCB | 2017-09-01 | Bộ Y tế
= Công văn | 67/BYT-KCB | 2017-09-02 | Bộ Y tế

Công văn số 77/UBND-VX ngày 02/3/2016 triển khai Tết trồng cây; và số 50/UBND-VX ngày 03/4/2016 tổng kết
= Công văn | 77/UBND-VX | 2016-03-02
= Công văn | 50/UBND-VX | 2016-04-03

Quyết định số 5/QĐ-SNV, 6/KH-SNV
= Quyết định | 5/QĐ-SNV
=  | 6/KH-SNV

các văn bản: Kế hoạch số 01/KH-THCS ngày 02/10/2021, Quyết định số 03/QĐ-THCS
= Kế hoạch | 01/KH-THCS | 2021-10-02
= Quyết định | 03/QĐ-THCS
"""

# ---------------------------------------------------------------- laws
LAWS = """
Căn cứ Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003;
Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen thưởng ngày 14/6/2005 và ngày 16/11/2013;
= Luật |  | 2003-11-26 |  | Luật Thi đua, Khen thưởng
= Luật |  | 2005-06-14 |  | Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen thưởng
= Luật |  | 2013-11-16 |  | Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen thưởng

theo quy định của Luật Thi đua, khen thưởng, Ban Thi đua - Khen thưởng công bố danh sách 4 cá nhân năm 2020

Luật Viễn thông số 24/2023/QH15 ngày 24/11/2023 của Quốc hội; Luật số: 39/2013/QH13;
Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14
= Luật | 24/2023/QH15 | 2023-11-24 | Quốc hội | Luật Viễn thông
= Luật | 39/2013/QH13
= Pháp lệnh | 02/2020/UBTVQH14 |  |  | Pháp lệnh Ưu đãi người có công với cách mạng

Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm nội bộ số 3/2018/QH14
= Luật | 3/2018/QH14 |  |  | Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm nội bộ

Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch và Luật Đầu tư công ngày 20/6/2018
= Luật |  | 2018-06-20 |  | Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch và Luật Đầu tư công

Bộ luật Lao động năm 2019; Hiến pháp năm 2013; Luật Nhà ở, Luật Đất đai năm 2024; Luật Phòng, chống tham nhũng 2018
= Bộ luật |  | 2019 |  | Bộ luật Lao động
= Hiến pháp |  | 2013 |  | Hiến pháp
= Luật |  | 2024 |  | Luật Đất đai
= Luật |  | 2018 |  | Luật Phòng, chống tham nhũng

quán triệt Luật Thi đua, Khen thưởng đến cán bộ trong năm 2022; Luật Đất đai có hiệu lực từ ngày 01/8/2024;
luật sư A năm 2020; pháp luật năm 2020; Luật Bầu cử nhiệm kỳ 2021 - 2026

phổ biến Luật Thi đua, Khen thưởng và các văn bản hướng dẫn thi hành năm 2022; Luật Nhà ở và Nghị định số 10/2024/NĐ-CP
= Nghị định | 10/2024/NĐ-CP

Luật Thi đua, Khen thưởng hợp nhất tại văn bản số 16/VBHN-VPQH ngày 13/12/2013 của Văn phòng Quốc hội
= Văn bản | 16/VBHN-VPQH | 2013-12-13 | Văn phòng Quốc hội
"""

# ---------------------------------------------------------------- nothing
NOTHING = """
Mẫu số 01/TĐKT, Biểu số: 0602.N/BNV-TĐKT, Tờ khai số 02/QTT-TNCN, tỷ lệ 5/10, ngày 02/6, TCVN 6909:2001, ngành KH&CN

đạt 19/19 tiêu chí, lớp 10A1/45, quý I/2022, 12/KV, 1,5/2 điểm, 100 đồng/người, điểm a khoản 2 Điều 3 Nghị định này

điện thoại số 0912/345, tài khoản số 1234/ABC, biển số 29A-12345, phong trào “Ba nhất” 2020/2021, số lượng 12/TCVN

Nghị quyết Đại hội XIII; Nghị quyết Trung ương 4 khóa XII; Luật Nhà ở; Điều lệ Đảng; Kế hoạch này; Quyết định số ……/……

CÔNG BÁO/Số 95/Ngày 03-02-2019
"""


@pytest.mark.parametrize(
    ("text", "rows"), [case for table in (SINGLE, OFFICES, DATES_AND_SHORT, LISTS, LAWS, NOTHING) for case in cases(table)]
)
def test_rows(text: str, rows: list[str]) -> None:
    """What each text mentions, in order."""
    _, references, _ = read(f"Mở đầu.\n\n{text}\n\nHết.")
    assert [expected.strip() for expected in rows] == [row(reference).strip() for reference in references]


def test_own_number() -> None:
    """The document's own number is no reference, in the letterhead or told again."""
    text = "Số: 12/BC-UBND\n\nCăn cứ Kế hoạch số 5/KH-UBND. Báo cáo số 12/BC-UBND này gửi các xã."
    own = Header(number=read_number("12/BC-UBND"), evidence={"number": Span(4, 14)})
    assert [row(reference) for reference in read(text, own)[1]] == ["Kế hoạch | 5/KH-UBND"]
    assert [row(reference) for reference in read(text)[1]] == ["Kế hoạch | 5/KH-UBND", "Báo cáo | 12/BC-UBND"]


def test_subject_of_council_and_amendment() -> None:
    """The session stands between the council and the subject; an amending decree is about the decree that it cites."""
    text = (
        "Nghị quyết số 19/NQ-HĐND ngày 8/12/2021 của HĐND tỉnh Hà Lộ khóa XIX, kỳ họp thứ 5 về đầu tư công; "
        "Nghị quyết số 20/NQ-HĐND của HĐND xã Tân Lập khóa XII, nhiệm kỳ 2021 - 2026 ban hành Quy chế; "
        "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 sửa đổi, bổ sung một số điều của Nghị định số 91/2017/NĐ-CP"
    )
    assert [reference.subject for reference in read(text)[1]] == [
        "đầu tư công",
        "ban hành Quy chế",
        "sửa đổi, bổ sung một số điều của Nghị định số 91/2017/NĐ-CP",
        None,
    ]


def test_subject() -> None:
    """The subject runs to the end of the citation, over what it cites itself, and not into the sentence."""
    text = (
        "Thực hiện Công văn số 1/SNV-TĐKT ngày 02/6/2022 của Sở Nội vụ về việc sơ kết công tác khen thưởng, Sở Y tế báo cáo; "
        "Kế hoạch số 2/KH-SYT ngày 03/6/2022 thực hiện Nghị quyết số 3-NQ/TU ngày 04/6/2022 về y tế cơ sở (sau đây gọi là X); "
        "Quyết định số 4/QĐ-UBND ngày 05/6/2022 V/v kiện toàn Hội đồng, Quyết định số 5/QĐ-UBND ngày 06/6/2022. "
        "Quyết định số 4/QĐ-UBND quy định chặt hơn. Kế hoạch số 6/KH-SYT về tiêm chủng\n\nỦy ban nhân dân xã báo cáo"
    )
    _, references, _ = read(text)
    assert [reference.subject for reference in references] == [
        "sơ kết công tác khen thưởng",
        "thực hiện Nghị quyết số 3-NQ/TU ngày 04/6/2022 về y tế cơ sở",
        "y tế cơ sở",
        "kiện toàn Hội đồng",
        None,
        None,
        "tiêm chủng",
    ]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Căn cứ Luật Giá số 16/2023/QH15; Nghị định số 1/2024/NĐ-CP;", ["basis", "basis"]),
        ("Căn cứ Kế hoạch số 1/KH-SNV và Kế hoạch số 2/KH-SNV", ["basis", "basis"]),
        ("Thực hiện Công văn số 1/SNV-VP; theo Quyết định số 2/QĐ-UBND", ["implements", "implements"]),
        ("Sở đã ban hành Kế hoạch số 1/KH-SNV; đã có Văn bản số 2/SNV-VP; đã ký Quyết định số 3/QĐ-SNV", ["issued"] * 3),
        ("Bãi bỏ Quyết định số 1/QĐ-UBND; sửa đổi một số điều của Quy chế số 2/QC-UBND", ["amends", "amends"]),
        ("1. Về Quy chế hội (sửa đổi, bổ sung)\nTại khoản 2 Điều 8 Nghị định số 1/2024/NĐ-CP", ["mentions"]),
        ("Căn cứ Luật Thư viện (sửa đổi) số 4/2019/QH14", ["basis"]),
        ("Quy chế (được sửa đổi tại Quyết định số 1/QĐ-UBND)", ["amends"]),
        ("Quy chế ban hành kèm theo Quyết định số 1/QĐ-UBND. Kết quả nêu tại Thông báo số 2/TB-UBND", ["mentions", "mentions"]),
    ],
)
def test_relation(text: str, relations: list[str]) -> None:
    """The nearest word before the mention tells what the sentence does with it; lists pass it on."""
    assert relations == [reference.relation for reference in read(text)[1]]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Các văn bản đã ban hành:\n- Kế hoạch số 12/KH-SYT ngày 5/1/2021;\n- Công văn số 30/SYT-VP", ["issued", "issued"]),
        ("Căn cứ Kế hoạch số 12/KH-SYT; thực hiện Kế hoạch số 13/KH-SYT", ["basis", "implements"]),
        (
            "Các văn bản triển khai, thực hiện công tác y tế của Sở: Kế hoạch số 12/KH-SYT, Công văn số 30/SYT-VP",
            ["issued", "issued"],
        ),
        ("Thực hiện các văn bản sau: Kế hoạch số 12/KH-SYT", ["implements"]),
        ("Kế hoạch số 12/KH-SYT, Công văn số 30/BYT-VP", ["issued", "mentions"]),
        ("Kế hoạch số 12/KH-SYT của Sở Y tế; Kế hoạch số 13/KH-SYT của Giám đốc Sở Y tế", ["issued", "issued"]),
        ("Kế hoạch số 12/KH-SYT của Sở Nội vụ; Kế hoạch số 14/KH-SNV", ["mentions", "mentions"]),
    ],
)
def test_own_documents(text: str, relations: list[str]) -> None:
    """What bears the code of the report's own number was issued by the office that reports, unless the text says else."""
    header = Header(number=read_number("45/BC-SYT"), issuer="SỞ Y TẾ")
    assert relations == [reference.relation for reference in read(text, header)[1]]


def test_own_code_of_another_place() -> None:
    """`UBND` is the code of every people's committee: the issuer tells whose document it is."""
    text = "Quyết định số 12/QĐ-UBND của UBND tỉnh; Quyết định số 13/QĐ-UBND của UBND huyện; Quyết định số 14/QĐ-UBND"
    header = Header(number=read_number("45/BC-UBND"), issuer="ỦY BAN NHÂN DÂN HUYỆN TÂN LẬP")
    assert [reference.relation for reference in read(text, header)[1]] == ["mentions", "issued", "issued"]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Kế hoạch số 05/KH-UBND ngày 02/3/2021; Kế hoạch số 5/KH–UBND", True),
        ("Nghị quyết số 27-NQ/TW ngày 02/3/2021; Nghị quyết 27/NQ-TW", True),
        ("Nghị định số 1/2020/NĐ-CP ngày 03/3/2020; Nghị định số 01/2020/ND-CP", True),
        ("Quy định số 77-QĐ/TW ngày 08/10/2025; theo Quy định 77", True),
        ("Quyết định số 45/2019/QĐ-UBND ngày 6/5/2019 (gọi tắt là Quyết định 45)", True),
        ("Luật Giá số 16/2023/QH15 ngày 19/6/2023; Luật Giá năm 2023", True),
        ("Kế hoạch số 5/KH-UBND ngày 02/3/2021; Kế hoạch số 5/KH-UBND ngày 04/3/2022", False),
        ("Kế hoạch số 5/KH-UBND; Kế hoạch số 5/KH-SNV", False),
    ],
)
def test_key(text: str, same: bool) -> None:
    """Mentions of one document share a key; the same number of another year is another document."""
    first, second = read(text)[1]
    assert same == (first.key == second.key)


def test_ambiguous_key() -> None:
    """An undated mention does not choose between two dated documents of its number."""
    text = "Kế hoạch số 5/KH-UBND ngày 02/3/2021; Kế hoạch số 5/KH-UBND ngày 04/3/2022; Kế hoạch số 5/KH-UBND"
    assert len({reference.key for reference in read(text)[1]}) == 3


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("theo Nghị định số 71/2019/NĐ-CР của Chính phủ", ["D402"]),
        ("Quyết định số 14/20212QĐ-UBND", ["D402"]),
        ("căn cứ số 15-XYZ của Sở; căn cứ số /SNV-VP", ["D401", "D401"]),
        ("tại văn phòng, 12/TĐKT, họp", ["D401"]),
        ("Công văn số 77XYZ-12; theo số 12-34/ABC; số 15 UBND", ["D401", "D401"]),
        ("Thông tư 43/2020/ТТ-BNV", ["D402"]),  # the two letters of the type are Cyrillic
        ("Quyết định số 12/QĐ-UBND; tỷ lệ 5/10", []),
    ],
)
def test_diagnostics(text: str, codes: list[str]) -> None:
    """A slip is kept and told; what looks like a number and was not understood is never dropped silently."""
    assert codes == [diagnostic.code for diagnostic in read(text)[2]]


# ---------------------------------------------------------------- laws of the reader
TYPES = st.sampled_from(["Công văn", "Quyết định", "Kế hoạch", "các Nghị quyết", "theo Chỉ thị", "Luật Giá", "QĐ", ""])
NUMBERS = st.sampled_from(
    ["số 12/QĐ-UBND", "số 34-CT/TW", "15/2003/QH11", "số 1, 2 và 3/KH-SNV", "số /SNV-VP", "số 45", "số 298 KH/TWĐTN", ""]
)
DATES = st.sampled_from(
    ["ngày 05/6/2020", ", ngày 02 tháng 9 năm 2021", "năm 2022", "ngày tháng 7 năm 2026", "ngày\n03-4-2019", ""]
)
ISSUERS = st.sampled_from(["của UBND tỉnh", "của Bộ trưởng Bộ Y tế", "của Sở Nội\nvụ tỉnh Kon Tum", "Sở Y tế", ""])
REST = st.sampled_from(
    ["về việc khen thưởng", "ban hành Quy chế", "; ", " và ", ", ", ". Ngày 05/6/2020, Sở có ", "\n\n", " (", ")"]
)
CITATIONS = st.lists(st.tuples(TYPES, NUMBERS, DATES, ISSUERS, REST), min_size=1, max_size=5)


@settings(max_examples=150, deadline=None)
@given(CITATIONS)
def test_evidence_reproduces(citations: list[tuple[str, ...]]) -> None:
    """Law: the text under every span gives the recorded value again, and the mention covers what it states."""
    text, references, _ = read(" ".join(" ".join(citation) for citation in citations))
    for reference in references:
        evidence = reference.evidence
        if reference.number is not None:
            pieces = [evidence[name].of(text) for name in sorted(evidence) if name.split(".")[0] == "number"]
            assert reference.number.text == "".join("".join(pieces).split())
        if reference.date is not None:
            assert reference.date == read_date(evidence["date"].of(text))
        for field in ("issuer", "subject", "title"):
            value = getattr(reference, field)
            assert (value is None) == (field not in evidence)
            assert value is None or value == fold_blanks(evidence[field].of(text))
        assert 0 <= reference.span.start < reference.span.end <= len(text)
    assert list(references) == sorted(
        references, key=lambda reference: (reference.span.start, reference.evidence.get("number", Span(0, 0)))
    )


@settings(deadline=None)
@given(st.text(alphabet="sốQuyết địnhngàycủaLuậtUBND0123456789/-.,;:() \n…ĐCTW“”|*", max_size=200))
def test_never_fails(text: str) -> None:
    """Law: any text is read, twice the same."""
    assert read(text)[1] == read(text)[1]


# What is repeated without end, and gives a reference each time; then what never gives one for each.
CITED = [
    "Quyết định số 12/QĐ-UBND về (", "Quyết định số 12/QĐ-UBND và ", "các Quyết định số 12/QĐ-UBND, ", "12/KH-UBND, ",
    "Quyết định số 12/QĐ-UBND của Sở ", "Quyết định phê duyệt dự án số 12/QĐ-UBND ", "Kế hoach số 12/KH-UBND ",
    "Quyết định số 12/QĐ-UBND của HĐND tỉnh khóa X, ",
]  # fmt: skip
NOT_CITED = [
    "/", "…", "số ", "12/", "1, ", "ngày ", "Luật A ", "của ", "QĐ-", "12/QĐ-UBND-", "số 1, số 2, ", "Quyết định ", "Số\n\n",
    "Luật sửa đổi, bổ sung một số điều của ", "Sở Nội vụ tỉnh ", "Ngày 5/6/2020, Sở có ", "Biên bản họp ", "cùng ngày ", "do Sở ",
    "số 12-34/A", "Quyết định 45, ",
]  # fmt: skip


@pytest.mark.parametrize("unit", CITED)
def test_as_many_references_as_citations(unit: str) -> None:
    """Each citation of a long line is found, in order."""
    times = 16_000 // len(unit)
    text, references, _ = read(unit * times)
    assert len(references) == times
    spans = [reference.span for reference in references]
    assert all(before.start < after.start for before, after in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize("unit", NOT_CITED)
def test_no_references_in_hostile_text(unit: str) -> None:
    """Pieces of citations without end are at most one that is cut off."""
    assert len(read(unit * (16_000 // len(unit)))[1]) <= 1
