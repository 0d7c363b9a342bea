"""Automatic numbering: the labels of paragraphs as Word prints them, out of numbering.xml.

A paragraph names a list (`w:num`) and a level. A list is made from a pattern (`w:abstractNum`), and all lists made from one
pattern count on together, until one of them restarts a level (`w:startOverride`) where it is first used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from .docx_styles import NO_MARKS, VAL, NumberProps, RunMarks, Styles, W, flag, whole
from .docx_symbols import bullet

_LEVELS = 9
_LONGEST_TEXT = 31  # Word takes no more
_LARGEST = 1_000_000
_LONGEST_CHAIN = 10
_CHOSEN = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_PLACEHOLDER = re.compile(r"%([1-9])")
_UNNUMBERED = re.compile(r"\0[.,\-)/]?")  # a level without numbers goes with the stop after it
_ROMAN = tuple(zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split(), strict=True))


# ---------------------------------------------------------------- numbers in words and letters
def _roman(number: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        out += letters * (number // value)
        number %= value
    return out


def _letters(number: int) -> str:
    """Letters a … z, aa, bb … zz, aaa: Word repeats the letter."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def written(number: int, form: str) -> str:
    """A number in one of Word's formats; in digits where the format is not known, or does not reach so far."""
    if form in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    if form in ("upperLetter", "lowerLetter") and 0 < number <= 780:
        return _letters(number).upper() if form == "upperLetter" else _letters(number)
    if form.startswith("decimalZero"):
        return str(number).zfill(int(form[len("decimalZero") :] or 2))
    if form == "numberInDash":
        return f"- {number} -"
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 0 < number <= 20:
        return chr(0x2460 + number - 1)
    return str(number)


# ---------------------------------------------------------------- patterns and lists
@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False  # all numbers of the label in digits
    restart: int | None = None  # after which level (from 1) it starts anew; 0: never; None: after any level above
    style: str | None = None
    marks: RunMarks = NO_MARKS


@dataclass(slots=True)
class _List:
    pattern: str
    levels: dict[int, _Level]
    overrides: dict[int, int] = field(default_factory=dict)

    def start(self, level: int) -> int:
        return self.overrides.get(level, self.at(level).start)

    def at(self, level: int) -> _Level:
        return self.levels.get(level, _NO_LEVEL)


_NO_LEVEL = _Level()


class Label(NamedTuple):
    """What Word prints before a paragraph; `marks` are what the level says of its look."""

    text: str
    marks: RunMarks


class Lists:
    """The lists of one document."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._patterns: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        for item in root if root is not None else ():
            if item.tag == f"{W}abstractNum":
                self._patterns[item.get(f"{W}abstractNumId", "")] = item
            elif item.tag == f"{W}num":
                self._nums[item.get(f"{W}numId", "")] = item
        self._lists: dict[str, _List | None] = {}

    def find(self, num: str) -> _List | None:
        """The list of an id; None where there is none, as for 0."""
        if num not in self._lists:
            self._lists[num] = self._build(num)
        return self._lists[num]

    def level(self, props: NumberProps) -> int:
        """The level of a paragraph whose style names the list: the level that names the style, else as given."""
        found = self.find(props.num or "")
        for style in props.styles if found else ():
            for number, level in found.levels.items() if found else ():
                if level.style == style:
                    return number
        return props.level or 0

    def _build(self, num: str) -> _List | None:
        element = self._nums.get(num)
        if element is None:
            return None
        pattern = self._pattern(element)
        levels = self._levels(self._patterns[pattern]) if pattern in self._patterns else {}
        overrides: dict[int, int] = {}
        for override in element.iterfind(f"{W}lvlOverride"):
            number = whole(override.get(f"{W}ilvl"), 0, _LEVELS - 1) or 0
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[number] = self._level(own)
            start = override.find(f"{W}startOverride")
            if start is not None:
                overrides[number] = whole(start.get(VAL), 0, _LARGEST) or 0
        return _List(pattern, levels, overrides) if levels else None

    def _pattern(self, num: Element) -> str:
        """The id of the pattern of a list, through the list styles that lie between."""
        name = ""
        for _ in range(_LONGEST_CHAIN):
            reference = num.find(f"{W}abstractNumId")
            name = reference.get(VAL, "") if reference is not None else ""
            pattern = self._patterns.get(name)
            link = pattern.find(f"{W}numStyleLink") if pattern is not None else None
            further = self._nums.get(self._styles.list_of(link.get(VAL, "")) or "") if link is not None else None
            if further is None:
                break
            num = further
        return name

    def _levels(self, pattern: Element) -> dict[int, _Level]:
        """The levels by their numbers; programs that leave the number out give them in order."""
        levels: dict[int, _Level] = {}
        for at, element in enumerate(pattern.findall(f"{W}lvl")[:_LEVELS]):
            number = whole(element.get(f"{W}ilvl"), 0, _LEVELS - 1)
            levels[at if number is None else number] = self._level(element)
        return levels

    def _level(self, element: Element) -> _Level:
        values = {item.tag: item.get(VAL) for item in element}
        return _Level(
            start=whole(values.get(f"{W}start"), 0, _LARGEST) or 0,
            form=_form(element),
            text=(values.get(f"{W}lvlText") or "")[:_LONGEST_TEXT],
            legal=bool(flag(element.find(f"{W}isLgl"))),
            restart=whole(values.get(f"{W}lvlRestart"), 0, _LEVELS),
            style=values.get(f"{W}pStyle"),
            marks=self._styles.marks(element.find(f"{W}rPr")),
        )


def _form(level: Element) -> str:
    """The number format. `01, 02` and `001, 002` of newer programs stand beside what older ones show."""
    found = level.find(f"{W}numFmt")
    if found is None:
        chosen = level.find(f".//{_CHOSEN}/{W}numFmt")
        found = chosen if chosen is not None else level.find(f".//{W}numFmt")
    if found is None:
        return "decimal"
    first = found.get(f"{W}format", "").partition(",")[0]
    if found.get(VAL) == "custom" and first.isdigit():
        return f"decimalZero{min(len(first), 9)}"
    return found.get(VAL, "decimal")


# ---------------------------------------------------------------- counting
class Counter:
    """Counts the numbered paragraphs of one text."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, list[int | None]] = {}
        self._restarted: set[str] = set()

    def label(self, num: str, level: int) -> Label | None:
        """The label of the next paragraph of a list; None where the list is none."""
        found = self._lists.find(num)
        if found is None:
            return None
        counts = self._count(num, level, found)
        own = found.at(level)
        text = bullet(own.text, own.marks.font or "") if own.form == "bullet" else self._text(found, own, counts)
        return Label(text, own.marks) if text else None

    def _count(self, num: str, level: int, found: _List) -> list[int | None]:
        """The counts of the list's pattern after one more paragraph at `level`."""
        counts = self._counts.setdefault(found.pattern, [None] * _LEVELS)
        for above in range(level):  # a sub-item without an item above begins the item
            if counts[above] is None:
                counts[above] = found.start(above)
        now = counts[level]
        if level in found.overrides and num not in self._restarted:  # once a list; later it counts on
            self._restarted.add(num)
            counts[level] = found.overrides[level]
        else:
            counts[level] = found.start(level) if now is None else min(now + 1, _LARGEST)
        for below in range(level + 1, _LEVELS):
            restart = found.at(below).restart
            if restart is None or level < restart:
                counts[below] = None
        return counts

    def _text(self, found: _List, own: _Level, counts: list[int | None]) -> str:
        """The label's text: `%1.%2` with the numbers of the levels."""
        if own.form == "none" and "%" not in own.text:
            return own.text.strip()

        def number(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            level, count = found.at(at), counts[at]
            if level.form == "none":
                return "\0"
            if count is None or level.form == "bullet":
                return ""
            return written(count, "decimal" if own.legal and not level.form.startswith("decimalZero") else level.form)

        return _UNNUMBERED.sub("", _PLACEHOLDER.sub(number, own.text)).strip()
