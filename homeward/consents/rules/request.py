"""What somebody asks to disclose, to whom, and for what."""

from dataclasses import dataclass
from datetime import date, datetime

from .instants import bring_to_utc
from .parties import Recipient


@dataclass(frozen=True)
class Item:
    """One record that would leave. `record_class` is a kernel record class."""

    id: str
    record_class: str
    dated: date | None = None
    author: str | None = None


@dataclass(frozen=True)
class Emergency:
    """The two of the four facts of 2.51(c) that only the caller knows."""

    facility: str = ""
    nature: str = ""


@dataclass(frozen=True)
class PriorDisclosure:
    """What already left under a consent; it stands, and permits nothing new."""

    consent: str
    item: str
    at: datetime

    def __post_init__(self) -> None:
        bring_to_utc(self, "at")


@dataclass(frozen=True)
class Request:
    """The whole request; facts that are absent are unknown."""

    client: str
    discloser: str
    recipient: Recipient
    purpose: str
    items: tuple[Item, ...] = ()
    service: str | None = None
    emergency: Emergency | None = None
    instruments: frozenset[str] = frozenset()
    report: str | None = None
    incident: str | None = None
    prior_disclosures: tuple[PriorDisclosure, ...] = ()
