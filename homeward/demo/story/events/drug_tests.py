"""Drug tests, from the draw to the talk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from .event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalyteResult:
    """`value`: negative, presumptive_positive, positive, positive_expected, negative_unexpected,
    invalid."""

    analyte: str
    value: str
    level: float | None
    unit: str
    cutoff: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TestDrawn(Event):
    """Picked by the seeded draw of that day (or `for_cause`). `test` is the key of the next
    events."""

    test: str
    day: date
    panel: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TestNotified(Event):
    """The client was told; the window closes at `due_at`."""

    test: str
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TestCollected(Event):
    """Specimen in hand. `collection`: unobserved or temperature_monitored. Degrees Fahrenheit."""

    test: str
    collection: str
    temperature_f: float
    client_initialed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TestEnded(Event):
    """No specimen: `state` missed, refused, unable or cancelled, never counted as positive."""

    test: str
    state: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TestResulted(Event):
    """`method`: presumptive (on site) or definitive (laboratory, later, only analytes sent).

    `specimen`: valid, dilute_neg, dilute_pos, invalid, adulterated.
    """

    test: str
    method: str
    specimen: str
    creatinine_mg_dl: float
    specific_gravity: float
    results: tuple[AnalyteResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TestReviewed(Event):
    """A clinician has seen the result; a positive one is discussed instead, which counts as one."""

    test: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TestDiscussed(Event):
    """The counselor talked the result over. `client_account`: agrees, disputes,
    explains_medicine. `unconfirmed_reason`: why what is disputed goes to no laboratory."""

    test: str
    client_account: str
    response: str
    unconfirmed_reason: str = ""
