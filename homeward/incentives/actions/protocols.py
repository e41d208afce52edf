"""Writing a version of a protocol, adopting it with its sources, and ending it."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.drugtests.rules.analytes import WINDOW_DAYS
from homeward.incentives.models import Protocol
from homeward.incentives.rules.counting import UNCONFIRMED, WAITS
from homeward.incentives.rules.shipped import CAP_SOURCE
from homeward.incentives.rules.terms import Terms, faults_of
from homeward.kernel.roles import Duty


class ProtocolUnclear(Refusal):
    """Something of the schedule is missing or does not fit together."""


class NotNow(Refusal):
    """It was adopted, or has ended, before."""


@action
def write_protocol(
    *,
    actor: Actor,
    program_id: UUID,
    name: str,
    target: str,
    terms: Terms,
    starts_on: date,
    source_title: str,
    cap_source: str,
    now: datetime,
    substances: Collection[str] = (),
    unconfirmed: str = WAITS,
) -> Protocol:
    """A version nobody adopted yet. Raises ProtocolUnclear with every code that does not hold."""
    _adopter(actor, program_id)
    named = " ".join(name.split())[:80]
    is_test = target == Protocol.Target.TEST
    wrong = {
        "protocol_name": not named,
        "protocol_target": target not in Protocol.Target.values or unconfirmed not in UNCONFIRMED,
        "protocol_substances": is_test and not (substances and set(substances) <= set(WINDOW_DAYS)),
        "protocol_source": not source_title.strip() or not cap_source.strip(),
    }
    codes = [code for code, is_wrong in wrong.items() if is_wrong] + list(faults_of(terms))
    if codes:
        raise ProtocolUnclear(*codes)
    rows = Protocol.objects.filter(program_id=program_id, name=named, starts_on=starts_on)
    if rows.exists():
        raise NotNow("protocol_exists")
    made = Protocol.objects.create(
        program_id=program_id, name=named, kind=terms.kind, target=target,
        substances=sorted(substances) if is_test else [], unconfirmed=unconfirmed,
        terms=terms.to_json(), source_title=source_title.strip()[:200],
        cap_source=cap_source.strip()[:200], starts_on=starts_on, written_at=now,
        written_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("incentives.protocol.written", actor=actor, subject=made, at=now)
    return made


@action
def adopt_protocol(
    *, actor: Actor, protocol_id: UUID, now: datetime, expected_version: int | None = None
) -> Protocol:
    """From now on it holds, with its source and its caps; one at a time in a program.

    Raises NotNow, StaleVersion; ProtocolUnclear while the caps are still the form's own beginning
    and not the rule of whoever pays.
    """
    row = _locked(actor, protocol_id, expected_version)
    if row.adopted_at is not None:
        raise NotNow("protocol_adopted")
    others = Protocol.objects.filter(
        program_id=row.program_id, adopted_at__isnull=False, ended_at=None
    )
    if others.exists():
        raise NotNow("one_in_force")
    if row.cap_source == CAP_SOURCE:
        raise ProtocolUnclear("caps_unsourced")
    row.change(adopted_at=now, adopted_by_id=actor.worker_id)
    audit.record("incentives.protocol.adopted", actor=actor, subject=row, at=now)
    return row


@action
def end_protocol(
    *, actor: Actor, protocol_id: UUID, now: datetime, expected_version: int | None = None
) -> Protocol:
    """Nothing is earned under it any more, its courses are over; what is owed stays owed."""
    row = _locked(actor, protocol_id, expected_version)
    if row.adopted_at is None:
        raise NotNow("protocol_unadopted")
    if row.ended_at is not None:
        raise NotNow("protocol_not_on")
    row.change(ended_at=now, ended_by_id=actor.worker_id)
    audit.record("incentives.protocol.ended", actor=actor, subject=row, at=now)
    return row


def _adopter(actor: Actor, program_id: UUID) -> None:
    programs = {grant.program_id for grant in actor.grants}
    if Duty.ADOPT_NUMBERS not in actor.duties or not programs & {None, program_id}:
        raise NotAllowed("no_duty_to_adopt")


def _locked(actor: Actor, protocol_id: UUID, expected_version: int | None) -> Protocol:
    # Every version of a program is taken at once: two are never adopted side by side.
    program = Protocol.objects.values_list("program_id", flat=True).get(pk=protocol_id)
    _adopter(actor, program)
    rows: Any = Protocol.objects.select_for_update().filter(program_id=program).order_by("pk")
    row: Protocol = next(each for each in rows if each.pk == protocol_id)
    expect_version(row, expected_version)
    return row
