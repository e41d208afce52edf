"""A laboratory's message in this house: whose it is, what it says, and what is on file already."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from homeward.drugtests.filing import LATER, Filed, file_results, present_results
from homeward.drugtests.models import AnalyteResult, DrugTest, LabMessage, Laboratory, LabOrder
from homeward.drugtests.ordering import ORDERING
from homeward.drugtests.reaching import local_day
from homeward.drugtests.rules.analytes import DEFINITIVE, PRESUMPTIVE, Reading
from homeward.drugtests.rules.hl7.comparing import OnFile
from homeward.drugtests.rules.hl7.matching import FILED, OrderOnFile, match
from homeward.drugtests.rules.hl7.meaning import Understood, understand
from homeward.drugtests.rules.hl7.oru import Identity, Ordered
from homeward.drugtests.rules.hl7.weighing import is_all_answered, weigh_lines
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, State

TAKEN = frozenset("FCX")
NOT_YET = frozenset("PIORS")
RESULTED = "resulted"
State_ = DrugTest.State
AT_THE_LABORATORY = (State_.SENT, State_.RECEIVED, *LATER)


@dataclass(slots=True)
class Part:
    """One order of a message: its order here, why it fits or not, and what would be written."""

    order: LabOrder | None
    decision: Decision | None
    understood: Understood
    reported_at: datetime | None = None
    rows: list[Filed] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)

    @property
    def is_early(self) -> bool:
        """Whether the laboratory says itself that this is not the result yet."""
        return bool(self.understood.statuses) and self.understood.statuses <= NOT_YET


def order_of(number: str, laboratory: Laboratory) -> LabOrder | None:
    """The laboratory's order of that number, locked with its test; numbers ignore case."""
    rows = LabOrder.objects.for_actor(ORDERING, Purpose.TREATMENT)
    found: LabOrder | None = (
        rows.filter(number=number.strip().upper(), laboratory=laboratory)
        .select_related("test__client", "test__site", "test__episode", "client")
        .select_for_update(of=("self",))
        .first()
    )
    return found


def weigh(
    ordered: Ordered, identity: Identity, laboratory: Laboratory, *, by_hand: LabOrder | None = None
) -> Part:
    """What to do with one order of a message; `by_hand` is a person's own word whose it is."""
    order = by_hand or order_of(ordered.number, laboratory)
    usual = DEFINITIVE if order is not None and order.kind == "confirmation" else PRESUMPTIVE
    understood = understand(ordered.observations, laboratory.codes, usual)
    part = Part(order, None, understood, _in_zone(ordered.reported_at, order))
    part.decision = match(ordered.number, identity, ordered.collected_on, on_file(order))
    if by_hand is None and part.decision.outcome != FILED:
        refused = [line for line in part.decision.reasons if line.state is State.NOT_MET]
        part.codes += [line.code for line in refused]
    if part.is_early and not part.codes:
        return part
    part.codes += [problem.code for problem in understood.problems]
    if understood.statuses - TAKEN:
        part.codes.append("status_for_a_person")
    if order is not None and not part.codes:
        _weigh_lines(part, order)
    return part


def on_file(order: LabOrder | None) -> OrderOnFile | None:
    """What the matching rule may know of an order."""
    if order is None:
        return None
    test, client = order.test, order.client
    waits = order.closed_at is None or order.closed_reason == RESULTED
    return OrderOnFile(
        number=order.number,
        record_number=client.chart_number,
        name=client.name,
        birth_date=client.birth_date,
        collected_on=local_day(test.collected_at, test.site) if test.collected_at else None,
        is_open=waits and test.state in AT_THE_LABORATORY,
    )


def file_part(part: Part, message: LabMessage, now: datetime) -> None:
    """Write what is new of one order, and close it when everything ordered is answered."""
    order = part.order
    assert order is not None
    test = locked(order)
    file_results(
        test, part.rows, measured=part.understood.measured, actor=ORDERING, now=now,
        message=message, reported_at=part.reported_at,
    )  # fmt: skip
    confirms = order.kind == LabOrder.Kind.CONFIRMATION
    present = present_results(test)
    answered = {row.analyte for row in present if row.method == DEFINITIVE or not confirms}
    closes = order.closed_at is None and is_all_answered(order.analytes, answered)
    order.change(
        received_at=order.received_at or now,
        reported_at=part.reported_at or now,
        closed_at=now if closes else order.closed_at,
        closed_reason=RESULTED if closes else order.closed_reason,
    )


def locked(order: LabOrder) -> DrugTest:
    """The test of an order, locked to be written to."""
    rows = DrugTest.objects.for_actor(ORDERING, Purpose.TREATMENT)
    test: DrugTest = (
        rows.select_for_update(of=("self",))
        .select_related("episode", "site", "client")
        .get(pk=order.test_id)
    )
    return test


def _weigh_lines(part: Part, order: LabOrder) -> None:
    present = {(row.analyte, row.method): row for row in present_results(order.test)}
    weighed = weigh_lines(
        part.understood.lines, part.reported_at, {*order.test.panel, *order.analytes},
        {key: _as_read(row) for key, row in present.items()},
    )  # fmt: skip
    part.codes += weighed.codes
    part.rows += [
        Filed(
            analyte=line.analyte, method=line.method, reading=line.reading, level=line.level,
            cutoff=line.cutoff, unit=line.unit,
            supersedes=present.get((line.analyte, line.method)),
        )
        for line in weighed.news
    ]  # fmt: skip


def _as_read(row: AnalyteResult) -> OnFile:
    """A result as it was read: whether a prescription explains it is not the laboratory's word."""
    readings = {
        "negative_unexpected": Reading.NEGATIVE, "negative": Reading.NEGATIVE,
        "invalid": Reading.INVALID, "not_tested": Reading.NOT_TESTED,
    }  # fmt: skip
    return OnFile(
        reading=readings.get(row.result, Reading.POSITIVE).value,
        level=row.level,
        is_corrected=row.is_corrected,
        reported_at=row.reported_at,
    )


def _in_zone(moment: datetime | None, order: LabOrder | None) -> datetime | None:
    """A laboratory's time; without an offset it is the site's wall clock."""
    if moment is None or moment.tzinfo is not None:
        return moment
    zone = order.test.site.time_zone if order is not None else "UTC"
    return moment.replace(tzinfo=ZoneInfo(zone))


def decisions_of(parts: Sequence[Part]) -> list[Any]:
    """Every matching decision, as it is kept with the message."""
    return [part.decision.to_json() for part in parts if part.decision is not None]
