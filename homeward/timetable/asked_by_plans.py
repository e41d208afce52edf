"""The one-to-ones that treatment plans in force ask for in a week, as kinds of session to plan."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from homeward.plans.queries import planned_sessions
from homeward.plans.rules.held import not_held
from homeward.program.models import SessionType

KIND = SessionType.Kind
# Kinds of which one client meets one colleague in the timetable; other work is not a session.
TALKS = (KIND.INDIVIDUAL, KIND.FAMILY, KIND.MEDICAL)
ASKED = (*TALKS, KIND.VOCATIONAL)


@dataclass(frozen=True, slots=True)
class Talk:
    """One-to-ones of a kind of session: so many times in so many weeks, with whom.

    `is_held` is False where the program has no session of the kind; nothing is planned then.
    """

    code: str
    kind: str
    minutes: int
    times: int
    every_weeks: int
    worker_ids: tuple[UUID, ...]
    is_held: bool = True

    def due_in(self, week: int) -> int:
        """How many fall into a week of care, counted from 0; the first always falls into 0."""
        return _until(week + 1, self) - _until(week, self)


def _until(week: int, talk: Talk) -> int:
    return -(-week * talk.times // talk.every_weeks)


def talks_of(
    client_ids: Iterable[UUID], monday: date, types: Sequence[Any]
) -> Mapping[UUID, tuple[Talk, ...]]:
    """What plans in force on `monday` ask for, by client; one query.

    A kind that the program has no session for is named by the kind, as not held. Several colleagues
    named for one kind add up, and each of them may hold any of the meetings.
    """
    found: dict[UUID, dict[str, Talk]] = defaultdict(dict)
    held = [(kind.kind, kind.largest) for kind in types]
    for each in planned_sessions(client_ids, monday, kinds=ASKED):
        if not_held((each.kind,), held):
            own = found[each.client_id]
            own[each.kind] = _joined(own.get(each.kind), each, None)
            continue
        kind = nearest(each.kind, each.minutes, types) if each.kind in TALKS else None
        if kind is None:
            continue
        known = found[each.client_id].get(kind.code)
        found[each.client_id][kind.code] = _joined(known, each, kind)
    return {client_id: tuple(own.values()) for client_id, own in found.items()}


def nearest(kind: str, minutes: int, types: Sequence[Any]) -> Any:
    """The one-to-one of a kind whose length is nearest; None where the program holds none."""
    choices = [each for each in types if each.kind == kind and each.largest == 1]
    if not choices:
        return None
    if not minutes:
        return choices[0]
    return min(choices, key=lambda each: (abs(each.clinical_minutes - minutes), each.code))


def _joined(known: Talk | None, asked: Any, kind: Any) -> Talk:
    if known is None and kind is None:
        return Talk(
            asked.kind, asked.kind, asked.minutes, asked.times, asked.every_weeks,
            (asked.worker_id,), is_held=False,
        )  # fmt: skip
    if known is None:
        return Talk(
            kind.code, kind.kind, kind.clinical_minutes, asked.times, asked.every_weeks,
            (asked.worker_id,),
        )  # fmt: skip
    return Talk(
        known.code, known.kind, known.minutes,
        known.times * asked.every_weeks + asked.times * known.every_weeks,
        known.every_weeks * asked.every_weeks,
        (*known.worker_ids, asked.worker_id), is_held=known.is_held,
    )  # fmt: skip
