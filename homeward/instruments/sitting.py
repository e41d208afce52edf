"""Answering item by item: each answer is kept as it is given, and danger is told at once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.refusals import Refusal
from homeward.instruments.actions import (
    AnswersUnreadable,
    InstrumentUnknown,
    NothingAnswered,
    answer_instrument,
    parameters_of,
    writes,
)
from homeward.instruments.library import instrument as load_instrument
from homeward.instruments.models import Response, Sitting, Way
from homeward.instruments.rules.answers import answer_of
from homeward.instruments.rules.instrument import Instrument, Number, SafetyRule
from homeward.instruments.rules.safety import Stage
from homeward.instruments.rules.scoring import score
from homeward.instruments.rules.sitting import Standing, standing_of, still_asked
from homeward.instruments.safety_duties import open_duties
from homeward.kernel.bad_input import BadInput
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

_SERVICE = Actor.of_service("instruments")


class AnsweredInFuture(Refusal):
    """A paper form cannot have been answered after today."""


class NotTheSame(Refusal):
    """The second keying of a paper form differs; the arguments are the items that differ."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What one save left: the sheet, what is asked now, and the safety rules that hold."""

    sitting: Sitting
    answers: Mapping[str, Number]
    standing: Standing
    safety: tuple[SafetyRule, ...]
    duties_opened: tuple[str, ...]


def open_sitting(actor: Actor, client: Client, instrument: str, way: str) -> Sitting | None:
    """The sheet that waits to be gone on with, within the actor's reach to answer it."""
    if not writes(actor, client, instrument):
        return None
    return _rows().filter(client_id=client.pk, instrument=instrument, way=way).first()  # type: ignore[no-any-return]


@action
def save_items(
    *,
    actor: Actor,
    client_id: UUID,
    instrument: str,
    answers: Mapping[str, Any],
    now: datetime,
    way: str = "",
    language: str = "en",
    moment: str = "",
    parameters: Mapping[str, str] | None = None,
) -> Kept:
    """Keep some items of a form; None takes an answer back. The rest of the sheet stays.

    Safety rules are looked at with every save. Each one that holds opens one duty for this
    sitting, and taking the answer back does not close it. The sitting is audited when it begins,
    not at every item. Raises AnswersUnreadable naming the item.
    """
    definition = _definition(instrument)
    client = _client(actor, client_id, instrument)
    given = _numbers(definition, answers)
    way = way or _way(actor)
    if not parameters and all(value is None for value in given.values()):
        # Nothing to keep begins no sitting; an open one may have lost an answer.
        found = _rows().filter(client_id=client.pk, instrument=definition.id, way=way)
        if not found.exists():
            empty = Sitting(client=client, instrument=definition.id, way=way, saved_at=now)
            return Kept(empty, {}, standing_of(definition, {}), (), ())
    sitting = _begun(actor, client, definition, way, language, moment, now)
    sheet = {**sitting.sheet, **given}
    kept = {name: value for name in definition.items if (value := sheet.get(name)) is not None}
    known = {**sitting.parameters, **(parameters or {})}
    result = score(definition, kept, known, Stage.SAVED)
    rules = open_duties(actor, client, sitting.pk, result, now, is_one_sitting=True)
    fresh = tuple(rule for rule in rules if rule not in sitting.opened_rules)
    sitting.change(
        answers=json.dumps(kept),
        parameters=known,
        opened_rules=[*sitting.opened_rules, *fresh],
        saved_at=now,
        taken_by_id=actor.worker_id,
    )
    return Kept(sitting, kept, standing_of(definition, kept), result.safety, fresh)


@action
def hand_in(
    *,
    actor: Actor,
    client_id: UUID,
    instrument: str,
    now: datetime,
    answers: Mapping[str, Any] | None = None,
    second: Mapping[str, Any] | None = None,
    answered_at: datetime | None = None,
    way: str = "",
    language: str = "en",
    moment: str = "",
    parameters: Mapping[str, str] | None = None,
) -> Response:
    """End the sitting as the response of its id; `answers` are kept first, like any save.

    Answers to questions that are no longer asked do not go in. `second` is another keying of the
    same paper; it must agree item by item. `answered_at` is the paper's own time.
    """
    definition = _definition(instrument)
    if answered_at is not None and answered_at > now:
        raise AnsweredInFuture
    kept = save_items(
        actor=actor,
        client_id=client_id,
        instrument=instrument,
        answers=answers or {},
        way=way,
        language=language,
        moment=moment,
        parameters=parameters,
        now=now,
    )
    counted = still_asked(definition, kept.answers)
    if not counted:
        raise NothingAnswered
    if second is not None:
        _must_agree(definition, counted, second)
    response = answer_instrument(
        actor=actor,
        client_id=client_id,
        instrument=instrument,
        answers=counted,
        parameters=kept.sitting.parameters,
        moment=moment or kept.sitting.moment,
        sitting=kept.sitting,
        answered_at=answered_at,
        way=kept.sitting.way,
        is_checked_twice=second is not None,
        now=now,
    )
    kept.sitting.change(ended_at=now)
    return response


def _definition(instrument: str) -> Instrument:
    try:
        return load_instrument(instrument)
    except BadInput as fault:
        raise InstrumentUnknown from fault


def _client(actor: Actor, client_id: UUID, instrument: str) -> Client:
    """The client, where this actor may answer this form for them; otherwise not found.

    Locked, so that two first answers at the same instant begin one sitting.
    """
    client: Client = (
        Client.objects.for_actor(_SERVICE, Purpose.INTERNAL_CARE)
        .select_for_update(of=("self",))
        .select_related("site")
        .get(pk=client_id)
    )
    if not writes(actor, client, instrument):
        raise Client.DoesNotExist
    return client


def _begun(
    actor: Actor,
    client: Client,
    definition: Instrument,
    way: str,
    language: str,
    moment: str,
    now: datetime,
) -> Sitting:
    found = _rows().filter(client_id=client.pk, instrument=definition.id, way=way)
    sitting: Sitting | None = found.select_for_update(of=("self",)).first()
    if sitting is not None:
        return sitting
    sitting = Sitting.objects.create(
        client=client,
        site_id=client.site_id,
        instrument=definition.id,
        instrument_version=definition.version,
        way=way,
        language=language,
        moment=moment,
        parameters=parameters_of(client),
        begun_at=now,
        saved_at=now,
        taken_by_id=actor.worker_id,
    )
    audit.record(
        "instruments.sitting.begun", actor=actor, subject=sitting, at=now, reason=definition.id
    )
    return sitting


def _rows() -> Any:
    return Sitting.objects.for_actor(_SERVICE, Purpose.INTERNAL_CARE).filter(ended_at=None)


def _way(actor: Actor) -> str:
    return Way.PORTAL if actor.kind == CLIENT else Way.STAFF


def _numbers(definition: Instrument, answers: Mapping[str, Any]) -> dict[str, Number | None]:
    """What was sent, made into numbers; None stays None."""
    found: dict[str, Number | None] = {}
    for link_id, value in answers.items():
        path = f"answers.{link_id}"
        if link_id not in definition.items:
            raise AnswersUnreadable(path)
        try:
            given = None if value is None else answer_of(value, definition.items[link_id], path)
        except BadInput as fault:
            raise AnswersUnreadable(fault.path) from fault
        found[link_id] = given
    return found


def _must_agree(
    definition: Instrument, counted: Mapping[str, Number], second: Mapping[str, Any]
) -> None:
    keyed = still_asked(
        definition,
        {name: value for name, value in _numbers(definition, second).items() if value is not None},
    )
    differing = [name for name in definition.items if keyed.get(name) != counted.get(name)]
    if differing:
        raise NotTheSame(*differing)
