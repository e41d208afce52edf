"""What the cup or the laboratory says, analyte by analyte."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.drugtests.facts import TestResulted
from homeward.drugtests.models import AnalyteResult, DrugTest
from homeward.drugtests.reaching import local_day, locked_test, require_right_to_enter
from homeward.drugtests.rules.analytes import (
    DEFINITIVE,
    POSITIVES,
    PRESUMPTIVE,
    Reading,
    outcome_of,
    result_of,
)
from homeward.drugtests.rules.validity import Specimen, ValidityNumbers, judge
from homeward.kernel.purposes import Purpose
from homeward.program.queries import numbers_for

State = DrugTest.State
FIRST = (State.COLLECTED, State.SENT)
LATER = (State.RESULTED, State.REVIEWED, State.DISCUSSED)
RESULTS = Actor.of_service("drugtests.results")


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
    """Every analyte of the panel is read, or said not to be tested."""


class ResultAlreadyEntered(Refusal):
    """A result is never overwritten; a laboratory confirms under its own method."""


@action
def enter_results(
    *,
    actor: Actor,
    test_id: UUID,
    method: str,
    readings: Sequence[Measured],
    now: datetime,
    creatinine: Decimal | None = None,
    gravity: Decimal | None = None,
    ph: Decimal | None = None,
    nitrite: Decimal | None = None,
    has_foreign_substance: bool | None = None,
    is_called_invalid: bool = False,
    expected_version: int | None = None,
) -> DrugTest:
    """Enter the readings of one method, judge the specimen, and say so to whoever follows.

    `method` is presumptive or definitive. A definitive result may come after a presumptive one
    was reviewed; when it says otherwise, the test asks to be looked at again. Raises
    ResultsIncomplete, ResultAlreadyEntered, NotInThatState, StaleVersion; NotAllowed to who only
    collects, once there is a result.
    """
    test = locked_test(actor, test_id, states=(*FIRST, *LATER), expected_version=expected_version)
    require_right_to_enter(actor, test)
    _check(test, method, readings)
    before = _results_of(test)
    if any(
        (item.analyte, method) == (row.analyte, row.method) for item in readings for row in before
    ):
        raise ResultAlreadyEntered
    made = [_row(test, item, method, actor, now) for item in readings]
    AnalyteResult.objects.bulk_create(made)
    outcome = outcome_of((row.analyte, row.method, row.result) for row in (*before, *made))
    numbers = ValidityNumbers.of(
        numbers_for(test.episode.program_id, local_day(test.collected_at or now, test.site))
    )
    decision = judge(
        Specimen(
            creatinine=creatinine,
            gravity=gravity,
            ph=ph,
            nitrite=nitrite,
            temperature_f=test.temperature_f,
            temperature_minutes=test.temperature_minutes,
            has_foreign_substance=has_foreign_substance,
            is_called_invalid=is_called_invalid,
            is_positive=any(row.result in POSITIVES for row in made),
        ),
        numbers,
    )
    stays = test.state in LATER and _says_the_same(test.outcome, outcome)
    test.change(
        state=test.state if stays else State.RESULTED,
        specimen=decision.outcome,
        validity_decision=decision.to_json(),
        outcome=outcome,
        resulted_at=now,
    )
    audit.record("drugtests.test.resulted", actor=actor, subject=test, at=now, reason=method)
    announce(TestResulted(test.pk, test.client_id, test.episode_id, outcome, actor, now))
    return test


def _check(test: DrugTest, method: str, readings: Sequence[Measured]) -> None:
    problems = []
    if method not in (PRESUMPTIVE, DEFINITIVE):
        problems.append("method")
    if not readings or any(item.reading not in set(Reading) for item in readings):
        problems.append("readings")
    named = [item.analyte for item in readings]
    if len(named) != len(set(named)):
        problems.append("analyte_twice")
    if test.state in FIRST and set(test.panel) - set(named):
        problems.append("panel")
    if problems:
        raise ResultsIncomplete(*problems)


def _row(test: DrugTest, item: Measured, method: str, actor: Actor, now: datetime) -> AnalyteResult:
    prescribed = (item.analyte,) if item.is_prescribed else ()
    return AnalyteResult(
        client_id=test.client_id,
        site_id=test.site_id,
        test=test,
        analyte=item.analyte,
        method=method,
        result=result_of(
            Reading(item.reading), method=method, analyte=item.analyte, prescribed=prescribed
        ),
        level=item.level,
        cutoff=item.cutoff,
        unit=item.unit,
        at=now,
        entered_by_id=actor.worker_id,
    )


def _results_of(test: DrugTest) -> list[AnalyteResult]:
    # A technician who enters readings does not read earlier ones; the rule needs them all.
    rows = AnalyteResult.objects.for_actor(RESULTS, Purpose.TREATMENT)
    return list(rows.filter(test=test))


def _says_the_same(before: str, after: str) -> bool:
    positive = {"presumptive", "positive"}
    return before == after or {before, after} <= positive
