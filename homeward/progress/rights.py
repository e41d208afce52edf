"""Who may end somebody's care and sign for the whole team."""

from typing import Any

from homeward.core.access import Access, cells
from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.records import RecordClass
from homeward.people.queries import reaches


def may_discharge(actor: Actor) -> bool:
    """Whether the actor signs for a whole team's client, not only notes of their own."""
    return actor.kind == SERVICE or any(
        Access.SIGN in cell.verbs and cell.relation != "author"
        for role in actor.roles
        for cell in cells(role, RecordClass.NOTES)
    )


def may_sign_for(actor: Actor, client: Any) -> bool:
    """Whether the actor signs for the team of this very client.

    One right over the class of record and another over the client's days do not add up to it.
    """
    if actor.kind == SERVICE:
        return True
    return may_discharge(actor) and reaches(actor, client, RecordClass.NOTES, to=Access.SIGN)


def expect_signer_for(actor: Actor, client: Any) -> None:
    """Raises NotAllowed unless the actor signs for this client's team."""
    if not may_sign_for(actor, client):
        raise NotAllowed("not_for_this_role")
