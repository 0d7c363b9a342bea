"""R114, R115: the lists and summaries of annexes against the figures of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ...patterns import fold
from ...records import Award, RecipientKind
from ...report import Report
from ...spans import Span
from .amounts import Sums, award_name, count_span, counted, is_own, sentence, told
from .base import Hit, Limits, Texts, report_rule

# (có danh sách kèm theo), (Danh sách tại Phụ lục I)
_ANNEXED = re.compile(
    r"danh sách (?:kèm theo|đính kèm|tại phụ lục)|(?:theo|có|xem) (?:phụ lục|danh sách)(?!\w)|phụ lục (?:kèm theo|đính kèm)"
)
# `1. Nguyễn Văn A`, `| 1 | Nguyễn Văn A |`, `1  Nguyễn Văn A`
_ROW = re.compile(r"^[ \t]*\|?[ \t]*(?P<number>\d{1,4})(?:[.)]|[ \t]*\||[ \t]{2,})[ \t]*[^\W\d_|][^\n]*$", re.MULTILINE)
_HEAD = 400  # characters at the top of an annex that say what it lists
_KINDS: tuple[tuple[RecipientKind, str], ...] = (("collective", "tập thể"), ("individual", "cá nhân"), ("household", "hộ gia đình"))

_LETTER = (
    "SỞ Y TẾ\nSố: 12/BC-SYT\n\nTân Hòa, ngày 10 tháng 12 năm 2021\n\nBÁO CÁO\nTổng kết thi đua năm 2021\n\n"
    "1. Giám đốc Sở tặng Giấy khen cho 02 tập thể, {count} cá nhân (có danh sách kèm theo).\n\n"
    "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n(Đã ký)\nNguyễn Văn An\n\n"
    "DANH SÁCH\nTập thể, cá nhân được tặng Giấy khen\n(Kèm theo Báo cáo số 12/BC-SYT ngày 10/12/2021 của Sở Y tế)\n\n"
    "I. TẬP THỂ\n1. Phòng Tổ chức\n2. Phòng Kế toán\n\nII. CÁ NHÂN\n1. Lê Thị Hoa, chuyên viên\n2. Trần Văn Bình, bác sĩ\n3. Hồ Thị Cúc, dược sĩ\n"
)


class Block(NamedTuple):
    """A run of rows numbered from 1, with the kind of recipient that its heading names."""

    kind: RecipientKind | None
    rows: tuple[Span, ...]


@report_rule(
    "R114",
    title=Texts("Danh sách phụ lục khác với số lượng", "The list in an annex differs from the count"),
    why="Số lượng nêu kèm “có danh sách kèm theo” phải bằng số hàng của danh sách ấy.",
    message=Texts(
        "{award}: nêu {stated}, danh sách kèm theo có {listed}", "{award}: {stated} stated, {listed} in the annexed list"
    ),
    severity="error",
    source=Texts("Đếm các hàng của danh sách", "Counting the rows of the list"),
    fires=_LETTER.format(count="04"),
    silent=_LETTER.format(count="03"),
)
def annexed_list(report: Report, limits: Limits) -> Iterator[Hit]:
    """A figure with `(có danh sách kèm theo)` is the number of rows of that list."""
    if not report.appendices:
        return
    pointing = [a for a in report.awards if is_own(a) and _ANNEXED.search(fold(sentence(report.text, a.span).of(report.text)))]
    for award in pointing:
        annexes = [annex for annex in report.appendices if _lists(report, annex, award)]
        stated = counted(award)
        if len(annexes) != 1 or not stated or sum(other.title == award.title for other in pointing) > 1:
            continue
        blocks = _blocks(report.text, annexes[0])
        if blocks is not None:
            yield from _compared(award, stated, blocks)


def _lists(report: Report, annex: Span, award: Award) -> bool:
    """Whether the head of an annex says that it is the list of that award, and of no other."""
    head = fold(report.text[annex.start : min(annex.start + _HEAD, annex.end)])
    titles = {fold(other.title) for other in report.awards if fold(other.title) in head}
    return "danh sách" in head and titles == {fold(award.title)}


def _blocks(text: str, annex: Span) -> list[Block] | None:
    """The lists of an annex; `None` where a number is missing or none is there, so that they cannot be counted surely."""
    blocks: list[Block] = []
    rows: list[Span] = []
    start = annex.start
    heading = ""
    for found in _ROW.finditer(text, annex.start, annex.end):
        number = int(found["number"])
        if number == 1:
            if rows:
                blocks.append(Block(_kind(heading), tuple(rows)))
            heading, rows = text[start : found.start()], []
        elif number != len(rows) + 1:
            return None
        rows.append(Span(*found.span()))
        start = found.end()
    return [*blocks, Block(_kind(heading), tuple(rows))] if rows else None


def _kind(heading: str) -> RecipientKind | None:
    """The kind named in the last lines above a list; `None` for none or several."""
    last = fold("\n".join([line for line in heading.splitlines() if line.strip()][-3:]))
    named = [kind for kind, word in _KINDS if word in last]
    return named[0] if len(named) == 1 else None


def _compared(award: Award, stated: Sums, blocks: list[Block]) -> Iterator[Hit]:
    kinds = [block.kind for block in blocks]
    listed: Counter[RecipientKind] = Counter()
    for block in blocks:
        if block.kind is not None:
            listed[block.kind] += len(block.rows)
    if None not in kinds and set(listed) == set(stated):
        unlike = [kind for kind in stated if stated[kind] != listed[kind]]
    else:
        rows = sum(len(block.rows) for block in blocks)
        unlike = ["mixed"] if stated.total() != rows else []
        stated, listed = Counter({"mixed": stated.total()}), Counter({"mixed": rows})
    for kind in unlike:
        spans = (
            count_span(award, None if kind == "mixed" else kind),
            *(Span(b.rows[0].start, b.rows[-1].end) for b in blocks if b.kind in (None, kind) or kind == "mixed"),
        )
        yield Hit(
            {
                "award": award_name(award),
                "stated": told(kind, stated[kind]),
                "listed": told(kind, listed[kind]),
            },
            spans,
        )


_SUMMARY = (
    "SỞ Y TẾ\nSố: 12/BC-SYT\n\nTân Hòa, ngày 10 tháng 12 năm 2021\n\nBÁO CÁO\nTổng kết thi đua năm 2021\n\n"
    "1. Giám đốc Sở tặng Giấy khen cho 02 tập thể, 40 cá nhân.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n(Đã ký)\nNguyễn Văn An\n\n"
    "PHỤ LỤC\nTổng hợp kết quả khen thưởng năm 2021\n\n| TT | Hình thức khen thưởng | Tập thể | Cá nhân |\n|---|---|---|---|\n"
    "| 1 | Giấy khen của Giám đốc Sở | 2 | {count} |\n| 2 | Giấy khen của Công đoàn ngành | 1 | 4 |\n"
)


@report_rule(
    "R115",
    title=Texts("Phụ lục tổng hợp khác với lời văn", "A summary in an annex differs from the text"),
    why="Bảng tổng hợp trong phụ lục phải nêu đúng số của lời văn, khi cả hai nói về cùng một hình thức, cùng cấp khen và chỉ nói một lần.",
    message=Texts("{award}: lời văn nêu {stated}, phụ lục có {listed}", "{award}: {stated} in the text, {listed} in the annex"),
    severity="warning",
    source=Texts("Cộng số liệu trong báo cáo", "Adding up the report's figures"),
    fires=_SUMMARY.format(count=41),
    silent=_SUMMARY.format(count=40),
)
def annexed_summary(report: Report, limits: Limits) -> Iterator[Hit]:
    """A summary in an annex has the figures of the text, where both tell an award of one authority, once each."""
    for at, annex in enumerate(report.appendices):
        if "tổng hợp" not in fold(report.text[annex.start : min(annex.start + _HEAD, annex.end)]):
            continue
        rows = [award for award in report.appendix_awards if award.appendix == at and award.part_of is None]
        for row in rows:
            same = [award for award in report.awards if _same(award, row) and is_own(award)]
            stated, listed = counted(same[0]) if len(same) == 1 else None, counted(row)
            if sum(_same(other, row) for other in rows) > 1 or not stated or not listed or set(stated) != set(listed):
                continue
            for kind in stated:
                if stated[kind] != listed[kind]:
                    spans = (count_span(same[0], kind), count_span(row, kind))
                    details = {"award": award_name(row), "stated": told(kind, stated[kind]), "listed": told(kind, listed[kind])}
                    yield Hit(details, spans)


def _same(one: Award, other: Award) -> bool:
    """One award of one authority; conferred is conferred, whether it was proposed before or not."""
    done = [award.status.removeprefix("proposed_and_") for award in (one, other)]
    named = (one.title, one.rank, one.qualifier) == (other.title, other.rank, other.qualifier)
    return named and one.authority is not None and fold(one.authority) == fold(other.authority or "") and done[0] == done[1]
