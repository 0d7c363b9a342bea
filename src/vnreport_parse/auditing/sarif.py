"""Findings as SARIF 2.1.0 (OASIS), which editors and code review tools show beside the text.

`charOffset` and `charLength` count characters of the report's text as it was read (`Report.text`). For a plain text file in
UTF-8 those are the file's own; for other formats the snippet and the page say where to look.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..diagnostics import Language, Severity
from .records import Audit, Evidence, Finding
from .rules import all_rules
from .rules.base import Rule
from .wording import label

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}

Json = dict[str, Any]


def write_sarif(audit: Audit, path: Path, language: Language = "vi") -> None:
    """Writes the findings of an audit. Raises `OSError` when the file cannot be written."""
    text = json.dumps(sarif_log(audit, language), ensure_ascii=False, indent=2)
    path.write_bytes(text.encode("utf-8", "replace") + b"\n")


def sarif_log(audit: Audit, language: Language = "vi") -> Json:
    """The SARIF log: one run, its rules, a result for each finding, a notification for each file that could not be read."""
    rules = all_rules()
    codes = sorted({*rules, *(finding.code for finding in audit.findings)})
    places = {code: at for at, code in enumerate(codes)}
    notifications = [
        {"level": "error", "message": {"text": f"{one.path}: {one.reason}"}, "locations": [_location(one.path)]}
        for one in audit.unread
    ]
    driver = {
        "name": "vnreport",
        "version": __version__,
        "language": language,
        "rules": [_rule(code, rules.get(code), language) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not audit.unread, "toolExecutionNotifications": notifications}],
        "results": _results(audit.findings, places, language),
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def artifact_uri(path: str) -> str:
    """The path as a URI reference: percent-encoded; relative paths stay relative."""
    name = path.replace("\\", "/")
    absolute = name.startswith("/") or PurePath(path).is_absolute()
    encoded = quote(name.encode("utf-8", "replace"), safe="/")
    return ("file://" + ("" if encoded.startswith("/") else "/") if absolute else "") + encoded


def _rule(code: str, rule: Rule | None, language: Language) -> Json:
    if rule is None:
        return {"id": code}
    title, source = rule.title.in_(language), rule.source.in_(language)
    return {
        "id": code,
        "shortDescription": {"text": title},
        "fullDescription": {"text": rule.reason.in_(language) or title},
        "help": {"text": f"{title}. {source}. vnreport rules {code}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.on},
    }


def _results(findings: Sequence[Finding], places: Mapping[str, int], language: Language) -> list[Json]:
    """The results; findings that are alike in all they say are told apart by a number in their fingerprint."""
    seen: dict[str, int] = {}
    results = []
    for finding in findings:
        mark = _fingerprint(finding)
        seen[mark] = seen.get(mark, 0) + 1
        results.append(_result(finding, places[finding.code], f"{mark}:{seen[mark]}", language))
    return results


def _result(finding: Finding, rule: int, fingerprint: str, language: Language) -> Json:
    shown = [_shown(one) for one in finding.evidence]
    told = {one.report for one in finding.evidence}
    shown += [_location(path) for path in finding.reports if path not in told]
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": shown[:1],
        "partialFingerprints": {"vnreportFinding/v1": fingerprint},
    }
    if related := [
        location | {"id": at, "message": {"text": label(language, "evidence")}} for at, location in enumerate(shown[1:], 1)
    ]:
        result["relatedLocations"] = related
    if properties := {name: value for name, value in (("unit", finding.unit), ("period", finding.period)) if value}:
        result["properties"] = properties
    return result


def _fingerprint(finding: Finding) -> str:
    """The same for the same finding in the next run, wherever its words have moved to."""
    words = json.dumps([finding.code, finding.reports, [one.excerpt for one in finding.evidence]], ensure_ascii=False)
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:32]


def _location(path: str) -> Json:
    return {"physicalLocation": {"artifactLocation": {"uri": artifact_uri(path)}}}


def _shown(shown: Evidence) -> Json:
    """The place of an evidence. The snippet is what is marked; the sentence around it stands in the properties."""
    location = _location(shown.report)
    location["physicalLocation"]["region"] = {
        "charOffset": shown.span.start,
        "charLength": shown.span.end - shown.span.start,
        "snippet": {"text": shown.excerpt[shown.mark.start : shown.mark.end]},
    }
    properties = {"excerpt": shown.excerpt, "page": shown.page, "section": shown.section}
    location["properties"] = {name: value for name, value in properties.items() if value is not None}
    return location
