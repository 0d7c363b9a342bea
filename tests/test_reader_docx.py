"""DOCX: what the page prints comes out as text, in the page's order, with a way back; hostile files end with one error."""

from __future__ import annotations

import io
import random
import shutil
import struct
import subprocess
import zipfile
from pathlib import Path

import pytest

from makedocx import abstract, box, field, lvl, make, num, p, package, part, r, restart, style, tbl, tc, tr
from vnreport_parse.errors import DamagedFile, UnknownFormat, UnreadableFile
from vnreport_parse.parse import parse_source
from vnreport_parse.readers import docx_body, docx_package
from vnreport_parse.readers.docx import read_docx
from vnreport_parse.source import SourceText

SOFFICE = shutil.which("soffice")


def read(data: bytes) -> SourceText:
    """The text of a DOCX."""
    return read_docx("test.docx", data)


def lines(data: bytes) -> list[str]:
    """The lines of a DOCX that hold anything."""
    return [line for line in read(data).text.split("\n") if line]


# ---------------------------------------------------------------- automatic numbering
def items(*places: tuple[int, int]) -> list[str]:
    """Numbered paragraphs `x`, by list and level."""
    return [p("x", num=place) for place in places]


def numpr(num: int | None = None, level: int | None = None) -> str:
    """The numbering of a style, or of a paragraph that has one through its style."""
    of = f'<w:numId w:val="{num}"/>' if num is not None else ""
    at = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
    return f"<w:numPr>{at}{of}</w:numPr>"


DECIMAL = abstract(0, lvl(0, "decimal", "%1."), lvl(1, "decimal", "%1.%2."), lvl(2, "decimal", "%1.%2.%3."))
REPORT = abstract(0, lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2."), lvl(2, "lowerLetter", "%3)"))
STYLED = abstract(
    0,
    lvl(0, "upperRoman", "%1.", '<w:pStyle w:val="H1"/>'),
    lvl(1, "decimal", "%2.", '<w:pStyle w:val="H2"/>'),
    lvl(2, "lowerLetter", "%3)"),
)
STYLES = (
    style("H1", ppr=numpr(1))
    + style("H2", based="H1", ppr=numpr(None, 1))
    + style("H2b", based="H2")
    + style("Plain", based="H1", ppr=numpr(0))
)
LINKED = (
    abstract(0, lvl(0, "upperLetter", "%1."), lvl(1, "decimal", "%2."), more='<w:styleLink w:val="L"/>')
    + abstract(1, more='<w:numStyleLink w:val="L"/>')
    + num(1, 0)
    + num(2, 1)
)
LIST_STYLE = style("L", kind="numbering", ppr=numpr(1))
LETTERED = f'<w:lvlOverride w:ilvl="0">{lvl(0, "lowerLetter", "%1)")}</w:lvlOverride>'
CUSTOM = (
    '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
    '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
)
PADDED = f'<w:lvl w:ilvl="0"><w:start w:val="9"/>{CUSTOM}<w:lvlText w:val="%1."/></w:lvl>'


def one(form: str, text: str, start: int = 1, more: str = "") -> str:
    """Lists 1 of one level."""
    return abstract(0, lvl(0, form, text, more, start)) + num(1, 0)


# Name, blocks, numbering, styles, the lines as Word prints them, and whether LibreOffice (7.4) prints them too.
NUMBERED = [
    ("levels", items((1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)), REPORT + num(1, 0), "",
     ["I. x", "1. x", "2. x", "a) x", "b) x", "3. x", "a) x", "II. x", "1. x"], True),
    ("numbers of the levels above", items((1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)), DECIMAL + num(1, 0), "",
     ["1. x", "1.1. x", "1.2. x", "1.2.1. x", "2. x", "2.1. x"], True),
    ("a sub-item first begins the item", items((1, 1), (1, 1), (1, 0), (1, 1), (1, 2)), DECIMAL + num(1, 0), "",
     ["1.1. x", "1.2. x", "2. x", "2.1. x", "2.1.1. x"], True),
    ("a level left out", items((1, 0), (1, 2), (1, 2), (1, 1), (1, 2)), DECIMAL + num(1, 0), "",
     ["1. x", "1.1.1. x", "1.1.2. x", "1.2. x", "1.2.1. x"], True),
    ("lists of one pattern count on", items((1, 0), (1, 0), (2, 0), (1, 0), (2, 1), (1, 1)), DECIMAL + num(1, 0) + num(2, 0), "",
     ["1. x", "2. x", "3. x", "4. x", "4.1. x", "4.2. x"], True),
    ("a restart", items((1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 0)), DECIMAL + num(1, 0) + num(2, 0, restart(0, 1)), "",
     ["1. x", "2. x", "1. x", "2. x", "3. x", "4. x"], True),
    ("a restart elsewhere than at 1", items((1, 0), (1, 0), (2, 0), (2, 1), (2, 0), (3, 0)),
     DECIMAL + num(1, 0) + num(2, 0, restart(0, 5)) + num(3, 0, restart(0, 1)), "",
     ["1. x", "2. x", "5. x", "5.1. x", "6. x", "1. x"], True),
    ("a restart of a sub-level", items((1, 0), (1, 1), (1, 1), (2, 1), (2, 1), (1, 0), (2, 1)),
     DECIMAL + num(1, 0) + num(2, 0, restart(1, 1)), "",
     ["1. x", "1.1. x", "1.2. x", "1.1. x", "1.2. x", "2. x", "2.1. x"], True),
    ("a list restarts once", items((1, 0), (1, 1), (2, 1), (2, 1), (2, 0), (2, 1)),
     DECIMAL + num(1, 0) + num(2, 0, restart(0, 1) + restart(1, 1)), "",
     ["1. x", "1.1. x", "1.1. x", "1.2. x", "2. x", "2.1. x"], True),
    ("a level of its own", items((1, 0), (1, 0), (2, 0), (2, 0), (1, 0)), DECIMAL + num(1, 0) + num(2, 0, LETTERED), "",
     ["1. x", "2. x", "c) x", "d) x", "5. x"], True),
    ("two patterns", items((1, 0), (2, 0), (2, 0), (1, 0), (3, 0), (1, 0)),
     abstract(0, lvl(0, "upperRoman", "%1.")) + abstract(1, lvl(0, "decimal", "%1."))
     + num(1, 0) + num(2, 1) + num(3, 1, restart(0, 1)), "",
     ["I. x", "1. x", "2. x", "II. x", "1. x", "III. x"], True),
    ("a start", items((1, 0), (1, 1), (1, 1)),
     abstract(0, lvl(0, "decimal", "%1.", start=3), lvl(1, "decimal", "%1.%2.", start=4)) + num(1, 0), "",
     ["3. x", "3.4. x", "3.5. x"], True),
    ("never restarts", items((1, 0), (1, 1), (1, 1), (1, 0), (1, 1)),
     abstract(0, lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')) + num(1, 0), "",
     ["I. x", "1. x", "2. x", "II. x", "3. x"], False),
    ("restarts after the first level only", items((1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)),
     abstract(0, lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2."), lvl(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>'))
     + num(1, 0), "",
     ["I. x", "1. x", "a) x", "2. x", "b) x", "II. x", "a) x"], False),
    ("legal numbers", items((1, 0), (1, 1), (1, 0), (1, 1)),
     abstract(0, lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%1.%2.", "<w:isLgl/>")) + num(1, 0), "",
     ["I. x", "1.1. x", "II. x", "2.1. x"], False),
    ("Roman numbers above digits", items((1, 0), (1, 1)),
     abstract(0, lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%1.%2.")) + num(1, 0), "",
     ["I. x", "I.1. x"], True),
    ("letters run out", items(*[(1, 0)] * 4), one("lowerLetter", "%1)", 25), "", ["y) x", "z) x", "aa) x", "bb) x"], True),
    ("capital letters", items(*[(1, 0)] * 2), one("upperLetter", "%1."), "", ["A. x", "B. x"], True),
    ("small Roman numbers", items(*[(1, 0)] * 2), one("lowerRoman", "(%1)", 3), "", ["(iii) x", "(iv) x"], True),
    ("zero", items(*[(1, 0)] * 2), one("decimalZero", "%1.", 9), "", ["09. x", "10. x"], True),
    ("three digits", items(*[(1, 0)] * 2), abstract(0, PADDED) + num(1, 0), "", ["009. x", "010. x"], False),
    ("words around the number", items((1, 0), (1, 0)), one("decimal", "Điều %1."), "", ["Điều 1. x", "Điều 2. x"], True),
    ("a level without numbers", items((1, 0), (1, 1), (1, 1)),
     abstract(0, lvl(0, "none", ""), lvl(1, "decimal", "%1.%2.")) + num(1, 0), "",
     ["x", "1. x", "2. x"], True),
    ("no gap after the number", items((1, 0)), one("decimal", "%1.", more='<w:suff w:val="nothing"/>'), "", ["1. x"], True),
    ("through styles", [p("a", style="H1"), p("b", style="H2"), p("c", style="H2b"), p("d", style="Plain"), p("e", style="H1"),
                        p("f", style="H2", ppr=numpr(0)), p("g", style="H2", ppr=numpr(None, 2))], STYLED + num(1, 0), STYLES,
     ["I. a", "1. b", "2. c", "d", "II. e", "f", "a) g"], True),
    ("a list beside that of the style", [p("a", style="H1"), p("b", style="H2", num=(2, 0)), p("c", style="H2", ppr=numpr(2))],
     STYLED + abstract(5, lvl(0, "decimal", "(%1)"), lvl(1, "decimal", "(%1.%2)")) + num(1, 0) + num(2, 5), STYLES,
     ["I. a", "(1) b", "(1.1) c"], True),
    ("through a list style", [p("a", num=(2, 0)), p("b", num=(1, 0)), p("c", num=(2, 1))], LINKED, LIST_STYLE,
     ["A. a", "B. b", "1. c"], True),
    ("an empty paragraph counts", [p("a", num=(1, 0)), p(num=(1, 0)), p("b", num=(1, 0))], DECIMAL + num(1, 0), "",
     ["1. a", "2.", "3. b"], True),
    ("no such list", items((1, 0), (9, 0)), DECIMAL + num(1, 0), "", ["1. x", "x"], True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("blocks", "numbering", "styles", "expected"), [row[1:5] for row in NUMBERED], ids=[row[0] for row in NUMBERED]
)
def test_numbers_are_printed(blocks, numbering, styles, expected):
    """Each row as Word prints it."""
    assert lines(make(*blocks, numbering=numbering, styles=styles)) == expected


def test_numbers_are_those_of_libreoffice(tmp_path: Path):
    """LibreOffice prints the same labels, where it knows the feature."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed (apt-get install libreoffice-writer)")
    rows = [row for row in NUMBERED if row[5]]
    for at, (_, blocks, numbering, styles, *_) in enumerate(rows):
        (tmp_path / f"{at}.docx").write_bytes(make(*blocks, numbering=numbering, styles=styles))
    command = [SOFFICE, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to"]
    command += ["txt:Text (encoded):UTF8", "--outdir", str(tmp_path), *sorted(map(str, tmp_path.glob("*.docx")))]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    printed = {
        row[0]: [line.strip() for line in (tmp_path / f"{at}.txt").read_text("utf-8-sig").splitlines()]
        for at, row in enumerate(rows)
    }
    assert printed == {row[0]: row[4] for row in rows}


# Sign and font of a bulleted level, and what the text has.
BULLETS = [
    ("-", "Times New Roman", "-"),
    ("+", "Times New Roman", "+"),
    ("–", "Times New Roman", "–"),
    ("\uf0b7", "Symbol", "•"),
    ("\uf02d", "Symbol", "-"),
    ("o", "Courier New", "○"),
    ("\uf0a7", "Wingdings", "▪"),
    ("\uf0d8", "Wingdings", "•"),
    ("ü", "Wingdings", "•"),
    ("\uf0b7", "", "•"),
    ("\ue123", "", "•"),
]


@pytest.mark.parametrize(("sign", "font", "expected"), BULLETS)
def test_bullets_are_signs_of_text(sign, font, expected):
    """A bullet is one that any text has; ornaments are `•`."""
    look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    level = lvl(0, "bullet", sign).replace("</w:lvl>", f"{look}</w:lvl>")
    assert lines(make(*items((1, 0)), numbering=abstract(0, level) + num(1, 0))) == [f"{expected} x"]


def test_numbers_in_cells_count_on():
    """The column TT of a table is numbered, row by row."""
    rows = [tr("TT", "Đơn vị"), *(tr(tc(p(num=(1, 0))), name) for name in ("Phòng A", "Phòng B"))]
    assert lines(make(tbl(*rows), p("x", num=(1, 0)), numbering=DECIMAL + num(1, 0))) == [
        "| TT | Đơn vị |", "| 1. | Phòng A |", "| 2. | Phòng B |", "3. x",
    ]  # fmt: skip


def test_a_label_has_the_look_of_its_paragraph():
    """The number of a bold heading is bold, that of a capital one a capital; the level may say otherwise."""
    heading = p(r("KẾT QUẢ", "<w:b/>"), num=(1, 0), ppr="<w:rPr><w:b/></w:rPr>")
    source = read(make(heading, numbering=REPORT + num(1, 0)))
    assert [span.of(source.text) for span in source.bold] == ["I. KẾT QUẢ"]
    plain = lvl(0, "decimal", "%1.").replace("</w:lvl>", '<w:rPr><w:b w:val="0"/></w:rPr></w:lvl>')
    source = read(make(heading, numbering=abstract(0, plain) + num(1, 0)))
    assert [span.of(source.text) for span in source.bold] == ["KẾT QUẢ"]
    caps = p("phạm vi", num=(1, 0), ppr="<w:rPr><w:caps/></w:rPr>")
    assert lines(make(caps, numbering=one("decimal", "Điều %1."))) == ["ĐIỀU 1. phạm vi"]


# ---------------------------------------------------------------- inside a paragraph
INSERTED = '<w:ins w:id="1" w:author="a">{}</w:ins>'
DELETED = '<w:del w:id="2" w:author="a"><w:r><w:delText>{}</w:delText></w:r></w:del>'
LINK = '<w:hyperlink r:id="r9">{}</w:hyperlink>'
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
UNICODE_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
FORMULA = "<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"

NESTED = f"IF </w:instrText></w:r>{field('DATE', 'hôm nay')}"

# Name, what the paragraph holds, its text.
INLINE = [
    ("runs", [r("Số: 12/"), r("BC-SNV")], "Số: 12/BC-SNV"),
    ("insertions and deletions", [r("tặng "), DELETED.format("12"), INSERTED.format(r("15")), r(" tập thể")], "tặng 15 tập thể"),
    ("moves", [r("a "), f"<w:moveFrom>{r('đi ')}</w:moveFrom>", f"<w:moveTo>{r('đến')}</w:moveTo>"], "a đến"),
    ("old properties of a change", [r("x", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")], "x"),
    ("links", [LINK.format(r("Nghị định")), r(" số 98")], "Nghị định số 98"),
    ("smart tags", [f'<w:smartTag w:element="place">{r("Hà Nội")}</w:smartTag>'], "Hà Nội"),
    ("a content control", [CONTROL.format("", r("2023"))], "2023"),
    ("the prompt of a control", [r("Năm "), CONTROL.format("<w:showingPlcHdr/>", r("Chọn năm"))], "Năm"),
    ("fields", [r("Trang "), field("PAGE", "3"), r(" của "),
                f'<w:fldSimple w:instr="NUMPAGES">{r("9")}</w:fldSimple>'], "Trang 3 của 9"),
    ("a field in a field", [field("IF 1", "đúng").replace("IF 1</w:instrText></w:r>", NESTED)], "đúng"),
    ("a field never ended", ['<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>', "x"], ""),
    ("hidden text", [r("công khai"), r(" bí mật", "<w:vanish/>")], "công khai"),
    ("capitals", [r("Báo cáo", "<w:caps/>"), r(" tổng kết", "<w:smallCaps/>"),
                  r(" năm", '<w:caps w:val="0"/>')], "BÁO CÁO TỔNG KẾT năm"),
    ("hyphens", ["<w:r><w:t>126/NĐ</w:t><w:noBreakHyphen/><w:t>C</w:t><w:softHyphen/><w:t>P</w:t></w:r>"], "126/NĐ-CP"),
    ("line breaks", ["<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>"], "a\nb\nc"),
    ("a page break", ['<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>'], "a\n\nb"),
    ("a tab after a typed number", ["<w:r><w:t>1.</w:t><w:tab/><w:t>Công tác</w:t></w:r>"], "1. Công tác"),
    ("signs", ['<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'], "≥ 5✓"),
    ("private characters", [r("\uf0b7 Kết quả")], "• Kết quả"),
    ("formulas", [r("y = "), FORMULA], "y = x2"),
    ("ruby", [f"<w:r><w:ruby><w:rt>{r('nhỏ')}</w:rt><w:rubyBase>{r('chữ')}</w:rubyBase></w:ruby></w:r>"], "chữ"),
]  # fmt: skip


@pytest.mark.parametrize(("runs", "expected"), [row[1:] for row in INLINE], ids=[row[0] for row in INLINE])
def test_inline(runs, expected):
    """What the page prints of a paragraph."""
    assert read(make(p(*runs))).text.strip("\n") == expected


def test_an_unended_field_takes_no_more_than_its_paragraph():
    """The next paragraph is text again."""
    assert lines(make(p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>'), p("b"))) == ["b"]


def test_a_deleted_paragraph_mark_joins_lines():
    """Deleted paragraphs do not count; the text of one whose mark alone is deleted goes on in the next line."""
    gone = '<w:rPr><w:del w:id="3" w:author="a"/></w:rPr>'
    blocks = [
        p("a", num=(1, 0)),
        p(DELETED.format("xóa"), num=(1, 0), ppr=gone),
        p("b", num=(1, 0)),
        p(r("c "), ppr=gone),
        p("d", num=(1, 0)),
    ]
    assert lines(make(*blocks, numbering=DECIMAL + num(1, 0))) == ["1. a", "2. b", "3. c d"]


def test_a_hidden_paragraph_mark_joins_a_run_in_heading():
    """`1. Công tác thi đua.` in a style of its own, and its text in another."""
    heading = p(r("Công tác thi đua."), num=(1, 0), ppr="<w:rPr><w:vanish/><w:specVanish/></w:rPr>")
    assert lines(make(heading, p(" Sở đã phát động."), numbering=DECIMAL + num(1, 0))) == ["1. Công tác thi đua. Sở đã phát động."]


def test_text_boxes_come_once_after_their_paragraph():
    """Word writes a text box twice, for new programs and for old ones."""
    source = read(make(p(r("Trước"), box("DỰ THẢO", p("Lần 2"))), p("Sau")))
    assert source.text.split() == "Trước DỰ THẢO Lần 2 Sau".split()
    old = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    assert lines(make(p(old.format(p("Khung")), "x"))) == ["x", "Khung"]
    drawn = '<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>'
    assert lines(make(p(drawn, "x"))) == ["x", "DỰ THẢO"]


def test_columns_made_by_tabs_stay_apart():
    """A letterhead typed with tabs has a right column, at its tab stop."""
    stops = '<w:tabs><w:tab w:val="center" w:pos="1800"/><w:tab w:val="center" w:pos="7200"/></w:tabs>'
    row = "<w:r><w:tab/><w:t>{}</w:t><w:tab/><w:t>{}</w:t></w:r>"
    source = read(make(*(p(row.format(a, b), ppr=stops) for a, b in (("SỞ NỘI VỤ", "CỘNG HÒA"), ("Số: 5/BC", "Độc lập")))))
    assert sorted(source.columns.values()) == [15, 15, 60, 60]


def test_a_table_of_contents_is_furniture():
    """Its lines would be headings told twice."""
    contents = [
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    ]
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    source = read(make(p(*contents, r("I. KẾT QUẢ\t2")), p(r("II. NHIỆM VỤ\t5"), end), p("I. KẾT QUẢ")))
    assert [span.of(source.text) for span in source.furniture] == ["I. KẾT QUẢ 2", "II. NHIỆM VỤ 5"]
    named = read(
        make(p("I. KẾT QUẢ", style="TOC1"), p("x"), styles=style("TOC1").replace('name w:val="TOC1"', 'name w:val="toc 1"'))
    )
    assert [span.of(named.text) for span in named.furniture] == ["I. KẾT QUẢ"]


# ---------------------------------------------------------------- styles and fonts
def test_bold_is_resolved_through_styles():
    """Emphasis of a paragraph style, undone by a character style; stretches over blanks are one."""
    styles = style("Head", rpr="<w:b/>") + style("Sub", based="Head") + style("Strong", kind="character", rpr="<w:b/>")
    named = '<w:rStyle w:val="Strong"/>'
    source = read(
        make(
            p("Một", style="Sub"),
            p(r("hai", named), style="Sub"),
            p(r("ba", named), r(" "), r("bốn", "<w:b/>"), r(" năm")),
            styles=styles,
        )
    )
    assert [span.of(source.text) for span in source.bold] == ["Một", "ba bốn"]


FONT = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'
# Name, runs with their fonts, the text.
LEGACY = [
    ("TCVN3", [(".VnTime", "S¬ kÕt c«ng t¸c thi ®ua, khen th\u00ad"), (".VnTime", "ëng")], "Sơ kết công tác thi đua, khen thưởng"),
    ("TCVN3 capitals", [(".VnTimeH", "B¸o c¸o"), ("Times New Roman", " năm")], "BÁO CÁO năm"),
    ("VNI split in a letter", [("VNI-Times", "thi ñua, khen thö"), ("VNI-Times", "ôûng")], "thi đua, khen thưởng"),
    ("Unicode in an old font", [(".VnTime", "Công tác thi đua")], "Công tác thi đua"),
]


@pytest.mark.parametrize(("runs", "expected"), [row[1:] for row in LEGACY], ids=[row[0] for row in LEGACY])
def test_legacy_fonts_are_read_run_by_run(runs, expected):
    """The font of each run tells its encoding; neighbours of one font are one run."""
    assert read(make(p(*(r(text, FONT.format(font)) for font, text in runs)))).text.strip() == expected


def test_the_soft_hyphen_of_a_legacy_font_is_a_letter():
    """Byte AD is the letter ư of TCVN3; LibreOffice writes it as `w:softHyphen`."""
    run = f"<w:r><w:rPr>{FONT.format('.VnTime')}</w:rPr><w:t>th</w:t><w:softHyphen/><w:t>ëng</w:t></w:r>"
    source = read(make(p(run)))
    assert source.text.strip() == "thưởng"
    assert source.encoding == "tcvn3"


def test_a_legacy_font_of_styles_and_theme():
    """The font may stand in a style, in the defaults, or in the theme."""
    text = "c«ng t¸c"
    styled = make(p(text, style="Old"), styles=style("Base", rpr=FONT.format(".VnTime")) + style("Old", based="Base"))
    default = f"<w:docDefaults><w:rPrDefault><w:rPr>{FONT.format('.VnTime')}</w:rPr></w:rPrDefault></w:docDefaults>"
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:minorFont>'
        '<a:latin typeface=".VnTime"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    )
    themed = make(p(r(text, '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')), theme=theme)
    assert [lines(data) for data in (styled, make(p(text), styles=default), themed)] == [["công tác"]] * 3


# ---------------------------------------------------------------- tables
def test_a_letterhead_reads_by_columns():
    """Left block, right block, not row by row; the report has its header from it."""
    head = tbl(
        tr(tc("UBND TỈNH HÒA TRUNG", "SỞ VĂN HÓA"), tc("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")),
        tr(tc("Số: 27/BC-SVH"), tc("Hòa Trung, ngày 05 tháng 7 năm 2023")),
        ruled=False,
    )
    source = read(make(head, p("BÁO CÁO"), p("Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2023")))
    assert [line for line in source.text.split("\n") if line][:6] == [
        "UBND TỈNH HÒA TRUNG", "SỞ VĂN HÓA", "Số: 27/BC-SVH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hòa Trung, ngày 05 tháng 7 năm 2023",
    ]  # fmt: skip
    header = parse_source(source).header
    assert (header.parent_organ, header.issuer, header.place) == ("UBND TỈNH HÒA TRUNG", "SỞ VĂN HÓA", "Hòa Trung")
    assert str(header.number and header.number.text) == "27/BC-SVH"
    ruled = tbl(tr(tc("SỞ VĂN HÓA"), tc("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")), tr(tc("Số: 1/BC"), tc("Độc lập")))
    assert lines(make(ruled))[1] == "Số: 1/BC"


def test_a_signature_block_reads_by_columns():
    """Nơi nhận, then who signs; signers side by side one after the other."""
    rows = tr(tc("Nơi nhận:", "- Như trên;", "- Lưu: VT."), tc("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", p(), "Lê Văn Bình"))
    report = parse_source(read(make(p("Trên đây là báo cáo./."), tbl(rows, ruled=False))))
    assert report.signature is not None
    assert (report.signature.authority, report.signature.position, report.signature.name) == ("KT.", "PHÓ GIÁM ĐỐC", "Lê Văn Bình")
    assert [entry.text for entry in report.distribution] == ["Như trên", "Lưu: VT"]
    two = tbl(tr("THƯ KÝ", "CHỦ TỌA"), tr("Trần Thị An", "Lê Văn Bình"), ruled=False)
    assert lines(make(two)) == ["THƯ KÝ", "Trần Thị An", "CHỦ TỌA", "Lê Văn Bình"]


def test_other_layouts_read_by_rows():
    """A form of two columns without lines, a frame around a paragraph."""
    form = tbl(*(tr(a, b) for a, b in (("Họ và tên:", "Lê Văn Bình"), ("Chức vụ:", "Trưởng phòng"))), ruled=False)
    assert lines(make(form, tbl(tr("Khung"), columns=1))) == ["Họ và tên:", "Lê Văn Bình", "Chức vụ:", "Trưởng phòng", "Khung"]


def test_a_data_table_is_a_line_a_row():
    """Merged columns stand once with nothing in the rest; merged rows are empty below; breaks inside a cell are blanks."""
    rows = [
        tr(tc("TT", merge="restart"), tc("Danh hiệu", merge="restart"), tc("Số lượng", span=2)),
        tr(tc(merge="continue"), tc(merge="continue"), "Tập thể", "Cá nhân"),
        tr("1", tc("Lao động", "tiên tiến"), "12", ""),
        tr("2", "Chiến sĩ | cơ sở", "", "<w:p><w:r><w:t>3</w:t><w:br/><w:t>4</w:t></w:r></w:p>"),
    ]
    rows[-1] = tr("2", "Chiến sĩ | cơ sở", "", tc("<w:p><w:r><w:t>3</w:t><w:br/><w:t>4</w:t></w:r></w:p>"))
    assert lines(make(tbl(*rows, columns=4))) == [
        "| TT | Danh hiệu | Số lượng ||",
        "| | | Tập thể | Cá nhân |",
        "|---|---|---|---|",
        "| 1 | Lao động tiên tiến | 12 | |",
        "| 2 | Chiến sĩ ¦ cơ sở | | 3 4 |",
    ]
    (table,) = parse_source(read(make(p("x"), tbl(*rows, columns=4)))).tables
    assert (table.rows, table.columns, table.header_rows) == (4, 4, 2)


def test_head_rows_end_with_a_rule():
    """Rows that Word repeats on each page are the head."""
    assert lines(make(tbl(tr("TT", "Tên", head=True), tr("1", "A"), tr("2", "B"))))[:2] == ["| TT | Tên |", "|---|---|"]


def test_titles_and_remarks_in_a_table_stand_outside_its_grid():
    """A row of one cell at the top is a title; one of several paragraphs at the bottom is text."""
    rows = [
        tr(tc("Biểu 01", "DANH SÁCH", span=2)),
        tr("TT", "Tên"),
        tr("1", "A"),
        tr(tc("Ghi chú:", "- Số liệu tạm tính.", span=2)),
    ]
    assert lines(make(tbl(*rows))) == ["Biểu 01", "DANH SÁCH", "| TT | Tên |", "| 1 | A |", "Ghi chú:", "- Số liệu tạm tính."]


# Properties of the cells of one row, and the row.
ROWS = [
    ("columns before and after", tr("a", "b", props='<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>'), "| | a | b | | |"),
    ("an old merge of columns", tr(tc("a"), tc("").replace("<w:tcPr>", "<w:tcPr><w:hMerge/>"), "b"), "| a || b |"),
    ("a deleted cell", tr("a", tc("x").replace("<w:tcPr>", "<w:tcPr><w:cellDel/>"), "b"), "| a | b |"),
    ("a nested table", tr("a", tc(tbl(tr("c", "d")), p("e"))), "| a | c d e |"),
    ("cells in a content control", f"<w:tr>{CONTROL.format('', tc('a'))}{tc('b')}</w:tr>", "| a | b |"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_rows(row, expected):
    """Rows with cells merged, deleted, nested."""
    assert lines(make(tbl(tr("1", "2"), row)))[1] == expected


def test_a_deleted_row_is_left_out():
    """So is its numbering."""
    gone = tr(tc(p("x", num=(1, 0))), "y", props='<w:del w:id="1" w:author="a"/>')
    data = make(tbl(tr(tc(p("a", num=(1, 0))), "b"), gone, tr(tc(p("c", num=(1, 0))), "d")), numbering=DECIMAL + num(1, 0))
    assert lines(data) == ["| 1. a | b |", "| 2. c | d |"]


def test_borders_may_stand_in_the_style_or_the_cells():
    """A style draws lines that the table takes away again."""
    sides = '<w:insideH w:val="single"/><w:insideV w:val="single"/>'
    grid = style("Grid", kind="table").replace("</w:style>", f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr></w:style>")
    named = tbl(tr("a", "b"), tr("c", "d"), ruled=False).replace("<w:tblBorders>", '<w:tblStyle w:val="Grid"/><w:tblBorders>')
    assert lines(make(named, styles=grid)) == ["| a | b |", "| c | d |"]
    without = named.replace("<w:tblBorders>", f"<w:tblBorders>{sides.replace('single', 'nil')}")
    assert lines(make(without, styles=grid)) == ["a", "b", "c", "d"]
    white = without.replace('w:val="nil"', 'w:val="single" w:color="FFFFFF"')
    assert lines(make(white, styles=grid)) == ["a", "b", "c", "d"]
    borders = (
        "<w:tcBorders>" + "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right")) + "</w:tcBorders>"
    )
    cells = [tc(letter, borders=borders) for letter in "abcd"]
    assert lines(make(tbl(tr(*cells[:2]), tr(*cells[2:]), ruled=False))) == ["| a | b |", "| c | d |"]


# ---------------------------------------------------------------- around the body
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
)


def test_headers_and_footers_are_furniture():
    """They stay in the text, at its ends, each text once."""
    blocks = [p("a", ppr=SECTION), p("b"), SECTION]
    source = read(make(*blocks, header1=p("BÁO CÁO NĂM 2023"), footer1=p(field("PAGE", "7"))))
    assert source.text.split() == "BÁO CÁO NĂM 2023 a b 7".split()
    assert [span.of(source.text) for span in source.furniture] == ["BÁO CÁO NĂM 2023", "7"]


def test_a_letterhead_in_the_header_is_text():
    """Some templates keep it there."""
    head = tbl(
        tr(tc("SỞ VĂN HÓA", "Số: 27/BC-SVH"), tc("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")), ruled=False
    )
    source = read(make(p("BÁO CÁO"), p("Tổng kết năm 2023"), SECTION, header1=head))
    assert not source.furniture
    header = parse_source(source).header
    assert (header.issuer, header.number and header.number.text, header.doc_type) == ("SỞ VĂN HÓA", "27/BC-SVH", "Báo cáo")


def test_notes_follow_the_body_with_their_marks():
    """In the order of their marks; those that nothing refers to are left out."""
    mark = '<w:r><w:{}Reference w:id="{}"/></w:r>'
    note = '<w:{0} w:id="{1}">{2}</w:{0}>'
    back = "<w:r><w:footnoteRef/></w:r>"
    data = make(
        p("Nghị định số 98/2023/NĐ-CP", mark.format("footnote", 5), " và", mark.format("endnote", 2)),
        p("Thông tư", mark.format("footnote", 3), '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="9"/><w:t>*</w:t></w:r>'),
        footnotes="".join(note.format("footnote", at, p(back, f" Chú thích {at}")) for at in (0, 3, 5)),
        endnotes=note.format("endnote", 2, p(" Cuối bài") + p("Dòng hai")),
    )
    assert lines(data) == [
        "Nghị định số 98/2023/NĐ-CP[1] và[i]", "Thông tư[2]*",
        "[1] Chú thích 5", "[2] Chú thích 3", "[i] Cuối bài", "Dòng hai",
    ]  # fmt: skip


def test_breaks_of_pages_and_sections_are_blank_lines():
    """An annex begins on a page of its own."""
    blocks = [p("a"), p("b", ppr="<w:pageBreakBefore/>"), p("c", ppr="<w:sectPr/>"), p("d")]
    assert read(make(*blocks)).text == "a\n\nb\nc\n\nd\n"


def test_blocks_lead_back_to_paragraphs_and_cells():
    """Each place of the text has the name of its block."""
    source = read(
        make(
            p("Một", num=(1, 0)), tbl(tr("a", "b"), tr("c", tc("d", "đ"))),
            p("Hai", box("Khung"), '<w:r><w:footnoteReference w:id="4"/></w:r>'),
            numbering=DECIMAL + num(1, 0), footnotes=f'<w:footnote w:id="4">{p("Chú")}</w:footnote>',
        )
    )  # fmt: skip
    decoded = source.view.decoded
    found = [(block.span.of(decoded.text), block.label) for block in decoded.blocks]
    assert found == [
        ("1. ", "paragraph 1, number"), ("Một", "paragraph 1"), ("a", "table 1, row 1, cell 1"), ("b", "table 1, row 1, cell 2"),
        ("c", "table 1, row 2, cell 1"), ("d", "table 1, row 2, cell 2"), ("đ", "table 1, row 2, cell 2"),
        ("Hai[1]", "paragraph 2"), ("Khung", "text box 1"), ("[1] Chú", "footnote 1"),
    ]  # fmt: skip
    assert all(decoded.block_in(block.span) == block.label for block in decoded.blocks)


def test_diagnostics_tell_what_the_text_does_not():
    """Tracked changes, hidden text, embedded documents, letters nobody could read."""
    blocks = [p(r("a "), INSERTED.format(r("b")), DELETED.format("c")), p(r("ẩn", "<w:vanish/>")), '<w:altChunk r:id="r7"/>']
    assert [note.code for note in read(make(*blocks)).notes] == ["D121", "D122", "D123"]
    assert not read(make(p("a"))).notes
    formula = '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Equation.3"/></w:object></w:r>'
    assert not read(make(p(formula))).notes
    assert [note.code for note in read(make(p(formula.replace("Equation.3", "Excel.Sheet.12")))).notes] == ["D123"]


# ---------------------------------------------------------------- kinds of packages
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"


@pytest.mark.parametrize(
    "options", [{}, {"strict": True}, {"kind": MACRO}, {"main": "word/document2.xml"}, {"main": "doc/main.xml"}]
)
def test_packages(options):
    """Strict OOXML, documents with macros, templates, parts under other names."""
    blocks = [p("x", num=(1, 0)), p("y", num=(1, 0)), SECTION]
    assert lines(make(*blocks, numbering=DECIMAL + num(1, 0), footer1=p("z"), **options)) == ["1. x", "2. y", "z"]


def test_source_tells_its_format():
    """What `Report.source` shows."""
    source = read(make(p("x")))
    assert (source.format, source.encoding, source.reading) == ("docx", None, "docx")


# ---------------------------------------------------------------- hostile files
def kind_of(data: bytes) -> str:
    """The kind of the error that reading raises."""
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    return caught.value.kind


def body(content: str, *, prolog: str = "") -> bytes:
    """A package whose document is `content`, after a prolog."""
    xml = part("document", f"<w:body>{content}</w:body>").decode()
    return package({"word/document.xml": xml.replace("?>", f"?>{prolog}", 1)})


LAUGHS = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("prolog", [LAUGHS, OUTSIDE, '<!DOCTYPE w SYSTEM "http://example.invalid/w.dtd">'])
def test_entities_are_refused(prolog):
    """No document type, no entities, in UTF-8 or UTF-16."""
    data = body(p("x") + "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", prolog=prolog)
    assert kind_of(data) == "damaged"
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode().replace("UTF-8", "UTF-16")
    assert kind_of(package({"word/document.xml": xml.encode("utf-16")})) == "damaged"


def test_zip_bombs_are_refused():
    """By size, by ratio, and by what the archive says of itself."""
    assert kind_of(body(" " * 60_000_000)) == "too_large"
    assert kind_of(body(" " * 10_000_000)) == "too_large"
    data = bytearray(body("<w:p/>" + " " * 5_000_000))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 100)  # a small size told of a large part
    assert kind_of(bytes(data)) in {"damaged", "too_large"}


def test_crowds_are_refused(monkeypatch):
    """Too many paragraphs, tags, parts: each becomes an object in memory."""
    monkeypatch.setattr(docx_body, "MOST_PARAGRAPHS", 100)
    assert kind_of(make(*[p("x")] * 101)) == "too_large"
    monkeypatch.setattr(docx_package, "_MOST_TAGS", 1000)
    assert kind_of(make(*[p("x")] * 100)) == "too_large"
    monkeypatch.setattr(docx_package, "_MOST_PARTS", 3)
    assert kind_of(make("x", styles="", numbering="")) == "too_large"


def test_nesting_is_refused():
    """Elements deeper than any program writes them."""
    deep = 40_000
    for opening, closing in (
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    ):
        assert kind_of(body(opening * deep + p("x") + closing * deep)) == "damaged"


def other_zip(name: str, content: bytes | str = "x") -> bytes:
    """A zip of one file."""
    return package({name: content})


OTHERS = [
    ("a spreadsheet", other_zip("xl/workbook.xml"), "XLSX"),
    ("slides", other_zip("ppt/presentation.xml"), "PPTX"),
    ("OpenDocument", other_zip("mimetype", "application/vnd.oasis.opendocument.text"), "ODT"),
    ("a book", other_zip("mimetype", "application/epub+zip"), "EPUB"),
    ("documents in an archive", other_zip("report.docx", make("x")), "ZIP"),
]


@pytest.mark.parametrize(("data", "label"), [row[1:] for row in OTHERS], ids=[row[0] for row in OTHERS])
def test_other_archives_are_another_format(data, label):
    """They are named, and an archive inside is not opened."""
    with pytest.raises(UnknownFormat) as caught:
        read(data)
    assert label in caught.value.reason


def encrypted_part() -> bytes:
    """A zip that says its document is encrypted."""
    data = bytearray(make("x"))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


DAMAGED = [
    ("no zip", b"PK\x03\x04 and no more", "damaged"),
    ("empty", b"", "damaged"),
    ("cut off", make(p("x" * 5000))[:-200], "damaged"),
    ("no document", package({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<x/>"}), "damaged"),
    ("no body", package({"word/document.xml": part("document", "")}), "damaged"),
    ("not XML", package({"word/document.xml": b"\x00\x01 no XML"}), "damaged"),
    ("an unknown encoding", package({"word/document.xml": b"<?xml version='1.0' encoding='x-none'?><a/>"}), "damaged"),
    ("broken relations", package({"word/document.xml": part("document", "<w:body/>"), "_rels/.rels": "<x"}), "damaged"),
    ("an encrypted part", encrypted_part(), "encrypted"),
    (
        "an encrypted package",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    ),
]


@pytest.mark.parametrize(("data", "kind"), [row[1:] for row in DAMAGED], ids=[row[0] for row in DAMAGED])
def test_damaged_files(data, kind):
    """One clear error for each."""
    with pytest.raises(DamagedFile) as caught:
        read(data)
    assert caught.value.kind == kind


def test_nonsense_in_properties_does_no_harm():
    """Numbers that are none, cycles of styles and lists, references to nothing."""
    styles = style("A", based="B") + style("B", based="A") + style("L", kind="numbering", ppr=numpr(1))
    numbering = abstract(0, lvl(0, "upperRoman", "%1.%9.%", start=999_999_999), more='<w:numStyleLink w:val="L"/>') + num(1, 0)
    wild = (
        '<w:numPr><w:ilvl w:val="77"/><w:numId w:val="1"/></w:numPr><w:tabs><w:tab w:pos="x"/><w:tab w:pos="99999999999"/></w:tabs>'
    )
    blocks = [
        p("a", style="A", ppr=wild), p("b", style="Z", num=(1, 0)),
        tbl("<w:tr/>"), tbl(), tbl(tr(tc("c", span=10**9), "d"), tr("e")),
        p('<w:r><w:sym w:char="zz"/><w:sym w:char="D800"/><w:footnoteReference/><w:fldChar w:fldCharType="end"/></w:r>', r("f\tg")),
    ]  # fmt: skip
    source = read(make(*blocks, SECTION, styles=styles, numbering=numbering))
    assert all(letter in source.text for letter in "abcdefg")
    assert len(source.text) < 1000


def test_broken_bytes_end_in_one_error():
    """A changed byte anywhere in the file: the text, or a kind of `UnreadableFile`."""
    whole = make(p("Một", num=(1, 0)), tbl(tr("a", "b"), tr("c", "d")), numbering=DECIMAL + num(1, 0), styles=STYLES)
    dice = random.Random(20)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 4)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            read(bytes(data))
        except UnreadableFile:
            continue


def test_long_paragraphs_are_read_whole():
    """Many runs, tabs and fields in one paragraph."""
    tabs = "".join(f"<w:r><w:tab/><w:t>{at}</w:t></w:r>" for at in range(3_000))
    fields = "".join(
        f'<w:r w:r="{at}"><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>' for at in range(3_000)
    )
    assert read(make(p(tabs), p(fields))).text.split() == [str(at) for at in range(3_000)]


# ---------------------------------------------------------------- parts that are broken or put in whole
def changed(data: bytes, **parts: bytes) -> bytes:
    """A DOCX with parts put in the place of others, by names whose dots are `__` and whose slashes are `_x_`."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    new = {name.replace("_x_", "/").replace("__", "."): content for name, content in parts.items()}
    return package({name: archive.read(name) for name in archive.namelist()} | new)


LIST = abstract(0, lvl(0, "decimal", "%1.")) + num(1, 0)
WHOLE = make(p("x", num=(1, 0)), p("y", style="Heading"), numbering=LIST, styles=style("Heading", rpr="<w:caps/>"))


@pytest.mark.parametrize("broken", [b"<w:", b"\xff\xfe\x00", b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "b">]><w/>'])
@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("word_x_styles__xml", ["1. x", "y"]),
        ("word_x_numbering__xml", ["x", "Y"]),
        ("word_x__rels_x_document__xml__rels", ["1. x", "Y"]),
    ],
)
def test_a_broken_part_is_left_out(part: str, text: list[str], broken: bytes) -> None:
    """Styles, lists, and what names them: the text is read without them, and a remark says so."""
    source = read(changed(WHOLE, **{part: broken}))
    assert [line for line in source.text.split("\n") if line] == text
    assert [note.code for note in source.notes] == ["D124"]


def test_a_part_too_large_is_no_mere_damage() -> None:
    """A bomb in a part that could be left out is refused all the same."""
    assert kind_of(changed(WHOLE, word_x_styles__xml=b" " * 60_000_000)) == "too_large"


def with_chunks(*contents: bytes) -> bytes:
    """A DOCX into which other documents are put between its paragraphs."""
    blocks = [block for at in range(len(contents)) for block in (p(f"trước {at}"), f'<w:altChunk r:id="header{at}"/>')]
    data = make(*blocks, p("sau"), **{f"header{at}": "" for at in range(len(contents))})
    return changed(data, **{f"word_x_header{at}__xml": content for at, content in enumerate(contents)})


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<html><body><p>Sở Nội vụ</p><p>báo cáo</p></body></html>".encode(), ["Sở Nội vụ", "báo cáo"]),
        ("Sở Nội vụ\nbáo cáo".encode(), ["Sở Nội vụ", "báo cáo"]),
        (make("Sở Nội vụ", p("báo cáo", num=(1, 0)), numbering=LIST), ["Sở Nội vụ", "1. báo cáo"]),
    ],
)
def test_a_document_that_is_put_in_is_read(content: bytes, text: list[str]) -> None:
    """HTML, text and DOCX, at the place where they are put in."""
    source = read(with_chunks(content))
    assert [line for line in source.text.split("\n") if line] == ["trước 0", *text, "sau"]
    assert source.notes == ()


@pytest.mark.parametrize(
    "content", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1 a}", b"PK\x03\x04", with_chunks(b"x"), b"", b"\xff" * 99]
)
def test_a_document_that_is_put_in_and_cannot_be_read(content: bytes) -> None:
    """What is of another kind, damaged, or holds others itself is told."""
    source = read(with_chunks(content))
    assert source.text.split() == ["trước", "0", *(["trước", "0", "sau"] if b"header0" in content else []), "sau"]
    assert [note.code for note in source.notes] == ["D123"]


def test_how_sure_old_letters_are() -> None:
    """A font leaves no doubt; words tell less surely; in Unicode there is nothing to be sure of."""
    font = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    old = "C¨n cø QuyÕt ®Þnh cña ñy ban nh©n d©n tØnh vÒ viÖc khen th\u00adëng thi ®ua"
    assert read(make(p(r(old, font)))).confidence == 1.0
    by_words = read(make(p(old))).confidence
    assert by_words is not None
    assert 0.5 <= by_words <= 1.0
    assert read(make(p("Căn cứ"))).confidence is None
