"""Who acts in the clause that is being read, and how a title or its recipients lean on what was told before."""

from __future__ import annotations

from ...anchors import Anchors
from ...passages import Passage
from ...source import SourceText
from ...spans import Span
from . import vocabulary as words
from .clauses import GOVERNING, ClauseReader
from .conferrers import ConferrerReader
from .drafts import Draft
from .tokens import GroupToken, JointToken, TitleToken, VerbToken


class ActingReader(ClauseReader):
    """A clause with the organs that confer in it. `drafts` are the statements read so far."""

    def __init__(self, source: SourceText, anchors: Anchors, passage: Passage) -> None:
        super().__init__(source, anchors, passage)
        self._conferrers = ConferrerReader(source, anchors)
        self._document = source.folded
        self.drafts: list[Draft] = []
        self._open: Draft | None = None  # the statement that takes the next recipients
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
        before = self._slice(start, verb.span.start)
        if decided := words.DECISION_OF.match(before):
            return self._conferrers.read(start + decided.end(), verb.span.start)
        if granted := words.GRANTED.search(before):
            return self._conferrers.read(start + granted.end(), verb.span.start)
        if passive := words.LAST_PASSIVE.match(before):  # 02 cá nhân được [Bộ Y tế] tặng
            return self._conferrers.before(Span(start + passive.end(), verb.span.start), self._slice)
        return self._conferrers.before(Span(start, verb.span.start), self._slice)

    def _labelled(self, token: TitleToken) -> Span | None:
        """`- Sở Y tế: Giấy khen cho …`: the label of the clause confers."""
        organ = self._conferrers.read(self._first_word(), token.span.start)
        return organ if organ and words.LABEL_END.fullmatch(self._slice(organ.end, token.span.start)) else None

    def _decided(self, draft: Draft, end: int) -> None:
        """`…, Chủ tịch nước ký Quyết định số …, có 563 nghệ nhân được phong tặng`: who decides confers."""
        organ = self._conferrers.before(Span(draft.span.end, end), self._slice) if draft.authority is None else None
        if organ is not None:
            draft.authority = draft.evidence["authority"] = organ

    def _recognised(self, verb: VerbToken, organ: Span | None) -> None:
        """`59 Tập thể lao động xuất sắc được UBND tỉnh công nhận`: the organ behind the title."""
        draft = self._open
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

    def _lender(self, token: TitleToken) -> Draft | None:
        """`118 cá nhân được tặng Huy chương A và Kỷ niệm chương B`: who got the first title got the second."""
        draft = self._open
        if draft is None or draft.rule != "award.recipient-first" or token.quantity is not None:
            return None
        if not words.AND.fullmatch(self._slice(draft.span.end, token.span.start)):
            return None
        following = self._tokens_from(token.span.end)[:1]
        own = any(isinstance(t, GroupToken) or (isinstance(t, JointToken) and t.joint in ("for", "colon")) for t in following)
        return None if own else draft

    def _repeats(self, group: GroupToken) -> bool:
        """A clause of recipients alone, or of verbs and recipients: `…; 06 tập thể trong …`, `…; đang đề nghị 03 cá nhân`."""
        told = self._before_in_clause(group.span.start)
        last = self.drafts[-1] if self.drafts else None
        since = self._slice(last.span.end, group.span.start) if last and last.span.end > self._clause else None
        verb = words.VERB.search(since) if since is not None else None
        if since is not None and verb is not None and verb.lastgroup in GOVERNING:  # …cho 37 hội viên, đề nghị tiếp 15 hội viên
            told = since
        before = words.FILLER.sub(" ", words.VERB.sub(" ", told))
        return not before.strip(" ,")
