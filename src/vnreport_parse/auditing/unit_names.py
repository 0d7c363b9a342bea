"""What a unit's name says once writing is set aside: `Sở KH&CN`, `SỞ KHOA HỌC VÀ CÔNG NGHỆ` and `Sở Khoa học - Công nghệ` are one.

A unit is its name and where it is: `Phòng Nội vụ` is a different one in each district. Case, tone placement, dashes, `và`
and `&`, abbreviations, and the word `tỉnh` before a province are writing; another word, level or place is another unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from .. import lexicons
from ..patterns import fold
from ..spans import fold_blanks

Words = tuple[str, ...]


class Place(NamedTuple):
    """`huyện Sơn Lộc`: level and name, folded. A province has the level ``""``, a place of unknown level ``"?"``."""

    level: str
    name: str


class UnitKey(NamedTuple):
    """The identity of a unit: the words of its name without its places, its places, the lowest first, and its superior.

    `under` is given only where the name is one that every larger organ has: `Văn phòng`, `Phòng Tổ chức`.
    """

    words: Words
    places: tuple[Place, ...]
    under: Words = ()


_TOKEN = re.compile(r"[^\W_]+(?:&[^\W_]+)*|&")
_LEVELS = {
    "tỉnh": "", "thành phố": "thành phố", "tp": "thành phố", "huyện": "huyện", "quận": "quận", "thị xã": "thị xã", "tx": "thị xã",
    "xã": "xã", "phường": "phường", "thị trấn": "thị trấn", "đặc khu": "đặc khu",
}  # fmt: skip
# Cities that are provinces, whatever word stands before them (Huế was a city of a province until 2025: it stays apart).
_CITIES = frozenset({"hà nội", "hồ chí minh", "đà nẵng", "hải phòng", "cần thơ"})
# The heads whose field is often written with initials: Sở KH&CN, Phòng LĐ-TB&XH, Ban TĐKT.
_HEADS = frozenset({"sở", "bộ", "phòng", "ban", "cục", "ngành", "vụ"})
_ABBREVIATIONS = {
    "ubnd": "ủy ban nhân dân",
    "ub": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "mttq": "mặt trận tổ quốc",
    "tp": "thành phố",
    "tx": "thị xã",
    "lhpn": "liên hiệp phụ nữ",
    "thpt": "trung học phổ thông",
    "thcs": "trung học cơ sở",
    "ptdtnt": "phổ thông dân tộc nội trú",
    "ptdtbt": "phổ thông dân tộc bán trú",
    "gdtx": "giáo dục thường xuyên",
    "gdnn": "giáo dục nghề nghiệp",
    "bv": "bệnh viện",
    "bvđk": "bệnh viện đa khoa",
    "ttyt": "trung tâm y tế",
    "tncs": "thanh niên cộng sản",
    "hcm": "hồ chí minh",
    "tphcm": "thành phố hồ chí minh",
    "tw": "trung ương",
    "ccb": "cựu chiến binh",
    "tand": "tòa án nhân dân",
    "vksnd": "viện kiểm sát nhân dân",
    "ca": "công an",
    "bch": "ban chấp hành",
    "btv": "ban thường vụ",
    "hđtđkt": "hội đồng thi đua khen thưởng",
    "tđkt": "thi đua khen thưởng",
    "đh": "đại học",
    "cđ": "cao đẳng",
    "vn": "việt nam",
    "ptnt": "phát triển nông thôn",
    "chxhcn": "cộng hòa xã hội chủ nghĩa",
    "đk": "đa khoa",
    "ptth": "phổ thông trung học",
    "kcn": "khu công nghiệp",
    "kkt": "khu kinh tế",
    "đbqh": "đại biểu quốc hội",
    "qlda": "quản lý dự án",
    "khkt": "khoa học kỹ thuật",
    "htx": "hợp tác xã",
    "vp": "văn phòng",
}
# Every larger organ has one of these; the people's committee is no superior that tells them apart, its place does.
_ANYWHERE = frozenset({"phòng", "văn", "khoa", "tổ", "đội", "chi", "đảng", "công", "ban", "trạm", "thanh"})
_COMMITTEE = ("ủy", "ban", "nhân", "dân")
# Words after which a place word names no place: hợp tác xã, cấp huyện
_NO_PLACE = frozenset({"tác", "cấp", "khối", "các"})
# … and before which: xã hội, tỉnh ủy, tỉnh đoàn, xã đội
_NO_NAME = frozenset({"hội", "ủy", "đoàn", "đội"})
_COUNTRY = frozenset({"việt nam", "trung ương"})
_AFTER_SCHOOL = {"th": "tiểu học", "mn": "mầm non", "mg": "mẫu giáo"}
_FIELDS = {
    "vhtt": "văn hóa thông tin",
    "tckh": "tài chính kế hoạch",
    "ktht": "kinh tế hạ tầng",
    "vhxh": "văn hóa xã hội",
    "gt": "giao thông",
    "lđtbxh": "lao động thương binh xã hội",
    "lđtb": "lao động thương binh",
    "tbxh": "thương binh xã hội",
    "nnptnt": "nông nghiệp phát triển nông thôn",
}
_VOWEL = re.compile(r"[AEIOUYÀ-ÃÈ-ÊÌÍÒ-ÕÙÚĂƠƯẠ-ỹ]")
# i and y at the end of a syllable are one: Mĩ Đức, Mỹ Đức; Quí, Quý
_FINAL_I = re.compile(r"(?<=\b[hklmst])[iíìỉĩị](?!\w)|(?<=\bqu)[iíìỉĩị](?!\w)")
_Y = dict(zip("iíìỉĩị", "yýỳỷỹỵ", strict=True))
_REMARK = re.compile(r"\s*[(;].*")
_BRACKET = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=16384)
def unit_key(issuer: str, parent: str | None = None, place: str | None = None) -> UnitKey:
    """The identity of the unit that `issuer` names, where it stands under `parent` and writes from `place`."""
    name, places = _split(issuer)
    above, upper = _split(parent) if parent else ((), [])
    if not upper and (rest := _beyond_known(above)):
        upper = [Place("?", rest)]
    under = above if name[:1] and name[0] in _ANYWHERE and not places and above[:4] != _COMMITTEE else ()
    held = {p.level for p in places}
    places += [p for p in upper if p.level not in held]
    town = " ".join(words_of(place)) if place else ""
    # `Sở Y tế Sóc Trăng` under `UBND tỉnh Sóc Trăng`: the place stands in the name as well
    for found in (*(p.name for p in places), town):
        if found and " ".join(name).endswith(f" {found}") and name[: -len(found.split())] in _known_names():
            name = name[: -len(found.split())]
            if found not in (p.name for p in places):
                places.insert(0, Place("?", found))
            break
    # `Bệnh viện Đa khoa tỉnh`, `UBND tỉnh`: which province, the letterhead says, or the place
    if len(name) > 1 and (level := _LEVELS.get(name[-1])) is not None and name[-2] not in _NO_PLACE:
        if any(p.level == level for p in places):
            name = name[:-1]
        elif town and not places:
            name, places = name[:-1], [Place(level, town)]
    if not places and town:
        places = [Place("?", town)]
    return UnitKey(name, tuple(places), under)


@lru_cache(maxsize=65536)
def words_of(name: str) -> Words:
    """The words of a name, spelled out and folded."""
    name = fold_blanks(_BRACKET.sub(" ", name))
    capitals = name == name.upper()
    tokens = [found[0] for found in _TOKEN.finditer(name)]
    words: list[str] = []
    at = 0
    while at < len(tokens):
        taken, spelled = _spell(tokens, at, words[-1] if words else "", capitals=capitals)
        while spelled and words and spelled[0] == words[-1] and taken:  # Hội LHPN: Hội Liên hiệp Phụ nữ
            spelled = spelled[1:]
        words += spelled
        at += max(taken, 1)
    return tuple(word for word in map(_plain, words) if word not in ("và", "&"))


def _plain(word: str) -> str:
    if word.isdigit():
        return word.lstrip("0") or "0"
    return _FINAL_I.sub(lambda found: _Y[found[0]], word)


def _spell(tokens: list[str], at: int, before: str, *, capitals: bool) -> tuple[int, list[str]]:
    """The words that the tokens from `at` on stand for, and how many tokens those are."""
    token, low = tokens[at], fold(tokens[at])
    if low == "số" and at + 1 < len(tokens) and tokens[at + 1].isdigit():  # Cụm thi đua số 3
        return 1, []
    if before in _HEADS:
        end = at
        while end < len(tokens) and (is_short(tokens[end], capitals=capitals) or (end > at and fold(tokens[end]) in ("và", "&"))):
            end += 1
        for stop in range(end, at, -1):
            initials = "".join(letter for t in tokens[at:stop] if (letter := fold(t).replace("&", "")) != "và")
            if field := _fields().get((before, initials)) or _fields().get(("", initials)):
                return stop - at, list(field)
    if "&" in token[1:] and (field := _fields().get(("", low.replace("&", "")))):  # Phòng Lao động - TB&XH
        return 1, list(field)
    if not is_short(token, capitals=capitals):
        return 1, low.split("&")
    if before == "trường" and low in _AFTER_SCHOOL:
        return 1, _AFTER_SCHOOL[low].split()
    if low in _ABBREVIATIONS:
        return 1, _ABBREVIATIONS[low].split()
    return 1, list(_codes().get(low, (low,)))


def is_short(token: str, *, capitals: bool = True) -> bool:
    """Whether a token is an abbreviation; where the whole name is in capitals, one without a vowel or a known one."""
    if "&" in token[1:]:
        return True
    if not (token.isupper() and len(token) > 1 and token.isalpha()):
        return False
    return not capitals or not _VOWEL.search(token) or fold(token) in _ABBREVIATIONS


@cache
def _codes() -> dict[str, Words]:
    """Codes of three letters and more and the names they stand for, from the lexicons."""
    found: dict[str, Words] = {}
    for row in lexicons.load("codes").get("issuer", ()):
        if len(row["code"]) > 2 and row["level"] != "drafting_unit":
            found[fold(row["code"])] = _name(row["name"])
    for row in lexicons.load("authorities").get("organ", ()):
        for short in row["abbreviations"]:
            if short.isupper() and short.isalpha() and len(short) > 2:
                found.setdefault(fold(short), _name(row["head"]))
    return found


@cache
def _fields() -> dict[tuple[str, str], Words]:
    """The field behind a head by its initials: (`sở`, `khcn`). A field that stands under one meaning has the head ``""`` too."""
    found: dict[tuple[str, str], set[Words]] = {}
    for head, field in _headed():
        initials = "".join(word[0] for word in field)
        for key in ((head, initials), ("", initials)):
            found.setdefault(key, set()).add(field)
    sure = {key: next(iter(fields)) for key, fields in found.items() if len(fields) == 1}
    return sure | {("", short): tuple(long.split()) for short, long in _FIELDS.items() if ("", short) not in sure}


def _headed() -> Iterator[tuple[str, Words]]:
    """`Sở Khoa học và Công nghệ`: head and field, for the names of the lexicon."""
    for row in lexicons.load("codes").get("issuer", ()):
        words = _name(row["name"])
        if len(words) > 2 and words[0] in _HEADS:
            yield words[0], words[1:]
        elif row["level"] == "drafting_unit" and len(words) > 1:
            yield "ban", words


def _name(printed: str) -> Words:
    """The words of a lexicon's name, without remarks: `Sở Nông nghiệp và PTNT (đến 2025-02)`."""
    tokens = (fold(found[0]) for found in _TOKEN.finditer(_REMARK.sub("", printed)))
    spelled = (word for token in tokens for word in _ABBREVIATIONS.get(token, token).split())
    return tuple(_plain(word) for word in spelled if word not in ("và", "&"))


# ---------------------------------------------------------------- places
def _split(name: str) -> tuple[Words, list[Place]]:
    """The words of a name and the places behind them, the lowest first: `Công an` + `huyện Sơn Lộc`, `tỉnh Bắc Nguyên`."""
    words = words_of(name)
    starts = [(at, *found) for at in range(len(words)) if (found := _level(words, at))]
    if not starts:
        return words, []
    places: list[Place] = []
    ends = [start[0] for start in starts[1:]] + [len(words)]
    for (at, size, level), end in zip(starts, ends, strict=True):
        named = " ".join(words[at + size : end])
        if named:
            places.append(Place("" if named in _CITIES else level, named))
    return (words[: starts[0][0]], places) if places else (words, [])


def _level(words: Words, at: int) -> tuple[int, str] | None:
    """The level that a place word names, and its number of words."""
    for size in (2, 1):
        if (level := _LEVELS.get(" ".join(words[at : at + size]))) is not None:
            after = words[at + size] if at + size < len(words) else ""
            if (at and words[at - 1] in _NO_PLACE) or after in _NO_NAME:
                return None
            return size, level
    return None


@cache
def _known_names() -> frozenset[Words]:
    """Names that are complete without a place. A school's is not: `Trường THCS Tân Phú`."""
    rows = lexicons.load("codes").get("issuer", ())
    names = {_name(row["name"]) for row in rows if row["level"] not in ("drafting_unit", "school", "district_commune")}
    fields = {field for _, field in _headed()}
    return frozenset(names | {(head, *field) for head in ("sở", "phòng", "ban") for field in fields})


@cache
def spelled_out() -> dict[Words, str]:
    """The names of the lexicon as a sentence writes them, by their words."""
    rows = lexicons.load("codes").get("issuer", ())
    return {_name(row["name"]): _REMARK.sub("", row["name"]) for row in rows if row["level"] != "drafting_unit"}


def _beyond_known(words: Words) -> str | None:
    """What follows a known name: `Phòng Giáo dục và Đào tạo Hải Lăng` leaves the place."""
    for size in range(len(words) - 1, 1, -1):
        if words[:size] in _known_names():
            rest = " ".join(words[size:])
            return None if rest in _COUNTRY else rest
    return None
