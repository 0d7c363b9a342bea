"""Figures of many reports added up, each with its evidence; what must not be added stands apart with the reason.

Every figure of every report is in exactly one place: in one `CountRow`, or in one `ApartRow`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..dates import Period
from ..records import AwardStatus, RecipientKind
from ..spans import fold_blanks
from .facts import CountFact, Facts, FigureFact
from .periods import longer
from .records import ApartReason, ApartRow, Carrier, CountRow, Evidence
from .unit_names import Words, unit_key, words_of

_COMMITTEE = re.compile(r"(?:ủy|uỷ) ban nhân dân", re.IGNORECASE)
_PREMIER = re.compile(r"Thủ tướng(?! Chính phủ)", re.IGNORECASE)


class Key(NamedTuple):
    """What makes a row of counts one row: everything but the figure."""

    title: str
    qualifier: str | None
    rank: str | None
    authority: str | None
    kind: RecipientKind | None
    status: AwardStatus
    carrier: Carrier
    unit: str | None
    period: Period | None


class Counted(NamedTuple):
    """The two halves of all figures."""

    counts: tuple[CountRow, ...]
    apart: tuple[ApartRow, ...]


def consolidate(reports: Sequence[Facts]) -> Counted:
    """All figures of the reports. Whether a report counts, `Facts.counted` and `Facts.why` say."""
    spelling = Spelling(reports)
    rows: dict[Key, list[FigureFact]] = defaultdict(list)
    apart: list[ApartRow] = []
    for facts in sorted(reports, key=lambda facts: facts.name):
        for figure in facts.figures:
            if figure.count is None:
                continue
            key = spelling.key(facts, figure)
            reason = _reason(facts, figure)
            if reason is None:
                rows[key].append(figure)
            else:
                apart.append(ApartRow(reason=reason, **key._asdict(), count=figure.count, evidence=(figure.evidence,)))
        apart += [_row_apart(facts, fact, "total") for fact in facts.totals]
        apart += [_row_apart(facts, fact, "target") for fact in facts.targets]
    covered = covered_periods(reports)
    counts = [
        CountRow(
            **key._asdict(),
            covered=(key.unit, key.period) in covered,
            count=sum(figure.count or 0 for figure in figures),
            evidence=tuple(sorted((figure.evidence for figure in figures), key=_place)),
        )
        for key, figures in rows.items()
    ]
    return Counted(
        tuple(sorted(counts, key=lambda row: (*_order(row), row.count))),
        tuple(sorted(apart, key=lambda row: (row.reason, _place(row.evidence[0]), _order(row), row.count))),
    )


def _row_apart(facts: Facts, fact: CountFact, reason: ApartReason) -> ApartRow:
    return ApartRow(
        reason=reason, kind=fact.kind, scope=fact.scope, unit=facts.unit, period=facts.unit_period, count=fact.count,
        evidence=(fact.evidence,),
    )  # fmt: skip


def _reason(facts: Facts, figure: FigureFact) -> ApartReason | None:
    """Why a figure is not added; `None` for one that is."""
    if facts.why is not None:
        return facts.why
    if figure.restates is not None or figure.retold:
        return "restates"
    if figure.part_of is not None:
        return "part_of"
    if figure.cumulative:
        return "cumulative"
    return "approximate" if figure.approximate else None


def covered_periods(reports: Iterable[Facts]) -> set[tuple[str | None, Period | None]]:
    """The (unit, period) of reports beside which the same unit reported a longer time that holds theirs."""
    periods: dict[str, set[Period]] = defaultdict(set)
    for facts in reports:
        if facts.counted and facts.unit is not None and facts.unit_period is not None:
            periods[facts.unit].add(facts.unit_period)
    return {(unit, period) for unit, known in periods.items() for period in known if any(longer(other, period) for other in known)}


def _place(evidence: Evidence) -> tuple[str, int, int]:
    return evidence.report, *evidence.span


def _order(row: CountRow | ApartRow) -> tuple[str, ...]:
    fields = (row.title, row.rank, row.qualifier, row.status, row.kind, row.authority, row.unit, row.period, row.carrier)
    return tuple(field or "" for field in fields)


# ---------------------------------------------------------------- one spelling
class Spelling:
    """One way to write an authority and a proper name, over all reports of an audit."""

    def __init__(self, reports: Iterable[Facts]) -> None:
        forms: dict[Words, set[str]] = defaultdict(set)
        for facts in reports:
            for figure in facts.figures:
                if figure.authority:
                    name = authority_of(facts, figure.authority)
                    forms[words_of(name)].add(name)
                if figure.qualifier:
                    forms[words_of(figure.qualifier)].add(figure.qualifier)
        self._chosen = {words: min(names, key=_plainness) for words, names in forms.items()}

    def key(self, facts: Facts, figure: FigureFact) -> Key:
        """The row that a figure belongs to."""
        return Key(
            figure.title,
            self._chosen[words_of(figure.qualifier)] if figure.qualifier else None,
            figure.rank,
            self._chosen[words_of(authority_of(facts, figure.authority))] if figure.authority else None,
            figure.kind,
            figure.status,
            figure.carrier,
            facts.unit,
            facts.unit_period,
        )


def _plainness(name: str) -> tuple[bool, int, str]:
    """Spelled out before capitals and abbreviations, then a fixed order."""
    return name == name.upper(), -len(name), name


def authority_of(facts: Facts, printed: str) -> str:
    """An authority in one spelling, without the place where it is the report's own.

    `Chủ tịch Ủy ban nhân dân tỉnh Lam Khê` in a report from Lam Khê is `Chủ tịch UBND tỉnh`.
    """
    return _local(printed, own_places(facts.issuer, facts.parent_organ, facts.place))


@lru_cache(maxsize=65536)
def _local(printed: str, own: frozenset[str]) -> str:
    name = _COMMITTEE.sub("UBND", fold_blanks(printed))
    name = _PREMIER.sub("Thủ tướng Chính phủ", name)
    places = unit_key(name).places
    if len(places) != 1 or places[0].level == "?" or places[0].name not in own:
        return name
    words = tuple(places[0].name.split())
    pieces = name.split()
    ends = len(pieces) > len(words) and words_of(" ".join(pieces[-len(words) :])) == words
    return " ".join(pieces[: -len(words)]) if ends else name


@lru_cache(maxsize=4096)
def own_places(issuer: str | None, parent: str | None, place: str | None) -> frozenset[str]:
    """The names of the places that a letterhead names."""
    if not issuer:
        return frozenset({" ".join(words_of(place))} if place else ())
    return frozenset(place.name for place in unit_key(issuer, parent, place).places)
