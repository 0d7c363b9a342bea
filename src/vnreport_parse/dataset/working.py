"""What a worker does with a chunk of files: read them together, parse them, and give back the rows of each as it is done."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from ..errors import UnreadableFile
from ..parse import parse, parse_source
from ..readers import read_many
from ..readers.sniff import sniff
from ..source import SourceText
from .archive import Archive, Stamp, in_few_words
from .clock import now_ns
from .packing import pack
from .rows import rows_of, year_of
from .segment import segment

_JUST_WRITTEN = 2_000_000_000  # nanoseconds: the coarsest time of change that a file system keeps
_OFFICE = {"ole", "rtf"}  # what LibreOffice converts together


Begin = Callable[[int | None], None]  # is told the place of the file that is now worked on; None: all together


class Item(NamedTuple):
    """A file to read. `known`: the hash of what need not be parsed anew; `sent`: stamp and bytes, if sent along."""

    path: str
    known: str | None = None
    sent: tuple[Stamp, bytes] | None = None


class Chunk(NamedTuple):
    """Files that one worker reads one after another."""

    archive: Archive
    items: tuple[Item, ...]
    segmented: bool = False

    def perform(self, begin: Begin) -> Iterator[tuple[int, Outcome]]:
        """The outcome of each file, with its place."""
        return work(self, begin)

    def only(self, places: Sequence[int]) -> Chunk:
        """A chunk of some of the files."""
        return self._replace(items=tuple(self.items[at] for at in places))

    def lost(self, place: int, kind: str, details: dict[str, str]) -> Outcome:
        """The outcome of a file that ends or stops whoever works on it."""
        return unreadable(self.items[place].path, kind, details)


class Outcome(NamedTuple):
    """What became of a file: rows (`packed`), the same bytes as known (`same`), or an error with its details."""

    path: str
    stamp: Stamp | None = None
    sha256: str | None = None
    same: bool = False
    packed: bytes = b""
    year: int | None = None
    format: str | None = None
    characters: int | None = None
    error: str | None = None
    details: dict[str, str] | None = None


def unreadable(
    path: str, kind: str, details: dict[str, str] | None = None, stamp: Stamp | None = None, sha256: str | None = None
) -> Outcome:
    """The outcome of a file that gave no rows."""
    return Outcome(path, stamp, sha256, error=kind, details=details)


class _Loaded(NamedTuple):
    path: str
    stamp: Stamp
    sha256: str
    data: bytes


def work(chunk: Chunk, begin: Begin = lambda _: None) -> Iterator[tuple[int, Outcome]]:
    """The outcome of each file of the chunk, with its place in it. No file's fault ends it."""
    _get_ready()
    loaded: dict[int, _Loaded] = {}
    for at, item in enumerate(chunk.items):
        begin(at)
        got = _load(chunk.archive, item)
        if isinstance(got, _Loaded):
            loaded[at] = got
        else:
            yield at, got
    again = []
    for at, outcome in _parsed(chunk, loaded, begin):
        if outcome.error == "changed":
            again.append(at)
        else:
            yield at, outcome
    for at in again:
        begin(at)
        got = _load(chunk.archive, chunk.items[at])
        outcomes = [got] if isinstance(got, Outcome) else [outcome for _, outcome in _parsed(chunk, {at: got}, begin)]
        yield from ((at, outcome) for outcome in outcomes)


@cache
def _get_ready() -> None:
    """Loads lexicons and libraries, so that this is not counted as the time of the first file."""
    pack(rows_of(parse(""), ""))


def _load(archive: Archive, item: Item) -> _Loaded | Outcome:
    try:
        stamp, data = item.sent or (archive.stamp(item.path), archive.read(item.path))
    except UnreadableFile as error:
        return unreadable(item.path, error.kind, error.details)
    except Exception as error:  # noqa: BLE001 - a store has errors of its own
        return unreadable(item.path, "system", {"cause": in_few_words(error)})
    if archive.near and now_ns() - int(stamp.mark) < _JUST_WRITTEN:
        stamp = Stamp(stamp.size, "")  # a later change may bear the same time: such a stamp must not be believed
    sha256 = hashlib.sha256(data).hexdigest()
    if sha256 == item.known:
        return Outcome(item.path, stamp, sha256, same=True)
    return _Loaded(item.path, stamp, sha256, data)


def _parsed(chunk: Chunk, loaded: dict[int, _Loaded], begin: Begin) -> Iterator[tuple[int, Outcome]]:
    """Each loaded file read and parsed; one that changed meanwhile has the error `changed`."""
    together = sum(sniff(file.data).format in _OFFICE for file in loaded.values()) > 1
    reading = read_many((file.path, partial(_bytes_of, file)) for file in loaded.values())
    for place, (at, file) in enumerate(loaded.items()):
        begin(None if together and place == 0 else at)
        try:
            read = next(reading)
            begin(at)
            outcome = _outcome(file, read, segmented=chunk.segmented)
        except Exception as error:  # noqa: BLE001 - a fault of the library costs this file, not the run
            outcome = unreadable(file.path, "failed", {"cause": in_few_words(error)}, file.stamp, file.sha256)
            reading = read_many((left.path, partial(_bytes_of, left)) for left in list(loaded.values())[place + 1 :])
        changed = chunk.items[at].sent is None and _changed(chunk.archive, file)
        yield at, unreadable(file.path, "changed") if changed else outcome


def _bytes_of(file: _Loaded) -> bytes:
    return file.data


def _outcome(file: _Loaded, read: SourceText | UnreadableFile, *, segmented: bool) -> Outcome:
    if isinstance(read, UnreadableFile):
        return unreadable(file.path, read.kind, read.details, file.stamp, file.sha256)
    report = parse_source(read)
    rows = rows_of(report, file.sha256, segment(report.text) if segmented else None)
    return Outcome(
        path=file.path,
        stamp=file.stamp,
        sha256=file.sha256,
        packed=pack(rows),
        year=year_of(report),
        format=report.source.format,
        characters=len(report.text),
    )


def _changed(archive: Archive, file: _Loaded) -> bool:
    """Whether a file is no longer what was read: files at hand are hashed again, a store is believed what it says of them."""
    try:
        doubtful = archive.near or archive.stamp(file.path) != file.stamp
        return doubtful and hashlib.sha256(archive.read(file.path)).hexdigest() != file.sha256
    except UnreadableFile:
        return True
