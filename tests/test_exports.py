"""The public face: few names, a cheap import, layers and budgets that hold."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import vnreport_parse

PACKAGE = Path(vnreport_parse.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
GOLDEN = [
    "Audit",
    "Award",
    "Diagnostic",
    "DocumentNumber",
    "PartialDate",
    "RecipientGroup",
    "Reference",
    "Report",
    "Section",
    "Span",
    "UnreadableFile",
    "View",
    "VnReportError",
    "audit",
    "evaluate",
    "parse",
    "parse_file",
]
LATER = {"Audit", "audit"}  # loaded at their first use
HEAVY = [
    "dask",
    "distributed",
    "duckdb",
    "fsspec",
    "matplotlib",
    "numpy",
    "pandas",
    "pdfplumber",
    "polars",
    "pyarrow",
    "rich",
    "sklearn",
    "typer",
    "underthesea",
]


def test_public_names_are_the_golden_list() -> None:
    """A name that is added or lost is a decision: this list and the changelog say so."""
    assert vnreport_parse.__all__ == GOLDEN


def test_all_is_sorted_and_is_what_is_visible() -> None:
    """Nothing leaks beside `__all__` but the modules themselves."""
    visible = {name for name, value in vars(vnreport_parse).items() if name[0] != "_" and not isinstance(value, ModuleType)}
    assert sorted(visible | LATER) == vnreport_parse.__all__ == sorted(vnreport_parse.__all__)
    assert dir(vnreport_parse) == sorted([*GOLDEN, "__version__"])


def test_import_loads_nothing_heavy() -> None:
    """A script that parses pays for no frame library, no terminal and no language model."""
    code = f"import sys, vnreport_parse, json; print(json.dumps([m for m in {HEAVY!r} if m in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []


def test_import_reads_no_lexicon() -> None:
    """Lexicons and automata are built on first use."""
    code = "import vnreport_parse; from vnreport_parse import lexicons; print(lexicons.load.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_budgets(path: Path) -> None:
    """A module has at most 400 lines, a function 50 and 6 parameters; every public thing has a docstring."""
    text = path.read_text("utf-8")
    assert text.count("\n") <= 400
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "module docstring"
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert (node.end_lineno or 0) - node.lineno < 50, f"{node.name} is too long"
            parameters = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            assert len([p for p in parameters if p.arg not in ("self", "cls")]) <= 6, f"{node.name} takes too much"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_clock_and_no_dice(path: Path) -> None:
    """What a report says does not depend on when it is read. A build needs the time for its limits and its log."""
    imported = set()
    if path == PACKAGE / "dataset" / "clock.py":
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            imported.add(str(node.module).partition(".")[0])
    assert not imported & {"datetime", "random", "secrets", "time", "uuid"}
