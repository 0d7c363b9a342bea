"""How fast the corpus is read, side by side with a script of three patterns that a person would write in an afternoon.

    python benchmarks/parse.py [ROUNDS]

Ratios hold better than figures: both are run in turn on the same texts, and the best of the rounds counts.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from vnreport_parse import evaluate, parse

CORPUS = Path(__file__).resolve().parent.parent / "corpus"

# The three patterns: a heading, a document cited by number, an award with its count.
_HEADING = re.compile(r"^(?:[IVX]+|\d+|[a-z])[.)]\s+(.+)$", re.MULTILINE)
_CITED = re.compile(r"(Công văn|Kế hoạch|Quyết định|Nghị định|Thông tư|Chỉ thị) số (\S+) ngày (\d{1,2}/\d{1,2}/\d{4})")
_AWARDED = re.compile(r"(Bằng khen|Giấy khen|Cờ thi đua|Kỷ niệm chương)[^.;]{0,80}?cho (\d+) (tập thể|cá nhân)")


def three_patterns(text: str) -> int:
    """What the three patterns find."""
    return sum(len(pattern.findall(text)) for pattern in (_HEADING, _CITED, _AWARDED))


def seconds(work: Callable[[str], object], texts: list[str], rounds: int) -> float:
    """The best time of all rounds over all texts."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        for text in texts:
            work(text)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Print both speeds, their ratio, and what each finds."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    texts = [path.read_text("utf-8") for path in sorted(CORPUS.iterdir()) if path.suffix in {".txt", ".md"}]
    size = sum(len(text.encode()) for text in texts) / 1e6
    parse(texts[0])  # lexicons are read on first use
    ours, theirs = seconds(parse, texts, rounds), seconds(three_patterns, texts, rounds)
    reports = [parse(text) for text in texts]
    found = sum(len(list(r.walk())) + len(r.references) + sum(len(a.recipients) or 1 for a in r.awards) for r in reports)
    print(f"{len(texts)} reports, {size:.3f} MB, best of {rounds}")
    print(f"{'':16}{'MB/s':>10}{'documents/s':>14}{'found':>8}")
    for name, taken, count in (("vnreport_parse", ours, found), ("three patterns", theirs, sum(map(three_patterns, texts)))):
        print(f"{name:16}{size / taken:10.2f}{len(texts) / taken:14.0f}{count:8}")
    print(f"ratio of times: {ours / theirs:.1f}")
    print()
    print(evaluate(CORPUS))


if __name__ == "__main__":
    main()
