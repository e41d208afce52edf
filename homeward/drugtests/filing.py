"""Writing results down: rows, the specimen's standing, the test's outcome, and who is told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.drugtests.facts import TestResulted
from homeward.drugtests.findings import standing_rows
from homeward.drugtests.models import AnalyteResult, DrugTest, LabMessage, Panel
from homeward.drugtests.prescribed import expected_for
from homeward.drugtests.reaching import local_day
from homeward.drugtests.rules.analytes import (
    POSITIVES,
    Reading,
    outcome_of,
    result_of,
    speaks_of,
    standing,
)
from homeward.drugtests.rules.reading import CHANGED
from homeward.drugtests.rules.validity import Specimen, ValidityNumbers, judge
from homeward.kernel.purposes import Purpose
from homeward.program.queries import numbers_for

State = DrugTest.State
RESULTS = Actor.of_service("drugtests.results")
FIRST = (State.COLLECTED, State.SENT, State.RECEIVED)
TALKED_OF = POSITIVES | {"negative_unexpected"}
LATER = (State.RESULTED, State.REVIEWED, State.DISCUSSED)
NUMBERS = ("creatinine", "gravity", "ph", "nitrite")
SIGNS = ("has_foreign_substance", "is_called_invalid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """One reading to be written down; `supersedes` is the row it corrects."""

    analyte: str
    method: str
    reading: Reading
    level: Decimal | None = None
    cutoff: Decimal | None = None
    unit: str = "ng/mL"
    is_prescribed: bool = False
    supersedes: AnalyteResult | None = None


def file_results(
    test: DrugTest, rows: Sequence[Filed], *, measured: Mapping[str, Any], actor: Actor,
    now: datetime, message: LabMessage | None = None, reported_at: datetime | None = None,
) -> DrugTest:  # fmt: skip
    """Write the readings and bring the locked test up to what all present results say.

    What was measured of the specimen is kept beside what is measured now. A result that says
    otherwise than the one that was reviewed, or more, asks to be looked at again.
    """
    expected = expected_analytes(test)
    before = present_results(test)
    made = [_row(test, each, expected, actor, now, message, reported_at) for each in rows]
    AnalyteResult.objects.bulk_create(made)
    present = present_results(test)
    said = [(row.analyte, row.method, row.result) for row in present]
    outcome = outcome_of(said, expected)
    known = {**test.measured, **as_json(measured)}
    decision = judge(
        _specimen(test, known, any(result in POSITIVES for _, _, result in standing(said))),
        ValidityNumbers.of(
            numbers_for(test.episode.program_id, local_day(test.collected_at or now, test.site))
        ),
    )
    is_news = finds_more(before, present) or (
        decision.outcome in CHANGED and decision.outcome != test.specimen
    )
    was_known = (
        says_the_same(test.outcome, outcome) and outcome != DrugTest.Outcome.PENDING and not is_news
    )
    stays = test.state in LATER and says_the_same(test.outcome, outcome) and not is_news
    test.change(
        state=test.state if stays else State.RESULTED,
        measured=known,
        specimen=decision.outcome,
        validity_decision=decision.to_json(),
        outcome=outcome,
        resulted_at=now,
    )
    methods = ", ".join(sorted({each.method for each in rows}))
    audit.record("drugtests.test.resulted", actor=actor, subject=test, at=now, reason=methods)
    announce(
        TestResulted(
            test.pk, test.client_id, test.episode_id, outcome, actor, now, decision.outcome,
            was_known,
        )
    )  # fmt: skip
    return test


def expected_analytes(test: DrugTest) -> frozenset[str]:
    """What the client's prescriptions explain on the day of the collection."""
    panel = None
    if test.panel_set_id is not None:
        rows = Panel.objects.for_actor(RESULTS, Purpose.TREATMENT)
        panel = rows.filter(pk=test.panel_set_id).first()
    on = local_day(test.collected_at or test.ordered_at, test.site)
    return expected_for(test.client_id, on, panel)


def present_results(test: DrugTest) -> list[AnalyteResult]:
    """The results that nothing supersedes; a technician enters them without reading them."""
    rows = AnalyteResult.objects.for_actor(RESULTS, Purpose.TREATMENT)
    return list(rows.filter(test=test, superseded_by=None))


def says_the_same(before: str, after: str) -> bool:
    """Whether an outcome only became firmer: what was presumptive is confirmed."""
    return before == after or {before, after} <= {"presumptive", "positive"}


def finds_more(before: Iterable[AnalyteResult], after: Iterable[AnalyteResult]) -> bool:
    """Whether something was found, or a medicine was not, of which nothing was read before.

    A class and what a laboratory names of it are one finding; another substance is another.
    """
    known = [row.analyte for row in standing_rows(before) if row.result in TALKED_OF]
    return any(
        not any(speaks_of(row.analyte, other) for other in known)
        for row in standing_rows(after)
        if row.result in TALKED_OF
    )


def as_json(measured: Mapping[str, Any]) -> dict[str, Any]:
    """What was measured, as it is kept; what was not measured is left out."""
    kept: dict[str, Any] = {
        key: str(measured[key]) for key in NUMBERS if measured.get(key) is not None
    }
    return kept | {key: bool(measured[key]) for key in SIGNS if measured.get(key) is not None}


def _specimen(test: DrugTest, known: Mapping[str, Any], is_positive: bool) -> Specimen:
    numbers = {key: Decimal(known[key]) if key in known else None for key in NUMBERS}
    return Specimen(
        **numbers,
        temperature_f=test.temperature_f,
        temperature_minutes=test.temperature_minutes,
        has_foreign_substance=known.get("has_foreign_substance"),
        is_called_invalid=bool(known.get("is_called_invalid")),
        is_positive=is_positive,
    )


def _row(
    test: DrugTest, item: Filed, expected: frozenset[str], actor: Actor, now: datetime,
    message: LabMessage | None, reported_at: datetime | None,
) -> AnalyteResult:  # fmt: skip
    prescribed = {*expected, item.analyte} if item.is_prescribed else expected
    before = item.supersedes
    return AnalyteResult(
        client_id=test.client_id,
        site_id=test.site_id,
        test=test,
        analyte=item.analyte,
        method=item.method,
        result=result_of(
            item.reading, method=item.method, analyte=item.analyte, prescribed=prescribed
        ),
        level=item.level,
        cutoff=item.cutoff,
        unit=item.unit[:20],
        at=now,
        is_corrected=before is not None,
        number=before.number + 1 if before else 1,
        supersedes=before,
        message=message,
        reported_at=reported_at,
        entered_by_id=actor.worker_id,
    )
