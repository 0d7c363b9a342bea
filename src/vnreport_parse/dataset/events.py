"""What a build says while it is at work."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Event(NamedTuple):
    """Something that happened: `name` is a stable word, `about` its details.

    `started` archive, target · `resumed` files · `discarded` reason · `rebuild` reason · `moved` before,
    archive · `planned` files, new, changed,
    unchanged, deleted, unseen, todo · `file` path, status, error · `deleted` path, kept ·
    `kept_version` files, version · `damaged` parts · `lost` files ·
    `writing` parts · `part` path · `finished` what the manifest counts, and seconds · `interrupted` done, todo.
    """

    name: str
    about: dict[str, object]


Notify = Callable[[Event], None]


def unheard(event: Event) -> None:
    """For who does not listen."""
