"""Numbers of getting in: how long a card holds, how often one may type something wrong."""

from homeward.program.rules.catalogue import known_number

DOOR_NUMBERS = (
    known_number("door_card_hours", "72", "hours", "homeward_default", "1", "168"),
    known_number("door_card_tries", "5", "count", "homeward_default", "3", "10"),
    known_number("door_pin_tries", "5", "count", "homeward_default", "3", "10"),
)
