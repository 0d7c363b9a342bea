"""Commands with many options take them as one record."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import Any, get_type_hints


def takes(options: type[Any]) -> Callable[[Callable[[Any], None]], Callable[..., None]]:
    """Makes a command of a function that takes its arguments and options as the fields of one dataclass."""
    hints = get_type_hints(options, include_extras=True)
    signature = inspect.Signature(
        [
            inspect.Parameter(
                option.name,
                inspect.Parameter.KEYWORD_ONLY,
                default=inspect.Parameter.empty if option.default is MISSING else option.default,
                annotation=hints[option.name],
            )
            for option in fields(options)
        ]
    )

    def wrap(command: Callable[[Any], None]) -> Callable[..., None]:
        def run(**given: Any) -> None:  # noqa: ANN401 - each as its option says
            command(options(**given))

        run.__doc__ = command.__doc__
        run.__annotations__ = hints
        run.__signature__ = signature  # type: ignore[attr-defined]
        return run

    return wrap
