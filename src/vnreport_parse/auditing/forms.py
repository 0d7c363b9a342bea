"""Biểu 0602.N and 0603.N of Thông tư 02/2023/TT-BNV, filled in from what the reports say was conferred.

A cell that no report covers stays empty (`None`): nothing is taken for zero. Reports do not tell enterprises from
other collectives, nor the posts of persons, nor the method of an award, so those rows stay empty unless a report does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..dates import Period
from ..patterns import fold
from ..records import RecipientKind
from .precedence import family_of, kind_of_title, rank_place, title_place
from .records import CountRow, Evidence, FormCell, StatutoryForm

_CONFERRED = frozenset({"conferred", "proposed_and_conferred"})
_POSTS = (
    "Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên",
    "Lãnh đạo cấp vụ, sở, ngành và tương đương",
    "Doanh nhân",
    "Các cấp lãnh đạo khác từ phó phòng trở lên",
    "Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu",
)
_METHODS = ("Thường xuyên", "Chuyên đề", "Đột xuất", "Đối ngoại", "Cống hiến", "Niên hạn", "Kháng chiến")
_ROWS_0602 = (
    ("1", "Tổng số"),
    ("2", "Bộ, ban, ngành, đoàn thể Trung ương trình"),
    ("3", "Tỉnh, thành phố trực thuộc Trung ương trình"),
    ("6", "Tập thể"),
    ("7", "Trong đó: Doanh nghiệp"),
    ("8", "Hộ gia đình"),
    ("9", "Cá nhân"),
    *((str(code), post) for code, post in enumerate(_POSTS, 10)),
    *((str(code), method) for code, method in enumerate(_METHODS, 15)),
)
_ROWS_0603 = (
    ("01", "Tổng số"),
    ("02", "Tập thể"),
    ("03", "Trong đó: Doanh nghiệp"),
    ("04", "Hộ gia đình"),
    ("05", "Cá nhân"),
    *((f"{code:02d}", post) for code, post in enumerate(_POSTS, 6)),
    *((f"{code:02d}", method) for code, method in enumerate(_METHODS, 11)),
)
_COLUMNS_0603 = (
    ("1", "Tổng số"),
    ("2", "Bằng khen"),
    ("3", "Chiến sĩ thi đua cấp bộ, cấp tỉnh"),
    ("4", "Cờ thi đua của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương"),
    ("5", "Huy hiệu (kỷ niệm chương) của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương"),
)
_KIND_ROWS: Mapping[str, Mapping[RecipientKind, str]] = {
    "0602": {"collective": "6", "household": "8", "individual": "9"},
    "0603": {"collective": "02", "household": "04", "individual": "05"},
}
_CHAMPIONS = frozenset(
    {
        "Chiến sĩ thi đua bộ, ban, ngành, tỉnh", "Chiến sĩ thi đua cấp bộ", "Chiến sĩ thi đua cấp thành phố",
        "Chiến sĩ thi đua cấp tỉnh", "Chiến sĩ thi đua ngành", "Chiến sĩ thi đua toàn ngành", "Chiến sĩ thi đua toàn quân",
        "Chiến sĩ thi đua Tòa án nhân dân", "Chiến sĩ thi đua toàn lực lượng Công an nhân dân",
    }
)  # fmt: skip
_NATIONAL_CHAMPION = "Chiến sĩ thi đua toàn quốc"
_PREMIER = ("thủ tướng", "chính phủ")
# Who confers at the level of a ministry or a province; a `Bằng khen` of a lower or an unknown one is not in the form.
_MINISTRY = (
    "bộ trưởng",
    "thứ trưởng",
    "thống đốc",
    "tổng thanh tra",
    "bộ ",
    "tổng liên đoàn",
    "trung ương",
    "ban bí thư trung ương",
    "viện trưởng viện kiểm sát nhân dân tối cao",
    "chánh án tòa án nhân dân tối cao",
)
_PROVINCE = (
    "chủ tịch ubnd tỉnh",
    "ubnd tỉnh",
    "chủ tịch ubnd cấp tỉnh",
    "chủ tịch ubnd thành phố",
    "ubnd thành phố",
    "chủ tịch tỉnh",
)
_CITIES = ("hà nội", "hồ chí minh", "đà nẵng", "hải phòng", "cần thơ", "huế")


class _Column(NamedTuple):
    """A column of 0602: its group as printed, its place in it, and its head."""

    group: int
    order: tuple[object, ...]
    head: str


def statutory_forms(counts: Sequence[CountRow]) -> tuple[StatutoryForm, ...]:
    """Both forms for every period that a report is about; without any period, one pair without it."""
    periods = sorted({row.period for row in counts if row.period is not None})
    forms: list[StatutoryForm] = []
    wanted: list[Period | None] = [*periods] or [None]
    for period in wanted:
        rows = [row for row in counts if row.period == period and row.carrier == "recipients" and row.status in _CONFERRED]
        forms += [_form_0602(rows, period), _form_0603(rows, period)]
    return tuple(forms)


# ---------------------------------------------------------------- 0603
def _form_0603(rows: Iterable[CountRow], period: Period | None) -> StatutoryForm:
    filled: dict[tuple[str, str], list[CountRow]] = defaultdict(list)
    for row in rows:
        column = _column_0603(row)
        if column is not None:
            for at in ("01", _KIND_ROWS["0603"].get(row.kind or "other")):
                if at is not None:
                    filled[at, column].append(row)
                    filled[at, "1"].append(row)
    title = "Số lượng khen thưởng cấp bộ, ban, ngành, đoàn thể Trung ương và tỉnh, thành phố trực thuộc Trung ương"
    return _form("0603.N/BNV-TĐKT", title, period, _ROWS_0603, _COLUMNS_0603, filled)


def _column_0603(row: CountRow) -> str | None:
    family, authority = family_of(row.title), fold(row.authority or "")
    if kind_of_title(row.title) in _CHAMPIONS:
        return "3"
    if row.title in ("Cờ thi đua cấp bộ", "Cờ thi đua cấp tỉnh"):
        return "4"
    if family == "badge":
        return (
            "5" if row.title != "Huy hiệu Đảng" and (row.title == "Kỷ niệm chương" or _of_ministry_or_province(authority)) else None
        )
    if row.title in ("Bằng khen", "Cờ thi đua") and _of_ministry_or_province(authority):
        return "2" if row.title == "Bằng khen" else "4"
    return None


def _of_ministry_or_province(authority: str) -> bool:
    if any(name in authority for name in _PREMIER):
        return False
    if authority.startswith(_MINISTRY) or authority.endswith("việt nam"):  # Tổng Giám đốc Bảo hiểm xã hội Việt Nam
        return True
    if not authority.startswith(_PROVINCE):
        return False
    # Chủ tịch UBND thành phố Lam Khê may be one of a city within a province
    return "thành phố" not in authority or authority.endswith(_CITIES)


# ---------------------------------------------------------------- 0602
def _form_0602(rows: Iterable[CountRow], period: Period | None) -> StatutoryForm:
    placed = [(column, row) for row in rows if (column := _column_0602(row)) is not None]
    columns = sorted({column for column, _ in placed} | set(_FIXED.values()))
    inner: dict[int, int] = defaultdict(int)
    codes: dict[_Column, str] = {}
    for column in columns:
        inner[column.group] += 1
        codes[column] = f"{column.group}" if column in _SINGLE else f"{column.group}.{inner[column.group]}"
    filled: dict[tuple[str, str], list[CountRow]] = defaultdict(list)
    for column, row in placed:
        for at in ("1", _KIND_ROWS["0602"].get(row.kind or "other")):
            if at is not None:
                filled[at, codes[column]].append(row)
                filled[at, "1"].append(row)
    heads = (("1", "Tổng số"), *((codes[column], column.head) for column in columns))
    return _form("0602.N/BNV-TĐKT", "Số lượng khen thưởng cấp Nhà nước", period, _ROWS_0602, heads, filled)


_FIXED = {
    "hcm": _Column(3, (), "Giải thưởng Hồ Chí Minh"),
    "state": _Column(4, (), "Giải thưởng Nhà nước"),
    "flag": _Column(6, (), "Cờ thi đua của Chính phủ"),
    "premier collective": _Column(7, ("1",), "Bằng khen của Thủ tướng Chính phủ - Tập thể"),
    "premier individual": _Column(7, ("2",), "Bằng khen của Thủ tướng Chính phủ - Cá nhân"),
    "champion": _Column(8, (), f"Danh hiệu “{_NATIONAL_CHAMPION}”"),
}
_KINDS: Mapping[RecipientKind, str] = {"collective": "Tập thể", "individual": "Cá nhân", "household": "Hộ gia đình"}
_SINGLE = frozenset(column for column in _FIXED.values() if column.group != 7)


def _column_0602(row: CountRow) -> _Column | None:
    family, authority = family_of(row.title), fold(row.authority or "")
    group = {"order": 2, "medal": 2, "honorary_title": 5}.get(family or "")
    if group is not None and row.title != "Công dân Thủ đô ưu tú":
        kind = _KINDS.get(row.kind or "other", "Khác")
        name = " ".join(filter(None, (row.title, row.rank)))
        return _Column(
            group, (title_place(row.title), rank_place(row.rank), [*_KINDS.values(), "Khác"].index(kind)), f"{name} - {kind}"
        )
    if row.title == "Bằng khen" and any(name in authority for name in _PREMIER):
        return _FIXED.get(f"premier {row.kind}", _Column(7, ("3",), "Bằng khen của Thủ tướng Chính phủ - Khác"))
    single = {"Giải thưởng Hồ Chí Minh": "hcm", "Giải thưởng Nhà nước": "state", _NATIONAL_CHAMPION: "champion"}.get(row.title)
    if row.title == "Cờ thi đua" and any(name in authority for name in _PREMIER):
        single = "flag"
    return _FIXED[single] if single else None


# ---------------------------------------------------------------- both
def _form(
    code: str,
    title: str,
    period: Period | None,
    rows: tuple[tuple[str, str], ...],
    columns: tuple[tuple[str, str], ...],
    filled: Mapping[tuple[str, str], Sequence[CountRow]],
) -> StatutoryForm:
    cells = tuple(_cell(row, column, filled.get((row, column), ())) for row, _ in rows for column, _ in columns)
    return StatutoryForm(code=code, title=title, period=period, rows=rows, columns=columns, cells=cells)


def _cell(row: str, column: str, counts: Sequence[CountRow]) -> FormCell:
    if not counts:
        return FormCell(row=row, column=column)
    evidence: list[Evidence] = [evidence for count in counts for evidence in count.evidence]
    evidence.sort(key=lambda shown: (shown.report, shown.span))
    return FormCell(row=row, column=column, value=sum(count.count for count in counts), evidence=tuple(evidence))
