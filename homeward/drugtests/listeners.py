"""A test nobody can give is asked of nobody."""

from homeward.core.actors import Actor
from homeward.core.facts import listens_to
from homeward.drugtests.actions.end_test import end_test
from homeward.drugtests.models import DrugTest
from homeward.kernel.purposes import Purpose
from homeward.people.facts import ContactStopped

State = DrugTest.State
ENDING = Actor.of_service("drugtests.stops")
# Says no more than it must: who collects reads it.
REASON = "not asked for while contact is stopped"


@listens_to(ContactStopped)
def cancel_waiting_tests(fact: ContactStopped) -> None:
    """Tests that were ordered and not given are cancelled by the program itself, never missed."""
    rows = DrugTest.objects.for_actor(ENDING, Purpose.OPERATIONS).filter(
        client_id=fact.client_id, state__in=(State.ORDERED, State.NOTIFIED)
    )
    for test in list(rows.order_by("pk")):
        end_test(actor=ENDING, test_id=test.pk, state=State.CANCELLED, reason=REASON, now=fact.at)
