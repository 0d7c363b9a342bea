"""Digits written by hand: a second recogniser, which was trained on handwriting too, looks at a number in several ways.

It is optional (`vnreport-parse[handwriting]`); its weights lie in the package, and nothing is fetched.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from .scan_image import Picture

_PACKAGE, _WEIGHTS = "rapidocr", "models/PP-OCRv6_rec_small.onnx"
_HEIGHT, _WIDTH = 48, 320  # of the pictures that the model takes
_SURE = 0.99  # of every digit in every way to look
_TURN = 6  # degrees
_WIDER, _NARROWER = 1.3, 0.8
_INK = 150  # brightness


class Handwritten(NamedTuple):
    """A number and how sure its least sure digit is, from 0 to 1."""

    digits: str
    confidence: float


def handwritten(image: Picture) -> Handwritten | None:
    """The number on a grey picture, if every way to look at it says the same and is sure; None where nothing is installed.

    Writing that the edge above or below cuts is not read: a `9` without its head is a good `4`. The bound was set on 720 numbers
    put together from the handwritten digits of many people; of 400 others it took 204, all of them right.
    """
    if _is_cut(image):
        return None
    readings = _read(list(_ways(image)))
    if not readings or len({reading.digits for reading in readings}) > 1:
        return None
    least = min(readings, key=lambda reading: reading.confidence)
    digits = least.digits
    return least if least.confidence >= _SURE and digits.isascii() and digits.isdigit() else None


def _is_cut(image: Picture) -> bool:
    edges = image.crop((0, 0, image.width, 1)), image.crop((0, image.height - 1, image.width, image.height))
    return any(edge.getextrema()[0] < _INK for edge in edges)


def _ways(image: Picture) -> Iterator[Picture]:
    """The picture in little and much paper, bolder, leaning to either side, wider and narrower."""
    from PIL import Image, ImageFilter, ImageOps  # noqa: PLC0415

    def stretched(picture: Picture, by: float) -> Picture:
        return picture.resize((max(round(by * picture.width), 1), picture.height))

    bold = image.filter(ImageFilter.MinFilter(3))
    framed = ImageOps.expand(image, 12, 255)
    yield ImageOps.expand(image, 4, 255)
    yield ImageOps.expand(image, 26, 255)
    yield ImageOps.expand(bold, 4, 255)
    for turn in (_TURN, -_TURN):
        yield framed.rotate(turn, fillcolor=255, resample=Image.Resampling.BICUBIC)
    yield ImageOps.expand(stretched(image, _WIDER), 6, 255)
    yield ImageOps.expand(stretched(bold, _NARROWER), 6, 255)


# ---------------------------------------------------------------- the model
@lru_cache(maxsize=1)
def _model() -> tuple[Any, list[str]] | None:
    """The model and its letters, if they are installed; the first letter is none."""
    spec = find_spec(_PACKAGE)
    weights = [Path(place, _WEIGHTS) for place in spec.submodule_search_locations or ()] if spec else []
    if not weights or not weights[0].exists():
        return None
    try:
        import onnxruntime  # type: ignore[import-untyped] # noqa: PLC0415
    except ImportError:
        return None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # pages are shared out to processes
    options.log_severity_level = 3
    model = onnxruntime.InferenceSession(str(weights[0]), options, providers=["CPUExecutionProvider"])
    letters = model.get_modelmeta().custom_metadata_map["character"].splitlines()
    return model, ["", *letters, " "]


def _read(images: list[Picture]) -> list[Handwritten]:
    """What the model reads on each picture; nothing at all where it is not installed."""
    loaded = _model()
    if loaded is None:
        return []
    import numpy  # noqa: PLC0415, ICN001
    from PIL import Image  # noqa: PLC0415

    model, letters = loaded
    batch = numpy.zeros((len(images), 3, _HEIGHT, _WIDTH), "float32")
    for at, image in enumerate(images):
        width = min(math.ceil(_HEIGHT * image.width / image.height), _WIDTH)
        small = image.resize((width, _HEIGHT), Image.Resampling.BICUBIC)
        batch[at, :, :, :width] = numpy.asarray(small, "float32") / 127.5 - 1
    (columns,) = model.run(None, {model.get_inputs()[0].name: batch})
    return [_joined(letters, best, sure) for best, sure in zip(columns.argmax(2).tolist(), columns.max(2).tolist(), strict=True)]


def _joined(letters: list[str], best: list[int], sure: list[float]) -> Handwritten:
    """The letters of a line from those of its columns, in which each stands once or in several columns side by side."""
    kept = [at for at, letter in enumerate(best) if letter and (at == 0 or letter != best[at - 1])]
    return Handwritten("".join(letters[best[at]] for at in kept).strip(), min((sure[at] for at in kept), default=0.0))
