"""Somebody leaves at once: everything that can still be done, in one sending.

Each step has an answer, and "left before" is one. The discharge itself is written later; a duty
says so. Source: the handbook's discharge chapter: naloxone, bridge medication, crisis card, the
next appointment, a call within two days.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.aftercare import duties
from homeward.aftercare.cards import make_card
from homeward.aftercare.models import Leaving
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.medications.actions import offer_naloxone
from homeward.notices.actions import queue_notice
from homeward.notices.queries import best_channel
from homeward.people.models import TeamMembership
from homeward.program.queries import numbers_for
from homeward.progress.actions import book_appointment
from homeward.progress.reaching import local_day, locked_episode
from homeward.tasks.opening import open_duty

STEPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "naloxone": ("given", "has_one", "declined", "gone"),
        "bridge": ("asked", "has_enough", "none", "declined", "gone"),
        "card": ("printed", "phone", "declined", "gone"),
        "appointment": ("booked", "declined", "unreachable", "gone"),
        "call": ("yes", "declined"),
    }
)
LEAVING = Actor.of_service("aftercare.leaving")
OFFERED = ("given", "has_one", "declined")
PRESCRIBES = ("physician", "nurse")
FINISH_WITHIN = timedelta(days=1)
SAME_DAY = timedelta(hours=4)


class LeavingIncomplete(Refusal):
    """One answer a step; the code says where one is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveTaking:
    """The answers by step, and what two of them carry: the kit, and the appointment.

    `seconds` from the opening of the page to its sending, as the server saw them.
    """

    answers: Mapping[str, str]
    words: str = ""
    naloxone_lot: str = ""
    naloxone_expires_on: date | None = None
    naloxone_shown: bool = False
    appointment_at: datetime | None = None
    with_whom: str = ""
    confirmed_by: str = ""
    appointment_kind: str = "level_1"
    seconds: int | None = None


@action
def leave_now(*, actor: Actor, episode_id: UUID, taking: LeaveTaking, now: datetime) -> Leaving:
    """Keep the answers and do what they say. The episode stays open; its end is a duty.

    Raises LeavingIncomplete, OfferIncomplete of a kit, AppointmentIncomplete, EpisodeHasEnded;
    Episode.DoesNotExist out of scope.
    """
    episode = locked_episode(actor, episode_id)
    said = dict(taking.answers)
    if any(said.get(step) not in known for step, known in STEPS.items()):
        raise LeavingIncomplete("answer_each")
    appointment = None
    if said["appointment"] == "booked":
        if taking.appointment_at is None:
            raise LeavingIncomplete("at")
        appointment = book_appointment(
            actor=actor,
            episode_id=episode.pk,
            at=taking.appointment_at,
            with_whom=taking.with_whom,
            confirmed_by=taking.confirmed_by,
            kind=taking.appointment_kind,
            now=now,
        )
    _naloxone(episode, said["naloxone"], taking, actor, now)
    card = _card(episode, said["card"], actor, now)
    row: Leaving = Leaving.objects.create(
        client_id=episode.client_id,
        site_id=episode.site_id,
        episode=episode,
        at=now,
        by_id=actor.worker_id,
        answers={step: said[step] for step in STEPS},
        words=taking.words.strip()[:1000],
        appointment=appointment,
        card=card,
        seconds=taking.seconds,
    )
    _open_duties(episode, row, actor, now)
    audit.record("aftercare.leaving.taken", actor=actor, subject=row, at=now)
    return row


def _naloxone(episode: Any, said: str, taking: LeaveTaking, actor: Actor, now: datetime) -> None:
    if said not in OFFERED:
        return
    # Who takes leave of somebody may hand over a kit without writing the rest of the record.
    offer_naloxone(
        actor=hand_of(actor),
        client_id=episode.client_id,
        outcome=said,
        is_trained=said == "given" and taking.naloxone_shown,
        may_be_untrained=True,
        lot=taking.naloxone_lot,
        expires_on=taking.naloxone_expires_on,
        now=now,
    )


def _card(episode: Any, said: str, actor: Actor, now: datetime) -> Any:
    if said == "printed":
        return make_card(actor, episode.client_id, now)
    if said == "phone":
        queue_notice(
            actor=LEAVING,
            client_id=episode.client_id,
            code="update",
            channel=best_channel(episode.client),
            origin=f"crisis card {episode.pk} {now:%Y-%m-%dT%H:%M}",
            now=now,
        )
    return None


def _open_duties(episode: Any, row: Leaving, actor: Actor, now: datetime) -> None:
    """The call, the medicine, and the discharge that is still to be written."""
    read = numbers_for(episode.program_id, local_day(now, episode.site.time_zone))
    counselor = owner_of(episode.client_id, now) or actor.worker_id
    wanted: list[tuple[str, str, Any, timedelta]] = [
        (duties.FINISH_DISCHARGE, "routine", counselor, FINISH_WITHIN)
    ]
    if row.answers["call"] == "yes":
        hours = timedelta(hours=int(read["leaving_call_hours"]))
        wanted.append((duties.LEAVING_CALL, "next_contact", counselor, hours))
    if row.answers["bridge"] == "asked":
        prescriber = owner_of(episode.client_id, now, PRESCRIBES) or counselor
        wanted.append((duties.BRIDGE, "same_day", prescriber, SAME_DAY))
    for kind, urgency, owner_id, within in wanted:
        if owner_id is not None:
            open_duty(
                actor=actor,
                client=episode.client,
                kind=kind,
                urgency=urgency,
                owner_id=owner_id,
                due_at=now + within,
                origin=f"{kind}:{row.pk}",
                detail={"leaving": str(row.pk)},
                now=now,
            )


def owner_of(client_id: UUID, now: datetime, roles: tuple[str, ...] = ()) -> UUID | None:
    """The primary counselor of now, or somebody of these roles on the team."""
    rows = TeamMembership.objects.for_actor(LEAVING, Purpose.OPERATIONS).filter(
        client_id=client_id, ends_at=None, starts_at__lte=now
    )
    rows = rows.filter(role__in=roles) if roles else rows.filter(is_primary=True)
    member = rows.order_by("role", "starts_at").first()
    if member is None and not roles:
        member = (
            TeamMembership.objects.for_actor(LEAVING, Purpose.OPERATIONS)
            .filter(client_id=client_id, ends_at=None)
            .order_by("starts_at")
            .first()
        )
    return member.worker_id if member else None


def hand_of(actor: Actor) -> Actor:
    """The program's own hand, signed with the worker who moves it."""
    return replace(LEAVING, worker_id=actor.worker_id, account_id=actor.account_id)
