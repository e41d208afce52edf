"""Carriers for tests and benches that behave like good and bad services."""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar
from uuid import uuid4

from homeward.notices.carriers.port import Inbound, Outbound


class Lost(ConnectionError):
    """The simulated service did not answer."""


class Recorder:
    """Keeps what it was given, by key; `before` runs first, in the sender's transaction."""

    name = "recorder"
    is_connected = True
    carried: ClassVar[dict[str, Outbound]] = {}
    handed_over: ClassVar[list[str]] = []
    before: ClassVar[Callable[[Outbound], None] | None] = None

    def carry(self, message: Outbound) -> None:
        """Take it; a repetition is noticed by its key."""
        if Recorder.before is not None:
            Recorder.before(message)
        Recorder.handed_over.append(message.key)
        Recorder.carried[message.key] = message

    @classmethod
    def says(cls, address: str, body: str, now: datetime, key: str = "") -> str:
        """Somebody answers from a number; what was understood."""
        from homeward.notices.inbound import receive

        return receive(Inbound(key or str(uuid4()), address, body), now)

    @classmethod
    def forget(cls) -> None:
        """Start anew."""
        cls.carried.clear()
        cls.handed_over.clear()
        cls.before = None


class Dead:
    """A service that never answers."""

    name = "dead"
    is_connected = False

    def carry(self, message: Outbound) -> None:
        """Always fails."""
        raise Lost


class TakesAndDies(Recorder):
    """Takes the message the first time and loses the answer: the sender must ask again."""

    name = "takes_and_dies"

    def carry(self, message: Outbound) -> None:
        """The second time with one key it says that it has it."""
        known = message.key in Recorder.carried
        super().carry(message)
        if not known:
            raise Lost
