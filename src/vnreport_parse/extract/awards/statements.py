"""From the tokens of a passage to award statements: which group belongs to which title, who confers, what stands.

Vietnamese has two orders. Recipient last: `X tặng Bằng khen cho 02 tập thể`, `Bằng khen: 02 tập thể`.
Recipient first: `02 tập thể được X tặng Bằng khen`. A chain of groups is read as recipient-first when a
verb of receiving stands between it and the next title; otherwise it goes to the title before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ...anchors import Anchors
from ...organs import organ_span
from ...passages import Passage
from ...patterns import fold
from ...records import AwardStatus
from ...spans import Span
from . import vocabulary as words
from .recipients import Named, NameReader
from .tokens import GroupToken, JointToken, RankToken, TitleToken, Token, VerbToken


@dataclass
class DraftGroup:
    """Recipients of a draft: a counted group with its names, or names alone."""

    counted: GroupToken | None
    names: list[Named] = field(default_factory=list)


@dataclass(eq=False)
class Draft:
    """An award statement while it is read."""

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

    @property
    def counted(self) -> bool:
        """Whether it says how many."""
        return bool(self.groups) or self.title.quantity is not None


@dataclass(frozen=True)
class Governor:
    """What a heading, or a passage ending in a colon, says for the items under it."""

    status: AwardStatus | None = None
    authority: Span | None = None
    evidence: Span | None = None
    draft: Draft | None = None


class PassageReader:
    """Reads one passage. `drafts` are its statements, `loose` the groups that belong to no title."""

    def __init__(self, text: str, anchors: Anchors, names: NameReader, passage: Passage, governor: Governor) -> None:
        self._text, self._anchors, self._names = text, anchors, names
        self._passage, self._governor = passage, governor
        self.drafts: list[Draft] = []
        self.loose: list[list[GroupToken]] = []
        self._folded = fold(passage.text)
        self._tokens: list[Token] = []
        self._new_sentence()
        self._before: Draft | None = None

    # ------------------------------------------------------------ state
    def _new_sentence(self) -> None:
        self._status: AwardStatus | None = self._governor.status
        self._status_at: Span | None = self._governor.evidence
        self._authority: Span | None = self._governor.authority
        self._last: Draft | None = None
        self._new_clause()

    def _new_clause(self) -> None:
        self._open: Draft | None = None
        self._pending: list[GroupToken] = []
        self._verb: VerbToken | None = None
        self._passive: Span | None = None
        self._of_which = False
        self._negated = False
        self._clause_start: int | None = None

    # ------------------------------------------------------------ reading
    def read(self, tokens: list[Token]) -> None:
        """Reads the tokens of the passage."""
        self._tokens = tokens
        self._clause_start = self._passage.span.start + len(self._passage.marker)
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if isinstance(token, GroupToken):
                chain = self._chain(at)
                self._groups(chain, at + len(chain))
                at += len(chain)
                continue
            if isinstance(token, JointToken):
                self._joint(token, at)
            elif isinstance(token, VerbToken):
                self._on_verb(token)
            elif isinstance(token, TitleToken):
                self._on_title(token, at)
            else:
                self._on_rank(token)
            at += 1
        self._close()

    def _chain(self, at: int) -> list[GroupToken]:
        """Groups that only commas, `và` and remarks in brackets part: `02 tập thể, 03 cá nhân và 01 hộ`."""
        chain: list[GroupToken] = []
        for token in self._tokens[at:]:
            if not isinstance(token, GroupToken):
                break
            if chain:
                between = self._text[chain[-1].span.end : token.span.start]
                bare = re.sub(r"\([^()]*\)", "", between)
                if len(bare) > 90 or ";" in bare:
                    break
            chain.append(token)
        return chain

    def _joint(self, token: JointToken, at: int) -> None:
        if token.joint == "stop":
            self._close()
            start = token.span.end
            if self._text[token.span.start] == ";":
                self._new_clause()
            else:
                self._before = self._last or self._before
                self._new_sentence()
            self._clause_start = start
        elif token.joint == "of_which":
            self._close()
            self._of_which = True
        elif token.joint == "passive":
            self._passive = token.span

    def _on_verb(self, verb: VerbToken) -> None:
        self._close_if_named(verb)
        if verb.negated:
            self._negated = verb.status != "proposed"
            if verb.status == "proposed":
                self._status, self._status_at = "declined", verb.span
            self._verb = verb
            return
        clause_verb, self._verb = self._verb, verb
        organ = self._organ_before(verb, clause_verb)
        if verb.status in ("proposed", "proposed_and_conferred", "registered"):
            self._status, self._status_at = verb.status, verb.span
            self._authority = organ if verb.status == "registered" else None
            return
        governed = self._status in ("proposed", "proposed_and_conferred", "declined", "registered")
        fresh_passive = (verb.passive or verb.received) and clause_verb is None and self._governor.status is None
        if not governed or (fresh_passive and self._last is not None):
            self._status, self._status_at = "conferred", verb.span
        if organ is not None:
            self._authority = organ
        elif (verb.passive or verb.received) and self._governor.authority is None:
            self._authority = None

    def _organ_before(self, verb: VerbToken, earlier: VerbToken | None) -> Span | None:
        """Who acts: the organ right before the verb, `… Chủ tịch UBND tỉnh đã [ra quyết định] tặng`."""
        clause = self._clause_start or self._passage.span.start
        start = max(clause, earlier.span.end if earlier else clause, verb.span.start - 200)
        folded = self._folded[start - self._passage.span.start : verb.span.start - self._passage.span.start]
        if granted := re.search(r"(?:thừa\s+)?ủy\s+quyền\s+(?:của\s+)?", folded):
            return organ_span(self._text, start + granted.end(), verb.span.start)
        best: Span | None = None
        for anchor in self._anchors.of("organ", Span(start, verb.span.start)):
            if best is not None and anchor.span.start < best.end:
                continue
            organ = organ_span(self._text, anchor.span.start, verb.span.start)
            if organ is not None and organ.end > anchor.span.start:
                best = organ
        if best is None:
            return None
        glue = self._folded[best.end - self._passage.span.start : verb.span.start - self._passage.span.start]
        return best if _GLUE.fullmatch(glue) else None

    # ------------------------------------------------------------ titles
    def _on_title(self, token: TitleToken, at: int) -> None:
        shared = self._open if self._open and not self._open.counted and self._only_joint(self._open.span.end, token.span.start) else None
        if shared is None:
            self._close()
        if self._negated:
            return
        draft = self._draft(token)
        self.drafts.append(draft)
        if token.quantity is not None and token.personal:
            kind = token.kinds[0] if token.kinds else "individual"
            bearer = GroupToken(token.quantity.span, token.quantity, draft.title.title, token.evidence["title"], kind)  # type: ignore[arg-type]
            draft.groups.append(DraftGroup(bearer))
            draft.title = replace(token, quantity=None)
            draft.rule = "award.bearers"
        elif self._pending:
            draft.groups = [DraftGroup(group) for group in self._pending]
            draft.rule = "award.recipient-first"
            draft.span = Span(min(self._pending[0].span.start, draft.span.start), draft.span.end)
            self._pending = []
        self._open = self._last = draft

    def _draft(self, token: TitleToken, **changes: object) -> Draft:
        explicit = token.authority
        evidence = dict(token.evidence)
        if explicit is None and self._authority is not None:
            evidence["authority"] = self._authority
        if self._status_at is not None:
            evidence["status"] = self._status_at
        start = token.span.start
        clause = self._folded[(self._clause_start or self._passage.span.start) - self._passage.span.start : token.span.start - self._passage.span.start]
        return Draft(
            title=token,
            rank=token.rank,
            qualifier=token.qualifier,
            authority=explicit or self._authority,
            status=self._status or "conferred",
            span=Span(start, token.span.end),
            cumulative=bool(words.CUMULATIVE.search(clause)),
            part_of=self._whole() if self._of_which else None,
            evidence=evidence,
        )

    def _whole(self) -> Draft | None:
        return self._last or self._before or self._governor.draft

    def _only_joint(self, start: int, end: int) -> bool:
        return bool(re.fullmatch(r"[\s\"“”]*(?:,|và|hoặc|/)?[\s\"“”]*(?:danh hiệu\s*)?[\"“]?", fold(self._text[start:end])))

    def _on_rank(self, token: RankToken) -> None:
        """`…, hạng Nhì cho 04 tập thể`: the title is the one before."""
        model = self._last
        if model is None or not (model.title.row.get("ranked") and model.rank is not None):
            return
        self._close()
        draft = replace_title(model, rank=token.rank, evidence_rank=token.span)
        draft.status, draft.authority = self._status or model.status, model.authority
        draft.span = token.span
        draft.rule = "award.elided-title"
        self.drafts.append(draft)
        self._open = self._last = draft

    # ------------------------------------------------------------ groups
    def _groups(self, chain: list[GroupToken], after: int) -> None:
        if self._received_next(after) and not (self._open and not self._open.counted and self._for_between(self._open.span.end, chain[0].span.start)):
            self._close()
            self._pending = chain
            return
        target = self._open
        if target is not None and self._attachable(target, chain[0]):
            if target.counted and target.groups:
                if self._of_which:
                    target = self._copy(target, "award.of-which", part_of=target)
                elif not self._continues(target, chain[0]):
                    self.loose.append(chain)
                    return
            self._attach(target, chain)
            return
        model = self._last
        if self._of_which and self._whole() is not None:
            whole = self._whole()
            assert whole is not None
            self._attach(self._copy(whole, "award.of-which", part_of=whole), chain)
        elif model is not None and self._repeats(model, chain[0]):
            self._attach(self._copy(model, "award.carried-title", part_of=model.part_of), chain)
        elif self._governor.draft is not None and self._passage.marker and self._opens_item(chain[0]):
            whole = self._governor.draft
            self._attach(self._copy(whole, "award.listed", part_of=whole if whole.counted else None), chain)
        else:
            self.loose.append(chain)

    def _received_next(self, after: int) -> bool:
        """Whether a verb of receiving comes before the next title, and no `cho` or other group."""
        seen = False
        for token in self._tokens[after : after + 12]:
            if isinstance(token, GroupToken | RankToken):
                return False
            if isinstance(token, JointToken):
                if token.joint in ("stop", "for"):
                    return False
                seen = seen or token.joint == "passive"
            elif isinstance(token, VerbToken):
                seen = seen or token.received or token.passive or (token.status == "registered" and True)
            else:
                return seen
        return False

    def _for_between(self, start: int, end: int) -> bool:
        return bool(words.FOR.search(fold(self._text[start:end])))

    def _attachable(self, draft: Draft, group: GroupToken) -> bool:
        between = fold(self._text[draft.span.end : group.span.start])
        if len(between) > 160:
            return False
        return bool(words.FOR.search(between)) or ":" in between or len(between) < 40

    def _continues(self, draft: Draft, group: GroupToken) -> bool:
        """A second chain for the same title: `cho 02 tập thể: A, B; cho 02 cá nhân`, `03 tập thể … và 02 cá nhân`."""
        between = fold(self._text[draft.span.end : group.span.start])
        return bool(re.search(r"(?:^|[\s,;)])(?:và|cho)\s+(?:hơn\s+|gần\s+)?$", between)) or between.strip() in ("", ",")

    def _repeats(self, model: Draft, group: GroupToken) -> bool:
        """A clause that gives only recipients: `…; 06 tập thể, 12 cá nhân trong công tác dân vận`, `…; cho 02 hộ`."""
        start = self._clause_start or self._passage.span.start
        between = fold(self._text[start : group.span.start])
        return bool(re.fullmatch(r"[\s,]*(?:và\s+)?(?:(?:tặng|truy tặng|phong tặng)\s+)?(?:cho\s+)?", between)) or (
            bool(re.search(r"khen thưởng\s.{0,80}$|(?:tặng|truy tặng|phong tặng)\s+cho\s+$", between)) and model.part_of is not None
        ) or bool(re.fullmatch(r".{0,40}(?:truy tặng|phong tặng|tặng)\s+cho\s+", between))

    def _opens_item(self, group: GroupToken) -> bool:
        """Whether the item is a label and groups: `a) Tổng kết năm học: 15 tập thể, 52 cá nhân`."""
        start = self._passage.span.start
        before = self._text[start : group.span.start]
        return ":" in before or len(before) < 30

    def _copy(self, model: Draft, rule: str, part_of: Draft | None) -> Draft:
        draft = replace_title(model, rank=model.rank)
        draft.part_of, draft.rule = part_of, rule
        draft.status, draft.authority = model.status, model.authority
        self.drafts.append(draft)
        self._open = draft
        if part_of is None:
            self._last = draft
        return draft

    def _attach(self, draft: Draft, chain: list[GroupToken]) -> None:
        if not draft.groups and draft.rule == "award.title-first":  # cho tập thể Sở X và 01 cá nhân
            found = words.FOR.search(fold(self._text[draft.span.end : chain[0].span.start]))
            if found:
                self._take(draft, self._names.read(Span(draft.span.end + found.end(), chain[0].span.start)))
        draft.groups += [DraftGroup(group) for group in chain]
        starts = [draft.span] if draft.rule in ("award.title-first", "award.recipient-first", "award.bearers", "award.elided-title") else []
        spans = [*starts, *(g.span for g in chain)]
        draft.span = Span(min(s.start for s in spans), max(s.end for s in spans))
        self._open = draft

    # ------------------------------------------------------------ names
    def _close_if_named(self, verb: VerbToken) -> None:
        """Before a new verb the open statement takes the names that follow it."""
        if self._open is not None:
            self._names_after(self._open, verb.span.start)

    def _close(self) -> None:
        if self._open is not None:
            self._names_after(self._open, self._end_of_clause(self._open.span.end))
        self._open = None

    def _end_of_clause(self, start: int) -> int:
        for token in self._tokens:
            if token.span.start >= start and not (isinstance(token, JointToken) and token.joint in ("colon", "for", "passive")):
                if isinstance(token, VerbToken) and token.received:
                    continue
                if isinstance(token, JointToken) and self._text[token.span.start] == ";" and self._listing(start, token.span.start):
                    continue
                return token.span.start
        return self._passage.span.end

    def _listing(self, start: int, end: int) -> bool:
        """Names in a list are parted by semicolons too: `gồm: Vụ A; Cục B; Văn phòng C`."""
        return bool(re.match(r"[^;.]{0,40}:", self._text[start:end]))

    def _names_after(self, draft: Draft, end: int) -> None:
        """Names of the counted groups, or, where nothing is counted, the recipients themselves."""
        if draft.evidence.get("named"):
            return
        text = fold(self._text[draft.span.end : end])
        if draft.groups:
            self._names_of(draft, text, end)
            return
        if draft.title.quantity is None or words.FOR.search(text):
            found = words.FOR.search(text) or re.match(r"\s*[\"”]?\s*:", text)
            if found:
                named = self._names.read(Span(draft.span.end + found.end(), end))
                self._take(draft, named)
                if named:
                    return
        self._subject(draft)

    def _names_of(self, draft: Draft, text: str, end: int) -> None:
        opened = re.match(r"[^:;.]{0,60}?(?:\(|:|\bgồm(?:\s+có)?\b\s*:?|\blà\b)\s*", text)
        if not opened or draft.groups[-1].names:
            return
        named = [n for n in self._names.read(Span(draft.span.end + opened.end(), end)) if n.name is not None]
        draft.groups[-1].names = named
        if named:
            draft.span = Span(draft.span.start, max(draft.span.end, named[-1].span.end))

    def _subject(self, draft: Draft) -> None:
        """`Cô Nguyễn Thị A được Bộ trưởng … tặng`: the recipient is the subject of the clause."""
        verb = self._verb
        if verb is None or not (verb.received or verb.passive) or verb.span.start > draft.span.start:
            return
        start = self._clause_start or self._passage.span.start
        stretch = fold(self._text[start : draft.span.start])
        cut = re.search(r"\s(?:đã\s+|vinh\s+dự\s+|cũng\s+)*(?:được|đón\s+nhận|nhận|đạt)\s", stretch)
        if cut:
            self._take(draft, self._names.last(Span(start, start + cut.start())), rule="award.subject")

    def _take(self, draft: Draft, named: list[Named], rule: str | None = None) -> None:
        """Named recipients as groups: neighbours of one kind are one group with their number."""
        for one in named:
            last = draft.groups[-1] if draft.groups else None
            if last and last.counted is None and last.names[-1].kind == one.kind and last.names[-1].name and one.name:
                last.names.append(one)
            else:
                draft.groups.append(DraftGroup(None, [one]))
        if named:
            draft.span = Span(min(draft.span.start, named[0].span.start), max(draft.span.end, named[-1].span.end))
            if rule:
                draft.rule = rule


def replace_title(model: Draft, rank: str | None, evidence_rank: Span | None = None) -> Draft:
    """A draft of the same title as `model`, without its recipients."""
    evidence = dict(model.evidence)
    if evidence_rank is not None:
        evidence["rank"] = evidence_rank
    return Draft(
        title=replace(model.title, quantity=None),
        rank=rank,
        qualifier=model.qualifier,
        authority=model.authority,
        status=model.status,
        span=model.title.span,
        cumulative=model.cumulative,
        evidence=evidence,
    )


# Words that may stand between an organ and its verb.
_GLUE = re.compile(
    r"[\s,]*(?:(?:cũng|còn|đã|đều|vừa|tiếp\s+tục|ra|ký|ban\s+hành|có|các|quyết\s+định|số|xét|xem\s+xét|họp|và|trực\s+tiếp|tổ\s+chức|lễ|được|thống\s+nhất|nhất\s+trí|khen\s+thưởng|để)[\s,]*)*(?:\([^()]*\)\s*)?"
)
