"""Lists as a browser numbers them."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_BULLETS = {"none": "", "circle": "○", "square": "▪", "disc": "•"}
_NUMBERS = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_TYPES = _NUMBERS | dict(zip(_BULLETS, _BULLETS, strict=True))  # of the attribute
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
          (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 3999


def roman(number: int) -> str:
    """A number from 1 to 3999 in small Roman numerals."""
    found = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        found += letters * times
    return found


def alphabetic(number: int) -> str:
    """1 as `a`, 26 as `z`, 27 as `aa`."""
    found = ""
    while number > 0:
        number, at = divmod(number - 1, 26)
        found = chr(ord("a") + at) + found
    return found


def _whole(text: str | None) -> int | None:
    try:
        return int(text) if text and len(text) < 8 else None
    except ValueError:
        return None


class Numbering:
    """Counts the items of one list."""

    def __init__(self, element: Element, style: dict[str, str]) -> None:
        self._ordered = element.tag == "ol"
        declared = style.get("list-style-type") or style.get("list-style") or _TYPES.get(element.get("type", ""), "")
        self._type = next((word for word in declared.split() if word), "decimal" if self._ordered else "disc")
        start = _whole(element.get("start"))
        self._step = -1 if element.get("reversed") is not None else 1
        items = sum(child.tag == "li" for child in element)
        self._next = start if start is not None else (items if self._step < 0 else 1)

    def marker(self, item: Element, style: dict[str, str]) -> str:
        """What stands before an item, with a blank after it; nothing where the list has no markers."""
        value = _whole(item.get("value"))
        number = self._next if value is None or not self._ordered else value
        self._next = number + self._step
        own = style.get("list-style-type") or style.get("list-style", "").split(" ")[0] or _TYPES.get(item.get("type", ""))
        kind = own or self._type
        if kind in _BULLETS or not (self._ordered or own or self._type in _NUMBERS.values()):
            sign = _BULLETS.get(kind, "•")
            return f"{sign} " if sign else ""
        return f"{_printed(number, kind)}. "


def _printed(number: int, kind: str) -> str:
    if kind in ("lower-roman", "upper-roman") and 0 < number <= _MOST:
        text = roman(number)
    elif kind in ("lower-alpha", "upper-alpha", "lower-latin", "upper-latin") and number > 0:
        text = alphabetic(number)
    elif kind == "decimal-leading-zero":
        text = f"{number:02d}"
    else:
        text = str(number)
    return text.upper() if kind.startswith("upper") else text
