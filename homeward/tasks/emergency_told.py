"""Something was shared in a medical emergency: the privacy officers are told and look at it."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from homeward.consents.facts import EmergencyDisclosed
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.facts import listens_to
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Duty
from homeward.people.models import Client
from homeward.staff.queries import workers_with_duty
from homeward.tasks import kinds
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty

KIND = "emergency_disclosure"
SERVICE = Actor.of_service("emergency_disclosure")
DUE = timedelta(days=1)

kinds.register(
    kinds.DutyKind(
        KIND,
        _("Look at what was shared in a medical emergency"),
        (
            kinds.Disposition("in_order", _("In order")),
            kinds.Disposition("not_in_order", _("Not in order"), needs_note=True),
        ),
    )
)


@listens_to(EmergencyDisclosed)
def tell_privacy_officers(fact: EmergencyDisclosed) -> None:
    """One duty a privacy officer, opened in the same transaction."""
    client = Client.objects.for_actor(SERVICE, Purpose.OPERATIONS).get(pk=fact.client_id)
    officers = workers_with_duty(Duty.PRIVACY_OFFICER, local_day(fact.at)).values_list(
        "pk", flat=True
    )
    for officer in sorted(set(officers)):
        open_duty(
            actor=SERVICE,
            client=client,
            kind=KIND,
            urgency=CareTask.Urgency.SAME_DAY,
            owner_id=officer,
            due_at=fact.at + DUE,
            origin=f"emergency:{fact.record_id}:{officer}",
            detail={"record_id": str(fact.record_id)},
            now=fact.at,
        )
