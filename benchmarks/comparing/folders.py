"""Both versions over the documents of folders."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from .outcomes import Comparison, Outcome, compare_reports
from .versions import Limits, Misuse, checkout, run_version
from .wording import shown

SUFFIXES = {".txt", ".md", ".markdown", ".docx", ".doc", ".rtf", ".pdf", ".html", ".htm", ".mht", ".mhtml"}


def documents(folders: Sequence[str]) -> dict[str, Path]:
    """Every document of the folders by the name it is shown under; labels, hidden files and other suffixes are left out."""
    found: dict[Path, str] = {}
    for folder in folders:
        top = Path(folder)
        if not top.exists():
            raise Misuse(f"no such folder: {shown(folder)}")
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            inner = path.relative_to(top)
            if path.suffix.lower() in SUFFIXES and path.is_file() and not any(part.startswith(".") for part in inner.parts):
                found.setdefault(path.resolve(), shown(path.as_posix()))
    if not found:
        raise Misuse(f"no documents ({' '.join(sorted(SUFFIXES))}) in {', '.join(map(shown, folders))}")
    names: dict[str, Path] = {}
    for path, name in found.items():
        names[name if name not in names else f"{name} ({len(names)})"] = path
    return names


def compare(versions: tuple[str, str], named: dict[str, Path], kinds: tuple[str, ...], limits: Limits, timing: bool) -> Comparison:
    """Let both versions read all documents, one after the other, and compare what they say."""
    paths = list(named.values())
    with ExitStack() as stack:
        scratch = [Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="vnreport-compare-"))) for _ in versions]
        trees = [stack.enter_context(checkout(version, folder)) for version, folder in zip(versions, scratch, strict=True)]
        runs = [run_version(tree, paths, limits, folder) for tree, folder in zip(trees, scratch, strict=True)]
    outcomes = []
    for name, path, old, new in zip(named, paths, *runs, strict=True):
        errors = [shown((row.get("error") or row.get("crash") or "").replace(str(path), path.name)) for row in (old, new)]
        outcome = Outcome(name, (errors[0], errors[1]), "crash" in old or "crash" in new)
        if not any(errors):
            outcome.seconds = (old["seconds"], new["seconds"])
            compare_reports(outcome, old["report"], new["report"], kinds)
        outcomes.append(outcome)
    return Comparison((shown(trees[0].label), shown(trees[1].label)), kinds, outcomes, timing)
