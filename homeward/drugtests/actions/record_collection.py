"""A specimen in hand: whose, how warm, how observed, sealed and initialed."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.drugtests.models import DrugTest
from homeward.drugtests.reaching import local_day, locked_test
from homeward.drugtests.rules.validity import Specimen, ValidityNumbers, is_warm_enough
from homeward.program.queries import numbers_for

State = DrugTest.State
COLLECTIONS = ("unobserved", "temperature_monitored", "observed")
IDENTITIES = ("known", "photo_id", "name_birth_date")
OBSERVERS = ("woman", "man", "either")
SHORTEST_REASON = 5


class CollectionIncomplete(Refusal):
    """Identity, temperature, seal and initials belong to every collection."""


class ObservationNeedsReason(Refusal):
    """Nobody is watched without a written reason and without choosing who watches."""


class NotSecondedYet(Refusal):
    """A test with a reason waits until its second person has agreed."""


class TemperatureOutside(Refusal):
    """Not a body's warmth in time: take another specimen, or write down what was done."""


@action
def record_collection(
    *,
    actor: Actor,
    test_id: UUID,
    collection: str,
    temperature_f: Decimal | None,
    temperature_minutes: int | None,
    is_identity_checked: bool,
    is_sealed: bool,
    client_initials: str,
    now: datetime,
    identity_by: str = "known",
    observed_reason: str = "",
    observer_wanted: str = "",
    is_split: bool = False,
    seal_number: str = "",
    note: str = "",
    expected_version: int | None = None,
) -> DrugTest:
    """Record one collection by its collector.

    Temperature in degrees Fahrenheit, minutes from the specimen to the reading; one without the
    other says nothing. Outside the limits a note is asked for, never a verdict. Under observation
    the client chooses who watches.
    Raises the refusals of this file, NotInThatState, StaleVersion.
    """
    test = locked_test(
        actor, test_id, states=(State.ORDERED, State.NOTIFIED), expected_version=expected_version
    )
    if test.is_for_cause and test.seconded_at is None:
        raise NotSecondedYet
    missing = []
    if collection not in COLLECTIONS:
        missing.append("collection")
    if not is_identity_checked or identity_by not in IDENTITIES:
        missing.append("identity")
    if temperature_f is None and collection != "observed":
        missing.append("temperature")
    elif temperature_f is not None and temperature_minutes is None:
        missing.append("temperature_minutes")
    if not is_sealed:
        missing.append("seal")
    if not client_initials.strip():
        missing.append("initials")
    if missing:
        raise CollectionIncomplete(*missing)
    if collection == "observed":
        _observed(observed_reason, observer_wanted)
    numbers = ValidityNumbers.of(numbers_for(test.episode.program_id, local_day(now, test.site)))
    measured = Specimen(temperature_f=temperature_f, temperature_minutes=temperature_minutes)
    if is_warm_enough(measured, numbers) is False and len(note.strip()) < SHORTEST_REASON:
        raise TemperatureOutside
    test.change(
        state=State.COLLECTED,
        notified_at=test.notified_at or now,
        collected_at=now,
        collected_by_id=actor.worker_id,
        observed=collection,
        observed_reason=observed_reason.strip()[:120] if collection == "observed" else "",
        observer_wanted=observer_wanted if collection == "observed" else "",
        is_split=is_split,
        seal_number=seal_number.strip()[:20],
        identity_by=identity_by,
        temperature_f=temperature_f,
        temperature_minutes=temperature_minutes,
        collection_note=note.strip()[:200],
        is_identity_checked=True,
        is_sealed=True,
        client_initials=client_initials.strip()[:6],
    )
    audit.record("drugtests.test.collected", actor=actor, subject=test, at=now)
    return test


def _observed(reason: str, wanted: str) -> None:
    codes = [] if len(reason.strip()) >= SHORTEST_REASON else ["observation_needs_reason"]
    codes += [] if wanted in OBSERVERS else ["observer_not_chosen"]
    if codes:
        raise ObservationNeedsReason(*codes)
