"""Facts this room announces."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class ConsentSigned:
    """A client signed a consent."""

    consent_id: UUID
    client_id: UUID
    kind: str
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class ConsentRevoked:
    """A client took a consent back; it counts from `at`, never before."""

    consent_id: UUID
    client_id: UUID
    kind: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RestrictionDecided:
    """The program agreed to keep something from somebody, or said no; agreed, it binds."""

    request_id: UUID
    client_id: UUID
    is_agreed: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class SafetyFlagRaised:
    """Somebody may endanger a client and learns nothing; `contact_id` None: an organization."""

    flag_id: UUID
    client_id: UUID
    contact_id: UUID | None
    at: datetime


@dataclass(frozen=True, slots=True)
class GuardianshipEnded:
    """Somebody no longer decides for a client, or beside them."""

    guardianship_id: UUID
    client_id: UUID
    contact_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseClosed:
    """A client's case is over; what was to end with it counts as ended from `counts_from`."""

    closing_id: UUID
    client_id: UUID
    counts_from: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class ExchangeListKept:
    """An exchange answered a client's request; its list is on record."""

    request_id: UUID
    client_id: UUID
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class AgencyAsked:
    """An officer or an employer asked for something about a client; nothing is decided yet."""

    ask_id: UUID
    client_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class AgencyAnswered:
    """A worker let the engine decide what an agency asked; the answer is in the ledger."""

    ask_id: UUID
    client_id: UUID
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class EmergencyDisclosed:
    """Something was shared in a medical emergency; the privacy officer is to be told."""

    record_id: UUID
    client_id: UUID
    site_id: UUID
    actor: Actor
    at: datetime
