"""Folding for search, and the small patterns that several stages share.

`fold` changes letters and never their number, so an offset into the folded text is an offset into
the text itself.
"""

from __future__ import annotations

import re
import unicodedata

# Tone on the first vowel of an open syllable, as most laws write it: hoà -> hòa, uỷ -> ủy, khoẻ -> khỏe; quý stays.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_OPEN = {
    unicodedata.normalize("NFC", f"{first}{second}{tone}"): unicodedata.normalize("NFC", f"{first}{tone}{second}")
    for first, seconds in (("o", "ae"), ("u", "y"))
    for second in seconds
    for tone in _TONES
}
_OPEN_SYLLABLE = re.compile(rf"(?<![qQ])(?:{'|'.join(_OPEN)})(?!\w)")
_LETTERS = str.maketrans({"\n": " ", "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "‟": '"', "″": '"'}
                         | dict.fromkeys("‐‑‒–—―−", "-"))  # fmt: skip
_SPELLING = re.compile(r"\bsỹ\b|\bkỉ(?= niệm| luật)|\btỉ(?= lệ)|\bngàỵ\b")


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def fold(text: str) -> str:
    """Lower case, one tone placement, `chiến sĩ`, plain quotes and dashes, a line break as a blank; same length."""
    folded = _lower(text).translate(_LETTERS)
    folded = _OPEN_SYLLABLE.sub(lambda found: _OPEN[found[0]], folded)
    return _SPELLING.sub(lambda found: {"sỹ": "sĩ", "kỉ": "kỷ", "tỉ": "tỷ", "ngàỵ": "ngày"}[found[0]], folded)


DASH = r"[-‐‑‒–—−]"


def is_capitals(text: str) -> bool:
    """Whether the letters of `text` are capitals (at least two of them, a stray small one in twelve allowed)."""
    upper = sum(map(str.isupper, text))
    lower = sum(map(str.islower, text))
    return upper >= 2 and lower * 12 <= upper
