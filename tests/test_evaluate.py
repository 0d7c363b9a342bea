"""Figures against labels: small documents whose figures can be worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vnreport_parse import Report, evaluate, parse
from vnreport_parse.errors import UsageError
from vnreport_parse.evaluation.keys import Labels, date_key, number_key, text_key
from vnreport_parse.evaluation.outcomes import Figure

FULL = {"span": (0, 1), "rule": "test"}


def reference(doc_type: str | None, number: str | None, date: str | None, issuer: str | None = None) -> dict[str, object]:
    """A reference as a report gives it."""
    return FULL | {
        "doc_type": doc_type,
        "number": number and {"text": number, "rule": "test"},
        "date": date,
        "issuer": issuer,
        "key": str(number),
    }


def award(title: str, *groups: tuple[str, int | None], **fields: object) -> dict[str, object]:
    """An award to groups of a kind and a count."""
    recipients = [FULL | {"kind": kind, "noun": kind, "count": count} for kind, count in groups]
    return FULL | {"title": title, "status": "conferred", "recipients": recipients} | fields


def section(label: str, title: str | None, *children: dict[str, object]) -> dict[str, object]:
    """A section; without a title it is an item."""
    kind = "heading" if title else "item"
    shape = {"style": "arabic", "ordinal": 1, "kind": kind, "path": label, "level": 1, "body": (0, 1)}
    return FULL | shape | {"label": label, "title": title, "children": children}


def figure(name: str, report: dict[str, object], labels: Labels) -> tuple[int, int, int] | None:
    """One figure of one report against its labels, as counts."""
    found = evaluate([(Report.model_validate({"text": "x"} | report), labels)]).figures.get(name)
    return found and tuple(found)


# ---------------------------------------------------------------- how values are compared
SAME_TEXT = [
    ("“Lao động tiên tiến”", "lao động tiên tiến"),
    ("Hoà Bình", "Hòa Bình"),
    ("UỶ BAN NHÂN DÂN tỉnh", "UBND tỉnh"),
    ("Chiến sỹ thi đua", "chiến sĩ thi đua"),
    ("thi đua – khen\nthưởng;", "thi đua - khen thưởng"),
    (None, ""),
]


@pytest.mark.parametrize(("one", "other"), SAME_TEXT)
def test_text_key(one: str | None, other: str) -> None:
    """What careful readers write differently is one value."""
    assert text_key(one) == text_key(other)


def test_number_and_date_keys() -> None:
    """Blanks in a number and a blank day do not count; the digits do."""
    assert number_key("110 / BTĐKT–NV") == number_key("110/BTĐKT-NV") != number_key("111/BTĐKT-NV")
    assert date_key("2022-06-XX") == date_key("2022-06") != date_key("2022")


# ---------------------------------------------------------------- figures: (labels, report, (tp, fp, fn))
HEADERS = [
    ({"number": "1/A", "date": "2022-06-XX"}, {"number": {"text": "1/A", "rule": "t"}, "date": "2022-06"}, (2, 0, 0)),
    ({"number": "1/A", "place": "Hà Nội"}, {"place": "Huế"}, (0, 2, 2)),
    ({"place": "Huế", "place_alt": ["Hà Nội", None]}, {}, (1, 0, 0)),
    ({"addressees": ["Sở Nội vụ"], "issuer": None}, {}, (1, 0, 0)),
]


@pytest.mark.parametrize(("labels", "header", "expected"), HEADERS)
def test_header(labels: Labels, header: dict[str, object], expected: tuple[int, int, int]) -> None:
    """Each labelled field is one value; a wrong one is spurious and missed."""
    assert figure("header", {"header": header}, {"header": labels}) == expected


REFERENCES = [
    ([("Công văn", "1/A", "2022")], [("Công văn", "1/A", "2022")], (1, 0, 0)),
    ([("Công văn", "1/A", "2022")], [("Kế hoạch", "1/A", "2022")], (1, 0, 0)),  # the type has its own figure
    ([("Công văn", "1/A", "2022")], [("Công văn", "1/A", "2021")], (0, 1, 1)),
    ([("Luật", None, "2022")], [("Nghị định", None, "2022")], (0, 1, 1)),  # without a number the type counts
    ([("A", "1", None), ("B", "1", None)], [("B", "1", None)], (1, 0, 1)),
    ([("A", "1", None)], [("A", "1", None), ("A", "1", None)], (1, 1, 0)),
]


@pytest.mark.parametrize(("labels", "found", "expected"), REFERENCES)
def test_references(labels: list[tuple], found: list[tuple], expected: tuple[int, int, int]) -> None:
    """Mentions are matched one to one."""
    wanted = [dict(zip(("doc_type", "number", "date"), entry, strict=True)) for entry in labels]
    assert figure("references", {"references": [reference(*f) for f in found]}, {"references": wanted}) == expected


def test_optional_references_cost_nothing() -> None:
    """Found or not, an optional entry is no error."""
    labels = {"references": [{"doc_type": "A", "number": "1", "date": None, "optional": True}]}
    assert figure("references", {"references": [reference("A", "1", None)]}, labels) is None
    assert figure("references", {}, labels) is None


def test_reference_type_and_issuer_of_matched_mentions() -> None:
    """The better partner is taken first, so that two mentions of one number do not swap."""
    labels = {"references": [{"doc_type": t, "number": "1", "date": None, "issuer": i} for t, i in (("A", "X"), ("B", "Y"))]}
    found = {"references": [reference("B", "1", None, "Y"), reference("A", "1", None, "Z")]}
    assert figure("reference doc_type", found, labels) == (2, 0, 0)
    assert figure("reference issuer", found, labels) == (1, 1, 1)


AWARDS = [
    ([("Bằng khen", [("individual", 4)])], [award("Bằng khen", ("individual", 4))], (1, 0, 0)),
    ([("Bằng khen", [("individual", 4)])], [award("Bằng khen", ("collective", 4))], (0, 1, 1)),
    ([("Bằng khen", [("individual", 4), ("collective", 2)])], [award("Bằng khen", ("collective", 2))], (1, 0, 1)),
    ([("Bằng khen", [("individual", None)])], [award("Bằng khen")], (1, 0, 0)),
    ([("Bằng khen", [])], [award("Bằng khen", ("collective", 1))], (1, 0, 0)),
    ([("Bằng khen", [])], [award("Bằng khen", ("collective", 2))], (0, 1, 1)),
]


@pytest.mark.parametrize(("labels", "found", "expected"), AWARDS)
def test_award_counts(labels: list[tuple], found: list[dict[str, object]], expected: tuple[int, int, int]) -> None:
    """One item for each counted group; an award without one is an item of its own."""
    wanted = [{"title": t, "recipients": [{"kind": k, "count": c} for k, c in groups]} for t, groups in labels]
    assert figure("award counts", {"awards": found}, {"awards": wanted}) == expected


def test_award_records_and_flags() -> None:
    """A record also needs authority and status; flags are compared on what is matched."""
    group = [{"kind": "individual", "count": 4}]
    labels = {"awards": [{"title": "Bằng khen", "authority": "UBND tỉnh", "status": "conferred", "recipients": group}]}
    right = award("Bằng khen", ("individual", 4), authority="Ủy ban nhân dân tỉnh")
    assert figure("award records", {"awards": [right]}, labels) == (1, 0, 0)
    assert figure("award flags", {"awards": [right]}, labels) == (1, 0, 0)
    assert figure("award flags", {"awards": [right | {"cumulative": True}]}, labels) == (0, 1, 1)
    assert figure("award records", {"awards": [right | {"status": "proposed"}]}, labels) == (0, 1, 1)


SECTIONS = [
    ([("I", "A")], [section("I", "A")], (1, 0, 0)),
    ([("I", "A")], [section("I", "B")], (0, 1, 1)),
    ([("I", None)], [section("I", "B")], (1, 0, 0)),  # no title labelled: any is right
    ([("1", "A"), ("2", "B")], [section("1", "A")], (1, 0, 1)),
]


@pytest.mark.parametrize(("labels", "found", "expected"), SECTIONS)
def test_sections(labels: list[tuple], found: list[dict[str, object]], expected: tuple[int, int, int]) -> None:
    """A section is its path of labels and its title."""
    wanted = [{"label": label, "title": title} for label, title in labels]
    assert figure("sections", {"sections": found}, {"sections": wanted}) == expected
    exact = (1, 0, 0) if not expected[1] + expected[2] else (0, 1, 1)
    assert figure("section trees exact", {"sections": found}, {"sections": wanted}) == exact


def test_decimal_labels_are_steps() -> None:
    """`8.1` under `8` is the same unit as `1` under `8`."""
    labels = {"sections": [{"label": "8", "title": "A", "children": [{"label": "8.1", "title": "B"}]}]}
    assert figure("sections", {"sections": [section("8", "A", section("1", "B"))]}, labels) == (2, 0, 0)


def test_signature_and_distribution() -> None:
    """The closing: field by field, and entry by entry."""
    signature = FULL | {"authority": "KT.", "position": "PHÓ GIÁM ĐỐC", "name": "A"}
    labels = {"signature": {"authority": "KT.", "position": "Phó Giám đốc", "name": "B"}}
    assert figure("signature", {"signature": signature}, labels) == (2, 1, 1)
    assert figure("signature", {}, labels) == (0, 3, 3)
    entries = [FULL | {"text": "Như trên"}, FULL | {"text": "Lưu: VT"}]
    assert figure("distribution", {"distribution": entries}, {"distribution": ["Như trên;", "Sở Y tế"]}) == (1, 1, 1)


# ---------------------------------------------------------------- the whole
def test_figure_arithmetic() -> None:
    """Nothing wanted and nothing found is perfect."""
    assert (Figure(0, 0, 0).precision, Figure(0, 0, 0).recall, Figure(0, 0, 0).f1) == (1, 1, 1)
    assert (Figure(1, 1, 3).precision, Figure(1, 1, 3).recall, round(Figure(1, 1, 3).f1, 4)) == (0.5, 0.25, 0.3333)
    assert Figure(0, 2, 0).f1 == 0


def test_folder(tmp_path: Path) -> None:
    """Labels beside documents, one of which is missing."""
    for name, number in (("a", "1/A"), ("b", "2/B")):
        (tmp_path / f"{name}.gold.json").write_text(json.dumps({"header": {"number": number}}), "utf-8")
    (tmp_path / "a.txt").write_text("Số: 1/A", "utf-8")
    (tmp_path / "a.json").write_text("{}", "utf-8")
    result = evaluate(tmp_path)
    assert result.documents == 2
    assert [error.kind for error in result.failed] == ["not_found"]
    assert result.figures["header"].fn >= 1
    assert "header" in str(result)
    assert "not read: " in str(result)
    assert "b: wanted number '2/B', got None" in result.table(errors=5)


def test_labels_that_cannot_be_used(tmp_path: Path) -> None:
    """A folder without labels, and labels that are no JSON."""
    with pytest.raises(UsageError, match="no labels"):
        evaluate(tmp_path)
    (tmp_path / "a.gold.json").write_text("{", "utf-8")
    with pytest.raises(UsageError, match=r"a\.gold\.json is not JSON"):
        evaluate(str(tmp_path))


def test_many_equal_awards_are_matched() -> None:
    """Hundreds of equal mentions need no deep search."""
    many = 200
    labels = {"awards": [{"title": "Bằng khen", "recipients": [{"kind": "individual", "count": 1}]}] * many}
    report = Report.model_validate({"text": "x", "awards": [award("Bằng khen", ("individual", 1))] * many})
    assert evaluate([(report, labels)]).figures["award counts"] == Figure(many, 0, 0)


def test_nothing_labelled_is_nothing_compared() -> None:
    """A key that the labels lack is not scored."""
    assert evaluate([(parse("x"), {})]).figures == {}
