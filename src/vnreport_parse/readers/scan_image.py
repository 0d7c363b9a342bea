"""A picture of a page made ready for recognition: turned straight, coloured ink faded, rules found and wiped out."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from ..provenance import Box
from .pdf_tables import Rule

Picture = Any  # of Pillow, which is imported when it is needed
_CELL = 32  # pixels that are looked at together along a rule
_DARK = 96  # mean brightness of such a stretch of a rule; text has more white in it
_LEAST = 6  # stretches in a row that make a rule across
_LEAST_UPRIGHT = 3
_THICK = 12  # pixels: a thicker one is a bar, a stamp, or the edge of the scan
_JOIN = 6  # stretches that may be missing inside a rule
_FRINGE = 2  # pixels of grey at the edge of a rule
_BESIDE = 8  # pixels from a rule, where there is paper
_WHITE = 200
_PALE = 190  # brighter than this once coloured ink has faded: paper
_SKEW = 0.15  # degrees: less is left alone
_MOST_SKEW = 3.0


class Cleaned(NamedTuple):
    """The picture in grey, straight and without rules; the rules in pixels; by how many degrees it was turned."""

    image: Picture
    across: list[Rule]
    down: list[Rule]
    turned: float

    def before(self, box: Box) -> Box:
        """Where a box stands on the picture that was given."""
        if not self.turned:
            return box
        sine, cosine = math.sin(math.radians(self.turned)), math.cos(math.radians(self.turned))
        x, y = self.image.width / 2, self.image.height / 2
        across, down = (box[0] + box[2]) / 2 - x, (box[1] + box[3]) / 2 - y
        left = x + across * cosine - down * sine - (box[2] - box[0]) / 2
        top = y + across * sine + down * cosine - (box[3] - box[1]) / 2
        return left, top, left + box[2] - box[0], top + box[3] - box[1]


def clean(image: Picture) -> Cleaned:
    """The picture as the recogniser is to see it."""
    grey = ink(image)
    turned = _skew(grey)
    if turned:
        grey = grey.rotate(turned, resample=_bicubic(), fillcolor=255)
    rules = [(upright, _rules(grey, upright=upright)) for upright in (False, True)]
    for upright, lines in rules:
        for at, start, end in (run for line in lines for run in line):
            edges = max(start - 1, 0) * _CELL, max(at - _FRINGE, 0), (end + 1) * _CELL, at + _FRINGE + 1
            grey.paste(255, (edges[1], edges[0], edges[3], edges[2]) if upright else edges)
    across, down = ([_rule(line) for line in lines] for _, lines in rules)
    return Cleaned(grey, across, down, turned)


def ink(image: Picture) -> Picture:
    """Grey, with the brightest of the three colours of each pixel: red seals and blue signatures fade, print stays."""
    from PIL import ImageChops  # noqa: PLC0415

    if image.mode == "RGB":
        red, green, blue = image.split()
        image = ImageChops.lighter(red, ImageChops.lighter(green, blue))
    return image.convert("L").point([min(255, value * 255 // _PALE) for value in range(256)])


# ---------------------------------------------------------------- skew
def _bicubic() -> Picture:
    from PIL import Image  # noqa: PLC0415

    return Image.Resampling.BICUBIC


def _skew(grey: Picture) -> float:
    """By how many degrees the picture must be turned so that its lines lie level; 0 where they nearly do."""
    small = grey.reduce(max(round(max(grey.size) / 900), 1))
    best = max((_level(small, step / 2), -abs(step), step / 2) for step in range(-int(2 * _MOST_SKEW), int(2 * _MOST_SKEW) + 1))[2]
    best = max((_level(small, best + step / 10), -abs(step), best + step / 10) for step in range(-4, 5))[2]
    return round(best, 1) if abs(best) >= _SKEW else 0.0


def _level(small: Picture, angle: float) -> int:
    """How sharply rows of pixels differ from their neighbours when the picture is turned."""
    turned = small.rotate(angle, fillcolor=255) if angle else small
    column = turned.resize((1, turned.height), resample=4).tobytes()  # the mean of each row
    return sum((one - other) ** 2 for one, other in pairwise(column))


# ---------------------------------------------------------------- rules
_Run = tuple[int, int, int]  # at which row or column of pixels, from which to which stretch
_STRETCH = re.compile(b"\x01+")


def _rules(grey: Picture, *, upright: bool) -> list[list[_Run]]:
    """Rows (or columns) of pixels that are dark over several stretches, with white beside them: not the feet of letters."""
    from PIL import Image, ImageFilter  # noqa: PLC0415

    seen = grey
    if upright:  # thin ones waver by a pixel
        seen = grey.filter(ImageFilter.MinFilter(3)).transpose(Image.Transpose.TRANSPOSE)
    means = seen.reduce((_CELL, 1))
    dark = means.point([1 if value < _DARK else 0 for value in range(256)])
    width, data = dark.width, dark.tobytes()
    found: list[_Run] = []
    for at in range(dark.height):
        row = data[at * width : (at + 1) * width]
        if b"\x01" in row:
            found += [
                (at, run.start(), run.end())
                for run in _STRETCH.finditer(row)
                if run.end() - run.start() >= (_LEAST_UPRIGHT if upright else _LEAST)
            ]
    brightness = means.tobytes()
    return [line for line in _lines(found) if _stands_alone(line, brightness, width)]


def _stands_alone(line: list[_Run], brightness: bytes, width: int) -> bool:
    """Whether most of what lies close above and below is paper."""
    first, last = min(at for at, _, _ in line) - _BESIDE, max(at for at, _, _ in line) + _BESIDE
    cells = {cell for _, start, end in line for cell in range(start, end)}
    places = [at * width + cell for at in (first, last) for cell in cells]
    white = sum(not 0 <= place < len(brightness) or brightness[place] > _WHITE for place in places)
    return white >= 0.75 * len(places)


def _lines(runs: Iterable[_Run]) -> Iterator[list[_Run]]:
    """Runs that lie beside each other or go on from each other, as those of one rule do."""
    lines: list[list[_Run]] = []
    for run in runs:
        for line in lines:
            if any(run[0] - at <= 2 and run[1] <= end + _JOIN and start - _JOIN <= run[2] for at, start, end in line[-8:]):
                line.append(run)
                break
        else:
            lines.append([run])
    for line in lines:
        if len({at for at, _, _ in line}) <= _THICK:
            yield line


def _rule(line: list[_Run]) -> Rule:
    places = sorted(at for at, _, _ in line)
    return Rule(places[len(places) // 2], min(start for _, start, _ in line) * _CELL, max(end for _, _, end in line) * _CELL)
