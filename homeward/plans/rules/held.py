"""Which kinds of session a plan asks for that its program holds no session of.

| The plan asks for | the program holds it with |
| --- | --- |
| individual, family, medical | a session of that kind for one client |
| vocational | a session of that kind, for one or for many |
| group, lecture, skills, activity, mutual help | a session of that kind |
| case management | no session: it is work beside the timetable |

What is asked for and not held is said, never left out silently: it is booked elsewhere, or the
plan is amended. Source: services outside what is delivered are an audit finding.
"""

from collections.abc import Iterable

FOR_ONE = frozenset({"individual", "family", "medical"})
NO_SESSION = frozenset({"case_management"})


def not_held(asked: Iterable[str], held: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """The asked kinds without a session, in their order; `held` are (kind, largest size)."""
    sessions = tuple(held)
    for_one = {kind for kind, largest in sessions if largest == 1}
    for_any = {kind for kind, _largest in sessions}
    return tuple(
        kind
        for kind in dict.fromkeys(asked)
        if kind not in NO_SESSION and kind not in (for_one if kind in FOR_ONE else for_any)
    )
