"""One HTML page."""

from __future__ import annotations

import html
from collections.abc import Iterator

from .outcomes import COLUMNS, VERDICTS, Comparison, Outcome

STYLE = """
:root{color-scheme:light dark;--line:#ddd;--dim:#666;--gained:#d3f0d8;--lost:#fbd9d9;--changed:#fbeebb}
@media(prefers-color-scheme:dark){:root{--line:#444;--dim:#aaa;--gained:#1d4a26;--lost:#5a2323;--changed:#55460f}}
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.4rem}
h2{font-size:1.1rem}h3{font-size:.95rem;margin:1rem 0 .3rem}
details{margin:1.2rem 0;padding-top:.6rem;border-top:1px solid var(--line)}
summary{font-weight:600;cursor:pointer;overflow-wrap:anywhere}summary small{font-weight:400;color:var(--dim)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem}dt{color:var(--dim)}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse}td,th{padding:.15rem .8rem;border-bottom:1px solid var(--line);text-align:right}
td{font-variant-numeric:tabular-nums}td:first-child,th:first-child{text-align:left}
fieldset{border:0;padding:.4rem 0;margin:1rem 0;position:sticky;top:0;background:Canvas}label{margin-right:1rem;white-space:nowrap}
article{margin:.6rem 0;padding:.2rem .7rem;border-left:4px solid var(--v);overflow-wrap:anywhere}
article p{margin:.1rem 0}b{background:var(--v);padding:0 .4em;border-radius:3px;font-weight:400}.q,small{color:var(--dim)}
.gained{--v:var(--gained)}.lost{--v:var(--lost)}.changed{--v:var(--changed)}
mark{background:var(--v);color:CanvasText}del{background:var(--lost);text-decoration:none}ins{background:var(--gained);text-decoration:none}
"""


SCRIPT = """
const all = (within, what) => [...within.querySelectorAll(what)]
const hide = (outer, inner) => all(document, outer).forEach(o => o.hidden = all(o, inner).every(i => i.hidden))
const show = () => {
  const off = all(document, "input").filter(i => !i.checked).map(i => i.value)
  all(document, "article").forEach(a => a.hidden = off.some(name => a.classList.contains(name)))
  hide("section", "article"); hide("details", "section")
}
all(document, "input").forEach(i => i.onchange = show)
"""


def _tag(name: str, text: str) -> str:
    """An element around a text that is escaped."""
    return f"<{name}>{html.escape(text)}</{name}>"


def page(comparison: Comparison) -> str:
    """One HTML page that needs nothing else; ticks choose kinds and verdicts."""
    parts = [f'<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>Comparison</title><style>{STYLE}</style>']
    facts = [("before", comparison.labels[0]), ("after", comparison.labels[1]), *comparison.facts()]
    parts += ["<h1>Comparison</h1>", "<dl>", *(_tag("dt", name) + _tag("dd", fact) for name, fact in facts), "</dl>"]
    parts += ["<table>", f"<tr>{''.join(_tag('th', column) for column in COLUMNS)}</tr>"]
    parts += [f"<tr>{''.join(_tag('td', cell) for cell in row)}</tr>" for row in comparison.rows()]
    parts.append("</table>")
    if ticks := [row[0] for row in comparison.rows() if row[-1] != "0"]:
        boxes = (f'<label><input type="checkbox" value="{name}" checked> {name}</label>' for name in (*ticks, *VERDICTS))
        parts += ["<fieldset>", *boxes, "</fieldset>"]
    if comparison.failed:
        parts.append("<h2>Not read by both</h2>")
    for outcome in comparison.failed:
        parts += [_tag("h3", f"{outcome.standing}: {outcome.name}"), *(_tag("p", line) for line in outcome.reasons)]
    for outcome in comparison.outcomes:
        parts += _document(outcome)
    parts.append(f"<script>{SCRIPT}</script>" if comparison.differs else "<p>Nothing differs.</p>")
    return "\n".join([*parts, "</html>", ""])


def _document(outcome: Outcome) -> Iterator[str]:
    if not outcome.differences:
        return
    groups = outcome.groups()
    yield f"<details open><summary>{html.escape(outcome.name)}"
    yield f"{_tag('small', '; '.join(head for _, head, _ in groups))}</summary>"
    for kind, head, group in groups:
        yield "<section>" + _tag("h3", head)
        for difference in group:
            yield f'<article class="{kind} {difference.verdict}">'
            yield f"<p>{_tag('b', difference.verdict)} {_tag('small', difference.place)} {html.escape(difference.label)}</p>"
            for name, old, new in difference.changes:
                yield f"<p>{_tag('small', name)} {_tag('del', old)} → {_tag('ins', new)}</p>"
            before, mention, after = difference.context
            if mention:
                yield f'<p class="q" lang="vi">{html.escape(before)}{_tag("mark", mention)}{html.escape(after)}</p>'
            yield "</article>"
        yield "</section>"
    yield "</details>"
