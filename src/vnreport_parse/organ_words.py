"""The words that the reader of organ names knows: heads, what ends a name, what goes on in small letters.

The heads come from the lexicons; the lists here are grammar, not names of places or agencies.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from . import lexicons
from .patterns import fold

_CLOSING = frozenset(';:()[]“”"|{}*•…!?')
TOKEN = re.compile(r"[^\W_]+(?:[&.'’][^\W_]+)*|[^\w\s]|\n[ ]?\n|_")


class Token(NamedTuple):
    """A word or a mark: where it stands, as it is printed and folded."""

    start: int
    end: int
    raw: str
    low: str


class Head(NamedTuple):
    """`fixed` names are complete, `place` and `office` say what they are; `placed` takes only a place or a larger organ.

    `task` is named by what it does, `contest` by the units that form it.
    """

    size: int
    sort: str


_PLACE_WORDS = ("tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu", "thôn", "khu vực",
                "vùng", "miền", "cấp")  # fmt: skip
# Three syllables and more that still take a field of work: Ban Chỉ đạo phòng, chống tham nhũng.
_OPEN_HEADS = frozenset({"ban quản lý", "liên hiệp hội", "liên hiệp các hội", "đài phát thanh"})
_OPEN_KINDS = frozenset({"company", "hospital", "school"})
_CONTESTS = frozenset({"cụm thi đua", "khối thi đua"})
# The last word of a long head that takes one: Trung ương Hội Nông dân, Công đoàn ngành Y tế.
_OPEN_ENDS = frozenset({"hội", "đoàn", "ngành"})
# Named by a task, verb and all: Ban Chỉ đạo thực hiện Quy chế dân chủ tỉnh.
TASK_HEADS = frozenset({"ban chỉ đạo", "ban tổ chức", "ban vận động", "tổ công tác"})
# Heads that confer nothing, so that the lexicon of authorities leaves them out.
_MORE_HEADS = {
    "hội liên hiệp": "open", "đoàn": "open", "khoa": "open", "trạm": "open", "quỹ": "open", "ủy ban": "open", "nhóm": "open",
    "câu lạc bộ": "open", "đội": "open", "tạp chí": "open", "báo": "open", "nhà máy": "open", "cơ quan": "open", "đơn vị": "open",
    "mặt trận": "open", "ban cán sự": "open", "đài": "open", "liên minh": "open", "chi hội": "open", "bộ phận": "open",
    "kho bạc": "open", "bch": "open", "btv": "open", "ub": "placed", "ct": "office", "quân đội": "fixed", "đảng": "fixed",
    "cấp trên": "fixed", "cấp có thẩm quyền": "fixed", "ban vận động": "task", "tổ công tác": "task",
    "tổng hội": "open", "liên hiệp các tổ chức": "open", "đồn": "open", "hạt": "open", "ủy ban mttq": "placed",
    "tiểu đoàn": "open", "đại hội đồng cổ đông": "placed", "tổ": "open", "nhà xuất bản": "open", "bưu điện": "open",
    "nhà hát": "open", "bảo tàng": "open", "thư viện": "open", "vườn quốc gia": "open", "khu quản lý": "open", "viettel": "open",
    "vnpt": "open", "chi nhánh": "open", "nhà thiếu nhi": "open", "nhà văn hóa": "open", "thuế": "placed",
    "văn phòng đăng ký": "open", "văn phòng đăng ký đất đai": "placed", "hội đồng xét": "task", "hội đồng xét duyệt": "task",
    "hội đồng xét tặng": "task", "hội đồng xét, tặng": "task", "hội đồng bình xét": "task", "hội đồng chấm": "task",
    "tòa án nhân dân cấp cao tại": "placed", "viện kiểm sát nhân dân cấp cao tại": "placed",
    "báo và phát thanh, truyền hình": "placed", "ban bảo vệ, chăm sóc sức khỏe cán bộ": "placed",
    "ban chính sách, chiến lược": "placed", "ủy ban quản lý vốn nhà nước tại doanh nghiệp": "fixed",
    "chính phủ cách mạng lâm thời": "fixed", "chính phủ cách mạng lâm thời cộng hòa miền nam việt nam": "fixed",
    "thuế cơ sở": "open",
}  # fmt: skip
# Words that only begin like a head.
NO_HEADS = frozenset(
    {"ban hành", "báo cáo", "báo chí", "bộ máy", "cấp bách", "cấp giấy", "cấp phép", "đoàn kết", "hội họp", "hội thảo", "hội thi",
     "khoa học", "phòng cháy", "phòng chống", "phòng ngừa", "sở hữu", "sở tại", "tổ chức", "tổ hợp", "tổ quốc",
     "trường hợp", "vùng miền", "xã hội", "thuế suất", "thuế thu", "thuế giá", "thuế xuất", "thuế nhập", "thuế tài", "thuế môn"}
)  # fmt: skip
# No province is called so; behind `tỉnh` they begin the name of a person.
SURNAMES = frozenset("nguyễn trần lê phạm hoàng huỳnh võ vũ đặng bùi đỗ ngô".split())
# What ends a name, in any case: prepositions, particles, verbs of drafting and deciding.
STOPS = frozenset(
    """về của cho tặng đã đang sẽ được bị là có theo tại trong trên từ đến nhằm để khi nếu với vào ngày tháng năm do bởi thì mà này
    nêu sau trước cùng giao trình xét ký gửi cũng như còn vẫn phải cần nên không chưa hoặc hay nhưng kèm kể xong trừ thay qua lên ra
    một những mỗi nhất và chuyển gồm bằng vì nay căn thu hủy lần rằng đều nói thuộc ở đó họp trao v/v""".split()
)
STOP_PAIRS = frozenset(
    pair.strip()
    for pair in """ban hành|quy định|qui định|sửa đổi|bổ sung|hướng dẫn|phê duyệt|thành lập|kiện toàn|điều chỉnh|công nhận|công bố
    |thực hiện|triển khai|tổ chức|báo cáo|đề nghị|yêu cầu|chỉ đạo|thông báo|kết luận|quyết định|thông qua|phát động|tham gia
    |tăng cường|tiếp tục|đẩy mạnh|chấn chỉnh|trả lời|góp ý|giải quyết|phân bổ|phân công|tuyên truyền|tập trung|đánh giá|xây dựng
    |quản lý|cấp phép|phân cấp|ủy quyền|bãi bỏ|thay thế|giới thiệu|chấp thuận|kiểm tra|xử lý|đính chính|gia hạn|điều động|bổ nhiệm
    |miễn nhiệm|xác nhận|chủ trì|phối hợp|lãnh đạo|cho phép|một số|đối với|liên quan|nhất trí|đồng ý|kính gửi|nghị quyết|nghị định
    |thông tư|kế hoạch|công văn|chỉ thị|tờ trình|chương trình|văn bản|luật số|căn cứ|xem xét|tổng kết|sơ kết|ghi nhận|biểu dương
    |vinh dự|cấp giấy|quan tâm|thường xuyên|kịp thời|duy trì|hỗ trợ|đạt được|nhận được|đăng ký|bình xét|trao tặng|cụ thể|đề xuất
    |thẩm định|tham mưu|đồng thời|ngoài ra|tiến hành|hoàn thành|đôn đốc|rà soát|lựa chọn|công tác|thời gian|chuyên đề|chi tiết
    |như sau|tích cực|chủ động|nghiêm túc|mở lớp|phấn đấu|trực thuộc|vận động|quán triệt|bảo đảm|đảm bảo|phổ biến|hưởng ứng
    |chính thức|kết quả|phương án|xin ý|làm việc|xác định|cam kết|vừa qua|hàng năm|hằng năm|quý i""".split("|")
)
# Words of administration that go on in small letters: Sở Nông nghiệp và Phát triển nông thôn, Viện kiểm sát nhân dân tối cao.
FIELDS = frozenset(
    pair.strip()
    for pair in """nhân dân|xã hội|nông thôn|nông nghiệp|tối cao|cấp cao|kiểm sát|thường vụ|thường trực|quân sự|biên phòng|cơ sở
    |tổng hợp|tham mưu|khoa học|công nghệ|giáo dục|đào tạo|khen thưởng|thi đua|thể thao|thể dục|du lịch|môi trường|tài nguyên
    |phát triển|đầu tư|thương binh|văn hóa|thông tin|truyền thông|tài chính|kế hoạch|hành chính|dân tộc|tôn giáo|quốc gia|nhà nước
    |cơ quan|đơn vị|doanh nghiệp|dân số|trung học|phổ thông|tiểu học|mầm non|đa khoa|khu vực|dự án|kinh tế|công nghiệp|giao thông
    |vận tải|đường bộ|lao động|công đoàn|thanh niên|phụ nữ|cựu chiến|chiến binh|nông dân|chữ thập|thập đỏ|bảo hiểm|kho bạc|chính trị
    |cán bộ|tuyên giáo|dân vận|nội chính|nội vụ|y tế|tư pháp|hải quan|thống kê|viên chức|công chức|việt nam|trung ương|địa phương
    |đại biểu|toàn quốc|quốc hội|hợp tác|kỹ thuật|nghệ thuật|văn học|gia đình|trẻ em|người cao|cao tuổi|khuyết tật|việc làm
    |thương mại|thực phẩm|chất lượng|sản phẩm|thủy sản|thủy lợi|lâm nghiệp|kiểm lâm|đất đai|nhà đất|đô thị|hạ tầng|chỉ huy|cộng sản
    |mặt trận|tổ quốc|tham nhũng|lãng phí|thiên tai|dịch bệnh|tội phạm|cải cách|chuyển đổi|đổi mới|nhi đồng|thiếu niên|học sinh
    |sinh viên|dạy nghề|nghề nghiệp|đại học|cao đẳng|sư phạm|tín dụng|chính sách|tiền tệ|ngân hàng|ngân sách|công ích|bưu chính
    |viễn thông|điện lực|dược phẩm|vệ sinh|an toàn|an ninh|trật tự|chế xuất|công nghệ cao|khu kinh|khu công
    |công trình|phòng cháy|chữa cháy|cứu nạn|cứu hộ|ma túy|hình sự|điều tra|hậu cần|hàng không|hàng hải|sáng kiến""".split("|")
)
# Which organ is the superior when a comma joins two: Ban Thi đua - Khen thưởng, Sở Nội vụ. What is not here is of no rank.
RANKS = {
    "trường đại học": 1, "đại học": 2, "đại học quốc gia": 2, "phòng": 1, "vụ": 1, "văn phòng": 1, "thanh tra": 1,
    "chi cục": 1, "khoa": 1, "ban thường vụ": 0, "ban chấp hành": 0, "ban": 1,
    "trung tâm": 1, "cục": 2, "sở": 3, "tổng cục": 3, "công an": 3, "bộ": 4, "ubnd": 4, "ủy ban nhân dân": 4, "tiểu đoàn": 1,
    "trung đoàn": 2, "lữ đoàn": 2, "sư đoàn": 3, "quân khu": 4, "quân đoàn": 4,
}  # fmt: skip
# Organs that issue together, parted by commas: Tỉnh ủy, HĐND, UBND tỉnh.
LEADERS = frozenset(
    leader.strip()
    for leader in """tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|hđnd|hội đồng nhân dân|thường trực hội đồng nhân dân|ubnd
    |ủy ban nhân dân|ubmttq|ủy ban mttq|ủy ban mặt trận tổ quốc|bộ chính trị|ban bí thư|ban chấp hành trung ương|trung ương|quốc hội
    |ủy ban thường vụ quốc hội|chính phủ|thủ tướng chính phủ|chủ tịch nước|trung ương đảng|đảng|nhà nước""".split("|")
)
# Bodies within a place of work, what may close their names in small letters, and the plain members of a list.
BODIES = ("hội đồng", "công đoàn", "chi bộ", "chi ủy", "đảng ủy", "đảng bộ", "ban chấp hành", "ban thường vụ", "đoàn thanh niên")
HOSTS = frozenset({"nhà trường", "cơ quan", "công ty", "đơn vị", "bệnh viện", "xí nghiệp", "học viện"})
NATIONAL = frozenset({"trung ương", "quốc gia", "chính phủ", "nhà nước"})
# What such a body is there for; anything else behind `về` is the subject of a document.
CAUSES = frozenset(
    cause.strip()
    for cause in """phòng chống|cải cách|chuyển đổi|hoàn thiện|phát triển|đổi mới|hội nhập|giảm nghèo|an toàn|nhân quyền
    |biến đổi|nhà ở|ứng phó|xây dựng|an ninh|dân số|trẻ em|người cao|người khuyết|thanh niên|bình đẳng|tăng trưởng|chính phủ
    |dữ liệu""".split("|")
)
UNITS = frozenset(
    "sở|ban|ngành|xã|phường|thị trấn|thị xã|huyện|quận|thành phố|đặc khu|đoàn thể|phòng|hội|doanh nghiệp|tổ chức".split("|")
)
# Where a verb is a noun: Ban Quản lý dự án đầu tư xây dựng; and second syllables that are heads by themselves: Phục vụ.
COMPOUNDS = frozenset({"đầu tư xây dựng", "giáo dục thường xuyên", "cảnh sát quản lý"})
SECONDS = frozenset({"vụ", "bộ", "viện", "trường", "hội"})
# Behind `cấp`, and in the long name of the state.
LEVELS = frozenset("bộ|sở|ngành|trường|khoa|trên|ủy|cơ sở|nhà nước|quốc gia|trung ương|xã hội|chủ nghĩa".split("|"))
_KNOWN_LEVELS = ("national", "ministry", "former_ministry", "agency", "province_department")


@cache
def heads() -> dict[str, tuple[tuple[tuple[str, ...], Head], ...]]:
    """The heads by their first syllable, the longest first."""
    sorts: dict[str, str] = dict.fromkeys(_PLACE_WORDS, "place") | _MORE_HEADS
    lexicon = lexicons.load("authorities")
    for row in lexicon.get("position", ()):
        sorts |= dict.fromkeys(map(fold, row["forms"]), "office")
    for row in lexicons.load("codes").get("issuer", ()):
        if row["level"] in _KNOWN_LEVELS:
            sorts.setdefault(fold(re.sub(r"\s*[(;].*", "", row["name"])), "placed")
    for row in lexicon.get("organ", ()):
        for form in (row["head"], *row["abbreviations"]):
            sorts[fold(form)] = _sort(row)
    by_first: dict[str, list[tuple[tuple[str, ...], Head]]] = {}
    for form, sort in sorts.items():
        syllables = tuple(found[0] for found in TOKEN.finditer(form))
        if syllables and syllables[0] != "các":
            by_first.setdefault(syllables[0], []).append((syllables, Head(len(syllables), sort)))
    return {first: tuple(sorted(rows, key=lambda row: -row[1].size)) for first, rows in by_first.items()}


def _sort(row: lexicons.Row) -> str:
    head = fold(row["head"])
    if row["fixed"]:
        return "fixed"
    if row["kind"] in ("place", "person_office"):
        return "place" if row["kind"] == "place" else "office"
    if head in TASK_HEADS:
        return "task"
    if head in _CONTESTS:
        return "contest"
    words = head.split()
    is_open = (
        head in _OPEN_HEADS
        or (words[-1] in _OPEN_ENDS and row["kind"] in ("association", "union", "youth"))
        or len(words) < 3
        or row["kind"] in _OPEN_KINDS
    )
    return "open" if is_open and words[-1] != "ủy" else "placed"


def bare(syllable: str) -> str:
    """A syllable without its marks."""
    return "".join(char for char in unicodedata.normalize("NFD", syllable) if not unicodedata.combining(char))


def is_abbreviation(raw: str) -> bool:
    """An abbreviation: `UBND`, `GD&ĐT`; `BAN` is a syllable."""
    if not raw.isupper():
        return False
    return len(raw) > 6 or raw == "UBND" or not re.search(r"[AEIOUYÀ-ÃÈ-ÊÌÍÒ-ÕÙÚĂƠƯẠ-ỹ]", raw)


def one_slip(read: tuple[str, ...], syllables: tuple[str, ...]) -> bool:
    """One wrong tone in four syllables or more: `Thủ tướng Chinh phủ`."""
    wrong = [(a, b) for a, b in zip(read, syllables, strict=False) if a != b]
    return len(read) == len(syllables) and len(wrong) == 1 and bare(wrong[0][0]) == bare(wrong[0][1])


def read_tokens(text: str, start: int, limit: int) -> list[Token]:
    """Words and marks up to the end of the clause or the paragraph."""
    piece = text[start:limit]
    folded = fold(piece)
    tokens: list[Token] = []
    for found in TOKEN.finditer(piece):
        mark = found[0][0]
        if mark == "\n":
            if piece[found.end() : found.end() + 1].islower():  # a page ended within the sentence
                continue
            break
        if mark in _CLOSING or (mark == "." and not (tokens and tokens[-1].low == "tp")):
            break
        tokens.append(Token(start + found.start(), start + found.end(), found[0], folded[found.start() : found.end()]))
    return tokens
