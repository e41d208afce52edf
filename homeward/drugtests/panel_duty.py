"""The duty to set a panel, for somebody who was drawn before a clinician had stated each need."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.drugtests.models import DrugTest, Panel
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, TeamMembership
from homeward.tasks import kinds, proofs
from homeward.tasks.facts import DutyClosed
from homeward.tasks.kinds import Disposition, DutyKind
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty

PANELS = Actor.of_service("drugtests.panels")
KIND, SET = "set_test_panel", "set"
SET_PANEL = DutyKind(
    KIND,
    _("Say what this person is tested for"),
    (
        Disposition(SET, _("The panel is set")),
        Disposition("not_needed", _("Not needed any more"), needs_note=True),
    ),
)


def ask_for_panel(test: DrugTest, now: datetime) -> CareTask | None:
    """The primary counselor's, once an episode; due while the window of the test is open.

    None when nobody carries the client.
    """
    rows = TeamMembership.objects.for_actor(PANELS, Purpose.INTERNAL_CARE)
    primary = rows.filter(client_id=test.client_id, is_primary=True, ends_at=None).first()
    if primary is None:
        return None
    clients = Client.objects.for_actor(PANELS, Purpose.INTERNAL_CARE)
    return open_duty(
        actor=PANELS,
        client=clients.get(pk=test.client_id),
        kind=KIND,
        urgency=CareTask.Urgency.SAME_DAY,
        owner_id=primary.worker_id,
        due_at=max(test.due_at, now + timedelta(hours=1)),
        origin=f"drugtests:panel:{test.episode_id}",
        detail={},
        now=now,
    )


def panel_is_set(actor: Actor, client_id: UUID, now: datetime) -> None:
    """Whoever set the panel has done what was asked."""
    rows = CareTask.objects.for_actor(PANELS, Purpose.INTERNAL_CARE)
    waiting = rows.filter(client_id=client_id, kind=KIND, closed_at=None)
    for task in waiting.select_for_update(of=("self",)):
        by = actor.worker_id or task.owner_id
        task.change(closed_at=now, closed_by_id=by, disposition=SET)
        audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason=SET)
        announce(DutyClosed(task.pk, task.client_id, task.kind, task.origin, SET, now))


def _is_set(task: CareTask, actor: Actor) -> str:
    rows = Panel.objects.for_actor(PANELS, Purpose.INTERNAL_CARE)
    found = rows.filter(client_id=task.client_id, ended_at=None)
    return "" if found.exists() else "panel_not_set"


def register() -> None:
    """Tell the tasks room what this duty is and what ends it."""
    kinds.register(SET_PANEL)
    proofs.register(KIND, SET, _is_set)
