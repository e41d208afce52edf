"""Which week of which site a page shows, from its address; unknown values fall back."""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.asked import day as asked_day
from homeward.core.components import Tab
from homeward.program.models import Organisation, Program, Site
from homeward.timetable.models import TherapyGroup
from homeward.timetable.seating import week_of

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Chosen:
    """One week of one program at one site, among the sites where the reader works."""

    route: str
    program: Program
    site: Site
    sites: tuple[Site, ...]
    starts_on: date
    today: date

    @property
    def ends_on(self) -> date:
        """The first day after the week."""
        return self.starts_on + WEEK

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.starts_on + timedelta(days=number) for number in range(7))

    @property
    def title(self) -> str:
        return _("Week of %(day)s") % {"day": date_format(self.starts_on, "j F")}

    def url(self, *, week: date | None = None, site: Site | None = None, route: str = "") -> str:
        """The same page with another week or site, or another page of this week."""
        asked = {"week": (week or self.starts_on).isoformat(), "site": (site or self.site).code}
        return f"{reverse(route or self.route)}?{urlencode(asked)}"

    @property
    def weeks(self) -> tuple[Tab, ...]:
        """The week before, this one, the one after, as tabs."""
        return (
            Tab(_("Week before"), self.url(week=self.starts_on - WEEK)),
            Tab(self.title, self.url(), current=True),
            Tab(_("Week after"), self.url(week=self.ends_on)),
        )

    @property
    def site_tabs(self) -> tuple[Tab, ...]:
        """The sites to choose from; none where there is one."""
        if len(self.sites) < 2:
            return ()
        return tuple(Tab(each.name, self.url(site=each), each == self.site) for each in self.sites)


def chosen_week(
    actor: Actor, asked: dict[str, str], route: str, *, days_ahead: int = 0
) -> Chosen | None:
    """What the address asks for; by default the week that holds the day so many days ahead.

    None when the reader works at no site or no program is set up.
    """
    sites = Site.objects.order_by("name")
    if not any(grant.site_id is None for grant in actor.grants):
        sites = sites.filter(pk__in=actor.site_ids)
    if not sites:
        return None
    found = tuple(sites)
    site = next((each for each in found if each.code == asked.get("site")), found[0])
    group = TherapyGroup.objects.filter(site=site).select_related("program").first()
    program = group.program if group else Program.objects.order_by("code").first()
    if program is None:
        return None
    today = clock.today(site.time_zone)
    day = asked_day(asked.get("week", "")) or today + timedelta(days=days_ahead)
    house = Organisation.objects.first()
    starts_on = week_of(day, house.week_starts_on if house else 0)
    return Chosen(route, program, site, found, starts_on, today)
