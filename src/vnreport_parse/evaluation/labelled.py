"""Labelled documents of a folder: `NAME.gold.json` beside `NAME.txt` (or another format)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from glob import escape
from pathlib import Path
from typing import NamedTuple

from ..errors import UnreadableFile, UsageError
from ..parse import parse_files
from ..report import Report
from .keys import Labels

_GOLD = ".gold.json"
_LISTS = ("sections", "references", "awards", "totals", "counts", "campaigns", "tables")


class Labelled(NamedTuple):
    """A document's name, what was read (an empty report, where `failure` says why it could not be), and its labels."""

    name: str
    report: Report
    labels: Labels
    failure: UnreadableFile | None


def labelled_reports(folder: Path) -> Iterator[Labelled]:
    """Every labelled document in the folder and below, by name.

    Raises `UsageError` for a folder that is not there or has no labels, and for labels that do not have their form;
    all labels are checked before the first document is read.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder")
    found = sorted(folder.rglob(f"*{_GOLD}"))
    if not found:
        raise UsageError(f"no labels (NAME.gold.json) in {folder}", f"không có nhãn (NAME.gold.json) trong {folder}")
    labels = [read_labels(path) for path in found]
    for path, own, read in zip(found, labels, parse_files(map(_document, found)), strict=True):
        name = path.name.removesuffix(_GOLD)
        if isinstance(read, UnreadableFile):
            yield Labelled(name, Report(text=""), own, read)
        else:
            yield Labelled(name, read, own, None)


def read_labels(path: Path) -> Labels:
    """The labels of a file. Raises `UsageError`, which says what is wrong with them and where."""
    try:
        labels = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is not JSON: {error}") from None
    if wrong := next(_wrong(labels), None):
        raise UsageError(f"{path}: {wrong}")
    checked: Labels = labels
    return checked


def _wrong(labels: object) -> Iterator[str]:
    """What does not have the form of labels."""
    if not isinstance(labels, dict):
        yield "labels are an object with the keys header, sections, references, awards …"
        return
    if not isinstance(labels.get("header", {}), dict):
        yield "header is not an object"
    signed = labels.get("signature") or {}
    if not all(isinstance(one, dict) for one in (signed if isinstance(signed, list) else [signed])):
        yield "signature is not an object"
    texts = labels.get("distribution", [])
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        yield "distribution is not a list of strings"
    for name in _LISTS:
        yield from _wrong_list(name, labels.get(name, []))


def _wrong_list(name: str, entries: object) -> Iterator[str]:
    if not isinstance(entries, list):
        yield f"{name} is not a list"
        return
    for at, entry in enumerate(entries, 1):
        if not isinstance(entry, dict):
            yield f"{name}: entry {at} is not an object"
            continue
        for inner in ("children", "recipients"):
            yield from _wrong_list(f"{name}: {inner} of entry {at}", entry.get(inner) or [])


def _document(path: Path) -> Path:
    """The document beside its labels."""
    name = path.name.removesuffix(_GOLD)
    beside = sorted(p for p in path.parent.glob(f"{escape(name)}.*") if p.suffix != ".json")
    return beside[0] if beside else path.with_name(f"{name}.txt")
