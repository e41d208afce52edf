"""A way that the engine found is taken over: the record it rests on, and the week, in one step."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.timetable.actions.make_move import make_move
from homeward.timetable.actions.say_hours import HoursLine, say_hours
from homeward.timetable.availability import hours_of, in_track
from homeward.timetable.drafting.happening import happened_in
from homeward.timetable.drafting.moves import Adopt
from homeward.timetable.drafting.standing import clock_of_draft, reached_ready
from homeward.timetable.drafts import DraftMove
from homeward.timetable.instance_of_week.clock import WeekClock
from homeward.timetable.questions import WeekQuestion
from homeward.timetable.rules.hours import Interval, joined, without
from homeward.timetable.rules.offer_records import CLIENT_HOURS, may_take_up, record_of
from homeward.timetable.windows import ClientHours

Kind = ClientHours.Kind


class NothingToTakeOver(Refusal):
    """The question has no such answer, or the answer is no week."""


class NotYoursToChange(Refusal):
    """The way rests on a record that somebody else keeps."""


@action
def take_over(
    *,
    actor: Actor,
    draft_id: UUID,
    question_id: UUID,
    alternative: int,
    why: str,
    seen: int,
    now: datetime,
) -> DraftMove:
    """Take one answer over as one move of the draft; `why` is kept with it.

    Where the offer asked for other hours of a client, these are written down first, from the first
    day of the week on. Raises NothingToTakeOver, NotYoursToChange, and as `make_move` and
    `say_hours`.
    """
    draft = reached_ready(actor, draft_id)
    asked = WeekQuestion.objects.get(pk=question_id, draft=draft)
    if alternative >= len(asked.answers) or "schedule" not in asked.answers[alternative]:
        raise NothingToTakeOver
    if asked.kind == WeekQuestion.Kind.WHAT_IF:
        _change_record(actor, asked.question, clock_of_draft(draft, draft.site), now)
    return make_move(
        actor=actor, draft_id=draft_id,
        move=Adopt(asked.answers[alternative]["schedule"], why, happened_in(asked)),
        seen=seen, now=now,
    )  # fmt: skip


def may_say_hours(actor: Actor, client_id: str) -> bool:
    """Whether the actor may write down when a client can come; one query."""
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    return rows.filter(client_id=client_id, ended_at=None).exists()


def _change_record(actor: Actor, question: dict[str, Any], clock: WeekClock, now: datetime) -> None:
    told = question["offer"]["if_not_for"]
    code = told["code"] if told else ""
    client = question["client"]
    if not may_take_up(code, may_say_hours=may_say_hours(actor, client)):
        raise NotYoursToChange
    if record_of(code) == CLIENT_HOURS:
        lines = _lines_with(actor, client, question, clock)
        say_hours(
            actor=actor, client_id=UUID(client), lines=lines, starts_on=clock.starts_on, now=now
        )


def _lines_with(
    actor: Actor, client: str, question: dict[str, Any], clock: WeekClock
) -> list[HoursLine]:
    """The client's usual week with the offered hours free."""
    episode = (
        Episode.objects.for_actor(actor, Purpose.TREATMENT)
        .select_related("client", "track")
        .get(client_id=client, ended_at=None)
    )
    known = hours_of(actor, episode.client, clock.starts_on)
    hours = in_track(known, episode.track.day_starts, episode.track.day_ends)
    opened = _opened(question, clock)
    lines: list[HoursLine] = []
    for weekday in range(7):
        free = [each.interval for each in hours.free if each.weekday == weekday]
        lines += [
            HoursLine(Kind.FREE, weekday, *_walls(interval))
            for interval in joined((*free, *opened.get(weekday, ())))
        ]
    for each in hours.busy:
        lines += [
            HoursLine(Kind.BUSY, each.weekday, *_walls(rest), why=each.why, words=each.words)
            for rest in without([each.interval], opened.get(each.weekday, ()))
        ]
    return lines


def _opened(question: dict[str, Any], clock: WeekClock) -> dict[int, list[Interval]]:
    """The hours an offer asks for, by weekday."""
    offer, slots = question["offer"], question["slots"]
    return {
        clock.on(day).weekday(): [
            (clock.minute(offer["start"]), clock.minute(offer["start"] + slots))
        ]
        for day in offer["days"]
    }


def _walls(interval: Interval) -> tuple[time, time]:
    return _wall(interval[0]), _wall(interval[1])


def _wall(minute: int) -> time:
    return time(*divmod(minute, 60)) if minute < 24 * 60 else time(23, 59)
