"""The audit as a workbook: every figure leads to its evidence, every evidence to its place in the report's page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ..diagnostics import Language
from ..spans import Span
from .arranged import Arranged, Extent, Owner
from .explained import explanation, heading, headline, made_by
from .links import page_link
from .records import ApartRow, Audit, CountRow, FormCell, StatutoryForm
from .rules import all_rules
from .sheets import MOST_LINKS, MOST_ROWS, Book, Column, Sheet
from .wording import kind_words, label, period_words, status_words, title_words, unit_words
from .workbook_forms import write_forms
from .workbook_tables import write_citations, write_matrix, write_reports, write_units

_EVIDENCE_HEAD = 2  # the row of the first evidence, as Excel counts


def write_workbook(audit: Audit, path: Path, language: Language = "vi") -> None:
    """Writes the workbook (xlsx) of an audit. Raises `OSError` when the file cannot be written; then there is none."""
    writer = _Writer(audit, path, language)
    writer.write()


class _Writer:
    """One workbook in the making."""

    def __init__(self, audit: Audit, path: Path, language: Language) -> None:
        self.arranged = Arranged(audit)
        self.language = language
        self.book = Book(path, heading(language))
        self._names: list[tuple[str, int | None]] = []
        self._remarks: list[str] = []

    def say(self, key: str, **details: object) -> str:
        return label(self.language, key, **details)

    def write(self) -> None:
        audit = self.arranged.audit
        first = self.book.sheet(self.say("readme"))
        self._sheet("findings", len(audit.findings), self._findings)
        self._sheet("counts", len(audit.counts), lambda sheet: self._figures(sheet, apart=False))
        self._sheet("matrix", None, lambda sheet: write_matrix(sheet, self.arranged, self.language, self.to_evidence))
        self._sheet("apart", len(audit.apart), lambda sheet: self._figures(sheet, apart=True))
        extents = dict(zip(map(id, self.arranged.cells), self.arranged.of_cells, strict=True))
        for code in dict.fromkeys(form.code for form in self.arranged.forms):
            forms = [form for form in self.arranged.forms if form.code == code]
            self._forms(self.say("form", code=code.partition(".")[0]), forms, extents)  # a sheet's name takes no `/`
        self._sheet(
            "reports", len(audit.reports) + len(audit.unread), lambda sheet: write_reports(sheet, self.arranged, self.language)
        )
        self._sheet("units", len(audit.units), lambda sheet: write_units(sheet, audit, self.language))
        self._sheet("citations", len(audit.citations), lambda sheet: write_citations(sheet, self.arranged, self.language))
        self._sheet("evidence", len(self.arranged.evidence), self._evidence)
        self._readme(first)
        self.book.close()

    def _sheet(self, key: str, rows: int | None, fill: Callable[[Sheet], None]) -> None:
        self._named(self.say(key), rows, fill)

    def _named(self, name: str, rows: int | None, fill: Callable[[Sheet], None]) -> None:
        sheet = self.book.sheet(name)
        fill(sheet)
        self._names.append((name, rows))
        if sheet.full:
            self._remarks.append(f"{name}: {self.say('over_links', limit=MOST_LINKS)}")

    def _forms(self, name: str, forms: Sequence[StatutoryForm], extents: Mapping[int, Extent]) -> None:
        def to_evidence(cell: FormCell) -> str | None:
            return self.to_evidence(extents[id(cell)])

        self._named(name, None, lambda sheet: write_forms(sheet, forms, self.language, to_evidence))

    def to_evidence(self, extent: Extent) -> str | None:
        """The link to the evidence rows of a figure."""
        if not extent.number:
            return None
        first = extent.first + _EVIDENCE_HEAD
        return f"internal:'{self.say('evidence')}'!A{first}:J{first + extent.number - 1}"

    # ------------------------------------------------------------ the first sheet
    def _readme(self, sheet: Sheet) -> None:
        sheet.without_grid()
        sheet.widths((34, 14, 80))
        sheet.text(0, 0, heading(self.language), "title")
        sheet.height(0, 26)
        sheet.text(1, 0, made_by(self.language), "plain_text")
        sheet.merged(2, 0, 2, headline(self.arranged.audit, self.language), "plain")
        row = 4
        for name, rows in self._names:
            sheet.link(row, 0, name, f"internal:'{name}'!A1", "plain_link")
            sheet.number(row, 1, rows, "plain_number")
            row += 1
        for head, paragraphs in explanation(self.language):
            sheet.text(row + 1, 0, head, "part")
            row += 2
            for paragraph in paragraphs:
                sheet.merged(row, 0, 2, paragraph, "plain")
                row += 1
        if remarks := [*self.arranged.audit.notes, *self._remarks]:
            sheet.text(row + 1, 0, self.say("notes"), "part")
            for at, remark in enumerate(remarks, row + 2):
                sheet.merged(at, 0, 2, remark, "warning")

    # ------------------------------------------------------------ the long sheets
    def _figures(self, sheet: Sheet, *, apart: bool) -> None:
        arranged = self.arranged
        rows: list[CountRow | ApartRow] = [*arranged.apart] if apart else [*arranged.counts]
        extents = arranged.of_apart if apart else arranged.of_counts
        say = self.say
        columns = [
            Column(say("status"), 15), Column(say("period"), 20), Column(say("edtf"), 16), Column(say("unit"), 38),
            Column(say("title"), 34), Column(say("rank"), 10), Column(say("authority"), 24), Column(say("kind"), 16),
            Column(say("count"), 10), Column(say("evidence_count"), 11),
        ]  # fmt: skip
        noted = apart or any(row.covered for row in arranged.counts)
        columns += [Column(say("reason" if apart else "covered"), 30)] if noted else []
        sheet.head(columns, filters=len(rows), frozen=0)
        for at, (row, extent) in enumerate(zip(rows, extents, strict=True), 1):
            when = period_words(row.period, self.language), row.period, unit_words(row.unit, self.language)
            texts = (
                status_words(row, self.language),
                *when,
                title_words(row),
                row.rank,
                row.authority,
                kind_words(row, self.language),
            )
            for column, value in enumerate(texts):
                sheet.text(at, column, value)
            sheet.number(at, 8, row.count, link=self.to_evidence(extent))
            sheet.number(at, 9, extent.number)
            note = f"reason.{row.reason}" if isinstance(row, ApartRow) else "covered.yes" if row.covered else None
            if noted:
                sheet.text(at, 10, say(note) if note else None)

    def _findings(self, sheet: Sheet) -> None:
        say, rules = self.say, all_rules()
        heads = (
            ("severity", 11),
            ("code", 8),
            ("rule", 30),
            ("message", 64),
            ("unit", 30),
            ("period", 18),
            ("report", 34),
            ("evidence_count", 12),
        )
        sheet.head([Column(say(key), width) for key, width in heads], filters=len(self.arranged.findings), frozen=2)
        for at, (finding, extent) in enumerate(zip(self.arranged.findings, self.arranged.of_findings, strict=True), 1):
            sheet.text(at, 0, say(f"severity.{finding.severity}"), finding.severity)
            sheet.text(at, 1, finding.code)
            sheet.text(at, 2, rules[finding.code].title.in_(self.language) if finding.code in rules else None)
            sheet.text(at, 3, finding.message)
            sheet.text(at, 4, finding.unit)
            sheet.text(at, 5, period_words(finding.period, self.language) if finding.period else None)
            sheet.text(at, 6, "\n".join(finding.reports))
            sheet.number(at, 7, extent.number, link=self.to_evidence(extent))

    def _evidence(self, sheet: Sheet) -> None:
        say, reports = self.say, self.arranged.reports
        shown = self.arranged.evidence[: MOST_ROWS - 1]
        if len(shown) < len(self.arranged.evidence):
            self._remarks.append(f"{sheet.name}: {say('over_rows', kept=len(shown), count=len(self.arranged.evidence))}")
        heads = (
            ("no.", 7),
            ("of", 36),
            ("count", 9),
            ("excerpt", 80),
            ("place", 10),
            ("report", 34),
            ("unit", 30),
            ("number", 16),
            ("page", 7),
            ("section", 10),
        )
        sheet.head([Column(say(key), width) for key, width in heads], filters=len(shown))
        for at, (owner, one) in enumerate(shown, 1):
            words, count = self._owned(owner)
            report = reports.get(one.report)
            link = page_link(reports, one)
            sheet.number(at, 0, at)
            sheet.text(at, 1, words)
            sheet.number(at, 2, count)
            sheet.marked(at, 3, one.excerpt, Span(*one.mark))
            sheet.link(at, 4, say("open") if link else "", f"external:{link}" if link else None)
            for column, value in (
                (5, one.report),
                (6, report.unit if report else None),
                (7, report.number if report else None),
                (9, one.section),
            ):
                sheet.text(at, column, value)
            sheet.number(at, 8, one.page)

    def _owned(self, owner: Owner) -> tuple[str, int | None]:
        """What an evidence row shows: words, and the figure."""
        arranged, part = self.arranged, self.say(owner.part)
        if owner.part == "findings":
            finding = arranged.findings[owner.at]
            return f"{part}: {finding.code} {finding.message}", None
        if owner.part == "forms":
            cell = arranged.cells[owner.at]
            return f"{part}: {cell.row}/{cell.column}", cell.value
        row: CountRow | ApartRow = (arranged.counts if owner.part == "counts" else arranged.apart)[owner.at]
        named = " ".join(filter(None, [title_words(row), row.rank]))
        return f"{part}: {named}, {kind_words(row, self.language)}", row.count
