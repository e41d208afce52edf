"""Questionnaires of one client: the latest first, each score with its band in words."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Cell, Column, Row, Table
from homeward.instruments.library import instrument
from homeward.instruments.models import Response
from homeward.instruments.words import BANDS
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Measures:
    """One table of every answered questionnaire."""

    table: Table

    @classmethod
    def of(cls, actor: Actor, client: Client) -> "Measures":
        """The newest first; an incomplete score says so and is never shown as none."""
        rows = Response.objects.for_actor(actor, Purpose.TREATMENT).filter(client=client)
        shown = rows.select_related("taken_by").order_by("-answered_at")[:MOST_SHOWN]
        return cls(
            Table(
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
                            Cell(instrument(item.instrument).title),
                            Cell(date_format(timezone.localtime(item.answered_at), "D j M Y H:i")),
                            Cell(_scores(item)),
                            Cell(item.taken_by.name if item.taken_by else _("the client")),
                        )
                    )
                    for item in shown
                ),
                empty=_("No questionnaire answered yet. Screening and the weekly check start here."),
            )
        )


def _scores(response: Response) -> str:
    parts = []
    for name, score in response.scores.items():
        label = name.replace("_", " ")
        if score.get("value") is None:
            parts.append(_("%(score)s: incomplete") % {"score": label})
            continue
        band = BANDS.get(score.get("band") or "", "")
        parts.append(f"{label} {score['value']}{f' ({band})' if band else ''}")
    return " · ".join(parts)
