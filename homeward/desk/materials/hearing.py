"""What the coverage page of one client prints."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Cell, Column, Row, Table
from homeward.curriculum.hearing import Hearing, hearing_of
from homeward.curriculum.models import HandedOut
from homeward.curriculum.queries import handed_to
from homeward.desk.chart.frame import ChartFrame
from homeward.kernel.purposes import Purpose

STATES = {"heard": ("done", 0), "planned": ("info", 1), "to_come": ("neutral", 2)}


@dataclass(frozen=True, slots=True)
class HearingPage:
    """Every topic for this client, and the handouts on their page."""

    summary: str
    table: Table
    handouts: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, actor: Actor, frame: ChartFrame, now: datetime) -> "HearingPage":
        lines = hearing_of(actor, frame.episode, now) if frame.episode else ()
        heard = sum(line.times > 0 for line in lines)
        rows = HandedOut.objects.for_actor(actor, Purpose.TREATMENT).filter(
            client_id=frame.client.pk
        )
        return cls(
            _("%(heard)s of %(all)s topics heard") % {"heard": heard, "all": len(lines)}
            if lines
            else "",
            Table(
                _("Topics"),
                (
                    Column(_("Topic")), Column(_("State")), Column(_("Times"), numeric=True),
                    Column(_("Last")), Column(_("Next")),
                ),
                tuple(_row(line) for line in lines),
                empty=_("Not in the program now, so nothing is planned."),
            ),
            tuple(
                (
                    row.material_version.title,
                    _("sent %(day)s, version %(number)s")
                    % {
                        "day": date_format(row.handed_at, "j M Y"),
                        "number": row.material_version.number,
                    },
                )
                for row in handed_to(rows)
            ),
        )  # fmt: skip


def _row(line: Hearing) -> Row:
    words = {"heard": _("heard"), "planned": _("planned"), "to_come": _("to come")}
    return Row(
        (
            Cell(line.topic.title, url=reverse("desk:material_topic", args=[line.topic.pk])),
            Cell(words[line.state], tone=STATES[line.state][0]),
            Cell(str(line.times) if line.times else "—"),
            Cell(date_format(line.last_on, "j M") if line.last_on else "—"),
            Cell(date_format(line.next_on, "D j M") if line.next_on else "—"),
        )
    )
