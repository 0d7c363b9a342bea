"""What a user sets of an audit: `vnreport.toml`, and `--select` and `--ignore` over it.

    [audit]
    select = ["R1", "R2", "R208"]     # beginnings of codes; without it, the rules that are on by default
    extend-select = ["R314"]          # these too
    ignore = ["R108"]
    fail-on = "warning"

    [audit.severity]
    R309 = "warning"

    [audit.thresholds.R208]
    percent = 12                      # the own cap of a province

The beginning of a code takes the rules that are on by default; a rule that is off (a fact from memory, or one that
needs a number of the user) is taken by its whole code. Where both say something, the longer one counts.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from os import PathLike, fspath
from pathlib import Path
from typing import NoReturn, TypeGuard, get_args

from ..diagnostics import Language, Severity
from ..errors import UsageError
from .facts import Context
from .rules import all_rules
from .rules.base import Rule

SETTINGS_NAME = "vnreport.toml"

_KEYS = ("select", "extend-select", "ignore", "fail-on", "severity", "thresholds")
_SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of an audit; without arguments, the defaults. `source` names the file in messages."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = "error"
    severities: Mapping[str, Severity] = field(default_factory=dict)
    thresholds: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    source: str | None = None

    def context(self, language: Language, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Context:
        """What the rules see. `select` replaces that of the file, `ignore` is added to it. Raises `UsageError`."""
        chosen = tuple(select)
        wanted = _known((*(chosen or self.select), *(() if chosen else self.extend_select)))
        unwanted = _known((*self.ignore, *ignore))
        defaults = not chosen and not self.select
        enabled = {code for code, rule in all_rules().items() if _is_wanted(rule, wanted, unwanted, defaults=defaults)}
        return Context(
            language=language, enabled=frozenset(enabled), severities=dict(self.severities), thresholds=dict(self.thresholds)
        )


def _is_wanted(rule: Rule, wanted: tuple[str, ...], unwanted: tuple[str, ...], *, defaults: bool) -> bool:
    """The longest beginning of the code decides; of two of one length, the one to ignore."""
    code = rule.code
    taken = max((len(part) for part in wanted if code == part or (rule.on and code.startswith(part))), default=0)
    if not taken and defaults and rule.on:
        taken = 1
    left = max((len(part) for part in unwanted if code.startswith(part)), default=0)
    return taken > left


def _known(parts: Iterable[str]) -> tuple[str, ...]:
    """The beginnings of codes, in capitals. Raises `UsageError` for one that no rule has."""
    found = tuple(part.strip().upper() for given in parts for part in given.split(",") if part.strip())
    for part in found:
        if not any(code.startswith(part) for code in all_rules()):
            raise UsageError(f"no rule {part!r}{near(part, all_rules())}")
    return found


def near(word: str, words: Iterable[str]) -> str:
    """`; did you mean R101, R102?`: the words with most letters in their places, or where all are listed."""
    alike = sorted(words, key=lambda known: (-sum(map(str.__eq__, word, known)), known))[:3]
    alike = [known for known in alike if sum(map(str.__eq__, word, known)) >= 2]
    return f"; did you mean {', '.join(alike)}?" if alike else "; `vnreport rules` lists them"


# ---------------------------------------------------------------- the file
def load_settings(path: str | PathLike[str] | None) -> Settings:
    """The settings of a file; the defaults for `None`. Raises `UsageError` for a file that is missing or makes no sense."""
    if path is None:
        return Settings()
    name = fspath(path)
    try:
        document = tomllib.loads(Path(name).read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{name}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{name}: not TOML ({error})") from error
    return _Reader(name).settings(document)


class _Reader:
    """Checks a document key by key, and names the file and the key where something is wrong."""

    def __init__(self, name: str) -> None:
        self._name = name

    def settings(self, document: Mapping[str, object]) -> Settings:
        self._check_keys("", document, ("audit",))
        table = self._table("audit", document.get("audit", {}))
        self._check_keys("audit.", table, _KEYS)
        return Settings(
            select=self._codes("select", table),
            extend_select=self._codes("extend-select", table),
            ignore=self._codes("ignore", table),
            fail_on=self._severity("audit.fail-on", table.get("fail-on", "error")),
            severities=self._severities(self._table("audit.severity", table.get("severity", {}))),
            thresholds=self._thresholds(self._table("audit.thresholds", table.get("thresholds", {}))),
            source=self._name,
        )

    def _fail(self, what: str) -> NoReturn:
        raise UsageError(f"{self._name}: {what}")

    def _check_keys(self, prefix: str, table: Mapping[str, object], known: Iterable[str]) -> None:
        allowed = tuple(known)
        for key in table:
            if key not in allowed:
                alike = get_close_matches(key, allowed, n=1, cutoff=0.5)
                self._fail(
                    f"no setting {prefix}{key}; " + (f"did you mean {alike[0]}?" if alike else f"there are {', '.join(allowed)}")
                )

    def _table(self, key: str, value: object) -> Mapping[str, object]:
        if not isinstance(value, dict):
            self._fail(f"[{key}] must be a table")
        return value

    def _codes(self, key: str, table: Mapping[str, object]) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            self._fail(f'audit.{key} must be a list of codes, as ["R1", "R203"]')
        try:
            return _known(value)
        except UsageError as error:
            self._fail(f"audit.{key}: {error}")

    def _severity(self, key: str, value: object) -> Severity:
        if not _is_severity(value):
            self._fail(f"{key} must be one of {', '.join(_SEVERITIES)}, not {value!r}")
        return value

    def _rule(self, key: str, code: str) -> Rule:
        rules = all_rules()
        if code not in rules:
            self._fail(f"{key}: no rule {code!r}{near(code, rules)}")
        return rules[code]

    def _severities(self, table: Mapping[str, object]) -> dict[str, Severity]:
        return {
            self._rule("audit.severity", code).code: self._severity(f"audit.severity.{code}", value)
            for code, value in table.items()
        }

    def _thresholds(self, table: Mapping[str, object]) -> dict[str, dict[str, float]]:
        found: dict[str, dict[str, float]] = {}
        for code, value in table.items():
            rule = self._rule("audit.thresholds", code)
            numbers = self._table(f"audit.thresholds.{code}", value)
            if not rule.thresholds and numbers:
                self._fail(f"audit.thresholds.{code}: the rule has no thresholds")
            self._check_keys(f"audit.thresholds.{code}.", numbers, rule.thresholds)
            found[code] = {name: self._number(f"audit.thresholds.{code}.{name}", number) for name, number in numbers.items()}
        return found

    def _number(self, key: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
            self._fail(f"{key} must be a number, 0 or more, not {value!r}")
        return float(value)


def _is_severity(value: object) -> TypeGuard[Severity]:
    return isinstance(value, str) and value in _SEVERITIES
