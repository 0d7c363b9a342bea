"""The rules of an audit, each with a code, its legal source, and an example that triggers it and one that does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module

from ...dates import Period
from ...report import Report
from ..facts import Context, Facts
from ..records import Finding
from .base import Rule, registered, run_across_rules, run_report_rules

_MODULES = ("totals", "tabular", "numbers", "lists", "annexes", "eligibility", "authority", "bodies", "chronology", "formalities", "repeated",
            "across", "decisions", "inbox", "outcomes")  # fmt: skip


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule, by code, in the order of the codes."""
    for name in _MODULES:
        import_module(f".{name}", __package__)
    return registered()


def check_report(
    report: Report, path: str, context: Context, *, unit: str | None = None, period: Period | None = None
) -> list[Finding]:
    """What the rules of one report find in it, in the order of the text."""
    return run_report_rules(all_rules().values(), report, path, context, unit, period)


def check_across(facts: Sequence[Facts], context: Context) -> list[Finding]:
    """What the rules across reports find."""
    return run_across_rules(all_rules().values(), facts, context)
