"""What happened since a week was drafted, as the moves that answered it carry it along.

A repair that is taken over brings what it mends: from then on the draft is checked against the
week in which the colleague is away, or the newly admitted client is there. Taken back, it goes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from homeward.timetable.drafting.moves import Adopt
from homeward.timetable.drafting.standing import live_moves
from homeward.timetable.drafts import DraftMove, WeekDraft
from homeward.timetable.questions import WeekQuestion
from homeward.timetable.solver.explaining.changing import with_change
from homeward.timetable.solver.explaining.unplaced import Unplaced, offer_of
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.repairing.changing import changed
from homeward.timetable.solver.repairing.reading import disruption_of
from homeward.timetable.solver.schedule import Schedule

Happened = Mapping[str, Any]
ADOPT = Adopt.__name__


def happened_in(question: WeekQuestion) -> dict[str, Any]:
    """What a question supposes: events with their moment, or one changed record."""
    asked = question.question
    if question.kind == WeekQuestion.Kind.REPAIR:
        return {key: asked[key] for key in ("now", "notice_slots", "events") if key in asked}
    return {key: asked[key] for key in ("client", "service", "offer")}


def after_happened(instance: Instance, base: Schedule, happened: Happened) -> Instance:
    """The instance with it; what was promised stays what was promised."""
    if "offer" in happened:
        if happened["offer"] is None:
            return instance
        told = Unplaced(happened["client"], happened["service"], 0, 0, (), ())
        return with_change(instance, told, offer_of(happened["offer"]))
    known = instance.clients
    events = [
        event
        for event in happened.get("events", ())
        if not (event["kind"] == "admit" and event["client"]["id"] in known)
        and not (event["kind"] in ("leave", "window_change") and event["client"] not in known)
    ]
    if not events:
        return instance
    disruption = disruption_of({**happened, "events": events}, instance)
    return replace(changed(instance, base, disruption), previous=instance.previous)


def instance_with(draft: WeekDraft, moves: Iterable[DraftMove]) -> Instance:
    """A draft's instance with all that its standing moves brought."""
    instance = instance_of(draft.instance)
    for move in live_moves(list(moves)):
        if move.kind == ADOPT and (happened := move.body.get("happened")):
            base = schedule_of(draft.base or {"groups": [], "singles": []})
            instance = after_happened(instance, base, happened)
    return instance


def instance_now(draft: WeekDraft) -> Instance:
    """The same, with the moves read; one query, or two."""
    adopted = draft.moves.filter(kind=ADOPT)
    return instance_with(draft, draft.moves.all() if adopted.exists() else ())


def admitted_in(moves: Iterable[DraftMove]) -> list[str]:
    """The ids of the clients that standing moves brought into a draft."""
    return [
        event["client"]["id"]
        for move in live_moves(list(moves))
        if move.kind == ADOPT
        for event in (move.body.get("happened") or {}).get("events", ())
        if event["kind"] == "admit"
    ]
