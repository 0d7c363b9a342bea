"""What the command line says, in English and in Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping

from .diagnostics import Language
from .errors import REASONS, UnreadableFile

_EN = {
    "report": "Report",
    "number": "Number",
    "place": "Place, date",
    "issuer": "Issuer",
    "parent_organ": "Parent organ",
    "co_issuers": "Issued with",
    "subject": "Subject",
    "period": "Period",
    "no_number": "no number",
    "sections": "Sections",
    "references": "References",
    "awards": "Awards",
    "totals": "Stated totals",
    "campaigns": "Campaigns",
    "distribution": "Distribution",
    "signature": "Signature",
    "diagnostics": "Remarks",
    "type": "Type",
    "date": "Date",
    "subject_or_title": "About",
    "title": "Title",
    "authority": "Conferred by",
    "status": "Status",
    "recipients": "Recipients",
    "section": "Section",
    "scope": "Scope",
    "none": "none",
    "item": "item",
    "registered": "registered",
    "proposed": "proposed",
    "conferred": "conferred",
    "proposed_and_conferred": "proposed, conferred",
    "declined": "declined",
    "restates": "told before",
    "part_of": "part of another",
    "cumulative": "running total",
    "quantity": "{count} pieces",
    "counts_in_all": "counts in all",
    "role_award": "award",
    "role_total": "stated total",
    "role_breakdown": "part of another",
    "role_restatement": "told before",
    "role_cumulative": "running total",
    "role_campaign": "campaign",
    "role_attendance": "attendance",
    "role_period": "time",
    "role_prize": "prize, gift",
    "role_target": "target, plan",
    "role_other": "other",
    "role_unexplained": "UNEXPLAINED",
    "error": "error",
    "warning": "warning",
    "info": "note",
    "figure": "Figure",
    "field": "Field",
    "precision": "Precision",
    "recall": "Recall",
    "labelled": "Labelled",
    "documents": "{count} documents, {failed} not read",
    "missed": "missed: {wanted}",
    "spurious": "spurious: {got}",
    "wrong": "wanted {wanted}, got {got}",
    "unreadable": "{path}: {reason}. {remedy}",
    "unwritable": "{path}: cannot write ({cause}). Check the folder, the permissions and the space on the disk.",
    "would_overwrite": "{path}: this is one of the files to read; choose another name for --out.",
    "at_page": "page {page}",
    "at_line": "line {line}",
    "at_section": "section {section}",
    "bad_labels": "{cause}",
}

_VI = {
    "report": "Báo cáo",
    "number": "Số, ký hiệu",
    "place": "Địa danh, ngày",
    "issuer": "Cơ quan ban hành",
    "parent_organ": "Cơ quan chủ quản",
    "co_issuers": "Cùng ban hành",
    "subject": "Trích yếu",
    "period": "Kỳ báo cáo",
    "no_number": "không có số",
    "sections": "Các mục",
    "references": "Văn bản viện dẫn",
    "awards": "Khen thưởng",
    "totals": "Tổng số nêu trong văn bản",
    "campaigns": "Phong trào thi đua",
    "distribution": "Nơi nhận",
    "signature": "Chữ ký",
    "diagnostics": "Lưu ý",
    "type": "Loại",
    "date": "Ngày",
    "subject_or_title": "Nội dung",
    "title": "Danh hiệu, hình thức",
    "authority": "Cấp khen",
    "status": "Tình trạng",
    "recipients": "Đối tượng",
    "section": "Mục",
    "scope": "Phạm vi",
    "none": "không có",
    "item": "đoạn",
    "registered": "đăng ký",
    "proposed": "đề nghị",
    "conferred": "đã tặng",
    "proposed_and_conferred": "đề nghị, đã tặng",
    "declined": "không được",
    "restates": "đã nêu trước",
    "part_of": "trong số khác",
    "cumulative": "lũy kế",
    "quantity": "{count} chiếc",
    "counts_in_all": "số lượng trong văn bản",
    "role_award": "khen thưởng",
    "role_total": "tổng số nêu trong văn bản",
    "role_breakdown": "trong số khác",
    "role_restatement": "đã nêu trước",
    "role_cumulative": "lũy kế",
    "role_campaign": "phong trào",
    "role_attendance": "tham dự, tham gia",
    "role_period": "thời gian",
    "role_prize": "giải thưởng, quà",
    "role_target": "chỉ tiêu, kế hoạch",
    "role_other": "khác",
    "role_unexplained": "CHƯA RÕ",
    "error": "lỗi",
    "warning": "cảnh báo",
    "info": "ghi chú",
    "figure": "Chỉ số",
    "field": "Trường",
    "precision": "Độ chính xác",
    "recall": "Độ đầy đủ",
    "labelled": "Số nhãn",
    "documents": "{count} văn bản, {failed} không đọc được",
    "missed": "bỏ sót: {wanted}",
    "spurious": "thừa: {got}",
    "wrong": "cần {wanted}, nhận {got}",
    "unreadable": "{path}: {reason}. {remedy}",
    "unwritable": "{path}: không ghi được ({cause}). Kiểm tra thư mục, quyền ghi và dung lượng đĩa.",
    "would_overwrite": "{path}: đây là một trong các tệp cần đọc; chọn tên khác cho --out.",
    "at_page": "trang {page}",
    "at_line": "dòng {line}",
    "at_section": "mục {section}",
    "bad_labels": "không dùng được nhãn: {cause}",
}

# Why a file cannot be read, and what to do: by the `kind` of the error.
_REASONS_VI: dict[str, tuple[str, str]] = {
    "not_found": ("không có tệp này", "Kiểm tra lại tên tệp và thư mục."),
    "folder": ("đây là một thư mục", "Nêu tên các tệp trong thư mục."),
    "permission": ("không có quyền đọc", "Đề nghị chủ tệp cấp quyền đọc."),
    "system": ("hệ thống báo: {cause}", "Kiểm tra đĩa và tên tệp."),
    "encoding": ("không rõ bảng mã (byte {offset} không thuộc {encoding})", "Lưu lại tệp theo UTF-8 rồi thử lại."),
    "format": ("chưa đọc được định dạng {format}", "Lưu thành văn bản UTF-8 hoặc markdown trước."),
    "encrypted": ("tệp được bảo vệ bằng mật khẩu", "Mở bằng chương trình tạo ra tệp, gỡ mật khẩu rồi lưu lại."),
    "damaged": ("tệp bị hỏng ({cause})", "Mở bằng chương trình tạo ra tệp rồi lưu lại, hoặc lấy lại tệp gốc."),
    "too_large": ("{cause}", "Chia văn bản thành nhiều phần."),
    "tool": ("chưa cài {tool}, chương trình đọc {format}", "Cài đặt: {package}."),
    "timeout": ("{tool} không xong trong {seconds} giây", "Mở tệp bằng chương trình tạo ra tệp rồi lưu lại."),
    "special": ("đây không phải tệp mà là ống dẫn, socket hoặc thiết bị", "Bỏ khỏi kho lưu trữ."),
    "changed": ("tệp thay đổi trong khi đang đọc", "Đọc lại khi không còn ai ghi vào tệp."),
    "time_limit": ("không đọc xong trong {seconds} giây", "Cho thêm thời gian, hoặc lưu lại tệp bằng chương trình tạo ra tệp."),
    "died": ("tiến trình đọc tệp bị ngắt ({cause})", "Lưu lại tệp bằng chương trình tạo ra tệp; có thể cần thêm bộ nhớ."),
    "failed": ("thư viện gặp lỗi với tệp này ({cause})", "Báo lỗi cho nhóm phát triển, kèm tệp nếu được phép."),
    "converter": ("{tool} không đọc được tệp ({cause})", "Mở tệp bằng chương trình tạo ra tệp rồi lưu lại."),
}

MESSAGES: dict[Language, Mapping[str, str]] = {"en": _EN, "vi": _VI}


def say(language: Language, key: str, **details: object) -> str:
    """The message of `key`, with its details filled in."""
    return MESSAGES[language][key].format_map(details)


def say_unreadable(language: Language, error: UnreadableFile) -> str:
    """One line: the file, the reason and the remedy."""
    reason, remedy = _REASONS_VI[error.kind] if language == "vi" else REASONS[error.kind]
    return say(
        language, "unreadable", path=error.path, reason=reason.format_map(error.details), remedy=remedy.format_map(error.details)
    )


def language_of(environment: Mapping[str, str]) -> Language:
    """Vietnamese when the locale of the messages is, else English."""
    locale = next(filter(None, (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "vi" if locale.lower().startswith("vi") else "en"
