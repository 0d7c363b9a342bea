"""The exceptions of the library: misuse and unreadable files. A bad document is never an exception.

    VnReportError
    ├── UsageError            a call that cannot be meant (wrong type, unknown format name)
    ├── FrameLibraryMissing   neither pandas nor polars is installed
    └── UnreadableFile        the file cannot be turned into text
        ├── FileMissing       no such file, a folder, no permission
        ├── UnknownEncoding   bytes that are text in no encoding we know
        └── UnknownFormat     a format no reader takes
"""

from __future__ import annotations


class VnReportError(Exception):
    """Root of every exception this library raises."""


class UsageError(VnReportError, ValueError):
    """A call that cannot be meant: a wrong type, an unknown option."""


class FrameLibraryMissing(VnReportError, ImportError):
    """`Report.to_frames` needs pandas or polars, and neither is installed."""


class UnreadableFile(VnReportError):
    """A file that cannot be turned into text.

    `path` names the file, `reason` says why in a few words, `remedy` says what to do.
    """

    code = "unreadable"

    def __init__(self, path: str, reason: str, remedy: str) -> None:
        super().__init__(f"{path}: {reason}. {remedy}")
        self.path = path
        self.reason = reason
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[UnreadableFile], tuple[str, str, str]]:
        """Pickle by the three parts, so that a worker process can hand the error to its parent."""
        return type(self), (self.path, self.reason, self.remedy)


class FileMissing(UnreadableFile):
    """No such file, a folder instead of a file, or no permission to read it."""

    code = "missing"


class UnknownEncoding(UnreadableFile):
    """Bytes that are text in no encoding we know."""

    code = "encoding"


class UnknownFormat(UnreadableFile):
    """A format that no reader takes."""

    code = "format"
