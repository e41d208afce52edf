"""The board as lists: a table for each day, for those who read better than they see."""

from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.components import Cell, Column, Row, Table
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.pages.board import single_url
from homeward.desk.week_plan.sittings import Sitting


@dataclass(frozen=True, slots=True)
class DayList:
    """One day's sittings in order of time."""

    number: int
    title: str
    table: Table


def day_lists(ground: Ground, sittings: list[Sitting]) -> tuple[DayList, ...]:
    """A table for each day that holds anything."""
    days: dict[int, list[Sitting]] = defaultdict(list)
    for each in sittings:
        days[each.day].append(each)
    columns = tuple(
        Column(label) for label in (_("When"), _("What"), _("Leader"), _("Where"), _("Who"))
    )
    return tuple(
        DayList(
            day,
            ground.times.long_day(day),
            Table(
                ground.times.long_day(day), columns,
                tuple(_row(ground, each) for each in days[day]),
            ),
        )
        for day in sorted(days)
    )  # fmt: skip


def _row(ground: Ground, sitting: Sitting) -> Row:
    names = ground.labels.names
    group = ground.groups.get(sitting.group)
    if group is not None:
        service = ground.instance.services[sitting.service]
        what = ground.labels.group(group)
        url = reverse("desk:week_draft_group", args=[ground.draft_id, group.id])
        url += f"?day={sitting.day}&start={sitting.start}"
        who = _("%(taken)s of %(capacity)s") % {
            "taken": len(sitting.people),
            "capacity": service.most,
        }
    else:
        what, url = names.service(sitting.service), single_url(ground.draft_id, sitting)
        who = names.client(sitting.client)
    return Row(
        (
            Cell(ground.times.between(sitting.start, sitting.ends)),
            Cell(what, url=url),
            Cell(names.staff(sitting.staff) if sitting.staff else _("no leader")),
            Cell(ground.labels.place(sitting.room, sitting.mode)),
            Cell(who),
        )
    )
