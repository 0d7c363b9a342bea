"""A small archive whose data set has something for every ready-made query."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from archives import InlineEngine, build, write
from vnreport_parse.dataset import build as building
from vnreport_parse.dataset.companions import write_companions

_REPORT = """ỦY BAN NHÂN DÂN
TỈNH LAM KHÊ
{organ}

Số: {number}
Lam Khê, ngày {day} tháng 12 năm {year}

BÁO CÁO
Tổng kết công tác thi đua, khen thưởng năm {year}

I. KẾT QUẢ
Thực hiện Kế hoạch số 15/KH-UBND ngày 10/01/2019 của Ủy ban nhân dân tỉnh về phong trào thi đua “Lam Khê chung sức”.
{awards}
II. PHƯƠNG HƯỚNG
Tiếp tục phong trào thi đua.

Nơi nhận:
- {entry};
- Lưu: VT.
GIÁM ĐỐC
{signer}
"""
_SNV_2019 = """1. Khen thưởng
Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen cho 02 tập thể (Phòng Tổ chức, Phòng Thanh tra), 05 cá nhân.
Đề nghị Thủ tướng Chính phủ tặng Bằng khen cho 01 tập thể, 02 cá nhân.
Đề nghị Chủ tịch nước tặng Huân chương Lao động hạng Ba cho ông Lò Văn Púa."""
_SNV_2020 = """1. Khen thưởng
Thủ tướng Chính phủ tặng Bằng khen cho 01 tập thể (Phòng Tổ chức)."""
_SNV_2022 = """1. Khen thưởng
Giám đốc Sở tặng Giấy khen cho 12 cá nhân.
Khen ngợi 01 viên chức."""
_SYT_2020 = """1. Khen thưởng
Giám đốc Sở tặng Giấy khen cho bà Vi Thị Sáo và 04 tập thể."""


def report(organ: str, number: str, year: int, awards: str, **more: str) -> str:
    """A report of an organ."""
    said = {"day": "20", "entry": "Như trên", "signer": "Trần Văn Khê"} | more
    return _REPORT.format(organ=organ, number=number, year=year, awards=awards, **said)


def fill_small_archive(folder: Path) -> Path:
    """Six reports of two organs, a copy, a file that is broken, and one whose words are formulas."""
    first = report("SỞ NỘI VỤ", "110/BC-SNV", 2019, _SNV_2019)
    write(folder / "snv" / "bao-cao-2019.txt", first)
    write(folder / "snv" / "ban-sao-2019.txt", first)
    write(folder / "snv" / "bao-cao-2020.md", report("SỞ NỘI VỤ", "95/BC-SNV", 2020, _SNV_2020))
    write(folder / "snv" / "bao-cao-2022.txt", report("SỞ NỘI VỤ", "101/BC-SNV", 2022, _SNV_2022))
    write(folder / "syt" / "bao-cao-2020.txt", report("SỞ Y TẾ", "/BC-SYT", 2020, _SYT_2020, day="  ", signer="Hà Thị Mai"))
    write(folder / "syt" / "bao-cao-2021.txt", report("SỞ Y TẾ", "77/BC-SYT", 2021, "", entry="=1+1", signer="Hà Thị Mai"))
    write(folder / "syt" / "ban-khac-2021.txt", report("SỞ Y TẾ", "77/BC-SYT", 2021, "", signer="Hà Thị Mai"))
    write(folder / "hong.pdf", "%PDF-1.4 không phải PDF")
    return folder


def build_small_dataset(archive: Path, out: Path) -> Path:
    """The data set of the small archive."""
    with patch.object(building, "LocalEngine", InlineEngine):
        build(fill_small_archive(archive), out)
    write_companions(out)
    return out
