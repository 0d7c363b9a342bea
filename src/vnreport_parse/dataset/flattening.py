"""Values of a data set for formats that know no lists: CSV and Excel; and guarded against being taken for formulas."""

from __future__ import annotations

import base64
import json
from typing import Any

_FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


def plain(value: Any) -> Any:
    """A value as JSON knows it: bytes as base64."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    return value


def as_json(value: Any) -> str:
    """A value as one line of JSON."""
    return json.dumps(plain(value), ensure_ascii=False, default=str)


def flat(value: Any) -> Any:
    """A value for one cell: a list of texts joined by `; `, anything else that has parts as JSON."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "; ".join(value)
    if isinstance(value, (list, dict)):
        return as_json(value)
    return plain(value)


def csv_cell(value: Any, *, guard: bool) -> Any:
    """A value for a cell of CSV; with `guard`, a text that a spreadsheet would take for a formula has an apostrophe in front."""
    if isinstance(value, bool):
        return "true" if value else "false"
    cell = flat(value)
    return f"'{cell}" if guard and isinstance(cell, str) and cell.startswith(_FORMULA_MARKS) else cell
