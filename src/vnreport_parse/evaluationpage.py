"""An evaluation as one HTML page that needs nothing else: figures, fields, and every error in its sentence.

What the labels want is marked green, what was read in its place red; a record is shown once, with all its fields that differ.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby
from string import Template

from .cli_messages import say, say_unreadable
from .diagnostics import Language
from .evaluate import Evaluation, first_of_each
from .evaluation.outcomes import Context, Figure, Outcome
from .evaluationview import where

_WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "title": "Evaluation against labels",
        "figures": "Figures",
        "fields": "Fields",
        "field": "Field",
        "about": "A figure counts records: a wrong value counts as spurious and as missed. A field is compared on the records that "
        "belong together; what neither the labels nor the report state counts for nothing.",
        "right": "right",
        "wrong": "wrong",
        "missed": "missed",
        "spurious": "spurious",
        "errors": "Errors",
        "no_errors": "No errors.",
        "left_out": "Shown: the first {limit} errors of each field.",
        "wanted": "labels",
        "got": "read",
        "nothing": "nothing",
        "elsewhere": "These words do not stand in the text that was read.",
        "legend": "In the text: <mark class=got>read wrongly, or too much</mark>, <mark class=wanted>missed</mark>.",
        "entry": "entry {at} of the labels",
        "beyond": "not in the labels",
        "not_read": "Not read",
        "header": "Letterhead",
        "tables": "Tables",
        "counts": "Counts",
        "annexes": "Annexes",
    },
    "vi": {
        "title": "Đối chiếu với nhãn",
        "figures": "Các chỉ số",
        "fields": "Các trường",
        "field": "Trường",
        "about": "Mỗi chỉ số đếm bản ghi: một giá trị sai được tính vừa là thừa vừa là bỏ sót. Mỗi trường được so trên các bản ghi "
        "ứng với nhau; điều mà cả nhãn và kết quả đều không nêu thì không tính.",
        "right": "đúng",
        "wrong": "sai",
        "missed": "bỏ sót",
        "spurious": "thừa",
        "errors": "Lỗi",
        "no_errors": "Không có lỗi.",
        "left_out": "Chỉ nêu {limit} lỗi đầu của mỗi trường.",
        "wanted": "nhãn",
        "got": "đọc được",
        "nothing": "không có",
        "elsewhere": "Các chữ này không có trong văn bản đã đọc.",
        "legend": "Trong văn bản: <mark class=got>đọc sai hoặc thừa</mark>, <mark class=wanted>bỏ sót</mark>.",
        "entry": "mục {at} của nhãn",
        "beyond": "không có trong nhãn",
        "not_read": "Không đọc được",
        "header": "Phần đầu văn bản",
        "tables": "Bảng",
        "counts": "Số lượng",
        "annexes": "Phụ lục",
    },
}

_PAGE = Template("""<!doctype html>
<html lang="$lang">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
:root { color-scheme: light dark; --line: #8886; --soft: #8882; --got: #f8c9c4; --wanted: #c5e8c9; --ink: #111; }
body { font: 16px/1.5 system-ui, "Noto Sans", sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
table { border-collapse: collapse; } .wide { overflow-x: auto; }
th, td { padding: .2rem .6rem; white-space: nowrap; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; }
th:first-child, .said th, .said td { text-align: left; } td { font-variant-numeric: tabular-nums; }
meter { width: 5rem; margin-right: .5rem; }
details { border: 1px solid var(--line); border-radius: .4rem; margin: .6rem 0; padding: .4rem .8rem; }
summary { cursor: pointer; font-weight: 600; overflow-wrap: anywhere; }
article { border-top: 1px solid var(--line); padding: .6rem 0; } article h3 { font-size: 1rem; margin: 0 0 .3rem; }
.said { font-size: .93rem; } .said td, .said th { white-space: normal; border: 0; padding: .1rem .9rem .1rem 0; }
.quote { background: var(--soft); border-radius: .3rem; padding: .4rem .7rem; margin: .4rem 0; overflow-wrap: anywhere; }
.place { font-size: .85rem; opacity: .8; display: block; }
mark { color: var(--ink); border-radius: .2rem; padding: 0 .15rem; }
.got { background: var(--got); } .wanted { background: var(--wanted); outline: 1px dashed #373; }
span.got, span.wanted { color: var(--ink); border-radius: .2rem; padding: 0 .25rem; }
</style>
<h1>$title</h1>
<p>$summary</p>
$failed
<h2>$figures_title</h2>
<p>$about</p>
$figures
<h2>$fields_title</h2>
$fields
<h2>$errors_title</h2>
$errors
</html>
""")


def evaluation_page(evaluation: Evaluation, language: Language, errors: int | None = None) -> str:
    """The page, with up to `errors` errors of each field."""
    words = _WORDS[language]
    wrong: Counter[tuple[str, str]] = Counter(
        (outcome.figure, outcome.verdict) for outcome in (*evaluation.errors, *evaluation.field_errors)
    )
    return _PAGE.substitute(
        lang=language,
        title=words["title"],
        summary=escape(say(language, "documents", count=evaluation.documents, failed=len(evaluation.failed))),
        failed="".join(f"<p>{words['not_read']}: {_safe(say_unreadable(language, failure))}</p>" for failure in evaluation.failed),
        figures_title=words["figures"],
        about=words["about"],
        figures=_table(say(language, "figure"), evaluation.figures, wrong, language),
        fields_title=words["fields"],
        fields=_table(words["field"], evaluation.fields, wrong, language),
        errors_title=words["errors"],
        errors="\n".join(_errors(evaluation, language, errors)),
    )


def _safe(text: str) -> str:
    """Words of a document in the page: nothing in them is markup, and what does not show is left out."""
    shown = "".join(c if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"} or c == "\n" else "\ufffd" for c in text)
    return escape(shown)


def _table(title: str, figures: Mapping[str, Figure], wrong: Mapping[tuple[str, str], int], language: Language) -> str:
    verdicts = ("wrong", "missed", "spurious")
    heads = [title, "F1", *(say(language, name) for name in ("precision", "recall", "labelled"))]
    heads += [_WORDS[language][name] for name in ("right", *verdicts)]
    rows = ["".join(f"<th scope=col>{escape(head)}</th>" for head in heads)]
    for name, figure in figures.items():
        f1 = f'<meter min=0 max=1 low=.9 high=.97 optimum=1 value="{figure.f1:.4f}"></meter>{figure.f1:.4f}'
        cells = [f1, f"{figure.precision:.4f}", f"{figure.recall:.4f}", str(figure.tp + figure.fn), str(figure.tp)]
        cells += [str(wrong.get((name, verdict), 0)) for verdict in verdicts]
        rows.append(f"<th scope=row>{escape(name)}</th>" + "".join(f"<td>{cell}</td>" for cell in cells))
    return "<div class=wide><table>" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "</table></div>"


# ---------------------------------------------------------------- errors
def _errors(evaluation: Evaluation, language: Language, limit: int | None) -> Iterator[str]:
    """A box for each document, in it an article for each record that differs."""
    words = _WORDS[language]
    listed = list(first_of_each(evaluation.field_errors, limit))
    if not listed:
        yield f"<p>{words['no_errors'] if not evaluation.field_errors else words['left_out'].format(limit=limit)}</p>"
        return
    yield f"<p>{words['legend']}</p>"
    if len(listed) < len(evaluation.field_errors):
        yield f"<p>{words['left_out'].format(limit=limit)}</p>"
    for document, found in groupby(listed, key=lambda outcome: outcome.document):
        by_record: dict[str, list[Outcome]] = {}
        for outcome in found:
            by_record.setdefault(outcome.record, []).append(outcome)
        yield f"<details open><summary>{_safe(document)} ({sum(map(len, by_record.values()))})</summary>"
        yield from (_article(record, outcomes, language) for record, outcomes in by_record.items())
        yield "</details>"


def _article(record: str, outcomes: list[Outcome], language: Language) -> str:
    words = _WORDS[language]
    rows = [f"<tr><th></th><th>{words['wanted']}</th><th>{words['got']}</th></tr>"]
    for outcome in outcomes:
        field = outcome.figure.partition(".")[2] or outcome.figure
        shown = (("wanted", outcome.wanted), ("got", outcome.got))
        cells = [f"<span class={kind}>{_safe(value)}</span>" if value else words["nothing"] for kind, value in shown]
        verdict = words[outcome.verdict]
        rows.append(f"<tr><th scope=row>{escape(field)} · {verdict}</th>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    quotes = "".join(_quotes(outcomes, language))
    return f"<article><h3>{_record(record, language)}</h3><table class=said>{''.join(rows)}</table>{quotes}</article>"


def _record(record: str, language: Language) -> str:
    """`Awards, entry 7 of the labels`, from `awards 7`; one with a `+` is beyond the labels."""
    kind, _, at = record.partition(" ")
    name = _WORDS[language].get(kind) or say(language, kind)
    if not at:
        return escape(name)
    place = _WORDS[language]["beyond"] if at.startswith("+") else _WORDS[language]["entry"].format(at=at)
    return escape(f"{name}, {place}")


def _quotes(outcomes: Iterable[Outcome], language: Language) -> Iterator[str]:
    """Each place once; green what was missed."""
    kinds: dict[Context, str] = {}
    lost = True
    for outcome in outcomes:
        if outcome.context:
            lost = False
            if outcome.verdict == "missed":
                kinds.setdefault(outcome.context, "wanted")
            else:
                kinds[outcome.context] = "got"
    quoted = ""
    for context, kind in kinds.items():
        if context.words in quoted:  # a list of names is quoted once
            continue
        quoted = f"{context.before}{context.words}{context.after}"
        place = f"<span class=place>{escape(where(context, language))}</span>"
        quote = f"{_safe(context.before)}<mark class={kind}>{_safe(context.words)}</mark>{_safe(context.after)}"
        yield f"<div class=quote>{place}{quote}</div>"
    if lost:
        yield f"<div class=quote>{_WORDS[language]['elsewhere']}</div>"
