"""Answering a questionnaire: kept, scored by its key, and never silent about danger."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.instruments.facts import InstrumentAnswered, SafetyFound
from homeward.instruments.library import NURSING
from homeward.instruments.library import instrument as load_instrument
from homeward.instruments.models import Response
from homeward.instruments.rules.answers import answers_of
from homeward.instruments.rules.instrument import SafetyRule
from homeward.instruments.rules.safety import Stage
from homeward.instruments.rules.scoring import SCORER_VERSION, Result, score
from homeward.instruments.scored import rules_json, safety_json, scores_json
from homeward.kernel.bad_input import BadInput
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client, TeamMembership
from homeward.people.queries import reaches
from homeward.staff.models import Worker
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty
from homeward.tasks.rules.due import URGENCY_OF, due_at

# What must be asked next when a rule of another instrument holds.
ASKS_NEXT = {"phq9.safety.1": "cssrs_screener", "bam.safety.2": "phq9", "bam_iop.safety.2": "phq9"}


class InstrumentUnknown(Refusal):
    """No such questionnaire is shipped."""


class AnswersUnreadable(Refusal):
    """An answer is not one of the item's options; the argument is the path that is wrong."""


class NothingAnswered(Refusal):
    """Not one item has an answer."""


class NoOneToTellYet(Refusal):
    """Answers that meet a safety rule need a worker who must act, and there is none."""


@action
def answer_instrument(
    *,
    actor: Actor,
    client_id: UUID,
    instrument: str,
    answers: Mapping[str, Any],
    now: datetime,
    parameters: Mapping[str, str] | None = None,
    is_handed_in: bool = True,
    moment: str = "",
) -> Response:
    """Keep one save of a questionnaire with its scores; a new row each time.

    `answers` map link ids to option codes (text) or ordinals (number). Safety rules are looked at
    on every save, finished or not, and each one that holds opens one duty.
    """
    try:
        definition = load_instrument(instrument)
    except BadInput as fault:
        raise InstrumentUnknown from fault
    client = (
        Client.objects.for_actor(actor, Purpose.TREATMENT)
        .select_for_update(of=("self",))
        .get(pk=client_id)
    )
    try:
        numbers = answers_of(dict(answers), definition)
    except BadInput as fault:
        raise AnswersUnreadable(fault.path) from fault
    if not numbers:
        raise NothingAnswered
    given = dict(parameters or _parameters_of(client))
    stage = Stage.SUBMITTED if is_handed_in else Stage.SAVED
    result = score(definition, numbers, given, stage)
    response = Response.objects.create(
        client=client,
        site_id=client.site_id,
        instrument=definition.id,
        instrument_version=definition.version,
        scorer_version=SCORER_VERSION,
        parameters=given,
        answers=dict(numbers),
        scores=scores_json(result),
        rules=rules_json(result),
        safety=safety_json(result),
        answered_at=now,
        answered_by_client=actor.kind == CLIENT,
        taken_by_id=actor.worker_id,
        moment=moment,
        is_handed_in=is_handed_in,
    )
    _must_be_writable(actor, response)
    code = "instruments.response.handed_in" if is_handed_in else "instruments.response.saved"
    audit.record(code, actor=actor, subject=response, at=now, reason=definition.id)
    _open_duties(actor, client, response, result, now)
    if is_handed_in:
        announce(InstrumentAnswered(response.pk, client.pk, definition.id, moment, actor, now))
    return response


def _must_be_writable(actor: Actor, response: Response) -> None:
    """The row must lie within what the actor may write; otherwise nothing happened.

    Withdrawal scales are nursing observations too: who writes the medical record may keep those.
    """
    if response.instrument in NURSING and reaches(
        actor, response.client, RecordClass.MEDICAL, to=Access.WRITE
    ):
        return
    Response.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=response.pk)


def _parameters_of(client: Client) -> dict[str, str]:
    """What the client's record says of the parameters bands read; unknown is said, not guessed."""
    return {"sex_at_birth": client.sex if client.sex in ("female", "male") else "unknown"}


def _open_duties(
    actor: Actor, client: Client, response: Response, result: Result, now: datetime
) -> None:
    for rule in result.safety:
        already = CareTask.objects.for_actor(
            Actor.of_service("duties"), Purpose.INTERNAL_CARE
        ).filter(client=client, closed_at=None, detail__rule=rule.id)
        if already.exists():
            continue
        task = open_duty(
            actor=actor,
            client=client,
            kind="safety",
            urgency=URGENCY_OF.get(rule.due, "same_day"),
            owner_id=_owner_for(actor, client, now),
            due_at=due_at(rule.due, now, client.site.time_zone),
            origin=f"instruments:{response.pk}:{rule.id}",
            detail=_detail_of(rule, response),
            now=now,
        )
        announce(
            SafetyFound(
                response.pk, client.pk, response.instrument, rule.id, rule.severity, task.pk, now
            )
        )


def _detail_of(rule: SafetyRule, response: Response) -> dict[str, str]:
    detail = {
        "rule": rule.id,
        "instrument": response.instrument,
        "response": str(response.pk),
        "severity": rule.severity,
    }
    if asked := ASKS_NEXT.get(rule.id):
        detail["asks"] = asked
    return detail


def _owner_for(actor: Actor, client: Client, now: datetime) -> UUID:
    """Who must act: the worker with the client now, else the primary counselor, else the team."""
    if actor.worker_id is not None:
        return actor.worker_id
    service = Actor.of_service("duties")
    team = TeamMembership.objects.for_actor(service, Purpose.INTERNAL_CARE).filter(
        Q(ends_at=None) | Q(ends_at__gt=now), client=client
    )
    member = team.order_by("-is_primary", "starts_at").first()
    if member is not None:
        return member.worker_id  # type: ignore[no-any-return]
    anyone = Worker.objects.filter(site_id=client.site_id).order_by("name").first()
    if anyone is None:
        raise NoOneToTellYet
    return anyone.pk
