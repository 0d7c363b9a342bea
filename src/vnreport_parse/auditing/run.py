"""The audit from end to end: reports in, one `Audit` out. The one place that knows the order of its steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from os import PathLike

from ..dates import Period
from ..diagnostics import Language
from .across import citations, settle
from .config import Settings, load_settings
from .consolidate import consolidate
from .corrections import CorrectionFile, Corrections, load_corrections, read_units, settle_corrections
from .facts import Context, Facts
from .forms import statutory_forms
from .missing import missing_units
from .periods import same_time
from .records import Audit, AuditedReport, Finding, LeftOut, Unread
from .rules import check_across
from .survey import Given, jobs_of, survey_many
from .units import assign_units, printed_name

Path = str | PathLike[str]


@dataclass(frozen=True, slots=True)
class Plan:
    """How reports are to be audited: what the rules see, and the user's own files."""

    context: Context
    corrections: CorrectionFile | None = None
    notes: tuple[str, ...] = ()


def audit(
    reports: Iterable[Given],
    *,
    rules: Iterable[str] | None = None,
    config: Settings | Path | None = None,
    units: Iterable[str] | Path | None = None,
    corrections: Path | None = None,
    language: Language = "vi",
) -> Audit:
    """Counts over many reports, each with its evidence, and what does not add up.

    `reports` are `Report`s and paths of files, in any order; a file that cannot be read is told in `Audit.unread`.
    `rules` are codes or beginnings of codes (`R1`), as `vnreport audit --select` takes them; `config` is a
    `vnreport.toml`; `units` the units that should have reported (a file or their names); `corrections` a CSV of
    units and periods put right. `language` is that of the messages. Raises `UsageError` for files of the user
    that make no sense.
    """
    plan = plan_audit(load(config), language, rules, units, corrections)
    return finish(survey_many(jobs_of(reports), plan.context), plan)


def load(config: Settings | Path | None) -> Settings:
    """The settings of a file; the defaults without one."""
    return config if isinstance(config, Settings) else load_settings(config)


def plan_audit(
    settings: Settings,
    language: Language,
    rules: Iterable[str] | None,
    units: Iterable[str] | Path | None,
    corrections: Path | None,
) -> Plan:
    """The plan of an audit. Raises `UsageError`."""
    context = settings.context(language, select=tuple(rules or ()))
    expected: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    if isinstance(units, (str, PathLike)):
        expected, notes = read_units(units, language)
    elif units is not None:
        expected = tuple(dict.fromkeys(units))
    return Plan(replace(context, expected_units=expected), load_corrections(corrections) if corrections else None, notes)


def finish(surveyed: Iterable[Facts | Unread], plan: Plan) -> Audit:
    """The audit of what was kept of the reports, in whatever order they come."""
    found: list[Facts] = []
    unread: list[Unread] = []
    for one in surveyed:
        if isinstance(one, Facts):
            found.append(one)
        else:
            unread.append(one)
    found.sort(key=lambda facts: facts.name)
    language = plan.context.language
    printed = {name for facts in found for name in (facts.issuer, printed_name(facts)) if name}
    corrected = settle_corrections(plan.corrections, [facts.name for facts in found], printed, language)
    names = assign_units(found, corrected)
    settled = settle(_placed(facts, names.units.get(facts.name), corrected) for facts in found)
    sums = consolidate(settled)
    return Audit(
        reports=tuple(_audited(facts, language) for facts in settled),
        unread=tuple(sorted(unread, key=lambda one: one.path)),
        counts=sums.counts,
        apart=sums.apart,
        findings=_findings(settled, plan.context),
        units=names.names,
        missing_units=missing_units(settled, plan.context.expected_units),
        forms=statutory_forms(sums.counts),
        citations=citations(settled),
        notes=(*plan.notes, *corrected.notes),
    )


def _placed(facts: Facts, unit: str | None, corrections: Corrections) -> Facts:
    """The report with the unit and the period that the audit uses."""
    period: Period | None = corrections.period(facts.name, (printed_name(facts), facts.issuer)) or facts.period
    return replace(facts, unit=unit, unit_period=same_time(period) if period else None)


def _findings(reports: Sequence[Facts], context: Context) -> tuple[Finding, ...]:
    """What the rules found, in a fixed order. A document whose figures do not count is not blamed for them."""
    found = [
        finding.model_copy(update={"unit": facts.unit, "period": facts.unit_period})
        for facts in reports
        if facts.counted
        for finding in facts.findings
    ]
    found += check_across(reports, context)
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[object, ...]:
    places = tuple((shown.report, shown.span) for shown in finding.evidence)
    return finding.reports, places, finding.code, finding.unit or "", finding.period or "", finding.message


_WHY: dict[LeftOut, tuple[str, str]] = {
    "draft": ("dự thảo, đã có bản chính thức", "a draft of a report that is final"),
    "duplicate": ("trùng với báo cáo khác", "the same as another report"),
    "other_document": ("không phải báo cáo", "no report"),
}


def _audited(facts: Facts, language: Language) -> AuditedReport:
    return AuditedReport(
        path=facts.name,
        sha256=facts.sha256,
        doc_type=facts.doc_type,
        number=facts.number,
        date=facts.date,
        unit=facts.unit,
        period=facts.unit_period,
        counted=facts.counted,
        why=_WHY[facts.why][language == "en"] if facts.why else None,
        instead=facts.instead,
        counts=facts.counts,
        unexplained=facts.unexplained,
        page=facts.page,
    )
