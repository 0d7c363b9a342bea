"""What lies beside the tables of a data set: its dictionary, its JSON Schema, and a DuckDB file where DuckDB is installed."""

from __future__ import annotations

import os
from pathlib import Path

from .dictionary import dictionary_page, schema_text
from .duck import write_duckdb
from .needs import DatasetLibraryMissing

DICTIONARY, SCHEMA = "dictionary.md", "schema.json"


def write_companions(root: Path) -> None:
    """Writes `dictionary.md`, `schema.json` and `dataset.duckdb`, each whole or not at all."""
    for name, text in ((DICTIONARY, dictionary_page()), (SCHEMA, schema_text())):
        written = root / f".{name}.{os.getpid()}.part"
        try:
            written.write_text(text, "utf-8", newline="\n")
            written.replace(root / name)
        finally:
            written.unlink(missing_ok=True)
    try:
        write_duckdb(root)
    except DatasetLibraryMissing:
        return  # the Parquet files do without
