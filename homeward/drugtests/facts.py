"""Facts this room announces."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class TestsDrawn:
    """A day's draw was run; these tests were ordered."""

    draw_id: UUID
    day: date
    test_ids: tuple[UUID, ...]
    at: datetime

    __test__ = False


@dataclass(frozen=True, slots=True)
class TestResulted:
    """A test has a result; `outcome` is negative, presumptive, positive, unexpected or invalid.

    `specimen` is what the specimen is worth: valid, dilute, substituted, adulterated, invalid.
    `was_known`: an earlier result of this test said the same, this one is at most firmer and finds
    nothing of which it did not speak.
    """

    test_id: UUID
    client_id: UUID
    episode_id: UUID
    outcome: str
    actor: Actor
    at: datetime
    specimen: str = ""
    was_known: bool = False

    __test__ = False


@dataclass(frozen=True, slots=True)
class TestEnded:
    """No specimen: missed, refused, unable or cancelled. Never counted as positive."""

    test_id: UUID
    client_id: UUID
    episode_id: UUID
    state: str
    actor: Actor
    at: datetime

    __test__ = False


@dataclass(frozen=True, slots=True)
class TestDiscussed:
    """The result was talked over with the client."""

    test_id: UUID
    client_id: UUID
    episode_id: UUID
    actor: Actor
    at: datetime

    __test__ = False
