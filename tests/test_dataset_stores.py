"""Archives in an object store: an S3 server of the tests' own, and stores that fail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pyarrow.parquet as pq
import pytest

from archives import InlineEngine, build, contents, fill, report_text, write
from vnreport_parse.dataset import build as building
from vnreport_parse.dataset.archive import Found, open_archive
from vnreport_parse.dataset.build import build_dataset
from vnreport_parse.dataset.layout import open_dataset
from vnreport_parse.errors import UsageError


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """An empty bucket `kho`; processes of the test reach it too."""
    import s3fs
    from moto.moto_server.threaded_moto_server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in {"ACCESS_KEY_ID": "x", "SECRET_ACCESS_KEY": "y", "DEFAULT_REGION": "us-east-1"}.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    s3fs.S3FileSystem.clear_instance_cache()
    urlopen(Request(f"http://{host}:{port}/moto-api/reset", method="POST")).close()  # what an earlier server of ours was told
    store = s3fs.S3FileSystem()
    store.mkdir("kho")
    yield store
    server.stop()
    s3fs.S3FileSystem.clear_instance_cache()


def statuses(dataset: Path) -> dict[str, str | None]:
    """Paths and errors of the table `files`."""
    rows = pq.ParquetFile(open_dataset(dataset).parts("files")[0]).read().to_pylist()
    return {row["path"]: row["error"] for row in rows}


@pytest.mark.processes
@pytest.mark.parametrize("engine", ["local", "dask"])
@pytest.mark.filterwarnings("default")
def test_object_store(store: Any, tmp_path: Path, engine: str) -> None:
    """A bucket gives what the folder gives, byte for byte; next time only what has changed is fetched."""
    archive = fill(tmp_path / "archive", range(10))
    write(archive / "Phòng Nội vụ" / "báo cáo + quý 1 (50%).txt", report_text(77))
    store.put(str(archive), "kho/bao-cao", recursive=True)
    store.touch("kho/bao-cao/don-vi-1/")  # as consoles mark a folder
    build(archive, tmp_path / "folder")
    build("s3://kho/bao-cao", tmp_path / "d", engine=engine, workers=2)
    assert contents(tmp_path / "d") == contents(tmp_path / "folder")
    assert build("s3://kho/bao-cao/", tmp_path / "d")[0].unchanged == 11
    store.pipe("kho/bao-cao/don-vi-1/bao-cao-1.txt", report_text(99).encode())
    store.rm("kho/bao-cao/don-vi-2/bao-cao-2.txt")
    result, _ = build("s3://kho/bao-cao", tmp_path / "d", engine=engine, deleted="drop")
    assert (result.read, result.unchanged, result.deleted) == (1, 9, 1)


@pytest.mark.filterwarnings("default")
def test_stores_that_are_not_there(store: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No such bucket or folder, a wrong key, nobody who answers: one line each."""
    store.pipe("kho/bao-cao/a.txt", b"x")
    for address in ("s3://nobucket/x", "s3://kho/none"):
        with pytest.raises(UsageError, match=f"{address}: no such folder"):
            build_dataset(address, tmp_path / "d")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    type(store).clear_instance_cache()
    with pytest.raises(UsageError, match=r"s3://kho/bao-cao: .*127\.0\.0\.1:9") as told:
        build_dataset("s3://kho/bao-cao", tmp_path / "d")
    assert "\n" not in str(told.value)


def test_a_store_that_loses_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was listed and is gone is a row."""
    import fsspec

    monkeypatch.setattr(building, "LocalEngine", InlineEngine)
    store = fsspec.filesystem("memory")
    store.pipe("/lossy/a.txt", report_text(1).encode())
    archive = open_archive("memory://lossy")
    listed = [*archive.scan(), Found("b.txt", next(archive.scan()).stamp)]
    monkeypatch.setattr(type(archive), "scan", lambda *_, **__: iter(listed))
    build("memory://lossy", tmp_path / "d")
    assert statuses(tmp_path / "d")["b.txt"] == "not_found"
    store.rm("/lossy", recursive=True)


def test_a_store_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be listed today, with an error of the store's own: nothing in it is taken for gone."""
    import fsspec

    class StoreError(Exception):
        """Of no kind that we know."""

    monkeypatch.setattr(building, "LocalEngine", InlineEngine)
    store = fsspec.filesystem("memory")
    for name in ("a/1.txt", "b/2.txt"):
        store.pipe(f"/failing/{name}", report_text(int(name[2])).encode())
    build("memory://failing", tmp_path / "d")
    before = contents(tmp_path / "d")
    ls, cat = type(store).ls, type(store).cat_file

    def refused(self: Any, path: str, *given: Any, **more: Any) -> Any:
        if path.rstrip("/").endswith("/b"):
            raise StoreError("try again\nlater")
        return ls(self, path, *given, **more)

    with monkeypatch.context() as failing:
        failing.setattr(type(store), "ls", refused)
        result, _ = build("memory://failing", tmp_path / "d", deleted="drop")
    assert result.deleted == 0
    assert statuses(tmp_path / "d") == {"a/1.txt": None, "b": "system", "b/2.txt": None}
    build("memory://failing", tmp_path / "d")
    assert contents(tmp_path / "d") == before
    store.pipe("/failing/c.txt", report_text(3).encode())

    def broken(self: Any, path: str, *given: Any, **more: Any) -> Any:
        if path.endswith("c.txt"):
            raise StoreError("try again")
        return cat(self, path, *given, **more)

    with monkeypatch.context() as failing:
        failing.setattr(type(store), "cat_file", broken)
        build("memory://failing", tmp_path / "d")
    assert statuses(tmp_path / "d")["c.txt"] == "system"
    store.rm("/failing", recursive=True)
