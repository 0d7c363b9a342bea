"""The section tree: which lines are numbered units, how they nest, and what is a heading."""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnreport_parse import parse
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


class Case(NamedTuple):
    """A text, the outline it must give, what must be said of its numbers, and why it is here."""

    why: str
    text: str
    outline: str
    remarks: list[str]


def cases(table: str) -> list[Case]:
    """The cases of a table: `=== why`, the text, `--->`, the outline, and `! 2 -> 4` or `! b twice` for each remark."""
    found = []
    for block in f"\n{table}".split("\n=== ")[1:]:
        why, _, rest = block.partition("\n")
        text, _, expected = rest.partition("\n--->")
        rows = [row for row in expected.split("\n") if row.strip()]
        told = [row[2:] for row in rows if row.startswith("! ")]
        found.append(Case(why, text, "\n".join(row for row in rows if not row.startswith("! ")), told))
    return found


LABELS = cases("""
=== the scheme of a report: Roman, Arabic, letters; đ stands after d, g after e
I. KẾT QUẢ
1. Văn bản
a) Một;
b) Hai;
c) Ba;
d) Bốn;
đ) Năm;
e) Sáu;
g) Bảy;
2. Khen thưởng
Đã tặng.
II. NHIỆM VỤ
1. Duy trì.
--->
I KẾT QUẢ
  1 Văn bản
    a -
    b -
    c -
    d -
    đ -
    e -
    g -
  2 Khen thưởng
II NHIỆM VỤ
  1 -
=== parts in words or numerals, in capitals or not, with the title below or beside
PHẦN THỨ NHẤT
KẾT QUẢ
I. Thu
Đạt.
Phần thứ hai: Nhiệm vụ
I. Thu
Tăng.
PHẦN III. KIẾN NGHỊ
Không.
--->
Phần thứ nhất KẾT QUẢ
  I Thu
Phần thứ hai Nhiệm vụ
  I Thu
Phần III KIẾN NGHỊ
=== a part with a letter, the title in two centred lines
Phần A
ĐÁNH GIÁ CHUNG
NĂM 2014
1. Tốt.
Phần B
NHIỆM VỤ
1. Giữ vững.
--->
Phần A ĐÁNH GIÁ CHUNG NĂM 2014
  1 -
Phần B NHIỆM VỤ
  1 -
=== a law: articles are counted through the chapters, divisions stand between
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Áp dụng chung.
Chương II
TIÊU CHUẨN
Mục 1
TẬP THỂ
Điều 2. Cờ thi đua
1. Tặng hằng năm.
Mục 2
CÁ NHÂN
Điều 3. Bằng khen
Tặng khi có thành tích.
--->
Chương I QUY ĐỊNH CHUNG
  Điều 1 Phạm vi
Chương II TIÊU CHUẨN
  Mục 1 TẬP THỂ
    Điều 2 Cờ thi đua
      1 -
  Mục 2 CÁ NHÂN
    Điều 3 Bằng khen
=== a decision: Điều with a sentence is an item; the number may stand on the next line, the stop be a colon
Điều
1. Tặng Bằng khen cho 03 tập thể.
Điều 2: Quyết định này có hiệu lực từ ngày ký.
Điều 3.- Chánh Văn phòng chịu trách nhiệm thi hành.
--->
Điều 1 -
Điều 2 -
Điều 3 -
=== Party style: a dash after the number; decimals under their number
I- TÌNH HÌNH
1- Tổ chức
Có 12 chi bộ.
2- Khen thưởng
2.1- Định kỳ: Tặng giấy khen.
2.2- Đột xuất: Không có.
II- NHIỆM VỤ
1- Giữ vững.
--->
I TÌNH HÌNH
  1 Tổ chức
  2 Khen thưởng
    2.1 Định kỳ
    2.2 Đột xuất
II NHIỆM VỤ
  1 -
=== schools: slashes, letters with a stop, capitals above Roman or below
A/ ĐẶC ĐIỂM
I/ Thuận lợi
Đội ngũ trẻ.
II/ Khó khăn
Thiếu phòng.
B/ KẾT QUẢ
1/ Dạy tốt
a. Tập thể :
+ Tổ Toán.
b. Cá nhân :
+ Cô Lan.
--->
A ĐẶC ĐIỂM
  I Thuận lợi
  II Khó khăn
B KẾT QUẢ
  1 Dạy tốt
    a Tập thể
    b Cá nhân
=== capital letters below Roman numerals
I. NỘI DUNG
A. KẾT QUẢ
Tốt.
B. TỒN TẠI
Ít.
II. PHƯƠNG HƯỚNG
Tiếp tục.
--->
I NỘI DUNG
  A KẾT QUẢ
  B TỒN TẠI
II PHƯƠNG HƯỚNG
=== no blank after the stop, a blank before it, a zero before the number
I.KẾT QUẢ
1.Công tác văn thư
Tốt.
2 . Công tác lưu trữ
Tốt.
II .NHIỆM VỤ
01. Làm tốt việc cũ.
02. Làm thêm việc mới.
--->
I KẾT QUẢ
  1 Công tác văn thư
  2 Công tác lưu trữ
II NHIỆM VỤ
  01 -
  02 -
=== decimals without a stop at the end, under Roman numerals of the same value
I. Giới thiệu
1.1 Vị trí: Ở phía bắc.
1.2 Truyền thống: Lâu đời.
II. Tình hình
2.1 Đội ngũ: Đủ.
2.2 Học sinh: Đông.
--->
I Giới thiệu
  1.1 Vị trí
  1.2 Truyền thống
II Tình hình
  2.1 Đội ngũ
  2.2 Học sinh
=== numbers made of two styles
I. KẾT QUẢ
I.1. Tập thể
Có hai.
a) Cấp tỉnh
a.1) Cờ thi đua
Một lá.
a.2) Bằng khen
Hai cái.
I.2. Cá nhân
Có ba.
--->
I KẾT QUẢ
  I.1 Tập thể
    a Cấp tỉnh
      a.1 Cờ thi đua
      a.2 Bằng khen
  I.2 Cá nhân
=== three levels of decimals
1. Học tập
1.1. Chỉ thị
1.1.1. Cấp tỉnh
Tốt.
1.1.2. Cấp huyện
Tốt.
1.2. Nghị quyết
Tốt.
2. Kiểm tra
Tốt.
--->
1 Học tập
  1.1 Chỉ thị
    1.1.1 Cấp tỉnh
    1.1.2 Cấp huyện
  1.2 Nghị quyết
2 Kiểm tra
=== 4.1 belongs to the 4 above it, not to the IV above that
I. A
Một.
II. B
Hai.
III. C
Ba.
IV. D
1. Một
Có.
2. Hai
Có.
3. Ba
Có.
4. Bốn
Có.
4.1. Nhỏ
Có.
4.2. To
Có.
V. E
Hết.
--->
I A
II B
III C
IV D
  1 Một
  2 Hai
  3 Ba
  4 Bốn
    4.1 Nhỏ
    4.2 To
V E
=== brackets: a list of its own, also straight under a Roman numeral
I. ĐỀ XUẤT
Đơn vị kiến nghị:
(1) Sớm thẩm định hồ sơ;
(2) Hướng dẫn mức thưởng.
--->
I ĐỀ XUẤT
  1 -
  2 -
=== the same number with another sign is another level
1. Tập thể:
1) Phòng Nội vụ;
2) Phòng Y tế.
2. Cá nhân:
1) Ông A;
2) Bà B.
--->
1 Tập thể
  1 -
  2 -
2 Cá nhân
  1 -
  2 -
=== a label alone on its line, the title on the next (HTML and PDF exports)
I.
ĐẶC ĐIỂM
1.
Thuận lợi
Có nhiều.
2.
Khó khăn
Không.
--->
I ĐẶC ĐIỂM
  1 Thuận lợi
  2 Khó khăn
=== letters of the Latin alphabet
a. A;
b. B;
c. C;
d. D;
e. E;
f. F;
g. G.
--->
a -
b -
c -
d -
e -
f -
g -
=== a colon after the letter, before capitals
A : MỞ ĐẦU
Lý do.
B : NỘI DUNG
Cơ sở.
--->
A MỞ ĐẦU
B NỘI DUNG
""")

NOT_UNITS = cases("""
=== wrapped pieces of sentences: an article, a number, a date, a decimal, `quý I.`
Trong năm, đơn vị đã làm tốt công tác thi đua theo quy định tại khoản 2
Điều 5. Các phòng đã thực hiện nghiêm túc, kịp thời theo mục
1. Quy chế của cơ quan; họp sơ kết vào ngày
31.5.2022 với sự có mặt của lãnh đạo, đạt tỷ lệ bình quân
9,8 tiêu chí và tăng so với quý
I. Kết quả đó được ghi nhận, là cơ sở để bình xét danh hiệu cho
các đơn vị.
I. HẠN CHẾ
Còn chậm.
--->
I HẠN CHẾ
=== an enumeration inside a paragraph, broken by the page
1. Kết quả rà soát của các phòng cho thấy: (1) hồ sơ đầy đủ, đúng hạn;
(2) số liệu khớp với sổ theo dõi của cơ quan; các đơn vị còn lại
(3) chưa gửi báo cáo nên chưa tổng hợp.
2. Kết quả khác của cơ quan được nêu ở phụ lục kèm theo.
--->
1 -
2 -
=== initials of names, `đ/c`, `v.v`
I. KẾT QUẢ
C. Mác viết về vấn đề này.
V. I. Lê-nin nói như vậy.
đ/c Bí thư chỉ đạo.
v.v. và nhiều việc khác.
II. NHIỆM VỤ
1. Giữ vững.
--->
I KẾT QUẢ
II NHIỆM VỤ
  1 -
=== rows of tables, with bars or without
1. Danh sách
TT | Đơn vị | Điểm
1. | Phòng A | 12
2. | Phòng B | 11
| 3 | Phòng C | 10 |
STT Họ và tên Đơn vị
1. Nguyễn Văn A Phòng A
2. Trần Văn B Phòng B
2. Kinh phí
Tự túc.
--->
1 Danh sách
2 Kinh phí
=== cells on lines of their own (web exports)
1. Điểm
Như bảng:
|
a)
|
Hồ sơ
|
b)
|
Nghiệm thu
|

2. Xếp loại
Tốt.
--->
1 Điểm
2 Xếp loại
=== quoted law text, in curly or straight quotes; one quotation was never closed
Điều 1. Sửa đổi quy định
1. Sửa Điều 5 như sau:
“Điều 5. Hồ sơ
a) Tờ trình;
b) Biên bản.
2. Sửa Điều 6 như sau:
“Điều 6. Thời hạn
1. Mười ngày.
2. Năm ngày.”.
3. Sửa Điều 7 như sau:
"Điều 7. Kinh phí
a) Tự túc."
Điều 2. Thi hành
Từ ngày ký.
--->
Điều 1 Sửa đổi quy định
  1 -
  2 -
  3 -
Điều 2 Thi hành
=== an unclosed quotation in prose hides nothing
I. Ưu điểm
Phong trào “Dạy tốt được giữ vững.
1. Việc A tốt.
2. Việc B tốt.
II. Hạn chế
Phong trào Học tốt” chưa đều.
1. Chậm.
--->
I Ưu điểm
  1 -
  2 -
II Hạn chế
  1 -
=== a table of contents comes before the sections themselves
I. KẾT QUẢ ........ 3
II. NHIỆM VỤ ........ 5
I. KẾT QUẢ
Tốt.
II. NHIỆM VỤ
Nhiều.
--->
I KẾT QUẢ
II NHIỆM VỤ
=== nothing at all

--->
=== prose only
Đơn vị báo cáo như trên.
- Một;
+ Hai.
12
2.300 đồng
3/14 cụm
8-3
--->
""")

NUMBERING = cases("""
=== sections out of order are kept, each where it stands
I. A
Một.
II. B
Hai.
III. C
Ba.
IV. D
Bốn.
VI. E
Năm.
V. G
Sáu.
--->
I A
II B
III C
IV D
VI E
V G
! IV -> VI
! VI -> V
=== a letter twice
1. Có hai loại:
a) Một;
b) Hai;
b) Ba;
c) Bốn.
--->
1 Có hai loại
  a -
  b -
  b -
  c -
! b twice
=== a number left out, and one told twice
1. Một;
2. Hai;
4. Bốn;
4. Năm.
--->
1 -
2 -
4 -
4 -
! 2 -> 4
! 4 twice
=== letters out of order
I. A
a) Một;
c) Hai;
b) Ba.
--->
I A
  a -
  c -
  b -
! a -> c
! c -> b
=== there is no first part
I. KẾT QUẢ
1. Một
Có.
PHẦN THỨ HAI
NHIỆM VỤ
1. Hai
Có.
--->
I KẾT QUẢ
  1 Một
Phần thứ hai NHIỆM VỤ
  1 Hai
! 0 -> Phần thứ hai
=== numbers begin anew under an unnumbered heading: a second list, not a list inside the first
I. TÌNH HÌNH
Kết quả:
1. Thu đạt.
2. Chi đạt.
Hạn chế:
1. Thu chậm.
2. Chi chậm.
II. NHIỆM VỤ
Nhiều.
--->
I TÌNH HÌNH
  1 -
  2 -
  1 -
  2 -
II NHIỆM VỤ
! 1 twice
=== the same style twice, one inside the other, when the outer one is a heading
1. Hạn chế
1. Sáng kiến ít.
2. Hồ sơ chậm.
2. Phương hướng
1. Đăng ký sớm.
2. Tập huấn.
--->
1 Hạn chế
  1 -
  2 -
2 Phương hướng
  1 -
  2 -
=== numbers that run on under the next Roman numeral are no gap
I. A
1. Một;
2. Hai.
II. B
3. Ba;
4. Bốn.
--->
I A
  1 -
  2 -
II B
  3 -
  4 -
=== no Roman level; an excerpt that begins in the middle
3. Ba;
4. Bốn;
5. Năm.
--->
3 -
4 -
5 -
! 0 -> 3
""")

TITLES = cases("""
=== a name before the colon, and a text of its own
1. Công tác thu: Tổng thu đạt 5 tỷ đồng.
--->
1 Công tác thu
=== a name before the full stop
1. Hoạt động giao lưu. Ngày 17/11, cụm tổ chức thi đấu.
--->
1 Hoạt động giao lưu
=== small letters after the colon
1. Đợt 1 (từ 01/01 đến 30/6): thi đua lập thành tích chào mừng.
--->
1 Đợt 1 (từ 01/01 đến 30/6)
=== quotes hold stops that end nothing
1. Phong trào "Xanh. Sạch. Đẹp". Có 100% đơn vị tham gia.
--->
1 Phong trào "Xanh. Sạch. Đẹp"
=== a sentence before the full stop is no name
1. Có thêm 05 xã đạt chuẩn. Nhân dân góp công.
2. Mở 02 lớp bồi dưỡng. Cán bộ tham gia.
--->
1 -
2 -
=== TP. and TS. end no name
1. TP. Mai Sơn tổ chức lễ phát động. Các đơn vị dự đủ.
--->
1 -
=== a key and its value
1. Trưởng ban: Phó Chủ tịch Ủy ban nhân dân tỉnh.
2. Phó Trưởng ban:
- Giám đốc Sở.
--->
1 -
2 Phó Trưởng ban
=== a count is the value of its key
a) Tổng kết năm học: 15 tập thể, 52 cá nhân;
b) Đột xuất: 04 tập thể.
--->
a -
b -
=== a count with a verb is a text
a) Tập thể: 04 tập thể được công nhận danh hiệu, gồm:
- Tổ Một.
--->
a Tập thể
=== the sentence goes on after the colon
1. Ủy ban nhân dân các xã: Hòa Bình, Tân Tiến, Minh Khai chịu trách nhiệm.
--->
1 -
=== a sentence that introduces a list
1. Thành lập Ban Chỉ đạo gồm các thành viên sau đây:
- Ông A.
2. Căn cứ kết quả, nay quyết định các việc cụ thể như sau:
- Việc A.
--->
1 -
2 -
=== a title that ends in a colon
1. Nguyên tắc khen thưởng:
- Công khai.
--->
1 Nguyên tắc khen thưởng
=== a title that ends in a full stop, with its text below
1. Về độ tuổi (khoản 2).
Tuổi được tính đến tháng sinh.
2. Tiêu chuẩn chung.
Phải đủ điều kiện.
--->
1 Về độ tuổi (khoản 2)
2 Tiêu chuẩn chung
=== nothing follows: a sentence of a list
1. Tiếp tục phát động phong trào;
2. Tăng cường kiểm tra.
--->
1 -
2 -
=== names of a list, nothing follows
1. Phòng Nội vụ
2. Phòng Tài chính
--->
1 -
2 -
=== siblings decide about a heading without a text
1. Ưu điểm
Tốt.
2. Hạn chế
Ít.
3. Kiến nghị
--->
1 Ưu điểm
2 Hạn chế
3 Kiến nghị
=== capitals make a heading, and end with the line
I. TỔ CHỨC THỰC HIỆN
II. ĐẶC ĐIỂM: Cơ quan có 12 phòng.
--->
I TỔ CHỨC THỰC HIỆN
II ĐẶC ĐIỂM
=== emphasis makes a heading of any length
**1. Thuận lợi** Trong năm, cơ quan được quan tâm.

**2. Kiểm tra**: Có hai cuộc.
--->
1 Thuận lợi
2 Kiểm tra
=== emphasis on the number, or on a word of the sentence, makes none
**1.** Tiếp tục **giữ vững** kết quả.

**2. Đã tặng** được nhiều bằng khen.
--->
1 -
2 -
=== capitals that wrap
I. KẾT QUẢ TRIỂN KHAI PHONG TRÀO THI ĐUA YÊU NƯỚC VÀ CÔNG TÁC
KHEN THƯỞNG NĂM 2014
1. Văn bản
Có 5.
--->
I KẾT QUẢ TRIỂN KHAI PHONG TRÀO THI ĐUA YÊU NƯỚC VÀ CÔNG TÁC KHEN THƯỞNG NĂM 2014
  1 Văn bản
=== emphasis that wraps with a short first line (web exports)
**I. MỤC ĐÍCH,
YÊU CẦU**

**1. Thời
gian tổ chức phong trào**: Từ tháng mười
đến tháng ba.
--->
I MỤC ĐÍCH, YÊU CẦU
  1 Thời gian tổ chức phong trào
=== small letters that wrap; the paragraph that follows does not belong to the title
1. Kết quả tổ chức, thực hiện phong trào thi đua thường xuyên của toàn Đảng bộ
Trong năm, các phong trào được quan tâm chỉ đạo thường xuyên, có nhiều đổi mới
về nội dung.
2. Kết quả tổ chức, thực hiện các phong trào thi đua theo chuyên đề của cơ quan,
đơn vị
Các phong trào được hưởng ứng tích cực, có sức lan tỏa, đạt kết quả tốt ở cả
hai cấp.
--->
1 Kết quả tổ chức, thực hiện phong trào thi đua thường xuyên của toàn Đảng bộ
2 Kết quả tổ chức, thực hiện các phong trào thi đua theo chuyên đề của cơ quan, đơn vị
=== a name broken at its dash is no bullet
1. Căn cứ kế hoạch của tỉnh, đơn vị đã phối hợp chặt chẽ với Sở Lao động
- Thương binh và Xã hội: tổ chức tốt các hoạt động tri ân người có công, đạt kết
quả tốt.
2. Khác.
--->
1 -
2 -
=== a page number between the part and its title
Phần thứ nhất

Trang 2

KẾT QUẢ

I. Thu

Đạt.
--->
Phần thứ nhất KẾT QUẢ
  I Thu
""")


ALL = [*LABELS, *NOT_UNITS, *NUMBERING, *TITLES]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.why)
def test_outline(case: Case) -> None:
    """Each habit of writers gives its tree; gaps and repeats are kept in it, and told with the place of the label."""
    assert outline(case.text) == case.outline
    clean, _, diagnostics = sections_of(case.text)
    told = []
    for remark in diagnostics:
        details = remark.details
        told.append(f"{details['before']} -> {details['after']}" if remark.code == "D301" else f"{details['label']} twice")
        assert remark.span is not None
        assert remark.span.of(clean).casefold() == (details.get("after") or details["label"]).casefold()
    assert told == case.remarks


LAYOUTS = {
    "one paragraph a line": "\n".join,
    "blank lines between": "\n\n".join,
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
        assert section.span.holds(section.body)
        assert section.evidence["label"].start == section.span.start or section.style == "bracketed"
        assert all(section.span.holds(span) for span in section.evidence.values())
        label = fold_blanks(section.evidence["label"].of(clean))
        assert label.casefold() == section.label.casefold()
        assert (section.title is None) == ("title" not in section.evidence)
        if section.title is not None:
            assert fold_blanks(section.evidence["title"].of(clean)) == section.title
            assert section.kind == "heading"
            assert section.evidence["title"].end <= section.body.start
        for child in section.children:
            assert section.span.holds(child.span)
            assert child.level == section.level + 1
            assert section.body.end <= child.span.start
    assert all(remark.span is not None and remark.span.of(clean) for remark in diagnostics)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_laws(text: str) -> None:
    """Whatever the text, the tree is one."""
    check_laws(text)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.why)
def test_laws_hold_for_each_case(case: Case) -> None:
    """The cases above keep the laws too."""
    check_laws(case.text)


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
# name: what is repeated, how many units it is each time
HOSTILE = {
    "the same number": ("1. a\n", 1),
    "all styles": ("I. KẾT QUẢ\n1. Công tác\n1.1. Nhỏ\na) Một\n(1) Hai\nA. B\nĐiều 1. C\n", 7),
    "counted inside": ("(1) một (2) hai\n", 0),
    "open quotes": ("như sau:\n“1. mở\n", 0),
    "wrapped": ("dòng này không có dấu chấm ở cuối dòng, và còn dài thêm nữa cho đủ\n1. tiếp theo của câu\n", 1),
    "colons": ("1. a: b. (c: “d\n", 1),
}


@pytest.mark.parametrize(("unit", "units"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_lines_are_read(unit: str, units: int) -> None:
    """As many sections as lines that are numbered, each inside the text."""
    times = 1_000 // unit.count("\n")
    text, sections, _ = sections_of(unit * times)
    found = walk(sections)
    assert len(found) == units * times
    assert all(0 <= section.span.start < section.span.end <= len(text) for section in found)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("1. " + "xin chào. " * 30_000, 1),
        ("1. " + "(" * 50_000, 1),
        ("1" * 50_000, 0),
        ("1.1." * 20_000, 0),
        ("I" * 50_000, 0),
        ("**1. " + "x: " * 30_000, 1),
    ],
)
def test_one_long_line(text: str, units: int) -> None:
    """A line of any length is one unit, or none where nothing follows the number."""
    normal, sections, _ = sections_of(text)
    assert [section.span for section in walk(sections)] == [Span(0, len(normal))] * units


def test_an_annex_has_sections_of_its_own() -> None:
    """A regulation issued with a decision stands behind the signature; its articles are not those of the decision."""
    report = parse(
        "ỦY BAN NHÂN DÂN XÃ A\nSố: 12/QĐ-UBND\n\nQUYẾT ĐỊNH\nBan hành Quy chế\n\nĐiều 1. Ban hành Quy chế.\nĐiều 2. Hiệu lực.\n\n"
        "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nCHỦ TỊCH\n\nTrần Văn B\n\n"
        "QUY CHẾ\nThi đua\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND)\n\n"
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nQuy chế này quy định.\nChương II\nNỘI DUNG\nĐiều 2. Danh hiệu\nGồm ba loại.\n"
    )
    assert [section.path for section in report.walk()] == ["Điều 1", "Điều 2"]
    [annex] = report.appendix_sections
    assert [(section.label, section.title, len(section.children)) for section in annex] == [
        ("Chương I", "QUY ĐỊNH CHUNG", 1),
        ("Chương II", "NỘI DUNG", 1),
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("I. Kết quả:\nĐã đạt kết quả tốt.\nII. Tồn tại:\nMột số nơi còn chậm.\n", ["Kết quả", "Tồn tại"]),
        ("I. Ưu điểm\nĐã đạt kết quả tốt.\nII. Tồn tại\nMột số nơi còn chậm.\n", ["Ưu điểm", "Tồn tại"]),
        (
            "1. Nhân sự: 113 người, ký hợp đồng mới 09 người.\n2. Tài chính: Thu vượt kế hoạch đề ra từ đầu năm.\n",
            ["Nhân sự", "Tài chính"],
        ),
        ("1. Mặt được. Phong trào lan tỏa rộng khắp.\n2. Mặt chưa được. Hồ sơ còn chậm.\n", ["Mặt được", "Mặt chưa được"]),
        ("1. Tuyên truyền: 16 cuộc, 450 lượt người.\n2. Kết quả chung: Phong trào lan tỏa.\n", ["Tuyên truyền", "Kết quả chung"]),
        ("1. Giấy khen: 16 tập thể, 45 cá nhân.\n2. Bằng khen: 3 tập thể.\n", [None, None]),
        ("1) Làm tốt việc chung.\n2) Hoàn thành việc được giao.\n* Năm 2020:\nLàm tốt hơn.\n", [None, None]),
        ("1. Quy hoạch cán bộ.\nĐã rà soát xong.\n2. Đào tạo cán bộ.\nĐã mở hai lớp.\n", ["Quy hoạch cán bộ", "Đào tạo cán bộ"]),
        ("1. Giao Sở Nội vụ theo dõi việc thực hiện.\n2. Thường trực Hội đồng giám sát.\nBáo cáo trước năm sau.\n", [None, None]),
        ("1. Kết quả được ghi tại:\nBiên bản họp.\n2. Khối: 15 tập thể, 52 cá nhân.\n", [None, None]),
    ],
)
def test_words_that_only_look_unfinished(text: str, titles: list[str | None]) -> None:
    """`Tồn tại` names what is wanting, `tại` wants another word."""
    assert [section.title for section in parse(text).walk()] == titles


def test_a_title_of_many_words() -> None:
    """On a line of its own a name is a title at any length; a sentence is none."""
    title = "Công tác lãnh đạo, chỉ đạo, triển khai các phong trào" + " và các cuộc vận động của Trung ương và địa phương" * 3
    report = parse(f"1. {title}\nLàm tốt.\n2. Kết quả\nTốt.\n")
    assert [section.title for section in report.walk()] == [title, "Kết quả"]
