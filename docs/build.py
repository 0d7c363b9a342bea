"""Write what is derived: pages of docs/, JSON Schemas of docs/schema/, and the README's output.

python docs/build.py            write
python docs/build.py --check    say what is out of date, and fail
"""

from __future__ import annotations

import doctest
import inspect
import io
import json
import os
import re
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from enum import Enum
from pathlib import Path
from typing import Annotated, get_args, get_origin, get_type_hints

from typer import Typer
from typer.models import ArgumentInfo, CommandInfo, OptionInfo
from typer.testing import CliRunner

from vnreport_parse import Audit, Report
from vnreport_parse.auditing.rules import all_rules
from vnreport_parse.auditing.rules.base import Rule
from vnreport_parse.cli import app
from vnreport_parse.cli_rules import era_words
from vnreport_parse.dataset.dictionary import dictionary_page, schema_text
from vnreport_parse.dataset.querying import ready_queries
from vnreport_parse.diagnostics import KINDS

ROOT = Path(__file__).resolve().parent.parent
GENERATED = "This page is written by `make docs`.\n"
_BLOCK = re.compile(r"^```(?P<kind>console|python)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_ENVIRONMENT = {"COLUMNS": "100", "LC_ALL": "C.UTF-8"}


# ---------------------------------------------------------------- pages
def cli_page() -> str:
    """The commands of `vnreport` with their arguments and options, from the signatures of the functions behind them."""
    lines = ["# The command line", "", GENERATED, str(app.info.help), "", "`vnreport --version` shows the version.", ""]
    for name, command in _commands(app):
        parameters = get_type_hints(command.callback, include_extras=True)
        described = [(parameter, *get_args(hint)) for parameter, hint in parameters.items() if get_origin(hint) is Annotated]
        rows = [(_shown(parameter, kind, info), info.help) for parameter, kind, info in described]
        arguments = [info.metavar for _, _, info in described if isinstance(info, ArgumentInfo)]
        lines += [f"## {name}", "", f"    vnreport {name} [OPTIONS] {' '.join(arguments)}", ""]
        lines += [*inspect.getdoc(command.callback).splitlines(), "", "| | |", "|---|---|"]
        lines += [*(f"| `{shown}` | {text} |" for shown, text in rows), ""]
    return "\n".join(lines)


def _commands(group: Typer, above: str = "") -> Iterator[tuple[str, CommandInfo]]:
    """The commands of the program and of its groups (`dataset build`), by name."""
    for command in sorted(group.registered_commands, key=lambda c: str(c.name)):
        yield f"{above}{command.name}", command
    for inner in group.registered_groups:
        yield from _commands(inner.typer_instance, f"{above}{inner.name or inner.typer_instance.info.name} ")


def _shown(name: str, kind: object, info: ArgumentInfo | OptionInfo) -> str:
    """`FILE...` or `--format json|jsonl|table`."""
    if isinstance(info, ArgumentInfo):
        return str(info.metavar)
    base = next((part for part in get_args(kind) if part is not type(None)), kind)
    option = f"--{name.rstrip('_').replace('_', '-')}"
    if base is bool:
        return option
    value = "\\|".join(base) if issubclass(base, Enum) else info.metavar or {int: "N"}[base]
    return f"{option} {value}"


def diagnostics_page() -> str:
    """The table of codes."""
    lines = [
        "# Diagnostics",
        "",
        GENERATED,
        "A document with oddities is read all the same; what is odd stands in `Report.diagnostics`, with these stable codes.",
        "",
        "| code | severity | English | Vietnamese |",
        "|---|---|---|---|",
        *(f"| {code} | {kind.severity} | {kind.en} | {kind.vi} |" for code, kind in sorted(KINDS.items())),
        "",
    ]
    return "\n".join(lines)


def rules_page() -> str:
    """The rules of an audit: a table, and each with its source, its thresholds and its examples."""
    rules = all_rules()
    lines = [
        "# Rules of an audit",
        "",
        GENERATED,
        "Codes never change their meaning. A rule from memory, or one that needs a number of the user, is off by default.",
        "`vnreport rules` lists them as your `vnreport.toml` has them.",
        "",
        "| code | severity | Vietnamese | English | time of the award | |",
        "|---|---|---|---|---|---|",
        *(_rule_row(rule) for rule in rules.values()),
        "",
    ]
    return "\n".join([*lines, *(line for rule in rules.values() for line in _rule_section(rule))])


def _rule_row(rule: Rule) -> str:
    cells = (
        f"[{rule.code}](#{rule.code.lower()})",
        rule.severity,
        *rule.title,
        era_words(rule.era, "en"),
        "" if rule.on else "off",
    )
    return f"| {' | '.join(cells)} |"


def _rule_section(rule: Rule) -> list[str]:
    thresholds = [f"- threshold `{name}`: {t.meaning.en}, {t.default:g} by default" for name, t in rule.thresholds.items()]
    examples = [
        line
        for name, texts in (("Triggers it", rule.fires), ("Does not", rule.silent))
        for text in texts
        for line in (f"{name}:", "", "```text", text.rstrip(), "```", "")
    ]
    return [
        f"## {rule.code}",
        "",
        f"{rule.title.en}. {rule.reason.en}",
        "",
        f"- source: {rule.source.en}",
        *thresholds,
        "",
        *examples,
    ]


def schema_page() -> str:
    """The JSON Schema of a report, as `vnreport parse --format json` writes it."""
    return json.dumps(Report.model_json_schema(mode="serialization"), ensure_ascii=False, indent=1) + "\n"


def audit_schema_page() -> str:
    """The JSON Schema of an audit, as `vnreport audit --out audit.json` writes it."""
    return json.dumps(Audit.model_json_schema(mode="serialization"), ensure_ascii=False, indent=1) + "\n"


def queries_page() -> str:
    """The ready-made queries of data sets, with their SQL."""
    lines = ["# Ready-made queries of a data set", "", GENERATED]
    lines += ["`vnreport dataset query DATASET NAME --set PARAMETER=VALUE`; the SQL is also a start for one's own.", ""]
    for ready in ready_queries().values():
        lines += [f"## {ready.name}", "", f"{ready.words.en}. {ready.words.vi}.", ""]
        for parameter in ready.parameters:
            default = "must be given" if parameter.default is None else f"else `{parameter.default!r}`"
            lines.append(f"- `{parameter.name}`: {parameter.words.en} · {parameter.words.vi} ({default})")
        lines += [""] * bool(ready.parameters) + ["```sql", ready.sql, "```", ""]
    return "\n".join(lines)


# ---------------------------------------------------------------- the README's examples
def readme_page() -> str:
    """The README, with the output of every `$ vnreport …` and every `>>>` as it is now."""
    runners = {"console": _run_console, "python": _run_python}
    globals_: dict[str, object] = {}

    def renew(block: re.Match[str]) -> str:
        body = runners[block["kind"]](block["body"], globals_)
        return f"```{block['kind']}\n{body}```"

    return _BLOCK.sub(renew, (ROOT / "README.md").read_text("utf-8"))


def _run_console(body: str, _: dict[str, object]) -> str:
    """Commands and their output; a command of another program than `vnreport` keeps what is written."""
    if not any(line.startswith("$ vnreport") for line in body.splitlines()):
        return body
    out = []
    for line in body.splitlines():
        if line.startswith("$ vnreport"):
            command, part, number = re.fullmatch(r"(.*?)(?: \| (head|tail) -n (\d+))?", line.removeprefix("$ vnreport")).groups()
            result = CliRunner().invoke(app, shlex.split(command), env=_ENVIRONMENT)
            lines = result.output.splitlines()
            out += [line, *(lines if part is None else lines[: int(number)] if part == "head" else lines[-int(number) :])]
    return "".join(f"{line.rstrip()}\n" for line in out)


def _run_python(body: str, globals_: dict[str, object]) -> str:
    """A session of `>>>` lines, each followed by what it prints; a block without them stays."""
    if ">>>" not in body:
        return body
    out = []
    for example in doctest.DocTestParser().get_examples(body):
        first, *rest = example.source.splitlines()
        out += [f">>> {first}\n", *(f"... {line}\n" for line in rest)]
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(compile(example.source, "README.md", "single"), globals_)
        out.append(printed.getvalue())
    return "".join(out)


PAGES: dict[str, Callable[[], str]] = {
    "docs/cli.md": cli_page,
    "docs/diagnostics.md": diagnostics_page,
    "docs/rules.md": rules_page,
    "docs/schema/audit.schema.json": audit_schema_page,
    "docs/dictionary.md": lambda: dictionary_page().replace("\n\n", f"\n\n{GENERATED}\n", 1),
    "docs/queries.md": queries_page,
    "docs/schema/dataset.schema.json": schema_text,
    "docs/schema/report.schema.json": schema_page,
    "README.md": readme_page,
}


def main() -> int:
    """Write the pages, or with --check compare them with what is there."""
    os.chdir(ROOT)  # the README's commands name files of corpus/
    os.environ |= _ENVIRONMENT
    stale = []
    for name, page in PAGES.items():
        path = ROOT / name
        text = page()
        if "--check" not in sys.argv[1:]:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        elif not path.exists() or path.read_text("utf-8") != text:
            stale.append(name)
    for name in stale:
        print(f"{name} is out of date: run `make docs`")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
