"""The user's own files: units and periods put right (`--corrections`), and the units that should have reported (`--units`).

Both are CSV as a spreadsheet saves it: UTF-8 with or without its mark, commas or semicolons, a head line.
Corrections have the columns `report`, `printed`, `unit`, `period`; a row names a report (its path, or as much of the
end of it as is unique) or a name as the letterheads print it, and gives a unit, a period (EDTF) or both.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path, PurePath
from typing import NamedTuple, TypeVar

from ..dates import Period
from ..diagnostics import Language
from ..errors import UsageError, system_words
from .unit_names import Words, words_of

Value = TypeVar("Value")

_COLUMNS = {
    "report": "report", "báo cáo": "report", "tệp": "report",
    "printed": "printed", "tên in": "printed", "tên in trên báo cáo": "printed",
    "unit": "unit", "đơn vị": "unit", "tên đơn vị": "unit",
    "period": "period", "kỳ": "period", "kỳ báo cáo": "period",
}  # fmt: skip
_NOTES = {
    "repeated": (
        "{file}, dòng {line}: trùng với dòng {first}, dùng dòng {first}",
        "{file}, line {line}: the same as line {first}, which is used",
    ),
    "unknown": (
        "{file}, dòng {line}: không có báo cáo nào là {name}",
        "{file}, line {line}: no report is {name}",
    ),
    "ambiguous": (
        "{file}, dòng {line}: {name} chỉ nhiều báo cáo, hãy ghi đường dẫn dài hơn",
        "{file}, line {line}: {name} is the end of several paths, write more of it",
    ),
    "period": (
        "{file}, dòng {line}: kỳ {name} không đúng EDTF (2022, 2022-01/2022-06)",
        "{file}, line {line}: {name} is no period in EDTF (2022, 2022-01/2022-06)",
    ),
    "nothing": (
        "{file}, dòng {line}: cần có báo cáo hoặc tên in, và đơn vị hoặc kỳ",
        "{file}, line {line}: needs a report or a printed name, and a unit or a period",
    ),
}  # fmt: skip


def _note(language: Language, key: str, **details: object) -> str:
    return _NOTES[key][language == "en"].format_map(details)


@dataclass
class Corrections:
    """Units and periods by report and by printed name, as settled against the reports of an audit."""

    units: dict[str, str] = field(default_factory=dict)
    periods: dict[str, Period] = field(default_factory=dict)
    printed_units: dict[Words, str] = field(default_factory=dict)
    printed_periods: dict[Words, Period] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def unit(self, report: str, printed: Iterable[str | None]) -> str | None:
        """The unit that the user gives a report, or a name under which it was printed."""
        return self.units.get(report) or _first(self.printed_units, printed)

    def period(self, report: str, printed: Iterable[str | None]) -> Period | None:
        """The period that the user gives a report, or the reports printed under a name."""
        return self.periods.get(report) or _first(self.printed_periods, printed)


def _first(table: Mapping[Words, Value], printed: Iterable[str | None]) -> Value | None:
    return next((found for name in printed if name and (found := table.get(words_of(name))) is not None), None)


Rows = tuple[tuple[int, dict[str, str]], ...]  # line number, and the cells by column


class CorrectionFile(NamedTuple):
    """A file of corrections as it was read, before it is known what the reports are."""

    name: str
    rows: Rows


def load_corrections(path: str | PathLike[str]) -> CorrectionFile:
    """The rows of the file. Raises `UsageError` for one that cannot be read, or has none of the columns."""
    return CorrectionFile(PurePath(path).name, tuple(_rows(path)))


def settle_corrections(
    given: CorrectionFile | None, reports: Iterable[str], printed: Iterable[str], language: Language = "vi"
) -> Corrections:
    """The corrections for these reports and printed names; what cannot be used is told in `notes`."""
    found = Corrections()
    if given is None:
        return found
    file = given.name
    paths = _Paths(reports)
    names = {words_of(name) for name in printed}
    notes: list[str] = []
    first: dict[object, int] = {}
    for line, row in given.rows:
        say = {"file": file, "line": line}
        target: str | Words | None
        report, name = row.get("report", ""), row.get("printed", "")
        period = _period(row.get("period", ""))
        if not (report or name) or not (row.get("unit") or row.get("period")):
            notes.append(_note(language, "nothing", **say))
            continue
        if row.get("period") and period is None:
            notes.append(_note(language, "period", **say, name=row["period"]))
        if report:
            hits = paths.ending(report)
            if len(hits) != 1:
                notes.append(_note(language, "ambiguous" if hits else "unknown", **say, name=report))
                continue
            target = hits[0]
        else:
            target = words_of(name)
            if target not in names:
                notes.append(_note(language, "unknown", **say, name=name))
                continue
        if target in first:
            notes.append(_note(language, "repeated", **say, first=first[target]))
            continue
        first[target] = line
        _take(found, target, row.get("unit", ""), period)
    found.notes = tuple(notes)
    return found


def _take(found: Corrections, target: str | Words, unit: str, period: Period | None) -> None:
    if isinstance(target, str):
        if unit:
            found.units[target] = unit
        if period:
            found.periods[target] = period
    else:
        if unit:
            found.printed_units[target] = unit
        if period:
            found.printed_periods[target] = period


def _period(written: str) -> Period | None:
    try:
        return Period(written) if written else None
    except UsageError:
        return None


class _Paths:
    """The reports by the ends of their paths: `b/c.txt` and `c.txt` for `a/b/c.txt`."""

    def __init__(self, reports: Iterable[str]) -> None:
        self._ends: dict[tuple[str, ...], list[str]] = {}
        for report in sorted(set(reports)):
            parts = _parts(report)
            for at in range(len(parts)):
                self._ends.setdefault(parts[at:], []).append(report)
        self._whole = set(reports)

    def ending(self, written: str) -> list[str]:
        """The reports whose path is, or ends in, what the user wrote."""
        return [written] if written in self._whole else self._ends.get(_parts(written), [])


def _parts(path: str) -> tuple[str, ...]:
    return tuple(part for part in path.replace("\\", "/").split("/") if part not in ("", "."))


# ---------------------------------------------------------------- the list of units
def read_units(path: str | PathLike[str], language: Language = "vi") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The units that should have reported, each once, and what was odd about the list.

    A file with a head line that has a column `unit` (`đơn vị`), or plain lines of names. Raises `UsageError`.
    """
    lines = _text(path).splitlines()
    head = _head(lines[0]) if lines else {}
    if "unit" in head.values():
        names = [(line, row["unit"]) for line, row in _rows(path) if row.get("unit")]
    else:
        names = [(at, name) for at, line in enumerate(lines, 1) if (name := line.strip().strip('"').strip()) and name[0] != "#"]
    kept: dict[Words, tuple[int, str]] = {}
    notes: list[str] = []
    for line, name in names:
        words = words_of(name)
        if words in kept:
            notes.append(_note(language, "repeated", file=PurePath(path).name, line=line, first=kept[words][0]))
        else:
            kept[words] = (line, name)
    return tuple(name for _, name in kept.values()), tuple(notes)


# ---------------------------------------------------------------- CSV
def _text(path: str | PathLike[str]) -> str:
    try:
        return Path(path).read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(*(f"{path}: {system_words(error, vietnamese=vi)}" for vi in (False, True))) from error
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{path}: not UTF-8; save it as CSV UTF-8", f"{path}: không phải UTF-8; hãy lưu lại theo CSV UTF-8"
        ) from error


def _separator(head: str) -> str:
    return Counter(char for char in head if char in ",;\t").most_common(1)[0][0] if any(char in head for char in ",;\t") else ","


def _head(line: str) -> dict[int, str]:
    """The columns of a head line that are known, by their place."""
    cells = next(csv.reader([line], delimiter=_separator(line)), [])
    return {at: known for at, cell in enumerate(cells) if (known := _COLUMNS.get(" ".join(cell.lower().split())))}


def _rows(path: str | PathLike[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with their line numbers, by column."""
    lines = _text(path).splitlines(keepends=True)
    columns = _head(lines[0].rstrip("\r\n")) if lines else {}
    if not columns:
        raise UsageError(
            f"{path}: no head line with the columns report, printed, unit, period",
            f"{path}: không có dòng đầu với các cột báo cáo, tên in, đơn vị, kỳ",
        )
    reader = csv.reader(lines, delimiter=_separator(lines[0]))
    next(reader)
    for cells in reader:
        row = {columns[at]: " ".join(cell.split()) for at, cell in enumerate(cells) if at in columns}
        if any(row.values()):
            yield reader.line_num, row
