"""Reading files: one module a format. Everything after the readers sees only a `SourceText`."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from os import PathLike, fsdecode
from pathlib import Path

from ..errors import FileMissing, UnknownFormat
from ..source import SourceText
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


def read_data(name: str, data: bytes) -> SourceText:
    """The text of bytes that came from somewhere called `name`. Raises a kind of `UnreadableFile`."""
    return replace(_read(name, data), path=name, sha256=hashlib.sha256(data).hexdigest())


def _read(name: str, data: bytes) -> SourceText:
    """By the reader of its format, imported now: each needs libraries of its own."""
    kind = sniff(data)
    if kind.format == "pdf":
        from .pdf import read_pdf  # noqa: PLC0415

        return read_pdf(name, data)
    if kind.format == "zip":
        from .docx import read_docx  # noqa: PLC0415

        return read_docx(name, data)
    if kind.format in {"ole", "rtf"}:
        from .doc import read_doc, read_rtf  # noqa: PLC0415
        from .docx import read_docx  # noqa: PLC0415

        return (read_doc if kind.format == "ole" else read_rtf)(name, data[kind.start :], read_docx)
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
