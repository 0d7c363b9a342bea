"""R408, R409, R412, R413: units without a report, reports that do not say whose or of what time they are, other documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..facts import Context, Facts
from ..missing import missing_units
from ..unit_names import Words, unit_key
from ..wording import period_words
from .base import Hit, Texts, across_rule
from .letters import sample

_INBOX = Texts("Danh sách đơn vị phải báo cáo do người dùng đưa ra", "The user's list of the units that report")
_LAYOUT = Texts("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II", "Decree 30/2020/NĐ-CP, Annex I, section II")
_GIVEN = "Chủ tịch UBND tỉnh tặng Bằng khen cho 04 tập thể và 09 cá nhân."


@across_rule(
    "R408",
    title=Texts("Đơn vị chưa có báo cáo", "A unit sent no report"),
    message=Texts("{unit} chưa có báo cáo{period}", "{unit} sent no report{period}"),
    severity="warning",
    source=_INBOX,
    why="Đơn vị có trong danh sách nhưng không có báo cáo nào về kỳ mà các đơn vị khác đã báo cáo.",
    fires=(sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _GIVEN),),
    silent=(
        sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _GIVEN),
        sample("Sở Nội vụ", 9, "2022-06-12", "6 tháng đầu năm 2022", _GIVEN),
    ),
)
def unit_missing(reports: Sequence[Facts], context: Context) -> Iterator[Hit]:
    """A unit of the list that was given has no report about a period that others reported."""
    for row in missing_units(reports, context.expected_units):
        shown = Texts(f", {period_words(row.period, 'vi')}", f", {period_words(row.period, 'en')}") if row.period else ""
        yield Hit({"unit": row.unit, "period": shown}, unit=row.unit, period=row.period)


@across_rule(
    "R409",
    title=Texts("Không rõ đơn vị hoặc kỳ báo cáo", "No unit or no period"),
    message=Texts("không rõ {what}: {report}", "nothing says {what}: {report}"),
    severity="warning",
    source=_LAYOUT,
    why="Số liệu được tính mà không có đơn vị hoặc không có kỳ, nên không ai tìm thấy: hãy ghi vào tệp chỉnh sửa.",
    fires=("BÁO CÁO\nCông tác thi đua, khen thưởng\n\n1. Kết quả\nTặng Giấy khen cho 03 cá nhân.\n",),
    silent=(sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _GIVEN),),
)
def nowhere(reports: Sequence[Facts], context: Context) -> Iterator[Hit]:
    """Its figures are counted without a unit or without a period, where nobody looks for them: put it right in the corrections."""
    for facts in reports:
        if not facts.counted:
            continue
        unit, period = facts.unit is None, facts.unit_period is None
        if unit or period:
            vietnamese = " và ".join(name for name, lacks in (("đơn vị", unit), ("kỳ báo cáo", period)) if lacks)
            english = " or ".join(name for name, lacks in (("its unit", unit), ("its period", period)) if lacks)
            yield Hit(
                {"report": facts.name, "what": Texts(vietnamese, english)},
                evidence=(facts.head,) if facts.head else (),
                reports=(facts.name,),
                unit=facts.unit,
                period=facts.unit_period,
            )


@across_rule(
    "R412",
    title=Texts("Văn bản không phải báo cáo", "A document that is no report"),
    message=Texts("không phải báo cáo, số liệu không được tính: {report} ({type})", "no report, not counted: {report} ({type})"),
    severity="info",
    source=Texts("Đối chiếu giữa các văn bản", "Documents held against each other"),
    why="Quyết định, kế hoạch, công văn lẫn trong các báo cáo: số trong đó không phải là số báo cáo, nên để riêng.",
    fires=(sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _GIVEN).replace("BÁO CÁO", "QUYẾT ĐỊNH"),),
    silent=(sample("Sở Y tế", 15, "2022-06-10", "6 tháng đầu năm 2022", _GIVEN),),
)
def no_report(reports: Sequence[Facts], context: Context) -> Iterator[Hit]:
    """A decision, a plan or a letter lies among the reports: its figures report nothing, and are kept apart."""
    for facts in reports:
        if facts.why == "other_document":
            kind = Texts("không rõ loại văn bản", "of an unknown type") if facts.doc_type is None else facts.doc_type
            evidence = (facts.head,) if facts.head else ()
            yield Hit(
                {"report": facts.name, "type": kind},
                evidence=evidence,
                reports=(facts.name,),
                unit=facts.unit,
                period=facts.unit_period,
            )


@across_rule(
    "R413",
    title=Texts("Hai tên có thể là một đơn vị", "Two names that may be one unit"),
    message=Texts(
        "“{one}” và “{other}” có thể là một đơn vị; đang tính là hai, nếu là một thì ghi vào tệp chỉnh sửa",
        "“{one}” and “{other}” may be one unit; they are counted as two: if they are one, say so in the corrections",
    ),
    severity="info",
    source=Texts("Đối chiếu giữa các văn bản", "Documents held against each other"),
    why="Tên giống nhau, một báo cáo ghi thêm cấp trên hoặc địa danh mà báo cáo kia không ghi: máy không tự gộp khi chưa chắc.",
    fires=(
        sample("Công an huyện Đông Khê", 15, "2022-06-10", "6 tháng đầu năm 2022", _GIVEN, parent="Công an tỉnh Lam Khê"),
        sample("Công an huyện Đông Khê", 90, "2022-12-10", "năm 2022", _GIVEN, parent=""),
    ),
    silent=(
        sample("Công an huyện Đông Khê", 15, "2022-06-10", "6 tháng đầu năm 2022", _GIVEN, parent="Công an tỉnh Lam Khê"),
        sample("Công an huyện Tây Khê", 90, "2022-12-10", "năm 2022", _GIVEN, parent=""),
    ),
)
def maybe_one_unit(reports: Sequence[Facts], context: Context) -> Iterator[Hit]:
    """One letterhead names a superior or a place that the other leaves out: names are joined only where it is certain."""
    named: dict[Words, dict[str, tuple[frozenset[str], Facts]]] = defaultdict(dict)
    for facts in reports:
        if facts.counted and facts.unit is not None and facts.issuer:
            key = unit_key(facts.issuer, facts.parent_organ, facts.place)
            named[key.words].setdefault(facts.unit, (frozenset(place.name for place in key.places), facts))
    for units in named.values():
        for unit, (places, facts) in sorted(units.items(), key=lambda row: row[0]):
            fuller = [(other, held[1]) for other, held in units.items() if places < held[0]]
            if len(fuller) == 1:
                other, second = fuller[0]
                evidence = tuple(shown for shown in (facts.head, second.head) if shown is not None)
                yield Hit({"one": unit, "other": other}, evidence=evidence, reports=(facts.name, second.name), unit=unit)
