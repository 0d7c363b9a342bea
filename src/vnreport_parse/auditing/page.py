"""The audit as one HTML page that needs nothing else: findings first, charts, tables, and the evidence of every figure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..diagnostics import Language
from ..spans import Span
from ..view import content_policy
from .arranged import STATUS_ORDER, Arranged
from .explained import explanation, heading, headline, made_by, overview
from .graph import citation_graph
from .links import page_link
from .page_words import PAGE_WORDS
from .records import ApartRow, Audit, AuditedReport, CountRow, Evidence, Finding, StatutoryForm
from .rules import all_rules
from .wording import WORDS, cited_words, kind_key, kind_words, label, period_words, title_words, unit_words

_SCRIPTS = ("dom.js", "charts.js", "tables.js", "page.js")


def write_page(audit: Audit, path: Path, language: Language = "vi") -> None:
    """Writes the page of an audit. Raises `OSError` when it cannot be written."""
    path.write_bytes(audit_page(audit, language).encode("utf-8", "replace"))  # a file name need not be UTF-8


def audit_page(audit: Audit, language: Language = "vi") -> str:
    """The page of an audit, as HTML. Links to the reports' pages are relative to it."""
    style = _asset("page.css")
    script = "\n".join(map(_asset, _SCRIPTS))
    parts = {
        "language": language,
        "policy": content_policy([style], [script]),
        "style": style,
        "script": script,
        "heading": escape(heading(language)),
        "headline": escape(headline(audit, language)),
        "made": escape(made_by(language)),
        "explanation": _explanation(language),
        "graph": citation_graph(audit, language),
        "data": _embedded(_Data(audit, language).all()),
    }
    words = {f"word_{key}": escape(both[language == "en"]) for key, both in PAGE_WORDS.items()}
    # The parts are filled in one pass, so that nothing inside them is taken for a place to fill.
    pieces = _asset("page.html").split("%%")
    return "".join((parts | words)[piece] if at % 2 else piece for at, piece in enumerate(pieces))


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath("assets", name).read_text("utf-8")


def _embedded(data: object) -> str:
    """JSON that can stand inside a script element: no `<`, so no end tag and no comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _explanation(language: Language) -> str:
    return "".join(
        f"<h3>{escape(head)}</h3>" + "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
        for head, paragraphs in explanation(language)
    )


class _Data:
    """What the page's script shows, as plain values; evidence stands once, rows hold its places."""

    def __init__(self, audit: Audit, language: Language) -> None:
        self._arranged = Arranged(audit)
        self._language = language
        self._places = {report.path: at for at, report in enumerate(audit.reports)}
        self._evidence: dict[tuple[str, Span], int] = {}
        self._shown: list[list[Any]] = []

    def all(self) -> dict[str, Any]:
        """The whole; evidence last, when all that is asked for is known."""
        arranged, audit, language = self._arranged, self._arranged.audit, self._language
        words = {key: both[language == "en"] for key, both in (WORDS | PAGE_WORDS).items()}
        rows: list[CountRow | ApartRow | Finding | AuditedReport | StatutoryForm] = [*audit.counts, *audit.apart, *audit.findings]
        periods = {row.period for row in (*rows, *audit.reports, *audit.forms) if row.period}
        return {
            "language": language,
            "words": words,
            "overview": overview(audit)._asdict(),
            "statuses": STATUS_ORDER,
            "rules": self._rules(),
            "periods": {period: period_words(period, language) for period in sorted(periods)},
            "reports": self._reports(),
            "findings": self._findings(),
            "counts": [[*self._row(row), row.covered] for row in arranged.counts],
            "apart": [[*self._row(row), label(language, f"reason.{row.reason}")] for row in arranged.apart],
            "units": [
                [unit.unit, unit.printed, label(language, f"how.{unit.how}"), len(unit.reports)]
                for unit in sorted(audit.units, key=lambda unit: (unit.unit, unit.printed))
            ],
            "missing": [[missing.unit, period_words(missing.period, language)] for missing in audit.missing_units],
            "notes": audit.notes,
            "unread": [[unread.path, unread.reason] for unread in audit.unread],
            "citations": self._citations(),
            "forms": self._forms(),
            "evidence": self._shown,
        }

    def _rules(self) -> dict[str, list[str]]:
        """Title, reason and source of each rule that found something."""
        known, language = all_rules(), self._language
        codes = sorted({finding.code for finding in self._arranged.findings} & set(known))
        return {
            code: [words.in_(language) for words in (known[code].title, known[code].reason, known[code].source)] for code in codes
        }

    def _show(self, shown: Sequence[Evidence]) -> list[int]:
        return [self._place(one) for one in shown]

    def _place(self, shown: Evidence) -> int:
        """Where the evidence stands in the page's list: report, words before, marked, after, page, section, link."""
        key = shown.report, shown.span
        if key not in self._evidence:
            self._evidence[key] = len(self._shown)
            start, end = shown.mark
            pieces = shown.excerpt[:start], shown.excerpt[start:end], shown.excerpt[end:]
            link = page_link(self._arranged.reports, shown)
            self._shown.append([self._places.get(shown.report, shown.report), *pieces, shown.page, shown.section, link])
        return self._evidence[key]

    def _row(self, row: CountRow | ApartRow) -> list[Any]:
        title = " ".join(filter(None, [title_words(row), row.rank]))
        kind = kind_words(row, self._language)
        unit = unit_words(row.unit, self._language)
        shown = self._show(row.evidence)
        return [row.status, row.period, unit, title, row.authority, kind_key(row), kind, row.count, shown]

    def _reports(self) -> list[list[Any]]:
        return [
            [
                *(report.path, report.page, report.doc_type, report.number, report.date),
                *(
                    unit_words(report.unit, self._language),
                    report.period,
                    report.counted,
                    report.why,
                    report.instead,
                    report.counts,
                    report.unexplained,
                ),
            ]
            for report in self._arranged.audit.reports
        ]

    def _findings(self) -> list[list[Any]]:
        reports = self._arranged.reports
        rows = []
        for finding in self._arranged.findings:
            told = [reports[path] for path in finding.reports if path in reports]
            unit = finding.unit or next((report.unit for report in told if report.unit), None)
            period = finding.period or next((report.period for report in told if report.period), None)
            names = [self._places.get(path, path) for path in finding.reports]
            said = finding.severity, finding.code, finding.message, unit_words(unit, self._language), period
            rows.append([*said, names, self._show(finding.evidence)])
        return rows

    def _citations(self) -> list[list[Any]]:
        return [
            [
                self._places.get(citation.report, citation.report),
                *(cited_words(citation), citation.doc_type, citation.date, citation.issuer, citation.mentions),
                self._places.get(citation.cited, citation.cited) if citation.cited else None,
                self._show(citation.evidence),
            ]
            for citation in self._arranged.audit.citations
        ]

    def _forms(self) -> list[dict[str, Any]]:
        return [
            {
                "code": form.code,
                "title": form.title,
                "period": form.period,
                "rows": form.rows,
                "columns": form.columns,
                "cells": [[cell.row, cell.column, cell.value, self._show(cell.evidence)] for cell in form.cells],
            }
            for form in self._arranged.forms
        ]
