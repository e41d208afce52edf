"""What the day in the record prints: as much as the client shares at this instant."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.forms import ActionForm
from homeward.dayplans import pages, queries, words
from homeward.dayplans.reaching import day_at, zone_of
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches

DAY, FURTHEST = timedelta(days=1), 60


@dataclass(frozen=True, slots=True)
class ChartDay:
    """A day, its week and list; each is there as far as it is shared."""

    title: str
    on: str
    shared: str
    is_whole: bool
    is_begun: bool
    history: str
    hours: tuple[pages.Hour, ...]
    week: tuple[pages.WeekDayRows, ...]
    activities: tuple[pages.ListRow, ...]
    people: tuple[pages.ListRow, ...]
    begin: ActionForm | None
    more: tuple[Act, ...]
    turns: tuple[Act, ...]
    may_write: bool

    @classmethod
    def of(cls, actor: Actor, client: Client, on: date, now: datetime) -> "ChartDay":
        """Read at the instant the page is asked for."""
        may_write = reaches(actor, client, RecordClass.LINKAGE, to=Access.WRITE)
        seen = queries.shared_day(actor, client, on, now)
        plan = seen.plan
        lines = queries.week_lines(actor, client.pk) if seen.is_whole else []
        things = queries.list_of(actor, client.pk) if seen.is_whole else []
        here = reverse("desk:chart_day", args=[client.pk])
        begun = ""
        if plan and plan.begun_by and seen.is_whole:
            begun = _("Begun together with %(name)s on %(day)s.") % {
                "name": plan.begun_by.name,
                "day": date_format(plan.begun_at.astimezone(zone_of(client)), "j F Y"),
            }
        return cls(
            title=date_format(on, "l j F"),
            on=on.isoformat(),
            shared=words.said(words.SHOWN_TO_TEAM, plan.shared) if plan else "",
            is_whole=seen.is_whole,
            is_begun=plan is not None,
            history=begun,
            hours=pages.hours_of(seen.day, now, is_ones_own=False) if seen.day else (),
            week=pages.week_rows(lines),
            activities=pages.list_rows(things, "activity"),
            people=pages.list_rows(things, "person"),
            begin=ActionForm() if plan is None and may_write else None,
            more=_more(client, on) if seen.is_whole and may_write else (),
            turns=tuple(
                Act(date_format(day, "D j M"), f"{here}?on={day.isoformat()}")
                for day in (on - DAY, on + DAY)
                if seen.day and abs((day - day_at(now, client)).days) <= FURTHEST
            ),
            may_write=may_write and seen.is_whole,
        )


def _more(client: Client, on: date) -> tuple[Act, ...]:
    """What is written together."""
    return tuple(
        Act(label, f"{reverse('desk:chart_day_write', args=[client.pk, matter])}?on={on}")
        for matter, label in (
            ("week", _("Add to the week")),
            ("day", _("Only on this day")),
            ("list", _("Add to the list")),
            ("told", _("Add what they told before")),
        )
    )
