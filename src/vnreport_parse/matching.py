"""Partners one to one between two lists, as many as can be: how labels and records find each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Wanted = TypeVar("Wanted")
Got = TypeVar("Got")


def pair(
    wanted: Sequence[Wanted], got: Sequence[Got], tests: Iterable[Callable[[Wanted, Got], bool]], weak: Callable[[Wanted], bool]
) -> dict[int, int]:
    """Partners one to one, as many as can be, by the strictest test first: index in `got` to index in `wanted`."""
    partners: dict[int, int] = {}
    for fits in tests:
        taken = set(partners.values())
        left = [i for i in range(len(wanted)) if i not in taken]
        open_ = [j for j in range(len(got)) if j not in partners]
        edges = {i: [j for j in open_ if fits(wanted[i], got[j])] for i in left}
        partners |= _largest_matching(sorted(left, key=lambda i: weak(wanted[i])), edges)
    return partners


def _largest_matching(order: Iterable[int], edges: dict[int, list[int]]) -> dict[int, int]:
    """A largest matching (augmenting paths); what comes first in `order` is matched first and stays matched."""
    owner: dict[int, int] = {}
    for start in order:
        came_from: dict[int, int] = {}  # right node to the left node it was reached from
        frontier = [start]
        free = None
        while frontier and free is None:
            left = frontier.pop(0)
            for right in edges[left]:
                if right not in came_from:
                    came_from[right] = left
                    if right not in owner:
                        free = right
                        break
                    frontier.append(owner[right])
        while free is not None:
            left = came_from[free]
            held = next((right for right, holder in owner.items() if holder == left), None)
            if held is not None:
                del owner[held]
            owner[free] = left
            free = held if left != start else None
    return owner
