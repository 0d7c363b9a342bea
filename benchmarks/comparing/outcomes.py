"""What differs: in one document, and in all."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from .pairing import SINGLE, Mention, mentions, moves, one_sided, pair_up
from .wording import AROUND, LONG, NOTHING, Json, context, contrast, shared, shortened, shown

VERDICTS = ("gained", "lost", "changed")
COLUMNS = ("kind", "same", "gained", "lost", "changed", "documents")


class Difference(NamedTuple):
    """One mention gained, lost or changed; `changes` has the field, what it was, and what it is."""

    kind: str
    verdict: str
    label: str
    line: int | None
    context: tuple[str, str, str]
    changes: tuple[tuple[str, str, str], ...] = ()

    @property
    def place(self) -> str:
        """Where to look for it."""
        return f"line {self.line}" if self.line else "whole document"


@dataclass
class Outcome:
    """One document: its differences, how many mentions are the same, what went wrong, the seconds of each version."""

    name: str
    failed: tuple[str, str]
    crashed: bool
    seconds: tuple[float, float] = (0.0, 0.0)
    differences: list[Difference] = field(default_factory=list)
    tally: Counter[tuple[str, str]] = field(default_factory=Counter)
    roles: tuple[Counter[str], Counter[str]] = field(default_factory=lambda: (Counter(), Counter()))
    absent: set[str] = field(default_factory=set)

    @property
    def differs(self) -> bool:
        """A crash counts even where both versions crash; an error that both give does not."""
        return bool(self.differences) or self.crashed or self.failed[0] != self.failed[1]

    @property
    def standing(self) -> str:
        """Which of the two versions has read it."""
        return {(False, False): "read", (True, False): "newly read", (False, True): "no longer read"}.get(
            (bool(self.failed[0]), bool(self.failed[1])), "read by neither"
        )

    @property
    def reasons(self) -> list[str]:
        """What went wrong, by version."""
        before, after = (error or "read" for error in self.failed)
        return [f"both: {before}"] if before == after else [f"before: {before}", f"after: {after}"]

    def groups(self) -> list[tuple[str, str, list[Difference]]]:
        """The differences by kind: the kind, a headline like `awards: 2 gained, 1 lost`, the differences."""
        found = []
        for kind, those in groupby(self.differences, lambda difference: difference.kind):
            group = list(those)
            counted = Counter(difference.verdict for difference in group)
            said = ", ".join(f"{counted[verdict]} {verdict}" for verdict in VERDICTS if counted[verdict])
            found.append((kind, f"{kind}: {said}", group))
        return found


@dataclass
class Comparison:
    """What all renderings show."""

    labels: tuple[str, str]
    kinds: tuple[str, ...]
    outcomes: list[Outcome]
    timing: bool

    @property
    def differs(self) -> bool:
        """Whether any document does."""
        return any(outcome.differs for outcome in self.outcomes)

    @property
    def failed(self) -> list[Outcome]:
        """The documents that not both versions have read."""
        return [outcome for outcome in self.outcomes if any(outcome.failed)]

    def rows(self) -> list[tuple[str, ...]]:
        """The table at the top: a kind, its tallies, in how many documents it differs."""
        table = []
        for kind in self.kinds:
            counted = [sum(outcome.tally[kind, verdict] for outcome in self.outcomes) for verdict in ("same", *VERDICTS)]
            touched = sum(any(d.kind == kind for d in outcome.differences) for outcome in self.outcomes)
            if any(counted):
                table.append((kind, *map(str, counted), str(touched)))
        return table

    def facts(self) -> list[tuple[str, str]]:
        """The lines below the table."""
        touched = sum(bool(outcome.differences) for outcome in self.outcomes)
        standings = Counter(outcome.standing for outcome in self.outcomes)
        read = standings.pop("read", 0)
        others = "".join(f", {standing} {number}" for standing, number in sorted(standings.items()))
        lines = [("documents", f"{len(self.outcomes)}, read by both versions {read}, with differences {touched}{others}")]
        roles = [sum((outcome.roles[side] for outcome in self.outcomes), Counter[str]()) for side in (0, 1)]
        moved = [
            f"{role} {roles[0][role]} → {roles[1][role]}"
            for role in sorted({*roles[0], *roles[1]})
            if roles[0][role] != roles[1][role]
        ]
        absent = set().union(*(outcome.absent for outcome in self.outcomes))
        if moved and "counts.role" not in absent:
            lines.append(("counts by role", ", ".join(moved)))
        if absent:
            lines.append(("not compared", f"{', '.join(sorted(absent))}: one version does not have them"))
        if self.timing and read:
            old, new = (sum(outcome.seconds[side] for outcome in self.outcomes) for side in (0, 1))
            lines.append(("seconds", f"{old:.2f} → {new:.2f}, ratio {new / max(old, 1e-9):.2f} (one run of each)"))
        return lines


def compare_reports(outcome: Outcome, before: Json, after: Json, kinds: Iterable[str]) -> None:
    """Note every difference of two reports of one document."""
    move = moves(before["text"], after["text"])
    for kind in kinds:
        if kind == "text":
            differences, same = _text_differences(before["text"], after["text"])
        elif kind not in before or kind not in after:
            outcome.absent.add(kind)
            continue
        else:
            outcome.absent |= one_sided(kind, before, after)
            old, new = mentions(kind, before, after, move), mentions(kind, after, before, lambda at: at)
            found = [_difference(kind, pair, (before["text"], after["text"])) for pair in pair_up(old, new)]
            differences = [difference for difference in found if difference]
            same = len(found) - len(differences)
            if kind == "counts":
                for mine, records in zip(outcome.roles, (before, after), strict=True):
                    mine.update(record.get("role") or NOTHING for record in records[kind])
        outcome.differences += sorted(differences, key=lambda d: (d.line or 0, d.verdict, d.label, d.changes, d.context))
        outcome.tally[kind, "same"] += same
        outcome.tally.update((kind, difference.verdict) for difference in differences)


def _difference(kind: str, pair: tuple[Mention | None, Mention | None], texts: tuple[str, str]) -> Difference | None:
    old, new = pair
    mention, text = (new, texts[1]) if new else (old, texts[0])
    changes: tuple[tuple[str, str, str], ...] = ()
    if mention is None:
        return None
    if old and new:
        names = [name for name in new.values if name in old.values and old.values[name] != new.values[name]]
        changes = tuple(
            (name, *contrast(old.values[name], new.values[name], AROUND if name == "extent" else LONG)) for name in names
        )
        if not changes:
            return None
    line = text.count("\n", 0, mention.span[0]) + 1 if mention.span else None
    verdict = "changed" if changes else "gained" if new else "lost"
    return Difference(kind, verdict, _label(kind, mention), line, context(text, mention.span), changes)


def _label(kind: str, mention: Mention) -> str:
    """The values that say something; a flag by its name."""
    if kind in SINGLE:
        return shown("".join(f"{name}: {value}" for name, value in mention.values.items()))
    said = [(name, value) for name, value in mention.values.items() if value not in {NOTHING, "no"} and name != "extent"]
    return shortened(shown(" · ".join(name.replace("_", " ") if value == "yes" else value for name, value in said)))


def _text_differences(before: str, after: str) -> tuple[list[Difference], int]:
    """One difference, at the first character that differs."""
    if before == after:
        return [], 1
    at = shared(before, after)
    old, new = before.splitlines(), after.splitlines()
    common = sum(block.size for block in difflib.SequenceMatcher(None, old, new).get_matching_blocks())
    line = after.count("\n", 0, at) + 1
    label = f"{len(old) - common} of {len(old)} lines became {len(new) - common} of {len(new)}"
    near = slice(max(0, at - AROUND), at + AROUND)
    first = ("first difference", *contrast(before[near], after[near]))
    return [Difference("text", "changed", label, line, ("", "", ""), (first,))], 0
