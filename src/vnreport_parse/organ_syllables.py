"""The syllables of a name and what can be said of each: capitals, heads, where a name cannot go on, places."""

from __future__ import annotations

from . import organ_words as words
from .organ_words import STOPS, Head, Token, heads, is_abbreviation, one_slip

_DASHES = frozenset("-–—‐‑−")


class Syllables:
    """Tokens by their index; a method that reads takes the index to begin at and gives the index behind."""

    def __init__(self, tokens: list[Token], *, renamed: bool) -> None:
        self.tokens = tokens
        self.renamed = renamed
        self.ends: dict[int, int] = {}  # what was read before: names nest, and the words before one are tried with it and without
        self.lows = tuple("-" if token.low in _DASHES else "và" if token.raw == "&" else token.low for token in tokens)
        first = [token.raw for token in tokens[:4] if token.raw[0].isalnum()]
        self.capitals = len(first) >= 2 and all(map(str.isupper, first[:3])) and not all(map(is_abbreviation, first[:3]))

    def low(self, at: int) -> str:
        """The folded syllable at an index; empty outside."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def pair(self, at: int) -> str:
        """Two folded syllables."""
        return f"{self.low(at)} {self.low(at + 1)}"

    def is_capital(self, at: int) -> bool:
        """Whether a syllable begins like a name does; in a line of capitals every one does."""
        return at < len(self.tokens) and self.tokens[at].raw[0].isupper()

    def is_dash(self, at: int) -> bool:
        """Whether a dash stands there."""
        return self.low(at) == "-"

    def is_number(self, at: int) -> bool:
        """A number of at most three digits."""
        return self.low(at).isdigit() and len(self.low(at)) <= 3

    def is_field(self, at: int) -> bool:
        """Two syllables that name a field of work."""
        return self.pair(at) in words.FIELDS

    def is_compound(self, at: int) -> bool:
        """`Ban Quản lý dự án đầu tư xây dựng`; but `Sở Kế hoạch và Đầu tư | xây dựng`."""
        small = self.pair(at - 2) != "đầu tư" or not self.is_capital(at - 2) or self.is_capital(at)
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
                named or self.is_compound(at) or (field and self.pair(at - 2) in ("cơ quan", "đơn vị"))
            )  # các cơ quan tham mưu
        of_crime = word == "về" and self.is_field(at + 1) and self.pair(at - 2) in ("tội phạm", "hành chính")
        if self.pair(at - 1) == "đồng bằng" or (of_crime and "cảnh" in self.lows[:at]):
            return False  # Cảnh sát điều tra tội phạm về ma túy
        if word == "cấp" and not self.is_capital(at):  # Cục Cảnh sát cấp ngày …
            return self.place(at) == at
        return word in STOPS and not self.is_field(at) and not (not self.capitals and (named or self._is_name(at)))

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
            numbered = self.is_number(at - 1) and at - 1 == begin  # Tòa án nhân dân khu vực 2 - An Hải
            if self.is_dash(at) and self.is_capital(at + 1) and (numbered or self.is_capital(at - 1)) and self.head(at + 1) is None:
                at += 1
                continue
            if self.stops(at) or not (self.is_capital(at) or self.is_number(at)) or self.lows[at : at + 3] == ("v", "/", "v"):
                break  # UBND huyện V/v
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
