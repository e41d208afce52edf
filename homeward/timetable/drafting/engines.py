"""The engine's answers to questions about a week, each found in a process of its own."""

from collections.abc import Callable
from functools import partial
from typing import Any

from homeward.timetable.solver.answer import Params
from homeward.timetable.solver.explaining.apart import remedies_apart
from homeward.timetable.solver.explaining.explain import explain
from homeward.timetable.solver.explaining.unplaced import Unplaced
from homeward.timetable.solver.explaining.verified import verified
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.process import fill_apart, repair_apart
from homeward.timetable.solver.promises import promises
from homeward.timetable.solver.reading_schedule import schedule_json
from homeward.timetable.solver.repairing.reading import disruption_of
from homeward.timetable.solver.schedule import Schedule

PARAMS = Params(effort=30, seconds=20.0, bounds=False)
Tell = Callable[[dict[str, Any]], None]
SHORTLY = Params(effort=2, seconds=1.5, bounds=False)  # for each of many re-solves


def repaired(
    instance: Instance, standing: Schedule, question: dict[str, Any], tell: Tell
) -> list[dict[str, Any]]:
    """Repairs of a disruption, from the least disturbance upward, each a whole schedule.

    `tell` is told of each as it arrives. Where only what is missing is to be placed, the one week
    in which it is.
    """
    disruption = disruption_of(_happened(question), instance)
    if question.get("fill"):
        horizon = disruption.horizon(instance.grid)
        return [each.to_json() for each in fill_apart(instance, standing, horizon, PARAMS)]
    found = repair_apart(
        instance, standing, disruption, PARAMS, on_found=lambda each: tell(each.to_json())
    )
    return [each.to_json() for each in found]


def what_came_of(
    instance: Instance, standing: Schedule, question: dict[str, Any], tell: Tell
) -> list[dict[str, Any]]:
    """One offer taken up and the week solved again around it; nothing when it is gone.

    The schedule is there to be taken over only where the need found its place.
    """
    if question["offer"] is None:
        return _what_would_do(instance, standing, question)
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
    found = verified(instance, standing, *asked, partial(_again, when, asked[0]))
    told = found.to_json()
    return [told | {"schedule": schedule_json(found.schedule)} if found.is_placed else told]


def _again(when: dict[str, Any], told: Unplaced, changed: Instance) -> Schedule:
    """The week replanned around one need: the least disturbing way in which it has its place."""
    standing = changed.previous or Schedule()
    disruption = disruption_of({**when, "events": []}, changed)
    found = repair_apart(changed, standing, disruption, PARAMS, only=frozenset({told.client}))
    needed = changed.clients[told.client].needs[told.service]
    for each in found:
        held = sum(
            (client, service) == (told.client, told.service)
            for client, service, *_ in promises(changed, each.schedule)
        )
        if held >= needed:
            return each.schedule
    return found[-1].schedule if found else standing


def _what_would_do(
    instance: Instance, standing: Schedule, question: dict[str, Any]
) -> list[dict[str, Any]]:
    """Records that would give the need its place, each verified; none where nothing would."""
    when = disruption_of({**_happened(question), "events": []}, instance)
    need = question["client"], question["service"]
    return [each.to_json() for each in remedies_apart(instance, standing, need, when, SHORTLY)]


def _happened(question: dict[str, Any]) -> dict[str, Any]:
    return {key: question[key] for key in ("now", "notice_slots", "events") if key in question}
