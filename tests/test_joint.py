"""Joint documents of our own making: several issuers, several signers, in columns or one after the other."""

from __future__ import annotations

import pytest

from vnreport_parse import parse
from vnreport_parse.letter_organs import are_peers, joint_parts
from vnreport_parse.spans import fold_blanks

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BODY = "\n\nI. MỤC ĐÍCH\nCùng thực hiện phong trào thi đua.\nII. NỘI DUNG\nHai bên phối hợp tuyên truyền.\n\n"

# name, text of the letterhead, parent, issuer, the others
LETTERHEADS: list[tuple[str, str, str | None, str, tuple[str, ...]]] = [
    (
        "two under one another",
        f"SỞ GIÁO DỤC VÀ ĐÀO TẠO          {NATION}\n   TỈNH ĐOÀN BÌNH LƯU              {MOTTO}\n"
        "Số: 07/KHPH-SGDĐT-TĐTN          Bình Lưu, ngày 12 tháng 9 năm 2023\n\nKẾ HOẠCH PHỐI HỢP\nNăm học 2023 - 2024",
        None,
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        ("TỈNH ĐOÀN BÌNH LƯU",),
    ),
    (
        "two on one line, Quốc hiệu below",
        f"BỘ TÀI CHÍNH - BỘ NỘI VỤ\n-------\n{NATION}\n{MOTTO}\n------\nSố: 91/2008/TTLT-BTC-BNV\nHà Nội, ngày 03 tháng 4 năm 2008\n\n"
        "THÔNG TƯ LIÊN TỊCH\nHƯỚNG DẪN CHẾ ĐỘ TỰ CHỦ",
        None,
        "BỘ TÀI CHÍNH",
        ("BỘ NỘI VỤ",),
    ),
    (
        "a dash inside a name, no blanks around the others",
        f"BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI-BỘ QUỐC PHÒNG-BỘ TÀI CHÍNH\n{NATION}\n{MOTTO}\nSố: 97/2013/TTLT-BLĐTBXH-BQP-BTC\n"
        "Hà Nội, ngày 22 tháng 10 năm 2013\nTHÔNG TƯ LIÊN TỊCH\nHướng dẫn xác nhận liệt sĩ",
        None,
        "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
        ("BỘ QUỐC PHÒNG", "BỘ TÀI CHÍNH"),
    ),
    (
        "three, two of them on one line, under their superior",
        f"UBND TỈNH BÌNH LƯU                 {NATION}\nSỞ Y TẾ - SỞ TÀI CHÍNH                 {MOTTO}\nBẢO HIỂM XÃ HỘI TỈNH\n"
        "Số: 915/HDLN-SYT-STC-BHXH          Bình Lưu, ngày 5 tháng 5 năm 2011\n\nHƯỚNG DẪN LIÊN NGÀNH\nVề việc thanh toán chi phí",
        "UBND TỈNH BÌNH LƯU",
        "SỞ Y TẾ",
        ("SỞ TÀI CHÍNH", "BẢO HIỂM XÃ HỘI TỈNH"),
    ),
    (
        "each in a column of its own",
        f"   HỘI NÔNG DÂN         HỘI LIÊN HIỆP PHỤ NỮ         {NATION}\n  TỈNH BÌNH LƯU            TỈNH BÌNH LƯU                 {MOTTO}\n\n"
        "Số: 43-CTPH/HND-HPN                        Bình Lưu, ngày 20 tháng 10 năm 2019\n\nCHƯƠNG TRÌNH PHỐI HỢP\nGiai đoạn 2019 - 2024",
        None,
        "HỘI NÔNG DÂN TỈNH BÌNH LƯU",
        ("HỘI LIÊN HIỆP PHỤ NỮ TỈNH BÌNH LƯU",),
    ),
    (
        "cells of a table",
        f"| **HỘI NÔNG DÂN** | **TỈNH ĐOÀN** | **{NATION}** |\n|---|---|---|\n| **TỈNH BÌNH LƯU** | **BÌNH LƯU** | **{MOTTO}** |\n"
        "| Số: 43-CTPH/HND-TĐ | | *Bình Lưu, ngày 20 tháng 10 năm 2019* |\n\n**CHƯƠNG TRÌNH PHỐI HỢP**\n\n**Giai đoạn 2019 - 2024**",
        None,
        "HỘI NÔNG DÂN TỈNH BÌNH LƯU",
        ("TỈNH ĐOÀN BÌNH LƯU",),
    ),
    (
        "the number has no codes of issuers yet",
        f"SỞ NỘI VỤ                        {NATION}\nLIÊN ĐOÀN LAO ĐỘNG TỈNH               {MOTTO}\n"
        "Số:      /KHPH                 Bình Lưu, ngày    tháng 3 năm 2018\n\nKẾ HOẠCH PHỐI HỢP\nNăm 2018",
        None,
        "SỞ NỘI VỤ",
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH",),
    ),
    (
        "two departments on one line of a report",
        f"SỞ TÀI CHÍNH - SỞ NỘI VỤ             {NATION}\n                                        {MOTTO}\n"
        "Số: 61/BC-STC                 Bình Lưu, ngày 5 tháng 3 năm 2018\n\nBÁO CÁO\nKết quả rà soát",
        None,
        "SỞ TÀI CHÍNH",
        ("SỞ NỘI VỤ",),
    ),
    (
        "no joint document: a superior and its department",
        f"BỘ QUỐC PHÒNG                    {NATION}\nBỘ TƯ LỆNH QUÂN KHU               {MOTTO}\n"
        "Số: 61/BC-BTL                 Bình Lưu, ngày 5 tháng 3 năm 2018\n\nBÁO CÁO\nKết quả phong trào thi đua",
        "BỘ QUỐC PHÒNG",
        "BỘ TƯ LỆNH QUÂN KHU",
        (),
    ),
    (
        "no joint document: a plan to work together that one organ issues",
        f"UBND TỈNH BÌNH LƯU                    {NATION}\nSỞ NỘI VỤ                            {MOTTO}\n"
        "Số: 61/KH-SNV                 Bình Lưu, ngày 5 tháng 3 năm 2018\n\nKẾ HOẠCH PHỐI HỢP\nKiểm tra công vụ",
        "UBND TỈNH BÌNH LƯU",
        "SỞ NỘI VỤ",
        (),
    ),
]


@pytest.mark.parametrize(
    ("text", "parent", "issuer", "others"), [row[1:] for row in LETTERHEADS], ids=[row[0] for row in LETTERHEADS]
)
def test_issuers(text: str, parent: str | None, issuer: str, others: tuple[str, ...]) -> None:
    """The organ named first is the issuer; each of the others has its own evidence."""
    report = parse(text + BODY)
    header = report.header
    assert (header.parent_organ, header.issuer, header.co_issuers) == (parent, issuer, others)
    for at, name in enumerate(others):
        field = f"co_issuers.{at}"
        pieces = [span.of(report.text) for key, span in header.evidence.items() if f"{key}.".startswith(f"{field}.")]
        assert fold_blanks(" ".join(pieces)) == name


SIGNERS: list[tuple[str, str, tuple[str | None, ...], list[tuple[str | None, ...]]]] = [
    (
        "two columns",
        "  TM. BAN THƯỜNG VỤ TỈNH ĐOÀN                 KT. GIÁM ĐỐC\n         PHÓ BÍ THƯ                          PHÓ GIÁM ĐỐC\n\n\n"
        "      Trần Thị Hải Yến                        Lê Quang Minh\n",
        ("KT.", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Quang Minh"),
        [("TM.", "BAN THƯỜNG VỤ TỈNH ĐOÀN", "PHÓ BÍ THƯ", "Trần Thị Hải Yến")],
    ),
    (
        "three columns",
        "  GIÁM ĐỐC              GIÁM ĐỐC              GIÁM ĐỐC\nBẢO HIỂM XÃ HỘI       SỞ TÀI CHÍNH            SỞ Y TẾ\n\n\n"
        "Phạm Văn Bình         Đỗ Thị Thảo          Hoàng Minh Đức\n",
        (None, None, "GIÁM ĐỐC SỞ Y TẾ", "Hoàng Minh Đức"),
        [(None, None, "GIÁM ĐỐC BẢO HIỂM XÃ HỘI", "Phạm Văn Bình"), (None, None, "GIÁM ĐỐC SỞ TÀI CHÍNH", "Đỗ Thị Thảo")],
    ),
    (
        "three, one after the other, with room for the seals",
        "KT. BỘ TRƯỞNG BỘ TÀI CHÍNH\nTHỨ TRƯỞNG\n\n\n\nNguyễn Công Nghĩa\nKT. BỘ TRƯỞNG BỘ QUỐC PHÒNG\nTHỨ TRƯỞNG\n\n\n\nThượng tướng Lê Văn Đức\n"
        "KT. BỘ TRƯỞNG BỘ NỘI VỤ\nTHỨ TRƯỞNG\n\n\n\nBùi Hồng Linh\n",
        ("KT.", "BỘ TRƯỞNG BỘ NỘI VỤ", "THỨ TRƯỞNG", "Bùi Hồng Linh"),
        [
            ("KT.", "BỘ TRƯỞNG BỘ TÀI CHÍNH", "THỨ TRƯỞNG", "Nguyễn Công Nghĩa"),
            ("KT.", "BỘ TRƯỞNG BỘ QUỐC PHÒNG", "THỨ TRƯỞNG", "Lê Văn Đức"),
        ],
    ),
    (
        "cells of a table",
        "| **T/M BAN THƯỜNG VỤ TỈNH ĐOÀN** | **T/M BAN THƯỜNG VỤ HỘI NÔNG DÂN** |\n|---|---|\n| **BÍ THƯ** | **CHỦ TỊCH** |\n"
        "| **Ngô Thị Hạnh** | **Vũ Đình Long** |\n",
        ("TM.", "BAN THƯỜNG VỤ HỘI NÔNG DÂN", "CHỦ TỊCH", "Vũ Đình Long"),
        [("TM.", "BAN THƯỜNG VỤ TỈNH ĐOÀN", "BÍ THƯ", "Ngô Thị Hạnh")],
    ),
    (
        "no second signer: a list of recipients beside the only one",
        "Nơi nhận:                         GIÁM ĐỐC\n- Chủ tịch UBND tỉnh;\n- Bộ Nội vụ;\n- Lưu: VT.                        Lê Quang Minh\n",
        (None, None, "GIÁM ĐỐC", "Lê Quang Minh"),
        [],
    ),
]


@pytest.mark.parametrize(("closing", "principal", "others"), [row[1:] for row in SIGNERS], ids=[row[0] for row in SIGNERS])
def test_signers(closing: str, principal: tuple[str | None, ...], others: list[tuple[str | None, ...]]) -> None:
    """The one on the right, or the last, is the principal; the others follow in the order of the text."""
    report = parse(LETTERHEADS[0][1] + BODY + closing)
    assert report.signature is not None
    signed = [(s.authority, s.on_behalf_of, s.position, s.name) for s in (report.signature, *report.co_signatures)]
    assert signed == [principal, *others]
    frame = report.to_frames("polars")["signatures"]
    assert frame["name"].to_list() == [name for *_, name in signed]
    assert frame["principal"].to_list() == [True] + [False] * len(others)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("SỞ VĂN HÓA - THỂ THAO", ["SỞ VĂN HÓA - THỂ THAO"]),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH - TỈNH ĐOÀN", ["SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "TỈNH ĐOÀN"]),
        ("BAN DÂN VẬN, HỘI NÔNG DÂN", ["BAN DÂN VẬN", "HỘI NÔNG DÂN"]),
    ],
)
def test_parts_of_a_line(name: str, parts: list[str]) -> None:
    """A dash parts two organs where a name begins behind it."""
    assert [name[start:end] for start, end in joint_parts(name)] == parts


@pytest.mark.parametrize(
    ("names", "peers"),
    [
        (["Bộ Tài chính", "Bộ Nội vụ"], True),
        (["Sở Y tế", "Sở Tài chính"], True),
        (["Bộ Quốc phòng", "Bộ Chỉ huy Quân sự"], False),
        (["UBND tỉnh", "Sở Y tế"], False),
        (["Sở Y tế"], False),
    ],
)
def test_peers(names: list[str], peers: bool) -> None:
    """Two of one rank are no organ and its superior."""
    assert are_peers(names) is peers
