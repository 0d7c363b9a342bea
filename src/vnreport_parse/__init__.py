"""Vietnamese administrative reports as typed records: sections, references, awards, who sent what to whom.

>>> from vnreport_parse import parse
>>> report = parse("Thực hiện Công văn số 110/BTĐKT-NV ngày 31/5/2022 của Sở Nội vụ")
>>> report.references[0].number.text, report.references[0].date
('110/BTĐKT-NV', '2022-05-31')
"""

import typing
from importlib import import_module as _import_module

from .dates import PartialDate
from .diagnostics import Diagnostic
from .errors import UnreadableFile, VnReportError
from .evaluate import evaluate
from .parse import parse, parse_file
from .records import Award, DocumentNumber, RecipientGroup, Reference, Section
from .report import Report
from .source import View
from .spans import Span

if typing.TYPE_CHECKING:  # loaded when they are asked for: a script that parses pays for nothing else
    from .auditing.records import Audit
    from .auditing.run import audit
    from .dataset.build import build_dataset

__all__ = [
    "Audit",
    "Award",
    "Diagnostic",
    "DocumentNumber",
    "PartialDate",
    "RecipientGroup",
    "Reference",
    "Report",
    "Section",
    "Span",
    "UnreadableFile",
    "View",
    "VnReportError",
    "audit",
    "build_dataset",
    "evaluate",
    "parse",
    "parse_file",
]
__version__ = "0.1.0"


_LATER = {"Audit": "auditing.records", "audit": "auditing.run", "build_dataset": "dataset.build"}


def __getattr__(name: str) -> object:
    """`audit`, `Audit` and `build_dataset`, at their first use."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(_import_module(f".{_LATER[name]}", __name__), name)


def __dir__() -> list[str]:
    """Only the public names, for completion in a notebook."""
    return [*__all__, "__version__"]
