"""From a duty of this room to the page of what it follows."""

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.kernel.records import RecordClass
from homeward.linkage import duties
from homeward.tasks.models import CareTask

ROUTES: dict[str, tuple[str, tuple[str, ...]]] = {
    duties.NEED: ("desk:need", ()),
    duties.REFERRAL: ("desk:need_referral", ()),
    duties.TRANSFER: ("desk:transfer", ()),
    duties.VISIT: ("desk:visit_turn", ("settle",)),
    duties.WORK: ("desk:work_check", ()),
}


def followed_by(actor: Actor, task: CareTask) -> Act | None:
    """Where this duty is answered; None for a duty of another room, or out of reach."""
    found = ROUTES.get(task.kind)
    row = task.detail.get("row")
    if found is None or not row or not may(actor.roles, RecordClass.LINKAGE, Access.READ):
        return None
    route, rest = found
    return Act(_("What it follows"), reverse(route, args=[row, *rest]), "primary")
