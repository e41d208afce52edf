"""Who calls on a day, and what will become of them: the pace answers how full the program is."""

from __future__ import annotations

from datetime import date

from .chance import Chance
from .course import draw_course
from .first_call import take_call
from .population import population
from .profiles import Profile, draw_profile
from .world import Caller, Script, World

LOST = {"not_reached": 38, "declined": 14, "withdrawal_care": 9, "no_show": 39}
LOST_AFTER = {"other_level": 34, "declined": 26, "no_contact": 40}


def new_calls(world: World, day: date) -> None:
    """The calls of one day; the pace answers how far the census is from its target."""
    census = population()["census"]
    active = sum(1 for client in world.clients.values() if not client.discharged)
    newcomers = sum(world.outline.room_for_newcomers.values())
    target = min(
        census["active_target"],
        census["fullest"] * world.outline.seats,
        census["per_newcomer_seat"] * newcomers,
    )
    missing = (
        target - active - world.coming + census["leaving_soon"] * active / census["active_target"]
    ) / target
    pace = max(0.15, min(census["opening_pace"], 1 + census["correction"] * missing))
    weekday = (1.25, 1.1, 1.0, 0.9, 0.75)[day.weekday()]
    for number in range(
        world.chance.at("calls", day).count(
            "calls",
            census["calls_per_week"] / 5 * pace * weekday * target / census["active_target"],
        )
    ):
        chance = world.chance.at("person", day, number)
        key = f"p{len(world.people) + 1:04d}"
        profile = draw_profile(chance.at("profile"), key, day, world.names)
        site = _site(world, chance)
        take_call(
            world,
            Caller(
                profile=profile,
                course=draw_course(chance.at("course"), profile, day),
                chance=chance,
                site=site,
                track=_track(world, chance, profile, site),
                fate=_fate(chance),
                script=Script(),
            ),
            day,
        )


def _site(world: World, chance: Chance) -> str:
    seats: dict[str, float] = {}
    for (site, _), room in world.outline.room_for_newcomers.items():
        seats[site] = seats.get(site, 0) + room
    return chance.weighted("site", seats)


def _track(world: World, chance: Chance, profile: Profile, site: str) -> str:
    census = population()["census"]
    working = profile.employment in ("full", "part")
    tracks = [track for where, track in world.outline.room_for_newcomers if where == site]
    evenings = [track for track in tracks if world.outline.is_evening(track)]
    days = [track for track in tracks if track not in evenings]
    evening = chance.happens(
        "evening", census["evening_if_working" if working else "evening_if_not"]
    )
    return chance.one_of("track", (evenings or days) if evening else (days or evenings))


def _fate(chance: Chance) -> str:
    funnel = population()["funnel"]
    if chance.happens("lost_before", funnel["call_to_assessment_lost"]):
        return chance.weighted("how_lost", LOST)
    if chance.happens("lost_after", funnel["assessment_to_start_lost"]):
        return "after_" + chance.weighted("how_lost_after", LOST_AFTER)
    return ""
