"""The two files that tell about a data set: the manifest, which the archive alone decides, and the record of the run."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .journal import Head, sync
from .layout import END, INPUTS, LAYOUT, MANIFEST, RUN
from .parts import Part, readable
from .register import Register
from .schema import TABLES


def write_manifest(folder: Path, head: Head, parts: Iterable[Part], register: Register) -> None:
    """Writes the manifest. No time, no order of work, no number of workers: the same archive gives the same bytes.

    The hash of each file comes last, a file a line.
    """
    ordered = sorted(parts, key=lambda part: (TABLES.index(part.table), part.path))
    told = {
        "layout": LAYOUT,
        "schema_version": head.schema_version,
        "versions": {"vnreport_parse": head.library, "pyarrow": head.arrow},
        "options": {"segment": head.segmented},
        "run": RUN,
        "counts": counts(register, ordered),
        "parts": [part._asdict() for part in ordered],
    }
    with (folder / MANIFEST).open("wb") as stream:
        stream.write(json.dumps(told, ensure_ascii=False, indent=1).encode().removesuffix(b"\n}") + b",\n" + INPUTS)
        between = b"  "
        for entry in register.entries():
            line = {"path": readable(entry.path), "sha256": entry.sha256, "size": None if entry.folder else entry.size}
            stream.write(between + json.dumps(line, ensure_ascii=False).encode())
            between = b",\n  "
        stream.write(END)
        sync(stream)


def counts(register: Register, parts: Iterable[Part]) -> dict[str, Any]:
    """How much there is of what."""
    states: Counter[str] = Counter()
    errors: Counter[str] = Counter()
    versions: Counter[str] = Counter()
    for error, version, deleted, files in register.run(
        "SELECT error, parsed_by, sum(deleted), count(*) FROM now GROUP BY error, parsed_by"
    ):
        states["unreadable" if error else "read"] += files
        states["deleted"] += deleted
        if error:
            errors[error] += files
        elif version:
            versions[version] += files
    rows: Counter[str] = Counter(dict.fromkeys(TABLES, 0))
    for part in parts:
        rows[part.table] += part.rows
    return {
        "files": {name: states[name] for name in ("read", "unreadable", "deleted")},
        "errors": dict(sorted(errors.items())),
        "parsed_by": dict(sorted(versions.items())),
        "rows": dict(rows),
    }


def write_run(folder: Path, told: Mapping[str, object]) -> None:
    """Writes when and how the data set was built, whole or not at all."""
    waiting = folder / f"{RUN}.part"
    with waiting.open("wb") as stream:
        stream.write(json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n")
        sync(stream)
    waiting.replace(folder / RUN)
