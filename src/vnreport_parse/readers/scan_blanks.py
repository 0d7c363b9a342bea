"""The number and the day that are written by hand into the blanks of a letterhead: `Số: 46 /TB-UBND`, `ngày 24 tháng 01`.

Recognition trained on print is wrong about handwriting more often than right, however sure it is. So a number that does not
look printed is read again: by a recogniser of handwriting, if it is installed, and then in many ways by two models for print.
It stands only where all ways to look at it agree; else it stays blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .scan_handwriting import Handwritten, handwritten
from .scan_image import Picture
from .scan_ocr import DIGITS_MODEL, Token, read_digits

_HEAD = 0.3  # of the page, from its upper edge
_LABEL = re.compile(r"(?P<label>số:?)(?P<number>\d*)", re.IGNORECASE)
_PRINTED = 0.9  # confidence of printed digits
_WIDEST = 0.8  # width of a printed digit by its height; what is wider holds more than was read
_ROOM = 0.3
_SURE, _WAYS = 0.8, 4  # of a reading, and how many of six must be so sure
_SEEN = 0.3  # of a reading by the other model
_MOST_SURE = 0.999  # that is ever said of handwriting
_UNCERTAIN = 0.55  # of a number that was read by hand, always
_INK = 150  # brightness
_LEAST_INK = 0.01  # of a blank
_HEM = 10  # pixels above and below
_TALLER = (0, 10, 20)  # pixels more, until writing that is taller than print is not cut
_LABEL_WIDTH = 1.35  # of `Số:` by its height
_NUMBER, _DAY = "Số:", "ngày"
_LARGEST = {_DAY: 31, _NUMBER: 99_999}


class Blanks(NamedTuple):
    """The words; the places where a number is written that cannot be relied on; those read from handwriting: `46 (99 %)`."""

    tokens: list[Token]
    unread: list[str]
    read: list[str]


class _Blank(NamedTuple):
    """A number between two words: their places among the words, its own if it is a word, the digits read, the label."""

    before: int
    own: int | None
    after: int
    read: str
    label: str


def with_blanks(name: str, image: Picture, tokens: list[Token]) -> Blanks:
    """The words, with the numbers of the letterhead as far as they can be relied on."""
    changed = [[token] for token in tokens]
    unread: list[str] = []
    read: list[str] = []
    for blank in _blanks(tokens, image.height):
        said = tokens[blank.before if blank.own is None else blank.own]
        if blank.read and _looks_printed(said, blank):
            continue
        box = _place(tokens, blank)
        if not _has_ink(image, box):
            continue
        by_hand = _by_hand(image, box, blank.label)
        number = by_hand.digits if by_hand else _agreed(read_digits(name, image.crop(box)), blank.label)
        if by_hand:
            sure = min(by_hand.confidence, _MOST_SURE)
            read.append(f"{blank.label} {number} {tokens[blank.after].text} ({sure:.1%})")
        elif number is None:
            unread.append(f"{blank.label} … {tokens[blank.after].text}")
        if blank.own is not None:
            changed[blank.own] = [said._replace(text=number, confidence=_UNCERTAIN)] if number else []
        elif blank.read or number:
            changed[blank.before] = _labelled(tokens[blank.before], blank.label, number, box)
    return Blanks([token for group in changed for token in group], unread, read)


def _labelled(token: Token, label: str, number: str | None, box: tuple[int, int, int, int]) -> list[Token]:
    """The label with the number of the blank behind it: `Số:46`, but `ngày 24`."""
    text = _LABEL.sub(r"\g<label>", token.text)
    if number is None:
        return [token._replace(text=text)]
    if label == _NUMBER:
        return [token._replace(text=text + number, confidence=min(token.confidence, _UNCERTAIN))]
    return [token, token._replace(text=number, box=(box[0], token.box[1], box[2], token.box[3]), confidence=_UNCERTAIN)]


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


def _by_hand(image: Picture, box: tuple[int, int, int, int], label: str) -> Handwritten | None:
    """The number that the recogniser of handwriting is sure of, in a crop that grows until the writing is not cut."""
    left, top, right, bottom = box
    for more in _TALLER:
        found = handwritten(image.crop((left, max(top - more, 0), right, min(bottom + more, image.height))))
        if found:
            return found if _can_stand(found.digits, label) else None
    return None


def _can_stand(digits: str, label: str) -> bool:
    return 0 < int(digits) <= _LARGEST[label]


def _agreed(readings: list[tuple[str, str, float]], label: str) -> str | None:
    """The number that the model for digits is sure of in most ways, and of no other, and that the other model saw as well.

    Of 320 numbers put together from the handwritten digits of many people this took 11, all of them right; laxer rules took
    up to 21, of which every fifth was wrong.
    """
    sure = [digits for model, digits, confidence in readings if model == DIGITS_MODEL and confidence >= _SURE]
    if len(sure) < _WAYS or len(set(sure)) > 1:
        return None
    seen = any(model != DIGITS_MODEL and digits == sure[0] and confidence >= _SEEN for model, digits, confidence in readings)
    return sure[0] if seen and _can_stand(sure[0], label) else None
