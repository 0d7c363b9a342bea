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
from ..errors import UsageError, system_words
from .facts import Context
from .rules import all_rules
from .rules.base import Rule, Texts

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
            raise unknown_rule(part)
    return found


def unknown_rule(code: str) -> UsageError:
    """`no rule 'R1O1'; did you mean R101, R102?`."""
    said = _no_rule(code)
    return UsageError(said.en, said.vi)


def _no_rule(code: str) -> Texts:
    """With the codes that have most letters in their places, or where all are listed."""
    word = code.strip().upper()
    alike = sorted(all_rules(), key=lambda known: (-sum(map(str.__eq__, word, known)), known))[:3]
    shown = ", ".join(known for known in alike if sum(map(str.__eq__, word, known)) >= 2)
    if shown:
        return Texts(f"không có quy tắc {code!r}; có phải {shown}?", f"no rule {code!r}; did you mean {shown}?")
    return Texts(f"không có quy tắc {code!r}; `vnreport rules` liệt kê tất cả", f"no rule {code!r}; `vnreport rules` lists them")


# ---------------------------------------------------------------- the file
def load_settings(path: str | PathLike[str] | None) -> Settings:
    """The settings of a file; the defaults for `None`. Raises `UsageError` for a file that is missing or makes no sense."""
    if path is None:
        return Settings()
    name = fspath(path)
    try:
        document = tomllib.loads(Path(name).read_text("utf-8"))
    except OSError as error:
        raise UsageError(*(f"{name}: {system_words(error, vietnamese=vi)}" for vi in (False, True))) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{name}: not TOML ({error})", f"{name}: không đúng TOML ({error})") from error
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

    def _fail(self, vi: str, en: str) -> NoReturn:
        raise UsageError(f"{self._name}: {en}", f"{self._name}: {vi}")

    def _check_keys(self, prefix: str, table: Mapping[str, object], known: Iterable[str]) -> None:
        allowed = tuple(known)
        for key in table:
            if key not in allowed:
                alike = get_close_matches(key, allowed, n=1, cutoff=0.5)
                all_of_them = ", ".join(allowed)
                self._fail(
                    f"không có mục {prefix}{key}; " + (f"có phải {alike[0]}?" if alike else f"chỉ có {all_of_them}"),
                    f"no setting {prefix}{key}; " + (f"did you mean {alike[0]}?" if alike else f"there are {all_of_them}"),
                )

    def _table(self, key: str, value: object) -> Mapping[str, object]:
        if not isinstance(value, dict):
            self._fail(f"[{key}] phải là một bảng", f"[{key}] must be a table")
        return value

    def _codes(self, key: str, table: Mapping[str, object]) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            example = '["R1", "R203"]'
            self._fail(f"audit.{key} phải là danh sách mã, như {example}", f"audit.{key} must be a list of codes, as {example}")
        try:
            return _known(value)
        except UsageError as error:
            self._fail(f"audit.{key}: {error.vietnamese}", f"audit.{key}: {error}")

    def _severity(self, key: str, value: object) -> Severity:
        if not _is_severity(value):
            known = ", ".join(_SEVERITIES)
            self._fail(f"{key} phải là một trong {known}, không phải {value!r}", f"{key} must be one of {known}, not {value!r}")
        return value

    def _rule(self, key: str, code: str) -> Rule:
        rules = all_rules()
        if code not in rules:
            said = _no_rule(code)
            self._fail(f"{key}: {said.vi}", f"{key}: {said.en}")
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
                key = f"audit.thresholds.{code}"
                self._fail(f"{key}: quy tắc này không có ngưỡng", f"{key}: the rule has no thresholds")
            self._check_keys(f"audit.thresholds.{code}.", numbers, rule.thresholds)
            found[code] = {name: self._number(f"audit.thresholds.{code}.{name}", number) for name, number in numbers.items()}
        return found

    def _number(self, key: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
            self._fail(
                f"{key} phải là một số, từ 0 trở lên, không phải {value!r}", f"{key} must be a number, 0 or more, not {value!r}"
            )
        return float(value)


def _is_severity(value: object) -> TypeGuard[Severity]:
    return isinstance(value, str) and value in _SEVERITIES
