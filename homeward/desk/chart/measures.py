"""Questionnaires of one client: the latest first, each score with its band in words."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Cell, Column, Row, Table
from homeward.desk.admissions.pages.scores import ScoreLine, score_lines, short_title
from homeward.instruments.library import NURSING, instrument
from homeward.instruments.models import Response
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client

MOST_SHOWN = 200
# Weekly first, then what a change or a worry asks for.
ASKED_IN_CARE = (
    "bam_iop", "phq9", "gad7", "cssrs_screener", "ciwa_ar", "cows", "pc_ptsd5", "pcl5",
    "readiness_ruler",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measures:
    """One table of every answered questionnaire, and those that can be asked now."""

    table: Table
    acts: tuple[Act, ...]

    @classmethod
    def of(cls, actor: Actor, client: Client) -> "Measures":
        """The newest first; an incomplete score says so and is never shown as none."""
        rows = Response.objects.for_actor(actor, Purpose.TREATMENT).filter(client=client)
        shown = rows.select_related("taken_by").order_by("-answered_at")[:MOST_SHOWN]
        return cls(
            acts=_acts(actor, client),
            table=Table(
                caption=_("Questionnaires"),
                columns=(
                    Column(_("Questionnaire")),
                    Column(_("Answered")),
                    Column(_("Scores")),
                    Column(_("By")),
                ),
                rows=tuple(
                    Row(
                        (
                            Cell(
                                instrument(item.instrument).title,
                                url=reverse("desk:response", args=[item.pk]),
                            ),
                            Cell(date_format(timezone.localtime(item.answered_at), "D j M Y H:i")),
                            Cell(_scores(item)),
                            Cell(item.taken_by.name if item.taken_by else _("the client")),
                        )
                    )
                    for item in shown
                ),
                empty=_(
                    "No questionnaire answered yet. Screening and the weekly check start here."
                ),
            ),
        )


def _scores(response: Response) -> str:
    """What the result page says, in one line; begun is begun, whatever it would score."""
    if not response.is_handed_in:
        return _("begun, not handed in")
    return " · ".join(
        ": ".join(filter(None, (" ".join(filter(None, (line.name, _value(line)))), line.words)))
        for line in score_lines(response)
    )


def _value(line: ScoreLine) -> str:
    return "" if line.value == "–" else line.value


def _acts(actor: Actor, client: Client) -> tuple[Act, ...]:
    """The questionnaires this person may ask now."""
    if may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE):
        return tuple(
            Act(short_title(name), reverse("desk:questionnaire", args=[client.pk, name]))
            for name in ASKED_IN_CARE
        )
    if may(actor.roles, RecordClass.MEDICAL, Access.WRITE):
        return tuple(
            Act(short_title(name), reverse("desk:nursing_scale", args=[client.pk, name]))
            for name in sorted(NURSING)
        )
    return ()
