"""The clause that is being read: its text, its tokens, and who is named in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from ...anchors import Anchors
from ...passages import Passage
from ...source import SourceText
from ...spans import Span
from . import vocabulary as words
from .drafts import Draft, DraftGroup
from .recipients import Named, NameReader
from .token_kinds import GroupToken, JointToken, RankToken, TitleToken, Token, VerbToken

GOVERNING = ("proposed", "proposed_and_conferred", "registered", "declined")  # verbs whose status lasts through the sentence

_AHEAD = 60  # tokens of a clause that are looked at
_REACH = 600  # characters: a sentence looks no further back for its subject, so that endless ones cost no more than long ones


class ClauseReader:
    """Text, tokens and names of one passage, with the clause and the sentence that are being read."""

    def __init__(self, source: SourceText, anchors: Anchors, passage: Passage) -> None:
        self._names = NameReader(source, anchors)
        self._passage = passage
        self._folded = passage.folded
        self._base, self._end = passage.span
        self._tokens: list[Token] = []
        self._token_starts: list[int] = []
        self._clause = self._sentence = self._base
        self._labels: set[Span] = set()  # organs that confer what stands behind their names
        self._people: list[Named] = []  # the subject that the next clause may go on with
        self._governed: tuple[Named, ...] = ()  # whom the list is about
        self._governs_from_start = False  # whether the list counts from the beginning

    def _load(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._token_starts = [token.span.start for token in tokens]

    def _slice(self, start: int, end: int) -> str:
        """The folded text between two offsets of the document."""
        return self._folded[start - self._base : end - self._base]

    def _ahead(self, start: int) -> str:
        """The folded text behind an offset, as far as names in brackets may reach."""
        return self._slice(start, min(start + _REACH, self._end))

    def _before_in_clause(self, end: int) -> str:
        """The folded text of the clause up to an offset, as far back as a subject may stand."""
        return self._slice(self._clause_start(end), end)

    def _clause_start(self, end: int) -> int:
        return max(self._clause, end - _REACH)

    def _tokens_from(self, offset: int) -> list[Token]:
        at = bisect_left(self._token_starts, offset)
        return self._tokens[at : at + _AHEAD]

    def _end_of_clause(self, start: int) -> int:
        """Where the clause of a statement ends: at the next verb, title, group or stop."""
        last = start
        for token in self._tokens_from(start):
            last = token.span.end
            if isinstance(token, JointToken) and token.joint in ("colon", "for", "passive"):
                continue
            if (
                isinstance(token, VerbToken)
                and token.passive
                and words.CONFERRED_ON.fullmatch(self._slice(start, token.span.end + 1))
            ):
                continue  # Danh hiệu Anh hùng Lao động được phong tặng cho chị A
            if (
                isinstance(token, JointToken)
                and token.joint == "stop"
                and re.match(r"[^;.]{0,40}:", self._slice(start, token.span.start))
            ):
                following = next((t for t in self._tokens_from(token.span.end) if not isinstance(t, GroupToken)), None)
                new = isinstance(following, VerbToken) or (isinstance(following, JointToken) and following.joint == "passive")
                if self._slice(*token.span) == ";" and not new:  # names are parted by semicolons too: `gồm: Vụ A; Cục B`
                    continue
            return token.span.start
        return self._end if last >= self._token_starts[-1] else last

    def _names_after(self, draft: Draft, end: int, closing: bool = True) -> None:
        """Names of the counted groups, or, where nothing is counted, the recipients themselves."""
        text = self._slice(draft.span.end, end)
        if draft.groups:
            self._names_between(draft)
            self._names_of(draft, text, end, closing)
            return
        opened = words.NAMED_RANK.match(self._ahead(draft.span.end))
        if opened and (draft.rank is not None or opened["number"]):
            named = self._names.read(Span(draft.span.end + opened.start("names"), draft.span.end + opened.end("names")))
            draft.take([one for one in named if one.name is not None])  # hạng Ba 02 (Hội A; chị B), Cờ thi đua 01 (xã C)
        if draft.groups:
            return
        found = words.TO.search(text) or words.FILE_OF.search(text) or re.match(r"\s*[\"”]?\s*(?:gồm(?:\s+có)?\s*)?:(?!.*:)", text)
        if found and (draft.title.quantity is None or found[0].strip() == "cho"):
            if closing or ":" not in found[0]:  # before a verb, `Thầy thuốc ưu tú: Hội đồng đã …` opens a sentence
                draft.take(self._names.read(Span(draft.span.end + found.end(), end)))
        elif is_who := words.IS_WHO.match(text):  # Huy hiệu 60 năm tuổi Đảng lần này là đồng chí A
            draft.take(self._names.read(Span(draft.span.end + is_who.end(), end)))
        elif behind := self._names_behind(draft, end):  # tặng Bằng khen đảng viên Đàm Thị A
            draft.take(behind)
        counted_behind = draft.title.quantity is not None and draft.title.quantity.span.start > draft.title.evidence["title"].start
        if not draft.groups and closing and not counted_behind:
            self._subject(draft)

    def _names_behind(self, draft: Draft, end: int) -> list[Named]:
        gap = re.match(r"[\s\"”]*", self._slice(draft.span.end, end))
        start = draft.span.end + (gap.end() if gap else 0)
        near = self._names.read(Span(start, end)) if start < end else []
        return [one for one in near[:1] if one.kind == "individual" and one.name is not None]

    def _names_of(self, draft: Draft, text: str, end: int, closing: bool) -> None:
        last = draft.groups[-1]
        if last.counted is None or last.names:
            return
        if draft.status == "proposed" and self._decided(draft, last.counted):
            return
        beyond = words.BEYOND_BRACKET.match(self._ahead(draft.span.end)) if closing else None
        if beyond:  # 07 cá nhân (05 bác sĩ, 02 điều dưỡng) và khoa Nhi
            start = draft.span.end + beyond.end()
            draft.take(self._names.read(Span(start, max(self._end_of_clause(start), start))))
            return
        if opened := re.match(r"[^:;.]{0,60}?(?:\(|:|\bgồm(?:\s+có)?\b\s*:?|\blà\b)\s*", text):
            start, stop = draft.span.end + opened.end(), end
            closes = self._slice(start, min(start + _REACH, self._end)).find(")") if "(" in opened[0] else -1
            stop = start + closes if closes >= 0 else end
            end = max(stop, end)
            last.names = self._counted_names(Span(start, stop), last.counted)
            draft.stretch(*(one.span for one in last.names))
            more = re.match(r"\)\s*(?:,|và|cùng)\s+", self._slice(stop, end)) if closing and closes >= 0 else None
            if more:  # 01 tập thể (Đoàn trường A) và đồng chí B
                draft.take(self._names.read(Span(stop + more.end(), end)))
            return
        at_once = self._passage.text[draft.span.end - self._base + 1 : draft.span.end - self._base + 2].isupper()
        if at_once and last.counted.kind == "collective":  # hai giáo xứ Kẻ Đông, An Hòa
            last.names = self._names.parts(Span(draft.span.end, end), "collective", last.counted.numeral.value)
            draft.stretch(*(one.span for one in last.names))
            return
        if closing and (also := re.match(r"\s*(?:,|và|cùng)\s+", text)):  # 03 công đoàn cơ sở và Công đoàn ngành Y tế
            draft.take(self._names.read(Span(draft.span.end + also.end(), end)))

    def _names_between(self, draft: Draft) -> None:
        """`cho 01 tập thể là Vụ A và 01 cá nhân`: the names of a group before the next one."""
        for group, after in pairwise(group for group in draft.groups if group.counted is not None):
            if after.counted is not None and not group.names:
                self._names_up_to(group, after.counted.span.start)

    def _names_up_to(self, group: DraftGroup, end: int) -> None:
        """The names that stand right behind a count, in brackets or after `là`."""
        if group.counted is not None:
            base = group.counted.span.end
            if opened := words.NAMES_BEFORE_VERB.match(self._slice(base, end)):
                start, stop = opened.span("inside" if opened["inside"] is not None else "after")
                group.names = self._counted_names(Span(base + start, base + stop), group.counted)

    def _counted_names(self, within: Span, counted: GroupToken) -> list[Named]:
        """The names behind a count: as many as it says, where one way to read them makes it so."""
        named = [one for one in self._names.read(within) if one.name is not None]
        number = counted.numeral.value
        if len(named) == number:
            return named
        of_kind = [one for one in named if one.kind == counted.kind]
        if len(of_kind) == number:  # 01 hộ (hộ ông A, thôn B)
            return of_kind
        if counted.kind == "individual":
            other = self._names.people(within)
        else:
            other = self._names.places(within) if counted.kind == "collective" and not named else []  # 02 đơn vị: Lào Cai, Yên Bái
            other = other if len(other) == number else self._names.parts(within, counted.kind, number)
        return other if len(other) == number else named

    def _decided(self, draft: Draft, counted: GroupToken) -> bool:
        """`… cho 01 tập thể (đã có quyết định[: Trường A])`: proposed, and conferred on all."""
        decided = words.DECIDED.match(self._ahead(draft.span.end))
        start = draft.span.end + decided.end() if decided else 0
        inside = self._ahead(start).partition(")")[0] if decided else ""
        if decided is None or len(inside) >= _REACH or any(char.isdigit() for char in inside):
            return False
        draft.status = "proposed_and_conferred"
        draft.groups[-1].names = self._counted_names(Span(start, start + len(inside)), counted) if inside else []
        return True

    def _bracketed(self, draft: Draft, end: int) -> None:
        """`01 Trung đoàn (Trung đoàn X), 02 cá nhân là ông A, bà B được …`: names between the groups and the verb."""
        self._names_between(draft)
        last = next((group for group in reversed(draft.groups) if group.counted is not None), None)
        if last is None or last.counted is None:
            return
        self._names_up_to(last, end)
        base = last.counted.span.end
        between = self._slice(base, end)
        if not last.names and (named := words.NAMES_AT_ONCE.match(between)):  # hai đồng chí A và B được …
            listed = self._counted_names(Span(base + named.start("names"), base + named.end("names")), last.counted)
            last.names = listed if len(listed) == last.counted.numeral.value else []
        if also := words.ALSO_NAMED.match(between):  # 05 khoa (…) và tập thể Bệnh viện được
            draft.take(self._names.read(Span(base + also.start("names"), base + also.end("names"))))

    def _joined_before(self, group: GroupToken) -> list[Named]:
        """`Binh đoàn và 2 tập thể được tặng`: the subject begins before the first numeral."""
        start = self._clause_start(group.span.start)
        told = any(isinstance(t, TitleToken | VerbToken) and t.span.start < group.span.start for t in self._tokens_from(start))
        if told or not re.search(r"(?:,|\svà)\s+$", self._slice(start, group.span.start)):
            return []
        named = self._names.last(Span(self._subject_start(group.span.start), group.span.start))
        close = bool(named) and re.fullmatch(r"[\s\"”)]*(?:,|(?:,\s*)?và)?\s+", self._slice(named[-1].span.end, group.span.start))
        return named if close else []  # Đại học A cho biết, 6 cá nhân …: no subject

    def _subject(self, draft: Draft) -> None:
        """`Cô Nguyễn Thị A được Bộ trưởng … tặng`: the recipient is the subject of the clause, or of the one before."""
        start = self._clause_start(draft.span.start)
        if words.COUNCIL.search(self._slice(start, draft.span.start)):
            return
        opens = not re.search(r"\w", self._slice(self._clause_start(draft.span.start), draft.title.span.start))
        cuts = list(words.RECEIVING.finditer(self._slice(start, draft.span.start)))
        cut = cuts[-1] if cuts else None
        if cut:
            end = start + cut.start()
            named = self._nearest_subject(end) or self._people or self._label()
        else:  # + Trường: đề nghị … công nhận …; in a list of awards the title opens the clause
            named = self._label() or (self._people if opens else []) or self._biography(draft)
        named = [one for one in named if one.span not in self._labels]  # UBND tỉnh: 3 bằng khen
        named = named or list(self._governed)
        if named:
            self._people = named
            draft.take(named)
            draft.rule = "award.subject"

    def _nearest_subject(self, end: int) -> list[Named]:
        """The subject behind the last verb or title, `suy tôn [Sở A] nhận …, [Sở B] nhận …`, else the one that opens the clause."""
        start = self._subject_start(end)
        told = (isinstance(token, TitleToken | VerbToken) for token in self._tokens_before(self._sentence, end))
        if self._clause > self._sentence and not any(told):
            start = max(self._sentence, end - _REACH)  # Các tập thể A, B và ông C, phó phòng; bà D đón nhận …
        if "%" in self._slice(start, end):  # 100% cán bộ: a share names nobody
            return []
        ends = [t.span.end for t in self._tokens_before(start, end) if isinstance(t, TitleToken | VerbToken)]
        near = self._names.last(Span(ends[-1], end)) if ends else []
        if near and near[-1].name is not None:
            return near
        first = words.RECEIVING.search(self._slice(start, end)) if ends else None  # Trung đoàn được A tuyên dương …, được tặng …
        return self._names.last(Span(start, start + first.start() if first else end))

    def _tokens_before(self, start: int, end: int) -> list[Token]:
        """The tokens between two offsets, the last ones where they are many."""
        at = bisect_left(self._token_starts, end)
        return [t for t in self._tokens[max(at - _AHEAD, 0) : at] if t.span.start >= start and t.span.end <= end]

    def _biography(self, draft: Draft) -> list[Named]:
        """`Ông Tô A, sinh năm 1958, … Khen thưởng: Huân chương …`: the passage is about a person."""
        if not words.BIOGRAPHY.search(self._before_in_passage(draft.title.span.start)):
            return []
        start = self._base + len(self._passage.marker)
        first = self._names.read(Span(start, min(start + 120, self._end)))[:1]
        return [one for one in first if one.kind == "individual"]

    def _before_in_passage(self, end: int) -> str:
        return self._slice(max(self._base, end - _REACH), end)

    def _subject_start(self, end: int) -> int:
        """Where the subject can begin: after the last colon or open bracket of the clause."""
        start = self._clause_start(end)
        stretch = self._slice(start, end).rstrip(" (")
        opened = stretch.rfind("(")
        return start + max(stretch.rfind(": ") + 1, opened + 1 if opened > stretch.rfind(")") else 0)

    def _label(self) -> list[Named]:
        """Whom a list item is about: `- Điều dưỡng Lý Thị A, khoa Nhi: …; năm 2021 được … tặng`."""
        label = (
            re.match(r"[^:;.]{2,60}(?=:)", self._slice(self._base + len(self._passage.marker), self._end))
            if self._passage.marker
            else None
        )
        start = self._base + len(self._passage.marker)
        return self._names.read(Span(start, start + label.end()), bare=True)[:1] if label else []

    def _cumulative(self, offset: int) -> bool:
        """Whether the sentence counts from the beginning, `tính đến nay …`, up to a clause of its own year."""
        told = self._slice(max(self._sentence, offset - 600), offset)
        since = [found.end() for found in words.CUMULATIVE.finditer(told)]
        if not since and words.UP_TO_DAY.search(told) and words.YEAR_ALONE.search(self._ahead(offset)):
            return True
        if not since and self._governs_from_start:  # Từ năm 1997 đến nay: - …
            return not words.OWN_YEAR.search(told)
        return bool(since) and not words.OWN_YEAR.search(told, since[-1])

    def _first_word(self) -> int:
        start = self._clause
        while start < self._end and not self._folded[start - self._base].isalnum():
            start += 1
        return start

    # ------------------------------------------------------------ which order, and how far a title reaches
    def _recipient_first(self, chain: list[GroupToken], after: int, given: bool) -> bool:
        """Whether the chain is the subject of a verb of receiving, or stands right before its title.

        `given`: a verb of conferral stands before it, and no title yet.
        """
        received = False
        for token in self._tokens[after : after + 12]:
            gap = self._slice(chain[-1].span.end, token.span.start)
            if not received and re.search(r"\(\s*\w[^()]*$", gap):
                return False  # 214 hội viên (nâng tổng số hội viên được tặng … lên 3.066)
            if isinstance(token, TitleToken):
                bracketed = "(" not in gap or self._slice(token.span.end, token.span.end + 3).strip(' ”"').startswith(")")
                adjacent = bracketed and bool(words.ADJACENT.fullmatch(gap))
                handed = given and len(gap) < 60 and "(" not in gap and not words.VERB.search(gap)
                return received or ((adjacent or handed) and token.quantity is None)
            written = self._passage.text[chain[-1].span.end - self._base : token.span.start - self._base]
            if (
                isinstance(token, GroupToken | RankToken)
                or len(gap) > 220
                or words.NEW_CLAUSE.search(re.sub(r"\([^()]*\)", "", written))
            ):
                return received
            if isinstance(token, JointToken):
                if token.joint in ("stop", "for") or (token.joint == "colon" and not received and gap.strip()):
                    return False
                received = received or token.joint == "passive"
            elif isinstance(token, VerbToken):
                near = len(re.sub(r"\([^()]*\)", "", gap)) < 16
                received = received or token.received or token.passive or (token.status in GOVERNING and near)
            if received and len(gap) < 16:
                return True
        return False

    def _without_whole(self, chain: list[GroupToken]) -> list[GroupToken]:
        """`Trong 34 nông dân về dự, 22 người được tặng …`: the first number is what the others are of."""
        before = self._slice(max(self._sentence, chain[0].span.start - 30), chain[0].span.start)
        return chain[1:] if len(chain) > 1 and words.OUT_OF_NUMBER.search(before) else chain

    def _attachable(self, draft: Draft, group: GroupToken) -> bool:
        between = self._slice(draft.span.end, group.span.start)
        if len(between) > 160 or (between.count(")") > between.count("(") and not re.match(r"\s*\)\s*cho\b", between)):
            return False
        return (
            bool(words.TO.search(between))
            or any(joint.fullmatch(between) for joint in (words.BARE_JOINT, words.CONFERRED_ON, words.RAISED_TO))
            or ":" in between
        )

    def _in_brackets(self, group: GroupToken, title: bool) -> bool:
        """Whether a bracket opens right before a group, and a title right before that, when it is asked for."""
        before = self._slice(max(self._clause, group.span.start - 80), group.span.start).rstrip()
        if not before.endswith("("):
            return False
        end = group.span.start - (len(self._slice(max(self._clause, group.span.start - 80), group.span.start)) - len(before)) - 1
        return not title or any(
            isinstance(t, TitleToken) and not self._slice(t.span.end, end).strip(' ”"') for t in self._tokens if t.span.end <= end
        )

    def _continues(self, draft: Draft, group: GroupToken) -> bool:
        """A second chain for the same title: `cho 02 tập thể: A, B; cho 02 cá nhân`, `03 tập thể … và 02 cá nhân`."""
        if draft.rule == "award.bearers" and group.kind not in (*draft.title.kinds, "mixed", "other"):
            return False  # 12 tập thể lao động xuất sắc, 27 cá nhân tiêu biểu
        between = self._slice(draft.span.end, group.span.start)
        return (
            len(between) < 160
            and bool(re.search(r"(?:^|[\s,;)])(?:và|cho|cùng)\s+(?:hơn\s+|gần\s+|trên\s+)?$", between))
            or between.strip() in ("", ",")
        )

    def _opens_item(self, group: GroupToken) -> bool:
        """Whether the item is a label and groups: `a) Tổng kết năm học: 15 tập thể, 52 cá nhân`."""
        before = self._slice(self._base, min(group.span.start, self._base + 400))
        return ":" in before or len(before) < 30
