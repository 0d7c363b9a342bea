"""The reports of the corpus in every format that archives hold: the records are those of the text."""

from __future__ import annotations

import shutil
import subprocess
import textwrap
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from difflib import SequenceMatcher
from html import escape
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

from makedocx import make, p, r
from makepdf import MakePage, make_pdf
from test_encodings import encode
from vnreport_parse import Report, parse, parse_file
from vnreport_parse.parse import parse_source
from vnreport_parse.patterns import fold
from vnreport_parse.readers import read_data

REPORTS = sorted((Path(__file__).parent.parent / "corpus").glob("*.txt"))
FONTS = ("Times New Roman", "Liberation Serif")
SCANNED = min(REPORTS, key=lambda path: path.stat().st_size)
Told = dict[str, Counter[str]]
_COLUMNS = 112  # characters of a printed line
_LEADING = 12.0

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed (libreoffice-writer)")
needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed (tesseract-ocr)")


def records(report: Report) -> Counter[str]:
    """What a report says, without the places where it says it."""
    head, signed = report.header, report.signature
    said: list[object] = [head.number and head.number.text, head.date, head.place, head.doc_type, head.subject, head.period]
    said += [("issuer", head.issuer), ("parent", head.parent_organ)]
    said += [(section.path, section.title, section.kind) for section in report.walk()]
    said += [("cited", one.doc_type, one.number and one.number.text, one.date, one.issuer) for one in report.references]
    for award in report.awards:
        groups = tuple((group.kind, group.count, group.names) for group in award.recipients)
        said.append((award.title, award.rank, award.qualifier, award.authority, award.status, groups, award.quantity))
    said += [("to", entry.text) for entry in report.distribution]
    said.append(signed and (signed.authority, signed.on_behalf_of, signed.position, signed.name))
    return Counter(map(repr, said))


@pytest.fixture(scope="module")
def told() -> Told:
    """The records of each report as text."""
    return {path.stem: records(parse_file(path)) for path in REPORTS}


def differences(path: Path, told: Told) -> dict[str, list[str]]:
    """What a file in another format says less, and more, than the text."""
    found, wanted = records(parse_file(path)), told[path.name.partition(".")[0]]
    return {"missing": sorted((wanted - found).elements()), "more": sorted((found - wanted).elements())}


# ---------------------------------------------------------------- the formats
def docx(text: str, font: str = FONTS[0]) -> bytes:
    """A paragraph for each line, small enough that columns set with blanks stand on one line."""
    properties = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/><w:sz w:val="18"/>'
    return make(*(p(r(line, properties)) if line.strip() else p() for line in text.split("\n")))


def html(text: str) -> bytes:
    """A page with a menu around the document; blanks that must stay are non-breaking."""
    lines = (escape(line).replace("  ", "\u00a0 ") for line in text.split("\n"))
    body = "".join(f"<p>{line if line.strip() else '&nbsp;'}</p>\n" for line in lines)
    menu = "<nav><ul><li><a href='/'>Trang chủ</a></li><li><a href='/tin'>Tin tức</a></li></ul></nav>"
    head = "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Văn bản</title></head>"
    return f"{head}<body>{menu}<main>{body}</main></body></html>".encode()


def pdf(text: str) -> bytes:
    """Printed by a small writer of PDF: lines of a fixed pitch, broken at the margin."""
    lines = [piece for line in text.split("\n") for piece in (textwrap.wrap(line, _COLUMNS, replace_whitespace=False) or [""])]
    pages = []
    most = int(740 / _LEADING)
    for start in range(0, len(lines), most):
        page = MakePage()
        for at, line in enumerate(lines[start : start + most]):
            if line.strip():
                indent = len(line) - len(line.lstrip())
                page.text(45 + indent * 4.5, 50 + at * _LEADING, line.strip(), size=9.0)
        pages.append(page)
    return make_pdf(*pages)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
@pytest.mark.parametrize(("suffix", "write"), [("docx", docx), ("html", html), ("pdf", pdf)])
def test_written_here(path: Path, suffix: str, write: Callable[[str], bytes], told: Told, tmp_path: Path) -> None:
    """DOCX, HTML and PDF of another producer; the format is told by what is in the file, so its name does not matter."""
    for name in (f"{path.stem}.{suffix}", f"{path.stem}.doc"):
        (tmp_path / name).write_bytes(write(path.read_text("utf-8")))
        assert differences(tmp_path / name, told) == {"missing": [], "more": []}


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """DOC, and PDF in two fonts, by LibreOffice: one start of the program for each."""
    root = tmp_path_factory.mktemp("converted")
    for font in FONTS:
        folder = root / font.split()[0]
        folder.mkdir()
        for path in REPORTS:
            (folder / f"{path.stem}.docx").write_bytes(docx(path.read_text("utf-8"), font))
    for font, wanted in ((FONTS[0], "doc"), *((font, "pdf") for font in FONTS)):
        folder = root / font.split()[0]
        profile = f"-env:UserInstallation=file://{root}/profile"
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            wanted,
            "--outdir",
            str(folder),
            *map(str, folder.glob("*.docx")),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
    return root


@needs_libreoffice
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
@pytest.mark.parametrize(("font", "suffix"), [(FONTS[0], "doc"), (FONTS[0], "pdf"), (FONTS[1], "pdf")])
def test_converted_by_libreoffice(path: Path, font: str, suffix: str, told: Told, converted: Path) -> None:
    """Word 97 and two PDF, in which the plain text of the usual engines has marked letters out of place."""
    assert differences(converted / font.split(maxsplit=1)[0] / f"{path.stem}.{suffix}", told) == {"missing": [], "more": []}


# ---------------------------------------------------------------- old encodings
PLAIN = str.maketrans("“”‘’…–—", "\"\"''.--")  # old encodings lack typographic quotes and dashes


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_old_encodings(path: Path, encoding: str, tmp_path: Path) -> None:
    """A text file in the letters of `.VnTime` or VNI-Times. TCVN3 has no capitals with marks: they may differ in case."""
    text = path.read_text("utf-8").translate(PLAIN)
    wanted = records(parse(text))
    file = tmp_path / f"{path.stem}.txt"
    file.write_bytes(encode(text, encoding).encode("cp1252"))
    report = parse_file(file)
    assert report.source.encoding == encoding
    found = records(report)
    if encoding == "tcvn3":
        wanted, found = (Counter(fold(one) for one in said.elements()) for said in (wanted, found))
    assert sum((wanted - found).values()) <= (1 if encoding == "tcvn3" else 0), (wanted - found, found - wanted)


# ---------------------------------------------------------------- scans
@pytest.fixture(scope="module")
def scanned(converted: Path) -> Path:
    """The pages of a report as pictures of 300 dots an inch, in a PDF without text."""
    target = converted / f"{SCANNED.stem}.scan.pdf"
    with pdfium.PdfDocument(converted / "Times" / f"{SCANNED.stem}.pdf") as document:
        pages: list[Image.Image] = [page.render(scale=300 / 72, grayscale=True).to_pil() for page in document]
    pages[0].save(target, save_all=True, append_images=pages[1:], resolution=300)
    return target


@needs_tesseract
@needs_libreoffice
def test_clean_scans(converted: Path) -> None:
    """Of the upper halves of first pages as clean scans: the letterhead's number and date, and at least 97 of 100 words."""
    files = [converted / "Times" / f"{path.stem}.pdf" for path in REPORTS]
    with ThreadPoolExecutor(2) as pool:  # the recogniser runs in processes of its own
        reports = list(pool.map(lambda scan: parse_source(read_data("scan.png", scan)), map(upper_half, files)))
    right = words = 0
    heads = []
    for file, report in zip(files, reports, strict=True):
        printed, read = parse_file(file), report.text.split()
        blocks = [
            block for block in SequenceMatcher(None, printed.text.split(), read, autojunk=False).get_matching_blocks() if block.size
        ]
        right += sum(block.size for block in blocks)
        words += max(blocks[-1].a + blocks[-1].size, len(read))
        heads.append((report.header.number, report.header.date) == (printed.header.number, printed.header.date))
    assert len(heads) >= 10
    assert sum(heads) >= 0.8 * len(heads), heads
    assert right >= 0.97 * words


def upper_half(path: Path) -> bytes:
    """The upper half of the first page, as a picture of 300 dots an inch."""
    with pdfium.PdfDocument(path) as document:
        page: Image.Image = document[0].render(scale=300 / 72, grayscale=True).to_pil()
    out = BytesIO()
    page.crop((0, 0, page.width, page.height // 2)).save(out, "PNG", dpi=(300, 300))
    return out.getvalue()


@needs_tesseract
@needs_libreoffice
def test_scan(scanned: Path) -> None:
    """At least 97 of 100 words of a clean scan, and the number and the date of the letterhead."""
    text, report = parse_file(SCANNED), parse_file(scanned)
    assert report.source.ocr
    assert report.source.pages
    words, read = text.text.split(), report.text.split()
    right = sum(block.size for block in SequenceMatcher(None, words, read, autojunk=False).get_matching_blocks())
    assert right >= 0.97 * len(words)
    assert (report.header.number, report.header.date) == (text.header.number, text.header.date)
    place = report.locate(report.awards[0].span)
    assert place.page is not None
    assert place.places
    assert place.confidence is not None
    wanted, found = ({title for title, *_ in awards(one)} for one in (text, report))
    assert len(wanted & found) >= 0.8 * len(wanted)


def awards(report: Report) -> list[tuple[str, int | None]]:
    """Title and count of each award."""
    return [(award.title, group.count) for award in report.awards for group in award.recipients]
