"""Who is away, what they would have led, and what was said before."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.actors import Actor
from homeward.core.components import Act, Moment, Tab
from homeward.core.forms import ActionForm
from homeward.desk.choosing import Chosen
from homeward.desk.duty.away_forms import AwayForm, may_say_for
from homeward.timetable.capacity import Absence
from homeward.timetable.models import SessionLeader
from homeward.timetable.permissions import may_plan
from homeward.timetable.planning_words import AWAY

LOOKED_BACK = timedelta(weeks=8)
MOST_BEFORE = 20
MOST_SESSIONS = 4


@dataclass(frozen=True, slots=True)
class AwayLine:
    """One absence that is not over: the sessions that need somebody else, and taking it back."""

    absence_id: UUID
    name: str
    when: str
    led: tuple[Act, ...]
    led_words: str
    form: ActionForm | None


@dataclass(frozen=True, slots=True)
class AwayPage:
    """All the template prints."""

    subline: str
    sites: tuple[Tab, ...]
    lines: tuple[AwayLine, ...]
    before: tuple[Moment, ...]
    form: AwayForm | None
    week_url: str

    @classmethod
    def of(
        cls, actor: Actor, chosen: Chosen, now: datetime, form: AwayForm | None = None
    ) -> "AwayPage":
        """A fixed few reads, however many are away."""
        rows = (
            Absence.objects.filter(worker__site=chosen.site, ends_at__gt=now - LOOKED_BACK)
            .select_related("worker", "noted_by")
            .order_by("starts_at", "worker__name")
        )
        held = list(rows)
        ahead = [row for row in held if row.withdrawn_at is None and row.ends_at > now]
        zone = ZoneInfo(chosen.site.time_zone)
        led = _led(ahead, now)
        workers = may_say_for(actor, chosen.site)
        may = {worker.pk for worker in workers}
        fresh = AwayForm(workers=workers, initial=_begun(chosen, actor))
        return cls(
            subline=chosen.site.name,
            sites=chosen.site_tabs,
            lines=tuple(
                _line(row, led[row.pk], zone, may_take_back=row.worker_id in may) for row in ahead
            ),
            before=tuple(_moment(row, zone) for row in reversed(held) if row not in ahead)[
                :MOST_BEFORE
            ],
            form=(form or fresh) if may else None,
            week_url=chosen.url(route="desk:week"),
        )


def _begun(chosen: Chosen, actor: Actor) -> dict[str, Any]:
    return {
        "site": chosen.site.code, "first": chosen.today, "last": chosen.today,
        "worker": "" if may_plan(actor, chosen.site.pk) else str(actor.worker_id),
    }  # fmt: skip


def _led(absences: list[Absence], now: datetime) -> dict[UUID, list[Any]]:
    """The sessions still to come that each would have led; one read."""
    found: dict[UUID, list[Any]] = defaultdict(list)
    if not absences:
        return found
    rows = SessionLeader.objects.filter(
        worker__in={row.worker_id for row in absences}, is_released=False, starts_at__gt=now,
        starts_at__lt=max(row.ends_at for row in absences), session__cancelled_at=None,
    ).select_related("session__site")  # fmt: skip
    for leader in rows.order_by("starts_at"):
        for row in absences:
            if (
                row.worker_id == leader.worker_id
                and leader.starts_at < row.ends_at
                and leader.ends_at > row.starts_at
            ):
                found[row.pk].append(leader.session)
    return found


def _line(row: Absence, led: list[Any], zone: ZoneInfo, *, may_take_back: bool) -> AwayLine:
    count = len(led)
    form = ActionForm(version=row.version, auto_id=f"back_{row.pk}_%s") if may_take_back else None
    return AwayLine(
        row.pk,
        row.worker.name,
        " · ".join((str(AWAY[row.why]), period(row.starts_at, row.ends_at, zone))),
        tuple(
            Act(
                f"{session.name}, {date_format(session.starts_at.astimezone(zone), 'D H:i')}",
                reverse("desk:session", args=[session.pk]),
                kind="plain",
            )
            for session in led[:MOST_SESSIONS]
        ),
        ngettext(
            "%d session in that time has nobody else yet",
            "%d sessions in that time have nobody else yet",
            count,
        )
        % count
        if count
        else "",
        form,
    )


def period(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> str:
    """From when until when, in whole days where they are whole."""
    first, last = starts_at.astimezone(zone), ends_at.astimezone(zone)
    if first.time() == last.time() == time():
        last -= timedelta(days=1)
        days = (date_format(first, "D j M Y"), date_format(last, "D j M Y"))
        return days[0] if days[0] == days[1] else _("%s to %s") % days
    if first.date() == last.date():
        return f"{date_format(first, 'D j M Y')}, {first:%H:%M}–{last:%H:%M}"
    return _("%s to %s") % (date_format(first, "D j M Y, H:i"), date_format(last, "D j M Y, H:i"))


def _moment(row: Absence, zone: ZoneInfo) -> Moment:
    words = " · ".join((row.worker.name, str(AWAY[row.why])))
    if row.withdrawn_at is not None:
        words = _("%(words)s (taken back)") % {"words": words}
    by = row.noted_by.name if row.noted_by else ""
    return Moment(period(row.starts_at, row.ends_at, zone), words, by=by)
