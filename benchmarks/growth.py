"""How the time of a parse grows: with the length of the text, or with its square.

    python benchmarks/growth.py [NAME...] [--size N] [--long] [--profile]

Each pattern is repeated to a text of about N characters and to one of four times that, and both are parsed in one run; of a
few parses of the short text the fastest counts. A linear parser takes four times as long, a quadratic one sixteen times.
A ratio above 8 is measured again, and marked when it stays above; the exit code is then 1.

NAME: only patterns that have one of the words in their name. --long: sixteen times the length as well, its ratio to four
times. --profile: the functions that take most of the longest text, for each pattern that is marked.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from vnreport_parse import parse

SIZE = 10_000
STEP = 4
MARKED = 8.0  # half way, by factors, between linear (4) and quadratic (16)
LEAST = 0.02  # seconds of the longer text; below, a ratio is noise
TRIES = 2
ROUNDS = 3  # parses of the short text, which is more easily disturbed
WIDTH = 30
SHOWN = 6

HEAD = """\
SỞ NỘI VỤ TỈNH AN HẢI              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/BC-SNV                             Độc lập - Tự do - Hạnh phúc

BÁO CÁO
Kết quả công tác thi đua, khen thưởng năm 2023

"""
CLOSING = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nLê Văn An\n"
CITATION = "Công văn số 110/BTĐKT-NV ngày 31/5/2022 của Sở Nội vụ"
AWARD = "tặng Giấy khen cho 02 tập thể"
ROWS = "| TT | Danh hiệu | Số lượng |\n|---|---|---|\n"

# name: what is repeated on one line or line by line
UNITS = {
    # marks and letters
    "letters": "a",
    "digits": "1",
    "dots": ".",
    "ellipses": "…",
    "slashes": "/",
    "opening brackets": "(",
    "closing brackets": ")",
    "pairs of brackets": "()",
    "straight quotes": '"',
    "opening quotes": "“",
    "pipes": "|",
    "dashes": "- ",
    "stars": "*",
    "emphasis": "**a** ",
    "entities": "&amp;",
    "combining marks": "a\u0301\u0302 ",
    "line of blanks": " ",
    "line of tabs": "a\t",
    "line of wide gaps": "a          ",
    "empty lines": "\n",
    "short lines": "a\n",
    "words": "xin chào. ",
    "words without a stop": "xin chào ",
    # labels and headings
    "roman labels run together": "I.",
    "numbers run together": "1.1.",
    "the same roman label": "I. A\n",
    "the same number": "1. a\n",
    "the same letter": "a) b\n",
    "all styles of label": "I. KẾT QUẢ\n1. Công tác\n1.1. Nhỏ\na) Một\n(1) Hai\nA. B\nĐiều 1. C\n",
    "labels inside a line": "(1) một (2) hai\n",
    "labels in open quotes": "như sau:\n“1. mở\n",
    "colons": "1. a: b. (c: “d\n",
    "wrapped lines": "dòng này không có dấu chấm ở cuối dòng, và còn dài thêm nữa\n1. tiếp theo của câu\n",
    "headings in capitals": "KẾT QUẢ CÔNG TÁC\n",
    # numbers, dates, citations
    "số": "số ",
    "ngày": "ngày ",
    "days without a month": "ngày … tháng ",
    "dates": "ngày 1/1/2020 ",
    "type words": "Quyết định ",
    "laws": "Luật A ",
    "serials": "số 1, số 2, ",
    "numbers that run on": "12/QĐ-UBND-",
    "citations with và": "Quyết định số 12/QĐ-UBND và ",
    "citations in brackets": "Quyết định số 12/QĐ-UBND về (",
    "page of citations": f"- {CITATION} về việc khen thưởng;\n",
    "line of citations": f"{CITATION}, ",
    # awards, counts, names
    "titles": "Bằng khen ",
    "verbs": "đề nghị tặng ",
    "counts": "04 cá nhân, ",
    "number words": "hai mươi ",
    "parts": "trong đó có 04 cá nhân ",
    "awards in one sentence": f"{AWARD}; ",
    "awards, one a sentence": f"Sở {AWARD}. ",
    "awards, one a line": f"- {AWARD};\n",
    "names of persons": "ông Nguyễn Văn A, ",
    "names of organs": "Sở Nội vụ, ",
    "organ without an end": "Sở Nội vụ tỉnh ",
    "campaigns": "phong trào thi đua “",
    # letterheads and closings
    "organs, one a line": "SỞ NỘI VỤ\n",
    "numbers of letterheads": "Số: 1/\n",
    "mottoes": "x\nĐộc lập - Tự do - Hạnh phúc\n",
    "names of types": "BÁO CÁO\n",
    "addressees": "Kính gửi:\n- A;\n",
    "letterhead cells": "| SỞ NỘI VỤ | Số: 1/BC |\n",
    "lists of recipients": "Nơi nhận:\n- Sở Nội vụ;\n",
    "entry without an end": "- Sở Nội vụ, ",
    "authorities": "TM. ỦY BAN NHÂN DÂN\n",
    "positions": "x.\nGIÁM ĐỐC\n",
    "signature blocks": "x.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nNguyễn Văn A\n",
    "closing cells": "| Nơi nhận: | KT. GIÁM ĐỐC |\n",
    "annexes": "PHỤ LỤC I\n",
    "whole reports": f"{HEAD}Sở {AWARD}.{CLOSING}",
}


def counted(line: str, before: str = "") -> Callable[[int], str]:
    """Lines that are counted from 1, after some text."""
    return lambda size: before + "".join(line.format(at) for at in range(1, max(2, size // len(line))))


def nested(size: int) -> str:
    """1., 1.1., 1.1.1. …: as many levels as the size allows."""
    levels = int(size**0.5)
    return "\n".join(".".join(["1"] * depth) + ". Mục" for depth in range(1, levels))


def within(unit: str) -> Callable[[int], str]:
    """The repeated unit as the body of a report."""
    return lambda size: f"{HEAD}{unit * (size // len(unit))}{CLOSING}"


# name: the text of a size
TEXTS: dict[str, Callable[[int], str]] = {
    "counted headings": counted("{}. Kết quả công tác\n"),
    "counted items": counted("{}. Sở đã hoàn thành nhiệm vụ được giao trong năm.\n"),
    "levels of numbers": nested,
    "table of award rows": counted("| {} | Bằng khen | 02 tập thể |\n", ROWS),
    "table of persons": counted("| {} | Ông Nguyễn Văn A, Sở Nội vụ | Giấy khen |\n", ROWS),
    "table in a report": counted("| {} | Bằng khen | 02 tập thể |\n", f"{HEAD}I. KẾT QUẢ\n{ROWS}"),
    "report of awards": within(f"Đề nghị {AWARD} theo {CITATION}.\n"),
    "report of sections": within("I. KẾT QUẢ\n1. Công tác\na) Sở đã hoàn thành nhiệm vụ.\n"),
}


@dataclass(frozen=True, slots=True)
class Growth:
    """The seconds of a pattern, shortest text first."""

    name: str
    seconds: tuple[float, ...]

    @property
    def ratios(self) -> tuple[float, ...]:
        """How many times longer each text takes than the one before it."""
        return tuple(after / before for before, after in pairwise(self.seconds))

    @property
    def marked(self) -> bool:
        """Whether a ratio is too high, of texts that take long enough to say."""
        return any(ratio > MARKED and longer > LEAST for ratio, longer in zip(self.ratios, self.seconds[1:], strict=True))

    def line(self) -> str:
        """One row of the table."""
        seconds = "".join(f"{taken:9.3f}" for taken in self.seconds)
        ratios = "".join(f"{ratio:7.1f}" for ratio in self.ratios)
        return f"{self.name:{WIDTH}}{seconds}{ratios}{'  <<' if self.marked else ''}"


def patterns(words: list[str]) -> Iterator[tuple[str, Callable[[int], str]]]:
    """The patterns whose name has one of the words; all of them where there is none."""
    repeated = {name: (lambda size, unit=unit: unit * (size // len(unit))) for name, unit in UNITS.items()}
    for name, text in (repeated | TEXTS).items():
        if not words or any(word in name for word in words):
            yield name, text


def seconds(text: str, rounds: int) -> float:
    """Processor time of the fastest of the parses of a text."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        parse(text)
        best = min(best, time.process_time() - start)
    return best


def measure(name: str, text: Callable[[int], str], sizes: list[int]) -> Growth:
    """The growth of a pattern; measured again when it seems too much, and the better one counts."""
    found = []
    for _ in range(TRIES):
        # Below a millisecond the clock itself counts.
        taken = [max(seconds(text(size), ROUNDS if size == sizes[0] else 1), 0.001) for size in sizes]
        found.append(Growth(name, tuple(taken)))
        if not found[-1].marked:
            break
    return min(found, key=lambda growth: max(growth.ratios))


def profile(text: str) -> str:
    """The functions of the library that take most of the time of a parse themselves."""
    profiler = cProfile.Profile()
    profiler.runcall(parse, text)
    rows = pstats.Stats(profiler).stats  # type: ignore[attr-defined]
    whole = sum(row[2] for row in rows.values()) or 1.0
    lines = []
    for (path, line, function), row in sorted(rows.items(), key=lambda item: -item[1][2])[:SHOWN]:
        place = f"{Path(path).name}:{line} {function}" if line else function
        lines.append(f"    {row[2] / whole:4.0%} {row[1]:9} calls  {place[: 79 - 26]}")
    return "\n".join(lines)


def arguments(given: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="How the time of a parse grows with the length of the text.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only patterns that have one of these words in their name")
    parser.add_argument("--size", type=int, default=SIZE, metavar="N", help=f"characters of the short text (default {SIZE})")
    parser.add_argument("--long", action="store_true", help="sixteen times the length as well")
    parser.add_argument("--profile", action="store_true", help="what takes the time, for each pattern that is marked")
    return parser.parse_args(given)


def heading(sizes: int) -> str:
    """The names of the columns."""
    seconds_of = "".join(f"{name:>9}" for name in ("n", "4n", "16n")[:sizes])
    ratios = "".join(f"{name:>7}" for name in ("4n/n", "16n/4n")[: sizes - 1])
    return f"{'':{WIDTH}}{seconds_of}{ratios}"


def main(given: list[str] | None = None) -> int:
    """Print the table; 1 when a pattern is marked, 2 when no pattern has such a name."""
    asked = arguments(given)
    chosen = list(patterns(asked.names))
    if not chosen:
        print("no pattern of that name", file=sys.stderr)
        return 2
    sizes = [asked.size * STEP**power for power in range(3 if asked.long else 2)]
    print(f"n = {asked.size} characters; processor seconds, and their ratios")
    print(heading(len(sizes)))
    parse(HEAD)  # lexicons are read on first use
    marked = 0
    for name, text in chosen:
        growth = measure(name, text, sizes)
        print(growth.line(), flush=True)
        marked += growth.marked
        if growth.marked and asked.profile:
            print(profile(text(sizes[-1])))
    print(f"{len(chosen)} patterns, {marked} that grow faster than their length (ratio above {MARKED:.0f})")
    return 1 if marked else 0


if __name__ == "__main__":
    sys.exit(main())
