"""HTML: pages of portals, pages saved by Word, web archives (MHTML). The document out of the page, as a browser prints it."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import cast
from xml.etree.ElementTree import Element

from ..encodings import UNDECIDED, decode_blocks, from_windows
from ..errors import DamagedFile
from ..source import SourceText, normalise
from ..spans import Span
from .docx_model import Block, Paragraph, Piece
from .docx_sheet import Sheet
from .html_blocks import Walker
from .html_look import StyleSheet
from .html_page import is_around, main_element, weigh
from .plain import undecided_notes

_LARGEST = 64 << 20
_META = re.compile(rb"<meta\b[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\A\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_XML_HEAD = re.compile(r"\A\s*<\?xml\b[^>]*>")
_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32)]) | {code: from_windows(bytes([code])) for code in range(0x80, 0xA0)}
_DEEP = "elements nested beyond all measure"
_NAMES = {"cp1258": "windows-1258"}
_BYTE_ENCODINGS = frozenset({"cp1252", "iso8859-1", "ascii"})  # say nothing: an old encoding may stand behind them


def read_html(name: str, data: bytes, *, archive: bool = False) -> SourceText:
    """The text of a page, or of the page in a web archive. Raises `DamagedFile` for what is nested or large beyond measure."""
    if len(data) > _LARGEST:
        raise DamagedFile(name, "too_large", cause=f"the page has more than {_LARGEST >> 20} MB")
    try:
        declared = None
        if archive:
            data, declared = _page_of_archive(name, data)
        text, encoding = _decode(data, declared)
        return _source(name, text, encoding)
    except RecursionError as error:
        raise DamagedFile(name, "damaged", cause=_DEEP) from error


def _page_of_archive(name: str, data: bytes) -> tuple[bytes, str | None]:
    """The first page of a MIME message, and the encoding that it names."""
    import email  # noqa: PLC0415

    for part in email.message_from_bytes(data).walk():
        content = part.get_payload(decode=True) if part.get_content_type() in ("text/html", "application/xhtml+xml") else None
        if isinstance(content, bytes) and content.strip():
            return content, part.get_content_charset()
    raise DamagedFile(name, "damaged", cause="a web archive without a page")


# ---------------------------------------------------------------- letters
def _decode(data: bytes, declared: str | None) -> tuple[str, str]:
    """The text and its encoding: by its mark, by what its bytes are, by what it declares; Windows-1252 otherwise."""
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    if data[1:8:2] == b"\x00" * 4 and not data.startswith(b"\x00"):
        return data.decode("utf-16-le", "replace"), "utf-16-le"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    found = _META.search(data[:65536]) or _XML.match(data[:1024])
    try:
        codec = codecs.lookup(found[1].decode("ascii") if found else declared or "cp1252").name
        if codec == "utf-8":
            return _mostly_utf8(data)
        if codec not in _BYTE_ENCODINGS:
            return data.decode(codec), _NAMES.get(codec, codec)
    except (LookupError, UnicodeError):
        pass
    return from_windows(data), "windows-1252"


def _mostly_utf8(data: bytes) -> tuple[str, str]:
    """A page that says UTF-8 and breaks it: in a few places, or altogether."""
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") * 100 < len(text) - len(text.encode("ascii", "ignore")) + 100:
        return text, "utf-8"
    return from_windows(data), "windows-1252"


# ---------------------------------------------------------------- the page
_TAG = re.compile(r"<[a-zA-Z](?:[^>\"'=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+|[\"'])*+")
_QUOTED = re.compile(r"=\s*+(?:\"[^\"]*+\"|'[^']*+')")
_MOST_ATTRIBUTES = 1_000  # the parser compares each with all before it
_LONG_TAG = 2 * _MOST_ATTRIBUTES


def _check_tags(name: str, text: str) -> None:
    """Raises `DamagedFile` for an element with attributes beyond all measure."""
    for found in _TAG.finditer(text):
        if len(found[0]) > _LONG_TAG and len(_QUOTED.sub(" ", found[0]).replace("/", " ").split()) > _MOST_ATTRIBUTES:
            raise DamagedFile(name, "damaged", cause="an element with attributes beyond all measure")


def _parse(name: str, text: str) -> Element:
    """The page as a tree."""
    from lxml import etree, html  # type: ignore[import-untyped]  # noqa: PLC0415

    text = _XML_HEAD.sub("", text).translate(_CONTROL)
    _check_tags(name, text)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return Element("html")
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise DamagedFile(name, "damaged", cause=_DEEP)
    return cast("Element", root)


def _source(name: str, text: str, encoding: str) -> SourceText:
    root = _parse(name, text)
    styles = StyleSheet("".join(sheet.itertext()) for sheet in root.iter("style"))
    _prune(root, styles)
    body = root.find("body")
    body = root if body is None else body
    weights = weigh(body)
    walker = Walker(styles, lambda element: is_around(element, weights))
    blocks = walker.read(main_element(body, weights))
    letters = Counter(walker.letters)
    undecided, confidence = _by_words(blocks, letters)
    sheet = Sheet()
    sheet.write(blocks)
    decoded = sheet.decoded
    source = normalise(decoded)
    spans = [Span(*block.span) for block in decoded.blocks if block.label in undecided]
    return replace(
        source,
        format="html",
        encoding=letters.most_common(1)[0][0] if letters else encoding,
        reading="html",
        confidence=confidence if letters else None,
        notes=undecided_notes(source, spans),
    )


def _prune(root: Element, styles: StyleSheet) -> None:
    """Removes what is not shown; the text after it stays."""
    from .html_page import SKIPPED  # noqa: PLC0415

    for element in list(root.iter()):
        tag = element.tag
        if tag in ("html", "body") or not isinstance(tag, str):
            continue
        if tag in SKIPPED or styles.is_hidden(element):
            element.drop_tree()  # type: ignore[attr-defined]


def _by_words(blocks: list[Block], letters: Counter[str]) -> tuple[set[str], float]:
    """Puts paragraphs in an old encoding, told by their words, into Unicode; the places of those that cannot be told."""
    paragraphs = list(_paragraphs(blocks))
    texts = ["".join(piece.text for piece in paragraph.pieces) for paragraph in paragraphs]
    undecided: set[str] = set()
    sure, length = float(letters.total()), letters.total()
    for paragraph, text, decoding in zip(paragraphs, texts, decode_blocks(texts), strict=True):
        if decoding.encoding is not None:
            bold = sum(len(piece.text) for piece in paragraph.pieces if piece.bold) * 2 > len(text)
            paragraph.pieces = [Piece(decoding.text, bold)]
            letters[decoding.encoding] += len(text)
            sure, length = sure + decoding.confidence * len(text), length + len(text)
        elif decoding.confidence < UNDECIDED:
            undecided.add(paragraph.place)
    return undecided, round(sure / length, 3) if length else 1.0


def _paragraphs(blocks: list[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.paragraphs()
