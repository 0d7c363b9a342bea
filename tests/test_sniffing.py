"""What a file is, told by its content: whatever its name, with junk before it, in two bytes a letter."""

from __future__ import annotations

import codecs
import io
import zipfile

import pytest

from vnreport_parse.errors import DamagedFile, UnknownFormat, UnreadableFile
from vnreport_parse.readers import read_data
from vnreport_parse.readers.sniff import sniff

PAGE = "<html><head><meta charset='utf-8'></head><body><p>Số: 12/BC-SNV</p></body></html>"
PNG = b"\x89PNG\r\n\x1a\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def a_zip(*names: str, **contents: str) -> bytes:
    """A zip with empty parts of those names, and parts with contents."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        for name, content in (dict.fromkeys(names, "") | contents).items():
            parts.writestr(name, content)
    return made.getvalue()


FORMATS = [
    ("pdf", b"%PDF-1.7\n"),
    ("pdf", b"\xef\xbb\xbf\r\n%PDF-1.4\n"),
    ("pdf", b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n"),
    ("pdf", b"x" * 1023 + b"%PDF-1.4\n"),
    ("text", b"x" * 2000 + b"%PDF-1.4\n"),
    ("zip", a_zip("word/document.xml")),
    ("ole", OLE + b"\x00" * 600),
    ("rtf", b"{\\rtf1\\ansi Abc}"),
    ("rtf", b"\r\n {\\rtf1\\ansi Abc}"),
    ("image", PNG),
    ("image", b"\xff\xd8\xff\xe0"),
    ("image", b"II*\x00"),
    ("image", b"MM\x00*"),
    ("html", PAGE.encode()),
    ("html", codecs.BOM_UTF8 + PAGE.encode()),
    ("html", PAGE.encode("utf-16")),
    ("html", PAGE.encode("utf-16-le")),
    ("html", codecs.BOM_UTF16_BE + PAGE.encode("utf-16-be")),
    ("html", b"<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\">\n<html/>"),
    ("html", b"\n\n<!-- saved from url=(0014)about:internet -->\n<HTML><BODY>x"),
    ("html", b"<table border=1><tr><td>1</td><td>2</td></tr></table>"),
    ("html", b"<p>a</p><p>b</p>"),
    ("mhtml", b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"),
    ("mhtml", b"From: <Saved by Blink>\r\nSubject: x\r\nDate: y\r\nMIME-Version: 1.0\r\n\r\n"),
    ("text", "Số: 12/BC-SNV".encode()),
    ("text", "Số: 12/BC-SNV".encode("utf-16")),
    ("text", b"<p align=center>\n\n# Title\n\n</p>\n\n**Bold** a < b > c"),  # markdown with some tags
    ("text", b"a < b, c > d and <html>"[:16]),
    ("text", b"The MIME-Version: header"),
    ("text", b""),
]


@pytest.mark.parametrize(("expected", "data"), FORMATS)
def test_formats(expected: str, data: bytes) -> None:
    """By the first bytes, or by the first tags."""
    assert sniff(data).format == expected


NAMED = [
    ("BMP", b"BM\x36\x00\x00\x00\x00\x00\x00\x00"),
    ("GIF", b"GIF89a"),
    ("WebP", b"RIFF\x10\x00\x00\x00WEBPVP8 "),
    ("RAR", b"Rar!\x1a\x07\x00"),
    ("7z", b"7z\xbc\xaf\x27\x1c"),
    ("gzip", b"\x1f\x8b\x08\x00"),
    ("Word XML", b"<?xml version='1.0'?>\n<?mso-application progid='Word.Document'?>\n<w:wordDocument>"),
    ("Excel XML", b"<?xml version='1.0'?>\n<?mso-application progid='Excel.Sheet'?>\n<Workbook>"),
    ("XLSX", a_zip("[Content_Types].xml", "xl/workbook.xml")),
    ("PPTX", a_zip("[Content_Types].xml", "ppt/presentation.xml")),
]


@pytest.mark.parametrize(("label", "data"), NAMED)
def test_formats_without_a_reader_are_named(label: str, data: bytes) -> None:
    """The error says what the file is, whatever it is called."""
    with pytest.raises(UnknownFormat, match=label) as caught:
        read_data("bao-cao.doc", data)
    assert caught.value.kind == "format"


def test_an_open_document_is_named() -> None:
    """A zip of another kind is no DOCX."""
    with pytest.raises(UnknownFormat, match="OpenDocument"):
        read_data("a.docx", a_zip("content.xml", mimetype="application/vnd.oasis.opendocument.text"))
    with pytest.raises(UnknownFormat, match="ZIP"):
        read_data("a.docx", a_zip("a.txt"))


HOSTILE = {
    "nothing but the mark of a PDF": b"%PDF-1.7",
    "nothing but the mark of a zip": b"PK\x03\x04",
    "nothing but the mark of OLE2": OLE,
    "nothing but the mark of an RTF": b"{\\rtf1",
    "OLE2 and zeros": OLE + b"\x00" * 100_000,
    "OLE2 and ones": OLE + b"\xff" * 100_000,
    "20 MB of noise": bytes(range(256)) * 80_000,
    "20 MB of noise without zeros": bytes(range(1, 256)) * 80_000,
    "20 MB of high bytes": bytes(range(0xA0, 0x100)) * 200_000,
    "20 MB of noise after the mark of OLE2": OLE + bytes(range(256)) * 80_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files(name: str) -> None:
    """One clear error, and no program started for it."""
    with pytest.raises(UnreadableFile) as caught:
        read_data("a.doc", HOSTILE[name])
    assert str(caught.value).startswith("a.doc: ")
    assert "ConverterError" not in type(caught.value).__name__


def test_a_page_called_doc() -> None:
    """A web page with the name of a Word file is read as the page it is."""
    source = read_data("bao-cao.doc", PAGE.encode())
    assert (source.format, source.text.strip(), source.path) == ("html", "Số: 12/BC-SNV", "bao-cao.doc")


def test_a_broken_zip_is_damaged() -> None:
    """Half a DOCX is an error that says so."""
    whole = a_zip("word/document.xml", "[Content_Types].xml")
    with pytest.raises(DamagedFile):
        read_data("a.docx", whole[: len(whole) // 2])
