"""The fixed phrases of an administrative document, and the cells its lines are laid out in.

Letterhead, type line, Nơi nhận and signature block are recognised by what they say, never by where they
stand: PDF text and web exports print the two columns in any order. Patterns run over `plain` text, which
has no tone marks left, so that CỘNG HÕA and CỌNG HÒA are read as well.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import cache
from itertools import pairwise

from . import lexicons
from .letter_organs import begins_organ
from .lines import Line
from .patterns import fold, is_capitals
from .source import SourceText
from .spans import Span, trim


class _Base(dict[int, str]):
    """Letter to base letter, filled as letters turn up."""

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFD", chr(code))[0]
        self[code] = "d" if base == "đ" else base
        return self[code]


_BASE = _Base()


def plain(text: str) -> str:
    """Lower case without marks, a line break as a blank, one kind of dash: `Số:` gives `so:`. Same length."""
    return fold(text).translate(_BASE)


# ---------------------------------------------------------------- letterhead
NATION = re.compile(
    r"""
      (?<!nuoc[ ])cong[ ]hoa[ ]xa[ ]hoi[ ]chu[ ]ng?hia (?:[ ]viet[ ]nam)?   # CHỦ TỊCH NƯỚC CỘNG HÒA ... signs
    | ^(?:the[ ])?socialist[ ]republic[ ]of[ ]viet[ ]?nam $
    | ^hoa[ ]xa[ ]hoi[ ]chu[ ]nghia[ ]viet[ ]nam $
    | cong[ ]hoa[ ]xa[ ]hoi (?:[ ]chu)? $ | ^cong[ ]hoa (?:[ ]xa)? $   # the cell breaks it
    | ^(?: (?: (?:xa[ ])? hoi[ ] )? chu[ ] )? nghia (?:[ ]viet[ ]nam)? $
    """,
    re.VERBOSE,
)
MOTTO = re.compile(r"independence *- *freedom *- *happiness|doc lap *[-.,]? *tu do *[-.,]? *hanh phuc")
PARTY = re.compile(r"dang cong san(?: viet nam)?$")
YOUTH = re.compile(r"(?:^|(?<!uong )(?<!bch )(?<!hanh )(?<=\w ))doan (?:tncs|thanh nien cong san) ho chi minh$")
# Số: 12/KH-ABC, Số 45-HD/BTCTW, SỐ KÝ HIỆU: /THPT-ABC; `Số` at the start of a cell, a number or a blank one after it
NUMBER_LABEL = re.compile(r"^s[o0](?: *,? *k[yi] hieu| */ *no(?!\w))? *[:;.]? *(?=[\d./_…-]|$|[lo]\d|[a-z]\d{1,5}/)")
# Hà Nội, ngày 05 tháng 5 năm 2026; ngày .... tháng .... năm 20..
DATE_LINE = re.compile(
    r"""
      \bngay [ ]? (?: [\dol]{1,2} | [.…_ ]{1,20} )? ,? [ ]? (?:
          thang [ ]? (?: [\dol]{1,2} | [.…_ ]{1,20} )? ,? [ ]? nam [ ]? (?: \d{2,4} | [12][\do]{3} | [.…_ ]{1,20} )?
        | [/-] [ ]? \d{1,2} [ ]? [/.-] [ ]? \d{4} | [.] \d{1,2} [.] \d{4}
      ) [ ]? [.…]*
    """,
    re.VERBOSE,
)
PLACE_DATE = re.compile(rf"^(?P<place>[^,;:]{{0,60}}),[ ]*(?P<date>{DATE_LINE.pattern})$", re.VERBOSE)
ABOUT = re.compile(r"^(?:trich yeu *:? *)?v *[/.] *v *[:.]? *(?=\S)|^trich yeu *: *(?=\S)")
ADDRESSED = re.compile(r"^kinh (?:gui|trinh|chuyen) *(?:[:;]|$)|^kinh gui(?= \S)")
URGENCY = re.compile(r"^(?:hoa toc(?: hen gio)?|thuong khan|khan|tuyet mat|toi mat|mat)[.! ]*$")
# The English line under a Vietnamese one: GENERAL DIRECTOR, AN HAI TEXTILE CO., LTD, DECISION
_ENGLISH = re.compile(
    r"\b(?:co\.,? ?ltd|company|corporation|jsc|of|department|committee|province|university|school|bank|hospital|ministry"
    r"|decision|report|resolution|notice|minutes|director|chairman|manager|president|rector|principal|happiness)\b",
    re.IGNORECASE,
)
DRAFT = re.compile(
    r"^\(?(?:du thao(?: lan \d+)?|ban chinh|ban sao(?: y)?|sao y(?: ban chinh)?|sao luc|mat|luu hanh noi bo|xem xong tra lai"
    r"|thu hoi)[ .\d)]*$"
)
# Công báo heads, signature panels, addresses: on the page and no part of the document
FURNITURE = re.compile(
    r"""
      ^cong[ ]bao\b.*?\bso\b.*?\bngay\b | ^cong[ ]bao/so
    | ^(?:nguoi|duoc|da)?[ ]?ky[ ](?:boi|so)\b | ^nguoi[ ]ky[ ]?: | ^(?:ngay|thoi[ ]gian|gio)[ ]ky\b | ^co[ ]quan[ ]?:
    | ^(?:signature|digitally[ ]signed|signed[ ]by|e-?mail|fax|dien[ ]thoai|dt|tel|website|dia[ ]chi|chuc[ ]vu)[ ]?[.:]
    | ^[\w.-]+@[\w.-]+\w$
    | ^sao[ ]y\b.*[;:] | ^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[ ]\d{1,2}:\d\d
    """,
    re.VERBOSE,
)
# A letterhead typed as labelled fields: NƠI NHẬN: Sở Nội vụ; Lưu: VT.
FIELD = re.compile(r"noi nhan *: *\S.*;|noi dung *:$|noi dung van ban *:$")
# The words with which the text after a subject begins; over folded text, since `Đề nghị` may begin a subject.
OPENING = re.compile(
    r"(?:căn cứ|thực hiện|thi hành|theo|xét|trên cơ sở|sau khi|trong|ngày|nhằm|để|qua|tại|hôm nay|năm|vừa qua|thời gian qua"
    r"|tiếp theo|tiếp tục|được sự|kính|họ và tên|tôi (?:tên )?là|chúng tôi|gồm|sau đây|với|từ|triển khai|phát huy|như|bước vào"
    r"|hòa chung)\b(?! việc\b| ?:)"
)
# I. KẾT QUẢ, 1- Công tác, PHẦN THỨ NHẤT, Điều 1., a) ...
LABEL = re.compile(
    r"(?:phan|chuong|muc|dieu) (?:thu \w+|[ivx]+\b|\d+|mot|hai)"
    r"|[ivx]{1,5} *[.)/-] *\S|\d{1,2} *(?:[.)/] *\D|- *\D)|[a-e] *[.)] *\S|\(\d\)"
)


@cache
def _type_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    names: dict[str, str] = {}
    for row in lexicons.load("doc_types").get("doc_type", ()):
        if row.get("heading"):
            for form in (row["name"], *row["forms"]):
                names.setdefault(plain(form).replace(" ", ""), row["name"])
    forms = sorted(names, key=len, reverse=True)
    return re.compile("|".join(" ?".join(map(re.escape, form)) for form in forms)), names


def type_line(text: str) -> tuple[str, int] | None:
    """The type of a document that `text` begins with, `BÁO CÁO` or `B Á O C Á O`, and where its words end."""
    pattern, names = _type_pattern()
    head = plain(text[:80])
    if "0" in head and is_capitals(text[:80]):
        head = head.replace("0", "o")  # BÁO CÁ0
    found = pattern.match(head)
    if found is None or head[found.end() : found.end() + 1].isalnum():
        return None
    return names[found[0].replace(" ", "")], found.end()


def is_english(text: str) -> bool:
    """Whether the text is what a bilingual document prints in English below the same in Vietnamese."""
    return text.isascii() and len(text) < 100 and _ENGLISH.search(text) is not None


def is_type_line(lines: tuple[Line, ...], at: int) -> bool:
    """Whether the line names the type of the document: alone, or in capitals with the subject after it."""
    return type_extent(lines, at) > 0


def type_extent(lines: tuple[Line, ...], at: int, *, headed: bool = False) -> int:
    """Over how many lines the type is printed (`QUYẾT` / `ĐỊNH` in a narrow cell is two); 0 when it is none.

    `headed`: a letterhead stands above, so that `Báo cáo` alone on a line is enough.
    """
    line = lines[at]
    found = type_line(line.text) if len(line.text) <= 400 else None
    if found is not None:
        printed, rest = line.text[: found[1]], line.text[found[1] :].strip(" .*")
        if printed[0].islower():  # the capitals of an old font are lost
            return int(headed and (not rest or rest.startswith(("của ", "về "))))
        if rest:
            untitled = at == 0 and rest.startswith("về ") and len(line.text) < 150 and rest[-1] not in ".:;"
            return int(is_capitals(printed) and rest[0] not in ":;,/" or untitled)  # Báo cáo về tình hình sản xuất
        return int(is_capitals(printed) or line.blank_before > 0 or headed)
    if at + 1 < len(lines) and lines[at + 1].blank_before == 0 and line.capitals and len(line.text) < 12:
        joined = f"{line.text} {lines[at + 1].text}"
        found = type_line(joined)
        return 2 if found is not None and found[1] == len(joined) else 0
    return 0


# ---------------------------------------------------------------- closing
RECEIVERS = re.compile(r"^[-*+ ]*noi (?:nhan|gui) *(?:[:;./]|$|(?=(?:[a-z]{1,3}[./]|- )))")
# TM. T/M KT. K/T TL. TUQ. Q. at the start of a cell
AUTHORITY = re.compile(
    r"^(?P<authority>t *[/.]? *m|k *[/.]? *t|t *[/.]? *u *[/.]? *q|t *[/.]? *l|q)(?:(?P<stop> *[./,:] *)|(?P<blank> +))(?=[a-z])"
)
# The posts that sign, over folded text: without tones Trưởng is Trương, a surname.
_POST = r"""
    (?:(?:phó|quyền|tổng|đồng|nguyên)[ ]|[qp][.][ ]?){0,3}
    (?: chủ[ ](?:tịch|nhiệm|tọa|trì|khảo|quán) | giám[ ]đốc | hiệu[ ](?:trưởng|phó) | trưởng | phó | chánh | bí[ ]thư
      | bộ[ ]trưởng | thứ[ ]trưởng | thủ[ ](?:tướng|trưởng) | thư[ ]ký | thống[ ]đốc | thanh[ ]tra | kiểm[ ](?:toán|sát)
      | biên[ ]tập | chỉ[ ]huy | tư[ ]lệnh | chính[ ]ủy | (?:tổng[ ]|chi[ ])?cục[ ](?:trưởng|phó) | (?:vụ|viện)[ ](?:trưởng|phó)
      | (?:chi[ ]|đảng[ ]|thường[ ]trực[ ])?(?:ủy[ ]viên|hội[ ]trưởng)
      | (?: tổ | đội | khối | cụm | đoàn | trạm | hạt | nhóm | kíp | lớp | khoa | kế[ ]toán | (?:phân|chi)[ ]hội
          | (?:trung|sư|lữ|tiểu)[ ]đoàn | đại[ ]đội )[ ](?:trưởng|phó)
      | người[ ](?:lập|báo[ ]cáo|viết|ghi|thực[ ]hiện|ký) | đại[ ]diện | phụ[ ]trách | điều[ ]hành | cán[ ]bộ
      | kế[ ]toán | thẩm[ ]phán
    )(?!\w)
"""
_POSITION = re.compile(_POST, re.VERBOSE)
_PLAIN_POSITION = re.compile(plain(_POST), re.VERBOSE)
SIGNED = re.compile(
    r"\W*(?:da ky|ky ten|ky va ghi ro ho ten|ky, ?ghi ro ho ten|ky so|ky, ?dong dau|ky ten, ?dong dau)\b[^a-z]*(?:dong dau\W*)?"
    r"|\W*(?:signature|chu ky|con dau)\W*$"
)
ANNEX = re.compile(
    r"phu luc(?: (?:so )?(?:[ivx]{1,6}|\d{1,3})[a-z]?)?(?: *[:.-].*)?$|\((?:ban hanh )?kem theo\b|bieu (?:mau )?so *:? *\d"
)
FOOTNOTE = re.compile(r"^(?:\[\d{1,3}\]|\d{1,3} (?=[A-ZĐ]))")
# Without tones, as some letterheads are: names that would be another word then (Phó, Hạng) are left out.
_SURNAMES = frozenset(
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh dao doan lam trinh mai trieu luong ha chu vuong"
    " luu cao phung thai to quach nong hua ton tang mac ma lo vi cam lu giang la dam kieu nghiem ninh thach son danh chau khuat"
    " tong tieu trang trung tu ung van vien y an au bach che cung dau dieu dong giap han hau khong kim lai leng lieu long luc nhan"
    " nie on be phu que quang ro sam sung ta than thieu tham tien truong uong vang xa a h kpa ksor rmah siu nay hlong ban".split()
)
_TITLE = re.compile(
    r"""
    (?: (?: p?gs | ts | ths? | ks | cn | bs | ds | (?:bs)?ck(?:i{1,2}|1|2)? | ng(?:nd|ut) | ns(?:nd|ut) | tt(?:nd|ut)
          | cvcc? | ncs | ls | kts | nd )[. ,]+
      | (?:dai|thuong|trung|thieu)[ ](?:tuong|ta|uy)[, ]+
      | (?:ong|ba|dong[ ]chi|d/c)[ :]+
    )+
    """,
    re.VERBOSE,
)
# (đã ký) beside the name
_SIGNED_BESIDE = re.compile(r"^\W*da ky\W+|\W+(?:da ky|ky ten)\W*$")


def person_name(text: str) -> Span | None:
    """The name of a person that `text` holds and nothing else, academic and military titles left out."""
    if len(text) > 100:
        return None
    start, end = 0, len(text)
    beside = _SIGNED_BESIDE.search(plain(text))
    if beside is not None:
        start, end = (beside.end(), end) if beside.start() == 0 else (0, beside.start())
    span = trim(text, Span(start, end), ".,:;-*_()[]|")
    if not 3 <= span.end - span.start <= 60:
        return None
    low = plain(text[:80])
    title = _TITLE.match(low, span.start)
    start = title.end() if title is not None else span.start
    words = text[start : span.end].split()
    if not 2 <= len(words) <= 6:
        return None
    if is_capitals(text[start : span.end]):  # NGUYỄN VĂN A, and not PHÒNG NỘI VỤ
        organ = begins_organ(text[start : span.end]) and fold(words[0]) != "đoàn"  # BAN DÂN TỘC, but ĐOÀN VĂN AN
        known = plain(words[0]) in _SURNAMES and not organ and not is_position(text[start : span.end])
        return Span(start, span.end) if known and all(map(str.isalpha, words)) else None
    return Span(start, span.end) if all(map(_is_name_word, words)) else None


def _is_name_word(word: str) -> bool:
    """Nguyễn, Y, H’Yim, K'sor, Ka-Hồng, A."""
    parts = re.split("[’'‘-]", word.removesuffix("."))
    return parts[0][:1].isupper() and all(
        part.isalpha() and (part.istitle() or n > 0 and part.islower()) or n > 0 and not part for n, part in enumerate(parts)
    )


def is_position(text: str) -> bool:
    """Whether `text` begins with a post that signs: `PHÓ GIÁM ĐỐC`, `Thứ trưởng`; in capitals with wrong tones as well."""
    low = fold(text[:80])
    if _POSITION.match(low):
        return True
    return is_capitals(text) and not low.startswith("trương ") and _PLAIN_POSITION.match(plain(low)) is not None


def has_surname(text: str) -> bool:
    """Whether the name in `text` begins with a known surname."""
    span = person_name(text)
    if span is None:
        return False
    if _TITLE.search(plain(text[: span.start])):
        return True  # Trung tá Bế Văn A
    first = plain(span.of(text).split()[0])
    return first in _SURNAMES or "'" in first or "-" in first  # H’Yên, K'Sor


def authority(text: str) -> tuple[str, int] | None:
    """TM., KT., TL., TUQ. or Q. at the start of `text`, and where it ends."""
    found = AUTHORITY.match(plain(text[:40]))
    if found is None or not text[: found.end("authority")].isupper():
        return None
    if not text[found.end()].isupper() and not (found["stop"] and is_position(text[found.end() :])):
        return None  # KT/ bộ trưởng: the capitals of an old font are lost
    letters = "".join(filter(str.isalpha, found["authority"])).upper()
    if letters == "Q":  # Q. Ba Đình is a district
        sure, possible = False, bool(found["stop"])
    else:  # TM Group is a company
        sure, possible = bool(found["stop"]) or "/" in found["authority"], True
    return (f"{letters}.", found.end()) if sure or possible and is_capitals(text[:60]) else None


# ---------------------------------------------------------------- cells
def stressed_apart(source: SourceText, cell: Span) -> list[int]:
    """Where a stressed stretch of a cell begins right behind another: `**UBND TỈNH X** **SỞ NỘI VỤ**` were two paragraphs."""
    first = bisect_left(source.bold, cell.start, key=lambda span: span.start)
    last = bisect_left(source.bold, cell.end, key=lambda span: span.start)
    pairs = pairwise(source.bold[first:last])
    return [
        after.start for before, after in pairs if not source.text[before.end : after.start].strip() and before.end < after.start
    ]


_LONGEST = 2000  # a longer line is prose, whatever blanks it holds


def lines_in(lines: tuple[Line, ...], zone: Span) -> list[Line]:
    """The lines that lie in `zone`."""
    return [line for line in lines if zone.start <= line.span.start and line.span.end <= zone.end]


def cells(source: SourceText, line: Line) -> list[Span]:
    """The cells of a line: cut at wide gaps and at the borders of table cells."""
    if line.span.end - line.span.start > _LONGEST:
        return [line.span]
    cuts = [line.span.start]
    for at in range(line.span.start + 1, line.span.end):
        if at in source.columns:
            cuts.append(at)
        elif source.text[at] == "|":
            cuts += (at, at + 1)
    cuts.append(line.span.end)
    found = [trim(source.text, Span(start, end), "|") for start, end in pairwise(cuts)]
    return [span for span in found if span.start < span.end]
