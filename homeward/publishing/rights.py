"""Who may write the public words, and who may let them out."""

from homeward.core.access import Access, may
from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.records import RecordClass


def permit(actor: Actor, access: Access) -> None:
    """Raise NotAllowed unless the actor may do this with the public words."""
    if actor.kind != SERVICE and not may(actor.roles, RecordClass.PUBLIC, access):
        raise NotAllowed


def may_publish(actor: Actor) -> bool:
    """Whether the actor may let words out to the public."""
    return may(actor.roles, RecordClass.PUBLIC, Access.APPROVE)


def may_write(actor: Actor) -> bool:
    """Whether the actor may write drafts and prepare answers."""
    return may(actor.roles, RecordClass.PUBLIC, Access.WRITE)
