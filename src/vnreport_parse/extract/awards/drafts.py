"""An award statement while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ...records import AwardStatus
from ...spans import Span
from .recipients import Named
from .token_kinds import GroupToken, TitleToken


@dataclass
class DraftGroup:
    """Recipients of a draft: a counted group with its names, or names alone."""

    counted: GroupToken | None
    names: list[Named] = field(default_factory=list)


@dataclass(eq=False)
class Draft:
    """A title, who confers it, what became of it, and the recipients found so far.

    `anchored`: the title itself stands in the draft's span; false where it is carried over. `stated`: the
    conferral is told as a fact, so that it is a statement without recipients too.
    """

    title: TitleToken
    rank: str | None
    qualifier: str | None
    authority: Span | None
    status: AwardStatus
    span: Span
    groups: list[DraftGroup] = field(default_factory=list)
    part_of: Draft | None = None
    restates: Draft | None = None
    cumulative: bool = False
    evidence: dict[str, Span] = field(default_factory=dict)
    rule: str = "award.title-first"
    anchored: bool = True
    stated: bool = False

    @property
    def counted(self) -> bool:
        """Whether it says how many, or names its recipients."""
        return bool(self.groups) or self.title.quantity is not None

    def again(self, rule: str, at: Span) -> Draft:
        """The same title, authority and status for further recipients."""
        return Draft(
            title=replace(self.title, quantity=None),
            rank=self.rank,
            qualifier=self.qualifier,
            authority=self.authority,
            status=self.status,
            span=at,
            cumulative=self.cumulative,
            evidence={name: span for name, span in self.evidence.items() if name != "quantity"},
            rule=rule,
            anchored=False,
        )

    def attach(self, groups: list[GroupToken]) -> None:
        """Adds counted groups."""
        self.groups += [DraftGroup(group) for group in groups if group.numeral.value]
        self.stretch(*(group.span for group in groups))

    def take(self, named: list[Named]) -> None:
        """Adds named recipients: neighbours of one kind are one group with their number."""
        for one in named:
            last = self.groups[-1] if self.groups else None
            if last and last.counted is None and last.names[-1].kind == one.kind and last.names[-1].name and one.name:
                last.names.append(one)
            else:
                self.groups.append(DraftGroup(None, [one]))
        self.stretch(*(one.span for one in named))

    def collect(self, named: list[Named]) -> None:
        """Names that a list below gives: of the groups counted, or, where none is, the recipients themselves."""
        counted = [group for group in self.groups if group.counted is not None]
        if not counted:
            self.groups = [group for group in self.groups if group.names[0].name or group.names[0].single]
            self.take(named)
            return
        for one in named:
            fitting = [group for group in counted if group.counted and group.counted.kind == one.kind] or counted
            fitting[-1].names.append(one)
            self.stretch(one.span)

    def split_ranks(self) -> list[Draft]:
        """`Huy chương … hạng Nhất, hạng Nhì`, given to one recipient, are two awards."""
        ranks = (self.rank or "").split(", ")
        if len(ranks) < 2 or any(group.counted for group in self.groups) or not (self.groups or self.stated):
            return [self]
        names = self.groups[0].names if len(self.groups) == 1 else []
        if len(names) == len(ranks) and all(one.name for one in names):  # hạng Nhì, hạng Ba cho ông A và bà B: to each his own
            given = [[DraftGroup(None, [one])] for one in names]
        else:
            given = [list(self.groups) for _ in ranks]
        return [
            replace(self, rank=rank, groups=groups, evidence=dict(self.evidence)) for rank, groups in zip(ranks, given, strict=True)
        ]

    def stretch(self, *spans: Span) -> None:
        """Widens the statement's span to hold `spans`."""
        self.span = (
            Span(min(self.span.start, *(s.start for s in spans)), max(self.span.end, *(s.end for s in spans)))
            if spans
            else self.span
        )


@dataclass(frozen=True)
class Governor:
    """What a heading, or a passage ending in a colon, says for the items under it.

    `people` are the recipients of items that name none: `Nhà trường đã được tặng thưởng:`; `target` says
    that the items are aims, not results; `cumulative` that they count from a beginning,
    `từ năm 2006 đến nay:`; `honours` that each item is an award that was given, `được Nhà nước tặng thưởng:`; `weak` that a
    clause of its own may say otherwise: a Tờ trình proposes what it lists, but tells of what was given before, too;
    `asks` that it speaks of awards itself, `đề nghị khen thưởng như sau:`; `labelled` that it only
    names who conferred, `* LĐLĐ tỉnh:`.
    """

    status: AwardStatus | None = None
    authority: Span | None = None
    evidence: Span | None = None
    draft: Draft | None = None
    people: tuple[Named, ...] = ()
    target: bool = False
    cumulative: bool = False
    honours: bool = False
    weak: bool = False
    asks: bool = False
    labelled: bool = False
