"""How fast a data set is built, how much memory that takes, and what a second build of the same archive costs.

    python benchmarks/dataset.py speed [FILES]       two cores against one
    python benchmarks/dataset.py memory [FILES...]   the parent's memory, by the size of the archive
    python benchmarks/dataset.py unchanged [FILES]   an archive in which nothing has changed
    python benchmarks/dataset.py dask [FILES]        a Dask cluster of this machine against processes
    python benchmarks/dataset.py kill [KILLS]        builds killed at random moments, and the results compared

Figures depend on what else the machine does; its load is told at the end.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXTS = [path.read_text("utf-8") for path in sorted((ROOT / "corpus").glob("*.txt"))]
SHORT = "ỦY BAN NHÂN DÂN\nTỈNH LAM KHÊ\nSố: {n}/BC-UBND\nLam Khê, ngày 05 tháng 12 năm {year}\n\nBÁO CÁO\nTổng kết\n\n"
_BUILD = """
import json, os, resource, sys, time
from vnreport_parse.dataset import BuildOptions, build_dataset
given = json.loads(sys.argv[1])
if given.pop("cores") == 1:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
start = time.perf_counter()
result = build_dataset(given.pop("archive"), given.pop("out"), BuildOptions(**given))
taken = time.perf_counter() - start
own, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"read": result.read, "seconds": taken, "parent": own.ru_utime + own.ru_stime,
                  "workers": workers.ru_utime + workers.ru_stime, "peak": own.ru_maxrss / 1024}))
"""


def fill(folder: Path, files: int, *, short: bool = False) -> Path:
    """An archive of so many reports: those of the corpus, each with a line and years of its own; or very short ones."""
    for at in range(files):
        path = folder / f"{at // 1000:03d}" / f"bao-cao-{at:06d}.txt"
        if at % 1000 == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
        year = 2014 + at % 10
        text = SHORT.format(n=at, year=year) if short else TEXTS[at % len(TEXTS)].replace("2022", str(year)) + f"\n\nHồ sơ {at}\n"
        path.write_text(text, "utf-8")
        os.utime(path, (1_600_000_000, 1_600_000_000 + at))
    return folder


def build(archive: Path, out: Path, *, cores: int = 2, **options: object) -> dict[str, float]:
    """A build in a process of its own, and what it took."""
    given = json.dumps({"archive": str(archive), "out": str(out), "cores": cores} | options)
    done = subprocess.run([sys.executable, "-c", _BUILD, given], capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def digest(dataset: Path) -> str:
    """Of all that is the same for the same archive."""
    found = hashlib.sha256()
    for path in sorted(dataset.rglob("*")):
        parts = path.relative_to(dataset).parts
        if path.is_file() and parts[0] not in {"_state", "run.json"} and path.suffix != ".duckdb":
            found.update(f"{'/'.join(parts)} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return found.hexdigest()[:16]


_PARSE = """
import json, sys, time
from vnreport_parse import parse
texts = json.load(sys.stdin)
parse(texts[0])
print(flush=True)
start = time.perf_counter()
for text in texts:
    parse(text)
print(time.perf_counter() - start)
"""


def machine() -> float:
    """How much more two processes that know nothing of each other get done here than one: 2 at best."""
    taken = []
    for count in (1, 2):
        running = [
            subprocess.Popen([sys.executable, "-c", _PARSE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            for _ in range(count)
        ]
        for process in running:
            process.stdin.write(json.dumps(TEXTS * 20))
            process.stdin.close()
        taken.append(max(float(process.stdout.read()) for process in running))
    return 2 * taken[0] / taken[1]


def speed(folder: Path, files: int) -> None:
    """One core, with one worker, against two cores with two."""
    before = machine()
    archive = fill(folder / "archive", files)
    print(f"{files} reports{'seconds':>19}{'files/s':>10}{'parent s':>10}{'workers s':>11}")
    taken = {}
    for cores in (1, 2):
        told = build(archive, folder / f"d{cores}", cores=cores, workers=cores)
        taken[cores] = told["seconds"]
        print(f"{cores} core{'s' * (cores > 1):20}{told['seconds']:10.1f}{files / told['seconds']:10.1f}", end="")
        print(f"{told['parent']:10.1f}{told['workers']:11.1f}")
    print(f"ratio {taken[1] / taken[2]:.2f}; the same bytes: {digest(folder / 'd1') == digest(folder / 'd2')}")
    print(f"two processes that only parse: {machine():.2f} times what one does, before the builds {before:.2f}")


def memory(folder: Path, sizes: list[int]) -> None:
    """The parent's peak, for archives of several sizes."""
    for files in sizes:
        told = build(fill(folder / f"a{files}", files, short=True), folder / f"d{files}", workers=2)
        print(f"{files} files: parent's peak {told['peak']:.0f} MB, {told['seconds']:.0f} s")


def unchanged(folder: Path, files: int) -> None:
    """The second build."""
    archive = fill(folder / "archive", files, short=True)
    build(archive, folder / "d", workers=2)
    told = build(archive, folder / "d", workers=2)
    print(f"{files} files, {told['read']} read: {told['seconds']:.2f} s, parent's peak {told['peak']:.0f} MB")


def dask(folder: Path, files: int) -> None:
    """The same archive by both engines."""
    archive = fill(folder / "archive", files)
    taken = {}
    for engine in ("local", "dask"):
        taken[engine] = build(archive, folder / engine, workers=2, engine=engine)["seconds"]
        print(f"{engine:6}{taken[engine]:8.1f} s{files / taken[engine]:8.1f} files/s")
    print(f"ratio {taken['dask'] / taken['local']:.2f}; the same bytes: {digest(folder / 'local') == digest(folder / 'dask')}")


def kill(folder: Path, kills: int) -> None:
    """The command, killed with all its workers at random moments until it is through."""
    archive = fill(folder / "archive", 300)
    whole = build(archive, folder / "quiet", workers=2)["seconds"]
    chance = random.Random(1)
    killed = rounds = 0
    while killed < kills:
        rounds += 1
        target = folder / f"d{rounds}"
        while True:
            command = [sys.executable, "-m", "vnreport_parse.cli", "dataset", "build", str(archive), "--out", str(target)]
            process = subprocess.Popen([*command, "--workers", "2"], stderr=subprocess.DEVNULL)
            try:
                if process.wait(chance.random() * whole * 0.7) == 0:
                    break
                raise SystemExit(f"the build failed with {process.returncode}")
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                killed += 1
        if digest(target) != digest(folder / "quiet"):
            raise SystemExit(f"{target} differs after {killed} kills")
    print(f"{killed} kills, {rounds} data sets, each the same as that of the quiet run of {whole:.1f} s")


def main() -> None:
    """What was asked for, in a folder that is removed again."""
    what, sizes = sys.argv[1], [int(size) for size in sys.argv[2:]]
    start = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="vnreport-bench-") as made:
        folder = Path(made)
        if what == "memory":
            memory(folder, sizes or [5_000, 50_000])
        else:
            default = {"speed": 20_000, "unchanged": 50_000, "dask": 20_000, "kill": 20}[what]
            {"speed": speed, "unchanged": unchanged, "dask": dask, "kill": kill}[what](folder, sizes[0] if sizes else default)
    print(f"load {os.getloadavg()[1]:.1f} over five minutes on {os.cpu_count()} cores; {time.perf_counter() - start:.0f} s in all")


if __name__ == "__main__":
    main()
