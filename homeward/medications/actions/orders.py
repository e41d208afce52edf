"""Orders and their signatures; a physician's statement that this care is needed."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.admissions.queries import open_episode_of
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.medications.duties import CERTIFY, SIGN_ORDER, end_duties, open_medical_duty
from homeward.medications.models import Certification, MedicalOrder, Medication
from homeward.medications.reaching import SERVICE, client_for, local_day, program_of
from homeward.medications.rights import permit, prescribes
from homeward.program.queries import numbers_for
from homeward.staff.models import RoleGrant

KINDS = ("start", "change", "stop", "observe", "withdrawal", "laboratory", "other")
# What a physician certifies for intensive outpatient care: 42 CFR 424.24, handbook 3.10.
STATEMENTS = ("under_physician", "needs_nine_hours", "disorder_interferes", "can_take_part")


class OrderIncomplete(Refusal):
    """An order says what, by whom, and a spoken one that it was read back."""


class OrderAlreadySigned(Refusal):
    """The order has its signature."""


class OrderOfAnother(Refusal):
    """Only who gave the order signs it."""


class CertificationIncomplete(Refusal):
    """All four statements are made, or there is no certification."""


class NoEpisodeToCertify(Refusal):
    """The client is not in the program now."""


@action
def write_order(
    *,
    actor: Actor,
    client_id: UUID,
    kind: str,
    body: str,
    ordered_by_id: UUID,
    now: datetime,
    way: str = "written",
    was_read_back: bool = False,
    medication_id: UUID | None = None,
) -> MedicalOrder:
    """Write down an order. The prescriber's own is signed at once; a spoken one waits for it.

    Raises OrderIncomplete; a spoken order opens a duty for its prescriber's signature.
    """
    client = client_for(actor, client_id)
    is_own = actor.worker_id == ordered_by_id and prescribes(actor)
    today = local_day(now, client.site)
    wrong = {
        "order_kind_unknown": kind not in KINDS,
        "order_body_missing": len(body.strip()) < 3,
        "order_way_unknown": way not in MedicalOrder.Way.values,
        "order_not_read_back": way == MedicalOrder.Way.SPOKEN and not was_read_back,
        "order_prescriber_unknown": not is_own and not _is_prescriber(ordered_by_id, today),
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise OrderIncomplete(*codes)
    medication = None
    if medication_id is not None:
        rows = Medication.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        medication = rows.get(pk=medication_id, client_id=client.pk)
    hours = int(numbers_for(program_of(client.pk), today)["order_signature_hours"])
    order = MedicalOrder.objects.create(
        client=client,
        site_id=client.site_id,
        kind=kind,
        body=body.strip()[:2000],
        medication=medication,
        way=way,
        was_read_back=was_read_back,
        ordered_by_id=ordered_by_id,
        taken_by_id=actor.worker_id,
        at=now,
        sign_due_at=now if is_own else now + timedelta(hours=hours),
        signed_at=now if is_own else None,
        signed_by_id=actor.worker_id if is_own else None,
    )
    audit.record("medications.order.written", actor=actor, subject=order, at=now, reason=kind)
    if not is_own:
        open_medical_duty(
            actor=actor,
            client=client,
            kind=SIGN_ORDER,
            origin=f"medications:order:{order.pk}",
            due_at=order.sign_due_at,
            owner_id=ordered_by_id,
            detail={"order": str(order.pk)},
            now=now,
        )
    return order


@action
def sign_order(
    *, actor: Actor, order_id: UUID, now: datetime, expected_version: int | None = None
) -> MedicalOrder:
    """The prescriber signs what was taken from their mouth. Raises OrderOfAnother."""
    permit(prescribes(actor))
    rows = MedicalOrder.objects.for_actor(actor, Purpose.TREATMENT, to=Access.SIGN)
    order: MedicalOrder = rows.select_for_update(of=("self",)).get(pk=order_id)
    expect_version(order, expected_version)
    if order.signed_at is not None:
        raise OrderAlreadySigned("order_already_signed")
    if actor.worker_id != order.ordered_by_id:
        raise OrderOfAnother("order_of_another")
    order.change(signed_at=now, signed_by_id=actor.worker_id)
    audit.record("medications.order.signed", actor=actor, subject=order, at=now)
    end_duties(
        actor=actor, client_id=order.client_id, kind=SIGN_ORDER, disposition="signed", now=now,
        order=str(order.pk),
    )  # fmt: skip
    return order


@action
def certify(
    *, actor: Actor, client_id: UUID, statements: Collection[str], now: datetime
) -> Certification:
    """A physician states, in four sentences and signed, that this care is needed; dated today."""
    permit(prescribes(actor))
    client = client_for(actor, client_id, to=Access.SIGN)
    if not set(STATEMENTS) <= set(statements):
        raise CertificationIncomplete("certification_incomplete")
    episode = open_episode_of(SERVICE, client)
    if episode is None:
        raise NoEpisodeToCertify("certification_no_episode")
    if actor.worker_id is None:
        raise NotAllowed
    made = Certification.objects.create(
        client=client,
        site_id=client.site_id,
        episode=episode,
        statements=list(STATEMENTS),
        on=local_day(now, client.site),
        at=now,
        by_id=actor.worker_id,
    )
    audit.record("medications.need.certified", actor=actor, subject=made, at=now)
    end_duties(actor=actor, client_id=client.pk, kind=CERTIFY, disposition="certified", now=now)
    return made


def _is_prescriber(worker_id: UUID, on: object) -> bool:
    rows = RoleGrant.objects.filter(worker_id=worker_id, role=Role.PHYSICIAN, starts_on__lte=on)
    return rows.exclude(ends_on__lte=on).exists()
