"""R301, R302, R303: dates that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...dates import PartialDate
from ...patterns import fold
from ...records import Reference
from ...report import Report
from ...section_index import SectionIndex
from ...spans import Span
from .amounts import day_bounds, folded_text, sentence
from .base import Hit, Limits, Texts, report_rule

_ORDER = Texts("Trình tự thời gian", "The order of time")
_HEAD = "SỞ Y TẾ\nSố: 12/BC-SYT\nTân Hòa, ngày 10 tháng 12 năm 2021\n\nBÁO CÁO\nTổng kết công tác thi đua, khen thưởng năm 2021\n\n"


def _vietnamese(day: str) -> str:
    """`2021-12-10` as 10/12/2021."""
    return "/".join(reversed(day.split("-")))


@report_rule(
    "R301",
    title=Texts("Văn bản viện dẫn ghi ngày sau ngày báo cáo", "A cited document dated after the report"),
    why="Báo cáo không thể viện dẫn văn bản ban hành sau nó.",
    message=Texts("{cited} ghi ngày {later}, sau ngày báo cáo {date}", "{cited} is dated {later}, after the report's {date}"),
    severity="error",
    source=_ORDER,
    fires=_HEAD + "Thực hiện Công văn số 45/SNV-TĐKT ngày 15/12/2021 của Sở Nội vụ, Sở Y tế báo cáo như sau:",
    silent=_HEAD + "Thực hiện Công văn số 45/SNV-TĐKT ngày 05/12/2021 của Sở Nội vụ, Sở Y tế báo cáo như sau:",
)
def cited_after_the_report(report: Report, limits: Limits) -> Iterator[Hit]:
    """A report cannot cite what was issued after it."""
    last, dated = _report_day(report)
    for reference in report.references if last else ():
        if reference.date and reference.date.complete and reference.date > last and _is_body(report, reference.span):
            name = " ".join(filter(None, [reference.doc_type, reference.number.text if reference.number else None]))
            details = {"cited": name, "later": _vietnamese(reference.date), "date": _vietnamese(last)}
            yield Hit(details, (reference.evidence.get("date", reference.span), *dated))


def _report_day(report: Report) -> tuple[str, Sequence[Span]]:
    """The last day the report's date may mean, and where it stands; empty without a year and a month."""
    date = report.header.date
    if date is None or date.year is None or date.month is None:
        return "", ()
    where = report.header.evidence.get("date")
    return day_bounds(date).last, (where,) if where else ()


def _is_body(report: Report, span: Span) -> bool:
    return not any(annex.holds(span) for annex in report.appendices)


# ---------------------------------------------------------------- R302
_DAY = re.compile(
    r"(?<![\w/.-])ngày (?P<day>\d{1,2})(?:/|\.|-| tháng )(?P<month>\d{1,2})(?:/|\.|-| năm |, năm )(?P<year>(?:19|20)\d\d)(?![\w/-])"
)
# Hội nghị tổng kết Cụm ngày 26/12/2017: an event and its day
_EVENT = re.compile(
    r"(?P<event>(?:hội nghị|đại hội|lễ|phiên họp|cuộc họp|hội thi|kỳ họp)(?: [^\W\d_]+){1,6}?),? (?:(?:vào|họp|tổ chức|diễn ra) )?$"
)
_PAST = re.compile(
    r"(?<!\w)đã(?!\w)(?! (?:được )?(?:chuẩn bị|lên kế hoạch|lên lịch|ấn định|thống nhất (?:tổ chức|chọn)|mời|gửi giấy mời|dự kiến|đăng ký|xây dựng kế hoạch))"
)
_COMING = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|trước|xong|hoàn thành|chậm nhất|hạn|đến|từ|hết|hiệu lực|kế hoạch|phấn đấu|chuẩn bị|tiến tới|chào mừng|kỷ niệm|hướng tới|đăng ký|nhân dịp)(?!\w)"
)


@report_rule(
    "R302",
    title=Texts("Báo cáo kể việc xảy ra sau ngày báo cáo", "A report tells of something that happened after its date"),
    why="Việc xảy ra sau ngày báo cáo không thể đã được kể là xong (“đã”) trong báo cáo.",
    message=Texts("việc ngày {later} đã kể trong báo cáo ngày {date}", "an event of {later} is told as past in a report of {date}"),
    severity="error",
    source=_ORDER,
    fires=_HEAD
    + "(Trình bày tại Hội nghị tổng kết ngành ngày 28/12/2021)\n\nHội nghị tổng kết ngành đã bỏ phiếu đề nghị tặng Bằng khen cho 02 tập thể.",
    silent=_HEAD
    + "(Trình bày tại Hội nghị tổng kết ngành ngày 28/12/2021)\n\nHội đồng đã bỏ phiếu đề nghị tặng Bằng khen cho 02 tập thể.",
)
def told_before_it_happened(report: Report, limits: Limits) -> Iterator[Hit]:
    """What happened after the report's date cannot have been told in it: an event of a later day said to be over (`đã`)."""
    last, dated = _report_day(report)
    if not last:
        return
    folded, index = folded_text(report.text), SectionIndex(report.sections)
    for found in _DAY.finditer(folded):
        day = PartialDate.of(int(found["year"]), int(found["month"]), int(found["day"]))
        span = Span(*found.span())
        if day is None or day <= last or not _is_body(report, span) or index.planned(span.start) or _cites(report, span):
            continue
        told = _over(report, folded, found)
        if told:
            yield Hit({"later": _vietnamese(day), "date": _vietnamese(last)}, (span, *told, *dated))


def _cites(report: Report, span: Span) -> bool:
    return any(reference.span.overlaps(span) for reference in report.references)


def _over(report: Report, folded: str, found: re.Match[str]) -> tuple[Span, ...]:
    """Where the text says that the thing of that day is over: in the sentence itself, or of the same event elsewhere."""
    span = Span(*found.span())
    around = sentence(report.text, span)
    before, after = folded[around.start : span.start], folded[span.end : around.end]
    if _PAST.search(after) and not _COMING.search(before[-60:]) and not re.search(r"(?<!\w)(?:sẽ|dự kiến)(?!\w)", after):
        return (around,)
    event = _EVENT.search(before)
    if event is None or _COMING.search(before[max(event.start() - 30, 0) : event.start()]):
        return ()
    again = re.compile(rf"{re.escape(event['event'])}(?: [^\W\d_]+){{0,4}} (?P<past>đã)(?!\w)")
    other = again.search(folded)
    return (Span(*other.span()),) if other and len(event["event"].split()) >= 3 else ()


# ---------------------------------------------------------------- R303
@report_rule(
    "R303",
    title=Texts("Một số văn bản, hai ngày", "One number with two dates"),
    why="Mỗi số của một cơ quan chỉ dùng một lần trong năm (của Đảng: trong nhiệm kỳ); một số, một loại, một cơ quan mà hai ngày là nhầm.",
    message=Texts("{number} ghi hai ngày: {dates}", "{number} has two dates: {dates}"),
    severity="warning",
    source=Texts(
        "Nghị định 30/2020/NĐ-CP, Điều 15 (mỗi số của một cơ quan trong năm chỉ dùng một lần)",
        "Decree 30/2020/NĐ-CP, Art. 15 (a number is used once a year)",
    ),
    fires="Thực hiện Kế hoạch số 18/KH-UBND ngày 19/01/2021 của UBND tỉnh. Các đơn vị đã triển khai Kế hoạch số 18/KH-UBND ngày 19/02/2021 của UBND tỉnh.",
    silent="Thực hiện Kế hoạch số 18/KH-UBND ngày 19/01/2021 của UBND tỉnh. Các xã đã triển khai Kế hoạch số 18/KH-UBND ngày 19/02/2021 của UBND huyện.",
)
def one_number_two_dates(report: Report, limits: Limits) -> Iterator[Hit]:
    """A body gives a number once a year (the Party once a term): one number, type and issuer with two days of a year is a slip."""
    groups: dict[tuple[str | None, str], list[Reference]] = {}
    for reference in report.references:
        number = reference.number
        if number and number.serial and number.symbol and reference.date and reference.date.complete:
            groups.setdefault((reference.doc_type, f"{number.serial.lstrip('0')}/{fold(number.symbol)}"), []).append(reference)
    for references in groups.values():
        first = references[0]
        for other in references[1:]:
            if other.date != first.date and _one_document(first, other):
                dates = ", ".join(_vietnamese(day) for day in dict.fromkeys(r.date for r in (first, other) if r.date))
                yield Hit({"number": first.number.text if first.number else "", "dates": dates}, (first.span, other.span))
                break


def _one_document(one: Reference, other: Reference) -> bool:
    """Whether two mentions mean one document: no other issuer, and a slip of the day, the month, or the year alone."""
    if one.issuer and other.issuer and _bare(one.issuer) != _bare(other.issuer):
        return False
    if one.date is None or other.date is None:
        return False
    if one.date.year == other.date.year:
        return bool(one.issuer) == bool(other.issuer)
    return (
        (one.date.month, one.date.day) == (other.date.month, other.date.day) and one.issuer is not None and other.issuer is not None
    )


def _bare(issuer: str) -> str:
    """`Chủ tịch UBND tỉnh` issues what `Ủy ban nhân dân tỉnh` issues."""
    return " ".join(fold(issuer).replace("ủy ban nhân dân", "ubnd").removeprefix("chủ tịch ").split())
