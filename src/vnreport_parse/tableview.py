"""A report as tables for the terminal: header, outline, references, awards, closing, remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from .cli_messages import say
from .diagnostics import Language
from .frames import summable
from .records import Award, Reference, Section, Signature
from .report import Report

_NARROWEST = 60
# A document must not steer the terminal: its control characters are shown, not sent.
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], "\ufffd") | {ord("\n"): "\n"}
_SEVERITY_STYLE = {"error": "bold red", "warning": "yellow", "info": "dim"}
_STATUS_STYLE = {
    "conferred": "green",
    "proposed_and_conferred": "green",
    "proposed": "yellow",
    "registered": "cyan",
    "declined": "red",
}


def render(what: RenderableType, width: int, *, colour: bool) -> str:
    """What stands on the terminal, as text; without colours it has no control sequences."""
    console = Console(file=StringIO(), width=max(width, _NARROWEST), force_terminal=colour, no_color=not colour, highlight=False)
    with console.capture() as capture:
        console.print(what)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def report_view(report: Report, language: Language) -> RenderableType:
    """Everything a person wants to see at a glance; a part without entries says so in one word."""
    parts = [
        _heading(report),
        _facts(report, language),
        *_part("sections", _outline(report), language),
        *_part("references", _references(report, language), language, len(report.references)),
        *_part("awards", _awards(report, language), language, len(report.awards)),
    ]
    if report.totals:
        parts += _part("totals", _totals(report, language), language, len(report.totals))
    if report.campaigns:
        parts += _part("campaigns", _lines(campaign.name for campaign in report.campaigns), language, len(report.campaigns))
    parts += _part("distribution", _lines(entry.text for entry in report.distribution), language)
    parts += _part("signature", _signature(report), language)
    parts += _part("diagnostics", _remarks(report, language), language)
    return Group(*parts)


# ---------------------------------------------------------------- parts
def safe_text(value: str | None, style: str = "") -> Text:
    """Text of a document, which may hold anything, for the terminal."""
    return Text((value or "").translate(_CONTROLS), style=style)


def _grid(*, header: bool = True) -> Table:
    return Table(box=box.SIMPLE_HEAD if header else None, show_header=header, pad_edge=False, padding=(0, 1), header_style="bold")


def _part(name: str, body: RenderableType | None, language: Language, count: int | None = None) -> list[RenderableType]:
    title = say(language, name) + (f" ({count})" if count else "")
    if body is None:
        return [Text.assemble("\n", (title, "bold cyan"), ": ", (say(language, "none"), "dim"))]
    return [Text(f"\n{title}", style="bold cyan"), Padding(body, (0, 0, 0, 2))]


def _lines(lines: Iterable[str]) -> RenderableType | None:
    grid = _grid(header=False)
    for line in lines:
        grid.add_row("-", safe_text(line))
    return grid if grid.row_count else None


def _heading(report: Report) -> RenderableType:
    return safe_text(report.source.path or "-", "bold reverse")


def _facts(report: Report, language: Language) -> RenderableType:
    header, grid = report.header, _grid(header=False)
    number = header.number.text if header.number else say(language, "no_number")
    facts = (
        ("type", header.doc_type),
        ("number", number),
        ("place", ", ".join(filter(None, [header.place, header.date])) or None),
        ("parent_organ", header.parent_organ),
        ("co_issuers", "; ".join(header.co_issuers) or None),
        ("issuer", header.issuer),
        ("subject", header.subject),
        ("period", header.period),
    )
    for name, value in facts:
        if value:
            grid.add_row(safe_text(say(language, name), "bold"), safe_text(value))
    return Padding(grid, (1, 0, 0, 2))


def _outline(report: Report) -> RenderableType | None:
    """Headings by their titles; items, which have none, as a run of labels."""
    grid = _grid(header=False)
    for depth, sections in _runs(report.sections):
        label = sections[0].label if len(sections) == 1 else f"{sections[0].label} … {sections[-1].label}"
        first = sections[0]
        title = safe_text(first.title) if first.title else safe_text(_shorten(first.body.of(report.text)), "dim")
        grid.add_row(safe_text("  " * depth + label), title)
    return grid if grid.row_count else None


def _runs(sections: tuple[Section, ...], depth: int = 0) -> Iterator[tuple[int, list[Section]]]:
    """Headings one by one, and neighbouring items without children together."""
    run: list[Section] = []
    for section in sections:
        if section.kind == "item" and not section.children:
            run.append(section)
            continue
        if run:
            yield depth, run
            run = []
        yield depth, [section]
        yield from _runs(section.children, depth + 1)
    if run:
        yield depth, run


def _shorten(text: str, most: int = 70) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: flat.rfind(" ", 0, most) if " " in flat[:most] else most] + " …"


def _references(report: Report, language: Language) -> RenderableType | None:
    table = _grid()
    for name in ("type", "number", "date", "issuer", "subject_or_title"):
        table.add_column(say(language, name), no_wrap=name == "date", ratio=2 if name == "subject_or_title" else None)
    for reference in report.references:
        table.add_row(*_reference_row(reference))
    return table if table.row_count else None


def _reference_row(reference: Reference) -> tuple[Text, ...]:
    number = reference.number.text if reference.number else ""
    about = reference.title or reference.subject or ""
    return tuple(safe_text(part) for part in (reference.doc_type, number, reference.date, reference.issuer, _shorten(about)))


def _awards(report: Report, language: Language) -> RenderableType | None:
    table = _grid()
    for name in ("section", "title", "authority", "status", "recipients"):
        table.add_column(say(language, name))
    for award in report.awards:
        status = Text(say(language, award.status), style=_STATUS_STYLE[award.status])
        cells = (
            safe_text(award.section),
            safe_text(full_title(award)),
            safe_text(award.authority),
            status,
            safe_text(_who(award, language)),
        )
        table.add_row(*cells, style=None if summable(award) else "dim")
    return table if table.row_count else None


def full_title(award: Award) -> str:
    """`Huân chương Lao động hạng Ba`, `Kỷ niệm chương “Vì sự nghiệp giáo dục”`."""
    return " ".join(filter(None, [award.title, award.rank, f"“{award.qualifier}”" if award.qualifier else None]))


def _who(award: Award, language: Language) -> str:
    """`02 tập thể; 03 cá nhân`, names, and why the row may not be added to others."""
    groups = []
    for group in award.recipients:
        if group.names and not group.explicit:  # nobody wrote a number: the names are the count
            groups.append("; ".join(group.names))
            continue
        count = "" if group.count is None else str(group.count)
        counted = " ".join(filter(None, ["≈" if group.approximate else "", count, group.noun]))
        groups.append(f"{counted} ({'; '.join(group.names)})" if group.names else counted)
    if award.quantity is not None:
        groups.append(say(language, "quantity", count=award.quantity))
    notes = [say(language, "restates")] if award.restates is not None else []
    notes += [say(language, "part_of")] if award.part_of is not None else []
    notes += [say(language, "cumulative")] if award.cumulative else []
    return "\n".join(groups + [f"[{note}]" for note in notes])


def _totals(report: Report, language: Language) -> RenderableType:
    table = _grid()
    for name in ("section", "scope", "recipients"):
        table.add_column(say(language, name))
    for total in report.totals:
        stated = ", ".join(f"{g.count} {g.noun}" for g in total.recipients)
        table.add_row(safe_text(total.section), safe_text(total.scope), safe_text(stated))
    return table


def _signature(report: Report) -> RenderableType | None:
    if report.signature is None:
        return None
    return safe_text("\n\n".join(map(_signed, (report.signature, *report.co_signatures))))


def _signed(signed: Signature) -> str:
    by = " ".join(filter(None, [signed.authority, signed.on_behalf_of]))
    acting = f"KT. {signed.acting_for}" if signed.acting_for else None
    return "\n".join(filter(None, [by, acting, signed.position, signed.name]))


def _remarks(report: Report, language: Language) -> RenderableType | None:
    grid = _grid(header=False)
    for remark in report.diagnostics:
        where = f"@{remark.span.start}" if remark.span else ""
        severity = Text(say(language, remark.severity), style=_SEVERITY_STYLE[remark.severity])
        grid.add_row(severity, remark.code, safe_text(remark.text(language)), safe_text(where, "dim"))
    return grid if grid.row_count else None
