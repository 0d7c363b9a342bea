"""The comparison of two versions, over trees made here: a fake library of a few lines, and a copy of the real one."""

from __future__ import annotations

import ast
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest

from conftest import ROOT

sys.path.append(str(ROOT / "benchmarks"))  # last, where it hides nothing; a script has its folder there by itself
import compare
import comparing
from comparing import folders, outcomes, pairing, versions, wording

# A version: which titles it knows, what status it gives, what it does to the text first. It finds awards and nothing else.
FAKE = """
import os, re, time
from types import SimpleNamespace

TITLES, STATUS, AUTHORITY, KEYS = {titles!r}, {status!r}, {authority!r}, {keys!r}

def award(found):
    group = dict(kind="individual", noun="cá nhân", count=int(found[2]), explicit=True, approximate=False, names=[])
    made = dict(title=found[1], status=STATUS, authority=AUTHORITY, recipients=[group], span=list(found.span()))
    return {{key: made[key] for key in made if key in KEYS}}

def parse_file(path):
    with open(path, encoding="utf-8", errors="replace") as stream:
        text = stream.read()
    {act}
    awards = [award(found) for found in re.finditer(rf"({{TITLES}}) cho (\\d+) cá nhân", text)]
    return SimpleNamespace(model_dump=lambda mode, exclude: dict(text=text, awards=awards))
"""
ALL_KEYS = "title status authority recipients span".split()
TEXT = "BÁO CÁO\n\nTặng Bằng khen cho 12 cá nhân.\nTặng Giấy khen cho 3 cá nhân; tặng Cờ thi đua cho 1 cá nhân.\n"


def tree(path: Path, titles="Bằng khen|Giấy khen", status="conferred", authority=None, keys=ALL_KEYS, act="pass") -> str:
    """A checkout that holds a fake version."""
    package = path / "src" / "vnreport_parse"
    package.mkdir(parents=True)
    written = FAKE.format(titles=titles, status=status, authority=authority, keys=keys, act=act)
    (package / "__init__.py").write_text(written, "utf-8")
    return str(path)


@pytest.fixture(autouse=True)
def width(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One document, and files that are none."""
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "report.txt").write_text(TEXT, "utf-8")
    (documents / "report.gold.json").write_text("{}", "utf-8")
    (documents / ".hidden.txt").write_text(TEXT, "utf-8")
    return documents


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Exit code and what was printed."""
    code = compare.main([*map(str, arguments), "--no-timing"])
    return code, *capsys.readouterr()


class Seen(NamedTuple):
    """A comparison and its three renderings."""

    comparison: outcomes.Comparison
    terminal: str
    page: str
    markdown: str


def see(old: str, new: str, *where: str) -> Seen:
    """Compare two trees, without the seconds."""
    comparison = folders.compare((old, new), folders.documents(where), pairing.KINDS, versions.Limits(30, 60), timing=False)
    with redirect_stdout(io.StringIO()) as printed:
        compare.print_terminal(comparison)
    return Seen(comparison, printed.getvalue(), compare.page(comparison), compare.markdown(comparison))


# What the second version does otherwise than the first.
VERSIONS = {
    "same": {},
    "titles": {"titles": "Bằng khen|Cờ thi đua"},
    "values": {"status": "proposed", "authority": "Chủ tịch UBND tỉnh"},
    "fields": {"keys": ["title", "recipients", "span"], "authority": "Bộ trưởng"},
    "text": {"act": "text = 'Trang 1\\n' + text"},
}


@pytest.fixture(scope="session")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Seen]:
    """A version of `VERSIONS` against the plain one; each is compared once for all tests."""
    top = tmp_path_factory.mktemp("compare")
    (top / "report.txt").write_text(TEXT, "utf-8")
    old = tree(top / "old")
    return cache(lambda name: see(old, tree(top / name, **VERSIONS[name]), str(top / "report.txt")))


def table(output: str) -> dict[str, list[int]]:
    """The rows of the table at the top: same, gained, lost, changed, documents."""
    rows = (line.split() for line in output.splitlines())
    return {row[0]: [int(cell) for cell in row[1:]] for row in rows if len(row) == 6 and row[1].isdigit()}


# ---------------------------------------------------------------- what is found
def test_nothing_differs(seen):
    """Two trees that hold the same version."""
    same = seen("same")
    assert table(same.terminal) == {"text": [1, 0, 0, 0, 0], "awards": [2, 0, 0, 0, 0]}
    assert not same.comparison.differs
    assert all("Nothing differs." in text for text in same[1:])
    assert "documents: 1," in same.terminal


def test_gained_and_lost(seen):
    """Each mention with its line, and with the words around it."""
    out = seen("titles").terminal
    assert table(out)["awards"] == [1, 1, 1, 0, 1]
    words = " ".join(out.split())
    assert "- line 4 Giấy khen · conferred · 3 cá nhân (individual)" in words
    assert "+ line 4 Cờ thi đua · conferred · 1 cá nhân (individual)" in words
    assert "tặng «Cờ thi đua cho 1 cá nhân»." in words


def test_changed(seen):
    """Same span: only the fields that differ, from and to."""
    changed = seen("values")
    assert changed.comparison.differs
    assert table(changed.terminal)["awards"] == [0, 0, 0, 2, 1]
    assert "status: conferred → proposed" in changed.terminal
    assert "authority: – → Chủ tịch UBND tỉnh" in changed.terminal
    assert "title:" not in changed.terminal
    assert "  - status: conferred → proposed" in changed.markdown
    assert "<del>conferred</del> → <ins>proposed</ins>" in changed.page


def test_a_longer_mention_is_the_same_mention(tmp_path, folder, capsys):
    """Overlapping, of one title: changed, and only in its extent."""
    new = Path(tree(tmp_path / "new"), "src", "vnreport_parse", "__init__.py")
    new.write_text(new.read_text("utf-8").replace("span=list(found.span())", "span=[found.start() - 5, found.end()]"), "utf-8")
    _, out, _ = run(capsys, tree(tmp_path / "old"), tmp_path / "new", folder)
    assert table(out)["awards"] == [0, 0, 0, 2, 1]
    assert "extent: Bằng khen cho 12 cá nhân → Tặng Bằng khen cho 12 cá nhân" in out


def test_text_that_is_read_otherwise(seen):
    """A line more at the top moves every span, and is one difference, not one for each mention."""
    out = seen("text").terminal
    assert table(out) == {"text": [0, 0, 0, 1, 1], "awards": [2, 0, 0, 0, 0]}
    assert "0 of 4 lines became 1 of 5" in out


def test_a_field_that_one_version_lacks(seen):
    """What only one version knows is named, and is not compared."""
    lacking = seen("fields")
    assert not lacking.comparison.differs
    assert table(lacking.terminal)["awards"] == [2, 0, 0, 0, 0]
    assert "not compared: awards.authority, awards.status, campaigns, counts," in lacking.terminal


COUNT = {"value": 12, "noun": "cá nhân", "kind": "individual", "span": [0, 2]}
LACKING = [
    ({"header": {"number": "1"}}, {"header": {"number": "1", "place": "Hà Nội"}}, {"header.place"}),
    ({"header": None}, {"header": {"number": None}}, set()),
    ({"counts": [COUNT | {"role": "prize"}]}, {"counts": [COUNT]}, {"counts.role"}),
    ({"counts": []}, {"counts": [COUNT]}, set()),
    ({"awards": []}, {}, {"awards"}),
    ({"campaigns": [{"name": "A", "new": 1}]}, {"campaigns": [{"name": "A"}]}, set()),  # no field that is ever compared
]


@pytest.mark.parametrize(("old", "new", "lacking"), LACKING)
def test_what_is_named_as_not_compared(old, new, lacking):
    """From either side; a version without a record of the kind does not say which fields it knows."""
    for before, after in ((old, new), (new, old)):
        outcome = outcomes.Outcome("a.txt", ("", ""), crashed=False)
        outcomes.compare_reports(outcome, {"text": "12"} | before, {"text": "12"} | after, {*old, *new})
        assert outcome.absent == lacking
        facts = dict(outcomes.Comparison(("", ""), pairing.KINDS, [outcome], timing=False).facts())
        assert facts.get("not compared", "").partition(":")[0] == ", ".join(lacking)
        assert not (lacking and "counts by role" in facts)


def test_kinds(tmp_path, folder, capsys):
    """Only what was asked for is compared."""
    code, out, _ = run(capsys, tree(tmp_path / "old"), tree(tmp_path / "new", titles="x"), folder, "--kinds", "text")
    assert (code, list(table(out))) == (0, ["text"])


def test_the_real_library(tmp_path, capsys):
    """One form less in the lexicon loses one award, and says where."""
    shutil.copytree(ROOT / "src", tmp_path / "old" / "src")
    shutil.copytree(tmp_path / "old", tmp_path / "new")
    lexicon = tmp_path / "new" / "src" / "vnreport_parse" / "lexicons" / "awards.toml"
    text = lexicon.read_text("utf-8")
    assert 'forms = ["kỷ niệm chương"]' in text
    lexicon.write_text(text.replace('forms = ["kỷ niệm chương"]', 'forms = ["kỷ niệm chương xưa"]'), "utf-8")
    report = tmp_path / "report.md"
    report.write_text("Sở Nội vụ tặng Kỷ niệm chương cho 16 cá nhân.\n\nSở Nội vụ tặng Giấy khen cho 05 tập thể.\n", "utf-8")
    code, out, _ = run(capsys, tmp_path / "old", tmp_path / "new", report)
    assert (code, table(out)["awards"]) == (1, [1, 0, 1, 0, 1])
    assert "- line 1  Kỷ niệm chương" in out


# ---------------------------------------------------------------- what goes wrong
def test_documents_that_fail(tmp_path, folder, capsys, monkeypatch):
    """A crash, an exit, a hang and an exception each cost one document; those between and behind them are compared."""
    monkeypatch.chdir(folder.parent)
    for name in ("1 abort", "3 exit", "4 sleep", "5 divide"):
        (folder / f"{name}.txt").write_text(name, "utf-8")
    for name in ("2", "9"):
        (folder / f"{name}.txt").write_text("Tặng Bằng khen cho 2 cá nhân.", "utf-8")
    act = "{'1 a': os.abort, '3 e': lambda: os._exit(7), '4 s': lambda: time.sleep(60), '5 d': lambda: 1 / 0}.get(text[:3], int)()"
    new = tree(tmp_path / "new", act=act)
    code, out, _ = run(capsys, tree(tmp_path / "old"), new, "documents", "--each", "0.7")
    assert (code, table(out)["awards"]) == (1, [4, 0, 0, 0, 0])
    assert "documents: 7, read by both versions 3, with differences 0, no longer read 4" in " ".join(out.split())
    said = [
        ("1 abort", "crashed (SIGABRT)"),
        ("3 exit", "the process ended with exit code 7"),
        ("4 sleep", "did not finish within 0.7 s"),
        ("5 divide", "ZeroDivisionError: division by zero"),
    ]
    for name, reason in said:
        assert f"no longer read: documents/{name}.txt\n  before: read\n  after: {reason}\n" in out


def test_the_time_limit_of_a_run(tmp_path, folder, capsys):
    """What was not reached is said; a run that hangs ends."""
    (folder / "z.txt").write_text(TEXT, "utf-8")
    new = tree(tmp_path / "new", act="time.sleep(60)")
    code, out, _ = run(capsys, tree(tmp_path / "old"), new, folder, "--limit", "0.7")
    assert code == 1
    assert "after: stopped: the time limit of the run was reached here" in out
    assert "after: not reached: all documents together took more than 0.7 s" in out


def test_a_version_that_does_not_start(tmp_path, folder, capsys):
    """Its error stands at each document, without the folder it was checked out to."""
    broken = Path(tree(tmp_path / "new"), "src", "vnreport_parse", "__init__.py")
    broken.write_text("import no_such_module_at_all", "utf-8")
    code, out, _ = run(capsys, tree(tmp_path / "old"), tmp_path / "new", folder)
    assert code == 1
    assert "No module named 'no_such_module_at_all'" in " ".join(out.split())


def test_a_file_that_neither_version_reads(tmp_path, folder, capsys):
    """It is named, and is no difference."""
    trees = (tree(tmp_path / name, act="raise ValueError('not a report')") for name in ("old", "new"))
    code, out, _ = run(capsys, *trees, folder)
    assert code == 0
    assert "read by neither 1" in " ".join(out.split())
    assert "both: ValueError: not a report" in out


WRONG = [
    (["no-such-revision", ".", "documents"], "'no-such-revision' is no revision of this repository, and no checkout"),
    (["-c", ".", "documents"], None),
    ([".", ".", "nowhere"], "no such folder: nowhere"),
    ([".", ".", "empty"], "no documents ("),
    ([".", ".", "documents", "--kinds", "awards,medals"], "unknown kind 'medals'; there are text, header,"),
    ([".", ".", "documents", "--out", "report.xlsx"], "--out report.xlsx: give a .html or .md file"),
    ([".", ".", "documents", "--out", "nowhere/report.md"], "--out nowhere/report.md: give"),
    ([".", ".", "documents", "--limit", "0"], "a time limit is"),
    ([".", ".", "report.md", "--out", "report.md"], "--out report.md would overwrite a document"),
    (["."], None),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_wrong_usage(tmp_path, folder, capsys, monkeypatch, arguments, said):
    """Exit code 2 and one message; usage errors of the parser itself end the same way."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nothing"))
    (tmp_path / "empty").mkdir()
    (tmp_path / "report.md").write_text(TEXT, "utf-8")
    if said is None:
        with pytest.raises(SystemExit) as ended:
            compare.main(arguments)
        assert ended.value.code == 2
        return
    code, out, err = run(capsys, *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"compare: {said}")


# ---------------------------------------------------------------- how it shows
def test_same_bytes(seen):
    """Without the seconds, two runs give the same."""
    first = seen("values")
    again = see(*first.comparison.labels, first.comparison.outcomes[0].name)
    assert first[1:] == again[1:]
    assert all("proposed" in text and "seconds" not in text for text in first[1:])


def test_written_to_a_file(tmp_path, folder, capsys):
    """The page holds everything; the terminal then shows the table only."""
    page = tmp_path / "page.html"
    code, out, _ = run(capsys, tree(tmp_path / "old"), tree(tmp_path / "new", status="proposed"), folder, "--out", page)
    assert (code, table(out)["awards"]) == (1, [0, 0, 0, 2, 1])
    assert "conferred" not in out
    assert "<del>conferred</del> → <ins>proposed</ins>" in page.read_text("utf-8")


HOSTILE = [
    "<img src=x onerror=alert(1)>.txt",
    "[red]x.txt",
    "a\nb.txt",
    "\x1b[31m.txt",
    "`|*_.txt",
    "a\udcff.txt",
    "\u202e.txt",
]


def test_hostile_names_and_texts(tmp_path, monkeypatch):
    """No name and no text acts on the terminal, the page or the table; each document is there."""
    monkeypatch.chdir(tmp_path)
    Path("d").mkdir()
    for name in HOSTILE:
        Path("d", name).write_text("<script>alert(1)</script>[bold]\x1b[0m|* Bằng khen cho 2 cá nhân </p>", "utf-8")
    _, terminal, html, markdown = see(tree(tmp_path / "old"), tree(tmp_path / "new", titles="x"), "d")
    assert table(terminal)["awards"] == [0, 0, len(HOSTILE), 0, len(HOSTILE)]
    assert "d/[red]x.txt" in terminal
    assert "[bold]" in terminal
    assert all(character.isprintable() for character in terminal.replace("\n", ""))
    assert max(map(len, terminal.splitlines())) <= 80
    assert html.count("<script") == 1
    assert "<img" not in html
    assert html.count("<details") == len(HOSTILE)
    assert "<script" not in markdown
    assert "\\`\\|\\*\\_.txt" in markdown
    assert markdown.count("\n## ") == len(HOSTILE)
    html.encode("utf-8")


def test_what_a_long_value_shows():
    """Of two long values, the words around their difference."""
    words = " ".join(f"từ{at}" for at in range(60))
    old, new = wording.contrast(words, words.replace("từ30", "khác"))
    assert "từ30" in old
    assert "khác" in new
    assert max(len(old), len(new)) < 80
    assert old.startswith("… từ")
    assert old.endswith(" …")


# ---------------------------------------------------------------- revisions
def test_the_worktree_goes_away(tmp_path, folder, monkeypatch):
    """Also when the comparison is interrupted."""
    asked: list[tuple[str, ...]] = []

    def git(*arguments: str) -> SimpleNamespace:
        asked.append(arguments)
        if arguments[:2] == ("worktree", "add"):
            tree(Path(arguments[-2]))
        return SimpleNamespace(returncode=0, stdout="abc123\n", stderr="")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(versions, "_git", git)
    monkeypatch.setattr(folders, "run_version", interrupted)
    with pytest.raises(KeyboardInterrupt):
        compare.main(["v1", "v2", str(folder)])
    added = {arguments[-2] for arguments in asked if arguments[:2] == ("worktree", "add")}
    removed = {arguments[-1] for arguments in asked if arguments[:2] == ("worktree", "remove")}
    assert added == removed
    assert len(added) == 2
    assert not any(Path(path).exists() for path in added)


def test_from_the_shell(tmp_path, folder):
    """The script runs by itself, from any folder, whatever the environment says about Python's path; it says the seconds."""
    command = [
        sys.executable,
        ROOT / "benchmarks" / "compare.py",
        tree(tmp_path / "old"),
        tree(tmp_path / "new", titles="x"),
        folder,
    ]
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "old" / "src")}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert table(done.stdout)["awards"] == [0, 0, 2, 0, 1]
    assert "seconds: " in done.stdout


# ---------------------------------------------------------------- how it is built
def test_one_direction_of_imports():
    """A module imports from the lines above its own in the list of the package, and keeps within the budget of lines."""
    rows = [row.strip().split("   ")[0] for row in comparing.__doc__.splitlines() if row.startswith("    ")]
    level = {name: at for at, row in enumerate(rows) for name in row.split(" | ")}
    modules = {path.stem: path.read_text("utf-8") for path in (ROOT / "benchmarks" / "comparing").glob("[!_]*.py")}
    assert set(level) == set(modules)
    for name, text in modules.items():
        used = [node.module for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom) and node.level]
        assert all(level[module] < level[name] for module in used), name
        assert "vnreport_parse import" not in text
        assert text.count("\n") <= 400, name
