"""The own list: what does one good, and whom one calls. Nothing comes onto it by itself."""

from collections.abc import Collection
from datetime import datetime, time
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.dayplans.day import own_list
from homeward.dayplans.kinds import Origin, ThingKind
from homeward.dayplans.models import OwnThing
from homeward.dayplans.reaching import held, plan_for_writing
from homeward.dayplans.refusals import LineUnclear
from homeward.dayplans.told_before import Suggestion, suggestions_for
from homeward.people.models import Client

MOST, LONGEST, LONGEST_NUMBER = 40, 80, 30
LEAST_MINUTES, MOST_MINUTES = 5, 600


@action
def add_own(
    *,
    actor: Actor,
    client_id: UUID,
    kind: str,
    label: str,
    now: datetime,
    minutes: int = 60,
    phone: str = "",
    call_from: time | None = None,
    call_until: time | None = None,
) -> OwnThing:
    """One thing that does good, with how long it takes; or one person, with when to call.

    Raises LineUnclear, DayNotShared; Client.DoesNotExist out of reach.
    """
    client, _plan = plan_for_writing(actor, client_id, now)
    standing = own_list(actor, client.pk)
    wrong = {
        "list_kind_unknown": kind not in ThingKind.values,
        "list_label_missing": not label.strip(),
        "list_minutes_unclear": not LEAST_MINUTES <= minutes <= MOST_MINUTES,
        "list_hours_unclear": (call_from is None) != (call_until is None)
        or (call_from is not None and call_from == call_until),
        "list_too_long": len(standing) >= MOST,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise LineUnclear(*codes)
    row: OwnThing = OwnThing.objects.create(
        client=client, site_id=client.site_id, kind=kind, label=" ".join(label.split())[:LONGEST],
        minutes=minutes, phone=" ".join(phone.split())[:LONGEST_NUMBER], call_from=call_from,
        call_until=call_until, written_at=now, written_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("dayplans.list.written", actor=actor, subject=row, at=now)
    return row


@action
def copy_told(
    *, actor: Actor, client_id: UUID, keys: Collection[str], now: datetime
) -> list[OwnThing]:
    """Copy what was told in an assessment onto the list, the chosen lines alone.

    `keys` are those of `told_before.suggestions_for`; unknown ones are passed over.
    """
    client, _plan = plan_for_writing(actor, client_id, now)
    standing = own_list(actor, client.pk)
    made: list[OwnThing] = []
    for each in suggestions_for(actor, client, standing):
        if each.key in keys and len(standing) + len(made) < MOST:
            made.append(_copied(actor, client, each, now))
    return made


def _copied(actor: Actor, client: Client, told: Suggestion, now: datetime) -> OwnThing:
    row: OwnThing = OwnThing.objects.create(
        client=client, site_id=client.site_id, kind=told.kind, label=told.label[:LONGEST],
        origin=Origin.ASSESSMENT, written_at=now, written_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("dayplans.list.copied", actor=actor, subject=row, at=now)
    return row


@action
def take_off_list(*, actor: Actor, client_id: UUID, thing_id: UUID, now: datetime) -> None:
    """It is offered no more; days that were filled with it keep it."""
    client, _plan = plan_for_writing(actor, client_id, now)
    row = held(OwnThing, actor, client.pk, thing_id)
    if row.withdrawn_at is None:
        row.change(withdrawn_at=now)
        audit.record("dayplans.list.taken_off", actor=actor, subject=row, at=now)
