"""From a duty about a message to its conversation."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.kernel.records import RecordClass
from homeward.tasks.models import CareTask

ROUTES = {"client": "desk:conversation", "outside": "desk:outside_conversation"}


def behind_a_message(actor: Actor, task: CareTask) -> Act | None:
    """Where the message behind a duty is read; None for another duty, or out of reach."""
    route, pk = ROUTES.get(task.detail.get("side", "")), task.detail.get("conversation")
    if route is None or not pk or not may(actor.roles, RecordClass.MESSAGES, Access.READ):
        return None
    return Act(_("The message"), reverse(route, args=[UUID(pk)]), "primary")
