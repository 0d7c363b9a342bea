"""From the tokens of a passage to award statements: which group belongs to which title, who confers, what stands.

Vietnamese has two orders. Recipient last: `X tặng Bằng khen cho 02 tập thể`, `Bằng khen: 02 tập thể`.
Recipient first: `02 tập thể được X tặng Bằng khen`. A chain of groups is recipient-first when a verb of
receiving stands between it and the next title; otherwise it goes to the title before it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...spans import Span
from . import vocabulary as words
from .carrying import CarryingReader
from .clauses import GOVERNING
from .drafts import Draft
from .recipients import Named
from .token_kinds import GroupToken, JointToken, RankToken, TitleToken, Token, VerbToken, bearers


class PassageReader(CarryingReader):
    """Reads one passage. `drafts` are its statements, `loose` the groups that belong to no title."""

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
                self._on_groups(self._without_whole(chain), at)
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
            self._decided_behind(self._last, self._pending[0].span.start)  # type: ignore[arg-type]
            self._attach(self._last, self._pending)  # type: ignore[arg-type]
        elif self._pending:
            same = self._last or self._before
            if same and words.SAME_TITLE.match(self._ahead(self._pending[-1].span.end)):
                draft = self._again(same, "award.same-title", part_of=None)
                told = self._slice(self._pending[-1].span.end, self._pending[-1].span.end + 40).partition("danh hiệu")[0]
                draft.status = "registered" if "đăng ký" in told else "conferred"
                self._attach(draft, self._pending)
                self._pending = []
                return
            waiting = self._last if self._verb is not None and self._verb.passive else None
            if waiting is not None and not waiting.counted and waiting.span.start >= self._sentence:
                self._attach(waiting, self._pending)  # Với danh hiệu NNƯT, … có 563 nghệ nhân được phong tặng
            else:
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
        labelled = self._names.read(Span(start, self._end), bare=True)[:1] if label else []
        if labelled or (label and end == self._end):  # Phòng Giáo dục kính trình như sau: who asks gets nothing
            return labelled
        return self._names.last(Span(self._subject_start(stop), stop))

    def _counted_since(self, start: int) -> bool:
        """Whether a statement from an offset on says how many: `37 cá nhân hiến máu từ 20 lần trở lên được nhận Bằng khen`."""
        return any(group.counted for draft in self.drafts if draft.span.start >= start for group in draft.groups)

    def _drop_targets(self, end: int) -> None:
        """Takes back what a sentence says from where it sets a target or a rule, or that tells of a forgery."""
        sentence = self._slice(self._sentence, end)
        if words.FORGED.search(sentence):
            self.drafts = [draft for draft in self.drafts if draft.span.end <= self._sentence]
        elif (target := words.TARGET.search(sentence)) and not (target[0] == "trở lên" and self._counted_since(self._sentence)):
            clause = self._sentence + sentence.rfind(";", 0, target.start()) + 1
            if target[0].startswith(("mức", "tiền")):  # … đã tặng Giấy khen cho 05 cá nhân, mức thưởng theo quy định
                clause = self._sentence + target.start()
            self.drafts = [draft for draft in self.drafts if draft.span.end <= clause]

    def _chain(self, at: int) -> list[GroupToken]:
        """Groups that commas and `và` join, remarks between: `02 tập thể (X, Y), 03 cá nhân xuất sắc và 01 hộ`."""
        chain: list[GroupToken] = []
        while at < len(self._tokens):
            token = self._tokens[at]
            if not isinstance(token, GroupToken):
                break
            gap = re.sub(r"\([^()]*\)", "", self._slice(chain[-1].span.end, token.span.start)) if chain else ""
            if chain and gap.startswith(")") and (self._in_brackets(chain[0], title=True) or self._resumed(token.span.start)):
                break  # Chiến sĩ tiên tiến (320 đồng chí), 12 Chiến sĩ thi đua
            if chain and ("(" in gap or not (words.CHAIN.search(gap) or words.NAMED_GROUP.fullmatch(gap))):
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
                counts = self._counts_next(token.span.end)
                if self._verb is not None and self._verb.passive and counts:
                    self._authority = self._governor.authority  # 27 cá nhân được Bộ tặng Bằng khen; 72 Chiến sĩ thi đua cơ sở
                listed = self._of_which and ":" in self._slice(self._of_which.end, self._of_which.end + 2)  # Trong đó: …; …; …
                parts = (self._of_which, self._divided) if counts or listed else (None, None)
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
            if self._pending and self._verb is not None and self._verb.span.start > self._pending[-1].span.end:
                self.loose.append(self._pending)  # 45 tập thể được khen thưởng, trong đó Bằng khen: … : the sum before its parts
                self._pending = []
            self._of_which, self._divided = token.span, self._whole()

    # ------------------------------------------------------------ verbs
    def _on_verb(self, verb: VerbToken) -> None:
        waiting = self._open if self._open and not any(group.counted for group in self._open.groups) else None
        if self._open is not None:
            self._names_after(self._open, self._before_next(self._open, verb), closing=False)
        earlier, self._verb = self._verb, verb
        if verb.negated:
            self._negated = verb.status != "proposed"
            if verb.status == "proposed":
                self._status, self._status_at = "declined", verb.span
            return
        organ = self._organ_before(verb, earlier)
        self._recognised(verb, organ)
        self._govern(verb, earlier, organ)
        named_first = waiting is not None and re.match(r"[^;.]*:", self._slice(waiting.title.span.end, verb.span.start))
        if self._first_status is None and self._status is not None and self._status_at is not None:
            self._first_status = (self._status, self._status_at)
        if waiting is not None and named_first and self._status:  # Thầy thuốc ưu tú: … đang trình Chủ tịch nước
            waiting.status = self._status
            waiting.evidence["status"] = verb.span
            if waiting.authority is None and self._authority is not None:
                waiting.authority = waiting.evidence["authority"] = self._authority

    def _govern(self, verb: VerbToken, earlier: VerbToken | None, organ: Span | None) -> None:
        """The status that holds from a verb on, and who acts."""
        if verb.status in GOVERNING:
            if self._status != "declined" or self._status_at is None or self._status_at.end <= self._clause:
                self._status, self._status_at = verb.status, verb.span  # trả hồ sơ của 02 tập thể đề nghị …: it stays refused
            self._authority = None
        else:
            told = self._governor.weak and words.ALREADY.search(self._before_in_clause(verb.span.start))
            done = bool(told) or verb.passive or (verb.received and "đạt" not in self._slice(*verb.span))
            parts = words.OF_WHICH.match(self._slice(self._sentence, verb.span.start).lstrip())  # … đề nghị 19 tập thể. Trong đó …
            afresh = (
                earlier is None
                and not (parts and verb.received and not verb.passive)
                and (self._governor.status is None or self._governor.weak)
                and self._status_at is not None
                and self._status_at.end <= self._clause
            )
            if self._slice(self._clause_start(verb.span.start), verb.span.start).endswith("đồng thời "):  # … đồng thời công nhận …
                afresh = done = self._governor.status is None or self._governor.weak
                self._authority = None
            if self._status == "proposed" and verb.passive and words.REWARD_ASKED.search(self._before_in_clause(verb.span.start)):
                return  # thống nhất đề nghị 19 tập thể, cá nhân được khen thưởng: what is asked for
            if self._status not in GOVERNING or (done and (afresh or self._status == "registered")):
                self._status, self._status_at = "conferred", verb.span
            if organ is not None:
                self._authority = organ
            elif self._pending and "đạt" in self._slice(*verb.span) and earlier is not None and earlier.passive:
                self._authority = None  # 02 tập thể được A tặng Bằng khen, 24 cá nhân đạt danh hiệu …
            elif (
                (done or (verb.received and earlier is None))
                and self._governor.authority is None
                and not self._goes_on(verb, earlier)
            ):
                self._authority = None

    def _goes_on(self, verb: VerbToken, earlier: VerbToken | None) -> bool:
        """Whether who acted acts still: `đã khen thưởng đột xuất, tặng …`; `công nhận … đạt A; 20 cá nhân đạt B`."""
        if earlier is not None and words.VERBS_JOINED.fullmatch(self._slice(earlier.span.end, verb.span.start)):
            return True  # được Nhà nước trao tặng và truy tặng
        if earlier is not None:
            return earlier.status == verb.status == "conferred" and not verb.passive
        return (
            "đạt" in self._slice(*verb.span)
            and "công nhận" in self._slice(max(self._sentence, self._clause - 240), self._clause)
            and self._counts_next(self._clause)
        )

    # ------------------------------------------------------------ titles
    def _on_title(self, token: TitleToken) -> None:
        joined = self._open
        sharing = self._open if self._open and not self._open.counted else None
        if sharing is None or not words.JOINED.fullmatch(self._slice(sharing.span.end, token.span.start)):
            self._close()
            sharing = None
        if self._negated or words.PRINTED.search(self._before_in_clause(token.span.start)):
            return
        if token.quantity is not None and token.personal and words.FOR_BEARERS.search(self._before_in_clause(token.span.start)):
            if joined is not None and not joined.counted:  # tặng Giấy khen biểu dương 26 gia đình văn hóa tiêu biểu
                joined.attach([bearers(token, token.quantity)])
            return  # tổ chức cho 10 chiến sĩ thi đua đi tham quan: bearers of a title, not its conferral
        draft = self._draft(token)
        self.drafts.append(draft)
        if token.quantity is not None and token.personal:  # 14 Lao động tiên tiến
            draft.title = replace(token, quantity=None)
            draft.cumulative = draft.cumulative or (token.of_state and self._held(token.span.start))
            draft.attach([bearers(token, token.quantity)])
            draft.rule = "award.bearers"
        elif self._pending:
            each_before = "lần lượt" in self._slice(self._pending[-1].span.end, token.span.start)
            each = len(self._pending) > 1 and each_before
            if joined is None or not joined.groups or not each_before:
                draft.take(self._joined_before(self._pending[0]))
            draft.attach(self._pending[:1] if each else self._pending)
            self._bracketed(draft, token.span.start)
            draft.rule = "award.recipient-first"
            self._pending = self._pending[1:] if each else []
        elif joined is not None and joined.rule == "award.recipient-first" and sharing is None:
            self._share(joined, draft)
        self._shared = [*self._shared, sharing] if sharing else []
        self._open = self._last = draft

    def _held(self, at: int) -> bool:
        """`Huyện có 49 Bà mẹ Việt Nam anh hùng`: how many there are, not how many were made in a year."""
        before = self._before_in_clause(at)
        found = re.search(r"(?<!\w)(?:hiện\s+)?(?:nay\s+)?có\s+$", before)
        later = self._slice(at, self._end_of_sentence(at))
        later = words.OF_WHICH.split(later, maxsplit=1)[0]  # … trong đó có 2 mẹ đang được phụng dưỡng
        told = self._verb is not None or words.PASSIVE.search(later) or words.OWN_YEAR.search(before)
        return found is not None and not told

    def _end_of_sentence(self, at: int) -> int:
        stops = (t for t in self._tokens_from(at) if isinstance(t, JointToken) and t.joint == "stop")
        return next((stop.span.start for stop in stops), self._end)

    def _share(self, joined: Draft, draft: Draft) -> None:
        """`118 cá nhân được tặng Huy chương và Kỷ niệm chương`: one recipient, two awards."""
        gap = self._slice(joined.title.span.end, draft.title.span.start)
        following = self._tokens_from(draft.title.span.end)[:1]
        own = any(isinstance(t, GroupToken) or (isinstance(t, JointToken) and t.joint in ("for", "colon")) for t in following)
        if gap.strip() and draft.title.quantity is None and not own and words.JOINED.fullmatch(gap):
            fitting = [[g for g in joined.groups if g.counted and g.counted.kind in d.title.kinds] for d in (joined, draft)]
            apart = all(fitting) and not any(g in fitting[1] for g in fitting[0])
            if apart:  # 18 tập thể, 132 cá nhân đạt Tập thể lao động tiên tiến, Lao động tiên tiến: to each kind its own
                joined.groups = fitting[0]
            draft.groups = fitting[1] if apart else list(joined.groups)
            draft.rule = "award.recipient-first"

    def _draft(self, token: TitleToken) -> Draft:
        evidence = dict(token.evidence)
        if token.authority is None and (self._authority is None or self._governor.labelled):
            self._by_its_label(self._labelled(token))
        self._by_its_label(self._label_before(token))
        if words.HAS_BESIDES.search(self._before_in_clause(token.span.start)):
            self._authority = None  # … tặng 512 Huân chương và có 11 Chiến sĩ thi đua toàn quốc
        acting = self._acting(token, self._authority)
        if token.authority is None and acting is not None:
            evidence["authority"] = acting
        elif self._verb is not None and self._slice(*self._verb.span) == "trao":
            self._authority = None  # Giám đốc Sở trao Bằng khen của Bộ trưởng …: who hands over confers nothing else either
        if self._status_at is not None:
            evidence["status"] = self._status_at
        return Draft(
            title=token,
            rank=token.rank,
            qualifier=token.qualifier,
            authority=token.authority or acting,
            status=self._status or "conferred",
            span=token.span,
            cumulative=self._cumulative(token.span.start),
            part_of=self._part_of(token),
            evidence=evidence,
            stated=self._stated(token),
        )

    def _stated(self, token: TitleToken) -> bool:
        """Whether the conferral is told as a fact: by an organ, or under a date; not `việc tặng Bằng khen`."""
        before = self._before_in_clause(token.span.start)
        decided = words.DECISION_BEHIND.match(self._folded, token.span.end - self._base)
        if decided and self._passage.marker and words.YEAR_LABEL.fullmatch(before):
            return True
        if words.GIVEN_IN.fullmatch(before):
            return True
        if self._governor.honours and self._passage.marker and words.OPENS_ITEM.fullmatch(before):
            return True
        if words.GIVEN_LIST.search(self._slice(max(self._sentence, token.span.start - 400), token.span.start)):
            return True
        if words.NOMINAL.search(before) or self._status not in (None, "conferred"):
            return False
        if words.DATED.match(self._slice(self._base, token.span.start)):
            return True
        adjacent = self._verb is not None and len(self._slice(self._verb.span.end, token.span.start)) < 24
        return adjacent and self._authority is not None and self._verb is not None and self._verb.status == "conferred"

    # ------------------------------------------------------------ groups
    def _on_groups(self, chain: list[GroupToken], after: int) -> None:
        target = self._open
        awaited = None
        if target is not None and not target.counted:
            awaited = words.TO.search(self._slice(target.span.end, chain[0].span.start))
            if awaited and not words.LEADS.search(self._slice(target.span.end + awaited.end(), chain[0].span.start)):
                self.loose.append(chain)  # cho anh A đã quên mình cứu hai cháu bé
                return
        following = self._tokens[after] if after < len(self._tokens) else None
        ranked = (
            isinstance(following, RankToken)
            and self._last is not None
            and (self._last.rank is not None or following.qualifier is not None)
        )
        if ranked and following and not self._slice(chain[-1].span.end, following.span.start).strip():
            self._close()
            self._flush()
            self._pending = chain
            return
        given = self._verb is not None and target is None and self._verb.status == "conferred"
        if not awaited and (self._recipient_first(chain, after, given) or self._organ_gives(chain[-1], after)):
            self._close()
            self._flush()
            self._pending = chain
            return
        another = len(chain) > 1 and chain[-1].kind == chain[-2].kind and self._recipient_first(chain[-1:], after, given=False)
        if another and target is not None and awaited:  # tặng Cờ thi đua cho 877 tập thể, 4.930 đơn vị đạt …
            self._attach(target, chain[:-1])
            self._close()
            self._pending = chain[-1:]
            return
        if self._resumed(chain[0].span.start):
            whole, self._of_which, self._divided = self._divided, None, None
            self._attach(whole, chain)  # type: ignore[arg-type]
            return
        reaches = self._continues if target is not None and target.groups else self._attachable
        if self._decides(chain[0]):
            decided = self._again(self._last, "award.decided", part_of=None)  # type: ignore[arg-type]
            decided.status = "conferred"
            self._attach(decided, chain)
            return
        if target is not None and not self._dividing(target) and reaches(target, chain[0]):
            self._by_label(target, chain[0])
            self._attach(target, chain)
            return
        carrier = self._bare(chain[0]) or self._carrier(chain[0], target)
        if carrier is None:
            self.loose.append(chain)
        else:
            self._attach(carrier, chain)

    def _decides(self, group: GroupToken) -> bool:
        """Whether `(đã có quyết định: …)` stands between the last proposal and the group."""
        last = self._last if self._last is not None and self._last.groups and self._last.status == "proposed" else None
        return last is not None and words.DECIDED.fullmatch(self._slice(last.span.end, group.span.start)) is not None

    def _attach(self, draft: Draft, chain: list[GroupToken]) -> None:
        if not draft.groups and draft.anchored:  # cho tập thể Sở X và 01 cá nhân
            found = words.TO.search(self._slice(draft.span.end, chain[0].span.start))
            if found:
                draft.take(self._names.read(Span(draft.span.end + found.end(), chain[0].span.start)))
        draft.attach(chain)
        self._open = draft
