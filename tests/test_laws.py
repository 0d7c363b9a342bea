"""Laws that hold for every text, and promises that every record of the corpus keeps."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import CORPUS, ROOT
from vnreport_parse import Report, Span, parse, parse_file
from vnreport_parse.evaluation.keys import number_key, text_key
from vnreport_parse.numerals import NUMERAL, read_numeral
from vnreport_parse.records import DocumentNumber
from vnreport_parse.source import normalise

# Fields that say what the text says; the others are canonical forms (titles, types, dates, ranks, states).
VERBATIM = {
    "header": {"addressees", "issuer", "number", "parent_organ", "place", "subject"},
    "sections": {"label", "title"},
    "references": {"issuer", "number", "subject", "title"},
    "awards": {"authority"},
    "recipients": {"names", "noun"},
    "distribution": {"text"},
    "signature": {"acting_for", "name", "on_behalf_of", "position"},
}

# ---------------------------------------------------------------- any text
PIECES = [
    *(
        "thi đua",
        "khen thưởng",
        "Đề nghị",
        "Ðiều 1.",
        "ủy ban",
        "hoà",
        "04 cá nhân",
        "số 110/BTĐKT-NV",
        "ngày 31/5/2022",
        "I. ",
        "a) ",
    ),
    *(" ", "  ", "\t", "\n", "\r\n", "\n\n", "\r", "\u00a0", "\u2028", "\x0c", "\u200b", "\u00ad", "\ufeff"),
    *(
        "**",
        "*",
        "_",
        "__",
        "## ",
        "> ",
        "- ",
        "\\.",
        "&amp;",
        "<br>",
        "|",
        "“",
        "”",
        '"',
        "(",
        ")",
        "e\u0301\u0302",
        "u\u031b",
        "ư\u0301",
    ),
    *("\u0301", "\u0302", "ǎ", "Ƣ", "：", "\ufb01", "\u212a", "😀", "\x00", "\x07"),
]
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.characters(exclude_categories=["Cs"])), max_size=40).map("".join)


@given(texts)
def test_way_back_is_monotone_and_covers(given_text: str) -> None:
    """Later characters come from later places, a longer span from a longer stretch, and the whole stays inside the source."""
    source = normalise(given_text)
    pieces = [source.view.to_source(Span(at, at + 1)) for at in range(len(source.text))]
    for piece in pieces:
        assert 0 <= piece.start <= piece.end <= len(given_text)
    for before, after in zip(pieces, pieces[1:], strict=False):
        assert before.start <= after.start
        assert before.end <= after.end
    if pieces:
        whole = source.view.to_source(Span(0, len(source.text)))
        assert whole == (pieces[0].start, pieces[-1].end)


@given(texts)
def test_letters_come_from_where_the_way_back_leads(given_text: str) -> None:
    """The source characters of a letter are that letter, however it was written."""
    source = normalise(given_text)
    for at, char in enumerate(source.text):
        if char.isalnum():
            assert char in normalise(source.view.to_source(Span(at, at + 1)).of(given_text)).text


@given(texts)
@example("thi đua\u200b\u0301")  # a zero-width mark between a letter and its tone
@example("thi đua**\u0301")  # a mark of emphasis there
def test_normal_text_is_normal(given_text: str) -> None:
    """NFC, one kind of line end, no doubled blanks, no blanks at the ends of lines."""
    text = normalise(given_text).text
    assert unicodedata.is_normalized("NFC", text)
    assert not {"\r", "\t", "\u00a0", "\u00ad", "\u200b", "\ufeff", "\u2028"} & set(text)
    assert "  " not in text
    assert all(line == line.strip(" ") for line in text.split("\n"))


@settings(max_examples=50)
@given(texts)
def test_parsing_never_fails(given_text: str) -> None:
    """Any text gives a report, and the report survives JSON."""
    report = parse(given_text)
    assert Report.model_validate_json(report.model_dump_json()).model_dump() == report.model_dump()
    assert promises_broken(report) == []


# ---------------------------------------------------------------- any report
def facts(report: Report) -> Iterator[tuple[str, object]]:
    """Every record that stands in the text, with the name of its kind."""
    yield "header", report.header
    yield from (("sections", section) for section in report.walk())
    for kind in ("references", "awards", "totals", "counts", "campaigns", "tables", "distribution"):
        for fact in getattr(report, kind):
            yield kind, fact
            yield from (("recipients", group) for group in getattr(fact, "recipients", ()))
    if report.signature:
        yield "signature", report.signature


def promises_broken(report: Report) -> list[str]:
    """Spans that do not stand in the text, and evidence that stands nowhere."""
    broken = []
    for kind, fact in facts(report):
        spans = {"span": fact.span} | fact.evidence
        for field, span in spans.items():
            if span is not None and not 0 <= span[0] < span[1] <= len(report.text):
                broken.append(f"{kind}: {field} {span}")
    return broken


def test_spans_stand_in_the_text(corpus_path: Path) -> None:
    """Every span is half-open, not empty and inside the text."""
    assert promises_broken(parse_file(corpus_path)) == []


def test_evidence_shows_the_value(corpus_path: Path) -> None:
    """The text under the evidence of a field that is told verbatim, folded, is the field."""
    report = parse_file(corpus_path)
    for kind, fact in facts(report):
        shown = defaultdict(list)
        for field, span in fact.evidence.items():
            shown[field.partition(".")[0]].append(span.of(report.text))
        for field in VERBATIM.get(kind, set()) & shown.keys():
            value, text = getattr(fact, field), " ".join(shown[field])
            if isinstance(value, DocumentNumber):
                assert number_key(text) == number_key(value)
            else:
                assert text_key(text) == text_key(" ".join(value) if isinstance(value, tuple) else value), (kind, field)


def test_verbatim_fields_have_evidence(corpus_path: Path) -> None:
    """A field that is told verbatim says where; a recipient who is only named has no noun of its own."""
    for kind, fact in facts(parse_file(corpus_path)):
        shown = {field.partition(".")[0] for field in fact.evidence}
        told = {field for field in VERBATIM.get(kind, set()) if getattr(fact, field)}
        assert told - shown <= ({"noun"} if getattr(fact, "explicit", True) is False else set()), (kind, fact)


def test_counts_are_read_from_their_evidence(corpus_path: Path) -> None:
    """A stated count is the number that its evidence shows."""
    report = parse_file(corpus_path)
    for kind, group in facts(report):
        if kind == "recipients" and group.explicit and "count" in group.evidence:
            found = NUMERAL.search(group.evidence["count"].of(report.text).lower())
            assert found
            assert read_numeral(found).value == group.count


def test_indices_lead_to_other_records(corpus_path: Path) -> None:
    """`restates`, `part_of`, `CountMention.award` and `decision` name records that are there."""
    report = parse_file(corpus_path)
    keys = {reference.key for reference in report.references}
    for at, award in enumerate(report.awards):
        assert all(other is None or (other != at and 0 <= other < len(report.awards)) for other in (award.restates, award.part_of))
        assert award.decision is None or award.decision in keys
    assert all(count.award is None or 0 <= count.award < len(report.awards) for count in report.counts)
    paths = {section.path for section in report.walk()} | {None}
    assert {fact.section for _, fact in facts(report) if hasattr(fact, "section")} <= paths


def test_decomposed_letters_give_the_same_records(corpus_path: Path) -> None:
    """NFC and NFD, and CRLF line ends, are one text to every stage."""
    text = corpus_path.read_text("utf-8")
    expected = parse(text).model_dump()
    for form in ("NFC", "NFD"):
        assert parse(unicodedata.normalize(form, text)).model_dump() == expected
    assert parse(unicodedata.normalize("NFD", text).replace("\n", "\r\n")).model_dump() == expected


def test_same_bytes_under_any_hash_seed(environment: dict[str, str]) -> None:
    """Sets and dictionaries leave no trace in the output."""
    digests = set()
    for seed in ("1", "4711"):
        command = [sys.executable, "-m", "vnreport_parse.cli", "parse", *map(str, CORPUS), "--format", "jsonl"]
        done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env=environment | {"PYTHONHASHSEED": seed})
        digests.add(hashlib.sha256(done.stdout).hexdigest())
    assert len(digests) == 1


@pytest.mark.parametrize("times", [2])
def test_parsing_leaves_no_trace(corpus_path: Path, times: int) -> None:
    """What was read before changes nothing."""
    assert len({parse_file(corpus_path).model_dump_json() for _ in range(times)}) == 1
