"""Audits made by hand, for the tests of what is written: ordinary ones, and one in which every name is hostile."""

from __future__ import annotations

from itertools import product

from vnreport_parse.auditing.records import (
    ApartRow,
    Audit,
    AuditedReport,
    Citation,
    CountRow,
    Evidence,
    Finding,
    FormCell,
    MissingUnit,
    StatutoryForm,
    UnitName,
    Unread,
)
from vnreport_parse.dates import Period
from vnreport_parse.spans import Span

UNITS = ("Sở Nội vụ", "Sở Khoa học và Công nghệ", "UBND huyện Hòa Xuyên")
PERIODS = ("2021", "2022-01/2022-06")
# title, rank, authority, kind
TITLES = (
    ("Lao động tiên tiến", None, None, "individual"),
    ("Chiến sĩ thi đua cơ sở", None, None, "individual"),
    ("Chiến sĩ thi đua cấp tỉnh", None, "Chủ tịch UBND tỉnh", "individual"),
    ("Tập thể lao động tiên tiến", None, None, "collective"),
    ("Tập thể lao động xuất sắc", None, "Chủ tịch UBND tỉnh", "collective"),
    ("Cờ thi đua", None, "UBND tỉnh", "collective"),
    ("Bằng khen", None, "Chủ tịch UBND tỉnh", "individual"),
    ("Bằng khen", None, "Chủ tịch UBND tỉnh", "collective"),
    ("Bằng khen", None, "Thủ tướng Chính phủ", "individual"),
    ("Giấy khen", None, "Giám đốc Sở", "individual"),
    ("Huân chương Lao động", "hạng Ba", "Chủ tịch nước", "individual"),
    ("Kỷ niệm chương", None, "Bộ trưởng Bộ Nội vụ", "individual"),
)
EVIL = (
    '=HYPERLINK("http://example.org","bấm vào đây")',
    "+1+1",
    "-1",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script><!--",
    "\"quoted\" & 'apos'\nand a second line\ttab",
    "Ban Chỉ đạo thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021-2025 " * 4,
    "{=1+1}",
    "bell\x07 and \ud83c\udfc6\U0001f3c6 nul\x00".replace("\ud83c\udfc6", ""),
    "http://example.org/" + "x" * 3000,
    "internal:'Tổng hợp'!A1",
)


def evidence(report: str, at: int, words: str, before: str = "Năm qua, ", after: str = " có thành tích xuất sắc.") -> Evidence:
    """Words of a report, with what stands around them."""
    mark = Span(len(before), len(before) + len(words))
    excerpt = f"{before}{words}{after}"
    return Evidence(report=report, span=Span(at, at + len(words)), excerpt=excerpt, mark=mark, page=at // 900 + 1, section="II.3")


def ordinary(units: tuple[str, ...] = UNITS, periods: tuple[str, ...] = PERIODS) -> Audit:
    """Reports of some units over some periods: counts, findings, forms, citations."""
    reports = [
        AuditedReport(
            path=f"2022/bc-{i:03d}.txt", sha256=f"{i:064x}", doc_type="Báo cáo", number=f"{100 + i}/BC-SNV",
            date=f"2022-07-{i % 28 + 1:02d}", unit=unit, period=Period(period), counts=12, unexplained=i % 3,
            page=f"pages/{i:03d}.html",
        )
        for i, (unit, period) in enumerate(product(units, periods), 1)
    ]  # fmt: skip
    counts, apart, findings, citations = [], [], [], []
    for i, report in enumerate(reports):
        for j, (title, rank, authority, kind) in enumerate(TITLES):
            number = (7 * i + 5 * j) % 40 + 1
            words = f"tặng {title} cho {number:02d} {'tập thể' if kind == 'collective' else 'cá nhân'}"
            status = ("conferred", "proposed", "proposed_and_conferred")[(i + j) % 3 if j > 5 else 0]
            row = {
                "title": title, "rank": rank, "authority": authority, "kind": kind, "status": status, "unit": report.unit,
                "period": report.period, "count": number, "evidence": (evidence(report.path, 300 + 120 * j, words),),
            }  # fmt: skip
            counts.append(CountRow(**row))
            if j % 5 == 0:
                apart.append(ApartRow(**row, reason=("restates", "part_of", "cumulative", "target")[i % 4]))
        for j in range(7 if i < 5 else 5):
            severity = ("error", "warning", "info")[j % 3]
            shown = evidence(report.path, 300 + 120 * j, f"tổng số {12 + j} tập thể")
            findings.append(
                Finding(
                    code=f"R{j + 1}03", severity=severity, message=f"Tổng số {12 + j} tập thể, cộng các phần được {10 + j}",
                    reports=(report.path,), evidence=(shown, evidence(report.path, 900, "02 tập thể")),
                    unit=report.unit, period=report.period,
                )
            )  # fmt: skip
        cited = reports[i - 1].path if i else None
        citations += [citation(report.path, key) for key in ("110/BTĐKT-NV", f"{20 + i}/KH-UBND")]
        if cited:
            citations.append(
                Citation(report=report.path, key=f"{99 + i}/BC-SNV", cited=cited, number=f"{99 + i}/BC-SNV", mentions=1)
            )
    return Audit(
        reports=tuple(reports),
        unread=(Unread(path="2022/hong.pdf", reason="tệp bị hỏng"),),
        counts=tuple(counts),
        apart=tuple(apart),
        findings=tuple(findings),
        units=(
            UnitName(printed=units[0].upper(), unit=units[0], how="spelling", reports=(reports[0].path,)),
            *(UnitName(printed=unit, unit=unit, how="same", reports=(reports[0].path,)) for unit in units),
        ),
        missing_units=(MissingUnit(unit="Sở Tài chính", period=Period(periods[0])),),
        forms=tuple(form(code, period, reports[0].path) for code in ("0602.N/BNV-TĐKT", "0603.N/BNV-TĐKT") for period in periods),
        citations=tuple(citations),
    )


def citation(report: str, key: str) -> Citation:
    """A report cites a document that is no report of the audit."""
    shown = (evidence(report, 120, f"Công văn số {key}"),)
    said = {"doc_type": "Công văn", "number": key, "date": "2022-05-31", "issuer": "Ban Thi đua"}
    return Citation(report=report, key=key, mentions=2, evidence=shown, **said)


def form(code: str, period: str, report: str) -> StatutoryForm:
    """A statutory form with a few cells filled."""
    rows = (("01", "Tổng số"), ("02", "Tập thể"), ("03", "Trong đó: Doanh nghiệp"), ("04", "Hộ gia đình"), ("05", "Cá nhân"))
    columns = (
        ("1", "Tổng số"),
        ("2", "Bằng khen"),
        ("3", "Chiến sĩ thi đua cấp bộ, tỉnh"),
        ("4", "Cờ thi đua"),
        ("5", "Huy hiệu, kỷ niệm chương"),
    )
    cells = tuple(
        FormCell(row=row, column=column, value=value, evidence=(evidence(report, 420, f"{value} trường hợp"),) if value else ())
        for (row, _), (column, _) in product(rows, columns)
        for value in [int(row) * int(column) % 4 or None]
        if row != "04"
    )
    return StatutoryForm(
        code=code, title="Số lượng khen thưởng cấp Nhà nước", period=Period(period), rows=rows, columns=columns, cells=cells
    )  # fmt: skip


def hostile() -> Audit:
    """Every name, message and excerpt tries something; units and periods are missing here and there."""
    reports, counts, findings, citations = [], [], [], []
    for i, evil in enumerate(EVIL):
        path = f"{evil}.txt"
        reports.append(
            AuditedReport(
                path=path, number=evil, unit=evil if i % 3 else None, why=evil, counted=bool(i % 2), page=f"pages/{i}.html"
            )
        )
        shown = Evidence(report=path, span=Span(i, i + 5), excerpt=evil, mark=Span(0, min(5, len(evil))), section=evil)
        counts.append(CountRow(title=evil, qualifier=evil, rank=evil, authority=evil, kind="individual", status="conferred",
                               unit=evil if i % 3 else None, count=i, evidence=(shown,)))  # fmt: skip
        findings.append(Finding(code="R101", severity="error", message=evil, reports=(path,), evidence=(shown,), unit=evil))
        citations.append(Citation(report=path, key=evil, cited=f"{EVIL[i - 1]}.txt", number=evil, issuer=evil, evidence=(shown,)))
    return Audit(
        reports=tuple(reports),
        unread=tuple(Unread(path=evil, reason=evil) for evil in EVIL),
        counts=tuple(counts),
        apart=tuple(ApartRow(reason="total", scope=row.title, count=row.count, evidence=row.evidence) for row in counts),
        findings=tuple(findings),
        units=tuple(UnitName(printed=evil, unit=evil, how="same", reports=(evil,)) for evil in EVIL),
        missing_units=tuple(MissingUnit(unit=evil) for evil in EVIL),
        notes=EVIL,
        forms=(
            StatutoryForm(
                code="0602.N/BNV-TĐKT",
                title=EVIL[0],
                rows=tuple((str(i), e) for i, e in enumerate(EVIL)),
                columns=(("1", EVIL[4]),),
                cells=(),
            ),
        ),
        citations=tuple(citations),
    )
