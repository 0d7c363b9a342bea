"""For a pull request."""

from __future__ import annotations

import html
import re

from .outcomes import COLUMNS, Comparison


def _md(text: str) -> str:
    """A text without what markdown or its HTML would take for marks."""
    return re.sub(r"([\\`*_\[\]|~#$@!])", r"\\\1", html.escape(text, quote=False))


def markdown(comparison: Comparison) -> str:
    """For a pull request."""
    lines = ["# Comparison", "", f"- before: {_md(comparison.labels[0])}", f"- after: {_md(comparison.labels[1])}"]
    lines += [f"- {name}: {_md(fact)}" for name, fact in comparison.facts()]
    lines += ["", f"| {' | '.join(COLUMNS)} |", "| --- |" + " ---: |" * (len(COLUMNS) - 1)]
    lines += [f"| {' | '.join(row)} |" for row in comparison.rows()]
    if comparison.failed:
        lines += ["", "## Not read by both", ""]
    for outcome in comparison.failed:
        lines += [f"- {outcome.standing}: {_md(outcome.name)}", *(f"  - {_md(line)}" for line in outcome.reasons)]
    for outcome in comparison.outcomes:
        if outcome.differences:
            lines += ["", f"## {_md(outcome.name)}"]
        for _, head, group in outcome.groups():
            lines += ["", f"### {head}", ""]
            for difference in group:
                lines.append(f"- **{difference.verdict}** {difference.place}: {_md(difference.label)}")
                lines += [f"  - {name}: {_md(old)} → {_md(new)}" for name, old, new in difference.changes]
                before, mention, after = map(_md, difference.context)
                lines += [f"  - {before}«{mention}»{after}"] if mention else []
    return "\n".join([*lines, *([] if comparison.differs else ["", "Nothing differs."]), ""])
