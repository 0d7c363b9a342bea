"""Scans: PNG, JPEG, and TIFF of many pages, by character recognition."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from ..diagnostics import Diagnostic, diagnose
from ..errors import ConverterError, DamagedFile
from ..source import SourceText, normalise
from .pdf_document import Composer
from .scan_image import Picture
from .scan_ocr import DPI
from .scan_words import Confidence, scanned_page, uncertain_words

MAX_PIXELS = 100_000_000
MAX_FRAMES = 300
_GIVE_UP = 3  # pictures that cannot be recognised
_PIXELS = 40_000_000  # of a picture that is recognised
_PAPER = 11.69  # inches: the long side of A4, where the file does not say how large a dot is
_RESOLUTIONS = (72, 1200)  # dots per inch that are believed, but for 72 itself, which many programs write unasked


def read_image(name: str, data: bytes) -> SourceText:
    """The text of a scanned picture. Raises `DamagedFile`, and `ConverterError` where recognition is not possible."""
    composer, confidence = Composer(), Confidence()
    notes: list[Diagnostic] = []
    number = failures = 0
    for number, frame in enumerate(_frames(name, data), 1):
        size, image = _at_resolution(frame)
        try:
            page = scanned_page(name, image, size, number)
        except ConverterError as error:
            failures += 1
            if error.kind == "tool" or failures >= min(number, _GIVE_UP):
                raise
            notes.append(diagnose("D114", page=number, cause=error.reason))
        else:
            notes += page.notes
            confidence.add(page)
            composer.add(page)
    source = normalise(composer.decoded())
    return replace(
        source,
        format="scan",
        encoding=None,
        pages=number,
        ocr=True,
        reading="ocr",
        confidence=confidence.mean,
        notes=(*notes, *uncertain_words(source)),
    )


def _frames(name: str, data: bytes) -> Iterator[Picture]:
    """The pictures of the file one by one. Raises `DamagedFile`, before a picture is unpacked where it is too large."""
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as image:
                count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
                if count > MAX_FRAMES:
                    raise DamagedFile(name, "too_large", cause=f"it has {count:,} pictures; the limit is {MAX_FRAMES:,}")
                for at in range(count):
                    image.seek(at)
                    if image.width * image.height > MAX_PIXELS:
                        cause = f"a picture of {image.width:,} × {image.height:,} pixels; the limit is {MAX_PIXELS:,} pixels"
                        raise DamagedFile(name, "too_large", cause=cause)
                    yield ImageOps.exif_transpose(image)
    except Image.DecompressionBombError:
        raise DamagedFile(name, "too_large", cause=f"a picture of more than {MAX_PIXELS:,} pixels") from None
    except UnidentifiedImageError:
        raise DamagedFile(name, "damaged", cause="it is no picture that can be opened") from None
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise DamagedFile(name, "damaged", cause=" ".join(str(error).split())[:120] or "it breaks off") from None


def _at_resolution(image: Picture) -> tuple[tuple[float, float], Picture]:
    """The size of the page in points, and the picture at about 300 dots per inch, on white."""
    from PIL import Image  # noqa: PLC0415

    dots = image.info.get("dpi", (0, 0))[0]
    if not _RESOLUTIONS[0] < dots <= _RESOLUTIONS[1]:
        dots = max(image.size) / _PAPER
    size = image.width * 72 / float(dots), image.height * 72 / float(dots)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        white = Image.new("RGBA", image.size, "white")
        white.alpha_composite(image.convert("RGBA"))
        image = white
    elif image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    if image.mode not in ("L", "RGB"):
        image = image.convert("L" if image.mode in ("1", "F") else "RGB")
    scale = min(DPI / float(dots), 4.0, (_PIXELS / max(image.width * image.height, 1)) ** 0.5)
    if not 0.9 < scale < 1.2:
        new = max(round(image.width * scale), 1), max(round(image.height * scale), 1)
        image = image.resize(new, Image.Resampling.LANCZOS)
    return size, image
