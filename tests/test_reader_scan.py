"""Scans: what is done to a picture before recognition, what recognition gives, and pictures that cannot be read."""

from __future__ import annotations

import contextlib
import random
import shutil
import sys
from collections import Counter
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from makepdf import MakePage, make_pdf
from vnreport_parse import parse_file
from vnreport_parse.errors import ConverterError, DamagedFile
from vnreport_parse.readers import scan, scan_blanks, scan_handwriting, scan_ocr, scan_words
from vnreport_parse.readers.pdf import read_pdf
from vnreport_parse.readers.pdf_tables import Rule, grids_of
from vnreport_parse.readers.scan import read_image
from vnreport_parse.readers.scan_handwriting import Handwritten, handwritten
from vnreport_parse.readers.scan_image import clean, ink
from vnreport_parse.readers.scan_ocr import Token, _numbered, _repaired, _tokens
from vnreport_parse.readers.scan_phrases import mended
from vnreport_parse.source import SourceText
from vnreport_parse.spans import Span

DPI = 300
SIZE = (2480, 3508)  # A4
FONTS = [Path("/usr/share/fonts/truetype/dejavu") / name for name in ("DejaVuSerif.ttf", "DejaVuSans.ttf")]
FONT = next((path for path in FONTS if path.exists()), None)

recognises = pytest.mark.skipif(
    shutil.which("tesseract") is None or FONT is None, reason="needs tesseract-ocr, tesseract-ocr-vie and fonts-dejavu-core"
)

HEAD = [
    ("UBND TỈNH HÒA XUYÊN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc"),
    ("Số: 1126/BC-SNV", "Hòa Xuyên, ngày 20 tháng 6 năm 2023"),
]
BODY = """Thực hiện Công văn số 874/BTĐKT-VI ngày 29/5/2023 của Ban Thi đua - Khen thưởng
Trung ương về việc sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2023, Sở Nội
vụ tỉnh Hòa Xuyên báo cáo kết quả như sau:
Chủ tịch Ủy ban nhân dân tỉnh đã tặng Bằng khen cho 45 tập thể và 112 cá nhân có thành
tích xuất sắc; Giám đốc Sở tặng Giấy khen cho 08 tập thể, 31 cá nhân./."""
TABLE = [("TT", "Họ và tên"), ("1", "Nguyễn Văn An"), ("2", "Trần Thị Bình")]


def scanned(turn: float = 0.0, *, seal: bool = True) -> Image.Image:
    """A page of a report as a scanner sees it: a little skewed, a red seal over the text, a table, a blue signature."""
    image = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(str(FONT), 46)
    for at, row in enumerate(HEAD):
        for middle, text in zip((620, 1720), row, strict=True):
            draw.text((middle, 240 + 75 * at), text, "black", font, anchor="mm")
    draw.line((1400, 350, 2040, 350), "black", 4)
    draw.text((1240, 600), "BÁO CÁO", "black", font, anchor="mm")
    for at, line in enumerate(BODY.split("\n")):
        draw.text((240, 760 + 80 * at), line, "black", font)
    for row, cells in enumerate(TABLE):
        for x, cell in zip((260, 440), cells, strict=True):
            draw.text((x, 1275 + 100 * row), cell, "black", font)
    for y in range(1250, 1551, 100):
        draw.line((240, y, 1400, y), "black", 4)
    for x in (240, 420, 1400):
        draw.line((x, 1250, x, 1550), "black", 4)
    draw.text((300, 1750), "Nơi nhận:", "black", font)
    draw.text((300, 1830), "- Lưu: VT, TĐKT.", "black", font)
    draw.text((1800, 1760), "GIÁM ĐỐC", "black", font, anchor="mm")
    draw.text((1800, 2200), "Nguyễn Văn Hòa", "black", font, anchor="mm")
    if seal:
        draw.ellipse((1500, 1800, 1900, 2200), outline=(225, 40, 50), width=12)
        draw.text((1700, 2000), "SỞ NỘI VỤ", (225, 40, 50), font, anchor="mm")
        draw.line([(1650 + 40 * at, 1900 + 130 * (at % 2)) for at in range(12)], (60, 80, 215), 6)
    return image.rotate(turn, Image.Resampling.BICUBIC, fillcolor="white") if turn else image


def packed(*images: Image.Image, kind: str = "PNG") -> bytes:
    """The pictures as a file."""
    out = BytesIO()
    more = {"save_all": True, "append_images": images[1:]} if len(images) > 1 else {}
    images[0].save(out, kind, dpi=(DPI, DPI), **more)
    return out.getvalue()


# ---------------------------------------------------------------- pictures
def test_coloured_ink_fades() -> None:
    """Red seals and blue signatures turn to paper, black print stays."""
    image = Image.new("RGB", (4, 1))
    image.putdata([(225, 40, 50), (60, 80, 215), (30, 28, 35), (255, 255, 255)])
    red, blue, black, white = ink(image).tobytes()
    assert (red, blue, white) == (255, 255, 255)
    assert black < 60


def noise(share: float) -> Image.Image:
    """Lines of blocks, as text is seen from afar."""
    image = Image.new("L", (1240, 1754), 255)
    draw, dice = ImageDraw.Draw(image), random.Random(7)
    for y in range(120, 1600, 34):
        for x in range(120, 1100, 14):
            if dice.random() < share:
                draw.rectangle((x, y, x + 9, y + 15), fill=0)
    return image


@pytest.mark.parametrize("turn", [0.0, 0.7, -1.6])
def test_skew(turn: float) -> None:
    """A skewed page is turned straight, and boxes are found again on the page as it was."""
    cleaned = clean(noise(0.8).rotate(turn, fillcolor=255))
    assert cleaned.turned == pytest.approx(-turn, abs=0.21)
    middle = (619.0, 876.0, 621.0, 878.0)  # turning moves the middle nowhere
    assert cleaned.before(middle) == pytest.approx(middle, abs=1.5)


def test_rules() -> None:
    """Rules are found and wiped out; lines of text are none, though their feet stand in a row."""
    image = noise(0.9)
    draw = ImageDraw.Draw(image)
    draw.rectangle((100, 690, 1150, 900), fill=255)
    for y in (720, 800, 880):
        draw.line((120, y, 1120, y), 0, 4)
    for x in (120, 400, 1120):
        draw.line((x, 720, x, 880), 0, 4)
    cleaned = clean(image)
    assert [round(rule.at / 10) for rule in cleaned.across] == [72, 80, 88]
    assert [round(rule.at / 10) for rule in cleaned.down] == [12, 40, 112]
    assert cleaned.image.getpixel((600, 800)) == 255


def test_grids() -> None:
    """Rows and cells between rules; the outer edges may be too faint to see."""
    across = [Rule(at, 50, 400) for at in (100, 130, 160)]
    (grid,) = grids_of(across, [Rule(120, 101, 159)], 10)
    assert grid.box == (50, 100, 400, 160)
    assert grid.rows == (((50, 100, 120, 130), (120, 100, 400, 130)), ((50, 130, 120, 160), (120, 130, 400, 160)))
    assert grids_of(across, [], 10) == []
    assert grids_of(across, [Rule(600, 0, 900)], 10) == []


# ---------------------------------------------------------------- words
@pytest.mark.parametrize(
    ("read", "repaired"),
    [
        ("HĐÐND", "HĐND"),
        ("QĐÐ-UBND", "QĐ-UBND"),
        ("30⁄5⁄2024,", "30/5/2024,"),
        ("sỐ", "số"),
        ("(tẾ)", "(tế)"),
        ("thẩm", "thẩm"),
        ("HĐND", "HĐND"),
        ("McDonald", "McDonald"),
    ],
)
def test_repaired(read: str, repaired: str) -> None:
    """Shapes that no print has."""
    assert _repaired(read) == repaired


@pytest.mark.parametrize(
    ("before", "read", "after", "meant"),
    [
        ("tháng", "I1", "năm", "11"),
        ("ngày", "l5", "tháng", "15"),
        ("", "sô", "87/HĐND-KTNS", "số"),
        ("văn", "SỐ", "87/HĐND-KTNS", "số"),
        ("", "Só:280", "/BC-UBND", "Số:280"),
        ("", "Só:4€@", "/BC-UBND", "Số:"),
        ("", "l.", "Ông", "1."),
        ("là", "§.699,28", "triệu", "8.699,28"),
        ("một", "số", "đơn", "số"),
        ("tháng", "giêng", "năm", "giêng"),
        ("Điều", "I", "Luật", "I"),
    ],
)
def test_numbered(before: str, read: str, after: str, meant: str) -> None:
    """Digits and `số` where their neighbours call for them, and nowhere else."""
    assert _numbered(before, read, after) == meant


def data(*words: tuple[str, int, int, int, int, float, int]) -> dict[str, list[object]]:
    """What Tesseract gives: text, left, top, width, height, confidence, line."""
    rows = [(*word[:6], 1, 1, word[6]) for word in words]
    keys = ("text", "left", "top", "width", "height", "conf", "block_num", "par_num", "line_num")
    return {key: list(column) for key, column in zip(keys, zip(*rows, strict=True), strict=True)}


def test_tokens() -> None:
    """A code read as two words is one; specks, loose marks and a number by hand that was not read are left out."""
    lines = {
        1: [("1368/QĐ-", 0, 80, 90), ("UBND", 84, 50, 80), ("ngày", 150, 40, 95), ("}", 200, 9, 20)],
        2: [("À", 0, 20, 52), (".^A", 30, 20, 72)],
        3: [("Số:", 0, 30, 95), ("@ê", 40, 30, 20), ("/BC-SNV", 80, 70, 92)],
    }
    words = [
        (text, x, 50 * line, wide, 15 if line == 2 else 40, sure, line)
        for line, row in lines.items()
        for text, x, wide, sure in row
    ]
    tokens = _tokens(data(*words))
    assert [token.text for token in tokens] == ["1368/QĐ-UBND", "ngày", "Số:", "/BC-SNV"]
    assert tokens[0].confidence == pytest.approx(0.8)
    assert tokens[0].box == pytest.approx((0, 66.7, 178.7, 120), abs=0.1)


def test_surer_word_of_two_readings() -> None:
    """Of two readings of a word the one that is surer by far."""
    box = (0.0, 0.0, 100.0, 40.0)
    first = [Token("thê", box, (1, 1, 1), 40.0, 0.6), Token("đề", (120.0, 0.0, 160.0, 40.0), (1, 1, 1), 40.0, 0.9)]
    other = [
        Token("thể", (2.0, 1.0, 99.0, 41.0), (1, 1, 1), 41.0, 0.95),
        Token("để", (121.0, 0.0, 160.0, 40.0), (1, 1, 1), 40.0, 0.92),
    ]
    assert [token.text for token in scan_words._surer(first, other)] == ["thể", "đề"]


# ---------------------------------------------------------------- the whole way
def share_of_words(source: SourceText) -> float:
    """Which share of the words on the page was read right."""
    wanted = Counter(" ".join([*(text for row in HEAD for text in row), BODY]).split())
    return (wanted & Counter(source.text.split())).total() / wanted.total()


@recognises
def test_scanned_report(tmp_path: Path) -> None:
    """Columns, paragraphs and a table of a skewed page; neither seal nor signature is text; a box for each word."""
    page = scanned(0.6)
    source = read_image("scan.png", packed(page))
    assert share_of_words(source) >= 0.97
    assert (source.format, source.reading, source.ocr, source.pages, source.encoding) == ("scan", "ocr", True, 1, None)
    assert source.confidence is not None
    assert source.confidence > 0.9
    found = [line for line in source.text.split("\n") if line]
    assert [line.replace(":", "") for line in found[:3]] == [left.replace(":", "") for left, _ in HEAD]
    assert found[3:6] == [right for _, right in HEAD]
    assert [line.strip("| ").split(" | ")[-1] for line in found if "|" in line] == [row[1] for row in TABLE]
    assert found.count("SỞ NỘI VỤ") == 1  # and not the one in the seal
    start = source.text.index("Hạnh phúc")
    (place,) = source.view.decoded.places(source.view.to_source(Span(start, start + 9)))
    assert (place.box[0], place.box[1]) == pytest.approx((1780 * 72 / DPI, 290 * 72 / DPI), abs=12)
    (tmp_path / "scan.txt").write_bytes(packed(page))
    report = parse_file(tmp_path / "scan.txt")
    assert (report.header.number.text, report.header.date) == ("1126/BC-SNV", "2023-06-20")
    assert [group.count for award in report.awards for group in award.recipients][:4] == [45, 112, 8, 31]


@recognises
def test_pdf_of_scans() -> None:
    """A page with text and a page that is a picture; the stamp over the picture is kept apart."""
    text, picture = MakePage(), MakePage()
    text.text(85, 100, "Sở Nội vụ tỉnh Hòa Xuyên báo cáo kết quả thi đua, khen thưởng", size=12)
    grey = scanned(seal=False).convert("L").resize((SIZE[0] * 2 // 3, SIZE[1] * 2 // 3), Image.Resampling.LANCZOS)
    picture.picture(grey.tobytes(), *grey.size)
    picture.annotation(400, 12, "Ký bởi: Sở Nội vụ\nThời gian ký: 20.06.2023 15:03:47 +07:00", size=5)
    source = read_pdf("scan.pdf", make_pdf(text, picture))
    assert (source.reading, source.ocr, source.pages) == ("pdf.text+ocr", True, 2)
    assert share_of_words(source) >= 0.95
    assert [span.of(source.text) for span in source.furniture] == ["Ký bởi: Sở Nội vụ", "Thời gian ký: 20.06.2023 15:03:47 +07:00"]


def readings(monkeypatch: pytest.MonkeyPatch, *confidences: float) -> None:
    """Instead of Tesseract: one line of words as sure as given."""

    def recognise(_name: str, _image: Image.Image, _setting: str = "page") -> list[Token]:
        words = "Sở Nội vụ báo cáo kết quả".split()
        return [
            Token(word, (100.0 + 90 * at, 100.0, 170.0 + 90 * at, 140.0), (1, 1, 1), 140.0, confidence)
            for at, (word, confidence) in enumerate(zip(words, confidences, strict=False))
        ]

    monkeypatch.setattr(scan_words, "recognise", recognise)


def test_uncertain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A remark for each stretch of doubtful words, where it stands in the text, and their number first."""
    readings(monkeypatch, 0.96, 0.4, 0.5, 0.96, 0.3, 0.96, 0.96)
    source = read_image("scan.png", packed(Image.new("L", (1240, 1754), 255)))
    assert [(note.code, note.span and note.span.of(source.text)) for note in source.notes] == [
        ("D112", None), ("D111", "Nội vụ"), ("D111", "cáo"),
    ]  # fmt: skip
    assert source.notes[0].details == {"count": "3"}


@pytest.mark.parametrize("kind", ["TIFF", "PNG", "JPEG"])
def test_kinds(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """TIFF of many pages, PNG and JPEG; each page has its size in points."""
    readings(monkeypatch, *[0.96] * 7)
    image = Image.new("RGB", SIZE, "white")
    source = read_image("scan", packed(*[image] * (3 if kind == "TIFF" else 1), kind=kind))
    assert source.pages == (3 if kind == "TIFF" else 1)
    assert source.text.count("Sở Nội vụ báo cáo kết quả") == source.pages
    for page in source.view.decoded.pages:
        assert (page.width, page.height) == pytest.approx((595.2, 841.9), abs=0.2)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_modes(monkeypatch: pytest.MonkeyPatch, mode: str) -> None:
    """Pictures of every kind of pixel; what is transparent is paper."""
    seen = []
    monkeypatch.setattr(scan_words, "recognise", lambda name, image, setting="page": seen.append(image) or [])
    kind = "TIFF" if mode in ("CMYK", "I;16") else "PNG"
    blank = Image.new(
        mode,
        (300, 400),
        {"RGBA": (0, 0, 0, 0), "LA": (0, 0), "CMYK": (0, 0, 0, 0), "I;16": 65535}.get(mode, 1 if mode == "1" else 255),
    )
    if mode == "P":
        blank.putpalette([255] * 768)
    read_image("scan", packed(blank, kind=kind))
    assert seen[0].mode == "L"
    assert seen[0].getpixel((50, 50)) == 255


# ---------------------------------------------------------------- bad input
def huge() -> bytes:
    """A PNG of 20,000 × 20,000 white pixels."""
    return packed(Image.new("1", (20_000, 20_000), 1))


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused before it is unpacked; so is a file of too many pictures."""
    with pytest.raises(DamagedFile) as raised:
        read_image("scan.png", huge())
    assert raised.value.kind == "too_large"
    monkeypatch.setattr(scan, "MAX_PIXELS", 100)
    with pytest.raises(DamagedFile, match="20 × 10 pixels"):
        read_image("scan.png", packed(Image.new("L", (20, 10))))
    monkeypatch.setattr(scan, "MAX_FRAMES", 2)
    with pytest.raises(DamagedFile, match="3 pictures"):
        read_image("scan.tif", packed(*[Image.new("L", (5, 5))] * 3, kind="TIFF"))


@pytest.mark.parametrize("cut", [20, 200, 2000])
@pytest.mark.parametrize("kind", ["TIFF", "PNG", "JPEG"])
def test_truncated(monkeypatch: pytest.MonkeyPatch, kind: str, cut: int) -> None:
    """A file that breaks off is damaged, or read as far as it goes."""
    readings(monkeypatch, 0.9)
    whole = packed(noise(0.5), kind=kind)
    with contextlib.suppress(DamagedFile):
        read_image("scan", whole[:-cut] if cut < 2000 else whole[:cut])


def test_no_picture() -> None:
    """Bytes that only begin as a picture does."""
    with pytest.raises(DamagedFile) as raised:
        read_image("scan.png", b"\x89PNG\r\n\x1a\n" + b"x" * 50)
    assert raised.value.kind == "damaged"


def test_without_binding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the optional library is missing the error says how to get it."""
    monkeypatch.setitem(sys.modules, "pytesseract", None)
    with pytest.raises(ConverterError, match=r"vnreport-parse\[ocr\]"):
        read_image("scan.png", packed(Image.new("L", (300, 400), 255)))


def test_without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the program is missing the error names its packages."""
    pytesseract = pytest.importorskip("pytesseract")
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", "/nowhere/tesseract")
    with pytest.raises(ConverterError, match="tesseract-ocr tesseract-ocr-vie"):
        read_image("scan.png", packed(Image.new("L", (300, 400), 255)))


@recognises
def test_time_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Recognition that takes too long is ended."""
    monkeypatch.setattr(scan_ocr, "SECONDS", 0.05)
    with pytest.raises(ConverterError) as raised:
        read_image("scan.png", packed(scanned()))
    assert raised.value.kind == "timeout"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("05 tập thê và 04 cá nhân", "05 tập thể và 04 cá nhân"),
        ("Hội đông Thị đua - Khen thưởng.", "Hội đồng Thi đua - Khen thưởng."),
        ("BĂNG KHEN của ỦY BAN NHÂN DÂN TĨNH", "BẰNG KHEN của ỦY BAN NHÂN DÂN TỈNH"),
        ("nếu có thì đưa vào", "nếu có thì đưa vào"),
        ("để Nghị quyết đi vào cuộc sống của cả nhân dân", "để Nghị quyết đi vào cuộc sống của cả nhân dân"),
        ("dân tình phấn khởi", "dân tình phấn khởi"),
        ("PHÓ CHỦ TỊC", "PHÓ CHỦ TỊCH"),
        ("kết thúc phong tra", "kết thúc phong tra"),
        ("giám đố", "giám đố"),
    ],
)
def test_fixed_phrases(read: str, meant: str) -> None:
    """A mark that recognition lost in a fixed phrase; phrases that differ in both words are left alone."""
    words = read.split()
    for at, word in mended(words, pairwise(range(len(words)))).items():
        words[at] = word
    assert " ".join(words) == meant


# ---------------------------------------------------------------- numbers by hand
BOTH = [("vie", "46", 0.3), *[("eng", "46", 0.9)] * 4, ("eng", "40", 0.2)]
DAY = [("vie", "24", 0.9), *[("eng", "24", 0.9)] * 4]


def letterhead(*words: tuple[str, int, int, float]) -> list[Token]:
    """Words of one line: text, left, right, confidence."""
    return [Token(text, (left, 100, right, 150), (1, 1, 1), 150, sure) for text, left, right, sure in words]


@pytest.mark.parametrize(
    ("words", "readings", "meant", "remarks"),
    [
        ([("Số:", 100, 165, 0.9), ("/BC-SNV", 300, 480, 0.9)], BOTH, "Số:46 /BC-SNV", []),
        ([("Số:46", 100, 250, 0.4), ("/BC-SNV", 300, 480, 0.9)], BOTH, "Số:46 /BC-SNV", []),
        ([("Số:46", 100, 250, 0.4), ("/BC-SNV", 300, 480, 0.9)], BOTH[1:], "Số: /BC-SNV", ["Số: … /BC-SNV"]),
        ([("Số:46", 100, 250, 0.95), ("/BC-SNV", 300, 480, 0.9)], [], "Số:46 /BC-SNV", []),
        ([("Số:", 100, 165, 0.9), ("/BC-SNV", 300, 480, 0.9)], [*BOTH, ("eng", "45", 0.9)], "Số: /BC-SNV", ["Số: … /BC-SNV"]),
        ([("Số:", 100, 165, 0.9), ("46", 200, 250, 0.95), ("/BC-SNV", 300, 480, 0.9)], [], "Số: 46 /BC-SNV", []),
        ([("ngày", 100, 190, 0.9), ("4", 200, 285, 0.8), ("tháng", 300, 400, 0.9)], [], "ngày tháng", ["ngày … tháng"]),
        ([("ngày", 100, 190, 0.9), ("4", 200, 285, 0.95), ("tháng", 300, 400, 0.9)], DAY, "ngày 24 tháng", []),
        ([("ngày", 100, 190, 0.9), ("4", 230, 262, 0.95), ("tháng", 300, 400, 0.9)], [], "ngày 4 tháng", []),
        ([("ngày", 100, 190, 0.9), ("4", 200, 285, 0.8), ("tháng", 300, 400, 0.9)], BOTH, "ngày tháng", ["ngày … tháng"]),
        ([("Số", 100, 160, 0.9), ("liệu", 200, 290, 0.5), ("năm", 300, 400, 0.9)], [], "Số liệu năm", []),
    ],
)
def test_numbers_by_hand(
    words: list[tuple[str, int, int, float]],
    readings: list[tuple[str, str, float]],
    meant: str,
    remarks: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A number that does not look printed stands only where two models agree and it can stand there; else it is left blank."""
    monkeypatch.setattr(scan_blanks, "read_digits", lambda name, image: readings)
    monkeypatch.setattr(scan_blanks, "handwritten", lambda image: None)
    image = Image.new("L", (600, 900), 255)
    ImageDraw.Draw(image).rectangle((205, 105, 280, 145), fill=0)
    tokens, unread, read = scan_blanks.with_blanks("scan", image, letterhead(*words))
    assert (" ".join(token.text for token in tokens), unread, read) == (meant, remarks, [])


@pytest.mark.parametrize(
    ("label", "after", "written", "meant", "told"),
    [
        ("Số:", "/BC-SNV", "46", "Số: 46 /BC-SNV", ["Số: 46 /BC-SNV (99.4%)"]),
        ("ngày", "tháng", "17", "ngày 17 tháng", ["ngày 17 tháng (99.4%)"]),
        ("ngày", "tháng", "47", "ngày tháng", []),
        ("Số:", "/BC-SNV", "00", "Số: /BC-SNV", []),
    ],
)
def test_a_number_read_from_handwriting_is_told(
    label: str, after: str, written: str, meant: str, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the recogniser of handwriting is sure of stands, always uncertain, if such a number can stand there."""
    monkeypatch.setattr(scan_blanks, "read_digits", lambda name, image: [])
    monkeypatch.setattr(scan_blanks, "handwritten", lambda image: Handwritten(written, 0.994))
    image = Image.new("L", (600, 900), 255)
    ImageDraw.Draw(image).rectangle((205, 105, 280, 145), fill=0)
    words = letterhead((label, 100, 170, 0.9), ("?", 200, 285, 0.5), (after, 300, 480, 0.9))
    tokens, unread, read = scan_blanks.with_blanks("scan", image, words)
    assert (" ".join(token.text for token in tokens), read, bool(unread)) == (meant, told, not told)
    assert all(token.confidence < 0.6 for token in tokens if token.text == written)


def test_a_day_that_was_not_seen_at_first_is_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day that is read where no word was found stands between `ngày` and `tháng`, not at the end of `ngày`."""
    monkeypatch.setattr(scan_blanks, "handwritten", lambda image: Handwritten("17", 0.9999))
    image = Image.new("L", (600, 900), 255)
    ImageDraw.Draw(image).rectangle((205, 105, 280, 145), fill=0)
    tokens, _, read = scan_blanks.with_blanks("scan", image, letterhead(("ngày", 100, 190, 0.9), ("tháng", 300, 400, 0.9)))
    assert [token.text for token in tokens] == ["ngày", "17", "tháng"]
    assert 190 <= tokens[1].box[0] < tokens[1].box[2] <= 300
    assert read == ["ngày 17 tháng (99.9%)"]


# Strokes of a pen, a digit 40 wide and 60 high.
TWO = [[(4, 12), (12, 2), (26, 2), (32, 14), (24, 32), (4, 58), (36, 57)]]
THREE = [[(4, 6), (18, 0), (30, 8), (26, 20), (14, 27), (28, 32), (34, 45), (24, 58), (4, 56)]]
SCRAWL = [[(0, 30), (20, 10), (38, 50)]], [[(0, 50), (12, 4), (24, 50), (36, 4)]]


def by_pen(*digits: list[list[tuple[int, int]]], top: int = 12) -> Image.Image:
    """Digits drawn with a pen, the upper edge of the paper so far above them."""
    image = Image.new("L", (20 + 50 * len(digits), top + 74), 255)
    for at, digit in enumerate(digits):
        for stroke in digit:
            moved = [(14 + 50 * at + x, top + y) for x, y in stroke]
            ImageDraw.Draw(image).line(moved, fill=20, width=6, joint="curve")
    return image


def test_handwriting() -> None:
    """The real model reads digits by hand; nothing is read where the edge cuts them or no digits are written."""
    pytest.importorskip("rapidocr")
    pytest.importorskip("onnxruntime")
    found = handwritten(by_pen(TWO, THREE))
    assert found is not None
    assert found.digits == "23"
    assert found.confidence >= 0.99
    assert handwritten(by_pen(TWO, THREE, top=-8)) is None
    assert handwritten(by_pen(*SCRAWL)) is None
    assert handwritten(Image.new("L", (120, 80), 255)) is None


def test_handwriting_without_the_recogniser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not installed, nothing is read and nothing fails."""
    scan_handwriting._model.cache_clear()
    monkeypatch.setattr(scan_handwriting, "find_spec", lambda name: None)
    assert handwritten(by_pen(TWO, THREE)) is None
    scan_handwriting._model.cache_clear()


def test_a_blank_without_ink_is_blank(monkeypatch: pytest.MonkeyPatch) -> None:
    """A number that nobody wrote is no reason for a remark."""
    monkeypatch.setattr(scan_blanks, "read_digits", lambda *_: pytest.fail("read"))
    tokens = letterhead(("Số:", 100, 165, 0.9), ("/BC-SNV", 300, 480, 0.9), ("ngày", 600, 690, 0.9), ("tháng", 800, 900, 0.9))
    assert scan_blanks.with_blanks("scan", Image.new("L", (1200, 900), 255), tokens) == (tokens, [], [])


@recognises
def test_read_digits() -> None:
    """Two models look at a number in six ways each."""
    image = Image.new("L", (160, 80), 255)
    ImageDraw.Draw(image).text((20, 10), "46", 0, ImageFont.truetype(str(FONT), 48))
    found = scan_ocr.read_digits("scan", image)
    assert {model for model, *_ in found} == {"vie", "eng"}
    assert Counter(digits for _, digits, _ in found).most_common(1)[0][0] == "46"


def test_scattered_words_keep_their_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two readings that differ by marks the one with more; of others the surer."""
    box = (100.0, 100.0, 220.0, 140.0)
    others = {"Hiên": ("Hiền", 0.95), "Lan": ("Lần", 0.7), "Tiến": ("Tiên", 0.95), "Nam": ("Nám", 0.93), "Bac": ("Bxc", 0.95)}
    for read, (other, sure) in others.items():
        block = [Token(other, (24.0 + 6, 24.0 + 14, 150.0, 78.0), (1, 1, 1), 78.0, sure)]
        monkeypatch.setattr(scan_words, "recognise", lambda name, image, setting="page", block=block: block)
        (token,) = scan_words.by_segments("scan", Image.new("L", (600, 400), 255), [Token(read, box, (1, 1, 1), 140.0, 0.94)])
        assert token.text == {"Hiên": "Hiền", "Nam": "Nám"}.get(read, read)
        assert token.box == box
