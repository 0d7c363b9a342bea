r"""Names of files as text that can be written anywhere: a byte that is no letter becomes `\udcNN`, as Python tells it."""

from __future__ import annotations

import re

_UNWRITABLE = re.compile("(\\\\*)([\ud800-\udfff])")
_CODE = re.compile(r"(\\+)u(d[89a-f][0-9a-f]{2})")


def printable_path(path: str) -> str:
    r"""The path without what UTF-8 cannot hold: byte 0xEA of a name in Latin-1 is shown as `\udcea`.

    Nothing is lost: where a name has such letters of its own, the backslashes before them are doubled, and
    `path_of_printable` gives the name of the file again.
    """
    doubled = _CODE.sub(lambda found: found[1] * 2 + f"u{found[2]}", path)
    return _UNWRITABLE.sub(lambda found: found[1] * 2 + f"\\u{ord(found[2]):04x}", doubled)


def path_of_printable(printed: str) -> str:
    """The path that `printable_path` made printable: the one to open the file by."""

    def letter(found: re.Match[str]) -> str:
        before, odd = divmod(len(found[1]), 2)
        return "\\" * before + (chr(int(found[2], 16)) if odd else f"u{found[2]}")

    return _CODE.sub(letter, printed)


def is_writable(path: str) -> bool:
    """Whether UTF-8 can hold all of the path."""
    return _UNWRITABLE.search(path) is None
