"""Do I test today? One answer for the page, the paper and the telephone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.core.actors import Actor
from homeward.drugtests.models import Draw, DrugTest
from homeward.drugtests.reaching import local_day
from homeward.kernel.purposes import Purpose

State = DrugTest.State
YES, NO, NOT_YET, DONE = "yes", "no", "not_yet", "done"
WAITING = (State.ORDERED, State.NOTIFIED)


@dataclass(frozen=True, slots=True)
class TestToday:
    """`yes` with the end of the window, `done` when today's was given, `no`, or `not_yet`.

    `not_yet` means that today's draw has not been made.
    """

    answer: str
    until: datetime | None = None

    __test__ = False


def test_today(actor: Actor, client_id: UUID, site: Any, now: datetime) -> TestToday:
    """The answer for one client at this instant, within the actor's reach."""
    today = local_day(now, site)
    start = datetime.combine(today, datetime.min.time(), ZoneInfo(site.time_zone))
    rows = DrugTest.objects.for_actor(actor, Purpose.CLIENT_REQUEST).filter(client_id=client_id)
    waiting = rows.filter(state__in=WAITING, due_at__gt=now).order_by("due_at").first()
    if waiting is not None:
        return TestToday(YES, waiting.due_at)
    if rows.filter(ordered_at__gte=start, collected_at__isnull=False).exists():
        return TestToday(DONE)
    drawn = Draw.objects.filter(day=today, pool__site=site, drawn_at__isnull=False)
    return TestToday(NO if drawn.exists() else NOT_YET)


test_today.__test__ = False  # type: ignore[attr-defined]
