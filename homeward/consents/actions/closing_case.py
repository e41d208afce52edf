"""Writing down that a client's case is over."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.consents.actions.refusals import CaseClosesAhead, CaseKnownHow
from homeward.consents.facts import CaseClosed
from homeward.consents.models import CaseClosing
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


@action
def record_case_closed(
    *,
    actor: Actor,
    client_id: UUID,
    closed_on: date,
    known_by: str,
    now: datetime,
    note: str = "",
) -> CaseClosing:
    """Keep the day the case closed; consents that were to end or be unlocked by it do so.

    It counts from the end of that day on the site's clock, or from now when that is today, and
    never reaches a consent signed after it. Raises CaseClosesAhead for a day that lies ahead.
    """
    client = (
        Client.objects.for_actor(actor, Purpose.TREATMENT)
        .select_for_update(of=("self",), no_key=True)
        .get(pk=client_id)
    )
    if known_by not in CaseClosing.Known.values:
        raise CaseKnownHow
    zone = ZoneInfo(client.site.time_zone)
    if closed_on > now.astimezone(zone).date():
        raise CaseClosesAhead
    end = datetime.combine(closed_on + timedelta(days=1), time(), zone).astimezone(UTC)
    closing: CaseClosing = CaseClosing.objects.create(
        client=client,
        site_id=client.site_id,
        closed_on=closed_on,
        counts_from=min(end, now),
        known_by=known_by,
        note=" ".join(note.split())[:200],
        at=now,
        recorded_by_id=actor.worker_id,
    )
    # The row must lie within what the actor may write; otherwise nothing happened.
    CaseClosing.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=closing.pk)
    audit.record("consents.case.closed", actor=actor, subject=closing, at=now, reason=known_by)
    announce(CaseClosed(closing.pk, client.pk, closing.counts_from, now))
    return closing
