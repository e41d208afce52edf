"""Who of the program answers a client at this instant, by the roster of their site."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.text import get_text_list

from homeward.core.clock import local_day
from homeward.core.wall import in_front
from homeward.kernel.periods import Period
from homeward.portal.own import Own
from homeward.program.queries import closed_days
from homeward.timetable.kept_away import workers_kept_away
from homeward.timetable.roster import DutyShift
from homeward.timetable.rules.answering import AROUND, OnDuty, answering


@dataclass(frozen=True, slots=True)
class AnswersNow:
    """Who answers now: names to ask for, where they may be named; until when, else when again.

    Times are of the site's wall clock; `again_day` is empty where it is the same day. `is_known` is
    whether the site keeps a roster: without one nothing is said of this instant.
    """

    names: str
    is_somebody_there: bool
    until: str
    again_day: str
    again_time: str
    is_known: bool

    @classmethod
    def of(cls, own: Own) -> "AnswersNow":
        """Whoever must not meet this client is on duty without being named."""
        rows: Any = DutyShift.objects.filter(
            site_id=own.client.site_id, removed_at=None, ends_at__gt=own.now - AROUND,
            starts_at__lt=own.now + AROUND,
        )  # fmt: skip
        shifts = list(rows.select_related("worker").order_by("starts_at", "worker__name"))
        closed = closed_days(
            own.episode.program_id if own.episode else None,
            own.today - AROUND, own.today + AROUND,
        )  # fmt: skip
        found = answering(
            (
                OnDuty(str(row.worker_id), row.on, Period(row.starts_at, row.ends_at))
                for row in shifts
            ),
            own.now,
            closed,
        )
        away = _kept_away(own) if found.names else frozenset()
        named = {str(row.worker_id): row.worker.name for row in shifts if row.worker_id not in away}
        again_at = own.at_wall(found.again_at) if found.again_at else None
        return cls(
            names=get_text_list([named[each] for each in found.names if each in named]),
            is_somebody_there=bool(found.names),
            until=_time(own.at_wall(found.until) if found.until else None),
            again_day=date_format(again_at, "l")
            if again_at is not None and local_day(again_at, own.client.site.time_zone) != own.today
            else "",
            again_time=_time(again_at),
            is_known=found.is_known,
        )


def _time(at_wall: datetime | None) -> str:
    return date_format(at_wall, "TIME_FORMAT") if at_wall else ""


def _kept_away(own: Own) -> frozenset[Any]:
    with in_front("which workers a client is kept from; only that they are not named comes back"):
        found = workers_kept_away([own.client.pk], own.today)
    return found.get(own.client.pk, frozenset())
