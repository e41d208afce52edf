"""Every fourteen days of intensive care, why this level goes on."""

from __future__ import annotations

from datetime import date, timedelta

from .events import PlanReviewed
from .objectives import states_on
from .reviews import VIEWS, attendance_share
from .world import Client, World

DAYS = 14
WHY = (
    "Two objectives are open and moving; evenings at home are still the hardest hours, and four "
    "days a week here hold them.",
    "Comes steadily and uses what is practised, but urges after work are strong; less time here "
    "would come too soon.",
    "Sleep and mood are better than two weeks ago. The prevention plan is half written; finishing "
    "it here is the next step.",
    "The household is calmer and family sessions have begun; trust is not there yet, and daily "
    "structure keeps the gain.",
    "Works at the objectives and asks for help early. Testing and groups on program days remain "
    "what keeps the week safe.",
)


def justify_stay(world: World, client: Client, day: date) -> None:
    """On a day the client is there, a little before it is due; nobody writes it for the absent."""
    if client.stay_due is None or client.gone or client.last_contact != day:
        return
    chance = client.chance.at("stay", client.stay_due)
    if day < client.stay_due - timedelta(days=chance.between("early", -1, 4)):
        return
    assert client.review_due is not None
    if client.script.no_review_before and day < client.script.no_review_before:
        return
    states = states_on(world, client, day)
    met = sum(state == "met" for _, state in states)
    client.stay_due = day + timedelta(days=DAYS)
    end = max(slot.ends for slot in world.slots_on(client, day))
    world.say(
        PlanReviewed(
            at=world.at(client.site, day, min(end + 18, 23 * 60 + 10)),
            person=client.key,
            by=client.counselor,
            objective_states=states,
            client_view=chance.one_of("view", VIEWS),
            summary=f"{met} of {len(states)} objectives met; "
            f"attended {attendance_share(client, day):.0%} of planned time in four weeks.",
            next_due_on=client.review_due,
            kind="continued_stay",
            stay_words=chance.one_of("why", WHY),
            stay_next_due_on=client.stay_due,
        )
    )
