"""What is odd about a document as a whole: empty, binary, no report at all, quotes and brackets left open."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from itertools import islice

from .diagnostics import Diagnostic, diagnose
from .records import Award, Distribution, Header, Reference, Signature
from .source import SourceText
from .spans import Span

# C0 and C1 controls, and the mark a decoder leaves for bytes it could not read. `\t` and `\n` are text.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd]")
_FEW = 2  # a stray control character is a slip of an export; more than this, and than one in a thousand, are not
_SHARE = 1000

_MARK = re.compile(r"[()\[\]“”«»\"]|\n\n")
_OPENS = {")": "(", "]": "[", "”": '“"', "»": "«", '"': '"“'}
_NEAR = 2000  # marks further apart than this belong to different sentences
_MOST = 100  # of a text of nothing but brackets, a hundred remarks say enough
_DEEP = 50  # nor does anyone nest so many
# `a)`, `12)`, `- b)`: a label closes a bracket that nothing opened; at the start of a line it is never anything else.
_LABEL = re.compile(r"(?:(?P<line>(?:^|\n)[-+* ]*)|[\s;:,.])(?:[^\W\d_]|\d{1,3}|[ivxIVX]{2,4})\Z")


def check_document(
    source: SourceText,
    header: Header,
    references: tuple[Reference, ...],
    awards: tuple[Award, ...],
    distribution: tuple[Distribution, ...],
    signature: Signature | None,
) -> list[Diagnostic]:
    """The remarks on the whole: D101 alone, or D102 for a text without any mark of an administrative document, D103, D104."""
    if not source.text.strip():
        return [diagnose("D101")]
    marks = (header.number, header.doc_type, references, awards, distribution, signature)
    unlike = [] if any(marks) else [diagnose("D102")]
    return unlike + _controls(source.text) + _open_marks(source.text)


def _controls(text: str) -> list[Diagnostic]:
    tolerated = max(_FEW, len(text) // _SHARE)
    first = _CONTROL.search(text)
    count = sum(1 for _ in _CONTROL.finditer(text))
    return [diagnose("D103", Span(*first.span()), count=count)] if first and count > tolerated else []


def _open_marks(text: str) -> list[Diagnostic]:
    return [diagnose("D104", Span(at, at + 1), mark=text[at]) for at in sorted(islice(_unbalanced(text), _MOST))]


def _unbalanced(text: str) -> Iterator[int]:
    """Offsets of the marks without a partner in their paragraph."""
    opened: deque[int] = deque()
    for found in _MARK.finditer(text):
        at, mark = found.start(), found[0]
        if mark == "\n\n":
            yield from opened
            opened.clear()
            continue
        while opened and (at - opened[0] > _NEAR or len(opened) > _DEEP):
            yield opened.popleft()
        partners = _OPENS.get(mark, "")
        label = _LABEL.search(text, max(at - 8, 0), at) if mark == ")" else None
        if label and label["line"] is not None:
            continue
        if partners and any(text[o] in partners for o in opened):
            while text[opened[-1]] not in partners:
                yield opened.pop()
            opened.pop()
        elif not partners or mark == '"':
            opened.append(at)
        elif not label:
            yield at
    yield from opened
