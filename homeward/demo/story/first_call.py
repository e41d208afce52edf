"""The first request, the calls back, and the questions on the phone."""

from __future__ import annotations

from datetime import date

from . import answers
from .assessment_visit import book_assessment
from .closing import close
from .events import (
    CallerContacted,
    InquiryTaken,
    ScreeningDone,
)
from .population import population
from .safety import thoughts_in
from .world import DAY, Caller, World

MESSAGE_SHARE = 0.6


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
        close(world, caller, world.next_open(day + 3 * DAY), "lost", "not_reached")
    elif caller.fate == "declined":
        close(world, caller, day, "declined", "not_now", minute=minute + 9)
    else:
        _screen(world, caller, day, minute)


def _screen(world: World, caller: Caller, day: date, minute: int) -> None:
    """PHQ-9 and AUDIT-C on the phone, the C-SSRS screener where it is called for, then the
    appointment."""
    profile, chance, admissions = (
        caller.profile,
        caller.chance,
        world.outline.one("admissions", caller.site),
    )
    mood = answers.phq9(chance.at("screening"), caller.course, 0)
    asked = [("phq9", mood), ("audit_c", answers.audit_c(chance, profile))]
    if thoughts := thoughts_in(mood):
        caller.screener = answers.cssrs_screener(chance.at("screening"), thoughts)
        asked.insert(1, ("cssrs_screener", caller.screener))
    for ahead, (instrument, given) in enumerate(asked):
        world.say(
            ScreeningDone(
                at=world.at(caller.site, day, minute + 4 + 2 * ahead),
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
    book_assessment(world, caller, day, minute + 11, wait, 1)
