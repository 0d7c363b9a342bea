"""What a rule is, and the registry of them all. Codes never change their meaning; a rule that is given up leaves a gap.

A rule is one small function. For one report it takes the `Report` and its thresholds, for several the `Facts`
of all and the `Context`, and yields a `Hit` for each place that does not add up. The registry makes findings of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, NotRequired, TypedDict, Unpack

from ...dates import Period
from ...diagnostics import Language, Severity
from ...errors import UsageError
from ...report import Report
from ...spans import Span, fold_blanks
from ..evidence import Witness
from ..facts import Context, Facts
from ..records import Evidence, Finding

Limits = Mapping[str, float]


class Texts(NamedTuple):
    """The same words in Vietnamese and in English."""

    vi: str
    en: str

    def in_(self, language: Language) -> str:
        """The words in the language asked for."""
        return self.vi if language == "vi" else self.en


class Days(NamedTuple):
    """A stretch of time: its first and its last day, ISO 8601. An open end is empty."""

    first: str = ""
    last: str = ""

    def hold(self, inner: Days) -> bool:
        """Whether all of `inner` lies inside. What is not known when is not inside."""
        after = not self.first or (bool(inner.first) and self.first <= inner.first)
        before = not self.last or (bool(inner.last) and inner.last <= self.last)
        return after and before


ALWAYS = Days()
_OPENING = re.compile(r"{(\w+)}")  # a message that begins with a value


class Threshold(NamedTuple):
    """A number that a user may set in `vnreport.toml`, and what it is."""

    default: float
    meaning: Texts


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that does not add up: where, the values of the rule's message, and when, for a rule that holds for a time.

    A rule of one report gives `spans`, a rule across reports `evidence`, and `reports` where no place can be shown.
    """

    details: Mapping[str, object] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reports: tuple[str, ...] = ()
    when: Days = ALWAYS
    unit: str | None = None
    period: Period | None = None


ReportCheck = Callable[[Report, Limits], Iterator[Hit]]
AcrossCheck = Callable[[Sequence[Facts], Context], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `source` is its decree and article or the counting that it does; `fires` and `silent` are texts the tests run.

    `era` is the time of the award or the decision in which it holds, not the date of the report. A rule that is
    not `verified` (a fact from memory), or that needs a number of the user, is off by default.
    """

    code: str
    title: Texts
    message: Texts
    severity: Severity
    source: Texts
    scope: Literal["report", "across"]
    check: Callable[..., Iterator[Hit]]
    fires: tuple[str, ...]
    silent: tuple[str, ...]
    era: Days = ALWAYS
    thresholds: Mapping[str, Threshold] = field(default_factory=dict)
    verified: bool = True
    on: bool = True
    why: str = ""  # Vietnamese; the docstring of the function says it in English

    @property
    def reason(self) -> Texts:
        """The reason behind the rule."""
        english = " ".join((self.check.__doc__ or "").split())
        return Texts(self.why or english, english)


class RuleFields(TypedDict):
    """What a rule says of itself: the fields of `Rule`. One text alone may stand for `fires` and `silent`."""

    title: Texts
    message: Texts
    severity: Severity
    source: Texts
    fires: str | tuple[str, ...]
    silent: str | tuple[str, ...]
    era: NotRequired[Days]
    thresholds: NotRequired[Mapping[str, Threshold]]
    verified: NotRequired[bool]
    why: NotRequired[str]
    on: NotRequired[bool]


_RULES: dict[str, Rule] = {}


def _register(scope: Literal["report", "across"], code: str, check: Callable[..., Iterator[Hit]], fields: RuleFields) -> None:
    if code in _RULES:
        raise UsageError(f"two rules {code}")
    fires, silent = ((one,) if isinstance(one, str) else one for one in (fields["fires"], fields["silent"]))
    on = fields.get("on", True) and fields.get("verified", True)
    told = fields | {"fires": fires, "silent": silent, "on": on}
    _RULES[code] = Rule(code=code, scope=scope, check=check, **told)  # type: ignore[arg-type]


def report_rule(code: str, **fields: Unpack[RuleFields]) -> Callable[[ReportCheck], ReportCheck]:
    """Registers a rule of one report; the fields are those of `Rule`."""

    def add(check: ReportCheck) -> ReportCheck:
        _register("report", code, check, fields)
        return check

    return add


def across_rule(code: str, **fields: Unpack[RuleFields]) -> Callable[[AcrossCheck], AcrossCheck]:
    """Registers a rule across reports; the fields are those of `Rule`, with a tuple of texts for `fires` and for `silent`."""

    def add(check: AcrossCheck) -> AcrossCheck:
        _register("across", code, check, fields)
        return check

    return add


def registered() -> Mapping[str, Rule]:
    """The rules that are registered, by code, in the order of their codes. `rules.all_rules` loads them all."""
    return dict(sorted(_RULES.items()))


# ---------------------------------------------------------------- running them
def is_on(rule: Rule, context: Context) -> bool:
    """Whether the rule runs: as the user chose, else as it is by default."""
    return rule.on if context.enabled is None else rule.code in context.enabled


def limits_of(rule: Rule, context: Context) -> Limits:
    """The thresholds of the rule: its defaults, and over them what the user set."""
    return {name: threshold.default for name, threshold in rule.thresholds.items()} | dict(context.thresholds.get(rule.code, {}))


def run_report_rules(
    rules: Iterable[Rule], report: Report, path: str, context: Context, unit: str | None = None, period: Period | None = None
) -> list[Finding]:
    """What the rules of one report find in it, in the order of the text."""
    witness = Witness(report, path)
    findings = [
        _finding(rule, _shown(hit, path, witness, unit, period), context, scanned=report.source.ocr)
        for rule in rules
        if rule.scope == "report" and is_on(rule, context)
        for hit in rule.check(report, limits_of(rule, context))
        if rule.era.hold(hit.when)
    ]
    return sorted(findings, key=lambda f: (f.evidence[0].span if f.evidence else Span(0, 0), f.code))


def run_across_rules(rules: Iterable[Rule], facts: Sequence[Facts], context: Context) -> list[Finding]:
    """What the rules across reports find."""
    return [
        _finding(rule, hit, context)
        for rule in rules
        if rule.scope == "across" and is_on(rule, context)
        for hit in rule.check(facts, context)
        if rule.era.hold(hit.when)
    ]


def figure(count: int) -> Texts:
    """`1.208` and `1,208`."""
    return Texts(f"{count:,}".replace(",", "."), f"{count:,}")


def decimal(number: float, digits: int = 1) -> Texts:
    """`21,1` and `21.1`."""
    shown = f"{number:.{digits}f}"
    return Texts(shown.replace(".", ","), shown)


def _words(value: object) -> Texts:
    """A value of a message in both languages."""
    if isinstance(value, Texts):
        return value
    shown = fold_blanks(str(value))
    return figure(value) if isinstance(value, int) else Texts(shown, shown)


def _shown(hit: Hit, path: str, witness: Witness, unit: str | None, period: Period | None) -> Hit:
    """The hit of one report, its places shown."""
    evidence = tuple(witness.show(span) for span in hit.spans)
    return replace(hit, evidence=evidence, reports=(path,), unit=unit, period=period)


# Letters were recognised, and one of them may be what does not add up.
_SCANNED = Texts(" (đọc từ bản quét, cần đối chiếu với bản giấy)", " (read from a scan: compare with the paper)")


def _finding(rule: Rule, hit: Hit, context: Context, *, scanned: bool = False) -> Finding:
    language = context.language
    shown = {name: _words(value).in_(language) for name, value in hit.details.items()}
    template = rule.message.in_(language)
    message = template.format_map(shown)
    opening = _OPENING.match(template)
    if opening is None or isinstance(hit.details.get(opening[1]), Texts):  # the path of a report stays as it is
        message = message[:1].upper() + message[1:]
    return Finding(
        code=rule.code,
        severity=context.severities.get(rule.code, rule.severity),
        message=message + _SCANNED.in_(language) * scanned,
        reports=hit.reports or tuple(dict.fromkeys(evidence.report for evidence in hit.evidence)),
        evidence=hit.evidence,
        unit=hit.unit,
        period=hit.period,
    )
