"""`vnreport rules`: all rules listed, one explained, settings shown, wrong codes and settings refused."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner, Result

from vnreport_parse.auditing.rules import all_rules
from vnreport_parse.cli import app


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    """A folder without settings, and a fixed width."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")


def run(*arguments: str) -> Result:
    """The command with its output."""
    return CliRunner().invoke(app, ["rules", *arguments])


def test_all_rules_are_listed_in_both_languages():
    """Code, severity, title, time, on or off."""
    english, vietnamese = run("--lang", "en"), run("--lang", "vi")
    assert english.exit_code == vietnamese.exit_code == 0
    for code in all_rules():
        assert code in english.output
        assert code in vietnamese.output
    row = next(line for line in english.output.splitlines() if line.startswith("R208"))
    assert row.split()[-1] == "off"
    assert "lỗi" in vietnamese.output


def test_a_rule_is_explained():
    """Its law, its time, its threshold, its examples."""
    shown = run("r207", "--lang", "en").output
    for part in ("R207", "91/2017/NĐ-CP", "to 2023-12-31", "percent = 15", "Triggers it", "Does not trigger it"):
        assert part in shown
    assert "R206" not in shown
    assert run("R20", "--lang", "vi").output.count("Căn cứ") == sum(code.startswith("R20") for code in all_rules())


def test_the_settings_of_this_folder_are_shown(tmp_path):
    """On, off, severity and thresholds are as the file has them."""
    (tmp_path / "vnreport.toml").write_text('[audit]\nextend-select = ["R208"]\n[audit.thresholds.R208]\npercent = 12.5\n', "utf-8")
    assert "percent = 12.5" in run("R208", "--lang", "en").output
    other = tmp_path / "other.toml"
    other.write_text('[audit]\nignore = ["R101"]\n', "utf-8")
    row = next(line for line in run("--config", str(other), "--lang", "en").output.splitlines() if line.startswith("R101"))
    assert row.split()[-1] == "off"


def test_wrong_use_is_refused(tmp_path):
    """Exit code 2, one line, and what may have been meant."""
    refused = run("R999", "--lang", "en")
    assert refused.exit_code == 2
    assert "no rule 'R999'; did you mean R10" in refused.output
    (tmp_path / "vnreport.toml").write_text("[audit]\nselct = []\n", "utf-8")
    refused = run("--lang", "en")
    assert refused.exit_code == 2
    assert "vnreport.toml: no setting audit.selct; did you mean select?" in refused.output
