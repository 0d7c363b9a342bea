"""Fixed phrases of reports in which recognition lost a mark: `tập thê`, `Thị đua`, `Băng khen`.

Only where one word of two is off by its marks, and no other phrase of the language is written so.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from ..syllables import is_syllable

PHRASES = (
    "thi đua", "khen thưởng", "tập thể", "cụ thể", "bằng khen", "giấy khen", "danh hiệu", "huân chương", "huy chương",
    "niệm chương", "chiến sĩ", "xuất sắc", "tiên tiến", "quyết định", "nghị định", "nghị quyết", "kế hoạch", "tờ trình",
    "thông báo", "báo cáo", "chủ tịch", "ủy ban", "hội đồng", "giám đốc", "nhân dân", "thành tích", "thực hiện", "phong trào",
    "đảng ủy", "đảng viên",
)  # fmt: skip
CAPITALS = (
    "dân tỉnh",
    "ubnd tỉnh",
    "hđnd tỉnh",
    "nữ tỉnh",
    "động tỉnh",
    "binh tỉnh",
)  # `dân tình` is another phrase, in small letters
AROUND = '.,;:()“”"'


def bare(word: str) -> str:
    """Small letters without marks."""
    low = unicodedata.normalize("NFD", word.lower()).replace("đ", "d")
    return "".join(char for char in low if not unicodedata.combining(char))


_KNOWN, _KNOWN_CAPITALS = (
    {tuple(map(bare, one.split())): tuple(one.split()) for one in phrases} for phrases in (PHRASES, CAPITALS)
)
_BEGUN = {(first, second[:-1]): (first_meant, second_meant) for (first, second), (first_meant, second_meant) in _KNOWN.items()}


def mended(words: list[str], neighbours: Iterable[tuple[int, int]]) -> dict[int, str]:
    """The words of a page that must be read otherwise, by their place; `neighbours` are places of words that follow each other."""
    cores = [word.strip(AROUND) for word in words]
    found: dict[int, str] = {}
    for places in neighbours:
        first, second = (cores[at] for at in places)
        phrase = _phrase(first, second)
        if phrase is None:
            continue
        wrong = [
            (at, core, meant) for at, core, meant in zip(places, (first, second), phrase, strict=True) if core.lower() != meant
        ]
        if len(wrong) == 1:
            place, core, meant = wrong[0]
            shaped = meant.upper() if core.isupper() and len(core) > 1 else meant.capitalize() if core[0].isupper() else meant
            found[place] = words[place].replace(core, shaped)
    return found


def _phrase(first: str, second: str) -> tuple[str, ...] | None:
    """The phrase that two words are meant for, if there is one."""
    words = bare(first), bare(second)
    capitals = _KNOWN_CAPITALS.get(words) if first.isupper() and second.isupper() else None
    if known := capitals or _KNOWN.get(words):
        return known
    # `CHỦ TỊC`: a stroke of the signature goes through the last letter, and what is left is no word
    begun = _BEGUN.get(words)
    return begun if begun and second and not is_syllable(second.lower()) else None
