"""The one place that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike

from .anchors import find_anchors
from .annexes import Body, read_annexes
from .checks import check_document
from .decisions import link_decisions
from .errors import UnreadableFile, UsageError
from .extract.awards import extract_awards
from .extract.campaigns import extract_campaigns
from .extract.distribution import extract_distribution
from .extract.letterhead import extract_header
from .extract.references import extract_references
from .extract.signature import extract_signatures
from .filenames import printable_path
from .ledger import settle_counts
from .lines import split_lines
from .oneline import restore_lines
from .passages import split_passages
from .readers import read_file, read_files
from .records import Source
from .report import Report
from .section_index import SectionIndex
from .sections import build_sections
from .source import SourceText, normalise
from .tables import find_tables, table_records
from .zones import find_zones


def parse(text: str) -> Report:
    """The report of a text. Never fails on what the text holds; raises `UsageError` for anything but a `str`."""
    if not isinstance(text, str):
        raise UsageError(f"parse() takes a str, not {type(text).__name__}; for a file use parse_file()")
    return parse_source(normalise(text))


def parse_file(path: str | PathLike[str]) -> Report:
    """The report of a file. Raises a kind of `UnreadableFile` when it cannot be turned into text."""
    return parse_source(read_file(path))


def parse_files(paths: Iterable[str | PathLike[str]]) -> Iterator[Report | UnreadableFile]:
    """What `parse_file` returns or raises for each file, in their order; quicker than one by one where some are DOC or RTF."""
    for read in read_files(paths):
        yield parse_source(read) if isinstance(read, SourceText) else read


def parse_source(source: SourceText) -> Report:
    """All stages, in order."""
    source = restore_lines(source)
    anchors = find_anchors(source.text, source.folded)
    lines = split_lines(source)
    zones = find_zones(source, lines)
    sections, numbering = build_sections(source, lines, zones)
    index = SectionIndex(sections)
    header, missing = extract_header(source, lines, zones)
    references, unread = extract_references(source, zones, index, anchors, header)
    grids = find_tables(source, zones.body)
    passages = split_passages(source, lines, zones.body, grids)
    awards, totals, disagreeing = extract_awards(source, passages, index, anchors, grids, header)
    awards = link_decisions(source.text, awards, references)
    counts, open_counts = settle_counts(source, passages, index, anchors, awards, totals)
    annexes = read_annexes(source, lines, zones, anchors, Body(header.doc_type, awards, references))
    distribution, unlisted = extract_distribution(source, lines, zones)
    signature, co_signatures, unsigned = extract_signatures(source, lines, zones)
    whole = check_document(source, header, references, awards, distribution, signature)
    report = Report(
        source=_described(source),
        text=source.text,
        header=header,
        sections=sections,
        references=annexes.references,
        awards=awards,
        totals=totals,
        counts=counts,
        tables=table_records(source.text, grids, index),
        campaigns=extract_campaigns(source, zones, index),
        distribution=distribution,
        signature=signature,
        co_signatures=co_signatures,
        appendices=zones.appendices,
        **annexes.fields(),
        diagnostics=(
            *source.notes,
            *whole,
            *missing,
            *numbering,
            *unread,
            *open_counts,
            *disagreeing,
            *annexes.diagnostics,
            *unlisted,
            *unsigned,
        ),
    )
    report._view = source.view
    return report


def _described(source: SourceText) -> Source:
    """Where the text came from, as the report says it."""
    return Source(
        path=None if source.path is None else printable_path(source.path),
        sha256=source.sha256 or None,
        format=source.format,
        encoding=source.encoding,
        pages=source.pages,
        ocr=source.ocr,
        reading=source.reading,
        confidence=source.confidence,
    )
