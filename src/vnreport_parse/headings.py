"""What a numbered unit is: a heading that names what follows it, with its title, or an item of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from .patterns import is_capitals
from .records import SectionStyle
from .spans import Span, trim

Agreement = Literal["none", "peers", "most", "all"]
_WORD_STYLES = ("part", "chapter", "division")
_PAIRS = {"“": "”", '"': '"', "(": ")", "[": "]"}
_READ = 600  # characters of a paragraph in which a title may end
_LONG_LINE = 40  # syllables of a title that has a line to itself
_SHORT = 12  # syllables of a title that runs on into its paragraph
_MARK = re.compile(r"[“\"(\[]|[”\")\]]|[:.;](?=\s|$|[”\"])")
# TP. Huế, TS. Nguyễn Văn A, v.v. : the stop ends no name
_ABBREVIATION = re.compile(r"(?:\b(?:[A-ZĐ]{1,3}|Th?S|PGS|St|Tp|Nxb|v\.v|tr|đ|ThS|BS|CK\w*)|\d)$")
# what a name of a subject begins with, so that it may hold a verb: Việc phân bổ ..., Về ..., Những việc chưa làm được
_NOMINAL = re.compile(
    r"(?:Về|Việc|Đối với|Công tác|Phong trào|Kết quả|Tình hình|Những|Các|Một số|Tồn tại|Hạn chế|Khó khăn|Thuận lợi|Ưu điểm|"
    r"Khuyết điểm|Nhược điểm|Nguyên nhân|Nội dung|Thời (?:gian|điểm|hạn)|Đối tượng|Nhiệm vụ|Giải pháp|Mục (?:tiêu|đích)|Yêu cầu|"
    r"Chỉ tiêu|Lĩnh vực|Hoạt động|Bài học|Kinh phí|Phương (?:hướng|pháp|án)|Nguyên tắc|Tiêu (?:chuẩn|chí)|Hình thức|Hồ sơ|"
    r"Quy trình|Số lượng|Cơ cấu|Trách nhiệm|Trong (?:lĩnh vực|công tác|sản xuất|khối)|Sự|Vấn đề|Chế độ|Chính sách|Danh hiệu|"
    r"Quyền hạn|Phạm vi|Điều kiện|Cách|Hệ số|Hiệu lực|Điều khoản)\b"
    r"|(?:Tổ chức|Điều khoản) (?:thực hiện|thi hành)\W*$|Giải thích từ ngữ"
)
# a sentence, not a name: Trong năm 2014, ...; Có thêm 05 xã ...
_SENTENCE_START = re.compile(
    r"(?:Trong(?! lĩnh vực| công tác| sản xuất| khối)|Ngày|Tháng|Năm|Quý|Sau|Trước|Qua|Theo|Căn cứ|Hiện|Đến|Từ|Tại|Khi|Do|Để|Nhằm|"
    r"Với|Thông qua|Nhìn chung|Tuy nhiên|Ngoài ra|Bên cạnh|Ngay|Nếu|Có|Là|Đã|Được|Tặng|Trao|Truy tặng|Công nhận|Giao|Ban hành|"
    r"Sửa đổi|Thay thế|Bãi bỏ|Trên cơ sở|Mỗi|Mọi|Khoản \d|Điểm [a-zđ]\b|Điều \d|Trong đó|Cụ thể|Kiện toàn|Thành lập|Bổ nhiệm|Cử|"
    r"Công bố|Phê duyệt|Cho phép|Chấp thuận|Thông qua|Hủy bỏ|Thu hồi|Nay|Điều động|Đồng ý|"
    r"Phấn đấu|Tiếp tục|Chúng tôi|(?:Quyết định|Nghị quyết|Thông tư|Kế hoạch) này)\b"
)
# a finite verb makes a sentence; in `kết quả đạt được`, `người có công` it makes none
_VERB = re.compile(
    r"(?<!đạt )(?<!ặt )(?<!ặt chưa )(?<!làm )\b(?:đã|đang|sẽ|phải|cần|được|là|nên|chưa|gồm|quy định|"
    r"có(?! (?:công|liên quan|thẩm quyền|hoàn cảnh|thành tích)\b))\b"
)
_GOVERNS = re.compile(r"\s(?:gồm|bao gồm|quy định|yêu cầu)\s")
# the sentence goes on after the colon: ... gồm các thành viên sau đây: / ... cụ thể như sau:
_INTRODUCES = re.compile(
    r"\b(?:sau|sau đây|gồm|gồm có|bao gồm|là|như|trong đó|cụ thể|cho|với|của|và|(?<![Tt]ồn )tại|từ|rằng|thấy|theo|tên sau|dưới đây|"
    r"tiếp theo|quy định|quy định rõ|trường hợp)$"
)
# Trưởng ban: Phó Thủ tướng ...: a key and its value
_OFFICE = re.compile(
    r"(?:Phó )?(?:Trưởng|Chủ tịch|Chủ nhiệm|Giám đốc|Tổng Giám đốc|Hiệu trưởng|[ỦU][ỷy] viên|Thư ký|Bí thư|Tổ trưởng|Thành viên|"
    r"Chánh|Đồng chí|Ông|Bà|Nhóm trưởng|Cụm trưởng|Khối trưởng|Chủ trì|Chủ tọa|Họ và tên|Người)\b"
)
# Mở 02 lớp bồi dưỡng: what was done, not what it is called
_COUNTS = re.compile(r"(?<![\d/.,-])\d[\d.,]*%?\s(?!tháng|năm|quý|tuần|ngày|đến|và)[^\W\d]")
# 15 tập thể, 52 cá nhân / Tuyên Quang, Đồng Nai, ...: the sentence is nothing but its list
_ACTION = re.compile(rf"{_VERB.pattern}|\b(?:đạt|tặng|công nhận|tham gia|hoàn thành|ký|nghỉ|tuyển|chiếm|tăng|giảm)\b|\.\s+\w")
# Thành phố tổ chức lễ phát động: a verb inside, where a name would begin with it
_INNER_VERB = re.compile(
    r"\s(?:tổ chức|thực hiện|triển khai|ban hành|phối hợp|tham gia|đạt|tặng|trao|chỉ đạo|phát động|hoàn thành|"
    r"duy trì|tiếp tục|tăng|giảm)\b"
)
_COUNT = re.compile(r"\d[\d.,/]*\s+[^\W\d]")
_NAMES = re.compile(r"(?:[A-ZĐÀ-Ỹ][\w-]*\s){1,3}?[A-ZĐÀ-Ỹ][\w-]*,\s[A-ZĐÀ-Ỹ]")


class Lead(NamedTuple):
    """The first paragraph of a unit after its label, and what the page says of it.

    `emphasis` is where the emphasis that stands on its first letter ends (its start, without any);
    `followed` tells whether further paragraphs or units of its own come after it; `below` that it begins
    on a line under the label.
    """

    span: Span
    emphasis: int
    followed: bool
    below: bool


class Title(NamedTuple):
    """A title. `body` is where the text after it begins; `agreement` is what it needs from its siblings."""

    span: Span
    body: int
    how: str  # "" for a line of its own, "run-on", "next-line"
    agreement: Agreement = "none"


def find_title(text: str, lead: Lead, style: SectionStyle) -> Title | None:
    """The title with which the lead begins, None for an item."""
    start, end = lead.span
    if start >= end:
        return None
    if style in _WORD_STYLES:
        return _under_word(text, lead)
    if lead.emphasis > start + 1 and (title := _emphasised(text, lead)) is not None:
        return title
    head = text[start : min(end, start + _READ)].replace("\n", " ")
    stop = _first_stop(head)
    name = head[:stop]
    if start + stop >= end - 1:
        return _own_line(text, lead, style)
    if is_capitals(name) and len(name.split()) <= _LONG_LINE:
        return _title(text, lead, start + stop, "run-on")
    if stop < len(head) and head[stop] in ":." and _is_name(name, head[stop:]):
        sure = _syllables(name) <= (9 if head[stop] == "." else _SHORT) and not _lists_counts(head[stop + 1 :])
        return _title(text, lead, start + stop, "run-on", "none" if sure else "most")
    return None


def settle(siblings: Sequence[Title | None]) -> list[Title | None]:
    """The titles of siblings, where the unsure follow the majority of the sure."""
    sure = sum(title is not None and title.agreement == "none" for title in siblings)
    items = sum(title is None for title in siblings)
    agreed = {"none": True, "peers": len(siblings) > 2 * items, "most": sure > items, "all": sure > 0 and not items}
    return [title if title and agreed[title.agreement] else None for title in siblings]


# ---------------------------------------------------------------- kinds of titles
def _title(text: str, lead: Lead, end: int, how: str = "", agreement: Agreement = "none") -> Title | None:
    span = trim(text, Span(lead.span.start, end), ":.;–-*")
    if span.start >= span.end:
        return None
    body = span.end
    while body < lead.span.end and (text[body].isspace() or text[body] in ":.–-*"):
        body += 1
    return Title(span, body, "next-line" if lead.below and how != "run-on" else how, agreement)


def _under_word(text: str, lead: Lead) -> Title | None:
    """The title of Phần, Chương, Mục: the rest of the line, or the lines below."""
    head = lead.span.of(text) if lead.span.end - lead.span.start <= _READ else ""
    if not head:
        return None
    if not lead.below or is_capitals(head) or lead.emphasis > lead.span.start + 1:
        return _title(text, lead, lead.span.end)
    if len(head.split()) > _LONG_LINE or head.endswith((".", ";", ",")) and _syllables(head) > _SHORT:
        return None
    return _title(text, lead, lead.span.end)


def _emphasised(text: str, lead: Lead) -> Title | None:
    """A title set off by emphasis, of any length: `**3. Thời gian tổ chức**: Phong trào ...`."""
    start, end = lead.span
    stop = min(lead.emphasis, end)
    rest = text[stop : stop + 3].lstrip()
    if stop < end - 1 and stop - start < _READ:
        marked = text[start:stop].rstrip().endswith((":", "."))
        if not (marked or rest[:1] in ":.(–-" or rest[:1].isupper() or rest[:1].isdigit()) or _syllables(text[start:stop]) < 1:
            return None  # **Tặng Bằng khen** cho ...: a stressed word of a sentence
        if rest.startswith("(") and text.find(")", stop, end) >= end - 3:
            stop = end
        return _title(text, lead, stop, "run-on" if stop < end else "")
    if stop - start >= _READ or text[end - 1] == ";":
        return None
    return _title(text, lead, stop)


def _own_line(text: str, lead: Lead, style: SectionStyle) -> Title | None:
    """A paragraph that may be a title as a whole."""
    start, end = lead.span
    whole = text[start : min(end, start + _READ)].replace("\n", " ")
    words = _syllables(whole)
    if end - start > _READ or whole[-1] in ";,":
        return None
    if is_capitals(whole):
        return _title(text, lead, end)
    if whole[-1] == ":":
        name = whole[:-1].rstrip()
        sentence = _INTRODUCES.search(name) or words > 3 and _SENTENCE_START.match(name) and not _NOMINAL.match(name)
        return _title(text, lead, end) if words <= _LONG_LINE and lead.followed and not sentence else None
    if whole[-1] in ".!?" or whole.endswith("./"):
        return _sentence_like(text, lead, whole, words)
    if words > (2 * _LONG_LINE if lead.followed and _NOMINAL.match(whole) and not _VERB.search(whole) else _LONG_LINE):
        return None
    sure = lead.followed or style in ("roman", "upper_letter")
    return _title(text, lead, end, agreement="none" if sure else "most")


def _sentence_like(text: str, lead: Lead, whole: str, words: int) -> Title | None:
    """A title that ends in a full stop: `1.2. Quy hoạch chức danh cao hơn.`, and its own text below."""
    if not lead.followed or _SENTENCE_START.match(whole) or words > _LONG_LINE:
        return None
    about = whole.startswith(("Về ", "Việc "))
    nominal = _NOMINAL.match(whole) is not None
    verb, counts = _VERB.search(whole) or (None if nominal else _INNER_VERB.search(whole)), _COUNTS.search(whole)
    if about or not verb and not counts and (words <= _SHORT or nominal):
        return _title(text, lead, lead.span.end, agreement="none" if about or nominal else "peers")
    if words <= 25 and not counts and (verb is None or verb[0] in ("đang", "có")):
        return _title(text, lead, lead.span.end, agreement="all")
    return None


# ---------------------------------------------------------------- names and sentences
def _first_stop(head: str) -> int:
    """Where the first colon or full stop outside of quotes and brackets stands; the length without one."""
    closing = ""
    for found in _MARK.finditer(head):
        mark, at = found[0], found.start()
        if closing:
            closing = "" if mark == closing else closing
        elif mark in _PAIRS and head.find(_PAIRS[mark], at + 1) > 0:
            closing = _PAIRS[mark]
        elif mark == ":" or mark == "." and _ends_name(head, at):
            return at
    return len(head)


def _ends_name(head: str, at: int) -> bool:
    """Whether the full stop ends more than an abbreviation: `TP. Huế`, `v.v. và`."""
    return not _ABBREVIATION.search(head[max(at - 6, 0) : at]) and not head[at + 1 : at + 3].strip().islower()


def _syllables(name: str) -> int:
    """The syllables of a name, without what stands in brackets."""
    return len(re.sub(r"\([^()]{0,200}\)", " ", name).split())


def _is_name(name: str, rest: str) -> bool:
    """Whether a stretch before a colon or a full stop is a short name of a subject, and `rest` is a text of its own."""
    delimiter, value = rest[0], rest[1:].lstrip()
    nominal = _NOMINAL.match(name) is not None
    if not value or ";" in name or not (name[:1].isupper() or name[:1] in '“"') or _SENTENCE_START.match(name):
        return False
    if _syllables(name) > (16 if nominal and delimiter == ":" else _SHORT) or _INTRODUCES.search(name.rstrip()):
        return False
    if not nominal and _COUNTS.search(name) or _GOVERNS.search(name):
        return False
    if delimiter == ".":
        begins = value[0].isupper() or value[0].isdigit() or value[0] in '“"'
        sentence = _VERB.search(name) and not name.startswith("Việc ") or not nominal and _INNER_VERB.search(name)
        return begins and not sentence
    return not (_OFFICE.match(name) or _NAMES.match(value) or not nominal and _VERB.search(name))


def _lists_counts(value: str) -> bool:
    """Whether a sentence is nothing but its list: `15 tập thể, 52 cá nhân`; a name before it is sure only among others."""
    value = value.lstrip()
    return _COUNT.match(value) is not None and _syllables(value) <= 30 and _ACTION.search(value) is None
