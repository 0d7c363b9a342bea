"""Plain text and markdown: bytes in one of the Unicode encodings, or in an old one that the words prove, to a `SourceText`."""

from __future__ import annotations

import codecs
from dataclasses import replace

from ..encodings import decode_text, from_windows
from ..errors import UnknownEncoding
from ..provenance import SourceFormat
from ..source import SourceText
from ..syllables import share_of_syllables, words_of
from .plain import plain_source

# The longer mark first: UTF-32 LE begins with the mark of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_JUDGED = 1 << 16
_LEAST_WORDS = 3  # words with marks that speak for an old encoding
_LEAST_SHARE = 0.6


def _without_mark(data: bytes) -> str:
    """UTF-16 or UTF-8. Blanks, digits and plain letters have a zero as their high byte, and a zero is no letter of UTF-8."""
    head = data[:_SAMPLE]
    if len(data) % 2 == 0 and head:
        even, odd = head[0::2].count(0) / len(head), head[1::2].count(0) / len(head)
        if max(even, odd) > 0.2 and min(even, odd) < 0.02:
            return "utf-16-be" if even > odd else "utf-16-le"
    return "utf-8"


def decode(path: str, data: bytes) -> tuple[str, str]:
    """The text of `data` and the encoding's name. Raises `UnknownEncoding`."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _without_mark(data)
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise UnknownEncoding(path, "encoding", offset=str(error.start), encoding=encoding) from None


def read_text(path: str, data: bytes) -> SourceText:
    """The normalised text of a `.txt` or `.md` file. Raises `UnknownEncoding`."""
    kind: SourceFormat = "md" if path.lower().endswith((".md", ".markdown")) else "txt"
    try:
        text, encoding = decode(path, data)
    except UnknownEncoding:
        source = _of_bytes(data)
        if source is None:
            raise
        return replace(source, format=kind)
    source = plain_source(text, markup=True)
    return replace(source, format=kind, encoding=source.encoding if source.confidence is not None else encoding)


def _of_bytes(data: bytes) -> SourceText | None:
    """Bytes of an old encoding: taken if most words then are Vietnamese. None for other bytes, told by their beginning."""
    if b"\x00" in data[:_SAMPLE]:
        return None
    sample = decode_text(from_windows(data[:_JUDGED]))
    marked = sum(not word.isascii() for word in words_of(sample.text))
    if sample.encoding is None or marked < _LEAST_WORDS or share_of_syllables(sample.text) < _LEAST_SHARE:
        return None
    source = plain_source(from_windows(data), markup=True)
    return source if source.confidence is not None else None
