"""What a container should hold, and what may come into storage at all."""

from collections.abc import Iterable
from dataclasses import dataclass

LEAVES_CONTAINER = frozenset({"taken", "wasted"})


def expected_count(last_count: int, states_since: Iterable[str]) -> int:
    """The last count less what was taken or wasted from it since; never corrected silently.

    >>> expected_count(14, ["taken", "refused", "taken", "missed"])
    12
    """
    return last_count - sum(state in LEAVES_CONTAINER for state in states_since)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """One container somebody brought along."""

    is_on_list: bool
    is_prescribed: bool
    has_ended: bool
    stays_with_person: str
    is_labelled: bool
    is_expired: bool
    is_controlled: bool
    has_second_person: bool


def problems_of(brought: Brought) -> tuple[str, ...]:
    """Why this container is not taken into storage; empty when it is.

    Only prescribed and recorded medicines come on site; inhaler, epinephrine, insulin and naloxone
    stay with their person. Source: handbook 7.1.
    """
    wrong = {
        "brought_stays_with_person": bool(brought.stays_with_person),
        "brought_not_recorded": not brought.is_on_list or brought.has_ended,
        "brought_not_prescribed": not brought.is_prescribed,
        "brought_not_labelled": not brought.is_labelled,
        "brought_expired": brought.is_expired,
        "brought_needs_second_person": brought.is_controlled and not brought.has_second_person,
    }
    return tuple(code for code, is_wrong in wrong.items() if is_wrong)
