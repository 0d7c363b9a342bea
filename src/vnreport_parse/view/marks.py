"""What is marked in a report's text, and what each mark says when one points at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..cli_messages import say
from ..diagnostics import Language
from ..records import Award, Fact, Reference
from ..report import Report
from ..spans import Span
from ..tableview import full_title
from .whole import whole_of


class Mark(NamedTuple):
    """A stretch to paint: the classes of its kind, and its words."""

    span: Span
    kind: str
    hint: str


def marks_of(report: Report, language: Language) -> list[Mark]:
    """All marks of a report; they may cross each other."""
    whole = whole_of(report)
    found = [Mark(span, "head", _field(name, language)) for name, span in report.header.evidence.items()]
    found += [Mark(a.span, f"award {a.status}", award_words(a, language)) for a in whole.awards]
    found += [Mark(t.span, "total", say(language, "role_total")) for t in whole.totals]
    found += [Mark(r.span, "ref", reference_words(r)) for r in report.references]
    found += [Mark(c.span, "campaign", say(language, "role_campaign")) for c in report.campaigns]
    found += [Mark(c.span, f"count {c.role}", say(language, f"role_{c.role}")) for c in whole.counts]
    if report.signature:
        found.append(Mark(report.signature.span, "sign", say(language, "signature")))
    found += [Mark(d.span, "dist", say(language, "distribution")) for d in report.distribution]
    found += [Mark(d.span, f"remark {d.severity}", f"{d.code}: {d.text(language)}") for d in report.diagnostics if d.span]
    return [mark for mark in found if mark.span.start < mark.span.end]


def award_words(award: Award, language: Language) -> str:
    """`Bằng khen · Chủ tịch UBND tỉnh · đã tặng`."""
    return " · ".join(filter(None, [full_title(award), award.authority, say(language, award.status)]))


def reference_words(reference: Reference) -> str:
    """`Công văn · 110/BTĐKT-NV · 2022-05-31`."""
    number = reference.number.text if reference.number else None
    return " · ".join(filter(None, [reference.doc_type, number, reference.date, reference.issuer, reference.title]))


def _field(name: str, language: Language) -> str:
    """The head of a field of the letterhead; `addressees.0` is a piece of one."""
    key = {"doc_type": "type"}.get(field := name.partition(".")[0], field)
    known = ("type", "number", "place", "date", "issuer", "parent_organ", "subject", "period")
    return say(language, key) if key in known else say(language, "report")


def places_of(report: Report, also: Iterable[Span]) -> list[Span]:
    """Every stretch that a link may lead to, in the order of the text, each once."""
    return sorted({span for span in (*_spans(report), *also) if 0 <= span.start <= span.end <= len(report.text)})


def _spans(report: Report) -> Iterator[Span]:
    whole = whole_of(report)
    facts: list[Fact] = [*whole.awards, *whole.totals, *whole.counts, *whole.tables, *whole.sections]
    facts += [group for award in whole.awards for group in award.recipients]
    facts += [group for total in whole.totals for group in total.recipients]
    facts += [*report.references, *report.campaigns, *report.distribution, *filter(None, [report.signature])]
    for fact in facts:
        yield fact.span
        yield from fact.evidence.values()
    yield from report.header.evidence.values()
    yield from (span for span in (report.header.span, *(d.span for d in report.diagnostics)) if span)
    yield from (section.body for section in whole.sections)
    yield from (cell.span for table in whole.tables for cell in table.cells)
    yield from report.appendices
