"""Two hundred invented reports with known figures: every count exact, every planted fault found, and nothing in the clean half."""

from __future__ import annotations

from collections import Counter

import pytest

from audit_reports import CLEAN, PLANTED, Made, made_reports
from vnreport_parse.auditing.records import Audit
from vnreport_parse.auditing.run import audit


@pytest.fixture(scope="module")
def audited(tmp_path_factory) -> tuple[Audit, dict[str, Made]]:
    """All of them, written to files and audited at once; the reports by the path that the audit names."""
    folder = tmp_path_factory.mktemp("reports")
    made = {}
    for report in made_reports():
        path = folder / report.name
        path.write_text(report.text, "utf-8")
        made[str(path)] = report
    return audit(list(made)), made


def test_the_set_is_as_large_as_it_says_and_always_the_same():
    """Each report is made from its number alone."""
    made = made_reports()
    made_reports.cache_clear()
    assert made_reports() == made
    assert len(made) == CLEAN + PLANTED == len({report.name for report in made})
    assert sum(1 for report in made if report.codes) >= PLANTED - 5
    assert not any(report.codes for report in made[:CLEAN])


def test_every_report_has_its_unit_and_period(audited):
    """Reports of one unit are under one name, reports of two under two."""
    found, made = audited
    units = {}
    for report in found.reports:
        unit, period = made[report.path].unit, made[report.path].period
        assert report.period == period, report.path
        assert units.setdefault((unit.name, unit.parent, unit.place), report.unit) == report.unit, report.path
    assert len(set(units.values())) == len(units)
    assert not found.unread


def test_every_consolidated_count_is_exact(audited):
    """All rows, and no row beside them."""
    found, made = audited
    units = {report.path: (report.unit, report.period) for report in found.reports}
    wanted: Counter[tuple[object, ...]] = Counter()
    for path, report in made.items():
        for key, count in report.counts().items():
            wanted[(*key, *units[path])] += count
    counted = {(c.title, c.rank, c.authority, c.kind, c.status, c.unit, c.period): c.count for c in found.counts}
    assert counted == dict(wanted)


def test_every_planted_fault_is_found_with_its_code_and_nothing_else(audited):
    """The codes of a report are those planted in it."""
    found, made = audited
    codes: dict[str, set[str]] = {path: set() for path in made}
    for finding in found.findings:
        for path in finding.reports:
            codes[path].add(finding.code)
    across = {path for finding in found.findings if finding.code.startswith("R4") for path in finding.reports}
    wrong = {
        report.name: (report.codes, sorted(codes[path]))
        for path, report in made.items()
        if not set(report.codes) <= codes[path] or (path not in across and codes[path] - set(report.codes))
    }
    assert not wrong


def test_no_finding_in_the_clean_half(audited):
    """A rule that cries wolf is worse than none."""
    found, made = audited
    clean = {path for path, report in made.items() if "clean" in report.name}
    assert [finding for finding in found.findings if clean & set(finding.reports)] == []
