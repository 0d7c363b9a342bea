"""R311: the same award told twice in one report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...patterns import fold
from ...records import Award
from ...report import Report
from .amounts import RESULTS, award_name, counted, is_own, sentence
from .base import Hit, Limits, Texts, report_rule

_WORD = re.compile(r"\w+")
_FEWEST = 10  # words of a sentence that two awards would hardly share by chance


@report_rule(
    "R311",
    title=Texts("Một lần khen kể hai lần", "The same award told twice"),
    why="Một lần khen kể ở hai nơi mà không nói là nhắc lại sẽ bị cộng hai lần: nhận ra qua quyết định, qua họ tên, hoặc qua chính câu văn.",
    message=Texts("{award} kể hai lần ({why})", "{award} is told twice ({why})"),
    severity="warning",
    source=Texts(
        "Luật 06/2022/QH15, Điều 5 (không khen nhiều lần cho một thành tích); tránh cộng trùng",
        "Law 06/2022/QH15, Art. 5 (not several awards for one merit); no double count",
    ),
    fires="1. Chủ tịch UBND tỉnh tặng Bằng khen cho 03 cá nhân có thành tích trong phòng, chống thiên tai năm 2021.\n"
    "2. Chủ tịch UBND tỉnh tặng Bằng khen cho 03 cá nhân có thành tích trong phòng, chống thiên tai năm 2021.",
    silent="1. Chủ tịch UBND tỉnh tặng Bằng khen cho 03 cá nhân có thành tích trong phòng, chống thiên tai năm 2021.\n"
    "2. Chủ tịch UBND tỉnh tặng Bằng khen cho 03 cá nhân có thành tích trong xây dựng nông thôn mới năm 2021.",
)
def told_twice(report: Report, limits: Limits) -> Iterator[Hit]:
    """One award told in two places, and not marked as told before, would be counted twice: by its decision, its names, or its very words."""
    own = [award for award in report.awards if is_own(award) and award.status in (*RESULTS, "proposed")]
    seen: dict[tuple[object, ...], Award] = {}
    for award in own:
        for key, why in _keys(report, award):
            first = seen.setdefault(key, award)
            if first is not award and not _one_sentence(report, first, award):
                yield Hit({"award": award_name(award), "why": why}, (first.span, award.span))
                break


def _keys(report: Report, award: Award) -> Iterator[tuple[tuple[object, ...], Texts]]:
    """What two mentions of one award have in common."""
    sums = counted(award)
    figures = tuple(sorted((sums or {}).items()))
    base = (award.title, award.qualifier, award.rank, award.status, figures)
    if award.decision and sums:
        yield ("decision", *base, award.decision), Texts("cùng quyết định và số lượng", "same decision and count")
    names = tuple(sorted(fold(name) for group in award.recipients for name in group.names))
    if sums and len(names) == sums["individual"] == sums.total() and len(names) > 1:
        yield ("names", *base, names), Texts("cùng họ tên", "same names")
    words = tuple(_WORD.findall(fold(sentence(report.text, award.span).of(report.text))))
    words = words[1:] if words and len(words[0]) <= 2 else words  # a) …, 2. …
    if sums and len(words) >= _FEWEST:
        yield ("words", *base, award.authority, words), Texts("cùng câu văn", "same words")


def _one_sentence(report: Report, one: Award, other: Award) -> bool:
    return sentence(report.text, one.span).overlaps(other.span)
