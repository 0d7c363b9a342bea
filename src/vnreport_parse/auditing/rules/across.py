"""R401 to R405: the same report twice, the half-year and the year, superior and subordinates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from ...dates import Period
from ..consolidate import authority_of
from ..facts import Context, Facts, FigureFact
from ..periods import day_words, days_of, holds, longer, overlaps
from ..records import Evidence
from ..unit_names import unit_key, words_of
from ..wording import period_words
from .base import Hit, Texts, across_rule
from .letters import sample

_COUNTING = Texts("Phép cộng và đối chiếu giữa các báo cáo", "Counting, and reports held against each other")
_CONFERRED = frozenset({"conferred", "proposed_and_conferred"})
_GIVEN = "Chủ tịch UBND tỉnh tặng Bằng khen cho 04 tập thể và 09 cá nhân."
_FEWER = "Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể và 05 cá nhân."

# title, qualifier, rank, authority, kind, and the years of the achievement where they lie before the report's period
Award = tuple[str, str | None, str | None, str | None, str | None, str]
_YEARS = re.compile(r"(?<!\w)(?:năm(?: học)?|giai đoạn) ((?:19|20)\d\d)(?: ?[-–,] ?((?:19|20)\d\d))?", re.IGNORECASE)


def _head(facts: Facts) -> tuple[Evidence, ...]:
    return (facts.head,) if facts.head is not None else ()


def _called(facts: Facts) -> str:
    """How a message names a report: by its number and date, else by its path."""
    return " ".join(filter(None, (facts.number, facts.date and f"({day_words(facts.date)})"))) if facts.serial else facts.name


# ---------------------------------------------------------------- the same report twice
@across_rule(
    "R401",
    title=Texts("Một báo cáo nộp hai lần", "The same report twice"),
    message=Texts("trùng báo cáo: {one} giống {other}; chỉ tính {other}", "the same report: {one} and {other}; {other} is counted"),
    severity="warning",
    source=_COUNTING,
    why="Hai tệp chứa cùng một báo cáo (theo lời văn, hoặc theo số, ngày và đơn vị): cộng cả hai thì mọi số bị tính hai lần.",
    fires=(sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _GIVEN),) * 2,
    silent=(
        sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _GIVEN),
        sample("Sở Xây dựng", 15, "2022-06-10", "6 tháng đầu năm 2022", _GIVEN),
    ),
)
def same_report(reports: Sequence[Facts], context: Context) -> Iterator[Hit]:
    """Two files hold one report, by their text or by number, date and unit: adding both would count every award twice."""
    named = {facts.name: facts for facts in reports}
    for facts in reports:
        if facts.why == "duplicate" and facts.instead in named:
            other = named[facts.instead]
            details = {"one": facts.name, "other": other.name}
            yield Hit(
                details,
                evidence=(*_head(facts), *_head(other)),
                reports=(facts.name, other.name),
                unit=facts.unit,
                period=facts.unit_period,
            )


@across_rule(
    "R402",
    title=Texts("Dự thảo và bản chính thức", "A draft and its final version"),
    message=Texts(
        "dự thảo: {one} đã có bản chính thức {other}; chỉ tính bản chính thức",
        "a draft: {one} is final as {other}, which is counted",
    ),
    severity="info",
    source=_COUNTING,
    why="Bản chưa có số, ngày hoặc người ký nằm cạnh bản chính thức của cùng đơn vị, kỳ và trích yếu.",
    fires=(
        sample("Sở Y tế", None, "2022-06-XX", "6 tháng đầu năm 2022", _FEWER),
        sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _GIVEN),
    ),
    silent=(
        sample("Sở Y tế", None, "2022-12-XX", "năm 2022", _FEWER),
        sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _GIVEN),
    ),
)
def draft_and_final(reports: Sequence[Facts], context: Context) -> Iterator[Hit]:
    """A version without number, day or signer stands beside the final one of the same unit, period and subject."""
    named = {facts.name: facts for facts in reports}
    for facts in reports:
        if facts.why == "draft" and facts.instead in named:
            other = named[facts.instead]
            details = {"one": facts.name, "other": _called(other)}
            yield Hit(
                details,
                evidence=(*_head(facts), *_head(other)),
                reports=(facts.name, other.name),
                unit=facts.unit,
                period=facts.unit_period,
            )


@across_rule(
    "R403",
    title=Texts("Một đơn vị có nhiều báo cáo cho một kỳ", "Several reports of one unit about one period"),
    message=Texts(
        "{unit} có {count} báo cáo cùng trích yếu cho kỳ {period}: {reports}; số liệu đang được cộng từ tất cả",
        "{unit} has {count} reports with one subject about {period}: {reports}; all of them are added up",
    ),
    severity="warning",
    source=_COUNTING,
    why="Hai báo cáo chính thức về cùng một việc, cùng kỳ: nhiều khả năng bản sau thay bản trước, mà tổng đang gồm cả hai.",
    fires=(
        sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _FEWER),
        sample("Sở Y tế", 21, "2022-06-24", "6 tháng đầu năm 2022", _GIVEN),
    ),
    silent=(
        sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _FEWER),
        sample("Sở Y tế", 90, "2022-12-12", "năm 2022", _GIVEN),
    ),
)
def reported_twice(reports: Sequence[Facts], context: Context) -> Iterator[Hit]:
    """Two final reports about the same matter and time: one probably replaces the other, and the sum holds both."""
    groups: dict[Hashable, list[Facts]] = defaultdict(list)
    for facts in _settled(reports):
        groups[facts.unit, facts.unit_period, facts.doc_type, words_of(facts.subject or "")].append(facts)
    for group in groups.values():
        if len(group) > 1:
            details = {"unit": group[0].unit, "period": _shown(group[0].unit_period), "count": len(group),
                       "reports": ", ".join(map(_called, group))}  # fmt: skip
            evidence = tuple(shown for facts in group for shown in _head(facts))
            yield Hit(
                details,
                evidence=evidence,
                reports=tuple(facts.name for facts in group),
                unit=group[0].unit,
                period=group[0].unit_period,
            )


def _shown(period: Period | None) -> Texts:
    """A period in words."""
    return Texts(period_words(period, "vi"), period_words(period, "en"))


def _settled(reports: Iterable[Facts]) -> list[Facts]:
    """The reports that count and whose unit and period are known."""
    return [facts for facts in reports if facts.counted and facts.unit is not None and facts.unit_period is not None]


# ---------------------------------------------------------------- part and whole
@across_rule(
    "R404",
    title=Texts("Số của kỳ ngắn lớn hơn số của cả kỳ", "The half-year says more than the year"),
    message=Texts(
        "{award}: {part_period} là {part}, cả {whole_period} chỉ {whole}",
        "{award}: {part} in {part_period}, only {whole} in all of {whole_period}",
    ),
    severity="error",
    source=_COUNTING,
    why="Số đã khen trong một phần của năm nằm trong số của cả năm: số cả năm không thể nhỏ hơn.",
    fires=(
        sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _GIVEN),
        sample("Sở Y tế", 90, "2022-12-12", "năm 2022", _FEWER),
    ),
    silent=(
        sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _FEWER),
        sample("Sở Y tế", 90, "2022-12-12", "năm 2022", _GIVEN),
    ),
)
def half_year_against_year(reports: Sequence[Facts], context: Context) -> Iterator[Hit]:
    """What a unit was awarded in a part of a year it was awarded in the year: the annual figure cannot be the smaller one."""
    units: dict[str | None, dict[Period, list[Facts]]] = defaultdict(lambda: defaultdict(list))
    for facts in _settled(reports):
        if facts.unit_period is not None:
            units[facts.unit][facts.unit_period].append(facts)
    for unit, periods in sorted(units.items(), key=lambda row: row[0] or ""):
        for whole, part in sorted((a, b) for a in periods for b in periods if longer(a, b)):
            sums, parts = _sums(periods[whole]), _sums(periods[part])
            for award in sorted(set(sums) & set(parts), key=_sortable):
                more, less = _total(parts[award]), _total(sums[award])
                if more > less:
                    details = {
                        "award": _award_name(award),
                        "part": more,
                        "whole": less,
                        "part_period": _shown(part),
                        "whole_period": _shown(whole),
                    }
                    evidence = tuple(figure.evidence for figure in (*parts[award], *sums[award]))
                    yield Hit(details, evidence=evidence, unit=unit, period=whole)


def _sums(reports: Iterable[Facts]) -> Mapping[Award, list[FigureFact]]:
    """The conferred figures by award. A title that a report only lists again, or proposes, is not among them."""
    sums: dict[Award, list[FigureFact]] = defaultdict(list)
    for facts in reports:
        for figure in facts.figures:
            if figure.summable and figure.status in _CONFERRED and figure.carrier == "recipients" and not figure.approximate:
                authority = " ".join(words_of(authority_of(facts, figure.authority))) if figure.authority else None
                sums[figure.title, figure.qualifier, figure.rank, authority, figure.kind, _achieved(facts, figure)].append(figure)
    return sums


def _achieved(facts: Facts, figure: FigureFact) -> str:
    """The years that the figure's sentence names, where none of them is the report's own.

    A report of 2022 tells the titles of 2021, and those are not the ones that the year's report tells of 2022.
    """
    told = figure.period or " ".join(year for found in _YEARS.findall(figure.evidence.excerpt) for year in found if year)
    years = set(re.findall(r"\d{4}", told))
    days = days_of(facts.unit_period) if facts.unit_period else None
    own = {str(year) for year in range(days.first[0], days.last[0] + 1)} if days else set()
    return "" if years & own else " ".join(sorted(years))


def _total(figures: Iterable[FigureFact]) -> int:
    return sum(figure.count or 0 for figure in figures)


def _sortable(award: Award) -> tuple[str, ...]:
    return tuple(part or "" for part in award)


def _award_name(award: Award) -> str:
    title, qualifier, rank, _, kind, _ = award
    noun = {"collective": "tập thể", "individual": "cá nhân", "household": "hộ gia đình"}.get(kind or "", "")
    named = " ".join(filter(None, (title, rank, f"“{qualifier}”" if qualifier else "")))
    return f"{named} ({noun})" if noun else named


@across_rule(
    "R405",
    title=Texts(
        "Tổng của các đơn vị trực thuộc lớn hơn số của cấp trên", "Subordinate units add up to more than their superior says"
    ),
    message=Texts(
        "{award}, kỳ {period}: {units} đơn vị trực thuộc cộng lại {parts}, {superior} nêu {whole}",
        "{award}, {period}: {units} subordinate units add up to {parts}, {superior} says {whole}",
    ),
    severity="warning",
    source=_COUNTING,
    why="Số mà các đơn vị trực thuộc được một cấp khen thì cấp trên cũng tính: số của cấp trên không thể nhỏ hơn tổng của các đơn vị.",
    fires=(
        sample("Sở Y tế", 15, "2022-12-10", "năm 2022", _FEWER),
        sample("Bệnh viện Đa khoa khu vực Đông Khê", 7, "2022-12-01", "năm 2022", _GIVEN, parent="Sở Y tế tỉnh Lam Khê"),
    ),
    silent=(
        sample("Sở Y tế", 15, "2022-12-10", "năm 2022", _GIVEN),
        sample("Bệnh viện Đa khoa khu vực Đông Khê", 7, "2022-12-01", "năm 2022", _FEWER, parent="Sở Y tế tỉnh Lam Khê"),
    ),
)
def subordinates_against_superior(reports: Sequence[Facts], context: Context) -> Iterator[Hit]:
    """What the units under an organ received from one authority, the organ counts too: it cannot say less than they together."""
    settled = _settled(reports)
    by_key: dict[Hashable, list[Facts]] = defaultdict(list)
    for facts in settled:
        if facts.issuer:
            by_key[_identity(facts.issuer, facts.parent_organ, facts.place), facts.unit_period].append(facts)
    under: dict[Hashable, list[Facts]] = defaultdict(list)
    for facts in settled:
        if facts.parent_organ and facts.issuer:
            above = _identity(facts.parent_organ, None, None)
            if above != _identity(facts.issuer, facts.parent_organ, facts.place):
                under[above, facts.unit_period].append(facts)
    for key, below in under.items():
        for superior in by_key.get(key, ())[:1]:
            whole, parts = _sums(by_key[key]), _sums(below)
            for award in sorted(set(whole) & set(parts), key=_sortable):
                if award[3] is not None and _total(parts[award]) > _total(whole[award]):
                    details = {"award": _award_name(award), "period": _shown(superior.unit_period), "superior": superior.unit,
                               "units": len({figure.evidence.report for figure in parts[award]}),
                               "parts": _total(parts[award]), "whole": _total(whole[award])}  # fmt: skip
                    evidence = tuple(figure.evidence for figure in (*whole[award], *parts[award]))
                    yield Hit(details, evidence=evidence, unit=superior.unit, period=superior.unit_period)


def _identity(issuer: str, parent: str | None, place: str | None) -> Hashable:
    """A unit by its words and the names of its places, whatever level each is known at."""
    key = unit_key(issuer, parent, place)
    return key.words, frozenset(place.name for place in key.places)


@across_rule(
    "R410",
    title=Texts("Hai báo cáo của một đơn vị chồng lên nhau về thời gian", "Two reports of a unit overlap in time"),
    message=Texts(
        "{unit}: kỳ {one} và kỳ {other} chồng lên nhau; khi cộng các kỳ, phần chung có thể bị tính hai lần",
        "{unit}: {one} and {other} overlap; where periods are added, what they share may be counted twice",
    ),
    severity="info",
    source=_COUNTING,
    why="Không kỳ nào chứa kỳ kia, nên không báo cáo nào thay được báo cáo kia: số của thời gian chung có ở cả hai.",
    fires=(
        sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _GIVEN),
        sample("Sở Y tế", 90, "2022-09-12", "từ tháng 4 năm 2022 đến tháng 9 năm 2022", _FEWER),
    ),
    silent=(
        sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _FEWER),
        sample("Sở Y tế", 90, "2022-12-12", "năm 2022", _GIVEN),
    ),
)
def overlapping_periods(reports: Sequence[Facts], context: Context) -> Iterator[Hit]:
    """Neither period holds the other, so that neither report stands for both: an award of the time they share is in both."""
    periods: dict[str | None, dict[Period, Facts]] = defaultdict(dict)
    for facts in _settled(reports):
        if facts.unit_period is not None:
            periods[facts.unit].setdefault(facts.unit_period, facts)
    for unit, told in sorted(periods.items(), key=lambda row: row[0] or ""):
        for one, other in combinations(sorted(told), 2):
            if overlaps(one, other) and not holds(one, other) and not holds(other, one):
                details = {"unit": unit, "one": _shown(one), "other": _shown(other)}
                first, second = told[one], told[other]
                evidence = (*_head(first), *_head(second))
                yield Hit(details, evidence=evidence, reports=(first.name, second.name), unit=unit, period=other)
