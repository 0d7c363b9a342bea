"""How a page sets its text, as far as it tells what the text is: emphasis, capitals, the font, what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element

_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,4000})\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"(?P<tag>[a-zA-Z][\w:]*)?(?:\.(?P<name>[\w-]+))?")
_DECLARATION = re.compile(r"\s*([\w-]+)\s*:\s*((?:[^;\"']|\"[^\"]*\"|'[^']*')*)")
_MOST_RULES = 5_000
_HIDDEN = re.compile(r"display:none|visibility:hidden|mso-hide:all|mso-element:comment")
_BOLD = re.compile(r"bold|bolder|[6-9]00")
_EMPHASIS = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_USED = ("font", "text-transform", "list-style", "white-space", "border", "display", "visibility", "mso-hide")


class Look(NamedTuple):
    """The look of a stretch of text."""

    bold: bool = False
    capitals: bool = False
    font: str = ""
    keeps_blanks: bool = False


class StyleSheet:
    """The rules of a page for tags and classes; every other kind of rule is passed over."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._rules: dict[tuple[str, str], dict[str, str]] = {}
        left = _MOST_RULES
        for sheet in sheets:
            for found in _RULE.finditer(_COMMENT.sub(" ", sheet)):
                if left > 0:
                    left -= 1
                    self._add(found[1], _declarations(found[2]))

    def _add(self, selectors: str, declared: dict[str, str]) -> None:
        used = {name: value for name, value in declared.items() if name.startswith(_USED)}
        for selector in selectors.split(",") if used else ():
            simple = _SELECTOR.fullmatch(selector.strip())
            if simple and simple[0]:
                self._rules.setdefault(((simple["tag"] or "").lower(), simple["name"] or ""), {}).update(used)

    def style(self, element: Element) -> dict[str, str]:
        """What is declared for an element: by its tag, its classes, itself."""
        found: dict[str, str] = {}
        tag = str(element.tag)
        if self._rules:
            found |= self._rules.get((tag, ""), {})
            for name in element.get("class", "").split():
                found |= self._rules.get(("", name), {}) | self._rules.get((tag, name), {})
        own = element.get("style")
        return found | _declarations(own) if own else found

    def look(self, element: Element, outer: Look) -> Look:
        """The look of an element inside text of the look `outer`."""
        tag = str(element.tag)
        declared = self.style(element)
        bold, capitals, font, keeps = outer
        if tag in _EMPHASIS:
            bold = True
        weight = declared.get("font-weight") or declared.get("font", "")
        if weight:
            bold = bool(_BOLD.search(weight)) or (bold and "font-weight" not in declared)
        case = declared.get("text-transform")
        if case:
            capitals = case == "uppercase"
        face = declared.get("font-family") or (element.get("face", "") if tag == "font" else "")
        if face:
            font = face.split(",")[0].strip().strip("'\"")
        blanks = declared.get("white-space")
        if tag == "pre" or blanks:
            keeps = tag == "pre" or str(blanks).startswith("pre")
        return Look(bold, capitals, font, keeps)

    def is_hidden(self, element: Element) -> bool:
        """Whether the page does not show an element."""
        if element.get("hidden") is not None or element.get("aria-hidden") == "true":
            return True
        own = element.get("style")
        if own and _HIDDEN.search(own.replace(" ", "").lower()):
            return True
        declared = self.style(element) if element.get("class") else {}
        return declared.get("display") == "none" or declared.get("visibility") == "hidden"


def _declarations(text: str) -> dict[str, str]:
    found = {}
    for part in _DECLARATION.finditer(text[:4000]):
        value = part[2].replace("!important", "").strip()
        found[part[1].lower()] = value if part[1].lower() == "font-family" else value.lower()
    return found
