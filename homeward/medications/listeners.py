"""Admission asks for a reconciliation; a reading of a withdrawal scale sets the next one's time."""

from homeward.admissions.facts import ClientAdmitted
from homeward.core.facts import listens_to
from homeward.instruments.facts import InstrumentAnswered
from homeward.instruments.models import Response
from homeward.kernel.purposes import Purpose
from homeward.medications.duties import (
    READ_SCALE,
    end_duties,
    open_medical_duty,
    open_reconciliation,
)
from homeward.medications.models import WithdrawalWatch
from homeward.medications.reaching import SERVICE
from homeward.medications.rules.withdrawal import SCALES
from homeward.medications.watching import flowsheet_of


@listens_to(ClientAdmitted)
def reconcile_at_admission(fact: ClientAdmitted) -> None:
    """Whoever comes into care has their medicines gone through."""
    open_reconciliation(
        actor=fact.actor,
        client_id=fact.client_id,
        moment="admission",
        origin=str(fact.episode_id),
        now=fact.at,
    )


@listens_to(InstrumentAnswered)
def set_next_reading(fact: InstrumentAnswered) -> None:
    """The duty of this reading ends, and that of the next one opens, due by the score."""
    if fact.instrument not in SCALES:
        return
    watches = WithdrawalWatch.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    watch = (
        watches.filter(client_id=fact.client_id, scale=fact.instrument, ended_at=None)
        .select_related("client__site", "site")
        .first()
    )
    if watch is None:
        return
    end_duties(
        actor=fact.actor, client_id=fact.client_id, kind=READ_SCALE, disposition="taken",
        now=fact.at, watch=str(watch.pk),
    )  # fmt: skip
    readings = Response.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        client_id=fact.client_id, instrument=fact.instrument, is_handed_in=True,
        answered_at__gte=watch.started_at,
    )  # fmt: skip
    sheet = flowsheet_of(watch, list(readings.order_by("answered_at")), fact.at)
    open_medical_duty(
        actor=fact.actor,
        client=watch.client,
        kind=READ_SCALE,
        origin=f"medications:watch:{watch.pk}:{fact.response_id}",
        due_at=sheet.next_at,
        owner_id=fact.actor.worker_id,
        detail={"watch": str(watch.pk), "scale": watch.scale},
        now=fact.at,
    )
