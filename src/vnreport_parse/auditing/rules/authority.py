"""R202, R205, R210: who may confer what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...patterns import fold
from ...records import Award
from ...report import Report
from .amounts import all_awards, award_name, decided, decisions
from .base import Days, Hit, Limits, Texts, report_rule
from .conferrers import Level, level_of

_BELOW_PROVINCE: tuple[Level, ...] = ("department", "district", "commune", "unit")
_BELOW_STATE: tuple[Level, ...] = ("ministry", "province", *_BELOW_PROVINCE)
_HONOURS = r"(?:Nhà giáo|Thầy thuốc|Nghệ sĩ|Nghệ nhân) (?:nhân dân|ưu tú)$|Bà mẹ Việt Nam anh hùng|Anh hùng (?:Lao động|Lực lượng)"

# Title, the levels that may not confer it, and who does. Verified: audit rules E8, section 3; Luật 06/2022/QH15 Đ.77-80.
_NOT_BY: tuple[tuple[re.Pattern[str], tuple[Level, ...], Texts], ...] = (
    (
        re.compile(rf"Huân chương(?! (?:Itxala|Tự do))|Huy chương .|{_HONOURS}"),
        ("government", *_BELOW_STATE),
        Texts("Chủ tịch nước", "the President"),
    ),
    (re.compile(r"Chiến sĩ thi đua toàn quốc"), ("state", *_BELOW_STATE), Texts("Thủ tướng Chính phủ", "the Prime Minister")),
    (
        re.compile(r"Tập thể lao động xuất sắc|Chiến sĩ thi đua (?:cấp (?:tỉnh|bộ|thành phố)|bộ, ban)"),
        ("state", "government", *_BELOW_PROVINCE),
        Texts("bộ trưởng hoặc Chủ tịch Ủy ban nhân dân tỉnh", "a minister or a province's chairman"),
    ),
    (
        re.compile(r"Bằng khen$"),
        ("state", *_BELOW_PROVINCE),
        Texts("Thủ tướng, bộ trưởng hoặc Chủ tịch Ủy ban nhân dân tỉnh", "the Prime Minister, a minister or a province's chairman"),
    ),
    (re.compile(r"Giấy khen$"), ("state", "government"), Texts("thủ trưởng đơn vị", "the head of a unit")),
    (
        re.compile(r"(?:Tập thể l|L)ao động tiên tiến$|Chiến sĩ thi đua cơ sở$"),
        ("state", "government"),
        Texts("thủ trưởng đơn vị", "the head of a unit"),
    ),
)
_SOURCE = Texts("Luật 15/2003/QH11 và Luật 06/2022/QH15, Điều 77 đến 80", "Law 15/2003/QH11 and Law 06/2022/QH15, Art. 77-80")


@report_rule(
    "R202",
    title=Texts("Khen sai thẩm quyền", "A title conferred by an authority that may not"),
    why="Giám đốc sở, Chủ tịch UBND huyện, thủ trưởng đơn vị tặng Giấy khen, không tặng Bằng khen; huân chương do Chủ tịch nước tặng; mỗi danh hiệu có cấp thẩm quyền riêng.",
    message=Texts(
        "{award} không thuộc thẩm quyền của {authority}; thẩm quyền: {right}",
        "{award} is not for {authority} to confer, but for {right}",
    ),
    severity="error",
    source=_SOURCE,
    fires="Giám đốc Sở Y tế tặng Bằng khen cho 02 tập thể.",
    silent="Giám đốc Sở Y tế tặng Giấy khen cho 02 tập thể. Chủ tịch UBND tỉnh tặng Bằng khen cho 01 tập thể.",
)
def level_of_authority(report: Report, limits: Limits) -> Iterator[Hit]:
    """A director of a department or a district's chairman confers Giấy khen, no Bằng khen; orders come from the President; and so on."""
    for award in all_awards(report):
        level = level_of(award.authority)
        if level is None or award.status == "declined" or not _said_together(report, award):
            continue
        for titles, forbidden, right in _NOT_BY:
            if titles.match(award.title):
                if level in forbidden and not (level == "unit" and _is_university(report)):
                    spans = (award.evidence.get("title", award.span), award.evidence.get("authority", award.span))
                    yield Hit({"award": award_name(award), "authority": award.authority, "right": right}, spans)
                break


_HANDED_OVER = re.compile(r"(?<!\w)(?:trao|công bố|đón nhận|tôn vinh)(?!\w)")


def _said_together(report: Report, award: Award) -> bool:
    """Whether title and authority stand in one paragraph, as who confers: `trao tặng` may mean only to hand over."""
    title, authority = award.evidence.get("title"), award.evidence.get("authority")
    if title is None or authority is None:
        return False
    start, end = sorted((title, authority))
    between = report.text[start.end : end.start]
    return "\n\n" not in between and len(between) < 300 and not _HANDED_OVER.search(fold(between))


def _is_university(report: Report) -> bool:
    return "đại học" in fold(f"{report.header.issuer} {report.header.parent_organ}")


@report_rule(
    "R205",
    title=Texts("Cơ quan tham mưu không có quyền khen", "An advisory body confers an award"),
    why="Hội đồng, ban, cụm, khối thi đua chỉ xét và đề nghị; người có thẩm quyền quyết định tặng.",
    message=Texts(
        "{authority} chỉ xét, đề nghị, không quyết định tặng {award}",
        "{authority} may only examine and propose, not confer {award}",
    ),
    severity="error",
    source=Texts("Luật 06/2022/QH15, Điều 90", "Law 06/2022/QH15, Art. 90"),
    fires="Hội đồng Thi đua - Khen thưởng tỉnh tặng Bằng khen cho 02 tập thể.",
    silent="Hội đồng Thi đua - Khen thưởng tỉnh đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể.",
)
def advisory_body(report: Report, limits: Limits) -> Iterator[Hit]:
    """Councils, clusters and the boards for emulation examine and propose; somebody else decides."""
    for award in all_awards(report):
        official = re.search(r"chủ tịch (?:ubnd|ủy ban)", fold(award.authority or ""))
        if level_of(award.authority) == "advisory" and award.status in ("conferred", "proposed_and_conferred") and not official:
            yield Hit(
                {"award": award_name(award), "authority": award.authority},
                (award.span, award.evidence.get("authority", award.span)),
            )


# ---------------------------------------------------------------- the decision's number
_SIGNED_BY: tuple[tuple[re.Pattern[str], tuple[Level, ...]], ...] = (
    (re.compile(r"QĐ-CTN$"), ("state",)),
    (re.compile(r"QĐ-TT[gG]$"), ("government",)),
    (re.compile(r"QĐ-(?:CT)?UBND$"), ("province", "district", "commune")),
    (re.compile(r"QĐ-B[A-ZĐ]{1,8}(?:&[A-Z]{2,4})?$"), ("ministry",)),
    (re.compile(r"QĐ-S[A-ZĐ]{1,8}(?:&[A-ZĐ]{2,4})?$"), ("department", "unit")),
)
_OWN_NUMBERS: tuple[Level, ...] = ("state", "government", "ministry", "province", "district", "commune", "department")
_OTHER_AWARD = re.compile(r"[;\n]|(?<!\w)(?:tặng|công nhận|tặng thưởng)(?!\w)")


@report_rule(
    "R210",
    title=Texts("Ký hiệu quyết định không đúng cơ quan tặng", "The decision's number is of another authority"),
    why="Quyết định của Thủ tướng có ký hiệu QĐ-TTg, của Chủ tịch nước QĐ-CTN, của bộ trưởng theo ký hiệu của bộ.",
    message=Texts("quyết định {number} không phải của {authority}", "decision {number} is not one of {authority}"),
    severity="warning",
    source=Texts(
        "Nghị định 30/2020/NĐ-CP, Phụ lục I và III (ký hiệu văn bản)",
        "Decree 30/2020/NĐ-CP, Annexes I and III (symbols of documents)",
    ),
    fires="Bộ trưởng Bộ Y tế tặng Bằng khen cho 02 cá nhân (Quyết định số 45/QĐ-UBND ngày 12/3/2020).",
    silent="Bộ trưởng Bộ Y tế tặng Bằng khen cho 02 cá nhân (Quyết định số 45/QĐ-BYT ngày 12/3/2020).",
)
def number_and_authority(report: Report, limits: Limits) -> Iterator[Hit]:
    """A decision of the Prime Minister ends in `QĐ-TTg`, of the President in `QĐ-CTN`, of a minister in his ministry's code."""
    cited = decisions(report)
    for award in all_awards(report):
        decision, level = cited.get(award.decision or ""), level_of(award.authority)
        if decision is None or decision.number is None or level not in _OWN_NUMBERS or not _decides(report, award):
            continue
        symbol = decision.number.symbol or ""
        levels = next((levels for pattern, levels in _SIGNED_BY if pattern.search(symbol)), None)
        if levels and level not in levels and not (level == "state" and levels == ("government",)):
            spans = (award.evidence["decision"], award.evidence.get("authority", award.span))
            yield Hit({"number": decision.number.text, "authority": award.authority}, spans)


def _decides(report: Report, award: Award) -> bool:
    """Whether nothing else is conferred between the award and the decision that its sentence cites."""
    last = max((group.span.end for group in award.recipients), default=award.evidence.get("title", award.span).end)
    decision = award.evidence.get("decision")
    return decision is not None and decision.start >= last and not _OTHER_AWARD.search(fold(report.text[last : decision.start]))


# ---------------------------------------------------------------- powers that came later
@report_rule(
    "R213",
    title=Texts("Chủ tịch UBND xã chưa có thẩm quyền", "A power that communes did not have yet"),
    why="Trước khi bỏ cấp huyện, Chủ tịch UBND xã tặng Lao động tiên tiến nhưng chưa tặng Chiến sĩ thi đua cơ sở, Tập thể lao động tiên tiến.",
    message=Texts("{authority} có thẩm quyền tặng {award} chỉ từ 01/7/2025", "{authority} may confer {award} only from 2025-07-01"),
    severity="error",
    source=Texts(
        "Luật 06/2022/QH15, Điều 80; Nghị định 129/2025/NĐ-CP, Điều 59", "Law 06/2022/QH15, Art. 80; Decree 129/2025/NĐ-CP, Art. 59"
    ),
    era=Days("2024-01-01", "2025-06-30"),
    fires="SỞ NỘI VỤ\nSố: 12/BC-SNV\nBÁO CÁO\nTổng kết công tác thi đua, khen thưởng năm 2024\n1. Chủ tịch UBND xã công nhận danh hiệu Chiến sĩ thi đua cơ sở cho 02 cá nhân.",
    silent="SỞ NỘI VỤ\nSố: 12/BC-SNV\nBÁO CÁO\nTổng kết công tác thi đua, khen thưởng năm 2024\n1. Chủ tịch UBND xã công nhận danh hiệu Lao động tiên tiến cho 02 cá nhân.",
)
def commune_powers(report: Report, limits: Limits) -> Iterator[Hit]:
    """Before the district level was abolished, a commune's chairman gave Lao động tiên tiến, but not Chiến sĩ thi đua cơ sở."""
    cited = decisions(report)
    for award in all_awards(report):
        titles = award.title in ("Chiến sĩ thi đua cơ sở", "Tập thể lao động tiên tiến")
        if titles and level_of(award.authority) == "commune" and award.status != "declined" and _said_together(report, award):
            yield Hit({"award": award_name(award), "authority": award.authority}, (award.span,), when=decided(report, award, cited))
