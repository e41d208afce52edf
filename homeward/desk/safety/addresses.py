"""Where the crisis steps begin, from a record or from an answer that says danger."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.kernel.records import RecordClass
from homeward.tasks.models import CareTask

# What a duty that says danger most likely is.
LIKELY = {
    "safety": "suicide_risk",
    "check_in": "suicide_risk",
    "danger_page": "suicide_risk",
    "intoxicated_arrival": "leaving_impaired",
}


def crisis_url(client_id: UUID | None = None, path: str = "") -> str:
    """The four buttons, with whom it is about and the path that is likely on top."""
    parts = [f"client={client_id}" if client_id else "", f"path={path}" if path else ""]
    asked = "&".join(filter(None, parts))
    return reverse("desk:crisis") + (f"?{asked}" if asked else "")


def crisis_act(actor: Actor, task: CareTask) -> Act | None:
    """The crisis steps from an open duty about a danger, for whoever may go through them."""
    path = LIKELY.get(task.kind)
    if path is None or task.closed_at is not None:
        return None
    if not may(actor.roles, RecordClass.INCIDENTS, Access.WRITE):
        return None
    return Act(_("Crisis steps"), crisis_url(task.client_id, path), "danger")
