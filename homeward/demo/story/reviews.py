"""The weekly card: stay, step down or step up, with reasons; phase changes; plan reviews when
they fall due."""

from __future__ import annotations

from datetime import date, timedelta

from .events import LevelReviewed, PhaseChanged, PlanReviewed, SeatReleased, SeatTaken, SteppedDown
from .objectives import states_on
from .outline import Slot
from .phases import ends_intensive_care, fresh_week
from .population import population
from .signals import Signals, calls_for_a_look, signals_of
from .week import join_published
from .world import DAY, Client, World

REVIEW_WEEKDAY = 2
LOOKING_WEEKDAYS = (3, 4)
FIRST_LOOK = 8 * 60.0  # before anybody is discharged
DAYS_BETWEEN_PLAN_REVIEWS = 13
DAYS_BEFORE_A_STEP = 9
AHEAD = (
    "Sooner than usual: all of it has held since the first weeks.",
    "Sooner than usual: a day job begins, and everything asked for has held.",
    "Sooner than usual: the sponsor's group meets daily and the family is close by.",
)
ONE_MISSING = (
    "A signal is missing; a new job begins, and the team agreed on a call each week instead.",
    "A signal is missing; the ride is gone on weekdays, and evenings with telehealth can be kept.",
    "A signal is missing; childcare allows two days, and an individual session is added each week.",
)
VIEWS = (
    "Feels it is working.",
    "Would like fewer days soon.",
    "Wants to stay as it is.",
    "Finds the mornings hard but comes.",
    "Proud of this week.",
    "Worried about the next step.",
    "Asks for more individual time.",
    "Says group is where it happens.",
)


def attendance_share(client: Client, day: date) -> float:
    """Minutes attended of minutes planned in the last four weeks; 1.0 before there are any."""
    recent = [
        (got, planned) for on, got, planned, _ in client.register if 0 < (day - on).days <= 28
    ]
    planned = sum(minutes for _, minutes in recent)
    return sum(got for got, _ in recent) / planned if planned else 1.0


def recent_tests(client: Client, day: date, days: int = 21) -> list[str]:
    """Outcomes of the tests of the last weeks."""
    return [outcome for on, outcome in client.tests if (day - on).days <= days]


def weekly_reviews(world: World, day: date) -> None:
    """The team looks at everybody who has been in care for a week."""
    minute = 14 * 60.0
    for client in list(world.clients.values()):
        if client.discharged or client.days_in(day) < 6:
            continue
        minute += 1.5
        _review(world, client, day, minute)


def look_again(world: World, day: date) -> None:
    """What a day after the weekly round brought is looked at the next morning."""
    minute = FIRST_LOOK
    for client in list(world.clients.values()):
        if not client.discharged and calls_for_a_look(client, day - DAY):
            minute += 0.75
            share, tests = attendance_share(client, day), recent_tests(client, day)
            positives = tests.count("positive")
            _say(world, client, day, minute, "stay", _reasons_to_stay(client, share, positives))


def _review(world: World, client: Client, day: date, minute: float) -> None:
    share, tests = attendance_share(client, day), recent_tests(client, day)
    phase = world.phase_of(client)
    monday = day + timedelta(days=7 - day.weekday())
    positives = tests.count("positive")
    because, signals = "", signals_of(world, client, day)
    moves = _is_due(world, client, share, positives, monday)
    if moves and ends_intensive_care(world, client):
        moves, because = _may_step_down(client, signals)
    decision, reasons = "stay", _reasons_to_stay(client, share, positives)
    week = fresh_week(world, client, client.phase + 1, monday) if moves else None
    extras = _extras_kept(world, client)
    if week is not None:
        if ends_intensive_care(world, client):
            decision, reasons = "step_down", signals.codes()
    elif _spirals(client, share, positives, day):
        decision, reasons = "step_up", ("repeated_use",) if positives >= 2 else ("missed_three",)
    _say(world, client, day, minute, decision, reasons, because)
    at = world.at(client.site, day, minute)
    supervisor = world.outline.one("supervisor", client.site)
    if week is None:
        return
    following = world.outline.phases[client.phase + 1]
    slots = [*week.slots, *extras]
    kept = {slot.key for slot in client.slots} & {slot.key for slot in slots}
    for slot in client.slots:
        if slot.key not in kept:
            world.seats.release(client.key, slot, monday)
            world.say(
                SeatReleased(
                    at=at,
                    person=client.key,
                    by=supervisor,
                    slot=slot.key,
                    from_day=monday,
                    reason="phase_change",
                )
            )
    for slot in week.slots:
        if slot.key not in kept:
            world.seats.take(client.key, slot, monday)
            world.say(
                SeatTaken(at=at, person=client.key, by=supervisor, slot=slot.key, from_day=monday)
            )
    join_published(world, client.key, [slot for slot in week.slots if slot.key not in kept], monday)
    client.next_slots, client.next_from, client.cohort = slots, monday, week.cohort
    world.say(
        PhaseChanged(
            at=at,
            person=client.key,
            by=supervisor,
            old_phase=phase.code,
            new_phase=following.code,
            from_day=monday,
        )
    )
    if following.level != phase.level:
        first = world.next_scheduled(client, monday - DAY) or monday
        world.say(
            SteppedDown(
                at=at,
                person=client.key,
                by=supervisor,
                old_level=phase.level,
                new_level=following.level,
                from_day=monday,
                first_appointment=first,
            )
        )
    client.phase += 1
    client.phase_began = monday


def _say(
    world: World,
    client: Client,
    day: date,
    minute: float,
    decision: str,
    reasons: tuple[str, ...],
    because: str = "",
) -> None:
    """The card as the team answers it."""
    world.say(
        LevelReviewed(
            at=world.at(client.site, day, minute),
            person=client.key,
            by=world.outline.one("supervisor", client.site),
            week=client.days_in(day) // 7,
            decision=decision,
            reasons=reasons,
            attendance_share=round(attendance_share(client, day), 3),
            client_view=client.chance.at("review", day).one_of("view", VIEWS),
            because=because if decision == "step_down" else "",
        )
    )


def _extras_kept(world: World, client: Client) -> list[Slot]:
    """Open groups somebody may stay in after the next phase change."""
    number = min(client.phase + 1, len(world.outline.phases) - 1)
    code = world.outline.phases[number].code
    return [slot for slot in client.slots if not slot.track and code in slot.phases]


def _spirals(client: Client, share: float, positives: int, day: date) -> bool:
    """Close to a transfer to more care, with use or absence that shows."""
    leaving = (
        client.course.kind == "transferred" and client.course.stay_days - client.days_in(day) <= 9
    )
    return leaving and (positives >= 2 or share < 0.5)


def _reasons_to_stay(client: Client, share: float, positives: int) -> tuple[str, ...]:
    if share >= 0.7 and positives == 0:
        return ("progressing",)
    if client.gone or share < 0.4:
        return ("not_seen",) if client.gone else ("working_not_yet", "outreach_running")
    return ("working_not_yet",)


def _is_due(world: World, client: Client, share: float, positives: int, monday: date) -> bool:
    """Whether the next phase is due by the week that begins on that Monday, and goes well enough
    to be talked about."""
    due = (
        client.next_slots is None
        and client.phase + 1 < len(world.outline.phases)
        and client.days_in(monday) >= client.boundaries[client.phase]
    )
    good = share >= 0.5 and (positives < 2 or client.course.reason == "completed")
    return (
        due and good and not client.gone and client.course.stay_days - client.days_in(monday) >= 7
    )


def _may_step_down(client: Client, signals: Signals) -> tuple[bool, str]:
    """Whether the team lets somebody step down now, with its own sentence where a signal or the
    usual weeks are missing."""
    facts, chance = population()["step_down"], client.chance.at("step_down")
    if signals.missing == 0 and signals.long_enough:
        return True, ""
    if signals.missing == 0 and chance.happens("ahead", facts["ahead_of_time"]):
        return True, chance.one_of("why_ahead", AHEAD)
    if signals.missing == 1 and chance.happens("one_missing", facts["one_missing"]):
        return True, chance.one_of("why_missing", ONE_MISSING)
    return False, ""


def _looks_at_plan(world: World, client: Client, day: date) -> bool:
    """Whether a review of the plan falls on that day: it is due, or a step down comes close."""
    assert client.review_due is not None
    early = client.chance.at("plan_review", client.review_due).between("early", -3, 4)
    if day >= client.review_due - timedelta(days=early):
        return True
    lately = client.plan_reviewed_on or client.admitted_on
    return (
        ends_intensive_care(world, client)
        and (day - lately).days >= DAYS_BETWEEN_PLAN_REVIEWS
        and client.days_in(day) >= client.boundaries[client.phase] - DAYS_BEFORE_A_STEP
    )


def plan_review(world: World, client: Client, day: date) -> None:
    """Every 30 days, on a day the client is there; a few run some days late."""
    if client.review_due is None or client.gone or client.last_contact != day:
        return
    if not _looks_at_plan(world, client, day):
        return
    if client.script.no_review_before and day < client.script.no_review_before:
        return
    chance = client.chance.at("plan_review", day)
    states = states_on(world, client, day)
    met = sum(state == "met" for _, state in states)
    client.plan_reviewed_on = day
    client.review_due = day + timedelta(days=30)
    end = max(slot.ends for slot in world.slots_on(client, day))
    world.say(
        PlanReviewed(
            at=world.at(client.site, day, min(end + 12, 23 * 60)),
            person=client.key,
            by=client.counselor,
            objective_states=states,
            client_view=chance.one_of("view", VIEWS),
            summary=f"{met} of {len(states)} objectives met; "
            f"attended {attendance_share(client, day):.0%} of planned time in four weeks.",
            next_due_on=client.review_due,
        )
    )
