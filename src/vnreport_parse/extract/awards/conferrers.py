"""Who confers: the organ or office that acts in an award sentence."""

from __future__ import annotations

import re
from collections.abc import Callable

import regex

from ...anchors import Anchor, Anchors
from ...organs import organ_span
from ...source import SourceText
from ...spans import Span, trim
from ...surnames import SURNAMES
from . import vocabulary as words

PLACE = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)(?!\w)", re.IGNORECASE)
_COUNT_BEHIND = re.compile(
    r"\s+\d[\d.]*\s+(?:tập\s+thể|cá\s+nhân|đồng\s+chí|hộ|đơn\s+vị|cán\s+bộ)(?!\w).*$"
    r"|(?:(?<=huyện)|(?<=tỉnh)|(?<=thị xã)|(?<=thành phố))\s+\d[\d.]*$"
)
# Huyện đoàn khen 12 tập thể: the verb is no part of the name; Ban Thi đua - Khen thưởng
_PRAISE_BEHIND = re.compile(r"(?<!thi đua)(?<!thi đua,)(?<!thi đua -)(?<!thi đua –)(?<!thi đua và)\s+khen(?:\s+thưởng)?$")
# Kinds of organs that confer awards; a school or a company more often gets them.
CONFERRING = {"state", "party", "union", "youth", "front", "person_office", "level", "association", "force"}
_PARTY_BEFORE = regex.compile(r"(?<!\w)Đảng(?:,| và)\s+$")
_MEETINGS = ("hội nghị", "đại hội")  # they are where awards are handed over
# A place of two syllables, then a family name and one to three more: `tỉnh Quảng Ngãi Đặng Văn A`
_NAME_BEHIND = regex.compile(r"(?<=\p{Lu}\w* \p{Lu}\w*) (?P<surname>\p{Lu}\w+)(?: \p{Lu}\w*){1,3}$")
# Headings, captions and heads of columns: `thẩm quyền của Giám đốc Sở`, `do UBND tỉnh tặng`, `Hình thức khen thưởng của Bộ trưởng`
_GIVEN = r"(?:đã\s+)?(?:ra\s+|ký\s+)?(?:quyết\s+định|ban\s+hành|tặng|trao\s+tặng|khen|công\s+nhận|phong\s+tặng|truy\s+tặng)(?!\w)"
_BEHIND_WORD = re.compile(
    r"(?<!\w)(?:(?P<sure>thẩm\s+quyền(?:\s+(?:quyết\s+định|khen\s+thưởng|xét))*(?:\s+của)?)"
    r"|(?P<office>(?:khen\s+thưởng|hình\s+thức|danh\s+hiệu|khen|tặng(?:\s+thưởng)?|quyết\s+định)\s+(?:của|do))"
    r"|(?P<verb>do|được|trình|đề\s+nghị(?:\s+xét)?))\s+(?=\w)"
)
_GIVEN_BEHIND = re.compile(rf"[\s:]*{_GIVEN}")
_LABEL = re.compile(
    r"[\s\d.)/-]*(?:[ivx]{1,4}[.)]\s+|[a-zđ][.)]\s+)?(?:(?:bảng|biểu|phụ\s+lục)(?:\s+số)?\s+\d+\s*[.:]\s*)?(?:cấp\s+)?"
)
_REWARD_OF = re.compile(r"[\s*+-]*(?:khen\s+thưởng|khen|danh\s+hiệu|hình\s+thức\s+khen\s+thưởng)\s+(?:của|cấp)\s+")
_PLACE_BEHIND = r"(?: (?:tỉnh|huyện|thành phố|khu vực|Việt Nam|VN|TW))?"
_SHORT_NAME = regex.compile(rf"(?P<name>\p{{Lu}}{{3,10}}(?:-\p{{Lu}}{{2,6}})?){_PLACE_BEHIND}")  # EVN, KBNN tỉnh
_CODE_ACTS = regex.compile(r"(?:.*[,;:(]\s*|[\s+*•-]*)(?P<name>\p{Lu}{3,10}(?:-\p{Lu}{2,6})?)\s+(?:đã\s+)?", regex.DOTALL)
_ACTS = re.compile(rf"(?P<organ>\w+(?: \w+){{0,2}}?)\s+{_GIVEN}")
_NAME_AFTER = regex.compile(r"\s+(?P<surname>\p{Lu}\w+)(?:\s+\p{Lu}\w*){1,3}(?=\s+[^\p{Lu}])")


class ConferrerReader:
    """Finds organs and offices in one text."""

    def __init__(self, source: SourceText, anchors: Anchors) -> None:
        self._text, self._folded = source.text, source.folded
        self._anchors = anchors

    def read(self, start: int, limit: int) -> Span | None:
        """The organ named from `start` on, with the many places it may act for: `Chủ tịch UBND các xã, phường`."""
        folded = self._folded[start:limit]
        if many := words.PLURAL_ORGAN.match(folded):
            return Span(start, start + many.end())
        organ = organ_span(self._text, start, limit)
        if organ is None:
            return None
        organ = self._without_person(organ)
        if counted := _COUNT_BEHIND.search(organ.of(self._folded)):  # Giấy khen của UBND huyện 341, …
            organ = Span(organ.start, organ.start + counted.start())
        if praised := _PRAISE_BEHIND.search(organ.of(self._folded)):
            organ = Span(organ.start, organ.start + praised.start())
        more = words.MANY_PLACES.match(folded, organ.end - start) or words.FOREIGN.match(folded, organ.end - start)
        return Span(start, start + more.end()) if more else organ

    def _without_person(self, organ: Span) -> Span:
        """`Chủ tịch UBND tỉnh Quảng Ngãi Đặng Văn A`: the name of who holds the office is no part of it."""
        for found in _NAME_BEHIND.finditer(organ.of(self._text), overlapped=True):
            if (
                found[0].strip() != "Hồ Chí Minh"
                and found["surname"].lower() in SURNAMES
                and organ.start + found.end() == organ.end
            ):
                return Span(organ.start, organ.start + found.start("surname") - 1)
        return organ

    def told(self, within: Span, *, alone: bool = False) -> Span | None:
        """Who confers, as a heading, a caption or the head of a column says; `alone`: an office by itself says so too."""
        folded = within.of(self._folded)
        label = _LABEL.match(folded)
        start = within.start + (label.end() if label else 0)
        organ = self.read(start, within.end)
        if organ is not None and _GIVEN_BEHIND.match(self._folded, organ.end, within.end):
            return organ
        if organ is None and (bare := _ACTS.match(self._folded, start, within.end)):  # Công ty khen thưởng, EVN tặng
            acting = Span(*bare.span("organ"))
            heads = [*self._anchors.of("organ", acting), *self._anchors.of("noun", acting)]
            written = self._text[acting.end + 1].islower() and _SHORT_NAME.fullmatch(self._text, *acting)  # not KẾT QUẢ KHEN THƯỞNG
            if written or any(anchor.span == acting for anchor in heads):
                return acting
        if alone and (named := self.named(Span(start, within.end))):
            return named
        for found in _BEHIND_WORD.finditer(folded):
            start = within.start + found.end()
            organ = self.read(start, within.end)
            given = organ is not None and _GIVEN_BEHIND.match(self._folded, organ.end, within.end)
            if organ is not None and (found["sure"] or given or (found["office"] and self._is_office(start))):
                return organ
        return None

    def named(self, label: Span) -> Span | None:
        """The conferrer that a label names and nothing else: `**Bộ Công Thương**`, `Giám đốc Sở`, `EVN`, `KBNN tỉnh`."""
        label = trim(self._text, label, "*_: ")
        if short := self._short(label):
            return short
        organ = self.read(*label)
        if organ is None or organ.end != label.end or organ.start != label.start:
            return None
        near = [a for a in self._anchors.of("organ", organ) if a.span.start == organ.start]
        return organ if self._is_office(organ.start) or any(a.row["kind"] in CONFERRING for a in near) else None

    def labelled(self, label: Span) -> Span | None:
        """Who confers what stands behind a label: `Khen thưởng của Bộ A`, a company's short name (`EVN`)."""
        owned = _REWARD_OF.match(self._folded, label.start, label.end)
        organ = self.read(owned.end(), label.end) if owned else None
        return organ if organ is not None and organ.end == label.end else self.told(label) or self._short(label)

    def _short(self, label: Span) -> Span | None:
        """A label that is an organisation's short name."""
        label = trim(self._text, label, "*_: ")
        code = _SHORT_NAME.fullmatch(self._text, *label)
        words_of = ("award", "noun")
        return label if code and not any(self._anchors.of(kind, Span(*code.span("name"))) for kind in words_of) else None

    def _is_office(self, start: int) -> bool:
        """Whether a person's office begins there (`Chủ tịch …`, `Giám đốc …`), which does not report on itself."""
        near = Span(start, start + 40)
        offices = [anchor for anchor in self._anchors.of("organ", near) if anchor.row["kind"] == "person_office"]
        return any(anchor.span.start == start for anchor in (*offices, *self._anchors.of("position", near)))

    def before(self, within: Span, folded: Callable[[int, int], str]) -> Span | None:
        """The first organ of the stretch from which only auxiliary words lead to its end; joined organs are one."""
        starts = self._starts(within, folded)
        first = starts[0] if starts else 0
        for start in starts:
            organ = self.read(start, within.end)
            if organ is not None and organ.of(self._folded) == "ban tổ chức":  # of the meeting; not Ban Tổ chức Tỉnh ủy
                continue
            if organ is not None and folded(within.start, start).endswith("cấp "):
                continue  # Hội đồng xét tặng cấp Nhà nước, Chủ tịch nước ký …
            if organ is not None and folded(within.start, start).endswith("của ") and folded(organ.end, organ.end + 1) == ",":
                continue  # theo đề nghị của Công đoàn, Hiệu trưởng tặng …
            while organ is not None:
                rest = folded(self._past_person(organ.end, within.end), within.end)
                label = rest.lstrip().startswith(":") and not re.search(r"\w", folded(within.start, start))
                if words.GLUE.fullmatch(rest.replace(":", " ", 1) if label else rest) or words.DECIDES.match(rest):
                    return None if words.HOST.search(folded(within.start, start)) else self._with_party(organ, within.start)
                joint = None if PLACE.match(organ.of(self._text)) else re.match(r"\s*(?:,|và)\s+", rest)
                if start == first and words.AND_STILL.search(rest) and not self._anchors.of("organ", Span(organ.end, within.end)):
                    return None if words.HOST.search(folded(within.start, start)) else organ
                other = self.read(organ.end + joint.end(), within.end) if joint else None
                organ = Span(start, other.end) if other else None
        return self._acting_code(within)

    def _with_party(self, organ: Span, start: int) -> Span:
        """`Đảng và Chính phủ`, `Đảng, Nhà nước`: the Party has no other name."""
        before = _PARTY_BEFORE.search(self._text, max(start, organ.start - 12), organ.start)
        return Span(before.start(), organ.end) if before else organ

    def _acting_code(self, within: Span) -> Span | None:
        """`TKV tặng Bằng khen …`: an organisation by its letters, alone before its verb."""
        code = _CODE_ACTS.fullmatch(self._text, within.start, within.end)
        if code is None or not self._text[within.end : within.end + 1].islower():
            return None
        name = Span(*code.span("name"))
        return None if any(self._anchors.of(kind, name) for kind in ("award", "noun")) else name

    def _past_person(self, at: int, limit: int) -> int:
        """Behind the name of who holds the office: `Chủ tịch nước Trần Văn A vừa ký …`."""
        named = _NAME_AFTER.match(self._text, at, limit)
        return named.end() if named and named["surname"].lower() in SURNAMES else at

    def _starts(self, within: Span, folded: Callable[[int, int], str]) -> list[int]:
        starts = {a.span.start for kind in ("organ", "position") for a in self._anchors.of(kind, within) if self._likely(a)}
        starts = {start for start in starts if not words.ASKED.search(folded(within.start, start))}
        starts |= {within.start + found.start() for found in words.PLURAL_ORGAN.finditer(folded(*within))}
        return sorted(starts)

    def _likely(self, anchor: Anchor) -> bool:
        """A head of one syllable is a common word too (`tổ chức`, `cán bộ`): a capital must show that it names."""
        start, end = anchor.span
        if start and self._text[start - 1] in "-/":  # Quyết định số 102/QĐ-CTN: a code
            return False
        if anchor.row.get("head") in _MEETINGS:
            return False
        return " " in self._text[start:end] or self._text[start].isupper() or self._text[end : end + 2].strip()[:1].isupper()
