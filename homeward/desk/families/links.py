"""From a duty of this room to the page of what it is about."""

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.families import duties
from homeward.kernel.records import RecordClass
from homeward.tasks.models import CareTask

ROUTES = {duties.WORD: "desk:family_word", duties.ASK: "desk:family_ask"}


def told_by_family(actor: Actor, task: CareTask) -> Act | None:
    """Where the word or the ask behind a duty is read; None for another duty, or out of reach."""
    route, row = ROUTES.get(task.detail.get("family", "")), task.detail.get("row")
    if route is None or not row or not may(actor.roles, RecordClass.MESSAGES, Access.WRITE):
        return None
    return Act(_("What was told"), reverse(route, args=[row]), "primary")
