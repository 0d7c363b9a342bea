"""Reading files: one module a format. Everything after the readers sees only a `SourceText`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from os import PathLike, fsdecode
from pathlib import Path

from ..errors import ConverterError, FileMissing, UnknownFormat, UnreadableFile
from ..source import SourceText
from .convert import Job, to_docx, to_docx_together
from .sniff import sniff
from .text import read_text


def read_bytes(path: str | PathLike[str]) -> bytes:
    """The bytes of the file. Raises `FileMissing`."""
    name = fsdecode(path)
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise FileMissing(name, "not_found") from None
    except IsADirectoryError:
        raise FileMissing(name, "folder") from None
    except PermissionError:
        raise FileMissing(name, "permission") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        cause = getattr(error, "strerror", None) or str(error)
        raise FileMissing(name, "system", cause=cause) from error


def read_data(name: str, data: bytes, convert: Callable[[Job], bytes] = to_docx) -> SourceText:
    """The text of bytes that came from somewhere called `name`. Raises a kind of `UnreadableFile`.

    `convert` makes DOCX of the formats that LibreOffice reads: where many are read, they are converted together.
    """
    return replace(_read(name, data, convert), path=name, sha256=hashlib.sha256(data).hexdigest())


def _read(name: str, data: bytes, convert: Callable[[Job], bytes]) -> SourceText:
    """By the reader of its format, imported now: each needs libraries of its own."""
    kind = sniff(data)
    if kind.format == "pdf":
        from .pdf import read_pdf  # noqa: PLC0415

        return read_pdf(name, data)
    if kind.format == "zip":
        from .docx import read_docx  # noqa: PLC0415

        return read_docx(name, data)
    if kind.format in {"ole", "rtf"}:
        from .doc import job_of, read_doc  # noqa: PLC0415
        from .docx import read_docx  # noqa: PLC0415

        return read_doc(job_of(name, data[kind.start :], rtf=kind.format == "rtf"), read_docx, convert)
    if kind.format in {"html", "mhtml"}:
        from .html import read_html  # noqa: PLC0415

        return read_html(name, data, archive=kind.format == "mhtml")
    if kind.format == "image":
        from .scan import read_image  # noqa: PLC0415

        return read_image(name, data)
    if kind.format is None:
        raise UnknownFormat(name, "format", format=kind.label)
    return read_text(name, data)


def read_file(path: str | PathLike[str]) -> SourceText:
    """The text of a file, whatever its format. Raises a kind of `UnreadableFile`."""
    return read_data(fsdecode(path), read_bytes(path))


# ---------------------------------------------------------------- many files
_AHEAD = 40  # files that are held at once
_AHEAD_BYTES = 64 << 20
Given = tuple[str, Callable[[], bytes]]  # a name, and what reads the bytes or raises a kind of `UnreadableFile`


def read_many(given: Iterable[Given]) -> Iterator[SourceText | UnreadableFile]:
    """What `read_data` returns or raises for each, in their order; what LibreOffice must convert is converted together."""
    held: list[tuple[str, bytes | UnreadableFile]] = []
    size = 0
    for name, load in given:
        try:
            data: bytes | UnreadableFile = load()
        except UnreadableFile as error:
            data = error
        held.append((name, data))
        size += len(data) if isinstance(data, bytes) else 0
        if len(held) >= _AHEAD or size >= _AHEAD_BYTES:
            yield from _read_held(held)
            held, size = [], 0
    yield from _read_held(held)


def read_files(paths: Iterable[str | PathLike[str]]) -> Iterator[SourceText | UnreadableFile]:
    """What `read_file` returns or raises for each, in their order."""
    return read_many((fsdecode(path), partial(read_bytes, path)) for path in paths)


def _read_held(held: list[tuple[str, bytes | UnreadableFile]]) -> Iterator[SourceText | UnreadableFile]:
    jobs = {at: job for at, (name, data) in enumerate(held) if isinstance(data, bytes) and (job := _job(name, data))}
    results = dict(zip(jobs, to_docx_together(list(jobs.values())), strict=True))
    for at, (name, data) in enumerate(held):
        held[at] = name, b""  # not held longer than it is needed
        if isinstance(data, UnreadableFile):
            yield data
            continue
        try:
            yield read_data(name, data, partial(_given_back, results.pop(at)) if at in results else to_docx)
        except UnreadableFile as error:
            yield error


def _job(name: str, data: bytes) -> Job | None:
    """What LibreOffice is to do for a file; None for one that it does not read."""
    kind = sniff(data)
    if kind.format not in {"ole", "rtf"}:
        return None
    from .doc import job_of  # noqa: PLC0415

    try:
        return job_of(name, data[kind.start :], rtf=kind.format == "rtf")
    except UnreadableFile:
        return None  # `read_data` raises it again


def _given_back(result: bytes | ConverterError, _job: Job) -> bytes:
    if isinstance(result, ConverterError):
        raise result
    return result
