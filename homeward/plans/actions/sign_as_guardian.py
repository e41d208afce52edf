"""A guardian or a minor's parent signs the plan with their own account, on their own phone."""

from datetime import datetime
from uuid import UUID

from homeward.consents.rules.signing import is_same_name
from homeward.core.actions import action
from homeward.core.actors import FAMILY, Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.plans.actions.sign_plan import NameOfAnother, put_under
from homeward.plans.models import Plan, PlanSignature
from homeward.plans.signatories import right_of

SERVICE = Actor.of_service("plans.guardian")


@action
def sign_as_guardian(
    *,
    actor: Actor,
    plan_id: UUID,
    signer_name: str,
    now: datetime,
    expected_version: int | None = None,
) -> PlanSignature:
    """Put the guardian's signature under the plan of the client they sign for.

    Raises Plan.DoesNotExist for everybody whose right to sign is not in force, NameOfAnother for
    a name that is not their own, and what `sign_plan` raises.
    """
    if actor.kind != FAMILY:
        raise NotAllowed
    rows = Plan.objects.for_actor(SERVICE, Purpose.TREATMENT).select_for_update(of=("self",))
    plan: Plan = rows.get(pk=plan_id)
    clients = Client.objects.for_actor(SERVICE, Purpose.TREATMENT).select_related("site")
    right = right_of(actor, clients.get(pk=plan.client_id), now)
    if right is None:
        raise Plan.DoesNotExist
    if not is_same_name(signer_name, (right.contact.name,)):
        raise NameOfAnother
    return put_under(
        actor, plan, PlanSignature.Meaning.GUARDIAN, now, typed=signer_name, why="",
        expected_version=expected_version,
    )  # fmt: skip
