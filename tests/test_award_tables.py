"""Award tables: what stands in their heads, rows, caption and sum rows, in every form that a file may have."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from makedocx import make, p, tbl, tc, tr
from makepdf import MakePage, make_pdf
from test_awards import body, shown, shown_group
from vnreport_parse import parse, parse_file

TABLES: list[tuple[str, str, list[str]]] = [
    (
        "who decided, in a column of its own",
        (
            "| Năm học | Hình thức khen thưởng | Cơ quan ban hành quyết định |\n"
            "|---|---|---|\n"
            "| 2019 - 2020 | Bằng khen | Bộ trưởng Bộ Nội vụ |"
        ),
        ["Bằng khen | Bộ trưởng Bộ Nội vụ | conferred | "],
    ),
    (
        "who decided, as a remark",
        (
            "| TT | Danh hiệu | Số lượng | Ghi chú |\n"
            "|---|---|---|---|\n"
            "| 1 | Đơn vị quyết thắng | 04 đơn vị | Quân khu công nhận |\n"
            "| 2 | Chiến sĩ thi đua cơ sở | 21 đ/c | |"
        ),
        ["Đơn vị quyết thắng | Quân khu | conferred | c4", "Chiến sĩ thi đua cơ sở | - | conferred | i21"],
    ),
    (
        "recipients along the top, a sum row",
        (
            "| TT | Danh hiệu | Tập thể | Cá nhân |\n|---|---|---|---|\n| 1 | Tập thể lao động tiên tiến | 06 | |\n"
            "| 2 | Giấy khen của Hiệu trưởng | 02 | 14 |\n| | Tổng cộng | 08 | 14 |"
        ),
        ["Tập thể lao động tiên tiến | - | conferred | c6", "Giấy khen | Hiệu trưởng | conferred | c2 i14"],
    ),
    (
        "statuses along the top, nouns in the cells",
        (
            "| TT | Danh hiệu | Đăng ký | Kết quả xét |\n"
            "|---|---|---|---|\n"
            "| 1 | Lao động tiên tiến | 265 cá nhân | 258 cá nhân |\n"
            "| 2 | Tập thể lao động xuất sắc (đề nghị UBND tỉnh) | 06 tập thể | 05 tập thể |"
        ),
        [
            "Lao động tiên tiến | - | registered | i265",
            "Lao động tiên tiến | - | conferred | i258",
            "Tập thể lao động xuất sắc | - | registered | c6",
            "Tập thể lao động xuất sắc | UBND tỉnh | proposed | c5",
        ],
    ),
    (
        "wholes and parts: heads over heads",
        (
            "| TT | Hình thức | Tổng số đã trình || Tổng số đã có quyết định khen thưởng || "
            "Khen thưởng theo công trạng || Khen thưởng đột xuất |\n"
            "| | | Tập thể | Cá nhân | Tập thể | Cá nhân | Tập thể | Cá nhân | Cá nhân |\n|---|---|---|---|---|---|---|---|---|\n"
            "| 1 | Bằng khen của Bộ trưởng | 07 | 19 | 04 | 15 | 04 | 12 | 03 |"
        ),
        [
            "Bằng khen | Bộ trưởng | proposed | c7 i19",
            "Bằng khen | Bộ trưởng | conferred | c4 i15",
            "Bằng khen | Bộ trưởng | conferred | c4 i12",
            "Bằng khen | Bộ trưởng | conferred | i3",
        ],
    ),
    (
        "two tables with blank lines between",
        (
            "| Danh hiệu | Tập thể |\n"
            "|---|---|\n"
            "| Tập thể lao động xuất sắc | 06 |\n"
            "\n"
            "| Danh hiệu | Cá nhân |\n"
            "|---|---|\n"
            "| Lao động tiên tiến | 40 |"
        ),
        ["Tập thể lao động xuất sắc | - | conferred | c6", "Lao động tiên tiến | - | conferred | i40"],
    ),
    (
        "recipients down the side",
        (
            "TT | Đơn vị | Điểm | Đề nghị khen thưởng\n"
            "1 | Sở A Lưới | 968,5 | Cờ thi đua của UBND tỉnh\n"
            "2 | Sở Bến Nghè | 940,5 | Không đề nghị"
        ),
        ["Cờ thi đua | UBND tỉnh | proposed | c1=Sở A Lưới"],
    ),
    (
        "a box of plus and minus, the status from the head",
        (
            "+----+----------------------------+---------+---------+\n| TT | Danh hiệu đăng ký          | Tập thể | Cá nhân |\n"
            "+----+----------------------------+---------+---------+\n|  1 | Lao động tiên tiến         |         |   1.106 |\n"
            "+----+----------------------------+---------+---------+"
        ),
        ["Lao động tiên tiến | - | registered | i1106"],
    ),
    (
        "the caption confers, a head over heads, dashes, a sum row",
        (
            "Bảng 2. Khen thưởng do Chủ tịch UBND tỉnh quyết định năm 2022\n"
            "\n"
            "| TT | Danh hiệu, hình thức | Số lượng | |\n"
            "| | | Tập thể | Cá nhân |\n"
            "|---|---|---|---|\n"
            "| 1 | Tập thể lao động xuất sắc | 05 | — |\n"
            "| 2 | Bằng khen | 12 | 34 |\n"
            "| 3 | Chiến sĩ thi đua cấp tỉnh | - | 3 |\n"
            "| | Tổng cộng | 17 | 37 |"
        ),
        [
            "Tập thể lao động xuất sắc | Chủ tịch UBND tỉnh | conferred | c5",
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | c12 i34",
            "Chiến sĩ thi đua cấp tỉnh | Chủ tịch UBND tỉnh | conferred | i3",
        ],
    ),
    (
        "conferrers along the top",
        (
            "| TT | Hình thức | Chủ tịch UBND tỉnh | | Giám đốc Sở | |\n"
            "| | | Tập thể | Cá nhân | Tập thể | Cá nhân |\n"
            "|---|---|---|---|---|---|\n"
            "| 1 | Bằng khen | 05 | 7 | 0 | 0 |\n"
            "| 2 | Giấy khen | - | | 12 | 34 |"
        ),
        [
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | c5 i7",
            "Giấy khen | Giám đốc Sở | conferred | c12 i34",
        ],
    ),
    (
        "units down the side, titles over recipients",
        (
            "| TT | Đơn vị | Bằng khen | | Giấy khen | |\n"
            "| | | Tập thể | Cá nhân | Tập thể | Cá nhân |\n"
            "|---|---|---|---|---|---|\n"
            "| 1 | Trường Mầm non Hoa Mai | 1 | 2 | 1 | 5 |\n"
            "| 2 | Trường Tiểu học Kim Sơn | - | 1 | 2 | 6 |\n"
            "| | Cộng | 1 | 3 | 3 | 11 |"
        ),
        [
            "Bằng khen | - | conferred | c1 i2",
            "Bằng khen | - | conferred | i1",
            "Giấy khen | - | conferred | c1 i5",
            "Giấy khen | - | conferred | c2 i6",
        ],
    ),
    (
        "recipients in the row, the title not repeated",
        (
            "| Hình thức khen thưởng | Đối tượng | Số lượng |\n"
            "|---|---|---|\n"
            "| Bằng khen của Bộ trưởng | Tập thể | 4 |\n"
            "| | Cá nhân | 9 |\n"
            "| Giấy khen của Cục trưởng | Tập thể | 11 |\n"
            "| | Cá nhân | 30 |"
        ),
        [
            "Bằng khen | Bộ trưởng | conferred | c4",
            "Bằng khen | Bộ trưởng | conferred | i9",
            "Giấy khen | Cục trưởng | conferred | c11",
            "Giấy khen | Cục trưởng | conferred | i30",
        ],
    ),
    (
        "groups of rows by recipient",
        (
            "| STT | Nội dung | Số lượng |\n"
            "|---|---|---|\n"
            "| I | Tập thể | |\n"
            "| 1 | Cờ thi đua của UBND tỉnh | 2 |\n"
            "| 2 | Bằng khen của Chủ tịch UBND tỉnh | 5 |\n"
            "| II | Cá nhân | |\n"
            "| 1 | Bằng khen của Chủ tịch UBND tỉnh | 21 |\n"
            "| 2 | Giấy khen của Giám đốc Sở | 60 |"
        ),
        [
            "Cờ thi đua | UBND tỉnh | conferred | c2",
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | c5",
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | i21",
            "Giấy khen | Giám đốc Sở | conferred | i60",
        ],
    ),
    (
        "a column that adds up",
        (
            "| STT | Hình thức | Tập thể | Cá nhân | Tổng số |\n"
            "|---|---|---|---|---|\n"
            "| 1 | Bằng khen | 2 | 4 | 6 |\n"
            "| 2 | Giấy khen | 10 | 20 | 30 |\n"
            "| | Tổng số | 12 | 24 | 36 |"
        ),
        [
            "Bằng khen | - | conferred | c2 i4",
            "Giấy khen | - | conferred | c10 i20",
        ],
    ),
    (
        "TT and CN side by side",
        (
            "| STT | Hình thức | Đề nghị | | Được tặng | |\n"
            "| | | TT | CN | TT | CN |\n"
            "|---|---|---|---|---|---|\n"
            "| 1 | Bằng khen của Bộ trưởng | 2 | 4 | 1 | 3 |\n"
            "| 2 | Huân chương Lao động hạng Ba | 1 | 2 | 0 | 1 |"
        ),
        [
            "Bằng khen | Bộ trưởng | proposed | c2 i4",
            "Bằng khen | Bộ trưởng | conferred | c1 i3",
            "Huân chương Lao động hạng Ba | - | proposed | c1 i2",
            "Huân chương Lao động hạng Ba | - | conferred | i1",
        ],
    ),
    (
        "titles with and without heads below",
        (
            "| Đơn vị | LĐTT | CSTĐCS | Bằng khen của Chủ tịch UBND tỉnh | |\n"
            "| | | | Tập thể | Cá nhân |\n"
            "|---|---|---|---|---|\n"
            "| Phòng Tổng hợp | 12 | 2 | 1 | 1 |\n"
            "| Phòng Hành chính | 9 | – | – | 1 |"
        ),
        [
            "Lao động tiên tiến | - | conferred | i12",
            "Lao động tiên tiến | - | conferred | i9",
            "Chiến sĩ thi đua cơ sở | - | conferred | i2",
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | c1 i1",
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | i1",
        ],
    ),
    (
        "ranks in a column of their own",
        (
            "| Hình thức | Hạng | Tập thể | Cá nhân |\n"
            "|---|---|---|---|\n"
            "| Huân chương Lao động | Nhất | 1 | 0 |\n"
            "| Huân chương Lao động | Nhì | 2 | 3 |\n"
            "| Huân chương Lao động | Ba | 4 | 9 |"
        ),
        [
            "Huân chương Lao động hạng Nhất | - | conferred | c1",
            "Huân chương Lao động hạng Nhì | - | conferred | c2 i3",
            "Huân chương Lao động hạng Ba | - | conferred | c4 i9",
        ],
    ),
    (
        "ranks under their title",
        (
            "| Hình thức | Tập thể | Cá nhân |\n"
            "|---|---|---|\n"
            "| 1. Huân chương Lao động | 7 | 12 |\n"
            "| - Hạng Nhất | 1 | 0 |\n"
            "| - Hạng Nhì | 2 | 3 |\n"
            "| - Hạng Ba | 4 | 9 |"
        ),
        [
            "Huân chương Lao động | - | conferred | c7 i12",
            "Huân chương Lao động hạng Nhất | - | conferred | c1",
            "Huân chương Lao động hạng Nhì | - | conferred | c2 i3",
            "Huân chương Lao động hạng Ba | - | conferred | c4 i9",
        ],
    ),
    (
        "who confers in a column of its own, names",
        (
            "| TT | Tên đơn vị | Danh hiệu | Cấp khen |\n"
            "|---|---|---|---|\n"
            "| 1 | Phòng Kế toán | Tập thể lao động tiên tiến | Giám đốc Sở |\n"
            "| 2 | Phòng Nghiệp vụ | Tập thể lao động xuất sắc | Chủ tịch UBND tỉnh |"
        ),
        [
            "Tập thể lao động tiên tiến | Giám đốc Sở | conferred | c1=Phòng Kế toán",
            "Tập thể lao động xuất sắc | Chủ tịch UBND tỉnh | conferred | c1=Phòng Nghiệp vụ",
        ],
    ),
    (
        "names of persons, proposed in the head",
        (
            "| TT | Họ và tên | Đơn vị công tác | Danh hiệu đề nghị |\n"
            "|---|---|---|---|\n"
            "| 1 | Lê Thị Mận | Phòng Kế toán | Lao động tiên tiến |\n"
            "| 2 | Phạm Văn Đức | Phòng Nghiệp vụ | Chiến sĩ thi đua cơ sở |"
        ),
        [
            "Lao động tiên tiến | - | proposed | i1=Lê Thị Mận",
            "Chiến sĩ thi đua cơ sở | - | proposed | i1=Phạm Văn Đức",
        ],
    ),
    (
        "years along the top",
        (
            "| Danh hiệu | Năm 2021 | Năm 2022 | Ghi chú |\n"
            "|---|---|---|---|\n"
            "| Lao động tiên tiến | 40 | 44 | |\n"
            "| Bằng khen (tập thể) | 1 | 2 | |\n"
            "| Bằng khen (cá nhân) | 3 | 0 | |"
        ),
        [
            "Lao động tiên tiến | - | conferred | i40",
            "Lao động tiên tiến | - | conferred | i44",
            "Bằng khen | - | conferred | c1",
            "Bằng khen | - | conferred | c2",
            "Bằng khen | - | conferred | i3",
        ],
    ),
    (
        "targets are no results",
        (
            "| Danh hiệu | Chỉ tiêu | Thực hiện |\n"
            "|---|---|---|\n"
            "| Lao động tiên tiến | 40 | 44 |\n"
            "| Tập thể lao động tiên tiến | 5 | 6 |"
        ),
        [
            "Lao động tiên tiến | - | conferred | i44",
            "Tập thể lao động tiên tiến | - | conferred | c6",
        ],
    ),
    (
        "the caption proposes",
        (
            "Biểu 1: Số lượng đề nghị khen thưởng\n"
            "\n"
            "| Hình thức khen thưởng | Tập thể | Cá nhân | Hộ gia đình |\n"
            "|---|---|---|---|\n"
            "| Bằng khen Chủ tịch UBND tỉnh | 3 | 12 | 1 |\n"
            "| Giấy khen Chủ tịch UBND huyện | 20 | 115 | 14 |"
        ),
        [
            "Bằng khen | Chủ tịch UBND tỉnh | proposed | c3 i12 h1",
            "Giấy khen | Chủ tịch UBND huyện | proposed | c20 i115 h14",
        ],
    ),
    (
        "certificates counted where nobody says whom",
        (
            "Bảng 3: Hình thức khen thưởng của Chủ tịch UBND huyện\n"
            "\n"
            "| Nội dung | Số lượng |\n"
            "|---|---|\n"
            "| Giấy khen | 45 |\n"
            "| Bằng khen | 12 |"
        ),
        [
            "Giấy khen | Chủ tịch UBND huyện | conferred |  x45",
            "Bằng khen | Chủ tịch UBND huyện | conferred |  x12",
        ],
    ),
    (
        "money is no count",
        (
            "| STT | Hình thức khen | Số tập thể | Số cá nhân | Tiền thưởng (đồng) |\n"
            "|---|---|---|---|---|\n"
            "| 1 | Giấy khen | 12 | 40 | 18.000.000 |"
        ),
        [
            "Giấy khen | - | conferred | c12 i40",
        ],
    ),
    (
        "ticks for named persons",
        "| TT | Họ và tên | LĐTT | CSTĐCS |\n|---|---|---|---|\n| 1 | Lê Thị Mận | x | x |\n| 2 | Phạm Văn Đức | x | |",
        [
            "Lao động tiên tiến | - | conferred | i1=Lê Thị Mận",
            "Lao động tiên tiến | - | conferred | i1=Phạm Văn Đức",
            "Chiến sĩ thi đua cơ sở | - | conferred | i1=Lê Thị Mận",
        ],
    ),
    (
        "groups of rows by conferrer",
        (
            "| TT | Hình thức khen thưởng | Tập thể | Cá nhân |\n"
            "|---|---|---|---|\n"
            "| I | Do Chủ tịch UBND tỉnh tặng | | |\n"
            "| 1 | Bằng khen | 4 | 9 |\n"
            "| 2 | Tập thể lao động xuất sắc | 2 | |\n"
            "| II | Do Giám đốc Sở tặng | | |\n"
            "| 1 | Giấy khen | 14 | 30 |"
        ),
        [
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | c4 i9",
            "Tập thể lao động xuất sắc | Chủ tịch UBND tỉnh | conferred | c2",
            "Giấy khen | Giám đốc Sở | conferred | c14 i30",
        ],
    ),
    (
        "a group of rows proposed to a higher level",
        (
            "| TT | Hình thức khen thưởng | Tập thể | Cá nhân |\n"
            "|---|---|---|---|\n"
            "| A | Đề nghị cấp trên | | |\n"
            "| 1 | Bằng khen của Bộ trưởng Bộ Y tế | 4 | 9 |\n"
            "| B | Khen thưởng tại đơn vị | | |\n"
            "| 1 | Giấy khen của Giám đốc Bệnh viện | 14 | 30 |"
        ),
        [
            "Bằng khen | Bộ trưởng Bộ Y tế | proposed | c4 i9",
            "Giấy khen | Giám đốc Bệnh viện | conferred | c14 i30",
        ],
    ),
    (
        "the sentence above confers",
        (
            "Chủ tịch UBND tỉnh đã khen thưởng cho các tập thể, cá nhân như sau:\n"
            "\n"
            "| Nội dung | Tập thể | Cá nhân | Hộ gia đình |\n"
            "|---|---|---|---|\n"
            "| Bằng khen | 2 | 5 | 1 |\n"
            "| Giấy khen | 9 | 31 | 6 |\n"
            "| Cộng | 11 | 36 | 7 |"
        ),
        [
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | c2 i5 h1",
            "Giấy khen | Chủ tịch UBND tỉnh | conferred | c9 i31 h6",
        ],
    ),
    (
        "the unit of counting in a column",
        (
            "| Nội dung | Đơn vị tính | Năm 2023 |\n"
            "|---|---|---|\n"
            "| Lao động tiên tiến | người | 52 |\n"
            "| Tập thể lao động tiên tiến | tập thể | 6 |\n"
            "| Bằng khen | người | 3 |"
        ),
        [
            "Lao động tiên tiến | - | conferred | i52",
            "Tập thể lao động tiên tiến | - | conferred | c6",
            "Bằng khen | - | conferred | i3",
        ],
    ),
    (
        "party badges by their years",
        "| Huy hiệu | Số đảng viên |\n|---|---|\n| 30 năm | 12 |\n| 40 năm | 9 |\n| 50 năm | 4 |\n| Tổng | 25 |",
        [
            "Huy hiệu Đảng “30 năm tuổi Đảng” | - | conferred | i12",
            "Huy hiệu Đảng “40 năm tuổi Đảng” | - | conferred | i9",
            "Huy hiệu Đảng “50 năm tuổi Đảng” | - | conferred | i4",
        ],
    ),
    (
        "the title in the caption, recipients along the top",
        (
            "Bảng 1. Số lượng Giấy khen của Giám đốc Sở Tài chính tặng các đơn vị\n"
            "\n"
            "| TT | Đơn vị | Tập thể | Cá nhân |\n"
            "|---|---|---|---|\n"
            "| 1 | Phòng Kế toán | 1 | 5 |\n"
            "| 2 | Phòng Tổng hợp | 1 | 7 |\n"
            "| | Tổng cộng | 2 | 12 |"
        ),
        [
            "Giấy khen | Giám đốc Sở Tài chính | conferred | c1 i5",
            "Giấy khen | Giám đốc Sở Tài chính | conferred | c1 i7",
        ],
    ),
    (
        "an occasion down the side, tổng kết is no sum",
        (
            "| TT | Nội dung khen thưởng | Giấy khen | | Bằng khen | |\n"
            "| | | Tập thể | Cá nhân | Tập thể | Cá nhân |\n"
            "|---|---|---|---|---|---|\n"
            "| 1 | Tổng kết năm học | 10 | 32 | 2 | 3 |\n"
            "| 2 | Chuyên đề chuyển đổi số | 3 | 12 | 1 | |\n"
            "| | Tổng | 13 | 44 | 3 | 3 |"
        ),
        [
            "Giấy khen | - | conferred | c10 i32",
            "Giấy khen | - | conferred | c3 i12",
            "Bằng khen | - | conferred | c2 i3",
            "Bằng khen | - | conferred | c1",
        ],
    ),
    (
        "registered, results, shares",
        (
            "| STT | Danh hiệu thi đua | Đăng ký đầu năm | Kết quả | Tỷ lệ (%) |\n"
            "|---|---|---|---|---|\n"
            "| 1 | Lao động tiên tiến | 120 | 115 | 95,8 |\n"
            "| 2 | Chiến sĩ thi đua cơ sở | 20 | 16 | 80 |\n"
            "| 3 | Tập thể lao động tiên tiến | 9 | 9 | 100 |"
        ),
        [
            "Lao động tiên tiến | - | registered | i120",
            "Lao động tiên tiến | - | conferred | i115",
            "Chiến sĩ thi đua cơ sở | - | registered | i20",
            "Chiến sĩ thi đua cơ sở | - | conferred | i16",
            "Tập thể lao động tiên tiến | - | registered | c9",
            "Tập thể lao động tiên tiến | - | conferred | c9",
        ],
    ),
    (
        "recipients of three kinds by name",
        (
            "| STT | Tập thể, cá nhân | Hình thức khen thưởng |\n"
            "|---|---|---|\n"
            "| 1 | Trường Tiểu học Kim Sơn | Bằng khen của Chủ tịch UBND tỉnh |\n"
            "| 2 | Ông Lò Văn Thương, Trưởng bản Na Sang | Giấy khen của Chủ tịch UBND huyện |\n"
            "| 3 | Hộ gia đình bà Vàng Thị Mỷ | Giấy khen của Chủ tịch UBND huyện |"
        ),
        [
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | c1=Trường Tiểu học Kim Sơn",
            "Giấy khen | Chủ tịch UBND huyện | conferred | i1=Lò Văn Thương",
            "Giấy khen | Chủ tịch UBND huyện | conferred | h1=Vàng Thị Mỷ",
        ],
    ),
    (
        "the recipient behind the title in the head",
        (
            "| Loại hình khen thưởng | Bằng khen tập thể | Bằng khen cá nhân | Giấy khen tập thể | Giấy khen cá nhân |\n"
            "|---|---|---|---|---|\n"
            "| Thường xuyên | 2 | 6 | 11 | 40 |\n"
            "| Đột xuất | 1 | 1 | 0 | 4 |"
        ),
        [
            "Bằng khen | - | conferred | c2 i6",
            "Bằng khen | - | conferred | c1 i1",
            "Giấy khen | - | conferred | c11 i40",
            "Giấy khen | - | conferred | i4",
        ],
    ),
    (
        "columns of tabs",
        (
            "TT\tHình thức\tTập thể\tCá nhân\n"
            "1\tBằng khen của Chủ tịch UBND tỉnh\t4\t9\n"
            "2\tGiấy khen của Giám đốc Sở\t14\t30\n"
            "\tTổng cộng\t18\t39"
        ),
        [
            "Bằng khen | Chủ tịch UBND tỉnh | conferred | c4 i9",
            "Giấy khen | Giám đốc Sở | conferred | c14 i30",
        ],
    ),
    (
        "columns of blanks",
        (
            "Năm học       Lao động tiên tiến   Chiến sĩ thi đua cơ sở   Giấy khen của Trưởng phòng\n"
            "2019-2020            31                     4                        7\n"
            "2020-2021            33                     5                        6"
        ),
        [
            "Lao động tiên tiến | - | conferred | i31",
            "Lao động tiên tiến | - | conferred | i33",
            "Chiến sĩ thi đua cơ sở | - | conferred | i4",
            "Chiến sĩ thi đua cơ sở | - | conferred | i5",
            "Giấy khen | Trưởng phòng | conferred | m7",
            "Giấy khen | Trưởng phòng | conferred | m6",
        ],
    ),
    (
        "nouns in the cells, numbers in words beside",
        (
            "| Danh hiệu | Số lượng | Bằng chữ | Ghi chú |\n"
            "|---|---|---|---|\n"
            "| Lao động tiên tiến | 12 người | mười hai | |\n"
            "| Tập thể lao động tiên tiến | 01 tập thể | một | |"
        ),
        [
            "Lao động tiên tiến | - | conferred | i12",
            "Tập thể lao động tiên tiến | - | conferred | c1",
        ],
    ),
]


def test_list_of_names_under_a_title_at_the_top() -> None:
    """The head row of a table is no line of the subject."""
    report = parse(
        "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG KỶ NIỆM CHƯƠNG “VÌ SỰ NGHIỆP TƯ PHÁP”\n\n"
        "| STT | Họ và tên | Chức vụ |\n|---|---|---|\n| 1 | Lò Thị Mỷ | Kế toán |\n| 2 | Đỗ Văn Sơn | Chấp hành viên |\n"
    )
    assert [(award.title, award.qualifier, award.recipients[0].names) for award in report.awards] == [
        ("Kỷ niệm chương", "VÌ SỰ NGHIỆP TƯ PHÁP", ("Lò Thị Mỷ", "Đỗ Văn Sơn"))
    ]


def test_columns_of_a_whole_and_its_parts() -> None:
    """`Tổng số đã có quyết định` holds what the columns beside it divide."""
    table = next(table for what, table, _ in TABLES if what.startswith("wholes and parts"))
    assert [award.part_of for award in parse(body(f"Kết quả như bảng sau:\n\n{table}")).awards] == [None, None, 1, 1]


@pytest.mark.parametrize(("table", "expected"), [case[1:] for case in TABLES], ids=[case[0] for case in TABLES])
def test_table(table: str, expected: list[str]) -> None:
    """Award tables give a statement for each title and status."""
    above = "" if table.startswith(("Bảng", "Biểu", "Chủ tịch")) else "Kết quả như bảng sau:\n\n"
    assert [shown(award) for award in parse(body(above + table)).awards] == expected


def test_sum_row_is_a_total() -> None:
    """The last row of a table is kept as a total and never added to the awards."""
    table = next(table for what, table, _ in TABLES if what.endswith("a sum row"))
    report = parse(body(f"Kết quả như sau:\n\n{table}"))
    assert [[shown_group(group) for group in total.recipients] for total in report.totals] == [["c8", "i14"]]


def test_ranks_divide_the_title_above() -> None:
    """`Hạng Nhất`, `Hạng Nhì` under `Huân chương Lao động` with a figure of its own are parts of it."""
    table = next(table for what, table, _ in TABLES if what == "ranks under their title")
    assert [award.part_of for award in parse(body(f"Kết quả như sau:\n\n{table}")).awards] == [None, 0, 0, 0]


@pytest.mark.parametrize(("stated", "expected"), [("08", []), ("09", ["D503"])])
def test_sum_row_is_checked(stated: str, expected: list[str]) -> None:
    """A sum that its rows do not make is told, with both figures."""
    table = next(table for what, table, _ in TABLES if what.endswith("a sum row") and "| 08 |" in table)
    report = parse(body(f"Kết quả như sau:\n\n{table.replace('| 08 |', f'| {stated} |')}"))
    told = [remark for remark in report.diagnostics if remark.code == "D503"]
    assert [remark.code for remark in told] == expected
    assert [remark.details for remark in told] == [{"stated": "9", "added": "8"}] * len(told)


# ---------------------------------------------------------------- one table in every form
CAPTION = "Bảng 1. Hình thức khen thưởng do Chủ tịch UBND tỉnh quyết định"
HEADS = (("TT", "Hình thức khen thưởng", "Số lượng", ""), ("", "", "Tập thể", "Cá nhân"))
ROWS = (
    ("1", "Cờ thi đua", "04", "—"),
    ("2", "Tập thể lao động xuất sắc", "17", "-"),
    ("3", "Chiến sĩ thi đua cấp tỉnh", "0", "6"),
    ("4", "Bằng khen", "23", "1.145"),
    ("", "Tổng cộng", "44", "1.151"),
)
SAID = [
    "Cờ thi đua | Chủ tịch UBND tỉnh | conferred | c4",
    "Tập thể lao động xuất sắc | Chủ tịch UBND tỉnh | conferred | c17",
    "Chiến sĩ thi đua cấp tỉnh | Chủ tịch UBND tỉnh | conferred | i6",
    "Bằng khen | Chủ tịch UBND tỉnh | conferred | c23 i1145",
]
BEFORE = "BÁO CÁO\nKết quả công tác khen thưởng\n\nI. KẾT QUẢ KHEN THƯỞNG\n"
BEHIND = "II. PHƯƠNG HƯỚNG\n\nTiếp tục phát động thi đua.\n"


def markdown() -> bytes:
    """Pipes and a rule below the heads."""
    rows = ["| " + " | ".join(row) + " |" for row in (*HEADS, *ROWS)]
    return "\n".join([BEFORE, CAPTION, "", *rows[:2], "|---|---|---|---|", *rows[2:], "", BEHIND]).encode()


def html() -> bytes:
    """Merged cells by `colspan` and `rowspan`."""
    heads = (
        "<tr><th rowspan=2>TT</th><th rowspan=2>Hình thức khen thưởng</th><th colspan=2>Số lượng</th></tr>"
        "<tr><th>Tập thể</th><th>Cá nhân</th></tr>"
    )
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in ROWS)
    before, behind = ("".join(f"<p>{line}</p>" for line in part.split("\n") if line) for part in (BEFORE, BEHIND))
    table = f"<table border=1>{heads}{rows}</table>"
    return f"<html><head><meta charset='utf-8'></head><body>{before}<p>{CAPTION}</p>{table}{behind}</body></html>".encode()


def docx() -> bytes:
    """Merged cells by `gridSpan` and `vMerge`."""
    heads = (
        tr(tc("TT", merge="restart"), tc("Hình thức khen thưởng", merge="restart"), tc("Số lượng", span=2), head=True),
        tr(tc(merge="continue"), tc(merge="continue"), "Tập thể", "Cá nhân", head=True),
    )
    table = tbl(*heads, *(tr(*row) for row in ROWS), columns=4)
    before, behind = ([p(line) for line in part.split("\n") if line] for part in (BEFORE, BEHIND))
    return make(*before, p(CAPTION), table, *behind)


def pdf() -> bytes:
    """Ruled, the heads merged."""
    page = MakePage()
    edges, top, high = (60.0, 100.0, 330.0, 420.0, 510.0), 150.0, 22.0
    for at, line in enumerate([*filter(None, BEFORE.split("\n")), CAPTION]):
        page.text(60, 60 + at * 24, line, size=12)
    bottom = top + high * (len(HEADS) + len(ROWS))
    for at, row in enumerate((*HEADS, *ROWS)):
        y = top + at * high
        page.rule(edges[2] if at == 1 else edges[0], y, edges[-1], y)
        for left, cell in zip(edges, row, strict=False):
            if cell:
                page.text(left + 4, y + 15, cell, size=11)
    page.rule(edges[0], bottom, edges[-1], bottom)
    for at, x in enumerate(edges):
        page.rule(x, top + (high if at == 3 else 0), x, bottom)
    for at, line in enumerate(filter(None, BEHIND.split("\n"))):
        page.text(60, bottom + 40 + at * 24, line, size=12)
    return make_pdf(page)


def blanks() -> bytes:
    """Columns held apart by blanks."""
    rows = [f"{one:<5}{two:<32}{three:<12}{four}".rstrip() for one, two, three, four in (*HEADS, *ROWS)]
    return "\n".join([BEFORE, CAPTION, "", *rows, "", BEHIND]).encode()


def tabs() -> bytes:
    """Columns held apart by tabs."""
    rows = ["\t".join(row).rstrip() for row in (*HEADS, *ROWS)]
    return "\n".join([BEFORE, CAPTION, "", *rows, "", BEHIND]).encode()


@pytest.mark.parametrize(
    ("name", "write"),
    [("a.md", markdown), ("a.html", html), ("a.docx", docx), ("a.pdf", pdf), ("blanks.txt", blanks), ("tabs.txt", tabs)],
)
def test_one_table_in_every_form(name: str, write: Callable[[], bytes], tmp_path: Path) -> None:
    """The same awards, with the conferrer of the caption, and the same sum, which agrees."""
    (tmp_path / name).write_bytes(write())
    report = parse_file(tmp_path / name)
    assert [shown(award) for award in report.awards] == SAID
    assert [[shown_group(group) for group in total.recipients] for total in report.totals] == [["c44", "i1151"]]
    assert not [remark for remark in report.diagnostics if remark.code == "D503"]


def test_statements_in_cells() -> None:
    """A list of decisions: each says in a cell what it confers; a cell of a rule counts nobody."""
    table = (
        "| STT | Quyết định số | Nội dung |\n|---|---|---|\n| 1 | 711/QĐ-UBND | Tặng Bằng khen cho 06 tập thể, 14 cá nhân |\n"
        "| 2 | 804/QĐ-UBND | Công nhận 21 Tập thể lao động xuất sắc |\n| 3 | 810/QĐ-UBND | Quy định về hồ sơ tặng Bằng khen cho cá nhân |\n"
    )
    awards = parse(f"BÁO CÁO\nKết quả khen thưởng\n\nI. KẾT QUẢ\n\n{table}").awards
    assert [(a.title, [g.count for g in a.recipients]) for a in awards] == [
        ("Bằng khen", [6, 14]),
        ("Tập thể lao động xuất sắc", [21]),
    ]
