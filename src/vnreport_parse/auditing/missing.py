"""Units of the user's list that sent no report about a period that others reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..dates import Period
from .facts import Facts
from .periods import holds
from .records import MissingUnit
from .units import find_expected

_OTHERS = 2  # units that must have reported a period before it is missed from the rest; one is enough where there is one period


def missing_units(reports: Sequence[Facts], expected: Sequence[str]) -> tuple[MissingUnit, ...]:
    """For each period that several units reported, the expected units without a report about it, or a longer time."""
    if not expected:
        return ()
    sent: dict[str, set[Period]] = defaultdict(set)
    for facts in reports:
        if facts.counted and facts.unit is not None:
            sent[facts.unit].update([facts.unit_period] if facts.unit_period else [])
    told: dict[Period, set[str]] = defaultdict(set)
    for unit, periods in sent.items():
        for period in periods:
            told[period].add(unit)
    usual = {period for period, units in told.items() if len(units) >= _OTHERS or len(told) == 1}
    found = find_expected(expected, sent)
    missing = [
        MissingUnit(unit=name, period=period)
        for name, unit in found
        for period in usual
        if unit is None or not any(holds(own, period) for own in sent[unit])
    ]
    if not usual:
        missing = [MissingUnit(unit=name) for name, unit in found if unit is None]
    return tuple(sorted(missing, key=lambda row: (row.period or "", row.unit)))
