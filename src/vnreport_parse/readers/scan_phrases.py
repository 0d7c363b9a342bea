"""Fixed phrases of reports in which recognition lost a mark: `tập thê`, `Thị đua`, `Băng khen`.

Only where one word of two is off by its marks, and no other phrase of the language is written so.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

PHRASES = (
    "thi đua", "khen thưởng", "tập thể", "cụ thể", "bằng khen", "giấy khen", "danh hiệu", "huân chương", "huy chương",
    "niệm chương", "chiến sĩ", "xuất sắc", "tiên tiến", "quyết định", "nghị định", "nghị quyết", "kế hoạch", "tờ trình",
    "thông báo", "báo cáo", "chủ tịch", "ủy ban", "hội đồng", "giám đốc", "nhân dân", "thành tích", "thực hiện", "phong trào",
)  # fmt: skip
CAPITALS = ("dân tỉnh", "ubnd tỉnh", "hđnd tỉnh")  # `dân tình` is another phrase, in small letters
_AROUND = '.,;:()“”"'


def _bare(word: str) -> str:
    """Small letters without marks."""
    low = unicodedata.normalize("NFD", word.lower()).replace("đ", "d")
    return "".join(char for char in low if not unicodedata.combining(char))


_KNOWN, _KNOWN_CAPITALS = (
    {tuple(map(_bare, one.split())): tuple(one.split()) for one in phrases} for phrases in (PHRASES, CAPITALS)
)


def mended(words: list[str]) -> dict[int, str]:
    """The words of a page that must be read otherwise, by their place."""
    cores = [word.strip(_AROUND) for word in words]
    found: dict[int, str] = {}
    for at, (first, second) in enumerate(pairwise(cores)):
        known = _KNOWN_CAPITALS if first.isupper() and second.isupper() else _KNOWN
        phrase = known.get((_bare(first), _bare(second))) or _KNOWN.get((_bare(first), _bare(second)))
        if phrase is None:
            continue
        wrong = [
            (at + n, core, meant)
            for n, (core, meant) in enumerate(zip((first, second), phrase, strict=True))
            if core.lower() != meant
        ]
        if len(wrong) == 1:
            place, core, meant = wrong[0]
            shaped = meant.upper() if core.isupper() and len(core) > 1 else meant.capitalize() if core[0].isupper() else meant
            found[place] = words[place].replace(core, shaped)
    return found
