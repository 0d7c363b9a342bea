"""What `vnreport dataset build` and `status` say, in English and in Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping

from .diagnostics import Language

_EN = {
    "reading": "reading",
    "writing": "writing",
    "errors": "errors",
    "planned": "{todo} files to read: {new} new, {changed} changed, {unchanged} unchanged, {deleted} gone",
    "unseen": "{count} files are in folders that cannot be listed; what was read of them is kept",
    "resumed": "an unfinished build is taken up: {files} files are done",
    "commit": "a build that was broken off while it finished is now finished",
    "discarded": "what an unfinished build had done is left: it was by another version, or had other options",
    "moved": "the data set was last built from {before}; files are told apart by their paths within the archive",
    "rebuild": "all files are read anew: {reason}",
    "damaged": "{count} parts are missing or cut off; their files are read again",
    "lost": "{files} files that are gone from the archive cannot be read again; their rows are lost",
    "kept_version": "{files} files were read by another version than {version}; --reparse reads them anew",
    "deleted_kept": "{count} files are gone; their rows are kept (--deleted drop takes them out)",
    "deleted_dropped": "{count} files are gone; their rows are taken out",
    "finished": "{target}: {reports} reports of {files} files, {failed} could not be read; {seconds} s",
    "interrupted": "stopped: {done} of {todo} files are done and kept. To go on, run the same command again",
    "stopped": "{cause}",
    "status_finished": "{target}: finished {finished}, {reports} reports of {files} files",
    "status_none": "{target}: not finished yet",
    "status_unreadable": "  {count} could not be read: {errors}",
    "status_deleted": "  {count} are gone from the archive and kept",
    "status_rows": "  rows: {rows}",
    "status_versions": "  read by version {versions}",
    "status_running": "a build is at work ({holder}): {done} of {todo} files done",
    "status_waiting": "an unfinished build has done {done} of {todo} files; run the same build again to go on",
}
_VI = {
    "reading": "đang đọc",
    "writing": "đang ghi",
    "errors": "lỗi",
    "planned": "{todo} tệp cần đọc: {new} mới, {changed} thay đổi, {unchanged} giữ nguyên, {deleted} không còn",
    "unseen": "{count} tệp nằm trong thư mục không mở được; dữ liệu đã đọc được giữ lại",
    "resumed": "tiếp tục lần chạy dở: {files} tệp đã xong",
    "commit": "lần chạy bị ngắt ở bước cuối nay đã hoàn tất",
    "discarded": "bỏ phần việc của lần chạy dở: khác phiên bản hoặc khác tùy chọn",
    "moved": "lần trước dữ liệu lấy từ {before}; các tệp được phân biệt theo đường dẫn trong kho",
    "rebuild": "đọc lại tất cả các tệp: {reason}",
    "damaged": "{count} phần bị mất hoặc bị cắt; đọc lại các tệp tương ứng",
    "lost": "{files} tệp không còn trong kho nên không đọc lại được; dữ liệu của chúng bị mất",
    "kept_version": "{files} tệp do phiên bản khác {version} đọc; dùng --reparse để đọc lại",
    "deleted_kept": "{count} tệp không còn; dữ liệu được giữ lại (--deleted drop để bỏ)",
    "deleted_dropped": "{count} tệp không còn; dữ liệu đã được bỏ",
    "finished": "{target}: {reports} báo cáo từ {files} tệp, {failed} tệp không đọc được; {seconds} giây",
    "interrupted": "đã dừng: {done} trên {todo} tệp đã xong và được giữ. Để tiếp tục, chạy lại đúng lệnh này",
    "stopped": "{cause}",
    "status_finished": "{target}: hoàn tất {finished}, {reports} báo cáo từ {files} tệp",
    "status_none": "{target}: chưa hoàn tất",
    "status_unreadable": "  {count} tệp không đọc được: {errors}",
    "status_deleted": "  {count} tệp không còn trong kho, dữ liệu được giữ",
    "status_rows": "  số dòng: {rows}",
    "status_versions": "  do phiên bản {versions} đọc",
    "status_running": "đang có lần chạy ({holder}): xong {done} trên {todo} tệp",
    "status_waiting": "một lần chạy dở đã xong {done} trên {todo} tệp; chạy lại lệnh cũ để tiếp tục",
}
DATASET_MESSAGES: dict[Language, Mapping[str, str]] = {"en": _EN, "vi": _VI}


def say_dataset(language: Language, key: str, **details: object) -> str:
    """The message of `key`, with its details filled in."""
    return DATASET_MESSAGES[language][key].format_map(details)
