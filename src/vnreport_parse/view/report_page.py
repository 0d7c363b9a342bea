"""The page of one report: its text with the facts marked, and beside it what was found. Self-contained HTML."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import PurePath

from ..cli_messages import say
from ..diagnostics import Language
from ..report import Report
from ..spans import Span
from .anchors import anchor
from .marks import award_words, marks_of, places_of, reference_words
from .painting import Painter
from .whole import whole_of

_Entry = tuple[Span | None, str]
_LAYERS = ("head", "award", "count", "ref")
_WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "head": "Phần đầu, chữ ký",
        "award": "Khen thưởng",
        "count": "Số lượng",
        "ref": "Viện dẫn",
        "show": "Hiện:",
        "facts": "Các dữ kiện",
    },
    "en": {
        "head": "Letterhead, signature",
        "award": "Awards",
        "count": "Counts",
        "ref": "References",
        "show": "Show:",
        "facts": "Facts",
    },
}


def report_page(report: Report, language: Language = "vi", *, also: Iterable[Span] = ()) -> str:
    """HTML of one report, for `#s12-34` links to the spans of its records, and to those of `also`.

    Nothing is loaded from elsewhere, and no script but the page's own runs.
    """
    words, style, script = _WORDS[language], asset("report.css"), asset("report.js")
    painted = Painter(report, marks_of(report, language), places_of(report, also)).paint()
    name = PurePath(report.source.path).name if report.source.path else say(language, "report")
    boxes = "".join(
        f'<label class="key {layer}"><input type="checkbox" checked data-layer="{layer}"> {words[layer]}</label>'
        for layer in _LAYERS
    )
    colours = "".join(f'<span class="key {status}">{say(language, status)}</span>' for status in ("proposed", "conferred"))
    return f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{content_policy([style], [script])}">
<title>{escape(name)}</title>
<style>{style}</style>
</head>
<body>
<header><h1>{escape(name)}</h1><p>{_headline(report, language)}</p>
<div class="keys">{words["show"]} {boxes} {colours}</div></header>
<main>
<article lang="vi" id="text">{painted}</article>
<aside aria-label="{words["facts"]}">{_side(report, language)}</aside>
</main>
<script>{script}</script>
</body>
</html>
"""


# ---------------------------------------------------------------- assets
@cache
def asset(name: str) -> str:
    """A style sheet or a script of this package."""
    return files(__package__).joinpath(name).read_text("utf-8")


def content_policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """A content security policy under which only these styles and scripts have an effect, and nothing is loaded."""
    style, script = (" ".join(f"'sha256-{_hash(text)}'" for text in texts) for texts in (styles, scripts))
    return f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


# ---------------------------------------------------------------- beside the text
def _headline(report: Report, language: Language) -> str:
    header = report.header
    number = header.number.text if header.number else say(language, "no_number")
    shown = [header.doc_type, number, header.date, header.issuer, header.subject]
    return escape(" · ".join(" ".join(piece.split()) for piece in shown if piece))


def _side(report: Report, language: Language) -> str:
    remarks = [(d.span, f"{d.code} {say(language, d.severity)}: {d.text(language)}") for d in report.diagnostics]
    whole = whole_of(report)
    sections = [(s.span, f"{s.label} {s.title}") for s in whole.sections if s.title]
    signature = [(report.signature.span, " · ".join(filter(None, _signed(report))))] if report.signature else []
    parts: tuple[tuple[str, Sequence[_Entry]], ...] = (
        ("diagnostics", remarks),
        ("awards", [(a.span, award_words(a, language)) for a in whole.awards]),
        ("references", [(r.span, reference_words(r)) for r in report.references]),
        ("sections", sections),
        ("signature", signature),
    )
    return _counts(report, language) + "".join(_list(say(language, key), entries) for key, entries in parts if entries)


def _signed(report: Report) -> tuple[str | None, ...]:
    signed = report.signature
    return (signed.authority, signed.on_behalf_of, signed.position, signed.name) if signed else ()


def _counts(report: Report, language: Language) -> str:
    counts = whole_of(report).counts
    roles = Counter(count.role for count in counts)
    first = {count.role: count.span for count in reversed(counts)}
    if not roles:
        return ""
    links = {role: f'<a class="count {role}" href="#{anchor(first[role])}">{say(language, f"role_{role}")}</a>' for role in roles}
    order = sorted(roles, key=lambda role: (-roles[role], role))
    rows = "".join(f"<tr><td>{roles[role]}</td><td>{links[role]}</td></tr>" for role in order)
    head = f"{say(language, 'counts_in_all').capitalize()} ({len(counts)})"
    return f"<details open><summary>{head}</summary><table>{rows}</table></details>"


def _list(head: str, entries: Sequence[_Entry]) -> str:
    lines = "".join(f"<li>{_link(span, ' '.join(words.split()))}</li>" for span, words in entries)
    return f"<details open><summary>{escape(head)} ({len(entries)})</summary><ol>{lines}</ol></details>"


def _link(span: Span | None, words: str) -> str:
    return f'<a href="#{anchor(span)}">{escape(words)}</a>' if span else escape(words)
