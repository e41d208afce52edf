"""With which panel a test of an episode is ordered: the person's own, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from homeward.core.actors import Actor
from homeward.drugtests.models import DrugTest, Panel
from homeward.drugtests.rules.panel import panel_for
from homeward.kernel.purposes import Purpose

ORDERS = Actor.of_service("drugtests.draw")


@dataclass(frozen=True, slots=True)
class OwnPanel:
    """The analytes, the need as a code, and the row that states each line's need."""

    analytes: tuple[str, ...]
    need: str
    panel: Panel | None = None


def panels_for(episodes: Iterable[Any]) -> dict[UUID, OwnPanel]:
    """Each episode's panel: the one a clinician set, else the last one, else own substances."""
    episodes = list(episodes)
    rows = Panel.objects.for_actor(ORDERS, Purpose.OPERATIONS)
    stated = {row.episode_id: row for row in rows.filter(episode__in=episodes, ended_at=None)}
    rest = [each.client_id for each in episodes if each.pk not in stated]
    last = _last_panels(rest) if rest else {}
    made = {}
    for episode in episodes:
        if own := stated.get(episode.pk):
            lines = tuple(line["analyte"] for line in own.lines)
            made[episode.pk] = OwnPanel(lines, "own_panel", own)
        else:
            before = last.get(episode.client_id)
            usual = panel_for([episode.client.primary_substance])
            made[episode.pk] = OwnPanel(tuple(before or usual), "own_substances")
    return made


def _last_panels(clients: list[UUID]) -> dict[UUID, list[str]]:
    rows = (
        DrugTest.objects.for_actor(ORDERS, Purpose.OPERATIONS)
        .filter(client_id__in=clients)
        .order_by("client_id", "-ordered_at")
        .distinct("client_id")
    )
    return {test.client_id: test.panel for test in rows}
