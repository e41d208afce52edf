"""A day that is told of: use, none, or a word that is taken back. Only the client tells."""

from datetime import date, datetime, timedelta

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.dayplans.models import UseDay
from homeward.dayplans.reaching import day_at, oneself
from homeward.dayplans.refusals import DayAhead
from homeward.kernel.records import RecordClass

BACK = timedelta(days=366)


@action
def tell_day(*, actor: Actor, on: date, used: bool | None, now: datetime) -> UseDay:
    """What the client says of one day up to today; None takes back what they said.

    It opens no duty and changes no plan: it is their own calendar. Raises DayAhead.
    """
    client = oneself(actor, RecordClass.ASSESSMENT)
    today = day_at(now, client)
    if not today - BACK <= on <= today:
        raise DayAhead
    row: UseDay = UseDay.objects.create(
        client=client, site_id=client.site_id, on=on, used=used, said_at=now
    )
    audit.record("dayplans.use.told", actor=actor, subject=row, at=now)
    return row
