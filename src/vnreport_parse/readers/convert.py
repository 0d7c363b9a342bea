"""Programs that turn a file into one we read: LibreOffice, antiword, catdoc, each in a child process on a short leash.

The child gets a copy of the file in a folder of its own, a limit of time and memory, and no network where the system can
take it away (a network namespace of its own; proxies that lead nowhere otherwise). Macros and links are off in its profile.
Whatever goes wrong ends in one `ConverterError`, and no process of the child's group outlives the call.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import zipfile
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..errors import ConverterError

LIMIT_SECONDS = 60.0
_MEMORY_KILOBYTES = 4 << 20
_FILE_BLOCKS = 1 << 20  # of 512 bytes: the largest file that a converter may write
_LARGEST_RESULT = 256 << 20
_RESULTS = "out"  # the folder for them, in that of the job


class Tool(NamedTuple):
    """A program: what it is called, by which names it is found, and what brings it."""

    title: str
    names: tuple[str, ...]
    package: str

    def path(self) -> str | None:
        """Where it is installed, None where it is not."""
        return next((found for name in self.names if (found := shutil.which(name))), None)


LIBREOFFICE = Tool("LibreOffice", ("soffice", "libreoffice"), "apt-get install libreoffice-writer")
ANTIWORD = Tool("antiword", ("antiword",), "apt-get install antiword")
CATDOC = Tool("catdoc", ("catdoc",), "apt-get install catdoc")


class Job(NamedTuple):
    """A file to convert: its name for errors, its bytes, its format in words, and the ending that the program expects."""

    name: str
    data: bytes
    format: str
    ending: str


# ---------------------------------------------------------------- the child
_LEASH = 'ulimit -v "$1" 2>/dev/null; ulimit -f "$2" 2>/dev/null; shift 2; exec "$@"'


@cache
def _without_network() -> tuple[str, ...]:
    """The words before a command that take the network away, where the system lets us."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    command = (unshare, "--map-root-user", "--net")
    try:
        worked = subprocess.run([*command, "true"], capture_output=True, timeout=5, check=False).returncode == 0  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return ()
    return command if worked else ()


def _environment(folder: Path) -> dict[str, str]:
    """What a program needs to run, and nothing of the user's: a home of its own, proxies that lead nowhere, no display."""
    nowhere = "http://127.0.0.1:9"
    kept = {name: value for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if (value := os.environ.get(name))}
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), nowhere)
    own = {"HOME": str(folder), "TMPDIR": str(folder), "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    return kept | proxies | own


def _run(job: Job, tool: Tool, arguments: Sequence[str], folder: Path) -> bytes:
    """What the program prints. Raises `ConverterError` where it fails or does not end in time."""
    path = tool.path()
    if path is None:
        raise ConverterError(job.name, "tool", tool=tool.title, format=job.format, package=tool.package)
    leash = ["/bin/sh", "-c", _LEASH, "sh", str(_MEMORY_KILOBYTES), str(_FILE_BLOCKS)]
    printed, complaints = folder / "printed", folder / "complaints"
    with printed.open("wb") as out, complaints.open("wb") as err:
        child = subprocess.Popen(  # noqa: S603
            [*leash, *_without_network(), path, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            cwd=folder,
            env=_environment(folder),
            start_new_session=True,
        )
        try:
            code = _waited(child, folder)
        except subprocess.TimeoutExpired:
            raise ConverterError(job.name, "timeout", tool=tool.title, seconds=f"{LIMIT_SECONDS:g}") from None
        finally:
            _end(child)
    if code != 0:
        raise ConverterError(job.name, "converter", tool=tool.title, cause=_complaint(complaints) or f"exit code {code}")
    return _bounded(job, tool, printed)


def _waited(child: subprocess.Popen[bytes], folder: Path) -> int:
    """The exit code. Raises `TimeoutExpired` where within the limit the program neither ends nor leaves another result."""
    results = 0
    while True:
        try:
            return child.wait(LIMIT_SECONDS)
        except subprocess.TimeoutExpired:
            before, results = results, sum(1 for _ in (folder / _RESULTS).glob("*"))
            if results <= before:
                raise


def _end(child: subprocess.Popen[bytes]) -> None:
    """Ends the child and whatever it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _complaint(path: Path) -> str:
    """The last line that the program wrote about its trouble."""
    if not path.exists():
        return ""
    lines = path.read_bytes()[-2000:].decode("utf-8", "replace").split("\n")
    return next((line.strip()[:200] for line in reversed(lines) if line.strip()), "")


def _bounded(job: Job, tool: Tool, path: Path) -> bytes:
    if path.stat().st_size > _LARGEST_RESULT:
        raise ConverterError(job.name, "converter", tool=tool.title, cause="its result is too large")
    return path.read_bytes()


# ---------------------------------------------------------------- LibreOffice
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),  # never
)
_PROFILES: dict[int, tempfile.TemporaryDirectory[str]] = {}  # by process: a profile serves one LibreOffice at a time
_TURN = threading.Lock()


def _profile() -> Path:
    """The profile of this process: made on first use, kept since a fresh one costs half a second, removed at exit."""
    kept = _PROFILES.get(os.getpid())
    if kept is None:
        kept = _PROFILES[os.getpid()] = tempfile.TemporaryDirectory(prefix="vnreport-office-", ignore_cleanup_errors=True)
        items = "".join(
            f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
            for path, name, value in _SETTINGS
        )
        settings = Path(kept.name) / "user" / "registrymodifications.xcu"
        settings.parent.mkdir()
        settings.write_text(
            '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
            'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"{items}</oor:items>\n",
            "utf-8",
        )
    return Path(kept.name)


def _forget_profile() -> None:
    kept = _PROFILES.pop(os.getpid(), None)
    if kept is not None:
        kept.cleanup()


class _Outcome(NamedTuple):
    """What a start of LibreOffice gave: whole results by the places of their jobs, why it broke off, and its last words."""

    made: dict[int, bytes]
    failure: ConverterError | None
    complaint: str


def to_docx(job: Job) -> bytes:
    """The file as DOCX, by LibreOffice: automatic numbers, tables, and the font of each run are kept. Raises `ConverterError`."""
    outcome = _converted([job])
    if outcome.failure is not None:
        raise outcome.failure
    if not outcome.made:
        raise ConverterError(job.name, "converter", tool=LIBREOFFICE.title, cause=outcome.complaint or "no result")
    return outcome.made[0]


def to_docx_together(jobs: Sequence[Job]) -> list[bytes | ConverterError]:
    """What `to_docx` returns or raises for each file, with one start of the program for all of them where all goes well.

    Where it breaks off, each file that may be the cause is converted by itself, and those behind it are together again.
    """
    found: dict[int, bytes | ConverterError] = {}
    waiting = list(range(len(jobs)))
    while len(waiting) > 1 and LIBREOFFICE.path() is not None:
        made, failure, complaint = _converted([jobs[at] for at in waiting])
        tried = waiting
        if failure is not None:
            last = max(made, default=-1)
            made.pop(last, None)  # it may have broken off when it was through with that one
            tried = waiting[: last + 2]
            if failure.kind == "timeout" and not complaint:  # none was passed over: this one had its time by itself
                found[tried[-1]] = ConverterError(jobs[tried[-1]].name, failure.kind, **failure.details)
        found |= {at: made[place] if place in made else _alone(jobs[at]) for place, at in enumerate(tried) if at not in found}
        waiting = waiting[len(tried) :]
    return [found[at] if at in found else _alone(job) for at, job in enumerate(jobs)]


def _alone(job: Job) -> bytes | ConverterError:
    try:
        return to_docx(job)
    except ConverterError as error:
        return error


def _converted(jobs: Sequence[Job]) -> _Outcome:
    """One start of LibreOffice, which takes the jobs in their order.

    A file's name is told by its content: what a document says of its own name is the same, whichever it is converted with.
    """
    names = [hashlib.sha256(job.data).hexdigest()[:32] for job in jobs]
    with _TURN, tempfile.TemporaryDirectory(prefix="vnreport-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        given = {folder / f"{name}.{job.ending}": job.data for name, job in zip(names, jobs, strict=True)}
        for path, data in given.items():
            path.write_bytes(data)
        failure = _start_libreoffice(jobs[0], map(str, given), folder)
        results = [folder / _RESULTS / f"{name}.docx" for name in names]
        whole = {at: path.read_bytes() for at, path in enumerate(results) if _is_whole(path)}
        return _Outcome(whole, failure, _complaint(folder / "complaints"))


def _is_whole(path: Path) -> bool:
    """Whether a result is neither missing nor a part of one, and none that is beyond all measure."""
    return zipfile.is_zipfile(path) and path.stat().st_size <= _LARGEST_RESULT


def _start_libreoffice(job: Job, files: Iterable[str], folder: Path) -> ConverterError | None:
    """Converts the files; `job` is the one that the error names."""
    quiet = ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard"]
    if LIBREOFFICE.path() is not None:
        quiet.append(f"-env:UserInstallation={_profile().as_uri()}")
    try:
        _run(job, LIBREOFFICE, [*quiet, "--convert-to", "docx", "--outdir", str(folder / _RESULTS), *files], folder)
    except ConverterError as error:
        _forget_profile()  # it may be locked, or broken
        return error
    return None


# ---------------------------------------------------------------- antiword, catdoc
# catdoc's own map leaves out the soft hyphen, which is the ư of TCVN3: ours leaves out a zero-width blank and nothing else.
_CATDOC = {
    ".catdocrc": "charset_path=/usr/share/catdoc\nmap_path={folder}\nformat=ascii\nunknown_char='?'\nuse_locale=no\n",
    "ascii.replchars": '200B ""\n',
    "ascii.specchars": '200B ""\n',
}


def to_text(job: Job) -> tuple[str, str]:
    """The text of a DOC by antiword, or by catdoc where that fails, and the program's name. Fonts and much else are lost."""
    with tempfile.TemporaryDirectory(prefix="vnreport-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        given = folder / f"document.{job.ending}"
        given.write_bytes(job.data)
        try:
            printed = _run(job, ANTIWORD, ["-w", "0", "-m", "UTF-8.txt", str(given)], folder)
            return printed.decode("utf-8", "replace"), ANTIWORD.title
        except ConverterError:
            if CATDOC.path() is None:
                raise
        for name, lines in _CATDOC.items():
            (folder / name).write_text(lines.format(folder=folder), "utf-8")
        printed = _run(job, CATDOC, ["-w", "-d", "utf-8", str(given)], folder)
        return printed.decode("utf-8", "replace"), CATDOC.title
