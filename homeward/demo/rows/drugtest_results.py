"""What a test says: readings, what they mean together, who looks, and the talk."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from homeward.demo.rows.book import utc
from homeward.demo.rows.cards import open_after_result
from homeward.demo.rows.life import Life
from homeward.demo.rows.teller import Teller, tells
from homeward.demo.story import events
from homeward.demo.wording import TALKED_OVER
from homeward.drugtests.filing import as_json, says_the_same
from homeward.drugtests.models import AnalyteResult, DrugTest
from homeward.drugtests.rules.analytes import POSITIVES, Reading, outcome_of, result_of
from homeward.drugtests.rules.validity import Specimen, ValidityNumbers, judge

State = DrugTest.State
LATER = (State.RESULTED, State.REVIEWED, State.DISCUSSED)
LOOKED_AT = timedelta(days=5)  # the longest a result stays as it came in
EXPECTED = ("positive_expected", "negative_unexpected")
READINGS = {
    "negative": Reading.NEGATIVE,
    "negative_unexpected": Reading.NEGATIVE,
    "invalid": Reading.INVALID,
}


@tells(events.TestResulted)
def test_resulted(told: Teller, event: events.TestResulted) -> None:
    """Readings of one method, and what they say together."""
    life, at = told.life(event), utc(event.at)
    test = life.tests.get(event.test)
    if test is None or test.collected_at is None:
        return
    known = life.results.setdefault(event.test, [])
    if test.state == State.COLLECTED:
        by = told.setting.worker_id(event.by)
        told.book.change(test, read_on_site_at=at, read_on_site_by_id=by)
    made = [_result(told, life, test, event, item, at) for item in event.results]
    known += made
    outcome = outcome_of((row.analyte, row.method, row.result) for row in known)
    day = told.setting.day(test.collected_at, test.site_id)
    decision = judge(
        Specimen(
            creatinine=Decimal(str(event.creatinine_mg_dl)),
            gravity=Decimal(str(event.specific_gravity)),
            temperature_f=test.temperature_f,
            temperature_minutes=test.temperature_minutes,
            is_called_invalid=event.specimen == "invalid",
            is_positive=any(row.result in POSITIVES for row in made),
        ),
        ValidityNumbers.of(told.setting.numbers(day)),
    )
    was_known = says_the_same(test.outcome, outcome)
    stays = test.state in LATER and was_known
    told.book.change(
        test,
        state=test.state if stays else State.RESULTED.value,
        specimen=decision.outcome,
        measured=as_json(
            {
                "creatinine": Decimal(str(event.creatinine_mg_dl)),
                "gravity": Decimal(str(event.specific_gravity)),
                "is_called_invalid": event.specimen == "invalid",
            }
        ),
        validity_decision=decision.to_json(),
        outcome=outcome,
        resulted_at=at,
    )
    open_after_result(told, life, outcome, event, was_known=was_known)
    told.later(at + LOOKED_AT, lambda then: _look_at(told, life, test, known, then))


def reading_of(item: events.AnalyteResult) -> Reading:
    """What was read, without what it means for somebody with a prescription."""
    return READINGS.get(item.value, Reading.POSITIVE)


def _result(
    told: Teller, life: Life, test: Any, event: events.TestResulted,
    item: events.AnalyteResult, at: Any,
) -> Any:  # fmt: skip
    prescribed = (item.analyte,) if item.value in EXPECTED else ()
    return told.book.add(
        AnalyteResult,
        f"{event.test}|{event.method}|{item.analyte}",
        test=test,
        analyte=item.analyte,
        method=event.method,
        result=result_of(
            reading_of(item), method=event.method, analyte=item.analyte, prescribed=prescribed
        ),
        level=None if item.level is None else Decimal(str(item.level)),
        cutoff=None if item.cutoff is None else Decimal(str(item.cutoff)),
        unit=item.unit,
        at=at,
        entered_by_id=told.setting.worker_id(event.by),
        **life.about(),
    )


def asks_for_a_talk(test: Any, results: Iterable[Any], is_in_care: bool) -> bool:
    """Whether a positive reading waits to be talked over, also one the laboratory took back."""
    waits = test.state in (State.RESULTED, State.REVIEWED)
    return waits and is_in_care and any(row.result in POSITIVES for row in results)


def _look_at(told: Teller, life: Life, test: Any, results: list[Any], at: datetime) -> None:
    """The primary counselor gets to what the story left: a talk, or a look after the end."""
    if asks_for_a_talk(test, results, life.is_in_care):
        _discuss(told, test, at, life.primary_id, "no_comment", TALKED_OVER)
    elif test.state == State.RESULTED:
        told.book.change(
            test,
            state=State.REVIEWED.value,
            reviewed_at=at,
            reviewed_by_id=life.primary_id,
        )


def _discuss(
    told: Teller,
    test: Any,
    at: datetime,
    worker_id: Any,
    account: str,
    words: str,
    unconfirmed_reason: str = "",
) -> None:
    told.book.change(
        test,
        state=State.DISCUSSED.value,
        reviewed_at=test.reviewed_at or at,
        reviewed_by_id=test.reviewed_by_id or worker_id,
        discussed_at=at,
        discussed_by_id=worker_id,
        client_account=account,
        discussion=words.strip(),
        disputed_at=at if account == "disputes" else None,
        unconfirmed_reason=unconfirmed_reason,
    )


@tells(events.TestReviewed)
def test_reviewed(told: Teller, event: events.TestReviewed) -> None:
    """A clinician has seen the result."""
    test = told.life(event).tests.get(event.test)
    if test is not None and test.state == State.RESULTED:
        told.book.change(
            test,
            state=State.REVIEWED.value,
            reviewed_at=utc(event.at),
            reviewed_by_id=told.setting.worker_id(event.by),
        )


@tells(events.TestDiscussed)
def test_discussed(told: Teller, event: events.TestDiscussed) -> None:
    """The talk; who discusses has also reviewed."""
    test = told.life(event).tests.get(event.test)
    if test is None or test.state not in (State.RESULTED, State.REVIEWED):
        return
    worker_id = told.setting.worker_id(event.by)
    _discuss(
        told,
        test,
        utc(event.at),
        worker_id,
        event.client_account,
        event.response,
        event.unconfirmed_reason,
    )
