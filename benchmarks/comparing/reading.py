"""In the process of one version: read the documents, write down what is found. Run by its path, beside no other module."""

from __future__ import annotations

import compileall
import faulthandler
import importlib
import json
import sys
import time
from pathlib import Path


def read_documents(paths: str, out: str, first: int, each: float) -> None:
    """Parse the documents from number `first` on; a row of JSON before and after each, so that a crash has an address."""
    faulthandler.enable()
    package = importlib.import_module("vnreport_parse")
    compileall.compile_dir(package.__path__[0], quiet=2)  # else a fresh checkout pays in its figures for its first imports
    names = json.loads(Path(paths).read_text("utf-8"))
    with Path(out).open("w", encoding="utf-8") as stream:

        def write(**row: object) -> None:
            stream.write(json.dumps(row) + "\n")
            stream.flush()

        write(package=str(Path(package.__path__[0]).resolve()))
        for at, name in enumerate(names[first:], first):
            write(at=at)
            faulthandler.dump_traceback_later(each, exit=True)
            start = time.perf_counter()
            try:
                report = package.parse_file(name)
                taken = time.perf_counter() - start
                row = {"report": report.model_dump(mode="json", exclude={"source"}), "seconds": taken}
            except Exception as error:  # noqa: BLE001 - whatever a version does wrong is what we are here to see
                row = {"error": f"{type(error).__name__}: {error}"}
            faulthandler.cancel_dump_traceback_later()
            write(at=at, **row)


if __name__ == "__main__":
    read_documents(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))
