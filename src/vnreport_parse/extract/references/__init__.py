"""References to other documents: by number, by type and date, and laws by name."""

from __future__ import annotations

from ...anchors import Anchors
from ...diagnostics import Diagnostic, diagnose
from ...records import Evidence, Header, Reference
from ...section_index import SectionIndex
from ...source import SourceText
from ...spans import Span, fold_blanks
from ...zones import Zones
from .fields import is_own_office, read_fields, read_subject, relation_before
from .keys import assign_keys, canonical
from .lists import link_lists
from .numbered import find_numbered
from .page import Draft, Page
from .unnumbered import find_dated, find_laws


def extract_references(
    source: SourceText, zones: Zones, sections: SectionIndex, anchors: Anchors, header: Header
) -> tuple[tuple[Reference, ...], list[Diagnostic]]:
    """Every mention of another document, in the order of the text."""
    page = Page(source.text, anchors)
    laws, named = find_laws(page)
    numbered, unread = find_numbered(page, named, zones.head)
    drafts = _merge([*laws, *numbered], list(find_dated(page)))
    drafts = [draft for draft in drafts if not _is_own(draft, header)]
    _read(page, drafts)
    for draft in drafts:
        if draft.relation is None and is_own_office(page, draft, header):
            draft.relation = "issued"
    keys = assign_keys(page, drafts)
    references = tuple(_record(page, draft, key, sections) for draft, key in zip(drafts, keys, strict=True))
    return references, _diagnostics(page, drafts, unread)


def _merge(sure: list[Draft], dated: list[Draft]) -> list[Draft]:
    """All drafts in order; one by type and date gives way to one with a number at the same place."""
    taken = {draft.type_span for draft in sure if draft.own_type}
    return sorted([*sure, *(draft for draft in dated if draft.type_span not in taken)], key=lambda draft: (draft.start, draft.end))


def _is_own(draft: Draft, header: Header) -> bool:
    """The document's own number, in its letterhead or told again."""
    stated = header.evidence.get("number")
    if draft.number is None or header.number is None:
        return False
    if stated is not None and any(span.overlaps(stated) for span in draft.number_spans):
        return True
    return header.number.serial is not None and canonical(draft.number) == canonical(header.number)


def _read(page: Page, drafts: list[Draft]) -> None:
    """Fields of each draft, then what lists share, then subjects and relations."""
    starts = [draft.start for draft in drafts] + [len(page.text)]
    since = 0
    for draft, following in zip(drafts, starts[1:], strict=True):
        if not draft.shares_symbol:
            read_fields(page, draft, since, max(following, draft.end))
        since = draft.end
    link_lists(page, drafts)
    before: Draft | None = None
    for at, draft in enumerate(drafts):
        draft.relation = relation_before(page, draft)
        if before is not None and draft.relation is None and _follows(page, before, draft):
            draft.relation = before.relation
        if draft.same_day and draft.date is None and before is not None:
            draft.date = before.date
        before = draft
        if not draft.shares_symbol:
            read_subject(page, draft, _siblings(page, drafts, at))


def _follows(page: Page, before: Draft, draft: Draft) -> bool:
    """Whether only a comma, a semicolon or `và` stands between two mentions."""
    between = page.folded[before.end : draft.start].strip(" \n,;")
    return draft.start >= before.end and between in ("", "và", "các", "và các")


def _siblings(page: Page, drafts: list[Draft], at: int) -> list[int]:
    """Where the next members of the same list begin: behind a comma, a semicolon or `và`."""
    starts = []
    for other in drafts[at + 1 : at + 9]:
        head = page.folded[max(other.start - 12, 0) : other.start].rstrip()
        if head.endswith((",", ";", " và", " các", " cùng")):
            starts.append(other.start)
    return starts


def _record(page: Page, draft: Draft, key: str, sections: SectionIndex) -> Reference:
    """The frozen record, with the span of every value."""
    evidence: Evidence = {}
    spans = {"doc_type": draft.type_span, "date": draft.date.span if draft.date else None, "issuer": draft.issuer}
    spans |= {"subject": draft.subject, "title": draft.title}
    evidence |= {name: span for name, span in spans.items() if span is not None}
    if len(draft.number_spans) == 1:
        evidence["number"] = draft.number_spans[0]
    evidence |= {f"number.{i}": span for i, span in enumerate(draft.number_spans) if len(draft.number_spans) > 1}
    return Reference(
        span=Span(draft.start, draft.end),
        evidence=evidence,
        rule=draft.rule,
        doc_type=draft.doc_type,
        number=draft.number,
        date=draft.date.value if draft.date else None,
        issuer=_said(page, draft.issuer),
        subject=_said(page, draft.subject),
        title=_said(page, draft.title),
        relation=draft.relation or "mentions",
        section=sections.path(draft.start),
        key=key,
    )


def _said(page: Page, span: Span | None) -> str | None:
    return fold_blanks(span.of(page.text)) if span else None


def _diagnostics(page: Page, drafts: list[Draft], unread: list[Span]) -> list[Diagnostic]:
    """What was not understood, and what looks mistyped."""
    found = [diagnose("D401", span, value=span.of(page.text)) for span in unread]
    found += [diagnose("D402", d.number_spans[-1], value=d.number.text) for d in drafts if d.odd and d.number]
    slips = ((d.type_span, d.doc_type) for d in drafts if d.mistyped)
    found += [diagnose("D403", span, value=span.of(page.text), name=name) for span, name in slips if span and name]
    return sorted(found, key=lambda diagnostic: diagnostic.span or Span(0, 0))
