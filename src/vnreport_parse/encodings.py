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

from .legacy import DECODERS, decode_run, font_encoding, mojibake_share, sentence_case
from .spans import Span
from .syllables import is_syllable

__all__ = ["UNDECIDED", "Decoding", "TextDecoding", "decode_block", "decode_blocks", "decode_run", "decode_text", "font_encoding"]

UNDECIDED = 0.5  # a confidence below says: in some old encoding, and the text is as it was


class Decoding(NamedTuple):
    """A block in Unicode. `encoding` is None where nothing was changed; `confidence` below `UNDECIDED`: it should have been."""

    text: str
    encoding: str | None
    confidence: float


class TextDecoding(NamedTuple):
    """A text in Unicode. `encoding` is the one of most letters, None where nothing was changed; `undecided` lines are as they were."""

    text: str
    encoding: str | None
    confidence: float
    undecided: tuple[Span, ...] = ()


# ---------------------------------------------------------------- signs of each encoding
_LATER = re.compile("[\u1ea0-\u1ef9]")
_VNI_PAIR = re.compile("[AEOUYaeouy\u00d4\u00f4\u00d6\u00f6][\u00d9\u00d8\u00db\u00d5\u00cf\u00f9\u00f8\u00fb\u00f5\u00ef]|[AEOaeo][\u00c2\u00c1\u00c0\u00c5\u00c3\u00c4\u00e2\u00e1\u00e0\u00e5\u00e3\u00e4]|[Aa][\u00ca\u00c9\u00c8\u00da\u00dc\u00cb\u00ea\u00e9\u00e8\u00fa\u00fc\u00eb]")  # fmt: skip
_MARKS = re.compile("[\u0300-\u0323]")
_LOOSE_TONE = re.compile("[aeiouy\u00e2\u00ea\u00f4\u00e3\u00f5\u00fd][\u00cc\u00ec\u00d2\u00f2\u00de\u00fe]", re.IGNORECASE)
_TCVN3_GLYPH = re.compile("[\u00a1-\u00ae\u00b5-\u00b9\u00bb-\u00be\u00c6-\u00cc\u00ce-\u00d8\u00dc-\u00df\u00e1-\u00ef\u00f1-\u00fe]")
_HIGH = re.compile("[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]")  # fmt: skip
_VIQR_SIGN = re.compile(r"[aeo]\^|[ou]\+|a\(|dd|[aeiouy^(+]['`?~.](?=[a-z])", re.IGNORECASE)


def _share(pattern: re.Pattern[str], text: str) -> float:
    return len(pattern.findall(text)) / max(len(text), 1)


def _candidates(text: str) -> list[str]:
    """The encodings that the shares allow, the likeliest first; empty where the text is Unicode, or has no letters with marks."""
    if text.isascii():
        return ["viqr"] if _share(_VIQR_SIGN, text) > 0.05 else []
    if mojibake_share(text) > 0.02:
        return ["utf-8-as-cp1252"]
    if _share(_LATER, text) > 0.02:
        return []
    found = []
    if _share(_VNI_PAIR, text) > 0.05:
        found.append("vni")
    if _share(_MARKS, text) > 0.03:  # loose marks: `normalise` composes them
        return []
    if _share(_LOOSE_TONE, text) > 0.03:
        found.append("windows-1258")
    if _share(_TCVN3_GLYPH, text) > 0.06:
        found.append("tcvn3")
    if _share(_HIGH, text) > 0.06:
        found += ["viscii", "vps"]
    return found


# ---------------------------------------------------------------- what a decoder does to the words
_PARTS = re.compile(r"[^\s!-/:-@\[-`{-~\d]+")
_SPACED = re.compile(r"\S+")
_AROUND = "“”‘’«»–—…•\u00a0.,;:!?()\"'"
# The commonest syllables with marks: a block of few words is judged by them too.
_COMMON = frozenset(
    "báo bộ các cả cần chính chỉ chủ cho chức có còn công cơ cộng của đã đại đảng đảm đầu đây để đến đề đều điều đó độ động đồng đơn "
    "đoàn đốc được giáo giữ hạ hành hiện hiểu hòa hoạt học hội họp hợp kế kết khai khen khi khác không kiến kỳ là làm lãnh lệ lập "
    "liên lợi luật lý mặt một mới năm này nên ngày nghị nghĩa nghiệp người nhà nhân nhất nhiệm những nội phải pháp phòng phó phổ phủ "
    "phương quan quả quản quốc quyền quy quyết ra sản sau số sở tác tài tại tạo tập tặng tế thành tháng thể theo thi thị thiện thông "
    "thống thời thực thủ thưởng tỉnh tích tiến tiếp tổ tổng toàn trên trình trong trưởng trường từ tư và vào văn vệ về vị việc viên "
    "việt vụ với xã xây xét ý ủy uỷ ban điểm đối hạng".split()
)  # fmt: skip


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
    parts = _SPACED if encoding == "viqr" else _PARTS
    before, after = parts.findall(text), parts.findall(decoded)
    if len(before) != len(after):
        return _Effect(0, 1, 0, 0, 0)
    tally: Counter[tuple[bool, bool]] = Counter()
    common = 0
    for old, new in zip(before, after, strict=True):
        word = new.strip(_AROUND)
        if (old.isascii() and old == new) or not word or (len(old) == 1 and not old.isalpha()):
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
        return round(self.effect.share * (1 - 0.5 ** max(self.effect.repaired, 1)), 3)

    def holds(self, least: int) -> bool:
        """Whether at least so many words speak for it, and few against."""
        effect = self.effect
        return effect.repaired - 2 * effect.damaged >= least and effect.share >= 0.7


def _verdict(text: str, encoding: str) -> _Verdict:
    decoded = DECODERS[encoding](text)
    return _Verdict(encoding, decoded, _effect(text, decoded, encoding))


def _judge(text: str) -> tuple[_Verdict | None, bool]:
    """The best candidate if it holds, and whether the text is in an old encoding at all."""
    verdicts = [_verdict(text, encoding) for encoding in _candidates(text)]
    if not verdicts:
        return None, False
    best = max(verdicts, key=lambda verdict: verdict.rank)  # the first of equals: the order of the candidates
    tied = any(other.rank == best.rank and other.decoded != best.decoded for other in verdicts if other is not best)
    if best.holds(2) and not tied:
        return best, True
    return None, best.effect.repaired >= 3 or (tied and best.holds(2))


# ---------------------------------------------------------------- a block
_PRIVATE_CODE = re.compile("(?<=[A-Za-z])[\uf0a1-\uf0fe]|[\uf0a1-\uf0fe](?=[a-z])")
_PRIVATE = {0xF000 + code: chr(code) for code in range(0x20, 0x100)}


def decode_block(text: str, font: str | None = None) -> Decoding:
    """A paragraph or group of lines in Unicode: by its font where that is an old one, else by the text itself."""
    known = font_encoding(font) if font else None
    if font and known:
        decoded = decode_run(text, font)
        return Decoding(decoded, known.encoding if decoded != text else None, 1.0)
    given = text.translate(_PRIVATE) if len(_PRIVATE_CODE.findall(text)) > 2 else text
    verdict, legacy = _judge(given)
    if verdict is None:
        return Decoding(text, None, 0.3 if legacy else 1.0)
    return Decoding(_finished(verdict), verdict.encoding, verdict.confidence)


def _finished(verdict: _Verdict) -> str:
    return sentence_case(verdict.decoded) if verdict.encoding == "tcvn3" else verdict.decoded


# ---------------------------------------------------------------- blocks beside each other
def decode_blocks(blocks: Sequence[str]) -> list[Decoding]:
    """Each block by itself, and those too short to tell by the blocks around them."""
    found = [decode_block(block) for block in blocks]
    if all(decoding.encoding is None for decoding in found):
        return found
    told: list[str | None] = [d.encoding or _unicode(block) for d, block in zip(found, blocks, strict=True)]
    before = list(accumulate(told, _latest))
    after = list(accumulate(reversed(told), _latest))[::-1]
    for at, block in enumerate(blocks):
        if told[at] is None and not block.isascii():
            found[at] = _by_neighbours(block, before[at], after[at])
    return found


_UNICODE = "utf-8"


def _latest(before: str | None, this: str | None) -> str | None:
    return before if this is None else this


def _unicode(block: str) -> str | None:
    """Says `Unicode` of a block that surely is."""
    return _UNICODE if _LATER.search(block) and mojibake_share(block) <= 0.02 else None


def _by_neighbours(block: str, before: str | None, after: str | None) -> Decoding:
    """A block of a few words: in the encoding on both sides if that harms nothing, in that of one side if it mends."""
    sides = [encoding for encoding in dict.fromkeys((before, after)) if encoding and encoding != _UNICODE]
    verdicts = [_verdict(block, encoding) for encoding in sides]
    if not verdicts:
        return Decoding(block, None, 1.0)
    best = max(verdicts, key=lambda verdict: verdict.rank)
    effect = best.effect
    least = 1 if len({before, after} - {None}) > 1 else 0
    if effect.repaired >= least and effect.damaged == 0 and effect.repaired + effect.kept >= effect.failed:
        return Decoding(_finished(best), best.encoding, 0.9)
    return Decoding(block, None, 0.3 if effect.repaired or effect.damaged > 1 else 1.0)


_LINES = re.compile(r"[^\n]*\n|[^\n]+")


def decode_text(text: str) -> TextDecoding:
    """A text of many lines, each judged as a block."""
    if text.isascii() and not _VIQR_SIGN.search(text):
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
