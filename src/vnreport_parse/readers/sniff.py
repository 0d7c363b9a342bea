"""What a file is, told by its content and not by its name."""

from __future__ import annotations

import codecs
import re
from typing import Literal, NamedTuple

Format = Literal["pdf", "zip", "ole", "rtf", "html", "mhtml", "image", "text"]


class Kind(NamedTuple):
    """The format, and where in the file it begins; `label` names a format that no reader takes."""

    format: Format | None
    start: int = 0
    label: str = ""


_PDF_WITHIN = 1024  # as PDF readers have it: the header may stand anywhere in the first 1024 bytes
_HEAD = 4096
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
_OTHERS = (
    (b"BM", 6, b"\x00\x00\x00\x00", "BMP"),
    (b"GIF8", 0, b"GIF8", "GIF"),
    (b"RIFF", 8, b"WEBP", "WebP"),
    (b"\x00\x00\x00\x0cjP  ", 0, b"", "JPEG 2000"),
    (b"\x00\x00\x00", 4, b"ftyphei", "HEIC"),
    (b"\x00\x00\x00", 4, b"ftypmif", "HEIC"),
    (b"AT&TFORM", 0, b"", "DjVu"),
    (b"%!PS", 0, b"", "PostScript"),
    (b"7z\xbc\xaf\x27\x1c", 0, b"", "7z"),
    (b"Rar!\x1a\x07", 0, b"", "RAR"),
    (b"\x1f\x8b\x08", 0, b"", "gzip"),
    (b"{\\pict", 0, b"", "WMF"),
    (b"\xd7\xcd\xc6\x9a", 0, b"", "WMF"),
    (b"\x7fELF", 0, b"", "a program"),
    (b"MZ", 2, b"\x90\x00\x03\x00", "a program"),
    (b"SQLite format 3\x00", 0, b"", "SQLite"),
    (b"\xdb\xa5-\x00", 0, b"", "DOC (Word 2)"),
    (b"\x31\xbe\x00\x00", 0, b"", "DOC (Write, Word for DOS)"),
)
_HTML_SURE = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta\s[^>]*charset)\b[^>]*>", re.IGNORECASE)
_HTML_FIRST = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--[^>]*>\s*)*<(?:title|table|div|p|span|font|center|style|script|link|form|br|h\d)\b", re.IGNORECASE
)
_TAG = re.compile(rb"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_MARKDOWN = re.compile(rb"^(?:#{1,6} |\*\*|[|>-] )", re.MULTILINE)
_SURE_WITHIN = 1024
_TAGS_OF_A_PAGE = 4
_MHTML = re.compile(rb"(?:[\w-]+:[^\n]*\n[ \t]?)*?MIME-Version:", re.IGNORECASE)
_WORD_XML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<\?mso-application[^>]*>\s*)?<(?:w:wordDocument|pkg:package)\b")
_SPREADSHEET_XML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<\?mso-application[^>]*>\s*)?<(?:ss:)?Workbook\b")
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def sniff(data: bytes) -> Kind:
    """The format of the bytes; a file that is nothing else is text."""
    head = data[:_HEAD]
    at = head.find(b"%PDF-", 0, _PDF_WITHIN + 5)
    if at >= 0 and not head.startswith((b"PK\x03\x04", b"{\\rtf")):
        return Kind("pdf", at)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind("zip")
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Kind("ole")
    if head.startswith(_IMAGES):
        return Kind("image")
    for signature, offset, more, label in _OTHERS:
        if head.startswith(signature) and head.startswith(more, offset):
            return Kind(None, label=label)
    return _marked_up(head)


def _marked_up(head: bytes) -> Kind:
    """RTF, HTML, the XML of Word and Excel, or text."""
    head = _narrow(head)
    bare = head.lstrip(b"\x00\t\n\r \x0b\x0c")
    if bare.startswith(b"{\\rtf"):
        return Kind("rtf", len(head) - len(bare))
    if _WORD_XML.match(head):
        return Kind(None, label="Word XML")
    if _SPREADSHEET_XML.match(head):
        return Kind(None, label="Excel XML")
    if _MHTML.match(bare[:2048]):
        return Kind("mhtml")
    if _HTML_SURE.search(head, 0, _SURE_WITHIN):
        return Kind("html")
    if _HTML_FIRST.match(head) and len(_TAG.findall(head)) >= _TAGS_OF_A_PAGE and not _MARKDOWN.search(head):
        return Kind("html")
    return Kind("text")


def _narrow(head: bytes) -> bytes:
    """Text of two bytes a letter as one byte a letter, and no byte order mark."""
    for mark, encoding in _WIDE:
        if head.startswith(mark):
            return head[2:].decode(encoding, "replace").encode("latin-1", "replace")
    if len(head) > 8 and head[1:8:2] == b"\x00" * 4:
        return head.decode("utf-16-le", "replace").encode("latin-1", "replace")
    return head.removeprefix(codecs.BOM_UTF8)
