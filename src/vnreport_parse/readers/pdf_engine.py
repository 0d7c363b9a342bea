"""pypdfium2 at its lowest: the characters of a page with their boxes, its size, pictures, rules and annotations.

Boxes leave this module in points from the upper left corner of the page as it is shown.
"""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, NamedTuple

from ..errors import DamagedFile
from ..provenance import Box

Handle = Any  # what the engine hands out; it has no types
MAX_PAGES = 5_000
_PIXELS = 40_000_000  # of a rendered page
_OBJECTS = 50_000  # of a page, beyond which nobody looks for pictures and rules
_THIN = 2.5  # points: a rule, and no box
_RULE = 20.0  # points: shorter ones underline a word
_FRAME = 8.0
_FAR = 20_000.0  # points: no page is so wide
_NEAR = 6  # runs of letters that a shadow may follow
_SHADOW = 0.2  # of its height, by which a shadow stands lower at most
_EMPTY = 2  # bytes of a text without letters
# The engine's sign for a hyphen at the end of a line, and for a glyph without a letter.
_SIGNS = str.maketrans({0x02: "-", 0xFFFE: "-", 0: "\ufffd"})
_WORD = re.compile(r"\S+")


class Face(NamedTuple):
    """The name of a font, and its size as the file gives it, which a scale may alter."""

    name: str = ""
    size: float = 0.0


@dataclass(slots=True)
class RawPage:
    """What the engine says of a page. `boxes` has four floats a character of `text`: left, top, right, bottom.

    `own` counts the characters of the page itself; those after it come from annotations (stamps, fields).
    `faces` and `baselines` tell the font and the baseline of the first letter of each word. `pictured` is the
    share of the page under its largest picture, `drawn` whether it holds any drawing, `ruled` whether lines may
    enclose cells.
    """

    number: int
    width: float
    height: float
    rotation: int = 0
    text: str = ""
    boxes: array[float] = field(default_factory=lambda: array("f"))
    faces: dict[int, Face] = field(default_factory=dict)
    baselines: dict[int, float] = field(default_factory=dict)
    own: int = 0
    pictured: float = 0.0
    drawn: bool = False
    ruled: bool = False

    def turn_to(self, rotation: int) -> None:
        """Makes the page one that is shown turned by so many quarters, clockwise."""
        if (rotation - self.rotation) % 2:
            self.width, self.height = self.height, self.width
        self.rotation = rotation


class PdfFile:
    """An open PDF. Raises `DamagedFile` when it is none, is locked, or has too many pages."""

    def __init__(self, name: str, data: bytes) -> None:
        import pypdfium2  # type: ignore[import-untyped] # noqa: PLC0415
        from pypdfium2 import raw  # noqa: PLC0415

        self.name = name
        self._data = data
        self._raw = raw
        self._error: type[Exception] = pypdfium2.PdfiumError
        self._load: Handle = pypdfium2.PdfDocument
        self._untouched: Handle = None
        self._moved = False  # whether letters of the page that is being read stand far to the right
        self._document: Handle = self._open(data)
        self.pages = len(self._document)
        if not self.pages:
            raise DamagedFile(name, "damaged", cause="it has no pages")
        if self.pages > MAX_PAGES:
            raise DamagedFile(name, "too_large", cause=f"it has {self.pages:,} pages; the limit is {MAX_PAGES:,}")

    def _open(self, data: bytes) -> Handle:
        """The document; bytes before `%PDF` are tried with and without."""
        head = data.find(b"%PDF")
        cause = "it has no %PDF mark"
        for tried in [data] if head <= 0 else [data, data[head:]]:
            try:
                return self._load(tried)
            except self._error as error:
                if getattr(error, "err_code", None) == self._raw.FPDF_ERR_PASSWORD:
                    raise DamagedFile(self.name, "encrypted") from None
                cause = "its structure cannot be read" if head >= 0 else cause
        raise DamagedFile(self.name, "damaged", cause=cause)

    def __enter__(self) -> PdfFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()
        if self._untouched is not None:
            self._untouched.close()

    def read(self, index: int) -> RawPage | None:
        """The page with this index; `None` when it cannot be loaded."""
        try:
            with closing(self._document[index]) as page:
                wide, high = page.get_size()
                found = RawPage(index + 1, wide, high, rotation=self._raw.FPDFPage_GetRotation(page.raw))
                found.pictured, found.ruled = self._objects(page, found)
                if not self._raw.FPDFPage_GetAnnotCount(page.raw):
                    return self._characters(page, found)
                with self._layer(page) as bare:
                    own = bare.count_chars()
                self._raw.FPDFPage_Flatten(page.raw, self._raw.FLAT_NORMALDISPLAY)
            with closing(self._document[index]) as page:  # a flattened page shows its annotations when loaded anew
                self._characters(page, found)
                found.own = min(own, found.own)
                return found
        except self._error:
            return None

    def baselines(self, found: RawPage) -> array[float]:
        """For each character the place of its baseline, measured as the tops and bottoms of boxes are."""
        with closing(self._document[found.number - 1]) as page, self._layer(page) as layer:
            return self._baselines(page, found.rotation, layer.raw, range(layer.count_chars()))

    def picture(self, index: int, dpi: int) -> tuple[Handle, tuple[float, float]]:
        """The page as a picture, without annotations, smaller than asked where it would be huge; and its size in points."""
        if self._untouched is None:  # pages that were read have their annotations in them
            self._untouched = self._open(self._data)
        with closing(self._untouched[index]) as page:
            width, height = page.get_size()
            scale = min(dpi / 72, math.sqrt(_PIXELS / max(width * height, 1)))
            shown = page.render(scale=scale, may_draw_forms=False, draw_annots=False)
            return shown.to_pil().convert("RGB"), (width, height)

    # ------------------------------------------------------------ characters
    @contextmanager
    def _layer(self, page: Handle) -> Iterator[Handle]:
        """The characters of a page, all of them.

        The engine takes a run of letters for a shadow of the run before it where the two are alike and touch: of `KT. TRƯỞNG
        CÔNG AN HUYỆN` over `PHÓ TRƯỞNG CÔNG AN HUYỆN` the second `ƯỞ Ệ` is lost, where a program writes these by themselves.
        What stands a line lower is no shadow: it is moved far to the right before the letters are taken, and back afterwards.
        """
        with closing(page.get_textpage()) as layer:
            lost = self._lost(page, layer.raw)
            self._moved = bool(lost)
            if not lost:
                yield layer
                return
        for count, item in enumerate(lost, 1):
            self._raw.FPDFPageObj_Transform(item, 1, 0, 0, 1, count * _FAR, 0)
        with closing(page.get_textpage()) as layer:
            yield layer

    def _lost(self, page: Handle, handle: Handle) -> list[Handle]:
        """The runs of letters that are missing among the characters and are no shadows."""
        raw, found = self._raw, []
        edges = [ctypes.c_float() for _ in range(4)]
        last: deque[Box] = deque(maxlen=_NEAR)
        for at in range(min(raw.FPDFPage_CountObjects(page.raw), _OBJECTS)):
            item = raw.FPDFPage_GetObject(page.raw, at)
            if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_TEXT or not raw.FPDFPageObj_GetBounds(item, *edges):
                continue
            left, bottom, right, top = (edge.value for edge in edges)
            alike = [box for box in last if _alike(box, (left, bottom, right, top))]
            shadow = any(abs(box[1] - bottom) < _SHADOW * (top - bottom) for box in alike)
            if alike and not shadow and raw.FPDFTextObj_GetText(item, handle, None, 0) <= _EMPTY:
                found.append(item)
            last.append((left, bottom, right, top))
        return found

    def _characters(self, page: Handle, found: RawPage) -> RawPage:
        raw = self._raw
        with self._layer(page) as layer:
            handle, count = layer.raw, layer.count_chars()
            found.own = count
            found.text = self._text(handle, count).translate(_SIGNS)
            starts = [word.start() for word in _WORD.finditer(found.text)]
            found.turn_to(self._direction(handle, starts, found.rotation))
            rectangles = (raw.FS_RECTF * count)()
            deque(map(raw.FPDFText_GetLooseCharBox, repeat(handle), range(count), rectangles), 0)  # runs the calls, keeps nothing
            found.boxes = self._shown(page, found.rotation, array("f", bytes(rectangles)))
            found.baselines = dict(zip(starts, self._baselines(page, found.rotation, handle, starts), strict=True))
            name, flags = ctypes.create_string_buffer(96), ctypes.c_int()
            for at in starts:
                raw.FPDFText_GetFontInfo(handle, at, name, 96, flags)
                found.faces[at] = Face(name.value.decode("utf-8", "replace"), raw.FPDFText_GetFontSize(handle, at))
        return found

    def _text(self, handle: Handle, count: int) -> str:
        """The characters of a page: in one piece, or one by one where some have no letter and would be left out."""
        units = (ctypes.c_ushort * (count + 1))()
        written = self._raw.FPDFText_GetText(handle, 0, count, units)
        text = bytes(units)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == count and "\ufffd" not in text:
            return text
        return "".join(map(chr, map(self._raw.FPDFText_GetUnicode, repeat(handle), range(count))))

    def _direction(self, handle: Handle, starts: list[int], rotation: int) -> int:
        """By how many quarters the page must be turned so that most of its words stand upright."""
        sample = starts[:: max(len(starts) // 16, 1)]
        quarters = [-round(self._raw.FPDFText_GetCharAngle(handle, at) / (math.pi / 2)) % 4 for at in sample]
        usual = max(set(quarters), key=quarters.count, default=rotation)
        return usual if quarters.count(usual) >= 0.8 * len(quarters) else rotation

    def _baselines(self, page: Handle, rotation: int, handle: Handle, places: Iterable[int]) -> array[float]:
        x, y = ctypes.c_double(), ctypes.c_double()
        corners = array("f")
        for at in places:
            self._raw.FPDFText_GetCharOrigin(handle, at, x, y)
            corners.extend((x.value, y.value, x.value, y.value))
        return self._shown(page, rotation, corners)[1::4]

    def _shown(self, page: Handle, rotation: int, corners: array[float]) -> array[float]:
        """Boxes of the file's own system (left, top, right, bottom; upwards) as the turned page shows them."""
        box = self._raw.FS_RECTF()
        self._raw.FPDF_GetPageBoundingBox(page.raw, box)
        if self._moved:
            _put_back(corners)
        left, top, right, bottom = corners[0::4], corners[1::4], corners[2::4], corners[3::4]
        if rotation == 0:
            edges = _minus(left, box.left), _from(box.top, top), _minus(right, box.left), _from(box.top, bottom)
        elif rotation == 1:
            edges = _minus(bottom, box.bottom), _minus(left, box.left), _minus(top, box.bottom), _minus(right, box.left)
        elif rotation == 2:
            edges = _from(box.right, right), _minus(bottom, box.bottom), _from(box.right, left), _minus(top, box.bottom)
        else:
            edges = _from(box.top, top), _from(box.right, right), _from(box.top, bottom), _from(box.right, left)
        shown = array("f", bytes(4 * len(corners)))
        for at, values in enumerate(edges):
            shown[at::4] = values
        return shown

    # ------------------------------------------------------------ pictures and rules
    def _objects(self, page: Handle, found: RawPage) -> tuple[float, bool]:
        """The share of the page under its largest picture, and whether rules may enclose cells."""
        pictured, across, down = 0.0, 0, 0
        for item, kind, (left, bottom, right, top) in self._drawings(page):
            width, height = right - left, top - bottom
            found.drawn = True
            if kind != self._raw.FPDF_PAGEOBJ_PATH:
                pictured = max(pictured, width * height / max(found.width * found.height, 1))
            elif width > _RULE and height > _FRAME:
                frame = self._is_stroked(item)  # a frame, or many rules in one drawing; without a line it is shading
                across, down = across + 2 * frame, down + 2 * frame
            else:
                across += width > _RULE and height <= _THIN
                down += height > _FRAME and width <= _THIN
        return min(pictured, 1.0), across >= 2 and down >= 2

    def _drawings(self, page: Handle) -> Iterator[tuple[Handle, int, Box]]:
        """The drawings, pictures and forms of a page: each with its kind and bounds."""
        raw = self._raw
        edges = [ctypes.c_float() for _ in range(4)]
        for at in range(min(raw.FPDFPage_CountObjects(page.raw), _OBJECTS)):
            item = raw.FPDFPage_GetObject(page.raw, at)
            kind = raw.FPDFPageObj_GetType(item)
            if kind not in (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_SHADING) and raw.FPDFPageObj_GetBounds(item, *edges):
                left, bottom, right, top = (edge.value for edge in edges)
                yield item, kind, (left, bottom, right, top)

    def _is_stroked(self, item: Handle) -> bool:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        return bool(self._raw.FPDFPath_GetDrawMode(item, fill, stroke) and stroke.value)


def _alike(one: Box, other: Box) -> bool:
    """Whether two runs of letters are as wide and touch each other."""
    width = other[2] - other[0]
    touch = one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    return touch and width > 0 and abs(one[2] - one[0] - width) < 0.01 * width


def _put_back(corners: array[float]) -> None:
    """Moves the corners of letters that stand far to the right to where they stood."""
    for at in range(0, len(corners), 2):
        if corners[at] > _FAR / 2:
            corners[at] -= round(corners[at] / _FAR) * _FAR


def _minus(values: array[float], origin: float) -> array[float]:
    return array("f", [value - origin for value in values])


def _from(origin: float, values: array[float]) -> array[float]:
    return array("f", [origin - value for value in values])
