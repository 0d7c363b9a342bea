"""Values, places and long texts in words that a terminal or a page can show."""

from __future__ import annotations

import re
from typing import Any

AROUND = 60  # characters of context on each side
LONG = 160  # a longer mention is shown by its two ends
NOTHING = "–"


Json = dict[str, Any]


SpanPair = tuple[int, int]


def say(value: object) -> str:
    """A value of a record in words."""
    if value is None or value in ([], ""):
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(say, value))
    if isinstance(value, dict):
        return _say_group(value) if "noun" in value else say(value.get("text"))
    return str(value)


def _say_group(group: Json) -> str:
    """`about 3 tập thể (collective)`."""
    about = "about " if group.get("approximate") else ""
    implied = ", implied" if group.get("explicit") is False else ""
    names = f": {say(group['names'])}" if group.get("names") else ""
    return f"{about}{say(group.get('count'))} {group['noun']} ({say(group.get('kind'))}{implied}){names}"


def shown(text: str) -> str:
    """A text on one line, without characters that act on a terminal or a page instead of being seen."""
    lined = " ".join(re.sub(r"\s*\n\s*", " ↵ ", text.strip()).split())
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in lined)


def shared(one: str, two: str) -> int:
    """How many first characters two texts share."""
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def contrast(before: str, after: str, limit: int = LONG) -> tuple[str, str]:
    """Two values for a reader; of those beyond the limit, only what lies around their difference."""
    before, after = shown(before), shown(after)
    if max(len(before), len(after)) <= limit:
        return before, after
    head = shared(before, after)
    tail = shared(before[head:][::-1], after[head:][::-1])
    cut = max(0, before.rfind(" ", 0, max(0, head - 20)) + 1)
    end = len(before) if tail <= 20 else before.find(" ", len(before) - tail + 20)
    kept = len(before) - end if end >= 0 else 0
    start, stop = "… " if cut else "", " …" if kept else ""
    old, new = (start + shortened(text[cut : len(text) - kept].strip()) + stop for text in (before, after))
    return old, new


def shortened(text: str) -> str:
    """A long text by its two ends."""
    return text if len(text) <= LONG else f"{text[: LONG - 50].rstrip()} … {text[-45:].lstrip()}"


def context(text: str, span: SpanPair | None) -> tuple[str, str, str]:
    """What stands before the mention, the mention, what stands after it; words are not cut."""
    if span is None:
        return "", "", ""
    start, end = span
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = "… " + (before if text[start - AROUND - 1].isspace() else before.partition(" ")[2])
    if end + AROUND < len(text):
        after = (after if text[end + AROUND].isspace() else after.rpartition(" ")[0]) + " …"
    lead, trail = (" " if edge[:1].isspace() else "" for edge in (before[::-1], after))
    return shown(before) + lead, shortened(shown(text[start:end])), trail + shown(after)
