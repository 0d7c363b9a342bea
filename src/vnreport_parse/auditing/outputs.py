"""Where an audit is written to: by the suffix of the file, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from ..diagnostics import Language
from ..errors import UsageError
from .records import Audit

Writer = Callable[[Audit, Path, Language], None]

_WRITERS = {".xlsx": "workbook", ".html": "page", ".sarif": "sarif", ".parquet": "parquet"}
SUFFIXES = (".json", *_WRITERS)
LINKED = (".xlsx", ".html")  # these lead on to the pages of the reports


def check_output(path: Path) -> None:
    """Raises `UsageError` for a suffix that no writer has."""
    if path.suffix.lower() not in SUFFIXES:
        known = " ".join(SUFFIXES)
        raise UsageError(
            f"{path}: no such output; the suffix is one of {known}",
            f"{path}: không ghi được loại tệp này; đuôi tệp là một trong {known}",
        )


def write_output(audit: Audit, path: Path, language: Language) -> None:
    """Writes the audit as the suffix says, under another name until it is whole.

    Raises `OSError` when it cannot be written, `UsageError` for another suffix or a library that is missing.
    """
    check_output(path)
    write = _writer(path.suffix.lower())
    target = Path(os.path.realpath(path))
    written = target.with_name(f".{target.stem}.{os.getpid()}.part{target.suffix}")
    try:
        write(audit, written, language)
        written.replace(target)
    finally:
        written.unlink(missing_ok=True)


def _writer(suffix: str) -> Writer:
    """Imported now: each needs libraries of its own."""
    if suffix == ".json":
        return _write_json
    name = _WRITERS[suffix]
    writer: Writer = getattr(import_module(f".{name}", __package__), f"write_{name}")
    return writer


def _write_json(audit: Audit, path: Path, language: Language) -> None:  # noqa: ARG001 a writer takes the language
    path.write_text(audit.model_dump_json(indent=2) + "\n", "utf-8")


def with_pages(audit: Audit, pages: Path | None, output: Path) -> Audit:
    """The audit with its pages as links from the folder of `output`; without any, where none were written."""
    if not any(report.page for report in audit.reports):
        return audit
    folder = None if pages is None else Path(os.path.relpath(pages.resolve(), output.resolve().parent)).as_posix()
    reports = tuple(
        report.model_copy(update={"page": f"{folder}/{report.page}" if folder and report.page else None})
        for report in audit.reports
    )
    return audit.model_copy(update={"reports": reports})
