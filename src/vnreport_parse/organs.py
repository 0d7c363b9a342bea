"""How far the name of an organ or an office runs: `Ban Thi đua - Khen thưởng, Sở Nội vụ tỉnh Thái Nguyên`.

Vietnamese gives no mark where a name ends and the verb begins (`của Sở Y tế quy định …`), so the name is
read syllable by syllable: a head from the lexicons, then what may follow a head of its sort, and never a
word of `organ_words.STOPS`. The lexicons know the heads; nothing here knows a place or an agency by name.
"""

from __future__ import annotations

import re

from . import organ_words as words
from .organ_syllables import Syllables
from .organ_words import STOPS, Head, is_abbreviation, read_tokens
from .spans import Span

_REACH = 260  # a name is at most so long, in characters
# Ban Chỉ đạo Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” tỉnh
_TAKES_QUOTES = re.compile(r"(?i:ban chỉ đạo|ban tổ chức|ban vận động|hội đồng|quỹ|câu lạc bộ)\b")
_QUOTED = re.compile(r"\s?(?P<name>[“\"][^”\"\n]{3,120}[”\"])\s?")
_RENAMED = re.compile(r"\s?\((?:sau|dưới) đây\s|\s?\((?:gọi|viết) tắt\s")  # whoever is renamed begins the clause that reports


def organ_span(text: str, start: int, limit: int) -> Span | None:
    """The organ or office that is named from `start` on, `None` when none is; the name ends before `limit`."""
    tokens = read_tokens(text, start, min(limit, start + _REACH))
    if not tokens or tokens[0].start != start:
        return None
    reader = _Reader(tokens, renamed=_RENAMED.match(text, tokens[-1].end, limit) is not None)
    end = reader.joint(0)
    if not end:
        return None
    span = Span(start, tokens[end - 1].end)
    quoted = _QUOTED.match(text, span.end, limit) if end == len(tokens) and _TAKES_QUOTES.match(text, start, limit) else None
    if quoted is None:
        return span
    after = read_tokens(text, quoted.end(), min(limit, quoted.end() + _REACH))
    placed = _Reader(after, renamed=False).places(0) if after else 0
    return Span(start, after[placed - 1].end if placed else quoted.end("name"))


class _Reader(Syllables):
    """Reads a name over tokens. A reading method takes the index to begin at and gives the index behind; 0 or `at` for nothing."""

    # ------------------------------------------------------------ organs
    def joint(self, at: int) -> int:
        """One organ, its superior behind a comma, or several organs that issue together."""
        end = self.organ(at)
        while end:
            joined = self._partner(at, end)
            if not joined:
                return end
            at, end = end + 1, joined
        return 0

    def _joins(self, first: int, second: int) -> bool:
        """Whether a comma joins two organs: the superior of the first, or its peer; any other one begins a clause."""
        one, other = self._head_words(first), self._head_words(second)
        ranks = [
            next((row for row in words.RANKS.items() if f"{head} ".startswith(f"{row[0]} ")), ("", 0)) for head in (one, other)
        ]
        peers = one == other or {one, other} <= words.LEADERS or (ranks[0] == ranks[1] and ranks[0][1] > 0)
        return not self.renamed and (peers or ranks[0][1] < ranks[1][1])

    def _head_words(self, at: int) -> str:
        head = self.head(at)
        return " ".join(self.lows[at : at + head.size]) if head else ""

    def _partner(self, begin: int, at: int, before: int = 1) -> int:
        """`, Sở Nội vụ tỉnh …` · `, Ban Bí thư` · ` và Bộ Nội vụ`: only where no clause with a verb begins there."""
        link = self.low(at)
        if link not in (",", "và") or not self.is_capital(at + 1):
            return 0
        head = self.head(at + 1)
        if head is None or head.sort == "place" or (head.sort == "office" and link == ","):
            return 0
        end = self.organ(at + 1)
        if link == "," and not self._joins(begin, at + 1):
            third = self.organ(end + 1) if end and self.low(end) == "và" and self.is_capital(end + 1) else 0
            return end if third and self.pair(third) not in words.STOP_PAIRS else 0  # Bộ Y tế, Tổng hội X và Phòng Y
        if end and self.low(end) == "," and link == ",":
            return self._partner(at + 1, end, before + 1)  # Tỉnh ủy, HĐND, UBND tỉnh
        if before > 2 and self.low(begin) == self.low(at + 1) == "bộ":
            return end  # Bộ Công an, Bộ Quốc phòng, Bộ Nội vụ, Bộ Ngoại giao hướng dẫn: no clause has so many
        return end if link == "và" or self.low(end) in ("", "và", "về") else 0

    def organ(self, at: int) -> int:
        """One organ or office with all that belongs to its name."""
        if at not in self.ends:
            head = self.head(at)
            self.ends[at] = self._organ(at, head) if head else 0
        return self.ends[at]

    def _organ(self, at: int, head: Head) -> int:
        end = at + head.size
        inner = self.head(at + 2) if self.pair(at) == "trung ương" else None
        if inner is not None and inner.size + 2 > head.size:
            return self.organ(at + 2)  # Trung ương Hội Chữ thập đỏ
        if head.sort == "place":
            return self.places(at)
        if head.sort == "fixed":
            return self._term(self._state(end))
        if head.sort == "contest":
            return self._contest(end)
        if head.sort == "office":
            return self._office(end)
        if head.size == 2 and self.pair(at) in ("hội nghị", "đại hội"):
            return self._congress(end)
        named = self.is_capital(end) and self.pair(end) not in ("chương trình", "phong trào", "đề án", "nghị quyết")
        task = self._task(end) if head.sort == "task" and not named else 0
        moved = head.sort == "task" and self.pair(end) in ("phong trào", "cuộc vận", "chương trình")
        begin, end = end, task or self.places(self._tail(end, "open" if head.sort == "task" else head.sort))
        if moved and self.low(end).isalpha() and not self.stops(end):
            end = self._task(end) or end  # Ban Chỉ đạo Phong trào Toàn dân | đoàn kết xây dựng đời sống văn hóa tỉnh
        placed = any(inner is not None and inner.sort == "place" for inner in map(self.head, range(begin, end)))
        if self.pair(at) in ("đảng bộ", "chi bộ") and self.pair(end) == "lần thứ":
            return end + 3
        if end == at + head.size and head.sort == "task" and self.low(end) == "của" and self.is_capital(end + 1):
            end = self.organ(end + 1) or end  # Ban Chỉ đạo của Chính phủ
        end = self._term(end if placed or not self._head_words(at).startswith(words.BODIES) else self._host(end))
        return self._cause(at, end)

    def _cause(self, begin: int, at: int) -> int:
        """What a national body is there for: `Ủy ban Quốc gia | về chuyển đổi số`."""
        national = self.low(begin) in ("ban", "ủy", "tổ", "hội") and self.pair(at - 2) in words.NATIONAL
        if not national or self.low(at) != "về" or self.pair(at + 1).replace(",", "chống") not in words.CAUSES:
            return at
        end = at + 3
        while end < at + 20 and not self.is_capital(end):
            comma = self.low(end) == ","
            word = end + comma
            named = self.low(word) in ("và", "chống") and not comma
            if not named and (self.stops(word) or self.is_capital(word)) and not self.is_field(word):
                break
            end = word + 1
        return end

    def _host(self, at: int) -> int:
        """The place of work in small letters that closes the name of a body within it: `Hội đồng Thi đua nhà trường`."""
        if self.pair(at) in words.HOSTS and not self.is_capital(at):
            at += 2
        elif self.low(at) in ("ngành", "trường") and self.is_capital(at + 1):
            at += 1
        else:
            return at
        return self.places(self._tail(at, "open")) if self.is_capital(at) else at

    def _contest(self, at: int) -> int:
        """`Cụm thi đua số 3`, `Khối thi đua các bệnh viện tuyến tỉnh`, `Khối thi đua Mặt trận và các đoàn thể tỉnh`."""
        end = self._tail(at, "open") if self.low(at) != "các" else at
        end += self.pair(end) == "và các"
        return self._units(end) if self.low(end) == "các" else self.places(end)

    def _units(self, at: int) -> int:
        """The members of a contest, in small letters too, up to a word that ends every name."""
        end = at + 1
        while end < at + 16:
            lists = self.low(end) in (",", "và", "-")
            if self.low(end) == ",":
                lists = not self.is_capital(end + 1) and (self.low(end + 1) in words.UNITS or self.pair(end + 1) in words.UNITS)
            after = end + lists
            again = self.low(after) == "các" or self.pair(after) == "tổ chức"
            if not again and (self.stops(after) or (lists and self.is_capital(after) and self.head(after) is not None)):
                break
            end = after + (2 if self.pair(after) == "tổ chức" else 1)
        return end if end > at + 1 else at

    def _state(self, at: int) -> int:
        """The state that a fixed name belongs to: `nước Cộng hòa xã hội chủ nghĩa Việt Nam`."""
        end = at + (self.low(at) == "nước")
        if self.pair(end) != "cộng hòa" and (self.pair(end), self.pair(end + 2)) != ("việt nam", "dân chủ"):
            return at
        while not self.stops(end) and (self.is_capital(end) or self.is_capital(end - 1) or self.pair(end) in words.LEVELS):
            end += 2 if self.pair(end) in words.LEVELS else 1
        return end

    def _congress(self, at: int) -> int:
        """`Hội nghị lần thứ sáu Ban Chấp hành Trung ương`, `Đại hội đại biểu Đảng bộ tỉnh lần thứ XX`."""
        if self.pair(at) == "lần thứ":
            at += 4 if self.low(at + 2) == "mười" and self.low(at + 3) and not self.is_capital(at + 3) else 3
        elif self.pair(at) == "đại biểu":
            at += 2
        elif self.pair(at) == "trung ương" and (self.is_number(at + 2) or self.low(at + 2) == "lần"):
            at += 3 if self.is_number(at + 2) else 5
        end = self.organ(at) or at
        return self._term(end + 3 if self.pair(end) == "lần thứ" else end)

    def _task(self, at: int) -> int:
        """The task in the name of a steering committee, when a place ends it within twelve syllables."""
        for end in range(at, at + 12):
            if not self.low(end) or (self.low(end) in STOPS - {"và", "cho", "vì"} and self.pair(end - 1) != "chương trình"):
                return 0
            head = self.head(end) if end > at + 1 else None
            if head is not None and head.sort == "place" and not (self.is_field(end) or self.is_field(end - 1)):
                return self.places(end)  # not the `thôn` of `nông thôn mới`
        return 0

    def _office(self, at: int) -> int:
        """Behind an office: the organ it heads; `Trưởng ban Dân tộc` names it without a head of its own."""
        inner = self.organ(at) if not self.stops(at) else 0
        return inner or self.places(self._tail(at, "open" if self.is_capital(at) else "placed"))

    def _tail(self, at: int, sort: str) -> int:
        """The words of the name behind its head."""
        begin, row = at, 0
        while True:
            if self._links(at, sort):
                at, row = at + 1, 0
                begin = at  # a new part, as fresh as behind the head
                continue
            if self.stops(at, fresh=at == begin and sort == "open"):
                return at
            nested = self._nested(at)
            if nested:
                return nested
            step = self._word(at, sort, row)
            if not step:
                return at
            row = row + 1 if self.is_capital(at) and step == 1 else 0
            at += step

    def _links(self, at: int, sort: str) -> bool:
        """`và`, a dash or a comma inside a name: `Văn hóa, Thể thao và Du lịch`, `Bà Rịa - Vũng Tàu`."""
        after = at + 1
        capital = self.is_capital(after)
        if self.is_dash(at):
            return (capital and not self.stops(after, fresh=True)) or self.is_field(after)
        if self.low(at) == "và" and self.pair(after) in words.UNITS and "các" in self.lows[max(at - 4, 0) : at]:
            return True  # Đảng ủy Khối các cơ quan và doanh nghiệp
        if sort != "open" or self.low(at) not in ("và", ","):
            return False
        if (self.low(at - 1), self.low(after)) == ("phòng", "chống"):
            return True
        if self.stops(after, fresh=capital and self.low(at) == "và") or self._begins_organ(after):
            return False
        if self.low(at) == "và" or (self.is_field(after) and not capital):  # Thi đua, khen thưởng
            return capital or self.is_field(after)
        # Văn hóa, Thể thao và Du lịch: a list that ends in `và`
        return capital and any(self.low(after + i) in ("và", "-") and self.is_capital(after + i + 1) for i in (1, 2, 3))

    def _begins_organ(self, at: int) -> bool:
        """Another organ begins here; `Bộ`, `Khoa` alone may be a part of the name (Bộ Khoa học và …)."""
        head = self.head(at)
        return head is not None and not (head.size == 1 and self.is_field(at))

    def _nested(self, at: int) -> int:
        """A larger organ or a place that closes the name: `Ban Tổ chức Tỉnh ủy`, `Sở Nội vụ tỉnh X`."""
        head = self.head(at)
        if head is None or (head.size == 1 and self.is_field(at)):
            return 0
        if head.sort == "place":
            end = self.places(at)
            return end if end > at else 0
        if head.size == 1 and not is_abbreviation(self.tokens[at].raw) and not (self.is_capital(at) and self.is_capital(at + 1)):
            return 0
        if not self.is_capital(at) and head.size < 3:
            return 0
        return self.organ(at)

    def _word(self, at: int, sort: str, row: int) -> int:
        """How many tokens go on here: a capital with its second syllable, a known field of work, a number."""
        raw, low = self.tokens[at].raw, self.low(at)
        if low == "nhỏ" and sort == "open" and self.pair(at + 1) == "và vừa":
            return 3
        if low == "các":
            known = self.is_field(at + 1) or self.is_capital(at + 1) or self.low(at + 1) == "cấp"
            return 1 if known else self._to_place(at)
        if (low == "số" and self.is_number(at + 1)) or self.is_compound(at):
            return 2
        if low == "về" or (low == "hóa" and sort == "open"):  # tội phạm về ma túy; Kế hoạch hóa gia đình
            return 1
        if self.is_number(at):
            return 1 if sort == "open" and self.low(at + 1) != "/" else 0
        free = sort == "open" or self.is_capital(at) or self.low(at - 1) == "và"
        if self.is_field(at) and (free or low in ("tối", "cấp", "việt", "trung", "cơ", "nhân")):
            return 2
        if self.is_capital(at) and (not self.capitals or sort == "placed"):
            return 2 if sort == "open" and not row and not is_abbreviation(raw) and self._second(at + 1) else 1
        return self._unknown(at) if sort == "open" else 0

    def _second(self, at: int) -> bool:
        """The small second syllable of a word that began with a capital: `Nội vụ`, `Thiện nguyện`."""
        if self.is_capital(at) or self.stops(at) or self.low(at) in ("và", "các", "số"):
            return False
        return self.head(at) is None or (self.low(at) in words.SECONDS and not self.is_capital(at + 1))

    def _unknown(self, at: int) -> int:
        """Small words that no list knows, when at most three stand before a clear end or the next part of a name."""
        for size in range(1, 9 if self.capitals else 4):
            if self._clear_end(at + size):
                return size
            if self.stops(at + size):
                return size if self.capitals else self._to_place(at)
        return self._to_place(at)

    def _to_place(self, at: int) -> int:
        """Small words up to the place that closes the name: `Hội Nạn nhân | chất độc da cam/dioxin | tỉnh`."""
        size = 12 if self.pair(at - 2) in words.FIELDS else 1  # Hội Phụ nữ | giúp phụ nữ nghèo tỉnh: the name is complete
        while size < 12:
            head = self.head(at + size)
            if head is not None and head.sort == "place" and not self.is_field(at + size - 1):
                return size
            word, field = self.low(at + size), self.is_field(at + size)
            if self.is_capital(at + size) or (not field and word not in ("và", "/") and self.stops(at + size)):
                break
            size += 1 + field
        return 0

    def _clear_end(self, at: int) -> bool:
        word = self.low(at)
        ends = not word or not word[0].isalnum() or word in ("về", "ban") or bool(self._nested(at))
        return ends or (not self.capitals and self.is_capital(at))

    def _term(self, at: int) -> int:
        """`khóa XIII`, `Trung ương Đảng`, `Việt Nam` behind a name that is complete."""
        for term in (("trung", "ương", "đảng"), ("trung", "ương"), ("việt", "nam")):
            if tuple(self.low(at + i) for i in range(len(term))) == term:
                at += len(term)
                break
        if self.pair(at) == "chi nhánh":
            at = self.places(self._tail(at + 2, "open"))
        if self.low(at) == "khóa" and re.fullmatch(r"[ivxl]+|\d{1,2}", self.low(at + 1)):
            at += 2
            session = at + (self.low(at) == ",")
            if self.pair(session) == "kỳ họp" and self.low(session + 2) == "thứ" and self.low(session + 3):
                at = session + 4
        return at
