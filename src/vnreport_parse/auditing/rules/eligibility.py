"""R201, R206 to R209, R211, R212: who may be given what, and how many."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from ...patterns import fold
from ...records import Award, RecipientKind
from ...report import Report
from ...spans import Span
from .amounts import KINDS, RESULTS, achieved, all_awards, award_name, count_span, counted, is_own, sentence, told
from .base import Days, Hit, Limits, Texts, Threshold, decimal, report_rule

_LAW = Texts(
    "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 19 đến 28 (và Luật 15/2003/QH11)",
    "Law on Emulation and Commendation 06/2022/QH15, Art. 19-28 (and Law 15/2003/QH11)",
)
_PERSONAL = re.compile(r"Chiến sĩ thi đua|Lao động tiên tiến$|Chiến sĩ tiên tiến|Kỷ niệm chương|Huy chương")
_JOINT = re.compile(r"Cờ thi đua|Tập thể lao động|Đơn vị (?:quyết thắng|tiên tiến)")
_ADVANCED = ("Lao động tiên tiến", "Chiến sĩ tiên tiến")
_FIGHTER = "Chiến sĩ thi đua cơ sở"


@report_rule(
    "R201",
    title=Texts("Danh hiệu trao sai đối tượng", "A title given to the wrong kind of recipient"),
    why="Kỷ niệm chương, huy chương, Chiến sĩ thi đua, Lao động tiên tiến chỉ dành cho cá nhân; Cờ thi đua và danh hiệu tập thể chỉ dành cho tập thể.",
    message=Texts("{award} không dành cho {given}", "{award} is not for {given}"),
    severity="error",
    source=_LAW,
    fires="Công nhận danh hiệu Chiến sĩ thi đua cơ sở cho 02 tập thể.",
    silent="Công nhận danh hiệu Chiến sĩ thi đua cơ sở cho 02 cá nhân.",
)
def kind_of_recipient(report: Report, limits: Limits) -> Iterator[Hit]:
    """Kỷ niệm chương, huy chương, Chiến sĩ thi đua and Lao động tiên tiến are for persons; Cờ thi đua and the titles of collectives for collectives."""
    for award in all_awards(report):
        allowed = _allowed(award)
        for group in award.recipients if allowed else ():
            family = group.kind == "household" and award.title.endswith("Kháng chiến")  # of those who have died
            if group.explicit and not family and group.kind not in (allowed, "mixed", "other"):
                given = told(group.kind, group.count) if group.count is not None else KINDS[group.kind]
                yield Hit({"award": award_name(award), "given": given}, (award.evidence.get("title", award.span), group.span))


def _allowed(award: Award) -> RecipientKind | None:
    if _PERSONAL.match(award.title):
        return "individual"
    return "collective" if _JOINT.match(award.title) else None


# ---------------------------------------------------------------- Chiến sĩ thi đua cơ sở and Lao động tiên tiến
def _pairs(report: Report) -> Iterator[tuple[Award, int, int, list[Award]]]:
    """A figure of Chiến sĩ thi đua cơ sở, with the Lao động tiên tiến told for the same people.

    They are of one table or section, one status and authority; where several may be meant, none is.
    """
    places: dict[tuple[str | None, str], list[Award]] = {}
    for award in report.awards:
        figures = bool(award.recipients) and all(group.explicit for group in award.recipients)  # no list of who got what
        if award.title in (_FIGHTER, *_ADVANCED) and figures and is_own(award) and award.status in (*RESULTS, "proposed"):
            places.setdefault((award.section, award.status), []).append(award)
    for told_here in places.values():
        fighters = [award for award in told_here if award.title == _FIGHTER]
        if len(fighters) != 1:
            continue
        fighter = fighters[0]
        alike = [a for a in told_here if a is not fighter and (a.rule, a.authority) == (fighter.rule, fighter.authority)]
        mine, advanced = counted(fighter), [counted(a) for a in alike]
        if not mine or not alike or len({a.title for a in alike}) < len(alike) or None in advanced:
            continue
        number, all_of = mine["individual"], sum(sums["individual"] for sums in advanced if sums)
        if number and all_of:
            yield fighter, number, all_of, alike


@report_rule(
    "R206",
    title=Texts("Chiến sĩ thi đua cơ sở nhiều hơn Lao động tiên tiến", "More Chiến sĩ thi đua cơ sở than Lao động tiên tiến"),
    why="Chiến sĩ thi đua cơ sở được chọn trong số Lao động tiên tiến (hoặc Chiến sĩ tiên tiến) nên không thể nhiều hơn.",
    message=Texts(
        "{fighters} Chiến sĩ thi đua cơ sở, chỉ {advanced} Lao động tiên tiến",
        "{fighters} Chiến sĩ thi đua cơ sở, but {advanced} Lao động tiên tiến",
    ),
    severity="error",
    source=Texts("Luật 06/2022/QH15, Điều 23 khoản 1", "Law 06/2022/QH15, Art. 23(1)"),
    fires="Công nhận danh hiệu Lao động tiên tiến cho 10 cá nhân, danh hiệu Chiến sĩ thi đua cơ sở cho 12 cá nhân.",
    silent="Công nhận danh hiệu Lao động tiên tiến cho 90 cá nhân, danh hiệu Chiến sĩ thi đua cơ sở cho 12 cá nhân.",
)
def fighters_within_advanced(report: Report, limits: Limits) -> Iterator[Hit]:
    """Chiến sĩ thi đua cơ sở are chosen among those who are Lao động tiên tiến (or Chiến sĩ tiên tiến)."""
    for fighter, number, advanced, alike in _pairs(report):
        if number > advanced:
            yield Hit({"fighters": number, "advanced": advanced}, (count_span(fighter), *(count_span(a) for a in alike)))


def _share(report: Report, limits: Limits) -> Iterator[Hit]:
    """Chiến sĩ thi đua cơ sở beyond the share, a part of a person counted as one."""
    for fighter, number, advanced, alike in _pairs(report):
        most = math.ceil(advanced * limits["percent"] / 100)
        if most < number <= advanced:
            percent = decimal(100 * number / advanced)
            details = {"fighters": number, "advanced": advanced, "percent": percent, "cap": f"{limits['percent']:g}"}
            yield Hit(details, (count_span(fighter), *(count_span(a) for a in alike)), when=achieved(report, fighter))


_SHARE_TOLD = Texts(
    "{fighters} Chiến sĩ thi đua cơ sở trên {advanced} Lao động tiên tiến là {percent}%, quá {cap}%",
    "{fighters} Chiến sĩ thi đua cơ sở of {advanced} Lao động tiên tiến are {percent}%, more than {cap}%",
)
_CAP = Texts("tỷ lệ phần trăm tối đa", "the largest share in percent")
_REPORT_OF = "SỞ Y TẾ\nSố: 12/BC-SYT\nBÁO CÁO\nTổng kết công tác thi đua, khen thưởng năm {year}\n"


@report_rule(
    "R207",
    title=Texts("Chiến sĩ thi đua cơ sở quá 15%", "Chiến sĩ thi đua cơ sở above 15 %"),
    why="Đến hết năm 2023, Chiến sĩ thi đua cơ sở không quá 15% số Lao động tiên tiến; tính theo năm thành tích.",
    message=_SHARE_TOLD,
    severity="error",
    source=Texts(
        "Nghị định 91/2017/NĐ-CP, Điều 9 khoản 3 (hết hiệu lực từ 01/01/2024)",
        "Decree 91/2017/NĐ-CP, Art. 9(3) (no longer in force from 2024-01-01)",
    ),
    era=Days("2017-10-01", "2023-12-31"),
    thresholds={"percent": Threshold(15.0, _CAP)},
    fires=_REPORT_OF.format(year=2019)
    + "1. Công nhận danh hiệu Lao động tiên tiến cho 50 cá nhân, danh hiệu Chiến sĩ thi đua cơ sở cho 12 cá nhân.",
    silent=_REPORT_OF.format(year=2024)
    + "1. Công nhận danh hiệu Lao động tiên tiến cho 50 cá nhân, danh hiệu Chiến sĩ thi đua cơ sở cho 12 cá nhân.",
)
def national_cap(report: Report, limits: Limits) -> Iterator[Hit]:
    """To the end of 2023 at most 15 % of those with Lao động tiên tiến could be Chiến sĩ thi đua cơ sở; the year of the achievement decides."""
    yield from _share(report, limits)


@report_rule(
    "R208",
    title=Texts(
        "Chiến sĩ thi đua cơ sở quá tỷ lệ của bộ, tỉnh", "Chiến sĩ thi đua cơ sở above the own cap of a ministry or province"
    ),
    why="Bộ, tỉnh có thể giữ tỷ lệ riêng từ năm 2024: đặt ngưỡng percent rồi chọn quy tắc này.",
    message=_SHARE_TOLD,
    severity="warning",
    source=Texts(
        "Quy định riêng của bộ, tỉnh (từ 2024 không còn tỷ lệ chung)",
        "A rule of one's ministry or province (from 2024 there is no national cap)",
    ),
    era=Days("2024-01-01", ""),
    on=False,
    thresholds={"percent": Threshold(15.0, _CAP)},
    fires=_REPORT_OF.format(year=2024)
    + "1. Công nhận danh hiệu Lao động tiên tiến cho 50 cá nhân, danh hiệu Chiến sĩ thi đua cơ sở cho 12 cá nhân.",
    silent=_REPORT_OF.format(year=2024)
    + "1. Công nhận danh hiệu Lao động tiên tiến cho 50 cá nhân, danh hiệu Chiến sĩ thi đua cơ sở cho 07 cá nhân.",
)
def own_cap(report: Report, limits: Limits) -> Iterator[Hit]:
    """A ministry or province may keep a cap of its own: set `percent` and select the rule."""
    yield from _share(report, limits)


@report_rule(
    "R209",
    title=Texts(
        "Chiến sĩ thi đua cơ sở không có trong danh sách Lao động tiên tiến",
        "A Chiến sĩ thi đua cơ sở who is no Lao động tiên tiến",
    ),
    why="Khi kể tên mọi Lao động tiên tiến thì mỗi Chiến sĩ thi đua cơ sở phải có tên trong đó.",
    message=Texts(
        "{name} là Chiến sĩ thi đua cơ sở nhưng không có tên trong danh sách Lao động tiên tiến",
        "{name} is Chiến sĩ thi đua cơ sở, but not named among the Lao động tiên tiến",
    ),
    severity="warning",
    source=Texts("Luật 06/2022/QH15, Điều 23 khoản 1", "Law 06/2022/QH15, Art. 23(1)"),
    fires="- Công nhận danh hiệu Lao động tiên tiến cho 02 cá nhân: Nguyễn Thị Hoa, Trần Văn Bình.\n- Công nhận danh hiệu Chiến sĩ thi đua cơ sở cho 01 cá nhân: Lê Thị Cúc.",
    silent="- Công nhận danh hiệu Lao động tiên tiến cho 02 cá nhân: Nguyễn Thị Hoa, Trần Văn Bình.\n- Công nhận danh hiệu Chiến sĩ thi đua cơ sở cho 01 cá nhân: Trần Văn Bình.",
)
def fighter_is_advanced(report: Report, limits: Limits) -> Iterator[Hit]:
    """Where all Lao động tiên tiến are named, each Chiến sĩ thi đua cơ sở is among them."""
    for fighter, _, _, alike in _pairs(report):
        groups = [group for award in alike for group in award.recipients]
        if any(group.count != len(group.names) for group in (*groups, *fighter.recipients)):
            continue
        names = {fold(name) for group in groups for name in group.names}
        for group in fighter.recipients:
            for name in group.names:
                if fold(name) not in names:
                    yield Hit({"name": name}, (group.span, *(other.span for other in groups)))


# ---------------------------------------------------------------- other conditions
_POSTHUMOUS = re.compile(r"(?<!\w)truy tặng(?!\w)")
_LIVING = re.compile(r"(?<!\w)(?:và|,|;|hoặc)\s*(?:tặng|phong tặng)(?!\w)|(?<!truy )(?<!\w)tặng(?!\w)")


@report_rule(
    "R211",
    title=Texts("Truy tặng cho tập thể", "A posthumous award to a collective"),
    why="Truy tặng chỉ dành cho cá nhân đã mất.",
    message=Texts("truy tặng {award} cho {given}", "{award} awarded posthumously to {given}"),
    severity="error",
    source=Texts(
        "Luật Thi đua, khen thưởng 06/2022/QH15 (truy tặng chỉ cho cá nhân)", "Law 06/2022/QH15 (posthumous awards are for persons)"
    ),
    fires="Chủ tịch nước truy tặng Huân chương Lao động hạng Ba cho 02 tập thể.",
    silent="Chủ tịch nước truy tặng Huân chương Lao động hạng Ba cho 02 cá nhân.",
)
def posthumous_to_persons(report: Report, limits: Limits) -> Iterator[Hit]:
    """`Truy tặng` is for persons who have died."""
    for award in all_awards(report):
        start = sentence(report.text, award.span).start
        said = fold(report.text[start : max(award.evidence.get("title", award.span).start, start)])
        if not _POSTHUMOUS.search(said) or _LIVING.search(said):
            continue
        for group in award.recipients:
            if group.kind == "collective" and group.explicit and group.count:
                yield Hit({"award": award_name(award), "given": told(group.kind, group.count)}, (award.span, group.span))


_VOTES = re.compile(
    r"(?<![\w/.,])(?P<part>\d{1,2})/(?P<whole>\d{1,2}) (?:phiếu|thành viên|ủy viên)|(?<![\w/.,])(?P<percent>\d{1,3}(?:,\d{1,2})?) ?% (?:tổng )?(?:số )?phiếu"
)


@report_rule(
    "R214",
    title=Texts("Số phiếu không đủ", "Too few votes"),
    why="Hội đồng phải đạt từ 90% phiếu của tổng số thành viên đối với Chiến sĩ thi đua toàn quốc, cấp bộ, tỉnh và danh hiệu anh hùng, từ 80% đối với Chiến sĩ thi đua cơ sở.",
    message=Texts("{award}: {votes} là {percent}%, cần từ {needed}%", "{award}: {votes} is {percent}%, {needed}% needed"),
    severity="error",
    source=Texts("Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7", "Decree 98/2023/NĐ-CP, Art. 30(7)"),
    era=Days("2024-01-01", "2025-06-30"),
    thresholds={
        "high": Threshold(
            90,
            Texts(
                "phần trăm phiếu cho danh hiệu cấp bộ, tỉnh trở lên",
                "percent of votes for titles of ministry or province and above",
            ),
        ),
        "low": Threshold(80, Texts("phần trăm phiếu cho Chiến sĩ thi đua cơ sở", "percent of votes for Chiến sĩ thi đua cơ sở")),
    },
    fires=_REPORT_OF.format(year=2024)
    + "1. Hội đồng bỏ phiếu (12/15 phiếu) đề nghị Chủ tịch UBND tỉnh tặng danh hiệu Chiến sĩ thi đua cấp tỉnh cho 02 cá nhân.",
    silent=_REPORT_OF.format(year=2024)
    + "1. Hội đồng bỏ phiếu (14/15 phiếu) đề nghị Chủ tịch UBND tỉnh tặng danh hiệu Chiến sĩ thi đua cấp tỉnh cho 02 cá nhân.",
)
def enough_votes(report: Report, limits: Limits) -> Iterator[Hit]:
    """Of all members of the council 90 % must vote for a hero or a Chiến sĩ thi đua of ministry, province or nation, 80 % for one of the base."""
    awards = all_awards(report)
    for at, award in enumerate(awards):
        if award.status in ("registered", "declined") or not re.match(r"Chiến sĩ thi đua .|Anh hùng ", award.title):
            continue
        needed = limits["low"] if award.title == _FIGHTER else limits["high"]
        around = sentence(report.text, award.span)
        others = [other for other in awards[max(at - 4, 0) : at + 5] if other is not award and around.holds(other.span)]
        for found in _VOTES.finditer(fold(around.of(report.text))) if not others else ():
            votes = (
                100 * int(found["part"]) / int(found["whole"] or 1) if found["part"] else float(found["percent"].replace(",", "."))
            )
            if votes < needed and (not found["part"] or int(found["part"]) <= int(found["whole"])):
                details = {
                    "award": award_name(award),
                    "votes": found[0],
                    "percent": decimal(votes),
                    "needed": f"{needed:g}",
                }
                yield Hit(details, (Span(*found.span()).shift(around.start), award.span), when=achieved(report, award))


_TERM = re.compile(
    r"(?<![\w/.,])(\d{1,2}) (?:năm|lần) liên (?:tục|tiếp)(?: (?:được )?(?:tặng|công nhận|đạt|là)(?: danh hiệu)?)? ?(chiến sĩ thi đua cơ sở|cstđcs|cstđ cơ sở|chiến sĩ thi đua (?:cấp )?(?:bộ|tỉnh)[^\W\d]*)?"
)


@report_rule(
    "R212",
    title=Texts(
        "Số năm liên tục không đủ cho Chiến sĩ thi đua cấp bộ, tỉnh",
        "Too few consecutive years for Chiến sĩ thi đua of a ministry or province",
    ),
    why="Chiến sĩ thi đua cấp bộ, tỉnh xét trong số người có 03 lần liên tục đạt Chiến sĩ thi đua cơ sở.",
    message=Texts(
        "{award}: nêu {stated} năm liên tục, cần {needed}", "{award}: {stated} consecutive years stated, {needed} needed"
    ),
    severity="warning",
    source=Texts(
        "Luật 06/2022/QH15, Điều 22 (03 lần liên tục Chiến sĩ thi đua cơ sở)",
        "Law 06/2022/QH15, Art. 22 (three consecutive times Chiến sĩ thi đua cơ sở)",
    ),
    era=Days("2024-01-01", ""),
    thresholds={"years": Threshold(3, Texts("số năm liên tục", "consecutive years"))},
    fires=_REPORT_OF.format(year=2024)
    + "1. Đề nghị Chủ tịch UBND tỉnh tặng danh hiệu Chiến sĩ thi đua cấp tỉnh cho 02 cá nhân có 02 năm liên tục đạt Chiến sĩ thi đua cơ sở.",
    silent=_REPORT_OF.format(year=2024)
    + "1. Đề nghị Chủ tịch UBND tỉnh tặng danh hiệu Chiến sĩ thi đua cấp tỉnh cho 02 cá nhân có 03 năm liên tục đạt Chiến sĩ thi đua cơ sở.",
)
def consecutive_years(report: Report, limits: Limits) -> Iterator[Hit]:
    """Chiến sĩ thi đua cấp bộ, tỉnh is for those who were Chiến sĩ thi đua cơ sở in three consecutive years."""
    for award in all_awards(report):
        if not re.match(r"Chiến sĩ thi đua (?:cấp (?:tỉnh|bộ)|bộ, ban|ngành)", award.title):
            continue
        around = sentence(report.text, award.span)
        for found in _TERM.finditer(fold(report.text[award.span.start : around.end])):
            stated = int(found[1])
            if stated < limits["years"] and found[2] and found[2].startswith(("chiến sĩ thi đua cơ", "cstđcs", "cstđ cơ")):
                details = {"award": award_name(award), "stated": stated, "needed": f"{limits['years']:g}"}
                yield Hit(details, (award.span,), when=achieved(report, award))
                break
