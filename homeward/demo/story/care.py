"""One day of somebody in care: whether they come, when, what they say on their phone, what is
written afterwards."""

from __future__ import annotations

from datetime import date

from . import answers, drugtests, leaving, outreach
from .chance import Chance
from .course import comes_that_day
from .events import Answers, Attended, CheckIn, InstrumentAnswered, Interval
from .notes import write_note
from .outline import Slot
from .population import by_week, population
from .safety import ask_further, asks_for_phq9
from .world import Client, World, session_key

EXCUSES = {"illness": 34, "work": 20, "court": 14, "childcare": 18, "medical": 14}


def live_through(world: World, client: Client, day: date) -> None:
    """Everything one scheduled day brings; days without a group bring nothing here."""
    if client.discharged:
        return
    _move_to_next_slots(world, client, day)
    slots = world.slots_on(client, day)
    if not slots:
        return
    if client.gone:
        drugtests.draw(world, client, day, slots, False, client.chance.at("day", day))
        _stay_away(world, client, day, slots)
        return
    days_in = client.days_in(day)
    last_day = leaving.is_last_contact(world, client, day)
    chance = client.chance.at("day", day)
    comes = _comes(client, day, days_in, last_day)
    drugtests.draw(world, client, day, slots, comes, chance)
    if not comes:
        _miss(world, client, day, slots, chance)
    else:
        client.last_contact = day
        client.missed_in_a_row = 0
        client.outreach_settled = False
        _check_in(world, client, day, slots[0].begins, chance, days_in)
        _weekly_answers(world, client, day, slots[0].begins, days_in)
        _attend(world, client, day, slots, chance)
    if last_day:
        leaving.last_contact(world, client, day, slots[-1].ends)


def _move_to_next_slots(world: World, client: Client, day: date) -> None:
    if client.next_slots is not None and client.next_from and day >= client.next_from:
        client.slots, client.next_slots, client.next_from = client.next_slots, None, None


def _comes(client: Client, day: date, days_in: int, last_day: bool) -> bool:
    if day in client.script.absent_on:
        return False
    if days_in == 0 or last_day or day in client.script.thoughts_on:
        return True
    if client.script.always_comes:
        return client.chance.at("comes", day).happens("comes", 0.94)
    return comes_that_day(client.chance, client.course, day, days_in)


def _miss(world: World, client: Client, day: date, slots: list[Slot], chance: Chance) -> None:
    """Excused beforehand, or not there; the latter starts the outreach."""
    excused = day not in client.script.absent_on and chance.happens(
        "excused", population()["attendance"]["excused_share"]
    )
    excuse = chance.weighted("excuse", EXCUSES) if excused else ""
    for slot in slots:
        world.say(
            Attended(
                at=world.at(slot.site, day, slot.ends + 3),
                person=client.key,
                by=slot.leaders[0],
                session=session_key(slot, day),
                state="excused" if excused else "no_show",
                punches=(),
                excuse=excuse,
            )
        )
        client.register.append((day, 0, slot.clinical_minutes, excused))
    client.missed_in_a_row += not excused
    if not excused:
        client.first_missed = client.first_missed if client.missed_in_a_row > 1 else day
        outreach.after_missed_day(world, client, day, slots[0], chance)


def _stay_away(world: World, client: Client, day: date, slots: list[Slot]) -> None:
    """Between the last contact and the discharge the seat is empty."""
    known = client.course.kind not in ("lost_to_contact",)
    for slot in slots:
        world.say(
            Attended(
                at=world.at(slot.site, day, slot.ends + 3),
                person=client.key,
                by=slot.leaders[0],
                session=session_key(slot, day),
                state="cancelled_client" if known else "no_show",
                punches=(),
                excuse="",
            )
        )
        client.register.append((day, 0, slot.clinical_minutes, False))
    if not known:
        client.missed_in_a_row += 1
        outreach.after_missed_day(world, client, day, slots[0], client.chance.at("day", day))


def _check_in(
    world: World, client: Client, day: date, begins: int, chance: Chance, days_in: int
) -> None:
    """The client's own words, on most days they come after the first, before the group."""
    if days_in == 0 or not chance.happens("check_in", population()["habits"]["check_in"]):
        return
    week = days_in // 7
    used = drugtests.using(client, week) and chance.happens("use_today", 0.35)
    craving = (
        by_week([0, 4, 8, 12], [5.0, 3.4, 2.6, 2.2], days_in / 7)
        + client.course.craving
        + chance.normal("craving", 0, 1.3)
    )
    mood = (
        3.0
        + 0.06 * days_in / 7
        - 0.5 * client.course.low_mood
        + chance.normal("mood", 0, 0.7)
        - 0.5 * used
    )
    sleep = (
        6.1
        + 0.07 * min(12, days_in / 7)
        - 0.4 * client.course.worry
        + chance.normal("sleep", 0, 0.9)
    )
    world.say(
        CheckIn(
            at=world.at(client.site, day, begins - chance.between("minutes_before", 22, 85)),
            person=client.key,
            by="client",
            craving=max(0, min(10, round(craving + 1.5 * used))),
            mood=max(1, min(5, round(mood))),
            sleep_hours=max(2.0, min(11.0, round(sleep * 2) / 2)),
            used=used,
        )
    )


def _weekly_answers(world: World, client: Client, day: date, begins: int, days_in: int) -> None:
    """The weekly monitor on the first day of the week they come; mood measures every fourth
    week."""
    week, habits = days_in // 7, population()["habits"]
    here = client.chance.at("measures", week)
    due: list[tuple[str, Answers]] = []
    if f"bam_iop-{week}" not in client.answered:
        client.answered.add(f"bam_iop-{week}")
        if here.happens("bam", habits["bam_answered"]) or client.script.name:
            due.append(
                (
                    "bam_iop",
                    answers.bam_iop(
                        client.chance,
                        client.profile,
                        client.course,
                        week,
                        drugtests.using(client, week),
                    ),
                )
            )
    asked_again = day in client.script.thoughts_on and "phq9-again" not in client.answered
    if asked_again or (
        week % population()["mood"]["every_weeks"] == 0 and f"phq9-{week}" not in client.answered
    ):
        client.answered |= {f"phq9-{week}", "phq9-again"} if asked_again else {f"phq9-{week}"}
        due.append(
            ("phq9", answers.phq9(here, client.course, week, thoughts=1 if asked_again else None))
        )
        due.append(("gad7", answers.gad7(here, client.course, week)))
    if due and due[0][0] == "bam_iop" and len(due) == 1 and asks_for_phq9(client, due[0][1], day):
        due.append(("phq9", answers.phq9(here.at("asked"), client.course, week)))
    for number, (instrument, items) in enumerate(due):
        world.say(
            InstrumentAnswered(
                at=world.at(client.site, day, begins - 18 + 4 * number),
                person=client.key,
                by="client",
                instrument=instrument,
                answers=items,
                week=week,
            )
        )
        if instrument == "phq9":
            client.phq9_on = day
            ask_further(world, client, day, begins - 4, items)


def _attend(world: World, client: Client, day: date, slots: list[Slot], chance: Chance) -> None:
    """Punches for each group of the day; late for the first, gone before the end of the last, on
    some days."""
    coming = population()["attendance"]
    first_day = day == client.admitted_on
    late = not first_day and chance.happens("late", coming["late"])
    left = chance.happens("left_early", coming["left_early"])
    part_day = len(slots) > 2 and chance.happens("part_day", 0.05)
    for number, slot in enumerate(slots):
        if part_day and number >= len(slots) - 2:
            world.say(
                Attended(
                    at=world.at(slot.site, day, slot.ends + 3),
                    person=client.key,
                    by=slot.leaders[0],
                    session=session_key(slot, day),
                    state="excused",
                    punches=(),
                    excuse=chance.weighted("excuse", EXCUSES),
                )
            )
            client.register.append((day, 0, slot.clinical_minutes, True))
            continue
        came = slot.begins - chance.between(f"early{number}", 0, 4)
        went = slot.ends
        state = "present"
        if late and number == 0:
            came, state = (
                slot.begins + min(slot.minutes // 2, chance.between("late_by", 6, 28)),
                "late",
            )
        if left and number == len(slots) - 1:
            went = slot.ends - min(slot.minutes // 3, chance.between("left_by", 10, 35))
            state = "late_and_left_early" if state == "late" else "left_early"
        attended(world, client, slot, day, state, came, went)


def attended(
    world: World, client: Client, slot: Slot, day: date, state: str, came: int, went: int
) -> None:
    """A register line with punches, and the note that follows."""
    punches: tuple[Interval, ...] = (
        (world.at(slot.site, day, came), world.at(slot.site, day, went)),
    )
    leader = slot.leaders[0]
    key = session_key(slot, day)
    world.say(
        Attended(
            at=world.at(slot.site, day, slot.ends + 2),
            person=client.key,
            by=leader,
            session=key,
            state=state,
            punches=punches,
            excuse="",
        )
    )
    credited = max(0, min(went, slot.ends) - max(came, slot.begins))
    client.register.append(
        (day, min(credited, slot.clinical_minutes), slot.clinical_minutes, False)
    )
    write_note(
        world,
        client,
        key,
        slot.session_type,
        world.topics.get(key, ""),
        leader,
        slot.site,
        day,
        slot.ends,
    )
