"""The outline that fits a document best: which labels count, and at which depth each stands.

A label belongs to a sequence (1, 2, 3 ...; I, II ...) of its style. Every way to read the labels in order has
a price: for a number left out or told twice, for a list that does not begin with its first number, for a
style inside a lower one, for a label taken for a piece of a sentence. The cheapest reading of the whole
document wins; it is searched from the top, with the few best readings kept (Viterbi with a beam).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .labels import Label, distance
from .records import SectionStyle

_RANK: dict[SectionStyle, int] = {
    "part": 0,
    "chapter": 1,
    "division": 2,
    "upper_letter": 2,
    "roman": 3,
    "article": 4,
    "arabic": 5,
    "decimal": 6,
    "lower_letter": 7,
    "bracketed": 8,
}
_DEEPEST = 10
_BEAM = 6
_MARGIN = 8.0  # a reading that is so much dearer than the best is given up


class _Level(NamedTuple):
    """An open sequence: its last member."""

    style: SectionStyle
    number: tuple[int, ...]
    delimiter: str
    look: int
    heads: bool


class _Choice(NamedTuple):
    """A label that counts, and the one before it."""

    before: _Choice | None
    label: Label
    depth: int


class _Reading(NamedTuple):
    """A way to read the labels so far."""

    price: float
    levels: tuple[_Level, ...]
    last: dict[SectionStyle, int]  # the last ordinal of each style: articles are counted through all chapters
    choice: _Choice | None


class Unit(NamedTuple):
    """A label that counts, and its depth from 0."""

    label: Label
    depth: int


def fit_outline(labels: Sequence[tuple[Label, ...]]) -> list[Unit]:
    """The labels that count, in order, with their depths."""
    readings = [_Reading(0.0, (), {}, None)]
    for options in labels:
        readings = _extend(readings, options)
    units = []
    choice = readings[0].choice
    while choice is not None:
        units.append(Unit(choice.label, choice.depth))
        choice = choice.before
    return units[::-1]


def _extend(readings: list[_Reading], options: tuple[Label, ...]) -> list[_Reading]:
    """The best readings with one label more; of those that leave the same sequences open, the cheapest."""
    doubt = min(label.doubt for label in options)
    offers: list[tuple[float, int, _Reading, Label | None, int]] = []  # the second only tells equal prices apart
    cheapest = readings[0].price + doubt
    for reading in readings:
        if reading.price > cheapest + _MARGIN:
            break
        offers.append((reading.price + doubt, len(offers), reading, None, -1))
        for label in options:
            for price, depth in _places(reading, label):
                total = reading.price + price
                if total <= cheapest + _MARGIN:
                    offers.append((total, len(offers), reading, label, depth))
                    cheapest = min(cheapest, total)
    offers.sort()
    best: dict[tuple[_Level, ...], _Reading] = {}
    for price, _, reading, taken, depth in offers:
        if len(best) == _BEAM or price > offers[0][0] + _MARGIN:
            break
        after = reading._replace(price=price) if taken is None else _take(reading, price, taken, depth)
        best.setdefault(after.levels, after)
    return list(best.values())


def _take(reading: _Reading, price: float, label: Label, depth: int) -> _Reading:
    level = _Level(label.style, label.number, label.delimiter, label.look, label.heads)
    last = {**reading.last, label.style: label.number[-1]}
    return _Reading(price, (*reading.levels[:depth], level), last, _Choice(reading.choice, label, depth))


def _places(reading: _Reading, label: Label) -> Iterator[tuple[float, int]]:
    """The depths at which the label may stand, with the price of each."""
    levels = reading.levels
    for depth, level in enumerate(levels):
        if level.style == label.style and len(level.number) == len(label.number):
            yield _step(level, label) + 0.01 * (len(levels) - depth), depth
        elif _RANK[label.style] < _RANK[level.style] or (depth and _is_parent(levels[depth - 1], label) is not None):
            yield _start(reading, label, depth) + 2.0, depth
    if len(levels) < _DEEPEST:
        expected = label.invited or not levels or label.style == "decimal"
        yield _start(reading, label, len(levels)) + (0.0 if expected else 1.0), len(levels)


def _step(level: _Level, label: Label) -> float:
    """The price of `label` as the next member of the sequence."""
    price = 0.5 * (level.look != label.look) + 1.5 * (level.delimiter != label.delimiter)
    if level.number[:-1] != label.number[:-1]:  # 1.2 and then 2.1 without a 2
        return price + (1.0 if label.ordinal == 1 and label.number > level.number else 4.0)
    gap = distance(label.style, level.number[-1], label.ordinal)
    if gap == 1:
        return price
    if gap > 1:
        return price + 2.0 + 0.5 * min(gap, 12)
    return price + (3.5 if gap == 0 else 4.0)


def _start(reading: _Reading, label: Label, depth: int) -> float:
    """The price of a new sequence under the unit at `depth - 1`."""
    last = reading.last.get(label.style)
    if label.ordinal == 1:
        price = 0.5
    elif last is not None and label.ordinal == last + 1 and label.style != "decimal":
        price = 0.3 if label.style == "article" else 2.5
    else:
        price = 5.0 + 0.8 * min(label.ordinal, 12)
    if label.style == "decimal":
        parent = _is_parent(reading.levels[depth - 1], label) if depth else None
        return price + (2.5 if parent is None else parent)
    if depth:
        price += _nesting(reading.levels[depth - 1], label)
    return price


def _nesting(parent: _Level, label: Label) -> float:
    """What it costs to put the label's style inside the parent's."""
    if parent.style == label.style:
        if parent.look > label.look or parent.delimiter != label.delimiter:
            return 1.5
        return 3.0 if parent.heads and label.invited else 5.5
    return 0.0 if _RANK[label.style] > _RANK[parent.style] else 3.0


def _is_parent(parent: _Level, label: Label) -> float | None:
    """The price of `3.2` under the unit `3`, or `III`; None when the numbers do not agree."""
    prefix = label.number[:-1]
    if label.style != "decimal":
        return None
    if parent.number == prefix or len(prefix) == 1 and parent.number[-1] == prefix[0]:
        return 0.0 if parent.style in ("arabic", "decimal") else 0.5
    return None
