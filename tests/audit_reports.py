"""Two hundred invented reports with known figures; in half of them something does not add up, and which rule must say so.

Every report is made from its number alone. A report has a letterhead, the awards that its kind of unit tells, two or
three pieces of `audit_pieces` (lists, tables, totals, dates), and a signature. In the clean half all pieces are sound; in
the other half one of them is not.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from random import Random

from audit_pieces import PIECES, PROVINCE, Figure, Head, Piece, Unit, groups_of, number

CLEAN, PLANTED = 100, 100
_LATE = ("R203", "R204", "R212")  # of the second half of 2025
_NEW_LAW = ("R213", "R214")  # of 2024
_PROVINCES = (
    "Lam Khê", "Đông Trạch", "Tân Vĩnh", "Hòa Lương", "Bắc Sơn Hà", "Nam Trà", "Yên Thượng", "Cửa Lũng", "Phú Lâm Giang", "Thạch An Bình",
    "Vân Đồng", "Long Xuyên Hạ", "Kim Sa", "An Thượng Hải", "Sơn Tịnh Hà", "Mỹ Lộc Châu", "Hà Khê", "Bình Trạch", "Quảng Lâm", "Vĩnh Khê",
    "Đại Lương", "Tây Hà Giang", "Trà Lĩnh Sơn", "Ninh Khê", "Phước An Hòa",
)  # fmt: skip
_FIELDS = (
    ("Y tế", "SYT", "BYT"), ("Xây dựng", "SXD", "BXD"), ("Công Thương", "SCT", "BCT"), ("Tư pháp", "STP", "BTP"),
    ("Tài chính", "STC", "BTC"), ("Khoa học và Công nghệ", "SKHCN", "BKHCN"), ("Giáo dục và Đào tạo", "SGDĐT", "BGDĐT"),
)  # fmt: skip
_DISTRICTS = ("Hải Trạch", "Sơn Lộc", "Tân Khê", "Đồng Lâm", "Phú Thượng", "An Giang Hạ", "Bình Khê", "Thanh Lũng")


@dataclass(frozen=True)
class Made:
    """A report as it was made: its text, its figures, and the codes that an audit must find in it."""

    name: str
    text: str
    unit: Unit
    period: str
    figures: tuple[Figure, ...]
    codes: tuple[str, ...] = ()

    def counts(self) -> Counter[tuple[object, ...]]:
        """The figures that may be added, by title, rank, authority, kind and status."""
        sums: Counter[tuple[object, ...]] = Counter()
        for figure in self.figures:
            sums[figure.title, figure.rank, figure.authority, figure.kind, figure.status] += figure.count
        return sums


@dataclass
class Draft:
    """A report in the making."""

    unit: Unit
    head: Head
    pieces: list[Piece] = field(default_factory=list)
    markdown: bool = False


# ---------------------------------------------------------------- units and periods
def _unit(at: int) -> Unit:
    """Departments, districts, hospitals and schools, each in a province of its own kind."""
    province = _PROVINCES[at % len(_PROVINCES)]
    if at % 5 == 3:
        place = _DISTRICTS[(at // 5) % len(_DISTRICTS)]
        return Unit(
            f"Ủy ban nhân dân huyện {place}",
            f"Ủy ban nhân dân tỉnh {province}",
            place,
            "UBND",
            "Chủ tịch UBND huyện",
            "CHỦ TỊCH",
            "Y tế",
            "BYT",
        )
    if at % 5 == 4:
        place = _DISTRICTS[(at // 5) % len(_DISTRICTS)]
        return Unit(
            f"Trường THPT {place}",
            f"Sở Giáo dục và Đào tạo {province}",
            place,
            f"THPT{''.join(w[0] for w in place.split())}",
            "Hiệu trưởng",
            "HIỆU TRƯỞNG",
            "Giáo dục và Đào tạo",
            "BGDĐT",
        )
    name, code, ministry = _FIELDS[at % 4 if at < 100 else at % len(_FIELDS)]
    return Unit(f"Sở {name}", f"Ủy ban nhân dân tỉnh {province}", province, code, f"Giám đốc Sở {name}", "GIÁM ĐỐC", name, ministry)


def _head(at: int, turn: int, r: Random) -> Head:
    """The turn-th report of a unit: three years, then the first half of the next; the last units report of 2025."""
    year = 2017 + at % 3 + turn
    number_ = r.randint(11, 980)
    if turn == 3:
        return Head(number_, f"{year}-06-{r.randint(10, 25)}", f"6 tháng đầu năm {year}", f"{year}-01/{year}-06", year)
    return Head(number_, f"{year}-12-{r.randint(10, 25)}", f"năm {year}", f"{year}", year)


def _late_head(r: Random) -> Head:
    return Head(r.randint(11, 980), f"2025-12-{r.randint(10, 25)}", "6 tháng cuối năm 2025", "2025-07/2025-12", 2025)


# ---------------------------------------------------------------- what every report tells
def _own_awards(unit: Unit, r: Random) -> Piece:
    """What the head of the unit conferred: in prose, as a list, or as a table."""
    figures = [
        Figure("Tập thể lao động tiên tiến", None, unit.authority, "collective", "conferred", r.randint(3, 9)),
        Figure("Lao động tiên tiến", None, unit.authority, "individual", "conferred", r.randint(60, 120)),
        Figure("Chiến sĩ thi đua cơ sở", None, unit.authority, "individual", "conferred", r.randint(3, 8)),
        Figure("Giấy khen", None, unit.authority, "collective", "conferred", r.randint(2, 20)),
        Figure("Giấy khen", None, unit.authority, "individual", "conferred", r.randint(21, 70)),
    ]
    team, worker, fighter, *certificates = figures
    styles = (
        f"{unit.authority} công nhận danh hiệu “Tập thể lao động tiên tiến” cho {groups_of(team)}, danh hiệu “Lao động tiên tiến” cho {groups_of(worker)}, "
        f"danh hiệu “Chiến sĩ thi đua cơ sở” cho {groups_of(fighter)}; tặng Giấy khen cho {groups_of(*certificates)}.",
        f"- {unit.authority} công nhận danh hiệu Tập thể lao động tiên tiến cho {groups_of(team)};\n\n- {unit.authority} công nhận danh hiệu Lao động tiên tiến cho "
        f"{groups_of(worker)}, Chiến sĩ thi đua cơ sở cho {groups_of(fighter)};\n\n- Giấy khen của {unit.authority}: {groups_of(*certificates)}.",
        "| TT | Danh hiệu, hình thức khen thưởng | Tập thể | Cá nhân |\n|---|---|---|---|\n"
        f"| 1 | Tập thể lao động tiên tiến của {unit.authority} | {team.count} | |\n| 2 | Lao động tiên tiến của {unit.authority} | | {worker.count} |\n"
        f"| 3 | Chiến sĩ thi đua cơ sở của {unit.authority} | | {fighter.count} |\n| 4 | Giấy khen của {unit.authority} | {certificates[0].count} | {certificates[1].count} |",
    )
    return Piece("Khen thưởng theo thẩm quyền", styles[r.randrange(len(styles))], tuple(figures))


def _registered(r: Random) -> Piece:
    """What was registered at the beginning of the year: a list or a table, and never a result."""
    figures = (
        Figure("Tập thể lao động xuất sắc", None, None, "collective", "registered", r.randint(2, 9)),
        Figure("Lao động tiên tiến", None, None, "individual", "registered", r.randint(121, 190)),
        Figure("Chiến sĩ thi đua cơ sở", None, None, "individual", "registered", r.randint(9, 14)),
    )
    if r.random() < 0.5:
        told = "; ".join(f"{groups_of(figure)} đăng ký danh hiệu “{figure.title}”" for figure in figures)
        return Piece("Đăng ký thi đua đầu năm", f"Kết quả đăng ký của đơn vị: {told}.", figures)
    rows = [f"| {at} | {figure.title} | {groups_of(figure)} |" for at, figure in enumerate(figures, 1)]
    return Piece("Đăng ký thi đua đầu năm", "\n".join(("| TT | Danh hiệu đăng ký | Số lượng |", "|---|---|---|", *rows)), figures)


def _higher_awards(unit: Unit, r: Random) -> Piece:
    """What was conferred from above (so that every proposal of the year before has its outcome), and what is proposed."""
    minister, premier = f"Bộ trưởng Bộ {unit.field}", "Thủ tướng Chính phủ"
    status = r.choice(("conferred", "proposed_and_conferred"))
    begin = "Đề nghị và được " if status == "proposed_and_conferred" else ""
    praised = [Figure("Bằng khen", None, PROVINCE, kind, status, r.randint(6, 30)) for kind in ("collective", "individual")]
    best = Figure("Tập thể lao động xuất sắc", None, PROVINCE, "collective", status, r.randint(1, 6))
    fighters = Figure("Chiến sĩ thi đua cấp tỉnh", None, PROVINCE, "individual", status, r.randint(1, 6))
    thanked = [Figure("Bằng khen", None, minister, kind, "conferred", r.randint(1, 5)) for kind in ("collective", "individual")]
    honoured = Figure("Bằng khen", None, premier, "individual", "conferred", r.randint(1, 2))
    asked = [Figure("Bằng khen", None, minister, kind, "proposed", r.randint(1, 5)) for kind in ("collective", "individual")]
    order = Figure(
        "Huân chương Lao động", r.choice(("hạng Ba", "hạng Nhì")), "Chủ tịch nước", "individual", "conferred", r.randint(1, 3)
    )
    told = [
        (f"- {begin}{PROVINCE} tặng Bằng khen cho {groups_of(*praised)}; công nhận danh hiệu “Tập thể lao động xuất sắc” cho {groups_of(best)}, "
         f"danh hiệu “Chiến sĩ thi đua cấp tỉnh” cho {groups_of(fighters)}.", (*praised, best, fighters)),
        (f"- {minister} tặng Bằng khen cho {groups_of(*thanked)}; {premier} tặng Bằng khen cho {groups_of(honoured)}.", (*thanked, honoured)),
        (f"- Đề nghị {minister} tặng Bằng khen cho {groups_of(*asked)}.", tuple(asked)),
        (f"- Chủ tịch nước tặng Huân chương Lao động {order.rank} cho {groups_of(order)}.", (order,)),
    ]  # fmt: skip
    kept = [piece for piece, likely in zip(told, (1.0, 1.0, 0.5, 0.4), strict=True) if r.random() < likely]
    return Piece(
        "Khen thưởng của cấp trên", "\n\n".join(text for text, _ in kept), tuple(f for _, figures in kept for f in figures)
    )


# ---------------------------------------------------------------- writing it down
def _capitals(unit: Unit) -> tuple[str, str]:
    return unit.parent.upper(), unit.name.upper()


def _letterhead(draft: Draft, r: Random) -> str:
    unit, head = draft.unit, draft.head
    above, name = _capitals(unit)
    state, motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
    shown = f"Số: {head.number or '      '}/BC-{unit.code}" if head.number is not None else ""
    year, month, day = head.date.split("-") if head.date else ("", "", "")
    dated = f"{unit.place}, ngày {day} tháng {month} năm {year}" if head.date else ""
    if draft.markdown:
        left, right = (f"{above}<br>**{name}**", f"**{state}**<br>**{motto}**")
        return f"| {left} | {right} |\n|:---:|:---:|\n| {shown} | *{dated}* |\n"
    if r.random() < 0.5:
        return "\n".join(filter(None, (above, name, shown))) + f"\n\n{state}\n{motto}\n\n{dated}\n"
    rows = ((above, state), (name, motto), (shown, dated))
    return "\n".join(f"{left:<44}{right}".rstrip() for left, right in rows) + "\n"


def _body(draft: Draft, r: Random) -> str:
    """Sections I to IV; the numbers in I, II and IV count no awards."""
    unit, head = draft.unit, draft.head
    trained, members, news = r.randint(2, 6), r.randint(40, 300), r.randint(10, 90)
    inner = "\n\n".join(f"{at}. {piece.heading}\n\n{piece.text}" for at, piece in enumerate(draft.pieces, 1))
    second, third, fourth = head.labels
    return (
        f"I. CÔNG TÁC CHỈ ĐẠO\n\nThực hiện {head.basis}, {unit.name} đã mở {number(trained)} lớp tập huấn cho {members} công chức, viên chức; "
        f"đăng {news} tin, bài về gương người tốt, việc tốt.\n\n"
        f"{second}. PHONG TRÀO THI ĐUA\n\nCác phong trào thi đua được duy trì đều; {number(r.randint(4, 9))} sáng kiến được áp dụng.{head.told}\n\n"
        f"{third}. KẾT QUẢ KHEN THƯỞNG\n\n{inner}\n\n"
        f"{fourth}. PHƯƠNG HƯỚNG, NHIỆM VỤ\n\nTiếp tục đổi mới công tác thi đua; phấn đấu có ít nhất {number(r.randint(1, 4))} tập thể được tặng Cờ thi đua.\n"
    )


def _signature(draft: Draft, r: Random) -> str:
    if not draft.head.signer:
        return ""
    post = draft.unit.post
    lines = (f"KT. {post}", f"PHÓ {post}") if r.random() < 0.4 else (post,)
    signed = "\n".join((*lines, "(Đã ký)", draft.head.signer))
    annex = f"\n{draft.head.annex}" if draft.head.annex else ""
    return f"\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n{signed}\n{annex}"


def _write(draft: Draft, r: Random) -> str:
    subject = f"Tổng kết công tác thi đua, khen thưởng {draft.head.words}"
    if "6 tháng" in draft.head.words:
        subject = subject.replace("Tổng kết", "Sơ kết")
    notice = f"\n{draft.head.notice}\n" if draft.head.notice else ""
    return f"{_letterhead(draft, r)}\nBÁO CÁO\n{subject}\n{notice}\n{_body(draft, r)}{_signature(draft, r)}"


# ---------------------------------------------------------------- the set
def _make(at: int, code: str | None) -> Made:
    """Report number `at`; with a code, the piece of that rule is unsound."""
    r = Random(f"audit report {at}")
    unit, turn = _unit(at // 4), at % 4
    if code in _LATE or code in _NEW_LAW:
        unit, head = (
            _unit(100 + 5 * at),
            _late_head(r) if code in _LATE else Head(r.randint(11, 980), "2024-12-12", "năm 2024", "2024", 2024),
        )
    else:
        head = _head(at // 4, turn, r)
    head = head.asked_for(r)
    draft = Draft(unit, head, [_own_awards(unit, r), _higher_awards(unit, r)], markdown=at % 7 == 0)
    if r.random() < 0.3:
        draft.pieces.insert(0, _registered(r))
    able = [name for name, (piece, fits) in PIECES.items() if fits(unit, head) and name != code]
    for name in r.sample(able, 2):
        draft.head = PIECES[name][0](draft, r, True) or draft.head
    if code:
        draft.head = PIECES[code][0](draft, r, False) or draft.head
    figures = tuple(figure for piece in draft.pieces for figure in piece.figures)
    name = f"{at:03d}-{'planted-' + code.lower() if code else 'clean'}.{'md' if draft.markdown else 'txt'}"
    return Made(name, _write(draft, r), unit, head.period, figures, (code,) if code else ())


# ---------------------------------------------------------------- pairs of reports
def _simple(unit: Unit, head: Head, name: str, figures: tuple[Figure, ...], codes: tuple[str, ...] = ()) -> Made:
    """A report that tells no more than the figures given, all of one title and authority."""
    first, r = figures[0], Random(name)
    piece = Piece("Khen thưởng trong kỳ", f"{first.authority} tặng {first.title} cho {groups_of(*figures)}.", figures)
    return Made(name, _write(Draft(unit, head.asked_for(Random(unit.name)), [piece]), r), unit, head.period, figures, codes)


def _pair(at: int, code: str, right: bool) -> tuple[Made, Made]:
    """Two reports which do not go together, or, sound, two that do."""
    r, own = Random(f"audit pair {code} {right}"), at // 2 % 45
    unit = replace(_unit(5 * at), parent=f"Ủy ban nhân dân tỉnh {_PROVINCES[own]} Trung", name=f"Sở {_FIELDS[own % 7][0]}")
    few = tuple(Figure("Bằng khen", None, PROVINCE, kind, "conferred", r.randint(3, 9)) for kind in ("collective", "individual"))
    many = tuple(replace(figure, count=figure.count + r.randint(1, 4)) for figure in few)
    year = Head(r.randint(11, 99), "2021-12-14", "năm 2021", "2021", 2021)
    half = Head(r.randint(100, 400), "2021-06-14", "6 tháng đầu năm 2021", "2021-01/2021-06", 2021)
    one, two = (f"{at:03d}-{'clean' if right else f'planted-{code.lower()}'}-{letter}.txt" for letter in "ab")
    found = () if right else (code,)
    if code == "R404":
        return _simple(unit, half, one, few if right else many), _simple(unit, year, two, many if right else few, found)
    if code == "R405":
        below = replace(
            unit, name=f"Trung tâm Kiểm nghiệm {unit.place}", parent=f"{unit.name} tỉnh {_PROVINCES[own]} Trung", code="TTKN"
        )
        return _simple(unit, year, one, many if right else few, found), _simple(below, year, two, few if right else many)
    first = _simple(unit, year, one, many)
    if code == "R401":
        return first, replace(first, name=two, figures=(), codes=found)
    if code == "R402":
        draft = _simple(unit, replace(year, number=0), two, few, found)
        return first, replace(draft, figures=())
    return first, _simple(
        unit, replace(year, number=year.number + 7 if year.number else 7, date="2021-12-20"), two, few, found
    )  # R403


@cache
def made_reports() -> tuple[Made, ...]:
    """All of them, the clean ones first; the last ten of each half are pairs."""
    codes = list(PIECES)
    clean = [_make(at, None) for at in range(CLEAN - 10)]
    for at in range(CLEAN - 10, CLEAN, 2):
        clean += _pair(at, ("R404", "R405")[at // 2 % 2], True)
    planted: list[Made] = []
    for at in range(CLEAN, CLEAN + PLANTED - 10):
        code = codes[(at - CLEAN) % len(codes)]
        unit, head = _unit(at // 4), _head(at // 4, at % 4, Random(0))
        while code not in (*_LATE, *_NEW_LAW) and not PIECES[code][1](unit, head):
            code = codes[(codes.index(code) + 1) % len(codes)]
        planted.append(_make(at, code))
    for at in range(CLEAN + PLANTED - 10, CLEAN + PLANTED, 2):
        planted += _pair(at, ("R401", "R402", "R403", "R404", "R405")[at // 2 % 5], False)
    return (*clean, *planted)
