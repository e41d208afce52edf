"""The specimen goes to the laboratory under an order number of its own."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.drugtests.dispute_duty import SENT, looked_at
from homeward.drugtests.how_often import confirmations_stand
from homeward.drugtests.models import DrugTest, Laboratory, LabOrder
from homeward.drugtests.queries import unconfirmed
from homeward.drugtests.reaching import local_day, locked_test, require_judgement
from homeward.drugtests.rules.analytes import is_within
from homeward.drugtests.rules.ceilings import BEYOND
from homeward.kernel.purposes import Purpose

State = DrugTest.State
Kind = LabOrder.Kind
SHORTEST_NEED = 10
RESULTED = (State.RESULTED, State.REVIEWED, State.DISCUSSED)
# Letters and digits that nobody mistakes for one another, on a label or by telephone.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 8


class NoLaboratory(Refusal):
    """No laboratory is set up that takes specimens, or not that one."""


class LaboratoryMayNot(Refusal):
    """Its CLIA certificate has ended, or it does not test for what is that; the codes say which."""


class BeyondCeiling(Refusal):
    """More than payers usually pay for: say in a sentence why this person needs it now."""


class AlreadySent(Refusal):
    """The laboratory has an open order for this specimen."""


class NothingToConfirm(Refusal):
    """There is no unconfirmed reading that a laboratory could confirm."""


@action
def send_test(
    *,
    actor: Actor,
    test_id: UUID,
    now: datetime,
    laboratory_id: UUID | None = None,
    expected_version: int | None = None,
) -> DrugTest:
    """Say that a specimen is on its way, for the whole panel.

    Without `laboratory_id` it goes to the only laboratory there is. Raises NoLaboratory,
    NotInThatState, StaleVersion.
    """
    test = locked_test(actor, test_id, states=(State.COLLECTED,), expected_version=expected_version)
    order = _order(test, Kind.SCREEN, test.panel, laboratory_id, actor, now)
    test.change(state=State.SENT)
    audit.record(
        "drugtests.test.sent", actor=actor, subject=test, at=now, reason=f"order {order.number}"
    )
    return test


@action
def ask_confirmation(
    *,
    actor: Actor,
    test_id: UUID,
    analytes: Sequence[str],
    now: datetime,
    laboratory_id: UUID | None = None,
    beyond_need: str = "",
    expected_version: int | None = None,
) -> DrugTest:
    """Send the same specimen for a definitive test of what was read as positive.

    Until it comes back the reading stays "not confirmed". `beyond_need` says why, where it is more
    than payers usually pay for. Raises NothingToConfirm, BeyondCeiling, AlreadySent, NoLaboratory,
    LaboratoryMayNot, NotAllowed, NotInThatState, StaleVersion.
    """
    require_judgement(actor)
    test = locked_test(actor, test_id, states=RESULTED, expected_version=expected_version)
    open_ones = [each for each in analytes if each in unconfirmed(test)]
    if not open_ones:
        raise NothingToConfirm
    is_beyond = confirmations_stand(test, now).outcome == BEYOND
    if is_beyond and len(beyond_need.strip()) < SHORTEST_NEED:
        raise BeyondCeiling("beyond_ceiling")
    order = _order(test, Kind.CONFIRMATION, open_ones, laboratory_id, actor, now,
                   beyond_need if is_beyond else "")  # fmt: skip
    test.change(unconfirmed_reason="")
    audit.record(
        "drugtests.test.confirmation_asked", actor=actor, subject=test, at=now,
        reason=f"order {order.number}",
    )  # fmt: skip
    looked_at(actor, test.pk, SENT, now)
    return test


def _order(
    test: DrugTest, kind: str, analytes: Sequence[str], laboratory_id: UUID | None,
    actor: Actor, now: datetime, beyond_need: str = "",
) -> LabOrder:  # fmt: skip
    rows = Laboratory.objects.filter(is_active=True).order_by("name")
    if laboratory_id is not None:
        rows = rows.filter(pk=laboratory_id)
    laboratory = rows.first()
    if laboratory is None:
        raise NoLaboratory
    _expect_it_may(laboratory, analytes, local_day(now, test.site))
    mine = LabOrder.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    if mine.filter(test=test, kind=kind, closed_at=None).exists():
        raise AlreadySent
    return LabOrder.objects.create(
        client_id=test.client_id,
        site_id=test.site_id,
        test=test,
        laboratory=laboratory,
        number="HW" + "".join(secrets.choice(LETTERS) for _ in range(LENGTH)),
        kind=kind,
        analytes=list(analytes),
        sent_at=now,
        sent_by_id=actor.worker_id,
        beyond_need=beyond_need.strip()[:200],
    )


def _expect_it_may(laboratory: Laboratory, analytes: Sequence[str], on: date) -> None:
    """Its certificate, where one is on record, holds that day; it tests for all that is asked."""
    problems = []
    if laboratory.clia_ends_on is not None and laboratory.clia_ends_on < on:
        problems.append("laboratory_certificate_ended")
    tests_for = set(laboratory.analytes)
    if tests_for and not all(is_within(analyte, tests_for) for analyte in analytes):
        problems.append("laboratory_tests_it_not")
    if problems:
        raise LaboratoryMayNot(*problems)
