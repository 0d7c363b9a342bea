"""Persons or organisations: what the rules say, what the tagger of underthesea says, and which of the two the labels bear out.

    python benchmarks/naming.py FOLDER... [--show]

A folder holds reports with their labels beside them (NAME.gold.json). A name counts once a report. The rules' answer is the
kind of the recipient in the parsed report; `family name` asks only whether a known family name opens the name; the tagger is
asked twice, with the name alone and with the whole text. A place counts as an organisation, since one that gets an award is one.
`--show` lists the names on which rules and tagger differ.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import regex

from vnreport_parse import Report, Span, parse_file
from vnreport_parse.evaluation.keys import text_key
from vnreport_parse.formulas import has_surname, person_name
from vnreport_parse.naming import Entity, entities
from vnreport_parse.patterns import fold

Out = TypeVar("Out")
_SIDES = {"individual": "person", "household": "person", "collective": "organization"}
ANSWERS = ("rules", "family name", "tagger, name alone", "tagger, in the text")
GROUPS = {
    "named": "recipients named by rules and labels",
    "person": "… persons",
    "organization": "… organisations",
    "bare": "… without noun or address",
    "vague": "recipients of kind other or mixed",
    "missed": "recipients only the labels name",
    "spurious": "recipients only the rules name",
    "signed": "signers the rules name right",
    "unsigned": "signers the rules miss or misread",
    "receiver": "entries of Nơi nhận, which nobody signs",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A name, what it is by the labels (None: they do not say), and the four answers."""

    group: str
    name: str
    wanted: str | None
    answers: tuple[str | None, ...]


@dataclass
class Clock:
    """Seconds and names of each way to ask."""

    seconds: dict[str, float] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)

    def time(self, what: str, work: Callable[[], Out]) -> Out:
        """What `work` gives, its time written down."""
        start = time.perf_counter()
        out = work()
        self.seconds[what] = self.seconds.get(what, 0.0) + time.perf_counter() - start
        self.names[what] = self.names.get(what, 0) + 1
        return out


# ---------------------------------------------------------------- one report
class Reader:
    """The cases of one labelled report."""

    def __init__(self, report: Report, labels: dict[str, Any], clock: Clock) -> None:
        self._report, self._labels, self._clock = report, labels, clock
        self._folded = fold(report.text)
        self._seen = clock.time("tagger, whole texts", lambda: entities(report.text))

    def cases(self) -> Iterator[Case]:
        """Recipients, signer, entries of Nơi nhận."""
        yield from self._recipients()
        yield from self._signer()
        signer = text_key(self._report.signature.name) if self._report.signature else ""
        for entry in self._report.distribution:
            rules = "person" if text_key(entry.text) == signer else "organization"
            yield self._case("receiver", entry.text, "organization", rules, entry.span)

    def _recipients(self) -> Iterator[Case]:
        if "awards" not in self._labels:
            return
        wanted = {
            text_key(name): _SIDES.get(group["kind"])
            for award in self._labels["awards"]
            for group in award.get("recipients") or []
            for name in group.get("names") or []
        }
        found: set[str] = set()
        for group in (group for award in self._report.awards for group in award.recipients):
            for at, name in enumerate(group.names):
                key = text_key(name)
                if key in found:
                    continue
                found.add(key)
                label = next((label for label in wanted if _same(label, key)), None)
                sort = "vague" if group.kind not in _SIDES else "named" if label else "spurious"
                case = self._case(
                    sort, name, wanted[label] if label else None, _SIDES.get(group.kind), group.evidence.get(f"names.{at}")
                )
                yield case
                if sort == "named":
                    yield replace(case, group=case.wanted or "vague")
                if sort == "named" and not group.noun:
                    yield replace(case, group="bare")
        for label, side in wanted.items():
            if not any(_same(label, key) for key in found):
                yield self._case("missed", self._printed(label), side, None, None)

    def _signer(self) -> Iterator[Case]:
        signed = self._labels.get("signature")
        signed = signed[0] if isinstance(signed, list) else signed
        if not signed or not signed.get("name"):
            return
        ours = self._report.signature
        right = ours is not None and text_key(ours.name) == text_key(signed["name"])
        span = ours.evidence.get("name") if ours is not None and right else None
        yield self._case("signed" if right else "unsigned", signed["name"], "person", "person" if right else None, span)

    def _case(self, group: str, name: str, wanted: str | None, rules: str | None, span: Span | None) -> Case:
        span = span or self._find(name)
        surname = self._clock.time("family name", lambda: _by_surname(name))
        alone = self._clock.time("tagger, name alone", lambda: _side(entities(name), Span(0, len(name))))
        return Case(group, name, wanted, (rules, surname, alone, _side(self._seen, span) if span else None))

    def _find(self, name: str) -> Span | None:
        words = r"\s+".join(map(regex.escape, fold(name).split()))
        found = regex.search(rf"(?<!\w){words}(?!\w)", self._folded)
        return Span(*found.span()) if found else None

    def _printed(self, label: str) -> str:
        """The name with its capitals, which the key of a label has not."""
        span = self._find(label)
        return self._report.text[span.start : span.end] if span else label


def _same(one: str, other: str) -> bool:
    """`Sở Tư pháp` and `Sở Tư pháp tỉnh` are one recipient, told shorter or longer."""
    return one == other or f" {one} " in f" {other} " or f" {other} " in f" {one} "


def _by_surname(name: str) -> str:
    return "person" if person_name(name) and has_surname(name) else "organization"


def _side(found: Iterable[Entity], name: Span) -> str | None:
    """What most of the name's letters are tagged as."""
    weight = {"person": 0, "organization": 0}
    for entity in found:
        shared = min(entity.span.end, name.end) - max(entity.span.start, name.start)
        if shared > 0:
            weight["person" if entity.kind == "person" else "organization"] += shared
    best = max(weight, key=lambda side: weight[side])
    return best if weight[best] else None


# ---------------------------------------------------------------- all reports
def collect(folders: Iterable[Path], clock: Clock) -> tuple[int, list[Case]]:
    """How many reports, and the cases of all."""
    entities("Sở Nội vụ")  # the models are read at the first call
    cases: list[Case] = []
    count = 0
    for path in (path for folder in folders for path in sorted(folder.rglob("*.gold.json"))):
        name = path.name.removesuffix(".gold.json")
        beside = sorted(p for p in path.parent.iterdir() if p.name.rpartition(".")[0] == name and p.suffix != ".json")
        if beside:
            count += 1
            report = clock.time("parsing, whole reports", partial(parse_file, beside[0]))
            cases += Reader(report, json.loads(path.read_text("utf-8")), clock).cases()
    return count, cases


def table(cases: list[Case]) -> Iterator[str]:
    """For each group and way: how many names are told right, wrong, not at all; without a label, what they are told to be."""
    yield f"{'right / wrong / no answer':42}{'names':>6}" + "".join(f"{way:>21}" for way in ANSWERS)
    for group, title in GROUPS.items():
        those = [case for case in cases if case.group == group]
        told = [case for case in those if case.wanted is not None]
        cells = []
        for at in range(len(ANSWERS)):
            said = [(case.answers[at], case.wanted) for case in told or those]
            if told:
                right, none = sum(a == b for a, b in said), sum(a is None for a, _ in said)
                cells.append(f"{right} / {len(said) - right - none} / {none}")
            else:  # no right answer is known: persons, organisations, none
                cells.append(
                    " ".join(f"{sum(a == b for a, _ in said)}{b[:1] if b else '-'}" for b in ("person", "organization", None))
                )
        yield f"{title:42}{len(told or those):6}" + "".join(f"{cell:>21}" for cell in cells)


def differences(cases: list[Case], show: bool) -> Iterator[str]:
    """Where rules and tagger both answer and differ, who is right; and where only one of them answers."""
    for at in (2, 3):
        yield f"\n{ANSWERS[at]}, against the rules:"
        for group in ("named", "bare", "vague", "missed", "signed", "unsigned", "receiver"):
            those = [case for case in cases if case.group == group and case.wanted and case.answers[0] != case.answers[at]]
            rules = sum(case.answers[0] == case.wanted for case in those)
            tagger = sum(case.answers[at] == case.wanted for case in those)
            yield f"  {GROUPS[group]:40} differ {len(those):4}   rules right {rules:4}   tagger right {tagger:4}"
            if show:
                yield from (
                    f"      {case.wanted}: {case.name!r} rules {case.answers[0]}, tagger {case.answers[at]}" for case in those
                )


def main() -> None:
    """Print the table, the differences, the time."""
    folders = [Path(argument) for argument in sys.argv[1:] if argument != "--show"]
    if not folders:
        sys.exit(__doc__)
    clock = Clock()
    count, cases = collect(folders, clock)
    print(f"{count} labelled reports\n")
    print("\n".join(table(cases)))
    print("\n".join(differences(cases, "--show" in sys.argv)))
    print("\nseconds a thousand")
    for what, seconds in clock.seconds.items():
        print(f"  {what:24}{1000 * seconds / clock.names[what]:10.3f}   ({clock.names[what]})")


if __name__ == "__main__":
    main()
