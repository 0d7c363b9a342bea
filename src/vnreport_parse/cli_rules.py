"""`vnreport rules`: the rules of an audit as a table, and one rule explained."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from .auditing.config import SETTINGS_NAME, Settings, load_settings, unknown_rule
from .auditing.facts import Context
from .auditing.rules import all_rules
from .auditing.rules.base import Days, Rule, is_on, limits_of
from .cli_common import LangOption, chosen_language, misused, output, page_width
from .cli_messages import say
from .diagnostics import Language
from .errors import UsageError
from .tableview import render

_SEVERITY_STYLE = {"error": "bold red", "warning": "yellow", "info": "dim"}

SettingsOption = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="PATH", help=f"Settings. Default: {SETTINGS_NAME} in this folder, if it is there.", show_default=False
    ),
]


def settings_of(path: Path | None) -> Settings:
    """The settings of the file named, else of `vnreport.toml` where it stands in this folder, else the defaults.

    Raises `UsageError`.
    """
    here = Path(SETTINGS_NAME)
    return load_settings(path or (here if here.is_file() else None))


def rules_command(
    codes: Annotated[
        list[str] | None, typer.Argument(metavar="[CODE]...", help="Rules to explain: R103, or R1 for all that begin so.")
    ] = None,
    config: SettingsOption = None,
    lang: LangOption = None,
) -> None:
    """List the rules of an audit, or explain some.

    Exit code 0; 2: a code that no rule has, or settings that make no sense.
    """
    language = chosen_language(lang)
    try:
        context = settings_of(config).context(language)
        chosen = _chosen(codes or ())
    except UsageError as error:
        misused(error, language)
    view = Group(*(rule_view(rule, context) for rule in chosen)) if codes else rules_view(chosen, context)
    with output(None, language) as stream:
        stream.write(render(view, page_width(), colour=sys.stdout.isatty()).encode("utf-8"))


def _chosen(codes: Iterable[str]) -> list[Rule]:
    """The rules whose codes begin so; all of them for none. Raises `UsageError`."""
    rules = all_rules()
    chosen: dict[str, Rule] = {}
    for code in codes:
        found = {name: rule for name, rule in rules.items() if name.startswith(code.strip().upper())}
        if not found:
            raise unknown_rule(code)
        chosen |= found
    return list(dict(sorted(chosen.items())).values()) or list(rules.values())


def rules_view(rules: Iterable[Rule], context: Context) -> RenderableType:
    """The table of rules: code, severity, title, era, on or off."""
    language = context.language
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in ("rule_code", "rule_severity", "rule_title", "rule_era", "rule_state"):
        table.add_column(say(language, name), overflow="fold", no_wrap=name == "rule_code")
    for rule in rules:
        severity = context.severities.get(rule.code, rule.severity)
        table.add_row(
            rule.code,
            Text(say(language, severity), _SEVERITY_STYLE[severity]),
            rule.title.in_(language),
            era_words(rule.era, language),
            say(language, "rule_on" if is_on(rule, context) else "rule_off"),
        )
    return table


def rule_view(rule: Rule, context: Context) -> RenderableType:
    """All that a rule says of itself: its law, its time, its thresholds, an example that triggers it and one that does not."""
    language = context.language
    severity = context.severities.get(rule.code, rule.severity)
    facts = Table(box=None, show_header=False, pad_edge=False)
    facts.add_column(style="dim")
    facts.add_column(overflow="fold")
    facts.add_row(say(language, "rule_severity"), say(language, severity))
    facts.add_row(say(language, "rule_source"), rule.source.in_(language))
    if era := era_words(rule.era, language):
        facts.add_row(say(language, "rule_era"), era)
    facts.add_row(say(language, "rule_state"), _state(rule, context))
    for name, value in limits_of(rule, context).items():
        facts.add_row(say(language, "rule_threshold"), f"{name} = {value:g} ({rule.thresholds[name].meaning.in_(language)})")
    examples: list[RenderableType] = []
    for name, texts in (("rule_fires", rule.fires), ("rule_silent", rule.silent)):
        examples.append(Text(say(language, name), "dim"))
        examples += [Padding(Text(text), (0, 0, 1, 2)) for text in texts]
    return Group(
        Text(f"{rule.code}  {rule.title.in_(language)}", "bold"),
        Padding(Group(Text(rule.reason.in_(language)), Text(), facts, Text(), *examples), (1, 0, 0, 2)),
    )


def _state(rule: Rule, context: Context) -> str:
    """`on`, `off`, and why it is off by default."""
    language = context.language
    state = say(language, "rule_on" if is_on(rule, context) else "rule_off")
    if rule.on:
        return state
    return f"{state} ({say(language, 'rule_needs_choice' if rule.verified else 'rule_from_memory')})"


def era_words(era: Days, language: Language) -> str:
    """`to 2023-12-31`, or nothing for a rule that always holds."""
    parts = [say(language, name, day=day) for name, day in (("rule_from", era.first), ("rule_to", era.last)) if day]
    return " ".join(parts)
