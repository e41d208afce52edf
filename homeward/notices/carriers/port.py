"""The port every carrier fills."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

DEFAULTS: Mapping[str, str] = {
    "text": "homeward.notices.carriers.folder.Folder",
    "email": "homeward.notices.carriers.folder.Folder",
    "letter": "homeward.notices.carriers.folder.Folder",
    "note": "homeward.notices.carriers.page.Page",
}


@dataclass(frozen=True, slots=True)
class Outbound:
    """One message as it leaves. `key` lets the carrier know a repetition."""

    key: str
    channel: str
    address: str
    sender: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Inbound:
    """One text that came in from a number. `key` is the carrier's own name of the message.

    A carrier that hears something hands it to `homeward.notices.inbound.receive`.
    """

    key: str
    address: str
    body: str


class Carrier(Protocol):
    """Takes a message away. Any exception means it did not leave, and it is tried again."""

    name: str
    is_connected: bool

    def carry(self, message: Outbound) -> None:
        """Hand the message over; twice with one key is once."""


def carrier_for(channel: str) -> Carrier:
    """The carrier of a channel as this installation has it."""
    named = getattr(settings, "NOTICE_CARRIERS", {})
    made: Carrier = import_string(named.get(channel) or DEFAULTS[channel])()
    return made


def connected(channel: str) -> bool:
    """Whether the channel really reaches somebody outside this machine."""
    return carrier_for(channel).is_connected
