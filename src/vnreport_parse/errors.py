"""The exceptions of the library: misuse and unreadable files. A bad document is never an exception.

VnReportError
├── UsageError            a call that cannot be meant (wrong type, unknown option)
├── FrameLibraryMissing   the data frame library asked for is not installed
└── UnreadableFile        the file cannot be turned into text
    ├── FileMissing       no such file, a folder, no permission
    ├── UnknownEncoding   bytes that are text in no encoding we know
    ├── UnknownFormat     a format no reader takes
    ├── DamagedFile       broken, encrypted, or beyond all measure
    └── ConverterError    the program that reads the format is missing, failed, or hung
"""

from __future__ import annotations

import errno
from typing import NamedTuple


class VnReportError(Exception):
    """Root of every exception this library raises."""


class UsageError(VnReportError, ValueError):
    """A call that cannot be meant: a wrong type, an unknown option.

    What a user of the command line may meet says it in Vietnamese too.
    """

    def __init__(self, message: str, vietnamese: str | None = None) -> None:
        super().__init__(message)
        self.vietnamese = vietnamese or message


class FrameLibraryMissing(VnReportError, ImportError):
    """`Report.to_frames` needs pandas or polars, and the one asked for is not installed."""


class Reason(NamedTuple):
    """Why a file cannot be read and what to do about it; templates over the error's `details`."""

    reason: str
    remedy: str


# The kinds are stable: other languages translate by them (the command line has the Vietnamese texts).
REASONS: dict[str, Reason] = {
    "not_found": Reason("no such file", "Check the name and the folder."),
    "folder": Reason("this is a folder", "Name the files in it."),
    "permission": Reason("no permission to read it", "Ask its owner for read permission."),
    "system": Reason("{cause}", "Check the disk and the name."),
    "encoding": Reason("unknown encoding (byte {offset} is not {encoding})", "Save it as UTF-8 and try again."),
    "format": Reason("{format} is not read yet", "Save it as UTF-8 text or markdown first."),
    "encrypted": Reason("the file is protected by a password", "Take the protection away in its own program and save it again."),
    "damaged": Reason("the file is damaged ({cause})", "Open it in its own program, save it again, or fetch it anew."),
    "too_large": Reason("{cause}", "Split the document into parts."),
    "tool": Reason("{tool} is not installed; it reads {format}", "Install it: {package}."),
    "timeout": Reason("{tool} did not finish within {seconds} s", "Open the file in its own program and save it again."),
    "special": Reason("this is no file but a pipe, a socket or a device", "Leave it out of the archive."),
    "changed": Reason("the file changed while it was read", "Read it again when nobody writes to it."),
    "time_limit": Reason("it was not read within {seconds} s", "Allow more time, or save the file again in its own program."),
    "died": Reason("the process that read it ended ({cause})", "Save the file again in its own program; more memory may help."),
    "failed": Reason("the library failed on it ({cause})", "Report the fault, with the file if you may."),
    "converter": Reason("{tool} could not read it ({cause})", "Open it in its own program and save it again."),
}


class UnreadableFile(VnReportError):
    """A file that cannot be turned into text.

    `path` names the file, `kind` is a stable word for the cause (a key of `REASONS`), `reason` says it in
    a few words, `remedy` says what to do, and `details` holds the values that stand in the two texts.
    """

    def __init__(self, path: str, kind: str, **details: str) -> None:
        texts = REASONS[kind]
        self.path = path
        self.kind = kind
        self.details = details
        self.reason = texts.reason.format_map(details)
        self.remedy = texts.remedy.format_map(details)
        super().__init__(f"{path}: {self.reason}. {self.remedy}")

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by path, kind and details, so that a worker process can hand the error to its parent."""
        return _rebuild, (type(self), self.path, self.kind, self.details)


# What the system says when a file cannot be opened or written, for messages in Vietnamese; by `errno`.
_SYSTEM_VI = {
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ đọc",
    errno.ENOSPC: "đĩa đầy",
    errno.EISDIR: "đây là một thư mục",
    errno.ENOTDIR: "đây không phải là thư mục",
    errno.EBUSY: "tệp đang mở ở chương trình khác",
    errno.ENAMETOOLONG: "tên quá dài",
}


def system_words(error: OSError, *, vietnamese: bool) -> str:
    """Why the system refused."""
    said = error.strerror or str(error)
    return _SYSTEM_VI.get(error.errno or 0, said) if vietnamese else said


def _rebuild(error: type[UnreadableFile], path: str, kind: str, details: dict[str, str]) -> UnreadableFile:
    return error(path, kind, **details)


class FileMissing(UnreadableFile):
    """No such file, a folder instead of a file, or no permission to read it."""


class UnknownEncoding(UnreadableFile):
    """Bytes that are text in no encoding we know."""


class UnknownFormat(UnreadableFile):
    """A format that no reader takes."""


class DamagedFile(UnreadableFile):
    """A file of a known format that is broken, encrypted, or beyond all measure."""


class ConverterError(UnreadableFile):
    """The program that reads the format is missing, failed, or did not finish in time."""
