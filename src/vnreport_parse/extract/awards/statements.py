"""From the tokens of a passage to award statements: which group belongs to which title, who confers, what stands.

Vietnamese has two orders. Recipient last: `X tặng Bằng khen cho 02 tập thể`, `Bằng khen: 02 tập thể`.
Recipient first: `02 tập thể được X tặng Bằng khen`. A chain of groups is recipient-first when a verb of
receiving stands between it and the next title; otherwise it goes to the title before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...anchors import Anchors
from ...passages import Passage
from ...records import AwardStatus
from ...source import SourceText
from ...spans import Span
from . import vocabulary as words
from .acting import ActingReader
from .clauses import GOVERNING
from .drafts import Draft, Governor
from .recipients import Named
from .tokens import GroupToken, JointToken, RankToken, TitleToken, Token, VerbToken


class PassageReader(ActingReader):
    """Reads one passage. `drafts` are its statements, `loose` the groups that belong to no title."""

    def __init__(
        self, source: SourceText, anchors: Anchors, passage: Passage, governor: Governor, earlier: Sequence[Draft] = ()
    ) -> None:
        super().__init__(source, anchors, passage)
        self._governor = governor
        self._governed = governor.people
        self._before: Draft | None = None
        self._earlier = earlier  # what the passage before told: `Trong đó, …` may divide it
        self.loose: list[list[GroupToken]] = []
        self._new_sentence(self._base + len(passage.marker))

    # ------------------------------------------------------------ state
    def _new_sentence(self, start: int) -> None:
        self._status: AwardStatus | None = self._governor.status
        self._status_at: Span | None = self._governor.evidence
        self._first_status: tuple[AwardStatus, Span] | None = None  # the one that the clause began with
        self._authority: Span | None = self._governor.authority
        self._last = None
        self._people = []
        self._sentence = start
        self._among = words.AMONG.match(self._slice(start, min(start + 240, self._end))) is not None
        self._new_clause(start)

    def _new_clause(self, start: int) -> None:
        self._open = None
        self._shared: list[Draft] = []
        self._pending: list[GroupToken] = []
        self._verb: VerbToken | None = None
        self._of_which: Span | None = None
        self._divided: Draft | None = None
        self._negated = False
        self._clause = start

    # ------------------------------------------------------------ reading
    def read(self, tokens: list[Token]) -> None:
        """Reads the tokens of the passage."""
        self._load(tokens)
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if isinstance(token, GroupToken):
                chain = self._chain(at)
                at += len(chain)
                self._on_groups(chain, at)
                continue
            if isinstance(token, JointToken):
                if token.span.end < self._end:  # what a passage ends with opens nothing
                    self._on_joint(token)
            elif isinstance(token, VerbToken):
                self._on_verb(token)
            elif isinstance(token, TitleToken):
                self._on_title(token)
            else:
                self._on_rank(token)
            at += 1
        self._close()
        self._flush()
        self._drop_targets(self._end)

    def _flush(self) -> None:
        """A subject that met no title: `Trong đó, có 7 mẹ được phong tặng` divides what was told before."""
        if self._pending and self._of_which is not None and self._divided is not None:
            self._attach(self._again(self._divided, "award.of-which", part_of=self._divided), self._pending)
        elif self._pending and self._topic(self._pending[0].span.start):  # Với danh hiệu A, …, có 563 người được phong tặng
            self._decided(self._last, self._pending[0].span.start)  # type: ignore[arg-type]
            self._attach(self._last, self._pending)  # type: ignore[arg-type]
        elif self._pending:
            self.loose.append(self._pending)
        self._pending = []

    @property
    def authority(self) -> Span | None:
        """Who acts in the last clause."""
        return self._authority

    def subject(self, end: int) -> list[Named]:
        """Whom the last clause is about, as far as `end`."""
        cut = words.RECEIVING.search(self._before_in_clause(end))
        stop = self._clause_start(end) + cut.start() if cut else end
        label = self._folded.rstrip()[-1:] == ":" and not cut
        start = self._base + len(self._passage.marker)
        return (
            self._names.read(Span(start, self._end), bare=True)[:1]
            if label
            else self._names.last(Span(self._subject_start(stop), stop))
        )

    def _drop_targets(self, end: int) -> None:
        """Takes back what a sentence says from where it sets a target or a rule, or that tells of a forgery."""
        sentence = self._slice(self._sentence, end)
        if words.FORGED.search(sentence):
            self.drafts = [draft for draft in self.drafts if draft.span.end <= self._sentence]
        elif target := words.TARGET.search(sentence):
            clause = self._sentence + sentence.rfind(";", 0, target.start()) + 1
            self.drafts = [draft for draft in self.drafts if draft.span.end <= clause]

    def _chain(self, at: int) -> list[GroupToken]:
        """Groups that commas and `và` join, remarks between: `02 tập thể (X, Y), 03 cá nhân xuất sắc và 01 hộ`."""
        chain: list[GroupToken] = []
        while at < len(self._tokens):
            token = self._tokens[at]
            if not isinstance(token, GroupToken):
                break
            if chain and not words.CHAIN.search(re.sub(r"\([^()]*\)", "", self._slice(chain[-1].span.end, token.span.start))):
                break
            chain.append(token)
            at += 1
        return chain

    def _on_joint(self, token: JointToken) -> None:
        if token.joint == "stop":
            self._close()
            self._flush()
            if self._slice(*token.span) == ";":
                if self._first_status is not None:  # đã trao …, đề nghị tiếp …; Trung ương Hội tặng …
                    self._status, self._status_at = self._first_status
                    self._first_status = None
                if self._verb is not None and self._verb.passive and self._counts_next(token.span.end):
                    self._authority = self._governor.authority  # 27 cá nhân được Bộ tặng Bằng khen; 72 Chiến sĩ thi đua cơ sở
                parts = (self._of_which, self._divided) if self._counts_next(token.span.end) else (None, None)
                self._new_clause(token.span.end)
                self._of_which, self._divided = parts
            else:
                self._drop_targets(token.span.end)
                self._before = self._last or self._before
                governing = (self._status, self._status_at) if self._status in GOVERNING else None
                self._new_sentence(token.span.end)
                if governing and words.OF_WHICH.match(self._slice(token.span.end, self._end).lstrip()):
                    self._status, self._status_at = governing  # … đề nghị khen thưởng 19 trường hợp. Trong đó, Bằng khen: …
        elif token.joint == "colon":
            if words.OBTAINED.search(self._before_in_clause(token.span.start)):
                self._status, self._status_at = "conferred", token.span
            if self._open is None:  # Khen thưởng của tỉnh: … đã đề nghị và được …
                self._first_status = None
        elif token.joint == "of_which":
            self._close()
            self._of_which, self._divided = token.span, self._whole()

    # ------------------------------------------------------------ verbs
    def _on_verb(self, verb: VerbToken) -> None:
        waiting = self._open if self._open and not any(group.counted for group in self._open.groups) else None
        if self._open is not None:
            self._names_after(self._open, verb.span.start, closing=False)
        earlier, self._verb = self._verb, verb
        if verb.negated:
            self._negated = verb.status != "proposed"
            if verb.status == "proposed":
                self._status, self._status_at = "declined", verb.span
            return
        organ = self._organ_before(verb, earlier)
        self._recognised(verb, organ)
        if verb.status in GOVERNING:
            self._status, self._status_at = verb.status, verb.span
            self._authority = None
        else:
            done = verb.passive or (verb.received and "đạt" not in self._slice(*verb.span))
            afresh = (
                earlier is None
                and self._governor.status is None
                and self._status_at is not None
                and self._status_at.end <= self._clause
            )
            if self._slice(self._clause_start(verb.span.start), verb.span.start).endswith("đồng thời "):  # … đồng thời công nhận …
                afresh = done = self._governor.status is None
                self._authority = None
            if self._status not in GOVERNING or (done and (afresh or self._status == "registered")):
                self._status, self._status_at = "conferred", verb.span
            if organ is not None:
                self._authority = organ
            elif (done or (verb.received and earlier is None)) and self._governor.authority is None:
                self._authority = None
        named_first = waiting is not None and re.match(r"[^;.]*:", self._slice(waiting.title.span.end, verb.span.start))
        if self._first_status is None and self._status_at is not None:
            self._first_status = (self._status, self._status_at)
        if waiting is not None and named_first and self._status:  # Thầy thuốc ưu tú: … đang trình Chủ tịch nước
            waiting.status = self._status
            waiting.evidence["status"] = verb.span
            if waiting.authority is None and self._authority is not None:
                waiting.authority = waiting.evidence["authority"] = self._authority

    # ------------------------------------------------------------ titles
    def _on_title(self, token: TitleToken) -> None:
        sharing, lender = self._open if self._open and not self._open.counted else None, self._lender(token)
        if sharing is None or not words.JOINED.fullmatch(self._slice(sharing.span.end, token.span.start)):
            self._close()
            sharing = None
        if words.PRINTED.search(self._before_in_clause(token.span.start)):
            return
        if self._negated or (
            token.quantity is not None and token.personal and self._slice(token.span.start - 4, token.span.start) == "cho "
        ):
            return  # tổ chức cho 10 chiến sĩ thi đua đi tham quan: bearers of a title, not its conferral
        draft = self._draft(token)
        self.drafts.append(draft)
        if token.quantity is not None and token.personal:  # 14 Lao động tiên tiến
            kind = token.kinds[0] if token.kinds else "individual"
            bearer = GroupToken(token.quantity.span, token.quantity, token.title, token.evidence["title"], kind)  # type: ignore[arg-type]
            draft.title = replace(token, quantity=None)
            draft.attach([bearer])
            draft.rule = "award.bearers"
        elif self._pending:
            draft.take(self._joined_before(self._pending[0]))
            draft.attach(self._pending)
            self._bracketed(draft, token.span.start)
            draft.rule = "award.recipient-first"
            self._pending = []
        elif lender is not None:
            draft.groups, draft.rule = list(lender.groups), lender.rule
            self._last = draft
            return
        self._shared = [*self._shared, sharing] if sharing else []
        self._open = self._last = draft

    def _draft(self, token: TitleToken) -> Draft:
        evidence = dict(token.evidence)
        if token.authority is None and self._authority is None:
            self._authority = self._labelled(token)
        acting = self._acting(token, self._authority)
        if token.authority is None and acting is not None:
            evidence["authority"] = acting
        if self._status_at is not None:
            evidence["status"] = self._status_at
        return Draft(
            title=token,
            rank=token.rank,
            qualifier=token.qualifier,
            authority=token.authority or acting,
            status=self._status or "conferred",
            span=token.span,
            cumulative=self._governor.cumulative or self._cumulative(token.span.start),
            part_of=self._part_of(token),
            evidence=evidence,
            stated=self._stated(token),
        )

    def _stated(self, token: TitleToken) -> bool:
        """Whether the conferral is told as a fact: by an organ, or under a date; not `việc tặng Bằng khen`."""
        before = self._before_in_clause(token.span.start)
        if self._governor.honours and self._passage.marker and words.OPENS_ITEM.fullmatch(before):
            return True
        if words.NOMINAL.search(before) or self._status not in (None, "conferred"):
            return False
        if words.DATED.match(self._slice(self._base, token.span.start)):
            return True
        adjacent = self._verb is not None and len(self._slice(self._verb.span.end, token.span.start)) < 24
        return adjacent and self._authority is not None and self._verb is not None and self._verb.status == "conferred"

    def _part_of(self, token: TitleToken) -> Draft | None:
        """What a statement after `trong đó` or `riêng` is a part of: the last one of the same title, if one is near."""
        if self._of_which is None and not self._among:
            return None
        same = [
            draft
            for draft in [*self._earlier[-6:], *self.drafts[-6:]]
            if draft.title.title == token.title and draft.rank == token.rank and draft.part_of is None
        ]
        if self._among:
            same = [draft for draft in same if draft.span.start >= self._sentence]
        return same[-1] if same and (self._divided is not None or self._among or self._earlier) else None

    def _dividing(self, target: Draft) -> bool:
        """Whether `trong đó` stands between the open statement and what is read now."""
        return self._of_which is not None and self._of_which.start >= target.span.end

    def _whole(self) -> Draft | None:
        return self._last or self._before or self._governor.draft

    def _on_rank(self, token: RankToken) -> None:
        """`…, hạng Nhì cho 04 tập thể`, `…, 40 năm cho 19 đồng chí`: the title is the one before."""
        model = self._last or self._governor.draft
        party = token.qualifier is not None
        if model is None or (
            model.title.row["id"] != "huy-hieu-dang" if party else not (model.title.row.get("ranked") and model.rank)
        ):
            return
        self._close()
        draft = model.again("award.elided-title", token.span)
        draft.anchored = True
        draft.rank, draft.qualifier = (model.rank, token.qualifier) if party else (token.rank, model.qualifier)
        draft.evidence["qualifier" if party else "rank"] = token.span
        draft.status, draft.authority = self._status or model.status, self._authority or model.authority
        draft.stated = model.stated and self._governor.honours
        draft.part_of = model.part_of if party else None
        if party and self._of_which and model.part_of is None:
            draft.part_of = model
        self.drafts.append(draft)
        self._open = self._last = draft

    # ------------------------------------------------------------ groups
    def _on_groups(self, chain: list[GroupToken], after: int) -> None:
        target = self._open
        awaited = None
        if target is not None and not target.counted:
            awaited = words.TO.search(self._slice(target.span.end, chain[0].span.start))
            if awaited and not words.LEADS.search(self._slice(target.span.end + awaited.end(), chain[0].span.start)):
                self.loose.append(chain)  # cho anh A đã quên mình cứu hai cháu bé
                return
        given = self._verb is not None and target is None and self._verb.status == "conferred"
        if not awaited and self._recipient_first(chain, after, given):
            self._close()
            self._flush()
            self._pending = chain
            return
        reaches = self._continues if target is not None and target.groups else self._attachable
        if target is not None and not self._dividing(target) and reaches(target, chain[0]):
            self._attach(target, chain)
            return
        whole, model = self._divided, self._last
        if self._of_which and whole is not None:
            summed = words.CUMULATIVE.search(self._slice(self._of_which.end, chain[0].span.start))
            self._attach(self._again(whole, "award.of-which", part_of=None if summed else whole), chain)
            self._open.cumulative = self._open.cumulative or bool(summed)  # type: ignore[union-attr]
        elif model is not None and not chain[0].rest and self._repeats(chain[0]):
            self._attach(
                self._again(model, "award.carried-title", part_of=model.part_of or (model if self._among else None)), chain
            )
        elif self._governor.draft is not None and self._passage.marker and self._opens_item(chain[0]):
            listed = self._governor.draft
            self._attach(self._again(listed, "award.listed", part_of=listed if listed.counted else None), chain)
        elif elided := self._elided_of(chain[0]):
            self._attach(elided, chain)
        else:
            self.loose.append(chain)

    def _elided_of(self, group: GroupToken) -> Draft | None:
        """`Của Thủ tướng: 1 đơn vị, 3 người`: the title of the sentence before, from another authority."""
        found = words.ELIDED_OF.match(self._before_in_clause(group.span.start))
        if found is None or self._before is None:
            return None
        start = self._clause_start(group.span.start) + found.start("organ")
        organ = self._conferrers.read(start, start + len(found["organ"]))
        if organ is None:
            return None
        draft = self._again(self._before, "award.elided-title", part_of=None)
        draft.authority = draft.evidence["authority"] = organ
        return draft

    def _again(self, model: Draft, rule: str, part_of: Draft | None) -> Draft:
        draft = model.again(rule, Span(self._end, self._base))  # stretched by what is attached
        draft.part_of = part_of
        if rule == "award.carried-title" and self._status:
            draft.status, draft.authority = self._status, model.authority or self._authority
        self.drafts.append(draft)
        self._open = draft
        return draft

    def _attach(self, draft: Draft, chain: list[GroupToken]) -> None:
        if not draft.groups and draft.anchored:  # cho tập thể Sở X và 01 cá nhân
            found = words.TO.search(self._slice(draft.span.end, chain[0].span.start))
            if found:
                draft.take(self._names.read(Span(draft.span.end + found.end(), chain[0].span.start)))
        draft.attach(chain)
        self._open = draft

    # ------------------------------------------------------------ names
    def _close(self) -> None:
        if self._open is not None:
            self._names_after(self._open, self._end_of_clause(self._open.span.end))
            for other in self._shared:  # được tặng Huân chương A và Huân chương B: one recipient, two awards
                if not other.counted and any(
                    group.counted or group.names[0].name or group.names[0].single for group in self._open.groups
                ):
                    other.groups = list(self._open.groups)
        self._open, self._shared = None, []
