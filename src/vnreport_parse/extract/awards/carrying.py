"""Statements that leave out what an earlier one said: its title, its rank, its conferrer; and parts of an earlier figure."""

from __future__ import annotations

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
from .token_kinds import GroupToken, JointToken, RankToken, TitleToken, VerbToken

_BOTH = "Huân chương, Huy chương"


class CarryingReader(ActingReader):
    """What the sentence and the clause at hand have said so far, and what a later clause takes over from it."""

    def __init__(
        self, source: SourceText, anchors: Anchors, passage: Passage, governor: Governor, earlier: Sequence[Draft] = ()
    ) -> None:
        super().__init__(source, anchors, passage)
        self._earlier = earlier  # what the passage before told: `Trong đó, …` may divide it
        self._governor = governor
        self._governed, self._governs_from_start = governor.people, governor.cumulative
        self._before: Draft | None = None
        self.loose: list[list[GroupToken]] = []
        self._status: AwardStatus | None = None
        self._status_at: Span | None = None
        self._new_sentence(self._base + len(passage.marker))

    def _new_sentence(self, start: int) -> None:
        ahead = self._slice(start, min(start + 40, self._end))
        going_on = self._governor.status is None and (words.GOES_ON.match(ahead) or self._only_titles(start))
        if not going_on or self._status not in GOVERNING:
            self._status, self._status_at = self._governor.status, self._governor.evidence
        self._first_status: tuple[AwardStatus, Span] | None = None  # the one that the clause began with
        self._authority = self._governor.authority
        self._last = None
        self._people = []
        self._sentence = start
        self._among = words.AMONG.match(self._slice(start, min(start + 240, self._end))) is not None
        self._new_clause(start)

    def _only_titles(self, start: int) -> bool:
        """`Đề nghị tặng …. Bằng khen của Thủ tướng cho 4 cá nhân.`: a sentence without a verb goes on with the list."""
        tokens = self._tokens_from(start)
        stop = next((at for at, token in enumerate(tokens) if isinstance(token, JointToken) and token.joint == "stop"), len(tokens))
        opens = bool(tokens) and isinstance(tokens[0], TitleToken) and tokens[0].span.start - start < 4
        return opens and not any(isinstance(token, VerbToken) for token in tokens[:stop])

    def _new_clause(self, start: int) -> None:
        self._open = None
        self._shared: list[Draft] = []
        self._pending: list[GroupToken] = []
        self._verb = None
        self._of_which: Span | None = None
        self._divided: Draft | None = None
        self._negated = False
        self._clause = start

    def _close(self) -> None:
        if self._open is not None:
            end = self._end_of_clause(self._open.span.end)
            if self._verb is not None and self._verb.span.start == end:  # … cho 1 tập thể, Tỉnh đoàn tặng …
                end = self._before_next(self._open, self._verb)
            self._names_after(self._open, end)
            for other in self._shared:  # được tặng Huân chương A và Huân chương B: one recipient, two awards
                if not other.counted and any(
                    group.counted or group.names[0].name or group.names[0].single for group in self._open.groups
                ):
                    other.groups = list(self._open.groups)
                elif not other.counted:
                    self._subject(other)
        self._open, self._shared = None, []

    def _part_of(self, token: TitleToken) -> Draft | None:
        """What a statement after `trong đó` or `riêng` is a part of: the last one of the same title, if one is near."""
        if whole := self._bracketing(token):
            return whole
        if self._of_which is None and not self._among:
            return None
        if words.CUMULATIVE.search(self._slice(self._of_which.end if self._of_which else self._sentence, token.span.start)):
            return None  # … cho 183 mẹ, trong đó …, nâng tổng số lên 3.274 mẹ
        same = [draft for draft in [*self._earlier[-6:], *self.drafts[-6:]] if draft.part_of is None and _covers(draft, token)]
        if self._among:
            earlier = [draft for draft in self._earlier[-6:] if draft.counted and _covers(draft, token)]
            same = [draft for draft in same if draft.span.start >= self._sentence] or earlier
            if not same and self._before is not None and self._before.counted and self._before.title.title == token.title:
                return self._before  # … có 183 đảng viên được tặng Huy hiệu Đảng. Trong số đảng viên được tặng … có 5 …
        return same[-1] if same and (self._divided is not None or self._among or self._earlier) else None

    def _dividing(self, target: Draft) -> bool:
        """Whether `trong đó` stands between the open statement and what is read now."""
        return self._of_which is not None and self._of_which.start >= target.span.end

    def _resumed(self, at: int) -> bool:
        """`22 tập thể (trong đó 10 chi đoàn) và 41 cá nhân`: whether behind the bracket the whole goes on."""
        if self._of_which is None or self._divided is None:
            return False
        opened = self._slice(max(self._clause, self._of_which.start - 2), self._of_which.start).rstrip().endswith("(")
        behind = self._slice(self._of_which.end, at) if opened and at - self._of_which.end < 200 else ""
        return behind.count(")") == behind.count("(") + 1 and behind.rstrip().endswith((") và", "),", ") cùng"))

    def _whole(self) -> Draft | None:
        return self._last or self._before or self._governor.draft

    def _on_rank(self, token: RankToken) -> None:
        """`…, hạng Nhì cho 04 tập thể`, `…, 40 năm cho 19 đồng chí`: the title is the one before."""
        model = self._last or self._governor.draft
        party = token.qualifier is not None
        if model is None or (
            model.title.row["id"] != "huy-hieu-dang"
            if party
            else not (model.title.row.get("ranked") and (model.rank or not model.counted))  # Huân chương Lao động: hạng Nhất …
        ):
            return
        self._close()
        draft = model.again("award.elided-title", token.span)
        draft.anchored, draft.stated = True, model.stated
        model.stated = model.stated and model.rank is not None  # Huân chương Lao động: hạng Nhất …, hạng Nhì …
        draft.rank, draft.qualifier = (model.rank, token.qualifier) if party else (token.rank, model.qualifier)
        draft.evidence["qualifier" if party else "rank"] = token.span
        draft.status, draft.authority = self._status or model.status, self._authority or model.authority
        draft.part_of = model.part_of if party else None
        if party and self._of_which and model.part_of is None:
            draft.part_of = model
        if token.quantity is not None:
            draft.title = replace(draft.title, quantity=token.quantity, evidence=draft.title.evidence | {"rank": token.span})
        if self._pending:  # 03 cá nhân hạng Ba
            draft.attach(self._pending)
            self._pending = []
        self.drafts.append(draft)
        self._open = self._last = draft

    def _bare(self, group: GroupToken) -> Draft | None:
        """`Chiến sĩ thi đua: đề nghị 06, được công nhận 04`: the title once more, with what its verb says."""
        model = self._last
        if model is None or not model.groups or group.span != group.numeral.span or group.noun != model.title.title:
            return None
        draft = self._again(model, "award.carried-title", part_of=None)
        draft.status = (self._verb.status if self._verb else None) or draft.status
        return draft

    def _carrier(self, group: GroupToken, target: Draft | None) -> Draft | None:
        """A statement that takes over the title of an earlier one for recipients that have none of their own."""
        whole, model, listed = self._divided, self._last, self._governor.draft
        if target is not None and target.counted and words.CONSISTING.fullmatch(self._slice(target.span.end, group.span.start)):
            return self._again(target, "award.of-which", part_of=target)
        if target is not None and target.counted and words.ANOTHER_YEAR.fullmatch(self._slice(target.span.end, group.span.start)):
            return self._again(target, "award.carried-title", part_of=None)
        if model is not None and model.counted and words.SUM_SO_FAR.search(self._slice(model.span.end, group.span.start)):
            return self._again(model, "award.carried-title", part_of=None, cumulative=True)
        if self._of_which and whole is not None:
            summed = bool(words.CUMULATIVE.search(self._slice(self._of_which.end, group.span.start)))
            return self._again(whole, "award.of-which", part_of=None if summed else whole, cumulative=summed)
        if model is not None and not group.rest and self._repeats(group):
            return self._again(model, "award.carried-title", part_of=model.part_of or (model if self._among else None))
        if listed is not None and (self._passage.marker and self._opens_item(group) or words.GIVES_ON.match(self._folded)):
            divided = listed if any(one.counted for one in listed.groups) else None
            listed.stated = listed.stated and bool(listed.groups)
            return self._again(listed, "award.listed", part_of=divided)
        if model is not None and model.counted and self._confers_again(group):
            draft = self._again(model, "award.carried-title", part_of=None)
            draft.authority = draft.evidence["authority"] = self._authority  # type: ignore[assignment]
            return draft
        return self._elided_of(group)

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

    def _confers_again(self, group: GroupToken) -> bool:
        """`…; Bộ trưởng tặng 01 tập thể, 03 cá nhân`: another conferrer, the title of the clause before."""
        verb = self._verb
        acts = verb is not None and verb.status == "conferred" and not verb.passive and self._slice(*verb.span).endswith("tặng")
        if verb is None or not acts or self._authority is None or not self._clause <= self._authority.start < verb.span.start:
            return False
        return self._slice(verb.span.end, group.span.start).strip() in ("", "cho")

    def _elided_of(self, group: GroupToken) -> Draft | None:
        """`Của Thủ tướng: 1 đơn vị, 3 người`: the title of the sentence before, from another authority."""
        found = words.ELIDED_OF.match(self._before_in_clause(group.span.start))
        model = self._before or self._last
        if found is None or model is None:
            return None
        start, end = (self._clause_start(group.span.start) + at for at in found.span("organ" if found["of"] else "label"))
        label = Span(start, end)
        organ = self._conferrers.read(*label) if found["of"] else self._conferrers.named(label)
        if organ is None:
            return None
        draft = self._again(model, "award.elided-title", part_of=None)
        draft.authority = draft.evidence["authority"] = organ
        return draft

    def _again(self, model: Draft, rule: str, part_of: Draft | None, *, cumulative: bool = False) -> Draft:
        draft = model.again(rule, Span(self._end, self._base))  # stretched by what is attached
        draft.part_of = part_of
        draft.cumulative = draft.cumulative or cumulative
        if rule == "award.carried-title" and self._status:
            draft.status, draft.authority = self._status, model.authority or self._authority
        self.drafts.append(draft)
        self._open = draft
        return draft


def _covers(whole: Draft, part: TitleToken) -> bool:
    """Whether a title may divide an earlier statement: the same one, or one that a general word (`huy hiệu`) takes in."""
    if whole.title.title == part.title:
        return whole.rank == part.rank
    if whole.title.title.startswith(_BOTH):  # huân, huy chương kháng chiến; trong đó: Huy chương Kháng chiến hạng Nhất …
        return part.row["family"] in ("order", "medal") and part.title.endswith(whole.title.title.removeprefix(_BOTH))
    return whole.rank is None and whole.qualifier is None and part.title.startswith(f"{whole.title.title} ")
