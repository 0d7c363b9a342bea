"""What an audit keeps of a report, so that the report itself can be let go: memory stays flat in their number."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..dates import PartialDate, Period
from ..diagnostics import Language, Severity
from ..extract.references.keys import canonical
from ..patterns import fold
from ..records import Award, AwardStatus, CountMention, RecipientGroup, RecipientKind, Reference, Relation, Total
from ..report import Report
from .evidence import Witness, evidence_of
from .records import Carrier, Evidence, Finding, LeftOut
from .unit_names import Words, words_of

# `DỰ THẢO`, `Dự thảo lần 2` above the letterhead or beside it
_DRAFT = re.compile(r"(?:^|[\n|*_>(\[])[ \t*_]*dự thảo(?:[ \t]+lần)?[ \t:.]*(?:\d{1,2}|[ivx]{1,4})?[ \t*_)\]]*(?=[\n|]|$)")
_HEAD = 1500  # characters in which the mark of a draft stands
_UNLIKE = frozenset({"D101", "D102"})  # empty, or without any mark of an administrative document
_BETWEEN = re.compile(r"[\W_]+")

__all__ = ["CitedFact", "Context", "CountFact", "Facts", "FigureFact", "evidence_of", "facts_of", "fold_lines", "text_digest"]


@dataclass(frozen=True, slots=True)
class Context:
    """How an audit is to be made, as rules see it. `enabled` null: each rule's own default."""

    language: Language = "vi"
    enabled: frozenset[str] | None = None
    severities: Mapping[str, Severity] = field(default_factory=dict)
    thresholds: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    expected_units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureFact:
    """One figure of an award: a group of recipients, or a number of certificates (`carrier` is `quantity`).

    `award` is the index in `Report.awards`, and on into `Report.appendix_awards`; `group` that of the recipients, null for
    a quantity. `count` is null where recipients are mentioned and not counted. `restates` and `part_of` are indices of
    awards too. `retold`: the figure stands in an annex, and the text tells the same award for the same kind of recipient.
    """

    award: int
    group: int | None
    title: str
    qualifier: str | None
    rank: str | None
    authority: str | None
    status: AwardStatus
    kind: RecipientKind | None
    carrier: Carrier
    count: int | None
    noun: str
    explicit: bool
    approximate: bool
    names: tuple[str, ...]
    period: Period | None
    campaign: str | None
    field: str | None
    decision: str | None
    restates: int | None
    part_of: int | None
    cumulative: bool
    section: str | None
    rule: str
    evidence: Evidence
    retold: bool = False

    @property
    def summable(self) -> bool:
        """Whether the figure may be added to others of its report."""
        once = self.restates is None and self.part_of is None and not self.retold
        return self.count is not None and once and not self.cumulative


@dataclass(frozen=True, slots=True)
class CountFact:
    """A count that is no award: one group of a stated total (`scope` as printed), or a target of a plan."""

    scope: str | None
    kind: RecipientKind
    noun: str
    count: int
    section: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class CitedFact:
    """A mention of another document. `key` is shared by the mentions in one report, `number_key` by those in all."""

    key: str
    number_key: str | None
    doc_type: str | None
    number: str | None
    date: PartialDate | None
    issuer: str | None
    title: str | None
    relation: Relation
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Facts:
    """One report in an audit. `name` is its path, or `report:<n>`; `digest` is of its text without blanks, marks and case.

    `issuer` to `signer` are what the document prints; `unlike` says that it looks like no administrative document.
    `unit`, `unit_period`, `why` and `instead` are what the audit made of it: rules across reports see them filled in,
    rules on one report do not. `why` is null for a report that counts; `instead` names the report that counts for it.
    `findings` are those of the single-report rules, `page` the name of its HTML page.
    """

    name: str
    sha256: str | None
    digest: str
    doc_type: str | None
    number: str | None
    number_key: str | None
    serial: str | None
    date: PartialDate | None
    place: str | None
    issuer: str | None
    parent_organ: str | None
    subject: str | None
    period: Period | None
    signer: str | None
    marked_draft: bool
    unlike: bool
    figures: tuple[FigureFact, ...]
    totals: tuple[CountFact, ...]
    targets: tuple[CountFact, ...]
    references: tuple[CitedFact, ...]
    counts: int
    unexplained: int
    head: Evidence | None
    findings: tuple[Finding, ...] = ()
    page: str | None = None
    unit: str | None = None
    unit_period: Period | None = None
    why: LeftOut | None = None
    instead: str | None = None

    @property
    def counted(self) -> bool:
        """Whether its figures are added to the others."""
        return self.why is None

    @property
    def draft(self) -> bool:
        """Whether the document says that it is a draft, or leaves its number or its day blank, or nobody signed it."""
        return self.marked_draft or self.serial is None or self.date is None or not self.date.complete or self.signer is None


def facts_of(report: Report, name: str, findings: tuple[Finding, ...] = ()) -> Facts:
    """What an audit keeps of `report`."""
    header = report.header
    witness = Witness(report, name)
    counts = (*report.counts, *report.appendix_counts)
    return Facts(
        name=name,
        sha256=report.source.sha256,
        digest=text_digest(report.text),
        doc_type=header.doc_type,
        number=header.number.text if header.number else None,
        number_key=canonical(header.number) if header.number and header.number.serial else None,
        serial=header.number.serial if header.number else None,
        date=header.date,
        place=header.place,
        issuer=header.issuer,
        parent_organ=header.parent_organ,
        subject=header.subject,
        period=header.period,
        signer=report.signature.name if report.signature else None,
        unlike=any(d.code in _UNLIKE for d in report.diagnostics),
        marked_draft=bool(_DRAFT.search(fold_lines(report.text[:_HEAD]))),
        figures=tuple(_figures(report, witness)),
        totals=tuple(fact for total in (*report.totals, *report.appendix_totals) for fact in _total(total, witness)),
        targets=tuple(_target(count, witness) for count in counts if count.role == "target"),
        references=tuple(_cited(reference, witness) for reference in report.references),
        counts=len(counts),
        unexplained=sum(count.role == "unexplained" for count in counts),
        head=witness.show(header.span) if header.span else None,
        findings=findings,
    )


def text_digest(text: str) -> str:
    """The same for texts that differ in blanks, marks and case only: a report saved in two formats."""
    return hashlib.sha256(_BETWEEN.sub("", text).lower().encode("utf-8", "surrogatepass")).hexdigest()


def fold_lines(text: str) -> str:
    """Folded, line by line: `fold` takes a line break for a blank."""
    return "\n".join(map(fold, text.split("\n")))


def _figures(report: Report, witness: Witness) -> Iterator[FigureFact]:
    """The figures of the text, then those of the annexes."""
    told: dict[Hashable, set[Words]] = {}
    for at, award in enumerate((*report.awards, *report.appendix_awards)):
        groups = [*enumerate(award.recipients), *([(None, None)] if award.quantity is not None else [])]
        for number, group in groups:
            figure = _figure(award, at, witness, number, group)
            conferred = figure.status in ("conferred", "proposed_and_conferred")
            key = (figure.title, figure.qualifier, figure.rank, figure.kind, conferred or figure.status)
            authority = words_of(figure.authority or "")
            if at < len(report.awards):
                told.setdefault(key, set()).add(authority)
            elif any(authority[: len(known)] == known or known[: len(authority)] == authority for known in told.get(key, ())):
                figure = replace(figure, retold=True)
            yield figure


def _figure(award: Award, at: int, witness: Witness, number: int | None, group: RecipientGroup | None) -> FigureFact:
    shown = (group.evidence.get("count") or group.span) if group else (award.evidence.get("quantity") or award.span)
    return FigureFact(
        award=at,
        group=number,
        title=award.title,
        qualifier=award.qualifier,
        rank=award.rank,
        authority=award.authority,
        status=award.status,
        kind=group.kind if group else None,
        carrier="recipients" if group else "quantity",
        count=group.count if group else award.quantity,
        noun=group.noun if group else award.title,
        explicit=group.explicit if group else True,
        approximate=group.approximate if group else False,
        names=group.names if group else (),
        period=award.period,
        campaign=award.campaign,
        field=award.field,
        decision=award.decision,
        restates=award.restates,
        part_of=award.part_of,
        cumulative=award.cumulative,
        section=award.section,
        rule=award.rule,
        evidence=witness.show(shown),
    )


def _total(total: Total, witness: Witness) -> Iterator[CountFact]:
    for group in total.recipients:
        if group.count is not None:
            shown = witness.show(group.evidence.get("count") or group.span)
            yield CountFact(total.scope, group.kind, group.noun, group.count, total.section, shown)


def _target(count: CountMention, witness: Witness) -> CountFact:
    return CountFact(None, count.kind, count.noun, count.value, count.section, witness.show(count.span))


def _cited(reference: Reference, witness: Witness) -> CitedFact:
    return CitedFact(
        key=reference.key,
        number_key=canonical(reference.number) if reference.number and reference.number.serial else None,
        doc_type=reference.doc_type,
        number=reference.number.text if reference.number else None,
        date=reference.date,
        issuer=reference.issuer,
        title=reference.title,
        relation=reference.relation,
        evidence=witness.show(reference.span),
    )
