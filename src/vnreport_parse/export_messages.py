"""What `vnreport dataset query` and `export` say, in English and in Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping

from .diagnostics import Language

_EN = {
    "stopped": "{cause}",
    "more_rows": "the first {limit} rows are shown; --limit N shows more, --format csv all",
    "no_rows": "no rows",
    "needs_query": "give a query, or the name of one of those that --list shows",
    "needs_dataset": "give the folder of a data set",
    "bad_value": "--set {value}: write NAME=VALUE",
    "required": "must be given",
    "otherwise": "else {default}",
    "exported": "{target}: {rows} rows of {tables} tables",
    "cut": "{count} texts are longer than a cell of Excel holds ({length} characters) and were cut; CSV and JSONL have all of them",
    "sheets": "{table} has more rows than a sheet of Excel holds and goes on in {count} sheets",
    "unwritable": "{path}: cannot write ({cause}). Check the folder, the permissions and the space on the disk.",
    "needs_out": "--to {form} needs --out",
    "out_unused": "--out is for files; with postgresql:// leave it out",
    "bad_target": "--to {target}: give csv, jsonl, xlsx, or an address as postgresql://USER@HOST/DATABASE",
}
_VI = {
    "stopped": "{cause}",
    "more_rows": "chỉ nêu {limit} dòng đầu; --limit N để xem thêm, --format csv để lấy tất cả",
    "no_rows": "không có dòng nào",
    "needs_query": "cần một câu truy vấn, hoặc tên một truy vấn có sẵn (xem --list)",
    "needs_dataset": "cần thư mục của bộ dữ liệu",
    "bad_value": "--set {value}: viết TÊN=GIÁ TRỊ",
    "required": "bắt buộc",
    "otherwise": "mặc định {default}",
    "exported": "{target}: {rows} dòng của {tables} bảng",
    "cut": "{count} đoạn dài hơn sức chứa một ô Excel ({length} ký tự) nên bị cắt; CSV và JSONL có đủ",
    "sheets": "{table} nhiều dòng hơn sức chứa một trang tính nên chia thành {count} trang",
    "unwritable": "{path}: không ghi được ({cause}). Kiểm tra thư mục, quyền ghi và dung lượng đĩa.",
    "needs_out": "--to {form} cần có --out",
    "out_unused": "--out dùng cho tệp; với postgresql:// thì bỏ đi",
    "bad_target": "--to {target}: chọn csv, jsonl, xlsx, hoặc địa chỉ dạng postgresql://NGƯỜI_DÙNG@MÁY/CƠ_SỞ_DỮ_LIỆU",
}

EXPORT_MESSAGES: dict[Language, Mapping[str, str]] = {"en": _EN, "vi": _VI}


def say_export(language: Language, key: str, **details: object) -> str:
    """The message of `key`, with its details filled in."""
    return EXPORT_MESSAGES[language][key].format_map(details)
