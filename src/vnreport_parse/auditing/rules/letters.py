"""Small reports with a letterhead: the examples of the rules across reports."""

from __future__ import annotations


def sample(unit: str, serial: int | None, date: str, period: str, body: str, *, parent: str = "UBND tỉnh Lam Khê") -> str:
    """A report of `unit` about `period`; `date` is EDTF, its day and the serial may be blank."""
    year, month, day = date.split("-")
    shown = " " * 4 if day == "XX" else f" {day} "
    number = "" if serial is None else str(serial)
    signed = "" if serial is None else "\nTrần Văn Mẫu"
    return f"""{parent.upper()}
{unit.upper()}

Số: {number}/BC-VP
Lam Khê, ngày{shown}tháng {month} năm {year}

BÁO CÁO
Kết quả công tác thi đua, khen thưởng {period}

1. Kết quả khen thưởng
{body}

Nơi nhận:
- Sở Nội vụ;
- Lưu: VT.

GIÁM ĐỐC
{signed}
"""
