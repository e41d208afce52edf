"""A week as it is promised without a plan: its pages, its minutes, its people's names."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from homeward.core.actors import Actor
from homeward.desk.week_plan.labels import Labels
from homeward.desk.week_plan.times import Times
from homeward.timetable.drafting.names import names_of
from homeward.timetable.models import Week
from homeward.timetable.publishing.standing import MINUTES_A_DAY
from homeward.timetable.solver.instance import Grid

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class WeekGround:
    """What every line about somebody's week is made from; a slot is a minute."""

    labels: Labels
    times: Times

    @classmethod
    def of(
        cls, actor: Actor, week: Week, *, clients: Iterable[str], workers: Iterable[str]
    ) -> "WeekGround":
        """With the names of these people; four reads."""
        document = {
            "clients": [{"id": each} for each in clients],
            "staff": [{"id": each} for each in sorted(set(workers)) if each],
            "meta": {},
        }
        names = names_of(actor, document, week.program_id, week.site_id)
        grid = Grid(days=DAYS, slots_a_day=MINUTES_A_DAY, slot_minutes=1, day_start="00:00")
        return cls(Labels(names, {}, {}), Times(week.starts_on, grid))

    def when(self, day: int, start: int) -> str:
        """`Thu 26 · 10:30`."""
        return self.times.when(day, start)


def page_of(week: Week, route: str) -> str:
    """A page that shows one week of one site."""
    asked = {"week": week.starts_on.isoformat(), "site": week.site.code}
    return f"{reverse(route)}?{urlencode(asked)}"


def told_url(week: Week) -> str:
    """Who was told of the newest publication of a week; empty where nothing is written down."""
    made = week.publications.order_by("-number").first()
    if made is None:
        return ""
    if made.draft_id:
        return reverse("desk:week_draft_publication", args=[made.draft_id])
    return reverse("desk:week_publication", args=[week.pk])
