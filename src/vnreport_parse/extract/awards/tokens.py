"""The words of an award sentence: titles with all that belongs to them, groups of recipients, verbs, joints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import regex

from ... import lexicons
from ...anchors import Anchor, Anchors
from ...counting import BETWEEN, find_groups
from ...numerals import NUMERAL, Numeral, read_numeral
from ...passages import Passage
from ...patterns import fold
from ...source import SourceText
from ...spans import Span, SpanSet
from ...surnames import SURNAMES
from . import vocabulary as words
from .conferrers import CONFERRING, ConferrerReader
from .elided import elided_titles
from .token_kinds import GroupToken, JointToken, RankToken, TitleToken, Token, VerbToken

_QUOTED = re.compile(r"\s*[\"“”]?\s*(?:về\s+)?[\"“”'‘]{1,2}(?P<name>[^\"“”]{3,120}?)[\"“”'’]{1,2}")
# Kỷ niệm chương Vì sự nghiệp giáo dục cho … : the name runs on without quotes
_RUN_ON = re.compile(
    r"\s+(?P<name>vì\s+(?:sự|thế|sức|giai|hòa|chủ|người|an)\s.{3,80}?)(?=\s+(?:cho|năm|do|nhân|tặng|vào|trong)\b|\s+của\s+(?:bộ|ủy|chủ|thủ|tổng|hội)\b|\s*[,;.:(]|\s+\d|$)"
)
_OF = re.compile(
    r"\s*[\"“”]?\s*(?:(?:đột xuất|chuyên đề|toàn diện|phong trào|luân lưu|xuất sắc|(?:các )?năm\s+[\d, –-]+)\s*)?(?:của|do)\s+"
)
_YEARS_AFTER = re.compile(r"(?:\s+đảng)?\s+" + words.PARTY_YEARS.pattern)
_ELIDED_YEARS = re.compile(rf"(?:^|[,;:]|và)\s*(?P<name>{words.PARTY_YEARS.pattern})(?=\s+cho\s|\s*:\s*\d)")
_YEARS_BEHIND = re.compile(
    r"\d (?:đồng\s+chí|đ/c|đảng\s+viên)\s+(?P<name>(?P<years>\d{2})\s+năm(?:\s+tuổi\s+đảng)?)(?=\s*(?:[,;.)]|$)|\s+và\s)"
)
_THIS_TITLE = re.compile(r"danh\s+hiệu\s+(?:cao\s+quý\s+)?(?:này|trên|nói\s+trên)(?!\w)")
_OPENED = re.compile(r"\s*\(\s*")
_GAP = re.compile(r"\s*[\"“”]?\s*,?\s*")
# tặng Cờ “Đơn vị dẫn đầu …”, tặng Cờ cho Đảng bộ: what kind of flag it is, its name says
_REWARDING = re.compile(r"khen thưởng|tuyên dương|biểu dương|tặng cờ|được(?: \w+){0,4} khen(?!\w)")
_BARE_FLAG = re.compile(
    r"(?:(?:tặng|trao|nhận|thưởng)\s+|(?:^|[.;:+-])\s*)(?P<flag>cờ)(?=\s+(?:cho\s|của\s|[\"“]|đơn\s+vị\s)|\s*:)|tặng\s+(?P<alone>cờ)(?=\s*(?:[;,.]|$))"
)
_GIVEN_NAME = re.compile(r"(?:tặng|nhận|trao)\s+(?:danh hiệu\s+)?[\"“]$")
# Lao động tiên tiến 512, …: the number stands behind the title
_BEHIND = re.compile(r"[\"”]?\s*(?::\s*)?(?=\d)")
# Bằng khen tỉnh: 12 tập thể; Giấy khen huyện 04 cá nhân
_LEVEL = re.compile(r"\s+(?P<level>tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|bộ|ngành)(?=\s*(?:[:;,.(]|$)|\s+(?:\d|cho\s))")
_CERTIFICATES = {"certificate", "flag"}
_NAMED = {"badge", "medal", "flag", "prize", "order"}


class Scanner:
    """Reads the tokens of passages of one document."""

    def __init__(self, source: SourceText, anchors: Anchors) -> None:
        self._text = source.text
        self.conferrers = ConferrerReader(source, anchors)
        self._anchors = anchors

    def speaks_of_awards(self, passage: Passage) -> bool:
        """Whether the passage names an award or speaks of rewarding at all: most do not, and are left alone."""
        return bool(self._anchors.of("award", passage.span)) or bool(_REWARDING.search(passage.folded))

    def tokens(self, passage: Passage) -> list[Token]:
        """The tokens of a passage, in order."""
        folded = passage.folded
        base = passage.span.start
        titles = self._titles(passage, folded)
        taken = SpanSet(title.span for title in titles)
        bearing = list(_with_quantities(titles, folded, base))
        counted = SpanSet(title.span for title in bearing if title.quantity is not None)  # 154 lượt Chiến sĩ thi đua
        groups = [group for group in find_groups(passage, self._anchors, taken) if not counted.overlaps(group.span)]
        out: list[Token] = [*bearing, *groups]
        for group in groups:
            taken.add(group.span)
        given = [_at(to, base, "to") for title in titles if (to := words.GIVEN_TO.match(folded, title.span.end - base))]
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
        return sorted([*out, *_shared_nouns(out, folded, base)], key=_order)

    # ------------------------------------------------------------ titles
    def _titles(self, passage: Passage, folded: str) -> list[TitleToken]:
        base, end = passage.span
        titles: list[TitleToken] = []
        barred = SpanSet(a.span for a in self._anchors.of("non_award", passage.span))
        for anchor in self._anchors.of("award", passage.span):
            if barred.holds(anchor.span) or self._is_honorific(anchor, folded, base) or _won(anchor, folded, base):
                continue
            if not titles or anchor.span.start >= titles[-1].span.end:
                titles.append(self._title(anchor, folded, base, end))
        starts = [*(title.span.start - base for title in titles[1:]), len(folded)]
        for title, limit in zip(tuple(titles), starts, strict=False):
            whole = Anchor(title.span, "award", title.row)
            titles += [self._title(end_of, folded, base, end) for end_of in elided_titles(whole, folded, base, limit)]
        titles += self._anaphors(folded, base, titles)
        named = SpanSet(title.span for title in titles)
        for found in _BARE_FLAG.finditer(folded):
            span = _at(found, base, "flag" if found["flag"] else "alone")
            if not named.overlaps(span):
                titles.append(self._title(Anchor(span, "award", _row("co-thi-dua")), folded, base, end))
        for anchor in self._anchors.of(
            "qualifier", passage.span
        ):  # tặng “Đơn vị dẫn đầu phong trào thi đua”: named without its kind
            given = _GIVEN_NAME.search(folded[max(anchor.span.start - base - 24, 0) : anchor.span.start - base])
            if given and not named.overlaps(anchor.span):
                row = next((row for row in lexicons.load("awards")["award"] if row["title"] == anchor.row["title"]), None)
                if row is not None:
                    name = " ".join(anchor.span.of(self._text).split())
                    evidence = {"title": anchor.span, "qualifier": anchor.span}
                    titles.append(TitleToken(anchor.span, row, qualifier=name, evidence=evidence))
        return sorted(titles, key=lambda title: title.span)

    def _anaphors(self, folded: str, base: int, titles: list[TitleToken]) -> Iterator[TitleToken]:
        """`… và truy tặng danh hiệu này cho 17 cá nhân`: the title named last, once more."""
        for found in _THIS_TITLE.finditer(folded):
            span = _at(found, base)
            before = [
                title
                for title in titles
                if title.span.end <= span.start and title.row["family"] in ("emulation_title", "honorary_title")
            ]
            if before:
                yield TitleToken(
                    span, before[-1].row, rank=before[-1].rank, authority=before[-1].authority, evidence={"title": span}
                )

    def _is_honorific(self, anchor: Anchor, folded: str, base: int) -> bool:
        """NNƯT Phạm Văn A, NSND Trần B: the title goes before its bearer's name, and nobody confers it here."""
        named = words.BEARER.match(self._text, anchor.span.end) if anchor.row["family"] == "honorary_title" else None
        before = folded[max(anchor.span.start - base - 40, 0) : anchor.span.start - base]
        return named is not None and named["surname"].lower() in SURNAMES and not words.CONFERRING.search(before)

    def _title(self, anchor: Anchor, folded: str, base: int, end: int) -> TitleToken:
        """The title at an anchor, with rank, proper name and authority in whatever order they follow."""
        is_branch = str(anchor.row["title"]).endswith(" ngành")
        branch = words.BRANCH.match(self._text, anchor.span.end, end) if is_branch else None
        span = Span(anchor.span.start, branch.end()) if branch else anchor.span
        row = anchor.row
        if branch and not branch["branch"].partition(" ")[0].isupper():  # ngành BHXH: a short form names none
            row = row | {"title": f"{row['title']} {' '.join(branch['branch'].split())}"}
        qualifier = str(anchor.row.get("qualifier") or "") or None
        token = TitleToken(span, row, qualifier=qualifier, evidence={"title": span})
        if str(anchor.row["id"]).startswith("huy-hieu"):
            token = self._party_badge(token, folded, base)
        for _ in range(4):
            at = token.span.end - base
            longer = (
                self._rank(token, folded, at, base)
                or self._name(token, folded, at, base)
                or self._authority(token, folded, at, base, end)
            )
            if longer is None:
                return token
            token = longer
        return token

    def _party_badge(self, token: TitleToken, folded: str, base: int) -> TitleToken:
        """Huy hiệu 50 năm tuổi Đảng: the years are the badge's name, never a count."""
        found = _YEARS_AFTER.match(folded, token.span.end - base)
        if not found:
            return token
        years = _at(found, base, "years")
        return replace(
            token,
            row=_row("huy-hieu-dang"),
            span=Span(token.span.start, base + found.end()),
            qualifier=f"{' '.join(found['years'].split())} năm tuổi Đảng",
            evidence=token.evidence | {"qualifier": years},
        )

    def _rank(self, token: TitleToken, folded: str, at: int, base: int) -> TitleToken | None:
        gap = _GAP.match(folded, at)
        found = words.RANK.match(folded, gap.end() if gap else at)
        if token.rank or "rank" in token.evidence:
            return None
        if not found and (opened := _OPENED.match(folded, at)):  # HCĐL (hạng Ba)
            found = words.RANK.match(folded, opened.end())
            found = found if found and folded.startswith(")", found.end()) else None
        if not found:
            return self._foreign_rank(token)
        span = _at(found, base)
        return replace(token, span=Span(token.span.start, span.end), rank=rank_of(found), evidence=token.evidence | {"rank": span})

    def _foreign_rank(self, token: TitleToken) -> TitleToken | None:
        """Huân chương Hữu nghị hạng Mô-ha Sê-na: a rank by its name in another language."""
        found = words.FOREIGN_RANK.match(self._text, token.span.end) if token.row["family"] == "order" else None
        if not found:
            return None
        span = Span(*found.span("rank"))
        rank = "hạng " + " ".join(span.of(self._text).split()[1:])
        return replace(token, span=Span(token.span.start, span.end), rank=rank, evidence=token.evidence | {"rank": span})

    def _name(self, token: TitleToken, folded: str, at: int, base: int) -> TitleToken | None:
        if token.row["family"] not in _NAMED or token.qualifier:
            return None
        known = self._anchors_at("qualifier", base + _skip_blank(folded, at))
        found = self._quoted(token, folded, at, base) or (None if known else _RUN_ON.match(folded, at))
        if not found and not known:
            return None
        span = _at(found, base, "name") if found else known.span  # type: ignore[union-attr]
        name = " ".join(self._text[span.start : span.end].split())
        end = base + found.end() if found else span.end
        whole = _titled(fold(f"{token.title} {name}"))
        if whole is not None:  # Huy chương “Vì an ninh Tổ quốc”
            return replace(token, span=Span(token.span.start, end), row=whole)
        return replace(token, span=Span(token.span.start, end), qualifier=name, evidence=token.evidence | {"qualifier": span})

    def _quoted(self, token: TitleToken, folded: str, at: int, base: int) -> re.Match[str] | None:
        """The proper name in quotes; the next mark ends a title in quotes: `“Giải thưởng A” cho 5 tác giả; “Giải thưởng B”`."""
        in_quotes = folded[token.span.start - base - 1 : token.span.start - base] in ("“", '"')
        found = _QUOTED.match(folded, at)
        return None if found and in_quotes and folded[at : at + 1] in ("”", '"') and found["name"][0] in " ,;.:" else found

    def _authority(self, token: TitleToken, folded: str, at: int, base: int, end: int) -> TitleToken | None:
        """Bằng khen của Chủ tịch UBND tỉnh; Bằng khen UBND tỉnh."""
        if token.authority:
            return None
        found = _OF.match(folded, at)
        start = base + found.end() if found else base + _skip_blank(folded, at)
        level = _LEVEL.match(folded, at) if token.row["family"] in _CERTIFICATES else None
        if not found and level is None and (token.personal or not self._names_conferrer(start)):
            return None
        organ = _at(level, base, "level") if level else self.conferrers.read(start, end)
        if organ is None:
            return None
        return replace(
            token, span=Span(token.span.start, organ.end), authority=organ, evidence=token.evidence | {"authority": organ}
        )

    def _names_conferrer(self, start: int) -> bool:
        """Whether an organ that may confer is named right behind the title, without `của`."""
        near = self._anchors_at("organ", start)
        return (
            near is not None
            and near.row["kind"] in CONFERRING
            and near.row["head"] not in ("ban", "hội", "hội nghị", "đại hội", "ngành", "phòng")
        )

    def _anchors_at(self, kind: str, start: int) -> Anchor | None:
        near = self._anchors.of(kind, Span(start, start + 80))
        return near[0] if near and near[0].span.start == start else None


_CAPITAL_WORD = regex.compile(r"\p{Lu}\p{Ll}+")
_FULL_NAME = regex.compile(r"(?<!\w)(?P<surname>\p{Lu}\p{Ll}+)\s+(?:\p{Lu}\p{Ll}+\s+){0,3}$")
_WINNING = re.compile(r"(?<!\w)(?:đoạt|giành|mang\s+về|thu\s+về|hái)(?!\w)[^;.:]{0,40}$")
_OF_METAL = re.compile(r"\s*(?:\(\s*)?(?:\d+\s+)?(?:vàng|bạc|đồng)(?!\w)")
_SUM_OF = re.compile(r"(?:tổng\s+số|số\s+lượng)\s+(?:tấm\s+)?$")
_SAID = re.compile(r"[\"”]?(?:[^.;:,\d]{0,60}\s(?:là|có|lên)|\s*:)\s+")
_COLON = re.compile(r"[\"”]?\s*:\s+")
_PART_ENDS = re.compile(r"\s*(?:[;,.](?!\d)|\(|$|(?:chiếc|cái|lượt)\s*[;,.(])")
_COUNTED_RANK = re.compile(r"(?<![\w/.,])(?P<number>\d{1,3})\s+$")
_BARE_NUMBER = re.compile(r"\s*(?P<number>\d{1,4})\s*(?:,|;|và)\s*$")


def _order(token: Token) -> tuple[int, int]:
    """In the order of the text, of two that begin together the longer one first."""
    return token.span.start, -token.span.end


def _won(anchor: Anchor, folded: str, base: int) -> bool:
    """`đoạt 412 huy chương`, `5 huy chương vàng`: what athletes win is no award of the State."""
    if anchor.row["family"] != "medal":
        return False
    start, end = anchor.span.start - base, anchor.span.end - base
    bare = anchor.row["title"] == "Huy chương"
    return bool(bare and _WINNING.search(folded, max(start - 60, 0), start)) or _OF_METAL.match(folded, end) is not None


@cache
def _titled(folded: str) -> lexicons.Row | None:
    """The row of a title, by its canonical name."""
    return next((row for row in lexicons.load("awards")["award"] if fold(str(row["title"])) == folded), None)


@cache
def _row(identifier: str) -> lexicons.Row:
    return next(row for row in lexicons.load("awards")["award"] if row["id"] == identifier)


def party_badge(span: Span, folded: str) -> TitleToken | None:
    """`60 năm tuổi Đảng` in a table of Huy hiệu Đảng."""
    found = words.PARTY_YEARS.match(folded)
    if found is None:
        return None
    years = _at(found, span.start, "years")
    return TitleToken(
        span, _row("huy-hieu-dang"), qualifier=f"{found['years']} năm tuổi Đảng", evidence={"title": span, "qualifier": years}
    )


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
        quantity = Numeral(_at(counted, base, "number"), int(counted["number"])) if counted else None
        yield RankToken(_at(found, base), rank_of(found), quantity=quantity)
    for found in (*_ELIDED_YEARS.finditer(folded), *_YEARS_BEHIND.finditer(folded)):
        yield RankToken(_at(found, base, "name"), None, f"{found['years']} năm tuổi Đảng")


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
                span = _at(found, base, "number")
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
            span=_at(found, base),
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
            yield JointToken(_at(found, base), joint)  # type: ignore[arg-type]
    for stop in words.stops(text):
        yield JointToken(_at(stop, base), "colon" if stop[0] == ":" else "stop")


def rank_of(found: re.Match[str]) -> str | None:
    """`hạng Nhất` for `hạng I`; several ranks in one joined by a comma; None for `các hạng`."""
    if found["any"]:
        return None
    ranks = [words.RANKS[rank] for rank in re.findall(r"nhất|nhì|hai|ba|i{1,3}|[123]", found["ranks"])]
    return ", ".join(dict.fromkeys(ranks))


def _at(found: re.Match[str] | regex.Match[str], base: int, group: str | int = 0) -> Span:
    start, end = found.span(group)
    return Span(base + start, base + end)


def _skip_blank(folded: str, at: int) -> int:
    while at < len(folded) and folded[at] == " ":
        at += 1
    return at
