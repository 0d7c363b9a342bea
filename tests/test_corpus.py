"""The reports of corpus/: how well they are read, and three of them byte for byte."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from conftest import CORPUS, FIGURES, ROOT
from vnreport_parse import evaluate, parse_file
from vnreport_parse.evaluate import Evaluation

FLOORS = tomllib.loads((ROOT / "tests" / "floors.toml").read_text("utf-8"))["f1"]
GOLDEN = ROOT / "tests" / "golden"
SHOWN = ["cong-an-huyen-2013.txt", "so-khoa-hoc-cong-nghe-du-thao-2024.md", "so-noi-vu-so-ket-2023.txt"]


@pytest.fixture(scope="module")
def figures(request: pytest.FixtureRequest) -> Evaluation:
    """The figures over the corpus, kept for the closing word of the test run."""
    result = evaluate(ROOT / "corpus")
    request.config.stash[FIGURES] = str(result)
    return result


def test_every_report_has_labels() -> None:
    """A report without labels is not looked at by anyone."""
    assert len(CORPUS) >= 12
    assert [path for path in CORPUS if not path.with_name(f"{path.stem}.gold.json").exists()] == []


@pytest.mark.parametrize("figure", FLOORS)
def test_figures_do_not_fall(figures: Evaluation, figure: str) -> None:
    """No figure falls below its floor; raise the floor when the figure has risen."""
    assert not figures.failed
    assert figures.figures[figure].f1 >= FLOORS[figure], "\n".join(str(e) for e in figures.errors if e.figure == figure)


def test_every_figure_has_a_floor(figures: Evaluation) -> None:
    """A new figure needs a floor."""
    assert set(figures.figures) == set(FLOORS)


@pytest.mark.usefixtures("at_root")
@pytest.mark.parametrize("name", SHOWN)
def test_golden(name: str, request: pytest.FixtureRequest) -> None:
    """The JSON of a report is what it was; after a wanted change, `pytest --update-golden` and read the difference."""
    written = parse_file(Path("corpus") / name).model_dump_json(indent=1) + "\n"
    golden = GOLDEN / f"{Path(name).stem}.json"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(written.encode())
    assert golden.read_bytes() == written.encode()
