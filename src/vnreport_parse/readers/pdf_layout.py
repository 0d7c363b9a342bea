"""From the words of a page to its lines in reading order: the left column of a letterhead, then the right one.

Rows of words are cut at wide gaps into segments. Where rows that follow each other leave the same gutter free,
they are two columns, read one after the other; the same again within each column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from .pdf_geometry import Word

# All in heights of a letter's box, about nine tenths of the font size.
_ROW = 0.45  # between the baselines of words of one row
_STAGGERED = 0.8  # of two columns with lines at half each other's height
_SMALL, _RAISED = 0.75, 1.3  # digits of a footnote
_WEAK = 0.7  # a gap that may part columns where its neighbours agree
_BROKEN = 0.45  # the same, where the file itself breaks off there
_STRONG = 1.15  # a gap that no justified line has
_GUTTER = 0.4  # what must stay free between columns
_NEAR = 1.2  # from line to line of one column
_FAR = 10.0  # from the last row to the name under a seal

_MARKER = re.compile(r"[-+•*–—○●▪o]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[IVX]{1,5}|[A-Z])[.)/]|Điều \d{1,3}[.:]?")
# A blank to fill in, or what a stamp filled in: Số:      /BC-SNV, ngày    tháng 8
_BEFORE_BLANK = re.compile(r"(?:^|.*\s)(?:số ?:?|ngày|tháng|năm|số ?: ?\d{1,5}|ngày \d{1,2}|tháng \d{1,2})", re.IGNORECASE)
_AFTER_BLANK = re.compile(r"[/–-]\s?[A-ZĐ\d]|\d{1,5}(?:$|\s?[/–-])|\d{1,2}\s+tháng|tháng\b|năm\b", re.IGNORECASE)
_OWN_ROW = re.compile(r"kính (?:gửi|trình|chuyển)|nơi nhận", re.IGNORECASE)
_COLUMNS = re.compile(r"CỘNG HÒA|CỘNG HOÀ|Độc lập|ĐẢNG CỘNG SẢN|Nơi nhận|NƠI NHẬN|^(?:K/?T|T/?M|TUQ|T/?L)\.")


@dataclass(slots=True)
class Segment:
    """Words of a row without a wide gap between them."""

    words: list[Word]
    left: float = field(init=False)
    right: float = field(init=False)
    top: float = field(init=False)
    bottom: float = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.words[0].left
        self.right = max(word.right for word in self.words)
        self.top = min(word.top for word in self.words)
        self.bottom = max(word.bottom for word in self.words)

    @property
    def text(self) -> str:
        """The words with single blanks between them."""
        return " ".join([word.text for word in self.words])

    @property
    def height(self) -> float:
        """The height of its letters."""
        return median(word.height for word in self.words)


Row = list[Segment]


@dataclass(slots=True)
class PrintLine:
    """A line as it is read. More than one segment stand apart on it; `cells` makes it the row of a table.

    `block` counts the stretches that stand under each other; `side` is -1 and 1 in a left and a right column.
    """

    segments: list[Segment]
    block: int
    side: int = 0
    cells: list[list[Segment]] | None = None

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.segments[0].left if self.segments else 0.0

    @property
    def right(self) -> float:
        """Where it ends."""
        return max((segment.right for segment in self.segments), default=0.0)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min((segment.top for segment in self.segments), default=0.0)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max((segment.bottom for segment in self.segments), default=0.0)

    @property
    def baseline(self) -> float:
        """Where its letters stand."""
        return self.segments[0].words[0].baseline if self.segments else 0.0

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(segment.text for segment in self.segments)


# ---------------------------------------------------------------- rows
def rows_of(words: list[Word], text: str) -> list[Row]:
    """The rows of a page from top to bottom, each cut at its gaps; `text` is the page's text, whose line breaks part cells."""
    if not words:
        return []
    usual = median(word.height for word in words)
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.baseline, word.left)):
        near = []
        for row in reversed(rows):
            if word.baseline - row[0].baseline > _ROW * _RAISED * usual:
                break
            if word.baseline - row[0].baseline <= _ROW * _scale(word, row[0], usual):
                near.append(row)
        if near:
            min(near, key=lambda row: abs(word.baseline - row[-1].baseline)).append(word)
        else:
            rows.append([word])
    cut = [_segments(sorted(row, key=lambda word: (word.left, word.start)), text) for row in rows]
    return _beside_each_other(cut, usual)


def _beside_each_other(rows: list[Row], usual: float) -> list[Row]:
    """The rows, where those of two columns that stand at half a line's height from each other are one."""
    found: list[Row] = []
    for row in rows:
        above = found[-1] if found else None
        if above and row[0].words[0].baseline - above[0].words[0].baseline < _STAGGERED * usual:
            left, right = (above, row) if above[0].left < row[0].left else (row, above)
            if right[0].left - left[-1].right > _STRONG * usual:
                found[-1] = left + right
                continue
        found.append(row)
    return found


def _scale(one: Word, other: Word, usual: float) -> float:
    """The height of the smaller letters; a dash alone has hardly any, a stroke of a pen may reach far, small digits are raised."""
    if any(small.text.isdigit() and 0 < small.size < _SMALL * large.size for small, large in ((one, other), (other, one))):
        return _RAISED * usual
    return min(max(min(one.height, other.height), 0.6 * usual), usual)


def _segments(words: list[Word], text: str) -> Row:
    """The words of a row, cut at every gap that may part columns."""
    height = median(word.height for word in words)
    parts: list[list[Word]] = [[words[0]]]
    edge = words[0].right
    for before, word in pairwise(words):
        gap = word.left - edge
        broken = word.first < before.last or "\n" in text[before.last : word.first] if text else False
        if gap > (_BROKEN if broken else _WEAK) * height:
            parts.append([word])
        else:
            parts[-1].append(word)
        edge = max(edge, word.right)
    row = [Segment(parts[0])]
    for part in parts[1:]:
        segment = Segment(part)
        if _fills(row[-1], segment) or len(row) == 1 and _MARKER.fullmatch(row[0].text):
            row[-1] = Segment(row[-1].words + part)
        else:
            row.append(segment)
    return _unless_justified(row, height)


def _fills(before: Segment, after: Segment) -> bool:
    """Whether the gap is a blank to fill in: `Số:      /BC-SNV`."""
    return _AFTER_BLANK.match(after.text) is not None and _BEFORE_BLANK.fullmatch(before.text) is not None


def _unless_justified(row: Row, height: float) -> Row:
    """One segment where the whole line was stretched: all its gaps are much the same."""
    gaps = [after.left - before.right for before, after in pairwise(row)]
    words = sum(len(segment.words) for segment in row)
    if len(gaps) >= 3 and len(gaps) >= 0.6 * (words - 1) and max(gaps) < 1.6 * min(gaps) and max(gaps) < 4 * height:
        return [Segment([word for segment in row for word in segment.words])]
    return row


def joined(row: Row) -> Row:
    """The row with only the gaps that stand out by themselves."""
    kept = [row[0]]
    for segment in row[1:]:
        if segment.left - kept[-1].right > _STRONG * segment.height:
            kept.append(segment)
        else:
            kept[-1] = Segment(kept[-1].words + segment.words)
    return kept


# ---------------------------------------------------------------- columns
@dataclass(slots=True)
class _Region:
    """Rows `first:stop` in two columns with a gutter from `left` to `right` between them."""

    first: int
    stop: int
    left: float
    right: float
    both: int = 1  # rows that have words on either side
    sure: bool = False

    def side(self, segment: Segment) -> int:
        """-1 for the left column, 1 for the right one."""
        return -1 if segment.left + segment.right < self.left + self.right else 1

    def narrowed(self, row: Row) -> tuple[float, float]:
        """The gutter that is left when the row is taken in."""
        left = max([self.left, *(s.right for s in row if self.side(s) < 0)])
        return left, min([self.right, *(s.left for s in row if self.side(s) > 0)])


def flow(rows: list[Row], side: int = 0) -> list[PrintLine]:
    """The lines of the rows in reading order."""
    lines: list[PrintLine] = []
    block = 0
    at = 0
    regions = _regions(rows)
    while at < len(rows):
        region = next((region for region in regions if region.first == at), None)
        if region is None:
            lines.append(PrintLine(joined(rows[at]), block, side))
            at += 1
            continue
        for column in (-1, 1):
            part = [own for row in rows[region.first : region.stop] if (own := [s for s in row if region.side(s) == column])]
            inner = flow(part, column)
            for line in inner:
                line.block += block + 1
            lines += inner
            block = max((line.block for line in inner), default=block)
        at = region.stop
        block += 1
    return lines


def column_bands(rows: list[Row]) -> list[tuple[float, float]]:
    """Upper and lower edge of each stretch of the page that stands in two columns."""
    return [
        (min(s.top for row in own for s in row), max(s.bottom for row in own for s in row))
        for region in _regions(rows)
        if (own := rows[region.first : region.stop])
    ]


def _regions(rows: list[Row]) -> list[_Region]:
    found: list[_Region] = []
    at = 0
    while at < len(rows):
        region = _region(rows, at, found[-1].stop if found else 0) if len(rows[at]) > 1 else None
        if region is not None:
            found.append(region)
            at = region.stop
        else:
            at += 1
    return found


def _region(rows: list[Row], at: int, floor: int) -> _Region | None:
    """The columns that begin with the row `at`, none where only this row has a gap."""
    grown = [_grow(rows, at, gap) for gap in pairwise(rows[at])]
    best = max(grown, key=lambda region: (region.both, region.sure, region.right - region.left))
    height = rows[at][0].height
    while best.first > floor and _belongs(rows, best, best.first - 1, best.first, height):
        left, right = best.narrowed(rows[best.first - 1])
        if right - left < _GUTTER * height:
            break
        best.left, best.right, best.first = left, right, best.first - 1
    if not best.sure or best.stop - best.first < 2:
        return None
    return best


def _grow(rows: list[Row], at: int, gap: tuple[Segment, Segment]) -> _Region:
    """The rows under `at` that leave the gap free, as far as both columns go on."""
    region = _Region(at, at + 1, gap[0].right, gap[1].left)
    height = rows[at][0].height
    region.sure = _is_sure(region, rows[at], height)
    last = {-1: at, 1: at}  # the last row of each column
    for now in range(at + 1, len(rows)):
        row = rows[now]
        if _OWN_ROW.match(row[0].text) or row[0].top - max(s.bottom for s in rows[now - 1]) > _FAR * height:
            break
        left, right = region.narrowed(row)
        if right - left < _GUTTER * height:
            break
        sides = {region.side(segment) for segment in row}
        if len(sides) == 2:
            if min(s.top for s in row) - max(s.bottom for s in rows[max(last.values())]) > 4 * height:
                break
            region.left, region.right, region.stop = left, right, now + 1
            region.both += 1
            region.sure = region.sure or _is_sure(region, row, height)
        elif _belongs(rows, region, now, last[sides.copy().pop()], height):
            region.left, region.right, region.stop = left, right, now + 1
        last |= dict.fromkeys(sides, now)
    return region


def _is_sure(region: _Region, row: Row, height: float) -> bool:
    """Whether the row shows that there are columns: by a gap that stands out, or by what it says."""
    edge = max((s.right for s in row if region.side(s) < 0), default=region.left)
    begin = min((s.left for s in row if region.side(s) > 0), default=region.right)
    return begin - edge > _STRONG * height or any(_COLUMNS.search(segment.text) for segment in row)


def _belongs(rows: list[Row], region: _Region, now: int, near: int, height: float) -> bool:
    """Whether the row `now` has words of one column only and stands close to the row `near`, under or over its words."""
    row = rows[now]
    sides = {region.side(segment) for segment in row}
    if len(sides) > 1:
        return False
    side = sides.pop()
    beside = [s for s in rows[near] if region.side(s) == side]
    if not beside:
        return False
    upper, lower = (row, beside) if now < near else (beside, row)
    if min(s.top for s in lower) - max(s.bottom for s in upper) > _NEAR * height:
        return False
    column = [s for other in rows[region.first : region.stop] for s in other if region.side(s) == side]
    left, right = min(s.left for s in column), max(s.right for s in column)
    covered = min(right, row[-1].right) - max(left, row[0].left)
    return abs(row[0].left - left) < 0.5 * height or covered >= 0.6 * (row[-1].right - row[0].left)
