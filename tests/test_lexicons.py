"""The lexicons are data, and the data is tested: schema, order, uniqueness, and an example that works for each row."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest

from vnreport_parse import lexicons, parse
from vnreport_parse.anchors import _KINDS, find_anchors
from vnreport_parse.errors import UsageError
from vnreport_parse.patterns import fold

RECIPIENT_KINDS = {"collective", "individual", "household", "mixed", "other"}
# field: type, for each table; every row has all of them, and those of OPTIONAL at most
SCHEMAS: dict[tuple[str, str], dict[str, type]] = {
    ("authorities", "organ"): {
        "id": str,
        "head": str,
        "kind": str,
        "fixed": bool,
        "abbreviations": list,
        "example": str,
        "origin": str,
    },
    ("authorities", "position"): {"id": str, "name": str, "forms": list, "deputy": bool, "origin": str},
    ("awards", "award"): {
        "id": str,
        "title": str,
        "family": str,
        "forms": list,
        "abbreviations": list,
        "ranked": bool,
        "recipients": list,
        "qualifier": str,
        "example": str,
        "origin": str,
    },
    ("awards", "qualifier"): {"id": str, "title": str, "name": str, "forms": list, "conferrer": str, "example": str, "origin": str},
    ("awards", "non_award"): {"id": str, "forms": list, "example": str, "origin": str, "reason": str},
    ("codes", "issuer"): {"id": str, "code": str, "name": str, "level": str, "origin": str},
    ("doc_types", "doc_type"): {
        "id": str,
        "name": str,
        "forms": list,
        "abbreviations": list,
        "codes": list,
        "heading": bool,
        "example": str,
        "expect": str,
        "origin": str,
    },
    ("recipients", "noun"): {
        "id": str,
        "noun": str,
        "kind": str,
        "forms": list,
        "abbreviations": list,
        "example": str,
        "origin": str,
    },
    ("recipients", "non_recipient"): {"id": str, "forms": list, "example": str, "origin": str},
}
OPTIONAL = {("recipients", "noun"): {"counter": bool}}
TABLES = sorted(SCHEMAS)
# Codes are matched inside a number, by its symbol, and a position stands in a signature: neither has a sentence of its own.
WITH_EXAMPLES = [(*names, row) for names in TABLES for row in lexicons.load(names[0])[names[1]] if "example" in row]


def forms_of(row: lexicons.Row) -> Iterator[str]:
    """Every word of a row that is looked for."""
    for field in ("forms", "abbreviations", "head", "code"):
        value = row.get(field, ())
        yield from (value,) if isinstance(value, str) else value


def test_every_table_has_a_schema() -> None:
    """A new table needs a schema here."""
    assert {(name, table) for name in lexicons.NAMES for table in lexicons.load(name)} == set(TABLES)


@pytest.mark.parametrize(("name", "table"), TABLES)
def test_rows_follow_their_schema(name: str, table: str) -> None:
    """Each row has all fields, of the right type; a list holds words."""
    required, optional = SCHEMAS[name, table], OPTIONAL.get((name, table), {})
    for row in lexicons.load(name)[table]:
        assert required.keys() <= row.keys() <= required.keys() | optional.keys(), row["id"]
        for field, value in row.items():
            assert isinstance(value, (required | optional)[field]), (row["id"], field)
            if isinstance(value, list):
                assert all(isinstance(word, str) and word.strip() == word != "" for word in value), (row["id"], field)
        assert row["origin"], row["id"]


@pytest.mark.parametrize(("name", "table"), TABLES)
def test_rows_are_sorted_and_unique(name: str, table: str) -> None:
    """Rows stand in the order of their ids, no id twice, no word twice in a table."""
    rows = lexicons.load(name)[table]
    ids = [row["id"] for row in rows]
    assert ids == sorted(set(ids))
    words = Counter(form for row in rows for form in {fold(form) for form in forms_of(row)})
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize(("name", "table"), TABLES)
def test_text_is_normal(name: str, table: str) -> None:
    """NFC everywhere, and words that are matched in any case are written folded."""
    for row in lexicons.load(name)[table]:
        for value in row.values():
            for text in value if isinstance(value, list) else [value]:
                assert not isinstance(text, str) or unicodedata.is_normalized("NFC", text), (row["id"], text)
        for form in row.get("forms", ()):
            assert form == form.lower(), row["id"]


def test_kinds_of_recipients() -> None:
    """Kinds are those of the record contract."""
    assert {row["kind"] for row in lexicons.load("recipients")["noun"]} <= RECIPIENT_KINDS
    assert {kind for row in lexicons.load("awards")["award"] for kind in row["recipients"]} <= RECIPIENT_KINDS


@pytest.mark.parametrize(
    ("name", "table", "row"), WITH_EXAMPLES, ids=lambda value: value["id"] if isinstance(value, dict) else value
)
def test_each_example_is_found_with_its_row(name: str, table: str, row: lexicons.Row) -> None:
    """A row that its own example does not find is dead, and each example is text that parses."""
    kind = next(kind for kind, (lexicon, its_table, *_) in _KINDS.items() if (lexicon, its_table) == (name, table))
    anchors = find_anchors(row["example"], fold(row["example"]))
    assert row["id"] in {anchor.row["id"] for anchor in anchors.of(kind)}
    parse(row["example"])


@pytest.mark.parametrize("row", [r for r in lexicons.load("doc_types")["doc_type"] if r["expect"]], ids=lambda row: row["id"])
def test_each_document_type_is_read_in_a_reference(row: lexicons.Row) -> None:
    """The example of a document type is a reference of that type, with the number expected."""
    references = parse(row["example"]).references
    assert (row["name"], row["expect"]) in {(r.doc_type, r.number.text if r.number else None) for r in references}


def test_unknown_lexicon() -> None:
    """A name that is no lexicon is an error that lists those there are."""
    with pytest.raises(UsageError, match="authorities, awards"):
        lexicons.load("no")
