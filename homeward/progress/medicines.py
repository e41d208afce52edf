"""Two moments at which medicines are gone through again, and what a test is to expect of them.

The rooms of medicines and of tests stand side by side; this one stands above both.
"""

from homeward.core.facts import listens_to
from homeward.drugtests import prescribed
from homeward.medications.duties import open_reconciliation
from homeward.medications.queries import expected_analytes
from homeward.progress.facts import ClientDischarged, SteppedDown

ASKS_NOBODY = ("deceased",)

prescribed.register(expected_analytes)


@listens_to(SteppedDown)
def reconcile_at_transfer(fact: SteppedDown) -> None:
    """Another level of care asks for the list to be gone through."""
    open_reconciliation(
        actor=fact.actor,
        client_id=fact.client_id,
        moment="transfer",
        origin=f"{fact.episode_id}:{fact.new_level}:{fact.from_day.isoformat()}",
        now=fact.at,
    )


@listens_to(ClientDischarged)
def reconcile_at_discharge(fact: ClientDischarged) -> None:
    """So does leaving, unless there is nobody left to ask."""
    if fact.type in ASKS_NOBODY:
        return
    open_reconciliation(
        actor=fact.actor,
        client_id=fact.client_id,
        moment="discharge",
        origin=str(fact.discharge_id),
        now=fact.at,
    )
