"""Sentences in the manner of many offices: schools, hospitals, the police and the army, the party, unions, courts, banks, communes."""

from __future__ import annotations

import pytest

from test_awards import body, shown
from vnreport_parse import parse

SENTENCES: list[tuple[str, list[str]]] = [
    # titles written once and ranks, levels apart; lists under one count; decided proposals; offices of all kinds
    (
        "Kết quả: Tập thể lao động xuất sắc 11; tiên tiến 23.",
        [
            "Tập thể lao động xuất sắc | - | conferred | c11",
            "Tập thể lao động tiên tiến | - | conferred | c23",
        ],
    ),
    (
        "Danh hiệu Chiến sĩ thi đua cấp cơ sở 15, cấp tỉnh 5 đồng chí.",
        [
            "Chiến sĩ thi đua cơ sở | - | conferred | i15",
            "Chiến sĩ thi đua cấp tỉnh | - | conferred | i5",
        ],
    ),
    (
        "Có 15 CSTĐ cấp cơ sở, 5 cấp tỉnh.",
        [
            "Chiến sĩ thi đua cơ sở | - | conferred | i15",
            "Chiến sĩ thi đua cấp tỉnh | - | conferred | i5",
        ],
    ),
    (
        "Chủ tịch nước tặng Huân chương Lao động: hạng Nhất cho 3 tập thể, hạng Ba cho 2 tập thể.",
        [
            "Huân chương Lao động hạng Nhất | Chủ tịch nước | conferred | c3",
            "Huân chương Lao động hạng Ba | Chủ tịch nước | conferred | c2",
        ],
    ),
    (
        "Huân chương Lao động: 01 hạng Nhì, 03 hạng Ba.",
        [
            "Huân chương Lao động hạng Nhì | - | conferred |  x1",
            "Huân chương Lao động hạng Ba | - | conferred |  x3",
        ],
    ),
    (
        "Trong năm, Công an tỉnh có 01 tập thể được tặng Huân chương Chiến công hạng Nhì, 03 cá nhân hạng Ba.",
        [
            "Huân chương Chiến công hạng Nhì | - | conferred | c1",
            "Huân chương Chiến công hạng Ba | - | conferred | i3",
        ],
    ),
    (
        "Chính phủ Hoàng gia Campuchia tặng Huân chương Hữu nghị hạng Xa-hắc Mơ-trây cho 02 tập thể.",
        [
            "Huân chương Hữu nghị hạng Xa-hắc Mơ-trây | Chính phủ Hoàng gia Campuchia | conferred | c2",
        ],
    ),
    (
        "Chủ tịch nước CHDCND Lào tặng Huân chương Tự do hạng Nhì cho Bộ Chỉ huy quân sự tỉnh.",
        [
            "Huân chương Tự do hạng Nhì | Chủ tịch nước CHDCND Lào | conferred | c1=Bộ Chỉ huy quân sự tỉnh",
        ],
    ),
    (
        "Hội Cựu chiến binh tỉnh tặng Bằng khen cho 05 tập thể, cá nhân, gồm: Hội Cựu chiến binh huyện Mường Ảng, Hội Cựu chiến binh xã Nà Tấu, ông Lò Văn Ún, ông Cà Văn Phong, bà Quàng Thị Ỏm.",
        [
            "Bằng khen | Hội Cựu chiến binh tỉnh | conferred | m5=Hội Cựu chiến binh huyện Mường Ảng, Hội Cựu chiến binh xã Nà Tấu, Lò Văn Ún, Cà Văn Phong, Quàng Thị Ỏm",
        ],
    ),
    (
        "UBND tỉnh tặng Cờ thi đua cho 02 đơn vị: Lào Cai, Yên Bái.",
        [
            "Cờ thi đua | UBND tỉnh | conferred | c2=Lào Cai, Yên Bái",
        ],
    ),
    (
        "Bộ trưởng Bộ Y tế tặng Bằng khen cho 02 cá nhân (Trần Thị Kim Chi, Nguyễn Hữu Lộc).",
        [
            "Bằng khen | Bộ trưởng Bộ Y tế | conferred | i2=Trần Thị Kim Chi, Nguyễn Hữu Lộc",
        ],
    ),
    (
        "Đề nghị tặng Huân chương Lao động hạng Ba cho 01 tập thể (đã có quyết định: Trường THPT Chu Văn An).",
        [
            "Huân chương Lao động hạng Ba | - | both | c1=Trường THPT Chu Văn An",
        ],
    ),
    (
        "Đề nghị Thủ tướng Chính phủ tặng Bằng khen cho 03 cá nhân (đã có quyết định khen thưởng 02 cá nhân).",
        [
            "Bằng khen | Thủ tướng Chính phủ | proposed | i3",
            "Bằng khen | Thủ tướng Chính phủ | conferred | i2",
        ],
    ),
    (
        "Hội báo cáo Trung ương Hội tặng Bằng khen cho 02 cơ sở Hội.",
        [
            "Bằng khen | Trung ương Hội | proposed | c2",
        ],
    ),
    (
        "Năm học 2021-2022, ngành có 35 tập thể đạt danh hiệu Tập thể lao động xuất sắc; 412 giáo viên đạt Lao động tiên tiến; 67 CSTĐCS; 01 CSTĐ cấp tỉnh.",
        [
            "Tập thể lao động xuất sắc | - | conferred | c35",
            "Lao động tiên tiến | - | conferred | i412",
            "Chiến sĩ thi đua cơ sở | - | conferred | i67",
            "Chiến sĩ thi đua cấp tỉnh | - | conferred | i1",
        ],
    ),
    (
        "Có 03 nhà giáo được Chủ tịch nước phong tặng danh hiệu Nhà giáo Ưu tú.",
        [
            "Nhà giáo ưu tú | Chủ tịch nước | conferred | i3",
        ],
    ),
    (
        "Phòng GD&ĐT đã trình UBND huyện tặng Giấy khen cho 45 học sinh đạt giải cấp tỉnh.",
        [
            "Giấy khen | UBND huyện | proposed | i45",
        ],
    ),
    (
        "Nhà trường vinh dự được UBND tỉnh tặng Cờ thi đua xuất sắc năm học 2020-2021.",
        [
            "Cờ thi đua | UBND tỉnh | conferred | c1",
        ],
    ),
    (
        "Hiệu trưởng khen thưởng 12 học sinh giỏi, 30 học sinh tiên tiến.",
        [],
    ),
    (
        "Toàn trường có 215 học sinh đạt danh hiệu học sinh giỏi, 320 học sinh tiên tiến.",
        [],
    ),
    (
        "Bệnh viện có 07 bác sĩ được phong tặng Thầy thuốc ưu tú, 01 Thầy thuốc nhân dân.",
        [
            "Thầy thuốc ưu tú | - | conferred | i7",
            "Thầy thuốc nhân dân | - | conferred | i1",
        ],
    ),
    (
        "Bộ trưởng Bộ Y tế tặng Kỷ niệm chương “Vì sức khỏe nhân dân” cho 24 cán bộ.",
        [
            "Kỷ niệm chương “Vì sức khỏe nhân dân” | Bộ trưởng Bộ Y tế | conferred | i24",
        ],
    ),
    (
        "Bộ Công an tặng Cờ thi đua cho Công an huyện Tủa Chùa; 04 đơn vị được công nhận “Đơn vị quyết thắng”; 156 đồng chí đạt Chiến sĩ tiên tiến.",
        [
            "Cờ thi đua | Bộ Công an | conferred | c1=Công an huyện Tủa Chùa",
            "Đơn vị quyết thắng | - | conferred | c4",
            "Chiến sĩ tiên tiến | - | conferred | i156",
        ],
    ),
    (
        "Giám đốc Công an tỉnh thưởng nóng và tặng Giấy khen cho 3 tập thể, 11 cá nhân có thành tích phá án.",
        [
            "Giấy khen | Giám đốc Công an tỉnh | conferred | c3 i11",
        ],
    ),
    (
        "Tư lệnh Quân khu 2 tặng Bằng khen 05 tập thể, 12 cá nhân.",
        [
            "Bằng khen | Tư lệnh Quân khu 2 | conferred | c5 i12",
        ],
    ),
    (
        "Cấp trên khen: Bằng khen Bộ Tư lệnh 01 tập thể; Giấy khen Chỉ huy trưởng 9 đồng chí.",
        [
            "Bằng khen | Bộ Tư lệnh | conferred | c1",
            "Giấy khen | Chỉ huy trưởng | conferred | i9",
        ],
    ),
    (
        "Trung đoàn có 9 đại đội đạt Đơn vị tiên tiến, 2 tiểu đoàn đạt Đơn vị quyết thắng; 41 đồng chí CSTĐCS, 310 đồng chí CSTT.",
        [
            "Đơn vị tiên tiến | - | conferred | c9",
            "Đơn vị quyết thắng | - | conferred | c2",
            "Chiến sĩ thi đua cơ sở | - | conferred | i41",
            "Chiến sĩ tiên tiến | - | conferred | i310",
        ],
    ),
    (
        "Ban Thường vụ Huyện ủy trao tặng Huy hiệu 30, 40, 50 năm tuổi Đảng cho 61 đảng viên.",
        [
            "Huy hiệu Đảng “30, 40, 50 năm tuổi Đảng” | Ban Thường vụ Huyện ủy | conferred | i61",
        ],
    ),
    (
        "Đảng ủy tặng Giấy khen cho 4 chi bộ hoàn thành xuất sắc nhiệm vụ và 17 đảng viên.",
        [
            "Giấy khen | Đảng ủy | conferred | c4 i17",
        ],
    ),
    (
        "Trao Huy hiệu 55 năm tuổi Đảng cho đồng chí Hoàng Văn Páo.",
        [
            "Huy hiệu Đảng “55 năm tuổi Đảng” | - | conferred | i1=Hoàng Văn Páo",
        ],
    ),
    (
        "Công đoàn ngành đề nghị Tổng Liên đoàn Lao động Việt Nam tặng Cờ cho 01 CĐCS, Bằng khen cho 03 CĐCS và 05 đoàn viên.",
        [
            "Cờ thi đua | Tổng Liên đoàn Lao động Việt Nam | proposed | c1",
            "Bằng khen | Tổng Liên đoàn Lao động Việt Nam | proposed | c3 i5",
        ],
    ),
    (
        "LĐLĐ tỉnh tặng Bằng khen: 14 tập thể, 27 cá nhân; Cờ thi đua: 03 tập thể.",
        [
            "Bằng khen | LĐLĐ tỉnh | conferred | c14 i27",
            "Cờ thi đua | LĐLĐ tỉnh | conferred | c3",
        ],
    ),
    (
        "Hội LHPN tỉnh được TW Hội tặng Bằng khen; 06 cá nhân được nhận Kỷ niệm chương “Vì sự phát triển của phụ nữ Việt Nam”.",
        [
            "Bằng khen | TW Hội | conferred | c1=Hội LHPN tỉnh",
            "Kỷ niệm chương “Vì sự phát triển của phụ nữ Việt Nam” | - | conferred | i6",
        ],
    ),
    (
        "Tỉnh đoàn khen thưởng 15 tập thể và 22 cá nhân; tuyên dương 30 gương thanh niên tiên tiến.",
        [],
    ),
    (
        "Ban Chấp hành Trung ương Đoàn tặng Bằng khen cho 2 tập thể và 4 cá nhân; BCH Tỉnh đoàn tặng Bằng khen cho 10 tập thể, 16 cá nhân.",
        [
            "Bằng khen | Ban Chấp hành Trung ương Đoàn | conferred | c2 i4",
            "Bằng khen | BCH Tỉnh đoàn | conferred | c10 i16",
        ],
    ),
    (
        "Hội Nông dân: 01 hộ được Thủ tướng tặng Bằng khen, 15 hộ được TW Hội tặng Bằng khen nông dân sản xuất kinh doanh giỏi.",
        [
            "Bằng khen | Thủ tướng | conferred | h1",
            "Bằng khen | TW Hội | conferred | h15",
        ],
    ),
    (
        "Hội Chữ thập đỏ tỉnh đề nghị khen thưởng: Kỷ niệm chương “Vì sự nghiệp Nhân đạo”: 12 người; Bằng khen Trung ương Hội: 8 tập thể, 10 cá nhân.",
        [
            "Kỷ niệm chương “Vì sự nghiệp Nhân đạo” | - | proposed | i12",
            "Bằng khen | Trung ương Hội | proposed | c8 i10",
        ],
    ),
    (
        "Tổng cục trưởng Tổng cục Thuế tặng Giấy khen cho 06 tập thể và 15 cá nhân; Cục trưởng Cục Thuế tặng Giấy khen cho 20 người nộp thuế tiêu biểu.",
        [
            "Giấy khen | Tổng cục trưởng Tổng cục Thuế | conferred | c6 i15",
            "Giấy khen | Cục trưởng Cục Thuế | conferred | i20",
        ],
    ),
    (
        "Chánh án Tòa án nhân dân tối cao tặng Cờ thi đua cho TAND tỉnh và Bằng khen cho 03 thẩm phán.",
        [
            "Cờ thi đua | Chánh án Tòa án nhân dân tối cao | conferred | c1=TAND tỉnh",
            "Bằng khen | Chánh án Tòa án nhân dân tối cao | conferred | i3",
        ],
    ),
    (
        "Thống đốc Ngân hàng Nhà nước công nhận 02 Chiến sĩ thi đua ngành Ngân hàng và tặng Bằng khen cho 04 cá nhân.",
        [
            "Chiến sĩ thi đua ngành Ngân hàng | Thống đốc Ngân hàng Nhà nước | conferred | i2",
            "Bằng khen | Thống đốc Ngân hàng Nhà nước | conferred | i4",
        ],
    ),
    (
        "Tổng Giám đốc Tập đoàn tặng Giấy khen cho 18 tập thể, 65 CBCNV.",
        [
            "Giấy khen | Tổng Giám đốc Tập đoàn | conferred | c18 i65",
        ],
    ),
    (
        "Toàn xã có 1.204 hộ đạt Gia đình văn hóa, 11/12 thôn đạt Thôn văn hóa.",
        [
            "Gia đình văn hóa | - | conferred | h1204",
            "Thôn văn hóa | - | conferred | c11",
        ],
    ),
    (
        "Chủ tịch UBND xã đã ban hành 12 quyết định tặng Giấy khen cho 31 tập thể, 88 cá nhân và 14 hộ gia đình.",
        [
            "Giấy khen | Chủ tịch UBND xã | conferred | c31 i88 h14",
        ],
    ),
    (
        "Khối thi đua suy tôn Sở Công Thương nhận Cờ thi đua của UBND tỉnh, Sở Tư pháp nhận Bằng khen của Chủ tịch UBND tỉnh.",
        [
            "Cờ thi đua | UBND tỉnh | proposed | c1=Sở Công Thương",
            "Bằng khen | Chủ tịch UBND tỉnh | proposed | c1=Sở Tư pháp",
        ],
    ),
    (
        "Cụm thi đua số 2 bình chọn và đề nghị tặng Cờ thi đua của Chính phủ: 01 đơn vị; Cờ thi đua của UBND tỉnh: 02 đơn vị; Bằng khen: 03 đơn vị.",
        [
            "Cờ thi đua | Chính phủ | proposed | c1",
            "Cờ thi đua | UBND tỉnh | proposed | c2",
            "Bằng khen | - | proposed | c3",
        ],
    ),
    (
        "Hội đồng không đề nghị tặng Bằng khen cho 02 cá nhân vì chưa đủ tiêu chuẩn.",
        [
            "Bằng khen | - | declined | i2",
        ],
    ),
    (
        "Chủ tịch UBND tỉnh đã quyết định tặng Bằng khen cho 12 tập thể; đang trình Thủ tướng Chính phủ tặng Bằng khen cho 3 tập thể, 5 cá nhân.",
        [
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | c12",
            "Bằng khen | Thủ tướng Chính phủ | proposed | c3 i5",
        ],
    ),
    (
        "Đã hoàn thiện hồ sơ trình Chủ tịch nước tặng thưởng Huân chương Độc lập hạng Ba cho 01 cá nhân.",
        [
            "Huân chương Độc lập hạng Ba | Chủ tịch nước | proposed | i1",
        ],
    ),
    (
        "Được Chủ tịch nước truy tặng Huân chương Dũng cảm cho 01 cá nhân.",
        [
            "Huân chương Dũng cảm | Chủ tịch nước | conferred | i1",
        ],
    ),
    (
        "Năm 2022, có 95% cán bộ đạt danh hiệu Lao động tiên tiến.",
        [],
    ),
    (
        "Có 4/5 phòng đạt Tập thể lao động tiên tiến, 01 phòng đạt Tập thể lao động xuất sắc.",
        [
            "Tập thể lao động tiên tiến | - | conferred | c4",
            "Tập thể lao động xuất sắc | - | conferred | c1",
        ],
    ),
    (
        "Dự kiến năm 2023 đề nghị 02 Huân chương Lao động, 05 Bằng khen của Thủ tướng Chính phủ.",
        [],
    ),
    (
        "Số lượng Bằng khen của Chủ tịch UBND tỉnh được tặng là 245 (tập thể 82, cá nhân 163).",
        [
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | c82 i163 x245",
        ],
    ),
    (
        "Tổng số Bằng khen là 45, trong đó tập thể 12, cá nhân 33.",
        [
            "Bằng khen | - | conferred |  x45",
            "Bằng khen | - | conferred | c12 i33",
        ],
    ),
    (
        "Kết quả có 45 tập thể và 112 cá nhân được khen thưởng, trong đó Bằng khen của Chủ tịch UBND tỉnh: 5 tập thể, 12 cá nhân; Giấy khen của Giám đốc Sở: 40 tập thể, 100 cá nhân.",
        [
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | c5 i12",
            "Giấy khen | Giám đốc Sở | conferred | c40 i100",
        ],
    ),
    (
        "Chủ tịch UBND huyện tặng Giấy khen cho các ông, bà: Lường Văn Thoa, Tòng Thị Phiêng, Cà Văn Hặc.",
        [
            "Giấy khen | Chủ tịch UBND huyện | conferred | i3=Lường Văn Thoa, Tòng Thị Phiêng, Cà Văn Hặc",
        ],
    ),
    (
        "Đồng chí Vừ A Dế, Phó Bí thư Đảng ủy xã được Ban Thường vụ Tỉnh ủy tặng Bằng khen.",
        [
            "Bằng khen | Ban Thường vụ Tỉnh ủy | conferred | i1=Vừ A Dế",
        ],
    ),
    (
        "Ngày 15/10, tại Hội nghị điển hình tiên tiến, Bộ trưởng Bộ Nội vụ đã trao tặng Kỷ niệm chương “Vì sự nghiệp ngành Nội vụ” cho 15 cá nhân.",
        [
            "Kỷ niệm chương “Vì sự nghiệp ngành Nội vụ” | Bộ trưởng Bộ Nội vụ | conferred | i15",
        ],
    ),
    (
        "Nhân dịp này, thừa ủy quyền của Thủ tướng Chính phủ, Chủ tịch UBND tỉnh trao Bằng khen cho 02 tập thể, 03 cá nhân.",
        [
            "Bằng khen | Thủ tướng Chính phủ | conferred | c2 i3",
        ],
    ),
    (
        "Có 02 doanh nhân được tặng Cúp Thánh Gióng, 03 doanh nghiệp đạt Giải thưởng Chất lượng Quốc gia.",
        [],
    ),
    (
        "Tặng 120 suất quà cho 120 hộ nghèo; tặng Giấy khen cho 10 hộ thoát nghèo.",
        [
            "Giấy khen | - | conferred | h10",
        ],
    ),
    # further offices and orders of words
    (
        "Khoa Ngoại được Sở Y tế tặng Giấy khen, được Bộ Y tế tặng Bằng khen; 04 điều dưỡng được cấp Bằng Lao động sáng tạo.",
        [
            "Giấy khen | Sở Y tế | conferred | c1=Khoa Ngoại",
            "Bằng khen | Bộ Y tế | conferred | c1=Khoa Ngoại",
            "Bằng Lao động sáng tạo | - | conferred | i4",
        ],
    ),
    (
        "17 phòng và 240 cá nhân lần lượt được công nhận Tập thể lao động tiên tiến, Lao động tiên tiến.",
        [
            "Tập thể lao động tiên tiến | - | conferred | c17",
            "Lao động tiên tiến | - | conferred | i240",
        ],
    ),
    (
        "03 phòng (Kế toán, Tổ chức, Hành chính) và tập thể Trung tâm được đề nghị Bộ công nhận Tập thể lao động xuất sắc.",
        [
            "Tập thể lao động xuất sắc | Bộ | proposed | c3=Kế toán, Tổ chức, Hành chính c1=Trung tâm",
        ],
    ),
    (
        "Đề nghị Giám đốc Sở tặng Giấy khen 09 cá nhân (06 nam, 03 nữ) và phòng Tổng hợp.",
        [
            "Giấy khen | Giám đốc Sở | proposed | i9 c1=phòng Tổng hợp",
        ],
    ),
    (
        "Đông Hải và các xã Tây Lâm, Nam Trung được Chủ tịch UBND tỉnh tặng Bằng khen.",
        [
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | c3=Đông Hải, xã Tây Lâm, Nam Trung",
        ],
    ),
    (
        "UBND tỉnh tặng Bằng khen: 05 xã đạt chuẩn (kèm 50 triệu đồng); 14 tập thể, 20 cá nhân.",
        [
            "Bằng khen | UBND tỉnh | conferred | c5",
            "Bằng khen | UBND tỉnh | conferred | c14 i20",
        ],
    ),
    (
        "Tiêu biểu hộ bà Lừu Thị Dợ (bản Sín Chải, xã Hồ Thầu) hiến 800 m2, được Chủ tịch UBND huyện tặng Giấy khen.",
        [
            "Giấy khen | Chủ tịch UBND huyện | conferred | h1=Lừu Thị Dợ",
        ],
    ),
    (
        "Truy tặng danh hiệu Anh hùng Lực lượng vũ trang nhân dân cho:\n\n- 1- Liệt sĩ Bế Văn Sắt, sinh năm 1930;\n\n- 2- 14 cá nhân có tên trong danh sách.",
        [
            "Anh hùng Lực lượng vũ trang nhân dân | - | conferred | i1=Bế Văn Sắt",
            "Anh hùng Lực lượng vũ trang nhân dân | - | conferred | i14",
        ],
    ),
    (
        "Chủ tịch nước tặng Huân chương Lao động hạng Ba cho cán bộ và nhân dân xã Mường Khoa.",
        [
            "Huân chương Lao động hạng Ba | Chủ tịch nước | conferred | c1=cán bộ và nhân dân xã Mường Khoa",
        ],
    ),
    (
        "Đề nghị Bộ trưởng tặng Bằng khen cho Phó Chánh Văn phòng Tạ Hữu Lợi.",
        [
            "Bằng khen | Bộ trưởng | proposed | i1=Tạ Hữu Lợi",
        ],
    ),
    (
        "36 đồng chí được tặng Huy chương và Kỷ niệm chương “Vì an ninh Tổ quốc”.",
        [
            "Huy chương | - | conferred | i36",
            "Kỷ niệm chương “Vì an ninh Tổ quốc” | - | conferred | i36",
        ],
    ),
    (
        "Tại buổi lễ, 2 tập thể là Trường Mầm non Hoa Ban (xã Chiềng Sơ), Trường THCS Nà Ư (xã Nà Ư) và 9 cá nhân nhận Bằng khen của Bộ trưởng.",
        [
            "Bằng khen | Bộ trưởng | conferred | c2=Trường Mầm non Hoa Ban, Trường THCS Nà Ư i9",
        ],
    ),
    (
        "Với danh hiệu Nhà giáo ưu tú, theo Quyết định vừa ký, có 48 giảng viên được phong tặng.",
        [
            "Nhà giáo ưu tú | - | conferred | i48",
        ],
    ),
    (
        "Tham dự buổi lễ có NSƯT Lê Thị Hoài và NSND Trần Văn Tự.",
        [],
    ),
    (
        "Đồng chí Phó Chủ tịch UBND tỉnh đã trao Quyết định của Chủ tịch nước về việc tặng thưởng Huân chương Lao động hạng Nhì cho Bệnh viện Đa khoa tỉnh.",
        [
            "Huân chương Lao động hạng Nhì | Chủ tịch nước | conferred | c1=Bệnh viện Đa khoa tỉnh",
        ],
    ),
    (
        "Ban tổ chức trao Bằng khen cho 06 tập thể.",
        [
            "Bằng khen | - | conferred | c6",
        ],
    ),
    (
        "Ban Tổ chức Tỉnh ủy tặng Giấy khen cho 02 chi bộ.",
        [
            "Giấy khen | Ban Tổ chức Tỉnh ủy | conferred | c2",
        ],
    ),
    (
        "Theo đề nghị của Phòng Nội vụ, Chủ tịch UBND huyện tặng Giấy khen cho 11 tập thể.",
        [
            "Giấy khen | Chủ tịch UBND huyện | conferred | c11",
        ],
    ),
    (
        "Hiện có 12 hồ sơ đề nghị khen thưởng. Trong đó, Bằng khen của Chủ tịch UBND tỉnh đối với 4 tập thể; Cờ thi đua của UBND tỉnh với 2 tập thể.",
        [
            "Bằng khen | Chủ tịch UBND tỉnh | proposed | c4",
            "Cờ thi đua | UBND tỉnh | proposed | c2",
        ],
    ),
    (
        "Giám đốc Sở tặng Giấy khen cho 15 tập thể; Bộ trưởng tặng 02 tập thể, 03 cá nhân.",
        [
            "Giấy khen | Giám đốc Sở | conferred | c15",
            "Giấy khen | Bộ trưởng | conferred | c2 i3",
        ],
    ),
    (
        "Năm nay tặng danh hiệu Bà mẹ Việt Nam anh hùng cho 5 mẹ, nâng tổng số mẹ được phong tặng lên 212 mẹ.",
        [
            "Bà mẹ Việt Nam anh hùng | - | conferred | i5",
            "Bà mẹ Việt Nam anh hùng | - | conferred | i212",
        ],
    ),
    (
        "Có 310 hộ đăng ký Gia đình văn hóa. Qua bình xét, có 298 hộ đạt danh hiệu này.",
        [
            "Gia đình văn hóa | - | registered | h310",
            "Gia đình văn hóa | - | conferred | h298",
        ],
    ),
    (
        "Danh hiệu Gia đình văn hóa đã công nhận 4.120/4.300 hộ.",
        [
            "Gia đình văn hóa | - | conferred | h4120",
        ],
    ),
    (
        "Danh hiệu Nhà giáo nhân dân: 0; Nhà giáo ưu tú: 02.",
        [
            "Nhà giáo ưu tú | - | conferred | i2",
        ],
    ),
    (
        "Đang trình: 03 HCLĐ (hạng Ba), 07 Bằng khen Thủ tướng Chính phủ.",
        [
            "Huân chương Lao động hạng Ba | - | proposed |  x3",
            "Bằng khen | Thủ tướng Chính phủ | proposed |  x7",
        ],
    ),
    (
        "Từ năm 2010 đến nay:\n- 06 tập thể được Bộ Y tế tặng Bằng khen;\n- 02 cá nhân được tặng Thầy thuốc ưu tú (riêng năm 2019: 01 cá nhân).",
        [
            "Bằng khen | Bộ Y tế | conferred | c6",
            "Thầy thuốc ưu tú | - | conferred | i2",
            "Thầy thuốc ưu tú | - | conferred | i1",
        ],
    ),
    (
        "Đồng chí được Nhà nước tặng Huân chương Độc lập hạng Ba và Huy hiệu 60 năm tuổi Đảng.",
        [
            "Huân chương Độc lập hạng Ba | Nhà nước | conferred | i1",
            "Huy hiệu Đảng “60 năm tuổi Đảng” | Nhà nước | conferred | i1",
        ],
    ),
    (
        "Bộ tặng Bằng khen cho các tập thể gồm: Vụ Kế hoạch; Cục Quản lý đê điều và cá nhân ông Tạ Hữu Lợi.",
        [
            "Bằng khen | Bộ | conferred | c2=Vụ Kế hoạch, Cục Quản lý đê điều i1=Tạ Hữu Lợi",
        ],
    ),
    (
        "Các tập thể Phòng Tham mưu, Đội Cảnh sát giao thông và Trung tá Lù Văn Chính, phó phòng; Đại úy Sìn Thị Mẩy, cán bộ, đón nhận Bằng khen.",
        [
            "Bằng khen | - | conferred | c2=Phòng Tham mưu, Đội Cảnh sát giao thông i2=Lù Văn Chính, Sìn Thị Mẩy",
        ],
    ),
    (
        "Tổ bầu cử số 05 xã Hồ Thầu được Chủ tịch UBND huyện tặng Giấy khen.",
        [
            "Giấy khen | Chủ tịch UBND huyện | conferred | c1=Tổ bầu cử số 05 xã Hồ Thầu",
        ],
    ),
    (
        "Có 45 trong tổng số 52 thôn được công nhận Thôn văn hóa.",
        [
            "Thôn văn hóa | - | conferred | c45",
        ],
    ),
    (
        "Trung ương Đoàn TNCS Hồ Chí Minh tặng Bằng khen cho 3 tập thể.",
        [
            "Bằng khen | Trung ương Đoàn TNCS Hồ Chí Minh | conferred | c3",
        ],
    ),
    (
        "Dự kiến họp Hội đồng cuối tháng; theo đăng ký có 8 tập thể LĐTT, 74 LĐTT.",
        [
            "Tập thể lao động tiên tiến | - | registered | c8",
            "Lao động tiên tiến | - | registered | i74",
        ],
    ),
    (
        "- Chủ tịch UBND thành phố: tặng Bằng khen đối với 07 tập thể, 10 cá nhân.",
        [
            "Bằng khen | Chủ tịch UBND thành phố | conferred | c7 i10",
        ],
    ),
    (
        "Phần thưởng được Đảng, Nhà nước trao tặng:\n- Huân chương Quân công hạng Nhất;\n- Huân chương Chiến sĩ vẻ vang hạng Nhất, Nhì, Ba.",
        [
            "Huân chương Quân công hạng Nhất | Đảng, Nhà nước | conferred | ",
            "Huân chương Chiến sĩ vẻ vang hạng Nhất | Đảng, Nhà nước | conferred | ",
            "Huân chương Chiến sĩ vẻ vang hạng Nhì | Đảng, Nhà nước | conferred | ",
            "Huân chương Chiến sĩ vẻ vang hạng Ba | Đảng, Nhà nước | conferred | ",
        ],
    ),
    (
        "Bằng khen của Bộ trưởng tặng 8 tập thể và 12 cá nhân.",
        [
            "Bằng khen | Bộ trưởng | conferred | c8 i12",
        ],
    ),
    (
        "Huân chương Lao động: hạng Nhì 01 (tập thể Hội Nông dân tỉnh), hạng Ba 02 (Hội Nông dân huyện Mường Nhé; ông Pờ Xì Chang).",
        [
            "Huân chương Lao động hạng Nhì | - | conferred | c1=Hội Nông dân tỉnh",
            "Huân chương Lao động hạng Ba | - | conferred | c1=Hội Nông dân huyện Mường Nhé i1=Pờ Xì Chang",
        ],
    ),
    (
        "Giấy khen của Chủ tịch UBND huyện 341, Bằng khen của Chủ tịch UBND tỉnh 27.",
        [
            "Giấy khen | Chủ tịch UBND huyện | conferred |  x341",
            "Bằng khen | Chủ tịch UBND tỉnh | conferred |  x27",
        ],
    ),
    (
        "Viện 9 thuộc Cục Hậu cần, Bộ Quốc phòng được tặng Cờ thi đua.",
        [
            "Cờ thi đua | - | conferred | c1=Viện 9 thuộc Cục Hậu cần",
        ],
    ),
    # further offices and orders of words
    (
        "Kết quả năm 2022, toàn ngành có: 02 tập thể được tặng Huân chương Lao động hạng Nhì; 05 tập thể, 11 cá nhân được tặng Bằng khen của Thủ tướng Chính phủ.",
        [
            "Huân chương Lao động hạng Nhì | - | conferred | c2",
            "Bằng khen | Thủ tướng Chính phủ | conferred | c5 i11",
        ],
    ),
    (
        "- Khen thưởng thường xuyên: Giấy khen 45 tập thể, 120 cá nhân.\n- Khen thưởng đột xuất: Giấy khen 03 tập thể, 09 cá nhân.",
        [
            "Giấy khen | - | conferred | c45 i120",
            "Giấy khen | - | conferred | c3 i9",
        ],
    ),
    (
        "Công nhận danh hiệu “Lao động tiên tiến” cho 245 CBCCVC; “Chiến sĩ thi đua cơ sở” cho 31 đồng chí.",
        [
            "Lao động tiên tiến | - | conferred | i245",
            "Chiến sĩ thi đua cơ sở | - | conferred | i31",
        ],
    ),
    (
        "Trong tổng số 86 hồ sơ đề nghị, có 54 tập thể và 32 cá nhân được Chủ tịch UBND tỉnh tặng Bằng khen.",
        [
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | c54 i32",
        ],
    ),
    (
        "Sở đã tham mưu UBND tỉnh trình Thủ tướng Chính phủ tặng Cờ thi đua cho 04 đơn vị.",
        [
            "Cờ thi đua | Thủ tướng Chính phủ | proposed | c4",
        ],
    ),
    (
        "Tham mưu Chủ tịch UBND tỉnh tặng Bằng khen cho 40 tập thể.",
        [
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | c40",
        ],
    ),
    (
        "Đã có 12 tập thể, 25 cá nhân được biểu dương, khen thưởng.",
        [],
    ),
    (
        "Ông Giàng A Páo vinh dự được nhận Huy hiệu 45 năm tuổi Đảng.",
        [
            "Huy hiệu Đảng “45 năm tuổi Đảng” | - | conferred | i1=Giàng A Páo",
        ],
    ),
    (
        "Đảng bộ có 7 đồng chí được nhận Huy hiệu 30 năm, 4 đồng chí nhận Huy hiệu 40 năm tuổi Đảng.",
        [
            "Huy hiệu Đảng “30 năm tuổi Đảng” | - | conferred | i7",
            "Huy hiệu Đảng “40 năm tuổi Đảng” | - | conferred | i4",
        ],
    ),
    (
        "Chủ tịch UBND tỉnh quyết định công nhận 12 xã đạt chuẩn nông thôn mới và tặng Bằng khen cho 12 xã này.",
        [
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | c12",
        ],
    ),
    (
        "Hội đã xét chọn 05 chi hội, 09 hội viên đề nghị Tỉnh hội tặng Bằng khen.",
        [
            "Bằng khen | Tỉnh hội | proposed | c5 i9",
        ],
    ),
    (
        "Nhà trường đề nghị các cấp khen thưởng như sau: Lao động tiên tiến: 42 đồng chí; CSTĐCS: 06 đồng chí; Bằng khen UBND tỉnh: 01 đồng chí; Tập thể LĐXS: Trường THCS Hua La.",
        [
            "Lao động tiên tiến | - | proposed | i42",
            "Chiến sĩ thi đua cơ sở | - | proposed | i6",
            "Bằng khen | UBND tỉnh | proposed | i1",
            "Tập thể lao động xuất sắc | - | proposed | c1=Trường THCS Hua La",
        ],
    ),
    (
        "Năm 2019 được UBND tỉnh tặng Cờ thi đua; năm 2020 được Bộ trưởng tặng Bằng khen; năm 2021 được Chủ tịch nước tặng Huân chương Lao động hạng Ba.",
        [
            "Cờ thi đua | UBND tỉnh | conferred | ",
            "Bằng khen | Bộ trưởng | conferred | ",
            "Huân chương Lao động hạng Ba | Chủ tịch nước | conferred | ",
        ],
    ),
    (
        "Tỷ lệ khen thưởng người lao động trực tiếp đạt 62% (Bằng khen 58%, Giấy khen 65%).",
        [],
    ),
    (
        "Mỗi tập thể được tặng Bằng khen kèm theo tiền thưởng 3.600.000 đồng.",
        [],
    ),
    (
        "Hội đồng họp xét 14 trường hợp, thông qua 12 trường hợp đề nghị tặng Bằng khen của Bộ trưởng.",
        [
            "Bằng khen | Bộ trưởng | proposed | o12",
        ],
    ),
    (
        "Trung đoàn 5 và 02 đại đội được Quân khu tặng Bằng khen.",
        [
            "Bằng khen | Quân khu | conferred | c1=Trung đoàn 5 c2",
        ],
    ),
    (
        "Tặng thưởng Huân chương Kháng chiến cho 5 gia đình và Huy chương Kháng chiến cho 11 cá nhân.",
        [
            "Huân chương Kháng chiến | - | conferred | h5",
            "Huy chương Kháng chiến | - | conferred | i11",
        ],
    ),
    (
        "UBND thành phố tặng danh hiệu “Công dân ưu tú” cho 10 cá nhân và tặng Bằng khen cho 25 cá nhân.",
        [
            "Bằng khen | UBND thành phố | conferred | i25",
        ],
    ),
    (
        "Qua bình xét, 100% cán bộ được công nhận LĐTT, trong đó 15% (6 đồng chí) đạt CSTĐCS.",
        [
            "Chiến sĩ thi đua cơ sở | - | conferred | i6",
        ],
    ),
    (
        "Kỷ niệm chương “Vì thế hệ trẻ” được trao cho 14 cán bộ Đoàn.",
        [
            "Kỷ niệm chương “Vì thế hệ trẻ” | - | conferred | i14",
        ],
    ),
    (
        "Hai đồng chí Lê Văn Sơn và Phạm Thị Tuyết được tặng Bằng khen của Liên đoàn Lao động tỉnh.",
        [
            "Bằng khen | Liên đoàn Lao động tỉnh | conferred | i2=Lê Văn Sơn, Phạm Thị Tuyết",
        ],
    ),
    (
        "Chi bộ 3, Chi bộ 7 và đồng chí Ma Thị Nụ được Đảng ủy tặng Giấy khen.",
        [
            "Giấy khen | Đảng ủy | conferred | c2=Chi bộ 3, Chi bộ 7 i1=Ma Thị Nụ",
        ],
    ),
    (
        "Kết quả có 3 tập thể, 8 cá nhân được LĐLĐ huyện khen; 2 tập thể, 3 cá nhân được LĐLĐ tỉnh tặng Bằng khen.",
        [
            "Bằng khen | LĐLĐ tỉnh | conferred | c2 i3",
        ],
    ),
    (
        "Huy động 45 đoàn viên tham gia; Huyện đoàn tặng Giấy khen cho 06 chi đoàn, 11 đoàn viên.",
        [
            "Giấy khen | Huyện đoàn | conferred | c6 i11",
        ],
    ),
    (
        "Chủ tịch UBND tỉnh tặng Bằng khen và thưởng 10 triệu đồng cho 03 vận động viên đạt huy chương vàng.",
        [
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | i3",
        ],
    ),
    (
        "Đề nghị UBND tỉnh xem xét, tặng Bằng khen cho: 1. Trường Tiểu học Nà Tấu; 2. Ông Lò Văn Hặc; 3. Bà Quàng Thị Yên.",
        [
            "Bằng khen | UBND tỉnh | proposed | c1=Trường Tiểu học Nà Tấu i2=Lò Văn Hặc, Quàng Thị Yên",
        ],
    ),
    (
        "Tổng cục Thuế tặng Giấy khen cho 5/6 đội thuế và 21/58 công chức.",
        [
            "Giấy khen | Tổng cục Thuế | conferred | c5 i21",
        ],
    ),
    (
        "Chưa có tập thể nào được tặng Cờ thi đua của Chính phủ.",
        [],
    ),
    (
        "Đã thu hồi danh hiệu Chiến sĩ thi đua cơ sở của 01 cá nhân vi phạm.",
        [],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence[:50] for sentence, _ in SENTENCES])
def test_sentence(sentence: str, expected: list[str]) -> None:
    """Every statement of the sentence, and nothing else."""
    assert [shown(award) for award in parse(body(sentence)).awards] == expected
