"""What a change of the library does to a folder of documents: every mention gained, lost and changed.

    python benchmarks/compare.py BEFORE AFTER FOLDER... [--kinds awards,references] [--out report.html]

BEFORE and AFTER are each a git revision, `.` for the working tree, or the path of a checkout. Each reads all documents in
processes of its own, so this script imports neither. Exit code 0: nothing differs; 1: something does; 2: wrong usage.
"""

from __future__ import annotations

import argparse
import compileall
import difflib
import faulthandler
import html
import importlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

ROOT = Path(__file__).resolve().parent.parent
SUFFIXES = {".txt", ".md", ".markdown", ".docx", ".doc", ".rtf", ".pdf", ".html", ".htm", ".mht", ".mhtml"}
AROUND = 60  # characters of context on each side
LONG = 160  # a longer mention is shown by its two ends
NOTHING = "–"

Json = dict[str, Any]
SpanPair = tuple[int, int]


class Misuse(Exception):
    """A call that cannot be meant; its text is the message."""


# ---------------------------------------------------------------- in the process of one version
def read_documents(paths: str, out: str, first: int, each: float) -> None:
    """Parse the documents from number `first` on; a row of JSON before and after each, so that a crash has an address."""
    faulthandler.enable()
    package = importlib.import_module("vnreport_parse")
    compileall.compile_dir(package.__path__[0], quiet=2)  # else a fresh checkout pays in its figures for its first imports
    names = json.loads(Path(paths).read_text("utf-8"))
    with Path(out).open("w", encoding="utf-8") as stream:

        def write(**row: object) -> None:
            stream.write(json.dumps(row) + "\n")
            stream.flush()

        write(package=str(Path(package.__path__[0]).resolve()))
        for at, name in enumerate(names[first:], first):
            write(at=at)
            faulthandler.dump_traceback_later(each, exit=True)
            start = time.perf_counter()
            try:
                report = package.parse_file(name)
                taken = time.perf_counter() - start
                row = {"report": report.model_dump(mode="json", exclude={"source"}), "seconds": taken}
            except Exception as error:  # noqa: BLE001 - whatever a version does wrong is what we are here to see
                row = {"error": f"{type(error).__name__}: {error}"}
            faulthandler.cancel_dump_traceback_later()
            write(at=at, **row)


# ---------------------------------------------------------------- the two versions
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
    command = [sys.executable, "-P", str(Path(__file__).resolve()), "--read", *arguments]
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


# ---------------------------------------------------------------- what is compared
class Kind(NamedTuple):
    """A list of the report: the fields compared, and the field by which two overlapping mentions are one (else any two)."""

    fields: tuple[str, ...]
    identity: str | None = None


_AWARD = "title rank qualifier authority status recipients quantity period campaign field decision cumulative restates part_of"
LISTS = {
    "sections": Kind(("path", "title")),
    "references": Kind(("doc_type", "number", "date", "issuer", "title", "relation")),
    "awards": Kind(tuple(_AWARD.split()), "title"),
    "totals": Kind(("scope", "recipients")),
    "counts": Kind(("value", "noun", "kind", "role"), "value"),
    "campaigns": Kind(("name",)),
    "tables": Kind(("caption", "rows", "columns", "header_rows")),
    "distribution": Kind(("text", "units", "archive", "copies")),
    "diagnostics": Kind(("code", "severity", "message"), "code"),
}
SINGLE = {
    "header": "parent_organ issuer number place date doc_type subject period addressees urgency".split(),
    "signature": "authority on_behalf_of acting_for position name".split(),
}
KINDS = ("text", "header", *LISTS, "signature")
VERDICTS = ("gained", "lost", "changed")


@dataclass
class Mention:
    """A fact of one version. `place` is its span in the text of AFTER, or a field's name: equal places are paired."""

    values: dict[str, str]
    span: SpanPair | None
    place: object
    identity: str = ""


class Difference(NamedTuple):
    """One mention gained, lost or changed; `changes` has the field, what it was, and what it is."""

    kind: str
    verdict: str
    label: str
    line: int | None
    context: tuple[str, str, str]
    changes: tuple[tuple[str, str, str], ...] = ()


@dataclass
class Outcome:
    """One document: its differences, how many mentions are the same, what went wrong, the seconds of each version."""

    name: str
    failed: tuple[str, str]
    crashed: bool
    seconds: tuple[float, float] = (0.0, 0.0)
    differences: list[Difference] = field(default_factory=list)
    tally: Counter[tuple[str, str]] = field(default_factory=Counter)
    roles: tuple[Counter[str], Counter[str]] = field(default_factory=lambda: (Counter(), Counter()))
    absent: set[str] = field(default_factory=set)

    @property
    def differs(self) -> bool:
        """A crash counts even where both versions crash; an error that both give does not."""
        return bool(self.differences) or self.crashed or self.failed[0] != self.failed[1]

    @property
    def standing(self) -> str:
        """Which of the two versions has read it."""
        return {(False, False): "read", (True, False): "newly read", (False, True): "no longer read"}.get(
            (bool(self.failed[0]), bool(self.failed[1])), "read by neither"
        )


def say(value: object) -> str:
    """A value of a record in words."""
    if value is None or value in ([], ""):
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(say, value))
    if isinstance(value, dict):
        return _say_group(value) if "noun" in value else say(value.get("text"))
    return str(value)


def _say_group(group: Json) -> str:
    """`about 3 tập thể (collective)`."""
    about = "about " if group.get("approximate") else ""
    implied = ", implied" if group.get("explicit") is False else ""
    names = f": {say(group['names'])}" if group.get("names") else ""
    return f"{about}{say(group.get('count'))} {group['noun']} ({say(group.get('kind'))}{implied}){names}"


def shown(text: str) -> str:
    """A text on one line, without characters that act on a terminal or a page instead of being seen."""
    lined = " ".join(re.sub(r"\s*\n\s*", " ↵ ", text.strip()).split())
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in lined)


def mentions(kind: str, report: Json, other: Json, move: Callable[[int], int]) -> list[Mention]:
    """All mentions of a kind, with only those fields that the other version knows too."""
    text = report["text"]
    if kind in SINGLE:
        record, twin = report.get(kind) or {}, other.get(kind) or {}
        known = [name for name in SINGLE[kind] if name in record and (name in twin or not twin)]
        spans = {name: (record.get("evidence") or {}).get(name) or record.get("span") for name in known}
        filled = [name for name in known if say(record[name]) != NOTHING]
        return [Mention({name: say(record[name])}, _pair(spans[name]), name) for name in filled]
    found: list[Mention] = []
    twin = next(iter(_records(kind, other)), None)
    for record in _records(kind, report):
        names = [name for name in LISTS[kind].fields if name in record and (twin is None or name in twin)]
        flags = {name: record[name] is not None for name in names if name in {"restates", "part_of"}}  # indices move
        values = {name.replace("doc_type", "type"): say(flags.get(name, record[name])) for name in names}
        span = _pair(record.get("span"))
        place: object = span and (move(span[0]), move(span[1]))
        if kind == "sections" and span:
            evidence = record.get("evidence") or {}
            end = max((edge[1] for edge in evidence.values()), default=span[0])
            span, place = (span[0], end), move(span[0])
        elif span:
            values["extent"] = " ".join(text[slice(*span)].split())
        found.append(Mention(values, span, place, say(record.get(LISTS[kind].identity or ""))))
    return found


def _pair(span: Sequence[int] | None) -> SpanPair | None:
    return (span[0], span[1]) if span else None


def _records(kind: str, report: Json) -> Iterator[Json]:
    """The records of a kind; sections with all that is below them, in the order of the text."""
    for record in report.get(kind) or []:
        yield record
        if kind == "sections":
            yield from _records(kind, {kind: record.get("children")})


def moves(before: str, after: str) -> Callable[[int], int]:
    """Where an offset of the text before stands in the text after: exact in lines that both have, near elsewhere."""
    if before == after:
        return lambda at: at
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in new:
        starts.append(starts[-1] + len(line))
    table: list[int] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new).get_opcodes():
        for at in range(i, j):
            target = k + at - i if tag == "equal" else min(k + at - i, m)
            room = starts[target + 1] - starts[target] if target < m else 0
            table += [starts[target] + min(column, room) for column in range(len(old[at]))]
    table.append(len(after))
    return table.__getitem__


def pair_up(before: list[Mention], after: list[Mention]) -> list[tuple[Mention | None, Mention | None]]:
    """Partners: all alike, then the same place, then overlapping and of one identity; in each, the pair most alike first."""
    pairs: list[tuple[Mention | None, Mention | None]] = []
    waiting: dict[object, list[Mention]] = {}
    for mention in after:
        waiting.setdefault((mention.place, *mention.values.items()), []).append(mention)
    left: list[Mention] = []
    for mention in before:
        alike = waiting.get((mention.place, *mention.values.items()))
        if alike:
            pairs.append((mention, alike.pop(0)))
        else:
            left.append(mention)
    open_ = [mention for alike in waiting.values() for mention in alike]
    for fits in (lambda one, two: one.place == two.place, _overlap):
        scored = [(_likeness(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(open_) if fits(a, b)]
        taken: dict[int, int] = {}
        for _, i, j in sorted(scored, key=lambda entry: (-entry[0], *entry[1:])):
            if i not in taken and j not in taken.values():
                taken[i] = j
        pairs += [(left[i], open_[j]) for i, j in taken.items()]
        left = [mention for i, mention in enumerate(left) if i not in taken]
        open_ = [mention for j, mention in enumerate(open_) if j not in taken.values()]
    return pairs + [(mention, None) for mention in left] + [(None, mention) for mention in open_]


def _likeness(one: Mention, two: Mention) -> int:
    return sum(two.values.get(name) == value for name, value in one.values.items())


def _overlap(one: Mention, two: Mention) -> bool:
    if not (isinstance(one.place, tuple) and isinstance(two.place, tuple)):
        return False
    return one.identity == two.identity and one.place[0] < two.place[1] and two.place[0] < one.place[1]


def compare_reports(outcome: Outcome, before: Json, after: Json, kinds: Iterable[str]) -> None:
    """Note every difference of two reports of one document."""
    move = moves(before["text"], after["text"])
    for kind in kinds:
        if kind == "text":
            differences, same = _text_differences(before["text"], after["text"])
        elif kind not in before or kind not in after:
            outcome.absent.add(kind)
            continue
        else:
            old, new = mentions(kind, before, after, move), mentions(kind, after, before, lambda at: at)
            found = [_difference(kind, pair, (before["text"], after["text"])) for pair in pair_up(old, new)]
            differences = [difference for difference in found if difference]
            same = len(found) - len(differences)
            if kind == "counts":
                for mine, records in zip(outcome.roles, (before, after), strict=True):
                    mine.update(record.get("role") or NOTHING for record in records[kind])
        outcome.differences += sorted(differences, key=lambda d: (d.line or 0, d.verdict, d.label, d.changes, d.context))
        outcome.tally[kind, "same"] += same
        outcome.tally.update((kind, difference.verdict) for difference in differences)


def _difference(kind: str, pair: tuple[Mention | None, Mention | None], texts: tuple[str, str]) -> Difference | None:
    old, new = pair
    mention, text = (new, texts[1]) if new else (old, texts[0])
    changes: tuple[tuple[str, str, str], ...] = ()
    if mention is None:
        return None
    if old and new:
        names = [name for name in new.values if name in old.values and old.values[name] != new.values[name]]
        changes = tuple(
            (name, *contrast(old.values[name], new.values[name], AROUND if name == "extent" else LONG)) for name in names
        )
        if not changes:
            return None
    line = text.count("\n", 0, mention.span[0]) + 1 if mention.span else None
    verdict = "changed" if changes else "gained" if new else "lost"
    return Difference(kind, verdict, _label(kind, mention), line, context(text, mention.span), changes)


def _label(kind: str, mention: Mention) -> str:
    """The values that say something; a flag by its name."""
    if kind in SINGLE:
        return shown("".join(f"{name}: {value}" for name, value in mention.values.items()))
    said = [(name, value) for name, value in mention.values.items() if value not in {NOTHING, "no"} and name != "extent"]
    return shortened(shown(" · ".join(name.replace("_", " ") if value == "yes" else value for name, value in said)))


def _text_differences(before: str, after: str) -> tuple[list[Difference], int]:
    """One difference, at the first character that differs."""
    if before == after:
        return [], 1
    at = _shared(before, after)
    old, new = before.splitlines(), after.splitlines()
    common = sum(block.size for block in difflib.SequenceMatcher(None, old, new).get_matching_blocks())
    line = after.count("\n", 0, at) + 1
    label = f"{len(old) - common} of {len(old)} lines became {len(new) - common} of {len(new)}"
    near = slice(max(0, at - AROUND), at + AROUND)
    first = ("first difference", *contrast(before[near], after[near]))
    return [Difference("text", "changed", label, line, ("", "", ""), (first,))], 0


def _shared(one: str, two: str) -> int:
    """How many first characters two texts share."""
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def contrast(before: str, after: str, limit: int = LONG) -> tuple[str, str]:
    """Two values for a reader; of those beyond the limit, only what lies around their difference."""
    before, after = shown(before), shown(after)
    if max(len(before), len(after)) <= limit:
        return before, after
    head = _shared(before, after)
    tail = _shared(before[head:][::-1], after[head:][::-1])
    cut = max(0, before.rfind(" ", 0, max(0, head - 20)) + 1)
    end = len(before) if tail <= 20 else before.find(" ", len(before) - tail + 20)
    kept = len(before) - end if end >= 0 else 0
    start, stop = "… " if cut else "", " …" if kept else ""
    old, new = (start + shortened(text[cut : len(text) - kept].strip()) + stop for text in (before, after))
    return old, new


def shortened(text: str) -> str:
    """A long text by its two ends."""
    return text if len(text) <= LONG else f"{text[: LONG - 50].rstrip()} … {text[-45:].lstrip()}"


def context(text: str, span: SpanPair | None) -> tuple[str, str, str]:
    """What stands before the mention, the mention, what stands after it; words are not cut."""
    if span is None:
        return "", "", ""
    start, end = span
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = "… " + (before if text[start - AROUND - 1].isspace() else before.partition(" ")[2])
    if end + AROUND < len(text):
        after = (after if text[end + AROUND].isspace() else after.rpartition(" ")[0]) + " …"
    lead, trail = (" " if edge[:1].isspace() else "" for edge in (before[::-1], after))
    return shown(before) + lead, shortened(shown(text[start:end])), trail + shown(after)


# ---------------------------------------------------------------- the whole comparison
@dataclass
class Comparison:
    """What all renderings show."""

    labels: tuple[str, str]
    kinds: tuple[str, ...]
    outcomes: list[Outcome]
    timing: bool

    @property
    def differs(self) -> bool:
        """Whether any document does."""
        return any(outcome.differs for outcome in self.outcomes)

    @property
    def failed(self) -> list[Outcome]:
        """The documents that not both versions have read."""
        return [outcome for outcome in self.outcomes if any(outcome.failed)]

    def rows(self) -> list[tuple[str, ...]]:
        """The table at the top: a kind, its tallies, in how many documents it differs."""
        table = []
        for kind in self.kinds:
            counted = [sum(outcome.tally[kind, verdict] for outcome in self.outcomes) for verdict in ("same", *VERDICTS)]
            touched = sum(any(d.kind == kind for d in outcome.differences) for outcome in self.outcomes)
            if any(counted):
                table.append((kind, *map(str, counted), str(touched)))
        return table

    def facts(self) -> list[tuple[str, str]]:
        """The lines below the table."""
        touched = sum(bool(outcome.differences) for outcome in self.outcomes)
        standings = Counter(outcome.standing for outcome in self.outcomes)
        read = standings.pop("read", 0)
        others = "".join(f", {standing} {number}" for standing, number in sorted(standings.items()))
        lines = [("documents", f"{len(self.outcomes)}, read by both versions {read}, with differences {touched}{others}")]
        roles = [sum((outcome.roles[side] for outcome in self.outcomes), Counter[str]()) for side in (0, 1)]
        moved = [
            f"{role} {roles[0][role]} → {roles[1][role]}"
            for role in sorted({*roles[0], *roles[1]})
            if roles[0][role] != roles[1][role]
        ]
        if moved:
            lines.append(("counts by role", ", ".join(moved)))
        if absent := sorted(set().union(*(outcome.absent for outcome in self.outcomes))):
            lines.append(("not compared", f"{', '.join(absent)}: one version does not have them"))
        if self.timing and read:
            old, new = (sum(outcome.seconds[side] for outcome in self.outcomes) for side in (0, 1))
            lines.append(("seconds", f"{old:.2f} → {new:.2f}, ratio {new / max(old, 1e-9):.2f} (one run of each)"))
        return lines


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


# ---------------------------------------------------------------- how it shows
SIGNS = {"gained": "+", "lost": "-", "changed": "~"}
COLOURS = {"gained": "green", "lost": "red", "changed": "yellow"}
COLUMNS = ("kind", "same", "gained", "lost", "changed", "documents")


def _by_kind(outcome: Outcome) -> list[tuple[str, list[Difference]]]:
    return [(kind, list(group)) for kind, group in groupby(outcome.differences, lambda difference: difference.kind)]


def _head(kind: str, group: list[Difference]) -> str:
    """`awards: 2 gained, 1 lost`."""
    counted = Counter(difference.verdict for difference in group)
    return f"{kind}: " + ", ".join(f"{counted[verdict]} {verdict}" for verdict in VERDICTS if counted[verdict])


def _failures(outcome: Outcome) -> list[str]:
    before, after = (error or "read" for error in outcome.failed)
    return [f"both: {before}"] if before == after else [f"before: {before}", f"after: {after}"]


def _place(difference: Difference) -> str:
    return f"line {difference.line}" if difference.line else "whole document"


def print_terminal(comparison: Comparison, details: bool = True) -> None:
    """For a terminal, 80 columns or more. `Text`, not markup: a document may hold `[red]`."""
    from rich.console import Console  # noqa: PLC0415 - the processes of the versions run this file too
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False)

    def put(left: int, *parts: str | tuple[str, str]) -> None:
        for line in Text.assemble(*parts).wrap(console, console.width - left):
            line.rstrip()
            console.print(Text(" " * left) + line)

    table = Table(box=None, header_style="bold", padding=(0, 0, 0, 2), pad_edge=False)
    for column in COLUMNS:
        table.add_column(column, justify="left" if column == "kind" else "right")
    for row in comparison.rows():
        table.add_row(*row)
    put(0, f"before  {comparison.labels[0]}\nafter   {comparison.labels[1]}\n")
    console.print(table, Text())
    for name, fact in comparison.facts():
        put(0, f"{name}: {fact}")
    for outcome in comparison.failed:
        put(0, (f"\n{outcome.standing}: {outcome.name}", "bold"))
        for line in _failures(outcome):
            put(2, line)
    for outcome in comparison.outcomes if details else []:
        for left, parts in _terminal_lines(outcome):
            put(left, *parts)
    if not comparison.differs:
        put(0, "\nNothing differs.")


def _terminal_lines(outcome: Outcome) -> Iterator[tuple[int, list[str | tuple[str, str]]]]:
    """The lines of one document: how far to indent, and parts of text with their styles."""
    if outcome.differences:
        yield 0, [(f"\n{outcome.name}", "bold")]
    for kind, group in _by_kind(outcome):
        yield 2, [(_head(kind, group), "bold")]
        for difference in group:
            colour = COLOURS[difference.verdict]
            yield 2, [(f"{SIGNS[difference.verdict]} {_place(difference)}  ", colour), difference.label]
            for name, old, new in difference.changes:
                yield 6, [(f"{name}: ", "bold"), old, (" → ", "bold"), new]
            before, mention, after = difference.context
            if mention:
                yield 6, [(before, "dim"), (f"«{mention}»", colour), (after, "dim")]


def _md(text: str) -> str:
    """A text without what markdown or its HTML would take for marks."""
    return re.sub(r"([\\`*_\[\]|~#$@!])", r"\\\1", html.escape(text, quote=False))


def markdown(comparison: Comparison) -> str:
    """For a pull request."""
    lines = ["# Comparison", "", f"- before: {_md(comparison.labels[0])}", f"- after: {_md(comparison.labels[1])}"]
    lines += [f"- {name}: {_md(fact)}" for name, fact in comparison.facts()]
    lines += ["", f"| {' | '.join(COLUMNS)} |", "| --- |" + " ---: |" * (len(COLUMNS) - 1)]
    lines += [f"| {' | '.join(row)} |" for row in comparison.rows()]
    if comparison.failed:
        lines += ["", "## Not read by both", ""]
    for outcome in comparison.failed:
        lines += [f"- {outcome.standing}: {_md(outcome.name)}", *(f"  - {_md(line)}" for line in _failures(outcome))]
    for outcome in comparison.outcomes:
        if outcome.differences:
            lines += ["", f"## {_md(outcome.name)}"]
        for kind, group in _by_kind(outcome):
            lines += ["", f"### {_head(kind, group)}", ""]
            for difference in group:
                lines.append(f"- **{difference.verdict}** {_place(difference)}: {_md(difference.label)}")
                lines += [f"  - {name}: {_md(old)} → {_md(new)}" for name, old, new in difference.changes]
                before, mention, after = map(_md, difference.context)
                lines += [f"  - {before}«{mention}»{after}"] if mention else []
    return "\n".join([*lines, *([] if comparison.differs else ["", "Nothing differs."]), ""])


STYLE = """
:root{color-scheme:light dark;--line:#ddd;--dim:#666;--gained:#d3f0d8;--lost:#fbd9d9;--changed:#fbeebb}
@media(prefers-color-scheme:dark){:root{--line:#444;--dim:#aaa;--gained:#1d4a26;--lost:#5a2323;--changed:#55460f}}
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.4rem}
h2{font-size:1.1rem}h3{font-size:.95rem;margin:1rem 0 .3rem}
details{margin:1.2rem 0;padding-top:.6rem;border-top:1px solid var(--line)}
summary{font-weight:600;cursor:pointer;overflow-wrap:anywhere}summary small{font-weight:400;color:var(--dim)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem}dt{color:var(--dim)}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse}td,th{padding:.15rem .8rem;border-bottom:1px solid var(--line);text-align:right}
td{font-variant-numeric:tabular-nums}td:first-child,th:first-child{text-align:left}
fieldset{border:0;padding:.4rem 0;margin:1rem 0;position:sticky;top:0;background:Canvas}label{margin-right:1rem;white-space:nowrap}
article{margin:.6rem 0;padding:.2rem .7rem;border-left:4px solid var(--v);overflow-wrap:anywhere}
article p{margin:.1rem 0}b{background:var(--v);padding:0 .4em;border-radius:3px;font-weight:400}.q,small{color:var(--dim)}
.gained{--v:var(--gained)}.lost{--v:var(--lost)}.changed{--v:var(--changed)}
mark{background:var(--v);color:CanvasText}del{background:var(--lost);text-decoration:none}ins{background:var(--gained);text-decoration:none}
"""
SCRIPT = """
const all = (within, what) => [...within.querySelectorAll(what)]
const hide = (outer, inner) => all(document, outer).forEach(o => o.hidden = all(o, inner).every(i => i.hidden))
const show = () => {
  const off = all(document, "input").filter(i => !i.checked).map(i => i.value)
  all(document, "article").forEach(a => a.hidden = off.some(name => a.classList.contains(name)))
  hide("section", "article"); hide("details", "section")
}
all(document, "input").forEach(i => i.onchange = show)
"""


def _tag(name: str, text: str) -> str:
    """An element around a text that is escaped."""
    return f"<{name}>{html.escape(text)}</{name}>"


def page(comparison: Comparison) -> str:
    """One HTML page that needs nothing else; ticks choose kinds and verdicts."""
    parts = [f'<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>Comparison</title><style>{STYLE}</style>']
    facts = [("before", comparison.labels[0]), ("after", comparison.labels[1]), *comparison.facts()]
    parts += ["<h1>Comparison</h1>", "<dl>", *(_tag("dt", name) + _tag("dd", fact) for name, fact in facts), "</dl>"]
    parts += ["<table>", f"<tr>{''.join(_tag('th', column) for column in COLUMNS)}</tr>"]
    parts += [f"<tr>{''.join(_tag('td', cell) for cell in row)}</tr>" for row in comparison.rows()]
    parts.append("</table>")
    if ticks := [row[0] for row in comparison.rows() if row[-1] != "0"]:
        boxes = (f'<label><input type="checkbox" value="{name}" checked> {name}</label>' for name in (*ticks, *VERDICTS))
        parts += ["<fieldset>", *boxes, "</fieldset>"]
    if comparison.failed:
        parts.append("<h2>Not read by both</h2>")
    for outcome in comparison.failed:
        parts += [_tag("h3", f"{outcome.standing}: {outcome.name}"), *(_tag("p", line) for line in _failures(outcome))]
    for outcome in comparison.outcomes:
        parts += _document(outcome)
    parts.append(f"<script>{SCRIPT}</script>" if comparison.differs else "<p>Nothing differs.</p>")
    return "\n".join([*parts, "</html>", ""])


def _document(outcome: Outcome) -> Iterator[str]:
    if not outcome.differences:
        return
    groups = _by_kind(outcome)
    yield f"<details open><summary>{html.escape(outcome.name)}"
    yield f"{_tag('small', '; '.join(_head(kind, group) for kind, group in groups))}</summary>"
    for kind, group in groups:
        yield "<section>" + _tag("h3", _head(kind, group))
        for difference in group:
            yield f'<article class="{kind} {difference.verdict}">'
            yield f"<p>{_tag('b', difference.verdict)} {_tag('small', _place(difference))} {html.escape(difference.label)}</p>"
            for name, old, new in difference.changes:
                yield f"<p>{_tag('small', name)} {_tag('del', old)} → {_tag('ins', new)}</p>"
            before, mention, after = difference.context
            if mention:
                yield f'<p class="q" lang="vi">{html.escape(before)}{_tag("mark", mention)}{html.escape(after)}</p>'
            yield "</article>"
        yield "</section>"
    yield "</details>"


RENDERERS: dict[str, Callable[[Comparison], str]] = {".html": page, ".htm": page, ".md": markdown, ".markdown": markdown}


# ---------------------------------------------------------------- the command
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
    if sys.argv[1:2] == ["--read"]:
        read_documents(sys.argv[2], sys.argv[3], int(sys.argv[4]), float(sys.argv[5]))
        sys.exit()
    for _signal in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(_signal, _stop)
    sys.exit(main())
