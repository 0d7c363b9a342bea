"""How values of labels and of records are compared: what two careful readers write alike is one value."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from ..patterns import fold
from ..records import DocumentNumber
from ..spans import fold_blanks

Labels = dict[str, Any]

_IGNORED = re.compile(r"[\"'*_]")
_BLANK_PART = re.compile(r"(?:-XX)+$")
_FILLED = re.compile(r"[\s.…_]+")


def text_key(value: object) -> str:
    """What two careful readers write alike: case, dashes, quotes, blanks, tone place and `UBND` do not count."""
    return _text_key(str(value or ""))


def number_key(value: object) -> str:
    """`110 / BTĐKT-NV` and `110/BTĐKT-NV` are one number."""
    return _number_key(value.text if isinstance(value, DocumentNumber) else str(value or ""))


@lru_cache(maxsize=4096)
def _text_key(text: str) -> str:
    plain = _IGNORED.sub("", _folded(text)).replace("ủy ban nhân dân", "ubnd")
    return fold_blanks(plain).strip(" .,;:-")


@lru_cache(maxsize=4096)
def _number_key(text: str) -> str:
    return _FILLED.sub("", _folded(text))


def _folded(text: str) -> str:
    return fold(unicodedata.normalize("NFC", text).replace("Ð", "Đ").replace("ð", "đ"))


def date_key(value: object) -> str:
    """A missing day may be written 2022-06 or 2022-06-XX."""
    return _BLANK_PART.sub("", str(value or ""))


_KEYS: dict[str, Callable[[object], str]] = {"number": number_key, "date": date_key, "count": str, "quantity": str, "kind": str}


def value_of(record: object, field: str) -> object:
    """A field of a record, or of the mapping that stands for one; what it lacks is null."""
    return record.get(field) if isinstance(record, Mapping) else getattr(record, field, None)


def alternatives(labels: Labels, field: str) -> list[object]:
    """Every right value of a field: what the labels say, then `FIELD_alt`."""
    others = labels.get(f"{field}_alt") or []
    return [labels.get(field), *(others if isinstance(others, list) else [others])]


def same(labels: Labels, record: object, field: str) -> bool:
    """Whether the record's field says what the labels, or one of their alternatives, say."""
    key = _KEYS.get(field, text_key)
    return key(value_of(record, field)) in map(key, alternatives(labels, field))


def is_weak(labels: Labels) -> bool:
    """Whether the entry costs nothing, found or not."""
    return any(labels.get(mark) for mark in ("optional", "restates", "part_of"))


def shown(value: object) -> str:
    """A value as the labels would write it."""
    return repr(value.text if isinstance(value, DocumentNumber) else value)
