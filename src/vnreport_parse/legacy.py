"""Vietnamese letters as they were written before Unicode: one decoder an encoding. Which one holds is `encodings`' business.

The text is given as a program that knew nothing of it would read it: each byte as the character it has in
Windows-1252 or Latin-1. Decoders are pure, and change nothing but letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import NamedTuple

from .syllables import is_syllable


class FontEncoding(NamedTuple):
    """What a font says of the text set in it: its encoding, and whether it draws small letters as capitals."""

    encoding: str
    capitals: bool = False


# Latin letters and marks that no legacy font has: a text that holds one is Unicode already.
UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u0300-\u0303\u0306\u0309\u031b\u0323]")


# ---------------------------------------------------------------- the tables
@cache
def letters() -> tuple[dict[str, str], ...]:
    """The rows of the table of letters: `letter`, and its code in hexadecimal by encoding."""
    lines = files(f"{__package__}.lexicons").joinpath("legacy_letters.tsv").read_text("utf-8").splitlines()
    names, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(dict(zip(names, row, strict=True)) for row in rows)


@cache
def windows() -> dict[int, str]:
    """The characters that Windows-1252 puts on the codes 80-9F, back to the codes."""
    return {ord(char): chr(code) for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", "ignore"))}


def from_windows(data: bytes) -> str:
    """Bytes as Windows-1252, its five unused codes as in Latin-1: what the decoders take."""
    return data.decode("latin-1").translate({ord(code): chr(char) for char, code in windows().items()})


@cache
def codes(encoding: str) -> dict[str, str]:
    """Code, as characters of Latin-1, to letter. A code that both cases share gives the small letter."""
    table: dict[str, str] = {}
    for row in letters():
        code, letter = bytes.fromhex(row[encoding]).decode("latin-1"), row["letter"]
        if code not in table or letter.islower():
            table[code] = letter
    return table


# How programs that know glyph names rather than bytes hand on the codes of TCVN3: Greek mu, the bullet operator, the minus.
_OTHER_GLYPHS = {"\u03bc": "\u00b5", "\u2219": "\u00b7", "\u2212": "\u00ad"}


@cache
def _tcvn3_table() -> dict[int, str]:
    table = codes("tcvn3")
    return {ord(code): letter for code, letter in table.items()} | {ord(o): table[code] for o, code in _OTHER_GLYPHS.items()}


# ---------------------------------------------------------------- TCVN3
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?:\A|[.!?]\s+)[^\w\n]*(\w)")
_ORGAN = re.compile(r"\bủ(?=y ban\b)")


def tcvn3(text: str) -> str:
    """TCVN3 in a font that is no font of capitals: toned letters have one code for both cases, so the letters around tell.

    `ñy ban` is typed for `Ủy ban`.
    """
    return _ORGAN.sub("Ủ", _capitals(text, text.translate(_tcvn3_table()), _shared("tcvn3")))


@cache
def _shared(encoding: str) -> frozenset[str]:
    """The codes that stand for a letter of both cases."""
    times = Counter(bytes.fromhex(row[encoding]).decode("latin-1") for row in letters())
    return frozenset(code for code, count in times.items() if count > 1)


def _capitals(coded: str, decoded: str, shared: frozenset[str]) -> str:
    """The decoded text (as long as the coded) with the letters of words in capitals as capitals, line by line."""
    if shared.isdisjoint(coded):
        return decoded
    out: list[str] = []
    at = 0
    for line in decoded.splitlines(keepends=True):
        out.append(_capitals_of_line(coded[at : at + len(line)], line, shared))
        at += len(line)
    return "".join(out)


def _capitals_of_line(coded: str, line: str, shared: frozenset[str]) -> str:
    """`HßA` is HÒA, `Bé TµI` BỘ TÀI, `Bé Tµi` Bộ Tài."""
    words = list(_WORD.finditer(line))
    verdicts = [_is_capital_word(word[0], coded[word.start() : word.end()], shared) for word in words]
    if True not in verdicts:
        return line
    told = [verdict if verdict is not True or is_syllable(word[0]) else None for verdict, word in zip(verdicts, words, strict=True)]
    before = list(accumulate(told, _latest))
    after = list(accumulate(reversed(told), _latest))[::-1]
    out: list[str] = []
    last = 0
    for at, word in enumerate(words):
        upper = verdicts[at]
        if upper is None:
            upper = before[at] is not False and after[at] is not False and (before[at] or after[at])
        out += [line[last : word.start()], word[0].upper() if upper else word[0]]
        last = word.end()
    return "".join([*out, line[last:]])


def _latest(before: bool | None, this: bool | None) -> bool | None:
    return before if this is None else this


def _is_capital_word(word: str, coded: str, shared: frozenset[str]) -> bool | None:
    """By the letters that have a code for each case; None where they do not tell: there is none, or one at the beginning."""
    telling = [char for char, code in zip(word, coded, strict=True) if code not in shared]
    if any(map(str.islower, telling)):
        return False
    return True if len(telling) > 1 or (telling and coded[0] in shared) else None


def sentence_case(text: str, *, begins: bool = True) -> str:
    """A capital where a sentence begins with a toned letter, since TCVN3 has no code for it."""
    toned = {codes("tcvn3")[code] for code in _shared("tcvn3")}

    def first(found: re.Match[str]) -> str:
        raised = found[1] in toned and (begins or found.start() > 0)
        return found[0][:-1] + (found[1].upper() if raised else found[1])

    return _SENTENCE.sub(first, text)


def tcvn3_capitals(text: str) -> str:
    """TCVN3 in a font of capitals (`.VnTimeH`): its small letters are drawn as capitals."""
    return text.translate(_tcvn3_table()).upper()


# ---------------------------------------------------------------- VNI, VISCII, VPS
@cache
def _vni_table() -> dict[str, str]:
    """Letter and mark, the mark in either case: typists mix them (`BAùO CAÙO`)."""
    table = codes("vni")
    other = {code[0] + code[1].swapcase(): letter for code, letter in table.items() if len(code) == 2}
    return other | table


@cache
def _vni_codes() -> re.Pattern[str]:
    """The codes of the table, pairs first."""
    marks: dict[str, str] = {}
    for code in _vni_table():
        marks[code[0]] = marks.get(code[0], "") + code[1:]
    return re.compile("|".join(f"{first}[{more}]" for first, more in marks.items() if more) + "|[\u00c0-\u00fc]")


def vni(text: str) -> str:
    """VNI for Windows: a letter, then its mark; the case is the letter's."""
    table = _vni_table()
    return _vni_codes().sub(lambda found: table.get(found[0], found[0]), text)


# In VISCII the no-break space is Õ. It is read so where it completes a syllable: `V\xa0` is VÕ, `Sở\xa0Nội` keeps its blank.
_VISCII_O = re.compile(r"(?<![^\W\d_])((?i:gh|kh|ng|nh|ph|th|tr|ch|[bcdlmnrstvxgh\u00d0\u00f0]))\xa0")


def viscii(text: str) -> str:
    """VISCII (RFC 1456)."""
    single = {ord(code): letter for code, letter in codes("viscii").items() if code != "\xa0"}
    return _VISCII_O.sub(r"\1Õ", _by_word(text, single))


def vps(text: str) -> str:
    """VPS."""
    decoded = _by_word(text, {ord(code): letter for code, letter in codes("vps").items()})
    return _capitals(text.translate(windows()), decoded, _shared("vps"))


_TYPED = "‘’“”…–—•"  # codes 80-9F that are letters in VISCII and VPS, unless a word processor put them there
_BETWEEN = re.compile(r"[^ \t\n\r!-/:-@\[-`{-~]+")


def _by_word(text: str, table: dict[int, str]) -> str:
    """Letter for letter; quotes and dashes at the edge of a word are letters only where it is no syllable without them."""
    table = {char: table.get(ord(code), code) for char, code in windows().items()} | table

    def word(found: re.Match[str]) -> str:
        inner = found[0].strip(_TYPED)
        core = inner.translate(table)
        if inner == found[0] or not all(map(is_syllable, _WORD.findall(core))):
            return found[0].translate(table)
        at = found[0].index(inner)
        return found[0][:at] + core + found[0][at + len(inner) :]

    return _BETWEEN.sub(word, text)


# ---------------------------------------------------------------- Windows-1258
@cache
def _windows_1258_table() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in range(0xA0, 0x100):
        letter = bytes([code]).decode("cp1258")
        if letter != chr(code) and letter != "₫":
            table[code] = letter
    return table


def windows_1258(text: str) -> str:
    """Windows-1258: the tone is a letter of its own, after the vowel."""
    return unicodedata.normalize("NFC", text.translate(_windows_1258_table()))


# ---------------------------------------------------------------- UTF-8 read as Windows-1252
@cache
def _continuations() -> str:
    """The characters that the bytes 80-BF become, for a character class."""
    high = "".join(chr(code) for code in windows())
    return re.escape(high) + "\x80-\xbf"


@cache
def _mojibake() -> re.Pattern[str]:
    more = f"[{_continuations()}]"
    return re.compile(f"[\xc2-\xdf]{more}|[\xe1-\xef]{more}{{2}}")


@cache
def _mojibake_letters() -> re.Pattern[str]:
    """The letters of Vietnamese among them, and what those become when it is done twice."""
    more = f"[{_continuations()}]"
    return re.compile(f"Ã{more}|Ä[\x82\x83\x90\x91‚ƒ‘¨©]|Å[¨©]|Æ[\xa0¡¯°]|á[º»]{more}")


def mojibake_share(text: str) -> float:
    """How much of a text looks like letters of Vietnamese in UTF-8, read as Windows-1252."""
    return sum(map(len, _mojibake_letters().findall(text))) / max(len(text), 1)


_LOST_BLANK = re.compile(r"\xc3 (?=(?:[iouymn]|n[gh])(?![^\W\d_])| )|\xc3(?= )")


def with_no_break_spaces(text: str) -> str:
    """The second half of `à`, a no-break space, where it was made a blank or left out before one: `ngÃ y`, `vÃ  cÃ³`, `lÃ cÃ¡c`."""
    return _LOST_BLANK.sub("\xc3\xa0", text)


def mojibake(text: str) -> str:
    """UTF-8 read as Windows-1252 or Latin-1, once or twice."""

    def letter(found: re.Match[str]) -> str:
        try:
            return found[0].translate(windows()).encode("latin-1").decode("utf-8")
        except UnicodeError:
            return found[0]

    once = _mojibake().sub(letter, with_no_break_spaces(text))
    return _mojibake().sub(letter, once) if mojibake_share(once) > 0.02 else once


# ---------------------------------------------------------------- VIQR
_VIQR_QUALITY = {"^": "\u0302", "(": "\u0306", "+": "\u031b"}
_VIQR_TONE = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_VIQR_WORD = re.compile(r"\\[.?'`~^(+\\]|[A-Za-z](?:[A-Za-z^+'`?~.\\]|\((?![A-Za-z]*\)))*+(?=(?P<end>\s*(?:\Z|\n\s*[^a-z\s]))?)")
_LABEL = re.compile(r"[IVX]+\.")
_VIQR_LETTER = re.compile(
    r"\\(?P<escaped>.)|(?P<dd>[dD]{2}(?![dD]))|(?P<plain>[aA][\^(]?|[oO][\^+]?|[eE]\^?|[uU]\+?|[iIyY])(?P<tone>['`?~.])?"
)


def viqr(text: str) -> str:
    """VIQR: letters with their marks typed after them (`Vie^.t Nam`), `dd` for đ, a backslash before what is no mark."""
    return _VIQR_WORD.sub(_viqr_word, text)


def _viqr_word(found: re.Match[str]) -> str:
    """One word; a dot or a question mark at its end is a mark only if the word has none and does not end its paragraph."""
    word, closes = found[0], found["end"] is not None
    if word.startswith("\\"):
        return word[1:]
    toned = False

    def letter(part: re.Match[str]) -> str:
        nonlocal toned
        if part["escaped"]:
            return part["escaped"]
        if part["dd"]:
            return "Đ" if part["dd"][0] == "D" else "đ"
        written = part["plain"][0] + "".join(map(_VIQR_QUALITY.__getitem__, part["plain"][1:]))
        tone = part["tone"] or ""
        if tone and (toned or (tone == "." and part.end() == len(word) and (closes or _LABEL.fullmatch(word)))):
            return unicodedata.normalize("NFC", written) + tone
        toned = toned or bool(tone)
        return unicodedata.normalize("NFC", written + _VIQR_TONE.get(tone, ""))

    decoded = _VIQR_LETTER.sub(letter, word)
    if word.endswith("?") and not decoded.endswith("?") and not is_syllable(decoded):
        decoded = _VIQR_LETTER.sub(letter, word[:-1]) + "?"
    return decoded


DECODERS: dict[str, Callable[[str], str]] = {
    "utf-8-as-cp1252": mojibake,
    "vni": vni,
    "windows-1258": windows_1258,
    "tcvn3": tcvn3,
    "viscii": viscii,
    "vps": vps,
    "viqr": viqr,
}


# ---------------------------------------------------------------- fonts
_SUBSET = re.compile(r"^/?[A-Z]{6}\+")
_STYLE = re.compile(r"(?:[-, ]*(?:bold|italic|oblique|regular|normal|demi|light|MT))*$", re.IGNORECASE)
_OF_CAPITALS = re.compile(r"H$|(?<=time|rial)h$")


@cache
def font_encoding(font: str) -> FontEncoding | None:
    """What the name of a font says: `.VnTime`, `.VnTimeH`, `VNI-Times`, in a PDF `ABCDEF+.VnTime,Bold`. None for other fonts."""
    name = _STYLE.sub("", _SUBSET.sub("", font.strip().strip("'\"")))
    low = name.lower()
    if low.startswith(("vni-", "vni ", "vnitimes", "vnihelve")) or low == "vni":
        return FontEncoding("vni")
    if low.startswith((".vn", "vntime", "vnarial")):
        return FontEncoding("tcvn3", bool(_OF_CAPITALS.search(name)))
    if low.startswith(("vps ", "vpstimes", "vps-")):
        return FontEncoding("vps")
    return None


_PRIVATE = {0xF000 + code: chr(code) for code in range(0x20, 0x100)}  # fonts that say they are symbol fonts


def decode_run(text: str, font: str) -> str:
    """A run of text in Unicode, by its font; a run in another font, or one that is Unicode already, as it is.

    Give runs whole: neighbours of one font together, so that a word is not judged by half its letters, and with U+00AD
    where the file has the byte AD: it is the ư of TCVN3.
    """
    known = font_encoding(font)
    if known is None or not text or UNICODE.search(text):
        return text
    text = text.translate(_PRIVATE)
    if known.capitals:
        return tcvn3_capitals(text)
    return DECODERS[known.encoding](text)
