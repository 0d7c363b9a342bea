"""Who does the work: engines take jobs of several items and yield the results in any order.

An engine loses nothing: an item that ends its worker, or does not finish within the limit, is tried once more alone; then
`Job.lost` says what its result is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol, Self

from .working import Begin


class Job(Protocol):
    """Items that are worked on together; goes to other processes by pickle."""

    @property
    def items(self) -> Sequence[object]:
        """What there is to do."""
        ...

    def perform(self, begin: Begin) -> Iterator[tuple[int, Any]]:
        """The result of each item, with its place; `begin` is told the place of the one that is worked on."""
        ...

    def only(self, places: Sequence[int]) -> Self:
        """A job of some of the items."""
        ...

    def lost(self, place: int, kind: str, details: dict[str, str]) -> Any:
        """The result of an item that cannot be done; `kind` is `died` or `time_limit`."""
        ...


class Engine(Protocol):
    """Runs jobs."""

    def run(self, jobs: Iterable[Job]) -> Iterator[Any]:
        """The results of all items of all jobs, in any order; jobs are taken as there is room."""
        ...

    def close(self) -> None:
        """Ends the workers."""
        ...
