"""The zip around a DOCX: which part is the document, and its parts as XML trees, read within limits and without entities."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from ..errors import DamagedFile, UnknownFormat

_MEGABYTE = 1 << 20
_LARGEST_PART = 48 * _MEGABYTE  # about 1,800 pages of word/document.xml
_LARGEST_TOTAL = 96 * _MEGABYTE
_HIGHEST_RATIO = 200  # of a part's size to its size in the zip; Word's own XML stays under 60
_RATIO_FROM = 4 * _MEGABYTE
_MOST_TAGS = 6_000_000  # each becomes an object in memory
_MOST_PARTS = 20_000
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, struct.error, KeyError)

# What ISO 29500 Strict calls the namespaces that Word writes.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|officeDocument|drawingml)/")
_WORD = b"http://schemas.openxmlformats.org/wordprocessingml/2006/"
_TRANSITIONAL = {
    b"wordprocessingml": _WORD,
    b"officeDocument": b"http://schemas.openxmlformats.org/officeDocument/2006/",
    b"drawingml": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
_OTHER_FORMATS = (
    ("xl/workbook.xml", "XLSX"),
    ("xl/workbook.bin", "XLSB"),
    ("ppt/presentation.xml", "PPTX"),
)


class Relation(NamedTuple):
    """Where a relationship of a part leads: its kind (`header`, `styles`) and the part."""

    kind: str
    target: str


class Package:
    """The parts of one file. Raises `DamagedFile` for what is broken, encrypted or too large."""

    def __init__(self, path: str, data: bytes) -> None:
        self._path = path
        self._read = 0
        if data.startswith(_COMPOUND_FILE) and _ENCRYPTED in data:
            raise DamagedFile(path, "encrypted")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_ERRORS as error:
            raise self._damaged(str(error) or "no zip archive") from error
        if len(self._zip.infolist()) > _MOST_PARTS:
            raise DamagedFile(path, "too_large", cause=f"the archive holds {len(self._zip.infolist())} files")
        self._names = {name.replace("\\", "/").lstrip("/").lower(): name for name in self._zip.namelist()}
        self.main = self._find_main()

    def _damaged(self, cause: str) -> DamagedFile:
        return DamagedFile(self._path, "damaged", cause=cause)

    def _find_main(self) -> str:
        """The part that holds the document: `word/document.xml`, or what the package names instead."""
        named = [relation.target for relation in self.relations("").values() if relation.kind == "officeDocument"]
        for part in (*named, "word/document.xml"):
            if part.lower() in self._names and not part.lower().startswith(("xl/", "ppt/")):
                return part
        for part, label in _OTHER_FORMATS:
            if part in self._names:
                raise UnknownFormat(self._path, "format", format=label)
        if "[content_types].xml" in self._names:
            raise self._damaged("word/document.xml is missing")
        kind = self._bytes(self._names["mimetype"]) if "mimetype" in self._names else b""
        label = "ODT (OpenDocument)" if b"opendocument" in kind else "EPUB" if b"epub" in kind else "ZIP"
        raise UnknownFormat(self._path, "format", format=label)

    def relations(self, part: str) -> dict[str, Relation]:
        """The relationships of a part by their ids; targets are names of parts."""
        folder, _, name = part.rpartition("/")
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for item in root if root is not None else ():
            if item.get("TargetMode") == "External":
                continue
            target = unquote(item.get("Target", ""))
            target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[item.get("Id", "")] = Relation(item.get("Type", "").rpartition("/")[2], target)
        return found

    def tree(self, part: str) -> Element | None:
        """The root element of a part; None where there is no such part."""
        name = self._names.get(part.lower())
        if name is None:
            return None
        data = self._bytes(name)
        if data.count(b"<") > _MOST_TAGS:
            raise self._too_large(name)
        # No part of a document has a document type; without one there are no entities to expand.
        if b"<!DOCTYPE" in (data.replace(b"\0", b"") if b"\0" in data[:256] else data):
            raise self._damaged(f"{part} declares a document type")
        data = _STRICT.sub(lambda found: _TRANSITIONAL[found[1]], data)
        try:
            return ET.fromstring(data)  # noqa: S314
        except (ET.ParseError, ValueError, LookupError) as error:
            raise self._damaged(f"{part}: {error}") from error

    def data(self, part: str) -> bytes:
        """The bytes of a part; none where there is no such part."""
        name = self._names.get(part.lower())
        return b"" if name is None else self._bytes(name)

    def _bytes(self, name: str) -> bytes:
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise DamagedFile(self._path, "encrypted")
        allowed = min(_LARGEST_PART, _LARGEST_TOTAL - self._read)
        if info.file_size > allowed:
            raise self._too_large(name)
        if info.file_size > _RATIO_FROM and info.file_size > _HIGHEST_RATIO * max(info.compress_size, 1):
            raise self._too_large(name)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(allowed + 1)
        except RuntimeError as error:
            raise DamagedFile(self._path, "encrypted") from error
        except _ZIP_ERRORS as error:
            raise self._damaged(f"{name}: {str(error) or 'the archive breaks off'}") from error
        if len(data) > allowed:
            raise self._too_large(name)
        self._read += len(data)
        return data

    def _too_large(self, name: str) -> DamagedFile:
        return DamagedFile(self._path, "too_large", cause=f"{name} is too large unpacked")
