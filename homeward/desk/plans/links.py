"""Where the parts of a plan can be read, for evidence and for pages of other rooms."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from homeward.core import evidence_links


def thread_url(client_id: Any, **asked: Any) -> str:
    """The thread of a client, at the step or row asked for: `objective`, `note`, `review`."""
    address = reverse("desk:chart_thread", args=[client_id])
    given = {name: str(value) for name, value in asked.items() if value}
    return f"{address}?{urlencode(given)}" if given else address


def anchor_of(number: str) -> str:
    """The place of a step on the plan and on its thread."""
    return f"objective-{number.replace('.', '-')}"


def objective_url(client_id: Any, number: str) -> str:
    """A step on the thread."""
    return f"{reverse('desk:chart_thread', args=[client_id])}#{anchor_of(number)}"


def _objective(ref: str) -> str:
    client_id, number = ref.split(":", 1)
    return objective_url(client_id, number)


def _rating(ref: str) -> str:
    placement_id, _dimension = ref.split(":", 1)
    return reverse("desk:placement_record", args=[placement_id])


def _tab(route: str) -> Any:
    return lambda ref: reverse(route, args=[ref])


evidence_links.register("plan_objective", _objective)
evidence_links.register("placement_rating", _rating)
evidence_links.register("chart_schedule", _tab("desk:chart_schedule"))
evidence_links.register("chart_notes", _tab("desk:chart_notes"))
evidence_links.register("drug_test", _tab("desk:drug_test"))
