"""The document on a page: menus, forms and whatever else surrounds it are left out."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ..patterns import fold

SKIPPED = frozenset(
    "script style noscript template head title meta link iframe object embed applet svg math canvas audio video map button select "
    "option optgroup textarea datalist input progress dialog menu del xml".split()
)
_AROUND = frozenset({"nav", "aside", "footer", "header", "menu"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "toolbar"})
_CONTAINERS = frozenset("body div section article main center form table tbody tr td font span".split())
_PARTS = frozenset({"tbody", "tr"})  # read as parts of their table
_DENSE = frozenset("div ul ol dl nav aside section table td header footer center menu".split())
# What opens and what closes a Vietnamese administrative document, and what stands in between.
_OPENING = re.compile(r"cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa|độc\s+lập\s*[-–—]?\s*tự\s+do|đảng\s+cộng\s+sản\s+việt\s+nam")
_CLOSING = re.compile(r"nơi\s+nhận\s*[:;]|\b(?:kt|tm|tl|tuq)\s*\.\s*\w")
_WITHIN = re.compile(r"\bsố\s*:|căn\s+cứ|kính\s+gửi\s*:|điều\s+1\b|báo\s+cáo|quyết\s+định")
_ALMOST_ALL = 0.98
_MOST = 0.8
_HALF = 0.5
_LEAST = 0.2
_SHORT = 2_000


class Weight(NamedTuple):
    """Letters of an element, those of them in links, and its links."""

    letters: int
    linked: int
    links: int

    @property
    def running(self) -> int:
        """Letters outside links."""
        return self.letters - self.linked


def weigh(root: Element) -> dict[Element, Weight]:
    """The weight of each element below `root`, itself included."""
    found: dict[Element, Weight] = {}
    stack = [(root, False)]
    while stack:
        element, seen = stack.pop()
        if not seen:
            stack.append((element, True))
            stack += [(child, False) for child in element]
            continue
        letters = _letters(element.text)
        linked = links = 0
        for child in element:
            inner = found.get(child, Weight(0, 0, 0))
            letters += inner.letters + _letters(child.tail)
            linked += inner.linked
            links += inner.links
        found[element] = (
            Weight(letters, letters, 1) if element.tag == "a" and element.get("href") else Weight(letters, linked, links)
        )
    return found


def _letters(text: str | None) -> int:
    return len("".join(text.split())) if text else 0


def main_element(root: Element, weights: dict[Element, Weight]) -> Element:
    """The smallest element that holds the document: nearly all running text, or the marks of its beginning and its end."""
    found = node = root
    while (inner := _dominant(node, weights)) is not None:
        node = inner
        if node.tag not in _PARTS:
            found = node
    return found


def _dominant(node: Element, weights: dict[Element, Weight]) -> Element | None:
    """The child that holds the document of a node, None where its parts lie in several."""
    children = [child for child in node if child.tag in _CONTAINERS]
    heaviest = max(children, key=lambda child: weights[child].running, default=None)
    if heaviest is None or not weights[node].running:
        return None
    share = weights[heaviest].running / weights[node].running
    if share >= _ALMOST_ALL:
        return heaviest
    whole = marks_of(node)
    for child in sorted(children, key=lambda child: -weights[child].running)[:3]:
        share = weights[child].running / weights[node].running
        if share < _LEAST:
            break
        inside = marks_of(child)
        if inside != whole:
            continue
        if sum(whole) >= 2 and whole[0] and whole[1] or share >= (_HALF if sum(whole) else _MOST):
            return child
    return None


def marks_of(element: Element) -> tuple[bool, bool, bool]:
    """Whether an element has what opens a document, what closes it, what stands within."""
    text = fold("".join(element.itertext()))
    return bool(_OPENING.search(text)), bool(_CLOSING.search(text)), bool(_WITHIN.search(text))


def is_around(element: Element, weights: dict[Element, Weight]) -> bool:
    """Whether an element inside the document is none of it: navigation, a list of links."""
    tag, weight = element.tag, weights.get(element, Weight(0, 0, 0))
    dense = weight.links >= 2 and weight.linked >= 0.7 * weight.letters and weight.letters < _SHORT * 10
    if tag in _AROUND or element.get("role", "") in _ROLES:
        return not any(marks_of(element)[:2]) and (weight.letters < _SHORT or dense)
    return tag in _DENSE and dense and not any(marks_of(element))
