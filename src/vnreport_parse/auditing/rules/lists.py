"""R109, R110: a list of names against the figure before it, and against itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ...lexicons import load
from ...patterns import fold
from ...records import CountMention
from ...report import Report
from ...spans import Span
from .base import Hit, Limits, Texts, report_rule
from .tabular import rows_twice

# 05 đ/c, gồm: A, B / 02 tập thể: phòng X, phòng Y / 02 tổ (tổ X, tổ Y) / Năm tập thể được … là: khoa X, khoa Y
_OPENS = re.compile(
    r"""
      [^.;:()\n"]{0,80}? (?<!\w)(?:gồm(?:\ có)?|gồm\ các|là|có\ tên)(?:\ (?:các\ )?(?:đ/c|đồng\ chí|ông|bà|ông\ \(bà\)))?\s*:\s+
    | \s*(?:,\s*)?(?:bao\ )?gồm\s*:?\s+ | (?:\ (?:sau|có\ tên\ sau|như\ sau))?\s*:\s+ | \s*(?P<bracket>\()(?:gồm\s*:?\s+)?
    """,
    re.VERBOSE,
)
_MORE = re.compile(
    r"(?:…|\.\.\.|v\.v|(?<!\w)vân vân)|(?<!\w)(?:và \d+|cùng \d+|trong đó|tiêu biểu|điển hình|như|theo|tại|khác|nhiều)(?!\w)"
)
_SOME = re.compile(r"(?<!\w)(?:trong (?:đó|số)|tiêu biểu|điển hình|nổi bật|như|riêng)(?!\w)")
_NO_HEAD = re.compile(r"xã hội|tổ chức|công nghệ|cơ sở|hội nhập|trường lớp|đoàn kết|ban hành|đội ngũ")  # pieces of a name
_END = re.compile(r"\.(?=\s|$)(?<!\b[A-ZĐ]\.)|\n\s*\n|\n(?=\s*(?:[-+*•–]|\w{1,4}[.)])\s)")
_COMMA = re.compile(r"\s*,\s*|\s+và\s+(?=\S)")
_SEMICOLON = re.compile(r"\s*;\s*")
_BRACKETED = re.compile(r"\([^()]*\)")
_HONORIFIC = re.compile(
    r"^(?:và |các )?(?:đồng chí|đ/c|đc|ông|bà|anh|chị|cô|thầy|em|bác sĩ|bs|bác sĩ cki{1,2}|điều dưỡng|giáo viên|thiếu tá|trung tá|thượng tá|đại tá|đại úy"
    r"|thượng úy|trung úy|thiếu úy|ths|ts|tiến sĩ|thạc sĩ|pgs|gs)\.?(?:\s|$)"
)
# Nguyễn Thị Hoa, Y Thanh, Thạch Sà Rươl, Hồ Pả Lăm: two to six syllables that begin with capitals
_PERSON = re.compile(r"[A-ZĐÀ-Ỹ][\w’']*(?:[ -][A-ZĐÀ-Ỹ][\w’']*){1,5}")
_LONGEST = 1500


# The members of a list in lines: `- Phòng Nội vụ;`, `1. Ông Trần Văn Bình, chuyên viên`, `+ Lê Thị Hoa`
_LINE = re.compile(r"[ \t]*(?P<label>[-+*•–]|\(?\d{1,3}[.)]|[a-zđ][.)])[ \t]+(?P<item>[^\n]+)(?:\n|$)")
_FIRST = re.compile(r"[,;:(]|\s[-–]\s|\.?\s*$")  # what ends the name at the head of a line
_OTHER = re.compile(
    r"(?:đề nghị|trình|tặng|công nhận|danh hiệu|khen|bằng khen|giấy khen|cờ|huân chương|kỷ niệm chương|về|kết quả|công tác|phong trào)(?!\w)"
)


_AWARDED = re.compile(r"(?<!\w)(?:tặng|công nhận|đề nghị|bằng khen|giấy khen|danh hiệu)(?!\w)|\d (?:tập thể|cá nhân|hộ)(?!\w)")


class Item(NamedTuple):
    """One member of a list of names."""

    text: str
    span: Span


@cache
def _collective_heads() -> re.Pattern[str]:
    """The nouns with which the name of a collective begins: `khoa`, `phòng`, `trường`, `UBND`."""
    nouns = {fold(form) for row in load("recipients")["noun"] if row["kind"] == "collective" for form in row["forms"]}
    nouns |= {fold(short) for row in load("recipients")["noun"] if row["kind"] == "collective" for short in row["abbreviations"]}
    nouns |= {fold(row["head"]) for row in load("authorities")["organ"]}
    nouns |= {fold(short) for row in load("authorities")["organ"] for short in row["abbreviations"]}
    nouns |= {"ban", "ubnd", "thcs", "thpt", "chi cục", "cục", "trung tâm", "đội", "tổ", "khoa", "phòng", "bộ môn", "nhóm"}
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, nouns), key=len, reverse=True))})(?!\w)")


@report_rule(
    "R109",
    title=Texts("Danh sách tên khác với số lượng", "A list of names differs from its count"),
    why="Số lượng nêu kèm danh sách phải bằng số tên trong danh sách. Khi một tên có thể là một hoặc hai đơn vị thì cả hai cách đếm đều đúng.",
    message=Texts("nêu {stated} nhưng kể tên {listed}", "{stated} stated, but {listed} named"),
    severity="error",
    source=Texts("Đếm tên trong danh sách", "Counting the names"),
    fires="Công nhận danh hiệu Lao động tiên tiến cho 03 cá nhân, gồm: Nguyễn Thị Hoa, Trần Văn Bình.",
    silent="Công nhận danh hiệu Lao động tiên tiến cho 03 cá nhân, gồm: Nguyễn Thị Hoa, Trần Văn Bình, Lê Thị Cúc.",
)
def names_and_count(report: Report, limits: Limits) -> Iterator[Hit]:
    """A figure followed by the list of those who got it is the number of names. Where a name may be one or two, either is right."""
    for mention in report.counts:
        found = names_behind(report.text, mention)
        if found is None:
            continue
        fewest, most, items = found
        if not fewest <= mention.value <= most and most > 1:
            details = {"stated": f"{mention.value} {mention.noun}", "listed": fewest if mention.value < fewest else most}
            yield Hit(details, (mention.span, Span(items[0].span.start, items[-1].span.end)))


@report_rule(
    "R110",
    title=Texts("Một tên hai lần trong danh sách", "A name stands twice in a list"),
    why="Không ai được khen hai lần trong cùng một danh sách. Hai người trùng tên phải phân biệt bằng chức vụ, năm sinh.",
    message=Texts("{name} có hai lần trong cùng danh sách", "{name} stands twice in one list"),
    severity="warning",
    source=Texts("So các tên trong danh sách", "Comparing the names of a list"),
    fires="Công nhận danh hiệu Lao động tiên tiến cho 03 cá nhân, gồm: Nguyễn Thị Hoa, Trần Văn Bình, Nguyễn Thị Hoa.",
    silent="Công nhận danh hiệu Lao động tiên tiến cho 03 cá nhân, gồm: Nguyễn Thị Hoa, Trần Văn Bình, Nguyễn Thị Hòa.",
)
def name_twice(report: Report, limits: Limits) -> Iterator[Hit]:
    """Nobody gets one award twice at once. Two persons of one name would be told apart by their office or year of birth."""
    for mention in report.counts:
        found = names_behind(report.text, mention)
        if found is None:
            continue
        seen: dict[str, Item] = {}
        for item in found[2]:
            key = " ".join(fold(item.text).split())
            if key in seen:
                yield Hit({"name": item.text}, (seen[key].span, item.span))
            seen[key] = item
    for one, other in rows_twice(report):
        yield Hit({"name": other.text}, (one.span, other.span))


def names_behind(text: str, mention: CountMention) -> tuple[int, int, list[Item]] | None:
    """The fewest and the most names that the list behind a figure may hold, and its members; `None` for no list, or one that goes on."""
    if mention.kind not in ("individual", "collective") or mention.role in ("target", "cumulative"):
        return None
    opened = _OPENS.match(text, mention.span.end)
    if opened is None:
        return None
    start = opened.end()
    if any(map(str.isdigit, opened[0])):
        return None  # 02 tập thể và 03 cá nhân, gồm: the list is of both
    if "\n" in opened[0]:
        return _lines(text, mention.kind, start)
    if _SOME.search(fold(opened[0])):
        return None
    stop = text.find(")", start) if opened["bracket"] else -1
    if stop < 0:
        end = _END.search(text, start, start + _LONGEST)
        stop = end.start() if end else min(len(text), start + _LONGEST)
    listed = text[start:stop]
    shown = _BRACKETED.sub(lambda b: "_" * len(b[0]), listed)  # Trần Văn A (Trưởng phòng, Bí thư): one name
    folded = fold(shown)
    if _SOME.match(folded) or _MORE.search(folded) or any(c.isdigit() for c in shown if mention.kind == "individual"):
        return None
    return (_persons if mention.kind == "individual" else _collectives)(listed, shown, start)


def _lines(text: str, kind: str, start: int) -> tuple[int, int, list[Item]] | None:
    """A list in lines, one member a line. It ends at a blank line, or where a line speaks of another award."""
    members: list[Item] = []
    at, style = start, ""
    while line := _LINE.match(text, at):
        shape = re.sub(r"[\da-zđ]+", "x", line["label"])
        name = line["item"][: found.start()] if (found := _FIRST.search(line["item"])) else line["item"]
        if shape != (style or shape) or _OTHER.match(fold(line["item"])) or _AWARDED.search(fold(line["item"])):
            break
        if not (_is_person(name) if kind == "individual" else _collective_heads().match(fold(name))) or _MORE.search(
            fold(line["item"])
        ):
            return None
        style = shape
        members.append(Item(line["item"].rstrip(" ;.,"), Span(line.start("item"), line.end("item"))))
        at = line.end()
    return (len(members), len(members), members) if len(members) > 1 else None


def _pieces(listed: str, shown: str, start: int, separator: re.Pattern[str]) -> list[Item]:
    pieces, at = [], 0
    for found in separator.finditer(shown):
        pieces.append((at, found.start()))
        at = found.end()
    pieces.append((at, len(shown)))
    return [Item(" ".join(listed[a:b].split()), Span(start + a, start + b)) for a, b in pieces if listed[a:b].strip()]


def _persons(listed: str, shown: str, start: int) -> tuple[int, int, list[Item]] | None:
    """Every member is a name, or, after semicolons, begins with one and goes on with an office."""
    if ";" in shown:
        members = _pieces(listed, shown, start, _SEMICOLON)
        return (len(members), len(members), members) if all(_is_person(m.text.partition(",")[0]) for m in members) else None
    members = _pieces(listed, shown, start, _COMMA)
    return (len(members), len(members), members) if all(_is_person(m.text) for m in members) else None


def _is_person(text: str) -> bool:
    bare = " ".join(_BRACKETED.sub("", text).split())
    honorific = _HONORIFIC.match(fold(bare))
    name = bare[honorific.end() :] if honorific else bare
    return bool(_PERSON.fullmatch(name.strip()))


def _collectives(listed: str, shown: str, start: int) -> tuple[int, int, list[Item]] | None:
    """Members begin with `khoa`, `phòng`, `xã` …; a piece that does not may be the rest of the name before it, or a name."""
    pieces = _pieces(listed, shown, start, _SEMICOLON if ";" in shown else _COMMA)
    heads = _collective_heads()
    sure = [bool(heads.match(fold(piece.text))) and not _NO_HEAD.match(fold(piece.text)) for piece in pieces]
    if not pieces or not sure[0] or any(len(piece.text.split()) > 16 for piece in pieces):
        return None
    return sum(sure), len(pieces), pieces
