"""The questionnaires that are due at a check-up, for whoever may take them with the client."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.instruments.library import instrument
from homeward.instruments.rules.schedule import Standing
from homeward.kernel.records import RecordClass
from homeward.progress.measuring import due_for


def measures_due(actor: Actor, client: Any) -> tuple[Act, ...]:
    """One act a questionnaire that is due or overdue now; none for who may not write answers."""
    if not may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE):
        return ()
    due = due_for(actor, client, clock.today())
    return tuple(
        Act(
            _("Take %(name)s") % {"name": instrument(each.instrument).title},
            reverse("desk:questionnaire", args=[client.pk, each.instrument]),
        )
        for each in due
        if each.standing is not Standing.COMING
    )
