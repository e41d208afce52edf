"""What the weekly review may know of a prevention plan: that it stands, and whom it names."""

from collections.abc import Collection, Mapping
from uuid import UUID

from homeward.dayplans.models import PreventionPlan
from homeward.dayplans.reaching import SERVICE
from homeward.kernel.purposes import Purpose
from homeward.progress import own_plans
from homeward.progress.own_plans import OwnPlan


def plans_in_force(client_ids: Collection[UUID]) -> Mapping[UUID, OwnPlan]:
    """The plan each of these clients made theirs; a draft is none. One read."""
    rows = PreventionPlan.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        client_id__in=list(client_ids), state=PreventionPlan.State.ACTIVE
    )
    return {
        row.client_id: OwnPlan(
            row.signed_at,
            tuple((each["text"], each.get("phone", "")) for each in row.parts.get("people", ())),
        )
        for row in rows
    }


def register() -> None:
    """Name the source."""
    own_plans.register("dayplans", plans_in_force)
