"""Reads about answered questionnaires."""

from homeward.core.actors import Actor
from homeward.instruments.models import Response
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


def latest_responses(actor: Actor, client: Client) -> dict[str, Response]:
    """The newest save of each instrument, finished or not, by instrument."""
    rows = Response.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    newest = rows.order_by("instrument", "-answered_at", "-created_at").distinct("instrument")
    return {row.instrument: row for row in newest.select_related("taken_by")}


def latest_response(actor: Actor, client: Client, instrument: str) -> Response | None:
    """The newest save of one instrument, finished or not."""
    rows = Response.objects.for_actor(actor, Purpose.TREATMENT)
    return (
        rows.filter(client_id=client.pk, instrument=instrument)
        .order_by("-answered_at", "-created_at")
        .first()
    )


def course_of(actor: Actor, client: Client, instrument: str, limit: int = 60) -> list[Response]:
    """Finished answers to one instrument over time, oldest first."""
    rows = Response.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=client.pk, instrument=instrument, is_handed_in=True
    )
    return list(reversed(rows.order_by("-answered_at")[:limit]))
