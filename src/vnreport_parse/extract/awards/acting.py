"""Who acts in the clause that is being read, and how a title or its recipients lean on what was told before."""

from __future__ import annotations

from ...anchors import Anchors
from ...passages import Passage
from ...source import SourceText
from ...spans import Span
from . import vocabulary as words
from .clauses import ClauseReader
from .conferrers import ConferrerReader
from .drafts import Draft
from .token_kinds import GroupToken, TitleToken, VerbToken


class ActingReader(ClauseReader):
    """A clause with the organs that confer in it. `drafts` are the statements read so far."""

    def __init__(self, source: SourceText, anchors: Anchors, passage: Passage) -> None:
        super().__init__(source, anchors, passage)
        self._conferrers = ConferrerReader(source, anchors)
        self._document = source.folded
        self.drafts: list[Draft] = []
        self._open: Draft | None = None  # the statement that takes the next recipients
        self._verb: VerbToken | None = None  # the last one of the clause
        self._authority: Span | None = None  # who acts in the clause
        self._last: Draft | None = None  # the last one of the sentence that has a title of its own

    def _acting(self, token: TitleToken, organ: Span | None) -> Span | None:
        """The organ that confers a title without one of its own.

        Orders come from the State: in `Ban Tổ chức đã trao Huân chương …` the organ hands over.
        """
        if organ is not None and token.of_state and not words.HEAD_OF_STATE.search(self._document, *organ):
            return None
        return organ

    def _organ_before(self, verb: VerbToken, earlier: VerbToken | None) -> Span | None:
        """Who acts: the organ right before the verb, `… Chủ tịch UBND tỉnh đã [ra quyết định] tặng`."""
        if verb.received:
            return None
        told = max((draft.span.end for draft in self.drafts[-4:] if draft.span.end <= verb.span.start), default=0)
        start = max(self._clause, earlier.span.end if earlier else 0, verb.span.start - 240, told)
        if self._open is not None and verb.status == "conferred":
            limit = self._before_next(self._open, verb)
            start = limit if start < limit < verb.span.start else start
        before = self._slice(start, verb.span.start)
        if decided := words.DECISION_OF.match(before):
            return self._conferrers.read(start + decided.end(), verb.span.start)
        if granted := words.GRANTED.search(before):
            return self._conferrers.read(start + granted.end(), verb.span.start)
        if passive := words.LAST_PASSIVE.match(before):  # 02 cá nhân được [Bộ Y tế] tặng
            return self._conferrers.before(Span(start + passive.end(), verb.span.start), self._slice)
        return self._conferrers.before(Span(start, verb.span.start), self._slice)

    def _before_next(self, draft: Draft, verb: VerbToken) -> int:
        """Where the recipients end before a verb: `… cho Trường A và UBND tỉnh tặng …` gives the organ to the verb."""
        if verb.status != "conferred" or verb.passive:
            return verb.span.start
        base = max(draft.span.end, verb.span.start - 160)
        joints = list(words.AND_ORGAN.finditer(self._slice(base, verb.span.start)))
        for joined in joints[-2:]:
            organ = self._conferrers.read(base + joined.end(), verb.span.start)
            if organ is not None and not self._slice(organ.end, verb.span.start).strip():
                return base + joined.start()
        return verb.span.start

    def _labelled(self, token: TitleToken) -> Span | None:
        """`- Sở Y tế: Giấy khen cho …`, `b) Khen thưởng của Bộ A: Cờ thi đua …; Bằng khen …`: the label confers."""
        organ = self._conferrers.read(self._first_word(), token.span.start)
        if organ and token.personal and words.INSTITUTION.fullmatch(self._slice(*organ)):
            return None  # + Trường: Tập thể lao động tiên tiến: who has the title
        if organ and words.LABEL_END.fullmatch(self._slice(organ.end, token.span.start)):
            return organ
        if organ and self._verb is None and words.FIGURES_FIRST.fullmatch(self._slice(organ.end, token.span.start)):
            return organ
        if self._verb is not None:  # … được tặng …: the clause says itself who confers, or does not
            return None
        start = self._base + len(self._passage.marker)
        label = words.LABEL.match(self._slice(start, min(start + 120, token.span.start)))
        return self._conferrers.labelled(Span(start, start + label.end())) if label else None

    def _label_before(self, token: TitleToken) -> Span | None:
        """`UBND tỉnh: 3 bằng khen, Công đoàn ngành: 2 bằng khen`: a label within the clause."""
        start = max(self._clause, token.span.start - 120)
        label = words.LABEL_WITHIN.search(self._slice(start, token.span.start)) if token.authority is None else None
        return self._conferrers.named(Span(start + label.start("organ"), start + label.end("organ"))) if label else None

    def _by_its_label(self, organ: Span | None) -> None:
        if organ is not None:
            self._authority = organ
            self._labels.add(organ)

    def _by_label(self, draft: Draft, group: GroupToken) -> None:
        """`Bằng khen: Bộ Y tế: 01 tập thể`: who confers stands between the title and the figure."""
        between = words.COLONS.fullmatch(self._slice(draft.span.end, group.span.start)) if draft.authority is None else None
        if between:
            start, end = between.span("organ")
            organ = self._conferrers.named(Span(draft.span.end + start, draft.span.end + end))
            if organ is not None:
                draft.authority = draft.evidence["authority"] = organ

    def _decided_behind(self, draft: Draft, end: int) -> None:
        """`…, Chủ tịch nước ký Quyết định số …, có 563 nghệ nhân được phong tặng`: who decides confers."""
        organ = self._conferrers.before(Span(draft.span.end, end), self._slice) if draft.authority is None else None
        if organ is not None:
            draft.authority = draft.evidence["authority"] = organ

    def _recognised(self, verb: VerbToken, organ: Span | None) -> None:
        """`59 Tập thể lao động xuất sắc được UBND tỉnh công nhận`: the organ behind the title."""
        draft = self._open
        if organ is not None and draft is not None and self._slice(organ.start - 3, organ.start) == "do ":
            draft.authority = draft.evidence["authority"] = organ  # Bằng khen … do Bộ Quốc phòng tặng
            draft.stated = draft.stated or verb.status == "conferred"
            return
        if organ is None or not verb.passive or draft is None or draft.authority is not None:
            return
        if words.BY_ORGAN.fullmatch(self._slice(draft.span.end, organ.start)):
            draft.authority = draft.evidence["authority"] = organ

    def _counts_next(self, offset: int) -> bool:
        """Whether what follows begins with a figure: a new subject."""
        following = self._tokens_from(offset)[:1]
        return any(
            isinstance(token, GroupToken) or (isinstance(token, TitleToken) and token.quantity is not None and token.personal)
            for token in following
        )

    def _topic(self, offset: int) -> bool:
        """Whether the sentence began with the title it is about, and nobody has got it yet."""
        title = self._last
        return (
            title is not None
            and not title.counted
            and title.span.start >= self._sentence
            and bool(words.TOPIC.fullmatch(self._slice(self._sentence, title.span.start)))
            and len(self._slice(title.span.end, offset)) < 160
        )

    def _bracketing(self, token: TitleToken) -> Draft | None:
        """`Huân chương Lao động (1 hạng Nhì, 6 Huân chương Lao động hạng Ba)`: what is in brackets divides what is before them."""
        before = self._slice(max(self._sentence, token.span.start - 200), token.span.start)
        opened = before.rfind("(")
        if token.quantity is None or opened < 0 or ")" in before[opened:]:
            return None
        start = token.span.start - len(before) + opened
        told = [
            draft for draft in self.drafts[-8:] if draft.span.end <= start and draft.title.title == token.title and draft.counted
        ]
        return told[-1] if told and not self._slice(told[-1].span.end, start).strip() else None

    def _organ_gives(self, group: GroupToken, after: int) -> bool:
        """`02 cá nhân Tỉnh đoàn tặng Bằng khen`: recipient, organ, verb, title, and nothing else."""
        verb, title = (self._tokens[at] if at < len(self._tokens) else None for at in (after, after + 1))
        if not isinstance(verb, VerbToken) or not isinstance(title, TitleToken) or verb.status != "conferred" or title.quantity:
            return False
        start = group.span.end + 1
        organ = self._conferrers.read(start, verb.span.start)
        return organ is not None and organ.end + 1 == verb.span.start and title.span.start - verb.span.end < 16
