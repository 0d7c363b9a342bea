"""The words of an award sentence: titles with all that belongs to them, groups of recipients, verbs, joints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import regex

from ...anchors import Anchors
from ...counting import BETWEEN, find_groups
from ...numerals import NUMERAL, Numeral, read_numeral
from ...passages import Passage
from ...source import SourceText
from ...spans import Span, SpanSet
from ...surnames import SURNAMES
from . import vocabulary as words
from .titles import TitleReader, place, rank_of
from .token_kinds import GroupToken, JointToken, RankToken, TitleToken, Token, VerbToken, bearers

_REWARDING = re.compile(r"khen thưởng|tuyên dương|biểu dương|tặng cờ|được(?: \w+){0,4} khen(?!\w)")
# Lao động tiên tiến 512, …: the number stands behind the title
_BEHIND = re.compile(r"[\"”]?\s*(?::\s*)?(?=\d)")
_ELIDED_YEARS = re.compile(rf"(?:^|[,;:]|và)\s*(?P<name>{words.PARTY_YEARS.pattern})(?=\s+cho\s|\s*:\s*\d)")
_YEARS_BEHIND = re.compile(
    r"\d (?:đồng\s+chí|đ/c|đảng\s+viên)\s+(?P<name>(?P<years>\d{2})\s+năm(?:\s+tuổi\s+đảng)?)(?=\s*(?:[,;.)]|$)|\s+và\s)"
)


class Scanner:
    """Reads the tokens of passages of one document."""

    def __init__(self, source: SourceText, anchors: Anchors) -> None:
        self._titles = TitleReader(source, anchors)
        self.conferrers = self._titles.conferrers
        self._anchors = anchors

    def speaks_of_awards(self, passage: Passage) -> bool:
        """Whether the passage names an award or speaks of rewarding at all: most do not, and are left alone."""
        return bool(self._anchors.of("award", passage.span)) or bool(_REWARDING.search(passage.folded))

    def tokens(self, passage: Passage) -> list[Token]:
        """The tokens of a passage, in order."""
        folded = passage.folded
        base = passage.span.start
        titles = self._titles.read(passage)
        taken = SpanSet(title.span for title in titles)
        bearing = list(_with_quantities(titles, folded, base))
        counted = SpanSet(title.span for title in bearing if title.quantity is not None)  # 154 lượt Chiến sĩ thi đua
        groups = [group for group in find_groups(passage, self._anchors, taken) if not counted.overlaps(group.span)]
        out: list[Token] = [*bearing, *groups]
        for group in groups:
            taken.add(group.span)
        given = [place(to, base, "to") for title in titles if (to := words.GIVEN_TO.match(folded, title.span.end - base))]
        out += [JointToken(span, "for") for span in given]
        for span in given:
            taken.add(span)
        others: list[Token] = [*_ranks(folded, base), *_verbs(passage.text, folded, base), *_joints(passage.text, folded, base)]
        for token in others:
            if not taken.overlaps(token.span):
                out.append(token)
                if isinstance(token, RankToken):
                    taken.add(token.span)
        out.sort(key=_order)
        out += _bare_counts(out, folded, base)
        out.sort(key=_order)
        return sorted([*out, *_shared_nouns(out, folded, base)], key=_order)


_CAPITAL_WORD = regex.compile(r"\p{Lu}\p{Ll}+")
_FULL_NAME = regex.compile(r"(?<!\w)(?P<surname>\p{Lu}\p{Ll}+)\s+(?:\p{Lu}\p{Ll}+\s+){0,3}$")
_BEHIND_VERB = re.compile(r"\s+(?P<number>\d{1,4})(?=\s*(?:[,;.)](?!\d)|$)|\s+và\s)")
_SUM_OF = re.compile(r"(?:tổng\s+số|số\s+lượng)\s+(?:tấm\s+)?$")
_SAID = re.compile(r"[\"”]?(?:[^.;:,\d]{0,60}\s(?:là|có|lên)|\s*:)\s+")
_COLON = re.compile(r"[\"”]?\s*:\s+")
_PART_ENDS = re.compile(r"\s*(?:[;,.](?!\d)|\(|$|(?:chiếc|cái|lượt)\s*[;,.(])")
_COUNTED_RANK = re.compile(r"(?<![\w/.,])(?P<number>\d{1,3})\s+$")
_BARE_NUMBER = re.compile(r"\s*(?P<number>\d{1,4})\s*(?:,|;|và)\s*$")


def _order(token: Token) -> tuple[int, int]:
    """In the order of the text, of two that begin together the longer one first."""
    return token.span.start, -token.span.end


def _with_quantities(titles: list[TitleToken], folded: str, base: int) -> Iterator[TitleToken]:
    """A numeral right before a title counts certificates: `4 bằng khen`, or bearers: `14 Lao động tiên tiến`."""
    starts = {t.span.start - base: t for t in titles}
    counted: dict[int, Numeral] = {}
    for found in NUMERAL.finditer(folded):
        between = BETWEEN.match(folded, found.end())
        numeral = read_numeral(found)
        if numeral and between and between.end() in starts:
            counted[between.end()] = numeral.shift(base)
    for at, title in starts.items():
        quantity = counted.get(at) or (_number_behind if title.personal else _certificates_behind)(title, folded, base)
        if quantity is not None and quantity.value == 0:  # Nhà giáo nhân dân: 0
            continue
        if quantity is None:
            yield title
        elif quantity.span.start > title.span.start:
            yield replace(title, span=Span(title.span.start, quantity.span.end), quantity=quantity)
        else:
            yield replace(title, span=Span(quantity.span.start, title.span.end), quantity=quantity)


def _certificates_behind(title: TitleToken, folded: str, base: int) -> Numeral | None:
    """`Bằng khen: 45; …`, `Tổng số Giấy khen … trong năm là 1.842, gồm …`: how many certificates."""
    at = title.span.end - base
    summed = _SUM_OF.search(folded, max(at - 160, 0), title.span.start - base)
    behind = _SAID.match(folded, at) if summed else _COLON.match(folded, at)
    if behind is None and title.authority is not None:  # Giấy khen của Giám đốc Sở 62, …
        behind = _BEHIND.match(folded, at)
    found = NUMERAL.match(folded, behind.end()) if behind else None
    numeral = read_numeral(found) if found and found["digits"] else None
    ends = found is not None and _PART_ENDS.match(folded, found.end())
    return numeral.shift(base) if numeral and ends and not 1900 < numeral.value < 2100 else None


def _number_behind(title: TitleToken, folded: str, base: int) -> Numeral | None:
    """`Tập thể lao động tiên tiến 24, …`: a number that ends the clause part counts the bearers."""
    behind = _BEHIND.match(folded, title.span.end - base)
    found = NUMERAL.match(folded, behind.end()) if behind else None
    numeral = read_numeral(found) if found else None
    ends = found is not None and re.match(r"\s*(?:[,;.(]|$)", folded[found.end() : found.end() + 3])
    return numeral.shift(base) if numeral and ends and numeral.value < 1_000_000 and not 1900 < numeral.value < 2100 else None


def _ranks(folded: str, base: int) -> Iterator[RankToken]:
    for found in words.RANK.finditer(folded):
        counted = _COUNTED_RANK.search(folded, max(found.start() - 8, 0), found.start())
        quantity = Numeral(place(counted, base, "number"), int(counted["number"])) if counted else None
        yield RankToken(place(found, base), rank_of(found), quantity=quantity)
    for found in (*_ELIDED_YEARS.finditer(folded), *_YEARS_BEHIND.finditer(folded)):
        yield RankToken(place(found, base, "name"), None, f"{found['years']} năm tuổi Đảng")


def _bare_counts(tokens: list[Token], folded: str, base: int) -> list[Token]:
    """`Chiến sĩ thi đua cấp tỉnh: đề nghị 06, được công nhận 04`: the title's bearers, behind each verb."""
    found: list[Token] = []
    title: TitleToken | None = None
    for token in tokens:
        if isinstance(token, TitleToken):
            title = token if token.personal and _COLON.match(folded, token.span.end - base) else None
        elif isinstance(token, GroupToken) or (isinstance(token, JointToken) and token.joint == "stop"):
            title = None
        elif isinstance(token, VerbToken) and title is not None:
            number = _BEHIND_VERB.match(folded, token.span.end - base)
            if number:
                span = place(number, base, "number")
                found.append(bearers(title, Numeral(span, int(number["number"]))))
    return found


def _shared_nouns(tokens: list[Token], folded: str, base: int) -> Iterator[GroupToken]:
    """`hạng Nhất 04, hạng Nhì 09, hạng Ba 15 đồng chí`: the noun of the last number counts for those before."""
    following: Token | None = None
    noun: GroupToken | None = None
    for token in reversed(tokens):
        ranked = isinstance(token, RankToken) or (isinstance(token, TitleToken) and token.rank is not None)
        at = token.span.end - base
        if ranked and isinstance(following, GroupToken) and not folded[at : following.span.start - base].strip():
            noun = following
        elif ranked and noun is not None and isinstance(following, RankToken):
            found = _BARE_NUMBER.match(folded, at, following.span.start - base)
            if found is None:
                noun = None
            else:
                span = place(found, base, "number")
                yield replace(noun, span=span, numeral=Numeral(span, int(found["number"])), approximate=False, rest=False)
        elif not isinstance(token, JointToken):
            noun = None
        if not isinstance(token, JointToken):
            following = token


def _verbs(text: str, folded: str, base: int) -> Iterator[VerbToken]:
    for found in words.VERB.finditer(folded):
        kind = found.lastgroup or ""
        if kind == "negation" or _is_given_name(text, found):
            continue
        before = folded[max(found.start() - 90, 0) : found.start()]
        passive = bool(re.search(r"(?<!\w)được(?:\s+[^\s;.:]+){0,12}\s*$", before)) and kind == "conferred"
        yield VerbToken(
            span=place(found, base),
            status=None if kind == "received" else kind,  # type: ignore[arg-type]
            received=kind == "received",
            passive=passive,
            negated=bool(found["negation"]),
        )


def _is_given_name(text: str, found: re.Match[str]) -> bool:
    """Nông Quốc Đạt, Trần Tặng: a verb with a capital behind a family name."""
    if not _CAPITAL_WORD.fullmatch(text, *found.span()):
        return False
    before = _FULL_NAME.finditer(text, max(found.start() - 40, 0), found.start(), overlapped=True)
    return any(named["surname"].lower() in SURNAMES for named in before)


def _joints(text: str, folded: str, base: int) -> Iterator[JointToken]:
    for joint, pattern in (("for", words.FOR), ("of_which", words.OF_WHICH), ("passive", words.PASSIVE)):
        for found in pattern.finditer(folded):
            yield JointToken(place(found, base), joint)  # type: ignore[arg-type]
    for stop in words.stops(text):
        yield JointToken(place(stop, base), "colon" if stop[0] == ":" else "stop")
