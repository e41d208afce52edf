"""What one client's week has to hold, and every line that led to it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.admissions.models import Episode
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.asked import day as asked_day
from homeward.core.components import Fact, Tab
from homeward.core.policies import requires
from homeward.desk.chart.frame import chart_frame
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, Reason
from homeward.kernel.records import RecordClass
from homeward.plans.words import KINDS
from homeward.program.models import SessionType
from homeward.program.queries import closed_days
from homeward.staff.models import Worker
from homeward.timetable.needs import ClientNeed, needs_of
from homeward.timetable.seating import week_of

WEEK = timedelta(days=7)
# Lines about what a payer allows are for who reads at least the short side of claims.
PAYERS = "authorization"


@dataclass(frozen=True, slots=True)
class NeedOfWeek:
    """The week's meetings, hours and days, and why."""

    title: str
    weeks: tuple[Tab, ...]
    meetings: tuple[Fact, ...]
    sums: tuple[Fact, ...]
    decision: Decision | None

    @classmethod
    def of(cls, actor: Actor, episode: Any, monday: date, address: str) -> "NeedOfWeek":
        """One client's need, read by a fixed few queries."""
        last = monday + WEEK - timedelta(days=1)
        held = 7 - len(closed_days(episode.program, monday, last))
        found = needs_of(
            episode.program, episode.site, monday, held_days=held, only=episode.client_id
        )
        need = found.get(episode.client_id)
        names = {code: str(words) for code, words in KINDS.items()} | dict(
            SessionType.objects.filter(program=episode.program).values_list("code", "name")
        )
        this = week_of(clock.today(episode.site.time_zone))
        return cls(
            title=_("Week of %(day)s") % {"day": date_format(monday, "j F")},
            weeks=tuple(
                Tab(label, f"{address}?week={first.isoformat()}", first == monday)
                for label, first in ((_("This week"), this), (_("Next week"), this + WEEK))
            ),
            meetings=_meetings(need, names) if need else (),
            sums=_sums(need) if need else (),
            decision=_said(actor, need.decision, names) if need else None,
        )


@requires(RecordClass.SCHEDULE, get=Access.READ)
def need(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """What this client's week has to hold, line by line."""
    actor = request.actor  # type: ignore[attr-defined]
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT)
    episode: Any = (
        rows.filter(client_id=client_id, ended_at=None).select_related("site", "program").first()
    )
    if episode is None:
        raise Http404
    today = clock.today(episode.site.time_zone)
    monday = week_of(asked_day(request.GET.get("week", "")) or today)
    page = NeedOfWeek.of(actor, episode, monday, reverse("desk:schedule_need", args=[client_id]))
    frame = chart_frame(request, client_id, tab="desk:chart_schedule")
    return render(request, "desk/schedule/need.html", {"frame": frame, "page": page})


def _meetings(need: ClientNeed, names: dict[str, str]) -> tuple[Fact, ...]:
    people = {
        row.pk: row.name
        for row in Worker.objects.filter(
            pk__in={each for named in need.named.values() for each in named}
        )
    }
    return tuple(
        Fact(
            names.get(code, code),
            " · ".join(
                (
                    ngettext("%d time", "%d times", times) % times,
                    *(people[each] for each in need.named.get(code, ()) if each in people),
                )
            ),
        )
        for code, times in need.meetings.items()
    )


def _sums(need: ClientNeed) -> tuple[Fact, ...]:
    booked = need.booked_minutes
    return (
        Fact(_("Clinical hours"), _hours(need.minutes)),
        Fact(_("On at least"), ngettext("%d day", "%d days", need.min_days) % need.min_days),
        Fact(_("Of it booked by hand"), _hours(booked) if booked else "", empty=_("none")),
    )


def _hours(minutes: int) -> str:
    return _("%(hours)s h") % {"hours": f"{round(minutes / 60, 2):g}"}


def _said(actor: Actor, decision: Decision, names: dict[str, str]) -> Decision:
    """The same decision with kinds of session by name, without what a reader may not know."""
    reads_payers = may(actor.roles, RecordClass.CLAIMS, Access.MINIMAL)
    lines = tuple(
        _named(line, names)
        for line in decision.reasons
        if reads_payers or line.source is None or line.source.code != PAYERS
    )
    return replace(decision, reasons=lines)


def _named(line: Reason, names: dict[str, str]) -> Reason:
    if "service" not in line.detail:
        return line
    code = str(line.detail["service"])
    return replace(line, detail={**line.detail, "service": names.get(code, code)})
