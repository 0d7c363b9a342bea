"""The audit's page, opened in a browser: it filters, leads from a figure to its place in the report, and runs nothing else."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from makeaudit import EVIL, hostile, ordinary
from vnreport_parse import parse_file
from vnreport_parse.auditing.evidence import evidence_of
from vnreport_parse.auditing.page import audit_page, write_page
from vnreport_parse.auditing.page_words import PAGE_WORDS
from vnreport_parse.auditing.records import Audit, AuditedReport, CountRow
from vnreport_parse.auditing.wording import WORDS, period_words
from vnreport_parse.dates import Period
from vnreport_parse.spans import Span
from vnreport_parse.view import report_page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# ---------------------------------------------------------------- without a browser
def test_data_cannot_end_its_element() -> None:
    """Whatever the names are, the JSON stays one element, and reads back."""
    page = audit_page(hostile(), "vi")
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    data = json.loads(found[1])
    assert data["findings"][0][2] in EVIL
    assert page.count("<script") == 2
    assert "alert(1)</script>" not in page
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


def test_same_audit_same_page() -> None:
    """The page is a function of the audit and the language."""
    assert audit_page(ordinary(), "vi") == audit_page(ordinary(), "vi")
    assert audit_page(ordinary(), "en") != audit_page(ordinary(), "vi")


def test_words_in_both_languages() -> None:
    """No word is missing, and both say the same details."""
    for key, both in (WORDS | PAGE_WORDS).items():
        assert len(both) == 2, key
        assert set(re.findall(r"{\w+}", both[0])) == set(re.findall(r"{\w+}", both[1])), key
    assert not WORDS.keys() & PAGE_WORDS.keys() - {"row"}


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2021", "năm 2021"),
        ("2022-01/2022-06", "6 tháng đầu năm 2022"),
        ("2022-07/2022-12", "6 tháng cuối năm 2022"),
        ("2022-01/2022-03", "quý I/2022"),
        ("2022-10/2022-12", "quý IV/2022"),
        ("2020-09/2021-08", "năm học 2020-2021"),
        ("2015/2020", "giai đoạn 2015-2020"),
        ("2022-01/2022-12", "năm 2022"),
        ("2022-05", "tháng 5/2022"),
        ("2022-03/2022-05", "tháng 3/2022 - tháng 5/2022"),
        ("2021-12/2022-11", "tháng 12/2021 - tháng 11/2022"),
        ("2022-01-01/2022-06-15", "2022-01-01/2022-06-15"),
        (None, "(không rõ kỳ)"),
    ],
)
def test_periods_as_a_person_says_them(period: str | None, words: str) -> None:
    """An EDTF period has its Vietnamese name where there is one."""
    assert period_words(Period(period) if period else None, "vi") == words


def test_not_writable(tmp_path: Path) -> None:
    """The system's own error."""
    with pytest.raises(OSError, match="missing"):
        write_page(ordinary(), tmp_path / "missing" / "audit.html", "vi")


# ---------------------------------------------------------------- in a browser
@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """One browser for all tests of this module."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET, env=dict(os.environ))
        yield started
        started.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of an ordinary, a hostile, a large and a real audit."""
    folder = tmp_path_factory.mktemp("pages")
    write_page(ordinary(), folder / "ordinary.html", "vi")
    write_page(hostile(), folder / "hostile.html", "vi")
    write_page(ordinary(tuple(f"Đơn vị {i}" for i in range(200))), folder / "large.html", "en")
    write_page(Audit(), folder / "empty.html", "vi")
    return folder


class Shown:
    """A page in a tab, and what it complained about."""

    def __init__(self, browser, path: Path, width: int = 1280) -> None:
        self.tab = browser.new_page(viewport={"width": width, "height": 900})
        self.complaints: list[str] = []
        self.tab.on(
            "console", lambda message: self.complaints.append(message.text) if message.type in ("error", "warning") else None
        )
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.tab.on("dialog", lambda dialog: (self.complaints.append("a dialog"), dialog.dismiss()))
        self.tab.on("request", lambda request: None if request.url.startswith("file:") else self.complaints.append(request.url))
        self.tab.goto(path.as_uri())

    def wait(self, part: str, rows: int) -> None:
        """Waits until a part of the page has as many rows."""
        last = self.tab.locator(f"#{part} tbody tr")
        deadline = 100
        while last.count() != rows and deadline:
            self.tab.wait_for_timeout(30)
            deadline -= 1
        assert last.count() == rows

    def rows(self, part: str) -> int:
        """How many rows a part of the page shows."""
        return self.tab.locator(f"#{part} tbody tr").count()


@pytest.fixture
def show(browser, folder: Path) -> Iterator[object]:
    """Opens a page; when the test is over, nothing may have been complained about."""
    opened: list[Shown] = []

    def start(name: str, width: int = 1280) -> Shown:
        opened.append(Shown(browser, folder / name, width))
        return opened[-1]

    yield start
    complaints = [complaint for one in opened for complaint in one.complaints]
    for one in opened:
        one.tab.close()
    assert complaints == []


@needs_chromium
def test_filters(show) -> None:
    """By list and by words, with or without diacritics; cleared again."""
    shown = show("ordinary.html")
    assert shown.rows("counts") == 25
    shown.tab.select_option("[name=unit]", "Sở Nội vụ")
    shown.tab.select_option("[name=period]", "2021")
    shown.wait("counts", 12)
    assert "Sở Nội vụ" in shown.tab.locator("#active").inner_text()
    shown.tab.fill("[name=q]", "lao dong tien tien")
    shown.wait("counts", 2)
    shown.tab.click("button[type=reset]")
    shown.wait("counts", 25)
    shown.tab.select_option("[name=severity]", "error")
    shown.tab.select_option("[name=code]", "R103")
    shown.wait("findings", 6)
    shown.tab.fill("[name=q]", "không có ở đâu cả")
    shown.wait("findings", 0)
    assert "Không có dòng nào" in shown.tab.locator("#findings").inner_text()


@needs_chromium
def test_a_bar_filters(show) -> None:
    """A bar of a chart is a button: the keyboard works it."""
    shown = show("ordinary.html")
    bar = shown.tab.locator("#charts .pick").first
    title = bar.locator("text.name").text_content()
    bar.focus()
    shown.tab.keyboard.press("Enter")
    assert shown.tab.locator("[name=title]").input_value() == title
    assert title in shown.tab.locator("#active").inner_text()


@needs_chromium
def test_sorts_and_turns_pages(show) -> None:
    """By number, down first; the next page goes on."""
    shown = show("ordinary.html")
    shown.tab.click("#counts th:last-child button")
    figures = [int(text) for text in shown.tab.locator("#counts .figure").all_inner_texts()]
    assert figures == sorted(figures, reverse=True)
    assert shown.tab.locator("#counts th:last-child").get_attribute("aria-sort") == "descending"
    shown.tab.click("#counts [data-turn=on]")
    later = [int(text) for text in shown.tab.locator("#counts .figure").all_inner_texts()]
    assert max(later) <= min(figures)


@needs_chromium
def test_a_figure_leads_to_its_place_in_the_report(browser, tmp_path: Path) -> None:
    """From the count to the excerpt, from there into the report: the words are marked where they stand."""
    report = parse_file(ROOT / "corpus/so-noi-vu-so-ket-2023.txt")
    award = next(award for award in report.awards if award.recipients and award.recipients[0].count)
    group = award.recipients[0]
    shown = evidence_of(report, "bc.txt", group.span)
    row = CountRow(title=award.title, kind=group.kind, status=award.status, unit="Sở Nội vụ", count=group.count, evidence=(shown,))
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/001.html").write_text(report_page(report), "utf-8")
    audit = Audit(reports=(AuditedReport(path="bc.txt", unit="Sở Nội vụ", page="pages/001.html"),), counts=(row,))
    write_page(audit, tmp_path / "audit.html", "vi")
    page = Shown(browser, tmp_path / "audit.html")
    page.tab.click("#counts .figure")
    assert page.tab.locator("#evidence mark").inner_text() == group.span.of(report.text)
    with page.tab.expect_popup() as opened:
        page.tab.click("#evidence a")
    place = opened.value
    place.wait_for_selector(".hit")
    assert "".join(place.locator(".hit").all_inner_texts()) == group.span.of(report.text)
    assert place.evaluate("document.querySelector('.hit').getBoundingClientRect().top < innerHeight")
    page.tab.keyboard.press("Escape")
    assert not page.tab.locator("#evidence").is_visible()
    assert page.complaints == []


@needs_chromium
def test_a_place_without_an_anchor_is_found(browser, tmp_path: Path) -> None:
    """A span that is no record's still leads to the words around it."""
    report = parse_file(ROOT / "corpus/so-noi-vu-so-ket-2023.txt")
    (tmp_path / "001.html").write_text(report_page(report), "utf-8")
    start = report.text.index("nông thôn mới") + 2
    tab = browser.new_page()
    tab.goto((tmp_path / "001.html").as_uri() + f"#s{start}-{start + 5}")
    assert "nông thôn mới" in "".join(tab.locator(".hit").all_inner_texts())
    tab.close()


@needs_chromium
def test_hostile_names_stay_text(show) -> None:
    """Nothing of a report runs or becomes an element; every part of the page is shown."""
    shown = show("hostile.html")
    assert shown.rows("findings") == len(EVIL)
    assert shown.rows("apart") == len(EVIL)
    assert "<script>alert(1)</script>" in shown.tab.locator("#findings").inner_text()
    shown.tab.locator("#findings .figure").nth(3).click()
    assert shown.tab.locator("#evidence").is_visible()
    assert shown.tab.locator("main script, dialog script").count() == 0


@needs_chromium
@pytest.mark.parametrize("name", ["ordinary.html", "hostile.html"])
def test_narrow_screens(show, name: str) -> None:
    """Nothing sticks out to the side of a telephone; the filters fold away."""
    shown = show(name, 390)
    assert shown.tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not shown.tab.locator("[name=unit]").is_visible()
    shown.tab.click("#filters summary")
    assert shown.tab.locator("[name=unit]").is_visible()


@needs_chromium
@pytest.mark.parametrize("language", ["vi", "en"])
def test_words_of_a_status_stay_whole(browser, tmp_path: Path, language: str) -> None:
    """No word of a status, a period or a kind of recipient is broken over two lines."""
    long = Audit(counts=tuple(row.model_copy(update={"unit": f"{row.unit} " + "và Công nghệ " * 8}) for row in ordinary().counts))
    write_page(long, tmp_path / "audit.html", language)
    page = Shown(browser, tmp_path / "audit.html", 900)
    broken = page.tab.evaluate(
        """() => [...document.querySelectorAll("#counts td.words")].flatMap((cell) => {
          const node = cell.firstChild, words = [...node.data.matchAll(/\\S+/g)];
          return words.filter((word) => {
            const range = document.createRange();
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            return range.getClientRects().length > 1;
          }).map((word) => word[0]);
        })"""
    )
    assert page.tab.locator("#counts td.words").count() > 0
    assert broken == []


@needs_chromium
def test_forms(show) -> None:
    """One form at a time, chosen from a list; uncovered cells are grey, figures lead to their evidence."""
    shown = show("ordinary.html")
    choice = shown.tab.locator("#forms select")
    assert choice.locator("option").all_inner_texts()[-1] == "Biểu 0603.N/BNV-TĐKT · 6 tháng đầu năm 2022"
    choice.select_option(index=3)
    assert shown.tab.locator("#forms h3").inner_text().startswith("Biểu 0603.N/BNV-TĐKT · 6 tháng đầu năm 2022")
    assert shown.tab.locator("#forms td.empty").count() == sum(cell.value is None for cell in ordinary().forms[0].cells) + 5
    shown.tab.locator("#forms .figure").first.click()
    assert "trường hợp" in shown.tab.locator("#evidence mark").inner_text()
    shown.tab.keyboard.press("Escape")
    shown.tab.select_option("[name=period]", "2021")
    assert choice.locator("option").count() == 2


@needs_chromium
def test_charts_leave_out_what_would_hide_the_rest(browser, tmp_path: Path) -> None:
    """Households and figures told again by a longer period are not drawn beside the others, and pieces never."""
    shown = evidence_of(parse_file(ROOT / "corpus/so-noi-vu-so-ket-2023.txt"), "a.txt", Span(0, 5))
    given = {"status": "conferred", "unit": "Sở A", "evidence": (shown,)}
    rows = (
        CountRow(title="Bằng khen", kind="individual", count=30, period=Period("2022"), **given),
        CountRow(title="Bằng khen", kind="individual", count=12, period=Period("2022-01/2022-06"), covered=True, **given),
        CountRow(title="Bằng khen", carrier="quantity", count=700, period=Period("2022"), **given),
        CountRow(title="Gia đình văn hóa", kind="household", count=50_000, period=Period("2022"), **given),
    )
    write_page(Audit(counts=rows), tmp_path / "audit.html", "vi")
    page = Shown(browser, tmp_path / "audit.html")
    chart = page.tab.locator("#charts figure").first
    assert chart.locator("text.name").all_text_contents() == ["Bằng khen"]
    assert chart.locator("text.value").all_text_contents() == ["30"]
    assert "50.000" in page.tab.locator("#households").inner_text()
    page.tab.select_option("[name=title]", "Gia đình văn hóa")
    assert chart.locator("text.value").all_text_contents() == ["50.000"]
    page.tab.select_option("[name=title]", "")
    page.tab.select_option("[name=period]", "2022-01/2022-06")
    assert chart.locator("text.value").all_text_contents() == ["12"]
    assert page.complaints == []


@needs_chromium
def test_many_rows(show) -> None:
    """Of thousands of rows only a page is drawn; in print, more."""
    shown = show("large.html")
    assert shown.rows("counts") == 25
    assert "of 4,800 rows" in shown.tab.locator("#counts .pager").inner_text()
    shown.tab.fill("[name=q]", "don vi 199")
    shown.wait("counts", 24)
    shown.tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert shown.tab.locator("#counts .pager").count() == 0
    assert shown.tab.locator("#findings td small mark").count() > 0
    shown.tab.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert shown.tab.locator("#findings td small").count() == 0


@needs_chromium
def test_nothing_audited(show) -> None:
    """An empty audit says so, and breaks nowhere."""
    shown = show("empty.html")
    assert "Không có phát hiện nào" in shown.tab.locator("#findings").inner_text()
