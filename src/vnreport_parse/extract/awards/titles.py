"""Titles of awards in a passage, with rank, proper name and authority in whatever order they follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import regex

from ... import lexicons
from ...anchors import Anchor, Anchors
from ...passages import Passage
from ...patterns import fold
from ...source import SourceText
from ...spans import Span, SpanSet
from ...surnames import SURNAMES
from . import vocabulary as words
from .conferrers import CONFERRING, ConferrerReader
from .elided import elided_titles
from .token_kinds import TitleToken

_QUOTED = re.compile(r"\s*[\"“”]?\s*(?:về\s+)?[\"“”'‘]{1,2}(?P<name>[^\"“”]{3,120}?)[\"“”'’]{1,2}")
# Kỷ niệm chương Vì sự nghiệp giáo dục cho … : the name runs on without quotes
_RUN_ON = re.compile(
    r"\s+(?P<name>vì\s+(?:sự|thế|sức|giai|hòa|chủ|người|an)\s.{3,80}?)(?=\s+(?:cho|năm|do|nhân|tặng|vào|trong)\b|\s+của\s+(?:bộ|ủy|chủ|thủ|tổng|hội)\b|\s*[,;.:(]|\s+\d|$)"
)
_OF = re.compile(
    r"\s*[\"“”]?\s*(?:(?:đột xuất|chuyên đề|toàn diện|phong trào|luân lưu|xuất sắc|(?:các )?năm\s+[\d, –-]+|lần\s+thứ\s+\w+)\s*)?"
    r"(?:của|do)\s+"
)
_YEARS_AFTER = re.compile(r"(?:\s+đảng)?\s+" + words.PARTY_YEARS.pattern)
_THIS_TITLE = re.compile(r"danh\s+hiệu\s+(?:cao\s+quý\s+)?(?:này|trên|nói\s+trên)(?!\w)")
_OPENED = re.compile(r"\s*\(\s*")
_GAP = re.compile(r"\s*[\"“”]?\s*,?\s*")
# tặng Cờ “Đơn vị dẫn đầu …”, tặng Cờ cho Đảng bộ: what kind of flag it is, its name says
_BARE_FLAG = re.compile(
    r"(?:(?:tặng|trao|nhận|thưởng)\s+|(?:^|[.;:+-])\s*)(?P<flag>cờ)(?=\s+(?:(?:chuyên\s+đề|toàn\s+diện|dẫn\s+đầu)(?!\w)|cho\s|của\s|[\"“]|đơn\s+vị\s)|\s*:)|tặng\s+(?P<alone>cờ)(?=\s*(?:[;,.]|$))"
)
_GIVEN_NAME = re.compile(r"(?:tặng|nhận|trao)\s+(?:danh hiệu\s+)?[\"“]$")
# Bằng khen tỉnh: 12 tập thể; Giấy khen huyện 04 cá nhân
_LEVEL = re.compile(r"\s+(?P<level>tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|bộ|ngành)(?=\s*(?:[:;,.(]|$)|\s+(?:\d|cho\s))")
_CERTIFICATES = {"certificate", "flag"}
_NAMED = {"badge", "medal", "flag", "prize", "order"}
_WINNING = re.compile(r"(?<!\w)(?:đoạt|giành|mang\s+về|thu\s+về|hái)(?!\w)[^;.:]{0,40}$")
_OF_METAL = re.compile(r"\s*(?:\(\s*)?(?:\d+\s+)?(?:vàng|bạc|đồng)(?!\w)")


class TitleReader:
    """Reads the titles of passages of one document."""

    def __init__(self, source: SourceText, anchors: Anchors) -> None:
        self._text = source.text
        self.conferrers = ConferrerReader(source, anchors)
        self._anchors = anchors

    def read(self, passage: Passage) -> list[TitleToken]:
        """The titles of a passage, in order."""
        folded = passage.folded
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
            span = place(found, base, "flag" if found["flag"] else "alone")
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
            span = place(found, base)
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
        years = place(found, base, "years")
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
        span = place(found, base)
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
        span = place(found, base, "name") if found else known.span  # type: ignore[union-attr]
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
        organ = place(level, base, "level") if level else self.conferrers.read(start, end)
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
    years = place(found, span.start, "years")
    return TitleToken(
        span, _row("huy-hieu-dang"), qualifier=f"{found['years']} năm tuổi Đảng", evidence={"title": span, "qualifier": years}
    )


def rank_of(found: re.Match[str]) -> str | None:
    """`hạng Nhất` for `hạng I`; several ranks in one joined by a comma; None for `các hạng`."""
    if found["any"]:
        return None
    ranks = [words.RANKS[rank] for rank in re.findall(r"nhất|nhì|hai|ba|i{1,3}|[123]", found["ranks"])]
    return ", ".join(dict.fromkeys(ranks))


def place(found: re.Match[str] | regex.Match[str], base: int, group: str | int = 0) -> Span:
    """Where a match in a passage that begins at `base` stands in the document."""
    start, end = found.span(group)
    return Span(base + start, base + end)


def _skip_blank(folded: str, at: int) -> int:
    while at < len(folded) and folded[at] == " ":
        at += 1
    return at
