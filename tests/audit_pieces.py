"""Pieces of invented reports, one for each rule: sound, or with the fault that the rule must find.

A piece adds a numbered part to a draft or changes its head. All names and figures are invented.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Protocol

NOUNS = {"collective": "tập thể", "individual": "cá nhân", "household": "hộ gia đình"}
_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương")
_MIDDLES = ("Văn", "Thị", "Minh", "Thanh", "Quốc", "Ngọc", "Hữu", "Đức", "Thu", "Kim")
_GIVEN = (
    "An",
    "Bình",
    "Cúc",
    "Dũng",
    "Giang",
    "Hà",
    "Khoa",
    "Lan",
    "Mai",
    "Nam",
    "Oanh",
    "Phúc",
    "Quân",
    "Sơn",
    "Tâm",
    "Uyên",
    "Vinh",
    "Yến",
)
_OFFICES = (
    "Phòng Tổ chức",
    "Phòng Nghiệp vụ",
    "Phòng Kế toán",
    "Phòng Thanh tra",
    "Phòng Hành chính",
    "Phòng Pháp chế",
    "Phòng Quản lý dự án",
)
_POSTS = ("chuyên viên", "Trưởng phòng", "Phó Trưởng phòng", "kế toán viên", "Phó Chánh Văn phòng")
_REASONS = (
    "phòng, chống thiên tai", "xây dựng nông thôn mới", "cải cách hành chính", "chuyển đổi số", "phòng, chống dịch bệnh",
    "bảo đảm an toàn giao thông", "thực hiện chính sách xã hội",
)  # fmt: skip
PROVINCE = "Chủ tịch UBND tỉnh"


@dataclass(frozen=True)
class Figure:
    """A figure that may be added to others."""

    title: str
    rank: str | None
    authority: str | None
    kind: str
    status: str
    count: int


@dataclass(frozen=True)
class Unit:
    """Who reports: name, superior, place, code in its numbers, who confers there, the post that signs, its field and ministry's code."""

    name: str
    parent: str
    place: str
    code: str
    authority: str
    post: str
    field: str
    ministry: str


@dataclass(frozen=True)
class Head:
    """What stands above the awards and below: number, day, period, and the labels of the last three sections."""

    number: int | None  # 0: left blank
    date: str
    words: str
    period: str
    year: int
    labels: tuple[str, str, str] = ("II", "III", "IV")
    notice: str = ""
    told: str = ""
    basis: str = ""
    signer: str = "Nguyễn Văn Thịnh"
    annex: str = ""

    def asked_for(self, r: Random) -> Head:
        """With a signer, and the letter that asked all units for the reports of this period."""
        month = int(self.date[5:7]) - 1
        letter = f"Công văn số {self.year % 100 * 40 + month}/BTĐKT-NV ngày 15/{month}/{self.year} của Ban Thi đua - Khen thưởng Trung ương"
        return replace(self, basis=letter, signer=person(r))


@dataclass(frozen=True)
class Piece:
    """A numbered part of the section on awards."""

    heading: str
    text: str
    figures: tuple[Figure, ...] = ()


class DraftLike(Protocol):
    """What a piece is added to."""

    unit: Unit
    head: Head
    pieces: list[Piece]


Maker = Callable[[DraftLike, Random, bool], Head | None]
Fits = Callable[[Unit, Head], bool]
PIECES: dict[str, tuple[Maker, Fits]] = {}


def _piece(code: str, fits: Fits = lambda unit, head: True) -> Callable[[Maker], Maker]:
    def add(maker: Maker) -> Maker:
        PIECES[code] = (maker, fits)
        return maker

    return add


# ---------------------------------------------------------------- words
def number(count: int) -> str:
    """`04`, `17`, `1.208`."""
    return f"{count:02d}" if count < 1000 else f"{count:,}".replace(",", ".")


def groups_of(*figures: Figure) -> str:
    """`04 tập thể và 09 cá nhân`."""
    told = [f"{number(figure.count)} {NOUNS[figure.kind]}" for figure in figures]
    return ", ".join([*told[:-2], " và ".join(told[-2:])])


def person(r: Random) -> str:
    """`Trần Minh Giang`."""
    return f"{r.choice(_SURNAMES)} {r.choice(_MIDDLES)} {r.choice(_GIVEN)}"


def persons(r: Random, count: int) -> list[str]:
    """Different names."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[person(r)] = None
    return list(found)


def _off(r: Random, right: bool) -> int:
    """0 for a sound piece, else a small error."""
    return 0 if right else r.choice((1, 2, 3))


def _given(title: str, authority: str | None, kind: str, count: int, status: str = "conferred") -> Figure:
    return Figure(title, None, authority, kind, status, count)


# ---------------------------------------------------------------- sums
@_piece("R101")
def _parts(draft: DraftLike, r: Random, right: bool) -> None:
    parts = [(reason, r.randint(3, 15), r.randint(4, 20)) for reason in r.sample(_REASONS, 3)]
    whole = sum(part[1] for part in parts) + _off(r, right)
    figures = (
        _given("Giấy khen", draft.unit.authority, "collective", whole),
        _given("Giấy khen", draft.unit.authority, "individual", sum(p[2] for p in parts)),
    )
    lines = "\n\n".join(
        f"{label}) Về {reason}: {number(a)} tập thể, {number(b)} cá nhân;"
        for label, (reason, a, b) in zip("abc", parts, strict=True)
    )
    opening = r.choice(("gồm:", "cụ thể như sau:"))
    draft.pieces.append(
        Piece(
            "Khen thưởng chuyên đề",
            f"{draft.unit.authority} tặng Giấy khen cho {groups_of(*figures)}, {opening}\n\n{lines}",
            figures,
        )
    )


@_piece("R102")
def _opening_total(draft: DraftLike, r: Random, right: bool) -> None:
    a, b, c = r.randint(3, 9), r.randint(12, 30), r.randint(2, 8)
    own = draft.unit.authority
    figures = (
        _given("Giấy khen", own, "collective", a),
        _given("Giấy khen", own, "individual", b),
        _given("Bằng khen", PROVINCE, "individual", c),
    )
    text = (
        f"Trong kỳ có {number(a + b + c + _off(r, right))} lượt tập thể, cá nhân được khen thưởng đột xuất. Cụ thể:\n\n"
        f"a) {own} tặng Giấy khen cho {groups_of(*figures[:2])};\n\nb) {PROVINCE} tặng Bằng khen cho {groups_of(figures[2])}."
    )
    draft.pieces.append(Piece("Khen thưởng đột xuất", text, figures))


@_piece("R103")
def _certificates(draft: DraftLike, r: Random, right: bool) -> None:
    a, b, c = r.randint(3, 9), r.randint(12, 30), r.randint(2, 8)
    trustees = "Ban Thường vụ Huyện ủy"
    figures = tuple(
        _given("Giấy khen", trustees, kind, count) for kind, count in (("collective", a), ("individual", b), ("individual", c))
    )
    text = (
        f"a) {trustees} tặng Giấy khen cho {groups_of(*figures[:2])} học tập và làm theo gương Bác.\n\n"
        f"b) {trustees} tặng Giấy khen cho {groups_of(figures[2])} làm công tác kiểm tra, giám sát, có đóng góp cho việc xây dựng tổ chức cơ sở.\n\n"
        f"c) Tổng hợp khen thưởng: {a + b + c + _off(r, right)} giấy khen của {trustees}; các quyết định đã được gửi đến từng đơn vị, "
        "công bố tại hội nghị tổng kết công tác xây dựng Đảng và lưu trong hồ sơ theo quy định."
    )
    draft.pieces.append(Piece("Khen thưởng của Đảng", text, figures))


@_piece("R104")
def _total_row(draft: DraftLike, r: Random, right: bool) -> None:
    rows = [(name, r.randint(1, 6), r.randint(5, 20)) for name in r.sample(_OFFICES, 4)]
    figures = tuple(_given("Lao động tiên tiến", None, "individual", row[2]) for row in rows)
    lines = [f"| {at} | {name} | {a} | {b} |" for at, (name, a, b) in enumerate(rows, 1)]
    total = f"| | Tổng cộng | {sum(row[1] for row in rows)} | {sum(row[2] for row in rows) + _off(r, right)} |"
    head = "| TT | Đơn vị | Số sáng kiến | Số hồ sơ |\n|---|---|---|---|"
    draft.pieces.append(Piece("Sáng kiến và hồ sơ của các phòng", "\n".join([head, *lines, total]), figures[:0]))


@_piece("R105")
def _prose_and_table(draft: DraftLike, r: Random, right: bool) -> None:
    fighters, teams = r.randint(2, 5), r.randint(6, 9)
    figures = (
        _given("Chiến sĩ thi đua cấp tỉnh", None, "individual", fighters, "proposed"),
        _given("Tập thể lao động xuất sắc", None, "collective", teams, "proposed"),
    )
    table = (
        "| TT | Danh hiệu | Số lượng đề nghị |\n|---|---|---|\n"
        f"| 1 | Chiến sĩ thi đua cấp tỉnh | {number(fighters)} cá nhân |\n| 2 | Tập thể lao động xuất sắc | {number(teams)} tập thể |"
    )
    note = "Các trường hợp còn lại chưa đủ điều kiện, Hội đồng đã thông báo lý do cho từng đơn vị."
    prose = f"Như vậy, đơn vị đề nghị {PROVINCE} tặng danh hiệu Chiến sĩ thi đua cấp tỉnh cho {number(fighters + _off(r, right))} cá nhân."
    draft.pieces.append(Piece("Kết quả bình xét để đề nghị cấp trên", f"{table}\n\n{note}\n\n{prose}", figures))


@_piece("R311")
def _twice(draft: DraftLike, r: Random, right: bool) -> None:
    reason, other = r.sample(_REASONS, 2)
    figures = tuple(_given("Bằng khen", PROVINCE, kind, r.randint(2, 9)) for kind in ("individual", "household"))
    said = f"{PROVINCE} tặng Bằng khen cho {groups_of(*figures)} có thành tích xuất sắc trong {{}} năm {draft.head.year}."
    draft.pieces.append(Piece("Khen thưởng chuyên đề của tỉnh", said.format(reason), figures))
    draft.pieces.append(Piece("Khen thưởng qua các phong trào", said.format(other if right else reason), figures))


@_piece("R106")
def _of_which(draft: DraftLike, r: Random, right: bool) -> None:
    whole = r.randint(20, 40)
    part = r.randint(11, 19) if right else whole + r.randint(1, 9)
    figure = _given("Bằng khen", PROVINCE, "individual", whole)
    who = r.choice(("là nữ", "là công nhân trực tiếp sản xuất", "là người dân tộc thiểu số"))
    text = f"{PROVINCE} tặng Bằng khen cho {groups_of(figure)}, trong đó có {number(part)} cá nhân {who}."
    draft.pieces.append(Piece("Khen thưởng người lao động", text, (figure,)))


@_piece("R107")
def _words(draft: DraftLike, r: Random, right: bool) -> None:
    count = r.randint(2, 7)
    figure = _given("Bằng khen", PROVINCE, "collective", count)
    text = f"{PROVINCE} tặng Bằng khen cho {number(count)} ({_WORDS[count + (0 if right else 1)]}) tập thể có thành tích {r.choice(_REASONS)}."
    draft.pieces.append(Piece("Khen thưởng tập thể", text, (figure,)))


@_piece("R108")
def _percent(draft: DraftLike, r: Random, right: bool) -> None:
    whole = r.randint(20, 60)
    part = whole - r.randint(1, 9)
    share = 100 * part / whole + (0 if right else r.choice((3.2, -4.1)))
    text = (
        f"Có {part}/{whole} đơn vị nộp báo cáo đúng hạn, đạt {share:.1f}".replace(".", ",")
        + "%; các đơn vị còn lại đã được nhắc nhở."
    )
    draft.pieces.append(Piece("Chế độ báo cáo", text))


# ---------------------------------------------------------------- lists and tables
@_piece("R109")
def _names(draft: DraftLike, r: Random, right: bool) -> None:
    names = persons(r, r.randint(3, 6))
    premier = "Thủ tướng Chính phủ"
    figure = _given("Bằng khen", premier, "individual", len(names) + _off(r, right), "proposed")
    style = r.choice(("cho {n}, gồm: {list}.", "cho {n}: {list}.", "cho {n} ({list}).", "cho {n} sau:\n{lines}"))
    listed = ", ".join(names) if r.random() < 0.5 else ", ".join(names[:-1]) + f" và {names[-1]}"
    lines = "\n".join(f"+ {r.choice(('Ông', 'Bà', 'Đồng chí'))} {name}, {r.choice(_POSTS)};" for name in names)
    text = f"Đề nghị {premier} tặng Bằng khen " + style.format(n=groups_of(figure), list=listed, lines=lines)
    draft.pieces.append(Piece("Đề nghị khen thưởng cá nhân", text, (figure,)))


@_piece("R114")
def _annexed(draft: DraftLike, r: Random, right: bool) -> Head:
    titles = {"collective": r.randint(2, 5), "individual": r.randint(3, 9)}
    listed = dict(titles)
    if not right:
        listed[r.choice(list(listed))] += r.choice((-1, 1))
    giver = f"Công đoàn ngành {draft.unit.field}"
    figures = tuple(_given("Giấy khen", giver, kind, count) for kind, count in titles.items())
    draft.pieces.append(
        Piece("Khen thưởng của công đoàn", f"{giver} tặng Giấy khen cho {groups_of(*figures)} (có danh sách kèm theo).", figures)
    )
    teams = [f"{at}. {name}" for at, name in enumerate(r.sample(_OFFICES, listed["collective"]), 1)]
    people = [f"{at}. {name}, đoàn viên" for at, name in enumerate(persons(r, listed["individual"]), 1)]
    head = "DANH SÁCH\nTập thể, cá nhân được tặng Giấy khen\n(Kèm theo báo cáo)\n\n"
    return replace(draft.head, annex=head + "\n".join(("I. TẬP THỂ", *teams, "", "II. CÁ NHÂN", *people)) + "\n")


@_piece("R115")
def _annexed_summary(draft: DraftLike, r: Random, right: bool) -> Head:
    giver = "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"
    figures = tuple(_given("Bằng khen", giver, kind, r.randint(2, 30)) for kind in ("collective", "individual"))
    draft.pieces.append(Piece("Khen thưởng của Mặt trận", f"{giver} tặng Bằng khen cho {groups_of(*figures)}.", figures))
    team, people = (figure.count for figure in figures)
    row = f"| 1 | Bằng khen của {giver} | {team} | {people + _off(r, right)} |"
    head = "PHỤ LỤC\nTổng hợp khen thưởng của Mặt trận\n\n| TT | Hình thức khen thưởng | Tập thể | Cá nhân |\n|---|---|---|---|\n"
    return replace(draft.head, annex=f"{head}{row}\n")


@_piece("R110")
def _name_twice(draft: DraftLike, r: Random, right: bool) -> None:
    names = persons(r, 4)
    if not right:
        names[3] = names[1]
    figure = _given("Giấy khen", draft.unit.authority, "individual", 4)
    text = f"{draft.unit.authority} tặng Giấy khen cho {groups_of(figure)}, gồm: {', '.join(names)}."
    draft.pieces.append(Piece("Gương người tốt, việc tốt", text, (figure,)))


@_piece("R111")
def _row_numbers(draft: DraftLike, r: Random, right: bool) -> None:
    labels = [1, 2, 3, 4] if right else r.choice(([1, 2, 4, 5], [1, 3, 4, 5], [1, 2, 2, 3]))
    rows = [f"| {at} | {name} | {r.randint(80, 99)} |" for at, name in zip(labels, r.sample(_OFFICES, 4), strict=True)]
    draft.pieces.append(Piece("Kết quả chấm điểm", "\n".join(["| STT | Đơn vị | Điểm |", "|---|---|---|", *rows])))


@_piece("R112", lambda unit, head: head.year < 2024)
def _years(draft: DraftLike, r: Random, right: bool) -> None:
    count = r.randint(2, 3)
    years = ", ".join(str(draft.head.year - back) for back in range(count, 0, -1))
    figure = _given("Bằng khen", PROVINCE, "individual", r.randint(2, 9))
    told = number(count + (0 if right else 1))
    text = f"{PROVINCE} tặng Bằng khen cho {groups_of(figure)} hoàn thành xuất sắc nhiệm vụ {told} năm liên tục ({years})."
    draft.pieces.append(Piece("Khen thưởng thành tích nhiều năm", text, (figure,)))


@_piece("R113")
def _total_column(draft: DraftLike, r: Random, right: bool) -> None:
    rows = [(name, r.randint(1, 6), r.randint(5, 20)) for name in r.sample(_OFFICES, 3)]
    off = [0, 0, _off(r, right)]
    lines = [f"| {at} | {name} | {a + b + off[at - 1]} | {a} | {b} |" for at, (name, a, b) in enumerate(rows, 1)]
    head = "| TT | Đơn vị | Tổng số | Tập thể | Cá nhân |\n|---|---|---|---|---|"
    draft.pieces.append(Piece("Số lượt đăng ký giao ước của các phòng", "\n".join([head, *lines])))


# ---------------------------------------------------------------- eligibility and authority
@_piece("R201")
def _recipient(draft: DraftLike, r: Random, right: bool) -> None:
    kind = "collective" if not right else "individual"
    figure = _given("Chiến sĩ thi đua cấp tỉnh", PROVINCE, kind, r.randint(1, 4))
    draft.pieces.append(
        Piece("Danh hiệu cấp tỉnh", f"{PROVINCE} tặng danh hiệu “Chiến sĩ thi đua cấp tỉnh” cho {groups_of(figure)}.", (figure,))
    )


@_piece("R202")
def _authority(draft: DraftLike, r: Random, right: bool) -> None:
    authority = PROVINCE if right else draft.unit.authority
    figures = (
        _given("Bằng khen", authority, "collective", r.randint(1, 5)),
        _given("Bằng khen", authority, "individual", r.randint(2, 9)),
    )
    text = f"Trong phong trào {r.choice(_REASONS)}, {authority} tặng Bằng khen cho {groups_of(*figures)}."
    draft.pieces.append(Piece("Khen thưởng phong trào", text, figures))


@_piece("R203", lambda unit, head: head.year >= 2025)
def _district(draft: DraftLike, r: Random, right: bool) -> None:
    authority = "Chủ tịch UBND xã" if right else "Chủ tịch UBND huyện"
    figure = _given("Giấy khen", authority, "individual", r.randint(2, 9))
    draft.pieces.append(Piece("Khen thưởng ở cơ sở", f"{authority} tặng Giấy khen cho {groups_of(figure)} của đơn vị.", (figure,)))


@_piece("R204", lambda unit, head: head.year >= 2025)
def _ministry(draft: DraftLike, r: Random, right: bool) -> None:
    authority = "Bộ trưởng Bộ " + ("Nông nghiệp và Môi trường" if right else r.choice(("Giao thông vận tải", "Kế hoạch và Đầu tư")))
    figure = _given("Bằng khen", authority, "individual", r.randint(2, 9))
    draft.pieces.append(
        Piece("Khen thưởng của bộ, ngành", f"{authority} tặng Bằng khen cho {groups_of(figure)} của đơn vị.", (figure,))
    )


@_piece("R205")
def _advisory(draft: DraftLike, r: Random, right: bool) -> None:
    council = "Hội đồng Thi đua - Khen thưởng tỉnh"
    figure = _given(
        "Bằng khen", PROVINCE if right else council, "individual", r.randint(2, 9), "proposed" if right else "conferred"
    )
    text = (
        f"{council} đề nghị {PROVINCE} tặng Bằng khen cho {groups_of(figure)}."
        if right
        else f"{council} tặng Bằng khen cho {groups_of(figure)}."
    )
    draft.pieces.append(Piece("Công tác của Hội đồng", text, (figure,)))


@_piece("R206")
def _fighters(draft: DraftLike, r: Random, right: bool) -> None:
    workers = r.randint(40, 80)
    fighters = r.randint(2, 6) if right else workers + r.randint(1, 9)
    figures = (
        _given("Lao động tiên tiến", None, "individual", workers),
        _given("Chiến sĩ thi đua cơ sở", None, "individual", fighters),
    )
    text = (
        f"- Danh hiệu Lao động tiên tiến: {groups_of(figures[0])};\n\n- Danh hiệu Chiến sĩ thi đua cơ sở: {groups_of(figures[1])}."
    )
    draft.pieces.append(Piece("Danh hiệu thi đua của các đơn vị trực thuộc", text, figures))


@_piece("R207", lambda unit, head: 2018 <= head.year < 2024)
def _cap(draft: DraftLike, r: Random, right: bool) -> None:
    workers = r.randint(5, 9) * 20
    fighters = workers * (14 if right else 19) // 100
    figures = (
        _given("Lao động tiên tiến", None, "individual", workers),
        _given("Chiến sĩ thi đua cơ sở", None, "individual", fighters),
    )
    text = f"Công nhận danh hiệu “Lao động tiên tiến” cho {groups_of(figures[0])}, danh hiệu “Chiến sĩ thi đua cơ sở” cho {groups_of(figures[1])}."
    draft.pieces.append(Piece("Danh hiệu thi đua của khối cơ sở", text, figures))


@_piece("R210")
def _decision(draft: DraftLike, r: Random, right: bool) -> None:
    minister = f"Bộ trưởng Bộ {draft.unit.field}"
    code = draft.unit.ministry if right else "UBND"
    figure = _given("Bằng khen", minister, "individual", r.randint(2, 9))
    text = f"{minister} tặng Bằng khen cho {groups_of(figure)} (Quyết định số {r.randint(100, 999)}/QĐ-{code} ngày 15/3/{draft.head.year})."
    draft.pieces.append(Piece("Bằng khen của Bộ", text, (figure,)))


@_piece("R211")
def _posthumous(draft: DraftLike, r: Random, right: bool) -> None:
    figure = Figure(
        "Huân chương Dũng cảm", None, "Chủ tịch nước", "individual" if right else "collective", "conferred", r.randint(2, 4)
    )
    text = f"Chủ tịch nước truy tặng Huân chương Dũng cảm cho {groups_of(figure)} hy sinh khi cứu người."
    draft.pieces.append(Piece("Khen thưởng hành động dũng cảm", text, (figure,)))


@_piece("R209")
def _unlisted(draft: DraftLike, r: Random, right: bool) -> None:
    names = persons(r, 4)
    figures = (
        _given("Lao động tiên tiến", "Hiệu trưởng", "individual", 3),
        _given("Chiến sĩ thi đua cơ sở", "Hiệu trưởng", "individual", 1),
    )
    text = (
        f"- Hiệu trưởng công nhận danh hiệu Lao động tiên tiến cho 03 cá nhân: {', '.join(names[:3])}.\n\n"
        f"- Hiệu trưởng công nhận danh hiệu Chiến sĩ thi đua cơ sở cho 01 cá nhân: {names[1 if right else 3]}."
    )
    draft.pieces.append(Piece("Danh hiệu của Trường Trung cấp", text, figures))


@_piece("R212", lambda unit, head: head.year >= 2024)
def _consecutive(draft: DraftLike, r: Random, right: bool) -> None:
    figure = _given("Chiến sĩ thi đua cấp tỉnh", PROVINCE, "individual", r.randint(2, 6), "proposed")
    years = "03" if right else "02"
    text = f"Đề nghị {PROVINCE} tặng danh hiệu Chiến sĩ thi đua cấp tỉnh cho {groups_of(figure)} có {years} năm liên tục đạt Chiến sĩ thi đua cơ sở."
    draft.pieces.append(Piece("Đề nghị danh hiệu cấp tỉnh", text, (figure,)))


@_piece("R214", lambda unit, head: head.year == 2024)
def _votes(draft: DraftLike, r: Random, right: bool) -> None:
    council = r.randint(11, 15)
    votes = council - (1 if right else 3)
    figure = _given("Chiến sĩ thi đua cấp tỉnh", PROVINCE, "individual", r.randint(2, 6), "proposed")
    text = f"Hội đồng bỏ phiếu kín ({votes}/{council} phiếu), đề nghị {PROVINCE} tặng danh hiệu Chiến sĩ thi đua cấp tỉnh cho {groups_of(figure)}."
    draft.pieces.append(Piece("Kết quả bỏ phiếu", text, (figure,)))


@_piece("R213", lambda unit, head: head.year == 2024)
def _commune(draft: DraftLike, r: Random, right: bool) -> None:
    title = "Lao động tiên tiến" if right else "Chiến sĩ thi đua cơ sở"
    figure = _given(title, "Chủ tịch UBND xã", "individual", r.randint(2, 9))
    draft.pieces.append(
        Piece("Khen thưởng ở xã", f"Chủ tịch UBND xã công nhận danh hiệu {title} cho {groups_of(figure)}.", (figure,))
    )


# ---------------------------------------------------------------- dates and formalities
def _plan(unit: Unit, serial: int, day: str) -> str:
    """A plan of the unit's superior."""
    code = "UBND" if unit.parent.startswith("Ủy ban") else "SGDĐT"
    return f"Kế hoạch số {serial}/KH-{code} ngày {day} của {unit.parent}"


@_piece("R301")
def _later_letter(draft: DraftLike, r: Random, right: bool) -> Head:
    year, month, day = map(int, draft.head.date.split("-"))
    dated = f"{day - 5:02d}/{month}/{year}" if right else f"{day + 3:02d}/{month}/{year}"
    serial = r.randint(1000, 9999)  # no other plan of that body has it
    letter = _plan(draft.unit, serial, dated)
    return replace(draft.head, basis=f"{draft.head.basis} và {letter}")


@_piece("R302")
def _later_event(draft: DraftLike, r: Random, right: bool) -> Head:
    year, month, day = map(int, draft.head.date.split("-"))
    when = f"ngày {day - 4 if right else day + 3:02d}/{month}/{year}"
    event = f"Hội nghị tổng kết ngành {r.choice(('của tỉnh', 'năm nay'))}"
    told = f" {event} đã biểu quyết thống nhất kết quả bình xét."
    return replace(draft.head, notice=f"(Trình bày tại {event} {when})", told=draft.head.told + told)


@_piece("R303")
def _two_dates(draft: DraftLike, r: Random, right: bool) -> Head:
    year = draft.head.year
    serial = 10 * r.randint(10, 90) + year % 10  # a plan of another year has another number
    first, second = f"12/2/{year}", f"12/2/{year}" if right else f"21/2/{year}"
    plans = [_plan(draft.unit, serial, day) for day in (first, second)]
    told = f" Các đơn vị đã thực hiện {plans[0]}; việc kiểm tra theo {plans[1]} hoàn thành đúng hạn."
    return replace(draft.head, told=draft.head.told + told)


@_piece("R304")
def _gap(draft: DraftLike, r: Random, right: bool) -> Head:
    return replace(draft.head, labels=("II", "III", "IV") if right else r.choice((("II", "IV", "V"), ("II", "III", "V"))))


@_piece("R305")
def _label_twice(draft: DraftLike, r: Random, right: bool) -> Head:
    return replace(draft.head, labels=("II", "III", "IV") if right else ("II", "II", "III"))


@_piece("R306")
def _no_number(draft: DraftLike, r: Random, right: bool) -> Head:
    return draft.head if right else replace(draft.head, number=None)


@_piece("R309")
def _blank_number(draft: DraftLike, r: Random, right: bool) -> Head:
    return draft.head if right else replace(draft.head, number=0)


@_piece("R307")
def _no_date(draft: DraftLike, r: Random, right: bool) -> Head:
    return draft.head if right else replace(draft.head, date="")


@_piece("R308")
def _no_signer(draft: DraftLike, r: Random, right: bool) -> Head:
    return draft.head if right else replace(draft.head, signer="")


@_piece("R313")
def _no_such_day(draft: DraftLike, r: Random, right: bool) -> Head:
    return draft.head if right else replace(draft.head, date=f"{draft.head.date[:5]}11-31")
