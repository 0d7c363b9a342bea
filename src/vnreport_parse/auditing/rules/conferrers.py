"""Which level of the State an authority belongs to, from its words; `None` where they do not tell."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from ...patterns import fold

Level = Literal["state", "government", "ministry", "province", "department", "district", "commune", "unit", "advisory"]

# In order: the first that matches decides. Unions, youth, Party, Front and army confer by rules of their own: none.
_LEVELS: tuple[tuple[Level | None, re.Pattern[str]], ...] = (
    (None, re.compile(r"(?:nhà nước|chính phủ|quốc hội|vua|hoàng gia)(?! việt nam)\s+(?:[^\W\d]+\s+)?(?:lào|campuchia|cuba|pháp|liên xô|hoàng gia)")),
    ("advisory", re.compile(r"(?:thường trực )?(?:hội đồng (?:thi đua|tđ ?-? ?kt|tđkt)|(?:ban|phòng) (?:thi đua|tđ ?-? ?kt|tđkt)|(?:trưởng )?(?:khối|cụm) thi đua|khối trưởng|cụm trưởng|hđtđ)")),
    ("state", re.compile(r"chủ tịch nước|nhà nước$|nhà nước (?:việt nam|chxhcn)")),
    ("government", re.compile(r"(?:phó )?thủ tướng|chính phủ$|ttg(?:cp)?$|thủ tướng")),
    ("district", re.compile(r"(?:(?:phó )?chủ tịch )?(?:ubnd|ủy ban nhân dân) (?:\d+ |các )?(?:huyện|quận|thị xã)(?!\s*ủy)")),
    ("commune", re.compile(r"(?:(?:phó )?chủ tịch )?(?:ubnd|ủy ban nhân dân) (?:các )?(?:xã|phường|thị trấn|đặc khu)(?!\w)")),
    ("province", re.compile(r"(?:(?:phó )?chủ tịch )?(?:ubnd|ủy ban nhân dân) (?:tỉnh|(?:thành phố|tp\.?) (?:hà nội|hồ chí minh|hcm|hải phòng|đà nẵng|cần thơ))(?!\w)")),
    ("ministry", re.compile(r"bộ trưởng|thứ trưởng|tổng thanh tra|thống đốc|tổng kiểm toán|bộ (?!đội|phận|chỉ huy|tư lệnh|chính trị|môn)[^\W\d]")),
    ("department", re.compile(r"(?:(?:phó )?giám đốc )?(?:các )?sở(?: |$)")),
    (None, re.compile(r"(?:phó )?giám đốc (?:đại học|đh)|(?:phó )?tổng giám đốc|bộ (?:tư lệnh|chỉ huy)|tư lệnh|tổng cục")),
    ("unit", re.compile(
        r"(?:phó )?giám đốc(?: (?:bảo hiểm xã hội|bhxh|kho bạc|công an|bệnh viện|trung tâm|ngân hàng nhà nước|ngân hàng chính sách|bưu điện|điện lực))?(?!\w)"
        r"|hiệu trưởng|chi cục trưởng|trưởng phòng|trưởng công an|chánh văn phòng|(?:phó )?cục trưởng"
    )),
)  # fmt: skip


# Bộ LĐTBXH, Tổng LĐLĐVN và …: several organs, and no one level. `Sở Văn hóa, Thể thao và Du lịch` is one.
_SEVERAL = re.compile(
    r"(?:,|(?<!\w)và)\s+(?:tổng|phòng|bộ|sở|ủy ban|ubnd|hội|liên|ban|đoàn|chủ tịch|thủ tướng|chính phủ|nhà nước|giám đốc|hiệu trưởng|công đoàn)(?!\w)"
)


@cache
def level_of(authority: str | None) -> Level | None:
    """The level of `Chủ tịch UBND tỉnh`, `Giám đốc Sở Y tế`; `None` where the words leave it open (`UBND thành phố`)."""
    folded = " ".join(fold(authority or "").split())
    if _SEVERAL.search(folded):
        return None
    return next((level for level, pattern in _LEVELS if pattern.match(folded)), None)
