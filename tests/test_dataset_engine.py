"""Engines: what ends or hangs a worker costs one item, and nothing else is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from archives import HarmfulArchive, Steps, build, contents, fill, write
from vnreport_parse.dataset import build as building
from vnreport_parse.dataset import engine_dask, engine_local
from vnreport_parse.dataset.engine_local import LocalEngine, WorkersFail
from vnreport_parse.dataset.events import Event
from vnreport_parse.dataset.layout import open_dataset

pytestmark = pytest.mark.processes


@pytest.fixture
def engine() -> Iterator[LocalEngine]:
    """Two workers, a short limit."""
    engine = LocalEngine(2, time_limit=2)
    yield engine
    engine.close()


def test_all_results_come(engine: LocalEngine) -> None:
    """Of all jobs; and the workers go on with the next ones."""
    for _ in range(2):
        assert sorted(engine.run(Steps((f"a{at}", f"b{at}")) for at in range(9))) == sorted(
            f"done {c}{at}" for at in range(9) for c in "ab"
        )
    assert list(engine.run([])) == []


def test_harm_is_one_items(engine: LocalEngine, tmp_path: Path) -> None:
    """Who dies or hangs is tried once more alone and then told; who died by chance is done; the others are done."""
    jobs = [Steps(("a", "die", "b", "hang", "c")), Steps((f"once:{tmp_path / 'mark'}", "d")), Steps(("e",))]
    assert sorted(engine.run(jobs)) == [
        "died die {'cause': 'exit code 7'}",
        "done a",
        "done b",
        "done c",
        "done d",
        "done e",
        f"done once:{tmp_path / 'mark'}",
        "time_limit hang {'seconds': '2'}",
    ]


def test_harm_while_all_are_together(engine: LocalEngine) -> None:
    """Where nobody can say who it was, each is tried alone."""
    assert sorted(engine.run([Steps(("a", "together", "b"))])) == ["died together {'cause': 'SIGKILL'}", "done a", "done b"]


def test_workers_are_replaced_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many jobs comes a fresh one, and no result is lost."""
    monkeypatch.setattr(engine_local, "_JOBS_A_WORKER", 2)
    engine = LocalEngine(1, time_limit=60)
    assert sorted(engine.run(Steps((f"a{at}",)) for at in range(5))) == [f"done a{at}" for at in range(5)]
    engine.close()


def test_workers_that_do_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say why, and are not started for ever."""
    monkeypatch.setattr(sys, "executable", "/bin/false")
    engine = LocalEngine(2, time_limit=60)
    with pytest.raises(WorkersFail, match="does not start: exit code 1"):
        list(engine.run([Steps(("a",))]))
    engine.close()


def test_stopped_in_the_middle() -> None:
    """Who no longer wants the results can close: no process is left."""
    engine = LocalEngine(2, time_limit=60)
    results = engine.run(Steps(("a", "b")) for _ in range(500))
    next(results)
    processes = [worker.process for worker in engine._workers]
    results.close()
    engine.close()
    assert processes
    assert all(process.poll() is not None for process in processes)


def test_files_that_end_or_hang_a_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are rows of `files`; the rest of the archive is as if they had not been there."""
    archive = fill(tmp_path / "archive", range(12))
    monkeypatch.setattr(building, "open_archive", lambda address: HarmfulArchive(str(address)))
    build(archive, tmp_path / "quiet")
    write(archive / "don-vi-1/dies.txt", "DIE")
    write(archive / "don-vi-2/hangs.txt", "HANG")
    build(archive, tmp_path / "d", workers=2, time_limit=3)
    rows = pq.read_table(open_dataset(tmp_path / "d").parts("files")[0]).to_pylist()
    assert {row["path"]: row["reason"] for row in rows if row["error"]} == {
        "don-vi-1/dies.txt": "the process that read it ended (SIGKILL)",
        "don-vi-2/hangs.txt": "it was not read within 3 s",
    }
    ours, theirs = contents(tmp_path / "d"), contents(tmp_path / "quiet")
    assert {path for path in ours if ours[path] != theirs.get(path)} == {"files/part-all.parquet", "manifest.json"}


def test_no_worker_outlives_its_parent(tmp_path: Path) -> None:
    """Not even one that hangs."""
    code = (
        "import os, signal\nfrom archives import Steps\nfrom vnreport_parse.dataset.engine_local import LocalEngine\n"
        "engine = LocalEngine(1, 60)\nresults = engine.run([Steps(('a', 'hang'))])\nnext(results)\n"
        "print(engine._workers[0].process.pid, flush=True)\nos.kill(os.getpid(), signal.SIGKILL)\n"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    worker = Path("/proc") / done.stdout.strip()
    assert done.stdout.strip()
    for _ in range(100):
        if not worker.exists() or ") Z " in (worker / "stat").read_text("utf-8"):
            return
        time.sleep(0.1)
    pytest.fail("it is still there")


# ---------------------------------------------------------------- Dask
@pytest.mark.filterwarnings("default")
def test_dask_gives_the_same(tmp_path: Path) -> None:
    """The data set of a Dask cluster is that of processes, byte for byte."""
    archive = fill(tmp_path / "archive", range(12))
    build(archive, tmp_path / "local")
    build(archive, tmp_path / "dask", engine="dask", workers=2)
    assert contents(tmp_path / "dask") == contents(tmp_path / "local")


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("interrupted", [False, True])
def test_dask_leaves_no_process_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interrupted: bool) -> None:
    """On a cluster that exists our worker processes end with the build, also one that hangs when the build is interrupted."""
    import distributed

    archive = fill(tmp_path / "archive", range(6))
    monkeypatch.setattr(building, "open_archive", lambda address: HarmfulArchive(str(address)))
    if interrupted:
        write(archive / "hangs.txt", "HANG")
    processes: set[subprocess.Popen[bytes]] = set()

    def hear(event: Event) -> None:
        processes.update(worker.process for beside in list(engine_dask._BESIDE.values()) for worker in beside._engine._not_buried)
        if interrupted and event.name == "file":
            raise KeyboardInterrupt

    with distributed.LocalCluster(n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None) as cluster:
        options = building.BuildOptions(engine="dask", scheduler=cluster.scheduler_address, workers=2)
        if interrupted:
            with pytest.raises(KeyboardInterrupt):
                building.build_dataset(archive, tmp_path / "d", options, hear)
        else:
            building.build_dataset(archive, tmp_path / "d", options, hear)
        assert processes
        for process in processes:
            process.wait(timeout=20)
    assert not engine_dask._BESIDE


@pytest.mark.filterwarnings("default")
def test_dask_workers_that_are_killed(tmp_path: Path) -> None:
    """Two workers of a cluster that exists, killed one after the other: nothing is lost."""
    import distributed

    archive = fill(tmp_path / "archive", range(60))
    build(archive, tmp_path / "local")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as cluster:
        pids = [worker.process.pid for worker in cluster.workers.values()]
        killed = []

        def kill_in_turn(event: object) -> None:
            done.append(event)
            if len(done) in (10, 30) and len(killed) < 2:
                killed.append(pids[len(killed)])
                os.kill(killed[-1], 9)

        done: list[object] = []
        options = building.BuildOptions(engine="dask", scheduler=cluster.scheduler_address, workers=2)
        building.build_dataset(archive, tmp_path / "dask", options, kill_in_turn)
    assert len(killed) == 2
    assert contents(tmp_path / "dask") == contents(tmp_path / "local")
