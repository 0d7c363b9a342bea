"""The consolidated counts as one Parquet table, a row for each figure, its evidence a list of structs in the row.

Columns are the fields of `CountRow`. Figures kept apart are not in it, so that whoever sums the column sums nothing twice
but periods: leave out rows that are `covered`. The findings stand as JSON in the table's metadata, under `vnreport.findings`.
"""

from __future__ import annotations

import json
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from .. import __version__
from ..diagnostics import Language
from ..errors import UsageError
from .records import Audit, CountRow

_TEXTS = ("title", "qualifier", "rank", "authority", "kind", "status", "carrier", "unit", "period")


def write_parquet(audit: Audit, path: Path, language: Language = "vi") -> None:  # noqa: ARG001 all writers are called alike
    """Writes the counts of an audit. Raises `UsageError` without pyarrow and `OSError` when the file cannot be written."""
    if not find_spec("pyarrow"):
        raise UsageError(
            "pyarrow is not installed. Try: pip install 'vnreport-parse[parquet]'",
            "chưa cài pyarrow. Hãy chạy: pip install 'vnreport-parse[parquet]'",
        )
    import_module("pyarrow.parquet").write_table(counts_table(audit), str(path), compression="zstd")


def counts_table(audit: Audit) -> Any:
    """The counts as an Arrow table."""
    arrow = import_module("pyarrow")
    schema = _schema(arrow).with_metadata(
        {
            "vnreport.version": __version__,
            "vnreport.audit_version": audit.audit_version,
            "vnreport.findings": json.dumps([finding.model_dump(mode="json") for finding in audit.findings], ensure_ascii=False),
        }
    )
    return arrow.Table.from_pylist([_row(row) for row in audit.counts], schema=schema)


def _schema(arrow: Any) -> Any:
    text, number = arrow.string(), arrow.int64()
    shown = arrow.struct(
        [("report", text), ("start", number), ("end", number), ("excerpt", text), ("mark_start", number), ("mark_end", number),
         ("page", number), ("section", text)]
    )  # fmt: skip
    columns = [(name, text) for name in _TEXTS]
    return arrow.schema([*columns, ("covered", arrow.bool_()), ("count", number), ("evidence", arrow.list_(shown))])


def _row(row: CountRow) -> dict[str, Any]:
    shown = [
        {
            "report": one.report, "start": one.span.start, "end": one.span.end, "excerpt": one.excerpt,
            "mark_start": one.mark.start, "mark_end": one.mark.end, "page": one.page, "section": one.section,
        }
        for one in row.evidence
    ]  # fmt: skip
    texts = {name: None if (value := getattr(row, name)) is None else str(value) for name in _TEXTS}
    return texts | {"covered": row.covered, "count": row.count, "evidence": shown}
