"""HTML: the document out of its page, printed as a browser prints it."""

from __future__ import annotations

import base64
import codecs
import quopri

import pytest

from vnreport_parse import parse
from vnreport_parse.errors import DamagedFile
from vnreport_parse.parse import parse_source
from vnreport_parse.readers import read_data
from vnreport_parse.source import SourceText


def read(body: str, head: str = "") -> SourceText:
    """A page of a body, in UTF-8."""
    return read_data("a.html", f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode())


def lines(body: str, head: str = "") -> list[str]:
    """The lines of its text, without the empty ones at its ends."""
    return read(body, head).text.strip("\n").split("\n")


# ---------------------------------------------------------------- lines
LINES = [
    ("<p>Một</p><p>Hai</p>", ["Một", "Hai"]),
    ("<p>Một\n   hai\tba</p>", ["Một hai ba"]),
    ("<div>Một<div>Hai</div>Ba</div>", ["Một", "Hai", "Ba"]),
    ("Một<br>Hai<br/>Ba<br>", ["Một", "Hai", "Ba"]),
    ("<p>Một</p><p>&nbsp;</p><p>Hai</p>", ["Một", "", "Hai"]),
    ("<p>Một</p><p><br></p><p>Hai</p>", ["Một", "", "Hai"]),
    ("<p>Một</p><p></p><p>Hai</p>", ["Một", "Hai"]),
    ("<pre>Số:   1\n  Hai</pre>", ["Số: 1", "Hai"]),
    ("<p>Kỷ&nbsp;luật &amp; K&#7927; c&#432;&#417;ng &ndash; h&ograve;a</p>", ["Kỷ luật & Kỷ cương – hòa"]),
    ("<p>khen th<b>ưở</b>ng</p>", ["khen thưởng"]),
    ("<p><span>Số</span> <span>: 12</span></p>", ["Số : 12"]),
    ("<p>&#147;Thi &#273;ua&#148; &#150; 2024</p>", ["“Thi đua” – 2024"]),  # codes of Windows-1252, as browsers take them
    ("<p>m<sup>2</sup>; NĐ-CP<sup><a href='#f1'>1</a></sup></p>", ["m2; NĐ-CP[1]"]),
    ("<p>một <del>bỏ</del><ins>thêm</ins></p>", ["một thêm"]),
    ("<p style='text-transform: uppercase'>Báo cáo</p>", ["BÁO CÁO"]),
    ("<p class=u>Báo cáo</p>", ["BÁO CÁO"]),
    ("<h1>Báo cáo</h1>Sơ kết", ["Báo cáo", "Sơ kết"]),
    ("<p>Một<p>Hai", ["Một", "Hai"]),
    ("<p><o:p>&nbsp;</o:p></p>Một", ["Một"]),
    ("<script>var a = '<p>không</p>'</script><style>p{}</style><noscript>tắt</noscript><p>Một</p>", ["Một"]),
    ("<p>Một</p><p hidden>ẩn</p><p style='display: none'>ẩn</p><p class=h>ẩn</p><!-- ẩn --><input type=text value=ẩn>", ["Một"]),
    ("<button>In</button><select><option>Chọn</option></select><textarea>Gõ</textarea><p>Một</p>", ["Một"]),
]


@pytest.mark.parametrize(("body", "expected"), LINES)
def test_lines(body: str, expected: list[str]) -> None:
    """Blocks are lines, blanks are one, what is not shown is not read."""
    assert lines(body, "<style>/* x */ p.u, .v { text-transform: uppercase } .h{display:none}</style>") == expected


def test_emphasis() -> None:
    """Bold by element, by style, by class; and where it ends."""
    source = read(
        "<p><b>Một</b> hai <strong>ba</strong></p><h2>Bốn</h2><p class=d>Năm <span style='font-weight:normal'>sáu</span></p>"
        "<p style='font-weight:700'>Bảy</p>",
        "<style>.d{font-weight:bold}</style>",
    )
    assert [span.of(source.text) for span in source.bold] == ["Một", "ba", "Bốn", "Năm", "Bảy"]


WORD_ITEM = (  # as Word saves it: the number is text
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span "
    "style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span><![endif]>Thi đua</p>"
)
LISTS = [
    ("<ol><li>A<li>B</ol>", ["1. A", "2. B"]),
    ("<ol start=3 type=I><li>A</li><li>B</li></ol>", ["III. A", "IV. B"]),
    ("<ol type=a><li>A</li><li value=4>B</li><li>C</li></ol>", ["a. A", "d. B", "e. C"]),
    ("<ol reversed><li>A</li><li>B</li></ol>", ["2. A", "1. B"]),
    ("<ol style='list-style-type: upper-alpha'><li>A</li></ol>", ["A. A"]),
    ("<ol class=n><li>A</li></ol>", ["A"]),
    ("<ol><li>A<ol><li>B</li></ol></li><li>C</li></ol>", ["1. A", "1. B", "2. C"]),
    ("<ol><li><p>A</p><p>B</p></li></ol>", ["1. A", "B"]),
    ("<ul><li>A</li></ul>", ["• A"]),
    ("<ul type=square><li>A</li></ul>", ["▪ A"]),
    ("<ol><li>A</li></ol><ol start=2><li>B</li></ol>", ["1. A", "2. B"]),
    ("<ol type=a start=27><li>A</li></ol>", ["aa. A"]),
    ("<ol><li><table border=1><tr><td>a<td>b</tr></table></li></ol>", ["| a | b |"]),
    (WORD_ITEM, ["1. Thi đua"]),
]


@pytest.mark.parametrize(("body", "expected"), LISTS)
def test_lists(body: str, expected: list[str]) -> None:
    """Numbers as a browser prints them."""
    assert lines(body, "<style>ol.n{list-style:none}</style>") == expected


TABLES = [
    ("<table border=1><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</table>", ["| a | b |", "| c | d |"]),
    ("<table><tr><th>TT</th><th>Tên</th></tr><tr><td>1</td><td>A</td></tr></table>", ["| TT | Tên |", "|---|---|", "| 1 | A |"]),
    ("<table border=1><thead><tr><td>TT<td>T</thead><tr><td>1<td>A</table>", ["| TT | T |", "|---|---|", "| 1 | A |"]),
    ("<table border=1><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>", ["| a | b |", "| | c |"]),
    ("<table border=1><tr><td colspan=2>a</td><td>b</td></tr><tr><td>c<td>d<td>e</table>", ["| a || b |", "| c | d | e |"]),
    ("<table border=1><tr><td>a<br>b</td><td><p>c</p><p>d</p></td></tr></table>", ["| a b | c d |"]),
    ("<table border=1><caption>Bảng 1</caption><tr><td>a<td>b</table>", ["Bảng 1", "| a | b |"]),
    ("<table class=bordered><tr><td>a<td>b<td>c</table>", ["| a | b | c |"]),
    ("<table><tr><td style='border:1px solid black'>a<td style='border:solid 1pt'>b</table>", ["| a | b |"]),
    ("<table><tr><td>Một</td></tr><tr><td>Hai</td></tr></table>", ["Một", "Hai"]),
    ("<table border=1><tr><td>a|b</td><td>c</td></tr></table>", ["| a¦b | c |"]),
    ("<table border=1><tr><td>a</td><td><table border=1><tr><td>b<td>c</table></td></tr></table>", ["| a | b c |"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), TABLES)
def test_tables(body: str, expected: list[str]) -> None:
    """A row is a line; merged cells hold their text once."""
    assert [line for line in lines(body) if line] == expected


HEAD = (
    "<table><tr><td>UBND TỈNH A<br><b>SỞ NỘI VỤ</b></td><td>"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr>"
    "<tr><td>Số: 12/BC-SNV</td><td>Thái Nguyên, ngày 5 tháng 2 năm 2024</td></tr></table>"
)
BODY = (
    "<p><b>BÁO CÁO</b></p><p>Sơ kết công tác thi đua, khen thưởng năm 2023</p><ol type=I><li><b>KẾT QUẢ</b></li></ol>"
    "<p>Căn cứ <a href=x>Luật Thi đua, khen thưởng</a>, Sở Nội vụ đã tặng Giấy khen cho 04 cá nhân.</p>"
    "<ol type=I start=2><li><b>PHƯƠNG HƯỚNG</b></li></ol><p>Sở Nội vụ tiếp tục phát động các phong trào thi đua năm 2024.</p>"
)
TAIL = (
    "<table><tr><td><i>Nơi nhận:</i><br>- Như trên;<br>- Lưu: VT.</td><td>GIÁM ĐỐC<br><br>Nguyễn Văn An</td></tr></table>"
)  # fmt: skip
DOCUMENT = HEAD + BODY + TAIL
MENU = "<ul><li><a href=/>Trang chủ</a></li><li><a href=/t>Tin tức</a></li><li><a href=/v>Văn bản</a></li></ul>"
NEWS = "".join(f"<li><a href={at}>Tin số {at}: hội nghị tổng kết công tác năm của ngành</a></li>" for at in range(30))
FOOT = "<div>Bản quyền thuộc về Sở</div>"
PAGES = {
    "alone": DOCUMENT,
    "semantic": f"<header>Cổng</header><nav>{MENU}</nav><main><article>{DOCUMENT}</article></main><footer>{FOOT}</footer>",
    "divisions": f"<div>Cổng thông tin {MENU}</div><div><div>{MENU}</div><div>{DOCUMENT}</div><ul>{NEWS}</ul></div>",
    "tables": f"<table><tr><td colspan=2>Cổng thông tin</td></tr><tr><td>{MENU}<td>{DOCUMENT}</tr><tr><td>{FOOT}</table>",
    "a form around all": f"<form id=aspnetForm><div>{MENU}</div><div>{DOCUMENT}</div>{FOOT}</form>",
    "a menu inside": f"<div>{MENU}{DOCUMENT}<ul>{NEWS}</ul></div>",
    "roles": f"<div role=banner>Cổng</div><div role=main>{DOCUMENT}</div><div role=contentinfo>{FOOT}</div>",
}


@pytest.mark.parametrize("name", PAGES)
def test_the_document_out_of_its_page(name: str) -> None:
    """Menus, lists of news and footers are left out; letterhead and signature are read column by column."""
    source = read(PAGES[name])
    assert source.text.strip("\n") == read(DOCUMENT).text.strip("\n")
    for outside in ("Trang chủ", "Cổng thông tin", "Bản quyền", "Tin số"):
        assert outside not in source.text
    report = parse_source(source)
    assert (report.header.number.text, str(report.header.date)) == ("12/BC-SNV", "2024-02-05")
    assert (report.header.issuer.lower(), report.header.parent_organ.lower()) == ("sở nội vụ", "ubnd tỉnh a")
    assert [section.title for section in report.sections] == ["KẾT QUẢ", "PHƯƠNG HƯỚNG"]
    assert report.signature.name == "Nguyễn Văn An"
    assert any(place.archive for place in report.distribution)


def test_a_page_that_is_no_document() -> None:
    """A page without marks of a document is read whole, but for its menus."""
    assert lines(f"<nav>{MENU}</nav><p>Ao thu lạnh lẽo nước trong veo</p><p>Một chiếc thuyền câu</p>") == [
        "Ao thu lạnh lẽo nước trong veo",
        "Một chiếc thuyền câu",
    ]


# ---------------------------------------------------------------- letters
TEXT = "Số: 12/BC-SNV. Báo cáo sơ kết công tác thi đua, khen thưởng sáu tháng đầu năm"
PAGE = f"<html><head><meta http-equiv=Content-Type content='text/html; charset={{}}'></head><body><p>{TEXT}</p></body></html>"
LETTERS = [
    ("utf-8", PAGE.format("utf-8").encode()),
    ("utf-8", PAGE.format("windows-1252").encode()),  # it says one thing and is another
    ("utf-8-sig", codecs.BOM_UTF8 + PAGE.format("utf-8").encode()),
    ("utf-16", PAGE.format("utf-16").encode("utf-16")),
    ("utf-16-le", PAGE.format("utf-16").encode("utf-16-le")),
    ("utf-8", PAGE.format("utf-8").encode() + b"\xff"),  # one broken byte
]


@pytest.mark.parametrize(("encoding", "data"), LETTERS)
def test_letters(encoding: str, data: bytes) -> None:
    """By the mark, by the bytes; what the page says comes last."""
    source = read_data("a.html", data)
    assert TEXT in source.text
    assert (source.encoding, source.format, source.reading) == (encoding, "html", "html")


@pytest.mark.parametrize("declared", ["windows-1258", "windows-1252", "x-user-defined"])
def test_old_letters(declared: str) -> None:
    """Bytes of an old encoding, whatever the page says."""
    from test_encodings import encode

    encodings = ("windows-1258",) if declared == "windows-1258" else ("tcvn3", "vni", "viscii", "vps")
    for encoding in encodings:
        coded = encode(TEXT, encoding)
        data = PAGE.format(declared).replace(TEXT, "").encode().replace(b"<p></p>", b"<p>" + raw(coded) + b"</p>")
        source = read_data("a.html", data)
        assert source.text.strip() == TEXT, encoding
        assert source.encoding == encoding


def raw(coded: str) -> bytes:
    """The bytes of what Windows-1252 shows."""
    return b"".join(char.encode("cp1252", "ignore") or char.encode("latin-1") for char in coded)


def test_old_fonts() -> None:
    """Runs by their fonts: an attribute, a style, a class; capitals of `.VnTimeH`."""
    source = read(
        "<p><font face='.VnTimeH'>b¸o c¸o</font></p><p class=old>khen th&#173;ëng</p>"
        "<p style='font-family:VNI-Times'>thi ñua</p><p>có</p>",
        '<style>p.old{font-family:".VnTime"}</style>',
    )
    assert source.text.split() == ["BÁO", "CÁO", "khen", "thưởng", "thi", "đua", "có"]
    assert source.encoding == "tcvn3"
    assert source.confidence > 0.9


def test_undecided_letters() -> None:
    """A paragraph that cannot be told stays, with a remark that points at it."""
    source = read("<p>Báo cáo kết quả</p><p>B¸o c¸o: t×nh h×nh xqwé zzµt kkßp ffñr wwëq jjÖd thùc hiÖn</p>")
    (note,) = source.notes
    assert (note.code, note.span.of(source.text)[:7]) == ("D131", "B¸o c¸o")


@pytest.mark.parametrize("transfer", ["base64", "quoted-printable"])
def test_web_archives(transfer: str) -> None:
    """The page inside a MIME message, as browsers and Word save it."""
    page = PAGE.format("utf-8").encode()
    coded = base64.encodebytes(page) if transfer == "base64" else quopri.encodestring(page)
    data = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\nabc\r\n'
        b"--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: "
        + transfer.encode()
        + b"\r\n\r\n"
        + coded
        + b"\r\n--x--\r\n"
    )
    assert read_data("a.doc", data).text.strip() == TEXT


def test_an_archive_without_a_page() -> None:
    """A message without a page is an error that says so."""
    with pytest.raises(DamagedFile, match="without a page"):
        read_data("a.mht", b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nabc")


# ---------------------------------------------------------------- provenance
def test_places() -> None:
    """The way back leads to the paragraph of the page."""
    source = read("<p>Một</p><p>Hai  <b>ba</b></p>")
    decoded = source.view.decoded
    at = source.text.index("ba")
    back = source.view.to_source(type(source.bold[0])(at, at + 2))
    assert decoded.text[back.start : back.end] == "ba"
    assert decoded.block_in(back) == "paragraph 2"


def test_the_records_are_those_of_the_text() -> None:
    """What is found does not depend on the format."""
    source = read(DOCUMENT)
    of_page, of_text = parse_source(source).model_dump(), parse(source.text).model_dump()
    assert of_page["references"] == of_text["references"]
    assert of_page["awards"] == of_text["awards"]


# ---------------------------------------------------------------- hostile pages
W = "<html><body>"
HOSTILE = {
    "a million divisions": W + "<div>" * 1_000_000 + "x" + "</div>" * 1_000_000,
    "tables in tables": W + "<table><tr><td>" * 50_000 + "x",
    "a million bold": W + "<b>" * 1_000_000 + "x",
    "attributes": W + "<p " + " ".join(f"a{at}=1" for at in range(50_000)) + ">x",
    "attributes with quotes": W + "<p " + " ".join(f"a{at}='>'" for at in range(50_000)) + ">x",
    "attributes with strokes": W + "<p " + "/".join(f"a{at}" for at in range(50_000)) + ">x",
}
# name: page, a character, how often the text has it
WIDE = {
    "angles": (W + "<" * 300_000, "<", 300_000),
    "ampersands": (W + "&" * 300_000, "&", 300_000),
    "breaks": (W + "<br>" * 50_000 + "x", "x", 1),
    "cells": (W + "<table><tr>" + "<td>x" * 15_000, "x", 15_000),
    "spans": (W + "<table>" + "<tr><td rowspan=65000 colspan=9999>x" * 2_000, "x", 2_000),
    "comments": (W + "<!--" * 100_000, "!", 0),
    "rules": (W + "<style>" + "a{b:c}" * 100_000 + "</style>x", "x", 1),
    "braces": (W + "<style>" + "{" * 300_000 + "</style>x", "x", 1),
    "declarations": (W + "<p style='" + "a:" * 100_000 + "'>x", "x", 1),
    "links": (W + "<a href=x>a</a> " * 20_000, "a", 20_000),
    "items": (W + "<ol>" + "<li>x" * 10_000, "x", 10_000),
    "zeros": (W + "\x00" * 100_000 + "x", "x", 1),
    "mojibake": (W + "Ã" * 100_000, "Ã", 100_000),
    "nothing": ("<html>", "<", 0),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_deep_pages(name: str) -> None:
    """One clear error."""
    with pytest.raises(DamagedFile, match="beyond all measure"):
        read_data("a.html", HOSTILE[name].encode())


@pytest.mark.parametrize(("page", "char", "times"), WIDE.values(), ids=WIDE)
def test_wide_pages(page: str, char: str, times: int) -> None:
    """Long pages of one kind are read to their end."""
    assert read_data("a.html", page.encode()).text.count(char) == times
