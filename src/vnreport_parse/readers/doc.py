"""DOC (Word 97-2003) and RTF: checked here, turned into DOCX by LibreOffice, or read as plain text by antiword or catdoc."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from dataclasses import replace

from ..diagnostics import diagnose
from ..errors import ConverterError, DamagedFile, UnknownFormat
from ..source import SourceText
from .convert import LIBREOFFICE, Job, to_text
from .ole import BrokenFile, CompoundFile
from .plain import plain_source

DOC, RTF = "DOC (Word 97-2003)", "RTF"
_OTHERS = (
    ("Workbook", "XLS (Excel 97-2003)"),
    ("Book", "XLS (Excel 5.0)"),
    ("PowerPoint Document", "PPT (PowerPoint 97-2003)"),
    ("__properties_version1.0", "MSG (Outlook)"),
    ("VisioDocument", "VSD (Visio)"),
    ("FileHeader", "HWP"),
)
_WORD = (0xA5EC, 0xA5DC)  # the first word of a text by Word 8 and later, and by Word 6 and 7
_ENCRYPTED = 0x0100
_FLAGS_AT = 10

_ROWS = re.compile(r"(?:^\|.*\|[ ]*\n)+", re.MULTILINE)
_PLACED = re.compile(  # in Unicode, TCVN3, VNI
    r"đ[oộ]c lập|hạnh phúc|nơi nhận|§éc lËp|H¹nh phóc|N¬i nhËn|Ñoäc laäp|Haïnh phuùc|Nôi nhaän|\|\s*(?:TM|KT|TL)\s*\.",
    re.IGNORECASE,
)

ReadDocx = Callable[[str, bytes], SourceText]
Convert = Callable[[Job], bytes]


def check_doc(name: str, data: bytes) -> None:
    """Raises `DamagedFile` for what is encrypted or cut off, `UnknownFormat` for what is no DOC, before a program is started."""
    try:
        inside = CompoundFile(data)
        if "EncryptedPackage" in inside.streams:
            raise DamagedFile(name, "encrypted")
        if "WordDocument" not in inside.streams:
            other = next((label for stream, label in _OTHERS if stream in inside.streams), "an OLE2 file without a text")
            raise UnknownFormat(name, "format", format=other)
        head = inside.head("WordDocument", 32)
        if len(head) < 32 or struct.unpack_from("<H", head)[0] not in _WORD:
            raise DamagedFile(name, "damaged", cause="its text has no beginning")
        if struct.unpack_from("<H", head, _FLAGS_AT)[0] & _ENCRYPTED:
            raise DamagedFile(name, "encrypted")
        inside.check("WordDocument")
    except BrokenFile as error:
        raise DamagedFile(name, "damaged", cause=str(error)) from None


def check_rtf(name: str, data: bytes) -> None:
    """Raises `DamagedFile` for what is cut off."""
    if b"}" not in data[-4096:]:
        raise DamagedFile(name, "damaged", cause="it ends in the middle of the text")


def job_of(name: str, data: bytes, *, rtf: bool) -> Job:
    """What LibreOffice is to convert. Raises `DamagedFile` or `UnknownFormat` before a program is started."""
    (check_rtf if rtf else check_doc)(name, data)
    return Job(name, data, *((RTF, "rtf") if rtf else (DOC, "doc")))


def read_doc(job: Job, read_docx: ReadDocx, convert: Convert) -> SourceText:
    """The text of a DOC or RTF; `read_docx` reads what `convert` makes of it. Raises a kind of `UnreadableFile`."""
    try:
        return _by_libreoffice(job, read_docx, convert)
    except ConverterError as error:
        if job.format != DOC:
            raise
        try:
            text, program = to_text(job)
        except ConverterError:
            raise error from None
    source = plain_source(_without_frames(text))
    note = diagnose("D132", tool=program)
    encoding = source.encoding if source.confidence is not None else None
    return replace(source, format="doc", encoding=encoding, reading=program, notes=(note, *source.notes))


def _without_frames(text: str) -> str:
    """Letterheads and closings, which antiword prints as rows of a table, as two columns of text."""
    return _ROWS.sub(lambda found: found[0].replace("|", "   ") if _PLACED.search(found[0]) else found[0], text)


def _by_libreoffice(job: Job, read_docx: ReadDocx, convert: Convert) -> SourceText:
    try:
        source = read_docx(job.name, convert(job))
    except (DamagedFile, UnknownFormat) as error:  # of what the program made, not of the file
        raise ConverterError(job.name, "converter", tool=LIBREOFFICE.title, cause=error.reason) from error
    return replace(source, format="doc", reading="libreoffice")
