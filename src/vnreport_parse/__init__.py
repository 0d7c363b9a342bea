"""Vietnamese administrative reports as typed records: sections, references, awards, who sent what to whom.

>>> from vnreport_parse import parse
>>> report = parse("Thực hiện Công văn số 110/BTĐKT-NV ngày 31/5/2022 của Sở Nội vụ")
>>> report.references[0].number.text, report.references[0].date
('110/BTĐKT-NV', '2022-05-31')
"""

from .dates import PartialDate
from .diagnostics import Diagnostic
from .errors import UnreadableFile, VnReportError
from .evaluate import evaluate
from .parse import parse, parse_file
from .records import Award, DocumentNumber, RecipientGroup, Reference, Section
from .report import Report
from .source import View
from .spans import Span

__all__ = [
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
    "evaluate",
    "parse",
    "parse_file",
]
__version__ = "0.1.0"


def __dir__() -> list[str]:
    """Only the public names, for completion in a notebook."""
    return [*__all__, "__version__"]
