"""Asking a client for a questionnaire on their phone: once a moment, never what is private."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import CLIENT, SERVICE, Actor
from homeward.core.clock import local_day
from homeward.core.refusals import NotAllowed
from homeward.instruments.library import goes_to_phones
from homeward.instruments.models import Invitation, Response
from homeward.instruments.rules.schedule import RHYTHMS, Due, Standing
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.people.stops import is_stopped

# A form nobody answered is not asked for any longer than this.
RHYTHM_STAYS = timedelta(days=13)
EVENT_STAYS = timedelta(days=21)


@action
def invite(
    *, actor: Actor, client: Client, due: Iterable[Due], now: datetime
) -> tuple[Invitation, ...]:
    """Open an invitation for what is due and may be asked on a phone; again is nothing new.

    Nobody is asked who died, is in hospital or in jail.
    """
    if actor.kind != SERVICE:
        raise NotAllowed("instruments.invitation.open")
    opened: list[Invitation] = []
    if is_stopped(client.pk):
        return ()
    for each in due:
        if each.standing is Standing.COMING or not goes_to_phones(each.instrument):
            continue
        stays = RHYTHM_STAYS if each.moment in RHYTHMS else EVENT_STAYS
        row, is_new = Invitation.objects.for_actor(actor, Purpose.INTERNAL_CARE).get_or_create(
            client=client,
            instrument=each.instrument,
            occasion=each.occasion,
            defaults={
                "site_id": client.site_id,
                "moment": each.moment.value,
                "due_on": each.due_on,
                "ends_on": max(each.due_on, local_day(now)) + stays,
                "opened_at": now,
            },
        )
        if is_new:
            audit.record(
                "instruments.invitation.opened",
                actor=actor,
                subject=row,
                at=now,
                reason=each.instrument,
            )
            opened.append(row)
    return tuple(opened)


def open_invitations(actor: Actor, client: Client, today: date) -> list[Invitation]:
    """What waits for this client, the first due first; one line a questionnaire.

    An invitation is over when the questionnaire was answered after it came, or its time is up.
    """
    purpose = Purpose.CLIENT_REQUEST if actor.kind == CLIENT else Purpose.TREATMENT
    rows = Invitation.objects.for_actor(actor, purpose).filter(client=client, ends_on__gte=today)
    waiting = list(rows.order_by("due_on", "instrument"))
    if not waiting:
        return []
    answered: dict[str, datetime] = {}
    given = Response.objects.for_actor(actor, purpose).filter(
        client=client, is_handed_in=True, instrument__in={row.instrument for row in waiting}
    )
    for row in given.order_by("answered_at"):
        answered[row.instrument] = row.answered_at
    found: dict[str, Invitation] = {}
    for row in waiting:
        last = answered.get(row.instrument)
        if last is None or last < row.opened_at:
            found.setdefault(row.instrument, row)
    return list(found.values())
