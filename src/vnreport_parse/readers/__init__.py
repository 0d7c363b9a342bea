"""Reading files: one module a format. Everything after the readers sees only a `SourceText`."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from os import PathLike, fsdecode
from pathlib import Path

from ..errors import FileMissing, UnknownFormat
from ..source import SourceText
from .text import read_text

# First bytes of formats that have no reader yet: told by content, not by name.
_SIGNATURES = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "DOCX or another zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC (Word 97-2003)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)


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
    for signature, label in _SIGNATURES:
        if data.startswith(signature):
            raise UnknownFormat(name, "format", format=label)
    return replace(read_text(name, data), path=name, sha256=hashlib.sha256(data).hexdigest())


def read_file(path: str | PathLike[str]) -> SourceText:
    """The text of a file, whatever its format. Raises a kind of `UnreadableFile`."""
    return read_data(fsdecode(path), read_bytes(path))
