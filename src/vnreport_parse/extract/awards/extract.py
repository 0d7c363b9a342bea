"""The extractor: passages in, awards and totals out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...anchors import Anchors
from ...diagnostics import Diagnostic
from ...passages import Passage, stretch
from ...patterns import fold
from ...records import Award, Header, RecipientGroup, Section, Total
from ...section_index import SectionIndex
from ...source import SourceText
from ...spans import Span, cover, fold_blanks
from ...tables import Grid
from . import vocabulary as words
from .clauses import GOVERNING
from .conferrers import PLACE
from .details import Details, read_details
from .drafts import Draft, DraftGroup, Governor
from .linking import link_restatements
from .recipients import NameReader
from .statements import PassageReader
from .tables import Reading, TableReader
from .token_kinds import GroupToken, RankToken, TitleToken, Token, VerbToken
from .tokens import Scanner

# Words for orders and medals of any name
_GENERAL = {"Huân chương", "Huy chương", "Huân chương, Huy chương"}
# Types that ask somebody above.
_SUBMISSIONS = {"Tờ trình", "Đề nghị"}
# Types of documents that lay down what shall be, not what was.
PROSPECTIVE = {"Kế hoạch", "Hướng dẫn", "Quy chế", "Quy định", "Thông tư", "Nghị định", "Luật", "Chương trình", "Đề án", "Chỉ thị"}


def extract_awards(
    source: SourceText,
    passages: tuple[Passage, ...],
    sections: SectionIndex,
    anchors: Anchors,
    grids: tuple[Grid, ...],
    header: Header,
) -> tuple[tuple[Award, ...], tuple[Total, ...], list[Diagnostic]]:
    """Every statement of an award in the body, in the order of the text, the totals stated, and sums that do not agree.

    The document's own type says how to take it: a plan or a rule (`Kế hoạch`, `Quy chế`) states no results, a
    submission (`Tờ trình … đề nghị khen thưởng`) proposes what it lists.
    """
    drafts: list[Draft] = []
    totals: list[Total] = []
    remarks: list[Diagnostic] = []
    reader = _Reader(source, sections, anchors, header)
    waiting = list(grids)
    for passage in passages:
        if waiting and passage.span.start >= waiting[0].span.start:
            table = reader.read_table(waiting.pop(0))
            drafts += table.drafts
            totals += reader.sums(table.sums)
            remarks += table.remarks
        found, loose = reader.read(passage)
        drafts += found
        totals += reader.totals(passage, loose)
    kept = [part for draft in drafts if _says_something(draft) for part in draft.split_ranks()]
    kept.sort(key=lambda draft: (draft.title.span.start if draft.anchored else draft.span.start, draft.span))
    link_restatements(source.text, source.folded, kept)
    places = {id(draft): at for at, draft in enumerate(kept)}
    starts = [*(draft.span.start for draft in kept[1:]), len(source.text)]
    details = (
        [
            read_details(source, reader.conferrers, draft.span.end, max(after, draft.span.end))
            for draft, after in zip(kept, starts, strict=True)
        ]
        if kept
        else []
    )
    awards = (_award(source.text, sections, draft, places, detail) for draft, detail in zip(kept, details, strict=True))
    return tuple(awards), tuple(totals), remarks


class _Reader:
    """Goes through the passages and remembers what governs the next ones."""

    def __init__(self, source: SourceText, sections: SectionIndex, anchors: Anchors, header: Header) -> None:
        self._source, self._text = source, source.text
        self._sections = sections
        self._anchors = anchors
        self._scanner = Scanner(source, anchors)
        self._names = NameReader(source, anchors)
        self.conferrers = self._scanner.conferrers
        self._tables = TableReader(source, anchors, self._scanner)
        self._lists: list[tuple[Section | None, Governor]] = []  # open lists, each with the section it began in
        self._told: Sequence[Draft] = ()  # by the passage before
        self._section: Section | None = None
        submitted = header.doc_type in _SUBMISSIONS and words.ASKS.search(fold(header.subject or ""))
        self._by_kind = Governor(status="proposed", evidence=header.evidence.get("subject"), weak=True) if submitted else Governor()
        self._by_heading = self._by_kind
        self._prospective = self._plan = header.doc_type in PROSPECTIVE

    def read(self, passage: Passage) -> tuple[list[Draft], list[list[GroupToken]]]:
        self._enter(passage)
        if passage.table or (self._plan and not words.REGISTERED_ALREADY.search(passage.folded)):
            return [], []
        if not passage.marker and not self._list_goes_on(passage) and self._lists and self._lists[-1][0] is self._section:
            self._lists.pop()
        if self._list.target and passage.marker:
            return [], []
        honours = bool(words.HONOURS.search(passage.folded) or words.HONOUR_ROLL.fullmatch(passage.folded))
        if self._list.draft is None and not passage.opens_list and not honours and not self._scanner.speaks_of_awards(passage):
            return [], []
        tokens = self._scanner.tokens(passage)
        if (
            self._list.draft is not None
            and passage.marker
            and not any(isinstance(token, TitleToken | GroupToken | RankToken) for token in tokens)
        ):
            start = passage.span.start + len(passage.marker)
            self._list.draft.collect([one for one in self._names.item(Span(start, passage.span.end)) if one.name is not None])
            return [], []
        opening = passage.folded[len(passage.marker) :].lstrip()
        divides = words.OF_WHICH.match(opening) or words.AMONG.match(opening)
        governor = self._list
        if governor.status is None and self._told and self._told[-1].status in GOVERNING and words.MOREOVER.match(passage.folded):
            governor = replace(governor, status=self._told[-1].status, evidence=self._told[-1].evidence.get("status"), weak=True)
        reader = PassageReader(self._source, self._anchors, passage, governor, self._told if divides else ())
        reader.read(tokens)
        if (
            passage.opens_list
            and reader.drafts
            and reader.drafts[-1].title.title in _GENERAL
            and words.HONOURED.search(passage.folded)
        ):
            reader.drafts.pop()  # … đã nhận nhiều Huân, Huy chương cao quý như: which ones, the items say
        for draft in reader.drafts:
            self._told_behind(draft, passage)
        before, self._told = self._told, reader.drafts
        if passage.opens_list or (not reader.drafts and honours) or self._is_title_heading(passage, reader.drafts):
            self._govern(passage, reader, tokens, before)
        drafts = [draft for draft in reader.drafts if draft.status == "registered"] if self._plan else reader.drafts
        return drafts, reader.loose

    def _is_title_heading(self, passage: Passage, drafts: Sequence[Draft]) -> bool:
        """A line that is a title and nothing else, `2. Danh hiệu "Chiến sĩ thi đua cơ sở"`: what is below it got it."""
        listed = passage.marker.strip()[:1] in "-–+*•" if passage.marker.strip() else False
        if len(drafts) != 1 or drafts[0].groups or drafts[0].title.quantity is not None or listed:
            return False
        start, end = (offset - passage.span.start for offset in drafts[0].title.span)
        alone = words.BEFORE_TITLE.fullmatch(passage.folded, 0, start) and words.BEHIND_TITLE.fullmatch(passage.folded, end)
        drafts[0].stated = drafts[0].stated and (not alone or self._list.honours)
        return alone is not None

    def _told_behind(self, draft: Draft, passage: Passage) -> None:
        """What became of a proposal, `… chưa được chấp thuận`, and who decided, `… (Quyết định số 12/QĐ-CTN của Chủ tịch nước)`."""
        end = draft.span.end - passage.span.start
        if draft.status == "proposed" and words.REFUSED.match(passage.folded, end):
            draft.status = "declined"
        decided = words.DECISION_BEHIND.match(passage.folded, end) if draft.authority is None else None
        organ = self._scanner.conferrers.read(passage.span.start + decided.end(), passage.span.end) if decided else None
        if organ is not None:
            draft.authority = draft.evidence["authority"] = organ

    def read_table(self, grid: Grid) -> Reading:
        """The statements of a table; what it tells is told by the sentence above it, or by the heading."""
        self._follow(self._sections.at(grid.span.start), grid.span.start)
        if self._plan:
            return Reading([], [], [])
        governor = self._list if self._list.status or self._list.draft else self._heading(grid.span.start)
        reading = self._tables.read(grid, governor)
        return reading if reading.drafts else reading._replace(drafts=list(self._sentences(grid, governor)))

    def _sentences(self, grid: Grid, governor: Governor) -> Iterator[Draft]:
        """Statements that cells make in full: `| 2890/QĐ-UBND | Tặng Bằng khen cho 03 hộ gia đình |`."""
        for cell in dict.fromkeys(cell for row in grid.body for cell in row.cells):
            passage = stretch(self._source, cell)
            if not self._scanner.speaks_of_awards(passage):
                continue
            tokens = self._scanner.tokens(passage)
            if any(isinstance(token, VerbToken) for token in tokens):
                reader = PassageReader(self._source, self._anchors, passage, governor)
                reader.read(tokens)
                yield from (draft for draft in reader.drafts if any(group.counted for group in draft.groups))

    def _organ_heading(self, section: Section | None) -> Span | None:
        """The organ that a heading names and nothing else, `2. Ban Chấp hành Tỉnh đoàn`, or says that it confers."""
        title = section.evidence.get("title") if section else None
        organ = self._scanner.conferrers.read(*title) if title else None
        if title is None or (organ is not None and organ == title):
            return organ
        return self._scanner.conferrers.told(title)

    def _heading(self, offset: int) -> Governor:
        """The status that the innermost heading above an offset to name one names: `1. Đề nghị cấp trên khen thưởng`."""
        for section in reversed(self._sections.chain(offset)):
            title = section.evidence.get("title") if section.kind == "heading" else None
            tokens = self._scanner.tokens(stretch(self._source, title)) if title else []
            told = {token.status for token in tokens if isinstance(token, VerbToken) and token.status and not token.negated}
            governing = told & {"registered", "proposed", "proposed_and_conferred"}
            results = title is not None and words.RESULTS.search(title.of(self._source.folded))
            if len(governing) == 1 and not results:
                return Governor(status=governing.pop(), evidence=title)
            if told:
                return Governor() if results else self._by_kind
        return self._by_kind

    def sums(self, chains: list[list[GroupToken]]) -> Iterator[Total]:
        """The sum rows of a table."""
        for chain in chains:
            yield Total(
                recipients=tuple(_group(self._text, DraftGroup(group)) for group in chain),
                section=self._sections.path(chain[0].span.start),
                span=cover(group.span for group in chain),
                rule="total.table",
            )

    @property
    def _list(self) -> Governor:
        return self._lists[-1][1] if self._lists else self._by_heading

    def _list_goes_on(self, passage: Passage) -> bool:
        return passage.text[:1].islower() or words.GIVES_ON.match(passage.folded) is not None

    def _govern(self, passage: Passage, reader: PassageReader, tokens: Sequence[Token], before: Sequence[Draft]) -> None:
        """A passage that ends in a colon hands its verb, its organ, its open title and its subject to the items."""
        draft = reader.drafts[-1] if reader.drafts else None
        verbs = [token for token in tokens if isinstance(token, VerbToken) and not token.negated]
        status = next((v.status for v in reversed(verbs) if v.status in ("proposed", "registered", "proposed_and_conferred")), None)
        if not verbs and before and before[-1].status == "proposed" and words.NAMELY_LIST.fullmatch(passage.folded):
            status = "proposed"  # … trình cấp có thẩm quyền xét, tặng … Cụ thể:
        conferral = bool(verbs) and verbs[-1].status in ("conferred", None)
        people = reader.subject(verbs[-1].span.start if conferral else passage.span.end) if draft is None else []
        label = None if draft or verbs else self._organ_label(passage)
        governor = Governor(
            status=status,
            authority=label or (reader.authority if draft is None and conferral else None),
            labelled=label is not None,
            evidence=verbs[-1].span if verbs and status else None,
            draft=draft,
            asks=bool(words.ASKS.search(passage.folded)) or (not verbs and status == "proposed"),
            people=tuple(people),
            honours=draft is None and _lists_honours(passage.folded, conferral=conferral),
            cumulative=bool(words.CUMULATIVE.search(passage.folded.rpartition(". ")[2])),
            target=bool(words.AIM.search(passage.folded.rstrip(": ").rpartition(". ")[2])),
        )
        above = self._list
        said = verbs or draft or status or governor.target or words.RESULTS.search(passage.folded)
        if above.status is not None and not said:  # … đề nghị khen thưởng như sau: ⏎ 1. Danh hiệu thi đua: ⏎ a) …
            governor = replace(governor, status=above.status, evidence=above.evidence, weak=True)
        self._lists.append((self._section, governor))

    def _organ_label(self, passage: Passage) -> Span | None:
        """The organ that a line names and nothing else: `* Tổng LĐLĐ Việt Nam:` over a list of what it conferred."""
        return self._scanner.conferrers.named(Span(passage.span.start + len(passage.marker), passage.span.end))

    def _enter(self, passage: Passage) -> None:
        """Follows the headings: under a plan nothing has happened yet."""
        self._follow(self._sections.at(passage.span.start), passage.span.start)

    def _follow(self, section: Section | None, offset: int) -> None:
        if section is not self._section:
            self._section = section
            chain = self._sections.chain(offset)
            itemised = section is not None and section.kind == "item" and len(chain) == 1
            while self._lists and not any(self._lists[-1][0] is above for above in chain):
                above, governor = self._lists[-1]
                asked = governor.status == "proposed" and governor.asks
                if above is None and (itemised or asked):  # … đề nghị khen thưởng như sau: ⏎ I. … ; có tên sau: ⏎ 1. Phòng A
                    self._lists[-1] = (None, replace(governor, weak=True))
                    break
                self._lists.pop()
            self._plan = self._prospective or self._sections.planned(offset)
            heading = self._heading(offset)
            self._by_heading = replace(heading, authority=self._organ_heading(section) or heading.authority)

    def totals(self, passage: Passage, loose: list[list[GroupToken]]) -> Iterator[Total]:
        """Groups without a title in a sentence that speaks of rewarding: a stated total."""
        folded = passage.folded
        for chain in loose:
            start, end = chain[0].span.start - passage.span.start, chain[-1].span.end - passage.span.start
            if words.REWARDED_BEFORE.search(folded[max(start - 90, 0) : start]) or words.REWARDED_BEHIND.match(
                folded[end : end + 90]
            ):
                yield Total(
                    recipients=tuple(_group(self._text, DraftGroup(group)) for group in chain),
                    section=self._sections.path(chain[0].span.start),
                    span=cover(group.span for group in chain),
                    rule="total.stated",
                )


def _lists_honours(folded: str, *, conferral: bool) -> bool:
    """Whether what a passage says makes an award of each title in the list under it."""
    told = conferral and any(pattern.search(folded) for pattern in (words.HONOURED, words.HONOURS))
    return told or words.HONOUR_ROLL.fullmatch(folded) is not None


def _says_something(draft: Draft) -> bool:
    """A bare mention of a title (`tiêu chuẩn Bằng khen`) states no award."""
    return draft.counted or (draft.stated and draft.title.row["family"] != "letter")


def _award(text: str, sections: SectionIndex, draft: Draft, places: dict[int, int], details: Details) -> Award:
    evidence = draft.evidence | {name: span for name, span in details.evidence.items() if name != "authority"}
    if draft.title.quantity is not None:
        evidence["quantity"] = draft.title.quantity.span
    authority = draft.authority
    handed_over = authority is None or PLACE.match(authority.of(text))
    if draft.title.authority is None and handed_over and "authority" in details.evidence:  # one handed it over, another decided
        authority = evidence["authority"] = details.evidence["authority"]
    return Award(
        title=draft.title.title,
        qualifier=draft.qualifier,
        rank=draft.rank,
        authority=fold_blanks(authority.of(text)) if authority else None,
        status=draft.status,
        recipients=tuple(_group(text, group) for group in draft.groups),
        quantity=draft.title.quantity.value if draft.title.quantity else None,
        period=details.period,
        campaign=details.campaign,
        field=details.field,
        part_of=places.get(id(draft.part_of)) if draft.part_of else None,
        restates=places.get(id(draft.restates)) if draft.restates else None,
        cumulative=draft.cumulative,
        section=sections.path(draft.span.start),
        span=_with_quote(text, draft.span),
        evidence=evidence,
        rule=draft.rule,
    )


def _with_quote(text: str, span: Span) -> Span:
    """The span with the quote behind it that closes one inside it: `21 “Chiến sĩ thi đua cơ sở”`."""
    mark = text[span.end : span.end + 1]
    inside = text[span.start : span.end] if mark in ("”", '"') else ""
    opened = inside.count("“") > inside.count("”") if mark == "”" else inside.count('"') % 2 == 1
    return Span(span.start, span.end + 1) if opened else span


def _group(text: str, group: DraftGroup) -> RecipientGroup:
    names = [named.name for named in group.names if named.name is not None]
    evidence = {f"names.{at}": span for at, span in enumerate(names)}
    shown = tuple(fold_blanks(span.of(text)) for span in names)
    counted = group.counted
    if counted is None:
        first = group.names[0]
        return RecipientGroup(
            kind=first.kind,
            noun=first.noun,
            count=len(names) or (1 if first.single else None),
            explicit=False,
            names=shown,
            span=cover(named.span for named in group.names),
            evidence=evidence,
            rule="recipient.named" if names else "recipient.subject" if first.single else "recipient.plural",
        )
    span = cover([counted.span, *(named.span for named in group.names)])
    return RecipientGroup(
        kind=counted.kind,
        noun=counted.noun,
        count=counted.numeral.value,
        approximate=counted.approximate,
        names=shown,
        span=span,
        evidence={"count": counted.numeral.span, "noun": counted.noun_span} | evidence,
        rule="recipient.counted",
    )
