"""Styles of a DOCX: what a paragraph and a run look like after the chains of styles are resolved."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
VAL = f"{W}val"
_LONGEST_CHAIN = 50
_FONTS, _BOLD, _CAPS, _SMALL_CAPS, _HIDDEN = (f"{W}{name}" for name in ("rFonts", "b", "caps", "smallCaps", "vanish"))
_LETTERS = tuple((f"{W}{name}Theme", f"{W}{name}") for name in ("hAnsi", "ascii"))
_STYLE_KINDS = ("paragraph", "character", "table", "numbering")


def flag(element: Element | None) -> bool | None:
    """The value of an on/off property, None where it is not given."""
    return None if element is None else element.get(VAL, "true").lower() not in ("0", "false", "off", "none")


def whole(text: str | None, least: int, most: int) -> int | None:
    """A whole number within bounds, whatever the file says; None where it is none."""
    try:
        return min(max(int(text or ""), least), most)
    except ValueError:
        return None


class RunMarks(NamedTuple):
    """What one set of run properties says; None where it says nothing."""

    bold: bool | None = None
    caps: bool | None = None
    small_caps: bool | None = None
    hidden: bool | None = None
    font: str | None = None

    def over(self, base: RunMarks) -> RunMarks:
        """These marks, and those of `base` where these say nothing."""
        return RunMarks(
            base.bold if self.bold is None else self.bold,
            base.caps if self.caps is None else self.caps,
            base.small_caps if self.small_caps is None else self.small_caps,
            base.hidden if self.hidden is None else self.hidden,
            self.font or base.font,
        )


NO_MARKS = RunMarks()


class Look(NamedTuple):
    """How a run is printed."""

    bold: bool
    capitals: bool
    hidden: bool
    font: str


class NumberProps(NamedTuple):
    """The list of a paragraph and its level; the list `0` is none. `styles`: whose level the list may name."""

    num: str | None = None
    level: int | None = None
    styles: tuple[str, ...] = ()


class ParagraphStyle(NamedTuple):
    """A paragraph style with all it is based on."""

    marks: RunMarks = NO_MARKS
    number: NumberProps = NumberProps()
    tabs: tuple[int, ...] = ()
    contents: bool = False  # a line of a table of contents


def number_props(properties: Element | None) -> NumberProps:
    """The list and the level that paragraph properties name."""
    found = properties.find(f"{W}numPr") if properties is not None else None
    if found is None:
        return NumberProps()
    num, level = found.find(f"{W}numId"), found.find(f"{W}ilvl")
    return NumberProps(
        num.get(VAL) if num is not None else None,
        whole(level.get(VAL), 0, 8) if level is not None else None,
    )


def tab_stops(properties: Element | None) -> tuple[int, ...]:
    """The tab stops that paragraph properties set, in twentieths of a point."""
    found = properties.find(f"{W}tabs") if properties is not None else None
    if found is None:
        return ()
    places = (whole(tab.get(f"{W}pos"), 0, 31_680) for tab in found if tab.get(VAL) not in ("clear", "bar"))
    return tuple(sorted(place for place in places if place))


class Styles:
    """The styles of one document; chains are resolved once."""

    def __init__(self, root: Element | None, theme: Element | None) -> None:
        self._theme = _theme_fonts(theme)
        self._styles: dict[str, dict[str, Element]] = {kind: {} for kind in _STYLE_KINDS}
        self._default = ""  # the paragraph style of paragraphs that name none
        for style in root.iterfind(f"{W}style") if root is not None else ():
            kind, name = style.get(f"{W}type", "paragraph"), style.get(f"{W}styleId", "")
            if kind in self._styles:
                self._styles[kind][name] = style
            if kind == "paragraph" and style.get(f"{W}default", "0") in ("1", "true", "on"):
                self._default = name
        given = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        self._defaults = self.marks(given)
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._characters: dict[str, RunMarks] = {}
        self._looks: dict[tuple[str | None, str | None, RunMarks], Look] = {}

    # ------------------------------------------------------------ chains
    def _chain(self, kind: str, name: str | None) -> list[tuple[str, Element]]:
        """The style and those it is based on, the nearest first."""
        found: list[tuple[str, Element]] = []
        while name in self._styles[kind] and len(found) < _LONGEST_CHAIN:
            style = self._styles[kind][name]
            found.append((name, style))
            based = style.find(f"{W}basedOn")
            name = based.get(VAL, "") if based is not None else ""
        return found

    def paragraph(self, name: str | None) -> ParagraphStyle:
        """The paragraph style `name`, or the default one."""
        name = name if name in self._styles["paragraph"] else self._default
        if name not in self._paragraphs:
            self._paragraphs[name] = self._resolve(name)
        return self._paragraphs[name]

    def _resolve(self, name: str) -> ParagraphStyle:
        marks, number = NO_MARKS, NumberProps()
        tabs: tuple[int, ...] = ()
        names: list[str] = []
        contents = False
        for style_name, style in self._chain("paragraph", name):
            properties = style.find(f"{W}pPr")
            own = number_props(properties)
            if number.num is None:
                names.append(style_name)
                level = number.level if number.level is not None else own.level
                number = NumberProps(own.num, level, tuple(names))
            marks = marks.over(self.marks(style.find(f"{W}rPr")))
            tabs = tabs or tab_stops(properties)
            title = style.find(f"{W}name")
            contents = contents or title is not None and title.get(VAL, "").lower().startswith("toc ")
        return ParagraphStyle(marks, number, tabs, contents)

    def list_of(self, name: str) -> str | None:
        """The list behind a numbering style."""
        for _, style in self._chain("numbering", name):
            if num := number_props(style.find(f"{W}pPr")).num:
                return num
        return None

    def borders(self, name: str | None) -> Element | None:
        """The borders that a table style draws."""
        for _, style in self._chain("table", name):
            found = style.find(f"{W}tblPr/{W}tblBorders")
            if found is not None:
                return found
        return None

    # ------------------------------------------------------------ runs
    def marks(self, properties: Element | None) -> RunMarks:
        """What run properties say."""
        if properties is None:
            return NO_MARKS
        bold = caps = small = hidden = font = None
        for item in properties:
            tag = item.tag
            if tag == _FONTS:
                font = self._font(item)
            elif tag == _BOLD:
                bold = flag(item)
            elif tag == _CAPS:
                caps = flag(item)
            elif tag == _SMALL_CAPS:
                small = flag(item)
            elif tag == _HIDDEN:
                hidden = flag(item)
        return RunMarks(bold, caps, small, hidden, font)

    def _font(self, fonts: Element) -> str | None:
        """The font of letters beyond ASCII, where a legacy font shows."""
        for theme, plain in _LETTERS:
            themed = self._theme.get(fonts.get(theme, "")[:5])
            if themed or (font := fonts.get(plain)):
                return themed or font
        return None

    def look(self, paragraph: str | None, properties: Element | None) -> Look:
        """How a run with these properties is printed in a paragraph of that style."""
        direct = self.marks(properties)
        named = properties.find(f"{W}rStyle") if properties is not None else None
        character = named.get(VAL) if named is not None else None
        key = (paragraph, character, direct)
        if key not in self._looks:
            self._looks[key] = self._look(*key)
        return self._looks[key]

    def _look(self, paragraph: str | None, character: str | None, direct: RunMarks) -> Look:
        outer, inner = self.paragraph(paragraph).marks, self._character(character)

        def toggle(name: str) -> bool:
            """A property that two kinds of styles switch on is off again; what the run says holds."""
            own: bool | None = getattr(direct, name)
            if own is not None:
                return own
            return bool(getattr(outer, name)) != bool(getattr(inner, name)) or bool(getattr(self._defaults, name))

        font = direct.font or inner.font or outer.font or self._defaults.font or ""
        return Look(toggle("bold"), toggle("caps") or toggle("small_caps"), toggle("hidden"), font)

    def _character(self, name: str | None) -> RunMarks:
        if name is None:
            return NO_MARKS
        if name not in self._characters:
            marks = NO_MARKS
            for _, style in self._chain("character", name):
                marks = marks.over(self.marks(style.find(f"{W}rPr")))
            self._characters[name] = marks
        return self._characters[name]


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """The Latin fonts of the theme, by the first letters of what runs call them: `major`, `minor`."""
    found: dict[str, str] = {}
    for name in ("major", "minor"):
        font = theme.find(f".//{_A}{name}Font/{_A}latin") if theme is not None else None
        if font is not None and font.get("typeface"):
            found[name] = font.get("typeface", "")
    return found
