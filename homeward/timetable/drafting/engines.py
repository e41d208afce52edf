"""The engine's answers to questions about a week, each found in a process of its own."""

from functools import partial
from typing import Any

from homeward.timetable.solver.answer import Params
from homeward.timetable.solver.explaining.explain import explain
from homeward.timetable.solver.explaining.verified import verified
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.process import repair_apart
from homeward.timetable.solver.repairing.reading import disruption_of
from homeward.timetable.solver.schedule import Schedule

PARAMS = Params(effort=30, seconds=30.0, bounds=False)


def repaired(
    instance: Instance, standing: Schedule, question: dict[str, Any]
) -> list[dict[str, Any]]:
    """Repairs of a disruption, from the least disturbance upward, each a whole schedule."""
    disruption = disruption_of(question, instance)
    return [each.to_json() for each in repair_apart(instance, standing, disruption, PARAMS)]


def what_came_of(
    instance: Instance, standing: Schedule, question: dict[str, Any]
) -> list[dict[str, Any]]:
    """One offer taken up and the week solved again around it; nothing when it is gone.

    It is an answer, not a schedule to take over: the offer asks for another record first.
    """
    asked = next(
        (
            (told, each)
            for told in explain(instance, standing)
            if (told.client, told.service) == (question["client"], question["service"])
            for each in told.offers
            if each.to_json() == question["offer"]
        ),
        None,
    )
    if asked is None:
        return []
    when = {"now": question["now"], "notice_slots": question["notice_slots"]}
    found = verified(instance, standing, *asked, partial(_again, when))
    return [found.to_json()]


def _again(when: dict[str, Any], changed: Instance) -> Schedule:
    """The week replanned from where it stands, moving no more than it must."""
    standing = changed.previous or Schedule()
    disruption = disruption_of({**when, "events": []}, changed)
    found = repair_apart(changed, standing, disruption, PARAMS)
    return found[-1].schedule if found else standing
