"""One way to write: keyword-only, one transaction, audited, announced.

@action
def sign_group_note(*, actor: Actor, note_id: UUID, now: datetime) -> GroupNote: ...
"""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from homeward import audit

Function = TypeVar("Function", bound=Callable[..., Any])
registry: dict[str, Callable[..., Any]] = {}


def action(function: Function) -> Function:
    """Make a function an action: it must be keyword-only and take an actor and the time."""
    parameters = inspect.signature(function).parameters
    if any(item.kind is not inspect.Parameter.KEYWORD_ONLY for item in parameters.values()):
        raise TypeError(f"{function.__qualname__} is an action: its parameters are keyword-only")
    if not {"actor", "now"} <= set(parameters):
        raise TypeError(f"{function.__qualname__} is an action: it takes actor and now")

    @wraps(function)
    def performed(**kwargs: Any) -> Any:
        with audit.unit():
            return function(**kwargs)

    registry[f"{function.__module__}.{function.__qualname__}"] = performed
    return performed  # type: ignore[return-value]
