"""Characters of the symbol fonts as Unicode, and the signs of bulleted lists."""

from __future__ import annotations

import re

_SYMBOL = dict(
    zip(
        range(0x20, 0x7F),
        " !∀#∃%&∋()∗+,-./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
        strict=True,
    )
) | dict(
    zip(
        range(0xA0, 0xF0),
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
        strict=True,
    )
)
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x3F: "✍", 0x45: "☜", 0x46: "☞", 0x47: "☝", 0x48: "☟", 0x6C: "●", 0x6D: "❍", 0x6E: "■",
    0x6F: "☐", 0x70: "☐", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9E: "·", 0x9F: "•",
    0xA1: "○", 0xA2: "○", 0xA3: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "☐", 0xAA: "✦", 0xAB: "★", 0xD8: "➢", 0xDB: "←", 0xDC: "→",
    0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x4F: "✗", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0xA2: "■", 0xA3: "☐"}
_WINGDINGS_3 = {0x22: "→", 0x67: "→", 0x7D: "▶", 0x84: "▶"}
_WEBDINGS = {0x3D: "■", 0x61: "✓", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✗"}
_FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}
_PRIVATE_CHARACTER = re.compile("[\uf000-\uf0ff]")
_PRIVATE = 0xF000  # a symbol font's byte 0xB7 is the character U+F0B7
_SHOWN = "-–—+*•○●▪◦"  # signs that begin an item wherever a text comes from


def is_symbol_font(font: str) -> bool:
    """Whether the font draws signs in the place of letters."""
    return font.lower() in _FONTS


def symbol(code: int, font: str) -> str:
    """The character that a symbol font draws for a code; the code's own character where that is not known."""
    if not 0x20 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return ""
    low = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
    if table := _FONTS.get(font.lower()):
        return table.get(low, chr(code))
    return _WINGDINGS.get(low) or _SYMBOL.get(low) or chr(code) if low != code else chr(code)


def readable(text: str, font: str) -> str:
    """The text with the characters that only a symbol font shows made Unicode."""
    return _PRIVATE_CHARACTER.sub(lambda found: symbol(ord(found[0]), font), text)


def bullet(text: str, font: str) -> str:
    """The sign of a bulleted list: one that is read as a bullet, `•` for all ornaments."""
    sign = text.strip()
    if sign == "o" and not is_symbol_font(font):  # Word's hollow bullet is the letter o of Courier New
        return "○"
    if len(sign) == 1:
        sign = symbol(ord(sign), font) if is_symbol_font(font) or "\uf000" <= sign <= "\uf0ff" else sign
    if len(sign) == 1 and (sign in _SHOWN or sign.isalnum()):
        return sign
    return sign if len(sign) > 1 else "•" if sign else ""
