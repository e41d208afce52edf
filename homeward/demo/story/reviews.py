"""The weekly card: stay, step down or step up, with reasons; phase changes; plan reviews when
they fall due."""

from __future__ import annotations

from datetime import date, timedelta

from .admission import fresh_week
from .events import LevelReviewed, PhaseChanged, PlanReviewed, SeatReleased, SeatTaken, SteppedDown
from .outline import Slot
from .week import join_published
from .world import DAY, Client, World

REVIEW_WEEKDAY = 2
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


def _review(world: World, client: Client, day: date, minute: float) -> None:
    share, tests = attendance_share(client, day), recent_tests(client, day)
    phase, chance = world.phase_of(client), client.chance.at("review", day)
    monday = day + timedelta(days=7 - day.weekday())
    due = (
        client.next_slots is None
        and client.phase + 1 < len(world.outline.phases)
        and client.days_in(monday) >= client.boundaries[client.phase]
    )
    positives = tests.count("positive")
    good = (
        share >= 0.5 and (positives < 2 or client.course.reason == "completed") and not client.gone
    )
    near_end = client.course.stay_days - client.days_in(monday) < 7
    moves = due and good and not near_end
    decision, reasons = "stay", _reasons_to_stay(client, share, positives)
    week = fresh_week(world, client, client.phase + 1, monday) if moves else None
    extras = _extras_kept(world, client)
    if week is not None:
        following = world.outline.phases[client.phase + 1]
        if following.level != phase.level:
            decision, reasons = "step_down", _reasons_to_step_down(share, positives, tests)
    elif _spirals(client, share, positives, day):
        decision, reasons = "step_up", ("repeated_use",) if positives >= 2 else ("missed_three",)
    at = world.at(client.site, day, minute)
    supervisor = world.outline.one("supervisor", client.site)
    world.say(
        LevelReviewed(
            at=at,
            person=client.key,
            by=supervisor,
            week=client.days_in(day) // 7,
            decision=decision,
            reasons=reasons,
            attendance_share=round(share, 3),
            client_view=chance.one_of("view", VIEWS),
        )
    )
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


def _reasons_to_step_down(share: float, positives: int, tests: list[str]) -> tuple[str, ...]:
    reasons = ["attendance_80"] if share >= 0.8 else []
    if positives == 0 and tests:
        reasons.append("tests_negative")
    return (*reasons, "objectives_met", "prevention_plan")


def plan_review(world: World, client: Client, day: date) -> None:
    """Every 30 days, on a day the client is there; a few run some days late."""
    if client.review_due is None or client.gone or client.last_contact != day:
        return
    early = client.chance.at("plan_review", client.review_due).between("early", -3, 4)
    if day < client.review_due - timedelta(days=early):
        return
    if client.script.no_review_before and day < client.script.no_review_before:
        return
    chance = client.chance.at("plan_review", day)
    share = min(1.0, client.days_in(day) / 80)
    states = tuple(
        (
            key,
            "met"
            if chance.happens(f"met-{key}", share * 0.55)
            else ("revised" if chance.happens(f"revised-{key}", 0.12) else "active"),
        )
        for key in client.objectives
    )
    met = sum(state == "met" for _, state in states)
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
