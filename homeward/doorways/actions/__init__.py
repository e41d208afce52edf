"""What can be done in this room."""

from homeward.doorways.actions.cards import Printed, print_card, redeem_card
from homeward.doorways.actions.devices import (
    end_device,
    end_way_in,
    enter_at_tablet,
    enter_with_pin,
    keep_passkey_device,
    keep_pin_device,
    keep_tablet_pin,
    lose_devices,
)
from homeward.doorways.actions.identity import prove_identity
from homeward.doorways.refusals import PinRefused

__all__ = [
    "PinRefused",
    "Printed",
    "end_device",
    "end_way_in",
    "enter_at_tablet",
    "enter_with_pin",
    "keep_passkey_device",
    "keep_pin_device",
    "keep_tablet_pin",
    "lose_devices",
    "print_card",
    "prove_identity",
    "redeem_card",
]
