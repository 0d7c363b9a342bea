"""What the workbook, the page and the summary say, in Vietnamese and in English: heads, statuses, reasons, periods."""

from __future__ import annotations

import re

from ..dates import Period
from ..diagnostics import Language
from .records import ApartRow, Citation, CountRow

# By key: the Vietnamese words, then the English.
WORDS: dict[str, tuple[str, str]] = {
    # ---------------------------------------------------------------- values
    "status.conferred": ("Đã tặng", "Conferred"),
    "status.proposed_and_conferred": ("Đề nghị và đã tặng", "Proposed and conferred"),
    "status.proposed": ("Đề nghị", "Proposed"),
    "status.registered": ("Đăng ký", "Registered"),
    "status.declined": ("Không được tặng", "Declined"),
    "kind.collective": ("Tập thể", "Collectives"),
    "kind.individual": ("Cá nhân", "Individuals"),
    "kind.household": ("Hộ gia đình", "Households"),
    "kind.mixed": ("Tập thể và cá nhân (chưa tách)", "Collectives and individuals together"),
    "kind.other": ("Đối tượng khác", "Other recipients"),
    "kind.pieces": ("Bằng, cờ, huân, huy chương (chiếc)", "Certificates, flags, medals (pieces)"),
    "pieces": ("chiếc", "pieces"),
    "carrier.recipients": ("Số đối tượng", "Recipients"),
    "carrier.quantity": ("Số bằng, cờ, huy chương", "Pieces"),
    "reason.restates": ("Nhắc lại số đã nêu", "Told before in the report"),
    "reason.part_of": ("Nằm trong số khác (trong đó)", "Part of another figure"),
    "reason.cumulative": ("Lũy kế", "Running total"),
    "reason.target": ("Chỉ tiêu, kế hoạch", "Target or plan"),
    "reason.draft": ("Ở bản dự thảo", "In a draft"),
    "reason.duplicate": ("Ở bản trùng", "In a duplicate"),
    "reason.other_document": ("Ở văn bản không phải báo cáo", "In a document that is no report"),
    "reason.total": ("Tổng số nêu trong báo cáo", "A stated total"),
    "reason.approximate": ("Số ước chừng", "Approximate"),
    "severity.error": ("Lỗi", "Error"),
    "severity.warning": ("Cảnh báo", "Warning"),
    "severity.info": ("Lưu ý", "Note"),
    "how.same": ("Như in", "As printed"),
    "how.spelling": ("Khác cách viết", "Spelled differently"),
    "how.corrected": ("Do người dùng chỉnh", "Corrected by the user"),
    "unit.none": ("(không rõ đơn vị)", "(no unit)"),
    "period.none": ("(không rõ kỳ)", "(no period)"),
    "yes": ("Có", "Yes"),
    "no": ("Không", "No"),
    # ---------------------------------------------------------------- sheets, sections
    "readme": ("Đọc trước", "Read me"),
    "counts": ("Tổng hợp", "Counts"),
    "matrix": ("Đơn vị × danh hiệu", "Units × titles"),
    "apart": ("Để riêng", "Kept apart"),
    "findings": ("Phát hiện", "Findings"),
    "evidence": ("Minh chứng", "Evidence"),
    "units": ("Đơn vị", "Units"),
    "reports": ("Báo cáo", "Reports"),
    "form": ("Biểu {code}", "Form {code}"),
    "forms": ("Biểu thống kê", "Statutory forms"),
    "citations": ("Viện dẫn", "Citations"),
    # ---------------------------------------------------------------- heads
    "no.": ("STT", "No."),
    "unit": ("Đơn vị báo cáo", "Reporting unit"),
    "period": ("Kỳ báo cáo", "Period"),
    "edtf": ("Kỳ (EDTF)", "Period (EDTF)"),
    "title": ("Danh hiệu, hình thức", "Title"),
    "rank": ("Hạng", "Rank"),
    "authority": ("Cấp khen", "Conferred by"),
    "kind": ("Đối tượng", "Recipients"),
    "carrier": ("Cách tính", "What is counted"),
    "status": ("Tình trạng", "Status"),
    "count": ("Số lượng", "Count"),
    "evidence_count": ("Số minh chứng", "Evidence"),
    "covered": ("Cộng các kỳ", "Adding periods"),
    "covered.yes": ("Không cộng: đã có trong báo cáo của kỳ dài hơn", "Left out: told again by the report of a longer period"),
    "reason": ("Lý do để riêng", "Why apart"),
    "code": ("Mã", "Code"),
    "rule": ("Quy tắc", "Rule"),
    "severity": ("Mức", "Severity"),
    "message": ("Nội dung", "Message"),
    "of": ("Cho", "Shows"),
    "back": ("Dòng", "Row"),
    "report": ("Báo cáo", "Report"),
    "number": ("Số, ký hiệu", "Number"),
    "date": ("Ngày", "Date"),
    "page": ("Trang", "Page"),
    "section": ("Mục", "Section"),
    "excerpt": ("Trích văn bản (phần làm căn cứ in đậm)", "Words of the report (the evidence in bold)"),
    "place": ("Mở tại chỗ", "Open there"),
    "open": ("Mở", "Open"),
    "doc_type": ("Loại văn bản", "Document type"),
    "counted": ("Được tính", "Counted"),
    "instead": ("Được tính thay", "Counted instead"),
    "notes": ("Lưu ý về tệp của người dùng", "Notes on your own files"),
    "why": ("Vì sao không tính", "Why not"),
    "figures": ("Số liệu", "Figures"),
    "unexplained": ("Số chưa rõ", "Unexplained figures"),
    "printed": ("Tên in trong báo cáo", "Name as printed"),
    "taken_for": ("Được coi là", "Taken for"),
    "how": ("Cách nhận", "How"),
    "unread": ("Tệp không đọc được", "Files that could not be read"),
    "unread_reason": ("Lý do", "Reason"),
    "missing_units": ("Đơn vị chưa có báo cáo", "Units without a report"),
    "cited": ("Văn bản được viện dẫn", "Document cited"),
    "issuer": ("Cơ quan ban hành", "Issuer"),
    "mentions": ("Số lần", "Mentions"),
    "in_audit": ("Là báo cáo trong đợt này", "Is a report of this audit"),
    "total": ("Tổng: {status}", "Total: {status}"),
    "all": ("Tất cả", "All"),
    "more": ("và {count} nơi khác", "and {count} more"),
    "nothing": ("Không có dòng nào.", "Nothing here."),
    "over_links": (
        "Trang tính này có quá nhiều liên kết so với giới hạn của Excel ({limit}); các ô sau đó không có liên kết.",
        "Excel allows {limit} links on a sheet; the cells beyond have none.",
    ),
    "over_rows": (
        "Chỉ ghi {kept} dòng đầu trong {count} dòng (giới hạn của Excel).",
        "Only the first {kept} of {count} rows are here (Excel's limit).",
    ),
}

_YEAR = re.compile(r"\d{4}")
_MONTHS = re.compile(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)")
_QUARTERS = {(1, 3): "I", (4, 6): "II", (7, 9): "III", (10, 12): "IV"}
_SAID: dict[Language, dict[str, str]] = {
    "vi": {
        "year": "năm {0}",
        "years": "giai đoạn {0}-{1}",
        "month": "tháng {1}/{0}",
        "months": "tháng {1}/{0} - tháng {3}/{2}",
        "quarter": "quý {1}/{0}",
        "school": "năm học {0}-{1}",
        "first": "{1} tháng đầu năm {0}",
        "last": "{1} tháng cuối năm {0}",
    },
    "en": {
        "year": "{0}",
        "years": "{0}-{1}",
        "month": "{1}/{0}",
        "months": "{1}/{0} - {3}/{2}",
        "quarter": "quarter {1} of {0}",
        "school": "school year {0}-{1}",
        "first": "first {1} months of {0}",
        "last": "last {1} months of {0}",
    },
}


def label(language: Language, key: str, **details: object) -> str:
    """The words of a key of `WORDS`, with the details filled in."""
    return WORDS[key][language == "en"].format_map(details)


def unit_words(unit: str | None, language: Language) -> str:
    """The unit's name, or that there is none."""
    return unit or label(language, "unit.none")


def period_words(period: Period | None, language: Language) -> str:
    """`2022-01/2022-06` as a person says it: `6 tháng đầu năm 2022`; what has no such name stays EDTF."""
    if period is None:
        return label(language, "period.none")
    said = _SAID[language]
    first, _, last = period.partition("/")
    if _YEAR.fullmatch(first) and (not last or _YEAR.fullmatch(last)):
        return said["years"].format(first, last) if last else said["year"].format(first)
    if not last and re.fullmatch(r"\d{4}-\d\d", first):
        year, _, month = first.partition("-")
        return said["month"].format(year, int(month))
    found = _MONTHS.fullmatch(period)
    return _months(said, *map(int, found.groups())) if found else str(period)


def _months(said: dict[str, str], year: int, month: int, end_year: int, end_month: int) -> str:
    """A run of months: a quarter, the first or last months of a year, a school year, or the months themselves."""
    if year == end_year:
        if (month, end_month) == (1, 12):
            return said["year"].format(year)
        if quarter := _QUARTERS.get((month, end_month)):
            return said["quarter"].format(year, quarter)
        if month == 1:
            return said["first"].format(year, end_month)
        if end_month == 12:
            return said["last"].format(year, 13 - month)
    elif (month, end_month, end_year) == (9, 8, year + 1):
        return said["school"].format(year, end_year)
    return said["months"].format(year, month, end_year, end_month)


def title_words(row: CountRow | ApartRow) -> str:
    """`Kỷ niệm chương “Vì sự nghiệp giáo dục”`: the title with its qualifier, without its rank; what a total sums."""
    title = row.title or (row.scope if isinstance(row, ApartRow) else None) or ""
    return f"{title} “{row.qualifier}”" if row.qualifier else title


def cited_words(citation: Citation) -> str:
    """The number of a cited document; of one without, its name and date: `Luật thi đua, khen thưởng (2022)`."""
    name, _, date = citation.key.partition("@")
    return citation.number or f"{name[:1].upper()}{name[1:]}" + (f" ({date})" if date else "")


def status_words(row: CountRow | ApartRow, language: Language) -> str:
    """The status; a target has none."""
    return label(language, f"status.{row.status}") if row.status else ""


def kind_words(row: CountRow | ApartRow, language: Language) -> str:
    """Who was counted; for a quantity, that pieces were."""
    return label(language, f"kind.{kind_key(row)}")


def kind_key(row: CountRow | ApartRow) -> str:
    """The kind of recipient; `pieces` for a quantity."""
    return "pieces" if row.carrier == "quantity" else row.kind or "other"
