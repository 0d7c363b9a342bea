"""How the body of a document is laid out: wrapped or not, paragraphs, table cells, quoted law text, emphasis."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from .formulas import FURNITURE, plain
from .lines import Line
from .source import SourceText
from .spans import Span

_ENDS = (".", ";", ":", "!", "?", "…")
_CLOSERS = "\"”'’)*"
_BULLET = re.compile(r"[-+*•–—○●▪◦][\s\"“(]|[-+•–][A-ZĐÀ-Ỹ]")
# Bộ Lao động / - Thương binh và Xã hội: a name broken at its dash is no bullet
_DASHED_NAME = re.compile(
    r"[-–]\s(?:[a-zđà-ỹ]|(?:Thương binh|Khen thưởng|Trẻ em|Hành chính|Kế hoạch|Ngân sách|Tài chính|Chi nhánh)\b)"
)
# Inside a sentence no such word has a capital: after a line without a stop it begins a paragraph.
_OPENER = re.compile(
    r"(?:Trong|Các|Những|Một số|Đến|Căn cứ|Thực hiện|Nhìn chung|Hiện|Theo|Qua|Để|Nhằm|Với|Tính|Sau|Từ|Trên|Tại|Bên cạnh|Ngoài|Do|"
    r"Là|Có|Được|Đã|Cùng|Thông qua|Song|Tuy|Mặc dù|Khi|Đồng thời|Toàn|Kết quả|Việc|Bảng|Biểu)\s"
)
# ... theo quy định tại Điều / 1. ...: a line that ends in such a word goes on; `danh mục`, `hằng tháng` may end one
_UNFINISHED = re.compile(
    r"(?:^|\s)(?:(?<!tồn )tại|theo|và|của|các|những|với|hoặc|từ|cho|là|trong|về|đến|lần|thứ|điều|(?<!điều )(?<!tài )khoản|"
    r"(?<!danh )(?<!hạng )(?<!chuyên )mục|(?<!hằng )(?<!hàng )(?:quý|ngày|tháng)|(?<!xếp )hạng)$",
    re.IGNORECASE,
)
_STARTS = re.compile(r"[“\"](?:Điều|Chương|Mục|\d{1,3}[.)]|[a-zđ]\))")
_LETTER_LABEL = re.compile(r"[a-zđ](?:\.\d{1,2})*\s?[.)/-]")
_YEAR = re.compile(r"\d{4}(?:\s?[-–]\s?\d{4})?\W{0,2}")
_NUMBERED = re.compile(r"\d{1,3}[.)] |[a-zđ]\) |Điều \d{1,3}\.")
_QUOTES = str.maketrans("‟″«»", "””“”")
_TABLE_HEAD = re.compile(r"(?:S?TT|Stt|Số TT)\b(?!\.)(?:\s|$)")
_ROW = re.compile(r"(\d{1,3})[.)]?\s")
_ROW_LINES = 3  # over which a row of a table may be broken
_LONGEST_CELL = 12  # lines; a layout table around the whole body is none
_LOOK_BACK = 12
_SHORT_LINE = 12  # letters: `UBND tỉnh` at the end of a paragraph may be all capitals
_HEADING_LINES = 6
_NARROWEST, _WIDEST = 24, 160  # letters in a wrapped line
_FULL, _RAGGED = 0.85, 0.75  # of the usual width: letters differ in width
_MANY = 8  # pairs of lines, to read from them how ragged the margin is


def _goes_small(line: Line) -> bool:
    """Whether the line begins with a small letter that is no label: `a) ...` begins anew."""
    return line.text[0].islower() and _LETTER_LABEL.match(line.text) is None


def _reach(before: Line, line: Line) -> int:
    """How long the line before would be with the first word of the next."""
    return len(before.text) + 1 + len(line.text[:20].split(" ", 1)[0])


class Layout:
    """The lines of the body and what can be said of each; lines are named by their place in `lines`."""

    def __init__(self, source: SourceText, lines: tuple[Line, ...], body: Span) -> None:
        self.text = source.text
        self.lines = [line for line in lines if body.start <= line.span.start and line.span.end <= body.end]
        self.end = body.end
        self._bold = source.bold
        self._bold_starts = [span.start for span in source.bold]
        self.furniture = frozenset(
            at for at, line in enumerate(self.lines) if line.furniture or FURNITURE.match(plain(line.text[:80])) is not None
        )
        self.cells = self._find_cells()
        self.rows = self._find_rows()
        self.quoted = self._find_quoted()
        self.width, self._least = self._find_width()

    # ------------------------------------------------------------ of the whole
    def _find_width(self) -> tuple[int, float]:
        """How long lines are where the page breaks them, and how long one would be with one word more at the least.

        Both are read from the pairs of lines that one sentence surely runs through; 0 when each paragraph
        stands on one line.
        """
        broken = [
            (len(before.text), _reach(before, line))
            for before, line in zip(self.lines, self.lines[1:], strict=False)
            if not line.blank_before and _goes_small(line) and len(before.text) >= _NARROWEST and not before.text.endswith(_ENDS)
        ]
        if len(broken) < max(1, len(self.lines) // 12):
            return 0, 0.0
        width = sorted(length for length, _ in broken)[len(broken) * 9 // 10]
        longer = sum(len(line.text) > width * 1.3 for line in self.lines)
        if width > _WIDEST or longer * 12 > len(self.lines):
            return 0, 0.0
        reach = sorted(reach for _, reach in broken)[len(broken) // 20]
        return width, max(reach, width * _RAGGED) if len(broken) >= _MANY else width * _FULL

    @cached_property
    def blank_separated(self) -> bool:
        """Whether blank lines stand between paragraphs, so that lines without one belong together."""
        starts = [
            line.blank_before > 0
            for before, line in zip(self.lines, self.lines[1:], strict=False)
            if before.text.rstrip(_CLOSERS).endswith((".", ";", ":")) and not line.text[0].islower()
        ]
        return len(starts) >= 4 and sum(starts) >= 0.8 * len(starts)

    def _find_cells(self) -> frozenset[int]:
        """Lines of table cells that stand on their own: `|` / `1` / `|` / `Mỗi ha rừng` / `|`."""
        cells: set[int] = set()
        run: list[int] = []
        for at, line in enumerate(self.lines):
            between = self.text[self.lines[at - 1].span.end if at else 0 : line.span.start]
            if "|" in between:
                if len(run) <= _LONGEST_CELL:
                    cells.update(run)
                run = []
            if between.rstrip(" ").endswith(("|", "|\n")):
                run = [at]
            elif run and not line.blank_before:
                run.append(at)
            else:
                run = []
            if line.text.count("|") >= 2:
                cells.add(at)
        after = self.text[self.lines[-1].span.end : self.end + 4] if self.lines else ""
        if "|" in after and len(run) <= _LONGEST_CELL:
            cells.update(run)
        return frozenset(cells)

    def _find_rows(self) -> frozenset[int]:
        """Rows of a table that a page gives as lines: `STT Họ và tên Đơn vị` / `1. Nguyễn Văn A Phòng Tài chính`."""
        rows: set[int] = set()
        expected, since = 0, 0
        for at, line in enumerate(self.lines):
            since += 1
            row = _ROW.match(line.text)
            if _TABLE_HEAD.match(line.text):
                expected, since = 1, 0
            elif expected and row and int(row[1]) == expected and not line.text.endswith((".", ";", ":")):
                rows.add(at)
                expected, since = expected + 1, 0
            elif since > _ROW_LINES or row:
                expected = 0
        return frozenset(rows)

    def _find_quoted(self) -> frozenset[int]:
        """Lines of quoted law text: from a line that opens a quotation after a colon to the one that closes it."""
        quoted: set[int] = set()
        start, inner = -1, 0
        for at, line in enumerate(self.lines):
            text = line.text.translate(_QUOTES) if "«" in line.text else line.text
            straight = text.count('"') % 2
            net = text.count("“") - text.count("”")
            closes = net < 0 or straight and text.rstrip(".,;: ").endswith('"')
            if text[0] in '“"' and (net > 0 or straight) and self._may_quote(at, text):
                if start >= 0:  # never closed: it ends where the paragraph begins that introduces the next one
                    quoted.update(range(start, self._introduction(at, start)))
                start, inner = at, 0
            elif start >= 0 and closes and not inner:
                quoted.update(range(start, at + 1))
                start = -1
            elif start >= 0 and (net or straight):
                inner = 0 if closes else 1
        return frozenset(quoted)

    def _may_quote(self, at: int, text: str) -> bool:
        before = self.lines[at - 1].text if at else ""
        return before.rstrip(" *").endswith((":", "sau")) or _STARTS.match(text) is not None

    def _introduction(self, at: int, start: int) -> int:
        """The line with which the paragraph before `at` begins: `2. Sửa đổi Điều 7 như sau:`."""
        for back in range(at - 1, max(at - _LOOK_BACK, start), -1):
            if _NUMBERED.match(self.lines[back].text):
                return back
        return start

    # ------------------------------------------------------------ of a place
    def emphasis_end(self, offset: int) -> int:
        """Where the emphasis that covers `offset` ends; `offset` without one."""
        at = bisect_right(self._bold_starts, offset) - 1
        return self._bold[at].end if at >= 0 and self._bold[at].end > offset else offset

    def emphasised(self, offset: int) -> bool:
        """Whether emphasis covers the character."""
        return self.emphasis_end(offset) > offset

    def before(self, at: int) -> int:
        """The line above that is no page number and no running head; -1 for none."""
        at -= 1
        while at >= 0 and at in self.furniture:
            at -= 1
        return at

    def _full(self, before: Line, line: Line) -> bool:
        """Whether the first word of `line` had no room on the line before."""
        return bool(self.width) and _reach(before, line) >= self._least

    # ------------------------------------------------------------ of a line
    def invites(self, at: int) -> bool:
        """Whether the line above introduces a list: it ends in a colon, or is a title."""
        place = self.before(at)
        if place < 0:
            return True
        before = self.lines[place]
        if before.text.endswith(":") or before.capitals:
            return True
        return self._is_open(before) and not self._full(before, self.lines[at]) and not self._breaks_off(before)

    def heads(self, at: int) -> bool:
        """Whether the paragraph that begins on the line ends as a title or an introduction does."""
        last = self.paragraph_end(at, min(at + _HEADING_LINES, len(self.lines))) - 1
        return self.lines[last].text.endswith(":") or self._is_open(self.lines[last])

    def _is_open(self, line: Line) -> bool:
        return len(line.text) < 200 and not line.text.rstrip(_CLOSERS).endswith((*_ENDS, ","))

    def runs_on(self, at: int) -> bool:
        """Whether the line is the rest of a sentence that began above."""
        line, place = self.lines[at], self.before(at)
        if place < 0 or line.blank_before and place == at - 1:
            return False
        before = self.lines[place]
        if before.text.endswith(_ENDS) or before.capitals or self.emphasised(before.span.end - 1):
            return False
        if self._breaks_off(before):
            return True
        return not line.blank_before and self._full(before, line) and not self.emphasised(line.span.start)

    def breaks_off(self, at: int) -> bool:
        """Whether the line above ends in the middle of a sentence."""
        place = self.before(at)
        return place >= 0 and self._breaks_off(self.lines[place])

    def _breaks_off(self, line: Line) -> bool:
        """Whether the line ends as no paragraph does: in a comma, or a word that wants another."""
        return line.text.endswith(",") or _UNFINISHED.search(line.text[-20:]) is not None

    def counted_inside(self, at: int) -> bool:
        """Whether `(2)` at the start of the line goes on with a `(1)` inside the same paragraph, or before a `(3)` there."""
        text = self.lines[at].text
        number = int(text[1 : text.index(")")])
        for back in range(at - 1, max(at - 1 - _LOOK_BACK, -1), -1):
            if self.lines[back + 1].blank_before:
                break
            if self.lines[back].text.find(f"({number - 1})", 1, 1000) > 0:
                return True
        last = self.paragraph_end(at, min(at + _LOOK_BACK, len(self.lines)))
        return any(self.lines[now].text.find(f"({number + 1})", 1, 1000) > 0 for now in range(at, last))

    def joins(self, at: int) -> bool:
        """Whether the line goes on with the paragraph of the line above."""
        line, place = self.lines[at], self.before(at)
        if place < 0 or (at in self.cells) != (place in self.cells):
            return False
        before = self.lines[place]
        if place != at - 1:  # over a page break
            return _goes_small(line) and not before.text.endswith(_ENDS) and not before.capitals
        if line.blank_before:
            return False
        if _BULLET.match(line.text):
            return bool(_DASHED_NAME.match(line.text)) and self._full(before, line) and self._is_open(before)
        return self._goes_on(before, line)

    def _goes_on(self, before: Line, line: Line) -> bool:
        if before.capitals != line.capitals and (before.capitals or len(line.text) > _SHORT_LINE):
            return before.capitals and _YEAR.fullmatch(line.text) is not None and self._is_open(before)
        if _goes_small(line) or before.text.endswith("-") or self._breaks_off(before):
            return True
        if self.emphasis_end(before.span.end - 1) > line.span.start or (before.capitals and self._is_open(before)):
            return True
        if not self.width or self._starts_paragraph(before, line):
            return False
        return self.blank_separated or self._full(before, line)

    def _starts_paragraph(self, before: Line, line: Line) -> bool:
        """Whether the line is indented, or begins as no line inside a sentence does."""
        if self.blank_separated:
            return False
        if line.column > before.column + 1 or before.text.endswith((":", "”", '"')):
            return True
        return self._is_open(before) and _OPENER.match(line.text) is not None

    def paragraph_end(self, at: int, stop: int) -> int:
        """The line after the paragraph that holds line `at`, before `stop`."""
        last = at
        for now in range(at + 1, stop):
            if now in self.furniture:
                continue
            if not self.joins(now):
                break
            last = now
        return last + 1
