"""The rules of an audit: their examples, what they must let pass, whose level an authority is, and the settings of a user."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnreport_parse import parse
from vnreport_parse.auditing.config import Settings, load_settings
from vnreport_parse.auditing.facts import Context
from vnreport_parse.auditing.rules import all_rules, check_report
from vnreport_parse.auditing.rules.base import Days
from vnreport_parse.auditing.rules.conferrers import level_of
from vnreport_parse.auditing.run import audit
from vnreport_parse.errors import UsageError

RULES = all_rules()
EXPECTED = ("Sở Y tế", "Sở Nội vụ")  # the units that a list of the user names, for the rules that need one
# Codes never change their meaning: a code may be added here, none taken away.
CODES = (
    "R101 R102 R103 R104 R105 R106 R107 R108 R109 R110 R111 R112 R113 R114 R115 "
    "R201 R202 R203 R204 R205 R206 R207 R208 R209 R210 R211 R212 R213 R214 "
    "R301 R302 R303 R304 R305 R306 R307 R308 R309 R310 R311 R313 R314"
).split()


def found(text: str, *codes: str) -> list[str]:
    """The codes that a text triggers, of those asked for."""
    return [finding.code for finding in check_report(parse(text), "a.txt", Context(enabled=frozenset(codes or RULES)))]


def across(rule, texts: tuple[str, ...]) -> set[str]:
    """The codes that texts trigger together, when this one rule is on."""
    chosen = Settings(select=(rule.code,))
    return {finding.code for finding in audit([parse(text) for text in texts], config=chosen, units=EXPECTED).findings}


# ---------------------------------------------------------------- the registry
def test_no_code_is_lost():
    """Users name codes in their settings and in their notes."""
    assert set(CODES) <= set(RULES)
    assert all(re.fullmatch(r"R[1-4]\d\d", code) for code in RULES)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_says_all_of_itself(code):
    """Title, message and source in both languages, a docstring, examples."""
    rule = RULES[code]
    for texts in (rule.title, rule.message, rule.source):
        assert all(texts)
        assert set(re.findall(r"{(\w+)", texts.vi)) == set(re.findall(r"{(\w+)", texts.en))
    assert all(reason.endswith(".") for reason in rule.reason)
    assert all((rule.fires, rule.silent))
    assert rule.on <= rule.verified


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if rule.scope == "report"])
def test_the_examples_of_a_rule(code):
    """One triggers it, the other does not."""
    assert all(code in found(text, code) for text in RULES[code].fires)
    assert not any(found(text, code) for text in RULES[code].silent)


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if rule.scope == "across"])
def test_the_examples_of_a_rule_across_reports(code):
    """The reports of one set do not go together, those of the other do."""
    assert across(RULES[code], RULES[code].fires) == {code}
    assert not across(RULES[code], RULES[code].silent)


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if rule.scope == "report"])
def test_a_finding_points_at_its_spans(code):
    """Every span lies in the text, and its excerpt holds it."""
    for text in RULES[code].fires:
        report = parse(text)
        for finding in check_report(report, "a.txt", Context(enabled=frozenset([code]), language="en")):
            assert finding.reports == ("a.txt",)
            assert finding.evidence
            assert all(
                e.span.of(report.text).split() == e.excerpt[e.mark.start : e.mark.end].split()
                for e in finding.evidence
                if len(e.excerpt) < 390
            )


# ---------------------------------------------------------------- what must pass, and what must not
def titled(body: str, year: int = 2021, day: str = "ngày 10 tháng 12") -> str:
    """A whole report around a body."""
    head = f"ỦY BAN NHÂN DÂN TỈNH LAM KHÊ\nSỞ Y TẾ\nSố: 12/BC-SYT\n\nLam Khê, {day} năm {year}\n\nBÁO CÁO\n"
    return f"{head}Tổng kết công tác thi đua, khen thưởng năm {year}\n\n{body}\n\nGIÁM ĐỐC\n(Đã ký)\nNguyễn Văn An\n"


OPPOSITES = [
    # parts after `trong đó` need not be all parts
    (
        "Chủ tịch UBND huyện tặng Giấy khen cho 20 tập thể, trong đó:\na) Chuyên đề: 09 tập thể;\nb) Đột xuất: 08 tập thể.",
        "R101",
        False,
    ),
    # a kind of which no parts are told is not compared
    (
        "Chủ tịch UBND huyện tặng Giấy khen cho 12 tập thể, 30 cá nhân, gồm:\na) Chuyên đề: 07 tập thể;\nb) Đột xuất: 05 tập thể.",
        "R101",
        False,
    ),
    # sorts of awards together are no more than the whole; other parts may overlap
    (
        "Chủ tịch UBND tỉnh tặng Bằng khen cho 20 tập thể, trong đó khen thường xuyên 12 tập thể, khen đột xuất 09 tập thể.",
        "R106",
        True,
    ),
    ("Chủ tịch UBND tỉnh tặng Bằng khen cho 20 cá nhân, trong đó có 12 cá nhân là nữ, 09 cá nhân là công nhân.", "R106", False),
    # one figure of several kinds, and the kinds
    ("Chủ tịch UBND tỉnh tặng Bằng khen cho 65 tập thể, cá nhân, gồm 20 tập thể và 40 cá nhân.", "R101", True),
    ("Chủ tịch UBND tỉnh tặng Bằng khen cho 65 tập thể, cá nhân, gồm 20 tập thể và 45 cá nhân.", "R101", False),
    ("Chủ tịch UBND tỉnh tặng Bằng khen cho 65 tập thể, cá nhân, trong đó có 20 tập thể và 12 cá nhân nữ.", "R101", False),
    # a total of staff; persons that are told with both of their titles
    (
        "I. KẾT QUẢ\nTổng số cán bộ: 120 người. Cụ thể:\n- Công nhận Lao động tiên tiến cho 100 cá nhân;\n- Tặng Giấy khen cho 12 cá nhân.",
        "R102",
        False,
    ),
    (
        "I. KẾT QUẢ\nTổng số có 100 cá nhân được khen thưởng. Cụ thể:\n- Công nhận Lao động tiên tiến cho 100 cá nhân;\n"
        "- Công nhận Chiến sĩ thi đua cơ sở cho 12 cá nhân.",
        "R102",
        False,
    ),
    # the turns of one award
    (
        "Tặng Giấy khen cho 10 tập thể, 25 cá nhân. Cụ thể: đợt 1 khen 4 tập thể, 10 cá nhân; đợt 2 khen 5 tập thể, 15 cá nhân.",
        "R101",
        True,
    ),
    (
        "Tặng Giấy khen cho 10 tập thể, 25 cá nhân. Cụ thể: đợt 1 khen 4 tập thể, 10 cá nhân; đợt 2 khen 6 tập thể, 15 cá nhân.",
        "R101",
        False,
    ),
    ("Tặng Giấy khen cho 10 tập thể. Trong đó, đợt 1 khen 4 tập thể; đợt 2 khen 5 tập thể.", "R101", False),
    # an item of its own sums up those before it
    (
        "I. KHEN\n1. Tặng Bằng khen cho 20 tập thể.\n\n2. Tặng Giấy khen cho 10 tập thể.\n\n3. Tổng cộng: 31 tập thể được khen thưởng.",
        "R102",
        True,
    ),
    (
        "I. KHEN\n1. Tặng Bằng khen cho 20 tập thể.\n\n2. Tặng Giấy khen cho 10 tập thể.\n\n3. Tổng cộng: 30 tập thể được khen thưởng.",
        "R102",
        False,
    ),
    # the total is of the first section alone
    (
        "I. KHEN THƯỞNG\nNăm qua có 15 tập thể, cá nhân được khen thưởng. Cụ thể:\n\n1. Chủ tịch UBND huyện tặng Giấy khen cho 10 tập thể, 05 cá nhân."
        "\n\n2. Bộ trưởng Bộ Y tế tặng Bằng khen cho 03 tập thể.",
        "R102",
        False,
    ),
    # a plain year in brackets is no word of number
    ("Chủ tịch UBND tỉnh tặng Bằng khen cho 02 (hai) tập thể, 05 (năm) cá nhân.", "R107", False),
    ("Chủ tịch UBND tỉnh tặng Bằng khen cho 12 (mười ba) tập thể.", "R107", True),
    # the share of the plan, and a change, are no part of the whole
    ("Có 28/30 xã đạt chuẩn, bằng 105% kế hoạch.", "R108", False),
    ("Còn 812/3.000 hộ nghèo, giảm 2,1% so với năm trước.", "R108", False),
    ("Đơn vị xếp thứ 3/14 huyện, đạt 95,2% số điểm.", "R108", False),
    ("Đã đi được 2/3 chặng đường, đạt 70%.", "R108", False),
    ("Có 12/14 xã, phường (85,7%) gửi báo cáo.", "R108", False),
    ("Có 12/14 xã, phường (87,5%) gửi báo cáo.", "R108", True),
    # the continuation of a table, and a row that numbers the columns
    ("1. Kết quả\n\nTT | Đơn vị | Điểm\n5 | Phòng Nội vụ | 92\n6 | Phòng Tư pháp | 91\n", "R111", False),
    (
        "1. Kết quả\n\n| TT | Đơn vị | Số giấy khen |\n|---|---|---|\n| (1) | (2) | (3) |\n| 1 | Phòng Y tế | 2 |\n| 2 | Phòng Nội vụ | 4 |\n| | Cộng | 6 |\n",
        "R104",
        False,
    ),
    (
        "1. Kết quả\n\n| TT | Đơn vị | Số giấy khen |\n|---|---|---|\n| (1) | (2) | (3) |\n| 1 | Phòng Y tế | 2 |\n| 2 | Phòng Nội vụ | 4 |\n| | Cộng | 9 |\n",
        "R104",
        True,
    ),
    # a list that only picks some out
    ("Công nhận danh hiệu Lao động tiên tiến cho 05 cá nhân, tiêu biểu là: Nguyễn Thị Hoa, Trần Văn Bình.", "R109", False),
    ("Công nhận danh hiệu Lao động tiên tiến cho 05 cá nhân: Nguyễn Thị Hoa, Trần Văn Bình …", "R109", False),
    # offices behind the names, semicolons between them
    ("Tặng Giấy khen cho 02 cá nhân: ông Lê Văn An, Trưởng phòng Nội vụ; bà Trần Thị Bình, chuyên viên.", "R109", False),
    ("Tặng Giấy khen cho 03 cá nhân: ông Lê Văn An, Trưởng phòng Nội vụ; bà Trần Thị Bình, chuyên viên.", "R109", True),
    # the name of one collective may hold a comma and an `và`
    ("Tặng Giấy khen cho 02 tập thể: Phòng Lao động, Thương binh và Xã hội, Phòng Nội vụ.", "R109", False),
    ("Tặng Giấy khen cho 04 tập thể: Phòng Y tế, Phòng Nội vụ, Phòng Tư pháp.", "R109", True),
    # one member a line
    ("Tặng Giấy khen cho 03 cá nhân sau:\n1. Nguyễn Thị Hoa, Trưởng phòng\n2. Trần Văn Bình, chuyên viên\n", "R109", True),
    ("Tặng Giấy khen cho 02 cá nhân sau:\n1. Nguyễn Thị Hoa, Trưởng phòng\n2. Trần Văn Bình, chuyên viên\n", "R109", False),
    ("Tặng Giấy khen cho 03 tập thể:\n- Phòng Nội vụ;\n- Phòng Tư pháp.\n\nNgoài ra không có.", "R109", True),
    ("Tặng Giấy khen cho 02 tập thể:\n- Phòng Nội vụ;\n- Phòng Tư pháp;\n- Đề nghị tặng Bằng khen cho 01 cá nhân.", "R109", False),
    ("Tặng Giấy khen cho 05 tập thể:\n- Phòng Nội vụ;\n- Chuyên đề chuyển đổi số: 03 tập thể.", "R109", False),
    # the list is of both figures; the lines are awards, no names
    ("Tặng Giấy khen cho 02 tập thể và 03 cá nhân, gồm: Phòng Y tế, Phòng Nội vụ, ông Lê Văn An.", "R109", False),
    (
        "Có 35 tập thể được khen thưởng, gồm:\n- Chủ tịch UBND tỉnh tặng Bằng khen cho 20 tập thể;\n- Sở Y tế tặng Giấy khen cho 15 tập thể.",
        "R109",
        False,
    ),
    # two of one name, told apart by their office
    ("Tặng Giấy khen cho 02 cá nhân: Nguyễn Thị Hoa (Phòng Y tế), Nguyễn Thị Hoa (Phòng Tư pháp).", "R110", False),
    # a list in a table: the same of the same person, or another title
    (
        "1. Danh sách\n\n| TT | Họ và tên | Danh hiệu |\n|---|---|---|\n| 1 | Lê Văn An | Bằng khen |\n| 2 | Lê Văn An | Bằng khen |\n",
        "R110",
        True,
    ),
    (
        "1. Danh sách\n\n| TT | Họ và tên | Danh hiệu |\n|---|---|---|\n| 1 | Lê Văn An | Bằng khen |\n| 2 | Lê Văn An | Giấy khen |\n",
        "R110",
        False,
    ),
    # five years from 2015 to 2020 is how plans count them
    ("Tặng Bằng khen cho 02 cá nhân có thành tích trong 05 năm (2015 - 2020).", "R112", False),
    ("Tặng Bằng khen cho 02 cá nhân có thành tích trong 05 năm (2016 - 2020).", "R112", False),
    ("Tặng Bằng khen cho 02 cá nhân có thành tích trong 05 năm (2018 - 2020).", "R112", True),
    # a collective may be given a Bằng khen, and a household too
    ("Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể, 03 hộ gia đình.", "R201", False),
    ("Tặng Kỷ niệm chương “Vì sự nghiệp giáo dục” cho 02 tập thể.", "R201", True),
    ("UBND tỉnh tặng Cờ thi đua cho 02 cá nhân.", "R201", True),
    ("Tặng Huy chương Kháng chiến hạng Nhất cho 05 gia đình.", "R201", False),
    # who hands it over need not be who confers it; unions and the army have rules of their own
    ("Sở Y tế đã tổ chức lễ trao Bằng khen cho 02 tập thể.", "R202", False),
    ("Liên đoàn Lao động tỉnh tặng Bằng khen cho 02 tập thể.", "R202", False),
    ("Tổng Giám đốc Bảo hiểm xã hội Việt Nam tặng Bằng khen cho 02 tập thể.", "R202", False),
    ("Giám đốc Đại học Thái Nguyên tặng Bằng khen cho 02 tập thể.", "R202", False),
    ("Chủ tịch UBND huyện tặng Bằng khen cho 02 tập thể.", "R202", True),
    ("Bộ trưởng Bộ Y tế tặng danh hiệu Chiến sĩ thi đua toàn quốc cho 02 cá nhân.", "R202", True),
    ("Đề nghị Giám đốc Sở Nội vụ công nhận danh hiệu Tập thể lao động xuất sắc cho 02 tập thể.", "R202", True),
    # the council's chairman is also the chairman of the people's committee
    ("Hội đồng Thi đua - Khen thưởng huyện, Chủ tịch Ủy ban nhân dân huyện đã tặng Giấy khen cho 02 tập thể.", "R205", False),
    # a list of persons that names the higher title of each
    (
        "1. Danh sách\n\n| TT | Họ và tên | Danh hiệu |\n|---|---|---|\n| 1 | Lê Văn An | Lao động tiên tiến |\n| 2 | Hồ Thị Cúc | Chiến sĩ thi đua cơ sở |\n",
        "R209",
        False,
    ),
    # the decision of the other half of the sentence
    (
        "Chính phủ tặng Cờ thi đua cho 01 tập thể theo Quyết định số 52/QĐ-TTg ngày 11/4/2021; UBND tỉnh tặng Cờ thi đua cho 02 tập thể.",
        "R210",
        False,
    ),
    # a letter of the same day; the day of the report is blank
    (titled("Thực hiện Công văn số 45/SNV-TĐKT ngày 10/12/2021 của Sở Nội vụ."), "R301", False),
    (titled("Thực hiện Công văn số 45/SNV-TĐKT ngày 15/12/2021 của Sở Nội vụ.", day="ngày     tháng 12"), "R301", False),
    (titled("Thực hiện Công văn số 45/SNV-TĐKT ngày 15/01/2022 của Sở Nội vụ.", day="ngày     tháng 12"), "R301", True),
    # what is still to come may have a later day
    (titled("Các phòng đã đăng ký tổ chức Hội nghị điển hình vào ngày 20/12/2021."), "R302", False),
    (titled("Hội nghị điển hình dự kiến tổ chức ngày 20/12/2021, các phòng đã chuẩn bị tham luận."), "R302", False),
    (titled("Hội nghị điển hình tổ chức ngày 20/12/2021 đã được chuẩn bị chu đáo."), "R302", False),
    (titled("Từ ngày 01/01/2021 đến ngày 31/12/2021 đã giải quyết 12.000 hồ sơ."), "R302", False),
    (titled("Ngày 20/12/2021, Hội đồng đã họp xét khen thưởng."), "R302", True),
    # the same number of another body, of another year
    ("Theo Quyết định số 45/QĐ-UBND ngày 12/3/2020 và Quyết định số 45/QĐ-UBND ngày 15/4/2021 của UBND tỉnh.", "R303", False),
    # two campaigns with the same figures
    (
        "1. Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể trong phong trào nông thôn mới.\n\n"
        "2. Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể trong phong trào giảm nghèo.",
        "R311",
        False,
    ),
    (
        "1. Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể (Quyết định số 45/QĐ-UBND ngày 12/3/2021).\n\n"
        "2. Trong năm, Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể theo Quyết định số 45/QĐ-UBND ngày 12/3/2021.",
        "R311",
        True,
    ),
]


@pytest.mark.parametrize(("text", "code", "wanted"), OPPOSITES)
def test_what_must_pass_and_what_must_not(text, code, wanted):
    """The sentence beside the one that a rule is for."""
    assert (code in found(text, code)) is wanted


LATE = [
    ("Theo Quyết định số 12/QĐ-UBND ngày 15/7/2025 của UBND huyện Tân Khê.", "R203", True),
    ("Theo Quyết định số 12/QĐ-UBND ngày 15/6/2025 của UBND huyện Tân Khê.", "R203", False),
    ("Chủ tịch UBND huyện tặng Giấy khen cho 02 cá nhân (Quyết định số 12/QĐ-UBND ngày 15/5/2025).", "R203", False),
    ("Năm 2024, Chủ tịch UBND huyện tặng Giấy khen cho 02 cá nhân (Quyết định số 12/QĐ-UBND ngày 15/7/2025).", "R203", True),
    ("Thực hiện Công văn số 12/BTNMT-TCCB ngày 05/4/2025.", "R204", True),
    ("Thực hiện Công văn số 12/BTNMT-TCCB ngày 05/02/2025.", "R204", False),
    ("Thực hiện Công văn số 12/BNNMT-TCCB ngày 05/4/2025 của Bộ Nông nghiệp và Môi trường.", "R204", False),
    ("Bộ trưởng Bộ Giao thông vận tải tặng Bằng khen cho 02 cá nhân (Quyết định số 45/QĐ-BGTVT ngày 12/02/2025).", "R204", False),
]


@pytest.mark.parametrize(("text", "code", "wanted"), LATE)
def test_bodies_that_were_abolished(text, code, wanted):
    """The day of the decision tells whether the body still was."""
    assert (code in found(titled(text, 2025), code)) is wanted


ERAS = [
    ("năm 2019", "R207", True),
    ("năm 2024", "R207", False),
    ("năm 2014", "R207", False),
    ("năm học 2021-2022", "R207", True),
]


@pytest.mark.parametrize(("period", "code", "wanted"), ERAS)
def test_the_year_of_the_award_decides(period, code, wanted):
    """Not the date of the report."""
    body = "1. Công nhận danh hiệu Lao động tiên tiến cho 50 cá nhân, danh hiệu Chiến sĩ thi đua cơ sở cho 12 cá nhân."
    assert (code in found(titled(body).replace("năm 2021\n\n1", f"{period}\n\n1"), code)) is wanted


def test_a_time_that_is_not_known_is_in_no_era():
    """An open end holds everything, a blank day nothing that has an end."""
    assert Days().hold(Days())
    assert not Days("2024-01-01", "").hold(Days())
    assert Days("2024-01-01", "").hold(Days("2024-01-01", "2024-12-31"))
    assert not Days("", "2023-12-31").hold(Days("2023-06-01", "2024-05-31"))


LEVELS = [
    ("Chủ tịch nước", "state"),
    ("Nhà nước Lào", None),
    ("Chính phủ Hoàng gia Campuchia", None),
    ("Thủ tướng Chính phủ", "government"),
    ("Bộ trưởng Bộ Giáo dục và Đào tạo", "ministry"),
    ("Bộ Tư lệnh Quân khu 7", None),
    ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh", None),
    ("Chủ tịch Uỷ ban nhân dân tỉnh", "province"),
    ("UBND thành phố Hà Nội", "province"),
    ("UBND thành phố", None),
    ("Chủ tịch UBND huyện Tân Khê", "district"),
    ("Chủ tịch UBND 06 huyện", "district"),
    ("Chủ tịch UBND các xã, phường", "commune"),
    ("Giám đốc Sở Văn hóa, Thể thao và Du lịch", "department"),
    ("Sở Y tế", "department"),
    ("Giám đốc Bệnh viện", "unit"),
    ("Hiệu trưởng", "unit"),
    ("Tổng Giám đốc Bảo hiểm xã hội Việt Nam", None),
    ("Giám đốc Đại học Thái Nguyên", None),
    ("Hội đồng Thi đua - Khen thưởng tỉnh", "advisory"),
    ("Cụm trưởng", "advisory"),
    ("Ban Thường vụ Tỉnh ủy", None),
    ("Tổng Liên đoàn Lao động Việt Nam", None),
    ("Bộ LĐTBXH, Tổng LĐLĐVN và Phòng Thương mại và Công nghiệp Việt Nam", None),
    (None, None),
]


@pytest.mark.parametrize(("authority", "level"), LEVELS)
def test_whose_level_an_authority_is(authority, level):
    """Where the words leave it open, no level."""
    assert level_of(authority) == level


@pytest.mark.parametrize(("language", "message"), [("vi", "Bằng khen: trong đó có 1.208 cá nhân, tổng chỉ có 1.100 cá nhân"),
                                                   ("en", "Bằng khen: 1,208 individuals of which, but 1,100 individuals in all")])  # fmt: skip
def test_messages_are_in_the_language_of_the_audit(language, message):
    """With numbers as that language writes them."""
    report = parse("Chủ tịch UBND tỉnh tặng Bằng khen cho 1.100 cá nhân, trong đó có 1.208 cá nhân là nữ.")
    assert [finding.message for finding in check_report(report, "a.txt", Context(language=language))] == [message]


@pytest.mark.parametrize(("language", "hint"), [("vi", "(đọc từ bản quét, cần đối chiếu với bản giấy)"),
                                                ("en", "(read from a scan: compare with the paper)")])  # fmt: skip
def test_a_finding_in_a_scan_says_so(language, hint):
    """The letters were recognised: a digit read wrongly may be all that does not add up."""
    report = parse("Chủ tịch UBND tỉnh tặng Bằng khen cho 1.100 cá nhân, trong đó có 1.208 cá nhân là nữ.")
    scanned = report.model_copy(update={"source": report.source.model_copy(update={"ocr": True})})
    context = Context(language=language)
    (said,) = (finding.message for finding in check_report(report, "a.txt", context))
    assert [finding.message for finding in check_report(scanned, "a.txt", context)] == [f"{said} {hint}"]


def test_the_sum_told_is_that_of_the_evidence_shown():
    """Of all that was told before, not of the part that happens to come nearest."""
    text = titled(
        "I. KHEN THƯỞNG\n\n1. Khen chuyên đề\n\nChủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể, 04 cá nhân.\n\n"
        "2. Khen năm học\n\nChủ tịch UBND tỉnh tặng Bằng khen cho 05 tập thể, 13 cá nhân.\n\n3. Tổng hợp: 20 bằng khen."
    )
    (finding,) = (one for one in check_report(parse(text), "a.txt", Context()) if one.code == "R103")
    assert "20 Bằng khen" in finding.message
    assert finding.message.endswith("được 24")
    shown = [e.excerpt[e.mark.start : e.mark.end] for e in finding.evidence]
    assert shown == ["20", "02 tập thể", "04 cá nhân", "05 tập thể", "13 cá nhân"]


# ---------------------------------------------------------------- settings
def enabled(settings: Settings, **chosen: tuple[str, ...]) -> set[str]:
    """The rules that are on."""
    return set(settings.context("vi", **chosen).enabled or ())


def test_the_rules_on_by_default_are_the_verified_ones():
    """A fact from memory, or a rule that needs a number of the user, is off."""
    assert enabled(Settings()) == {code for code, rule in RULES.items() if rule.on}
    assert not enabled(Settings()) & {"R208", "R314"}


def test_select_and_ignore_take_beginnings_and_the_longer_one_counts():
    """As linters do."""
    assert enabled(Settings(), select=("R1",)) == {code for code in RULES if code.startswith("R1")}
    assert "R314" not in enabled(Settings(), select=("R3",))
    assert enabled(Settings(), select=("r314",)) == {"R314"}
    assert enabled(Settings(), select=("R1,R201",), ignore=("R10",)) == {code for code in RULES if code.startswith("R11")} | {
        "R201"
    }
    assert enabled(Settings(), select=("R1", "R101"), ignore=("R10",)) >= {"R101", "R110"}
    assert enabled(Settings(select=("R2",)), select=("R101",)) == {"R101"}
    assert enabled(Settings(extend_select=("R208",))) == enabled(Settings()) | {"R208"}
    assert "R309" not in enabled(Settings(ignore=("R309",)))


def test_a_settings_file(tmp_path):
    """Codes, severities and thresholds reach the rules."""
    path = tmp_path / "vnreport.toml"
    path.write_text(
        '[audit]\nextend-select = ["R208"]\nignore = ["R311"]\nfail-on = "warning"\n[audit.severity]\nR309 = "error"\n[audit.thresholds.R208]\npercent = 10\n',
        "utf-8",
    )
    settings = load_settings(path)
    context = settings.context("en")
    assert settings.fail_on == "warning"
    assert context.thresholds == {"R208": {"percent": 10.0}}
    body = "1. Công nhận danh hiệu Lao động tiên tiến cho 50 cá nhân, danh hiệu Chiến sĩ thi đua cơ sở cho 06 cá nhân."
    assert [f.code for f in check_report(parse(titled(body, 2024)), "a.txt", context)] == ["R208"]
    draft = parse(titled("1. Tặng Giấy khen cho 02 cá nhân.").replace("Số: 12/", "Số:    /"))
    assert [(f.code, f.severity, f.message) for f in check_report(draft, "a.txt", context)] == [
        ("R309", "error", "The number is blank: /BC-SYT")
    ]


BAD = [
    ("[audit\n", "not TOML"),
    ("[audits]\n", "no setting audits; did you mean audit?"),
    ("[audit]\nselct = []\n", "no setting audit.selct; did you mean select?"),
    ('[audit]\nselect = ["R999"]\n', "audit.select: no rule 'R999'"),
    ('[audit]\nselect = "R1"\n', 'audit.select must be a list of codes, as ["R1", "R203"]'),
    ('[audit]\nfail-on = "fatal"\n', "audit.fail-on must be one of error, warning, info, not 'fatal'"),
    ('[audit.severity]\nR30 = "info"\n', "audit.severity: no rule 'R30'; did you mean R30"),
    ("[audit.thresholds.R207]\nprocent = 3\n", "no setting audit.thresholds.R207.procent; did you mean percent?"),
    ("[audit.thresholds.R207]\npercent = -1\n", "audit.thresholds.R207.percent must be a number, 0 or more, not -1"),
    ("[audit.thresholds.R107]\nx = 1\n", "audit.thresholds.R107: the rule has no thresholds"),
    ("audit = 3\n", "[audit] must be a table"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_settings_that_make_no_sense(tmp_path, text, message):
    """The file and the key are named, and what may have been meant."""
    path = tmp_path / "vnreport.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError) as raised:
        load_settings(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert message in str(raised.value)


def test_settings_that_are_not_there(tmp_path):
    """A file that was named must be there; none need be named."""
    with pytest.raises(UsageError, match="No such file"):
        load_settings(tmp_path / "none.toml")
    assert load_settings(None) == Settings()
    with pytest.raises(UsageError, match="no rule 'R1O1'; did you mean R1"):
        Settings().context("vi", select=("R1O1",))


# ---------------------------------------------------------------- laws
PIECES = st.sampled_from(
    [
        "Chủ tịch UBND tỉnh tặng Bằng khen cho 02 (ba) tập thể", "gồm:", "trong đó có 12 cá nhân", "Tổng cộng: 45 tập thể, cá nhân", "04 giấy khen",
        "1. ", "a) ", "- ", "\n", "\n\n", "; ", "(", ")", "| TT | Tập thể | Tổng số |\n|---|---|---|\n", "| 1 | 2 | 9 |\n", "| | Tổng cộng | 7 |\n",
        "ngày 31/11/2021", "Hội nghị tổng kết ngành ngày 28/12/2099 đã", "Quyết định số 45/QĐ-UBND ngày 12/3/2020", "12/14 xã (99,9%)", "BÁO CÁO\n",
        "Lao động tiên tiến cho 03 cá nhân: Lê Văn An, Lê Văn An", "danh hiệu Chiến sĩ thi đua cơ sở cho 99 cá nhân", "02 năm (2019, 2020, 2021)",
        "GIÁM ĐỐC\n(Đã ký)\nNguyễn Văn An\n\n", "DANH SÁCH\nđược tặng Giấy khen\n1. Lê Thị Hoa\n3. Phòng Y tế\n", "(có danh sách kèm theo)", "\u0000", "…",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_whatever_a_report_holds_the_rules_answer(pieces):
    """No rule fails, no finding is without a place in the text, and the same text gives the same findings."""
    report = parse("".join(pieces))
    everything = Context(enabled=frozenset(RULES), language="en")
    findings = check_report(report, "a.txt", everything)
    assert findings == check_report(report, "a.txt", everything)
    for finding in findings:
        assert finding.message
        assert "{" not in finding.message
        assert all(0 <= e.span.start <= e.span.end <= len(report.text) for e in finding.evidence)
