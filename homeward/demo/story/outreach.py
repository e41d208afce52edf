"""What staff do after somebody did not come: a text, calls, a consented contact, a letter; a
make-up group when they answer."""

from __future__ import annotations

from datetime import date
from functools import partial

from .chance import Chance
from .events import Attended, MakeUpOffered, OutreachTried
from .notes import write_note
from .outline import Slot
from .population import population
from .world import DAY, Client, World, session_key


def after_missed_day(world: World, client: Client, day: date, slot: Slot, chance: Chance) -> None:
    """Steps of one missed day; once somebody was reached, only the next missed day starts again."""
    session = session_key(slot, day)
    _try(
        world,
        client,
        day,
        slot.begins + 16,
        "text",
        "sent",
        "after_15_minutes",
        session,
        world.outline.one("technician", client.site),
    )
    if client.missed_in_a_row > 4:
        return
    reached = not client.gone and chance.happens(
        "reached", population()["habits"]["outreach_reaches"]
    )
    outcome = (
        "reached"
        if reached
        else chance.weighted("call", {"left_message": 55, "no_answer": 43, "wrong_number": 2})
    )
    minute = slot.begins + chance.between("call_after", 60, 150)
    _try(world, client, day, minute, "call", outcome, "same_day", session, client.counselor)
    client.outreach_settled = reached
    if reached:
        _offer_make_up(world, client, day, minute + 4, slot, chance)
        return
    tomorrow = world.next_open(day + DAY)
    world.later(tomorrow, lambda then: _second_call(world, client, then, session, chance))
    if client.missed_in_a_row == 2:
        world.later(
            world.next_open(day + 2 * DAY),
            lambda then: _contact(world, client, then, session, chance),
        )
    if client.missed_in_a_row == 3:
        world.later(
            world.next_open(day + 3 * DAY),
            lambda then: (
                None
                if client.discharged
                else _try(
                    world,
                    client,
                    then,
                    11 * 60,
                    "letter",
                    "sent",
                    "after_72_hours",
                    session,
                    world.outline.one("front_desk", client.site),
                )
            ),
        )


def _try(
    world: World,
    client: Client,
    day: date,
    minute: int,
    channel: str,
    outcome: str,
    step: str,
    session: str,
    worker: str,
) -> None:
    world.say(
        OutreachTried(
            at=world.at(client.site, day, minute),
            person=client.key,
            by=worker,
            channel=channel,
            outcome=outcome,
            step=step,
            session=session,
        )
    )


def _second_call(world: World, client: Client, day: date, session: str, chance: Chance) -> None:
    if client.discharged or client.outreach_settled or client.last_contact == day:
        return
    reached = not client.gone and chance.happens(
        "reached_later", population()["habits"]["outreach_reaches"]
    )
    client.outreach_settled = reached
    _try(
        world,
        client,
        day,
        9 * 60 + 10 + chance.between("second", 0, 12),
        "call",
        "reached"
        if reached
        else chance.weighted("second_call", {"left_message": 5, "no_answer": 4}),
        "after_24_hours",
        session,
        client.counselor,
    )


def _contact(world: World, client: Client, day: date, session: str, chance: Chance) -> None:
    """A family member who may be told, or the peer; only while a family consent stands."""
    if client.discharged or client.outreach_settled:
        return
    channel = "consented_contact" if client.family_consent else "peer_visit"
    worker = client.counselor if client.family_consent else world.outline.one("peer", client.site)
    _try(
        world,
        client,
        day,
        13 * 60 + 15,
        channel,
        chance.weighted("contact", {"reached": 3, "no_answer": 4, "left_message": 3}),
        "after_48_hours",
        session,
        worker,
    )


def _offer_make_up(
    world: World, client: Client, day: date, minute: int, missed: Slot, chance: Chance
) -> None:
    """Another open group of the same week at a time the client is free, with a seat and a topic
    not yet had."""
    phase = world.phase_of(client).code
    for ahead in range(1, 5 - day.weekday()):
        on = day + ahead * DAY
        if not world.is_open(on):
            continue
        for slot in world.slots_by_weekday[on.weekday()]:
            key = session_key(slot, on)
            if (
                slot.site != client.site
                or phase not in slot.phases
                or slot.key in {own.key for own in client.slots}
            ):
                continue
            booked = [(own.begins, own.ends) for own in world.slots_on(client, on)]
            booked += [(start, end) for one, start, end in client.appointments if one == on]
            overlaps = any(slot.begins < end and start < slot.ends for start, end in booked)
            if (
                world.seats.free(slot, on) < 1
                or overlaps
                or world.rotation.has_had(client.key, slot, world.topics.get(key, ""))
            ):
                continue
            accepted = chance.happens("make_up", population()["habits"]["make_up_accepted"])
            world.say(
                MakeUpOffered(
                    at=world.at(client.site, day, minute),
                    person=client.key,
                    by=client.counselor,
                    missed=session_key(missed, day),
                    offered=key,
                    accepted=accepted,
                )
            )
            if accepted and world.seats.promise_once(slot, on):
                client.appointments.add((on, slot.begins, slot.ends))
                world.later(on, partial(_make_up, world, client, slot))
            return


def _make_up(world: World, client: Client, slot: Slot, day: date) -> None:
    """Minutes made up count in the week they are given."""
    key, chance = session_key(slot, day), client.chance.at("make_up", day)
    if client.discharged or client.discharge_on == day:
        return
    if client.gone or not chance.happens("came", 0.75):
        world.say(
            Attended(
                at=world.at(slot.site, day, slot.ends + 3),
                person=client.key,
                by=slot.leaders[0],
                session=key,
                state="no_show",
                punches=(),
                excuse="",
            )
        )
        return
    world.rotation.join(client.key, slot, world.topics.get(key, ""))
    world.say(
        Attended(
            at=world.at(slot.site, day, slot.ends + 2),
            person=client.key,
            by=slot.leaders[0],
            session=key,
            state="makeup",
            punches=(
                (world.at(slot.site, day, slot.begins - 1), world.at(slot.site, day, slot.ends)),
            ),
            excuse="",
        )
    )
    write_note(
        world,
        client,
        key,
        slot.session_type,
        world.topics.get(key, ""),
        slot.leaders[0],
        slot.site,
        day,
        slot.ends,
    )
