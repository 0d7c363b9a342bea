"""Words set in fonts of old encodings (`.VnTime`, `VNI-Times`), and pages of such words under other names, in Unicode."""

from __future__ import annotations

from array import array
from collections import Counter
from functools import lru_cache

from ..encodings import UNDECIDED, decode_blocks, decode_run, font_encoding
from .pdf_geometry import Glyphs, Word

_encoding_of = lru_cache(maxsize=256)(font_encoding)
_LINE = 14  # words decoded together


def decode_fonts(glyphs: Glyphs, words: list[Word]) -> tuple[Glyphs, str | None]:
    """The words whose fonts are old ones get their letters; the new glyphs, and the encoding of most of them."""
    seen: Counter[str] = Counter()
    for word in words:
        known = _encoding_of(word.font) if word.font else None
        if known:
            word.text = decode_run(word.text, word.font)
            seen[known.encoding] += 1
    return (_rebuilt(glyphs, words), seen.most_common(1)[0][0]) if seen else (glyphs, None)


def decode_letters(glyphs: Glyphs, words: list[Word]) -> tuple[Glyphs, str | None, bool]:
    """The same by the letters alone, a few lines at a time; and whether some stay undecided."""
    blocks = [words[at : at + _LINE] for at in range(0, len(words), _LINE)]
    decoded = decode_blocks([" ".join(word.text for word in block) for block in blocks])
    seen: Counter[str] = Counter()
    for block, decoding in zip(blocks, decoded, strict=True):
        texts = decoding.text.split(" ")
        if decoding.encoding and len(texts) == len(block):
            seen[decoding.encoding] += 1
            for word, text in zip(block, texts, strict=True):
                word.text = text
    undecided = any(decoding.confidence < UNDECIDED for decoding in decoded)
    return (_rebuilt(glyphs, words), seen.most_common(1)[0][0], undecided) if seen else (glyphs, None, undecided)


def _rebuilt(glyphs: Glyphs, words: list[Word]) -> Glyphs:
    """Glyphs for the words as they read now: letters that were two characters have the box of the first."""
    boxes = array("f")
    start = 0
    for word in words:
        old = word.end - word.start
        for at in range(len(word.text)):
            own = word.start + at * old // len(word.text)
            boxes += glyphs.boxes[own * 4 : own * 4 + 4]
        word.start, word.end = start, start + len(word.text)
        start = word.end
    return Glyphs("".join(word.text for word in words), boxes)
