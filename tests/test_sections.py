"""The section tree: which lines are numbered units, how they nest, and what is a heading."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnreport_parse.diagnostics import Diagnostic
from vnreport_parse.lines import split_lines
from vnreport_parse.records import Section
from vnreport_parse.sections import build_sections
from vnreport_parse.source import normalise
from vnreport_parse.spans import Span, fold_blanks
from vnreport_parse.zones import Zones


def sections_of(text: str) -> tuple[str, tuple[Section, ...], list[Diagnostic]]:
    """The normalised text and its tree, with the whole text taken as the body."""
    source = normalise(text)
    end = len(source.text)
    zones = Zones(Span(0, 0), Span(0, end), Span(end, end))
    return source.text, *build_sections(source, split_lines(source), zones)


def walk(sections: Iterable[Section]) -> list[Section]:
    """All sections, in order."""
    return [section for top in sections for section in top.walk()]


def outline(text: str) -> str:
    """One line a unit: `I Title` for a heading, `1 -` for an item, two blanks a level."""
    return "\n".join(
        f"{'  ' * s.level}{s.label} {s.title or ('-' if s.kind == 'item' else '?')}" for s in walk(sections_of(text)[1])
    )


# (why, text, outline)
LABELS = [
    (
        "the scheme of a report: Roman, Arabic, letters; đ stands after d, g after e",
        "I. KẾT QUẢ\n1. Văn bản\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nđ) Năm;\ne) Sáu;\ng) Bảy;\n2. Khen thưởng\nĐã tặng.\nII. NHIỆM VỤ\n1. Duy trì.",
        "I KẾT QUẢ\n  1 Văn bản\n    a -\n    b -\n    c -\n    d -\n    đ -\n    e -\n    g -\n  2 Khen thưởng\nII NHIỆM VỤ\n  1 -",
    ),
    (
        "parts in words or numerals, in capitals or not, with the title below or beside",
        "PHẦN THỨ NHẤT\nKẾT QUẢ\nI. Thu\nĐạt.\nPhần thứ hai: Nhiệm vụ\nI. Thu\nTăng.\nPHẦN III. KIẾN NGHỊ\nKhông.",
        "Phần thứ nhất KẾT QUẢ\n  I Thu\nPhần thứ hai Nhiệm vụ\n  I Thu\nPhần III KIẾN NGHỊ",
    ),
    (
        "a part with a letter, the title in two centred lines",
        "Phần A\nĐÁNH GIÁ CHUNG\nNĂM 2014\n1. Tốt.\nPhần B\nNHIỆM VỤ\n1. Giữ vững.",
        "Phần A ĐÁNH GIÁ CHUNG NĂM 2014\n  1 -\nPhần B NHIỆM VỤ\n  1 -",
    ),
    (
        "a law: articles are counted through the chapters, divisions stand between",
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nÁp dụng chung.\nChương II\nTIÊU CHUẨN\nMục 1\nTẬP THỂ\nĐiều 2. Cờ thi đua\n1. Tặng hằng năm.\n"
        "Mục 2\nCÁ NHÂN\nĐiều 3. Bằng khen\nTặng khi có thành tích.",
        "Chương I QUY ĐỊNH CHUNG\n  Điều 1 Phạm vi\nChương II TIÊU CHUẨN\n  Mục 1 TẬP THỂ\n    Điều 2 Cờ thi đua\n      1 -\n"
        "  Mục 2 CÁ NHÂN\n    Điều 3 Bằng khen",
    ),
    (
        "a decision: Điều with a sentence is an item; the number may stand on the next line, the stop be a colon",
        "Điều\n1. Tặng Bằng khen cho 03 tập thể.\nĐiều 2: Quyết định này có hiệu lực từ ngày ký.\nĐiều 3.- Chánh Văn phòng chịu trách nhiệm thi hành.",
        "Điều 1 -\nĐiều 2 -\nĐiều 3 -",
    ),
    (
        "Party style: a dash after the number; decimals under their number",
        "I- TÌNH HÌNH\n1- Tổ chức\nCó 12 chi bộ.\n2- Khen thưởng\n2.1- Định kỳ: Tặng giấy khen.\n2.2- Đột xuất: Không có.\nII- NHIỆM VỤ\n1- Giữ vững.",
        "I TÌNH HÌNH\n  1 Tổ chức\n  2 Khen thưởng\n    2.1 Định kỳ\n    2.2 Đột xuất\nII NHIỆM VỤ\n  1 -",
    ),
    (
        "schools: slashes, letters with a stop, capitals above Roman or below",
        "A/ ĐẶC ĐIỂM\nI/ Thuận lợi\nĐội ngũ trẻ.\nII/ Khó khăn\nThiếu phòng.\nB/ KẾT QUẢ\n1/ Dạy tốt\na. Tập thể :\n+ Tổ Toán.\nb. Cá nhân :\n+ Cô Lan.",
        "A ĐẶC ĐIỂM\n  I Thuận lợi\n  II Khó khăn\nB KẾT QUẢ\n  1 Dạy tốt\n    a Tập thể\n    b Cá nhân",
    ),
    (
        "capital letters below Roman numerals",
        "I. NỘI DUNG\nA. KẾT QUẢ\nTốt.\nB. TỒN TẠI\nÍt.\nII. PHƯƠNG HƯỚNG\nTiếp tục.",
        "I NỘI DUNG\n  A KẾT QUẢ\n  B TỒN TẠI\nII PHƯƠNG HƯỚNG",
    ),
    (
        "no blank after the stop, a blank before it, a zero before the number",
        "I.KẾT QUẢ\n1.Công tác văn thư\nTốt.\n2 . Công tác lưu trữ\nTốt.\nII .NHIỆM VỤ\n01. Làm tốt việc cũ.\n02. Làm thêm việc mới.",
        "I KẾT QUẢ\n  1 Công tác văn thư\n  2 Công tác lưu trữ\nII NHIỆM VỤ\n  01 -\n  02 -",
    ),
    (
        "decimals without a stop at the end, under Roman numerals of the same value",
        "I. Giới thiệu\n1.1 Vị trí: Ở phía bắc.\n1.2 Truyền thống: Lâu đời.\nII. Tình hình\n2.1 Đội ngũ: Đủ.\n2.2 Học sinh: Đông.",
        "I Giới thiệu\n  1.1 Vị trí\n  1.2 Truyền thống\nII Tình hình\n  2.1 Đội ngũ\n  2.2 Học sinh",
    ),
    (
        "numbers made of two styles",
        "I. KẾT QUẢ\nI.1. Tập thể\nCó hai.\na) Cấp tỉnh\na.1) Cờ thi đua\nMột lá.\na.2) Bằng khen\nHai cái.\nI.2. Cá nhân\nCó ba.",
        "I KẾT QUẢ\n  I.1 Tập thể\n    a Cấp tỉnh\n      a.1 Cờ thi đua\n      a.2 Bằng khen\n  I.2 Cá nhân",
    ),
    (
        "three levels of decimals",
        "1. Học tập\n1.1. Chỉ thị\n1.1.1. Cấp tỉnh\nTốt.\n1.1.2. Cấp huyện\nTốt.\n1.2. Nghị quyết\nTốt.\n2. Kiểm tra\nTốt.",
        "1 Học tập\n  1.1 Chỉ thị\n    1.1.1 Cấp tỉnh\n    1.1.2 Cấp huyện\n  1.2 Nghị quyết\n2 Kiểm tra",
    ),
    (
        "4.1 belongs to the 4 above it, not to the IV above that",
        "I. A\nMột.\nII. B\nHai.\nIII. C\nBa.\nIV. D\n1. Một\nCó.\n2. Hai\nCó.\n3. Ba\nCó.\n4. Bốn\nCó.\n4.1. Nhỏ\nCó.\n4.2. To\nCó.\nV. E\nHết.",
        "I A\nII B\nIII C\nIV D\n  1 Một\n  2 Hai\n  3 Ba\n  4 Bốn\n    4.1 Nhỏ\n    4.2 To\nV E",
    ),
    (
        "brackets: a list of its own, also straight under a Roman numeral",
        "I. ĐỀ XUẤT\nĐơn vị kiến nghị:\n(1) Sớm thẩm định hồ sơ;\n(2) Hướng dẫn mức thưởng.",
        "I ĐỀ XUẤT\n  1 -\n  2 -",
    ),
    (
        "the same number with another sign is another level",
        "1. Tập thể:\n1) Phòng Nội vụ;\n2) Phòng Y tế.\n2. Cá nhân:\n1) Ông A;\n2) Bà B.",
        "1 Tập thể\n  1 -\n  2 -\n2 Cá nhân\n  1 -\n  2 -",
    ),
    (
        "a label alone on its line, the title on the next (HTML and PDF exports)",
        "I.\nĐẶC ĐIỂM\n1.\nThuận lợi\nCó nhiều.\n2.\nKhó khăn\nKhông.",
        "I ĐẶC ĐIỂM\n  1 Thuận lợi\n  2 Khó khăn",
    ),
    ("letters of the Latin alphabet", "a. A;\nb. B;\nc. C;\nd. D;\ne. E;\nf. F;\ng. G.", "a -\nb -\nc -\nd -\ne -\nf -\ng -"),
    ("a colon after the letter, before capitals", "A : MỞ ĐẦU\nLý do.\nB : NỘI DUNG\nCơ sở.", "A MỞ ĐẦU\nB NỘI DUNG"),
]

NOT_UNITS = [
    (
        "wrapped pieces of sentences: an article, a number, a date, a decimal, `quý I.`",
        "Trong năm, đơn vị đã làm tốt công tác thi đua theo quy định tại khoản 2\nĐiều 5. Các phòng đã thực hiện nghiêm túc, kịp thời theo mục\n"
        "1. Quy chế của cơ quan; họp sơ kết vào ngày\n31.5.2022 với sự có mặt của lãnh đạo, đạt tỷ lệ bình quân\n9,8 tiêu chí và tăng so với quý\n"
        "I. Kết quả đó được ghi nhận.\nI. HẠN CHẾ\nCòn chậm.",
        "I HẠN CHẾ",
    ),
    (
        "an enumeration inside a paragraph, broken by the page",
        "1. Kết quả rà soát của các phòng chuyên môn cho thấy: (1) hồ sơ đầy đủ, đúng hạn;\n(2) số liệu khớp với sổ theo dõi của cơ quan; các đơn vị còn lại\n"
        "(3) chưa gửi báo cáo nên chưa tổng hợp.\n2. Kết quả khác của cơ quan được nêu ở phụ lục kèm theo.",
        "1 -\n2 -",
    ),
    (
        "initials of names, `đ/c`, `v.v`",
        "I. KẾT QUẢ\nC. Mác viết về vấn đề này.\nV. I. Lê-nin nói như vậy.\nđ/c Bí thư chỉ đạo.\nv.v. và nhiều việc khác.\nII. NHIỆM VỤ\n1. Giữ vững.",
        "I KẾT QUẢ\nII NHIỆM VỤ\n  1 -",
    ),
    (
        "rows of tables, with bars or without",
        "1. Danh sách\nTT | Đơn vị | Điểm\n1. | Phòng A | 12\n2. | Phòng B | 11\n| 3 | Phòng C | 10 |\nSTT Họ và tên Đơn vị\n1. Nguyễn Văn A Phòng A\n"
        "2. Trần Văn B Phòng B\n2. Kinh phí\nTự túc.",
        "1 Danh sách\n2 Kinh phí",
    ),
    (
        "cells on lines of their own (web exports)",
        "1. Điểm\nNhư bảng:\n|\na)\n|\nHồ sơ\n|\nb)\n|\nNghiệm thu\n|\n\n2. Xếp loại\nTốt.",
        "1 Điểm\n2 Xếp loại",
    ),
    (
        "quoted law text, in curly or straight quotes; one quotation was never closed",
        "Điều 1. Sửa đổi quy định\n1. Sửa Điều 5 như sau:\n“Điều 5. Hồ sơ\na) Tờ trình;\nb) Biên bản.\n2. Sửa Điều 6 như sau:\n“Điều 6. Thời hạn\n1. Mười ngày.\n"
        '2. Năm ngày.”.\n3. Sửa Điều 7 như sau:\n"Điều 7. Kinh phí\na) Tự túc."\nĐiều 2. Thi hành\nTừ ngày ký.',
        "Điều 1 Sửa đổi quy định\n  1 -\n  2 -\n  3 -\nĐiều 2 Thi hành",
    ),
    (
        "an unclosed quotation in prose hides nothing",
        "I. Ưu điểm\nPhong trào “Dạy tốt được giữ vững.\n1. Việc A tốt.\n2. Việc B tốt.\nII. Hạn chế\nPhong trào Học tốt” chưa đều.\n1. Chậm.",
        "I Ưu điểm\n  1 -\n  2 -\nII Hạn chế\n  1 -",
    ),
    (
        "a table of contents comes before the sections themselves",
        "I. KẾT QUẢ ........ 3\nII. NHIỆM VỤ ........ 5\nI. KẾT QUẢ\nTốt.\nII. NHIỆM VỤ\nNhiều.",
        "I KẾT QUẢ\nII NHIỆM VỤ",
    ),
    ("nothing at all", "", ""),
    ("prose only", "Đơn vị báo cáo như trên.\n- Một;\n+ Hai.\n12\n2.300 đồng\n3/14 cụm\n8-3", ""),
]

NUMBERING = [
    (
        "sections out of order are kept, each where it stands",
        "I. A\nMột.\nII. B\nHai.\nIII. C\nBa.\nIV. D\nBốn.\nVI. E\nNăm.\nV. G\nSáu.",
        "I A\nII B\nIII C\nIV D\nVI E\nV G",
        ["IV -> VI", "VI -> V"],
    ),
    (
        "a letter twice",
        "1. Có hai loại:\na) Một;\nb) Hai;\nb) Ba;\nc) Bốn.",
        "1 Có hai loại\n  a -\n  b -\n  b -\n  c -",
        ["b twice"],
    ),
    ("a number left out, and one told twice", "1. Một;\n2. Hai;\n4. Bốn;\n4. Năm.", "1 -\n2 -\n4 -\n4 -", ["2 -> 4", "4 twice"]),
    ("letters out of order", "I. A\na) Một;\nc) Hai;\nb) Ba.", "I A\n  a -\n  c -\n  b -", ["a -> c", "c -> b"]),
    (
        "there is no first part",
        "I. KẾT QUẢ\n1. Một\nCó.\nPHẦN THỨ HAI\nNHIỆM VỤ\n1. Hai\nCó.",
        "I KẾT QUẢ\n  1 Một\nPhần thứ hai NHIỆM VỤ\n  1 Hai",
        ["0 -> Phần thứ hai"],
    ),
    (
        "numbers begin anew under an unnumbered heading: a second list, not a list inside the first",
        "I. TÌNH HÌNH\nKết quả:\n1. Thu đạt.\n2. Chi đạt.\nHạn chế:\n1. Thu chậm.\n2. Chi chậm.\nII. NHIỆM VỤ\nNhiều.",
        "I TÌNH HÌNH\n  1 -\n  2 -\n  1 -\n  2 -\nII NHIỆM VỤ",
        ["1 twice"],
    ),
    (
        "the same style twice, one inside the other, when the outer one is a heading",
        "1. Hạn chế\n1. Sáng kiến ít.\n2. Hồ sơ chậm.\n2. Phương hướng\n1. Đăng ký sớm.\n2. Tập huấn.",
        "1 Hạn chế\n  1 -\n  2 -\n2 Phương hướng\n  1 -\n  2 -",
        [],
    ),
    (
        "numbers that run on under the next Roman numeral are no gap",
        "I. A\n1. Một;\n2. Hai.\nII. B\n3. Ba;\n4. Bốn.",
        "I A\n  1 -\n  2 -\nII B\n  3 -\n  4 -",
        [],
    ),
    ("no Roman level; an excerpt that begins in the middle", "3. Ba;\n4. Bốn;\n5. Năm.", "3 -\n4 -\n5 -", ["0 -> 3"]),
]

TITLES = [
    ("a name before the colon, and a text of its own", "1. Công tác thu: Tổng thu đạt 5 tỷ đồng.", "1 Công tác thu"),
    ("a name before the full stop", "1. Hoạt động giao lưu. Ngày 17/11, cụm tổ chức thi đấu.", "1 Hoạt động giao lưu"),
    (
        "small letters after the colon",
        "1. Đợt 1 (từ 01/01 đến 30/6): thi đua lập thành tích chào mừng.",
        "1 Đợt 1 (từ 01/01 đến 30/6)",
    ),
    (
        "quotes hold stops that end nothing",
        '1. Phong trào "Xanh. Sạch. Đẹp". Có 100% đơn vị tham gia.',
        '1 Phong trào "Xanh. Sạch. Đẹp"',
    ),
    (
        "a sentence before the full stop is no name",
        "1. Có thêm 05 xã đạt chuẩn. Nhân dân góp công.\n2. Mở 02 lớp bồi dưỡng. Cán bộ tham gia.",
        "1 -\n2 -",
    ),
    ("TP. and TS. end no name", "1. TP. Mai Sơn tổ chức lễ phát động. Các đơn vị dự đủ.", "1 -"),
    (
        "a key and its value",
        "1. Trưởng ban: Phó Chủ tịch Ủy ban nhân dân tỉnh.\n2. Phó Trưởng ban:\n- Giám đốc Sở.",
        "1 -\n2 Phó Trưởng ban",
    ),
    ("a count is the value of its key", "a) Tổng kết năm học: 15 tập thể, 52 cá nhân;\nb) Đột xuất: 04 tập thể.", "a -\nb -"),
    ("a count with a verb is a text", "a) Tập thể: 04 tập thể được công nhận danh hiệu, gồm:\n- Tổ Một.", "a Tập thể"),
    ("the sentence goes on after the colon", "1. Ủy ban nhân dân các xã: Hòa Bình, Tân Tiến, Minh Khai chịu trách nhiệm.", "1 -"),
    (
        "a sentence that introduces a list",
        "1. Thành lập Ban Chỉ đạo gồm các thành viên sau đây:\n- Ông A.\n2. Căn cứ kết quả, nay quyết định các việc cụ thể như sau:\n- Việc A.",
        "1 -\n2 -",
    ),
    ("a title that ends in a colon", "1. Nguyên tắc khen thưởng:\n- Công khai.", "1 Nguyên tắc khen thưởng"),
    (
        "a title that ends in a full stop, with its text below",
        "1. Về độ tuổi (khoản 2).\nTuổi được tính đến tháng sinh.\n2. Tiêu chuẩn chung.\nPhải đủ điều kiện.",
        "1 Về độ tuổi (khoản 2)\n2 Tiêu chuẩn chung",
    ),
    ("nothing follows: a sentence of a list", "1. Tiếp tục phát động phong trào;\n2. Tăng cường kiểm tra.", "1 -\n2 -"),
    ("names of a list, nothing follows", "1. Phòng Nội vụ\n2. Phòng Tài chính", "1 -\n2 -"),
    (
        "siblings decide about a heading without a text",
        "1. Ưu điểm\nTốt.\n2. Hạn chế\nÍt.\n3. Kiến nghị",
        "1 Ưu điểm\n2 Hạn chế\n3 Kiến nghị",
    ),
    (
        "capitals make a heading, and end with the line",
        "I. TỔ CHỨC THỰC HIỆN\nII. ĐẶC ĐIỂM: Cơ quan có 12 phòng.",
        "I TỔ CHỨC THỰC HIỆN\nII ĐẶC ĐIỂM",
    ),
    (
        "emphasis makes a heading of any length",
        "**1. Thuận lợi** Trong năm, cơ quan được quan tâm.\n\n**2. Kiểm tra**: Có hai cuộc.",
        "1 Thuận lợi\n2 Kiểm tra",
    ),
    (
        "emphasis on the number, or on a word of the sentence, makes none",
        "**1.** Tiếp tục **giữ vững** kết quả.\n\n**2. Đã tặng** được nhiều bằng khen.",
        "1 -\n2 -",
    ),
    (
        "capitals that wrap",
        "I. KẾT QUẢ TRIỂN KHAI PHONG TRÀO THI ĐUA YÊU NƯỚC VÀ CÔNG TÁC\nKHEN THƯỞNG NĂM 2014\n1. Văn bản\nCó 5.",
        "I KẾT QUẢ TRIỂN KHAI PHONG TRÀO THI ĐUA YÊU NƯỚC VÀ CÔNG TÁC KHEN THƯỞNG NĂM 2014\n  1 Văn bản",
    ),
    (
        "emphasis that wraps with a short first line (web exports)",
        "**I. MỤC ĐÍCH,\nYÊU CẦU**\n\n**1. Thời\ngian tổ chức phong trào**: Từ tháng mười\nđến tháng ba.",
        "I MỤC ĐÍCH, YÊU CẦU\n  1 Thời gian tổ chức phong trào",
    ),
    (
        "small letters that wrap; the paragraph that follows does not belong to the title",
        "1. Kết quả tổ chức, thực hiện phong trào thi đua thường xuyên của toàn Đảng bộ\nTrong năm, các phong trào được quan tâm chỉ đạo thường xuyên, có nhiều đổi mới\n"
        "về nội dung.\n2. Kết quả tổ chức, thực hiện các phong trào thi đua theo chuyên đề của cơ quan,\nđơn vị\nCác phong trào được hưởng ứng tích cực, có sức lan tỏa, đạt kết quả tốt ở cả\nhai cấp.",
        "1 Kết quả tổ chức, thực hiện phong trào thi đua thường xuyên của toàn Đảng bộ\n"
        "2 Kết quả tổ chức, thực hiện các phong trào thi đua theo chuyên đề của cơ quan, đơn vị",
    ),
    (
        "a name broken at its dash is no bullet",
        "1. Căn cứ kế hoạch của tỉnh, đơn vị đã phối hợp chặt chẽ với Sở Lao động\n- Thương binh và Xã hội: tổ chức tốt các hoạt động tri ân người có công, đạt kết\nquả tốt.\n2. Khác.",
        "1 -\n2 -",
    ),
    (
        "a page number between the part and its title",
        "Phần thứ nhất\n\nTrang 2\n\nKẾT QUẢ\n\nI. Thu\n\nĐạt.",
        "Phần thứ nhất KẾT QUẢ\n  I Thu",
    ),
]


@pytest.mark.parametrize(("why", "text", "expected"), [*LABELS, *NOT_UNITS, *TITLES], ids=lambda value: value[:40])
def test_outline(why: str, text: str, expected: str) -> None:
    """Each habit of writers gives its tree."""
    assert outline(text) == expected, why


@pytest.mark.parametrize(("why", "text", "expected", "remarks"), NUMBERING, ids=lambda value: str(value)[:40])
def test_numbering(why: str, text: str, expected: str, remarks: list[str]) -> None:
    """Gaps and repeats are kept in the tree, and told with the place of the label."""
    assert outline(text) == expected, why
    clean, _, diagnostics = sections_of(text)
    told = []
    for remark in diagnostics:
        details = remark.details
        told.append(f"{details['before']} -> {details['after']}" if remark.code == "D301" else f"{details['label']} twice")
        assert remark.span is not None
        label = remark.span.of(clean).casefold()
        assert label == (details.get("after") or details["label"]).casefold()
    assert told == remarks


LAYOUTS = {
    "one paragraph a line": lambda lines: "\n".join(lines),
    "blank lines between": lambda lines: "\n\n".join(lines),
    "wrapped": lambda lines: "\n".join(_wrap(line) for line in lines),
    "wrapped, blank lines between": lambda lines: "\n\n".join(_wrap(line) for line in lines),
}


def _wrap(line: str) -> str:
    rows, row = [], ""
    for word in line.split():
        if len(row) + len(word) >= 80:
            rows.append(row)
            row = ""
        row = f"{row} {word}".strip()
    return "\n".join([*rows, row])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_of_paragraphs_does_not_matter(layout: str) -> None:
    """The same report with and without blank lines and line breaks has one tree."""
    long = "đã được các phòng chuyên môn phối hợp thực hiện tốt theo kế hoạch từ đầu năm, gắn với nhiệm vụ của cơ quan và đơn vị"
    lines = ["I. KẾT QUẢ", "1. Công tác lãnh đạo", f"Các văn bản {long}.", f"a) Việc thứ nhất {long};", f"b) Việc thứ hai {long}."]
    lines += ["2. Khen thưởng", f"Hồ sơ {long}.", "II. NHIỆM VỤ", f"1. Nhiệm vụ thứ nhất {long}.", f"2. Nhiệm vụ thứ hai {long}."]
    expected = "I KẾT QUẢ\n  1 Công tác lãnh đạo\n    a -\n    b -\n  2 Khen thưởng\nII NHIỆM VỤ\n  1 -\n  2 -"
    assert outline(LAYOUTS[layout](lines)) == expected


def test_fields() -> None:
    """Style, ordinal, path, spans, evidence and rule of a small tree."""
    text, roots, _ = sections_of(
        "II. KẾT QUẢ\nChung.\n1. Thu: Đạt 5 tỷ.\n1.1. Nội địa\nTăng.\nđ) Phí;\nđ) Lệ phí.\nTrên đây là báo cáo./."
    )
    rows = [(s.style, s.label, s.ordinal, s.path, s.level, s.body.of(text), s.rule) for s in walk(roots)]
    assert rows == [
        ("roman", "II", 2, "II", 0, "Chung.", "section.roman"),
        ("arabic", "1", 1, "II.1", 1, "Đạt 5 tỷ.", "section.arabic.run-on"),
        ("decimal", "1.1", 1, "II.1.1", 2, "Tăng.", "section.decimal"),
        ("lower_letter", "đ", 5, "II.1.1.đ", 3, "Phí;", "section.lower_letter"),
        ("lower_letter", "đ", 5, "II.1.1.đ#2", 3, "Lệ phí.", "section.lower_letter"),
    ]
    top = roots[0]
    assert (top.evidence["label"].of(text), top.evidence["title"].of(text)) == ("II", "KẾT QUẢ")
    assert top.span.of(text).endswith("Lệ phí.")  # the closing sentence belongs to no unit


# ---------------------------------------------------------------- laws
PIECES = [
    *(
        "I. ",
        "II. ",
        "V. ",
        "1. ",
        "2. ",
        "3) ",
        "1.1. ",
        "2.1 ",
        "a) ",
        "b) ",
        "đ. ",
        "(1) ",
        "A. ",
        "Phần thứ nhất",
        "Điều 2. ",
        "Chương I",
        "Mục\n1",
    ),
    *(
        "KẾT QUẢ",
        "Công tác thu: đạt",
        "Tốt.",
        "của các đơn vị",
        "**Đậm**",
        "“",
        "”",
        '"',
        "|",
        "\n|\n",
        "- ",
        ":",
        ";",
        "12",
        " 3 ",
        "STT Tên",
    ),
    *("\n", "\n", "\n\n", " ", "Trên đây là báo cáo."),
]


def check_laws(text: str) -> None:
    """Children lie inside their parent and in order; evidence reads as the value; paths are unique."""
    clean, roots, diagnostics = sections_of(text)
    found = walk(roots)
    assert len({section.path for section in found}) == len(found)
    for siblings in (roots, *(section.children for section in found)):
        assert all(a.span.end <= b.span.start for a, b in pairwise(siblings))
    for section in found:
        assert section.span.start < section.span.end <= len(clean)
        assert section.body in section.span
        assert section.evidence["label"].start == section.span.start or section.style == "bracketed"
        assert all(span in section.span for span in section.evidence.values())
        label = fold_blanks(section.evidence["label"].of(clean))
        assert label.casefold() == section.label.casefold()
        assert (section.title is None) == ("title" not in section.evidence)
        if section.title is not None:
            assert fold_blanks(section.evidence["title"].of(clean)) == section.title
            assert section.kind == "heading"
            assert section.evidence["title"].end <= section.body.start
        for child in section.children:
            assert child.span in section.span
            assert child.level == section.level + 1
            assert section.body.end <= child.span.start
    assert all(remark.span is not None and remark.span.of(clean) for remark in diagnostics)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_laws(text: str) -> None:
    """Whatever the text, the tree is one."""
    check_laws(text)


@pytest.mark.parametrize(
    "why_and_text", [row[:2] for row in (*LABELS, *NOT_UNITS, *TITLES, *NUMBERING)], ids=lambda row: row[0][:40]
)
def test_laws_hold_for_each_case(why_and_text: tuple[str, str]) -> None:
    """The cases above keep the laws too."""
    check_laws(why_and_text[1])


# ---------------------------------------------------------------- random reports
NAMES = ["Công tác lãnh đạo", "Kết quả khen thưởng", "Tình hình chung", "Tổ chức bộ máy", "Đánh giá chung"]
SENTENCES = [
    "Tiếp tục thực hiện tốt các phong trào thi đua đã phát động từ đầu năm, gắn với nhiệm vụ",
    "Phấn đấu có 90% cá nhân đạt danh hiệu",
]
SCHEMES = [
    [("IIIIIIIVV", "."), ("123456", "."), ("abcdđeg", ")")],
    [("IIIIIIIVV", "-"), ("123456", "-"), ("abcdđeg", "-")],
    [("ABCDĐE", "."), ("IIIIIIIVV", "/"), ("123456", "/"), ("abcdđeg", "/")],
    [("123456", "."), ("abcdđeg", "."), ("123456", "()")],
]


def _numbers(kind: str) -> list[str]:
    return ["I", "II", "III", "IV", "V"] if kind.startswith("I") else list(kind)


def _report(dice: random.Random) -> tuple[list[str], list[str]]:
    """The lines of a report, and its labels with their levels."""
    scheme, lines, labels = dice.choice(SCHEMES), [], []

    def unit(level: int) -> None:
        kind, sign = scheme[level]
        for number in _numbers(kind)[: dice.randint(2, 5)]:
            deeper = level + 1 < len(scheme) and dice.random() < 0.7
            labels.append(f"{level} {number}")
            shown = f"({number})" if sign == "()" else f"{number}{sign}"
            lines.append(f"{shown} {dice.choice(NAMES) if deeper else dice.choice(SENTENCES) + '.'}")
            if dice.random() < 0.4:
                lines.append(f"{dice.choice(SENTENCES)}.")
            if deeper:
                unit(level + 1)

    unit(0)
    return lines, labels


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(25))
def test_random_reports(seed: int, layout: str) -> None:
    """A report written by one scheme is read back as it was written."""
    lines, labels = _report(random.Random(seed))
    assert [f"{s.level} {s.label}" for s in walk(sections_of(LAYOUTS[layout](lines))[1])] == labels


# ---------------------------------------------------------------- hostile input
HOSTILE = {
    "the same number": "1. a\n",
    "all styles": "I. KẾT QUẢ\n1. Công tác\n1.1. Nhỏ\na) Một\n(1) Hai\nA. B\nĐiều 1. C\n",
    "counted inside": "(1) một (2) hai\n",
    "open quotes": "như sau:\n“1. mở\n",
    "cells": "|\n1. a\n",
    "wrapped": "dòng này không có dấu chấm ở cuối dòng, và còn dài thêm nữa cho đủ\n1. tiếp theo của câu\n",
    "colons": "1. a: b. (c: “d\n",
}


def _seconds(text: str) -> float:
    source = normalise(text)
    lines, end = split_lines(source), len(source.text)
    start = time.process_time()
    build_sections(source, lines, Zones(Span(0, 0), Span(0, end), Span(end, end)))
    return time.process_time() - start


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_length(unit: str) -> None:
    """Four times the lines take about four times as long; twice that again is allowed, and a little for noise."""
    small, large = (unit * (size // unit.count("\n")) for size in (1_000, 4_000))
    assert _seconds(large) < 8 * _seconds(small) + 0.3


@pytest.mark.parametrize(
    "text",
    [
        "1. " + "xin chào. " * 300_000,
        "1. " + "(" * 500_000,
        "1" * 500_000,
        "1.1." * 200_000,
        "I" * 500_000,
        "**1. " + "x: " * 300_000,
    ],
)
def test_one_long_line(text: str) -> None:
    """A line of any length costs no more than reading it."""
    assert _seconds(text) < 3
