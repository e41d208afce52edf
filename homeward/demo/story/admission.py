"""The day somebody starts: consents first, then benefits, the episode with its team, the plan, a
seat."""

from __future__ import annotations

from datetime import date, timedelta

from . import answers
from .course import Course
from .events import (
    Admitted,
    BenefitsVerified,
    InstrumentAnswered,
    SeatTaken,
)
from .phases import boundaries
from .plan_writing import start_plan
from .population import population
from .safety import ask_further
from .seating import Week
from .signing import sign_consents
from .week import join_published
from .world import DAY, Caller, Client, World

TEAM_ROLES = ("nurse", "physician", "case_manager", "family_counselor", "peer", "supervisor")


def admit(world: World, caller: Caller, day: date, week: Week) -> None:
    """Everything that happens before the first group of the first day."""
    profile, chance, outline = caller.profile, caller.chance, world.outline
    first = min(slot.begins for slot in week.slots if slot.weekday == day.weekday())
    minute = first - 58
    counselor = _primary(world, caller, week)
    admissions = outline.one("admissions", caller.site)
    family = sign_consents(world, caller, day, minute, admissions)
    payer = dict(outline.payers).get(profile.payer, profile.payer)
    private = profile.payer == "private"
    world.say(
        BenefitsVerified(
            at=world.at(caller.site, day, minute + 9),
            person=profile.key,
            by=admissions,
            payer=payer,
            member_id=profile.member_id,
            covered=profile.payer != "self_pay",
            in_network=not private or chance.happens("network", 0.85),
            copay_cents=chance.one_of("copay", (2500, 3500, 5000)) if private else 0,
            deductible_left_cents=chance.between("deductible", 0, 12) * 12500 if private else 0,
            authorization_needed=profile.payer in ("medicaid", "private"),
            days_limit=None,
            reference=f"R{chance.between('reference', 100000, 999999)}",
        )
    )
    world.admitted += 1
    world.coming -= 1
    chart = f"HW-{1000 + world.admitted:05d}"
    team = [("counselor", counselor)]
    team += [(role, outline.one(role, caller.site)) for role in TEAM_ROLES if outline.staff(role)]
    client = Client(
        profile=profile,
        course=caller.course,
        chance=chance,
        site=caller.site,
        track=caller.track,
        cohort=week.cohort,
        phase=0,
        counselor=counselor,
        admitted_on=day,
        chart_number=chart,
        ratings=caller.ratings,
        script=caller.script,
        slots=list(week.slots),
        family_consent=family,
    )
    client.boundaries = boundaries(world, client)
    client.review_due = day + timedelta(days=30)
    client.stay_due = day + timedelta(days=14)
    world.clients[profile.key] = client
    world.caseload[counselor] += 1
    world.outcomes[profile.key] = "admitted"
    phase = outline.phases[0]
    world.say(
        Admitted(
            at=world.at(caller.site, day, minute + 15),
            person=profile.key,
            by=admissions,
            chart_number=chart,
            site=caller.site,
            track=caller.track,
            cohort=week.cohort,
            phase=phase.code,
            level=phase.level,
            primary_counselor=counselor,
            team=tuple(team),
            diagnosis=profile.diagnosis,
            payer=payer,
        )
    )
    _first_answers(world, client, caller.course, day, minute + 18)
    start_plan(world, client, day, minute + 32, "initial")
    world.seats.claim(f"cast {caller.script.name}")
    for slot in week.slots:
        world.seats.take(profile.key, slot, day)
        world.say(
            SeatTaken(
                at=world.at(caller.site, day, minute + 50),
                person=profile.key,
                by=admissions,
                slot=slot.key,
                from_day=day,
            )
        )
    _join_extras(world, client, day, minute + 52, admissions)
    join_published(world, profile.key, client.slots, day)
    full_on = world.next_open(day + chance.between("full_plan", 3, 5) * DAY)
    world.later(
        full_on,
        lambda then: None if client.gone else start_plan(world, client, then, 16 * 60 + 20, "full"),
    )


def _primary(world: World, caller: Caller, week: Week) -> str:
    """The counselor with most room; leading the person's groups counts for some clients fewer."""
    if caller.script.counselor:
        return caller.script.counselor
    leaders = {leader for slot in week.slots for leader in slot.leaders}
    counselors = world.outline.staff("counselor", caller.site)
    return min(
        counselors,
        key=lambda worker: (
            world.caseload[worker.key] >= (worker.caseload or 15),
            world.caseload[worker.key] / (worker.caseload or 15)
            + (0 if worker.key in leaders else 0.3),
            worker.key,
        ),
    ).key


def _join_extras(world: World, client: Client, day: date, minute: float, by: str) -> None:
    """A seat in the open groups of the site, for some and for the cast, while the week stays
    under its ceiling."""
    code = world.phase_of(client).code
    for slot in world.outline.slots:
        if (
            slot.track
            or slot.site != client.site
            or code not in slot.phases
            or (slot.with_family and not client.family_consent)
        ):
            continue
        minutes = sum(own.clinical_minutes for own in client.slots) + slot.clinical_minutes
        wanted = client.script.name or client.chance.at("extra", slot.key).happens(
            "joins", population()["habits"]["extra_group"]
        )
        if wanted and minutes <= world.outline.most_minutes and world.seats.free(slot, day) > 0:
            world.seats.take(client.key, slot, day)
            client.slots.append(slot)
            world.say(
                SeatTaken(
                    at=world.at(client.site, day, minute),
                    person=client.key,
                    by=by,
                    slot=slot.key,
                    from_day=day,
                )
            )


def _first_answers(world: World, client: Client, course: Course, day: date, minute: int) -> None:
    """Week 0 of the repeated measures, on the first day."""
    chance, profile = client.chance, client.profile
    before = profile.past_month != "none"
    given = (
        ("bam_iop", answers.bam_iop(chance, profile, course, 0, before)),
        ("phq9", answers.phq9(chance.at("admission"), course, 0)),
        ("gad7", answers.gad7(chance.at("admission"), course, 0)),
    )
    for number, (instrument, items) in enumerate(given):
        client.answered.add(f"{instrument}-0")
        world.say(
            InstrumentAnswered(
                at=world.at(client.site, day, minute + 4 * number),
                person=profile.key,
                by="client",
                instrument=instrument,
                answers=items,
                week=0,
            )
        )
        if instrument == "phq9":
            client.phq9_on = day
            ask_further(world, client, day, minute + 12, items)
