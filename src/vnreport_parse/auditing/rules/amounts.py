"""What the rules share: figures by kind of recipient, how they are told, what may be added, and when an award was."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from ...dates import PartialDate
from ...patterns import fold
from ...records import Award, RecipientKind, Reference, Table
from ...report import Report
from ...spans import Span
from .base import Days, Texts, figure

Sums = Counter[RecipientKind]

KINDS: dict[RecipientKind, Texts] = {
    "collective": Texts("tập thể", "collectives"),
    "individual": Texts("cá nhân", "individuals"),
    "household": Texts("hộ gia đình", "households"),
    "mixed": Texts("tập thể, cá nhân", "collectives and individuals"),
    "other": Texts("trường hợp", "cases"),
}
RESULTS = ("conferred", "proposed_and_conferred")


def counted(award: Award) -> Sums | None:
    """Recipients by kind; `None` where some are not counted, or about."""
    sums: Sums = Counter()
    for group in award.recipients:
        if group.count is None or group.approximate:
            return None
        sums[group.kind] += group.count
    return sums


def added(awards: Iterable[Award]) -> Sums | None:
    """The sum over the awards; `None` where one of them has no figure."""
    sums: Sums = Counter()
    for award in awards:
        more = counted(award)
        if more is None or (not more and award.quantity is None):
            return None
        sums += more
    return sums


def all_awards(report: Report) -> tuple[Award, ...]:
    """The awards of the body and those of the annexes, as `restates` and `part_of` count them."""
    return (*report.awards, *report.appendix_awards)


def all_tables(report: Report) -> tuple[Table, ...]:
    """The tables of the body and those of the annexes."""
    return (*report.tables, *report.appendix_tables)


def is_own(award: Award) -> bool:
    """Whether the figure stands for itself: no restatement, no part of another, no running total, no refusal."""
    return award.restates is None and award.part_of is None and not award.cumulative and award.status != "declined"


def told(kind: RecipientKind, count: int) -> Texts:
    """`47 tập thể`."""
    return Texts(*(f"{shown} {word}" for shown, word in zip(figure(count), KINDS[kind], strict=True)))


def award_name(award: Award) -> str:
    """`Huân chương Lao động hạng Ba`."""
    return " ".join(filter(None, [award.title, f"“{award.qualifier}”" if award.qualifier else None, award.rank]))


def count_span(award: Award, kind: RecipientKind | None = None) -> Span:
    """The first figure of the kind, with its noun; the award where it has none."""
    return next((g.span for g in award.recipients if kind in (None, g.kind)), award.span)


# ---------------------------------------------------------------- time
def day_bounds(date: str) -> Days:
    """The first and the last day that an EDTF date or period may mean: `2022`, `2022-06-XX`, `2022-01/2022-06`."""
    start, _, end = date.partition("/")
    return Days(_bound(PartialDate(start), last=False), _bound(PartialDate(end or start), last=True))


def _bound(date: PartialDate, *, last: bool) -> str:
    if date.year is None:
        return ""
    month = date.month or (12 if last else 1)
    day = date.day or (monthrange(date.year, month)[1] if last else 1)
    return f"{date.year:04d}-{month:02d}-{day:02d}"


def decisions(report: Report) -> dict[str, Reference]:
    """The documents cited, by key: the first mention with a date."""
    found: dict[str, Reference] = {}
    for reference in report.references:
        if reference.key not in found or (found[reference.key].date is None and reference.date):
            found[reference.key] = reference
    return found


def achieved(report: Report, award: Award) -> Days:
    """The time of the achievement: what the award says, else the period of the report."""
    period = award.period or report.header.period
    return day_bounds(period) if period else ALL_TIME


def decided(report: Report, award: Award, cited: dict[str, Reference]) -> Days:
    """The time of the decision: its date, else from the beginning of the report's period to the report's date."""
    decision = cited.get(award.decision) if award.decision else None
    if decision is not None and decision.date:
        return day_bounds(decision.date)
    period, date = report.header.period, report.header.date
    if award.period and (not period or day_bounds(award.period).last < day_bounds(period).first):
        return ALL_TIME  # an award of earlier years told again
    first = day_bounds(period).first if period else ""
    last = day_bounds(date).last if date else ""
    return Days(first, last or (day_bounds(period).last if period else ""))


ALL_TIME = Days("0001-01-01", "9999-12-31")  # not known when: inside no era that begins or ends


# ---------------------------------------------------------------- sentences
_STOP = re.compile(r"(?<=[^\W\d_]{2}[.;!?])\s|(?<=[\d)\]\"”][.;!?])\s|\n\s*\n|\n(?=\s*(?:[-+*•–]|\w{1,4}[.)])\s)")


def sentence(text: str, span: Span, reach: int = 600) -> Span:
    """The sentence, or the item of a list, around a span."""
    low, high = max(span.start - reach, 0), min(span.end + reach, len(text))
    ends, begins = _stops(text)
    before, after = bisect_right(begins, span.start) - 1, bisect_left(ends, span.end)
    return Span(max(begins[before], low) if before >= 0 else low, min(ends[after], high) if after < len(ends) else high)


@lru_cache(maxsize=4)
def _stops(text: str) -> tuple[list[int], list[int]]:
    """Where sentences end, and where the next ones begin: asked for every award of a report."""
    found = [stop.span() for stop in _STOP.finditer(text)]
    return [end for end, _ in found], [begin for _, begin in found]


@lru_cache(maxsize=4)
def folded_text(text: str) -> str:
    """The folded text of a report: several rules ask for the same one."""
    return fold(text)
