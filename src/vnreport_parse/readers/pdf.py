"""PDF: the plain text of the fast engine where it is sound, the places of the characters where it is not, recognition for scans."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field, replace

from ..diagnostics import Diagnostic, diagnose
from ..errors import ConverterError, DamagedFile
from ..source import SourceText, normalise
from .pdf_document import Composer, PageWords
from .pdf_engine import PdfFile, RawPage
from .pdf_furniture import part_stamps
from .pdf_geometry import SOUND, Glyphs, Word, placed_words, soundness, text_words
from .pdf_legacy import decode_fonts, decode_letters
from .pdf_tables import ruled_grids
from .scan_ocr import DPI
from .scan_words import Confidence, scanned_page, uncertain_words

_WAYS = ("pdf.text", "pdf.geometry", "ocr")
_BETTER = 0.02  # by which the places of characters must be sounder than their order
_BROKEN = 0.7  # soundness below which a text is none
_FEW_LETTERS = 40  # on a page under a picture: a stamp, no text
_PICTURED = 0.5  # of a page
MAX_SCANNED = 300  # pages
MAX_RULED = 400  # pages whose tables are looked for
_GIVE_UP = 3  # pages in a row that could not be recognised


@dataclass(slots=True)
class _Reading:
    """What was read so far, and what is to be said about it."""

    data: bytes
    composer: Composer = field(default_factory=Composer)
    confidence: Confidence = field(default_factory=Confidence)
    notes: list[Diagnostic] = field(default_factory=list)
    encodings: Counter[str] = field(default_factory=Counter)
    ways: set[str] = field(default_factory=set)
    ruled: int = 0
    scanned: int = 0
    failures: int = 0
    missing: ConverterError | None = None
    failed: ConverterError | None = None


def read_pdf(name: str, data: bytes) -> SourceText:
    """The text of a PDF. Raises `DamagedFile`, and `ConverterError` where it is all pictures that cannot be recognised."""
    reading = _Reading(data)
    with PdfFile(name, data) as file:
        for index in range(file.pages):
            _read_page(file, index, reading)
        count = file.pages
    if not reading.ways:
        if error := reading.missing or reading.failed:
            raise error
        if len(reading.notes) == count:
            raise DamagedFile(name, "damaged", cause="none of its pages can be read")
    source = normalise(reading.composer.decoded())
    return replace(
        source,
        format="pdf",
        encoding=reading.encodings.most_common(1)[0][0] if reading.encodings else None,
        pages=count,
        ocr="ocr" in reading.ways,
        reading="+".join(way for way in _WAYS if way in reading.ways) or None,
        confidence=reading.confidence.mean,
        notes=(*reading.notes, *uncertain_words(source)),
    )


def _read_page(file: PdfFile, index: int, reading: _Reading) -> None:
    raw = file.read(index)
    if raw is None:
        reading.notes.append(diagnose("D114", page=index + 1, cause="it is damaged"))
        return
    page, sound = _text_page(file, raw, reading)
    letters = sum(len(word.text) for word in page.words)
    pictured = raw.pictured > _PICTURED or letters == 0 and raw.drawn
    if pictured and (letters < _FEW_LETTERS or sound < _BROKEN):
        page = _recognised(file, raw, page, reading)
        reading.confidence.add(page)
    elif raw.ruled and reading.ruled < MAX_RULED:
        reading.ruled += 1
        page.grids = ruled_grids(reading.data, raw.number)
    if page.words:
        reading.ways.add(page.way)
    reading.composer.add(page)


# ---------------------------------------------------------------- text
def _text_page(file: PdfFile, raw: RawPage, reading: _Reading) -> tuple[PageWords, float]:
    """The words of the text layer, and how sound they are."""
    glyphs, words = text_words(raw)
    glyphs, encoding = decode_fonts(glyphs, words)
    sound, way = soundness(words), "pdf.text"
    if sound < SOUND:
        other_glyphs, placed = placed_words(raw, file.baselines(raw))
        other_glyphs, other_encoding = decode_fonts(other_glyphs, placed)
        if (other := soundness(placed)) > sound + _BETTER:
            glyphs, words, encoding, sound, way = other_glyphs, placed, other_encoding, other, "pdf.geometry"
    if sound < _BROKEN and encoding is None:
        glyphs, encoding, undecided = decode_letters(glyphs, words)
        sound = soundness(words)
        if undecided:
            reading.notes.append(diagnose("D131", value=" ".join(word.text for word in words[:12])))
    if encoding:
        reading.encodings[encoding] += 1
    kept, stamps = part_stamps(words, raw.text, raw.own)
    text = raw.text if way == "pdf.text" else ""
    return PageWords(raw.number, raw.width, raw.height, glyphs, kept, text=text, stamps=stamps, way=way), sound


# ---------------------------------------------------------------- scans
def _recognised(file: PdfFile, raw: RawPage, page: PageWords, reading: _Reading) -> PageWords:
    """The page as recognised, with what annotations say on it; as it was where that is not possible."""
    if reading.missing:
        _complain(raw.number, reading.missing, reading)
    elif reading.scanned >= MAX_SCANNED or reading.failures >= _GIVE_UP:
        reading.notes.append(diagnose("D114", page=raw.number, cause="too many pages are scanned, or cannot be recognised"))
    else:
        reading.scanned += 1
        try:
            scan = scanned_page(file.name, *file.picture(raw.number - 1, DPI), raw.number)
        except ConverterError as error:
            _complain(raw.number, error, reading)
        else:
            reading.failures = 0
            reading.notes += scan.notes
            return _stamped(scan, page, raw)
    return page


def _complain(number: int, error: ConverterError, reading: _Reading) -> None:
    if error.kind == "tool":
        reading.missing = error
        reading.notes.append(diagnose("D113", page=number, tool=error.details["tool"], package=error.details["package"]))
    else:
        reading.failures += 1
        reading.failed = error
        reading.notes.append(diagnose("D114", page=number, cause=error.reason))


def _stamped(scan: PageWords, page: PageWords, raw: RawPage) -> PageWords:
    """A recognised page with the numbers and signature stamps that its annotations put over it."""
    start = len(scan.glyphs.text)
    scan.glyphs = Glyphs(scan.glyphs.text + page.glyphs.text, scan.glyphs.boxes + array("f", page.glyphs.boxes))
    added: list[Word] = [word for word in page.words if word.first >= raw.own]
    for word in (*added, *(word for line in page.stamps for word in line)):
        word.start, word.end = word.start + start, word.end + start
    scan.words += added
    scan.stamps = page.stamps
    return scan
