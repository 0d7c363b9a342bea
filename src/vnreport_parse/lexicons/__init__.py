"""The lexicons: rows as data files, read once. A person who does not program can add a title or an agency."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from ..errors import UsageError

NAMES = ("authorities", "awards", "codes", "doc_types", "recipients")

Row = dict[str, Any]


@cache
def load(name: str) -> dict[str, tuple[Row, ...]]:
    """The tables of one lexicon, by table name. Rows are shared: do not change them.

    Raises `UsageError` for a name that is no lexicon.
    """
    if name not in NAMES:
        raise UsageError(f"no lexicon {name!r}; there are {', '.join(NAMES)}")
    text = files(__package__).joinpath(f"{name}.toml").read_text("utf-8")
    return {table: tuple(rows) for table, rows in tomllib.loads(text).items()}
