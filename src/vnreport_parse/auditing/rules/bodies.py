"""R203, R204: bodies that no longer exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...patterns import fold
from ...report import Report
from .amounts import all_awards, day_bounds, decided, decisions
from .base import Days, Hit, Limits, Texts, report_rule
from .conferrers import level_of

_DISTRICT = re.compile(r"(?<!\w)(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân) (?:huyện|quận|thị xã)(?!\w)|(?<!\w)huyện ủy(?!\w)")
_MINISTRIES = re.compile(
    r"(?<!\w)bộ (?:kế hoạch và đầu tư|kh ?& ?đt|lao động,? ?-? ?thương binh và xã hội|lđ-?tb ?(?:&|và) ?xh|lđtbxh|thông tin và truyền thông|tt ?& ?tt|giao thông vận tải|gtvt"
    r"|nông nghiệp và phát triển nông thôn|nn ?& ?ptnt|tài nguyên và môi trường|tn ?& ?mt)(?!\w)"
)
_MINISTRY_CODES = re.compile(r"(?:^|-)(?:BKHĐT|BLĐTBXH|BTTTT|BGTVT|BNN&?PTNT|BNN|BTNMT)(?:-|$)")
_OF_2025 = "SỞ NỘI VỤ\nSố: 90/BC-SNV\nBÁO CÁO\nKết quả thi đua, khen thưởng {period} năm 2025\n"


@report_rule(
    "R203",
    title=Texts("Cấp huyện sau 30/6/2025", "The district level after 2025-06-30"),
    why="Sau ngày 30/6/2025 không còn cấp huyện để quyết định khen thưởng hay ban hành văn bản.",
    message=Texts("{body}: cấp huyện không còn từ 01/7/2025", "{body}: there is no district level from 2025-07-01"),
    severity="error",
    source=Texts(
        "Nghị định 129/2025/NĐ-CP, Điều 59 (thẩm quyền chuyển về Chủ tịch UBND xã)",
        "Decree 129/2025/NĐ-CP, Art. 59 (powers went to the communes' chairmen)",
    ),
    era=Days("2025-07-01", ""),
    fires=_OF_2025.format(period="6 tháng cuối") + "1. Chủ tịch UBND huyện tặng Giấy khen cho 02 tập thể.",
    silent=_OF_2025.format(period="6 tháng đầu") + "1. Chủ tịch UBND huyện tặng Giấy khen cho 02 tập thể.",
)
def district_level(report: Report, limits: Limits) -> Iterator[Hit]:
    """Nothing is conferred or issued by a district after 30 June 2025."""
    cited = decisions(report)
    for award in all_awards(report):
        if level_of(award.authority) == "district" and award.status != "declined":
            yield Hit(
                {"body": award.authority},
                (award.evidence.get("authority", award.span), award.span),
                when=decided(report, award, cited),
            )
    for reference in report.references:
        if reference.date and reference.issuer and _DISTRICT.search(fold(reference.issuer)):
            yield Hit({"body": reference.issuer}, (reference.span,), when=day_bounds(reference.date))


@report_rule(
    "R204",
    title=Texts("Bộ đã hợp nhất từ 01/3/2025", "A ministry that was merged on 2025-03-01"),
    why="Các bộ đã hợp nhất từ ngày 01/3/2025 không thể quyết định khen thưởng hay ban hành văn bản sau ngày đó.",
    message=Texts("{body} không còn từ 01/3/2025", "{body} no longer exists from 2025-03-01"),
    severity="error",
    source=Texts(
        "Nghị quyết của Quốc hội về cơ cấu tổ chức Chính phủ, tháng 02/2025",
        "National Assembly resolution on the structure of the Government, February 2025",
    ),
    era=Days("2025-03-01", ""),
    fires=_OF_2025.format(period="6 tháng cuối") + "1. Bộ trưởng Bộ Giao thông vận tải tặng Bằng khen cho 02 tập thể.",
    silent=_OF_2025.format(period="6 tháng cuối") + "1. Bộ trưởng Bộ Xây dựng tặng Bằng khen cho 02 tập thể.",
)
def merged_ministries(report: Report, limits: Limits) -> Iterator[Hit]:
    """Six ministries were merged into others on 1 March 2025; later decisions are not theirs."""
    cited = decisions(report)
    for award in all_awards(report):
        if award.authority and _MINISTRIES.search(fold(award.authority)) and award.status != "declined":
            yield Hit(
                {"body": award.authority},
                (award.evidence.get("authority", award.span), award.span),
                when=decided(report, award, cited),
            )
    for reference in report.references:
        code = reference.number.symbol if reference.number and reference.number.symbol else ""
        named = bool(reference.issuer and _MINISTRIES.search(fold(reference.issuer)))
        if reference.date and (named or _MINISTRY_CODES.search(code)):
            body = reference.issuer if named else reference.number.text if reference.number else code
            yield Hit({"body": body}, (reference.span,), when=day_bounds(reference.date))
