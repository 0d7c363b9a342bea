"""The report: all records of one document, and the way to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from html import escape
from typing import Any

from pydantic import PrivateAttr

from .dates import PartialDate
from .diagnostics import Diagnostic
from .errors import UsageError
from .frames import Library, build_frames
from .provenance import Location
from .records import (
    SCHEMA_VERSION,
    Award,
    Campaign,
    CountMention,
    Distribution,
    DocumentNumber,
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

_NEAR = 5


class CitedDocument(Record):
    """One document that the report cites, with every mention of it. A field is what the first mention that has it says."""

    key: str
    doc_type: str | None
    number: DocumentNumber | None
    date: PartialDate | None
    issuer: str | None
    title: str | None
    mentions: tuple[Reference, ...]


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
    co_signatures: tuple[Signature, ...] = ()
    appendices: tuple[Span, ...] = ()
    appendix_sections: tuple[tuple[Section, ...], ...] = ()
    appendix_awards: tuple[Award, ...] = ()
    appendix_totals: tuple[Total, ...] = ()
    appendix_counts: tuple[CountMention, ...] = ()
    appendix_tables: tuple[Table, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    _view: View | None = PrivateAttr(default=None)

    @property
    def view(self) -> View | None:
        """The way back to the file's text; `None` for a report that was read from JSON."""
        return self._view

    def locate(self, span: Span) -> Location:
        """Where a stretch of `text` stands in the file: its own characters, line and column, page and boxes, paragraph or cell.

        Raises `UsageError` for a report that was read from JSON, and for a span outside `text`.
        """
        if self._view is None:
            raise UsageError("a report read from JSON does not lead back to the file: parse the file again")
        if not 0 <= span.start <= span.end <= len(self.text):
            raise UsageError(f"the span {tuple(span)} is outside the text of {len(self.text)} characters")
        return self._view.locate(span)

    def walk(self) -> Iterator[Section]:
        """All sections, in the order of the text."""
        for section in self.sections:
            yield from section.walk()

    def section(self, path: str) -> Section:
        """The section of a path such as `I.4`; the first, where a label stands twice.

        Raises `KeyError`, with paths that look like the one asked for.
        """
        paths: dict[str, Section] = {}
        for section in self.walk():
            paths.setdefault(section.path, section)
        if path in paths:
            return paths[path]
        near = get_close_matches(path, paths, n=_NEAR, cutoff=0.4) or list(paths)[:_NEAR]
        raise KeyError(f"no section {path!r}; " + (f"near it: {', '.join(near)}" if near else "the report has none"))

    def cited_documents(self) -> tuple[CitedDocument, ...]:
        """One entry for each document cited, in the order of first mention."""
        mentions: dict[str, list[Reference]] = {}
        for reference in self.references:
            mentions.setdefault(reference.key, []).append(reference)
        return tuple(_cited(key, tuple(found)) for key, found in mentions.items())

    def to_frames(self, library: Library = "auto") -> dict[str, Any]:
        """Data frames by name. `auto` takes pandas where it is installed, else polars.

        There are reports, sections, references, awards, recipients, appendix_awards, appendix_recipients, totals,
        counts, campaigns, distribution, signatures, diagnostics and evidence; `recipients` leads to `awards` by the award's
        index. Raises `FrameLibraryMissing` when the library is not installed.
        """
        return build_frames(self, library)

    # ------------------------------------------------------------ how it shows
    def _title(self) -> str:
        """`1126/BC-SNV 2023-06-20`, as far as the document says."""
        number = self.header.number
        return " ".join(filter(None, [number.text if number else "no number", self.header.date]))

    def _counts(self) -> str:
        """`31 sections, 9 references`, without what is missing."""
        remarks = Counter(d.severity for d in self.diagnostics)
        counted = [
            (sum(1 for _ in self.walk()), "section"),
            (len(self.references), "reference"),
            (len(self.awards), "award"),
            (remarks["error"], "error"),
            (remarks["warning"], "warning"),
            (remarks["info"], "note"),
        ]
        return ", ".join(f"{n} {word}{'s' if n > 1 else ''}" for n, word in counted if n) or "nothing found"

    def __repr__(self) -> str:
        """Number, date, and how much was found."""
        return f"<Report {self._title()}: {self._counts()}>"

    def __str__(self) -> str:
        """A few lines for a person: what the document is, what was found, and what is odd about it."""
        header = self.header
        place = ", ".join(filter(None, [header.place, header.date]))
        signed = ", ".join(filter(None, [self.signature.position, self.signature.name])) if self.signature else None
        first = " ".join(filter(None, [header.doc_type or "Document", header.number.text if header.number else "without a number"]))
        lines = [" · ".join(filter(None, [first, place])), header.issuer, header.subject, signed, self._counts()]
        lines += [f"{d.severity} {d.code}: {d.message}" for d in self.diagnostics]
        return "\n".join(line for line in lines if line)

    def _repr_html_(self) -> str:
        """A small table for a notebook."""
        header = self.header
        facts = {
            "Document": " ".join(filter(None, [header.doc_type, self._title()])),
            "Place": header.place,
            "Issuer": header.issuer,
            "Subject": header.subject,
            "Signed": " ".join(filter(None, [self.signature.position, self.signature.name])) if self.signature else None,
            "Found": self._counts(),
        }
        rows = [(name, value) for name, value in facts.items() if value]
        rows += [(f"{d.severity} {d.code}", d.message) for d in self.diagnostics]
        body = "".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in rows)
        return f'<table class="vnreport" style="text-align:left">{body}</table>'


def _cited(key: str, mentions: tuple[Reference, ...]) -> CitedDocument:
    fields = ("doc_type", "number", "date", "issuer", "title")
    said = {field: next((v for m in mentions if (v := getattr(m, field)) is not None), None) for field in fields}
    return CitedDocument(key=key, mentions=mentions, **said)
