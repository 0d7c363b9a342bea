"""What all tests share: the corpus, the golden files' switch, and a closing word about figures and skips."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from smallset import build_small_dataset

ROOT = Path(__file__).resolve().parent.parent
CORPUS = sorted(path for path in (ROOT / "corpus").iterdir() if path.suffix in {".txt", ".md"})
FIGURES = pytest.StashKey[str]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden files anew instead of comparing them."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew")


@pytest.fixture(params=CORPUS, ids=lambda path: path.stem)
def corpus_path(request: pytest.FixtureRequest) -> Path:
    """Each report of the corpus in turn."""
    return request.param


@pytest.fixture(scope="session")
def small_dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data set of a few reports, built once; not to be changed."""
    folder = tmp_path_factory.mktemp("small")
    return build_small_dataset(folder / "archive", folder / "dataset")


@pytest.fixture
def at_root(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The root of the project as the working directory, so that paths in records are the same everywhere."""
    monkeypatch.chdir(ROOT)
    return ROOT


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment for a process of its own: this one's, without a locale."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))} | {"PYTHONUTF8": "0"}


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where every system program is installed (VNREPORT_NO_SKIP=1), a skipped test is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("VNREPORT_NO_SKIP") == "1" and exitstatus == 0 and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The figures of the corpus, so that gains and losses are seen with each run."""
    if table := config.stash.get(FIGURES, None):
        terminalreporter.section("corpus against its labels")
        terminalreporter.write_line(table)
    if os.environ.get("VNREPORT_NO_SKIP") == "1" and (skipped := terminalreporter.stats.get("skipped")):
        terminalreporter.write_line(f"VNREPORT_NO_SKIP: {len(skipped)} skipped tests count as failures", red=True)
