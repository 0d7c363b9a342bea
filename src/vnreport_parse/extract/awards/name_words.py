"""The words around the names of recipients: what opens a name, what parts names, and where one ends."""

from __future__ import annotations

import re

import regex

DEGREE = (
    r"(?:gs|pgs|tskh|ts|ths|bscki{1,2}|bs|ks|cn|nghệ\snhân|nhà\sgiáo|nsnd|nsưt|ngnd|ngưt|ttnd|ttưt"
    r"|(?:phó\s)?giáo\ssư|tiến\ss[ĩỹ]|thạc\ss[ĩỹ])"
)
DEGREES = re.compile(rf"\W*(?:(?:{DEGREE}|liệt\ssĩ)[.,;\s]*)+")
# What opens a person's name; offices and degrees before it are no part of the name.
ADDRESS = re.compile(
    rf"(?:{DEGREE}[.,]\s?)*(?:{DEGREE}\.?\s(?=[^\W\d]))|"
    r"(?:(?:các|hai|ba)\s+)?(?:cá\snhân\s(?=ông|bà|đồng|anh|chị|em))?(?:đồng\schí|đ/c|ông|bà|anh|chị|em|cô(?:\sgiáo)?|thầy(?:\sgiáo)?|bác\ssĩ|dược\ssĩ|điều\sdưỡng|hộ\slý|kỹ\ssư|kế\stoán|tiến\ssĩ"
    r"|thạc\ssĩ|giáo\ssư|cháu|mẹ|liệt\ssĩ(?:,?\s(?:đại|trung|thượng|thiếu)\s(?:tướng|tá|úy))?|nghệ\snhân|nhà\sgiáo|trung\stướng|thiếu\stướng|đại\stướng|thượng\stá|trung\stá|thiếu\stá|đại\stá"
    r"|thượng\súy|đại\súy|trung\súy|thiếu\súy|(?:phó\s|chuẩn\s)?đô\sđốc"
    r"|(?:nn|ns|ng|tt)(?:nd|ưt)|nghệ\s(?:nhân|sĩ)\s(?:nhân\sdân|ưu\stú)|(?:nhà\sgiáo|thầy\sthuốc)\s(?:nhân\sdân|ưu\stú)"
    r"|tt\.|đđ\.|ht\.|linh\smục|giám\smục|mục\ssư|đại\sđức|thượng\stọa|hòa\sthượng|ni\ssư|sư\scô|học\ssinh|sinh\sviên|giáo\sviên|nông\sdân|ngư\sdân|công\snhân|cá\snhân(?:\s(?:là\s)?(?:đồng\schí|ông|bà|anh|chị))?|đảng\sviên|đoàn\sviên|hội\sviên|cán\sbộ|công\schức|viên\schức)(?!\w)\s*:?\s*"
)
ONE = re.compile(r"(?:đồng\schí|đ/c|ông|bà|anh|chị|cụ|cô|thầy|bác\ssĩ|cháu|mẹ|em)(?!\w)")
WORK_OF = re.compile(
    r"(?:sáng\s+kiến|đề\s+tài|giải\s+pháp|công\s+trình|tác\s+phẩm)\s+(?:\S+\s+){0,12}?của\s+(?=(?:ông|bà|anh|chị|đồng\s+chí|em|thầy|cô)\s)"
)
HOUSEHOLD = re.compile(r"(?P<noun>(?:hộ\s+)?gia\s+đình|hộ(?=\s+(?:ông|bà|anh|chị)))\s+(?:(?:ông|bà|anh|chị|đồng\s+chí)\s+)?")
COLLECTIVE = re.compile(
    r"(?:(?:các\s+)?(?:tập\s+thể|đơn\s+vị)"
    r"|(?:toàn\s+thể\s+)?(?:cán\s+bộ|nhân\s+dân)(?:,?\s+(?:và\s+)?(?:nhân\s+dân|cán\s+bộ|chiến\s+sĩ|giáo\s+viên|nhân\s+viên|quân))+|nhân\s+dân)(?!\w)\s*:?\s*"
)
NOUNS = "tập thể|cá nhân|đơn vị|hộ gia đình|gia đình|học sinh|giáo viên|cán bộ|đồng chí|doanh nghiệp"
PLURAL = re.compile(
    rf"(?P<many>(?:các|những|nhiều|mỗi|một\s+số)\s+)?(?P<nouns>(?:{NOUNS}|hộ)(?:\s*(?:,|và)\s*(?:các\s+)?(?:{NOUNS}))*)"
    r"(?(many)|(?=\s+(?:đã|đạt|có|tiêu\s+biểu|trong|xuất\s+sắc|tham\s+gia)\b|\s*[,;.]|\s*$))"
)
UNITS = (
    "khoa|phòng|ban|trung tâm|sở|ngành|trường|xã|phường|thị trấn|huyện|quận|tỉnh|thành phố|địa phương|công ty|xí nghiệp|tổ|đội"
    "|thôn|bản|chi bộ|đảng bộ|chi hội|chi đoàn|tổ chức|cơ quan"
)
PLURAL_UNITS = re.compile(
    rf"(?:các|những|nhiều|một\s+số)\s+(?P<nouns>(?:{UNITS})(?:(?:\s*,\s*|\s+và\s+)(?:các\s+)?(?:{UNITS}))*)(?=\s*[,;.)]|\s*$|\s+(?:đã|có|trong|tiêu|trực|thuộc)\s)"
)
LONE = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|ngành|nhà trường|trường|công ty|bệnh viện|đơn vị)")
CAPITALISED = regex.compile(r"\p{Lu}[\w'-]*+(?:\s+\p{Lu}[\w'-]*+){1,4}")
HIGHER = regex.compile(r"(?:Bộ|Tổng cục|Tổng công ty|Sở|UBND|Ủy ban|Công an|Quân khu|Quân đoàn)\b")
PLACES = regex.compile(r"\p{Lu}[\w'-]*+(?:\s+(?:\p{Lu}[\w'-]*+|\d+)){0,3}")
GIVEN = regex.compile(r"\p{Lu}[\w'-]*+(?:\s+\p{Lu}[\w'-]*+){0,5}")
ORGAN_BEHIND = regex.compile(
    r"(?P<name>\S+(?:\s\S+){2,3}?|\S+\s(?!Thị\b|Văn\b)\S+(?=(?:\s\S+){3}))\s"
    r"(?:Trường|Phòng|Sở|Bệnh viện|Công ty|Trung tâm|Khoa|Ban|Chi cục|Cục|Viện|Đội|Xã|Phường|Huyện|UBND|Hội|Công an)\s\S"
)
# Where a name ends and the reason begins: "… vì đã có thành tích", "… trong phong trào", "… theo Quyết định"
REASON = re.compile(
    r"\s+(?:vì|do|đã|cho\s+biết|có\s|trong\s+(?:phong|công|việc|thực|năm|đợt|quá|các|thời|dịp|học|cuộc|lĩnh|vụ)|theo|nhân\s+(?:dịp|kỷ)|đạt|hoàn\s+thành|dẫn\s+đầu|tiêu\s+biểu"
    r"|về\s+(?:thành|việc)|năm\s+\d|tại\s+(?:quyết|hội|lễ)"
    r"|qua\s|với\s|sau\s|là\s|phát\s+hiện|tham\s+gia|cùng\s|được\s|để\s|nhằm\s)"
    r"|\s*[(\[:]|\s+[-–]\s"
)
LADIES = re.compile(r"(?:các\s+)?(?:ông|anh|cụ)\s*[,/(]\s*(?:bà|chị)\s*\)?\s*(?:có\s+tên\s*(?:sau\s*)?)?:\s*")  # các ông, bà: …
JOINT = re.compile(
    r"(?:(?:trong\s+)?(?:nhiều|hai|ba|bốn|năm|\d{1,2})\s+năm\s+(?:học\s+)?(?:liền|liên\s+tục|qua)(?:\s+liền)?,?|và|cùng|gồm|(?:tiêu\s+biểu|điển\s+hình)(?:\s+(?:như|là|có))?|như|là|cho|tân|nguyên|cựu|\(?\d{1,2}[.)]|(?:năm\s+)?\d{4}"
    r"|(?:(?:liên\s+tục|giai\s+đoạn)\s+)?(?:từ\s+)?(?:năm\s+(?:học\s+)?)?\d{4}\s*(?:đến|-|–)\s*(?:nay|(?:năm\s+)?\d{4}),?"
    r"|(?:đại\s+diện|thân\s+nhân)(?:\s+gia\s+đình)?(?=\s+(?:ông|bà|đồng|liệt|mẹ|anh|chị|em|cháu)\s))\s*:?\s+"
)
RANKS = re.compile(
    r"(?P<r1>công\s+ty|nhà\s+máy|xí\s+nghiệp|trường|bệnh\s+viện|viện|trung\s+tâm|xã|phường|thị\s+trấn|ủy\s+ban\s+nhân\s+dân\s+(?:xã|phường)|ubnd\s+(?:xã|phường))(?!\w)"
    r"|(?P<r2>tổng\s+công\s+ty|tập\s+đoàn|sở|cục|đại\s+học|huyện|quận|thị\s+xã|thành\s+phố|ủy\s+ban\s+nhân\s+dân\s+(?:huyện|quận)|ubnd\s+(?:huyện|quận)|quân\s+khu|sư\s+đoàn)(?!\w)"
    r"|(?P<r3>bộ|tỉnh|tổng\s+cục|ủy\s+ban\s+nhân\s+dân\s+(?:tỉnh|thành\s+phố)|ubnd\s+(?:tỉnh|thành\s+phố)|quân\s+đội)(?!\w)"
)
LISTED = re.compile(r"\s*(?:(?:sau|có\s+tên\s+sau)\s*)?(?:gồm(?:\s+có)?|là)?\s*:\s*|\s+(?:gồm|là)\s+")
ITS_ORGAN = re.compile(r"(?:bệnh\s+viện|bv|sở|cục|chi\s+cục|công\s+ty|nhà\s+máy|trường|trung\s+tâm|viện|phòng|khoa)\s+")
CODE = re.compile(r"[A-ZĐ]{1,5}\d{1,3}[A-Z]?")
TRAILING = re.compile(r"[\s,;]*(?<!\w)(?:và|cùng|cùng với)\s*$")
SEPARATOR = re.compile(r"\s*(?:[,;]|\bvà\b|\bcùng\b)\s*")
PLACE = re.compile(r"(?:các\s+)?(?:tỉnh|huyện|xã|phường|quận|thị\s+xã|thành\s+phố|thị\s+trấn|thôn|bản|khu\s+phố)(?!\w)")
# How the parts of a list are parted
PARTED = (regex.compile(";"), regex.compile("[,;]"), regex.compile(r"[,;]|\s(?:và|cùng)\s(?=\p{Lu})"))
BRACKETS = re.compile(r"\([^()]*\)")
NO_NAME = re.compile(
    r"^\d|:|(?<!\w)(?:quyết\s+định|công\s+văn|tờ\s+trình|số\s+\d+/|ngày\s+\d|nhiệm\s+kỳ|được|đã|đạt|theo|trong\s+đó|mỗi|bằng|tiền|thưởng)(?!\w)"
)
UNIT = re.compile(
    r"(?:tổ|nhóm|khoa|phòng|đội|ban|bộ\s+phận|thôn|bản|ấp|buôn|khu|xã|phường|huyện|quận|tỉnh|lớp|chi\s+(?:hội|đoàn|bộ)|tàu|trạm)\s"
)
LONGEST_NAME = 120
REACH = 100_000  # characters: no list of names in a sentence is longer
COLLECTIVE_KINDS = ("collective",)


# Units and the ones that they are part of, the lowest first
WITHIN = (
    (("tổ",), ("tiểu đội",), ("trung đội",), ("đại đội",), ("tiểu đoàn",), ("trung đoàn",), ("lữ đoàn", "sư đoàn"), ("quân khu",)),
    (("thôn", "ấp", "bản", "buôn", "khu phố", "tổ dân phố"), ("xã", "phường", "thị trấn"), ("huyện", "quận", "thị xã"), ("tỉnh",)),
)


def is_lower(one: str, other: str, ranks: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a unit is of a lower kind than another one, both named."""
    first, second = (
        next((at for at, heads in enumerate(ranks) if text.startswith(tuple(f"{head} " for head in heads))), None)
        for text in (one, other)
    )
    return first is not None and second is not None and first < second
