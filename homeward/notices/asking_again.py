"""What the room that queued a notice asks again at the instant of sending.

Between queueing and sending lie hours; what made the notice right may be gone by then. A room says
here, by how the origins of its notices begin, what must still hold. It is asked while the client is
held, so that a no is before the sending and stops it, or after it.
"""

from collections.abc import Callable
from datetime import datetime

from homeward.notices.models import Notice

# Why the notice may not go any more, as a code; "" when it may.
Rule = Callable[[Notice, datetime], str]
_rules: dict[str, Rule] = {}


def asks_again(origin: str) -> Callable[[Rule], Rule]:
    """Ask this rule about every notice whose origin begins so; the last registration holds."""

    def register(rule: Rule) -> Rule:
        _rules[origin] = rule
        return rule

    return register


def why_not_any_more(notice: Notice, now: datetime) -> str:
    """The first reason why this notice may not go now; "" where every rule lets it."""
    asked = (rule for origin, rule in _rules.items() if notice.origin.startswith(origin))
    return next(filter(None, (rule(notice, now) for rule in asked)), "")
