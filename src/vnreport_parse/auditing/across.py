"""What reports of one audit are to each other: the same one twice, a draft and its final, documents that are no report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace

from .facts import Facts
from .records import Citation, LeftOut
from .unit_names import words_of

_REPORTING = frozenset({"Báo cáo"})
_REPORTS_BY_LETTER = "báo cáo"  # Công văn V/v báo cáo kết quả khen thưởng …


def settle(reports: Iterable[Facts]) -> list[Facts]:
    """The reports in the order of their names, with `why` and `instead` filled in for those that do not count."""
    settled = {facts.name: facts for facts in sorted(reports, key=lambda facts: facts.name)}

    def leave_out(facts: Facts, why: LeftOut, instead: str | None = None) -> None:
        settled[facts.name] = replace(facts, why=why, instead=instead)

    for facts in list(settled.values()):
        if not is_report(facts):
            leave_out(facts, "other_document")
    for group in _groups(settled.values(), lambda facts: facts.sha256 or None) + _groups(
        settled.values(), lambda facts: facts.digest
    ):
        kept = next((facts for facts in group if settled[facts.name].counted), None)
        for facts in group:
            if kept is not None and facts is not kept and settled[facts.name].counted:
                leave_out(facts, "duplicate", kept.name)
    for group in _groups(_counted(settled.values()), _same_document):
        for facts in group[1:]:
            leave_out(facts, "duplicate", group[0].name)
    for group in _groups(_counted(settled.values()), _same_matter):
        final = max(group, key=_finished)
        for facts in group:
            if facts is not final and facts.draft:
                leave_out(facts, "draft", final.name)
    return list(settled.values())


def is_report(facts: Facts) -> bool:
    """Whether a document reports: a `Báo cáo`, a letter that reports, a text without a type line that is not something else."""
    if facts.doc_type is None:
        return not facts.unlike
    return facts.doc_type in _REPORTING or (
        facts.doc_type == "Công văn" and facts.subject is not None and _REPORTS_BY_LETTER in " ".join(words_of(facts.subject))
    )


def _counted(reports: Iterable[Facts]) -> list[Facts]:
    return [facts for facts in reports if facts.counted]


def _groups(reports: Iterable[Facts], key: Callable[[Facts], Hashable]) -> list[list[Facts]]:
    """The reports that agree in `key`, two or more at a time; `None` agrees with nothing."""
    found: dict[Hashable, list[Facts]] = defaultdict(list)
    for facts in reports:
        if (value := key(facts)) is not None:
            found[value].append(facts)
    return [group for group in found.values() if len(group) > 1]


def _same_document(facts: Facts) -> Hashable:
    """One number, one day and one issuer are one document, whatever file it came in."""
    if facts.number_key is None or facts.date is None or not facts.date.complete or facts.unit is None:
        return None
    return facts.unit, facts.doc_type, facts.number_key, facts.date


def _same_matter(facts: Facts) -> Hashable:
    """What a draft and its final version share."""
    if facts.unit is None or facts.unit_period is None:
        return None
    return facts.unit, facts.doc_type, facts.unit_period, words_of(facts.subject or "")


def _finished(facts: Facts) -> tuple[bool, bool, bool, bool, str, str]:
    """The more finished of two versions is the greater one; of two equally finished the later."""
    return (
        not facts.marked_draft,
        facts.serial is not None,
        facts.date is not None and facts.date.complete,
        facts.signer is not None,
        facts.date or "",
        facts.name,
    )


# ---------------------------------------------------------------- who cites what
def citations(reports: Sequence[Facts]) -> tuple[Citation, ...]:
    """One row for each document that a report cites; a cited report of the audit is named by its path."""
    numbered: dict[Hashable, list[Facts]] = defaultdict(list)
    for facts in reports:
        if facts.number_key is not None and facts.why != "duplicate":
            numbered[facts.number_key].append(facts)
    rows: list[Citation] = []
    for facts in reports:
        mentions: dict[str, list[int]] = defaultdict(list)
        for at, reference in enumerate(facts.references):
            mentions[reference.key].append(at)
        for key, ats in mentions.items():
            told = [facts.references[at] for at in ats]
            number, number_key = next(((m.number, m.number_key) for m in told if m.number), (None, None))
            date = next((m.date for m in told if m.date), None)
            meant = [
                other
                for other in numbered.get(number_key, [])
                if other.name != facts.name and (date is None or other.date is None or other.date == date)
            ]
            rows.append(
                Citation(
                    report=facts.name,
                    key=key,
                    cited=meant[0].name if len(meant) == 1 else None,
                    doc_type=next((m.doc_type for m in told if m.doc_type), None),
                    number=number,
                    date=date,
                    issuer=next((m.issuer for m in told if m.issuer), None),
                    mentions=len(told),
                    evidence=tuple(m.evidence for m in told),
                )
            )
    return tuple(sorted(rows, key=lambda row: (row.report, row.evidence[0].span, row.key)))
