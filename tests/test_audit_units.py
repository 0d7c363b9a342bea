"""Whose report it is: names that differ only in writing are one unit, names that may be two stay two; the user's own files."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_parse import audit, parse
from vnreport_parse.auditing.corrections import load_corrections, read_units, settle_corrections
from vnreport_parse.auditing.rules.letters import sample
from vnreport_parse.auditing.unit_names import unit_key, words_of
from vnreport_parse.auditing.units import find_expected, readable
from vnreport_parse.errors import UsageError

GIVEN = "Chủ tịch UBND tỉnh tặng Bằng khen cho 04 tập thể và 09 cá nhân."
TIME = "6 tháng đầu năm 2022"

# issuer, parent organ, place: the members of a row are one unit
SAME = [
    [
        ("Sở KH&CN", "UBND tỉnh Lam Khê", "Lam Khê"),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "ỦY BAN NHÂN DÂN TỈNH LAM KHÊ", "Lam Khê"),
        ("Sở Khoa học - Công nghệ tỉnh Lam Khê", None, None),
        ("Sở Khoa học và Công nghệ Lam Khê", "UBND tỉnh Lam Khê", None),
        ("Sở KHCN", "UBND TỈNH LAM KHÊ", None),
    ],
    [
        ("Sở LĐ-TB&XH", "UBND tỉnh Lam Khê", None),
        ("Sở Lao động - Thương binh và Xã hội", "UBND tỉnh Lam Khê", None),
        ("SỞ LAO ĐỘNG, THƯƠNG BINH VÀ XÃ HỘI TỈNH LAM KHÊ", None, None),
        ("Sở LĐTB và XH", "UBND tỉnh Lam Khê", None),
    ],
    [("Sở VH,TT&DL tỉnh Lam Khê", None, None), ("Sở Văn hóa, Thể thao và Du lịch", "UBND tỉnh Lam Khê", None)],
    [("Sở NN&PTNT tỉnh Lam Khê", None, None), ("Sở Nông nghiệp và Phát triển nông thôn tỉnh Lam Khê", None, None)],
    [
        ("Uỷ ban nhân dân huyện Đông Khê", None, "Đông Khê"),
        ("UBND HUYỆN ĐÔNG KHÊ", None, None),
        ("Ủy ban nhân dân huyện Đông Khê", None, None),
    ],
    [("UBND TP. Hồ Chí Minh", None, None), ("Ủy ban nhân dân thành phố Hồ Chí Minh", None, None)],
    [("Phòng GD&ĐT", "UBND huyện Đông Khê", "Đông Khê"), ("Phòng Giáo dục và Đào tạo Đông Khê", "UBND HUYỆN ĐÔNG KHÊ", None)],
    [("Trường THCS Tân Sa", "UBND huyện Đông Khê", None), ("Trường Trung học cơ sở Tân Sa", "UBND huyện Đông Khê", "Tân Sa")],
    [("Cụm thi đua số 3", "UBND tỉnh Lam Khê", None), ("Cụm Thi đua số 03", "UBND tỉnh Lam Khê", None)],
    [("Hội LHPN tỉnh Lam Khê", None, None), ("Hội Liên hiệp Phụ nữ tỉnh Lam Khê", "Hội Liên hiệp Phụ nữ Việt Nam", None)],
    [("BHXH tỉnh Lam Khê", "Bảo hiểm xã hội Việt Nam", "Lam Khê"), ("Bảo hiểm xã hội tỉnh Lam Khê", None, None)],
    [("Bệnh viện Đa khoa tỉnh", "SỞ Y TẾ TỈNH LAM KHÊ", None), ("Bệnh viện Đa khoa tỉnh Lam Khê", None, None)],
    [("UBND xã Mỹ Sa", "UBND huyện Đông Khê", None), ("UBND xã Mĩ Sa, huyện Đông Khê", None, None)],
]
# these are two units each
DIFFERENT = [
    (("Sở Nội vụ", "UBND tỉnh Lam Khê", None), ("Sở Nội vụ", "UBND tỉnh Hòa Lương", None)),
    (("Sở Nội vụ", None, "Lam Khê"), ("Sở Nội vụ", None, "Hòa Lương")),
    (("Phòng Nội vụ", "UBND huyện Đông Khê", None), ("Phòng Nội vụ", "UBND huyện Tây Khê", None)),
    (("UBND huyện Đông Khê", None, None), ("UBND huyện Tây Khê", None, None)),
    (("UBND tỉnh Lam Khê", None, None), ("UBND thành phố Lam Khê", None, None)),
    (("UBND thị trấn Đông Khê", None, None), ("UBND huyện Đông Khê", None, None)),
    (("Văn phòng", "Sở Y tế tỉnh Lam Khê", None), ("Văn phòng", "Sở Xây dựng tỉnh Lam Khê", None)),
    (("Trường THCS Tân Sa", "UBND huyện Đông Khê", None), ("Trường THCS Tân Sa", "UBND huyện Tây Khê", None)),
    (("Trường THCS Tân Sa", "UBND huyện Đông Khê", None), ("Trường Tiểu học Tân Sa", "UBND huyện Đông Khê", None)),
    (("Sở Tài chính tỉnh Lam Khê", None, None), ("Sở Tài nguyên và Môi trường tỉnh Lam Khê", None, None)),
    (("Cụm thi đua số 3", "UBND tỉnh Lam Khê", None), ("Cụm thi đua số 13", "UBND tỉnh Lam Khê", None)),
    (("Công an huyện Đông Khê", "Công an tỉnh Lam Khê", None), ("Công an huyện Đông Khê", "Công an tỉnh Hòa Lương", None)),
    (("Hội Nông dân tỉnh Lam Khê", None, None), ("Hội Nông dân thành phố Lam Khê", None, None)),
    (("Huyện ủy Đông Khê", None, None), ("Tỉnh ủy Đông Khê", None, None)),
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0][0])
def test_writing_makes_no_unit(names: list[tuple[str, str | None, str | None]]) -> None:
    """Case, tone placement, abbreviations, dashes and where the place stands are writing."""
    assert len({unit_key(*name) for name in names}) == 1, [unit_key(*name) for name in names]


@pytest.mark.parametrize(("one", "other"), DIFFERENT, ids=lambda name: name[0])
def test_units_that_may_differ_stay_apart(
    one: tuple[str, str | None, str | None], other: tuple[str, str | None, str | None]
) -> None:
    """Another place, level, superior or number is another unit."""
    assert unit_key(*one) != unit_key(*other)


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("Hội LHPN", "hội liên hiệp phụ nữ"),
        ("SỞ GTVT", "sở giao thông vận tải"),
        ("Ban TĐKT", "ban thi đua khen thưởng"),
        ("Hợp tác xã Nông nghiệp Tân Sa (HTX)", "hợp tác xã nông nghiệp tân sa"),
        ("Phòng Lao động - TB&XH", "phòng lao động thương binh xã hội"),
        ("Ban", "ban"),
        ("", ""),
    ],
)
def test_words_of_a_name(printed: str, words: str) -> None:
    """Abbreviations spelled out; what is left is folded."""
    assert " ".join(words_of(printed)) == words


def test_a_word_in_capitals_is_no_abbreviation() -> None:
    """A name printed in capitals is read syllable by syllable, and its abbreviations all the same."""
    assert words_of("SỞ GD&ĐT TỈNH LAM KHÊ") == words_of("Sở Giáo dục và Đào tạo tỉnh Lam Khê")
    assert words_of("BAN QUẢN LÝ KCN") == words_of("Ban Quản lý khu công nghiệp")


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("ĐẢNG BỘ TỈNH LAM KHÊ", "Đảng bộ tỉnh Lam Khê"),
        ("SỞ Y TẾ", "Sở Y tế"),
        ("UBND HUYỆN ĐÔNG KHÊ", "UBND huyện Đông Khê"),
        ("Sở Nội vụ", "Sở Nội vụ"),
    ],
)
def test_capitals_are_shown_as_a_sentence_has_them(printed: str, shown: str) -> None:
    """Nobody likes to be shouted at by a table."""
    assert readable(printed) == shown


def test_the_mapping_is_told() -> None:
    """Every printed name leads to its unit, with the reports it stood on."""
    found = audit(
        [
            parse(sample("Sở KH&CN", 15, "2022-06-10", TIME, GIVEN)),
            parse(sample("Sở Khoa học và Công nghệ", 90, "2022-12-10", "năm 2022", GIVEN)),
            parse(sample("Sở Xây dựng", 9, "2022-06-12", TIME, GIVEN)),
        ]
    )
    assert len({name.unit for name in found.units}) == 2
    by_unit = {name.printed.rpartition(" / ")[2]: name.unit for name in found.units}
    assert by_unit["SỞ KH&CN"] == by_unit["SỞ KHOA HỌC VÀ CÔNG NGHỆ"]
    assert sorted(path for name in found.units for path in name.reports) == ["report:1", "report:2", "report:3"]


def test_a_place_of_unknown_level_gets_the_only_one_there_is() -> None:
    """`Phòng Nội vụ`, written from Đông Khê, is that of the district; where two levels would do, it stays by itself."""
    plain = parse(sample("Phòng Nội vụ", 15, "2022-06-10", TIME, GIVEN, parent="").replace("Lam Khê, ngày", "Đông Khê, ngày"))
    district = parse(sample("Phòng Nội vụ", 90, "2022-12-10", "năm 2022", GIVEN, parent="UBND huyện Đông Khê"))
    town = parse(sample("Phòng Nội vụ", 7, "2022-12-11", "năm 2022", GIVEN, parent="UBND thị xã Đông Khê"))
    assert len({report.unit for report in audit([plain, district]).reports}) == 1
    assert len({report.unit for report in audit([plain, district, town]).reports}) == 3


# ---------------------------------------------------------------- the user's own files
def write(folder: Path, text: str, name: str = "sua.csv") -> Path:
    """A file of the user."""
    path = folder / name
    path.write_text(text, "utf-8-sig")
    return path


def test_corrections_have_the_last_word(tmp_path: Path) -> None:
    """By path or by printed name, unit, period or both; a spreadsheet's own way to save CSV is read."""
    path = write(tmp_path, "report;printed;unit;period\nreport:1;;Sở Y tế tỉnh Lam Khê;2021\n;Sở Xây dựng;Sở Xây dựng mới;\n")
    reports = [
        parse(sample("Sở Nội vụ", 15, "2022-06-10", TIME, GIVEN)),
        parse(sample("Sở Xây dựng", 9, "2022-06-12", TIME, GIVEN)),
        parse(sample("Sở Y tế", 3, "2022-06-12", TIME, GIVEN)),
    ]
    found = audit(reports, corrections=path)
    assert [(report.unit, report.period) for report in found.reports] == [
        ("Sở Y tế tỉnh Lam Khê", "2021"),
        ("Sở Xây dựng mới", "2022-01/2022-06"),
        ("Sở Y tế tỉnh Lam Khê", "2022-01/2022-06"),
    ]
    assert {name.how for name in found.units if name.reports[0] in ("report:1", "report:2")} == {"corrected"}
    assert found.notes == ()


@pytest.mark.parametrize(
    ("row", "note"),
    [
        ("c.txt,,Sở A,", "không có báo cáo nào là c.txt"),
        (",Sở Không Có,Sở A,", "không có báo cáo nào là Sở Không Có"),
        ("a.txt,,,2022-13", "kỳ 2022-13 không đúng EDTF"),
        ("a.txt,,Sở B,\na.txt,,Sở C,", "trùng với dòng 2"),
        (",,Sở B,", "cần có báo cáo hoặc tên in"),
        ("a.txt,,,", "cần có báo cáo hoặc tên in"),
        ("x/b.txt,,Sở B,\nb.txt,,Sở C,", "b.txt chỉ nhiều báo cáo"),
    ],
)
def test_rows_that_cannot_be_used_are_told(tmp_path: Path, row: str, note: str) -> None:
    """The line and the reason; the other rows are used."""
    given = load_corrections(write(tmp_path, f"report,printed,unit,period\n{row}\n"))
    settled = settle_corrections(given, ["a.txt", "x/b.txt", "y/b.txt"], ["Sở Y tế"])
    assert len(settled.notes) == 1
    assert note in settled.notes[0]
    assert settled.notes[0].startswith("sua.csv, dòng ")


def test_the_end_of_a_path_is_enough(tmp_path: Path) -> None:
    """As long as it is the end of one path only."""
    given = load_corrections(write(tmp_path, "báo cáo,đơn vị\ny/b.txt,Sở B\n"))
    assert settle_corrections(given, ["in/x/b.txt", "in/y/b.txt"], []).unit("in/y/b.txt", ()) == "Sở B"


@pytest.mark.parametrize("text", ["", "tên,giá trị\na,b\n", "\n\n"])
def test_a_file_without_the_columns_is_refused(tmp_path: Path, text: str) -> None:
    """It is said at once, before a report is read."""
    with pytest.raises(UsageError, match="no head line"):
        load_corrections(write(tmp_path, text))


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    """With its name."""
    with pytest.raises(UsageError, match=r"khong\.csv"):
        load_corrections(tmp_path / "khong.csv")
    (tmp_path / "cu.csv").write_bytes("đơn vị".encode("utf-16"))
    with pytest.raises(UsageError, match="UTF-8"):
        read_units(tmp_path / "cu.csv")


def test_list_of_units(tmp_path: Path) -> None:
    """Lines, or the column of a table; a unit that stands twice is told and counts once."""
    names, notes = read_units(write(tmp_path, "# các sở\nSở Y tế\nSở KH&CN\n\nSở Khoa học và Công nghệ\n", "units.txt"))
    assert names == ("Sở Y tế", "Sở KH&CN")
    assert notes == ("units.txt, dòng 5: trùng với dòng 3, dùng dòng 3",)
    names, notes = read_units(write(tmp_path, 'STT;Đơn vị\n1;"Sở Y tế"\n2;UBND huyện Đông Khê\n'), "en")
    assert (names, notes) == (("Sở Y tế", "UBND huyện Đông Khê"), ())


def test_expected_units_are_found_without_their_province() -> None:
    """Where only one unit of the audit has the name; of two it is neither."""
    units = ["Sở Nội vụ tỉnh Lam Khê", "Phòng Nội vụ huyện Đông Khê", "Phòng Nội vụ huyện Tây Khê"]
    found = find_expected(["Sở Nội vụ", "Phòng Nội vụ", "Phòng Nội vụ huyện Tây Khê", "Sở Y tế"], units)
    assert [row.unit for row in found] == ["Sở Nội vụ tỉnh Lam Khê", None, "Phòng Nội vụ huyện Tây Khê", None]


def test_missing_units() -> None:
    """Of each period that others reported; who reported the whole year is not missed from its half."""
    reports = [
        parse(sample("Sở Y tế", 15, "2022-06-10", TIME, GIVEN)),
        parse(sample("Sở Xây dựng", 9, "2022-06-12", TIME, GIVEN)),
        parse(sample("Sở Tư pháp", 4, "2022-12-12", "năm 2022", GIVEN)),
    ]
    found = audit(reports, units=["Sở Y tế", "Sở Xây dựng", "Sở Tư pháp", "Sở Nội vụ"])
    assert [(row.unit, row.period) for row in found.missing_units] == [("Sở Nội vụ", "2022-01/2022-06")]
    assert [finding.unit for finding in found.findings if finding.code == "R408"] == ["Sở Nội vụ"]
    assert audit(reports).missing_units == ()
