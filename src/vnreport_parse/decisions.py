"""Which decision an award was given by: the one that its sentence cites."""

from __future__ import annotations

import re
from bisect import bisect_left

from .records import Award, Reference

_DECISION = "Quyết định"
_REACH = 260  # characters between an award and the decision of its sentence
_STOP = re.compile(r"[;\n]|\.(?=\s+[^\W\d_a-z])")


def link_decisions(text: str, awards: tuple[Award, ...], references: tuple[Reference, ...]) -> tuple[Award, ...]:
    """The awards with `decision`, the key of the decision cited in the same clause; the nearest where it cites several."""
    decisions = sorted((reference for reference in references if reference.doc_type == _DECISION), key=lambda r: r.span)
    starts = [reference.span.start for reference in decisions]
    linked: list[Award] = []
    for award in awards:
        at = bisect_left(starts, award.span.start)
        near = [other for other in decisions[max(at - 1, 0) : at + 2] if _same_clause(text, award, other)]
        if near:
            nearest = min(near, key=lambda other: abs(other.span.start - award.span.start))
            evidence = award.evidence | {"decision": nearest.evidence.get("number", nearest.span)}
            linked.append(award.model_copy(update={"decision": nearest.key, "evidence": evidence}))
        else:
            linked.append(award)
    return tuple(linked)


def _same_clause(text: str, award: Award, reference: Reference) -> bool:
    start, end = sorted((award.span, reference.span))
    between = text[start.end : end.start]
    return len(between) <= _REACH and not _STOP.search(between)
