"""What one person is tested for, line by line with its need; and other days they agreed to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.drugtests.actions.order_for_cause_test import NotInCare
from homeward.drugtests.models import AgreedDays, DrugTest, Panel
from homeward.drugtests.panel_duty import panel_is_set
from homeward.drugtests.reaching import require_judgement
from homeward.drugtests.rules.on_site import OWN_PANEL, UNSTATED
from homeward.drugtests.rules.panel import KNOWN_ANALYTES, MOST_ANALYTES
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

SHORTEST_NEED = 10
WEEKDAYS = range(7)
OPEN = (DrugTest.State.ORDERED, DrugTest.State.NOTIFIED, DrugTest.State.COLLECTED)


class PanelIncomplete(Refusal):
    """Each line needs an analyte of the list and, in a sentence, why this person is tested for it.

    The codes: `panel_empty`, `panel_too_long`, `analyte_unknown`, `analyte_twice`, `need_missing`.
    """


class DaysIncomplete(Refusal):
    """The weekdays somebody agreed to, and what they said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelLine:
    """One analyte, why this person is tested for it, and a prescription that explains it."""

    analyte: str
    need: str
    prescription: str = ""

    def to_json(self) -> dict[str, str]:
        return {
            "analyte": self.analyte,
            "need": self.need.strip()[:120],
            "prescription": self.prescription.strip()[:120],
        }


@action
def set_panel(*, actor: Actor, client_id: UUID, lines: Sequence[PanelLine], now: datetime) -> Panel:
    """Set the panel that every later test of this episode is ordered with.

    A test that was drawn before anybody had set one is for this panel now.

    Raises PanelIncomplete, NotInCare, NotAllowed; Client.DoesNotExist out of scope.
    """
    require_judgement(actor)
    episode = _episode(actor, client_id)
    if problems := _problems(lines):
        raise PanelIncomplete(*problems)
    _end(Panel, actor, episode, now)
    panel = Panel.objects.create(
        client_id=client_id,
        site_id=episode.site_id,
        episode=episode,
        lines=[line.to_json() for line in lines],
        set_at=now,
        set_by_id=actor.worker_id,
    )
    audit.record("drugtests.panel.set", actor=actor, subject=panel, at=now)
    _bring_waiting(actor, panel)
    panel_is_set(actor, client_id, now)
    return panel


@action
def agree_days(
    *, actor: Actor, client_id: UUID, weekdays: Sequence[int], words: str, now: datetime
) -> AgreedDays:
    """Write down on which other weekdays somebody agreed to be drawn; an empty list ends it.

    Raises DaysIncomplete, NotInCare, NotAllowed; Client.DoesNotExist out of scope.
    """
    require_judgement(actor)
    episode = _episode(actor, client_id)
    if any(day not in WEEKDAYS for day in weekdays):
        raise DaysIncomplete("weekdays")
    if len(words.strip()) < SHORTEST_NEED:
        raise DaysIncomplete("agreed_words")
    _end(AgreedDays, actor, episode, now)
    days = AgreedDays.objects.create(
        client_id=client_id,
        site_id=episode.site_id,
        episode=episode,
        weekdays=sorted(set(weekdays)),
        agreed_words=words.strip()[:200],
        recorded_at=now,
        recorded_by_id=actor.worker_id,
    )
    audit.record("drugtests.days.agreed", actor=actor, subject=days, at=now)
    return days


def _episode(actor: Actor, client_id: UUID) -> Episode:
    Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL).get(pk=client_id)
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT)
    episode = rows.filter(client_id=client_id, ended_at=None).first()
    if episode is None:
        raise NotInCare
    return episode


def _end(model: Any, actor: Actor, episode: Episode, now: datetime) -> None:
    rows = model.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    for row in rows.filter(episode=episode, ended_at=None).select_for_update(of=("self",)):
        row.change(ended_at=now)


def _bring_waiting(actor: Actor, panel: Panel) -> None:
    rows = DrugTest.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).filter(
        episode=panel.episode, panel_need__in=UNSTATED, state__in=OPEN
    )
    for test in rows.select_for_update(of=("self",)):
        test.change(
            panel=[line["analyte"] for line in panel.lines], panel_need=OWN_PANEL, panel_set=panel
        )


def _problems(lines: Sequence[PanelLine]) -> list[str]:
    named = [line.analyte for line in lines]
    problems = []
    if not named:
        problems.append("panel_empty")
    if len(named) > MOST_ANALYTES:
        problems.append("panel_too_long")
    if any(name not in KNOWN_ANALYTES for name in named):
        problems.append("analyte_unknown")
    if len(set(named)) < len(named):
        problems.append("analyte_twice")
    if any(len(line.need.strip()) < SHORTEST_NEED for line in lines):
        problems.append("need_missing")
    return problems
