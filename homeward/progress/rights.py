"""Who may end somebody's care and sign for the whole team."""

from homeward.core.access import Access, cells
from homeward.core.actors import SERVICE, Actor
from homeward.kernel.records import RecordClass


def may_discharge(actor: Actor) -> bool:
    """Whether the actor signs for a whole team's client, not only notes of their own."""
    return actor.kind == SERVICE or any(
        Access.SIGN in cell.verbs and cell.relation != "author"
        for role in actor.roles
        for cell in cells(role, RecordClass.NOTES)
    )
