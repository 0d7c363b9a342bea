"""PDF: the plain text of the fast engine where it is sound, the places of the characters where it is not."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..source import SourceText, normalise
from .pdf_engine import PdfFile, RawPage
from .pdf_furniture import find_furniture, is_stamp, part_stamps
from .pdf_geometry import SOUND, Glyphs, Word, placed_words, soundness, text_words
from .pdf_layout import PrintLine, Row, Segment, flow, rows_of
from .pdf_paragraphs import Paragraph, paragraphs_of, usual_pitch
from .pdf_writer import Writer


@dataclass(slots=True)
class _Page:
    """A page on its way from characters to lines."""

    raw: RawPage
    glyphs: Glyphs
    rows: list[Row] = field(default_factory=list)
    stamps: list[list[Word]] = field(default_factory=list)
    way: str = "pdf.text"


def read_pdf(name: str, data: bytes) -> SourceText:
    """The text of a PDF. Raises `DamagedFile`."""
    with PdfFile(name, data) as file:
        pages = [_read_page(file, raw) for index in range(file.pages) if (raw := file.read(index)) is not None]
        count = file.pages
    furniture = find_furniture([page.rows for page in pages], [page.raw.height for page in pages])
    writer = Writer()
    bodies = [flow([row for at, row in enumerate(page.rows) if at not in rows]) for page, rows in zip(pages, furniture, strict=True)]
    pitch = usual_pitch(bodies)
    for page, rows, lines in zip(pages, furniture, bodies, strict=True):
        paragraphs = _paragraphs(page, rows, paragraphs_of(lines, pitch))
        writer.page(page.raw.number, page.raw.width, page.raw.height, paragraphs, page.glyphs)
    decoded = writer.decoded()
    ways = sorted({page.way for page in pages if page.rows}, key=("pdf.text", "pdf.geometry", "ocr").index)
    return replace(normalise(decoded), format="pdf", encoding=None, pages=count, reading="+".join(ways) or None)


def _read_page(file: PdfFile, raw: RawPage) -> _Page:
    text = raw.text
    glyphs, words = text_words(raw)
    sound = soundness(text)
    page = _Page(raw, glyphs)
    words, page.stamps = part_stamps(words, text, raw.own)
    if sound < SOUND:
        placed_glyphs, placed = placed_words(raw, file.baselines(raw.number - 1))
        if soundness(" ".join(word.text for word in placed)) > sound + 0.02:
            stamped = {at for line in page.stamps for word in line for at in range(word.first, word.last + 1)}
            page.glyphs, page.way, page.stamps, text = placed_glyphs, "pdf.geometry", [], ""
            words = [word for word in placed if word.first not in stamped]
    page.rows = rows_of(words, text)
    return page


def _paragraphs(page: _Page, furniture: set[int], body: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs of a page in reading order, what belongs to the page alone at its upper and lower end."""
    upper = [PrintLine(page.rows[at], -1) for at in sorted(furniture) if at < len(page.rows) / 2]
    lower = [PrintLine(page.rows[at], -1) for at in sorted(furniture) if at >= len(page.rows) / 2]
    for line in page.stamps:
        (upper if line[0].top < page.raw.height / 2 else lower).append(PrintLine([Segment(line)], -1))
    for paragraph in body:
        paragraph.furniture = is_stamp(paragraph.lines[0].text)
    return [Paragraph([line], furniture=True) for line in upper] + body + [Paragraph([line], furniture=True) for line in lower]
