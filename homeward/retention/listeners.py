"""Contact ends a ladder at once; so does whatever stops all outreach."""

from homeward.attendance.facts import ClientArrived
from homeward.core.facts import listens_to
from homeward.instruments.facts import CheckedIn
from homeward.people.facts import ContactStopped
from homeward.people.stops import REASON
from homeward.progress.facts import ClientDischarged
from homeward.progress.outreach import in_danger
from homeward.retention.deciding import end_discharge_cards
from homeward.retention.ladder import ENDED, stop_for
from homeward.retention.looking import withdraw_of_client


@listens_to(ClientArrived)
def end_when_they_come(fact: ClientArrived) -> None:
    """They are here."""
    stop_for(fact.client_id, "came", fact.actor, fact.at)


@listens_to(CheckedIn)
def end_when_they_check_in(fact: CheckedIn) -> None:
    """They wrote from their phone; in danger a clinician still has to hear from them."""
    if in_danger([fact.client_id], fact.at):
        return
    stop_for(fact.client_id, "checked_in", fact.actor, fact.at)


@listens_to(ContactStopped)
def end_when_contact_stops(fact: ContactStopped) -> None:
    """Somebody died, is in hospital or in jail: nobody calls, and nothing is asked of anybody."""
    stop_for(fact.client_id, REASON, fact.actor, fact.at)
    withdraw_of_client(fact.client_id, REASON, fact.actor, fact.at)


@listens_to(ClientDischarged)
def end_with_the_episode(fact: ClientDischarged) -> None:
    """The team decided."""
    end_discharge_cards(fact.client_id, fact.actor, fact.at)
    stop_for(fact.client_id, ENDED, fact.actor, fact.at)
    withdraw_of_client(fact.client_id, ENDED, fact.actor, fact.at)
