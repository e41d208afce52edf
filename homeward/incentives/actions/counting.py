"""Counting a test, a session or an activity, once each, and posting what it earned at once."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import Refusal
from homeward.drugtests.models import AnalyteResult, DrugTest
from homeward.drugtests.rules.analytes import by_class
from homeward.incentives.actions.courses import promise
from homeward.incentives.ledger import LEDGER, post, used_by
from homeward.incentives.models import Enrolment, Posting, Protocol, Turn
from homeward.incentives.queries import (
    course_of,
    courses_of,
    is_under_way,
    present_turns,
    promise_for,
    terms_of,
)
from homeward.incentives.reaching import held, lock
from homeward.incentives.rules import bowl, counting, course
from homeward.incentives.rules.entries import earned
from homeward.incentives.rules.terms import PRIZE, Terms
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, Reason, State
from homeward.kernel.records import RecordClass

WITHOUT_RESULT = ("missed", "refused", "unable", "cancelled", "rejected")


class ActivityUnclear(Refusal):
    """What was agreed, on which day, and what came of it."""


@action
def count_test(*, actor: Actor, test_id: UUID, now: datetime) -> Turn | None:
    """Count what a test says now; None where it says nothing of the target, or nobody asked.

    A result that waits for the laboratory is not counted yet. One that changes later is counted
    anew in its old place; what it earned before stays until two people correct it.
    """
    rows = DrugTest.objects.for_actor(LEDGER, Purpose.OPERATIONS)
    test: DrugTest = rows.select_related("site").get(pk=test_id)
    found = courses_of([test.client_id], Protocol.Target.TEST)
    if not found or (test.collected_at or test.due_at) < found[0].signed_at:
        return None
    outcome = _said_by(test, found[0].protocol)
    if outcome is None:
        return None
    on = local_day(test.collected_at or test.due_at, test.site.time_zone)
    return count(found[0], f"test:{test.pk}", on, outcome, actor=actor, now=now)


@action
def record_activity(
    *,
    actor: Actor,
    client_id: UUID,
    what: str,
    on: date,
    outcome: str,
    key: str,
    now: datetime,
) -> Turn:
    """An agreed activity: done, not done, or excused, by somebody of the team. `key` names it."""
    client = held(actor, client_id, RecordClass.DRUG_TESTS)
    row = course_of(client.pk)
    if row is None:
        raise ActivityUnclear("not_earning")
    zone = client.site.time_zone
    wrong = {
        "activity_target": row.protocol.target != Protocol.Target.ACTIVITY,
        "activity_what": not what.strip(),
        "activity_day": not local_day(row.signed_at, zone) <= on <= local_day(now, zone),
        "activity_outcome": outcome not in course.OUTCOMES or outcome == course.UNMET,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise ActivityUnclear(*codes)
    made = count(row, f"activity:{key}"[:60], on, outcome, actor=actor, now=now, what=what)
    if made is None:
        raise ActivityUnclear("not_earning")
    return made


def count(
    row: Enrolment, origin: str, on: date, outcome: str, *, actor: Actor, now: datetime,
    what: str = "",
) -> Turn | None:  # fmt: skip
    """Count one thing once; the client is held, so that two results never share a place.

    None where the course ended before the client could be held: a stop holds at once.
    """
    lock(row.client_id)
    if not is_under_way(row):
        return None
    turns = present_turns(row)
    before = next((turn for turn in turns if turn.origin == origin), None)
    if before is not None and before.outcome == outcome:
        return before
    number = before.number if before else len(turns) + 1
    history = [turn.outcome for turn in turns if turn.number < number]
    decision, draw = _decided(row, number, history, outcome, on)
    cents = int(decision.extras["cents"])
    if before is not None and _earned_before(before):
        decision, cents = _kept(decision), 0
    made: Turn = Turn.objects.create(
        client_id=row.client_id, site_id=row.site_id, enrolment=row, number=number, origin=origin,
        revision=before.revision + 1 if before else 1, supersedes=before, on=on, outcome=outcome,
        what=" ".join(what.split())[:120], cents=cents, decision=decision.to_json(), draw=draw,
        counted_at=now, counted_by_id=actor.worker_id,
    )  # fmt: skip
    if cents:
        post(
            Posting.Kind.EARN, site_id=row.site_id, on=on, now=now, client_id=row.client_id,
            turn=made, lines=earned(row.client_id, cents),
        )  # fmt: skip
    if before is None:
        promise(row, number + 1, now)
    audit.record("incentives.turn.counted", actor=actor, subject=made, at=now)
    return made


def _decided(
    row: Enrolment, number: int, history: list[str], outcome: str, on: date
) -> tuple[Decision, dict[str, Any] | None]:
    terms, used = terms_of(row.protocol), used_by(row.client_id, on)
    if terms.kind != PRIZE or outcome != course.MET:
        return course.decide(terms, history, outcome, used), None
    draw = _drawn(row, terms, number, history)
    worth = {slip.code: slip.cents for slip in terms.slips}
    drawn = sum(worth[code] for code in draw["drawn"])
    return course.decide(terms, history, outcome, used, drawn), draw


def _drawn(row: Enrolment, terms: Terms, number: int, history: list[str]) -> dict[str, Any]:
    """The draws of this turn by the secret that was committed to before it."""
    held_promise = promise_for(row, number)
    if held_promise is None:
        raise LookupError(f"no promise for turn {number} of {row.pk}")
    secret = str(held_promise.sealed_secret)
    times = course.units_at(terms, course.standing_after(terms, history)).all
    slips = bowl.drawn_from(terms.slips, secret=secret, token=row.token, number=number, times=times)
    codes = [slip.code for slip in slips]
    return bowl.published(terms.slips, secret=secret, token=row.token, number=number, drawn=codes)


def _earned_before(turn: Turn) -> bool:
    """Whether this place in the course ever earned something, whatever was found since."""
    rows = Turn.objects.for_actor(LEDGER, Purpose.OPERATIONS)
    earned = rows.filter(enrolment_id=turn.enrolment_id, number=turn.number, cents__gt=0)
    return bool(earned.exists())


def _kept(decision: Decision) -> Decision:
    """What was earned before the result changed stays; two people may put it right."""
    line = Reason("incentive_kept", State.MET)
    return Decision(
        decision.outcome, decision.rule_set, decision.version, (*decision.reasons, line),
        {**decision.extras, "cents": 0},
    )  # fmt: skip


def _said_by(test: DrugTest, protocol: Protocol) -> str | None:
    if test.state in WITHOUT_RESULT:
        return counting.of_ended_test(test.state)
    rows = AnalyteResult.objects.for_actor(LEDGER, Purpose.OPERATIONS)
    readings = [
        counting.Reading(*line)
        for line in by_class(
            (each.analyte, each.method, each.result)
            for each in rows.filter(test=test, superseded_by=None)
        )
    ]
    return counting.of_test(readings, protocol.substances, test.specimen, protocol.unconfirmed)
