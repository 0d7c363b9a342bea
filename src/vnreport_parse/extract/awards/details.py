"""What a statement says behind its recipients: the time of the merit, the campaign, the field of work.

… cho 02 tập thể đạt thành tích xuất sắc 02 năm liên tục (2020-2021)
… cho 01 cá nhân trong phong trào “Thực hiện cải cách hành chính” năm 2021
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ...dates import Period
from ...periods import subject_period
from ...source import SourceText
from ...spans import Span, fold_blanks, trim
from . import vocabulary as words
from .conferrers import ConferrerReader

_REACH = 320  # characters behind the recipients
_END = re.compile(r"[;]|\.(?=\s|$)|\n\s*\n")
_CAMPAIGN = re.compile(r"(?:phong\s+trào|cuộc\s+vận\s+động|đợt\s+thi\s+đua)[^\"“”;.]{0,40}[\"“](?P<name>[^\"“”]{3,200})[\"”]")
_FIELD = re.compile(
    r"(?<!\w)(?:ngành|lĩnh\s+vực)\s*:?\s+(?P<name>[^,;.()\"“]{4,60}?)(?=\s*(?:[,;.()\"“]|$|\s(?:năm|giai\s+đoạn|của|tỉnh|trên)\s))"
)


class Details(NamedTuple):
    """What was found, and where each stands."""

    period: Period | None
    campaign: str | None
    field: str | None
    evidence: dict[str, Span]


def read_details(source: SourceText, conferrers: ConferrerReader, start: int, limit: int) -> Details:
    """The details between the end of a statement and the beginning of the next, within one clause."""
    limit = min(limit, start + _REACH)
    end = _END.search(source.text, start, limit)
    stop = end.start() if end else limit
    tail = source.folded[start:stop]
    evidence: dict[str, Span] = {}
    period = subject_period(tail)
    if period is not None:
        evidence["period"] = period.span.shift(start)
    if decided := words.BY_DECISION.search(tail):
        organ = conferrers.read(start + decided.end(), stop)
        if organ is not None:
            evidence["authority"] = organ
    for name, pattern in (("campaign", _CAMPAIGN), ("field", _FIELD)):
        if found := pattern.search(tail):
            evidence[name] = trim(source.text, Span(start + found.start("name"), start + found.end("name")))
    values = {name: fold_blanks(evidence[name].of(source.text)) for name in ("campaign", "field") if name in evidence}
    return Details(period.period if period else None, values.get("campaign"), values.get("field"), evidence)
