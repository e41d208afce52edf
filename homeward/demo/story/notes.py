"""One client's own note for one session, and when its author signs it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from .chance import Chance
from .events import NoteSigned
from .population import population
from .words import DOING, NEXT
from .world import Client, World

LATEST = timedelta(hours=72)
ENGAGEMENT = {"active": 44, "moderate": 42, "limited": 14}
PARTICIPATION = {
    "active": (("shared",), ("led", "shared"), ("shared", "gave_feedback"), ("gave_feedback",)),
    "moderate": (("listened",), ("listened", "shared"), ("listened", "gave_feedback")),
    "limited": (("listened",), ("withdrawn",), ("listened", "withdrawn")),
}
RESPONSE = {
    "active": (("engaged",), ("applied_skill", "engaged"), ("supported_peer",), ("applied_skill",)),
    "moderate": (("engaged",), ("ambivalent",), ("applied_skill",), ("supported_peer",)),
    "limited": (("guarded",), ("ambivalent", "guarded"), ("resistant",)),
}


def write_note(
    world: World,
    client: Client,
    key: str,
    session_type: str,
    topic: str,
    author: str,
    site: str,
    day: date,
    ends: int,
) -> None:
    """The client's own note, signed the same day or the next working morning, within 72 hours."""
    chance = client.chance.at("note", key)
    engagement = chance.weighted("engagement", ENGAGEMENT)
    world.say(
        NoteSigned(
            at=_signed_at(world, chance, author, site, day, ends),
            person=client.key,
            by=author,
            session=key,
            participation=chance.one_of("participation", PARTICIPATION[engagement]),
            response=chance.one_of("response", RESPONSE[engagement]),
            body=world.wording.response(
                chance, engagement, session_type, world.outline.title_of.get(topic, topic)
            ),
            objective=chance.one_of("objective", client.objectives) if client.objectives else "",
            progress=_progress(client, chance, day),
            intervention=chance.one_of("doing", DOING),
            plan_next=chance.one_of("next", NEXT),
        )
    )


def _signed_at(
    world: World, chance: Chance, author: str, site: str, day: date, ends: int
) -> datetime:
    """Within the hour on most days; the next day at work for some, never after 72 hours."""
    same_day = min(ends + chance.between("signed_after", 9, 70), 23 * 60 + 30)
    signed = world.at(site, day, same_day)
    waits = _goes_home_first(world, author, day, ends)
    if waits or chance.happens("late", _late_share(world, author)):
        # A few of those left for the morning take a day more.
        nth = 1 + (waits and chance.happens("second_morning", 0.3))
        on, begins = world.next_at_work(author, day, nth)
        later = world.at(site, on, begins + chance.between("morning", 2, 40))
        if later - world.at(site, day, ends) <= LATEST:
            return later
    return signed


def _progress(client: Client, chance: Chance, day: date) -> str:
    """A code that grows likelier to be good with the weeks; a setback now and then."""
    leans = 0.3 if client.course.reason == "completed" else -0.2
    score = chance.normal("progress", 0.7 + 0.15 * client.days_in(day) / 7 + leans, 0.7)
    bounds = ((-0.3, "setback"), (0.6, "no_change"), (2.6, "some_progress"))
    return next((code for bound, code in bounds if score < bound), "met")


def _late_share(world: World, author: str) -> float:
    """How many notes wait for the next working morning; more for the counselor of the demo
    account."""
    habits = population()["habits"]
    share: float = (
        habits["late_note"]
        if author == world.outline.cast_counselor
        else habits["late_note_others"]
    )
    return share


def _goes_home_first(world: World, author: str, day: date, ends: int) -> bool:
    """That counselor leaves the notes of the last group of the day for the morning, and all on a
    day without groups, so that Today has work."""
    if author != world.outline.cast_counselor:
        return False
    return ends >= max(
        (slot.ends for slot in world.slots_by_weekday[day.weekday()] if author in slot.leaders),
        default=0,
    )
