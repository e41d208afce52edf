"""Somebody died, is in hospital or in jail; and the end of that.

Both hold the client's row, as a sending does: what is on its way out is sent before the stop is
acknowledged or not at all.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.clock import local_day
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.facts import ContactResumed, ContactStopped
from homeward.people.models import Client, Stop
from homeward.people.queries import reaches

KNOWN_BY = ("family", "hospital", "police", "court", "coroner", "staff", "client", "public_record")
SHORTEST_REASON = 5
# A death is taken back by somebody who answers for the caseload, never in passing.
MAY_TAKE_BACK_A_DEATH = (Role.SUPERVISOR,)


class StopIncomplete(Refusal):
    """A kind, a day that is not still to come, and who told."""


class AlreadyStopped(Refusal):
    """It is written down already, or the person has died."""


class StopNotStanding(Refusal):
    """This stop ended before."""


class EndingUnknown(Refusal):
    """Hospital and jail are over or in error; a death is only ever in error, with the reason."""


@action
def record_stop(
    *,
    actor: Actor,
    client_id: UUID,
    kind: str,
    since_on: date,
    known_by: str,
    now: datetime,
    note: str = "",
) -> Stop:
    """From this instant nothing goes out about the client by itself.

    A death ends a stay in hospital or jail. Raises StopIncomplete, AlreadyStopped;
    Client.DoesNotExist out of reach.
    """
    client = _held(actor, client_id)
    today = local_day(now, client.site.time_zone)
    wrong = {
        "stop_kind": kind not in Stop.Kind.values,
        "since_on": since_on > today,
        "known_by": known_by not in KNOWN_BY,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise StopIncomplete(*codes)
    standing = _rows(actor).filter(client_id=client.pk, ended_at=None).first()
    if standing is not None:
        if standing.kind == Stop.Kind.DIED or standing.kind == kind:
            raise AlreadyStopped
        _end(standing, Stop.Ending.OVER, "", actor, now)
    stop: Stop = Stop.objects.create(
        client=client,
        site_id=client.site_id,
        kind=kind,
        since_on=since_on,
        known_by=known_by,
        note=note.strip()[:1000],
        recorded_at=now,
        recorded_by_id=actor.worker_id,
    )
    audit.record("people.stop.recorded", actor=actor, subject=stop, at=now, reason=kind)
    announce(ContactStopped(stop.pk, client.pk, kind, since_on, actor, now))
    return stop


@action
def end_stop(
    *,
    actor: Actor,
    stop_id: UUID,
    ending: str,
    now: datetime,
    reason: str = "",
    expected_version: int | None = None,
) -> Stop:
    """It is over, or it was never so; what goes out by itself may go out again.

    Raises EndingUnknown, StopNotStanding, NotAllowed, StaleVersion; Stop.DoesNotExist.
    """
    found: Stop = _rows(actor).get(pk=stop_id)
    _held(actor, found.client_id)
    stop: Stop = _rows(actor).select_for_update(of=("self",)).get(pk=stop_id)
    expect_version(stop, expected_version)
    if stop.ended_at is not None:
        raise StopNotStanding
    is_death = stop.kind == Stop.Kind.DIED
    if ending not in Stop.Ending.values or (is_death and ending != Stop.Ending.IN_ERROR):
        raise EndingUnknown("ending")
    if ending == Stop.Ending.IN_ERROR and len(reason.strip()) < SHORTEST_REASON:
        raise EndingUnknown("reason")
    if not may_end_stop(actor, stop):
        raise NotAllowed("not_for_this_role")
    _end(stop, ending, reason, actor, now)
    return stop


def may_end_stop(actor: Actor, stop: Stop) -> bool:
    """Whether the actor may say that this is over or was never so; whose it is, the scope says."""
    is_death = stop.kind == Stop.Kind.DIED
    return not is_death or actor.kind == SERVICE or actor.has_role(*MAY_TAKE_BACK_A_DEATH)


def _end(stop: Stop, ending: str, reason: str, actor: Actor, now: datetime) -> None:
    stop.change(
        ended_at=now, ended_by_id=actor.worker_id, ending=ending,
        ending_reason=reason.strip()[:200],
    )  # fmt: skip
    audit.record("people.stop.ended", actor=actor, subject=stop, at=now, reason=ending)
    announce(ContactResumed(stop.pk, stop.client_id, stop.kind, ending, actor, now))


def _rows(actor: Actor) -> Any:
    return Stop.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)


def _held(actor: Actor, client_id: UUID) -> Client:
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    client: Client = (
        rows.select_for_update(of=("self",), no_key=True).select_related("site").get(pk=client_id)
    )
    if not reaches(actor, client, RecordClass.SCHEDULE, to=Access.WRITE):
        raise Client.DoesNotExist
    return client
