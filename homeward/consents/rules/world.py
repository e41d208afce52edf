"""The facts a disclosure is decided on, all as frozen values.

Periods are half-open; `records_to` is the last day included. Instants must carry an offset and
are kept in UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from .instants import bring_to_utc, to_utc
from .jurisdictions import StateAge
from .parties import Named


@dataclass(frozen=True)
class Signer:
    """Who signed, and by what authority: client, minor_own, guardian or representative."""

    id: str
    authority: str


@dataclass(frozen=True)
class Through:
    """Whom an intermediary may pass records on to, as the consent says it (2.31(a)(4)(ii)).

    `members` are named one by one; the general designation "treating_providers" is every
    participant with a treating provider relationship to the client.
    """

    designation: str
    members: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Consent:
    """One written consent. `signed_at` and `signer` are None only while it is a draft."""

    id: str
    client: str
    kind: str
    signed_at: datetime | None = None
    signer: Signer | None = None
    disclosers: frozenset[str] = frozenset()
    recipients: tuple[Named, ...] = ()
    purposes: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    records_from: date | None = None
    records_to: date | None = None
    starts_at: datetime | None = None
    expires_at: datetime | None = None
    expires_on_event: str | None = None
    irrevocable_until_event: str | None = None
    superseded_at: datetime | None = None
    through: Through | None = None
    # The local day of signing decides the signer's age; it is read before UTC hides it.
    signed_on: date | None = field(default=None)

    def __post_init__(self) -> None:
        if self.signed_on is None and self.signed_at is not None:
            object.__setattr__(self, "signed_on", self.signed_at.date())
        bring_to_utc(self, "signed_at", "starts_at", "expires_at", "superseded_at")


@dataclass(frozen=True)
class Revocation:
    """The client's withdrawal of one consent; it counts from `at` on."""

    consent: str
    at: datetime

    def __post_init__(self) -> None:
        bring_to_utc(self, "at")


@dataclass(frozen=True)
class Event:
    """Something that happened to one client and may end or unlock a consent."""

    code: str
    client: str
    at: datetime

    def __post_init__(self) -> None:
        bring_to_utc(self, "at")


@dataclass(frozen=True)
class Restriction:
    """A limit the program agreed to (2.26). Without a recipient it holds against everyone."""

    client: str
    agreed_at: datetime
    classes: frozenset[str] = frozenset()
    recipient: Named | None = None
    ends_at: datetime | None = None

    def __post_init__(self) -> None:
        bring_to_utc(self, "agreed_at", "ends_at")


@dataclass(frozen=True)
class SafetyFlag:
    """The recipient may endanger the client: nothing goes out while it stands."""

    client: str
    recipient: Named
    start: datetime
    end: datetime | None = None

    def __post_init__(self) -> None:
        bring_to_utc(self, "start", "end")


@dataclass(frozen=True)
class Qsoa:
    """A qualified service organization agreement (2.11, 2.12(c)(4))."""

    entity: str
    start: datetime
    services: frozenset[str] = frozenset()
    end: datetime | None = None

    def __post_init__(self) -> None:
        bring_to_utc(self, "start", "end")


@dataclass(frozen=True)
class Participation:
    """An entity takes part in an exchange for a while; `treats` says it is a treating provider."""

    entity: str
    start: datetime
    treats: bool = False
    end: datetime | None = None

    def __post_init__(self) -> None:
        bring_to_utc(self, "start", "end")


@dataclass(frozen=True)
class Intermediary:
    """An exchange that passes records on to its participants (2.11, 2.24)."""

    id: str
    members: tuple[Participation, ...] = ()


@dataclass(frozen=True)
class LegalInstrument:
    """A court paper, with the people who verified that it is what it says."""

    id: str
    type: str
    client: str
    at: datetime
    classes: frozenset[str] = frozenset()
    recipient: Named | None = None
    verified_by: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        bring_to_utc(self, "at")


@dataclass(frozen=True)
class TeamMembership:
    """A worker is on the client's team for a while."""

    worker: str
    client: str
    start: datetime
    end: datetime | None = None

    def __post_init__(self) -> None:
        bring_to_utc(self, "start", "end")


@dataclass(frozen=True)
class Approval:
    """Leave for research (2.52) or for audit and evaluation (2.53)."""

    id: str
    kind: str
    entity: str
    start: datetime
    classes: frozenset[str] = frozenset()
    written_agreement: bool = False
    end: datetime | None = None

    def __post_init__(self) -> None:
        bring_to_utc(self, "start", "end")


@dataclass(frozen=True)
class ClientFacts:
    """What decides who may sign for a client; None is unknown.

    `under_guardian` are the periods of a court's word, half-open; where they are given they decide
    by the instant of signing, otherwise `adjudicated_incapable` holds at all times.
    """

    id: str
    birth_date: date | None = None
    state: str | None = None
    adjudicated_incapable: bool | None = None
    under_guardian: tuple[tuple[datetime, datetime | None], ...] | None = None

    def lacked_capacity(self, at: datetime | None) -> bool:
        """Whether somebody else decided for the client at an instant, by a court's word."""
        if self.under_guardian is None or at is None:
            return bool(self.adjudicated_incapable)
        at = to_utc(at)
        return any(
            to_utc(start) <= at and (end is None or at < to_utc(end))
            for start, end in self.under_guardian
        )


@dataclass(frozen=True)
class World:
    """Everything known. `minor_consent_ages` replaces the shipped state table when given.

    `minor_age_lines` are lines over that table, each from a day on: a signature is judged by what
    held on its own day.
    """

    consents: tuple[Consent, ...] = ()
    revocations: tuple[Revocation, ...] = ()
    events: tuple[Event, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    safety_flags: tuple[SafetyFlag, ...] = ()
    qsoas: tuple[Qsoa, ...] = ()
    legal_instruments: tuple[LegalInstrument, ...] = ()
    team: tuple[TeamMembership, ...] = ()
    approvals: tuple[Approval, ...] = ()
    intermediaries: tuple[Intermediary, ...] = ()
    clients: tuple[ClientFacts, ...] = ()
    minor_consent_ages: Mapping[str, int] | None = None
    minor_age_lines: tuple[StateAge, ...] = ()

    def __post_init__(self) -> None:
        if self.minor_consent_ages is not None:
            frozen = MappingProxyType(dict(self.minor_consent_ages))
            object.__setattr__(self, "minor_consent_ages", frozen)

    def facts_of(self, client: str) -> ClientFacts:
        """What is known of a client; all unknown when the world does not list them."""
        known = (facts for facts in self.clients if facts.id == client)
        return next(known, ClientFacts(id=client))

    def intermediary(self, entity: str) -> Intermediary | None:
        """The exchange of this id, or None where the recipient is none."""
        return next((each for each in self.intermediaries if each.id == entity), None)
