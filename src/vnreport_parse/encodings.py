"""Which of the old encodings a stretch of text is in, told by the text alone, and its letters in Unicode.

Shares of characters name the candidates, in a fixed order; the candidate is taken only if its words are syllables of
Vietnamese where the given words were none. Files mix encodings, so the question is asked for each block (a paragraph,
a group of lines), and what cannot be decided stays as it is: a wrong letter is worse than a strange one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from .legacy import DECODERS, decode_run, font_encoding, from_windows, mojibake_share, sentence_case, with_no_break_spaces
from .spans import Span
from .syllables import is_syllable

__all__ = [
    "UNDECIDED",
    "Decoding",
    "TextDecoding",
    "decode_block",
    "decode_blocks",
    "decode_run",
    "decode_text",
    "font_encoding",
    "from_windows",
]

UNDECIDED = 0.5  # a confidence below says: in some old encoding, and the text is as it was


class Decoding(NamedTuple):
    """A block in Unicode. `encoding` is None where nothing was changed; `confidence` below `UNDECIDED`: it should have been."""

    text: str
    encoding: str | None
    confidence: float


class TextDecoding(NamedTuple):
    """A text in Unicode. `encoding` is the one of most letters, None where nothing was changed; `undecided`: lines left alone."""

    text: str
    encoding: str | None
    confidence: float
    undecided: tuple[Span, ...] = ()


# ---------------------------------------------------------------- signs of each encoding
_LATER = re.compile("[\u1ea0-\u1ef9]")
_VNI_PAIR = re.compile("[AEOUYaeouyÔôÖö][ÙØÛÕÏùøûõï]|[AEOaeo][ÂÁÀÅÃÄâáàåãä]|[Aa][ÊÉÈÚÜËêéèúüë]")
_MARKS = re.compile("[\u0300-\u0323]")
_LOOSE_TONE = re.compile("[aeiouyâêôãõý][ÌìÒòÞþ]", re.IGNORECASE)
_TCVN3_GLYPH = re.compile("[\u00a1-\u00ae\u00b5-\u00b9\u00bb-\u00beÆ-ÌÎ-ØÜ-ßá-ïñ-þ]")
_HIGH = re.compile("[\u0080-\u00ffŒœŠšŸŽžƒˆ˜†‡•…‰‹›€™]")
# Characters that Vietnamese in Unicode has no use for: a text of several words in an old encoding has one of them.
_STRANGE = re.compile("[\u0080-\u009f\u00a1-\u00ac\u00ae-\u00bfÄ-ÇËÎ-ÑÖ-ØÛÜÞßä-çëî-ñö-øûüþÿ\uf0a1-\uf0fe]")
_HIGH_LETTER = re.compile("[\u0080-\u024f\u0300-\u036f\u1e00-\u1eff\uf000-\uf0ff]")
_VIQR_SIGN = re.compile(r"[aeo]\^|[ou]\+|a\(|dd|[aeiouy^(+]['`?~.](?=[a-z])", re.IGNORECASE)


def _share(pattern: re.Pattern[str], text: str) -> float:
    return len(pattern.findall(text)) / max(len(text), 1)


def _candidates(text: str) -> list[str]:
    """The encodings that the shares allow, the likeliest first; empty where the text is Unicode, or has no letters with marks."""
    if not _HIGH_LETTER.search(text):
        return ["viqr"] if _share(_VIQR_SIGN, text) > 0.05 else []
    found = ["utf-8-as-cp1252"] if mojibake_share(text) > 0.02 else []
    if _share(_LATER, text) > 0.02:
        return found
    if _share(_VNI_PAIR, text) > 0.05:
        found.append("vni")
    if _share(_MARKS, text) > 0.03:  # loose marks: `normalise` composes them
        return found
    if _share(_LOOSE_TONE, text) > 0.03:
        found.append("windows-1258")
    if _share(_TCVN3_GLYPH, text) > 0.06:
        found.append("tcvn3")
    if _share(_HIGH, text) > 0.06:
        found += ["viscii", "vps"]
    return found


# ---------------------------------------------------------------- what a decoder does to the words
_PARTS = re.compile(r"[^\s!-/:-@\[-`{-~\d]+")
_SPLIT = {"viqr": re.compile(r"[^\s\d/,;:!\"\[\]{}|*-]+"), "utf-8-as-cp1252": re.compile(r"[^ \t\n\r!-/:-@\[-`{-~\d]+")}
_CODE = re.compile("[A-ZĐ]+")  # `NĐ`, `HĐND`: no syllable, and no mistake
_AROUND = "“”‘’«»–—…•\u00a0.,;:!?()\"'"
# The commonest syllables with marks: a block of few words is judged by them too.
_COMMON = frozenset(
    "ban báo bộ cho chính chỉ chủ chức các còn có công cơ cả cần cộng của giáo giữ hiểu hiện hoạt hành hòa hạ hạng học họp "
    "hội hợp khai khen khi khác không kiến kế kết kỳ liên luật là làm lãnh lý lập lệ lợi mặt một mới nghiệp nghĩa nghị ngày "
    "người nhiệm nhà nhân nhất những này nên năm nội pháp phòng phó phương phải phổ phủ quan quy quyết quyền quả quản quốc ra "
    "sau sản số sở theo thi thiện thành tháng thông thưởng thể thị thống thời thủ thực tiến tiếp toàn trong trên trình trường "
    "trưởng tài tác tích tư tại tạo tập tặng tế tỉnh tổ tổng từ uỷ viên việc việt và vào văn về vệ vị với vụ xây xã xét ý "
    "điều điểm đoàn đây đã đó đơn được đại đảm đảng đầu đến đề đều để đốc đối đồng độ động ủy".split()
)


class _Effect(NamedTuple):
    """Words with letters of the old encoding: made right, made wrong, right before and after, wrong before and after."""

    repaired: int
    damaged: int
    kept: int
    failed: int
    common: int

    @property
    def share(self) -> float:
        """The share of the words that are right afterwards."""
        return (self.repaired + self.kept) / max(self.repaired + self.damaged + self.kept + self.failed, 1)


def _is_right(word: str) -> bool:
    return is_syllable(word) and (word[1:].islower() or word.isupper() or len(word) == 1)


def _effect(text: str, decoded: str, encoding: str) -> _Effect:
    parts = _SPLIT.get(encoding, _PARTS)
    before, after = parts.findall(text), parts.findall(decoded)
    if len(before) != len(after):
        return _Effect(0, 1, 0, 0, 0)
    tally: Counter[tuple[bool, bool]] = Counter()
    common = 0
    for old, new in zip(before, after, strict=True):
        word = new.strip(_AROUND)
        if (old.isascii() and old == new) or not word or (len(old) == 1 and not old.isalpha()) or _CODE.fullmatch(word):
            continue
        right = _is_right(word)
        tally[_is_right(old.strip(_AROUND)), right] += 1
        common += right and word.lower() in _COMMON
    return _Effect(tally[False, True], tally[True, False], tally[True, True], tally[False, False], common)


class _Verdict(NamedTuple):
    encoding: str
    decoded: str
    effect: _Effect

    @property
    def rank(self) -> float:
        """What the better of two has more of."""
        effect = self.effect
        return effect.repaired + effect.kept + effect.common / 2 - 2 * effect.damaged - effect.failed

    @property
    def confidence(self) -> float:
        """The share of right words, less where there are few."""
        words = self.effect.repaired + (3 if self.encoding == "utf-8-as-cp1252" else 0)
        return round(self.effect.share * (1 - 0.5 ** max(words, 1)), 3)

    @property
    def holds(self) -> bool:
        """Whether enough words speak for it, and few against; a sequence of UTF-8 is no accident."""
        effect = self.effect
        least = 1 if self.encoding == "utf-8-as-cp1252" else 2
        return effect.repaired - 2 * effect.damaged >= least and effect.share >= 0.7

    @property
    def is_plain(self) -> bool:
        """Whether there is no need to try other encodings."""
        return self.effect.repaired >= 6 and self.effect.damaged == 0 and self.effect.share >= 0.98


def _verdict(text: str, encoding: str) -> _Verdict:
    decoded = DECODERS[encoding](text)
    if encoding == "utf-8-as-cp1252":
        text = with_no_break_spaces(text)
    return _Verdict(encoding, decoded, _effect(text, decoded, encoding))


def _judge(text: str) -> tuple[_Verdict | None, bool]:
    """The best candidate if it holds, and whether the text is in an old encoding at all."""
    verdicts: list[_Verdict] = []
    for encoding in _candidates(text):
        verdict = _verdict(text, encoding)
        if verdict.is_plain:
            return verdict, True
        verdicts.append(verdict)
    if not verdicts:
        return None, False
    best = max(verdicts, key=lambda verdict: verdict.rank)  # the first of equals: the order of the candidates
    tied = any(other.rank == best.rank and other.decoded != best.decoded for other in verdicts if other is not best)
    if best.holds and not tied:
        return best, True
    return None, best.effect.repaired >= 3 or (tied and best.holds)


# ---------------------------------------------------------------- a block
_PRIVATE_CODE = re.compile("(?<=[A-Za-z])[\uf0a1-\uf0fe]|[\uf0a1-\uf0fe](?=[a-z])")
_PRIVATE = {0xF000 + code: chr(code) for code in range(0x20, 0x100)}


def decode_block(text: str, font: str | None = None) -> Decoding:
    """A paragraph or group of lines in Unicode: by its font where that is an old one, else by the text itself."""
    known = font_encoding(font) if font else None
    if font and known:
        decoded = decode_run(text, font)
        return Decoding(decoded, known.encoding if decoded != text else None, 1.0)
    return _by_itself(text, begins=True)


def _by_itself(text: str, *, begins: bool) -> Decoding:
    """By the text alone; `begins`: whether a sentence begins with it."""
    given = text.translate(_PRIVATE) if len(_PRIVATE_CODE.findall(text)) > 2 else text
    verdict, legacy = _judge(given)
    if verdict is None:
        return Decoding(text, None, 0.3 if legacy else 1.0)
    return Decoding(_finished(verdict, begins=begins), verdict.encoding, verdict.confidence)


def _finished(verdict: _Verdict, *, begins: bool = True) -> str:
    return sentence_case(verdict.decoded, begins=begins) if verdict.encoding == "tcvn3" else verdict.decoded


# ---------------------------------------------------------------- blocks beside each other
def decode_blocks(blocks: Sequence[str]) -> list[Decoding]:
    """Each block by itself, and those of few words by the blocks around them."""
    begins = [at == 0 or _ENDED.search(blocks[at - 1]) is not None for at in range(len(blocks))]
    found = [_by_itself(block, begins=start) for block, start in zip(blocks, begins, strict=True)]
    if all(decoding.encoding is None for decoding in found):
        return found
    told = [_told(block, decoding) for block, decoding in zip(blocks, found, strict=True)]
    before = list(accumulate(told, _latest))
    after = list(accumulate(reversed(told), _latest))[::-1]
    for at, block in enumerate(blocks):
        sides = (before[at], after[at])
        if told[at] is None and (not block.isascii() or ("viqr" in sides and _VIQR_SIGN.search(block))):
            found[at] = _by_neighbours(block, found[at], sides, begins=begins[at])
    return found


_ENDED = re.compile(r"(?:\A|[^\w,\s-]|[A-Z]{2,})\s*\Z")  # after such a block a sentence begins
_UNICODE = "utf-8"
_SURE = 0.9


def _told(block: str, decoding: Decoding) -> str | None:
    """The encoding of a block that needs no neighbours to tell."""
    if decoding.encoding:
        return decoding.encoding if decoding.confidence >= _SURE else None
    return _UNICODE if _LATER.search(block) and mojibake_share(block) <= 0.02 else None


def _latest(before: str | None, this: str | None) -> str | None:
    return before if this is None else this


def _by_neighbours(block: str, alone: Decoding, sides: tuple[str | None, str | None], *, begins: bool) -> Decoding:
    """A block of a few words: in the encoding on both sides if that harms nothing, in that of one side if it mends."""
    verdicts = [_verdict(block, encoding) for encoding in dict.fromkeys(sides) if encoding and encoding != _UNICODE]
    if not verdicts:
        return alone
    best = max(verdicts, key=lambda verdict: verdict.rank)
    effect = best.effect
    least = 1 if len(set(sides) - {None}) > 1 else 0
    if effect.repaired >= least and effect.damaged == 0 and effect.repaired + effect.kept >= effect.failed:
        return Decoding(_finished(best, begins=begins), best.encoding, _SURE)
    if alone.encoding:
        return alone
    return Decoding(block, None, 0.3 if effect.repaired or effect.damaged > 1 else 1.0)


_LINES = re.compile(r"[^\n]*\n|[^\n]+")


def decode_text(text: str) -> TextDecoding:
    """A text of many lines, each judged as a block."""
    if not (_STRANGE if _HIGH_LETTER.search(text) else _VIQR_SIGN).search(text):
        return TextDecoding(text, None, 1.0)
    lines = _LINES.findall(text)
    found = decode_blocks(lines)
    letters: Counter[str] = Counter()
    sure = 0.0
    undecided: list[Span] = []
    at = 0
    for decoding in found:
        end = at + len(decoding.text)
        if decoding.encoding:
            letters[decoding.encoding] += len(decoding.text)
            sure += decoding.confidence * len(decoding.text)
        elif decoding.confidence < UNDECIDED:
            undecided.append(Span(at, end))
        at = end
    if not letters:
        return TextDecoding(text, None, 1.0, tuple(undecided))
    whole = "".join(decoding.text for decoding in found)
    return TextDecoding(whole, letters.most_common(1)[0][0], round(sure / letters.total(), 3), tuple(undecided))
