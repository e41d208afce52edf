"""The named people of the demo, so that every list of the first day shows something true.

They are bound to the anchor, the first day after 26 weeks of story; later they live on like
everybody else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from .course import Course, draw_course
from .first_call import take_call
from .outline import Outline
from .profiles import draw_profile
from .world import DAY, Caller, Script, World

KEPT_DAYS = 32


@dataclass(frozen=True, slots=True)
class Part:
    """One member of the cast: who, and how many days in care at the anchor."""

    name: str
    first_name: str
    last_name: str
    pronouns: str
    sex: str
    age: int
    days_in: int
    substance: str
    referral: str
    employment: str


PARTS = (
    Part(
        "demo_client",
        "Alex",
        "Romero",
        "they/them",
        "female",
        34,
        51,
        "alcohol",
        "criminal_justice",
        "part",
    ),
    Part(
        "needs_outreach",
        "Marisol",
        "Echevarria",
        "she/her",
        "female",
        29,
        24,
        "methamphetamine",
        "self",
        "unemployed",
    ),
    Part(
        "low_mood",
        "Terrence",
        "Holloway",
        "he/him",
        "male",
        46,
        36,
        "alcohol",
        "other_health",
        "full",
    ),
    Part(
        "ready_to_step_down",
        "Emiko",
        "Halvorsen",
        "she/her",
        "female",
        39,
        58,
        "other_opioid",
        "self",
        "full",
    ),
    Part(
        "plan_review_due",
        "Kwame",
        "Lightfoot",
        "he/him",
        "male",
        31,
        31,
        "cocaine",
        "criminal_justice",
        "unemployed",
    ),
)


def anchor_of(first_day: date) -> date:
    """The day the demo is first opened: 26 weeks after the story begins."""
    return first_day + timedelta(days=182)


def working_days_before(outline: Outline, day: date, count: int) -> list[date]:
    """The last days the program was open before that day, latest first."""
    found: list[date] = []
    while len(found) < count:
        day -= DAY
        if day.weekday() < 5 and day not in outline.closed:
            found.append(day)
    return found


def invite(world: World, day: date) -> None:
    """Let those members of the cast call whose day it is."""
    anchor = anchor_of(world.first_day)
    for part in PARTS:
        start = _start(world, anchor, part)
        if (
            day <= start - timedelta(days=KEPT_DAYS) < day + timedelta(days=4)
            and part.name not in world.kept_weeks
        ):
            _keep_seats(world, part, start)
        call_on = start - timedelta(days=13)
        while call_on.weekday() > 4 or call_on in world.outline.closed:
            call_on -= DAY
        if call_on == day:
            _call(world, part, day, start, anchor)


def _start(world: World, anchor: date, part: Part) -> date:
    """A day on which the counselor's groups for the first phase meet, close to the wanted one."""
    first = world.outline.phases[0].code
    cohort = _home(world.outline)[2]
    meets = {
        slot.weekday
        for slot in world.outline.slots
        if slot.cohort == cohort and first in slot.phases
    } or {0, 1, 2, 3, 4}
    day = anchor - timedelta(days=part.days_in)
    while day.weekday() not in meets or day in world.outline.closed:
        day -= DAY
    return day


def _keep_seats(world: World, part: Part, start: date) -> None:
    """Seats in the counselor's groups, kept before others ask, where there are any."""
    site, track, cohort = _home(world.outline)
    week = world.seats.weeks_for(site, track, world.outline.phases[0], start, cohort)
    if week is not None and start.weekday() in week.weekdays:
        world.kept_weeks[part.name] = week
        for slot in week.slots:
            world.seats.take(f"cast {part.name}", slot, start)


def _home(outline: Outline) -> tuple[str, str, str]:
    """Site, track and cohort for newcomers in which the counselor leads most; else the first of
    the program."""
    first = outline.phases[0].code
    led = [
        (slot.site, slot.track, slot.cohort)
        for slot in outline.slots
        if outline.cast_counselor in slot.leaders and slot.track and first in slot.phases
    ]
    if led:
        return max(sorted(set(led)), key=led.count)
    site, track = next(iter(outline.room_for_newcomers))
    return site, track, ""


def _call(world: World, part: Part, day: date, start: date, anchor: date) -> None:
    chance = world.chance.at("cast", part.name)
    drawn = draw_profile(chance.at("profile"), f"p{len(world.people) + 1:04d}", day, world.names)
    profile = replace(
        drawn,
        first_name=part.first_name,
        last_name=part.last_name,
        pronouns=part.pronouns,
        sex=part.sex,
        cast=part.name,
        birth_date=date(day.year - part.age, 2, 1 + len(part.last_name)),
        substance=part.substance,
        second_substance="",
        referral=part.referral,
        employment=part.employment,
        living="independent",
        past_month="some",
        payer="medicaid",
        route={"alcohol": "oral", "cocaine": "smoking", "methamphetamine": "smoking"}.get(
            part.substance, "oral"
        ),
        medication="buprenorphine" if part.substance == "other_opioid" else "",
        first_use_age=min(drawn.first_use_age, part.age - 4),
        diagnosis={"alcohol": "F10.20", "methamphetamine": "F15.20", "cocaine": "F14.20"}.get(
            part.substance, "F11.20"
        ),
        co_occurring=part.name == "low_mood",
    )
    if part.name == "demo_client":
        profile = replace(
            profile,
            support_name="Lucinda Romero",
            support_relation="mother",
            officer_name="Vernon Ashcombe",
            education="12",
            payer="medicaid",
        )
    course = replace(
        draw_course(chance.at("course"), profile, day),
        reason="completed",
        kind="completed",
        lag_days=1,
        stay_days=_stay(part.name),
        attendance_logit=1.9,
        use_logit=-1.0,
    )
    course = _mooded(course, part.name)
    site, track, _ = _home(world.outline)
    script = _script(world.outline, part.name, anchor)
    script.kept_week = world.kept_weeks.get(part.name)
    take_call(
        world,
        Caller(
            profile=profile,
            course=course,
            chance=chance,
            site=site,
            track=track,
            fate="",
            script=script,
            starts_on=start,
        ),
        day,
    )


def _stay(name: str) -> int:
    return {
        "demo_client": 118,
        "ready_to_step_down": 96,
        "low_mood": 100,
        "needs_outreach": 92,
    }.get(name, 88)


def _mooded(course: Course, name: str) -> Course:
    if name == "low_mood":
        return replace(course, low_mood=1.1, worry=0.9)
    if name == "demo_client":
        return replace(course, low_mood=0.2, worry=0.3, risk=0.5, protective=0.5, craving=0.2)
    return course


def _script(outline: Outline, name: str, anchor: date) -> Script:
    """What the anchor's lists need: absences, an answer, a boundary, a review left open."""
    recent = working_days_before(outline, anchor, 8)
    script = Script(
        name=name, counselor=outline.cast_counselor, always_comes=True, use_weeks=frozenset()
    )
    if name == "demo_client":
        script.use_weeks = frozenset({2})
    elif name == "needs_outreach":
        script.absent_on = frozenset(
            recent[3] + ahead * DAY for ahead in range((anchor - recent[3]).days)
        )
        script.use_weeks = frozenset({0, 1})
    elif name == "low_mood":
        script.thoughts_on = frozenset(recent[:2])
    elif name == "ready_to_step_down":
        wednesday = max(
            day
            for day in (anchor - timedelta(days=ahead) for ahead in range(1, 8))
            if day.weekday() == 2
        )
        script.intensive_ends_on = wednesday + timedelta(days=9)
    else:
        script.no_review_before = anchor + DAY
    return script
