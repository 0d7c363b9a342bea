"""Which words are syllables of Vietnamese: onset, rime and tone. What decides whether a text was decoded or drawn right.

A Vietnamese word in print is one syllable: an onset (`ngh`), a rime (`iêng`), a tone; all three are small closed
sets. Where the tone stands within the rime is not judged: `hòa` and `hoà` are both met, and so is `họat`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_TONES = {"\u0300": "1", "\u0301": "2", "\u0303": "3", "\u0309": "4", "\u0323": "5"}
_STOPPED = ("c", "ch", "p", "t", "k")  # rimes that end so have the tone sắc or nặng
# The rimes by their vowels; `-` is the rime without a final consonant.
_RIMES = {
    "a": "- c ch i m n ng nh o p t u y",
    "ă": "c k m n ng p t",
    "â": "c m n ng p t u y",
    "e": "- c m n ng o p t",
    "ê": "- ch m n nh p t u",
    "i": "- a ch m n nh p t u",
    "iê": "c m n ng p t u",
    "o": "- c i m n ng p t",
    "oa": "- c ch i m n ng nh o p t y",
    "oă": "c m n ng p t",
    "oe": "- n o t",
    "oo": "c ng",
    "ô": "- c i m n ng p t",
    "ơ": "- i m n p t",
    "u": "- a c i m n ng p t",
    "uâ": "n ng t y",
    "uê": "- ch n nh t",
    "uô": "c i m n ng t",
    "uơ": "-",
    "uy": "- a ch n nh p t u",
    "uyê": "n t",
    "ư": "- a c i m n ng t u",
    "ươ": "c i m n ng p t u",
    "y": "-",
}
_AFTER_Q = {  # the u is part of the onset
    "a": "- c ch i n ng nh o t u y",
    "ă": "c m n ng p t",
    "â": "n ng t y",
    "e": "- n o t",
    "ê": "- ch n t",
    "i": "- ch n nh t",
    "ô": "c",
    "ơ": "- n",
    "y": "- ch n nh t",
    "yê": "n t",
}
_ALONE = {"yê": "m n ng t u"}  # without an onset
_ANY = ("b", "ch", "d", "đ", "h", "kh", "l", "m", "n", "nh", "p", "ph", "r", "s", "t", "th", "tr", "v", "x")
_FRONT = ("e", "ê", "i", "y")
# Places with letters that the rules do not have: Bắc Kạn, Đắk Lắk, Hồng Kông.
_NAMES = ("kan", "kông", "plông", "krông", "cư")


def _spread(rimes: dict[str, str]) -> set[str]:
    return {vowels + final.replace("-", "") for vowels, finals in rimes.items() for final in finals.split()}


@cache
def _syllables() -> frozenset[str]:
    """All syllables without their tones."""
    rimes = _spread(_RIMES)
    front = {rime for rime in rimes if rime.startswith(_FRONT)}
    back = rimes - front
    found = rimes | _spread(_ALONE) | set(_NAMES)
    found |= {onset + rime for onset in _ANY for rime in rimes}
    found |= {onset + rime for onset in ("k", "gh", "ngh") for rime in front}
    found |= {onset + rime for onset in ("c", "g", "ng") for rime in back}
    found |= {"qu" + rime for rime in _spread(_AFTER_Q)}
    found |= {"gi" + rime for rime in rimes if rime[0] not in "iy"} | {"gi", "gin", "giêng", "giêc", "gip", "git"}
    return frozenset(found)


@cache
def _spelling() -> dict[int, str]:
    """Each toned letter as its plain letter and a digit: `ộ` as `ô5`."""
    table: dict[int, str] = {}
    for plain in "aăâeêioôơuưy":
        for mark, digit in _TONES.items():
            table[ord(unicodedata.normalize("NFC", plain + mark))] = plain + digit
    return table


@lru_cache(maxsize=1 << 16)
def is_syllable(word: str) -> bool:
    """Whether a word (NFC, either case) is a syllable of Vietnamese, with at most one tone, one that its rime can have."""
    spelled = word.lower().translate(_spelling())
    tones = [char for char in spelled if char in "12345"]
    if len(tones) > 1 or len(word) > 7 or not word.isalpha():
        return False
    plain = spelled.replace(tones[0], "") if tones else spelled
    if plain not in _syllables():
        return False
    return not plain.endswith(_STOPPED) or bool(tones and tones[0] in "25")


_WORDS = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile("[aeiouyăâêôơưÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĨŨ\u1ea0-\u1ef9]", re.IGNORECASE)
_ROMAN = re.compile("[IVXLC]+")


def words_of(text: str) -> list[str]:
    """The words that can be judged: at least two letters, one of them a vowel (`NĐ`, `a`, `VII` are passed over)."""
    return [word for word in _WORDS.findall(text) if len(word) > 1 and _VOWEL.search(word) and not _ROMAN.fullmatch(word)]


def share_of_syllables(text: str) -> float:
    """The share of the words of a text (NFC) that are Vietnamese syllables; 0 where it has no words."""
    words = words_of(text)
    return sum(map(is_syllable, words)) / len(words) if words else 0.0
