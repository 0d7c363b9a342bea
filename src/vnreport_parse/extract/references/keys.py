"""Keys: the mentions of one document share one."""

from __future__ import annotations

import re
from collections import defaultdict

from ...dates import PartialDate
from ...records import DocumentNumber
from ...spans import Span
from .page import Draft, Page

_SEPARATOR = re.compile(r"[/_‐‑‒–—−-]")


def canonical(number: DocumentNumber) -> str:
    """A number without what two writers do differently: leading zeros, separators, case, `ND` for `NĐ`."""
    serial = re.sub(r"^0+(?=\d)", "", number.serial or "").casefold()
    groups = [group for group in _SEPARATOR.split(number.symbol or "") if group]
    if groups and number.type_code:
        groups[0] = number.type_code
    code = "-".join(groups).casefold()
    return f"{serial}/{number.year or ''}/{code}".replace("//", "/")


def assign_keys(page: Page, drafts: list[Draft]) -> list[str]:
    """One key for each draft. A number alone is no key: numbers begin again every year, so its date belongs to it."""
    stems = [_stem(page, draft) for draft in drafts]
    _join_laws(page, drafts, stems)
    dated: dict[str, list[PartialDate]] = defaultdict(list)
    for stem, draft in zip(stems, drafts, strict=True):
        if draft.date is not None and not any(_agree(draft.date.value, known) for known in dated[stem]):
            dated[stem].append(draft.date.value)
    full = _short_forms(drafts, stems)
    keys = []
    for stem, draft in zip(stems, drafts, strict=True):
        whole = full.get((draft.doc_type, stem), stem)
        known = dated[whole]
        if draft.date is not None:
            date = next((date for date in known if _agree(draft.date.value, date)), draft.date.value)
            keys.append(f"{whole}@{date}")
        else:
            keys.append(f"{whole}@{known[0]}" if len(known) == 1 else whole)
    return keys


def _stem(page: Page, draft: Draft) -> str:
    if draft.number is not None:
        return canonical(draft.number)
    title = draft.title or draft.type_span
    return _name(page, title) if title else ""


def _join_laws(page: Page, drafts: list[Draft], stems: list[str]) -> None:
    """`Luật Thi đua, khen thưởng năm 2022` is the law that elsewhere has the number 06/2022/QH15 beside its name."""
    numbered = {
        (_name(page, draft.title), draft.number.year): stem
        for stem, draft in zip(stems, drafts, strict=True)
        if draft.title is not None and draft.number is not None
    }
    for at, draft in enumerate(drafts):
        if draft.number is None and draft.title is not None and draft.date is not None:
            stems[at] = numbered.get((_name(page, draft.title), draft.date.value.year), stems[at])


def _name(page: Page, span: Span) -> str:
    return " ".join(page.folded[span.start : span.end].split())


def _short_forms(drafts: list[Draft], stems: list[str]) -> dict[tuple[str | None, str], str]:
    """`Quy định 377` stands for the one Quy định of that serial that is cited in full."""
    full: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    for stem, draft in zip(stems, drafts, strict=True):
        if draft.number is not None and draft.number.symbol:
            full[draft.doc_type, f"{stem.split('/')[0]}/"].add(stem)
    return {short: stems.pop() for short, stems in full.items() if len(stems) == 1}


def _agree(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates may be one, at the precision of the coarser."""
    parts = zip((one.year, one.month, one.day), (other.year, other.month, other.day), strict=True)
    return all(a is None or b is None or a == b for a, b in parts)
