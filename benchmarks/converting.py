"""How much it saves that many DOC are converted with one start of LibreOffice instead of one each.

    python benchmarks/converting.py [FILES]      20 if no number is said

The files are made anew from the texts of corpus/; each text is used again, with a line more, until there are enough. Both ways
read the same files right after one another, and must give the same records.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from html import escape
from itertools import cycle, islice
from pathlib import Path

from vnreport_parse import Report, UnreadableFile, parse_file
from vnreport_parse.parse import parse_files
from vnreport_parse.readers.convert import LIBREOFFICE

CORPUS = Path(__file__).parent.parent / "corpus"


def make_files(folder: Path, count: int) -> list[Path]:
    """DOC files, by LibreOffice."""
    pages = []
    for at, text in enumerate(islice(cycle(sorted(CORPUS.glob("*.txt"))), count)):
        lines = [*text.read_text("utf-8").split("\n"), f"Bản {at + 1}"]
        page = folder / f"{at + 1:03}.html"
        page.write_text("<meta charset='utf-8'>" + "".join(f"<p>{escape(line) or '<br>'}</p>" for line in lines), "utf-8")
        pages.append(str(page))
    command = [LIBREOFFICE.path() or "soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--infilter=HTML (StarWriter)", "--convert-to", "doc:MS Word 97", "--outdir", str(folder), *pages]
    subprocess.run(command, check=True, capture_output=True)
    return sorted(folder.glob("*.doc"))


def said(read: Report | UnreadableFile) -> str:
    """The records, or the error."""
    return str(read) if isinstance(read, UnreadableFile) else read.model_dump_json()


def main(count: int) -> int:
    """Prints the seconds of both ways and their ratio; 1 where the records differ."""
    if LIBREOFFICE.path() is None:
        print(f"LibreOffice is not installed ({LIBREOFFICE.package})")
        return 1
    with tempfile.TemporaryDirectory() as made:
        files = make_files(Path(made), count)
        parse_file(files[0])  # lexicons are loaded, and the profile of LibreOffice is made
        start = time.perf_counter()
        alone = [said(parse_file(path)) for path in files]
        middle = time.perf_counter()
        together = [said(read) for read in parse_files(files)]
        end = time.perf_counter()
    print(f"{len(files)} DOC    seconds    files/s")
    for name, seconds in (("one by one", middle - start), ("together", end - middle)):
        print(f"{name:10} {seconds:8.1f} {len(files) / seconds:10.1f}")
    print(f"ratio      {(middle - start) / (end - middle):8.1f}")
    print("same records" if alone == together else "THE RECORDS DIFFER")
    return int(alone != together)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
