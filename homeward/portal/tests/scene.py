"""A client's day for these tests: a session, a plan, a note, a test, a consent."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from homeward.accounts.models import Account
from homeward.attendance.models import AttendanceMark
from homeward.consents.actions import sign_consent
from homeward.core import clock
from homeward.drugtests.models import DrugTest
from homeward.notes.models import ClientNote, SessionNote
from homeward.people.models import Contact
from homeward.plans.models import Goal, Objective, Plan, PlanSignature, Problem
from homeward.progress.models import Discharge
from homeward.testing.cast import PASSWORD, Player
from homeward.timetable.models import GroupSession, Seat


def today(cast: Any) -> Any:
    return clock.today(cast.site.time_zone)


def session(cast: Any, starts_at: Any, name: str = "Early recovery B") -> GroupSession:
    return GroupSession.objects.create(
        site=cast.site, program=cast.program, session_type=cast.types["group"], name=name,
        room=cast.rooms[0], on=starts_at.astimezone(ZoneInfo(cast.site.time_zone)).date(),
        starts_at=starts_at, ends_at=starts_at + timedelta(minutes=90), clinical_minutes=90,
        capacity=10,
    )  # fmt: skip


def seat(cast: Any, player: Player, where: GroupSession, episode: Any, number: int = 1) -> Seat:
    return Seat.objects.create(
        client=player.row, site=where.site, session=where, episode=episode, number=number,
        starts_at=where.starts_at, ends_at=where.ends_at, capacity=where.capacity,
    )  # fmt: skip


def attended(cast: Any, where: GroupSession, held: Seat, state: str = "present") -> AttendanceMark:
    return AttendanceMark.objects.create(
        client=held.client, site=held.site, seat=held, session=where, episode=held.episode,
        on=where.on, state=state, credited_minutes=90 if state == "present" else 0,
        marked_at=where.ends_at, marked_by=cast.dana.row,
    )  # fmt: skip


def plan(cast: Any, own_words: str = "Sleep through the night without drinking") -> Plan:
    """A plan its author signed, waiting for Jo."""
    now = clock.now()
    base = {"client": cast.jo.row, "site": cast.site}
    made = Plan.objects.create(
        **base, episode=cast.episode, author=cast.dana.row, started_at=now,
        state=Plan.State.SIGNED, strengths="Stubborn",
    )  # fmt: skip
    problem = Problem.objects.create(
        **base, plan=made, position=1, statement="Drinks at night", dimension=5
    )
    goal = Goal.objects.create(**base, problem=problem, position=1, own_words=own_words)
    Objective.objects.create(
        **base, goal=goal, number="1.1", statement="Calls Sol before nine each evening",
        measure="seven evenings of seven", target_on=now.date() + timedelta(days=30),
    )  # fmt: skip
    PlanSignature.objects.create(
        **base, plan=made, meaning="author", at=now, worker=cast.dana.row, name=cast.dana.row.name,
        content_hash="0" * 64,
    )  # fmt: skip
    return made


def note(
    cast: Any, where: GroupSession, player: Player, episode: Any, body: str, *, signed: bool
) -> ClientNote:
    now = clock.now()
    signature: dict[str, Any] = {}
    if signed:
        signature = {
            "signed_at": now, "signed_by": cast.dana.row, "credential": "LPC",
            "content_hash": "0" * 64,
        }  # fmt: skip
    return ClientNote.objects.create(
        client=player.row, site=where.site, session=where, episode=episode, author=cast.dana.row,
        on=where.on, body=body, saved_at=now, due_at=now, **signature,
    )  # fmt: skip


def shared_note(cast: Any, where: GroupSession, body: str) -> SessionNote:
    return SessionNote.objects.create(
        session=where, author=cast.dana.row, body=body, saved_at=clock.now(), signed_at=clock.now()
    )


def drug_test(cast: Any, player: Player, episode: Any, **facts: Any) -> DrugTest:
    now = clock.now()
    return DrugTest.objects.create(
        **{
            "client": player.row, "site": player.row.site, "episode": episode,
            "ordered_at": now - timedelta(hours=1), "due_at": now + timedelta(hours=4),
            "state": "notified", "panel": ["alcohol"], **facts,
        }
    )  # fmt: skip


def consent(cast: Any, kind: str, **facts: Any) -> Any:
    """Signed by Jo now."""
    return sign_consent(
        actor=cast.jo.actor, client_id=cast.jo.pk, kind=kind, signer_name="Jo Avery",
        now=facts.pop("now", clock.now() - timedelta(minutes=5)), **facts,
    )  # fmt: skip


def contact(cast: Any, code: str, kind: str, name: str) -> Player:
    """Another account beside Jo."""
    account = Account.objects.create_user(code, PASSWORD, is_demo=True)
    row = Contact.objects.create(
        client=cast.jo.row, site=cast.site, kind=kind, name=name, relation="", account=account
    )
    return Player(row, account)


def ended(cast: Any, type: str) -> None:
    """Jo's stay ended last Friday, so or so."""
    at = clock.now() - timedelta(days=3)
    cast.episode.change(ended_at=at, ended_on=at.date())
    Discharge.objects.create(
        client=cast.jo.row, site=cast.site, episode=cast.episode, type=type, teds_reason=1,
        last_contact_on=at.date(), discharged_at=at, author=cast.dana.row, content_hash="0" * 64,
        reason="Went to another place",
    )  # fmt: skip


def form_of(page: Any) -> dict[str, str]:
    """The hidden keys of the first form on a page that acts."""
    import re

    text = page.content.decode()
    main = text[text.index('id="main"') :]
    found = {"form_key": re.search(r'name="form_key" value="([^"]+)"', main).group(1)}  # type: ignore[union-attr]
    if version := re.search(r'name="form_version" value="(\d+)"', main):
        found["form_version"] = version.group(1)
    return found
