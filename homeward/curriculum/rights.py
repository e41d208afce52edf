"""Who may write materials, and who may put a wording into use."""

from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.roles import Role

WRITERS = (
    Role.DIRECTOR, Role.SUPERVISOR, Role.COUNSELOR, Role.FAMILY_COUNSELOR, Role.PSYCHOLOGIST,
)  # fmt: skip
PUBLISHERS = (Role.DIRECTOR, Role.SUPERVISOR)


def may_write(actor: Actor) -> bool:
    """Whether the actor may write drafts: those who lead groups, and those who answer for them."""
    return actor.kind == SERVICE or actor.has_role(*WRITERS)


def may_publish(actor: Actor) -> bool:
    """Whether the actor may put a wording into use."""
    return actor.kind == SERVICE or actor.has_role(*PUBLISHERS)


def permit(allowed: bool) -> None:
    """Raise NotAllowed for a no."""
    if not allowed:
        raise NotAllowed
