"""R411: what became of a proposal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..facts import Context, Facts, FigureFact
from ..periods import days_of
from ..wording import period_words
from .base import Hit, Texts, across_rule
from .letters import sample

_FOLLOWING = Texts("Đối chiếu các kỳ báo cáo của một đơn vị", "The reports of one unit held against each other")
_OUTCOMES = frozenset({"conferred", "proposed_and_conferred", "declined"})
_PROPOSED = "Đề nghị Chủ tịch nước tặng Huân chương Lao động hạng Ba cho 02 cá nhân."
_OTHER = "Chủ tịch UBND tỉnh tặng Bằng khen cho 04 tập thể và 09 cá nhân."


@across_rule(
    "R411",
    title=Texts("Đề nghị khen thưởng không thấy kết quả", "A proposal without an outcome"),
    message=Texts(
        "{unit} đề nghị {award} cho {count} ở {period}, các báo cáo sau không nêu kết quả",
        "{unit} proposed {award} for {count} in {period}; no later report says what became of it",
    ),
    severity="info",
    source=_FOLLOWING,
    why="Đơn vị đã đề nghị khen, nhưng các báo cáo về thời gian sau không nêu đã được tặng hay không, cũng không đề nghị lại.",
    fires=(
        sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _PROPOSED),
        sample("Sở Y tế", 90, "2022-12-12", "năm 2022", _OTHER),
    ),
    silent=(
        sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _PROPOSED),
        sample("Sở Y tế", 90, "2022-12-12", "năm 2022", _PROPOSED.replace("Đề nghị Chủ tịch nước tặng", "Chủ tịch nước tặng")),
    ),
)
def proposal_without_outcome(reports: Sequence[Facts], context: Context) -> Iterator[Hit]:
    """A unit proposed an award, and its reports about later times neither tell it as given or refused, nor propose it again."""
    units: dict[str, list[Facts]] = defaultdict(list)
    for facts in reports:
        if facts.counted and facts.unit is not None and facts.unit_period is not None and days_of(facts.unit_period) is not None:
            units[facts.unit].append(facts)
    for unit, told in sorted(units.items()):
        for facts in told:
            later = [other for other in told if _end(other) > _end(facts)]
            if not later:
                continue
            mentioned = {_award(figure) for other in later for figure in other.figures}
            for figure in facts.figures:
                if figure.status == "proposed" and figure.summable and _award(figure) not in mentioned | _settled(facts):
                    details = {
                        "unit": unit,
                        "award": " ".join(filter(None, (figure.title, figure.rank))),
                        "count": f"{figure.count:02d} {figure.noun}",
                        "period": Texts(period_words(facts.unit_period, "vi"), period_words(facts.unit_period, "en")),
                    }
                    evidence = (figure.evidence,)
                    yield Hit(details, evidence=evidence, unit=unit, period=facts.unit_period)


def _end(facts: Facts) -> tuple[int, int, int]:
    days = days_of(facts.unit_period) if facts.unit_period else None
    return days.last if days else (0, 0, 0)


def _award(figure: FigureFact) -> tuple[str, str | None, str | None]:
    return figure.title, figure.rank, figure.kind


def _settled(facts: Facts) -> frozenset[tuple[str, str | None, str | None]]:
    """What the report itself tells as decided."""
    return frozenset(_award(figure) for figure in facts.figures if figure.status in _OUTCOMES)
