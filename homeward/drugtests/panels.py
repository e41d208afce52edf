"""With which panel a test of an episode is ordered: the person's own, and why.

What follows from the substances somebody named is a suggestion: nothing is read on site with it.
While nobody knows what somebody used, the panel is empty and its need is `to_set`. Either way a
clinician is asked to set it (`panel_duty`), and what waits is then for that panel.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from homeward.core.actors import Actor
from homeward.drugtests.models import DrugTest, Panel
from homeward.drugtests.prescribed import expected_for
from homeward.drugtests.rules.on_site import OWN_PANEL, OWN_SUBSTANCES, TO_SET
from homeward.drugtests.rules.panel import panel_for
from homeward.kernel.purposes import Purpose

ORDERS = Actor.of_service("drugtests.draw")


@dataclass(frozen=True, slots=True)
class OwnPanel:
    """The analytes, the need as a code, and the row that states each line's need."""

    analytes: tuple[str, ...]
    need: str
    panel: Panel | None = None


def panels_for(episodes: Iterable[Any], on: date) -> dict[UUID, OwnPanel]:
    """Each episode's panel: the one a clinician set, else the last one, else own substances.

    What is prescribed on this day is looked for too, so that "prescribed, not found" can be seen.
    """
    episodes = list(episodes)
    rows = Panel.objects.for_actor(ORDERS, Purpose.OPERATIONS)
    stated = {row.episode_id: row for row in rows.filter(episode__in=episodes, ended_at=None)}
    rest = [each.client_id for each in episodes if each.pk not in stated]
    last = _last_panels(rest) if rest else {}
    made = {}
    for episode in episodes:
        if own := stated.get(episode.pk):
            lines = tuple(line["analyte"] for line in own.lines)
            made[episode.pk] = OwnPanel(lines, OWN_PANEL, own)
            continue
        named = panel_for([episode.client.primary_substance])
        prescribed = expected_for(episode.client_id, on, None)
        if not named:
            made[episode.pk] = OwnPanel(panel_for((), prescribed), TO_SET)
            continue
        before = tuple(last.get(episode.client_id) or named)
        also = tuple(code for code in panel_for((), prescribed) if code not in before)
        made[episode.pk] = OwnPanel(before + also, OWN_SUBSTANCES)
    return made


def _last_panels(clients: list[UUID]) -> dict[UUID, list[str]]:
    rows = (
        DrugTest.objects.for_actor(ORDERS, Purpose.OPERATIONS)
        .filter(client_id__in=clients, is_for_cause=False)
        .order_by("client_id", "-ordered_at")
        .distinct("client_id")
    )
    return {test.client_id: test.panel for test in rows}
