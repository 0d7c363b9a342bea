"""How well reports are read: precision, recall and F1 against labels made by hand.

A labelled document is `NAME.gold.json` beside `NAME.txt` (or another format); CONTRIBUTING.md says what
the labels hold. A key they lack is not scored. In labels a field `F` may have `F_alt`, further right
values, and an entry marked `optional`, `restates` or `part_of` costs nothing, found or not.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from glob import escape
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Literal, NamedTuple

from .errors import UnreadableFile, UsageError
from .matching import pair
from .parse import parse_files
from .patterns import fold
from .records import Award, DocumentNumber, RecipientGroup, Reference, Section
from .report import Report
from .spans import fold_blanks

FIGURES = (
    "header", "sections", "section trees exact", "references", "reference doc_type", "reference issuer",
    "award counts", "award records", "award flags", "signature", "distribution",
)  # fmt: skip

_GOLD = ".gold.json"
Labels = dict[str, Any]
Verdict = Literal["right", "wrong", "missed", "spurious"]


class Figure(NamedTuple):
    """Counts of one figure; a wrong value counts as spurious and as missed."""

    tp: int
    fp: int
    fn: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 when nothing was found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """The share of what is labelled that was found; 1 when nothing is labelled."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.tp / (2 * self.tp + self.fp + self.fn) if self.tp else float(not self.fp + self.fn)


class Outcome(NamedTuple):
    """One comparison. `wanted` is what the labels say, `got` what the report says, in words."""

    document: str
    figure: str
    verdict: Verdict
    wanted: str = ""
    got: str = ""

    def __str__(self) -> str:
        """One line for a person."""
        said = f"wanted {self.wanted}, got {self.got}" if self.verdict == "wrong" else f"{self.verdict} {self.wanted}{self.got}"
        return f"{self.document}: {said}"


@dataclass(frozen=True)
class Evaluation:
    """The figures over all documents, every error, and the documents that could not be read."""

    documents: int
    figures: dict[str, Figure]
    errors: tuple[Outcome, ...]
    failed: tuple[UnreadableFile, ...]

    def table(self, errors: int = 0) -> str:
        """The figures as lines of text, each with up to `errors` of its errors below it."""
        lines = [f"{self.documents} documents, {len(self.failed)} not read", f"{'':20}    F1      P      R    of"]
        for name, figure in self.figures.items():
            shares = f"{figure.f1:.4f} {figure.precision:.4f} {figure.recall:.4f}"
            lines.append(f"{name:20} {shares} {figure.tp + figure.fn:5}")
            lines += [f"    {error}" for error in self.errors if error.figure == name][:errors]
        return "\n".join(lines + [f"not read: {failure}" for failure in self.failed])

    def __str__(self) -> str:
        """The table of figures."""
        return self.table()


def evaluate(labelled: str | PathLike[str] | Iterable[tuple[Report, Labels]]) -> Evaluation:
    """Compare reports with their labels: a folder of labelled documents, or pairs of a report and its labels.

    Raises `UsageError` for a folder without labels, and for labels that are not JSON.
    """
    failed: list[UnreadableFile] = []
    outcomes: list[Outcome] = []
    documents = 0
    named = _folder(Path(labelled), failed) if isinstance(labelled, (str, PathLike)) else _named(labelled)
    for documents, (name, report, labels) in enumerate(named, 1):  # noqa: B007
        outcomes += [outcome._replace(document=name) for outcome in compare(report, labels)]
    counted = Counter((outcome.figure, outcome.verdict) for outcome in outcomes)
    figures = {}
    for figure in FIGURES:
        right, wrong, missed, spurious = (counted[figure, v] for v in ("right", "wrong", "missed", "spurious"))
        if right + wrong + missed + spurious:
            figures[figure] = Figure(right, wrong + spurious, wrong + missed)
    return Evaluation(documents, figures, tuple(o for o in outcomes if o.verdict != "right"), tuple(failed))


def _named(pairs: Iterable[tuple[Report, Labels]]) -> Iterator[tuple[str, Report, Labels]]:
    for at, (report, labels) in enumerate(pairs, 1):
        yield report.source.path or f"document {at}", report, labels


def _folder(folder: Path, failed: list[UnreadableFile]) -> Iterator[tuple[str, Report, Labels]]:
    """Name, report and labels of each labelled document; one that cannot be read counts as an empty report."""
    found = sorted(folder.rglob(f"*{_GOLD}"))
    if not found:
        where = fspath(folder)
        raise UsageError(f"no labels (NAME.gold.json) in {where}", f"không có nhãn (NAME.gold.json) trong {where}")
    labels = [_labels(path) for path in found]
    for path, own, read in zip(found, labels, parse_files(map(_labelled, found)), strict=True):
        if isinstance(read, UnreadableFile):
            failed.append(read)
        yield path.name.removesuffix(_GOLD), Report(text="") if isinstance(read, UnreadableFile) else read, own


def _labels(path: Path) -> Labels:
    try:
        labels: Labels = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise UsageError(f"{path} is not JSON: {error}", f"{path} không phải JSON: {error}") from None
    return labels


def _labelled(path: Path) -> Path:
    """The document beside its labels."""
    name = path.name.removesuffix(_GOLD)
    beside = sorted(p for p in path.parent.glob(f"{escape(name)}.*") if p.suffix != ".json")
    return beside[0] if beside else path.with_name(f"{name}.txt")


# ---------------------------------------------------------------- how values are compared
_IGNORED = re.compile(r"[\"'*_]")
_BLANK_PART = re.compile(r"(?:-XX)+$")
_FILLED = re.compile(r"[\s.…_]+")


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return fold(unicodedata.normalize("NFC", text).replace("Ð", "Đ").replace("ð", "đ"))


def text_key(value: object) -> str:
    """What two careful readers write alike: case, dashes, quotes, blanks, tone place and `UBND` do not count."""
    plain = _IGNORED.sub("", _folded(str(value or ""))).replace("ủy ban nhân dân", "ubnd")
    return fold_blanks(plain).strip(" .,;:-")


def number_key(value: object) -> str:
    """`110 / BTĐKT-NV` and `110/BTĐKT-NV` are one number."""
    text = value.text if isinstance(value, DocumentNumber) else str(value or "")
    return _FILLED.sub("", _folded(text))


def date_key(value: object) -> str:
    """A missing day may be written 2022-06 or 2022-06-XX."""
    return _BLANK_PART.sub("", str(value or ""))


_KEYS: dict[str, Callable[[object], str]] = {"number": number_key, "date": date_key, "count": str, "quantity": str, "kind": str}


def same(labels: Labels, record: object, field: str) -> bool:
    """Whether the record's field says what the labels, or one of their alternatives, say."""
    key = _KEYS.get(field, text_key)
    others = labels.get(f"{field}_alt") or []
    rights = [labels.get(field), *(others if isinstance(others, list) else [others])]
    return key(getattr(record, field, None)) in map(key, rights)


def _weak(labels: Labels) -> bool:
    return any(labels.get(mark) for mark in ("optional", "restates", "part_of"))


def _fields(figure: str, labels: Labels, record: object, only: str | None = None) -> Iterator[Outcome]:
    """One outcome for each field that the labels state; addressees are labelled for people, not compared."""
    stated = [only] if only else [f for f in labels if f not in ("addressees", "annexes") and not f.endswith("_alt")]
    for field in stated:
        got = getattr(record, field, None)
        shown = got.text if isinstance(got, DocumentNumber) else got
        verdict: Verdict = "right" if same(labels, record, field) else "wrong"
        yield Outcome("", figure, verdict, f"{field} {labels[field]!r}", repr(shown))


# ---------------------------------------------------------------- one document
def compare(report: Report, labels: Labels) -> Iterator[Outcome]:
    """Every comparison of one report with its labels."""
    header = labels.get("header", {})
    yield from _fields("header", header, report.header)
    if "sections" in labels:
        yield from _compare_sections(report, labels["sections"])
    if "references" in labels:
        yield from _compare_references(report.references, labels["references"])
    if "awards" in labels:
        yield from _compare_awards(report.awards, labels["awards"])
    if signed := labels.get("signature"):
        wanted = signed[0] if isinstance(signed, list) else signed
        yield from _fields("signature", wanted, report.signature)
    if "distribution" in labels:
        listed = Counter(map(text_key, labels["distribution"]))
        yield from _compare_bags("distribution", listed, Counter(), Counter(text_key(entry.text) for entry in report.distribution))


def _compare_bags(figure: str, wanted: Counter[Any], optional: Counter[Any], got: Counter[Any]) -> Iterator[Outcome]:
    yield from (Outcome("", figure, "right", str(item)) for item in (wanted & got).elements())
    yield from (Outcome("", figure, "missed", str(item)) for item in (wanted - got).elements())
    yield from (Outcome("", figure, "spurious", got=str(item)) for item in (got - wanted - optional).elements())


def _compare_sections(report: Report, labels: list[Labels]) -> Iterator[Outcome]:
    """A section is its path of labels and its title; where the labels give no title, any is right."""
    units = list(_labelled_units(labels))
    untitled = {path for path, title, _ in units if title is None}
    wanted = Counter((path, title) for path, title, optional in units if not optional)
    optional = Counter((path, title) for path, title, optional in units if optional)
    got = Counter((path, None if path in untitled else title) for path, title in _report_units(report.sections))
    outcomes = list(_compare_bags("sections", wanted, optional, got))
    yield from outcomes
    exact = all(outcome.verdict == "right" for outcome in outcomes)
    yield Outcome("", "section trees exact", "right" if exact else "wrong", "this tree", "another")


def _step(path: str, label: object) -> str:
    """`8.1` under `8` and `(1)` are steps `1`."""
    last = text_key(label).strip("().:-/ ").rsplit(".", 1)[-1]
    return f"{path}.{last}" if path else last


def _title(title: str | None) -> str | None:
    return None if title is None else text_key(title)


def _labelled_units(labels: list[Labels], above: str = "") -> Iterator[tuple[str, str | None, bool]]:
    for unit in labels:
        path = _step(above, unit.get("label"))
        yield path, _title(unit.get("title")), bool(unit.get("optional"))
        yield from _labelled_units(unit.get("children") or [], path)


def _report_units(sections: Iterable[Section], above: str = "") -> Iterator[tuple[str, str | None]]:
    for section in sections:
        path = _step(above, section.label)
        yield path, _title(section.title)
        yield from _report_units(section.children, path)


# ---------------------------------------------------------------- references and awards
def _compare_references(got: Sequence[Reference], labels: list[Labels]) -> Iterator[Outcome]:
    def fits(wanted: Labels, reference: Reference) -> bool:
        if not (same(wanted, reference, "number") and same(wanted, reference, "date")):
            return False
        if number_key(wanted.get("number")):
            return True
        title, other = text_key(wanted.get("title")), text_key(reference.title)
        return same(wanted, reference, "doc_type") and (title in other or other in title)

    def agrees(wanted: Labels, reference: Reference) -> bool:
        return fits(wanted, reference) and same(wanted, reference, "doc_type") and same(wanted, reference, "issuer")

    pairs = pair(labels, got, (agrees, fits), _weak)
    entries = [(_show(wanted, "doc_type number date"), _weak(wanted)) for wanted in labels]
    yield from _settle("references", entries, map(_show_reference, got), pairs)
    for at, partner in pairs.items():
        for field in ("doc_type", "issuer"):
            if labels[partner].get(field) is not None:
                yield from _fields(f"reference {field}", labels[partner], got[at], field)


AwardLabels = tuple[Labels, Labels | None]
AwardItem = tuple[Award, RecipientGroup | None]


def _compare_awards(awards: Iterable[Award], labels: Iterable[Labels]) -> Iterator[Outcome]:
    """One item for each counted group of recipients; an award without one is an item of its own."""
    wanted: list[AwardLabels] = []
    for award in labels:
        counted = [g for g in award.get("recipients") or [] if g.get("count") is not None]
        wanted += [(award, group) for group in counted] or [(award, None)]
    got: list[AwardItem] = []
    for found in awards:
        groups = [g for g in found.recipients if g.count is not None]
        got += [(found, group) for group in groups] or [(found, None)]

    def counts(item: AwardLabels, other: AwardItem) -> bool:
        return same(item[0], other[0], "title") and same(item[0], other[0], "rank") and _same_group(item, other)

    def records(item: AwardLabels, other: AwardItem) -> bool:
        return counts(item, other) and all(same(item[0], other[0], field) for field in ("qualifier", "authority", "status"))

    entries = [(_show_label(item), _weak(item[0])) for item in wanted]
    pairs: dict[int, int] = {}
    for figure, fits in (("award counts", counts), ("award records", records)):
        pairs = pair(wanted, got, (_with_flags(fits), fits), lambda item: _weak(item[0]))
        yield from _settle(figure, entries, map(_show_award, got), pairs)
    for at, partner in pairs.items():
        if not wanted[partner][0].get("optional"):
            right = _label_flags(wanted[partner][0]) == _flags(got[at][0])
            yield Outcome("", "award flags", "right" if right else "wrong", _show_label(wanted[partner]), str(_flags(got[at][0])))


def _with_flags(fits: Callable[[AwardLabels, AwardItem], bool]) -> Callable[[AwardLabels, AwardItem], bool]:
    return lambda item, other: fits(item, other) and _label_flags(item[0]) == _flags(other[0])


def _same_group(item: AwardLabels, other: AwardItem) -> bool:
    (labels, wanted), (award, group) = item, other
    if wanted is not None:
        return group is not None and same(wanted, group, "count") and same(wanted, group, "kind")
    if group is not None:  # an award that names its subject elsewhere may be given one recipient
        return not labels.get("recipients") and group.count == 1
    return labels.get("quantity") is None or same(labels, award, "quantity")


def _flags(award: Award) -> tuple[bool, bool]:
    """Whether it is a running total, and whether it is told before or part of another."""
    return award.cumulative, award.restates is not None or award.part_of is not None


def _label_flags(labels: Labels) -> tuple[bool, bool]:
    return bool(labels.get("cumulative")), any(labels.get(mark) not in (None, False) for mark in ("restates", "part_of"))


def _settle(figure: str, entries: Sequence[tuple[str, bool]], shown: Iterable[str], pairs: dict[int, int]) -> Iterator[Outcome]:
    """Strong entries are right or missed, unpaired records spurious."""
    paired = set(pairs.values())
    for i, (entry, weak) in enumerate(entries):
        if not weak:
            yield Outcome("", figure, "right" if i in paired else "missed", entry)
    yield from (Outcome("", figure, "spurious", got=text) for j, text in enumerate(shown) if j not in pairs)


# ---------------------------------------------------------------- in words
def _show(labels: Labels, fields: str) -> str:
    return ", ".join(str(labels[field]) for field in fields.split() if labels.get(field) is not None)


def _show_reference(reference: Reference) -> str:
    number = reference.number.text if reference.number else None
    return _show({"doc_type": reference.doc_type, "number": number, "date": reference.date}, "doc_type number date")


_AWARD_FIELDS = "title rank qualifier authority status quantity"


def _show_label(item: AwardLabels) -> str:
    return ", ".join(filter(None, [_show(item[0], _AWARD_FIELDS), _show(item[1] or {}, "count kind")]))


def _show_award(item: AwardItem) -> str:
    return _show_label((vars(item[0]), vars(item[1]) if item[1] else None))
