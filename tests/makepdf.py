"""Writes small PDFs for the tests: text at its places, letters pieced together from two fonts, rules, pictures, annotations.

Only what the tests need. Every letter is half an em wide; fonts are named and not embedded, which is enough for boxes.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field

A4 = (595.0, 842.0)
_WIDTH = 0.5  # of the font size, for each letter
_TO_UNICODE = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def
1 begincodespacerange <{zero}> <{code}> endcodespacerange
{ranges}
endcmap end end"""
_OTHER = "Other"  # ends the names of the fonts that lend letters: drawn as boxes, since no font at hand has them
_MARKED = "".join(map(chr, range(0x1EA0, 0x1EFA)))  # the letters that a font for western Europe lacks
_FIRST_CODE = 36  # codes that any font has glyphs for: a letter without one has no box
_CODES: dict[str, int] = {}


def _code(char: str, font: str) -> str:
    code = _CODES.setdefault(char, _FIRST_CODE + len(_CODES))
    return f"{code:02x}" if font.endswith(_OTHER) else f"{code:04x}"


def width(text: str, size: float) -> float:
    """How wide a text is printed."""
    return len(text) * size * _WIDTH


@dataclass
class MakePage:
    """A page; places are points from its upper left corner, `y` is where the letters stand."""

    size: tuple[float, float] = A4
    rotate: int = 0
    origin: tuple[float, float] = (0.0, 0.0)
    drawn: list[bytes] = field(default_factory=list)
    fonts: set[str] = field(default_factory=set)
    pictures: list[tuple[bytes, int, int]] = field(default_factory=list)
    annotations: list[tuple[tuple[float, float, float, float], MakePage]] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, *, size: float = 14.0, font: str = "Times", pieced: bool = False) -> None:
        """A line of text. `pieced`: letters with marks come from another font, after the rest of the line."""
        if not pieced:
            self.drawn.append(self._shown(x, y, text, size, font))
            return
        self.drawn.append(self._shown(x, y, text, size, font, gaps=True))
        for at, char in enumerate(text):
            if char in _MARKED:
                self.drawn.append(self._shown(x + width(text[:at], size), y, char, size, font + _OTHER))

    def centred(self, middle: float, y: float, text: str, *, size: float = 14.0, font: str = "Times") -> None:
        """A line of text around a place."""
        self.text(middle - width(text, size) / 2, y, text, size=size, font=font)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A straight line."""
        left, bottom = self.origin
        high = self.size[1] + bottom
        self.drawn.append(f"0.7 w {left + x0:.2f} {high - y0:.2f} m {left + x1:.2f} {high - y1:.2f} l S".encode())

    def picture(self, grey: bytes, wide: int, high: int) -> None:
        """A grey picture over the whole page, one byte a pixel."""
        self.pictures.append((grey, wide, high))
        self.drawn.append(f"q {self.size[0]:.2f} 0 0 {self.size[1]:.2f} 0 0 cm /P{len(self.pictures) - 1} Do Q".encode())

    def annotation(self, x: float, y: float, text: str, *, size: float = 13.0) -> None:
        """A text that stands on the page as an annotation: a stamp."""
        lines = text.split("\n")
        box = (x, y - size, x + max(width(line, size) for line in lines), y + 4 + (len(lines) - 1) * size * 1.2)
        inner = MakePage((box[2] - box[0], box[3] - box[1]))
        for at, line in enumerate(lines):
            inner.text(0, size + at * size * 1.2, line, size=size)
        self.annotations.append((box, inner))

    def _shown(self, x: float, y: float, text: str, size: float, font: str, *, gaps: bool = False) -> bytes:
        self.fonts.add(font)
        parts = re.split(f"([{_MARKED}])", text) if gaps else [text]
        written = " ".join("-500" if gaps and part in _MARKED else f"<{self._coded(part, font)}>" for part in parts if part)
        left, bottom = self.origin
        place = f"{left + x:.2f} {self.size[1] + bottom - y:.2f}"
        return f"BT /{_key(font)} {size:g} Tf {place} Td [{written}] TJ ET".encode()

    @staticmethod
    def _coded(text: str, font: str) -> str:
        return text.encode("latin-1").hex() if font.startswith((".Vn", "VNI")) else "".join(_code(char, font) for char in text)


def _key(font: str) -> str:
    return "F" + "".join(filter(str.isalnum, font))


def _ranges(digits: int) -> str:
    """The letters of the codes used so far, in portions of a hundred as the format asks."""
    rows = [f"<{code:0{digits}x}> <{char.encode('utf-16-be').hex()}>" for char, code in _CODES.items()]
    portions = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    return "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in portions)


class _Writer:
    """Objects of a PDF, numbered as they come."""

    def __init__(self) -> None:
        self.objects: list[bytes] = []

    def add(self, body: bytes) -> int:
        self.objects.append(body)
        return len(self.objects)

    def stream(self, data: bytes, extra: str = "") -> int:
        packed = zlib.compress(data)
        return self.add(f"<< /Length {len(packed)} /Filter /FlateDecode {extra} >> stream\n".encode() + packed + b"\nendstream")

    def font(self, name: str) -> int:
        if name.startswith((".Vn", "VNI")):
            widths = " ".join(["500"] * 224)
            described = self.add(f"<< /Type /FontDescriptor /FontName /{name} /Flags 32 /FontBBox [0 -200 1000 900] /Ascent 900 /Descent -200 /ItalicAngle 0 /CapHeight 700 /StemV 80 >>".encode())  # fmt: skip
            return self.add(f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /FirstChar 32 /LastChar 255 /Widths [{widths}] /Encoding /WinAnsiEncoding /FontDescriptor {described} 0 R >>".encode())  # fmt: skip
        if name.endswith(_OTHER):
            return self._boxes()
        described = self.add(f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 900 /Descent -200 /ItalicAngle 0 /CapHeight 700 /StemV 80 >>".encode())  # fmt: skip
        inner = self.add(f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor {described} 0 R >>".encode())  # fmt: skip
        unicode = self.stream(_TO_UNICODE.format(code="FFFF", zero="0000", ranges=_ranges(4)).encode())
        return self.add(f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{inner} 0 R] /ToUnicode {unicode} 0 R >>".encode())  # fmt: skip

    def _boxes(self) -> int:
        """A font that draws a box for each letter."""
        box = self.stream(b"500 0 0 -200 500 700 d1 0 0 500 700 re f")
        codes = sorted(_CODES.values())
        procs = " ".join(f"/g{code} {box} 0 R" for code in codes)
        names = " ".join(f"{code} /g{code}" for code in codes)
        widths = " ".join(["500"] * (codes[-1] + 1))
        unicode = self.stream(_TO_UNICODE.format(code="FF", zero="00", ranges=_ranges(2)).encode())
        return self.add(f"<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 500 900] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << {procs} >> /Encoding << /Type /Encoding /Differences [{names}] >> /FirstChar 0 /LastChar {codes[-1]} /Widths [{widths}] /ToUnicode {unicode} 0 R >>".encode())  # fmt: skip


def make_pdf(*pages: MakePage, trailer: str = "") -> bytes:
    """The file."""
    out = _Writer()
    out.add(b"")  # the catalog
    out.add(b"")  # the tree of pages
    fonts: dict[str, int] = {}
    kids = [_page(out, page, fonts) for page in pages]
    out.objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    out.objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
    data, offsets = b"%PDF-1.7\n", []
    chunks = [data]
    length = len(data)
    for number, body in enumerate(out.objects, 1):
        offsets.append(length)
        chunks.append(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")
        length += len(chunks[-1])
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(offsets) + 1
    chunks.append(
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{length}\n%%EOF\n".encode()
    )
    return b"".join(chunks)


def _resources(out: _Writer, page: MakePage, fonts: dict[str, int]) -> str:
    for font in sorted(page.fonts - fonts.keys()):
        fonts[font] = out.font(font)
    pictures = [
        out.stream(grey, f"/Type /XObject /Subtype /Image /Width {wide} /Height {high} /ColorSpace /DeviceGray /BitsPerComponent 8")
        for grey, wide, high in page.pictures
    ]
    named = " ".join(f"/{_key(font)} {fonts[font]} 0 R" for font in sorted(page.fonts))
    shown = " ".join(f"/P{at} {number} 0 R" for at, number in enumerate(pictures))
    return f"<< /Font << {named} >> /XObject << {shown} >> >>"


def _page(out: _Writer, page: MakePage, fonts: dict[str, int]) -> int:
    resources = _resources(out, page, fonts)
    left, bottom = page.origin
    wide, high = page.size
    annotations = []
    for box, inner in page.annotations:
        inside = f"/Type /XObject /Subtype /Form /BBox [0 0 {inner.size[0]:.2f} {inner.size[1]:.2f}] /Resources {_resources(out, inner, fonts)}"
        look = out.stream(b"\n".join(inner.drawn), inside)
        place = f"[{left + box[0]:.2f} {bottom + high - box[3]:.2f} {left + box[2]:.2f} {bottom + high - box[1]:.2f}]"
        annotations.append(out.add(f"<< /Type /Annot /Subtype /Stamp /Rect {place} /F 4 /AP << /N {look} 0 R >> >>".encode()))
    content = out.stream(b"\n".join(page.drawn))
    notes = " ".join(f"{number} 0 R" for number in annotations)
    return out.add(
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{left:g} {bottom:g} {left + wide:g} {bottom + high:g}] /Rotate {page.rotate} "
        f"/Resources {resources} /Contents {content} 0 R /Annots [{notes}] >>".encode()
    )
