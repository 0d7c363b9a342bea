"""R101, R102, R103, R105, R106: a stated figure against the figures it is made of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...patterns import fold
from ...records import Award, CountMention, RecipientKind, Total
from ...report import Report
from ...section_index import SectionIndex
from ...spans import Span, SpanSet
from .amounts import RESULTS, Sums, added, all_awards, award_name, count_span, counted, is_own, sentence, told
from .base import Hit, Limits, Texts, report_rule

COUNTING = Texts("Cộng số liệu trong báo cáo", "Adding up the report's figures")

# … cho 47 tập thể, gồm: / cụ thể như sau: / chia ra: the parts are all there, other than after `trong đó`, `riêng`
_ALL_PARTS = re.compile(r"(?<!\w)(?:gồm|cụ thể|chia ra|như sau|lần lượt)(?!\w)|:\s*$")
_SOME_PARTS = re.compile(r"(?<!\w)(?:trong (?:đó|số)|riêng|chủ yếu|tiêu biểu|điển hình|nổi bật)(?!\w)")
# Tổng hợp khen thưởng …: 7 cờ thi đua / Như vậy, cả năm có … / Tổng cộng: …
_SUMMARY = re.compile(r"(?<!\w)(?:tổng hợp|tổng cộng|tổng số|tổng cộng lại|như vậy|tính chung|cộng chung)(?!\w)")
# Sorts of awards by their occasion: one award is of one sort, so that the sorts together are no more than the whole
_SORT = re.compile(r"(?<!\w)(?:công trạng|thường xuyên|chuyên đề|đột xuất|cống hiến|niên hạn|đối ngoại|kháng chiến)(?!\w)")
_RETOLD = re.compile(rf"{_SUMMARY.pattern}|(?<!\w)(?:bảng|biểu|nêu trên|kể trên|tóm lại|kết quả trên)(?!\w)")
_OF_KINDS = re.compile(r"\s*,?\s*(?:bao )?gồm(?: có)?\s*:?\s*|\s*[:(]\s*|\s*\((?:bao )?gồm\s*:?\s*")
_AND = re.compile(r"\s*(?:,|;|và|, và)\s*")
_TOTAL = Texts("tổng số", "the total")
_REWARDED = re.compile(r"(?<!\w)(?:khen|tặng|danh hiệu|công nhận|tôn vinh|vinh danh)(?!\w)")
_CHOSEN_AMONG = re.compile(r"Chiến sĩ thi đua|Tập thể lao động xuất sắc")  # of the Lao động tiên tiến, and of their collectives
_SORT_REACH = 90
_PARAGRAPH = 3000
_MOST, _MOST_SECTIONS = 200, 24  # a total over more statements, or sections, cannot be told surely
_LEAD = 160  # characters behind a total in which the words stand that announce its parts


# ---------------------------------------------------------------- R101
@report_rule(
    "R101",
    title=Texts("Tổng khác với các phần kể ra", "A figure differs from the sum of its parts"),
    why="Số nêu ra rồi kể đủ các phần (“gồm”, “cụ thể”) phải bằng tổng các phần. Các phần kể sau “trong đó” không nhất thiết là đủ.",
    message=Texts(
        "{award}: nêu {stated} nhưng các phần cộng lại được {summed}",
        "{award}: {stated} stated, but the parts add up to {summed}",
    ),
    severity="error",
    source=COUNTING,
    fires="Chủ tịch UBND huyện tặng Giấy khen cho 20 tập thể, gồm:\na) Chuyên đề thu ngân sách: 09 tập thể;\nb) Đột xuất: 10 tập thể.",
    silent="Chủ tịch UBND huyện tặng Giấy khen cho 19 tập thể, gồm:\na) Chuyên đề thu ngân sách: 09 tập thể;\nb) Đột xuất: 10 tập thể.",
)
def parts_make_the_whole(report: Report, limits: Limits) -> Iterator[Hit]:
    """A figure followed by all of its parts (`gồm`, `cụ thể`) is their sum. Parts told after `trong đó` need not be all."""
    parts: dict[int, list[Award]] = {}
    awards = all_awards(report)
    for award in awards:
        if award.part_of is not None and award.restates is None:
            parts.setdefault(award.part_of, []).append(award)
    for at, children in parts.items():
        whole = awards[at]
        stated, summed = counted(whole), added(children)
        behind = [child for child in children if child.span.start >= whole.span.start and child.appendix == whole.appendix]
        if not stated or summed is None or len(behind) != len(children) or not _complete(report, whole, behind):
            continue
        for kind, count in _unlike(stated, summed):
            spans = (count_span(whole, kind), *(count_span(child, kind) for child in children if counted(child)))
            details = {"award": award_name(whole), "stated": told(kind, count), "summed": told(kind, _sum(summed, kind))}
            yield Hit(details, spans)
    yield from _kinds_of_a_total(report, set(parts))
    yield from _told_by_turns(report, set(parts))


def _kinds_of_a_total(report: Report, divided: set[int]) -> Iterator[Hit]:
    """`65 tập thể, cá nhân, gồm 20 tập thể và 45 cá nhân`: one figure of several kinds, and the kinds."""
    for at, whole in enumerate(report.counts):
        if whole.kind != "mixed" or whole.role == "target" or whole.award in divided:
            continue
        end = whole.span.end
        parts: list[CountMention] = []
        for part in report.counts[at + 1 : at + 4]:
            between = fold(report.text[end : part.span.start])
            if not (_AND if parts else _OF_KINDS).fullmatch(between) or part.kind in ("mixed", *(p.kind for p in parts)):
                break
            parts.append(part)
            end = part.span.end
        summed = sum(part.value for part in parts)
        if len(parts) > 1 and summed != whole.value:
            details = {"award": _TOTAL, "stated": told("mixed", whole.value), "summed": told("mixed", summed)}
            yield Hit(details, (whole.span, *(part.span for part in parts)))


def _told_by_turns(report: Report, divided: set[int]) -> Iterator[Hit]:
    """`… cho 10 tập thể. Cụ thể: đợt 1 khen 04 tập thể; đợt 2 khen 06 tập thể`: the sums of the turns make up the whole."""
    totals = sorted(report.totals, key=lambda total: total.span)
    starts = [total.span.start for total in totals]
    awards = sorted(enumerate(report.awards), key=lambda numbered: numbered[1].span)
    for (at, whole), (_, after) in pairwise([*awards, (-1, None)]):
        stated = counted(whole) if whole and at not in divided else None
        if whole is None or not stated:
            continue
        far = whole.span.end + _PARAGRAPH
        end = report.text.find("\n\n", whole.span.end, far)
        stop = min(end if end >= 0 else far, after.span.start if after else far)
        turns = totals[bisect_left(starts, whole.span.end) : bisect_left(starts, stop)]
        lead = fold(report.text[whole.span.end : turns[0].span.start]) if turns else ""
        if len(turns) < 2 or len(lead) > _LEAD or not _ALL_PARTS.search(lead) or _SOME_PARTS.search(lead):
            continue
        summed: Sums = Counter()
        for group in (group for turn in turns for group in turn.recipients):
            summed[group.kind] += group.count or 0
        for kind, count in _unlike(stated, summed):
            details = {"award": award_name(whole), "stated": told(kind, count), "summed": told(kind, _sum(summed, kind))}
            yield Hit(details, (count_span(whole, kind), *(turn.span for turn in turns)))


def _complete(report: Report, whole: Award, parts: Sequence[Award]) -> bool:
    """Whether the words between the whole and its first part say that all parts follow, and there are several."""
    start = max((group.span.end for group in whole.recipients), default=whole.span.start)
    between = fold(report.text[start : min(count_span(part).start for part in parts)])
    groups = sum(len(part.recipients) for part in parts)
    return groups > 1 and bool(_ALL_PARTS.search(between)) and not _SOME_PARTS.search(between)


def _unlike(stated: Sums, summed: Sums) -> Iterator[tuple[RecipientKind, int]]:
    """The kinds of the whole whose parts are told and differ."""
    for kind, count in stated.items():
        found = _sum(summed, kind)
        if found and found != count:
            yield kind, count


def _sum(sums: Sums, kind: RecipientKind) -> int:
    """Of the kind; all kinds together for `71 tập thể, cá nhân`."""
    return sums.total() if kind == "mixed" else sums[kind]


# ---------------------------------------------------------------- R102
@report_rule(
    "R102",
    title=Texts("Tổng số nêu chung khác với các mục bên dưới", "A stated total differs from the awards it sums up"),
    why="Tổng số mở đầu hoặc khép lại một mục phải bằng tổng các lần khen trong mục đó: của tất cả, của một phần, hoặc của một tình trạng.",
    message=Texts(
        "nêu tổng {stated} nhưng các mục cộng lại được {summed}", "a total of {stated} stated, but the awards add up to {summed}"
    ),
    severity="error",
    source=COUNTING,
    fires="I. KHEN THƯỞNG\nTrong năm, huyện có 30 tập thể, cá nhân được khen thưởng. Cụ thể:\n"
    "1. Chủ tịch UBND huyện tặng Giấy khen cho 10 tập thể, 12 cá nhân.\n2. Chủ tịch UBND tỉnh tặng Bằng khen cho 03 tập thể.",
    silent="I. KHEN THƯỞNG\nTrong năm, huyện có 25 tập thể, cá nhân được khen thưởng. Cụ thể:\n"
    "1. Chủ tịch UBND huyện tặng Giấy khen cho 10 tập thể, 12 cá nhân.\n2. Chủ tịch UBND tỉnh tặng Bằng khen cho 03 tập thể.",
)
def total_of_the_section(report: Report, limits: Limits) -> Iterator[Hit]:
    """A total that opens or closes a section is the sum of the awards there: of all, of one of its parts, or of one status."""
    index = SectionIndex(report.sections)
    own = sorted((award for award in report.awards if is_own(award) and award.status in RESULTS), key=_start)
    tables = SpanSet(table.span for table in report.tables)
    for total in report.totals:
        if tables.holds(total.span):
            continue  # R104
        pool = _summed_up(report, index, total, own)
        meant = [(s, group) for group in _candidates(index, pool) if (s := added(group)) is not None]
        if not meant or any(award.quantity is not None for award in pool):
            continue
        for group in total.recipients:
            fits = [_sum(s, group.kind) for s, _ in meant]
            stated = group.count
            if stated and not group.approximate and max(fits) and stated not in fits:
                summed, shown = next((_sum(s, group.kind), awards) for s, awards in meant if _sum(s, group.kind))
                spans = (group.span, *(award.span for award in shown))
                yield Hit({"stated": told(group.kind, stated), "summed": told(group.kind, summed)}, spans)


def _summed_up(report: Report, index: SectionIndex, total: Total, own: Sequence[Award]) -> Sequence[Award]:
    """The awards that a total sums up: behind it where its words announce them, else before it. `own` are in the text's order."""
    chain = index.chain(total.span.start)
    around = chain[-1].span if chain else Span(0, len(report.text))
    first, here, last = (bisect_left(own, at, key=_start) for at in (around.start, total.span.start, around.end))
    before, behind = own[first:here], own[here:last]
    lead = fold(report.text[total.span.end : min(total.span.end + _LEAD, behind[0].span.start)]) if behind else ""
    if behind and _ALL_PARTS.search(lead) and not _SOME_PARTS.search(lead):
        around_it = fold(sentence(report.text, total.span).of(report.text))
        return behind if len(behind) <= _MOST and _REWARDED.search(around_it) else ()
    said = fold(report.text[sentence(report.text, total.span).start : total.span.start])
    if not before and len(chain) > 1:  # 3. Tổng cộng: … : an item of its own sums up those before it
        before = own[bisect_left(own, chain[-2].span.start, key=_start) : here]
    return before if not behind and len(before) <= _MOST and _SUMMARY.search(said) else ()


def _start(award: Award) -> int:
    return award.span.start


def _candidates(index: SectionIndex, pool: Sequence[Award]) -> Iterator[Sequence[Award]]:
    """What the total may mean: all awards, those of sections one after the other, those that were proposed before."""
    if not pool:
        return
    yield pool
    yield [award for award in pool if award.status == "proposed_and_conferred"] or pool
    yield [award for award in pool if not _CHOSEN_AMONG.match(award.title)] or pool  # those are counted once, as persons
    chains = [[section.path for section in index.chain(award.span.start)] for award in pool]
    depth = min(map(len, chains)) + 1
    places = [chain[:depth] for chain in chains]
    starts = [at for at, place in enumerate(places) if at == 0 or place != places[at - 1]]
    edges = [*starts, len(pool)]
    if len(starts) <= _MOST_SECTIONS:
        for first in range(len(starts)):
            for last in range(first + 1, len(edges)):
                yield pool[edges[first] : edges[last]]


# ---------------------------------------------------------------- R103
@report_rule(
    "R103",
    title=Texts("Số bằng, giấy, cờ tổng hợp khác với số đã kể", "Certificates in a summary differ from the awards told before"),
    why="Số bằng khen, giấy khen, cờ trong câu tổng hợp phải bằng số đã kể trước đó, ở mọi mục hoặc ở các mục liền nhau.",
    message=Texts(
        "tổng hợp {stated} {award} nhưng các mục trước cộng lại được {summed}",
        "{stated} {award} in the summary, but the awards told before add up to {summed}",
    ),
    severity="error",
    source=COUNTING,
    fires="I. KHEN THƯỞNG\n\n1. Chủ tịch UBND huyện tặng Giấy khen cho 10 tập thể, 12 cá nhân.\n\n"
    "2. Chủ tịch UBND huyện tặng Giấy khen đột xuất cho 03 tập thể.\n\n3. Tổng cộng: 29 giấy khen.",
    silent="I. KHEN THƯỞNG\n\n1. Chủ tịch UBND huyện tặng Giấy khen cho 10 tập thể, 12 cá nhân.\n\n"
    "2. Chủ tịch UBND huyện tặng Giấy khen đột xuất cho 03 tập thể.\n\n3. Tổng cộng: 25 giấy khen.",
)
def certificates_of_the_summary(report: Report, limits: Limits) -> Iterator[Hit]:
    """Certificates counted in a summary are as many as the recipients told before it, of all sections or of some in a row."""
    index = SectionIndex(report.sections)
    told_before: dict[tuple[str, str | None], list[Award]] = {}
    for award in sorted(report.awards, key=_start):
        earlier = told_before.setdefault((award.title, award.rank), [])
        if award.quantity is None:
            earlier += [award] if is_own(award) and award.status in RESULTS else []
            continue
        said = fold(report.text[sentence(report.text, award.span).start : award.span.start])
        if award.recipients or award.status not in RESULTS or not _SUMMARY.search(said):
            continue
        chain = index.chain(award.span.start)
        around = chain[-2].span if len(chain) > 1 else Span(0, len(report.text))
        near = earlier[bisect_left(earlier, around.start, key=_start) :]
        before = [other for other in near[: _MOST + 1] if award.authority in (None, other.authority)]
        groups = _candidates(index, before) if len(near) <= _MOST else ()
        meant = [(s.total(), group) for group in groups if (s := added(group)) is not None]
        if meant and award.quantity not in (summed for summed, _ in meant):
            summed, shown = meant[0]  # all that was told before, if all of it is counted
            counts = (group.span for other in shown for group in other.recipients)
            spans = (award.evidence.get("quantity", award.span), *counts)
            yield Hit({"stated": award.quantity, "award": award_name(award), "summed": summed}, spans)


# ---------------------------------------------------------------- R105
@report_rule(
    "R105",
    title=Texts("Lời văn khác với bảng", "The prose differs from the table"),
    why="Số nhắc lại trong lời văn phải bằng số trong bảng.",
    message=Texts(
        "{award}: lời văn nêu {stated}, bảng có {summed}",
        "{award}: {stated} in the prose, {summed} in the table",
    ),
    severity="error",
    source=COUNTING,
    fires="1. Kết quả bình xét\n\nTT | Danh hiệu | Số lượng\n1 | Lao động tiên tiến | 40 cá nhân\n2 | Chiến sĩ thi đua cơ sở | 06 cá nhân\n\n"
    "Như vậy, công nhận danh hiệu Chiến sĩ thi đua cơ sở cho 07 cá nhân.",
    silent="1. Kết quả bình xét\n\nTT | Danh hiệu | Số lượng\n1 | Lao động tiên tiến | 40 cá nhân\n2 | Chiến sĩ thi đua cơ sở | 06 cá nhân\n\n"
    "Như vậy, công nhận danh hiệu Chiến sĩ thi đua cơ sở cho 06 cá nhân.",
)
def prose_and_table(report: Report, limits: Limits) -> Iterator[Hit]:
    """A figure that the prose tells again from a table is the table's."""
    rowed = [award for award in report.awards if award.rule == "award.table" and is_own(award)]
    for award in report.awards if rowed else ():
        if award.rule == "award.table":
            continue
        rows = _rows_told_again(report, award, rowed)
        stated, summed = counted(award), added(rows)
        if not rows or not stated or not summed:
            continue
        for kind, count in stated.items():
            if _sum(summed, kind) not in (0, count):
                spans = (count_span(award, kind), *(count_span(row, kind) for row in rows))
                yield Hit(
                    {"award": award_name(award), "stated": told(kind, count), "summed": told(kind, _sum(summed, kind))}, spans
                )


def _rows_told_again(report: Report, award: Award, rowed: Sequence[Award]) -> list[Award]:
    """The rows of the table that an award restates, or that a summary right below the table sums up."""
    said = fold(sentence(report.text, award.span).of(report.text))
    if not _RETOLD.search(said):
        return []
    if award.restates is not None:
        first = all_awards(report)[award.restates]
    else:
        same = (row for row in rowed if is_own(award) and row.section == award.section and _same(row, award))
        first = next((row for row in same if row.span.end <= award.span.start), award)
    table = next((table for table in report.tables if table.span.holds(first.span)), None)
    if first.rule != "award.table" or table is None:
        return []
    return [row for row in rowed if table.span.holds(row.span) and _same(row, first)]


def _same(one: Award, other: Award) -> bool:
    named = (one.title, one.rank, one.status) == (other.title, other.rank, other.status)
    return named and (one.authority == other.authority or None in (one.authority, other.authority))


# ---------------------------------------------------------------- R106
@report_rule(
    "R106",
    title=Texts("“Trong đó” lớn hơn tổng", "A part is larger than its whole"),
    why="Số kể sau “trong đó” không thể lớn hơn số đứng trước.",
    message=Texts("{award}: trong đó có {part}, tổng chỉ có {whole}", "{award}: {part} of which, but {whole} in all"),
    severity="error",
    source=COUNTING,
    fires="Chủ tịch UBND tỉnh tặng Bằng khen cho 12 cá nhân, trong đó có 15 cá nhân là công nhân trực tiếp sản xuất.",
    silent="Chủ tịch UBND tỉnh tặng Bằng khen cho 12 cá nhân, trong đó có 05 cá nhân là công nhân trực tiếp sản xuất.",
)
def part_within_the_whole(report: Report, limits: Limits) -> Iterator[Hit]:
    """What is told after `trong đó` is at most the figure before it: each part, and the parts by sort of award together."""
    sorts: dict[int, list[Award]] = {}
    awards = all_awards(report)
    for part in awards:
        if part.part_of is None or part.restates is not None:
            continue
        whole = awards[part.part_of]
        if part.appendix == whole.appendix and _SORT.search(_lead(report, whole, part)):
            sorts.setdefault(part.part_of, []).append(part)
        for group in part.recipients:
            if group.count is not None:
                yield from _too_many(whole, group.kind, group.count, (group.span,))
    for at, parts in sorts.items():
        whole, summed = awards[at], added(parts)
        if len(parts) > 1 and summed and not _complete(report, whole, parts):
            for kind, count in summed.items():
                if all(count > part_sums[kind] for part in parts if (part_sums := counted(part))):
                    yield from _too_many(whole, kind, count, tuple(count_span(part, kind) for part in parts))


def _lead(report: Report, whole: Award, part: Award) -> str:
    """The words before a part that say of what sort it is: `khen thưởng đột xuất 12 tập thể`."""
    start = min((group.span.start for group in part.recipients), default=part.span.start)
    before = fold(report.text[max(start - _SORT_REACH, whole.span.start) : start])
    return re.split(r"[;,.\n]|(?<=\d) (?:tập thể|cá nhân|hộ)", before)[-1]


def _too_many(whole: Award, kind: RecipientKind, count: int, spans: tuple[Span, ...]) -> Iterator[Hit]:
    sums = counted(whole)
    if not sums:
        return
    most = sums.total() if "mixed" in (kind, *sums) or kind not in sums else sums[kind]
    if count > most:
        details = {"award": award_name(whole), "part": told(kind, count), "whole": told(kind if kind in sums else "mixed", most)}
        yield Hit(details, (*spans, count_span(whole)))
