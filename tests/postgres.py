"""A PostgreSQL server of its own for the tests: made in a temporary folder, reached by a socket there, gone at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DEBIAN = Path("/usr/lib/postgresql")


def programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`, of the newest version; Debian keeps it off the path."""
    found = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3].split(".")[0]))
    beside = shutil.which("initdb")
    return found[-1].parent if found else Path(beside).resolve().parent if beside else None


def _someone_else() -> str | None:
    """Whom the server runs as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@contextmanager
def server(encoding: str = "UTF8") -> Iterator[str]:
    """The URL of a database `archive` on a fresh server."""
    bin_, user = programs(), _someone_else()
    assert bin_
    home = Path(tempfile.mkdtemp(prefix="vnreport-pg-"))
    if user:
        shutil.chown(home, user)
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "HOME": str(home)}

    def run(program: str, *arguments: str) -> None:
        command = [str(bin_ / program), *arguments]
        with (home / "log").open("ab") as log:
            subprocess.run(command, check=True, user=user, cwd=home, env=environment, stdout=log, stderr=log)

    data = str(home / "data")
    try:
        run("initdb", "-D", data, "-U", "keeper", "--auth=trust", f"--encoding={encoding}", "--no-locale", "--no-sync")
        # no port, only a socket in the folder; nothing is worth a sync to the disk
        options = f"-c listen_addresses='' -c unix_socket_directories='{home}' -c fsync=off -c shared_buffers=16MB"
        run("pg_ctl", "-D", data, "-w", "-t", "60", "-o", options, "-l", str(home / "server.log"), "start")
        try:
            run("createdb", "-h", str(home), "-U", "keeper", "archive")
            yield f"postgresql://keeper@/archive?host={home}"
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)
