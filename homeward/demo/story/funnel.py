"""From the first call to the day somebody starts, or to the point where the way in ends."""

from __future__ import annotations

from datetime import date, timedelta

from . import admission, answers, ratings
from .chance import Chance
from .course import draw_course
from .events import (
    AssessmentKept,
    AssessmentMissed,
    AssessmentScheduled,
    CallerContacted,
    DimensionsRated,
    InquiryClosed,
    InquiryTaken,
    PlacementDecided,
    ScreeningDone,
)
from .outline import Worker
from .plan_library import PLAIN
from .population import population
from .profiles import Profile, draw_profile
from .world import DAY, Caller, Script, World, shift_of

ASSESSMENT_MINUTES = 75
MESSAGE_SHARE = 0.6
DISCREPANCY_SHARE = 0.05
DISCREPANCIES = ("not_available", "client_choice", "geography")
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


def take_call(world: World, caller: Caller, day: date) -> None:
    """The first request, and the call back the same or the next days."""
    profile, chance = caller.profile, caller.chance
    world.people.append(profile)
    world.names.add(profile.name)
    world.coming += not caller.fate
    relation = "self"
    if profile.referral == "criminal_justice" and chance.happens("officer_calls", 0.4):
        relation = "court"
    elif profile.referral in ("sud_provider", "other_health") and chance.happens(
        "provider_calls", 0.6
    ):
        relation = "provider"
    elif chance.happens("family_calls", 0.16):
        relation = "family"
    caller_name = {
        "self": profile.name,
        "court": profile.officer_name,
        "family": profile.support_name,
    }.get(relation, "Intake desk")
    dry = {
        "none": chance.between("dry", 31, 120),
        "some": chance.between("dry", 2, 20),
        "daily": chance.between("dry", 0, 2),
    }
    minute = chance.between("minute", 8 * 60 + 40, 16 * 60 + 40)
    answered_by = world.outline.one(
        "front_desk" if chance.happens("desk", 0.4) else "admissions", caller.site
    )
    world.say(
        InquiryTaken(
            at=world.at(caller.site, day, minute),
            person=profile.key,
            by=answered_by,
            site=caller.site,
            caller_name=caller_name,
            relation=relation,
            phone=profile.phone,
            may_call_back=True,
            may_leave_message=chance.happens("message", MESSAGE_SHARE),
            message_name="Paloma" if chance.happens("alias", 0.5) else "",
            referral=profile.referral,
            primary_substance=profile.substance,
            last_use_days=dry[profile.past_month],
            injects=profile.route == "injection",
            pregnant=False,
            withdrawal_risk=caller.fate == "withdrawal_care",
            suicidal_thoughts=False,
            payer=profile.payer,
            preferred_track=caller.track,
        )
    )
    _call_back(world, caller, day, minute + chance.between("wait", 12, 50), 1)


def _call_back(world: World, caller: Caller, day: date, minute: int, attempt: int) -> None:
    """Up to three attempts; those not reached are closed after the third."""
    chance, admissions = (
        caller.chance.at("call", attempt),
        world.outline.one("admissions", caller.site),
    )
    leaves = caller.chance.happens("message", MESSAGE_SHARE)
    reached = caller.fate != "not_reached" and (attempt == 3 or chance.happens("reached", 0.72))
    outcome = (
        "reached"
        if reached
        else chance.weighted(
            "how", {"left_message": 5 * leaves, "no_answer": 4, "wrong_number": 0.3}
        )
    )
    at = world.at(caller.site, day, minute)
    world.say(
        CallerContacted(
            at=at, person=caller.profile.key, by=admissions, attempt=attempt, outcome=outcome
        )
    )
    if not reached and attempt < 3:
        world.later(
            world.next_open(day + DAY),
            lambda then: _call_back(world, caller, then, 545 + 35 * attempt, attempt + 1),
        )
    elif not reached:
        _close(world, caller, world.next_open(day + 3 * DAY), "lost", "not_reached")
    elif caller.fate == "declined":
        _close(world, caller, day, "declined", "not_now", minute=minute + 9)
    else:
        _screen(world, caller, day, minute)


def _screen(world: World, caller: Caller, day: date, minute: int) -> None:
    """PHQ-9 and AUDIT-C on the phone, then the appointment."""
    profile, chance, admissions = (
        caller.profile,
        caller.chance,
        world.outline.one("admissions", caller.site),
    )
    for ahead, (instrument, given) in enumerate(
        (
            ("phq9", answers.phq9(chance.at("screening"), caller.course, 0)),
            ("audit_c", answers.audit_c(chance, profile)),
        )
    ):
        world.say(
            ScreeningDone(
                at=world.at(caller.site, day, minute + 4 + 3 * ahead),
                person=profile.key,
                by=admissions,
                instrument=instrument,
                answers=given,
                sex_at_birth=profile.sex,
            )
        )
    funnel = population()["funnel"]
    wait = max(
        1,
        min(
            45,
            round(
                funnel["open_day_shift"]
                * chance.lognormal(
                    "wait_call", funnel["wait_call_median_days"], funnel["wait_call_sigma"]
                )
            ),
        ),
    )
    if caller.script.name:
        wait = 5
    _book(world, caller, day, minute + 11, wait, 1)


def _book(world: World, caller: Caller, day: date, minute: int, wait: int, number: int) -> None:
    chance = caller.chance.at("assessment", number)
    key = f"{caller.profile.key}-assessment-{number}"
    counselors = [
        worker
        for worker in world.outline.staff("counselor", caller.site)
        if worker.site == caller.site
    ]
    assessor = chance.one_of("assessor", counselors or world.outline.staff("counselor"))
    on, start = _free_time(world, assessor, chance, world.next_open(day + wait * DAY))
    world.busy[assessor.key, on].append((start, start + ASSESSMENT_MINUTES))
    world.say(
        AssessmentScheduled(
            at=world.at(caller.site, day, minute),
            person=caller.profile.key,
            by=world.outline.one("admissions", caller.site),
            key=key,
            site=caller.site,
            worker=assessor.key,
            starts_at=world.at(caller.site, on, start),
            minutes=ASSESSMENT_MINUTES,
        )
    )
    world.later(
        on, lambda then: _appointment(world, caller, then, key, assessor.key, start, number)
    )


def _free_time(world: World, assessor: Worker, chance: Chance, on: date) -> tuple[date, int]:
    """The first day from then on with a free hour and a quarter, and one of its free starts."""
    for _ in range(20):
        early, late = shift_of(assessor, on.weekday())
        starts = [
            start
            for start in range(early, late - ASSESSMENT_MINUTES + 1, 30)
            if world.is_free(assessor.key, on, start, start + ASSESSMENT_MINUTES)
        ]
        if starts:
            return on, chance.one_of("start", starts)
        on = world.next_open(on + DAY)
    raise ValueError(f"{assessor.key} has no free time for an assessment before {on}")


def _appointment(
    world: World, caller: Caller, day: date, key: str, assessor: str, start: int, number: int
) -> None:
    """Kept or missed; some who miss the first come to a second."""
    chance = caller.chance.at("assessment", number)
    again = number == 1 and not caller.script.name and chance.happens("missed_first", 0.17)
    if caller.fate == "no_show" or again:
        missed_at = world.at(caller.site, day, start + 20)
        world.say(
            AssessmentMissed(
                at=missed_at,
                person=caller.profile.key,
                by=world.outline.one("front_desk", caller.site),
                key=key,
                state="cancelled_client" if chance.happens("told", 0.25) else "no_show",
            )
        )
        if again or (
            number == 1
            and chance.happens("rebook", population()["funnel"]["rebooked_after_no_show"])
        ):
            next_day = world.next_open(day + DAY)
            world.later(
                next_day,
                lambda then: _book(
                    world,
                    caller,
                    then,
                    10 * 60 + chance.between("rebook_minute", 0, 90),
                    2,
                    number + 1,
                ),
            )
        else:
            _close(world, caller, world.next_open(day + 5 * DAY), "lost", "missed_assessment")
        return
    _assess(world, caller, day, key, assessor, start)


def _assess(world: World, caller: Caller, day: date, key: str, assessor: str, start: int) -> None:
    """Withdrawal first, then the interview, the ratings and the placement."""
    profile, chance, fate = caller.profile, caller.chance, caller.fate
    ciwa = hours_dry = None
    drinks_now = (
        "alcohol" in (profile.substance, profile.second_substance) and profile.past_month == "daily"
    )
    if fate == "withdrawal_care" or (drinks_now and profile.substance == "alcohol"):
        ciwa = (
            chance.between("ciwa", 11, 17)
            if fate == "withdrawal_care"
            else chance.between("ciwa", 0, 7)
        )
        hours_dry = chance.between("hours", 14, 70)
        world.say(
            ScreeningDone(
                at=world.at(caller.site, day, start + 2),
                person=profile.key,
                by=world.outline.one("nurse", caller.site),
                instrument="ciwa_ar",
                answers=answers.ciwa_ar(chance, ciwa),
                sex_at_birth=profile.sex,
            )
        )
    if fate == "withdrawal_care":
        world.say(
            InquiryClosed(
                at=world.at(caller.site, day, start + 15),
                person=profile.key,
                by=world.outline.one("nurse", caller.site),
                outcome="referred_out",
                reason="withdrawal_first",
                referred_level="3.7-WM",
            )
        )
        world.outcomes[profile.key] = "lost_before"
        return
    world.outcomes[profile.key] = "assessed"
    level = (
        chance.weighted("level", {"1": 42, "2.5": 20, "3.5": 30, "3.7": 8})
        if fate == "after_other_level"
        else "2.1"
    )
    thoughts = int(dict(answers.phq9(chance.at("screening"), caller.course, 0))["9"])
    discrepancy = ""
    if not fate and not caller.script.name and chance.happens("discrepancy", DISCREPANCY_SHARE):
        level, discrepancy = "2.5", chance.one_of("why_less", DISCREPANCIES)
    rated = (
        ratings.ratings_for_iop(chance, profile)
        if level == "2.1"
        else ratings.ratings_elsewhere(chance, level)
    )
    caller.ratings = rated
    ended = start + chance.between("length", 58, 74)
    criteria = chance.between("criteria", 4, 6) + chance.between("more_criteria", 0, 4)
    world.say(
        AssessmentKept(
            at=world.at(caller.site, day, ended),
            person=profile.key,
            by=assessor,
            key=key,
            started_at=world.at(caller.site, day, start + 3),
            ended_at=world.at(caller.site, day, ended),
            diagnosis=profile.diagnosis,
            criteria_met=criteria,
            summary=_summary(profile, day),
        )
    )
    world.say(
        DimensionsRated(
            at=world.at(caller.site, day, ended + 8),
            person=profile.key,
            by=assessor,
            edition="3",
            age=profile.age_on(day),
            ratings=rated,
            narratives=ratings.narratives(rated),
            facts=ratings.facts_for(
                chance,
                profile,
                ciwa=ciwa,
                hours_dry=hours_dry,
                thoughts=thoughts,
                level=level,
                ratings=rated,
            ),
        )
    )
    world.say(
        PlacementDecided(
            at=world.at(caller.site, day, ended + 14),
            person=profile.key,
            by=assessor,
            indicated=level,
            provided="2.1" if discrepancy else level,
            discrepancy=discrepancy,
            client_view=chance.one_of(
                "view",
                (
                    "Agrees with the level and the schedule.",
                    "Agrees; asks for help with the ride.",
                    "Agrees, worried about work hours.",
                    "Would like to start soon.",
                ),
            ),
        )
    )
    if fate == "after_other_level":
        world.say(
            InquiryClosed(
                at=world.at(caller.site, day, ended + 20),
                person=profile.key,
                by=assessor,
                outcome="referred_out",
                reason="other_level",
                referred_level=level,
            )
        )
    elif fate:
        _close(
            world,
            caller,
            world.next_open(day + chance.between("until_lost", 4, 16) * DAY),
            "declined" if fate == "after_declined" else "lost",
            "chose_otherwise" if fate == "after_declined" else "no_contact",
        )
    else:
        funnel = population()["funnel"]
        wait = max(
            1,
            min(
                60,
                round(
                    funnel["open_day_shift"]
                    * chance.lognormal(
                        "wait_start", funnel["wait_start_median_days"], funnel["wait_start_sigma"]
                    )
                ),
            ),
        )
        wanted = caller.starts_on or day + timedelta(days=wait)
        world.later(
            max(wanted, day + DAY), lambda then: admission.try_to_start(world, caller, then)
        )


def _summary(profile: Profile, day: date) -> str:
    drug = PLAIN[profile.substance]
    lived = {
        "independent": "lives independently",
        "dependent": "lives with others or in a recovery residence",
        "homeless": "has no steady housing",
    }
    work = {
        "full": "works full time",
        "part": "works part time",
        "unemployed": "is looking for work",
        "not_in_labor_force": "is not in the labor force",
    }
    return (
        f"{profile.age_on(day)} years old, first use of {drug} at {profile.first_use_age}; "
        f"{profile.prior_episodes} earlier treatment episodes. "
        f"{lived[profile.living].capitalize()}, {work[profile.employment]}."
    )


def _close(
    world: World, caller: Caller, day: date, outcome: str, reason: str, minute: int = 0
) -> None:
    """The way in ends on that day."""
    if world.outcomes.get(caller.profile.key) != "assessed":
        world.outcomes[caller.profile.key] = "lost_before"

    def end(then: date) -> None:
        world.say(
            InquiryClosed(
                at=world.at(caller.site, then, minute or 16 * 60 + 30),
                person=caller.profile.key,
                by=world.outline.one("admissions", caller.site),
                outcome=outcome,
                reason=reason,
                referred_level="",
            )
        )

    if minute:
        end(day)
    else:
        world.later(day, end)
