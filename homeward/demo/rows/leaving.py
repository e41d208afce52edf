"""Discharge: the signed summary, seats given back, check-ups planned."""

import hashlib
import json
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q

from homeward import audit
from homeward.admissions.models import Episode
from homeward.attendance.queries import CAME
from homeward.core.actors import Actor
from homeward.demo.rows.book import utc
from homeward.demo.rows.life import Life
from homeward.demo.rows.seating import release
from homeward.demo.rows.teller import Teller, tells
from homeward.demo.rows.weeks import cancel_session
from homeward.demo.story import events
from homeward.demo.wording import narrative
from homeward.kernel.purposes import Purpose
from homeward.people.models import Stop
from homeward.plans.duties_done import ASKED_OF_PLANS
from homeward.plans.ending import OPEN, close_plans
from homeward.plans.models import Plan
from homeward.progress.cases import appeal_ends
from homeward.progress.ending import REASON
from homeward.progress.models import AdministrativeCase, Discharge, FollowUp
from homeward.progress.rules.administrative import NO_APPEAL
from homeward.progress.rules.discharge import (
    ADMINISTRATIVE,
    STOPS,
    TEDS,
    checkup_months,
    follow_up_days,
)
from homeward.progress.summary import CRISIS_LINES
from homeward.tasks.models import CareTask

CONFIRMED_BY = "their front desk"
KIT_LOT = "NX-2291"
GROUND = "violence"
SAFETY = "Stable, naloxone at home, a bed is offered elsewhere."
NOTICE_HOW, APPEAL_ANSWER = "in_person", NO_APPEAL
WHY_SO = {
    "administrative": "Program rules, after a review",
    "transferred": "Their front desk calls with the first day",
}
REPLY = "I will take the bed elsewhere."
# In the story the same clinical supervisor looks at safety before anybody is asked to leave.
REVIEWER = "tobias-lindqvist"


@tells(events.Discharged)
def discharged(told: Teller, event: events.Discharged) -> None:
    """The end of an episode with everything that hangs on it."""
    life, at, setting = told.life(event), utc(event.at), told.setting
    episode = life.episode
    day = setting.day(at, episode.site_id)
    author_id = setting.worker_id(event.by)
    summary = _summary(told, life, at)
    states = {
        str(life.objectives[key].pk): state
        for key, state in event.objective_states
        if key in life.objectives
    }
    for row in summary["objectives"]:
        row["state"] = states.get(row["id"], row["state"])
    summary["ending"] = ending_of(event, day.isoformat())
    words = narrative(event).strip()
    told.book.add(
        Discharge,
        life.key,
        episode=episode,
        type=event.kind,
        teds_reason=TEDS[event.kind],
        reason=discharge_reason(event)[:300],
        last_contact_on=event.last_contact_on,
        team_decided_on=team_decision(event, day),
        discharged_at=at,
        author_id=author_id,
        credential=next(iter(setting.titles(author_id, day)), ""),
        narrative=words,
        summary=summary,
        naloxone=event.naloxone,
        content_hash=hashlib.sha256(
            json.dumps([summary, words], sort_keys=True, ensure_ascii=False).encode()
        ).hexdigest(),
        **life.about(),
    )
    if event.kind == "administrative":
        _safeguard(told, event, life, day, at)
    if event.kind in STOPS:
        told.book.add(
            Stop,
            life.key,
            kind=STOPS[event.kind],
            since_on=day,
            known_by="staff",
            recorded_at=at,
            recorded_by_id=author_id,
            **life.about(),
        )
    told.book.change(episode, ended_at=at, ended_on=day)
    if life.plan is not None and not life.plan_by_hand:
        told.book.change(life.plan, state=Plan.State.CLOSED.value, ended_at=at)
    _give_back(told, life, day, at)
    if event.kind == "deceased":
        return
    for months in checkup_months(setting.numbers(day)):
        life.follow_ups[months] = told.book.add(
            FollowUp,
            f"{life.key}|{months}",
            episode=episode,
            months=months,
            due_on=follow_up_days(day, months),
            **life.about(),
        )


def close_what_ended() -> int:
    """Plans and duties that somebody made by hand go with the episode that the story ended.

    Returns how many plans were closed.
    """
    mine = Actor.of_service("demo")
    ended = Episode.objects.for_actor(mine, Purpose.OPERATIONS).filter(ended_at__isnull=False)
    plans = Plan.objects.for_actor(mine, Purpose.OPERATIONS).filter(state__in=OPEN)
    with_plans = set(
        plans.filter(episode__ended_at__isnull=False).values_list("episode_id", flat=True)
    )
    tasks = CareTask.objects.for_actor(mine, Purpose.OPERATIONS).filter(
        closed_at=None, kind__in=ASKED_OF_PLANS
    )
    in_care = Episode.objects.for_actor(mine, Purpose.OPERATIONS).filter(ended_at=None)
    left = set(tasks.values_list("client_id", flat=True)) - set(
        in_care.values_list("client_id", flat=True)
    )
    closed = 0
    with audit.unit():
        for episode in ended.filter(Q(pk__in=with_plans) | Q(client_id__in=left)).order_by("pk"):
            assert episode.ended_at is not None
            closed += close_plans(episode, actor=mine, now=episode.ended_at)
    return closed


def _safeguard(told: Teller, event: events.Discharged, life: Life, day: date, at: datetime) -> None:
    """The case an administrative discharge stands on, whole and closed with it."""
    by_id = told.setting.worker_id(event.by)
    told.book.add(
        AdministrativeCase,
        life.key,
        episode=life.episode,
        ground=GROUND,
        cause=cause_of(event),
        stands_without_use=True,
        steps=[],
        opened_at=at,
        opened_by_id=by_id,
        safety_finding=SAFETY,
        safety_at=at,
        safety_by_id=told.setting.workers[REVIEWER].pk,
        referral_to=(event.referred_to or CONFIRMED_BY)[:120],
        referral_answer="accepted",
        referral_at=at,
        notice_at=at,
        notice_how=NOTICE_HOW,
        appeal_until=appeal_ends(life.episode, day),
        appeal=APPEAL_ANSWER,
        appeal_at=at,
        appeal_by_id=told.setting.workers[REVIEWER].pk,
        client_reply=REPLY,
        closed_at=at,
        closed_as=AdministrativeCase.Closing.DISCHARGED.value,
        **life.about(),
    )


def cause_of(event: events.Discharged) -> str:
    """The cause as a case says it."""
    return f"{discharge_reason(event)}: somebody in the group was threatened, twice."


def kit_good_until(day: date) -> date:
    """Until when the kit of that day may be used."""
    return day + timedelta(days=500)


def team_decision(event: events.Discharged, day: date) -> date | None:
    """In the story the team decides on the day it ends the care of somebody nobody reached."""
    return day if event.kind == "lost_to_contact" else None


def discharge_reason(event: events.Discharged) -> str:
    """Why, where the kind alone does not say it."""
    return event.detail or WHY_SO.get(event.kind, "")


def ending_of(event: events.Discharged, day: str) -> dict[str, Any]:
    """What the counselor adds to the record, as the summary keeps it."""
    return {
        "type": event.kind,
        "teds_reason": TEDS[event.kind],
        "reason": discharge_reason(event),
        "last_contact_on": event.last_contact_on.isoformat(),
        "discharged_on": day,
        "presenting": event.presenting.strip(),
        "prognosis": event.prognosis.strip(),
        "recommendations": event.recommendations.strip(),
        "referred_to": event.referred_to.strip(),
        "naloxone": event.naloxone,
        "naloxone_shown": event.naloxone == "given",
        "contact_consent": False,
        "ratings": {str(place): value for place, value in enumerate(event.ratings, start=1)},
        "administrative": sorted(ADMINISTRATIVE) if event.kind == "administrative" else [],
    }


def _give_back(told: Teller, life: Life, day: Any, at: datetime) -> None:
    for membership in list(life.memberships.values()):
        if membership.ends_on is None:
            release(told, life, membership, day + timedelta(days=1), REASON, at)
    for key, seat in list(life.seats.items()):
        if seat.released_at is None and seat.starts_at > at:
            if seat.session.group_id is None:
                cancel_session(told, key, REASON, at)
            else:
                told.book.change(seat, released_at=at, released_reason=REASON)


def _summary(told: Teller, life: Life, at: datetime) -> dict[str, Any]:
    """What the record itself says so far, in the shape of the real summary."""
    episode, setting = life.episode, told.setting
    zone = setting.zone(setting.site_of[episode.site_id])
    return {
        "client": {
            "name": life.client.name,
            "chart_number": life.client.chart_number,
            "birth_date": life.client.birth_date.isoformat(),
            "diagnosis": life.client.diagnosis,
        },
        "program": setting.program.name,
        "site": setting.site_of[episode.site_id].name,
        "admitted_on": episode.admitted_on.isoformat(),
        "level_at_admission": episode.placement.provided_level,
        "level_now": episode.level_code,
        "phase_now": episode.phase.name,
        "ratings_at_admission": dict(episode.placement.ratings),
        "ratings_edition": episode.placement.edition,
        "services": _services(life),
        "objectives": [
            {"id": str(row.pk), "number": row.number, "statement": row.statement,
             "state": str(row.state)}
            for row in (life.objectives_of[life.plan.pk] if life.plan else ())
        ],
        "medications": life.plan.medications if life.plan else "",
        "last_test": _last_test(told, life),
        "appointments": [
            {
                "at": row.at.astimezone(zone).isoformat(timespec="minutes"),
                "with_whom": row.with_whom,
                "place": row.place,
                "confirmed_by": row.confirmed_by,
            }
            for row in sorted(life.appointments, key=lambda row: row.at)
            if row.at > at
        ],
        "crisis_lines": list(CRISIS_LINES),
    }  # fmt: skip


def _services(life: Life) -> list[dict[str, Any]]:
    found: dict[str, list[int]] = {}
    for _, mark, session in life.register:
        if mark.state in CAME:
            found.setdefault(session.session_type.name, []).append(mark.credited_minutes)
    rows = [
        {"name": name, "sessions": len(minutes), "minutes": sum(minutes)}
        for name, minutes in found.items()
    ]
    return sorted(rows, key=lambda row: (-row["minutes"], row["name"]))  # type: ignore[operator]


def _last_test(told: Teller, life: Life) -> dict[str, str] | None:
    tests = [
        test for test in life.tests.values() if test.collected_at and test.outcome != "pending"
    ]
    if not tests:
        return None
    last = max(tests, key=lambda test: test.collected_at)
    day = told.setting.day(last.collected_at, last.site_id)
    return {"on": day.isoformat(), "outcome": last.outcome}
