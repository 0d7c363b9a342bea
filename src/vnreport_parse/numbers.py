"""Số, ký hiệu: the grammar of document numbers, `12/KH-KHCN`, `98/2023/NĐ-CP`, `34-CT/TW`, `216-LCT`.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3 (State); Hướng dẫn 36-HD/VPTW (Party). Agencies
choose their codes themselves, so the set is open: the shape decides, the lexicon of types only names
the first group. What is printed is kept; `odd` tells what looks mistyped.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from . import lexicons
from .patterns import DASH
from .records import DocumentNumber
from .spans import Span

# Codes are initials, so no toned vowels: `Sở` and `Kế` are words. The Cyrillic letters are look-alikes of a slip.
CYRILLIC = "АВЕКМНОРСТУХ"
_CAP = f"A-ZĐÂĂÊÔƠƯ{CYRILLIC}"
_LOW = "a-zđ"
# Small letters one by one: in Unicode the capitals of ạ to ỹ stand between them, so a range would take both.
SMALL = "a-z" + "".join(filter(str.islower, map(chr, (*range(0xE0, 0x1B1), *range(0x1EA0, 0x1EFA)))))
# A small letter that no code holds: a capital before it begins a word, glued to the code: NĐ-CP|Về
_WORD = "[" + "".join(sorted(set(filter(str.islower, SMALL)) - set("azđ"))) + "]"
_DOTS = r"(?:[.…_]{2,60}+|…)"
# One blank or one line break may stand beside a separator.
_B = r"[ \n]?"

# UBTVQH15 · SGD&ĐT · P.V · TTg · QyĐ · SNgV · BCĐ138CP · MNHoaSen; a glued small word is no part: `CP|quy`
_GROUP = rf"""
    (?: [{_CAP}]{{2,12}}(?!Ban|Qu|Ph|Th|Ng|Tr)[A-ZĐ][{_LOW}]{{2,5}}(?!\w)     # ĐHVinh
      | [{_CAP}]
        (?: [{_CAP}](?!{_WORD}) | [{_LOW}]{{1,2}}(?![{SMALL}]) | (?<=TT)[gr] | (?<=CT)r
          | &(?=[{_CAP}]) | \.(?=[{_CAP}]{{1,6}}(?!\w)) | (?<=-[{_CAP}])\.(?=\d(?!\w)) | \d{{1,4}}(?!\d) ){{0,40}}+
        (?: (?<=[{_CAP}&.][{_CAP}])(?![{_CAP}](?!{_WORD})) | (?<=TT[gr]) | (?<=\d) | (?![^\W\d_]) )
      | [{_CAP}]{{2,12}}(?:[A-ZĐ][{SMALL}]{{1,5}}){{2,6}}(?!\w)
    )"""
# The hyphen of a bullet on the next line joins nothing; blanks on both sides only before the second group.
_JOIN = rf"""
    (?: [-‐‑‒–—−_] | [ ]?/ | [ ]{DASH}(?=[{_CAP}]{{2}}) | (?:/|{DASH})[ \n](?=[{_CAP}]{{2}}|[{_CAP}][{_LOW}][{_CAP}]) )"""
_FIRST_JOIN = rf"""
    (?: {_JOIN} | [ ](?:/|{DASH})[ \n](?=[{_CAP}]{{2}}|[{_CAP}][{_LOW}][{_CAP}])
      | (?:(?<=QĐ)|(?<=NQ)|(?<=NĐ)|(?<=CT)|(?<=CĐ)|(?<=KH)|(?<=TB))[ ](?=(?:TTg|CP|CTN|UBND|UB|HĐND)(?!\w)) )"""  # QĐ TTg

NUMBER = re.compile(
    rf"""
    (?P<serial>
        \d{{1,3}}\.\d{{1,3}}(?=[ ]?/)                        # 66.1/2025/NQ-CP, 1.234/QĐ-UBND
      | \d{{1,6}}(?:[a-zA-ZĐđ](?=[ ]?(?:/|{DASH})))?          # 12, 12a, 2162A
      | [\dlIOoZ]{{2,5}}(?=/[{_CAP}]{{2}})                     # l2/KH-KHCN: what OCR reads
      | {_DOTS}(?:\d{_DOTS})?(?=[ ]?/)                        # ……/QĐ-UBND, …3…/BC-…
      | (?=/)                                                 # /BC-KHCN
    )
    (?P<lead>
        {_B}/{_B} (?: (?P<year>\d{{3,6}}|\d\d(?=[ ]?/[ ]?[{_CAP}]{{2}}))
            (?: {_B}/{_B} | {_B}{DASH}{_B}(?=[{_CAP}]{{2}}) | (?=[{_CAP}]{{2}}) ) )?
      | [ ]?{DASH}{_B} (?: (?P<party_year>(?:19|20)\d\d)/ )?
      | [ \n](?=[{_CAP}][{_CAP}{_LOW}]{{1,5}}[ ]?/)            # 298 KH/TWĐTN
      | (?=[{_CAP}]{{2}})                                     # 12NQ/HĐNN8
    )
    (?P<code>
        {_GROUP}
        (?: {_FIRST_JOIN} (?:{_GROUP}|{_DOTS})
            (?: {_JOIN} {_GROUP} | [ ](?=[{_CAP}]{{2,4}}-[{_CAP}]{{2}}){_GROUP} | {DASH}sđ\b ){{0,7}}
        )?
        (?: (?:/|{DASH}) (?:19|20)\d\d (?!\w) )?              # 12/QĐ-HĐQT/2020
        (?: \([{_CAP}][{_CAP}&]{{0,7}}\d{{0,3}}\) )?            # 3316/KH-CAT(PX15)
      | {_DOTS}
    )
    """,
    re.VERBOSE,
)
# kh-khcn: a number typed in small letters
_SMALL_NUMBER = re.compile(r"\d{1,6}[a-z]?/(?:(?:19|20)\d\d/)?[a-zđ]{2,4}-[a-zđ]{1,10}(?![\w/])")
# Số: · số · Sô: · S0: (OCR) · Số (in capitals)
NUMBER_WORD = re.compile(r"(?<!\w)(?:s[ốôổo0])(?!\w)[ ]?:?", re.IGNORECASE)
_SPLIT = re.compile(rf"[/_()]|{DASH}")
_DIGITS = str.maketrans("lIOoZ", "11002")
_UNSTROKED = str.maketrans("ĐđÐ", "DdD")
_JOINT = re.compile(r".*(?:LT|LN|LB|PH)")
_ISSUERS_GLUED = ("CP", "TTg", "TG", "Tg", "UBND", "HĐND", "CTN", "UB")


class NumberMention(NamedTuple):
    """A number in the text. `odd`: it looks mistyped. `sure`: its shape alone says that it is a document number."""

    number: DocumentNumber
    span: Span
    odd: bool
    sure: bool


class _Pieces(NamedTuple):
    """What the pattern cuts a number into. `lead` is the mark behind the serial."""

    serial: str
    lead: str
    printed_year: str | None
    year: int | None
    groups: tuple[str, ...]


@cache
def type_codes() -> dict[str, str]:
    """The codes of document types, folded, to how they are written: `nđ` and `nd` to `NĐ`."""
    codes = [code for row in lexicons.load("doc_types").get("doc_type", ()) for code in row.get("codes", ())]
    exact = {code.casefold(): code for code in codes}
    return {code.casefold().translate(_UNSTROKED): code for code in codes} | exact


def type_code(group: str) -> str | None:
    """The type that a first group names: `NĐ` for `NĐ`, `ND` and `nđ`; `None` for an organ's code."""
    return type_codes().get(group.casefold())


def read_number(text: str) -> DocumentNumber | None:
    """The number that `text` is, as a whole, with or without the word `số`; `None` when it is none.

    A small word glued to its end (`NĐ-CPquy`) is cut off.
    """
    text = " ".join(text.split()).strip(" ,;")
    word = NUMBER_WORD.match(text)
    text = text[word.end() :].strip() if word else text
    mention = match_number(text, 0)
    if mention is None:
        return None
    rest = text[mention.span.end :]
    glued = re.fullmatch(rf"\.?|[{SMALL}]+|\(\d\)", rest)
    return mention.number if glued else None


def match_number(text: str, at: int, end: int | None = None) -> NumberMention | None:
    """The number that begins at `at`."""
    limit = len(text) if end is None else end
    found = NUMBER.match(text, at, limit)
    if found is None:
        return _match_small(text, at, limit)
    parts = [part for part in _SPLIT.split(found["code"]) if part]
    groups = tuple("".join(part.split()) for part in parts if part.strip(" \n.…_"))
    pieces = _Pieces(found["serial"], found["lead"].strip(), found["year"], _year(found["year"] or found["party_year"]), groups)
    word = found["lead"][-1:].isspace() and len(groups) == 1 and sum(map(str.isupper, groups[0])) < 2  # 1/ Huy động vốn
    return _mention(text, Span(*found.span()), pieces) if _possible(pieces) and not word else None


def _match_small(text: str, at: int, limit: int) -> NumberMention | None:
    """`12/kh-khcn`: only with a type for its first group."""
    found = _SMALL_NUMBER.match(text, at, limit)
    if found is None:
        return None
    serial, *year, code = found[0].split("/")
    pieces = _Pieces(serial, "/", None, _year(year[0] if year else None), tuple(code.split("-")))
    return _mention(text, Span(*found.span()), pieces)._replace(odd=True) if type_code(pieces.groups[0]) else None


def _possible(pieces: _Pieces) -> bool:
    """What the pattern cannot say: a number without a slash needs a type, a lone letter is no symbol."""
    if not pieces.groups:
        return not pieces.serial.strip(".…_")
    first, more = pieces.groups[0], len(pieces.groups) > 1
    if pieces.lead.startswith("/"):
        return len(first) >= 2 or (more and type_code(first) is not None) or len(pieces.groups) > 2
    if not pieces.lead:  # 298 KH/TWĐTN, 12NQ/HĐNN8
        return more and type_code(first) is not None
    return len(first) >= 2 and not first[1].isdigit()


def _mention(text: str, span: Span, pieces: _Pieces) -> NumberMention:
    """The record of what the pattern found."""
    groups = pieces.groups
    kind = type_code(groups[0]) if groups else None
    if kind is None and groups[:2] == ("KT", "CTN"):  # Khen thưởng, Chủ tịch nước: before 2004
        kind = "KT"
    printed = "".join(span.of(text).split())
    serial = _serial(pieces.serial)
    number = DocumentNumber(
        text=printed,
        serial=serial,
        year=pieces.year,
        symbol=printed[max(printed.find(groups[0]), 0) :] if groups else None,
        type_code=kind,
        organ_code=_organ(groups, kind),
        rule=_rule(serial, pieces, kind),
    )
    several = len(groups) > 1
    sure = (kind is not None and several) or (pieces.year is not None and bool(groups))
    sure = sure or (several and pieces.lead.startswith("/") and serial is not None)
    return NumberMention(number, span, _odd(pieces, kind), sure)


def _year(written: str | None) -> int | None:
    if written and re.fullmatch(r"[7-9]\d|0\d", written):  # 12/98/QĐ-UB
        return int(written) + (2000 if written[0] == "0" else 1900)
    return int(written) if written and re.fullmatch(r"(?:19|20)\d\d", written) else None


def _serial(written: str) -> str | None:
    """`12a` as it is, `l2` as 12, `1.234` as 1234, nothing for dots."""
    if not written.strip(".…_") or ("…" in written or ".." in written):
        return None
    if re.fullmatch(r"\d{1,3}\.\d{3}", written):
        return written.replace(".", "")
    slip = re.fullmatch(r"[\dlIOoZ]{2,5}", written)
    return written.translate(_DIGITS) if slip else written


def _organ(groups: tuple[str, ...], kind: str | None) -> str | None:
    """The issuer's code; a joint document has several."""
    rest = groups[1:] if kind else groups
    if not rest:
        return None
    if kind and _JOINT.fullmatch(kind.upper()):
        return "-".join(rest)
    return rest[0]


def _rule(serial: str | None, pieces: _Pieces, kind: str | None) -> str:
    if serial is None:
        return "number.blank"
    several = len(pieces.groups) > 1
    if not pieces.lead.startswith("/"):
        return "number.party" if kind and several else "number.legacy"
    if pieces.year is not None:
        return "number.law" if kind is None else "number.normative"
    if kind is not None:
        return "number.state"
    return "number.letter" if several else "number.organ"


def _odd(pieces: _Pieces, kind: str | None) -> bool:
    """What looks mistyped: a foreign letter, a year of five digits, letters for digits, two codes run together."""
    if any(char in CYRILLIC for group in pieces.groups for char in group):
        return True
    if pieces.printed_year is not None and pieces.year is None:
        return True
    if re.search(r"\d", pieces.serial) and re.search(r"[lIOoZ]", pieces.serial):
        return True
    if not pieces.groups or kind is not None:
        return False
    first = pieces.groups[0]
    glued = (first[: -len(issuer)] for issuer in _ISSUERS_GLUED if first.endswith(issuer))
    return any(code and type_code(code) is not None for code in glued)
