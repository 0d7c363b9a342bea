"""DOCX, DOCM and DOTX: the document's text as the page prints it, with automatic numbers, notes, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from ..diagnostics import Diagnostic, diagnose
from ..errors import DamagedFile, UnreadableFile
from ..patterns import fold
from ..source import SourceText, normalise
from ..spans import Span
from .docx_body import Story
from .docx_model import Block, Paragraph, Piece
from .docx_numbering import Lists
from .docx_package import Package, Relation
from .docx_runs import Tally
from .docx_sheet import Sheet
from .docx_styles import Styles, W
from .sniff import sniff
from .text import read_text

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOST_NOTES = 20
_SHOWN = 40
_MOST_CHUNKS = 20
_USUAL = ("styles", "theme", "numbering", "footnotes", "endnotes")  # parts, and the kinds of their relationships
_LETTERHEAD = re.compile(
    r"cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa|độc\s+lập\s*[-.]?\s*tự\s+do\s*[-.]?\s*hạnh\s+phúc|đảng\s+cộng\s+sản\s+việt\s+nam"
)


def read_docx(name: str, data: bytes) -> SourceText:
    """The text of a DOCX. Raises `DamagedFile` (damaged, encrypted, too large), and `UnknownFormat` for another kind of zip."""
    return _read(name, data)


def _read(name: str, data: bytes, *, nested: bool = False) -> SourceText:
    try:
        return _Document(name, Package(name, data), nested=nested).source()
    except OverflowError as error:
        raise DamagedFile(name, "too_large", cause=str(error)) from error
    except RecursionError as error:
        raise DamagedFile(name, "damaged", cause="elements nested beyond all measure") from error


class _Document:
    """The parts of one document, put together."""

    def __init__(self, name: str, package: Package, *, nested: bool = False) -> None:
        self._name = name
        self._package = package
        self._nested = nested
        self._lost: list[str] = []  # what is wrong with parts that are damaged
        self._relations = self._related()
        self._styles = Styles(self._part("styles"), self._part("theme"))
        self._lists = Lists(self._part("numbering"), self._styles)
        self._tally = Tally()
        self._chunks = 0
        self._told: list[Diagnostic] = []  # of documents that are put in

    def _part(self, kind: str) -> Element | None:
        """The part that the document names for a kind, as an element."""
        target = next((relation.target for relation in self._relations.values() if relation.kind == kind), None)
        return self._tree(target) if target else None

    def _related(self) -> dict[str, Relation]:
        """The parts that the document names; by their usual names where it is damaged what names them."""
        try:
            return self._package.relations(self._package.main)
        except DamagedFile as error:
            self._leave_out(error)
        folder = self._package.main.rpartition("/")[0]
        return {kind: Relation(kind, f"{folder}/{kind}.xml") for kind in _USUAL}

    def _tree(self, part: str) -> Element | None:
        """A part other than the text itself: without it the text can be read, so a damaged one is told and left out."""
        try:
            return self._package.tree(part)
        except DamagedFile as error:
            self._leave_out(error)
            return None

    def _leave_out(self, error: DamagedFile) -> None:
        """Raises what is more than damage: a password, a size beyond all measure."""
        if error.kind != "damaged":
            raise error
        self._lost.append(error.details["cause"])

    def _story(self) -> Story:
        return Story(self._styles, self._lists, self._tally, self._chunk)

    def _chunk(self, identity: str) -> list[str] | None:
        """The lines of a document that is put in whole: HTML, text, another DOCX. None for what is not read here."""
        relation = self._relations.get(identity)
        self._chunks += 1
        if relation is None or self._nested or self._chunks > _MOST_CHUNKS:
            return None
        try:
            put_in = self._put_in(self._package.data(relation.target))
        except UnreadableFile:
            return None
        if put_in is None:
            return None
        self._told += [note.model_copy(update={"span": None}) for note in put_in.notes]
        return put_in.text.split("\n")

    def _put_in(self, data: bytes) -> SourceText | None:
        kind = sniff(data)
        if kind.format == "zip":
            return _read(self._name, data, nested=True)
        if kind.format in ("html", "mhtml"):
            from .html import read_html  # noqa: PLC0415

            return read_html(self._name, data, archive=kind.format == "mhtml")
        return read_text(self._name, data) if kind.format == "text" and data else None

    def source(self) -> SourceText:
        """The whole text: headers, body, notes, footers."""
        root = self._package.tree(self._package.main)
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise DamagedFile(self._name, "damaged", cause=f"{self._package.main} has no body")
        sheet = Sheet()
        sections = [reference for section in body.iter(f"{W}sectPr") for reference in section]
        for blocks in self._margins(sections, "header"):
            sheet.write(blocks, furniture=not _LETTERHEAD.search(fold(_text(blocks))))
        sheet.write(self._story().read(body))
        for blocks in self._notes():
            sheet.write(blocks)
        for blocks in self._margins(sections, "footer"):
            sheet.write(blocks, furniture=True)
        source = normalise(sheet.decoded)
        letters = self._tally.letters
        return replace(
            source,
            format="docx",
            encoding=max(letters, key=lambda name: letters[name]) if letters else None,
            reading="docx",
            confidence=round(self._tally.sure / sum(letters.values()), 3) if letters else None,
            notes=tuple(self._diagnostics(source)),
        )

    def _diagnostics(self, source: SourceText) -> Iterator[Diagnostic]:
        """What the text of the document does not show."""
        tally = self._tally
        yield from self._told[:_MOST_NOTES]
        for cause in self._lost[:_MOST_NOTES]:
            yield diagnose("D124", cause=cause)
        if tally.inserted or tally.deleted:
            yield diagnose("D121", inserted=tally.inserted, deleted=tally.deleted)
        if tally.hidden:
            yield diagnose("D122", count=tally.hidden)
        if tally.embedded:
            yield diagnose("D123", count=tally.embedded)
        for paragraph in tally.undecided[:_MOST_NOTES]:
            shown = " ".join(paragraph.split())[:_SHOWN]
            at = source.text.find(shown)
            yield diagnose("D131", Span(at, at + len(shown)) if at >= 0 else None, value=shown)

    # ------------------------------------------------------------ around the body
    def _margins(self, references: list[Element], kind: str) -> Iterator[list[Block]]:
        """The headers or footers of all sections, those with the same text once."""
        seen = {""}
        number = 0
        for reference in references:
            relation = self._relations.get(reference.get(_RELATION, "")) if reference.tag == f"{W}{kind}Reference" else None
            root = self._tree(relation.target) if relation is not None and relation.target not in seen else None
            if root is None or relation is None:
                continue
            seen.add(relation.target)
            blocks = self._story().read(root, f"{kind} {number + 1}")
            text = _text(blocks).strip()
            if text not in seen:
                seen.add(text)
                number += 1
                yield blocks

    def _notes(self) -> Iterator[list[Block]]:
        """Footnotes and endnotes in the order of their marks, each with its mark before it."""
        roots = {kind: self._part(f"{kind}s") for kind in ("footnote", "endnote")}
        stories = {kind: self._story() for kind in roots}
        bodies = {(kind, note.get(f"{W}id", "")): note for kind, root in roots.items() if root is not None for note in root}
        for kind in roots:
            for (of, identity), number in list(self._tally.notes.items()):
                note = bodies.get((of, identity))
                if of != kind or note is None:
                    continue
                place = f"{kind} {number}"
                blocks = stories[kind].read(note, place)
                mark = Piece(f"{self._tally.mark(kind, number)} ", False)
                first = blocks[0] if blocks else None
                if isinstance(first, Paragraph):
                    first.pieces = [mark, *_without_outer_blank(first.pieces)]
                else:
                    blocks.insert(0, Paragraph(place, [], [mark]))
                yield blocks


def _without_outer_blank(pieces: list[Piece]) -> list[Piece]:
    return [Piece(pieces[0].text.lstrip(), pieces[0].bold), *pieces[1:]] if pieces else []


def _text(blocks: list[Block]) -> str:
    """The text of blocks, as lines."""
    lines = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += [cell.text for row in block.rows for cell in row.cells]
    return "\n".join(lines)
