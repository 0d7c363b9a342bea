"""What a change of the library does to a folder of documents: every mention gained, lost and changed.

    python benchmarks/compare.py BEFORE AFTER FOLDER... [--kinds awards,references] [--out report.html]

BEFORE and AFTER are each a git revision, `.` for the working tree, or the path of a checkout. Each reads all documents in
processes of its own, so this script imports neither. Exit code 0: nothing differs; 1: something does; 2: wrong usage.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from comparing.folders import compare, documents
from comparing.markdown import markdown
from comparing.outcomes import Comparison
from comparing.page import page
from comparing.pairing import KINDS
from comparing.terminal import print_terminal
from comparing.versions import Limits, Misuse
from comparing.wording import shown

RENDERERS: dict[str, Callable[[Comparison], str]] = {".html": page, ".htm": page, ".md": markdown, ".markdown": markdown}


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="compare", description="What a change of the library does to a folder of documents.")
    parser.add_argument("before", metavar="BEFORE", help="a git revision, . for the working tree, or the path of a checkout")
    parser.add_argument("after", metavar="AFTER", help="the same")
    parser.add_argument("folders", metavar="FOLDER", nargs="+", help="holds documents; a single document does as well")
    parser.add_argument("--kinds", default=KINDS, type=lambda said: said.split(","), help=f"what to compare, of {','.join(KINDS)}")
    parser.add_argument("--out", default="-", help="write a page (.html, .md) instead of printing everything; - prints")
    parser.add_argument("--no-timing", action="store_true", help="leave the seconds out: the same bytes each time")
    parser.add_argument("--each", type=float, default=120, metavar="SECONDS", help="time limit of a document (120)")
    parser.add_argument("--limit", type=float, default=1800, metavar="SECONDS", help="time limit of each version (1800)")
    return parser.parse_args(arguments)


def _check(options: argparse.Namespace, out: Path | None, named: dict[str, Path]) -> None:
    """Raises `Misuse` for options that cannot be meant, before any time is spent."""
    if unknown := [kind for kind in options.kinds if kind not in KINDS]:
        raise Misuse(f"unknown kind {shown(unknown[0])!r}; there are {', '.join(KINDS)}")
    if out and (out.suffix.lower() not in RENDERERS or not out.parent.is_dir()):
        raise Misuse(f"--out {shown(options.out)}: give a .html or .md file in a folder that exists")
    if out and out.resolve() in named.values():
        raise Misuse(f"--out {shown(options.out)} would overwrite a document")
    if min(options.each, options.limit) <= 0:
        raise Misuse("a time limit is a number of seconds above 0")


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, show, and say by the exit code whether anything differs."""
    options = _options(arguments)
    out = None if options.out == "-" else Path(options.out)
    try:
        named = documents(options.folders)
        _check(options, out, named)
        kinds = tuple(kind for kind in KINDS if kind in options.kinds)
        limits = Limits(options.each, options.limit)
        comparison = compare((options.before, options.after), named, kinds, limits, not options.no_timing)
        if out:
            out.write_text(RENDERERS[out.suffix.lower()](comparison), "utf-8", errors="backslashreplace", newline="\n")
    except (Misuse, OSError) as error:
        print(f"compare: {error}", file=sys.stderr)
        return 2
    print_terminal(comparison, details=out is None)
    if out:
        print(f"\nwritten to {shown(options.out)}")
    return int(comparison.differs)


def _stop(number: int, _frame: object) -> NoReturn:
    """Ends by an exception, so that worktrees are taken away."""
    sys.exit(128 + number)


if __name__ == "__main__":
    for _signal in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(_signal, _stop)
    sys.exit(main())
