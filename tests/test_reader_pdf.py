"""PDF: columns, wrapped lines, furniture, stamps, tables, old fonts, places on the page, and files that are none."""

from __future__ import annotations

import re
import time
from array import array

import pytest

from makepdf import A4, MakePage, make_pdf, width
from vnreport_parse import parse_file
from vnreport_parse.errors import ConverterError, DamagedFile
from vnreport_parse.readers import pdf, pdf_engine, read_data
from vnreport_parse.readers.pdf import read_pdf
from vnreport_parse.readers.pdf_furniture import is_stamp
from vnreport_parse.readers.pdf_geometry import Word, soundness
from vnreport_parse.source import SourceText
from vnreport_parse.spans import Span

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
SIZE = 12.0
MARGIN, RIGHT = 85.0, 85.0 + 66 * 6.0  # of lines of 66 letters


def letterhead(page: MakePage, number: str = "Số: 12/BC-SNV", day: str = "20", *, pieced: bool = False) -> None:
    """Organ and number on the left, Quốc hiệu and date on the right."""
    date = f"Hòa Xuyên, ngày {day} tháng 6 năm 2023"
    for y, left, right in ((60, "UBND TỈNH HÒA XUYÊN", NATION), (76, "SỞ NỘI VỤ", MOTTO), (100, number, date)):
        page.text(150 - width(left, SIZE) / 2, y, left, size=SIZE, pieced=pieced)
        page.text(400 - width(right, SIZE) / 2, y, right, size=SIZE, pieced=pieced)


def prose(page: MakePage, text: str, y: float, *, indent: float = 36.0, pieced: bool = False) -> float:
    """A paragraph broken into lines as a word processor breaks it; gives the place of the next line."""
    words, room, line = text.split(), RIGHT - MARGIN - indent, ""
    x = MARGIN + indent
    for word in words:
        if line and width(f"{line} {word}", SIZE) > room:
            page.text(x, y, line, size=SIZE, pieced=pieced)
            x, y, room, line = MARGIN, y + 16, RIGHT - MARGIN, word
        else:
            line = f"{line} {word}".strip()
    page.text(x, y, line, size=SIZE, pieced=pieced)
    return y + 16


def read(*pages: MakePage) -> SourceText:
    """The text of pages made here."""
    return read_pdf("made.pdf", make_pdf(*pages))


def lines(source: SourceText) -> list[str]:
    """The lines with something on them."""
    return [line for line in source.text.split("\n") if line]


def furniture(source: SourceText) -> list[str]:
    """What only the page says."""
    return [span.of(source.text) for span in source.furniture]


OPENING = "Thực hiện Công văn số 12/UBND-NC ngày 03/5/2023 của Ủy ban nhân dân tỉnh Hòa Xuyên về việc sơ kết công tác thi đua."
FIRST = "Sở Nội vụ báo cáo kết quả công tác thi đua, khen thưởng sáu tháng đầu năm và phương hướng sáu tháng cuối năm như sau:"


# ---------------------------------------------------------------- the ways
@pytest.mark.parametrize(("pieced", "way"), [(False, "pdf.text"), (True, "pdf.geometry")])
def test_columns_and_paragraphs(pieced: bool, way: str) -> None:
    """Left column, then right column, then paragraphs on one line each; the same where a font lacks the letters with marks."""
    page = MakePage()
    letterhead(page, pieced=pieced)
    page.text(280, 150, "BÁO CÁO", size=SIZE, font="Times-Bold", pieced=pieced)
    prose(page, FIRST, prose(page, OPENING, 200, pieced=pieced) + 6, pieced=pieced)
    source = read(page)
    date = "Hòa Xuyên, ngày 20 tháng 6 năm 2023"
    expected = ["UBND TỈNH HÒA XUYÊN", "SỞ NỘI VỤ", "Số: 12/BC-SNV", NATION, MOTTO, date, "BÁO CÁO", OPENING, FIRST]
    assert lines(source) == expected
    assert (source.reading, source.format, source.pages, source.ocr, source.notes) == (way, "pdf", 1, False, ())
    assert "BÁO CÁO" in [span.of(source.text) for span in source.bold]
    right = source.text.index(NATION)
    assert source.columns[right] >= 30  # the later stages tell a right column by it
    again = read(page)
    assert (again.text, again.columns, again.bold, again.view.maps) == (source.text, source.columns, source.bold, source.view.maps)


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("Sở Nội vụ báo cáo kết quả thi đua của UBND tỉnh theo Quyết định số 12/QĐ-UBND", True),
        ("S N i v báo cáo k t qu thi đua c a UBND t nh theo Quy t đ nh s 12/QĐ-UBND", False),
        ("C«ng t¸c thi ®ua, khen th−ëng n¨m 2007 vµ ph−¬ng h−íng nhiÖm vô n¨m 2008", False),
        ("Sở đã đăng 12 tin trên Facebook, Zalo và trang website www.noivu.hoaxuyen.gov.vn của tỉnh", False),
        ("Liên hệ: noivu@hoaxuyen.gov.vn", True),
        ("12 345 6", True),
    ],
)
def test_soundness(text: str, sound: bool) -> None:
    """Letters in order make syllables; three foreign words in a short text are a reason to look at the places."""
    words = [Word(0, 0, 1, 1, part, 0, 1, 0, 1) for part in text.split()]
    assert (soundness(words) >= 0.96) is sound


# ---------------------------------------------------------------- lines
def test_codes_cut_by_the_line() -> None:
    """A hyphen of a code stays and the code is one word; a dash between words stays between them."""
    page = MakePage()
    for at, line in enumerate(
        (
            "Căn cứ Nghị định số 98/2023/NĐ-CP và Công văn số 2328/SNV-",
            "TCCC ngày 14/8/2023 của Ban Thi đua - Khen thưởng Trung ương -",
            "Bộ Nội vụ về công tác thi đua, khen thưởng giai đoạn 2021-",
            "2025 và những năm tiếp theo.",
        )
    ):
        page.text(MARGIN, 100 + 16 * at, line, size=SIZE)
    text = read(page).text
    assert "số 2328/SNV-TCCC ngày" in text
    assert "Trung ương - Bộ Nội vụ" in text
    assert "giai đoạn 2021-2025 và" in text
    assert "\x02" not in text
    assert "\ufffe" not in text


def test_where_paragraphs_begin() -> None:
    """An indent, a bullet or white space begins a paragraph; a heading in bold is none with the text under it."""
    page = MakePage()
    page.text(MARGIN + 36, 100, "1. Công tác tuyên truyền về thi đua, khen thưởng", size=SIZE, font="Times-Bold")
    y = prose(page, OPENING, 116)
    y = prose(page, f"- {FIRST}", y)
    page.text(MARGIN + 36, y, "- Lưu: VT.", size=SIZE)
    assert lines(read(page)) == ["1. Công tác tuyên truyền về thi đua, khen thưởng", OPENING, f"- {FIRST}", "- Lưu: VT."]


def test_paragraph_over_pages() -> None:
    """The page number between its halves does not stand in the paragraph."""
    first, second = MakePage(), MakePage()
    letterhead(first)
    half = OPENING.index(" về việc")
    y = prose(first, FIRST, 200)
    page_end = "Sở Nội vụ đề nghị Ủy ban nhân dân tỉnh xem xét, khen thưởng các"
    first.text(MARGIN, y + 6, page_end, size=SIZE)
    first.text(290, 820, "1", size=SIZE)
    second.text(290, 30, "2", size=SIZE)
    second.text(MARGIN, 60, "tập thể, cá nhân có thành tích nêu trên./.", size=SIZE)
    prose(second, OPENING[:half] + ".", 90)
    source = read(first, second)
    joined = f"{page_end} tập thể, cá nhân có thành tích nêu trên./."
    assert joined in lines(source)
    assert furniture(source) == ["1", "2"]
    start = source.text.index("tập thể, cá nhân có")
    pages = {source.view.decoded.page_at(source.view.to_source(Span(at, at + 1)).start) for at in (start - 4, start)}
    assert pages == {1, 2}


# ---------------------------------------------------------------- furniture and stamps
def test_running_heads() -> None:
    """Heads and feet that recur, page numbers, the head of the gazette; not the letterhead of the first page."""
    pages = []
    for number in range(1, 5):
        page = MakePage()
        page.text(100, 30, f"CÔNG BÁO/Số 281/Ngày 21-05-2026 {98 + number}", size=SIZE)
        if number == 1:
            letterhead(page)
        prose(page, OPENING, 200)
        prose(page, f"{FIRST[:-1]} tại trang {number}.", 300)
        page.text(100, 800, f"Báo cáo công tác năm 2023 - Sở Nội vụ - {number}", size=8)
        pages.append(page)
    source = read(*pages)
    assert furniture(source) == [
        text
        for number in range(1, 5)
        for text in (f"CÔNG BÁO/Số 281/Ngày 21-05-2026 {98 + number}", f"Báo cáo công tác năm 2023 - Sở Nội vụ - {number}")
    ]
    assert lines(source).count(OPENING) == 4


def test_stamps() -> None:
    """A number and a day over their blanks belong to the text, the lines of a signature do not; neither is lost."""
    page = MakePage()
    letterhead(page, "Số:        /BC-SNV", "    ")
    page.annotation(130, 100, "1126")
    page.annotation(393, 100, "20")
    signature = ("Ký bởi: Sở Nội vụ", "Cơ quan: Tỉnh Hòa Xuyên", "Thời gian ký: 20.06.2023 15:03:47 +07:00")
    page.annotation(330, 14, "\n".join(signature), size=6)
    prose(page, OPENING, 200)
    source = read(page)
    assert lines(source)[3:6] == ["UBND TỈNH HÒA XUYÊN", "SỞ NỘI VỤ", "Số: 1126 /BC-SNV"]
    assert "Hòa Xuyên, ngày 20 tháng 6 năm 2023" in lines(source)
    assert furniture(source) == list(signature)


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("Ký bởi: Ủy ban nhân dân tỉnh", True),
        ("Người ký: Nguyễn Văn A", True),
        ("Thời gian ký: 05.08.2022 15:03:47 +07:00", True),
        ("09.01.2025 10:21:11 +07:00", True),
        ("Digitally signed by So Noi vu", True),
        ("Ký kết giao ước thi đua năm 2023", False),
        ("Cơ quan thường trực của Hội đồng", False),
        ("Trước ngày 20.06.2023", False),
    ],
)
def test_is_stamp(line: str, stamp: bool) -> None:
    """What a signature stamp says."""
    assert is_stamp(line) is stamp


def test_footnote_digit() -> None:
    """`NĐ-CP` with a small raised 1 is not NĐ-CP1; m² keeps its digit."""
    page = MakePage()
    page.text(MARGIN, 100, "Nghị định số 98/2023/NĐ-CP", size=SIZE)
    page.text(MARGIN + width("Nghị định số 98/2023/NĐ-CP", SIZE), 95, "1", size=7)
    page.text(MARGIN, 130, "Diện tích 394m", size=SIZE)
    page.text(MARGIN + width("Diện tích 394m", SIZE), 125, "2", size=7)
    assert lines(read(page)) == ["Nghị định số 98/2023/NĐ-CP 1", "Diện tích 394m2"]


# ---------------------------------------------------------------- tables
ROWS = [
    ("TT", "Họ và tên", "Đơn vị"),
    ("1", "Nguyễn Văn An", "Phòng Tổ chức"),
    ("2", "Trần Thị Bình", "Phòng Cải cách"),
    ("3", "Lê Văn Cường", "Văn phòng"),
]
BARS = [f"| {' | '.join(row)} |" for row in ROWS]


def ruled(page: MakePage, rows: list[tuple[str, ...]], y: float, edges: tuple[float, ...] = (85, 120, 300, 480)) -> float:
    """A table with rules."""
    for row in rows:
        page.rule(edges[0], y, edges[-1], y)
        for left, cell in zip(edges, row, strict=False):
            for at, part in enumerate(cell.split("\n")):
                page.text(left + 4, y + 15 + 15 * at, part, size=SIZE)
        high = 20 + 15 * max(cell.count("\n") for cell in row)
        for edge in edges:
            page.rule(edge, y, edge, y + high)
        y += high
    page.rule(edges[0], y, edges[-1], y)
    return y + 30


def test_ruled_table() -> None:
    """Cells between rules, a wrapped one on one line, in their place between the paragraphs."""
    page = MakePage()
    y = ruled(page, [*ROWS[:3], ("3", "Lê Văn Cường", "Văn phòng Sở\nNội vụ")], prose(page, OPENING, 100) + 10)
    prose(page, FIRST, y)
    assert lines(read(page)) == [OPENING, *BARS[:3], "| 3 | Lê Văn Cường | Văn phòng Sở Nội vụ |", FIRST]


def test_table_over_pages() -> None:
    """Page number and repeated head do not stand in a table that goes on over the page."""
    first, second = MakePage(), MakePage()
    prose(first, OPENING, 100)
    ruled(first, ROWS[:3], 700)
    first.text(290, 825, "1", size=SIZE)
    second.text(290, 30, "2", size=SIZE)
    prose(second, FIRST, ruled(second, [ROWS[0], ROWS[3]], 50))
    source = read(first, second)
    assert lines(source) == [OPENING, "1", *BARS, "2", BARS[0], FIRST]
    assert furniture(source) == ["1", "2", BARS[0]]


@pytest.mark.parametrize("columns", [3, 2])
def test_aligned_table(columns: int) -> None:
    """Columns without rules over several rows; two are enough where the first one counts."""
    page = MakePage()
    prose(page, OPENING, 100)
    rows = ROWS if columns == 3 else [(f"{row[0]}. {row[1]}", row[2]) for row in ROWS[1:]]
    for at, row in enumerate(rows):
        for x, cell in zip((90, 130, 320) if columns == 3 else (90, 320), row, strict=True):
            page.text(x, 160 + 20 * at, cell, size=SIZE)
    assert lines(read(page)) == [OPENING, *(f"| {' | '.join(row)} |" for row in rows)]


@pytest.mark.parametrize(
    ("rows", "table"),
    [
        ([("TT", "Họ và tên", "Đơn vị"), ("1", "Lê Văn Bảy", "Phòng Nội vụ")], True),
        ([("STT", "Họ và tên", "Đơn vị"), ("01", "Lê Văn Bảy", "Phòng Nội vụ")], True),
        ([("TT", "Họ và tên", "Đơn vị"), ("a", "Lê Văn Bảy", "Phòng Nội vụ")], False),
        ([("Hai", "Họ và tên", "Đơn vị"), ("1", "Lê Văn Bảy", "Phòng Nội vụ")], False),
    ],
)
def test_a_table_of_one_row(rows: list[tuple[str, str, str]], table: bool) -> None:
    """`TT` over `1` makes a table of a head and one row; nothing else does."""
    page = MakePage()
    prose(page, OPENING, 100)
    for at, row in enumerate(rows):
        for x, cell in zip((90, 130, 320), row, strict=True):
            page.text(x, 160 + 20 * at, cell, size=SIZE)
    found = [line for line in lines(read(page)) if line.startswith("|")]
    assert found == [f"| {' | '.join(row)} |" for row in rows if table]


def test_letterhead_in_rules_is_no_table() -> None:
    """A frame around the columns of a letterhead changes nothing."""
    page = MakePage()
    letterhead(page)
    for y in (45, 85, 110):
        page.rule(60, y, 540, y)
    for x in (60, 240, 540):
        page.rule(x, 45, x, 110)
    prose(page, OPENING, 200)
    assert lines(read(page))[:3] == ["UBND TỈNH HÒA XUYÊN", "SỞ NỘI VỤ", "Số: 12/BC-SNV"]


# ---------------------------------------------------------------- closing
def test_signature_block() -> None:
    """Nơi nhận, then the signature, though their lines stand at different heights; the name far below the post."""
    page = MakePage()
    y = prose(page, OPENING, 100) + 20
    entries = ["Nơi nhận:", "- Như trên;", "- UBND các huyện, thị xã, thành phố trong tỉnh;", "- Lưu: VT, TĐKT."]
    for at, entry in enumerate(entries):
        page.text(MARGIN, y + 13 * at, entry, size=9)
    for at, line in ((0, "KT. GIÁM ĐỐC"), (1, "PHÓ GIÁM ĐỐC"), (6, "Trần Thị Bình")):
        page.centred(430, y + 3 + 16 * at, line, size=SIZE, font="Times-Bold")
    assert lines(read(page))[1:] == [*entries, "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Bình"]


# ---------------------------------------------------------------- letters
def test_legacy_fonts() -> None:
    """TCVN3 by the name of its font, capitals included; beside a Unicode font on the same page."""
    page = MakePage()
    page.text(MARGIN, 100, "b¸o c¸o c«ng t¸c thi ®ua", size=SIZE, font=".VnTimeH")
    page.text(MARGIN, 130, "Th¸ng 02 n¨m 2007 s¶n xuÊt c«ng nghiÖp t¨ng 11,9%", size=SIZE, font=".VnTime")
    page.text(MARGIN, 160, "Sở Nội vụ tỉnh Hòa Xuyên", size=SIZE)
    source = read(page)
    assert lines(source) == [
        "BÁO CÁO CÔNG TÁC THI ĐUA",
        "Tháng 02 năm 2007 sản xuất công nghiệp tăng 11,9%",
        "Sở Nội vụ tỉnh Hòa Xuyên",
    ]
    assert source.encoding == "tcvn3"


def test_broken_letters() -> None:
    """Ƣ of a broken font is Ư; loose marks join their letters."""
    page = MakePage()
    page.text(MARGIN, 100, "Sở Nội vụ trình Thủ tƣớng Chính phủ, Ủy ban nhân dân tỉnh", size=SIZE)
    assert lines(read(page)) == ["Sở Nội vụ trình Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh"]


# ---------------------------------------------------------------- places
def test_boxes_and_pages() -> None:
    """Each character has its box, in points from the upper left corner, wherever the page has its origin."""
    first, second = MakePage(), MakePage(origin=(50.0, -100.0))
    prose(first, OPENING, 100)
    second.text(200, 300, "Sở Nội vụ", size=SIZE)
    source = read(first, second)
    decoded = source.view.decoded
    assert decoded.boxes is not None
    assert len(decoded.boxes) == len(decoded.text)
    assert [(page.number, page.width, page.height) for page in decoded.pages] == [(1, *A4), (2, *A4)]
    start = source.text.index("Nội vụ", source.text.index(OPENING) + len(OPENING))
    (place,) = decoded.places(source.view.to_source(Span(start, start + 6)))
    assert place.page == 2
    left, top, right, bottom = place.box
    assert (left, right) == pytest.approx((200 + width("Sở ", SIZE), 200 + width("Sở Nội vụ", SIZE)), abs=1.5)
    assert top < 300 < bottom
    assert bottom - top < 20


@pytest.mark.parametrize(("turned", "corner"), [(0, (100, 88)), (90, (742, 100)), (180, (477, 742)), (270, (88, 477))])
def test_turned_pages(turned: int, corner: tuple[float, float]) -> None:
    """Boxes are those of the page as it is shown."""
    page = MakePage(rotate=turned)
    page.text(100, 100, "Đ", size=SIZE)
    with pdf_engine.PdfFile("made.pdf", make_pdf(page)) as file:
        boxes = file._shown(file._document[0], turned // 90, array("f", (100, 754, 118, 742)))
    assert (boxes[0], boxes[1]) == pytest.approx(corner, abs=0.01)


def test_text_on_its_side() -> None:
    """A table printed across: the page is read as it is turned."""
    page = MakePage()
    for at, line in enumerate(("Thực hiện Công văn của Ủy ban nhân dân tỉnh,", "Sở Nội vụ báo cáo kết quả như sau:")):
        upright = page._shown(0, 0, line, SIZE, "Times").decode()
        page.drawn.append(re.sub(r"\S+ \S+ Td", f"0 1 -1 0 {200 + at * 16} 100 Tm", upright).encode())
    source = read(page)
    assert lines(source) == ["Thực hiện Công văn của Ủy ban nhân dân tỉnh, Sở Nội vụ báo cáo kết quả như sau:"]
    assert (source.view.decoded.pages[0].width, source.view.decoded.pages[0].height) == (A4[1], A4[0])


# ---------------------------------------------------------------- bad input
def small() -> bytes:
    """A PDF of one page."""
    page = MakePage()
    prose(page, OPENING, 100)
    return make_pdf(page)


LOCKED = "/Encrypt << /Filter /Standard /V 1 /R 2 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> /P -4 >> /ID [<00> <00>]"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "damaged"),
        (b"no PDF at all", "damaged"),
        (b"%PDF-1.7\n%%EOF", "damaged"),
        (small()[:200], "damaged"),
        (make_pdf(), "damaged"),
        (make_pdf(MakePage(), trailer=LOCKED), "encrypted"),
    ],
)
def test_unreadable(data: bytes, kind: str) -> None:
    """One clear error each."""
    with pytest.raises(DamagedFile) as raised:
        read_pdf("bad.pdf", data)
    assert raised.value.kind == kind


def test_mended() -> None:
    """Bytes before the header, and a file without its end, are read all the same."""
    for data in (b"junk\r\n" * 60 + small(), small()[:-20]):
        assert lines(read_pdf("odd.pdf", data)) == [OPENING]


def test_empty_page() -> None:
    """A page with nothing on it is an empty text."""
    source = read(MakePage())
    assert (source.text, source.pages, source.reading) == ("", 1, None)


def test_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two thousand pages take seconds; more than the limit are refused at once."""
    page = MakePage()
    page.text(MARGIN, 100, "Sở Nội vụ", size=SIZE)
    data = make_pdf(*[page] * 2000)
    begun = time.monotonic()
    assert read_pdf("long.pdf", data).pages == 2000
    assert time.monotonic() - begun < 30
    monkeypatch.setattr(pdf_engine, "MAX_PAGES", 1999)
    with pytest.raises(DamagedFile) as raised:
        read_pdf("long.pdf", data)
    assert raised.value.kind == "too_large"


def scan() -> MakePage:
    """A page that is a picture."""
    page = MakePage()
    page.picture(bytes([255]) * (60 * 80), 60, 80)
    return page


def test_scan_without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between pages with text a remark, alone an error that names the packages."""

    def missing(name: str, *_: object) -> None:
        raise ConverterError(name, "tool", tool="Tesseract", format="scans", package="tesseract-ocr tesseract-ocr-vie")

    monkeypatch.setattr(pdf, "scanned_page", missing)
    text = MakePage()
    prose(text, OPENING, 100)
    source = read(text, scan(), scan())
    assert [note.code for note in source.notes] == ["D113", "D113"]
    assert "tesseract-ocr-vie" in source.notes[0].message
    with pytest.raises(ConverterError, match="tesseract-ocr-vie"):
        read(scan())


def test_hanging_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    """After three pages that could not be recognised no more are tried."""
    tried = []

    def hanging(name: str, *_: object) -> None:
        tried.append(name)
        raise ConverterError(name, "timeout", tool="Tesseract", seconds="60")

    monkeypatch.setattr(pdf, "scanned_page", hanging)
    text = MakePage()
    prose(text, OPENING, 100)
    source = read(text, *(scan() for _ in range(6)))
    assert len(tried) == 3
    assert [note.code for note in source.notes] == ["D114"] * 6
    with pytest.raises(ConverterError, match="60 s"):
        read(scan())


def test_read_by_content(tmp_path) -> None:
    """A PDF under another name, with all that a report says of it."""
    page = MakePage()
    letterhead(page)
    page.text(280, 150, "BÁO CÁO", size=SIZE, font="Times-Bold")
    prose(page, OPENING, 200)
    (tmp_path / "bao-cao.doc").write_bytes(make_pdf(page))
    report = parse_file(tmp_path / "bao-cao.doc")
    assert (report.header.number.text, report.header.date, report.header.issuer) == ("12/BC-SNV", "2023-06-20", "SỞ NỘI VỤ")
    assert (report.source.format, report.source.reading, report.source.pages) == ("pdf", "pdf.text", 1)
    assert read_data("x", make_pdf(page)).sha256 == report.source.sha256
