"""Who gives, holds and orders; who watches and counts; who signs.

The access matrix lets a technician see a minimal slice of the medical record. What a technician
may write of it is exactly one thing: what they watched (handbook 7.5).
"""

from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.roles import Role

NURSING = (Role.NURSE, Role.PHYSICIAN)
WATCHING = (*NURSING, Role.TECHNICIAN)


def is_nursing(actor: Actor) -> bool:
    """Whether the actor may give, hold and waste: nurses and prescribers."""
    return actor.kind == SERVICE or actor.has_role(*NURSING)


def watches_doses(actor: Actor) -> bool:
    """Whether the actor reminds, watches, counts and records."""
    return actor.kind == SERVICE or actor.has_role(*WATCHING)


def prescribes(actor: Actor) -> bool:
    """Whether the actor's signature makes an order or a statement of need."""
    return actor.kind == SERVICE or actor.has_role(Role.PHYSICIAN)


def permit(allowed: bool) -> None:
    """Raise NotAllowed for a no."""
    if not allowed:
        raise NotAllowed
