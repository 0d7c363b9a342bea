"""The frozen records, version 1 of the contract. No patterns, no reading: only what a fact looks like.

Every fact has a `span` (the whole mention), `evidence` (a field's name, or `field.0`, `field.1` for a
value that stands in pieces or a list, to the span that shows it) and the `rule` that found it. All
spans index `Report.text`. `section` is a path in `Report.sections`; of a fact with an `appendix`, which is an
index into `Report.appendices`, it is a path in that annex.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict

from .dates import PartialDate, Period
from .provenance import SourceFormat
from .spans import Span

SCHEMA_VERSION = "1"

Evidence = dict[str, Span]
RecipientKind = Literal["collective", "individual", "household", "mixed", "other"]
AwardStatus = Literal["registered", "proposed", "conferred", "proposed_and_conferred", "declined"]
Relation = Literal["basis", "implements", "issued", "amends", "mentions"]
SectionStyle = Literal[
    "part", "chapter", "division", "article", "upper_letter", "roman", "arabic", "decimal", "bracketed", "lower_letter"
]
SectionKind = Literal["heading", "item"]
SignAuthority = Literal["KT.", "TM.", "TL.", "TUQ.", "Q."]
CountRole = Literal[
    "award", "total", "breakdown", "restatement", "cumulative", "campaign", "attendance",
    "period", "prize", "target", "other", "unexplained",
]  # fmt: skip


class Record(BaseModel):
    """Frozen, and no field beyond the contract."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Fact(Record):
    """A record that stands somewhere in the text."""

    span: Span
    evidence: Evidence = {}
    rule: str


class Source(Record):
    r"""The file a report was read from. `path` and `sha256` are null for text given as a `str`.

    In `path` a byte of a name that is no letter of UTF-8 is written `\udcNN`; `filenames.path_of_printable` leads back.

    `reading` says which way the text was taken (`pdf.text`, `pdf.geometry`, `ocr`, `docx`, a converter's
    name); `confidence`, 0 to 1, is there where letters were recognised or an old encoding was told apart.
    """

    path: str | None = None
    sha256: str | None = None
    format: SourceFormat = "txt"
    encoding: str | None = None
    pages: int | None = None
    ocr: bool = False
    reading: str | None = None
    confidence: float | None = None


class DocumentNumber(Record):
    """Số, ký hiệu: `110/BTĐKT-NV`. `text` is as printed, without blanks; a blank serial is null.

    Grammar: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3 (State); Hướng dẫn 36-HD/VPTW (Party).
    """

    text: str
    serial: str | None = None
    year: int | None = None
    symbol: str | None = None
    type_code: str | None = None
    organ_code: str | None = None
    rule: str


class Header(Record):
    """Letterhead, type line and subject. `period` (EDTF) is what the report is about. `span` is null when nothing was found.

    A joint document (liên tịch, phối hợp) has the organ named first as `issuer` and the others in `co_issuers`.
    """

    parent_organ: str | None = None
    issuer: str | None = None
    co_issuers: tuple[str, ...] = ()
    number: DocumentNumber | None = None
    place: str | None = None
    date: PartialDate | None = None
    doc_type: str | None = None
    subject: str | None = None
    period: Period | None = None
    addressees: tuple[str, ...] = ()
    urgency: str | None = None
    span: Span | None = None
    evidence: Evidence = {}
    rule: str = "header.none"


class Section(Fact):
    """A numbered unit. `span` runs to the end of its last child; `body` is the text after its label (and title)."""

    style: SectionStyle
    label: str
    ordinal: int
    kind: SectionKind
    path: str
    title: str | None
    level: int
    body: Span
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


class Reference(Fact):
    """A mention of another document. `key` is shared by the mentions of one document; `title` is a law's name."""

    doc_type: str | None = None
    number: DocumentNumber | None = None
    date: PartialDate | None = None
    issuer: str | None = None
    subject: str | None = None
    title: str | None = None
    relation: Relation = "mentions"
    section: str | None = None
    appendix: int | None = None
    key: str


class RecipientGroup(Fact):
    """Who got an award: `02 tập thể`. A named recipient without a numeral counts 1, with `explicit` false."""

    kind: RecipientKind
    noun: str
    count: int | None = None
    explicit: bool = True
    approximate: bool = False
    names: tuple[str, ...] = ()


class Award(Fact):
    """One statement of an award: title, authority, status, recipients. See the glossary for the Vietnamese terms.

    `quantity` counts certificates or medals where the text counts those. `restates` and `part_of` are
    indices into `Report.awards`, and on into `Report.appendix_awards`: such an award must not be summed
    beside the other one.
    """

    title: str
    qualifier: str | None = None
    rank: str | None = None
    authority: str | None = None
    status: AwardStatus
    recipients: tuple[RecipientGroup, ...] = ()
    quantity: int | None = None
    period: Period | None = None
    campaign: str | None = None
    field: str | None = None
    decision: str | None = None
    restates: int | None = None
    part_of: int | None = None
    cumulative: bool = False
    section: str | None = None
    appendix: int | None = None


class Total(Fact):
    """A stated sum of awards: `tổng số 12 tập thể, 40 cá nhân`. Never an award itself."""

    scope: str | None = None
    recipients: tuple[RecipientGroup, ...] = ()
    section: str | None = None
    appendix: int | None = None


class CountMention(Fact):
    """A numeral that counts recipients, and what became of it.

    `award` is an index into `Report.awards`, and on into `Report.appendix_awards`.
    """

    value: int
    noun: str
    kind: RecipientKind
    role: CountRole
    award: int | None = None
    section: str | None = None
    appendix: int | None = None


class Campaign(Fact):
    """Phong trào thi đua: an emulation campaign with its name (quoted, or running on)."""

    name: str
    quoted: bool = False
    section: str | None = None


class Cell(Record):
    """One cell of a table; `text` has its blanks folded."""

    row: int
    column: int
    text: str
    span: Span


class Table(Fact):
    """A table of the body. `header_rows` first rows are its head."""

    rows: int
    columns: int
    header_rows: int = 0
    caption: str | None = None
    cells: tuple[Cell, ...] = ()
    section: str | None = None
    appendix: int | None = None


class Distribution(Fact):
    """An entry of Nơi nhận. `archive`: the line `Lưu: VT, TTR`, with its units and number of copies."""

    text: str
    archive: bool = False
    units: tuple[str, ...] = ()
    copies: int | None = None


class Signature(Fact):
    """Who signed, and by what authority (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7).

    `KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC`: authority `KT.`, on_behalf_of `GIÁM ĐỐC`, position `PHÓ GIÁM ĐỐC`.
    `TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`: acting_for `CHỦ TỊCH`.
    """

    authority: SignAuthority | None = None
    on_behalf_of: str | None = None
    acting_for: str | None = None
    position: str | None = None
    name: str | None = None
