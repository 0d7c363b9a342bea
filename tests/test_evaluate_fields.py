"""Figures of each field, errors with the words around them, and the figures of the corpus counted a second way."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from conftest import CORPUS, ROOT
from test_evaluate import FULL, award, reference, section
from vnreport_parse import Report, evaluate, parse, parse_file
from vnreport_parse.cli import app
from vnreport_parse.errors import UsageError
from vnreport_parse.evaluate import Evaluation
from vnreport_parse.evaluation.contexts import Places
from vnreport_parse.evaluation.keys import Labels
from vnreport_parse.spans import Span


def compared(report: dict[str, object], labels: Labels) -> Evaluation:
    """One report against its labels."""
    return evaluate([(Report.model_validate({"text": "x"} | report), labels)])


def field(name: str, report: dict[str, object], labels: Labels) -> tuple[int, int, int] | None:
    """The figure of one field, as counts."""
    found = compared(report, labels).fields.get(name)
    return found and tuple(found)


# ---------------------------------------------------------------- figures: (labels, report, (tp, fp, fn))
VALUES = [
    ({"place": "Huế"}, {"place": "HUẾ"}, (1, 0, 0)),
    ({"place": "Huế"}, {"place": "Vinh"}, (0, 1, 1)),
    ({"place": "Huế"}, {}, (0, 0, 1)),
    ({"place": None}, {"place": "Huế"}, (0, 1, 0)),
    ({"place": None}, {}, None),
    ({"place": "Huế", "place_alt": [None]}, {}, None),
    ({"place": "Huế", "place_alt": ["TP. Huế"]}, {"place": "TP. Huế"}, (1, 0, 0)),
]


@pytest.mark.parametrize(("labels", "header", "expected"), VALUES)
def test_a_value(labels: Labels, header: dict[str, object], expected: tuple[int, int, int] | None) -> None:
    """What is stated on one side only is missed or spurious; on neither, it counts for nothing."""
    assert field("header.place", {"header": header}, {"header": labels}) == expected


def test_lists_of_values_are_compared_one_by_one() -> None:
    """Addressees, names: each is right, missed or spurious for itself."""
    report = {"header": {"addressees": ["Sở Y tế", "Sở Nội vụ"]}}
    assert field("header.addressees", report, {"header": {"addressees": ["Sở Y tế", "UBND tỉnh"]}}) == (1, 1, 1)
    group = FULL | {"kind": "individual", "noun": "cá nhân", "count": 2, "names": ["Lò Thị Én", "Vi Văn Sáo"]}
    labels = {"awards": [{"title": "Giấy khen", "recipients": [{"kind": "individual", "count": 2, "names": ["Lò Thị Én"]}]}]}
    assert field("recipients.names", {"awards": [award("Giấy khen") | {"recipients": [group]}]}, labels) == (1, 1, 0)


AWARD_FIELDS = [
    (award("Bằng khen", ("individual", 4)), {"awards.title": (1, 0, 0), "recipients.count": (1, 0, 0)}),
    (award("Bằng khen", ("individual", 5)), {"awards.title": (1, 0, 0), "recipients.count": (0, 1, 1)}),
    (award("Bằng khen", ("collective", 4)), {"recipients.kind": (0, 1, 1), "recipients.count": (1, 0, 0)}),
    (award("Giấy khen", ("individual", 4)), {"awards.title": (0, 1, 1), "recipients.count": (1, 0, 0)}),
    (award("Giấy khen", ("household", 9)), {"awards.title": (0, 1, 1), "recipients.count": (0, 1, 1)}),
    (award("Bằng khen", ("individual", 4), cumulative=True), {"awards.cumulative": (0, 1, 0), "awards.title": (1, 0, 0)}),
]


@pytest.mark.parametrize(("found", "expected"), AWARD_FIELDS)
def test_fields_of_awards(found: dict[str, object], expected: dict[str, tuple[int, int, int]]) -> None:
    """A wrong count is one wrong count, not an award too few and one too many."""
    labels = {"awards": [{"title": "Bằng khen", "recipients": [{"kind": "individual", "count": 4}]}]}
    fields = compared({"awards": [found]}, labels).fields
    assert {name: tuple(fields[name]) for name in expected} == expected


def test_weak_entries_cost_nothing_when_missed_and_are_compared_when_found() -> None:
    """An optional award that is read with a wrong authority has a wrong authority."""
    labels = {"awards": [{"title": "Giấy khen", "authority": "UBND xã", "optional": True}]}
    assert compared({}, labels).fields == {}
    fields = compared({"awards": [award("Giấy khen", authority="UBND huyện")]}, labels).fields
    assert (fields["awards.title"], fields["awards.authority"]) == ((1, 0, 0), (0, 1, 1))


def test_fields_of_references() -> None:
    """A number with a wrong digit is paired by the rest; relation, subject and key are compared where they are labelled."""
    labels = {"references": [{"doc_type": "Công văn", "number": "17/SNV-TĐKT", "date": "2022", "relation": "basis", "key": "k"}]}
    report = {"references": [reference("Công văn", "11/SNV-TĐKT", "2022") | {"relation": "implements", "key": "k"}]}
    result = compared(report, labels)
    assert result.figures["references"] == (0, 1, 1)
    assert {name.partition(".")[2]: tuple(figure) for name, figure in result.fields.items()} == {
        "doc_type": (1, 0, 0),
        "number": (0, 1, 1),
        "date": (1, 0, 0),
        "relation": (0, 1, 1),
        "key": (1, 0, 0),
    }


def test_fields_of_sections() -> None:
    """One path with another title, one title under another path."""
    labels = {"sections": [{"label": "1", "title": "A", "kind": "heading"}, {"label": "2", "title": "B", "kind": "heading"}]}
    result = compared({"sections": [section("1", "A"), section("3", "B")]}, labels)
    assert {name: tuple(figure) for name, figure in result.fields.items()} == {
        "sections.title": (2, 0, 0),
        "sections.kind": (2, 0, 0),
        "sections.path": (1, 1, 1),
    }


GENERAL = [
    ("campaigns", {"name": "Vì người nghèo"}, {"name": "Vì người nghèo"}, "campaigns.name", (1, 0, 0)),
    ("campaigns", {"name": "Vì người nghèo"}, {"name": "Vì người già"}, "campaigns.name", (0, 1, 1)),
    (
        "counts",
        {"value": 7, "role": "award"},
        {"value": 7, "role": "prize", "noun": "n", "kind": "other"},
        "counts.role",
        (0, 1, 1),
    ),
    ("tables", {"rows": 3, "columns": 2}, {"rows": 3, "columns": 2}, "tables.rows", (1, 0, 0)),
]


@pytest.mark.parametrize(("kind", "labels", "found", "name", "expected"), GENERAL)
def test_every_kind_of_record_can_be_labelled(
    kind: str, labels: Labels, found: dict[str, object], name: str, expected: tuple[int, int, int]
) -> None:
    """Campaigns, counts and tables have figures where the labels have them."""
    assert field(name, {kind: [FULL | found]}, {kind: [labels]}) == expected


def test_totals_annexes_and_further_signatures() -> None:
    """The rest of what labels may hold."""
    group = FULL | {"kind": "individual", "noun": "cá nhân", "count": 40}
    total = FULL | {"scope": "cả năm", "recipients": [group]}
    labels = {"totals": [{"scope": "cả năm", "recipients": [{"kind": "individual", "count": 41}]}], "annexes": True}
    fields = compared({"totals": [total]}, labels).fields
    assert (fields["totals.scope"], fields["totals.count"], fields["annexes"]) == ((1, 0, 0), (0, 1, 1), (0, 0, 1))
    signed = [FULL | {"name": name} for name in ("A", "B")]
    report = {"signature": signed[0], "co_signatures": signed[1:]}
    assert field("signature.name", report, {"signature": [{"name": "A"}, {"name": "C"}]}) == (1, 1, 1)


def test_nothing_labelled_in_a_list_makes_every_record_spurious() -> None:
    """An empty list says that there is none."""
    assert field("references.number", {"references": [reference("A", "1", None)]}, {"references": []}) == (0, 1, 0)
    assert field("recipients.count", {"awards": [award("A", ("individual", 1))]}, {"awards": []}) == (0, 1, 0)


# ---------------------------------------------------------------- where errors stand
TEXT = """I. KẾT QUẢ
Sở Nội vụ tặng Giấy khen cho 02 tập thể; Sở Y tế tặng Giấy khen cho 05 cá nhân.
II. KIẾN NGHỊ
Đề nghị tặng Bằng khen cho ông Lò Văn Púa (bản Huổi Luông).
"""
PLACES = [
    (["Giấy khen", 2], None, "Giấy khen cho 02"),
    (["giấy khen", "5"], None, "Giấy khen cho 05"),
    (["Giấy khen"], Span(40, 90), "Giấy khen cho"),
    (["Kỷ niệm chương", "Bằng khen"], None, "Bằng khen"),
    (["Huổi Luông"], Span(0, 10), "Huổi Luông"),
    (["Cờ thi đua"], None, None),
    ([], None, None),
    (["—"], None, None),
]


@pytest.mark.parametrize(("wanted", "within", "expected"), PLACES)
def test_words_that_only_labels_speak_of(wanted: list[object], within: Span | None, expected: str | None) -> None:
    """They are looked for word by word; zeros in front, case and line breaks do not count."""
    found = Places(parse(TEXT)).find(wanted, within)
    if expected is None:
        assert found is None
    else:
        assert found is not None
        assert found.of(TEXT).startswith(expected.split(" cho")[0])
        if within == Span(40, 90):
            assert found.start > 40


def test_errors_have_their_words_and_place() -> None:
    """A missed award stands where its neighbours leave room for it; a spurious one where it was read."""
    report = parse(TEXT)
    groups = [[{"kind": "collective", "count": 2}], [{"kind": "individual", "count": 50}]]
    labels = {"awards": [{"title": "Giấy khen", "recipients": group} for group in groups]}
    result = evaluate([(report, labels)])
    missed = next(e for e in result.errors if e.figure == "award counts" and e.verdict == "missed")
    assert missed.context is not None
    assert missed.context.line == 2
    assert missed.context.section == "I"
    wrong = next(e for e in result.field_errors if e.figure == "recipients.count" and e.verdict == "wrong")
    assert (wrong.wanted, wrong.got) == ("50", "5")
    assert wrong.context is not None
    assert "05 cá nhân" in wrong.context.words
    assert wrong.context.before.endswith("tặng ")


def test_long_stretches_are_cut() -> None:
    """The words around an error are few, and dots say what was cut."""
    text = "một hai ba " * 200
    context = Places(Report(text=text)).context(Span(500, 1900))
    assert len(context.words) < 420
    assert " … " in context.words
    assert context.before.startswith("… ")
    assert context.after.endswith(" …")
    whole = Places(Report(text="một hai")).context(Span(4, 7))
    assert (whole.before, whole.words, whole.after, whole.section) == ("một ", "hai", "", None)


# ---------------------------------------------------------------- as JSON and as a page
@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A labelled document with errors, whose words would be markup in a careless page."""
    (tmp_path / "a<b>.txt").write_text(TEXT.replace("05 cá nhân", "05 cá nhân <script>alert(1)</script>"), "utf-8")
    labels = {"header": {"place": "<i>Huế</i>"}, "awards": [{"title": "Giấy khen", "authority": "Sở Nội", "recipients": []}]}
    (tmp_path / "a<b>.gold.json").write_text(json.dumps(labels), "utf-8")
    return tmp_path


def run(*arguments: str) -> Any:
    """The command, in process."""
    return CliRunner().invoke(app, ["evaluate", *arguments])


def test_json(folder: Path) -> None:
    """Figures, fields and errors with their contexts, all of them or some of each."""
    done = run(str(folder), "--format", "json")
    assert done.exit_code == 0
    said = json.loads(done.stdout)
    assert said["figures"]["header"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 1, "tp": 0, "fp": 1, "fn": 1}
    assert said["fields"]["header.place"]["fn"] == 1
    assert {error["figure"] for error in said["errors"]} == {"header", "award counts", "award records"}
    assert all(len(error["context"]["span"]) == 2 for error in said["field_errors"] if error["context"])
    few = json.loads(run(str(folder), "--format", "json", "--errors", "1").stdout)
    assert len(few["errors"]) == 3 < len(said["errors"])


def test_page(folder: Path, tmp_path: Path) -> None:
    """One page that fetches nothing and runs nothing; what was read and what was missed is marked in its sentence."""
    out = tmp_path / "page.html"
    assert run(str(folder), "--format", "html", "--out", str(out), "--lang", "en").exit_code == 0
    page = out.read_text("utf-8")
    assert not re.search(r"<(script|img|link|iframe)|https?:|url\(", page)
    assert "&lt;i&gt;Huế&lt;/i&gt;" in page
    assert "a&lt;b&gt; (" in page
    assert "&lt;script&gt;alert(1)" in page
    assert re.search(r"<mark class=got>[^<]*05 cá nhân</mark>", page)
    assert "authority · missed" in page or "authority · wrong" in page
    assert "These words do not stand in the text" in page
    vietnamese = run(str(folder), "--format", "html", "--lang", "vi").stdout
    assert '<html lang="vi">' in vietnamese
    assert "Đối chiếu với nhãn" in vietnamese
    assert "Chỉ nêu 1 lỗi đầu" in run(str(folder), "--format", "html", "--lang", "vi", "--errors", "1").stdout


def test_page_without_errors(tmp_path: Path) -> None:
    """Nothing wrong is said in one line; a file that is missing is named."""
    (tmp_path / "a.gold.json").write_text('{"references": []}', "utf-8")
    done = run(str(tmp_path), "--format", "html", "--lang", "en")
    assert done.exit_code == 1
    assert "No errors." in done.stdout
    assert "Not read: " in done.stdout


def test_table_has_fields_and_errors_in_context(folder: Path) -> None:
    """On a terminal: figures, fields, and with --errors the sentences."""
    done = run(str(folder), "--errors", "2", "--lang", "en")
    assert "awards.authority" in done.stdout
    assert "«" in done.stdout
    assert "line 2, section I:" in done.stdout


# ---------------------------------------------------------------- labels that cannot be used
BAD = [
    ("[]", "labels are an object"),
    ('{"header": []}', "header is not an object"),
    ('{"awards": {}}', "awards is not a list"),
    ('{"references": ["số 1"]}', "references: entry 1 is not an object"),
    ('{"sections": [{"label": "1", "children": [7]}]}', "sections: children of entry 1: entry 1 is not an object"),
    ('{"awards": [{"title": "A", "recipients": 4}]}', "awards: recipients of entry 1 is not a list"),
    ('{"signature": "A"}', "signature is not an object"),
    ('{"distribution": [1]}', "distribution is not a list of strings"),
    ("[" * 100_000, "is not JSON"),
    ("\udcff", "is not JSON"),
]


@pytest.mark.parametrize(("labels", "said"), BAD)
def test_labels_without_their_form(tmp_path: Path, labels: str, said: str) -> None:
    """One line says which file and what; exit code 2, before anything is read."""
    (tmp_path / "a.gold.json").write_text(labels, "utf-8", errors="surrogateescape")
    with pytest.raises(UsageError, match=r"a\.gold\.json.*" + re.escape(said)):
        evaluate(tmp_path)
    done = run(str(tmp_path), "--lang", "vi")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_no_such_folder(tmp_path: Path) -> None:
    """A name that is mistyped is told as such."""
    done = run(str(tmp_path / "nothing"))
    assert (done.exit_code, done.stderr) == (2, f"vnreport: {tmp_path / 'nothing'}: no such folder\n")


def test_labels_with_a_byte_order_mark(tmp_path: Path) -> None:
    """As Notepad saves them."""
    (tmp_path / "a.gold.json").write_text("{}", "utf-8-sig")
    (tmp_path / "a.txt").write_text("x", "utf-8")
    assert evaluate(tmp_path).documents == 1


# ---------------------------------------------------------------- the corpus, counted a second way
def plain(value: object) -> str:
    """A value without what careful readers write differently; written for the reports of corpus/."""
    text = re.sub(r"[\s\"“”'*_.,;:…]+", " ", str(value or "")).replace("–", "-").strip(" -").casefold()
    return text.replace("ủy ban nhân dân", "ubnd").replace("uỷ", "ủy").replace("hoà", "hòa").replace("chiến sỹ", "chiến sĩ")


def dense(value: object) -> str:
    """A number or a date."""
    return re.sub(r"(-xx)+$", "", plain(value["text"] if isinstance(value, dict) else value).replace(" ", ""))


def counted_by_hand(wanted: Iterable[tuple[list[object], bool]], got: Iterable[object]) -> tuple[int, int, int]:
    """Values one to one: strong ones first, each by any of its right values; weak ones only take what is left."""
    left = Counter(got)
    right = missed = 0
    for rights, weak in sorted(wanted, key=lambda entry: entry[1]):
        value = next((value for value in rights if left[value]), None)
        if value is not None:
            left[value] -= 1
        right += value is not None and not weak
        missed += value is None and not weak
    return right, left.total(), missed


def rights(labels: Labels, *fields: str) -> list[object]:
    """Every right combination of some fields."""
    combined: list[tuple[str, ...]] = [()]
    for name in fields:
        key = dense if name in ("number", "date") else plain
        alternatives = [key(v) for v in [labels.get(name), *(labels.get(f"{name}_alt") or [])]]
        combined = [(*front, value) for front in combined for value in alternatives]
    return list(combined)


def read(record: dict[str, Any], *fields: str) -> tuple[str, ...]:
    """The same of a record."""
    return tuple((dense if name in ("number", "date") else plain)(record.get(name)) for name in fields)


def units(sections: list[dict[str, Any]], above: str = "") -> Iterable[tuple[str, str | None]]:
    """Path and title of each section."""
    for unit in sections:
        path = f"{above}/{plain(unit['label']).strip('()').split(' ')[-1]}"
        yield path, unit["title"] and plain(unit["title"])
        yield from units(unit.get("children") or [], path)


def second_count(report: dict[str, Any], labels: Labels) -> dict[str, tuple[int, int, int]]:
    """The figures of one report, by values alone: no pairs, no records."""
    figures = {}
    header = [(f, any(read(report["header"], f) == r for r in rights(labels["header"], f))) for f in labels["header"]]
    header = [right for name, right in header if name not in ("addressees", "annexes") and not name.endswith("_alt")]
    figures["header"] = sum(header), len(header) - sum(header), len(header) - sum(header)
    paths = {path for path, title in units(labels["sections"]) if title is None}
    found = [(path, None if path in paths else title) for path, title in units(report["sections"])]
    figures["sections"] = counted_by_hand((([unit], False) for unit in units(labels["sections"])), found)
    mentions = ((rights(r, "number", "date"), bool(r.get("optional"))) for r in labels["references"])
    figures["references"] = counted_by_hand(mentions, (read(r, "number", "date") for r in report["references"]))
    wanted, got = [], []
    for award_ in labels["awards"]:
        weak = any(award_.get(mark) for mark in ("optional", "restates", "part_of"))
        groups = [(plain(g["kind"]), g["count"]) for g in award_.get("recipients") or [] if g["count"] is not None]
        wanted += [([(*r, *g) for r in rights(award_, "title", "rank")], weak) for g in groups or [("", None)]]
    for award_ in report["awards"]:
        groups = [(g["kind"], g["count"]) for g in award_["recipients"] if g["count"] is not None]
        got += [(*read(award_, "title", "rank"), *g) for g in groups or [("", None)]]
    figures["award counts"] = counted_by_hand(wanted, got)
    entries = (([(plain(text),)], False) for text in labels["distribution"])
    figures["distribution"] = counted_by_hand(entries, ((plain(entry["text"]),) for entry in report["distribution"]))
    return figures


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_figures_of_the_corpus_counted_a_second_way(path: Path) -> None:
    """The figures that stand in the table are those that come out by comparing the JSON of a report with its labels."""
    report, labels = parse_file(path), json.loads(path.with_name(f"{path.stem}.gold.json").read_text("utf-8"))
    labels = {"distribution": [], "awards": [], "references": [], "sections": []} | labels
    figures = evaluate([(report, labels)]).figures
    for name, counts in second_count(report.model_dump(mode="json"), labels).items():
        assert tuple(figures.get(name, (0, 0, 0))) == counts, name


def test_fields_add_up_over_the_corpus() -> None:
    """No field counts more records than there are; the figures of the letterhead are those of its fields where all is stated."""
    result = evaluate(ROOT / "corpus")
    items = result.figures["award flags"].tp + result.figures["award flags"].fn
    assert result.fields["awards.title"].tp + result.fields["awards.title"].fn >= items
    assert result.fields["sections.path"] == result.figures["sections"]
    assert result.fields["distribution.text"] == result.figures["distribution"]
    assert result.fields["references.issuer"].fn == result.figures["reference issuer"].fn
