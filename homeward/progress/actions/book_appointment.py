"""A real appointment: with whom, where and when; and whether it was kept."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.progress.models import Appointment
from homeward.progress.reaching import locked_episode

TOLD_BY = ("place", "client", "family", "seen")


class AppointmentIncomplete(Refusal):
    """With whom, when (not in the past), and who there confirmed it: a text is no booking."""


class AppointmentIsAhead(Refusal):
    """Nobody kept or missed an appointment that is still to come."""


@action
def book_appointment(
    *,
    actor: Actor,
    episode_id: UUID,
    at: datetime,
    with_whom: str,
    kind: str,
    confirmed_by: str,
    now: datetime,
    place: str = "",
) -> Appointment:
    """Book an appointment for a client, also after discharge; `confirmed_by` is who there said yes.

    Raises AppointmentIncomplete; Episode.DoesNotExist out of scope.
    """
    episode = locked_episode(actor, episode_id, may_be_ended=True)
    problems = []
    if not with_whom.strip():
        problems.append("with_whom")
    if at <= now:
        problems.append("at")
    if not confirmed_by.strip():
        problems.append("confirmed_by")
    if problems:
        raise AppointmentIncomplete(*problems)
    appointment = Appointment.objects.create(
        client_id=episode.client_id,
        site_id=episode.site_id,
        episode=episode,
        at=at,
        with_whom=with_whom.strip()[:120],
        place=place.strip()[:120],
        kind=kind[:40],
        confirmed_by=confirmed_by.strip()[:120],
        booked_at=now,
        booked_by_id=actor.worker_id,
    )
    audit.record("progress.appointment.booked", actor=actor, subject=appointment, at=now)
    return appointment


@action
def settle_appointment(
    *,
    actor: Actor,
    appointment_id: UUID,
    kept: bool,
    now: datetime,
    told_by: str = "client",
    expected_version: int | None = None,
) -> Appointment:
    """Say whether an appointment was kept, and who told; the newest word holds.

    Raises AppointmentIsAhead, AppointmentIncomplete, StaleVersion.
    """
    appointment = (
        Appointment.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_for_update(of=("self",))
        .get(pk=appointment_id)
    )
    expect_version(appointment, expected_version)
    if told_by not in TOLD_BY:
        raise AppointmentIncomplete("told_by")
    if appointment.at > now:
        raise AppointmentIsAhead
    appointment.change(kept=kept, settled_at=now, settled_by_id=actor.worker_id, told_by=told_by)
    audit.record("progress.appointment.settled", actor=actor, subject=appointment, at=now)
    return appointment
