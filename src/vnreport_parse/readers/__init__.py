"""Reading files: one module a format. Everything after the readers sees only a `SourceText`."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path

from ..errors import FileMissing, UnknownFormat
from ..source import SourceText
from .text import read_text

# First bytes of formats that have a reader of their own, or none yet: told by content, not by name.
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
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise FileMissing(fspath(path), "no such file", "Check the name and the folder.") from None
    except IsADirectoryError:
        raise FileMissing(fspath(path), "this is a folder", "Name the files in it.") from None
    except PermissionError:
        raise FileMissing(fspath(path), "no permission to read it", "Ask its owner for read permission.") from None
    except OSError as error:
        raise FileMissing(fspath(path), error.strerror or str(error), "Check the disk and the name.") from error


def read_file(path: str | PathLike[str]) -> SourceText:
    """The text of a file, whatever its format. Raises a kind of `UnreadableFile`."""
    name, data = fspath(path), read_bytes(path)
    for signature, label in _SIGNATURES:
        if data.startswith(signature):
            raise UnknownFormat(name, f"{label} is not read yet", "Save it as UTF-8 text or markdown first.")
    source = read_text(name, data)
    return replace(source, path=name, sha256=hashlib.sha256(data).hexdigest())
