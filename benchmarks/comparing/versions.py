"""The two versions: their checkouts, and what each says of the documents in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from .wording import Json, shown

ROOT = Path(__file__).resolve().parents[2]
READING = Path(__file__).with_name("reading.py").resolve()


class Misuse(Exception):
    """A call that cannot be meant; its text is the message."""


class Tree(NamedTuple):
    """A checkout and what to call it."""

    label: str
    path: Path


@dataclass(frozen=True)
class Limits:
    """Seconds for one document, and for all documents of one version."""

    each: float
    run: float


def _is_checkout(path: Path) -> bool:
    return (path / "src" / "vnreport_parse" / "__init__.py").is_file()


def _git(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Git at the root of the project; without hooks, and without what a surrounding hook of git has set."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-C", str(ROOT), "-c", f"core.hooksPath={os.devnull}", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", env=environment, check=False)


@contextmanager
def checkout(version: str, scratch: Path) -> Iterator[Tree]:
    """The tree of a version; that of a revision is a worktree that is gone afterwards, whatever happens."""
    if version == "." or _is_checkout(Path(version)):
        yield Tree("working tree", ROOT) if version == "." else Tree(version, Path(version).resolve())
        return
    try:
        found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{version}^{{commit}}")
    except (OSError, ValueError):  # no git; a NUL in the name
        found = None
    if found is None or found.returncode:
        raise Misuse(f"{shown(version)!r} is no revision of this repository, and no checkout (a folder with src/vnreport_parse)")
    commit = found.stdout.strip()
    path = scratch / commit
    try:
        added = _git("worktree", "add", "--quiet", "--detach", str(path), commit)
        if added.returncode or not _is_checkout(path):
            raise Misuse(f"{shown(version)!r} cannot be checked out: {shown(added.stderr) or 'it has no src/vnreport_parse'}")
        subject = shown(_git("log", "-1", "--format=%h %s", commit).stdout)
        yield Tree(subject if commit.startswith(version) else f"{version} ({subject})", path)
    finally:
        _git("worktree", "remove", "--force", "--force", str(path))


def run_version(tree: Tree, paths: Sequence[Path], limits: Limits, scratch: Path) -> list[Json]:
    """What a version says of each document: a row with its report, or with the error. Goes on behind a crash."""
    listed, out, log = (scratch / name for name in ("paths.json", "rows.jsonl", "errors.txt"))
    listed.write_text(json.dumps([str(path) for path in paths]), "utf-8")
    rows: dict[int, Json] = {}
    until = time.monotonic() + limits.run
    while len(rows) < len(paths):
        out.unlink(missing_ok=True)
        first = len(rows)
        end = _run_child(tree, [str(listed), str(out), str(first), str(limits.each)], until - time.monotonic(), log)
        started = first
        for row in _rows(out):
            if "package" in row and not Path(row["package"]).is_relative_to(tree.path):
                raise Misuse(f"{shown(tree.label)}: Python imports {row['package']} instead of the version to compare")
            started = max(started, row.get("at", -1) + 1)
            if len(row) > 1:
                rows[row["at"]] = row
        if len(rows) == len(paths):
            break
        if started > len(rows):  # it ended within a document
            rows[len(rows)] = {"crash": end}
        if started == first or time.monotonic() >= until:
            reason = end if started == first else f"not reached: all documents together took more than {limits.run:g} s"
            rows |= {at: {"crash": reason} for at in range(len(rows), len(paths))}
    return [_without_tree(rows[at], tree.path) for at in range(len(paths))]


def _run_child(tree: Tree, arguments: list[str], seconds: float, log: Path) -> str:
    """Run one process to its end or to the limit; says in words how it ended. Takes its converters with it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment = kept | {"PYTHONPATH": str(tree.path / "src"), "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}
    command = [sys.executable, "-P", str(READING), *arguments]
    with log.open("wb") as errors:
        child = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=errors, stderr=errors, start_new_session=True
        )
        try:
            code = child.wait(max(seconds, 0.01))
        except subprocess.TimeoutExpired:
            return "stopped: the time limit of the run was reached here"
        finally:
            with suppress(OSError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()
    said = log.read_text("utf-8", "backslashreplace").strip().splitlines()
    if any(line.startswith("Timeout (") for line in said):
        return f"did not finish within {float(arguments[-1]):g} s"
    if code < 0:
        return f"crashed ({signal.Signals(-code).name})"
    return f"the process ended with exit code {code}" + (f": {said[-1]}" if said else "")


def _rows(path: Path) -> Iterator[Json]:
    """The rows a process has written; the last may be torn."""
    if path.exists():
        for line in path.read_text("utf-8").splitlines():
            with suppress(ValueError):
                yield json.loads(line)


def _without_tree(row: Json, path: Path) -> Json:
    """An error must read the same wherever its version was checked out."""
    return {key: value.replace(str(path), "<tree>") if key in {"error", "crash"} else value for key, value in row.items()}
