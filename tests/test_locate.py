"""The way back from a fact to the file: its own characters, line and column."""

from __future__ import annotations

import pytest

from vnreport_parse import Report, parse
from vnreport_parse.errors import UsageError
from vnreport_parse.provenance import Block, Boxes, Decoded, Page, WordConfidence
from vnreport_parse.source import normalise
from vnreport_parse.spans import Span

TEXT = "I. KẾT QUẢ\r\n\r\n\tTặng  **Bằng khen** của\u00a0Bộ trưởng cho 02 tập thể.\r\n"


def test_the_characters_of_the_file() -> None:
    """Emphasis, doubled blanks and foreign line ends are in the file's characters and not in the report's text."""
    report = parse(TEXT)
    place = report.locate(report.awards[0].span)
    assert report.awards[0].span.of(report.text) == "Bằng khen của Bộ trưởng cho 02 tập thể"
    assert place.text == place.span.of(TEXT) == "Bằng khen** của\u00a0Bộ trưởng cho 02 tập thể"
    assert (place.line, place.column) == (3, 10)
    assert (place.page, place.places, place.block, place.confidence) == (None, (), None, None)


def test_loose_marks_and_line_ends() -> None:
    """Decomposed letters keep their marks in the file's characters."""
    report = parse("I. KẾT QUẢ\nTa\u0306\u0323ng Giấy khen cho 3 ca\u0301 nhân.\n")
    group = report.awards[0].recipients[0]
    assert group.span.of(report.text) == "3 cá nhân"
    assert report.locate(group.span).text == "3 ca\u0301 nhân"


def test_what_has_no_way_back() -> None:
    """A report read from JSON, and a span of another text, say so."""
    report = parse(TEXT)
    again = Report.model_validate_json(report.model_dump_json())
    with pytest.raises(UsageError, match="JSON"):
        again.locate(report.awards[0].span)
    with pytest.raises(UsageError, match="outside"):
        report.locate(Span(0, len(report.text) + 1))


def test_pages_boxes_cells_and_confidence() -> None:
    """What a reader knows of a place comes out with it; a stretch over two lines of print has two boxes."""
    text = "Tặng\nbằng"
    boxes = Boxes()
    for at, letter in enumerate(text):
        line = 0 if at < 4 else 1
        boxes.append((10.0 * at, 20.0 * line, 10.0 * at + 9, 20.0 * line + 12) if letter != "\n" else (0.0, 0.0, 0.0, 0.0))
    decoded = Decoded(
        text,
        pages=(Page(7, Span(0, len(text)), 595, 842),),
        blocks=(Block(Span(0, len(text)), "table 1, row 2, cell 3"),),
        boxes=boxes,
        confidence=(WordConfidence(Span(0, 4), 0.9), WordConfidence(Span(5, 9), 0.4)),
    )
    place = normalise(decoded).view.locate(Span(2, 7))
    assert (place.page, place.block, place.confidence) == (7, "table 1, row 2, cell 3", 0.4)
    assert [one.box for one in place.places] == [(20.0, 0.0, 39.0, 12.0), (50.0, 20.0, 69.0, 32.0)]


def test_a_row_begins_in_its_first_cell() -> None:
    """A stretch that begins with the edge of a table stands where its first letters do; between blocks there is no place."""
    text = "| Bằng khen | 05 |\nA"
    blocks = (Block(Span(2, 11), "table 1, row 1, cell 1"), Block(Span(14, 16), "table 1, row 1, cell 2"))
    decoded = Decoded(text, blocks=blocks)
    spans = [Span(0, 18), Span(4, 6), Span(11, 18), Span(14, 14), Span(0, 1), Span(19, 20)]
    assert [decoded.block_in(span) for span in spans] == [
        blocks[0].label, blocks[0].label, blocks[1].label, blocks[1].label, None, None,
    ]  # fmt: skip
