"""R406, R407: one decision as several reports cite it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from ...dates import PartialDate
from ..consolidate import authority_of
from ..facts import CitedFact, Context, Facts, FigureFact
from ..periods import day_words
from ..unit_names import unit_key, words_of
from .base import Hit, Texts, across_rule
from .letters import sample

_COUNTING = Texts("Đối chiếu giữa các báo cáo", "Reports held against each other")
_CITED = "Thực hiện Quyết định số 318/QĐ-UBND ngày {} của UBND tỉnh."
_DECIDED = "Tại Quyết định số 318/QĐ-UBND ngày 02/3/2022, Chủ tịch UBND tỉnh tặng Bằng khen cho {} cá nhân."


@across_rule(
    "R406",
    title=Texts("Một văn bản được viện dẫn với hai ngày khác nhau", "One document cited with two dates"),
    message=Texts(
        "{number} được ghi ngày {one} và ngày {other}",
        "{number} is dated {one} and {other}",
    ),
    severity="warning",
    source=_COUNTING,
    why="Số văn bản đánh lại từ đầu mỗi năm, nhiều cơ quan dùng chung ký hiệu: cùng cơ quan, cùng số, cùng năm là một văn bản.",
    fires=(
        sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _CITED.format("02/3/2022")),
        sample("Sở Xây dựng", 9, "2022-06-12", "6 tháng đầu năm 2022", _CITED.format("03/3/2022")),
    ),
    silent=(
        sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _CITED.format("02/3/2022")),
        sample("Sở Xây dựng", 9, "2022-06-12", "6 tháng đầu năm 2022", _CITED.format("15/4/2021")),
    ),
)
def two_dates(reports: Sequence[Facts], context: Context) -> Iterator[Hit]:
    """Numbers begin again every year, and many organs share a symbol: so one issuer, one number and one year make one document."""
    cited: dict[Hashable, dict[PartialDate, list[tuple[Facts, CitedFact]]]] = defaultdict(lambda: defaultdict(list))
    for facts in reports:
        if facts.why == "duplicate":
            continue
        for reference in facts.references:
            if reference.number_key and reference.issuer and reference.date is not None and reference.date.complete:
                cited[reference.number_key, _issuer(facts, reference.issuer)][reference.date].append((facts, reference))
    for dates in cited.values():
        for one, other in combinations(sorted(dates), 2):
            if one.year != other.year:
                continue
            first, second = dates[one][0], dates[other][0]
            if first[0].name == second[0].name:  # within one report a rule of that report says it
                continue
            details = {"number": first[1].number, "one": _day(one), "other": _day(other)}
            yield Hit(details, evidence=(first[1].evidence, second[1].evidence))


@across_rule(
    "R407",
    title=Texts("Một quyết định khen thưởng với số lượng khác nhau", "One decision, different figures"),
    message=Texts(
        "{number}: {one} nêu {award} là {count}, {other} nêu {other_count}",
        "{number}: {one} says {count} for {award}, {other} says {other_count}",
    ),
    severity="info",
    source=_COUNTING,
    why="Mỗi đơn vị có thể chỉ kể phần của mình trong một quyết định, nên đây là lưu ý: hai báo cáo nêu số khác nhau cho một quyết định.",
    fires=(
        sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _DECIDED.format("07")),
        sample("Sở Xây dựng", 9, "2022-06-12", "6 tháng đầu năm 2022", _DECIDED.format("09")),
    ),
    silent=(
        sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _DECIDED.format("07")),
        sample("Sở Xây dựng", 9, "2022-06-12", "6 tháng đầu năm 2022", _DECIDED.format("07")),
    ),
)
def two_counts(reports: Sequence[Facts], context: Context) -> Iterator[Hit]:
    """Each unit may tell its own share of a decision, so this is a note: two reports give different figures for one decision."""
    told: dict[Hashable, list[tuple[Facts, CitedFact, list[FigureFact]]]] = defaultdict(list)
    for facts in reports:
        if not facts.counted:
            continue
        cited = {reference.key: reference for reference in reversed(facts.references)}
        shares: dict[Hashable, list[FigureFact]] = defaultdict(list)
        for figure in facts.figures:
            decision = cited.get(figure.decision or "")
            if figure.summable and figure.kind and decision is not None and decision.number_key and decision.date is not None:
                award = (figure.title, figure.qualifier, figure.rank, figure.kind)
                shares[decision.number_key, decision.date, _issuer(facts, figure.authority or ""), award].append(figure)
        for key, figures in shares.items():
            told[key].append((facts, cited[figures[0].decision or ""], figures))
    for entries in told.values():
        first, decision, figures = entries[0]
        count = sum(figure.count or 0 for figure in figures)
        for facts, _, others in entries[1:]:
            other_count = sum(figure.count or 0 for figure in others)
            if other_count != count:
                details = {"number": decision.number, "award": figures[0].title, "one": first.unit or first.name, "count": count,
                           "other": facts.unit or facts.name, "other_count": other_count}  # fmt: skip
                yield Hit(details, evidence=tuple(figure.evidence for figure in (*figures, *others)))


def _day(date: PartialDate) -> Texts:
    return Texts(day_words(date), str(date))


def _issuer(facts: Facts, printed: str) -> Hashable:
    """The issuer as the report means it: `UBND tỉnh` is that of its own province, `Thủ tướng Chính phủ` everybody's."""
    name = words_of(authority_of(facts, printed))
    national = name[:1] in (("chính",), ("thủ",), ("bộ",), ("quốc",), ("chủ",)) and name[-1:] != ("tỉnh",)
    if national or unit_key(printed).places or not facts.issuer:
        return name, None
    places = unit_key(facts.issuer, facts.parent_organ, facts.place).places
    province = next((place.name for place in places if place.level in ("", "?")), None)
    return name, province or places
