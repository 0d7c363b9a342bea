"""The fixed phrases of an administrative document, and the cells its lines are laid out in.

Letterhead, type line, Nơi nhận and signature block are recognised by what they say, never by where they
stand: PDF text and web exports print the two columns in any order. Patterns run over `plain` text, which
has no tone marks left, so that CỘNG HÕA and CỌNG HÒA are read as well.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from . import lexicons
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
    r"cong hoa xa hoi chu ng?hia(?: viet nam)?|cong hoa xa hoi(?: chu)?$|^cong hoa(?: xa)?$|^(?:(?:(?:xa )?hoi )?chu )?nghia(?: viet nam)?$"
)
MOTTO = re.compile(r"doc lap *[-.,]? *tu do *[-.,]? *hanh phuc")
PARTY = re.compile(r"dang cong san(?: viet nam)?$")
YOUTH = re.compile(r"(?:^|(?<!uong )(?<!bch )(?<!hanh )(?<=\w ))doan (?:tncs|thanh nien cong san) ho chi minh$")
# Số: 12/KH-ABC, Số 45-HD/BTCTW, SỐ KÝ HIỆU: /THPT-ABC; `Số` at the start of a cell, a number or a blank one after it
NUMBER_LABEL = re.compile(r"^s[o0](?: *,? *k[yi] hieu)? *[:;.]? *(?=[\d./_…-]|$|[lo]\d)")
# Hà Nội, ngày 05 tháng 5 năm 2026; ngày .... tháng .... năm 20..
DATE_LINE = re.compile(
    r"""
      \bngay [ ]? (?: [\dol]{1,2} | [.…_ ]{1,20} )? ,? [ ]? (?:
          thang [ ]? (?: [\dol]{1,2} | [.…_ ]{1,20} )? ,? [ ]? nam [ ]? (?: \d{2,4} | [.…_ ]{1,20} )?
        | [/-] [ ]? \d{1,2} [ ]? [/.-] [ ]? \d{4} | [.] \d{1,2} [.] \d{4}
      ) [ ]? [.…]*
    """,
    re.VERBOSE,
)
PLACE_DATE = re.compile(rf"^(?P<place>[^,;:]{{0,60}}),[ ]*(?P<date>{DATE_LINE.pattern})$", re.VERBOSE)
ABOUT = re.compile(r"^(?:trich yeu *:? *)?v *[/.] *v *[:.]? *(?=\S)|^trich yeu *: *(?=\S)")
ADDRESSED = re.compile(r"^kinh (?:gui|trinh|chuyen) *(?:[:;]|$)|^kinh gui(?= \S)")
URGENCY = re.compile(r"^(?:hoa toc(?: hen gio)?|thuong khan|khan|tuyet mat|toi mat|mat)[.! ]*$")
DRAFT = re.compile(r"^\(?(?:du thao(?: lan \d+)?|ban chinh|mat|luu hanh noi bo|xem xong tra lai|thu hoi)[ .\d)]*$")
# Công báo heads, signature panels, addresses: on the page and no part of the document
FURNITURE = re.compile(
    r"""
      ^cong bao\b.*?\bso\b.*?\bngay\b | ^cong bao/so
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
    r"(?:căn cứ|thực hiện|thi hành|theo|xét|trên cơ sở|sau khi|trong|ngày|nhằm|để|qua|tại|hôm nay|năm|vừa qua|thời gian qua|tiếp theo|tiếp tục|"
    r"được sự|kính|họ và tên|tôi (?:tên )?là|chúng tôi|gồm|sau đây|với|từ|triển khai|phát huy|như|bước vào|hòa chung)\b(?! việc\b)"
)
# I. KẾT QUẢ, 1- Công tác, PHẦN THỨ NHẤT, Điều 1., a) ...
LABEL = re.compile(
    r"(?:phan|chuong|muc|dieu)[ ](?:thu[ ]\w+|[ivx]+\b|\d+|mot|hai)|[ivx]{1,5} *[.)/-] *\S|\d{1,2} *(?:[.)/] *\D|- *\D)|[a-e] *[.)] *\S|\(\d\)"
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
    found = pattern.match(head)
    if found is None or head[found.end() : found.end() + 1].isalnum():
        return None
    return names[found[0].replace(" ", "")], found.end()


def is_type_line(lines: tuple[Line, ...], at: int) -> bool:
    """Whether the line names the type of the document: alone, or in capitals with the subject after it."""
    return type_extent(lines, at) > 0


def type_extent(lines: tuple[Line, ...], at: int, *, headed: bool = False) -> int:
    """Over how many lines the type is printed (`QUYẾT` / `ĐỊNH` in a narrow cell is two); 0 when it is none.

    `headed`: a letterhead stands above, so that `Báo cáo` alone on a line is enough.
    """
    line = lines[at]
    if len(line.text) > 400 or not line.text[0].isupper():
        return 0
    found = type_line(line.text)
    if found is not None:
        printed, rest = line.text[: found[1]], line.text[found[1] :].strip(" .*")
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
POSITION = re.compile(
    r"""
    (?:(?:pho|quyen|tong|dong|nguyen)[ ]|q[.][ ]?){0,3}
    (?: chu[ ](?:tich|nhiem|toa|tri|khao|quan) | giam[ ]doc | hieu[ ](?:truong|pho) | truong | pho | chanh | bi[ ]thu | vien[ ](?:truong|pho)
      | bo[ ]truong | thu[ ]tuong | thong[ ]doc | thanh[ ]tra | kiem[ ]toan | bien[ ]tap | chi[ ]huy | tu[ ]lenh | chinh[ ]uy | thu[ ]truong
      | (?:tong[ ]|chi[ ])?cuc[ ](?:truong|pho) | vu[ ](?:truong|pho) | (?:chi[ ]|dang[ ]|thuong[ ]truc[ ])?(?:uy[ ]vien|hoi[ ]truong)
      | (?:to|doi|khoi|cum|doan|tram|hat|nhom|ke[ ]toan|phan[ ]hoi|chi[ ]hoi|kip|lop|khoa|trung[ ]doan|su[ ]doan|lu[ ]doan|tieu[ ]doan|dai[ ]doi)[ ](?:truong|pho)
      | thu[ ]ky | nguoi[ ](?:lap|bao[ ]cao|viet|ghi|thuc[ ]hien|ky) | dai[ ]dien | phu[ ]trach | dieu[ ]hanh | can[ ]bo | ke[ ]toan | tham[ ]phan | kiem[ ]sat
    )(?![a-z])
    """,
    re.VERBOSE,
)
SIGNED = re.compile(
    r"\W*(?:da ky|ky ten|ky va ghi ro ho ten|ky, ?ghi ro ho ten|ky so|ky, ?dong dau|ky ten, ?dong dau)\b[^a-z]*(?:dong dau\W*)?"
)
ANNEX = re.compile(
    r"phu luc(?: (?:so )?(?:[ivx]{1,6}|\d{1,3})[a-z]?)?(?: *[:.-].*)?$|\((?:ban hanh )?kem theo\b|bieu (?:mau )?so *:? *\d"
)
FOOTNOTE = re.compile(r"^(?:\[\d{1,3}\]|\d{1,3} (?=[A-ZĐ]))")
_SURNAMES = frozenset(
    re.split(
        r"\s+",
        "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh dao doan lam trinh mai trieu luong ha chu vuong luu cao"
        " phung thai to quach nong hua ton tang mac ma lo vi cam lu giang la dam kieu nghiem ninh thach son danh chau khuat tong tieu"
        " trang trung tu ung van vien y an au bach che cung dau dieu dong giap han hau khong kim lai leng lieu long luc nhan nie on"
        " phu que quang ro sam sung ta than thieu tham tien trieu truong uong vang xa au a h kpa ksor rmah siu nay hlong ban",
    )
)
_TITLE = re.compile(
    r"(?:(?:gs|pgs|ts|ths|th|ks|cn|bs|ds|bsck(?:i{1,2}|1|2)?|ck(?:i{1,2}|1|2)?|ngnd|ngut|nsnd|nsut|ttnd|ttut|cvcc|cvc|ncs|ls|kts|nd)[. ,]+)+"
    r"|(?:dai|thuong|trung|thieu)[ ](?:tuong|ta|uy)[, ]+|(?:ong|ba|dong[ ]chi|d/c)[ :]+"
)


# (đã ký) beside the name
_SIGNED_BESIDE = re.compile(r"^\W*da ky\W+|\W+(?:da ky|ky ten)\W*$")


def person_name(text: str) -> Span | None:
    """The name of a person that `text` holds and nothing else, academic and military titles left out."""
    if len(text) > 100:
        return None
    beside = _SIGNED_BESIDE.search(plain(text))
    inner = (
        Span(0, len(text)) if beside is None else Span(beside.end(), len(text)) if beside.start() == 0 else Span(0, beside.start())
    )
    span = trim(text, inner, ".,:;-*_()[]|")
    if not 3 <= span.end - span.start <= 60:
        return None
    low = plain(text[:80])
    title = _TITLE.match(low, span.start)
    start = title.end() if title else span.start
    words = text[start : span.end].split()
    if not 2 <= len(words) <= 6:
        return None
    if is_capitals(text[start : span.end]):  # NGUYỄN VĂN A, and not PHÒNG NỘI VỤ
        known = plain(words[0]) in _SURNAMES and POSITION.match(low, start) is None
        return Span(start, span.end) if known and all(map(str.isalpha, words)) else None
    return Span(start, span.end) if all(map(_is_name_word, words)) else None


# Nguyễn, Y, H’Yim, K'sor, Ka-Hồng, A.


def _is_name_word(word: str) -> bool:
    """Nguyễn, Y, H’Yim, K'sor, Ka-Hồng, A."""
    parts = re.split("[’'‘-]", word.removesuffix("."))
    return parts[0][:1].isupper() and all(
        part.isalpha() and (part.istitle() or n > 0 and part.islower()) for n, part in enumerate(parts)
    )


def has_surname(text: str) -> bool:
    """Whether the name in `text` begins with a known surname."""
    span = person_name(text)
    if span is None:
        return False
    first = plain(span.of(text).split()[0])
    return first in _SURNAMES or "'" in first or "-" in first  # H’Yên, K'Sor


def authority(text: str) -> tuple[str, int] | None:
    """TM., KT., TL., TUQ. or Q. at the start of `text`, and where it ends."""
    found = AUTHORITY.match(plain(text[:40]))
    if found is None or not text[: found.end("authority")].isupper() or not text[found.end()].isupper():
        return None
    letters = "".join(filter(str.isalpha, found["authority"])).upper()
    sure = found["stop"] and letters != "Q" or "/" in found["authority"]
    if not sure and not (found["stop"] or letters != "Q") or not sure and not is_capitals(text[:60]):
        return None  # Q. Ba Đình is a district, TM Group a company
    return letters + ".", found.end()


# ---------------------------------------------------------------- cells
_LONGEST = 2000  # a longer line is prose, whatever blanks it holds


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
    found = [trim(source.text, Span(start, end), "|") for start, end in zip(cuts, cuts[1:], strict=False)]
    return [span for span in found if span.start < span.end]
