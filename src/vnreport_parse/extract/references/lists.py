"""Lists of mentions: what is stated once for several of them, `các Quyết định số A, số B và số C ngày … của …`."""

from __future__ import annotations

import re

from .page import Draft, Page

_REACH = 700  # a subject may stand between two members
_CONNECTOR = re.compile(r"\s?(?:[,;]|\(\d{1,2}\)|\n[-+•])?\s?(?:(?:và|cùng|hoặc|hay|và các)\s)?(?:\s?[-+•]\s?)?(?:các\s)?\s?")
_PLURAL = re.compile(r"(?:(?<!\w)(?:các|những|hai|ba|bốn|loạt)|(?<![\w/.,])\d{1,2})\s$")


def link_lists(page: Page, drafts: list[Draft]) -> None:
    """Give the members of each list what the list states for them. `drafts` are in order, each with its own fields."""
    for draft in drafts:
        if draft.type_span is not None:
            start = draft.type_span.start
            draft.plural = _PLURAL.search(page.folded, max(start - 12, 0), start) is not None
    group: list[Draft] = []
    head: Draft | None = None  # the nearest member that states its type
    for draft in drafts:
        if group and not _joins(page, group[-1], draft):
            _settle(page, group)
            group, head = [], None
        if draft.own_type:
            head = draft
        elif head is not None:
            _inherit_type(head, draft)
        group.append(draft)
    _settle(page, group)


def _joins(page: Page, before: Draft, draft: Draft) -> bool:
    """Whether two neighbours are members of one list."""
    if before.shares_symbol:
        return True
    if draft.start < before.end:
        return False
    if _CONNECTOR.fullmatch(page.folded, before.end, draft.start):
        return True
    near = draft.start - before.end < _REACH and page.same_sentence(before.end, draft.start)
    return near and not draft.own_type and draft.worded and before.doc_type is not None


def _inherit_type(head: Draft, draft: Draft) -> None:
    """The type of the nearest member that states one, unless the number itself says another."""
    code = draft.number.type_code if draft.number else None
    if code is not None and head.codes and head.number is not None and head.number.type_code not in (None, code):
        return
    draft.doc_type, draft.type_span, draft.rule = head.doc_type, head.type_span, "reference.list"
    draft.codes = head.codes


def _settle(page: Page, group: list[Draft]) -> None:
    """Share the issuer that stands ahead of the list, and date and issuer that stand behind it."""
    if len(group) < 2:
        return
    ahead: Draft | None = None
    plural = [False] * len(group)
    for at, member in enumerate(group):
        plural[at] = member.plural or at > 0 and plural[at - 1]
        if member.own_type:
            ahead = member if member.issuer_ahead else None
        elif ahead is not None and member.issuer is None:
            member.issuer = ahead.issuer
    dateless = [member for member in group if member.date is None]
    for at in range(len(group) - 2, -1, -1):
        member, follower = group[at], group[at + 1]
        same_day = member.shares_symbol or _same_day(page, follower)
        if same_day or plural[at]:
            member.issuer = member.issuer or follower.issuer
        dated = plural[at] or not follower.own_type  # Quyết định số A và số B ngày ...
        if member.date is None and (same_day or dated and len(dateless) == len(group) - 1):
            member.date = follower.date


def _same_day(page: Page, draft: Draft) -> bool:
    """`Kế hoạch số 41/KH-UBND và 42/KH-UBND cùng ngày 30/7/2025`."""
    return draft.date is not None and page.folded.endswith("cùng ", 0, draft.date.span.start)
