"""What `vnreport audit` says on the terminal: how many of each award, what does not add up, what was not read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from .auditing.precedence import Place, rank_place, title_place
from .auditing.records import Audit, CountRow
from .auditing.wording import label, period_words
from .cli_messages import say
from .diagnostics import Language
from .tableview import safe_text

_SEVERITIES = ("error", "warning", "info")
_SEVERITY_STYLE = {"error": "bold red", "warning": "yellow", "info": "dim"}
_STATUSES = ("conferred", "proposed_and_conferred", "proposed", "registered", "declined")
_NARROW = 7  # letters: a million with its stops is wider, and folds
_MOST = 20  # lines of a list; the outputs have them all


def summary_view(audit: Audit, language: Language) -> RenderableType:
    """The summary, as far as there is something to say."""
    left_out = sum(not report.counted for report in audit.reports)
    said = say(language, "audit_reports", count=len(audit.reports), left_out=left_out, unread=len(audit.unread))
    parts: list[RenderableType] = [Text(said, style="bold")]
    if audit.counts:
        parts += [Text(f"\n{label(language, 'counts')}", "bold cyan"), Padding(_counts(audit.counts, language), (0, 0, 0, 2))]
    parts += [Text(f"\n{label(language, 'findings')} ({len(audit.findings)})", "bold cyan")]
    if audit.findings:
        parts.append(Padding(_findings(audit, language), (0, 0, 0, 2)))
    missing = [f"{row.unit}: {period_words(row.period, language)}" for row in audit.missing_units]
    unread = [f"{row.path}: {row.reason}" for row in audit.unread]
    excluded = [f"{r.path}: {r.why}" + (f" ({r.instead})" if r.instead else "") for r in audit.reports if not r.counted]
    for key, lines in (("missing_units", missing), ("unread", unread), ("notes", audit.notes), ("audit_left_out", excluded)):
        if lines:
            name = say(language, key) if key.startswith("audit") else label(language, key)
            parts += [Text(f"\n{name} ({len(lines)})", "bold cyan"), Padding(_list(lines, language), (0, 0, 0, 2))]
    return Group(*parts)


def _counts(counts: Iterable[CountRow], language: Language) -> Table:
    """Titles by status; recipients and pieces are never one figure."""
    sums: dict[tuple[str, str, str | None], Counter[str]] = defaultdict(Counter)
    for row in counts:
        if not row.covered:
            sums[row.carrier, row.title, row.rank][row.status] += row.count
    used = [status for status in _STATUSES if any(status in by_status for by_status in sums.values())]
    table = _table([label(language, "title"), *(label(language, f"status.{status}") for status in used)])
    for (carrier, title, rank), by_status in sorted(sums.items(), key=lambda row: _order(*row[0])):
        name = f"{title} {rank}" if rank else title
        if carrier != "recipients":
            name += f" ({label(language, 'pieces')})"
        table.add_row(safe_text(name), *(_figure(by_status[status], language) for status in used))
    return table


def _order(carrier: str, title: str, rank: str | None) -> tuple[bool, Place, tuple[int, str]]:
    return carrier != "recipients", title_place(title), rank_place(rank)


def _figure(count: int, language: Language) -> str:
    """`1.106` in Vietnamese, `1,106` in English; nothing for what nobody told."""
    return (f"{count:,}".replace(",", ".") if language == "vi" else f"{count:,}") if count else ""


def _findings(audit: Audit, language: Language) -> Table:
    """One line a code: how many, and the message of the first."""
    found = Counter((_SEVERITIES.index(finding.severity), finding.code) for finding in audit.findings)
    first = {finding.code: finding for finding in reversed(audit.findings)}
    table = _table([label(language, name) for name in ("severity", "code", "count", "message")], right=(2,))
    for (rank, code), count in sorted(found.items()):
        severity = Text(label(language, f"severity.{_SEVERITIES[rank]}"), _SEVERITY_STYLE[_SEVERITIES[rank]])
        table.add_row(severity, code, str(count), safe_text(first[code].message))
    return table


def _list(lines: Iterable[str], language: Language) -> RenderableType:
    lines = list(lines)
    shown = [Text("- ") + safe_text(line) for line in lines[:_MOST]]
    if len(lines) > _MOST:
        shown.append(Text(label(language, "more", count=len(lines) - _MOST), "dim"))
    return Group(*shown)


def _table(heads: list[str], right: tuple[int, ...] | None = None) -> Table:
    """Columns of figures are as narrow as their longest word, so that the words of the others stay on one line."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), collapse_padding=True, header_style="bold")
    for at, head in enumerate(heads):
        if at in right if right is not None else at > 0:
            table.add_column(head, justify="right", overflow="fold", width=max(_NARROW, *map(len, head.split())))
        else:
            table.add_column(head, overflow="fold", ratio=1)
    return table
