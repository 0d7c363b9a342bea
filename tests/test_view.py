"""The page of one report: the whole text, each fact marked where it stands, a place for every link, nothing that runs."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from vnreport_parse import Report, Span, parse, parse_file
from vnreport_parse.spans import SpanSet
from vnreport_parse.view import anchor, report_page
from vnreport_parse.view.marks import Mark, places_of
from vnreport_parse.view.painting import Painter

read = cache(parse_file)


class Atoms(HTMLParser):
    """The atoms of a page: offset, classes, words; and the names of its places."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.atoms: list[tuple[int, str, str]] = []
        self.places: list[str] = []
        self.tags: list[str] = []
        self._in = False
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Begins an atom, or notes a place."""
        said = dict(attributes)
        self.tags.append(tag)
        self._in = "data-s" in said
        if self._in:
            self.atoms.append((int(said["data-s"] or 0), said.get("class") or "", ""))
        if tag == "a" and "id" in said:
            self.places.append(said["id"] or "")

    def handle_endtag(self, tag: str) -> None:
        """Ends an atom."""
        self._in = self._in and tag != "span"

    def handle_data(self, data: str) -> None:
        """Adds to the words of an atom."""
        if self._in:
            at, kind, words = self.atoms[-1]
            self.atoms[-1] = at, kind, words + data


def body(report: Report) -> str:
    """The article of a report's page."""
    return report_page(report).partition("<article")[2].partition("</article>")[0]


def test_atoms_are_the_text(corpus_path: Path) -> None:
    """Each atom holds the characters at its offset; outside of tables nothing is missing."""
    report = read(corpus_path)
    atoms = Atoms(body(report)).atoms
    assert all(words == report.text[at : at + len(words)] for at, _, words in atoms)
    shown = {at for start, _, words in atoms for at in range(start, start + len(words))}
    in_tables = {at for table in (*report.tables, *report.appendix_tables) for at in range(*table.span)}
    assert set(range(len(report.text))) - shown <= in_tables
    assert [at for at, _, _ in atoms] == sorted(at for at, _, _ in atoms)


def test_every_span_has_its_place(corpus_path: Path) -> None:
    """Whatever the audit may point at is there, once."""
    report = read(corpus_path)
    places = Atoms(body(report)).places
    wanted = [anchor(span) for span in places_of(report, ())]
    assert sorted(places) == sorted(wanted)
    assert len(set(places)) == len(places)
    for fact in (
        *report.awards,
        *report.appendix_awards,
        *report.appendix_counts,
        *report.references,
        *report.counts,
        *report.sections,
    ):
        assert anchor(fact.span) in places


def test_a_place_stands_before_its_words(corpus_path: Path) -> None:
    """The atom behind an anchor begins where the anchor says."""
    report = read(corpus_path)
    page, in_tables = body(report), SpanSet(table.span for table in (*report.tables, *report.appendix_tables))
    for found in re.finditer(r'<a id="s(\d+)-(\d+)"></a>(?:<a [^>]*></a>)*(?:</?t[^>]*>)*<span data-s="(\d+)"', page):
        at, atom = int(found[1]), int(found[3])
        assert at == atom or (at < atom and in_tables.overlaps(Span(at, atom)))  # the rules between cells are not shown


def test_marks_that_cross_are_painted_right() -> None:
    """A = 0..6 and B = 3..9: three atoms, the middle one with both."""
    report = Report(text="abcdefghij")
    painted = Painter(report, [Mark(Span(0, 6), "A", ""), Mark(Span(3, 9), "B", "")], []).paint()
    assert [(kind, words) for _, kind, words in Atoms(painted).atoms] == [("A", "abc"), ("A B", "def"), ("B", "ghi"), ("", "j")]


def test_awards_are_marked_with_their_status() -> None:
    """What was proposed looks different from what was conferred."""
    report = parse(
        "I. KHEN THƯỞNG\n- Chủ tịch UBND tỉnh tặng Bằng khen cho 03 cá nhân;\n- Đề nghị tặng Giấy khen cho 02 tập thể.\n"
    )
    kinds = {kind for _, kind, _ in Atoms(body(report)).atoms}
    assert any("award" in kind and "conferred" in kind for kind in kinds)
    assert any("award" in kind and "proposed" in kind for kind in kinds)


def test_appendices_are_marked_too() -> None:
    """The awards of an appendix stand in its tables; they are marked and listed as those of the body are."""
    text = """UBND TỈNH BÌNH LƯU
SỞ NỘI VỤ
Số: 61/BC-SNV
Bình Lưu, ngày 5 tháng 3 năm 2018

BÁO CÁO
Công tác khen thưởng năm 2017

I. KẾT QUẢ
Kết quả khen thưởng có phụ lục kèm theo.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
GIÁM ĐỐC

Trần Văn Bé

PHỤ LỤC
Kết quả khen thưởng năm 2017

| TT | Danh hiệu, hình thức | Tập thể | Cá nhân |
|---|---|---|---|
| 1 | Giấy khen | 02 | 14 |
"""
    report = parse(text)
    assert report.appendix_awards
    assert any("award" in kind for _, kind, words in Atoms(body(report)).atoms if words == "Giấy khen")
    assert "<table>" in body(report)
    assert "Giấy khen" in report_page(report).partition("<aside")[2]


def test_tables_are_tables() -> None:
    """Cells stand in cells; empty ones too."""
    report = parse("I. KẾT QUẢ\n\n| TT | Danh hiệu | Số lượng |\n|---|---|---|\n| 1 | Lao động tiên tiến | 12 |\n| 2 | | 5 |\n")
    assert report.tables
    page = body(report)
    assert page.count("<tr>") == 3
    assert page.count("<th>") == 3
    assert page.count("<td>") == 6


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</article><b>&amp;", "a\x00b\x07"]
)
def test_hostile_text_stays_text(text: str) -> None:
    """A report cannot add an element to its page."""
    report = parse(f"BÁO CÁO\n{text}\nI. {text}\n1. Tặng Bằng khen cho tập thể {text}.\n")
    page = Atoms(report_page(report, "en"))
    assert page.tags.count("script") == 1
    assert "img" not in page.tags
    assert "b" not in page.tags


def test_only_its_own_script_runs() -> None:
    """The policy names the hashes of the style and the script that are there, and allows nothing else."""
    page = report_page(parse("BÁO CÁO"))
    policy = unescape(re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1])
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        text = re.search(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in policy
    assert not re.search(r"(?:src|href)=\"(?!#)", page)


def test_same_report_same_page(corpus_path: Path) -> None:
    """The page is a function of the report and the language."""
    assert report_page(read(corpus_path), "vi") == report_page(parse_file(corpus_path), "vi")


def test_spans_beside_the_records() -> None:
    """A sentence that is no record has a place when asked for; one outside the text is left out."""
    report = parse("BÁO CÁO\nMột câu văn bất kỳ của báo cáo.\n")
    assert 'id="s11-20"' in report_page(report, also=[Span(11, 20), Span(5, 4000)])
    assert "s5-4000" not in report_page(report, also=[Span(5, 4000)])


def test_empty_report() -> None:
    """Nothing in it, nothing breaks."""
    assert "<article" in report_page(Report(text=""))
