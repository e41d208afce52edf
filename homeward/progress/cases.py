"""Reading an administrative case as its rule wants it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.program.queries import closed_days, numbers_for
from homeward.program.rules.due import business_days_after
from homeward.progress.administrative import AdministrativeCase
from homeward.progress.prior_steps import steps_since
from homeward.progress.reaching import local_day
from homeward.progress.rules.administrative import (
    TYPED,
    Case,
    GroundNumbers,
    Step,
    may_discharge,
)
from homeward.progress.standing import absent_days

ASKING = Actor.of_service("progress.cases")
# How far ahead closed days are looked up for the end of an appeal.
LOOKS_AHEAD = timedelta(days=120)


def open_case_of(actor: Actor, episode_id: UUID) -> AdministrativeCase | None:
    """The case that is open for an episode, as far as the actor may read it."""
    rows = AdministrativeCase.objects.for_actor(actor, Purpose.TREATMENT)
    found = rows.filter(episode_id=episode_id, closed_at=None)
    return found.select_related("opened_by", "safety_by", "appeal_by").first()  # type: ignore[no-any-return]


def ended_case_of(actor: Actor, episode_id: UUID) -> AdministrativeCase | None:
    """The newest case that ended the episode, as far as the actor may read it: for its appeal."""
    rows = AdministrativeCase.objects.for_actor(actor, Purpose.TREATMENT)
    found = rows.filter(episode_id=episode_id, closed_as=AdministrativeCase.Closing.DISCHARGED)
    found = found.select_related("opened_by", "safety_by", "appeal_by")
    return found.order_by("-closed_at").first()  # type: ignore[no-any-return]


def decision_of(case: AdministrativeCase, episode: Any, on: date) -> Decision:
    """Where the case stands on a day; the episode carries its site and program."""
    read = numbers_for(episode.program_id, on)
    numbers = GroundNumbers.of(read)
    steps = all_steps(case, episode)
    return may_discharge(
        Case(
            on=on,
            ground=case.ground,
            cause=case.cause,
            stands_without_use=case.stands_without_use,
            steps=steps,
            absent_days=absent_days(episode, on) if case.ground == "absence" else 0,
            payment_days=_payment_days(steps, episode, on),
            safety_finding=case.safety_finding,
            is_reviewed_by_another=case.safety_by_id is not None
            and case.safety_by_id != case.opened_by_id,
            referral_answer=case.referral_answer,
            notice_on=_day(case.notice_at, episode),
            appeal=case.appeal,
            appeal_until=case.appeal_until,
        ),
        numbers,
    )


def all_steps(case: AdministrativeCase, episode: Any) -> tuple[Step, ...]:
    """What was written into the case, and what the record itself knows since the admission.

    A step of another room that stands only in the case's own words proves nothing.
    """
    written = tuple(
        Step(row["kind"], date.fromisoformat(row["on"]), row.get("ref", ""), row.get("words", ""))
        for row in case.steps
        if row["kind"] in TYPED
    )
    known = steps_since(case.client_id, episode.admitted_on)
    return tuple(sorted({*written, *known}, key=lambda step: (step.on, step.kind, step.ref)))


def appeal_ends(episode: Any, on: date) -> date:
    """The last day of the time for an appeal when the notice is given on that day."""
    days = int(numbers_for(episode.program_id, on)["appeal_business_days"])
    return business_days_after(on, days, closed_days(episode.program_id, on, on + LOOKS_AHEAD))


def _payment_days(steps: tuple[Step, ...], episode: Any, on: date) -> int | None:
    """Business days since the first notice of payment; None without one."""
    told = [step.on for step in steps if step.kind == "payment_notice" and step.on <= on]
    if not told:
        return None
    closed = closed_days(episode.program_id, min(told), on + timedelta(days=1))
    count, day = 0, min(told)
    while (day := business_days_after(day, 1, closed)) <= on:
        count += 1
    return count


def _day(moment: Any, episode: Any) -> date | None:
    return local_day(moment, episode.site.time_zone) if moment else None
