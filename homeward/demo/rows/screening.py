"""Answers to questionnaires with their scores, and the duties that dangerous answers open."""

from datetime import datetime, timedelta
from typing import Any

from homeward.demo.rows.book import utc
from homeward.demo.rows.inquiries import State, move, open_client
from homeward.demo.rows.life import Life
from homeward.demo.rows.teller import Teller, tells
from homeward.demo.story import events
from homeward.instruments.actions import ASKS_NEXT
from homeward.instruments.library import instrument as load_instrument
from homeward.instruments.models import CheckIn, Response
from homeward.instruments.rules.answers import answers_of
from homeward.instruments.rules.safety import Stage
from homeward.instruments.rules.scoring import SCORER_VERSION, score
from homeward.instruments.scored import rules_json, safety_json, scores_json
from homeward.tasks.models import CareTask
from homeward.tasks.rules.due import URGENCY_OF, due_at

SCREENING = {"phq9", "audit_c"}
# When a duty of the story was done: soon where it could not wait, at the next contact otherwise.
DONE_AFTER = {"now": timedelta(minutes=25), "same_day": timedelta(minutes=95)}
NEXT_CONTACT = timedelta(days=3)
STILL_OPEN = timedelta(days=4)


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
    told.book.add(
        CheckIn,
        f"{life.key}|{at.isoformat()}",
        at=at,
        on=told.setting.day(at, life.about()["site_id"]),
        craving=event.craving,
        mood=event.mood,
        sleep_hours=event.sleep_hours,
        used=event.used,
        **life.about(),
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
        taken_by_id=told.setting.worker_id(by),
        moment=moment,
    )
    for rule in result.safety:
        _open_duty(told, life, rule, response, at, by)


def _open_duty(
    told: Teller, life: Life, rule: Any, response: Response, at: datetime, by: str
) -> None:
    """One duty for each rule that holds, unless one is open."""
    if any(task.closed_at is None and task.detail["rule"] == rule.id for task in life.tasks):
        return
    detail = {
        "rule": rule.id,
        "instrument": response.instrument,
        "response": str(response.pk),
        "severity": rule.severity,
    }
    if asked := ASKS_NEXT.get(rule.id):
        detail["asks"] = asked
    site = told.setting.site_of[life.client.site_id]
    task = told.book.add(
        CareTask,
        f"{life.key}|{rule.id}|{at.isoformat()}",
        client=life.client,
        site_id=life.client.site_id,
        kind="safety",
        urgency=URGENCY_OF.get(rule.due, "same_day"),
        owner_id=told.setting.worker_id(by) or _owner(told, life),
        opened_at=at,
        due_at=due_at(rule.due, at, site.time_zone).astimezone(at.tzinfo),
        origin=f"instruments:{response.pk}:{rule.id}",
        detail=detail,
    )
    life.tasks.append(task)
    told.later(done_at(life, task), lambda then: _close(told, task, then))


def done_at(life: Life, task: CareTask) -> datetime:
    """When the story's people did a duty; the one the demo shows open waits longer."""
    if life.profile.cast == "low_mood":
        return task.opened_at + STILL_OPEN
    return task.opened_at + DONE_AFTER.get(task.urgency, NEXT_CONTACT)


def _owner(told: Teller, life: Life) -> Any:
    primary = [member for member in life.team if member.is_primary and member.ends_at is None]
    if primary:
        return primary[0].worker_id
    return life.team[-1].worker_id if life.team else next(iter(told.setting.workers.values())).pk


def _close(told: Teller, task: CareTask, at: datetime) -> None:
    told.book.change(
        task, closed_at=at, closed_by_id=task.owner_id, disposition="assessed_safe"
    )
