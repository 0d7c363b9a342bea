"""R304 to R310, R313, R314: what a document must have, and what the parser remarked on."""

from __future__ import annotations

from collections.abc import Iterator

from ...report import Report
from ...spans import Span
from .amounts import RESULTS, award_name, is_own
from .base import Hit, Limits, Texts, Threshold, report_rule

_DECREE = Texts("Nghị định 30/2020/NĐ-CP, Điều 8 và Phụ lục I", "Decree 30/2020/NĐ-CP, Art. 8 and Annex I")
_TOP = "SỞ Y TẾ\nSố: 12/BC-SYT\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nTân Hòa, ngày 10 tháng 12 năm 2021\n\nBÁO CÁO\nTổng kết công tác thi đua năm 2021\n\nI. KẾT QUẢ\n\nĐơn vị hoàn thành nhiệm vụ.\n"
_SIGNED = "\nGIÁM ĐỐC\n(Đã ký)\nNguyễn Văn An\n"


def _remarks(report: Report, *codes: str, stamped: bool = False) -> Iterator[tuple[dict[str, str], Span | None]]:
    """The parser's remarks on the body of a document that has a letterhead: an excerpt lacks much without fault.

    What is `stamped` or written by hand is not read from a scan, and no fault of the document.
    """
    if stamped and report.source.ocr:
        return
    if report.header.doc_type is None or report.header.span is None or not (report.header.issuer or report.header.number):
        return
    for remark in report.diagnostics:
        if remark.code in codes and not (remark.span and any(annex.holds(remark.span) for annex in report.appendices)):
            yield remark.details, remark.span


def _whole(report: Report) -> Span:
    """Where to point for what is not there: the type line and subject."""
    return report.header.evidence.get("subject") or report.header.span or Span(0, min(len(report.text), 1))


@report_rule(
    "R304",
    title=Texts("Đánh số mục bị nhảy", "The numbering of the sections has a gap"),
    why="Các mục phải đánh số liên tục.",
    message=Texts("số mục nhảy từ {before} sang {after}", "the numbering jumps from {before} to {after}"),
    severity="warning",
    source=_DECREE,
    fires=_TOP + "\nIII. PHƯƠNG HƯỚNG\n\nTiếp tục thi đua.\n" + _SIGNED,
    silent=_TOP + "\nII. PHƯƠNG HƯỚNG\n\nTiếp tục thi đua.\n" + _SIGNED,
)
def section_gap(report: Report, limits: Limits) -> Iterator[Hit]:
    """Sections are numbered one after the other."""
    for details, span in _remarks(report, "D301"):
        if span:
            before = Texts("đầu văn bản", "the beginning") if details["before"] == "0" else details["before"]
            yield Hit({"before": before, "after": details["after"]}, (span,))


@report_rule(
    "R305",
    title=Texts("Số mục bị lặp", "The number of a section stands twice"),
    why="Hai mục cùng cấp không thể cùng số.",
    message=Texts("mục {label} có hai lần", "section {label} stands twice"),
    severity="warning",
    source=_DECREE,
    fires=_TOP + "\nI. PHƯƠNG HƯỚNG\n\nTiếp tục thi đua.\n" + _SIGNED,
    silent=_TOP + "\nII. PHƯƠNG HƯỚNG\n\nTiếp tục thi đua.\n" + _SIGNED,
)
def section_twice(report: Report, limits: Limits) -> Iterator[Hit]:
    """No two sections of one level have one number."""
    for details, span in _remarks(report, "D302"):
        if span:
            yield Hit({"label": details["label"]}, (span,))


@report_rule(
    "R306",
    title=Texts("Thiếu số, ký hiệu", "No number"),
    why="Văn bản phải có số và ký hiệu.",
    message=Texts("không thấy số, ký hiệu văn bản", "no number found"),
    severity="warning",
    source=_DECREE,
    fires=_TOP.replace("Số: 12/BC-SYT\n", "") + _SIGNED,
    silent=_TOP + _SIGNED,
)
def no_number(report: Report, limits: Limits) -> Iterator[Hit]:
    """A document has a number and symbol."""
    for _ in _remarks(report, "D204", stamped=True):
        yield Hit({}, (_whole(report),))


@report_rule(
    "R307",
    title=Texts("Thiếu ngày, tháng, năm", "No date"),
    why="Văn bản phải có địa danh và ngày, tháng, năm ban hành.",
    message=Texts("không thấy ngày, tháng, năm ban hành", "no date found"),
    severity="warning",
    source=_DECREE,
    fires=_TOP.replace("Tân Hòa, ngày 10 tháng 12 năm 2021\n", "") + _SIGNED,
    silent=_TOP + _SIGNED,
)
def no_date(report: Report, limits: Limits) -> Iterator[Hit]:
    """A document has the place and the day of its issue."""
    for _ in _remarks(report, "D205", stamped=True):
        yield Hit({}, (_whole(report),))


@report_rule(
    "R308",
    title=Texts("Thiếu người ký", "No signer"),
    why="Văn bản phải có chức vụ và họ tên người ký.",
    message=Texts("không thấy họ tên người ký", "no signer found"),
    severity="warning",
    source=_DECREE,
    fires=_TOP,
    silent=_TOP + _SIGNED,
)
def no_signer(report: Report, limits: Limits) -> Iterator[Hit]:
    """A document is signed, with the post and the name of the signer."""
    unsigned = report.signature is None or not report.signature.name
    if unsigned and report.header.doc_type and report.header.span and (report.header.issuer or report.header.number):
        yield Hit({}, (report.signature.span if report.signature else _whole(report),))


@report_rule(
    "R309",
    title=Texts("Số hoặc ngày còn để trống", "The number or the day is blank"),
    why="Bản còn để trống số hoặc ngày là bản chưa ban hành.",
    message=Texts("{what} còn để trống: {value}", "{what} is blank: {value}"),
    severity="info",
    source=_DECREE,
    fires=_TOP.replace("Số: 12/", "Số:     /") + _SIGNED,
    silent=_TOP + _SIGNED,
)
def blank_number_or_day(report: Report, limits: Limits) -> Iterator[Hit]:
    """A draft leaves the number and the day to be filled in."""
    for code, what in (("D202", Texts("số văn bản", "the number")), ("D203", Texts("ngày, tháng", "the date"))):
        for _, span in _remarks(report, code, stamped=True):
            yield Hit({"what": what, "value": " ".join(span.of(report.text).split()) if span else ""}, (span or _whole(report),))


@report_rule(
    "R310",
    title=Texts("Nhiều số lượng chưa rõ", "Many counts without explanation"),
    why="Số lượng giống khen thưởng mà chưa gán được thì không nằm trong tổng nào: cần có người đọc lại.",
    message=Texts("{count} số lượng khen thưởng chưa gán được: {values}", "{count} award counts were not assigned: {values}"),
    severity="info",
    source=Texts("Sổ đếm của báo cáo", "The ledger of the report's counts"),
    thresholds={"more_than": Threshold(3, Texts("số lượng chưa rõ tối đa", "unexplained counts tolerated"))},
    fires="Các đơn vị khen 12 cá nhân, xã khen 15 cá nhân, phường khen 16 cá nhân, thị trấn khen 17 cá nhân, huyện khen 18 cá nhân.",
    silent="Các đơn vị khen 12 cá nhân.",
)
def unexplained_counts(report: Report, limits: Limits) -> Iterator[Hit]:
    """Counts that look like awards and were taken by none: somebody should read them, as they are in no sum."""
    open_ = [count for count in report.counts if count.role == "unexplained"]
    if len(open_) > limits["more_than"]:
        values = "; ".join(" ".join(count.span.of(report.text).split()) for count in open_[:5])
        yield Hit({"count": len(open_), "values": values}, tuple(count.span for count in open_))


@report_rule(
    "R313",
    title=Texts("Ngày không có trong lịch", "A date that is not in the calendar"),
    why="Ngày 31 tháng 11 không có trong lịch.",
    message=Texts("{value} không có trong lịch", "{value} is not in the calendar"),
    severity="error",
    source=Texts("Lịch", "The calendar"),
    fires=_TOP.replace("ngày 10 tháng 12", "ngày 31 tháng 11") + _SIGNED,
    silent=_TOP + _SIGNED,
)
def impossible_date(report: Report, limits: Limits) -> Iterator[Hit]:
    """There is no 31 November."""
    for details, span in _remarks(report, "D206", stamped=True):
        yield Hit({"value": details["value"]}, (span or _whole(report),))


@report_rule(
    "R314",
    title=Texts("Khen thưởng không nêu quyết định", "A conferred award without its decision"),
    why="Đã tặng thì đã có quyết định: báo cáo chặt chẽ phải nêu số và ngày.",
    message=Texts("{award}: không nêu số, ngày quyết định", "{award}: no number or date of the decision"),
    severity="info",
    source=Texts("Theo kinh nghiệm kiểm tra", "Inspectors' practice"),
    verified=False,
    fires="Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể.",
    silent="Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể theo Quyết định số 45/QĐ-UBND ngày 12/3/2020.",
)
def no_decision(report: Report, limits: Limits) -> Iterator[Hit]:
    """An award that was conferred was decided: a strict report names the decision."""
    for award in report.awards:
        if award.status in RESULTS and is_own(award) and award.decision is None:
            yield Hit({"award": award_name(award)}, (award.span,))
