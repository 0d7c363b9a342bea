"""Where the name of an organ or an office ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnreport_parse.organs import organ_span

# The name, a bar, and what follows it.
NAMES = """
Thủ tướng Chính phủ| về việc phân công
Chủ tịch nước| tặng Huân chương
Chính phủ| quy định chi tiết
Chính phủ| xong trước ngày
Chính phủ| trừ đi tuổi
Chính phủ|, Thông tư số 12
Thủ tướng Chinh phủ| ban hành
Quốc hội| về thí điểm
Bộ Chính trị| một số vấn đề
Bộ Chính trị, Ban Bí thư| và các quy định
Bộ Chính trị khóa XIII| về
Ban Bí thư Trung ương Đảng|.
Ban Chấp hành Trung ương Đảng khoá XI| về đổi mới
Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa X| về thanh niên
Hội nghị Trung ương 4 khóa XI| về
Đại hội đại biểu Đảng bộ huyện lần thứ XX| đề ra
Văn phòng Trung ương Đảng|, với tập thể
Văn phòng Chính phủ| Kết luận Phiên họp
Ủy ban Thường vụ Quốc hội| về Biểu thuế
Uỷ ban thường vụ Quốc hội khoá IX| giải thích
Bộ trưởng Bộ Khoa học và Công nghệ| tặng
Bộ trưởng Bộ Y tế| quy định
Bộ Trưởng Bộ Công Thương| sửa đổi
Bộ Khoa học và Công nghệ và Bộ Nội vụ| hướng dẫn
Bộ Văn hóa, Thể thao và Du lịch| quy định
Bộ Lao động - Thương binh và Xã hội| Hướng dẫn
Bộ Nông nghiệp và Phát triển nông thôn| về việc
Liên Bộ Tài chính - Công Thương| quy định
Bộ KH&CN| hướng dẫn
Bộ Tư lệnh Quân khu 9| tặng
Ban Thi đua - Khen thưởng, Sở Nội vụ tỉnh Kon Tum| và Kế hoạch số
Ban Thi đua - Khen thưởng Trung ương| về việc
Khối Thi đua các Cơ quan nội chính cấp tỉnh| về việc
Cụm thi đua số 5| năm 2019
Cụm|, Cụm trưởng báo cáo
Hội đồng Thi đua - Khen thưởng tỉnh|, hội đồng đã họp
Sở Nội vụ|, UBND huyện báo cáo
Sở Y tế|; căn cứ
Sở GDĐT|.
Sở Giáo dục và Đào tạo tỉnh Cao Bằng| về việc
Sở Giáo dục và Đào tạo Cần Thơ| tiếp tục
Sở Văn hóa, Thể thao và Du lịch tỉnh Sơn La|, đơn vị đã
Sở Văn hóa thể thao du lịch|, Công văn
Sở Nông nghiệp và phát triển nông thôn|;
Sở Giáo dục và Đào tạo, Sở Tài chính, Sở Nội vụ| về việc xét
Giám đốc Sở Y tế| tặng
Giám đốc Bệnh viện|, Bệnh viện đa khoa báo cáo
Phòng GD&ĐT| về việc hướng dẫn
UBND tỉnh| về
UBND huyện| tặng Giấy khen
UBND thành phố Hải Phòng| về việc
UBND xã Tân An, huyện Châu Thành, tỉnh Tây Ninh| về việc
Ủy ban nhân dân Thành phố| ban hành
Ủy ban nhân dân quận 5| về
Chủ tịch UBND tỉnh| tặng Bằng khen cho
Chủ tịch UBND huyện Tủa Chùa| về
Chủ tịch Ủy ban nhân dân tỉnh| Quyết định số
Hội đồng nhân dân tỉnh Quảng Trị| (nay là
HỘI ĐỒNG NHÂN DÂN TỈNH QUẢNG TRỊ| (NAY LÀ
BỘ CHÍNH TRỊ| VỀ PHÂN CẤP QUẢN LÝ
Công an tỉnh Bà Rịa - Vũng Tàu| về
Tòa án nhân dân tối cao| hướng dẫn
Viện trưởng Viện Kiểm sát nhân dân tối cao| quy định
Tỉnh ủy, HĐND, UBND tỉnh|.
Tỉnh ủy|, UBND tỉnh ban hành
Thành ủy Đà Nẵng| thực hiện Nghị quyết
Ban Thường vụ Tỉnh ủy Lai Châu| về thực hiện
Ban Chấp hành Đảng bộ huyện|; căn cứ
Ban Tổ chức Tỉnh ủy| về kiểm điểm
Thường trực Huyện ủy|, Hội đồng đã xét
Đảng ủy Khối các cơ quan tỉnh| ban hành
Tổng Liên đoàn Lao động Việt Nam|.
Ban Thường vụ Liên đoàn Lao động tỉnh| về
LĐLĐ tỉnh|;
Trung ương Đoàn TNCS Hồ Chí Minh| tặng
Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh| về
Hội Luật gia Việt Nam| đã
Hội Thiện nguyện Tấm lòng vàng yêu thương tỉnh Phú Yên| về
Hội Liên hiệp Phụ nữ tỉnh| phát động
Tổng Giám đốc Bảo hiểm⏎xã hội Việt Nam| về việc
Bảo hiểm xã hội Việt Nam| ban hành Quy chế
Trường THPT Lê Lợi| tổ chức
Hiệu trưởng Trường Đại học Sư phạm Huế| ký
Ban Chỉ đạo thực hiện Quy chế dân chủ tỉnh| về
Ban Quản lý các khu công nghiệp tỉnh| về
huyện Lộc Bình|, ngày 12/8/2020
xã Hồng Thái| về thực hiện
cấp trên| giao
tỉnh| về
ngành| và
"""
# Emulation blocks and clusters: their members may stand in small letters.
CONTESTS = """
Khối thi đua các bệnh viện tuyến huyện| về việc đánh giá
Khối thi đua Mặt trận và các đoàn thể huyện| năm 2014
Khối thi đua các cơ quan quản lý nhà nước| đã họp
Khối thi đua các tổ chức chính trị - xã hội tỉnh|;
Khối thi đua các sở, ban, ngành tỉnh| đã
Khối thi đua các xã, phường, thị trấn| đã họp
Khối thi đua các trường trung học phổ thông|, khối trưởng báo cáo
Khối thi đua|, khối trưởng báo cáo
Khối thi đua các đơn vị| thực hiện tốt
Cụm thi đua các tỉnh Đồng bằng sông Hồng|, Sở Y tế báo cáo
Cụm thi đua các huyện miền núi| năm 2019
Cụm thi đua các tổ chức xã hội khu vực Hà Lộ| chủ động
Cụm thi đua số 7|, năm 2020
Cụm thi đua số III| tổ chức
Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh| về
"""
# What a comma joins: an organ and its superior, peers, three that issue together; any other organ begins a clause.
COMMAS = """
Tổng cục Thuế|, Chi cục Thuế khu vực Bình An - Hòa Lộc
Sở Nội vụ|, Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Tân Lập
Sở Nội vụ|, Trường Trung học phổ thông Lê Quý báo cáo
Sở Nội vụ|, Bệnh viện đa khoa tỉnh
UBND tỉnh|, Văn phòng UBND tỉnh
Phòng Nội vụ, UBND huyện Tân Lập| về việc
Phòng Nội vụ|, UBND huyện Tân Lập báo cáo
Phòng Nội vụ|, UBND xã Tân Lập (sau đây gọi là xã) báo cáo
Chi cục Thuế khu vực Tân Lập, Cục Thuế tỉnh Hà Lộ|.
Ban Tuyên giáo, Ban Dân vận Huyện ủy| về
Huyện ủy, UBND huyện| về việc
Tỉnh ủy, HĐND, UBND, Ủy ban MTTQ Việt Nam tỉnh| về
Bộ Y tế, Tổng Liên đoàn Lao động Việt Nam và Phòng Thương mại và Công nghiệp Việt Nam| tặng
Sở Nội vụ|, Trường Cao đẳng Tân Lập và Trung tâm Dạy nghề báo cáo
Sở Lao động, Thương binh và Xã hội|, Trung tâm báo cáo
Phòng Kinh tế, Hạ tầng và Đô thị phường Tân Lập| về
"""
# Associations, unions, Party and youth.
BODIES = """
Đoàn Chủ tịch Trung ương Hội Liên⏎hiệp Phụ nữ Việt Nam| tặng
Trung ương Hội Nông dân Việt Nam| cho 02 cá nhân
Trung ương Hội Chữ thập đỏ Việt Nam| cho 03 cá nhân
Trung ương Hội Người cao tuổi Việt Nam| tặng
Trung ương Hội| tặng
Hội Cấp thoát nước Việt Nam| cho 02 cá nhân
Hội Kế hoạch hóa gia đình Việt Nam| tặng
Hội Y học TP. Hà Lộ| ngày
Hiệp hội Doanh nghiệp nhỏ và vừa tỉnh| tặng
Tổng hội Xây dựng Việt Nam| tặng
Liên hiệp các tổ chức hữu nghị tỉnh| tặng
Công đoàn ngành Y tế tỉnh| cho 06 tập thể
Công đoàn ngành Giáo dục tỉnh Tân Lập| tặng
Công đoàn Tổng công ty Hàng không Việt Nam| tặng
Công đoàn nhà trường| phối hợp
Công đoàn cơ sở| tặng
Ban Thường vụ Tỉnh hội| tặng
Chi bộ nhà trường| chỉ đạo
Đảng ủy Quân sự tỉnh| về
Hội đồng Thi đua, Khen thưởng nhà trường| xét
Hội đồng Thi đua, Khen thưởng ngành Giáo dục huyện Tân Lập| xét
Hội đồng Thi đua - Khen thưởng cấp trường| xét
Hội đồng thi đua khen thưởng cơ quan| họp
Hội đồng thi đua, khen thưởng công ty| họp
Hội đồng Thi đua, Khen thưởng| đơn giản hóa thủ tục
Hội đồng Thi đua, Khen thưởng huyện Tân Lập| cơ quan thường trực
Hội đồng Thi đua, Khen thưởng tỉnh| đơn vị đạt
Hội đồng Sáng kiến cấp cơ sở| họp
Đại hội đồng cổ đông| thường niên
"""
# The state, the forces, companies and the rest.
OTHERS = """
Chủ tịch nước Việt Nam Dân chủ Cộng hòa| về
Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam| tặng
Chính phủ nước Việt Nam Dân chủ Cộng hòa| ban hành
Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam| ban hành
Chủ tịch nước Việt Nam| tặng
Cục Cảnh sát quản lý hành chính về trật tự xã hội| tặng
Phòng Cảnh sát điều tra tội phạm về ma túy Công an tỉnh| đã
Phòng Cảnh sát hình sự| về việc
Cục Cảnh sát giao thông| cấp ngày
Công an tỉnh| về trật tự xã hội
Tổng công ty Điện lực miền Bắc| về
Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Tân Lập| về
Ban Quản lý dự án đầu tư xây dựng huyện| về
Sở Kế hoạch và Đầu tư| xây dựng kế hoạch
Đài Phát thanh và Truyền hình tỉnh| về
Trung tâm Phục vụ hành chính công tỉnh| về
Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện| về
Sở Giáo dục và Đào tạo| thường xuyên
Ban Chỉ đạo Chương trình mục tiêu quốc gia xây dựng nông thôn mới tỉnh| về
Ban Chỉ đạo| trình UBND tỉnh
Tổng cục Dân số - Kế hoạch hóa gia đình| tặng
Nhà xuất bản Chính trị quốc gia| về
Ban Thi đua - Khen thưởng T.Ư| về
"""
LATER = """
Hội Nạn nhân chất độc da cam/dioxin tỉnh| về việc vận động
Hội Bảo trợ người khuyết tật và trẻ mồ côi tỉnh| ban hành
Ủy ban Quản lý vốn nhà nước tại doanh nghiệp| về
Hội đồng xét duyệt sáng kiến huyện| công nhận
Hội đồng xét tặng danh hiệu Nhà giáo ưu tú cấp tỉnh|;
Đảng bộ xã lần thứ I|
Chính phủ Cách mạng lâm thời Cộng hòa miền Nam Việt Nam| tặng
Khu Quản lý đường bộ IV| về
Viettel Hòa Lạc|, đơn vị
Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh| về
Ban Quản lý Dự án Đầu tư Xây dựng khu vực Hòa Lạc| về
Chi nhánh Văn phòng Đăng ký đất đai huyện Hòa Lạc| về
Tòa án nhân dân khu vực 2 - Hòa Lạc| về
Tòa án nhân dân cấp cao tại Hà Nội| về
Trường Đại học Khoa học Tự nhiên, Đại học Quốc gia Hà Nội| về
Thuế cơ sở 3 tỉnh Hòa Lạc| về
Báo và phát thanh, truyền hình Hòa Lạc| về
Ban Chỉ đạo Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” tỉnh| về
Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh| về
Ban Chính sách, Chiến lược Trung ương| về
Đảng ủy các cơ quan Đảng tỉnh| về
Trung tâm Phục vụ hành chính công xã| về
Phòng Kinh tế, Hạ tầng và Đô thị phường| về
Ban Chỉ đạo Phong trào Toàn dân đoàn kết xây dựng đời sống văn hóa tỉnh| về
Hội Phụ nữ| giúp đỡ phụ nữ nghèo tỉnh
Hội Nông dân| chăn nuôi bò sữa, trồng rừng
Trung tâm Y tế| khám bệnh lưu động ở xã
Sở Tài chính| “Về việc cấp kinh phí” tỉnh
Quốc hội khóa X, kỳ họp thứ 10|;
"""
ROWS = [
    tuple(row.replace("⏎", "\n").split("|"))
    for table in (NAMES, CONTESTS, COMMAS, BODIES, OTHERS, LATER)
    for row in table.strip("\n").splitlines()
]


@pytest.mark.parametrize(("name", "rest"), ROWS, ids=[row[0] for row in ROWS])
def test_ends(name: str, rest: str) -> None:
    """The name stops before verbs, `về việc`, marks and whatever else is no part of it."""
    text = f"của {name}{rest}"
    span = organ_span(text, 4, len(text))
    assert span is not None
    assert name == span.of(text)


@pytest.mark.parametrize(
    "text",
    ["các cơ quan", "ông Nguyễn Văn A", "12 tập thể", "", "về việc", "ban hành quy chế", "báo cáo", "xã hội", "thuế thu nhập"],
)
def test_no_organ(text: str) -> None:
    """A person, a number, a verb name no organ."""
    assert organ_span(text, 0, len(text)) is None


def test_limit() -> None:
    """A name does not run over the limit."""
    text = "Sở Nội vụ tỉnh Kon Tum"
    span = organ_span(text, 0, 9)
    assert span is not None
    assert span.of(text) == "Sở Nội vụ"


WORDS = st.sampled_from(
    ["Sở", "Nội", "vụ", "tỉnh", "và", ",", "-", "Ban", "các", "cấp", "khóa", "X", "UBND", "lần", "thứ", "\n", "số", "2", "."]
)


@given(st.lists(WORDS, max_size=30))
def test_never_fails(words: list[str]) -> None:
    """Law: any words are read or refused; what is read begins where it was asked to and ends inside."""
    text = " ".join(words)
    span = organ_span(text, 0, len(text))
    if span is not None:
        assert span.start == 0 < span.end <= len(text)


UNITS = ["Sở ", "Ban Chỉ đạo ", "UBND, ", "cấp ", "xã, ", "A - ", "và Sở Y tế ", "a", "Ủy ban ", "Công an a ", "Công ty a b ",
         "Khối thi đua các ", "Sở A, Sở B, ", "Bộ a A ", "Ngân hàng A chi nhánh ", "Đảng ủy cơ quan A ",
         "nước Cộng hòa "]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_bounded(unit: str) -> None:
    """A name is looked for in a bounded stretch, however long the line."""
    text = "Công ty X " + unit * (200_000 // len(unit))
    span = organ_span(text, 0, len(text))
    assert span is not None
    assert span == organ_span(text[:1_000], 0, 1_000)
