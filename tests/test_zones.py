"""Where the letterhead ends, the closing begins and the annexes follow."""

from __future__ import annotations

import pytest

from vnreport_parse.lines import split_lines
from vnreport_parse.source import SourceText, normalise
from vnreport_parse.spans import Span
from vnreport_parse.zones import Zones, find_zones

LETTERHEAD = """\
SỞ NỘI VỤ TỈNH AN HẢI              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
CHI CỤC VĂN THƯ                           Độc lập - Tự do - Hạnh phúc
Số: 12/BC-VT                         An Hải, ngày 5 tháng 6 năm 2019
"""
CLOSING = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nLê Văn An\n"
BODY = "Chi cục đã hoàn thành nhiệm vụ.\n"


def cut(text: str) -> tuple[SourceText, Zones]:
    """A text and its zones."""
    source = normalise(text)
    return source, find_zones(source, split_lines(source))


def ends(source: SourceText, span: Span) -> str:
    """The first and the last line of a zone."""
    rows = [row for row in span.of(source.text).split("\n") if row.strip("| -_")]
    return " … ".join(dict.fromkeys((rows[0], rows[-1]))) if rows else ""


# name, text, head, body, closing, appendices: the first and the last line of each
ZONES: list[tuple[str, str, str, str, str, list[str]]] = [
    (
        "report",
        f"{LETTERHEAD}\nBÁO CÁO\nKết quả năm 2018\n\n{BODY}I. KẾT QUẢ\n{BODY}\n{CLOSING}",
        "SỞ NỘI VỤ TỈNH AN HẢI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM … Kết quả năm 2018",
        BODY.strip(),
        "Nơi nhận: … Lê Văn An",
        [],
    ),
    (
        "letter",
        f"{LETTERHEAD}V/v họp giao ban\n\nKính gửi:\n- Sở Y tế;\n- Sở Nội vụ.\n{BODY}\n{CLOSING}",
        "SỞ NỘI VỤ TỈNH AN HẢI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM … - Sở Nội vụ.",
        BODY.strip(),
        "Nơi nhận: … Lê Văn An",
        [],
    ),
    (
        "decision with a regulation and a list",
        (f"{LETTERHEAD}QUYẾT ĐỊNH\nVề việc ban hành Quy chế\nGIÁM ĐỐC SỞ NỘI VỤ\nCăn cứ Luật;\n"
        f"QUYẾT ĐỊNH:\nĐiều 1. Ban hành.\n{CLOSING}"
        "\nQUY CHẾ\nThi đua\nChương I\nPHỤ LỤC I\nDanh sách\nPHỤ LỤC II\nBiểu\n"),
        "SỞ NỘI VỤ TỈNH AN HẢI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM … Về việc ban hành Quy chế",
        "GIÁM ĐỐC SỞ NỘI VỤ … Điều 1. Ban hành.",
        "Nơi nhận: … Lê Văn An",
        ["QUY CHẾ … Chương I", "PHỤ LỤC I … Danh sách", "PHỤ LỤC II … Biểu"],
    ),
    (
        "another Quốc hiệu after the signature",
        f"{LETTERHEAD}BÁO CÁO\nKết quả\n\n{BODY}{CLOSING}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐƠN ĐỀ NGHỊ\n",
        "SỞ NỘI VỤ TỈNH AN HẢI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM … Kết quả",
        BODY.strip(),
        "Nơi nhận: … Lê Văn An",
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM … ĐƠN ĐỀ NGHỊ"],
    ),
    (
        "footnotes and a stamp after the signature",
        f"{LETTERHEAD}BÁO CÁO\nKết quả\n\n{BODY}{CLOSING}\nKý bởi: Sở Nội vụ\n2\n\n[1] Kế hoạch số 1/KH-SNV.\n",
        "SỞ NỘI VỤ TỈNH AN HẢI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM … Kết quả",
        BODY.strip(),
        "Nơi nhận: … Lê Văn An",
        ["[1] Kế hoạch số 1/KH-SNV."],
    ),
    (
        "gazette",
        (f"CÔNG BÁO/Số 12 + 13/Ngày 20-8-2018\n2\n\n{LETTERHEAD}NGHỊ QUYẾT\nVề nhiệm vụ\n\n{BODY}\n"
        f"CÔNG BÁO/Số 12 + 13/Ngày 20-8-2018\n3\n\n{BODY}TM. CHÍNH PHỦ\nTHỦ TƯỚNG\n\nLê Văn An\n"),
        "CÔNG BÁO/Số 12 + 13/Ngày 20-8-2018 … Về nhiệm vụ",
        BODY.strip(),
        "TM. CHÍNH PHỦ … Lê Văn An",
        [],
    ),
    (
        "page number between the list and the signature",
        f"{LETTERHEAD}BÁO CÁO\nKết quả\n\n{BODY}Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTrang 4\n\nGIÁM ĐỐC\nLê Văn An\n",
        "SỞ NỘI VỤ TỈNH AN HẢI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM … Kết quả",
        BODY.strip(),
        "Nơi nhận: … Lê Văn An",
        [],
    ),
    (
        "signature first",
        f"{LETTERHEAD}BÁO CÁO\nKết quả\n\n{BODY}T/M ĐẢNG ỦY\nBÍ THƯ\n(Đã ký)\nLê Văn An\n\nNơi nhận:\n- Huyện ủy;\n- Lưu VP.\n",
        "SỞ NỘI VỤ TỈNH AN HẢI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM … Kết quả",
        BODY.strip(),
        "T/M ĐẢNG ỦY … - Lưu VP.",
        [],
    ),
    (
        "post above the list",
        f"{LETTERHEAD}BÁO CÁO\nKết quả\n\n{BODY}\nCHỦ TỊCH\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nLê Văn An\n",
        "SỞ NỘI VỤ TỈNH AN HẢI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM … Kết quả",
        BODY.strip(),
        "CHỦ TỊCH … Lê Văn An",
        [],
    ),
    ("no letterhead", f"{BODY}{BODY}\n{CLOSING}", "", BODY.strip(), "Nơi nhận: … Lê Văn An", []),
    (
        "no closing",
        f"{LETTERHEAD}BÁO CÁO\nKết quả\n\n{BODY}",
        "SỞ NỘI VỤ TỈNH AN HẢI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM … Kết quả",
        BODY.strip(),
        "",
        [],
    ),
    (
        "an article",
        "Ngày 5/6/2019, Sở Nội vụ họp.\nGiám đốc Sở trao Bằng khen.\n",
        "",
        "Ngày 5/6/2019, Sở Nội vụ họp. … Giám đốc Sở trao Bằng khen.",
        "",
        [],
    ),
    (
        "a title without letterhead",
        "Báo cáo về tình hình sản xuất ngành công\nnghiệp tháng 2 năm 2007\n1. Tình hình chung\n",
        "Báo cáo về tình hình sản xuất ngành công … nghiệp tháng 2 năm 2007",
        "1. Tình hình chung",
        "",
        [],
    ),
    (
        "a committee in the body",
        f"{LETTERHEAD}QUYẾT ĐỊNH\nVề việc lập Ban\n\nĐiều 1. Lập Ban gồm:\nTRƯỞNG BAN\nCăn cứ tình hình, Ban họp.\n{CLOSING}",
        "SỞ NỘI VỤ TỈNH AN HẢI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM … Về việc lập Ban",
        "Điều 1. Lập Ban gồm: … Căn cứ tình hình, Ban họp.",
        "Nơi nhận: … Lê Văn An",
        [],
    ),
    ("nothing", "", "", "", "", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "head", "body", "closing", "appendices"), [row[1:] for row in ZONES], ids=[row[0] for row in ZONES]
)
def test_zones(text: str, head: str, body: str, closing: str, appendices: list[str]) -> None:
    """Each zone from its first to its last line."""
    source, zones = cut(text)
    assert [ends(source, span) for span in (zones.head, zones.body, zones.closing)] == [head, body, closing]
    assert [ends(source, span) for span in zones.appendices] == appendices


@pytest.mark.parametrize("text", [row[1] for row in ZONES], ids=[row[0] for row in ZONES])
@pytest.mark.parametrize("start", [0, 40, 150, 260])
def test_zones_follow_one_another(text: str, start: int) -> None:
    """In order, apart, inside the text, wherever the text is cut; only blanks, borders and page furniture lie between."""
    in_order(*cut(text[start:]))


def in_order(source: SourceText, zones: Zones) -> None:
    """Zones are in order, apart and inside the text."""
    spans = [zones.head, zones.body, zones.closing, *zones.appendices]
    assert all(0 <= span.start <= span.end <= len(source.text) for span in spans)
    assert all(before.end <= after.start for before, after in zip(spans, spans[1:], strict=False))
    assert source.text[zones.head.end : zones.body.start].strip("| -_*\n") == ""
    assert zones.body.end == zones.closing.start


def test_zones_of_the_corpus(corpus_path) -> None:
    """Every report of the corpus has a head, a body and a closing."""
    _, zones = cut(corpus_path.read_text("utf-8"))
    assert all(span.start < span.end for span in (zones.head, zones.body, zones.closing))


# Other patterns stand in test_letterhead.py and test_closing.py, whose stages cut the text first.
HOSTILE = ["| a | b |\n", "PHỤ LỤC I\n", "TM. ỦY BAN\n", "x.\nGIÁM ĐỐC\n", "- Sở Nội vụ, "]


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("before", ["", "Nơi nhận:\n- ", "Số: 1/BC-A\nBÁO CÁO\n"])
def test_hostile_text_is_cut(unit: str, before: str) -> None:
    """Marks of zones without end: the zones follow one another."""
    source = SourceText(text=before + unit * (20_000 // len(unit)))
    in_order(source, find_zones(source, split_lines(source)))
