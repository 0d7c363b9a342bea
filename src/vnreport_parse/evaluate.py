"""How well reports are read: precision, recall and F1 against labels made by hand.

A labelled document is `NAME.gold.json` beside `NAME.txt` (or another format); docs/evaluate.md says what
the labels hold. A key they lack is not scored. In labels a field `F` may have `F_alt`, further right
values, and an entry marked `optional`, `restates` or `part_of` costs nothing, found or not.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from .errors import UnreadableFile
from .evaluation.compare import FIGURES, compare
from .evaluation.contexts import Places
from .evaluation.fields import compare_fields
from .evaluation.keys import Labels
from .evaluation.labelled import Labelled, labelled_reports
from .evaluation.outcomes import Figure, Outcome
from .report import Report

_DIGITS = 4
_KINDS = (
    "header", "sections", "references", "awards", "recipients", "totals", "counts", "campaigns", "tables", "signature",
    "distribution", "annexes",
)  # fmt: skip


@dataclass(frozen=True)
class Evaluation:
    """The figures over all documents and those of each field, every error, and the documents that could not be read.

    `errors` are those of the figures, `field_errors` those of the fields; both have the words around them.
    """

    documents: int
    figures: dict[str, Figure]
    fields: dict[str, Figure]
    errors: tuple[Outcome, ...]
    field_errors: tuple[Outcome, ...]
    failed: tuple[UnreadableFile, ...]

    def table(self, errors: int = 0) -> str:
        """The figures as lines of text, each with up to `errors` of its errors below it."""
        lines = [f"{self.documents} documents, {len(self.failed)} not read", f"{'':20}    F1      P      R    of"]
        for name, figure in self.figures.items():
            shares = f"{figure.f1:.4f} {figure.precision:.4f} {figure.recall:.4f}"
            lines.append(f"{name:20} {shares} {figure.tp + figure.fn:5}")
            lines += [f"    {error}" for error in self.errors if error.figure == name][:errors]
        return "\n".join(lines + [f"not read: {failure}" for failure in self.failed])

    def to_json(self, errors: int | None = None) -> str:
        """Everything as JSON, with up to `errors` errors of each figure and field."""
        said = {
            "documents": self.documents,
            "failed": [{"path": f.path, "kind": f.kind, "reason": f.reason, "remedy": f.remedy} for f in self.failed],
            "figures": {name: _row(figure) for name, figure in self.figures.items()},
            "fields": {name: _row(figure) for name, figure in self.fields.items()},
            "errors": [_error(outcome) for outcome in first_of_each(self.errors, errors)],
            "field_errors": [_error(outcome) for outcome in first_of_each(self.field_errors, errors)],
        }
        return json.dumps(said, ensure_ascii=False, indent=1) + "\n"

    def __str__(self) -> str:
        """The table of figures."""
        return self.table()


def first_of_each(outcomes: Iterable[Outcome], limit: int | None) -> Iterator[Outcome]:
    """The first outcomes of each figure or field; all, where there is no limit."""
    seen: Counter[str] = Counter()
    for outcome in outcomes:
        seen[outcome.figure] += 1
        if limit is None or seen[outcome.figure] <= limit:
            yield outcome


def _row(figure: Figure) -> dict[str, float | int]:
    shares = {name: round(getattr(figure, name), _DIGITS) for name in ("precision", "recall", "f1")}
    return shares | {"gold": figure.tp + figure.fn} | figure._asdict()


def _error(outcome: Outcome) -> dict[str, object]:
    said = outcome._asdict()
    return said | {"context": outcome.context and outcome.context._asdict()}


def evaluate(labelled: str | PathLike[str] | Iterable[tuple[Report, Labels]]) -> Evaluation:
    """Compare reports with their labels: a folder of labelled documents, or pairs of a report and its labels.

    Raises `UsageError` for a folder without labels, and for labels that are not JSON or do not have their form.
    """
    failed: list[UnreadableFile] = []
    counted: Counter[tuple[str, str]] = Counter()
    errors: list[Outcome] = []
    field_errors: list[Outcome] = []
    documents = 0
    for document in labelled_reports(Path(labelled)) if isinstance(labelled, (str, PathLike)) else _named(labelled):
        documents += 1
        if document.failure:
            failed.append(document.failure)
        places = Places(document.report)
        for compared, wrong in ((compare, errors), (compare_fields, field_errors)):
            for outcome in compared(document.report, document.labels, places):
                counted[outcome.figure, outcome.verdict] += 1
                if outcome.verdict != "right":
                    context = places.context(outcome.span) if outcome.span else None
                    wrong.append(outcome._replace(document=document.name, context=context))
    names = dict.fromkeys(name for name, _ in counted)
    figures = {name: _figure(counted, name) for name in FIGURES if name in names}
    fields = {name: _figure(counted, name) for name in sorted(names, key=_kind_of_field) if name not in FIGURES}
    return Evaluation(documents, figures, fields, tuple(errors), tuple(field_errors), tuple(failed))


def _figure(counted: Counter[tuple[str, str]], name: str) -> Figure:
    right, wrong, missed, spurious = (counted[name, verdict] for verdict in ("right", "wrong", "missed", "spurious"))
    return Figure(right, wrong + spurious, wrong + missed)


def _kind_of_field(name: str) -> int:
    """Fields of one kind of record stand together, in the order of a document; within a kind in the order of the labels."""
    return _KINDS.index(name.partition(".")[0]) if name.partition(".")[0] in _KINDS else len(_KINDS)


def _named(pairs: Iterable[tuple[Report, Labels]]) -> Iterator[Labelled]:
    for at, (report, labels) in enumerate(pairs, 1):
        yield Labelled(report.source.path or f"document {at}", report, labels, None)
