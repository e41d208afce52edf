"""Sessions for one client: individual counseling and family sessions, booked the week before
where both are free."""

from __future__ import annotations

from datetime import date
from functools import partial

from .events import Attended, FamilySessionHeld, SessionBooked
from .notes import write_note
from .population import population
from .world import DAY, Client, World, shift_of

BOOKING_WEEKDAY = 3
LENGTHS = {"individual": 50, "family": 90}


def book_week(world: World, day: date) -> None:
    """On one day a week, book the sessions of the next week."""
    monday = day + (7 - day.weekday()) * DAY
    minute = 16 * 60 + 30.0
    for client in list(world.clients.values()):
        if client.gone or client.admitted_on == day:
            continue
        chance = client.chance.at("booking", monday)
        minute += 0.25
        if chance.happens("individual", min(1.0, world.phase_of(client).individual_per_week)):
            _book(world, client, day, minute, monday, client.counselor, "individual")
        every = population()["habits"]["family_session_weeks"]
        if client.family_consent and chance.happens("family", 1 / every):
            _book(
                world,
                client,
                day,
                minute + 0.1,
                monday,
                world.outline.one("family_counselor", client.site),
                "family",
            )


def _book(
    world: World, client: Client, day: date, minute: float, monday: date, worker_key: str, kind: str
) -> None:
    """The first hour of a keyed order of days at which worker and client are both free."""
    worker, length = world.outline.worker_by_key[worker_key], LENGTHS[kind]
    chance = client.chance.at(kind, monday)
    days = sorted(
        (monday + ahead * DAY for ahead in range(5)), key=lambda one: chance.share(f"order{one}")
    )
    for on in days:
        if not world.is_open(on):
            continue
        early, late = shift_of(worker, on.weekday())
        slots = world.slots_on(client, on)
        own = [(slot.begins, slot.ends) for slot in slots] + [
            (start, end) for one, start, end in client.appointments if one == on
        ]
        for start in range(early + chance.between(f"offset{on}", 0, 1) * 30, late - length + 1, 30):
            end = start + length
            if any(start < own_end and own_start < end for own_start, own_end in own):
                continue
            if not world.is_free(worker_key, on, start, end):
                continue
            key = f"{client.key}-{kind}-{on.isoformat()}"
            world.busy[worker_key, on].append((start, end))
            client.appointments.add((on, start, end))
            client.bookings[key] = on
            world.say(
                SessionBooked(
                    at=world.at(client.site, day, minute),
                    person=client.key,
                    by=worker_key,
                    key=key,
                    session_type=kind,
                    starts_at=world.at(client.site, on, start),
                    minutes=length,
                    site=client.site,
                    room=worker.office,
                    worker=worker_key,
                )
            )
            world.later(on, partial(_hold, world, client, key, kind, worker_key, start, end))
            return


def _hold(
    world: World, client: Client, key: str, kind: str, worker: str, start: int, end: int, day: date
) -> None:
    """Kept, or not: somebody who has left does not come, others mostly do."""
    if client.discharged or client.discharge_on == day:
        return  # cancelled with the discharge
    chance = client.chance.at("hold", key)
    absent = (
        client.gone
        or day in client.script.absent_on
        or not chance.happens("kept", 0.80 if kind == "individual" else 0.74)
    )
    consent = client.family_consent
    if absent or (kind == "family" and not consent):
        told = client.course.kind != "lost_to_contact" and chance.happens("told", 0.5)
        world.say(
            Attended(
                at=world.at(client.site, day, start + 20),
                person=client.key,
                by=worker,
                session=key,
                state="cancelled_client" if told else "no_show",
                punches=(),
                excuse="",
            )
        )
        return
    came = start + chance.between("came", 0, 4)
    went = end - chance.between("went", 0, 3)
    punches = ((world.at(client.site, day, came), world.at(client.site, day, went)),)
    world.say(
        Attended(
            at=world.at(client.site, day, end + 1),
            person=client.key,
            by=worker,
            session=key,
            state="present",
            punches=punches,
            excuse="",
        )
    )
    if kind == "family":
        world.say(
            FamilySessionHeld(
                at=world.at(client.site, day, end + 2),
                person=client.key,
                by=worker,
                session=key,
                consent=consent,
                attendees=(client.profile.support_name,),
                punches=punches,
            )
        )
    write_note(world, client, key, kind, "", worker, client.site, day, end)
