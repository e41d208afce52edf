"""Reads about who pays."""

from homeward.core.actors import Actor
from homeward.coverage.models import BenefitsCheck, Payer
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


def payers() -> list[Payer]:
    """Every payer that is set up, by name."""
    return list(Payer.objects.order_by("name"))


def latest_check(actor: Actor, client: Client) -> BenefitsCheck | None:
    """What a payer said last about this client."""
    rows = BenefitsCheck.objects.for_actor(actor, Purpose.PAYMENT).filter(client_id=client.pk)
    return rows.select_related("coverage", "coverage__payer").order_by("-at").first()
