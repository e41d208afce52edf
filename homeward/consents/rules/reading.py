"""From the JSON document of `consents decide` to frozen values.

Raises BadInput, naming the field, for an unknown key, an unknown code, a missing offset, a wrong
type or an id used twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from homeward.kernel.bad_input import BadInput

from . import fields
from .codes import (
    APPROVAL_KINDS,
    INSTRUMENT_TYPES,
    RECORD_CLASSES,
)
from .fields import Fields
from .reading_consents import read_consent, read_named_or_id
from .reading_request import read_request
from .request import Request
from .world import (
    Approval,
    ClientFacts,
    Event,
    Intermediary,
    LegalInstrument,
    Participation,
    Qsoa,
    Restriction,
    Revocation,
    SafetyFlag,
    TeamMembership,
    World,
)

OLDEST_MINOR = 21  # years; no state sets the age of majority higher
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Question:
    """A whole document: who asks what, in which world, when."""

    request: Request
    world: World
    now: datetime


def read_question(document: object) -> Question:
    """The question a document asks; raises BadInput when it is not one."""
    whole = Fields(document, "", {"now", "world", "request"})
    return Question(
        now=whole.required("now", fields.instant),
        world=whole.required("world", read_world),
        request=whole.required("request", read_request),
    )


def read_world(value: object, path: str = "world") -> World:
    """The facts; every list may be absent."""
    world = Fields(
        value,
        path,
        {
            "consents",
            "revocations",
            "events",
            "restrictions",
            "safety_flags",
            "qsoas",
            "legal_instruments",
            "team",
            "approvals",
            "intermediaries",
            "clients",
            "minor_consent_ages",
        },
    )
    return World(
        consents=_distinct(world.many("consents", read_consent), f"{path}.consents"),
        revocations=world.many("revocations", _revocation),
        events=world.many("events", _event),
        restrictions=world.many("restrictions", _restriction),
        safety_flags=world.many("safety_flags", _safety_flag),
        qsoas=world.many("qsoas", _qsoa),
        legal_instruments=_distinct(
            world.many("legal_instruments", _legal_instrument),
            f"{path}.legal_instruments",
        ),
        team=world.many("team", _membership),
        approvals=_distinct(world.many("approvals", _approval), f"{path}.approvals"),
        intermediaries=_distinct(
            world.many("intermediaries", _intermediary), f"{path}.intermediaries"
        ),
        clients=_distinct(world.many("clients", _client), f"{path}.clients"),
        minor_consent_ages=world.optional("minor_consent_ages", _ages),
    )


def _distinct(values: tuple[T, ...], path: str) -> tuple[T, ...]:
    """Two rows with one id would make a citation ambiguous."""
    seen: set[str] = set()
    for index, value in enumerate(values):
        identity: str = getattr(value, "id")  # noqa: B009 - T has no common base to name it
        if identity in seen:
            raise BadInput(f"{path}[{index}].id", "this id is used twice; give each its own")
        seen.add(identity)
    return values


def _revocation(value: object, path: str) -> Revocation:
    row = Fields(value, path, {"consent", "at"})
    return Revocation(
        consent=row.required("consent", fields.opaque_id),
        at=row.required("at", fields.instant),
    )


def _event(value: object, path: str) -> Event:
    row = Fields(value, path, {"code", "client", "at"})
    return Event(
        code=row.required("code", fields.code),
        client=row.required("client", fields.opaque_id),
        at=row.required("at", fields.instant),
    )


def _restriction(value: object, path: str) -> Restriction:
    row = Fields(value, path, {"client", "classes", "recipient", "agreed_at", "ends_at"})
    return Restriction(
        client=row.required("client", fields.opaque_id),
        classes=frozenset(row.many("classes", fields.one_of(RECORD_CLASSES))),
        recipient=row.optional("recipient", read_named_or_id),
        agreed_at=row.required("agreed_at", fields.instant),
        ends_at=row.optional("ends_at", fields.instant),
    )


def _safety_flag(value: object, path: str) -> SafetyFlag:
    row = Fields(value, path, {"client", "recipient", "from", "to"})
    return SafetyFlag(
        client=row.required("client", fields.opaque_id),
        recipient=row.required("recipient", read_named_or_id),
        start=row.required("from", fields.instant),
        end=row.optional("to", fields.instant),
    )


def _qsoa(value: object, path: str) -> Qsoa:
    row = Fields(value, path, {"entity", "services", "from", "to"})
    return Qsoa(
        entity=row.required("entity", fields.opaque_id),
        services=frozenset(row.many("services", fields.code)),
        start=row.required("from", fields.instant),
        end=row.optional("to", fields.instant),
    )


def _legal_instrument(value: object, path: str) -> LegalInstrument:
    row = Fields(
        value,
        path,
        {"id", "type", "client", "classes", "recipient", "verified_by", "at"},
    )
    return LegalInstrument(
        id=row.required("id", fields.opaque_id),
        type=row.required("type", fields.one_of(INSTRUMENT_TYPES)),
        client=row.required("client", fields.opaque_id),
        classes=frozenset(row.many("classes", fields.one_of(RECORD_CLASSES))),
        recipient=row.optional("recipient", read_named_or_id),
        verified_by=row.many("verified_by", fields.opaque_id),
        at=row.required("at", fields.instant),
    )


def _membership(value: object, path: str) -> TeamMembership:
    row = Fields(value, path, {"worker", "client", "from", "to"})
    return TeamMembership(
        worker=row.required("worker", fields.opaque_id),
        client=row.required("client", fields.opaque_id),
        start=row.required("from", fields.instant),
        end=row.optional("to", fields.instant),
    )


def _approval(value: object, path: str) -> Approval:
    row = Fields(
        value,
        path,
        {"id", "kind", "entity", "classes", "written_agreement", "from", "to"},
    )
    return Approval(
        id=row.required("id", fields.opaque_id),
        kind=row.required("kind", fields.one_of(APPROVAL_KINDS)),
        entity=row.required("entity", fields.opaque_id),
        classes=frozenset(row.many("classes", fields.one_of(RECORD_CLASSES))),
        written_agreement=row.optional("written_agreement", fields.truth) or False,
        start=row.required("from", fields.instant),
        end=row.optional("to", fields.instant),
    )


def _intermediary(value: object, path: str) -> Intermediary:
    row = Fields(value, path, {"id", "members"})
    return Intermediary(
        id=row.required("id", fields.opaque_id), members=row.many("members", _participation)
    )


def _participation(value: object, path: str) -> Participation:
    row = Fields(value, path, {"entity", "treats", "from", "to"})
    return Participation(
        entity=row.required("entity", fields.opaque_id),
        treats=row.optional("treats", fields.truth) or False,
        start=row.required("from", fields.instant),
        end=row.optional("to", fields.instant),
    )


def _client(value: object, path: str) -> ClientFacts:
    row = Fields(value, path, {"id", "birth_date", "state", "adjudicated_incapable"})
    return ClientFacts(
        id=row.required("id", fields.opaque_id),
        birth_date=row.optional("birth_date", fields.day),
        state=row.optional("state", fields.text),
        adjudicated_incapable=row.optional("adjudicated_incapable", fields.truth),
    )


def _ages(value: object, path: str) -> Mapping[str, int]:
    if not isinstance(value, Mapping):
        raise BadInput(path, 'give an object from state to age, such as {"CA": 12}')
    ages: dict[str, int] = {}
    for state, age in value.items():
        ages[str(state).upper()] = _age(age, f"{path}.{state}")
    return ages


def _age(value: Any, path: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= OLDEST_MINOR:
        raise BadInput(path, f"give whole years from 0 to {OLDEST_MINOR}")
    return value
