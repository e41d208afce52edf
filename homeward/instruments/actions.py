"""Answering a questionnaire: kept, scored by its key, and never silent about danger."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.instruments.facts import InstrumentAnswered
from homeward.instruments.library import NURSING
from homeward.instruments.library import instrument as load_instrument
from homeward.instruments.models import Response, Sitting, Way
from homeward.instruments.rules.answers import answers_of
from homeward.instruments.rules.safety import Stage
from homeward.instruments.rules.scoring import SCORER_VERSION, score
from homeward.instruments.safety_duties import NoOneToTellYet, open_duties
from homeward.instruments.scored import rules_json, safety_json, scores_json
from homeward.kernel.bad_input import BadInput
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches

__all__ = [
    "AnswersUnreadable",
    "InstrumentUnknown",
    "NoOneToTellYet",
    "NothingAnswered",
    "answer_instrument",
]


class InstrumentUnknown(Refusal):
    """No such questionnaire is shipped."""


class AnswersUnreadable(Refusal):
    """An answer is not one of the item's options; the argument is the path that is wrong."""


class NothingAnswered(Refusal):
    """Not one item has an answer."""


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
    sitting: Sitting | None = None,
    answered_at: datetime | None = None,
    way: str = "",
    is_checked_twice: bool = False,
) -> Response:
    """Keep one save of a questionnaire with its scores; a new row each time.

    `answers` map link ids to option codes (text) or ordinals (number). Safety rules are looked at
    on every save, finished or not, and each one that holds opens one duty. Answers that were given
    in a `sitting` become the response of its id. `answered_at` is when the client answered, where
    that was before now (paper).
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
    given = dict(parameters or parameters_of(client))
    stage = Stage.SUBMITTED if is_handed_in else Stage.SAVED
    result = score(definition, numbers, given, stage)
    response = Response.objects.create(
        id=sitting.pk if sitting is not None else uuid4(),
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
        answered_at=answered_at or now,
        answered_by_client=actor.kind == CLIENT or way == Way.PAPER,
        taken_by_id=actor.worker_id,
        moment=moment,
        is_handed_in=is_handed_in,
        way=way or (Way.PORTAL if actor.kind == CLIENT else Way.STAFF),
        is_checked_twice=is_checked_twice,
    )
    _must_be_writable(actor, response)
    code = "instruments.response.handed_in" if is_handed_in else "instruments.response.saved"
    audit.record(code, actor=actor, subject=response, at=now, reason=definition.id)
    open_duties(actor, client, response.pk, result, now, is_one_sitting=sitting is not None)
    if is_handed_in:
        announce(InstrumentAnswered(response.pk, client.pk, definition.id, moment, actor, now))
    return response


def _must_be_writable(actor: Actor, response: Response) -> None:
    """The row must lie within what the actor may write; otherwise nothing happened."""
    if not writes(actor, response.client, response.instrument):
        raise Response.DoesNotExist


def writes(actor: Actor, client: Client, instrument: str) -> bool:
    """Whether the actor may answer this questionnaire for this client.

    Withdrawal scales are nursing observations too: who writes the medical record may keep those.
    """
    if instrument in NURSING and reaches(actor, client, RecordClass.MEDICAL, to=Access.WRITE):
        return True
    return reaches(actor, client, RecordClass.ASSESSMENT, to=Access.WRITE)


def parameters_of(client: Client) -> dict[str, str]:
    """What the client's record says of the parameters bands read; unknown is said, not guessed."""
    return {"sex_at_birth": client.sex if client.sex in ("female", "male") else "unknown"}
