"""Phong trào thi đua: emulation campaigns with their names.

phong trào thi đua “Dạy tốt, học tốt” · phong trào “A”, “B” và “C” · cuộc vận động "D"
"""

from __future__ import annotations

import re

from ..records import Campaign
from ..section_index import SectionIndex
from ..source import SourceText
from ..spans import Span, fold_blanks, trim
from ..zones import Zones

_HEAD = re.compile(
    r"(?<!\w)(?:(?:các\s+)?phong\s+trào(?:\s+thi\s+đua)?(?:\s+(?:yêu\s+nước|chuyên\s+đề|đặc\s+biệt))?|cuộc\s+vận\s+động|đợt\s+thi\s+đua)(?!\w)"
)
# “…” after the head: a colon, a dash, `như`, `:` may stand between; further names follow by comma, semicolon, `và`.
_FIRST = re.compile(r"\s*(?:như|là|với\s+chủ\s+đề|mang\s+tên)?\s*:?\s*(?=[\"“])")
_QUOTED = re.compile(r"[\"“”]{1,2}(?P<name>[^\"“”]{3,240})[\"”“]{1,2}")
_NEXT = re.compile(
    r"(?:\s*\([^()]{0,80}\))?\s*(?:[,;]|và|[,;]\s*và)\s*(?:(?:phong\s+trào|cuộc\s+vận\s+động)(?:\s+thi\s+đua)?\s*)?(?=[\"“])"
)


def extract_campaigns(source: SourceText, zones: Zones, sections: SectionIndex) -> tuple[Campaign, ...]:
    """The campaigns that the body names in quotes, in the order of the text; a name told again is told again."""
    folded = source.folded
    found: list[Campaign] = []
    at = zones.body.start
    while head := _HEAD.search(folded, at, zones.body.end):
        at = head.end()
        joint = _FIRST.match(folded, head.end())
        start = joint.end() if joint else -1
        while start >= 0 and (quoted := _QUOTED.match(source.text, start)):
            name = trim(source.text, Span(*quoted.span("name")), "*,;.")
            found.append(
                Campaign(
                    name=fold_blanks(name.of(source.text)),
                    quoted=True,
                    section=sections.path(head.start()),
                    span=Span(head.start() if joint and start == joint.end() else quoted.start(), quoted.end()),
                    evidence={"name": name},
                    rule="campaign.quoted",
                )
            )
            at = quoted.end()
            following = _NEXT.match(folded, at)
            start = following.end() if following else -1
    return tuple(found)
