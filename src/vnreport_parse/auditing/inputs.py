"""The files of an audit: folders are walked, patterns expanded, each file named once, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

PAGES_SUFFIX = ".pages"  # the folder of pages beside an output; nothing in it is a report
SUFFIXES = frozenset(
    ".txt .md .markdown .html .htm .xhtml .mht .mhtml .doc .docx .docm .dotx .rtf .pdf .png .jpg .jpeg .tif .tiff".split()
)


def find_files(paths: Iterable[str], leave_out: Iterable[Path] = ()) -> list[str]:
    """The files that `paths` name, sorted; of a folder those with the suffix of a format that is read.

    A path that does not exist is kept, so that it is told among the files that could not be read. `leave_out`, the
    outputs of the audit, are never reports.
    """
    unwanted = {path.resolve() for path in leave_out}
    found: dict[Path, str] = {}
    for path in paths:
        for name in _expanded(path):
            for file in _files(name):
                real = Path(file).resolve()
                if real not in unwanted:
                    found.setdefault(real, file)
    return sorted(found.values())


def _expanded(path: str) -> list[str]:
    """The paths of a pattern, for shells that leave that to the program."""
    return sorted(glob(path, recursive=True)) or [path] if has_magic(path) and not Path(path).exists() else [path]  # noqa: PTH207


def _files(path: str) -> Iterator[str]:
    if not Path(path).is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if name[0] != "." and not name.endswith(PAGES_SUFFIX))
        for name in sorted(names):
            if Path(name).suffix.lower() in SUFFIXES and name[0] != "." and not name.startswith("~$"):  # ~$: a lock of Word
                yield str(Path(folder, name))
