"""Keeping one round of the medical gate questions, and doing at once what the gates ask."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.admissions.actions.assessment import NoClientYet
from homeward.admissions.actions.reaching import inquiry_to_write
from homeward.admissions.carrying import facts_of_gates
from homeward.admissions.gating import (
    ASKED,
    MEASURED,
    do_what_gates_ask,
    gate_case,
    gate_numbers,
)
from homeward.admissions.models import Inquiry, MedicalScreening
from homeward.admissions.rules.gates import gates
from homeward.admissions.rules.pipeline import is_ended
from homeward.assessments.actions import carry_over
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches

LIMITS = {
    "pulse": (20, 250),
    "systolic": (40, 300),
    "temperature_f": (85, 115),
    "oxygen": (40, 100),
}

WRITTEN_AS = (RecordClass.ASSESSMENT, RecordClass.MEDICAL)


class ScreeningUnreadable(Refusal):
    """A drink in the future, or a vital sign no living person has; the codes name the fields."""


class ScreeningEmpty(Refusal):
    """Not one question was asked."""


@action
def screen_medically(
    *,
    actor: Actor,
    inquiry_id: UUID,
    now: datetime,
    last_drink_at: datetime | None = None,
    drank_or_sedatives_recently: bool | None = None,
    intoxicated: bool | None = None,
    seizure_or_delirium_history: bool | None = None,
    daily_benzodiazepine: bool | None = None,
    confusion_or_seizure_now: bool | None = None,
    pregnant: bool | None = None,
    opioid_use: bool | None = None,
    abnormal_vitals: bool | None = None,
    pulse: int | None = None,
    systolic: int | None = None,
    temperature_f: Decimal | None = None,
    oxygen: int | None = None,
    note: str = "",
) -> MedicalScreening:
    """Keep the answers as told; None is "not asked". Holds open in the same transaction."""
    inquiry = _inquiry(actor, inquiry_id)
    if inquiry.client_id is None or is_ended(inquiry.state):
        raise NoClientYet
    given: dict[str, Any] = {
        name: value for name, value in locals().items() if name in (*ASKED, *MEASURED)
    }
    if all(value is None for value in given.values()):
        raise ScreeningEmpty
    problems = [
        f"{name}_out_of_range"
        for name, (least, most) in LIMITS.items()
        if given[name] is not None and not least <= given[name] <= most
    ]
    if last_drink_at is not None and last_drink_at > now:
        problems.append("last_drink_in_future")
    if problems:
        raise ScreeningUnreadable(*problems)
    service = Actor.of_service("gates")
    client = (
        Client.objects.for_actor(service, Purpose.TREATMENT)
        .select_related("site")
        .get(pk=inquiry.client_id)
    )
    row = MedicalScreening(
        client=client,
        site_id=client.site_id,
        inquiry=inquiry,
        at=now,
        by_id=actor.worker_id,
        note=note.strip()[:2000],
        **given,
    )
    case = gate_case(client, row, now, since=inquiry.first_request_at)
    decision = gates(case, gate_numbers(inquiry.program, now))
    row.outcome = decision.outcome
    row.decision = decision.to_json()
    row.save()
    # Within what the actor may write as an assessment or as a nursing observation, or nothing.
    if not any(reaches(actor, client, each, Access.WRITE) for each in WRITTEN_AS):
        raise MedicalScreening.DoesNotExist
    audit.record(
        "admissions.screening.kept", actor=actor, subject=row, at=now, reason=decision.outcome
    )
    # The house carries: a nurse writes observations and no assessment, and is named in each fact.
    carry_over(actor=service, client=client, facts=facts_of_gates(row), now=now)
    do_what_gates_ask(decision, actor=actor, client=client, inquiry=inquiry, now=now, screening=row)
    return row


def _inquiry(actor: Actor, inquiry_id: UUID) -> Inquiry:
    """The inquiry, locked; medical staff reach it through the client and not through the desk."""
    if may(actor.roles, RecordClass.INQUIRIES, Access.WRITE):
        return inquiry_to_write(actor, inquiry_id)
    return inquiry_to_write(Actor.of_service("gates"), inquiry_id)
