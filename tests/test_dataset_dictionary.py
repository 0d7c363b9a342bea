"""The dictionary of a data set: every column is described, and what is described is there."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import jsonschema
import pytest

from vnreport_parse.dataset.companions import DICTIONARY, SCHEMA
from vnreport_parse.dataset.dictionary import all_columns, describe, dictionary_page, key_of, tables_schema, type_name, values_of
from vnreport_parse.dataset.flattening import plain
from vnreport_parse.dataset.layout import open_dataset
from vnreport_parse.dataset.reading import read_rows
from vnreport_parse.dataset.schema import MODELS, TABLES

TEXTS = tomllib.loads((Path(__file__).parent.parent / "src" / "vnreport_parse" / "dataset" / "dictionary.toml").read_text("utf-8"))
COLUMNS = [(table, column.name) for table in TABLES for column in all_columns(table)]


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_every_column_is_described(table: str, column: str) -> None:
    """A column without words is one that nobody can use; both languages, a sentence each."""
    words = describe(table, column)
    assert words.en.endswith((".", "…", "`", ")"))
    assert len(words.en) > 5
    assert len(words.vi) > 3
    assert words.en != words.vi


def test_what_is_described_is_there() -> None:
    """No word for a table or a column that went away."""
    tables = set(TEXTS) - {"*", "values", "same_values", "terms"}
    assert tables == set(TABLES)
    for table in tables:
        assert set(TEXTS[table]) - {"about"} <= {column.name for column in all_columns(table)}, table
    assert set(TEXTS["*"]) <= {column for _, column in COLUMNS}


def literals() -> dict[tuple[str, str], tuple[Any, ...]]:
    """The fields of records that have only a few values."""
    found = {}
    for table, model in MODELS.items():
        for name, field in model.model_fields.items():
            kinds = [field.annotation, *get_args(field.annotation)]
            if literal := next((kind for kind in kinds if get_origin(kind) is Literal), None):
                found[table, name] = get_args(literal)
    return found


@pytest.mark.parametrize(("place", "values"), literals().items(), ids=lambda value: ".".join(map(str, value)))
def test_values_are_explained(place: tuple[str, str], values: tuple[str, ...]) -> None:
    """Each value of a column that has only a few."""
    assert sorted(values_of(*place)) == sorted(values)


def test_page_shows_everything() -> None:
    """Tables, columns, keys, values and the Vietnamese terms."""
    page = dictionary_page()
    for table in TABLES:
        part = page.split(f"\n## {table}\n")[1].split("\n## ")[0]
        for column in all_columns(table):
            assert f"| `{column.name}`" in part, (table, column.name)
    assert "- `proposed_and_conferred`: proposed and conferred · đề nghị và được tặng" in page
    assert "| trong đó |" in page
    assert (
        type_name({column.name: column.type for column in all_columns("awards")}["evidence"]) == "list of (field, text, start, end)"
    )


def test_rows_have_the_form_of_the_schema(small_dataset: Path) -> None:
    """The JSON Schema is a valid one, and every row of a data set is valid by it; keys are keys."""
    schema = tables_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    folder = open_dataset(small_dataset)
    rows = {table: [plain(row) for row in read_rows(folder, table)] for table in TABLES}
    jsonschema.Draft202012Validator(schema).validate(rows)
    for table, found in rows.items():
        keys = [tuple(row[name] for name in key_of(table)) for row in found]
        assert len(set(keys)) == len(keys), table
    assert len(rows["awards"]) == 6
    wrong = rows | {"awards": [rows["awards"][0] | {"status": "given"}]}
    assert not jsonschema.Draft202012Validator(schema).is_valid(wrong)


def test_companions(small_dataset: Path) -> None:
    """A data set has its dictionary and its schema with it."""
    assert (small_dataset / DICTIONARY).read_text("utf-8") == dictionary_page()
    assert json.loads((small_dataset / SCHEMA).read_text("utf-8")) == tables_schema()
