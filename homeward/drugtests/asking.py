"""Do I test today? One answer for the page, the paper and the telephone."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.drugtests.models import Draw, DrugTest
from homeward.drugtests.reaching import local_day
from homeward.kernel.purposes import Purpose

State = DrugTest.State
YES, NO, NOT_YET, DONE, OVER = "yes", "no", "not_yet", "done", "over"
WAITING = (State.ORDERED, State.NOTIFIED)
NOT_GIVEN = (*WAITING, State.MISSED)
LOOKS_BACK = timedelta(days=14)
POOLS = Actor.of_service("drugtests.asking")


@dataclass(frozen=True, slots=True)
class TestToday:
    """`yes` with the end of the window, `done` when today's was given, `over`, `no`, or `not_yet`.

    `over` means that a window ended today and nothing was given; `not_yet`, that today's draw of
    the client's own pool has not been made.
    """

    answer: str
    until: datetime | None = None

    __test__ = False


def test_today(actor: Actor, client_id: UUID, site: Any, now: datetime) -> TestToday:
    """The answer for one client at this instant, within the actor's reach."""
    today = local_day(now, site)
    start = datetime.combine(today, datetime.min.time(), ZoneInfo(site.time_zone))
    rows = DrugTest.objects.for_actor(actor, Purpose.CLIENT_REQUEST).filter(client_id=client_id)
    tests = list(rows.filter(ordered_at__gte=start - LOOKS_BACK).order_by("due_at"))
    for test in tests:
        if test.state in WAITING and test.due_at > now:
            return TestToday(YES, test.due_at)
    if any(test.ordered_at >= start and test.collected_at is not None for test in tests):
        return TestToday(DONE)
    if any(test.state in NOT_GIVEN and start <= test.due_at <= now for test in tests):
        return TestToday(OVER)
    return TestToday(NO if _is_drawn(client_id, today) else NOT_YET)


def _is_drawn(client_id: UUID, day: date) -> bool:
    """Whether the day's draw of this client's own program and site was made; who is in no pool
    is drawn by none.
    """
    rows = Episode.objects.for_actor(POOLS, Purpose.CLIENT_REQUEST)
    episode = rows.filter(client_id=client_id, ended_at=None).first()
    return episode is None or bool(
        Draw.objects.filter(
            day=day, pool__program_id=episode.program_id, pool__site_id=episode.site_id,
            drawn_at__isnull=False,
        ).exists()
    )  # fmt: skip


test_today.__test__ = False  # type: ignore[attr-defined]
