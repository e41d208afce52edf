"""Who has to do with packs: those who may break the glass, at the sites where they work."""

from typing import Any
from uuid import UUID

from homeward.core.access import Access, may
from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.program.models import Site


def may_fetch(actor: Actor) -> bool:
    """A pack opens what broken glass opens, so the same named people may have it."""
    return actor.kind == SERVICE or Duty.BREAK_GLASS in actor.duties


def may_lock(actor: Actor) -> bool:
    """Whoever may fetch and also sets up the program chooses the passphrase."""
    return actor.kind == SERVICE or (
        may_fetch(actor) and may(actor.roles, RecordClass.SETUP, Access.WRITE)
    )


def sites_of(actor: Actor) -> Any:
    """The sites where the actor works; all of them for a role held everywhere."""
    rows = Site.objects.order_by("name")
    if actor.kind == SERVICE or any(grant.site_id is None for grant in actor.grants):
        return rows
    return rows.filter(pk__in=actor.site_ids)


def site_for(actor: Actor, site_id: UUID) -> Site:
    """One of the actor's sites; Site.DoesNotExist for any other."""
    found: Site = sites_of(actor).get(pk=site_id)
    return found


def permit(allowed: bool) -> None:
    """Raise NotAllowed for a no."""
    if not allowed:
        raise NotAllowed
