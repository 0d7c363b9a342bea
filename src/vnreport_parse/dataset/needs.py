"""Libraries that only some need: imported when they are used, and missed in one clear line."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..errors import VnReportError


class DatasetLibraryMissing(VnReportError, ImportError):
    """What was asked for needs a library that is not installed."""


def need(module: str, extra: str) -> Any:
    """The module. Raises `DatasetLibraryMissing`, which names the command that installs it."""
    try:
        return import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        raise DatasetLibraryMissing(f"{name} is not installed. Try: pip install 'vnreport-parse[{extra}]'") from error
