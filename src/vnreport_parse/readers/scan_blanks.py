"""The number and the day that are written by hand into the blanks of a letterhead: `Số: 46 /TB-UBND`, `ngày 24 tháng 01`.

Recognition trained on print is wrong about handwriting more often than right, however sure it is. So a number that does not
look printed is read again in many ways by two models, and stands only where they agree; else it stays blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .scan_image import Picture
from .scan_ocr import DIGITS_MODEL, Token, read_digits

_HEAD = 0.3  # of the page, from its upper edge
_LABEL = re.compile(r"(?P<label>số:?)(?P<number>\d*)", re.IGNORECASE)
_PRINTED = 0.9  # confidence of printed digits
_WIDEST = 0.8  # width of a printed digit by its height; what is wider holds more than was read
_ROOM = 0.3
_SURE, _WAYS = 0.8, 4  # of a reading, and how many of six must be so sure
_SEEN = 0.3  # of a reading by the other model
_UNCERTAIN = 0.55  # of a number that was read by hand, always
_INK = 150  # brightness
_LEAST_INK = 0.01  # of a blank
_HEM = 10  # pixels above and below
_LABEL_WIDTH = 1.35  # of `Số:` by its height
_NUMBER, _DAY = "Số:", "ngày"
_LARGEST = {_DAY: 31, _NUMBER: 99_999}


class _Blank(NamedTuple):
    """A number between two words: their places among the words, its own if it is a word, the digits read, the label."""

    before: int
    own: int | None
    after: int
    read: str
    label: str


def with_blanks(name: str, image: Picture, tokens: list[Token]) -> tuple[list[Token], list[str]]:
    """The words, with the numbers of the letterhead as far as they can be relied on, and where one is written that cannot be."""
    changed: list[Token | None] = list(tokens)
    unread: list[str] = []
    for blank in _blanks(tokens, image.height):
        said = tokens[blank.before if blank.own is None else blank.own]
        if blank.read and _looks_printed(said, blank):
            continue
        box = _place(tokens, blank)
        if not _has_ink(image, box):
            continue
        number = _agreed(read_digits(name, image.crop(box)), blank.label)
        if number is None:
            unread.append(f"{blank.label} … {tokens[blank.after].text}")
        label = tokens[blank.before]
        if blank.own is not None:
            changed[blank.own] = said._replace(text=number, confidence=_UNCERTAIN) if number else None
        elif blank.read or number:
            text = _LABEL.sub(r"\g<label>", label.text) + (number or "")
            changed[blank.before] = label._replace(
                text=text, confidence=min(label.confidence, _UNCERTAIN) if number else label.confidence
            )
    return [token for token in changed if token is not None], unread


def _blanks(tokens: list[Token], height: int) -> Iterator[_Blank]:
    order = sorted((at for at, token in enumerate(tokens) if token.baseline < _HEAD * height), key=lambda at: tokens[at].box[0])
    for at in order:
        word = tokens[at].text
        label = _LABEL.fullmatch(word)
        if label is None and word.lower() != _DAY:
            continue
        right = [to for to in order if _goes_on(tokens[at], tokens[to])][:2]
        for count, to in enumerate(right):
            own = right[0] if count else None
            read = tokens[own].text if own is not None else label["number"] if label else ""
            ends = tokens[to].text[:1] == "/" and len(tokens[to].text) > 2 if label else tokens[to].text.lower() == "tháng"
            if ends and len(read) <= len("99999"):
                yield _Blank(at, own, to, read, _NUMBER if label else _DAY)
                break


def _goes_on(one: Token, other: Token) -> bool:
    """Whether a word stands to the right of another on the same line."""
    return (
        other.box[0] >= (one.box[0] + one.box[2]) / 2 and abs(other.baseline - one.baseline) < one.height / 2 and other is not one
    )


def _looks_printed(said: Token, blank: _Blank) -> bool:
    """Whether digits are as sure and as narrow as print is. `Số:46` is a label and a number: its width tells nothing."""
    if said.confidence < _PRINTED or not blank.read.isdigit():
        return False
    return blank.own is None or said.box[2] - said.box[0] < (_WIDEST * len(blank.read) + _ROOM) * said.height


def _place(tokens: list[Token], blank: _Blank) -> tuple[int, int, int, int]:
    """The blank between the two words; the label may have been read as one word with what is written behind it."""
    before, after = tokens[blank.before], tokens[blank.after]
    left = before.box[2]
    if blank.label == _NUMBER:
        left = min(left, before.box[0] + _LABEL_WIDTH * before.height)
    top, bottom = min(before.box[1], after.box[1]), max(before.box[3], after.box[3])
    return int(left), max(int(top) - _HEM, 0), int(max(after.box[0], left + 1)), int(bottom) + _HEM


def _has_ink(image: Picture, box: tuple[int, int, int, int]) -> bool:
    histogram = image.crop(box).histogram()
    return bool(sum(histogram[:_INK]) >= _LEAST_INK * sum(histogram))


def _agreed(readings: list[tuple[str, str, float]], label: str) -> str | None:
    """The number that the model for digits is sure of in most ways, and of no other, and that the other model saw as well.

    Of 320 numbers put together from the handwritten digits of many people this took 11, all of them right; laxer rules took
    up to 21, of which every fifth was wrong.
    """
    sure = [digits for model, digits, confidence in readings if model == DIGITS_MODEL and confidence >= _SURE]
    if len(sure) < _WAYS or len(set(sure)) > 1:
        return None
    seen = any(model != DIGITS_MODEL and digits == sure[0] and confidence >= _SEEN for model, digits, confidence in readings)
    return sure[0] if seen and 0 < int(sure[0]) <= _LARGEST[label] else None
