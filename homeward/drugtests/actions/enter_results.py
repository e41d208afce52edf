"""What the cup or the laboratory says, analyte by analyte."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.drugtests.filing import FIRST, LATER, Filed, file_results, present_results
from homeward.drugtests.models import DrugTest, Kit, LabOrder
from homeward.drugtests.ordering import open_orders
from homeward.drugtests.reaching import local_day, locked_test, require_right_to_enter
from homeward.drugtests.reading_here import Bench
from homeward.drugtests.rules.analytes import DEFINITIVE, PRESUMPTIVE, Reading, is_within
from homeward.drugtests.rules.hl7.weighing import is_all_answered
from homeward.drugtests.rules.on_site import MAY
from homeward.kernel.reasons import State

TestState = DrugTest.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One analyte as read: the level and the laboratory's own cutoff where there are any."""

    analyte: str
    reading: str
    level: Decimal | None = None
    cutoff: Decimal | None = None
    unit: str = "ng/mL"
    is_prescribed: bool = False


class ResultsIncomplete(Refusal):
    """Every analyte of the panel is read, or said not to be tested; only a laboratory names others.

    The codes: `method`, `readings`, `analyte_twice`, `analyte_not_ordered`, `panel`.
    """


class ResultAlreadyEntered(Refusal):
    """A result is never overwritten; a laboratory confirms under its own method."""


class MayNotReadHere(Refusal):
    """No reading on site without a certificate, a kit in date and an individual order."""


@action
def enter_results(
    *,
    actor: Actor,
    test_id: UUID,
    method: str,
    readings: Sequence[Measured],
    now: datetime,
    kit_id: UUID | None = None,
    creatinine: Decimal | None = None,
    gravity: Decimal | None = None,
    ph: Decimal | None = None,
    nitrite: Decimal | None = None,
    has_foreign_substance: bool | None = None,
    is_called_invalid: bool = False,
    expected_version: int | None = None,
) -> DrugTest:
    """Enter the readings of one method, judge the specimen, and say so to whoever follows.

    `method` is presumptive or definitive. A specimen in hand is read on site, with the kit
    `kit_id`; one at the laboratory, by the laboratory. A definitive result may come after a
    presumptive one was reviewed; when it says otherwise, the test asks to be looked at again.
    Raises ResultsIncomplete, ResultAlreadyEntered, MayNotReadHere, NotInThatState, StaleVersion;
    NotAllowed to who only collects, once there is a result.
    """
    test = locked_test(actor, test_id, states=(*FIRST, *LATER), expected_version=expected_version)
    require_right_to_enter(actor, test)
    _check(test, method, readings)
    present = present_results(test)
    if any(
        (item.analyte, method) == (row.analyte, row.method) for item in readings for row in present
    ):
        raise ResultAlreadyEntered
    if test.state == TestState.COLLECTED:
        _read_on_site(test, kit_id, actor, now)
    rows = [
        Filed(
            analyte=item.analyte,
            method=method,
            reading=Reading(item.reading),
            level=item.level,
            cutoff=item.cutoff,
            unit=item.unit,
            is_prescribed=item.is_prescribed,
        )
        for item in readings
    ]
    measured = {
        "creatinine": creatinine, "gravity": gravity, "ph": ph, "nitrite": nitrite,
        "has_foreign_substance": has_foreign_substance, "is_called_invalid": is_called_invalid,
    }  # fmt: skip
    file_results(test, rows, measured=measured, actor=actor, now=now)
    _close_order(test, method, now)
    return test


def _read_on_site(test: DrugTest, kit_id: UUID | None, actor: Actor, now: datetime) -> None:
    on = local_day(now, test.site)
    bench = Bench.of([test.site_id])
    kit = Kit.objects.filter(pk=kit_id).first() if kit_id else None
    decision = bench.may_read_with(test, kit, on)
    if decision.outcome != MAY:
        refused = [line.code for line in decision.reasons if line.state is not State.MET]
        raise MayNotReadHere(*refused)
    test.kit, test.certificate = kit, bench.certificate_on(test.site_id, on)
    test.read_on_site_at, test.read_on_site_by_id = now, actor.worker_id
    test.save(update_fields=["kit", "certificate", "read_on_site_at", "read_on_site_by"])


def _close_order(test: DrugTest, method: str, now: datetime) -> None:
    kinds = [LabOrder.Kind.SCREEN]
    kinds += [LabOrder.Kind.CONFIRMATION] if method == DEFINITIVE else []
    for order in open_orders(test).filter(kind__in=kinds):
        order.change(closed_at=now, closed_reason="resulted", received_at=order.received_at or now)


def _check(test: DrugTest, method: str, readings: Sequence[Measured]) -> None:
    problems = []
    on_site = test.state == TestState.COLLECTED
    named = [item.analyte for item in readings]
    by_name = set(named) - set(test.panel)
    is_known = method in (PRESUMPTIVE, DEFINITIVE)
    if not is_known or (method != PRESUMPTIVE and on_site) or (method != DEFINITIVE and by_name):
        problems.append("method")
    if not all(is_within(analyte, test.panel) for analyte in by_name):
        problems.append("analyte_not_ordered")
    if not readings or any(item.reading not in set(Reading) for item in readings):
        problems.append("readings")
    if len(named) != len(set(named)):
        problems.append("analyte_twice")
    # A cup reads line by line; a laboratory may answer a class by naming what belongs to it.
    is_read = set(test.panel) <= set(named)
    if method == DEFINITIVE:
        is_read = is_all_answered(test.panel, named)
    if test.state in FIRST and not is_read:
        problems.append("panel")
    if problems:
        raise ResultsIncomplete(*problems)
