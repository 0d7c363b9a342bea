"""Nơi nhận and signature blocks of our own making, in the layouts that offices, converters and scanners give them."""

from __future__ import annotations

import pytest

from vnreport_parse import parse
from vnreport_parse.extract.distribution import extract_distribution
from vnreport_parse.extract.signature import extract_signatures
from vnreport_parse.formulas import authority, has_surname, is_position, person_name
from vnreport_parse.lines import split_lines
from vnreport_parse.patterns import fold
from vnreport_parse.records import Distribution, Signature
from vnreport_parse.source import SourceText, normalise
from vnreport_parse.spans import fold_blanks
from vnreport_parse.zones import find_zones

HEAD = """SỞ NỘI VỤ
Số: 1/BC-SNV
BÁO CÁO
Kết quả công tác

Sở Nội vụ báo cáo như sau: đã hoàn thành./.

"""


def read(source: SourceText) -> tuple[tuple[Distribution, ...], Signature | None, set[str]]:
    """The closing of a text, and the codes of what it lacks."""
    lines = split_lines(source)
    zones = find_zones(source, lines)
    distribution, unlisted = extract_distribution(source, lines, zones)
    signature, _, unsigned = extract_signatures(source, lines, zones)
    return distribution, signature, {remark.code for remark in unlisted + unsigned}


# name, text, entries of Nơi nhận, (authority, on_behalf_of, acting_for, position, name)
Five = tuple[str | None, str | None, str | None, str | None, str | None]
CLOSINGS: list[tuple[str, str, list[str], Five | None]] = [
    (
        "two columns",
        """\
Nơi nhận:                                TM. ỦY BAN NHÂN DÂN
- Bộ Nội vụ (b/c);                           KT. CHỦ TỊCH
- Các sở, ban, ngành;                       PHÓ CHỦ TỊCH
- UBND các huyện;
- Lưu: VT, SNV.                              Hoàng Văn Khải
""",
        ["Bộ Nội vụ (b/c)", "Các sở, ban, ngành", "UBND các huyện", "Lưu: VT, SNV"],
        ("TM.", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Hoàng Văn Khải"),
    ),
    (
        "one after the other",
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nKT.GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n(Đã ký)\n\nLò Thị Mai\n",
        ["Như trên", "Lưu: VT"],
        ("KT.", "GIÁM ĐỐC", None, "PHÓ GIÁM ĐỐC", "Lò Thị Mai"),
    ),
    (
        "signature first",
        "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n(đã ký)\nĐinh Thị Lụa\n\nNơi nhận:\n- Tỉnh ủy (b/c),\n- Lưu Văn phòng, Ban Tổ chức.\n",
        ["Tỉnh ủy (b/c)", "Lưu Văn phòng, Ban Tổ chức"],
        ("TM.", "BAN THƯỜNG VỤ", None, "PHÓ BÍ THƯ", "Đinh Thị Lụa"),
    ),
    (
        "post above the list, name below",
        "                      CHỦ TỊCH\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n\n\n                      Trần Thắng Lợi\n",
        ["Như Điều 2", "Lưu: VT"],
        (None, None, None, "CHỦ TỊCH", "Trần Thắng Lợi"),
    ),
    (
        "glued with one blank",
        """\
Nơi nhận: TL. CHỦ TỊCH
- Như trên; KT. CHÁNH VĂN PHÒNG
- Các sở, ban, ngành PHÓ CHÁNH VĂN PHÒNG
- VPCP: PCN Nguyễn Cao Sơn, các Vụ;
- Lưu: VT, TH. Dương Văn Thắng
""",
        ["Như trên", "Các sở, ban, ngành", "VPCP: PCN Nguyễn Cao Sơn, các Vụ", "Lưu: VT, TH"],
        ("TL.", "CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Dương Văn Thắng"),
    ),
    (
        "markdown cells",
        """\
|
**Nơi nhận:**
- Như Điều 3;
- Thủ tướng, các Phó Thủ tướng (để
b/c);
- Các Vụ, Cục:
TH, KTTH, NN;
- Lưu: VT, NC
(5b).
|
**TM. ỦY BAN NHÂN
DÂN
KT. CHỦ TỊCH
PHÓ CHỦ
TỊCH**
Nguyễn Thị
Ngọc Lan
|
""",
        ["Như Điều 3", "Thủ tướng, các Phó Thủ tướng (để b/c)", "Các Vụ, Cục: TH, KTTH, NN", "Lưu: VT, NC (5b)"],
        ("TM.", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Thị Ngọc Lan"),
    ),
    (
        "markdown row",
        "| **Nơi nhận:**<br>- Phòng GD&ĐT;<br>- Lưu: VT. | **HIỆU TRƯỞNG**<br><br>**Bùi Thị Hạnh** |\n|---|---|\n",
        ["Phòng GD&ĐT", "Lưu: VT"],
        (None, None, None, "HIỆU TRƯỞNG", "Bùi Thị Hạnh"),
    ),
    (
        "table rows",
        "| Nơi nhận: | KT. GIÁM ĐỐC |\n| - Như trên; | PHÓ GIÁM ĐỐC |\n| - Lưu: VT. | |\n| | Ngô Thị Xuân |\n",
        ["Như trên", "Lưu: VT"],
        ("KT.", "GIÁM ĐỐC", None, "PHÓ GIÁM ĐỐC", "Ngô Thị Xuân"),
    ),
    (
        "tabs",
        "Nơi nhận:\t\tQ. TRƯỞNG PHÒNG\n- Như trên;\t\t\n- Lưu: NV.\t\tY Thông Niê\n",
        ["Như trên", "Lưu: NV"],
        ("Q.", None, None, "TRƯỞNG PHÒNG", "Y Thông Niê"),
    ),
    (
        "wrapped entries beside the signature",
        """\
Nơi nhận:                                 GIÁM ĐỐC
- Bộ Khoa học và Công nghệ           (đã ký, đóng dấu)
  (để báo cáo);
- Các Phó Giám đốc Sở, các
  phòng chuyên môn;                  Đặng Thị Huệ
- Lưu: VT, VP (02 bản)./.
""",
        ["Bộ Khoa học và Công nghệ (để báo cáo)", "Các Phó Giám đốc Sở, các phòng chuyên môn", "Lưu: VT, VP (02 bản)"],
        (None, None, None, "GIÁM ĐỐC", "Đặng Thị Huệ"),
    ),
    (
        "no dashes",
        "Nơi nhận:\nNhư trên;\nLưu: VT.\nGIÁM ĐỐC\nLý Thị Thu\n",
        ["Như trên", "Lưu: VT"],
        (None, None, None, "GIÁM ĐỐC", "Lý Thị Thu"),
    ),
    (
        "two posts",
        "TM. CỤM THI ĐUA SỐ 3\nCỤM TRƯỞNG\nCHỦ TỊCH UBND HUYỆN ĐÔNG HÒA\n\nPhạm Hùng Sơn\n",
        [],
        ("TM.", "CỤM THI ĐUA SỐ 3", None, "CỤM TRƯỞNG CHỦ TỊCH UBND HUYỆN ĐÔNG HÒA", "Phạm Hùng Sơn"),
    ),
    (
        "a post over two lines",
        "K/T BỘ TRƯỞNG,\nCHỦ NHIỆM\nPHÓ CHỦ NHIỆM\nNguyễn Sỹ Hiền\n",
        [],
        ("KT.", "BỘ TRƯỞNG, CHỦ NHIỆM", None, "PHÓ CHỦ NHIỆM", "Nguyễn Sỹ Hiền"),
    ),
    (
        "a long organ",
        "TL. BỘ TRƯỞNG\nKT. CỤC TRƯỞNG CỤC QUẢN LÝ VÀ PHÁT TRIỂN\nTHỊ TRƯỜNG TRONG NƯỚC\nPHÓ CỤC TRƯỞNG\nTrương Thúy Hiền\n",
        [],
        ("TL.", "BỘ TRƯỞNG", "CỤC TRƯỞNG CỤC QUẢN LÝ VÀ PHÁT TRIỂN THỊ TRƯỜNG TRONG NƯỚC", "PHÓ CỤC TRƯỞNG", "Trương Thúy Hiền"),
    ),
    (
        "two signers beside each other",
        """\
        THƯ KÝ                             CHỦ TỌA
      (Đã ký)                             (Đã ký)
  Mai Thị Nhàn                        Trịnh Công Bằng
""",
        [],
        (None, None, None, "CHỦ TỌA", "Trịnh Công Bằng"),
    ),
    (
        "two signers one after the other",
        "THƯ KÝ\nMai Thị Nhàn\n\nTRƯỞNG BAN KIỂM PHIẾU\nTrịnh Công Bằng\n",
        [],
        (None, None, None, "TRƯỞNG BAN KIỂM PHIẾU", "Trịnh Công Bằng"),
    ),
    (
        "titles and stamps",
        """\
Nơi nhận:
- Như trên;
- Lưu: VT.

3

TUQ. TỔNG GIÁM ĐỐC
TRƯỞNG BAN TỔ CHỨC
Đại tá, TS. Bế Văn Ánh

Ký bởi: Công ty An Hải
Thời gian ký: 05/06/2022 10:00:00 +07:00
""",
        ["Như trên", "Lưu: VT"],
        ("TUQ.", "TỔNG GIÁM ĐỐC", None, "TRƯỞNG BAN TỔ CHỨC", "Bế Văn Ánh"),
    ),
    (
        "capitals of an old font lost",
        "KT/ bộ trưởng bộ thủy sản\nThứ trưởng\n(Đã ký)\nTrương Chí Dũng\n",
        [],
        ("KT.", "bộ trưởng bộ thủy sản", None, "Thứ trưởng", "Trương Chí Dũng"),
    ),
    (
        "a draft without a name",
        "Nơi nhận:\n- Như trên;\n- Lưu: VT, VP(H).\nTRƯỞNG BAN\n",
        ["Như trên", "Lưu: VT, VP(H)"],
        (None, None, None, "TRƯỞNG BAN", None),
    ),
    ("nothing", "Sở Nội vụ đề nghị các đơn vị thực hiện.\n", [], None),
]


@pytest.mark.parametrize(("text", "entries", "signed"), [row[1:] for row in CLOSINGS], ids=[row[0] for row in CLOSINGS])
def test_closings(text: str, entries: list[str], signed: Five | None) -> None:
    """The list without dashes and without the other column; the signer by words, not by place."""
    distribution, signature, codes = read(normalise(HEAD + text))
    assert [entry.text for entry in distribution] == entries
    found = signature and (signature.authority, signature.on_behalf_of, signature.acting_for, signature.position, signature.name)
    assert found == signed
    assert codes == {code for code, given in (("D601", signed), ("D602", entries)) if not given}


@pytest.mark.parametrize("text", [row[1] for row in CLOSINGS], ids=[row[0] for row in CLOSINGS])
def test_evidence_gives_the_value_again(text: str) -> None:
    """The text under the evidence is the value, and lies in the record's span."""
    source = normalise(HEAD + text)
    distribution, signature, _ = read(source)
    for record, fields in [
        *((entry, ["text"]) for entry in distribution),
        *([(signature, ["on_behalf_of", "acting_for", "position", "name"])] if signature else []),
    ]:
        for field in fields:
            pieces = [span for name, span in record.evidence.items() if name.split(".")[0] == field]
            shown = " ".join(fold_blanks(span.of(source.text)) for span in pieces)
            assert shown == (getattr(record, field) or "")
            assert all(record.span.holds(span) for span in pieces)


ARCHIVES = [
    ("- Lưu: VT, TTR (2b).", ("VT", "TTR"), 2),
    ("- Lưu: VT, TCHC(03 bản).", ("VT", "TCHC"), 3),
    ("- Lưu: VT, NV (V-10b).", ("VT", "NV"), 10),
    ("- Lưu: VT, CN (2). nvv", ("VT", "CN"), 2),
    ("- Lưu VP, Vụ CB.", ("VP", "Vụ CB"), None),
    ("- Lưu: VT, P.KTTH; HS.", ("VT", "P.KTTH", "HS"), None),
    ("- Lưu: VT, TTTN (haipq).", ("VT", "TTTN"), None),
]


@pytest.mark.parametrize(("line", "units", "copies"), ARCHIVES)
def test_archive_line(line: str, units: tuple[str, ...], copies: int | None) -> None:
    """Lưu: the units that keep a copy, and how many; who typed it is neither."""
    distribution, _, _ = read(normalise(f"{HEAD}Nơi nhận:\n- Như trên;\n{line}\n\nGIÁM ĐỐC\nLê Văn An\n"))
    assert [entry.archive for entry in distribution] == [False, True]
    assert (distribution[-1].units, distribution[-1].copies) == (units, copies)


def test_a_list_typed_as_a_field() -> None:
    """A letterhead of labelled fields gives Nơi nhận on one line, before the body."""
    text = "SỐ KÝ HIỆU: /THPT-HC\nTRÍCH YẾU: V/v họp\nKÍNH GỬI: Các tổ.\n"
    text += "NƠI NHẬN: Sở GDĐT (b/c); Các tổ; Lưu: VT\nNỘI DUNG:\nNhà trường họp.\n"
    distribution, signature, codes = read(normalise(text))
    assert [entry.text for entry in distribution] == ["Sở GDĐT (b/c)", "Các tổ", "Lưu: VT"]
    assert (signature, codes) == (None, {"D601"})


AUTHORITIES = [
    ("KT. GIÁM ĐỐC", "KT."),
    ("KT.GIÁM ĐỐC", "KT."),
    ("K/T CHỦ TỊCH", "KT."),
    ("KT/ CHỦ TỊCH", "KT."),
    ("KT GIÁM ĐỐC", "KT."),
    ("T/M Ban Thường vụ", "TM."),
    ("TM. Ban Giám hiệu", "TM."),
    ("TUQ. GIÁM ĐỐC", "TUQ."),
    ("T/UQ GIÁM ĐỐC", "TUQ."),
    ("T/L TRƯỞNG BAN", "TL."),
    ("Q. GIÁM ĐỐC", "Q."),
    ("Q. Ba Đồn", None),
    ("TM Group công bố", None),
    ("TLĐ", None),
    ("KTTH", None),
    ("Tm. abc", None),
]


@pytest.mark.parametrize(("text", "code"), AUTHORITIES)
def test_authorities(text: str, code: str | None) -> None:
    """With stop, slash or blank; districts, companies and initials are none."""
    found = authority(text)
    assert (found and found[0]) == code


NAMES = [
    ("Nguyễn Văn Bình", "Nguyễn Văn Bình"),
    ("(đã ký) Nguyễn Văn Bình", "Nguyễn Văn Bình"),
    ("Đặng Văn Ba (đã ký)", "Đặng Văn Ba"),
    ("PGS.TS. Lê Hữu Phước", "Lê Hữu Phước"),
    ("BS CKI. Lê Hữu Phước", "Lê Hữu Phước"),
    ("Thượng tá Võ Thành Danh", "Võ Thành Danh"),
    ("NGUYỄN THỊ HỒNG", "NGUYỄN THỊ HỒNG"),
    ("H’Yên Mlô", "H’Yên Mlô"),
    ("Y Thông Niê", "Y Thông Niê"),
    ("PHÒNG NỘI VỤ", None),
    ("Phó Giám đốc", None),
    ("Cổng TTĐT TP", None),
    ("Bình", None),
    ("Hà Nội, Huế", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names(text: str, name: str | None) -> None:
    """Academic and military titles are left out; organs and abbreviations are no names."""
    found = person_name(text)
    assert (found and found.of(text)) == name


@pytest.mark.parametrize(
    "text", ["GIÁM ĐỐC", "Thứ trưởng", "PHÓ CHI CỤC TRƯỞNG", "Q. CỤC TRƯỞNG", "TRƯỞNG CÔNG AN HUYỆN", "HIỆU TRƯỜNG"]
)
def test_positions(text: str) -> None:
    """Posts that sign; in capitals with a wrong tone as well."""
    assert is_position(text)


def test_a_surname_is_no_position() -> None:
    """Trương is a surname, Trưởng a post."""
    assert not is_position("Trương Văn Ba")
    assert not is_position("TRƯƠNG VĂN BA")
    assert has_surname("Trương Văn Ba")
    assert not has_surname("Cổng Thông Tin")


def test_the_list_of_a_quoted_form_does_not_end_the_body() -> None:
    """`nơi nhận` inside a sentence is no list."""
    source = normalise(f"{HEAD}Đề nghị ghi rõ nơi nhận: văn thư của Sở.\nMục tiếp theo.\n")
    distribution, signature, _ = read(source)
    assert (distribution, signature) == ((), None)


def test_folded_evidence_of_old_spellings() -> None:
    """Tone places and `T/M` stay as printed in the evidence."""
    source = normalise(f"{HEAD}T/M UỶ BAN NHÂN DÂN\nCHỦ TỊCH\nHồ Văn Hoà\n")
    _, signature, _ = read(source)
    assert signature is not None
    assert signature.evidence["authority"].of(source.text) == "T/M"
    assert fold(signature.on_behalf_of or "") == "ủy ban nhân dân"


# name: what is repeated, whether a Nơi nhận and a signature are found
HOSTILE = {
    "authorities": ("TM. ỦY BAN NHÂN DÂN\n", False, True),
    "positions": ("x.\nGIÁM ĐỐC\n", False, False),
    "entries": ("Nơi nhận:\n- Sở Nội vụ;\n", True, False),
    "long entry": ("- Sở Nội vụ, ", False, False),
    "names": ("x.\n\nGIÁM ĐỐC\nNguyễn Văn A\n", False, True),
    "cells": ("| Nơi nhận: | KT. GIÁM ĐỐC |\n", False, True),
    "one line": ("Nơi nhận: KT. GIÁM ĐỐC ", False, False),
}


@pytest.mark.parametrize(("unit", "listed", "signed"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read(unit: str, listed: bool, signed: bool) -> None:
    """Pieces of closings without end: what is found stands in the text."""
    source = SourceText(text=unit * (20_000 // len(unit)))
    distribution, signature, _ = read(source)
    assert (bool(distribution), signature is not None) == (listed, signed)
    for fact in (*distribution, *([signature] if signature else [])):
        assert all(0 <= span.start < span.end <= len(source.text) for span in (fact.span, *fact.evidence.values()))


@pytest.mark.parametrize(
    ("before", "after", "entries"),
    [
        ("- Như trên;\n- Các phòng;", "- Các xã;\n- Lưu: VT.", ["Như trên", "Các phòng", "Các xã", "Lưu: VT"]),
        ("Như trên;\nCác phòng;", "Các xã;\nLưu: VT.", ["Như trên", "Các phòng", "Các xã", "Lưu: VT"]),
        ("- Như trên;\n- Lưu: VT.", "1. Mua máy in;\n2. Mua bàn ghế;", ["Như trên", "Lưu: VT"]),
    ],
)
def test_a_list_cut_by_a_page_break(before: str, after: str, entries: list[str]) -> None:
    """What the next page has of Nơi nhận stands behind the signature."""
    report = parse(f"{HEAD}Nơi nhận:\n{before}\n\nGIÁM ĐỐC\n\nLê Văn Bảy\n{after}")
    assert [entry.text for entry in report.distribution] == entries
    assert report.signature is not None
    assert report.signature.name == "Lê Văn Bảy"
