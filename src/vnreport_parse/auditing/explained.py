"""What an audit says of itself: how much was read, what is counted and what is not, how to read the rest."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from .. import __version__
from ..diagnostics import Language
from .records import Audit


class Overview(NamedTuple):
    """The figures of an audit at a glance."""

    reports: int
    counted: int
    unread: int
    units: int
    periods: int
    errors: int
    warnings: int
    notes: int


def overview(audit: Audit) -> Overview:
    """How many reports, units, periods and findings there are."""
    severities = Counter(finding.severity for finding in audit.findings)
    return Overview(
        reports=len(audit.reports),
        counted=sum(report.counted for report in audit.reports),
        unread=len(audit.unread),
        units=len({report.unit for report in audit.reports if report.unit}),
        periods=len({report.period for report in audit.reports if report.period}),
        errors=severities["error"],
        warnings=severities["warning"],
        notes=severities["info"],
    )


_HEADLINE: dict[Language, str] = {
    "vi": (
        "{o.reports} báo cáo ({o.counted} được tính), {o.unread} tệp không đọc được; {o.units} đơn vị, {o.periods} kỳ; "
        "{o.errors} lỗi, {o.warnings} cảnh báo, {o.notes} lưu ý."
    ),
    "en": (
        "{o.reports} reports ({o.counted} counted), {o.unread} unreadable files; {o.units} units, {o.periods} periods; "
        "{o.errors} errors, {o.warnings} warnings, {o.notes} notes."
    ),
}
_TITLE: dict[Language, str] = {"vi": "Kiểm tra số liệu thi đua, khen thưởng", "en": "Audit of award counts"}
_MADE: dict[Language, str] = {"vi": "Lập bằng vnreport {version}.", "en": "Made by vnreport {version}."}
_TEXTS: dict[Language, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "vi": (
        (
            "Cái gì được tính",
            (
                "Mỗi số là tổng số đối tượng được nêu cho một danh hiệu hoặc hình thức khen thưởng, của một đơn vị, trong một kỳ báo cáo, "
                "theo một tình trạng (đăng ký, đề nghị, đã tặng …).",
                "Đề nghị và đã tặng không bao giờ cộng vào nhau. Số đối tượng và số bằng, cờ, huân chương, huy chương không bao giờ cộng vào nhau.",
                "Báo cáo không nêu thì ô để trống: trống là không biết, không phải là 0.",
            ),
        ),
        (
            "Cái gì để riêng",
            (
                "Số nhắc lại, số nằm trong số khác (“trong đó”), số lũy kế, chỉ tiêu và kế hoạch, tổng số nêu trong báo cáo, số ước chừng.",
                "Số ở bản dự thảo khi đã có bản chính thức, ở bản trùng, và ở báo cáo 6 tháng khi đã có báo cáo năm của cùng đơn vị.",
            ),
        ),
        (
            "Cách đọc",
            (
                "Bấm vào một số để tới câu văn làm căn cứ; từ đó bấm “Mở” để xem câu ấy tại chỗ trong báo cáo.",
                "Phát hiện là chỗ số liệu không khớp hoặc trái quy định; mỗi phát hiện có mã quy tắc, “vnreport rules MÃ” giải thích mã đó.",
                "Tên đơn vị viết khác nhau được gộp làm một; xem mục Đơn vị, và chỉnh lại bằng tệp CSV nếu chưa đúng.",
            ),
        ),
    ),
    "en": (
        (
            "What is counted",
            (
                "Each figure is the number of recipients told for one title, of one unit, in one period, with one status "
                "(registered, proposed, conferred …).",
                "Proposed and conferred are never added together. Recipients and certificates, flags or medals are never added together.",
                "What the reports do not tell stays empty: empty is unknown, not 0.",
            ),
        ),
        (
            "What is kept apart",
            (
                "Figures told again, parts of other figures, running totals, targets and plans, stated totals, approximate figures.",
                "Figures of a draft whose final version is there, of a duplicate, and of a half-year report where the same unit's full year is there.",
            ),
        ),
        (
            "How to read it",
            (
                "Follow a figure to the sentence it came from; from there, “Open” shows that sentence in its report.",
                "A finding is a place where figures do not add up or a rule is broken; “vnreport rules CODE” explains its code.",
                "Names of one unit that differ in writing are taken together; see Units, and correct them by a CSV file where that is wrong.",
            ),
        ),
    ),
}


def heading(language: Language) -> str:
    """The title of a workbook or page."""
    return _TITLE[language]


def headline(audit: Audit, language: Language) -> str:
    """One sentence: how much there is."""
    return _HEADLINE[language].format(o=overview(audit))


def made_by(language: Language) -> str:
    """The program and its version."""
    return _MADE[language].format(version=__version__)


def explanation(language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Heads with their paragraphs."""
    return _TEXTS[language]
