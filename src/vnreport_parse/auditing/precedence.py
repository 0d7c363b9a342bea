"""The order in which the law names awards, from the highest: how tables list titles, and ranks below them."""

from __future__ import annotations

from functools import cache

from .. import lexicons
from ..patterns import fold

# Luật 06/2022/QH15: the forms of reward (Đ.9) and the emulation titles (Đ.20) in one row, as summaries of a province have them.
_FAMILIES = ("order", "medal", "honorary_title", "prize", "emulation_title", "flag", "certificate", "badge", "letter")
_WITHIN = (
    # Đ.33 on: huân chương
    "Huân chương Sao vàng", "Huân chương Hồ Chí Minh", "Huân chương Độc lập", "Huân chương Quân công", "Huân chương Lao động",
    "Huân chương Bảo vệ Tổ quốc", "Huân chương Chiến công", "Huân chương Đại đoàn kết dân tộc", "Huân chương Dũng cảm",
    "Huân chương Hữu nghị",
    # Đ.54 on: huy chương
    "Huy chương Quân kỳ quyết thắng", "Huy chương Vì an ninh Tổ quốc", "Huy chương Chiến sĩ vẻ vang", "Huy chương Hữu nghị",
    # Đ.59 on: danh hiệu vinh dự nhà nước
    "Bà mẹ Việt Nam anh hùng", "Anh hùng Lực lượng vũ trang nhân dân", "Anh hùng Lao động", "Tỉnh Anh hùng", "Thành phố Anh hùng",
    "Nhà giáo nhân dân", "Nhà giáo ưu tú", "Thầy thuốc nhân dân", "Thầy thuốc ưu tú", "Nghệ sĩ nhân dân", "Nghệ sĩ ưu tú",
    "Nghệ nhân nhân dân", "Nghệ nhân ưu tú",
    # Đ.21 on: danh hiệu thi đua
    "Chiến sĩ thi đua toàn quốc", "Chiến sĩ thi đua bộ, ban, ngành, tỉnh", "Chiến sĩ thi đua cấp bộ", "Chiến sĩ thi đua cấp tỉnh",
    "Chiến sĩ thi đua cấp thành phố", "Chiến sĩ thi đua ngành", "Chiến sĩ thi đua toàn ngành", "Chiến sĩ thi đua toàn quân",
    "Chiến sĩ thi đua toàn lực lượng Công an nhân dân", "Chiến sĩ thi đua Tòa án nhân dân", "Chiến sĩ thi đua cấp Tập đoàn",
    "Chiến sĩ thi đua cấp Tổng công ty", "Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua", "Lao động tiên tiến", "Chiến sĩ tiên tiến",
    "Tập thể lao động xuất sắc", "Đơn vị quyết thắng", "Tập thể lao động tiên tiến", "Đơn vị tiên tiến",
    "Xã, phường, thị trấn tiêu biểu", "Xã, phường, đặc khu tiêu biểu", "Xã tiêu biểu", "Phường tiêu biểu",
    "Thôn, tổ dân phố văn hóa", "Thôn văn hóa", "Làng văn hóa", "Tổ dân phố văn hóa", "Gia đình văn hóa tiêu biểu",
    "Gia đình văn hóa",
    # Đ.71 on: bằng khen, giấy khen
    "Cờ thi đua", "Cờ thi đua cấp bộ", "Cờ thi đua cấp tỉnh", "Cờ thưởng",
    "Bằng khen", "Giấy khen", "Kỷ niệm chương", "Huy hiệu",
)  # fmt: skip
_RANKS = ("hạng Đặc biệt", "hạng Nhất", "hạng Nhì", "hạng Ba")

_BRANCH = " ngành "

Place = tuple[int, int, str, str]


@cache
def title_place(title: str) -> Place:
    """Where a title stands among others; one that the law does not name stands behind the others of its kind, by its letters."""
    family, known = family_of(title), kind_of_title(title)
    within = _WITHIN.index(known) if known in _WITHIN else len(_WITHIN)
    return _FAMILIES.index(family) if family in _FAMILIES else len(_FAMILIES), within, fold(title), title


def rank_place(rank: str | None) -> tuple[int, str]:
    """Where a rank stands: the highest first, then others, then none."""
    if rank is None:
        return len(_RANKS) + 1, ""
    return _RANKS.index(rank) if rank in _RANKS else len(_RANKS), rank


def family_of(title: str) -> str | None:
    """The family of a title: `order`, `emulation_title` and so on; None of one that the lexicon does not have."""
    return _families().get(kind_of_title(title))


def kind_of_title(title: str) -> str:
    """The title of the lexicon that a title is a case of: `Chiến sĩ thi đua ngành` of `Chiến sĩ thi đua ngành Y tế`."""
    kind = title.partition(_BRANCH)[0] + _BRANCH.rstrip()
    return kind if title not in _families() and kind in _families() else title


@cache
def _families() -> dict[str, str]:
    return {row["title"]: row["family"] for row in lexicons.load("awards")["award"]}
