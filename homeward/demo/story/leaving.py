"""The end of a stay: last contact, discharge, seats given back, next appointments, calls
afterwards."""

from __future__ import annotations

from datetime import date, timedelta

from .course import TEDS
from .events import ContinuingCareBooked, Discharged, FollowUpDone, SeatReleased, SessionCancelled
from .objectives import states_at_the_end
from .plan_library import PLAIN
from .population import population
from .ratings import ratings_at_discharge
from .world import DAY, Client, World

UNNAMED = ("moved", "medical")
PROGNOSIS = {
    "completed": "good with continuing care",
    "transferred": "fair, depends on the next step",
}
PLACES = {
    "continuing_care_group": "Weekly continuing care group, same site",
    "level_1": "Outpatient counseling near home",
    "residential": "Residential program with a bed held",
    "otp_obot": "Opioid treatment program across town",
}


def is_last_contact(world: World, client: Client, day: date) -> bool:
    """Whether this scheduled day is the one closest to the end of the stay."""
    left = client.course.stay_days - client.days_in(day)
    following = world.next_scheduled(client, day)
    if following is None:
        return left <= 0
    return (following - day).days - left >= left if left > 0 else True


def last_contact(world: World, client: Client, day: date, ends: int) -> None:
    """The last day somebody is seen; the discharge follows at once or after the days the kind
    takes."""
    client.gone = True
    client.last_contact = day
    lag = client.course.lag_days
    on = day if lag == 0 else world.next_open(day + lag * DAY)
    chance = client.chance.at("leaving")
    if client.course.reason in ("completed", "transferred") and chance.happens("booked", 0.86):
        _book_next(world, client, day, ends)
    client.discharge_on = on
    ends = max([ends, *(end for one, _, end in client.appointments if one == day)])
    world.later(
        on,
        lambda then: _discharge(
            world,
            client,
            then,
            ends + 42 if then == day else 8 * 60 + 33 + chance.between("minute", 0, 40),
        ),
    )


def _book_next(world: World, client: Client, day: date, ends: int) -> None:
    """A real appointment within a week."""
    chance = client.chance.at("next")
    if client.course.reason == "completed":
        service = chance.weighted("service", {"continuing_care_group": 78, "level_1": 22})
    else:
        service = chance.weighted(
            "service",
            {
                "level_1": 36,
                "residential": 44,
                "otp_obot": 20 if client.profile.diagnosis == "F11.20" else 0.01,
            },
        )
    on = world.next_open(day + chance.between("within", 1, 6) * DAY)
    world.say(
        ContinuingCareBooked(
            at=world.at(client.site, day, ends + 8),
            person=client.key,
            by=world.outline.one("case_manager", client.site),
            service=service,
            place=PLACES[service],
            starts_at=world.at(client.site, on, chance.one_of("hour", (9, 10, 13, 15, 17)) * 60),
        )
    )


def _discharge(world: World, client: Client, day: date, minute: int) -> None:
    """Close the episode, free the seats, plan the follow-up calls."""
    course, profile, chance = client.course, client.profile, client.chance.at("discharge")
    well = course.reason == "completed"
    states = states_at_the_end(world, client, day, well)
    planned = sum(minutes for _, _, minutes, _ in client.register)
    got = sum(minutes for _, minutes, _, _ in client.register)
    assert client.last_contact is not None
    referral = profile.referral.replace("_", " ")
    world.say(
        Discharged(
            at=world.at(client.site, day, minute),
            person=client.key,
            by=client.counselor,
            kind="other" if course.kind in UNNAMED else course.kind,
            detail=course.kind if course.kind in UNNAMED else "",
            reason_teds=TEDS[course.kind],
            last_contact_on=client.last_contact,
            ratings=ratings_at_discharge(chance, client.ratings, well),
            objective_states=states,
            presenting=f"Use of {PLAIN[profile.substance]}; referred by {referral}.",
            course=f"Attended {got / 60:.0f} of {planned / 60:.0f} planned hours between "
            f"{client.admitted_on:%d %B} and {client.last_contact:%d %B}.",
            recommendations=chance.one_of(
                "recommend",
                (
                    "Weekly continuing care for twelve weeks, mutual support, return at any time.",
                    "Outpatient counseling, review of medicines in a month, open door here.",
                    "Call when ready; a seat is offered within a week.",
                ),
            ),
            prognosis=PROGNOSIS.get(course.reason, "guarded"),
            naloxone="given" if chance.happens("naloxone", 0.72) else "declined",
            referred_to=""
            if course.kind in ("lost_to_contact", "deceased")
            else chance.one_of("to", tuple(PLACES.values())),
        )
    )
    client.discharged = True
    world.caseload[client.counselor] -= 1
    after = day if day > client.last_contact else day + DAY
    for key, on in client.bookings.items():
        if on > client.last_contact and on >= day:
            world.say(
                SessionCancelled(
                    at=world.at(client.site, day, minute + 2),
                    person=client.key,
                    by=client.counselor,
                    key=key,
                    reason="discharge",
                )
            )
    for slot in dict.fromkeys([*client.slots, *(client.next_slots or [])]):
        world.seats.release(client.key, slot, after)
        world.say(
            SeatReleased(
                at=world.at(client.site, day, minute + 3),
                person=client.key,
                by=client.counselor,
                slot=slot.key,
                from_day=after,
                reason="discharge",
            )
        )
    if course.kind != "deceased":
        for month, days in ((1, 30), (3, 91), (6, 182)):
            on = world.next_open(day + timedelta(days=days + chance.between(f"call{month}", -2, 6)))
            world.later(on, lambda then, month=month: _follow_up(world, client, then, month))  # type: ignore[misc]


def _follow_up(world: World, client: Client, day: date, month: int) -> None:
    """A call 1, 3 or 6 months later; the facts only when somebody answered."""
    facts, chance, profile = (
        population()["follow_up"],
        client.chance.at("follow_up", month),
        client.profile,
    )
    done = client.course.reason in ("completed", "transferred")
    reached = chance.happens("reached", facts["reached"][str(month)] + (0.08 if done else -0.08))
    outcome = (
        "reached"
        if reached
        else ("declined" if chance.happens("declined", 0.12) else "not_reached")
    )
    working = profile.employment in ("full", "part")
    world.say(
        FollowUpDone(
            at=world.at(client.site, day, 13 * 60 + chance.between("minute", 0, 170)),
            person=client.key,
            by=world.outline.one("peer", client.site),
            month=month,
            outcome=outcome,
            any_use_30d=chance.happens(
                "use", facts["any_use_completed" if done else "any_use_left"]
            )
            if reached
            else None,
            employed=(working and chance.happens("kept_work", 0.9))
            or chance.happens("new_work", 0.22 if done else 0.1)
            if reached
            else None,
            housed=profile.living != "homeless" or chance.happens("housed", 0.5 if done else 0.2)
            if reached
            else None,
            arrested_30d=chance.happens("arrested", population()["profile"]["arrests_at_discharge"])
            if reached
            else None,
            in_care=chance.happens("in_care", 0.6 if done else 0.2) if reached else None,
        )
    )
