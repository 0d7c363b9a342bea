"""Named recipients: `cho tập thể Sở X và ông A`, `gồm: bà B, ông C`, `Cô D được … tặng`.

Names are told by their first word: a collective noun, an organ, a form of address, a family name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from ...anchors import Anchors
from ...records import RecipientKind
from ...source import SourceText
from ...spans import Span, trim
from ...surnames import SURNAMES
from . import name_words as words


@dataclass(frozen=True, slots=True)
class Named:
    """A recipient by name.

    `name` is None for a plural without names, `cho các tập thể, cá nhân`, and for a `single` one that is not
    named: `Nhà trường được tặng …`.
    """

    kind: RecipientKind
    noun: str
    name: Span | None
    span: Span
    single: bool = False


class NameReader:
    """Finds named recipients in stretches of one text."""

    def __init__(self, source: SourceText, anchors: Anchors) -> None:
        self._text, self._folded = source.text, source.folded
        self._anchors = anchors

    def read(self, within: Span, bare: bool = False) -> list[Named]:
        """The recipients named in the stretch, in order; empty when its first word opens no name.

        `bare`: a lone noun is a recipient too (`+ Trường: đề nghị công nhận …`).
        """
        within = trim(self._text, within, ",;:")
        if addressed := words.LADIES.match(within.of(self._folded)):
            return self.people(Span(within.start + addressed.end(), within.end))
        within = self._without_joint(within)
        if trailing := words.TRAILING.search(within.of(self._folded)):
            within = Span(within.start, within.start + trailing.start())
        lone = self._clip(*within)
        if words.LONE.fullmatch(lone.of(self._folded)):  # Huân chương Độc lập hạng Nhất cho tỉnh
            return [Named("collective", lone.of(self._text), None, lone, single=True)]
        units = words.PLURAL_UNITS.match(within.of(self._folded))
        if units and not self._text[within.start + units.end() :].lstrip()[:1].isupper():  # các khoa, phòng; not các xã Yên Hạ
            return [
                Named("collective", units["nouns"], None, Span(within.start + units.start("nouns"), within.start + units.end()))
            ]
        if plural := words.PLURAL.match(within.of(self._folded)):
            listed = words.LISTED.match(within.of(self._folded), plural.end())  # cho các tập thể gồm: Phòng A; Phòng B
            return (listed and self.read(Span(within.start + listed.end(), within.end))) or [self._plural(within, plural)]
        named: list[Named] = []
        for piece, joint in self._pieces(within):
            one = self._one(piece, bare)
            if one is not None and one.kind == "individual" and not one.noun and self._is_place(named):
                one = Named("collective", named[-1].noun, one.name, one.span)  # tỉnh Lào Cai, Yên Bái và Sơn La
            if one is not None and not self._describes(one, joint, named):
                named.append(one)
            elif one is None and not named and not self._apposition(piece):
                return []
        return named

    def item(self, within: Span) -> list[Named]:
        """The recipients of a list item; the organ that one belongs to (`Công ty A, Tổng công ty B`) is none."""
        named = self.read(within)
        kept = named[:1]
        for one in named[1:]:
            above = one.kind == kept[-1].kind == "collective" and self._rank(one) > self._rank(kept[-1])
            if not above or self._folded[kept[-1].span.end : one.span.start].strip() != ",":
                kept.append(one)
        return kept

    def _rank(self, one: Named) -> int:
        """How high an organ stands, by its first words: a department 0, an institution 1, a ministry or a province 3."""
        found = words.RANKS.match(one.span.of(self._folded))
        return int((found.lastgroup or "r0")[1]) if found else 0

    def people(self, within: Span) -> list[Named]:
        """A list of which the words before it say that persons are named, whatever their family names."""
        named: list[Named] = []
        for piece, joint in self._pieces(within):
            one = self._one(piece, bare=False)
            other = one is None and not self._apposition(piece)
            found = words.CAPITALISED.match(self._text, piece.start, piece.end) if other else None
            if found:
                person = self._without_organ(Span(*found.span()))
                one = Named("individual", "", person, person)
            if one is not None and not self._describes(one, joint, named):
                named.append(one)
        return named

    def places(self, within: Span) -> list[Named]:
        """A list of capitalised names and nothing else; whether they are places, the noun that counts them must say."""
        names: list[Named] = []
        for piece in words.SEPARATOR.split(within.of(self._text).rstrip(" .;")):
            if not words.PLACES.fullmatch(piece.strip()):
                return []
            start = self._text.index(piece.strip(), names[-1].span.end if names else within.start)
            span = Span(start, start + len(piece.strip()))
            names.append(Named("collective", "", span, span))
        return names

    def parts(self, within: Span, kind: RecipientKind, number: int) -> list[Named]:
        """The parts of a list, if there are as many as its count says and each may be a name; else none.

        `5 trường: Mầm non A (huyện X), Tiểu học B, Trung học C, tổ Ngoại ngữ - Năng khiếu và Phòng D`
        """
        for separator in words.PARTED:
            parts = [part for part in self._split(within, separator) if part.end > part.start]
            if len(parts) == number and all(map(self._may_be_name, parts)):
                return [Named(kind, "", part, part) for part in parts]
        return []

    def _split(self, within: Span, separator: regex.Pattern[str]) -> Iterator[Span]:
        """The stretch without what stands in brackets, cut at a separator."""
        text = within.of(self._text)
        shown = words.BRACKETS.sub(lambda found: " " * len(found[0]), text)
        start = 0
        for found in separator.finditer(shown):
            yield self._part(within.start, shown, start, found.start())
            start = found.end()
        yield self._part(within.start, shown, start, len(shown))

    def _part(self, base: int, shown: str, start: int, end: int) -> Span:
        """A part without what leads to it and what is said of it."""
        part = self._without_joint(trim(self._text, Span(base + start, base + start + len(shown[start:end].rstrip())), ",;."))
        return self._clip(part.start, part.end)

    def _may_be_name(self, part: Span) -> bool:
        """Whether a part of a list is like a name: neither a sentence nor a document, a date or another count."""
        text = part.of(self._text)
        if len(text) > words.LONGEST_NAME or words.NO_NAME.search(part.of(self._folded)) or self._anchors.of("award", part):
            return False
        near = [*self._anchors.of("organ", part), *self._anchors.of("noun", part)]
        headed = any(anchor.span.start == part.start for anchor in near) or bool(words.UNIT.match(part.of(self._folded)))
        return text[:1].isupper() or (headed and any(char.isupper() for char in text))

    def last(self, within: Span) -> list[Named]:
        """The recipients at the end of the stretch: the subject before `được tặng`."""
        if trailing := words.TRAILING.search(within.of(self._folded)):
            within = Span(within.start, within.start + trailing.start())
        pieces = self._pieces(within)
        named: list[Named] = []
        unsure: Span | None = None  # a bare name, of which the next one may say that it is a place
        for at, (piece, joint) in enumerate(pieces):
            one = self._one(piece, bare=at == len(pieces) - 1 and not named)
            if (one is None or (one.kind == "individual" and not one.noun)) and self._is_place(named):
                place = words.PLACES.fullmatch(piece.of(self._text))  # các xã Yên Hạ, Sơn Nam
                one = Named("collective", named[-1].noun, piece, piece) if place else one
            if unsure is not None and not named and one is not None and words.PLACE.match(one.span.of(self._folded)):
                named.append(Named("collective", "", unsure, unsure))  # Tiểu Cần và các xã Yên Hạ, Sơn Nam
            unsure = piece if one is None and words.PLACES.fullmatch(piece.of(self._text)) else None
            if one is not None and not self._describes(one, joint, named):
                named.append(one)
            elif one is None and not (named and named[-1].kind == "individual"):
                named = []  # what stood before was no subject
        return named

    def _pieces(self, within: Span) -> list[tuple[Span, str]]:
        """Cut at commas and `và`, but only where a new recipient begins: `Sở Khoa học và Công nghệ` stays whole.

        Each piece comes with the joint before it.
        """
        within = Span(within.start, min(within.end, within.start + words.REACH))
        folded = within.of(self._folded)
        cuts: list[tuple[int, int, str]] = [(0, 0, "")]  # where a joint begins and ends, and what it is
        depth = read = 0
        for found in words.SEPARATOR.finditer(folded):
            depth += folded.count("(", read, found.start()) - folded.count(")", read, found.start())
            read = found.start()
            if depth > 0 or words.DEGREES.fullmatch(folded, cuts[-1][1], found.start()):  # PGS, TS Lê Văn A
                continue
            together = words.COLLECTIVE.match(folded, cuts[-1][1])  # cán bộ và nhân dân xã A: one recipient
            if together and together.end() > found.end():
                continue
            if found[0].strip() in ",;" or self._opens(within.start + found.end(), within.end):
                cuts.append((found.start(), found.end(), found[0].strip()))
        cuts.append((len(folded), 0, ""))
        pieces: list[tuple[Span, str]] = []
        for (_, start, joint), (end, _, _) in zip(cuts, cuts[1:], strict=False):
            span = trim(self._text, Span(within.start + start, within.start + end), ",;")
            if span.end > span.start:
                pieces.append((self._without_joint(span), joint))
        return pieces

    def _without_joint(self, span: Span) -> Span:
        found = words.JOINT.match(span.of(self._folded))
        return Span(span.start + found.end(), span.end) if found else span

    def _opens(self, start: int, end: int) -> bool:
        return self._one(trim(self._text, Span(start, end)), bare=False) is not None

    def _apposition(self, piece: Span) -> bool:
        near = self._anchors.of("position", Span(piece.start, piece.start + 40))
        return bool(near) and near[0].span.start == piece.start

    def _one(self, piece: Span, bare: bool) -> Named | None:
        """The recipient a piece begins with."""
        if work := words.WORK_OF.match(piece.of(self._folded)):  # sáng kiến của anh A
            piece = Span(piece.start + work.end(), piece.end)
        text = self._text[piece.start : piece.end]
        folded = piece.of(self._folded)
        if found := words.HOUSEHOLD.match(folded):
            name = self._person(piece.start + found.end(), piece.end) or self._clip(piece.start + found.end(), piece.end)
            return Named("household", text[: found.end("noun")], name, Span(piece.start, name.end))
        if found := words.COLLECTIVE.match(folded):
            if re.match(r"(?:các\s+)?(?:tập|đơn)", folded):
                name = self._clip(piece.start + found.end(), piece.end)
            else:
                name = self._clip(piece.start, piece.end)
            if bare and name.end <= name.start and not folded.startswith("các"):  # Đơn vị đăng ký …
                return Named("collective", text.strip(" :"), None, piece, single=True)
            named = name.end > name.start and not self._text[name.start].isdigit()  # tập thể 1.080.000 đồng
            return Named("collective", text[: found.end()].strip(" :"), name, Span(piece.start, name.end)) if named else None
        if found := words.ADDRESS.match(folded):
            if self._names_organ(piece.start + found.end(), piece.end):
                return None  # bà A, công chức Đội Nghiệp vụ: where she works
            if bare and found.end() == len(folded) and words.ONE.match(folded):  # Đồng chí đã được tặng …
                return Named("individual", text.strip(" :"), None, piece, single=True)
            person = self._person(piece.start + found.end(), piece.end)
            return Named("individual", text[: found.end()].strip(" :"), person, Span(piece.start, person.end)) if person else None
        if folded.startswith("các ") and words.PLACE.match(folded):  # các xã Yên Hạ, Sơn Nam
            return self._one(Span(piece.start + 4, piece.end), bare=False)
        return self._organ_or_person(piece, text, folded, bare)

    def _organ_or_person(self, piece: Span, text: str, folded: str, bare: bool) -> Named | None:
        head = Span(piece.start, min(piece.start + 60, piece.end))
        if self._apposition(piece):  # ông A, Chi cục trưởng
            person = self._person(piece.start, piece.end)
            whole = person and person.of(self._folded).split(" ", 1)[0] in SURNAMES and " " in person.of(self._text)
            unnamed = Named("individual", text, None, piece, single=True) if bare else None
            return Named("individual", "", person, person) if person and whole else unnamed  # Phó Giám đốc Trần Văn B
        for kind in ("noun", "organ"):
            near = self._anchors.of(kind, head)
            if near and near[0].span.start == piece.start and (kind == "organ" or near[0].row["kind"] in words.COLLECTIVE_KINDS):
                name = self._clip(piece.start, piece.end)
                if near[0].row.get("kind") == "person_office" and kind == "organ":
                    return Named("individual", text, None, piece, single=True) if bare else None
                if kind == "noun" and name.end <= near[0].span.end and not (text[0].isupper() and not bare):
                    return Named("collective", text, None, near[0].span, single=True) if bare else None
                return Named("collective", text[: near[0].span.end - piece.start], name, name)
        if words.CODE.fullmatch(text):  # Phòng PC03, PA06, PA07
            return Named("collective", "", piece, piece)
        capitalised = words.CAPITALISED.match(text)
        given = None if capitalised else words.GIVEN.match(text)
        if given and given.end() == self._clip(piece.start, piece.end).end - piece.start:
            return Named("individual", "", piece, piece) if bare is False and len(text) < 12 else None  # cho Tha
        if capitalised and folded.split(" ", 1)[0] in SURNAMES:
            span = self._without_organ(Span(piece.start, piece.start + capitalised.end()))
            return Named("individual", "", span, span)
        return None

    def _is_place(self, named: list[Named]) -> bool:
        """Whether the last recipient is a place by its kind, which the names behind it share."""
        places = any(words.PLACE.match(one.span.of(self._folded)) for one in named[-8:])
        return bool(named) and places and named[-1].kind == "collective"

    def _names_organ(self, start: int, end: int) -> bool:
        """Whether an office begins at `start`, and not a family name that is written alike (Đoàn, Ban)."""
        near = [*self._anchors.of("organ", Span(start, end)), *self._anchors.of("noun", Span(start, end))]
        heads = any(anchor.span.start == start and anchor.row.get("kind") != "person_office" for anchor in near)
        return heads and self._folded[start:end].split(" ", 1)[0] not in SURNAMES

    def _person(self, start: int, end: int) -> Span | None:
        """A person's name at `start`; an office may stand before it: `đồng chí Giám đốc Chu Văn A`."""
        office = self._anchors.of("position", Span(start, min(start + 40, end)))
        if office and office[0].span.start == start:
            start = office[0].span.end
            while start < end and self._text[start] in " ,":
                start += 1
            if at_organ := words.ITS_ORGAN.match(self._folded, start, end):  # Giám đốc bệnh viện Lê Đình A
                start = at_organ.end()
            if degree := words.DEGREES.match(self._folded, start, end):  # Giám đốc Bệnh viện PGS.TS. Lê Văn A
                start = degree.end()
        found = words.GIVEN.match(self._text, start, end)
        return self._without_organ(Span(*found.span())) if found else None

    def _without_organ(self, person: Span) -> Span:
        """A name without the place of work that follows it and nothing parts from it: `bà Đinh Thị A Trường Mầm non B`."""
        found = words.ORGAN_BEHIND.match(self._text, *person)
        return Span(person.start, person.start + len(found["name"])) if found else person

    def _clip(self, start: int, end: int) -> Span:
        """A collective's name from `start` to where the reason begins."""
        for found in words.REASON.finditer(self._folded[start:end]):
            if found[0].strip() not in "-–" or not self._goes_on(start + found.end()):
                return trim(self._text, Span(start, start + found.start()), ",;.")
        return trim(self._text, Span(start, end), ",;.")

    def _goes_on(self, at: int) -> bool:
        """Whether a name goes on behind a dash: `Phòng Kế hoạch - Tài chính`, but not `Công ty A - Đơn vị dẫn đầu`."""
        near = [anchor for kind in ("organ", "noun", "position") for anchor in self._anchors.of(kind, Span(at, at + 40))]
        opened = self._text[at : at + 1]
        return (opened.isupper() or opened.isdigit()) and all(anchor.span.start != at for anchor in near)

    def _plural(self, piece: Span, plural: re.Match[str]) -> Named:
        nouns = plural["nouns"]
        kinds: set[RecipientKind] = set()
        if re.search("tập thể|đơn vị|doanh nghiệp", nouns):
            kinds.add("collective")
        if re.search("gia đình|hộ", nouns):
            kinds.add("household")
        if re.search("cá nhân|học sinh|giáo viên|cán bộ|đồng chí", nouns):
            kinds.add("individual")
        kind = kinds.pop() if len(kinds) == 1 else "mixed"
        return Named(kind, nouns, None, Span(piece.start + plural.start("nouns"), piece.start + plural.end("nouns")))

    def _describes(self, one: Named, joint: str, named: list[Named]) -> bool:
        """An organ behind a comma says where the one before it belongs: `ông A, Sở Tư pháp, được …`, `Viện 3 thuộc Cục B, Bộ C`."""
        if not named or joint != "," or one.kind != "collective":
            return False
        last = named[-1]
        if one.span.of(self._text).startswith("đơn vị ") and one.span.of(self._text).islower():
            return True  # xã An Thới, đơn vị dẫn đầu khối các xã
        if any(words.is_lower(last.span.of(self._folded), one.span.of(self._folded), ranks) for ranks in words.WITHIN):
            return True  # Tiểu đội 4, Đại đội 552; thôn A, xã B
        within = last.name is not None and " thuộc " in last.name.of(self._text) and words.HIGHER.match(self._text, one.span.start)
        return last.kind == "individual" or bool(within)
