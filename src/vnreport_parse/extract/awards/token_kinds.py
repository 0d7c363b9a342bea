"""The kinds of words that an award sentence is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ...counting import CountedGroup
from ...numerals import Numeral
from ...records import AwardStatus
from ...spans import Span


@dataclass(frozen=True, slots=True)
class TitleToken:
    """An award's title with rank, qualifier, authority and the number of certificates that stand with it."""

    span: Span
    row: dict[str, object]
    rank: str | None = None
    qualifier: str | None = None
    authority: Span | None = None
    quantity: Numeral | None = None
    evidence: dict[str, Span] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The canonical title."""
        return str(self.row["title"])

    @property
    def personal(self) -> bool:
        """A title that its bearer is (`14 Lao động tiên tiến`), not a thing that is handed over (`14 Giấy khen`)."""
        return self.row["family"] in ("emulation_title", "honorary_title")

    @property
    def of_state(self) -> bool:
        """An order, or an honorary title of the State: only the State and the Party confer it."""
        return self.row["family"] == "order" or (self.row["family"] == "honorary_title" and "Thủ đô" not in self.title)

    @property
    def kinds(self) -> list[str]:
        """The kinds of recipients the title may have, the usual one first."""
        kinds = self.row["recipients"]
        return list(kinds) if isinstance(kinds, list) else []


@dataclass(frozen=True, slots=True)
class RankToken:
    """A rank without its title, `hạng Nhì cho 04 tập thể`, `02 hạng Nhì`, or the years of an elided Huy hiệu Đảng."""

    span: Span
    rank: str | None
    qualifier: str | None = None
    quantity: Numeral | None = None


@dataclass(frozen=True, slots=True)
class VerbToken:
    """A verb that sets the status. `passive`: `được … tặng`. `received`: the recipient stands before it."""

    span: Span
    status: AwardStatus | None
    received: bool = False
    passive: bool = False
    negated: bool = False


Joint = Literal["for", "stop", "of_which", "passive", "colon"]


@dataclass(frozen=True, slots=True)
class JointToken:
    """`cho`, the end of a clause, `trong đó`, a lone `được`, a colon."""

    span: Span
    joint: Joint


GroupToken = CountedGroup
Token = TitleToken | RankToken | GroupToken | VerbToken | JointToken


def bearers(title: TitleToken, number: Numeral) -> GroupToken:
    """`14 Lao động tiên tiến`: those who bear a title, as a group; persons, where persons may bear it."""
    kind = "individual" if "individual" in title.kinds or not title.kinds else title.kinds[0]
    return GroupToken(number.span, number, title.title, title.evidence["title"], kind)  # type: ignore[arg-type]
