"""Dates and periods as EDTF (ISO 8601-2) text; a part the document leaves blank is never filled in."""

from __future__ import annotations

import re
from calendar import monthrange

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .errors import UsageError

_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?")


class _EdtfText(str):
    """A `str` that pydantic checks on the way in and writes as it is."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema())


class PartialDate(_EdtfText):
    """A day, a month or a year: `2022-05-31`, `2022-06`, `2022-06-XX` (a day left blank), `2022`.

    Raises `UsageError` for what is no such date, `2022-02-30` among it.
    """

    __slots__ = ()

    def __new__(cls, value: str) -> PartialDate:
        """The date, checked. Raises `UsageError`."""
        found = _DATE.fullmatch(value)
        if found is None or not _possible(found):
            raise UsageError(f"not an EDTF date: {value!r}")
        return super().__new__(cls, value)

    @classmethod
    def of(cls, year: int | None, month: int | None = None, day: int | None = None, *, blank: bool = False) -> PartialDate | None:
        """The date of its parts, `None` when the calendar has no such day. `blank`: write a missing part as XX."""
        parts = [f"{year:04d}" if year else "XXXX"]
        if month or day or blank:
            parts.append(f"{month:02d}" if month else "XX")
        if day or (blank and month):
            parts.append(f"{day:02d}" if day else "XX")
        elif blank:
            parts.append("XX")
        text = "-".join(parts)
        found = _DATE.fullmatch(text)
        return cls(text) if found and _possible(found) else None

    def _part(self, start: int, end: int) -> int | None:
        digits = self[start:end]
        return int(digits) if digits.isdigit() else None

    @property
    def year(self) -> int | None:
        """The year, `None` when it is blank."""
        return self._part(0, 4)

    @property
    def month(self) -> int | None:
        """The month, `None` when it is missing or blank."""
        return self._part(5, 7)

    @property
    def day(self) -> int | None:
        """The day, `None` when it is missing or blank."""
        return self._part(8, 10)

    @property
    def complete(self) -> bool:
        """Whether the day is known."""
        return self.day is not None


def _possible(found: re.Match[str]) -> bool:
    year, month, day = (int(p) if p and p.isdigit() else None for p in found.group("year", "month", "day"))
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    last = monthrange(year or 2000, month)[1] if month else 31
    return 1 <= day <= last


class Period(_EdtfText):
    """A `PartialDate` or an interval of two, `2022-01/2022-06`; both ends belong to it."""

    __slots__ = ()

    def __new__(cls, value: str) -> Period:
        """The period, checked. Raises `UsageError`."""
        for end in value.split("/", 1):
            PartialDate(end)
        return super().__new__(cls, value)
