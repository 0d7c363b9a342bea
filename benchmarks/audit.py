"""How fast a thousand parsed reports are audited, and how memory grows with their number.

    python benchmarks/audit.py [REPORTS]

The reports are those of the corpus over and over, each under a path of its own, with a line of its own so that none
is a duplicate, and without findings of the parser's. They come one at a time and are let go, as `audit()` takes them.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from vnreport_parse import Report, audit, parse_file
from vnreport_parse.auditing.rules import all_rules

CORPUS = Path(__file__).resolve().parent.parent / "corpus"


def inbox(corpus: list[Report], count: int) -> Iterator[Report]:
    """So many reports, made when they are asked for."""
    for number, report in enumerate(islice(cycle(corpus), count)):
        source = report.source.model_copy(update={"path": f"inbox/{number:05}.txt", "sha256": f"{number:064x}"})
        yield report.model_copy(update={"source": source, "text": f"{report.text}\n{number}"})


def peak() -> float:
    """The most memory that the process has had, in MB."""
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Print time, reports a second and peak memory for growing numbers of reports."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    corpus = [parse_file(path) for path in sorted(CORPUS.iterdir()) if path.suffix in {".txt", ".md"}]
    all_rules()
    audit(corpus)  # lexicons and patterns are read on first use
    print(f"{'reports':>8}{'seconds':>10}{'CPU':>8}{'reports/s':>11}{'figures':>9}{'findings':>10}{'peak MB':>9}")
    for count in (most // 4, most // 2, most):
        start, work = time.perf_counter(), time.process_time()
        found = audit(inbox(corpus, count))
        taken, worked = time.perf_counter() - start, time.process_time() - work
        figures = sum(len(row.evidence) for row in found.counts) + len(found.apart)
        print(f"{count:8}{taken:10.2f}{worked:8.2f}{count / taken:11.0f}{figures:9}{len(found.findings):10}{peak():9.0f}")


if __name__ == "__main__":
    main()
