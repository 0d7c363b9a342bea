"""How far the name of an organ or an office runs: `Ban Thi đua - Khen thưởng, Sở Nội vụ tỉnh Thái Nguyên`.

Vietnamese gives no mark where a name ends and the verb begins (`của Sở Y tế quy định …`), so the name is
read syllable by syllable: a head from the lexicons, then what may follow a head of its sort, and never a
word of `organ_words.STOPS`. The lexicons know the heads; nothing here knows a place or an agency by name.
"""

from __future__ import annotations

import re

from . import organ_words as words
from .organ_words import STOPS, Head, Token, heads, is_abbreviation, one_slip, read_tokens
from .spans import Span

_REACH = 260  # a name is at most so long, in characters
_DASHES = frozenset("-–—‐‑−")
_RENAMED = re.compile(r"\s?\((?:sau|dưới) đây\s|\s?\((?:gọi|viết) tắt\s")  # whoever is renamed begins the clause that reports


def organ_span(text: str, start: int, limit: int) -> Span | None:
    """The organ or office that is named from `start` on, `None` when none is; the name ends before `limit`."""
    tokens = read_tokens(text, start, min(limit, start + _REACH))
    if not tokens or tokens[0].start != start:
        return None
    reader = _Reader(tokens, renamed=_RENAMED.match(text, tokens[-1].end, limit) is not None)
    end = reader.joint(0)
    return Span(start, tokens[end - 1].end) if end else None


class _Reader:
    """Reads a name over tokens. A reading method takes the index to begin at and gives the index behind; 0 or `at` for nothing."""

    def __init__(self, tokens: list[Token], *, renamed: bool) -> None:
        self.tokens = tokens
        self.renamed = renamed
        self.ends: dict[int, int] = {}  # what was read before: names nest, and the words before one are tried with it and without
        self.lows = tuple("-" if token.low in _DASHES else token.low for token in tokens)
        first = [token.raw for token in tokens[:4] if token.raw[0].isalnum()]
        self.capitals = len(first) >= 2 and all(map(str.isupper, first[:3])) and not all(map(is_abbreviation, first[:3]))

    # ------------------------------------------------------------ looking
    def low(self, at: int) -> str:
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def pair(self, at: int) -> str:
        return f"{self.low(at)} {self.low(at + 1)}"

    def is_capital(self, at: int) -> bool:
        """Whether a syllable begins like a name does; in a line of capitals every one does."""
        return at < len(self.tokens) and self.tokens[at].raw[0].isupper()

    def is_dash(self, at: int) -> bool:
        return self.low(at) == "-"

    def is_number(self, at: int) -> bool:
        return self.low(at).isdigit() and len(self.low(at)) <= 3

    def is_field(self, at: int) -> bool:
        return self.pair(at) in words.FIELDS

    def _is_compound(self, at: int) -> bool:
        """`Ban Quản lý dự án đầu tư xây dựng`; but `Sở Kế hoạch và Đầu tư | xây dựng`."""
        small = self.pair(at - 2) != "đầu tư" or not self.is_capital(at - 2)
        return small and f"{self.pair(at - 2)} {self.pair(at)}" in words.COMPOUNDS

    def stops(self, at: int, *, fresh: bool = False) -> bool:
        """Whether the name cannot go on here. Right behind its head a verb is a name: `Ban Tổ chức`, `Sở Xây dựng`."""
        word = self.low(at)
        if not word or not word[0].isalnum():
            return True
        named = fresh and self.is_capital(at) and self.pair(at) != "ban hành"
        if self.pair(at) in words.STOP_PAIRS:
            field = self.is_field(at) or (self.pair(at) == "quản lý" and self.is_field(at + 2))
            return not (
                named or self._is_compound(at) or (field and self.pair(at - 2) in ("cơ quan", "đơn vị"))
            )  # các cơ quan tham mưu
        of_crime = word == "về" and self.is_field(at + 1) and self.pair(at - 2) in ("tội phạm", "hành chính")
        if self.pair(at - 1) == "đồng bằng" or (of_crime and "cảnh" in self.lows[:at]):
            return False  # Cảnh sát điều tra tội phạm về ma túy
        if word == "cấp" and not self.is_capital(at):  # Cục Cảnh sát cấp ngày …
            return self.place(at) == at
        return word in STOPS and not (not self.capitals and (named or self._is_name(at)))

    def _is_name(self, at: int) -> bool:
        """A syllable of a proper name that is also a word: `Cần Thơ`, `Cao Bằng`, `Như Xuân`."""
        if not self.is_capital(at) or is_abbreviation(self.tokens[at].raw):
            return False
        begins = self.is_capital(at + 1) and self.low(at + 1)[0].isalpha()
        return begins or (
            at > 0 and self.is_capital(at - 1) and self.low(at) not in ("về", "theo", "tại", "của", "cho", "tặng", "đã")
        )

    def head(self, at: int) -> Head | None:
        """The longest head that begins here."""
        for syllables, head in heads().get(self.low(at), ()):
            if head.size == 1 and self.pair(at) in words.NO_HEADS:
                return None
            read = self.lows[at : at + head.size]
            if read == syllables or (head.size >= 4 and read[:2] == syllables[:2] and one_slip(read, syllables)):
                return head
        return None

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

    def _partner(self, begin: int, at: int) -> int:
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
            return self._partner(at + 1, end)  # Tỉnh ủy, HĐND, UBND tỉnh
        return end if link == "và" or self.low(end) in ("", "và", "về") else 0

    def organ(self, at: int) -> int:
        """One organ or office with all that belongs to its name."""
        if at not in self.ends:
            head = self.head(at)
            self.ends[at] = self._organ(at, head) if head else 0
        return self.ends[at]

    def _organ(self, at: int, head: Head) -> int:
        end = at + head.size
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
        begin, end = end, task or self.places(self._tail(end, "open" if head.sort == "task" else head.sort))
        placed = any(inner is not None and inner.sort == "place" for inner in map(self.head, range(begin, end)))
        return self._term(end if placed or not self._head_words(at).startswith(words.BODIES) else self._host(end))

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
            return 1 if self.is_field(at + 1) or self.is_capital(at + 1) or self.low(at + 1) == "cấp" else 0
        if (low == "số" and self.is_number(at + 1)) or self._is_compound(at):
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
                return size if self.capitals else 0
        return 0

    def _clear_end(self, at: int) -> bool:
        word = self.low(at)
        ends = not word or not word[0].isalnum() or word in ("về", "ban") or bool(self._nested(at))
        return ends or (not self.capitals and self.is_capital(at))

    # ------------------------------------------------------------ places, terms
    def place(self, at: int) -> int:
        """`tỉnh Thái Nguyên`, `cấp huyện`, `thành phố`, `Quận 1`: a word for a place and its name, if it has one."""
        begin, at = at, at + (self.low(at) == "cấp")
        head = self.head(at)
        if head is None or head.sort != "place":
            level = at > begin and (self.low(at) in words.LEVELS or self.pair(at) in words.LEVELS)
            return (at + 1 if self.low(at) in words.LEVELS else at + 2) if level else begin
        at += head.size
        person = self.low(at - 1) in ("tỉnh", "phố") and self.low(at) in words.SURNAMES  # Chủ tịch UBND tỉnh Nguyễn Văn A
        return at if person else self._name(at + 1 if self.low(at) == "." else at)

    def _name(self, at: int) -> int:
        """Up to five syllables in capitals."""
        begin = at
        while at < begin + 5:
            if self.is_dash(at) and self.is_capital(at + 1) and self.is_capital(at - 1) and self.head(at + 1) is None:
                at += 1
                continue
            if self.stops(at) or not (self.is_capital(at) or self.is_number(at)):
                break
            head = self.head(at)
            if head is not None and (head.sort == "place" or head.size > 1):
                break
            at += 1
        return at

    def places(self, at: int) -> int:
        """`xã A, huyện B, tỉnh C`, with or without the commas; `at` itself where no place stands."""
        while True:
            comma = self.low(at) == ","
            begin = at + comma
            head = self.head(begin)
            if head is None or head.sort != "place":
                return at
            end = self.place(begin)
            if end == begin or (comma and not (end > begin + head.size and self.is_capital(begin + head.size))):
                return at
            at = end

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
