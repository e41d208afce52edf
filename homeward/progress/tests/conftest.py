"""Tests of this room happen on the cast's Tuesday."""

from datetime import timedelta

import pytest

from homeward.attendance.models import AttendanceMark
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.coverage.authorizing import Answer, answer_authorization, request_authorization
from homeward.coverage.models import Coverage, Payer, PayerNumber
from homeward.kernel.roles import Role
from homeward.people.models import Client, TeamMembership
from homeward.progress import actions
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON, Cast
from homeward.testing.stage import make_worker
from homeward.timetable.models import GroupMembership, GroupSession, Seat

THE_PROGRAM = Actor.of_service("progress.review")


@pytest.fixture
def tuesday(cast: Cast):
    """The clock stands at noon of the cast's Tuesday; Ruth and Tess are on Jo's team too."""
    clock.shift_to(NOON)
    for player, role in ((cast.tess, "technician"), (cast.ruth, "nurse")):
        TeamMembership.objects.create(
            client=cast.jo.row, site=cast.site, worker=player.row, role=role,
            starts_at=NOON - timedelta(days=20),
        )  # fmt: skip
    yield cast
    clock.shift_to(None)


def session_at(cast, starts_at, *, group=None, minutes=90):
    """A session of the cast's site, held in room 1."""
    return GroupSession.objects.create(
        group=group, site=cast.site, program=cast.program, session_type=cast.types["group"],
        name="Early recovery B", room=cast.rooms[0], on=starts_at.date(), starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=minutes), clinical_minutes=minutes, capacity=10,
    )  # fmt: skip


def seat_in(cast, session):
    return Seat.objects.create(
        client=cast.jo.row, site=cast.site, session=session, episode=cast.episode, number=1,
        starts_at=session.starts_at, ends_at=session.ends_at, capacity=10,
    )  # fmt: skip


def mark(cast, starts_at, state="present", minutes=90):
    """Jo's line in the register of a session at that time."""
    session = session_at(cast, starts_at)
    return AttendanceMark.objects.create(
        client=cast.jo.row, site=cast.site, seat=seat_in(cast, session), session=session,
        episode=cast.episode, on=session.on, state=state,
        credited_minutes=minutes if state != "no_show" else 0, marked_at=session.ends_at,
        marked_by=cast.dana.row,
    )  # fmt: skip


@pytest.fixture
def seated(tuesday):
    """Jo holds a standing seat, and seats tonight and in a week."""
    GroupMembership.objects.create(
        client=tuesday.jo.row,
        site=tuesday.site,
        group=tuesday.group,
        episode=tuesday.episode,
        starts_on=NOON.date() - timedelta(days=20),
    )
    sessions = [
        session_at(tuesday, NOON + timedelta(hours=4, days=days), group=tuesday.group)
        for days in (0, 7)
    ]
    return [seat_in(tuesday, session) for session in sessions]


@pytest.fixture
def card(tuesday):
    """This week's card of Jo."""
    cards = actions.open_weekly_reviews(actor=THE_PROGRAM, now=NOON)
    return next(card for card in cards if card.client_id == tuesday.jo.pk)


@pytest.fixture
def neighbour(tuesday):
    """Another client of the same site, whose name must never appear in Jo's papers."""
    return Client.objects.create(
        site=tuesday.site,
        chart_number="HW-00077",
        name="Robin Zabriskie",
        birth_date=NOON.date(),
    )


SOON = NOON + timedelta(days=3)


def decide(cast, card, who="dana", **values):
    given = {"outcome": "stay", "reason": "Progressing, goals not met yet.",
             "client_view": "Wants to stay as it is.", "authenticated_at": NOON}  # fmt: skip
    return actions.decide_review(
        actor=getattr(cast, who).actor, review_id=card.pk, now=NOON, **(given | values)
    )


def step_down(cast, card, **values):
    given = {"outcome": "step_down", "to_phase_id": cast.phases["late"].pk,
             "has_prevention_plan": True, "first_appointment_at": SOON,
             "moves_seats": True}  # fmt: skip
    return decide(cast, card, **(given | values))


def tasks(kind):
    return list(CareTask.objects.unscoped("test").filter(kind=kind))


@pytest.fixture
def covered(tuesday):
    """Jo's plan asks for authorizations, and waits for an answer."""
    payer = Payer.objects.create(code="plan", name="Lakeside Health", kind="private",
                                 needs_authorization=True)  # fmt: skip
    for code, value, unit in (("appeal_days", 180, "days"), ("peer_to_peer_days", 5, "days")):
        PayerNumber.objects.create(
            payer=payer, code=code, value=value, unit=unit, source_title="Contract",
            starts_on=NOON.date() - timedelta(days=400),
        )  # fmt: skip
    Coverage.objects.create(
        client=tuesday.jo.row, site=tuesday.site, payer=payer,
        starts_on=NOON.date() - timedelta(days=60),
    )  # fmt: skip
    return payer


@pytest.fixture
def desk(tuesday):
    """Somebody who deals with payers."""
    return make_worker(tuesday, "bea", "Bea Lund", Role.BILLING, "", True, ())


def asked(tuesday, desk):
    return request_authorization(
        actor=desk.actor, client_id=tuesday.jo.pk, level_code="2.1", counted_in="day",
        starts_on=NOON.date(), last_on=NOON.date() + timedelta(days=27), units_asked=20,
        now=NOON - timedelta(days=2),
    )  # fmt: skip


def answered(row, desk, state, now=NOON - timedelta(hours=1), **told):
    more = {"number": "A-1", "units": 12} if state == "approved" else told
    return answer_authorization(
        actor=desk.actor, authorization_id=row.pk, answer=Answer(state=state, **more), now=now
    )
