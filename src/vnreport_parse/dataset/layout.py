"""What a data set is on the disk: where its parts are, and what its manifest says.

DATASET/
  TABLE/year=2023/format=docx/part-all.parquet   parts by the first bits of the sha256 where one would be large: part-0, part-10, …
  files/part-all.parquet                         one row a file of the archive
  manifest.json                                  what the data set holds, and the hash of every file; the same for the same archive
  run.json                                       when and how it was last built
  _state/                                        what the next build needs to know; not for others
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import UsageError

LAYOUT = 1
INPUTS, END = b' "inputs": [\n', b"\n ]\n}\n"  # the lines of a manifest before its inputs, and its last
MANIFEST, RUN, STATE = "manifest.json", "run.json", "_state"
UNKNOWN = "__HIVE_DEFAULT_PARTITION__"  # a null in the path, as DuckDB, polars, pyarrow and Spark read it


@dataclass(frozen=True, slots=True)
class DatasetFolder:
    """A finished data set, and its manifest."""

    root: Path
    manifest: dict[str, Any]

    def parts(self, table: str) -> list[Path]:
        """The Parquet files of a table; at least one."""
        return [self.root / part["path"] for part in self.manifest["parts"] if part["table"] == table]


def part_path(table: str, year: int | None, format_: str | None, bits: str) -> str:
    """The path of a part of a table but `files`, from the root of the data set."""
    return f"{table}/year={UNKNOWN if year is None else year}/format={format_ or UNKNOWN}/part-{bits or 'all'}.parquet"


def read_manifest(root: Path) -> dict[str, Any] | None:
    """The manifest but for its inputs, which may be many; None where there is none.

    Raises `UsageError` for one that is no manifest or of a later library.
    """
    try:
        manifest = json.loads(_without_inputs(root / MANIFEST))
        layout = int(manifest["layout"])
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(f"{root}: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{root / MANIFEST}: no manifest of a data set") from error
    if layout > LAYOUT:
        raise UsageError(
            f"{root}: made by a later version of this library (layout {layout}, this one knows {LAYOUT}); install that one"
        )
    return dict(manifest)


def _without_inputs(path: Path) -> bytes:
    """The text of a manifest up to its inputs, closed; the whole of one that another program has laid out anew."""
    told = b""
    with path.open("rb") as stream:
        for line in stream:
            if line == INPUTS:
                stream.seek(-len(END), os.SEEK_END)
                return told.rstrip().removesuffix(b",") + b"}" if stream.read() == END else b""
            told += line
    return told


def read_run(root: Path) -> dict[str, Any]:
    """The record of the last build; empty where there is none."""
    try:
        return dict(json.loads((root / RUN).read_bytes()))
    except (OSError, ValueError):
        return {}


def open_dataset(path: str | os.PathLike[str]) -> DatasetFolder:
    """The data set in a folder. Raises `UsageError` where there is none that is finished, or one of a later layout."""
    root = Path(path)
    if not root.is_dir():
        raise UsageError(f"{os.fspath(path)}: no such folder")
    manifest = read_manifest(root)
    if manifest is None:
        unfinished = " yet: its first build is not finished" if (root / STATE).is_dir() else ""
        raise UsageError(f"{os.fspath(path)}: no data set{unfinished}")
    return DatasetFolder(root, manifest)
