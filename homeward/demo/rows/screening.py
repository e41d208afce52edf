"""Answers to questionnaires with their scores, and the duties that dangerous answers open."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from homeward.demo.rows.book import utc
from homeward.demo.rows.duties import open_duty, who_acts
from homeward.demo.rows.inquiries import State, move, open_client
from homeward.demo.rows.life import Life
from homeward.demo.rows.teller import Teller, tells
from homeward.demo.story import events
from homeward.instruments.library import instrument as load_instrument
from homeward.instruments.models import CheckIn, Response
from homeward.instruments.rules import check_in as check_in_rules
from homeward.instruments.rules.answers import answers_of
from homeward.instruments.rules.safety import Stage
from homeward.instruments.rules.scoring import SCORER_VERSION, score
from homeward.instruments.safety_duties import ASKS_NEXT
from homeward.instruments.scored import rules_json, safety_json, scores_json
from homeward.tasks.rules.due import URGENCY_OF

SCREENING = {"phq9", "audit_c"}


@tells(events.ScreeningDone)
def screening_done(told: Teller, event: events.ScreeningDone) -> None:
    """A screening questionnaire; the first opens the record, the last moves the inquiry."""
    life, at = told.life(event), utc(event.at)
    if life.client is None:
        open_client(told, life)
    _answer(told, life, event.instrument, event.answers, at, event.by, "screening")
    life.answered.add(event.instrument)
    finished = event.instrument in SCREENING and life.answered >= SCREENING
    if finished and life.inquiry.state in (State.INQUIRY, State.CONTACTED):
        move(told, life, State.SCREENED, at=at, by=event.by, reason="screening")


@tells(events.InstrumentAnswered)
def instrument_answered(told: Teller, event: events.InstrumentAnswered) -> None:
    """A repeated measure, mostly on the client's own phone."""
    moment = "weekly" if event.week else "admission"
    life = told.life(event)
    _answer(told, life, event.instrument, event.answers, utc(event.at), event.by, moment)


@tells(events.CheckIn)
def checked_in(told: Teller, event: events.CheckIn) -> None:
    """The client's own half-minute."""
    life, at = told.life(event), utc(event.at)
    row = told.book.add(
        CheckIn,
        f"{life.key}|{at.isoformat()}",
        client=life.client,
        site_id=life.client.site_id,
        at=at,
        on=told.setting.day(at, life.client.site_id),
        craving=event.craving,
        mood=event.mood,
        sleep_hours=Decimal(str(event.sleep_hours)),
        used=event.used,
    )
    if event.used:
        life.told_use.add(row.on)
    asks = check_in_rules.answer_to(
        check_in_rules.Answers(craving=event.craving, used=event.used)
    ).outcome
    if asks != check_in_rules.NONE:
        open_duty(
            told,
            life,
            kind="check_in",
            due=asks,
            owner_id=who_acts(told, life),
            origin=f"check_in:{life.client.pk}:{row.on.isoformat()}:{URGENCY_OF[asks]}",
            detail={"check_in": str(row.pk)},
            at=at,
        )


def _answer(
    told: Teller,
    life: Life,
    code: str,
    answers: events.Answers,
    at: datetime,
    by: str,
    moment: str,
) -> None:
    definition = load_instrument(code)
    sex = life.client.sex
    given = {"sex_at_birth": sex if sex in ("female", "male") else "unknown"}
    numbers = answers_of(dict(answers), definition)
    result = score(definition, numbers, given, Stage.SUBMITTED)
    key = f"{life.key}|{code}|{at.isoformat()}"
    response = told.book.add(
        Response,
        key,
        client=life.client,
        site_id=life.client.site_id,
        instrument=definition.id,
        instrument_version=definition.version,
        scorer_version=SCORER_VERSION,
        parameters=given,
        answers=dict(numbers),
        scores=scores_json(result),
        rules=rules_json(result),
        safety=safety_json(result),
        answered_at=at,
        answered_by_client=by == "client",
        way="portal" if by == "client" else "staff",
        taken_by_id=told.setting.worker_id(by),
        moment=moment,
    )
    total = response.scores.get("total", {}).get("value")
    if total is not None:
        day = told.setting.day(at, life.client.site_id)
        life.scores.setdefault(definition.id, []).append((day, total))
    for rule in result.safety:
        _open_duty(told, life, rule, response, at, by)


def _open_duty(
    told: Teller, life: Life, rule: Any, response: Response, at: datetime, by: str
) -> None:
    """One duty for each rule that holds, unless one is open."""
    if any(task.closed_at is None and task.detail.get("rule") == rule.id for task in life.tasks):
        return
    detail = {
        "rule": rule.id,
        "instrument": response.instrument,
        "response": str(response.pk),
        "severity": rule.severity,
    }
    if asked := ASKS_NEXT.get(rule.id):
        detail["asks"] = asked
    open_duty(
        told,
        life,
        kind="safety",
        due=rule.due,
        owner_id=told.setting.worker_id(by) or who_acts(told, life),
        origin=f"instruments:{response.pk}:{rule.id}",
        detail=detail,
        at=at,
    )
