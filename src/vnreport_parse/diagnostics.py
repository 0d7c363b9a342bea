"""What the library has to say about a document, with stable codes."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from .spans import Span

Severity = Literal["error", "warning", "info"]
Language = Literal["vi", "en"]


class Kind(NamedTuple):
    """A row of the table of codes; the two messages are templates over the diagnostic's `details`."""

    severity: Severity
    en: str
    vi: str


KINDS: dict[str, Kind] = {
    "D101": Kind("error", "the document is empty", "văn bản rỗng"),
    "D102": Kind("warning", "this does not look like an administrative document", "đây có vẻ không phải văn bản hành chính"),
    "D103": Kind(
        "error",
        "{count} control characters: binary data, or a wrong encoding",
        "có {count} ký tự điều khiển: dữ liệu nhị phân hoặc sai bảng mã",
    ),
    "D104": Kind("warning", "unbalanced {mark}", "dấu {mark} không khép"),
    "D111": Kind("info", "recognised with little confidence: {value}", "nhận dạng chưa chắc chắn: {value}"),
    "D112": Kind(
        "warning",
        "{count} words of scanned pages were recognised with little confidence",
        "có {count} chữ trên trang quét nhận dạng chưa chắc chắn",
    ),
    "D113": Kind(
        "warning",
        "page {page} is a picture and was not read: {tool} is not installed ({package})",
        "trang {page} là ảnh, chưa đọc được: chưa cài {tool} ({package})",
    ),
    "D114": Kind("warning", "page {page} was not read: {cause}", "không đọc được trang {page}: {cause}"),
    "D115": Kind(
        "warning",
        "page {page}: a number written by hand could not be read: {value}",
        "trang {page}: không đọc được số viết tay: {value}",
    ),
    "D116": Kind(
        "info",
        "page {page}: a number was read from handwriting: {value}",
        "trang {page}: số được đọc từ chữ viết tay: {value}",
    ),
    "D121": Kind(
        "info",
        "tracked changes: {inserted} insertions read, {deleted} deletions left out",
        "có theo dõi thay đổi: đọc {inserted} chỗ chèn, bỏ {deleted} chỗ xóa",
    ),
    "D122": Kind("info", "hidden text left out: {count} characters", "bỏ chữ ẩn: {count} ký tự"),
    "D123": Kind("warning", "{count} embedded documents were not read", "có {count} tài liệu nhúng không được đọc"),
    "D124": Kind("warning", "a part is damaged and was left out: {cause}", "bỏ một phần bị hỏng của tệp: {cause}"),
    "D131": Kind(
        "warning",
        "in an old encoding that could not be told, left as it was: {value}",
        "chữ theo bảng mã cũ chưa nhận ra được, giữ nguyên: {value}",
    ),
    "D132": Kind("info", "read by {tool}: fonts and layout are lost", "đọc bằng {tool}: mất phông chữ và bố cục"),
    "D201": Kind("info", "no letterhead found", "không thấy phần đầu văn bản"),
    "D202": Kind("info", "the number has no serial", "số văn bản còn để trống"),
    "D203": Kind("info", "the date has a blank day or month", "ngày, tháng còn để trống"),
    "D204": Kind("warning", "no number found", "không thấy số, ký hiệu"),
    "D205": Kind("warning", "no date found", "không thấy ngày, tháng, năm"),
    "D206": Kind("warning", "the date {value} is not in the calendar", "ngày {value} không có trong lịch"),
    "D301": Kind("warning", "numbering jumps from {before} to {after}", "đánh số nhảy từ {before} sang {after}"),
    "D302": Kind("warning", "number {label} stands twice", "số {label} bị lặp lại"),
    "D401": Kind(
        "warning",
        "looks like a document number and was not understood: {value}",
        "giống số, ký hiệu văn bản nhưng không đọc được: {value}",
    ),
    "D402": Kind(
        "info", "the number looks mistyped and is kept as printed: {value}", "số, ký hiệu có vẻ gõ sai, giữ nguyên như in: {value}"
    ),
    "D403": Kind("info", "the type {value} looks mistyped and is read as {name}", "tên loại {value} có vẻ gõ sai, đọc là {name}"),
    "D501": Kind("warning", "an award count was not assigned: {value}", "số lượng khen thưởng chưa được gán: {value}"),
    "D502": Kind("warning", "a number too large for a count: {value}", "số quá lớn, không thể là số lượng: {value}"),
    "D503": Kind(
        "warning",
        "the sum row says {stated}, the rows above it add up to {added}",
        "dòng tổng ghi {stated}, cộng các dòng trên được {added}",
    ),
    "D601": Kind("warning", "no signature found", "không thấy phần ký"),
    "D602": Kind("info", "no distribution list (Nơi nhận) found", "không thấy Nơi nhận"),
}


class Diagnostic(BaseModel):
    """One remark. `message` is English; `text("vi")` says it in Vietnamese. `span` is null for the whole document."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    severity: Severity
    message: str
    details: dict[str, str] = {}
    span: Span | None = None

    def text(self, language: Language = "en") -> str:
        """The message in the language asked for."""
        kind = KINDS[self.code]
        return (kind.vi if language == "vi" else kind.en).format_map(self.details)


def diagnose(code: str, span: Span | None = None, **details: object) -> Diagnostic:
    """A diagnostic of the table above."""
    kind, shown = KINDS[code], {name: str(value) for name, value in details.items()}
    return Diagnostic(code=code, severity=kind.severity, message=kind.en.format_map(shown), details=shown, span=span)
