"""The report: all records of one document, and the way to them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import PrivateAttr

from .diagnostics import Diagnostic
from .records import (
    SCHEMA_VERSION,
    Award,
    Campaign,
    CountMention,
    Distribution,
    Header,
    Record,
    Reference,
    Section,
    Signature,
    Source,
    Table,
    Total,
)
from .source import View
from .spans import Span


class Report(Record):
    """What one document says. Spans of all records index `text`; `view` leads on to the file's own characters."""

    schema_version: str = SCHEMA_VERSION
    source: Source = Source()
    text: str
    header: Header = Header()
    sections: tuple[Section, ...] = ()
    references: tuple[Reference, ...] = ()
    awards: tuple[Award, ...] = ()
    totals: tuple[Total, ...] = ()
    counts: tuple[CountMention, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    tables: tuple[Table, ...] = ()
    distribution: tuple[Distribution, ...] = ()
    signature: Signature | None = None
    appendices: tuple[Span, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    _view: View | None = PrivateAttr(default=None)

    @property
    def view(self) -> View | None:
        """The way back to the file's text; `None` for a report that was read from JSON."""
        return self._view

    def walk(self) -> Iterator[Section]:
        """All sections, in the order of the text."""
        for section in self.sections:
            yield from section.walk()

    def section(self, path: str) -> Section:
        """The section of a path such as `I.4`. Raises `KeyError` when the report has none."""
        for section in self.walk():
            if section.path == path:
                return section
        raise KeyError(path)
