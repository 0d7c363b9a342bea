"""Documentation that cannot lie: what is derived is compared, what is shown is run."""

from __future__ import annotations

import importlib.util
import re
from types import ModuleType

import pytest

from conftest import ROOT
from vnreport_parse import Report, __version__

README = (ROOT / "README.md").read_text("utf-8")
PAGES = [
    "README.md",
    "docs/cli.md",
    "docs/diagnostics.md",
    "docs/dictionary.md",
    "docs/queries.md",
    "docs/rules.md",
    "docs/schema/audit.schema.json",
    "docs/schema/dataset.schema.json",
    "docs/schema/report.schema.json",
]


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """docs/build.py, as a module."""
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.usefixtures("at_root")
@pytest.mark.parametrize("name", PAGES)
def test_pages_are_up_to_date(build: ModuleType, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages, and the output in the README, are what the code gives now; `make docs` writes them."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert sorted(build.PAGES) == PAGES
    assert build.PAGES[name]() == (ROOT / name).read_text("utf-8")


def test_readme_shows_a_real_piece() -> None:
    """The piece of a report at the top stands in the corpus, letter for letter."""
    name = re.search(r"corpus/[\w-]+\.(?:txt|md)", README)[0]
    report = " ".join((ROOT / name).read_text("utf-8").split())
    pieces = re.findall(r"^```text\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert pieces
    for line in pieces[0].splitlines():
        assert " ".join(line.split()) in report


def test_readme_names_every_record() -> None:
    """The table of the record contract lists each field of a report."""
    for field in Report.model_fields:
        assert f"`{field}`" in README, field


def test_links_lead_somewhere() -> None:
    """Relative links of the pages name files that are there."""
    for page in [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted((ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), (page, target)


def test_versions() -> None:
    """The changelog has a heading for this version, or for what is not released yet."""
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"## [{__version__}]" in changelog or "## [Unreleased]" in changelog
