"""The day somebody starts: consents first, then benefits, the episode with its team, the plan, a
seat."""

from __future__ import annotations

from datetime import date, timedelta

from . import answers
from .course import Course
from .events import (
    Admitted,
    BenefitsVerified,
    ConsentRevoked,
    ConsentSigned,
    InquiryClosed,
    InstrumentAnswered,
    PlanSigned,
    PlanStarted,
    SeatTaken,
    Waitlisted,
)
from .plan_library import problems_for, themes_for
from .population import population
from .seating import Week
from .week import join_published
from .world import DAY, Caller, Client, World

TEAM_ROLES = ("nurse", "physician", "case_manager", "family_counselor", "peer", "supervisor")
PATIENCE_DAYS = 28
DISCHARGE_CRITERIA = (
    "Objectives met, tests negative for four weeks, a prevention plan, a next appointment"
)
STRENGTHS = (
    "Honest and quick to notice patterns",
    "Works hard and shows up",
    "Close to family, wants to be there for them",
    "Has stopped before and knows what helped",
    "Good sense of humor, easy with people",
    "Reads a lot and likes to learn",
    "Faith and a steady routine",
    "Keeps promises to children",
)
BARRIERS = (
    "Ride depends on one bus line",
    "Shift work changes from week to week",
    "Childcare on short notice",
    "Court dates and fines",
    "Poor sleep",
    "People who use live close by",
    "Pain that comes and goes",
    "Phone is often out of minutes",
)


def try_to_start(world: World, caller: Caller, day: date) -> None:
    """Start on that day if a seat fits and the group meets; otherwise wait for one, four weeks
    at most."""
    phase = world.outline.phases[0]
    caller.asked_on = caller.asked_on or day
    first = _cohort_of(world, caller.script.counselor)
    week = world.seats.weeks_for(caller.site, caller.track, phase, day, first)
    if week is None and (day - caller.asked_on).days >= 3:
        for track in [
            track for where, track in world.outline.room_for_newcomers if where == caller.site
        ]:
            week = week or world.seats.weeks_for(caller.site, track, phase, day, first)
            if week is not None:
                caller.track = track
                break
    week = caller.script.kept_week or week
    if week is not None and world.is_open(day) and day.weekday() in week.weekdays:
        return _admit(world, caller, day, week)
    if week is None and day == caller.asked_on:
        world.say(
            Waitlisted(
                at=world.at(caller.site, day, 10 * 60),
                person=caller.profile.key,
                by=world.outline.one("admissions", caller.site),
                site=caller.site,
                track=caller.track,
                reason="no_seat",
            )
        )
    if (day - caller.asked_on).days > PATIENCE_DAYS and not caller.script.name:
        world.coming -= 1
        world.say(
            InquiryClosed(
                at=world.at(caller.site, day, 16 * 60),
                person=caller.profile.key,
                by=world.outline.one("admissions", caller.site),
                outcome="lost",
                reason="waited_too_long",
                referred_level="",
            )
        )
        return None
    return world.later(day + DAY, lambda then: try_to_start(world, caller, then))


def _cohort_of(world: World, counselor: str) -> str:
    """The cohort in which that counselor leads most."""
    led = [slot.cohort for slot in world.outline.slots if counselor in slot.leaders]
    return max(sorted(set(led)), key=led.count) if led else ""


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


def _admit(world: World, caller: Caller, day: date, week: Week) -> None:
    """Everything that happens before the first group of the first day."""
    profile, chance, outline = caller.profile, caller.chance, world.outline
    first = min(slot.begins for slot in week.slots if slot.weekday == day.weekday())
    minute = first - 58
    counselor = _primary(world, caller, week)
    admissions = outline.one("admissions", caller.site)
    family = _sign_consents(world, caller, day, minute, admissions)
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


def _sign_consents(world: World, caller: Caller, day: date, minute: float, witness: str) -> str:
    """Treatment and TPO for everybody; a court's officer and a family member where that is
    wanted. Returns the family key."""
    profile, chance = caller.profile, caller.chance
    signed: list[tuple[str, str, str, tuple[str, ...], tuple[str, ...], str]] = [
        ("treatment", "", "", ("treatment",), (), ""),
        ("tpo", "", "", ("treatment", "payment", "operations"), (), ""),
    ]
    if caller.script.name == "demo_client" or chance.happens(
        "family_consent", population()["habits"]["family_consent"]
    ):
        signed.append(
            (
                "family",
                profile.support_name,
                profile.support_relation,
                ("family_support",),
                ("schedule", "outcomes"),
                "",
            )
        )
    if profile.referral == "criminal_justice" and (
        caller.script.name or chance.happens("court_consent", 0.9)
    ):
        signed.append(
            (
                "criminal_justice",
                profile.officer_name,
                "probation_officer",
                ("criminal_justice_monitoring",),
                ("schedule", "drug_tests", "outcomes"),
                "discharge",
            )
        )
    family = ""
    for number, (kind, name, relation, purposes, classes, ends) in enumerate(signed):
        key = f"{profile.key}-{kind}"
        world.say(
            ConsentSigned(
                at=world.at(caller.site, day, minute + number),
                person=profile.key,
                by="client",
                key=key,
                kind=kind,
                recipient_name=name,
                recipient_relation=relation,
                purposes=purposes,
                classes=classes,
                ends_on_event=ends,
                witness=witness,
                expires_on=None if ends else day + timedelta(days=365),
            )
        )
        if kind == "family":
            family = key
            if not caller.script.name and chance.happens("revokes", 0.05):
                _revoke_later(
                    world,
                    caller,
                    world.next_open(day + chance.between("revoked", 12, 60) * DAY),
                    key,
                )
    return family


def _revoke_later(world: World, caller: Caller, day: date, key: str) -> None:
    def revoke(then: date) -> None:
        client = world.clients[caller.profile.key]
        if not client.gone:
            client.family_consent = ""
            world.say(
                ConsentRevoked(
                    at=world.at(caller.site, then, 12 * 60 + 10),
                    person=caller.profile.key,
                    by="client",
                    key=key,
                    reason=caller.chance.one_of(
                        "why_revoked", ("I want to tell them myself.", "Things at home changed.")
                    ),
                )
            )

    world.later(day, revoke)


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


def boundaries(world: World, client: Client) -> list[float]:
    """Days from admission at which each phase is done, for somebody of this course.

    Who completes early goes through the phases faster; continuing care is for those who stay on.
    """
    phases = world.outline.phases
    done, ends = 0.0, []
    core = sum(
        phase.weeks
        for phase in phases
        if phase.weekly_minutes >= population()["habits"]["core_minutes"]
    )
    scale = (
        min(1.0, client.course.stay_days / (core * 7))
        if client.course.reason == "completed"
        else client.course.pace
    )
    for phase in phases:
        done += phase.weeks
        ends.append(7 * done * scale)
    if client.script.intensive_ends_on:
        last = max(
            index
            for index, phase in enumerate(phases)
            if phase.weekly_minutes >= world.outline.iop_minutes
        )
        wanted = client.days_in(client.script.intensive_ends_on) / ends[last]
        ends = [end * wanted for end in ends]
    return ends


def start_plan(world: World, client: Client, day: date, minute: int, kind: str) -> None:
    """An initial plan with one problem on the first day, the full one within the week; each
    signed by author, client, supervisor."""
    chance, profile, outline = client.chance, client.profile, world.outline
    weeks = sum(
        phase.weeks
        for phase in outline.phases
        if phase.weekly_minutes >= population()["habits"]["core_minutes"]
    )
    themes = themes_for(chance, profile, client.ratings)
    problems = problems_for(
        chance,
        profile,
        themes if kind == "full" else themes[:1],
        client.admitted_on,
        client.counselor,
        outline.one("family_counselor", client.site),
        outline.one("case_manager", client.site),
        weeks,
    )
    client.problems = problems
    client.objectives = [
        objective.key
        for problem in problems
        for goal in problem.goals
        for objective in goal.objectives
    ]
    support = profile.support_relation.replace("_", " ")
    world.say(
        PlanStarted(
            at=world.at(client.site, day, minute),
            person=profile.key,
            by=client.counselor,
            kind=kind,
            strengths=chance.one_of("strengths", STRENGTHS),
            barriers=chance.one_of("barriers", BARRIERS),
            discharge_criteria=DISCHARGE_CRITERIA,
            estimated_weeks=weeks,
            medications=profile.medication or "none",
            family_involvement=f"{support} takes part"
            if client.family_consent
            else "not wanted at this time",
            problems=problems,
        )
    )
    cosigner = outline.one("supervisor", client.site)
    for wait, role, signer in (
        (6, "author", client.counselor),
        (9, "client", "client"),
        (13, "cosign", cosigner),
    ):
        world.say(
            PlanSigned(
                at=world.at(client.site, day, minute + wait),
                person=profile.key,
                by=signer,
                kind=kind,
                role=role,
            )
        )


def fresh_week(world: World, client: Client, phase_number: int, from_day: date) -> Week | None:
    """Seats for a phase: same cohort first, the seats already held count as free."""
    phase = world.outline.phases[phase_number]
    keeps = frozenset(slot.key for slot in client.slots)
    return world.seats.weeks_for(client.site, client.track, phase, from_day, client.cohort, keeps)
