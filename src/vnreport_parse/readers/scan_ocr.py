"""Character recognition: what Tesseract reads on a picture, word by word, with boxes and how sure it is."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from statistics import median
from typing import Any, Literal, NamedTuple

from ..errors import ConverterError
from ..provenance import Box
from ..syllables import is_syllable
from .scan_image import Picture

DPI = 300
SECONDS = 60
_THREADS = "OMP_THREAD_LIMIT"
_PACKAGES = "apt-get install tesseract-ocr tesseract-ocr-vie"
_BINDING = "pip install 'vnreport-parse[ocr]'"
_SCALE = 0.75  # of the picture: letters of office size are then of the height that Tesseract was trained on
_SURE = 60.0  # of 100
_MODEL = "vie"
DIGITS_MODEL = "eng"  # comes with every Tesseract, and is better at digits
_EDGE = 20  # pixels of paper around a number
_SIGNS = re.compile(r"[-–—+*•.,;:/%&()…“”\"]{1,4}")  # what print has apart from letters and digits
_CODE_PART = re.compile(r"\S*\d/[^\W\d]\S*-")  # 1368/QĐ-


class Token(NamedTuple):
    """A word as it was read: its box in pixels, its line, the height where the line stands, how sure it is from 0 to 1."""

    text: str
    box: Box
    line: tuple[int, int, int]
    baseline: float
    confidence: float

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.box[3] - self.box[1]


Setting = Literal["page", "sparse", "block"]
_MODES: dict[Setting, int] = {"page": 3, "sparse": 11, "block": 6}


def recognise(name: str, image: Picture, setting: Setting = "page") -> list[Token]:
    """The words of a grey picture at 300 dpi: a page, words that stand here and there, or a block of lines.

    Raises `ConverterError` where Tesseract is missing, fails or hangs.
    """
    small = resized(image, _SCALE)
    config = f"--psm {_MODES[setting]} --dpi {round(DPI * _SCALE)}"
    return _tokens(_tesseract(name, small, _MODEL, config))


def read_digits(name: str, image: Picture) -> list[tuple[str, str, float]]:
    """What each of several ways to look makes of a number: the model, the digits, and how sure it is, from 0 to 1.

    A model that is not installed says nothing. Raises `ConverterError` as `recognise` does.
    """
    from PIL import ImageFilter, ImageOps  # noqa: PLC0415

    found = []
    for model in (_MODEL, DIGITS_MODEL):
        for bolder in (False, True):
            for scale in (0.5, 0.75, 1.0):
                seen = resized(image.filter(ImageFilter.MinFilter(3)) if bolder else image, scale)
                seen = ImageOps.expand(seen, _EDGE, 255)
                try:
                    data = _tesseract(name, seen, model, "--psm 7 -c tessedit_char_whitelist=0123456789")
                except ConverterError as error:
                    if error.kind == "tool":
                        break
                    raise
                words = [(text.strip(), float(conf)) for text, conf in zip(data["text"], data["conf"], strict=True) if text.strip()]
                if words:
                    found.append((model, "".join(text for text, _ in words), min(conf for _, conf in words) / 100))
    return found


def resized(image: Picture, scale: float) -> Picture:
    """The picture so much larger or smaller."""
    from PIL import Image  # noqa: PLC0415

    return image.resize((max(round(image.width * scale), 1), max(round(image.height * scale), 1)), Image.Resampling.LANCZOS)


def _tesseract(name: str, image: Picture, model: str, config: str) -> dict[str, list[Any]]:
    """What the program says of a picture, word by word."""
    try:
        import pytesseract  # type: ignore[import-untyped] # noqa: PLC0415
    except ImportError:
        raise ConverterError(name, "tool", tool="pytesseract", format="scans", package=_BINDING) from None
    image.format = "PPM"  # handed over as it is: packing it as PNG takes longer than some pages
    try:
        with _one_thread():
            data: dict[str, list[Any]] = pytesseract.image_to_data(
                image, lang=model, config=config, timeout=SECONDS, output_type=pytesseract.Output.DICT
            )
    except pytesseract.TesseractNotFoundError:
        raise ConverterError(name, "tool", tool="Tesseract", format="scans", package=_PACKAGES) from None
    except pytesseract.TesseractError as error:
        if ".traineddata" in error.message:
            raise ConverterError(name, "tool", tool="Tesseract for Vietnamese", format="scans", package=_PACKAGES) from None
        raise ConverterError(name, "converter", tool="Tesseract", cause=" ".join(error.message.split())[:200]) from None
    except RuntimeError:
        raise ConverterError(name, "timeout", tool="Tesseract", seconds=str(SECONDS)) from None
    return data


@contextmanager
def _one_thread() -> Iterator[None]:
    """Keeps Tesseract from spreading over threads, which makes it four times slower where all processors have work."""
    given = os.environ.get(_THREADS)
    os.environ.setdefault(_THREADS, "1")
    try:
        yield
    finally:
        if given is None:
            os.environ.pop(_THREADS, None)


def _tokens(data: dict[str, list[Any]]) -> list[Token]:
    keys = ("text", "left", "top", "width", "height", "conf", "block_num", "par_num", "line_num")
    words = [
        Token(
            _repaired(text),
            (x / _SCALE, y / _SCALE, (x + width) / _SCALE, (y + height) / _SCALE),
            (block, par, line),
            0.0,
            float(conf),
        )
        for text, x, y, width, height, conf, block, par, line in zip(*(data[key] for key in keys), strict=True)
        if text.strip()
    ]
    usual = median([word.height for word in words]) if words else 0.0
    found: list[Token] = []
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(group)
        if not _is_noise(line, usual):
            baseline = _baseline(line, usual)
            sure = [
                word._replace(baseline=baseline, confidence=min(max(word.confidence, 0), 100) / 100) for word in _rejoined(line)
            ]
            found += [word for word in sure if not _is_speck(word)]
    return found


# ---------------------------------------------------------------- letters
_DOUBLE_STROKE = re.compile("(?=[ĐÐđð]{2})[Đđ]*[Ðð][ĐÐđð]*")  # HĐÐND: one letter read twice
_SHARED = str.maketrans("⁄∕", "//")


def _repaired(text: str) -> str:
    """The word without what cannot stand in print: `HĐÐND`, `30⁄5⁄2024`, `sỐ`."""
    text = unicodedata.normalize("NFC", text.strip()).translate(_SHARED)
    text = _DOUBLE_STROKE.sub(lambda found: "Đ" if found[0][0] in "ĐÐ" else "đ", text)
    bare = text.strip('.,;:()"“”')
    if len(bare) > 1 and bare[0].islower() and any(map(str.isupper, bare[1:])) and is_syllable(bare):
        return text.replace(bare, bare.lower())
    return text


def _rejoined(line: list[Token]) -> list[Token]:
    """The words of a line; a code that was read as two words is one: `1368/QĐ-` and `UBND`."""
    words: list[Token] = []
    for word in line:
        last = words[-1] if words else None
        if last and _CODE_PART.fullmatch(last.text) and word.text[0].isupper() and word.box[0] - last.box[2] < 0.45 * word.height:
            box = last.box[0], min(last.box[1], word.box[1]), word.box[2], max(last.box[3], word.box[3])
            words[-1] = last._replace(text=last.text + word.text, box=box, confidence=min(last.confidence, word.confidence))
        else:
            words.append(word)
    filled = [word for at, word in enumerate(words) if not _is_scrawl(words, at)]
    texts = ["", *(word.text for word in filled), ""]
    return [word._replace(text=_numbered(*texts[at : at + 3])) for at, word in enumerate(filled)]


def _is_scrawl(words: list[Token], at: int) -> bool:
    """Whether a word is a number by hand that was not read, over the blank of `Số: /BC-UBND` or `ngày tháng 6`."""
    if at == 0 or words[at].confidence >= _SURE or words[at].text.isdigit():
        return False
    before, after = words[at - 1].text.lower(), words[at + 1].text if at + 1 < len(words) else ""
    return _NUMBER_LABEL.fullmatch(before) is not None and after[:1] == "/" or before == "ngày" and after.lower() == "tháng"


# Letters that are read for digits where only a digit can stand, and `sô` before a document number.
_DIGITS = str.maketrans("IlÌìO", "11110")
_DATE_PART = re.compile(r"[IlÌìO\d]{1,4}[].,;|]?")
_NUMBER_LABEL = re.compile("s[oóôốòõỏọồỗ]:?", re.IGNORECASE)
_LABELLED = re.compile(r"(?P<label>[Ss][oóôốòõỏọồỗ]):(?P<number>.*)")
_NUMBER = re.compile(r"\d{1,5}[a-z]?/\S*[A-ZĐ]")
_NUMBER_WORD = frozenset(("số", "so", "sô", "só", "sò", "sỗ", "sồ", "sốc", "sõ"))


def _numbered(before: str, text: str, after: str) -> str:
    """The word with the digits and the `số` that its neighbours call for: `tháng I1`, `sô 87/HĐND`, `§.699`, `l. Ông`."""
    labelled = _LABELLED.fullmatch(text)
    if labelled and after[:1] == "/":  # Số:280 /BC-UBND; a number by hand that was not read leaves its blank
        number = labelled["number"].translate(_DIGITS)
        return f"{text[0]}ố:{number if number.isdigit() else ''}"
    if before.lower() in ("ngày", "tháng", "năm") and _DATE_PART.fullmatch(text):
        return text.translate(_DIGITS).rstrip("]|")
    if text.lower().strip(",.:") in _NUMBER_WORD and _NUMBER.match(after):
        return ("Số" if text[0].isupper() and not before else "số") + ":" * text.endswith(":")
    if not before and text == "l." and after[:1].isupper():
        return "1."
    return re.sub(r"(?<=\d)§|§(?=[.,]?\d)", "8", text) if "§" in text else text


_HANGING = re.compile("[gpqyQJjạặậẹệịọộợụựỵẠẶẬẸỆỊỌỘỢỤỰỴ,;()/|_]")


def _baseline(line: list[Token], usual: float) -> float:
    """Where the letters of a line stand: under those that do not hang below it."""
    lettered = [word for word in line if any(map(str.isalnum, word.text))]
    level = [word.box[3] for word in lettered if not _HANGING.search(word.text)]
    if level:
        return median(level)
    if lettered:
        return median(word.box[3] - 0.2 * usual for word in lettered)
    return median(word.box[3] + 0.25 * usual for word in line)  # dashes


# ---------------------------------------------------------------- what is no print
def _is_speck(word: Token) -> bool:
    """Whether a word is a spot, a piece of a signature or a rule."""
    if any(map(str.isalnum, word.text)):
        return word.confidence < 0.3 and len(word.text) <= 2 and not word.text.isdigit() and not is_syllable(word.text)
    return word.confidence < 0.6 or _SIGNS.fullmatch(word.text) is None


def _is_noise(line: list[Token], usual: float) -> bool:
    """Whether nothing on a line is a word: marks that stand apart from their letters, strokes of a pen."""
    if any(word.text.isdigit() for word in line) and max(word.confidence for word in line) >= _SURE:
        return False
    small = max(word.height for word in line) < 0.65 * usual and all(len(word.text) <= 3 for word in line)
    words = [
        word for word in line if word.confidence >= _SURE and len(word.text.strip(".,;:")) > 1 and any(map(str.isalnum, word.text))
    ]
    return small or not words and all(word.confidence < _SURE or not word.text.isalnum() or len(word.text) < 2 for word in line)
