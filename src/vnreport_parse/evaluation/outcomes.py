"""What a comparison gives: right or wrong, counted as figures, with the words of the document around each error."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ..spans import Span

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


class Context(NamedTuple):
    """Where an error stands: `words` with what stands `before` and `after` them; `span` indexes `Report.text`.

    `line`, `page` and `block` (`table 2, row 3, cell 1`) are those of the file, `section` a path such as `II.3`.
    """

    span: Span
    before: str
    words: str
    after: str
    line: int
    page: int | None
    block: str | None
    section: str | None


class Outcome(NamedTuple):
    """One comparison. `wanted` is what the labels say, `got` what the report says, in words.

    `figure` is a figure (`references`), or a field of a kind of record (`references.issuer`); outcomes of fields
    with the same `record` belong to one entry. `span` is where the record stands or the missed words were found.
    """

    document: str
    figure: str
    verdict: Verdict
    wanted: str = ""
    got: str = ""
    record: str = ""
    span: Span | None = None
    context: Context | None = None

    def __str__(self) -> str:
        """One line for a person."""
        said = f"wanted {self.wanted}, got {self.got}" if self.verdict == "wrong" else f"{self.verdict} {self.wanted}{self.got}"
        return f"{self.document}: {said}"
