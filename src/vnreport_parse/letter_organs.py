"""Names of organs as a letterhead prints them: over how many lines one goes, and how a sentence would write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from . import lexicons
from .organ_words import bare
from .patterns import fold, is_capitals

# Heads of names that stand in letterheads; the lexicon adds the organs that confer awards.
_HEADS = (
    "ủy ban", "ubnd", "ubmttq", "ubmt", "hội đồng", "hđnd", "sở", "bộ", "ban", "phòng", "trường", "đảng bộ", "đảng ủy",
    "huyện ủy", "tỉnh ủy", "thành ủy", "quận ủy", "thị ủy", "quân ủy", "chi bộ", "chi cục", "cục", "tổng cục", "vụ", "viện",
    "trung tâm", "công ty", "cty", "tổng công ty", "tập đoàn", "ngân hàng", "kho bạc", "bảo hiểm", "bhxh", "liên đoàn",
    "tổng liên đoàn", "lđlđ", "công đoàn", "cđ", "đoàn", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "quận đoàn", "hội",
    "trung ương hội", "mặt trận", "liên hiệp", "liên minh", "liên sở", "liên bộ", "công an", "quân khu", "quân đoàn",
    "quân chủng", "binh chủng", "sư đoàn", "trung đoàn", "tòa án", "viện kiểm sát", "thanh tra", "kiểm toán nhà nước",
    "văn phòng", "cụm", "khối", "báo", "đài", "học viện", "đại học", "bệnh viện", "xí nghiệp", "nhà máy", "nhà xuất bản",
    "nhà hát", "nhà thiếu nhi", "nhà văn hóa", "đội", "trạm", "hạt kiểm lâm", "quỹ", "thư viện", "bảo tàng", "chính phủ",
    "quốc hội", "thủ tướng", "chủ tịch", "tổ", "hợp tác xã", "htx", "chi nhánh", "nông trường", "lâm trường", "bưu điện",
    "điện lực", "hải quan", "cảng", "đảng đoàn", "bch", "bộ tư lệnh", "bộ chỉ huy", "chi đoàn", "liên đội", "chi hội",
    "tổng hội", "hiệp hội", "câu lạc bộ", "nhóm", "mầm non", "tiểu học", "thcs", "thpt",
)  # fmt: skip
# What a name broken over two lines may leave in front: XÃ / HỘI, QUỐC / PHÒNG; the second word is then no head.
_BROKEN = {
    "xã": ("hội", "đoàn"), "quốc": ("phòng", "hội", "đoàn"), "văn": ("phòng",), "tổng": ("cục", "hội", "công", "liên"),
    "chi": ("cục", "bộ", "hội", "đoàn"), "học": ("viện",), "bệnh": ("viện",), "thư": ("viện",), "đại": ("học", "hội"),
    "liên": ("đoàn", "hiệp", "minh", "bộ"), "đảng": ("bộ", "ủy", "đoàn"), "cán": ("bộ",), "biên": ("phòng",), "tập": ("đoàn",),
    "công": ("đoàn", "an", "ty", "báo"), "nội": ("bộ", "vụ"), "tỉnh": ("đoàn", "ủy", "hội"), "thành": ("đoàn", "ủy", "hội"),
    "huyện": ("đoàn", "ủy", "hội"), "kiểm": ("toán",), "đô": ("thị",), "hiệp": ("hội",), "dự": ("phòng",), "nghiệp": ("vụ",),
    "phục": ("vụ",), "dịch": ("vụ",), "bộ": ("đội",), "mặt": ("trận",), "tổ": ("quốc", "chức"), "thông": ("báo",),
    "phổ": ("thông",), "chủ": ("tịch",), "quân": ("đoàn", "đội", "khu"), "tiểu": ("học", "đoàn"),
    "trung": ("đoàn", "học", "tâm"),
}  # fmt: skip
# Names that say nothing without what follows them, in whichever line it stands.
_BARE = (
    "ban", "ban chỉ đạo", "ban quản lý", "ban chấp hành", "bch", "ban thường vụ", "bệnh viện", "bộ", "chi bộ", "chi cục",
    "chi nhánh", "công ty", "công ty cổ phần", "công ty tnhh", "công ty tnhh mtv", "công đoàn", "cục", "hội", "hội đồng",
    "học viện", "khối", "liên đoàn", "phòng", "sở", "tổng công ty", "tổng cục", "trung tâm", "trường", "trường cao đẳng",
    "trường đại học", "trường thcs", "trường thpt", "trường tiểu học", "trường mầm non", "trường trung học cơ sở",
    "trường trung học phổ thông", "ủy ban", "văn phòng", "viện", "vụ", "đảng bộ", "đảng ủy", "đoàn", "cụm", "tòa án",
    "thanh tra", "bộ chỉ huy", "bộ tư lệnh", "thủ", "thủ tướng", "bộ trưởng",
)  # fmt: skip
_UNFINISHED = re.compile(r".*(?:[-,&]|(?<!\w)(?:và|các|của|tại|khu|với|số))")


# Words that begin like an organ: HỘI NGHỊ, BAN HÀNH, TỔ CHỨC.
_NO_ORGAN = (
    r"(?:ban hành|báo cáo|bộ (?:máy|phận|đề|tiêu chí)|công đoạn|đoàn kết|đội ngũ|hội (?:nghị|thảo|thi|diễn|họp|trại)|khối lượng"
    r"|phòng,? chống|quỹ đất|sở hữu|tổ chức|trường hợp|viện dẫn|vụ (?:việc|án))"
)
# They go on with the name above them: ỦY BAN NHÂN DÂN / TỈNH X.
_UNITS = frozenset(
    (
        "tỉnh",
        "thành phố",
        "huyện",
        "quận",
        "xã",
        "phường",
        "thị xã",
        "thị trấn",
        "đặc khu",
        "trung ương",
        "nhà nước",
        "nước",
        "thôn",
    )
)


@cache
def _heads() -> re.Pattern[str]:
    rows = lexicons.load("authorities").get("organ", ())
    words = {*_HEADS, *(fold(str(row["head"])) for row in rows if row.get("head"))} - _UNITS
    return re.compile(rf"(?!{_NO_ORGAN}(?!\w))(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?!\w)")


@cache
def _unmarked_heads() -> re.Pattern[str]:
    """The heads of two syllables and more without their marks: `VĂN PHÔNG` is a slip, `PHÔNG` alone may be a name."""
    rows = lexicons.load("authorities").get("organ", ())
    words = {*_HEADS, *(fold(str(row["head"])) for row in rows if row.get("head"))} - _UNITS
    long = sorted((bare(word) for word in words if " " in word), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, long))})(?!\w)")


def begins_organ(text: str) -> bool:
    """Whether `text` begins as the name of an organ does."""
    return _heads().match(fold(text)) is not None


def group_organs(rows: list[str]) -> list[list[int]]:
    """The rows of a letterhead put together to organs: `ỦY BAN NHÂN DÂN` and `TỈNH X` are one, `SỞ Y` is the next."""
    groups: list[list[int]] = []
    for at, row in enumerate(rows):
        name = " ".join(fold(rows[i]) for i in groups[-1]) if groups else ""
        if groups and _goes_on(name, fold(row)):
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _goes_on(name: str, row: str) -> bool:
    """Whether `row` is still part of the organ whose name so far is `name`, both folded."""
    if name in _BARE or _UNFINISHED.fullmatch(name) or row.startswith(("-", "(", "và ", "&")):
        return True
    head = _heads().match(row) or _unmarked_heads().match(bare(row))
    return head is None or head[0] in _BROKEN.get(name.rsplit(maxsplit=1)[-1], ())


def organ_starts(text: str) -> Iterator[int]:
    """Where each organ begins in names that stand one behind the other: `UBND TỈNH X | SỞ NỘI VỤ`."""
    name = ""
    for word in _WORDS.finditer(text):
        at = word.start()
        head = _heads().match(fold(text[at : at + _LONGEST_HEAD]))
        if head is not None and at >= len(name) and (not name.strip() or not _goes_on(fold(name.strip()), fold(text[at:]))):
            yield at
            name = " " * at + head[0]  # the words of a head begin no other organ: ỦY | BAN
        elif at >= len(name):
            name += " " * (at - len(name)) + word[0]


_WORDS = re.compile(r"[^\s]+")
_LONGEST_HEAD = 60


# ---------------------------------------------------------------- joint documents
_DASH = re.compile(r" ?[-–—] ?(?=\w)| ?[,;] ")
# Organs that stand above the others of a letterhead when one more is printed than the number has codes.
_SUPERIOR = re.compile(r"(?:ủy ban nhân dân|ubnd|(?:tỉnh|thành|huyện|quận|thị) ủy|tổng liên đoàn|trung ương|đoàn tncs|bộ)(?!\w)")
_PEERS = re.compile(r"sở(?= )|bộ(?= (?!tư lệnh|chỉ huy|môn|đội|phận))")


def joint_parts(name: str) -> list[tuple[int, int]]:
    """Where each organ of `BỘ TÀI CHÍNH - BỘ NỘI VỤ` stands in the name; a dash inside one name parts nothing."""
    starts, ends = [0], []
    for dash in _DASH.finditer(name):
        before, after = fold(name[starts[-1] : dash.start()]), fold(name[dash.end() :])
        if begins_organ(before) and before not in _BARE and begins_organ(after):
            ends.append(dash.start())
            starts.append(dash.end())
    return list(zip(starts, [*ends, len(name)], strict=True))


def are_peers(names: list[str]) -> bool:
    """Whether all are ministries, or all departments of a province: these stand together in a joint document only."""
    heads = [_PEERS.match(fold(name)) for name in names]
    return len(names) > 1 and all(heads) and len({head[0] for head in heads if head}) == 1


def superiors(names: list[str], codes: tuple[str, ...]) -> int:
    """How many of the first names stand above the issuers, whose codes the number of a joint document gives, if it does."""
    count = 0
    spare = len(names) - len(codes) if codes else int(len(names) > 2)
    while count < len(names) - 1 and _SUPERIOR.match(fold(names[count])) and not are_peers(names[count : count + 2]):
        other = codes and fold(names[count])[0] != fold(codes[0])[0] == fold(names[count + 1])[0]  # UBND TỈNH X / SỞ Y, TỈNH ĐOÀN
        if count >= spare and not other:
            break
        count += 1
    return count


# ---------------------------------------------------------------- case
_SEARCHED = 200_000  # characters of the body in which a name is looked for


def sentence_case(name: str, body: str) -> str:
    """`name`, printed in capitals, as `body` writes it in a sentence; as printed when the body does not. Same length.

    A name that the body never writes in full is put together from parts of it:
    `Ủy ban nhân dân tỉnh` and `Quảng Trị`.
    """
    if not is_capitals(name):
        return name
    body = body[:_SEARCHED]
    folded = fold(body)
    words, written, at = name.split(" "), [], 0
    while at < len(words):
        for end in range(len(words), at, -1):
            part = " ".join(words[at:end])
            shape = _shape(part, body, folded) if end - at > 1 or part.lower() in _SMALL_WORDS or not part.isalpha() else None
            if shape is not None:
                written.append(shape)
                at = end
                break
        else:
            return name
    cased = " ".join(written)
    return cased[:1].upper() + cased[1:]


_SMALL_WORDS = frozenset(("và", "của", "các", "tỉnh", "huyện", "xã", "phường", "quận", "số", "nước"))


def _shape(part: str, body: str, folded: str) -> str | None:
    """`part` with the case that `body` gives these words, where it does not print them in capitals."""
    if part.lower() in _SMALL_WORDS:
        return part.lower()
    if not any(map(str.isalpha, part)):
        return part
    wanted, at = fold(part), -1
    fallback = None
    while (at := folded.find(wanted, at + 1)) >= 0:
        end = at + len(wanted)
        found = body[at:end]
        if (
            (at and folded[at - 1].isalnum())
            or (end < len(folded) and folded[end].isalnum())
            or is_capitals(found)
            and len(found) > 5
        ):
            continue
        shaped = "".join(
            own.lower() if other.islower() and len(own.lower()) == 1 else own for own, other in zip(part, found, strict=True)
        )
        if found[0].isupper():
            return shaped
        fallback = fallback or shaped
    return fallback
