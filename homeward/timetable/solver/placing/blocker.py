"""What stands in the way of one placement: a code and the record that causes it.

A rule that keeps two clients apart is `placement_rule` of no record: neither the other person nor
the kind of rule may be read from it.
"""

from dataclasses import dataclass

CLIENT, STAFF, ROOM, GROUP, PROGRAM, RULE = "client", "staff", "room", "group", "program", "rule"


@dataclass(frozen=True, slots=True, order=True)
class Blocker:
    """One obstacle; `kind` and `ref` name its record."""

    code: str
    kind: str
    ref: str = ""

    def to_json(self) -> dict[str, object]:
        """The plain form."""
        return {"code": self.code, "record": {"kind": self.kind, "id": self.ref}}


PLACEMENT_RULE = Blocker("placement_rule", RULE)
CODES = {
    "program_closed": "The program is closed then.",
    "too_few_on_duty": "Too few of the staff are on duty then for clients to be on site.",
    "client_not_available": "The client is not available then.",
    "client_busy": "The client is in another session then.",
    "client_idle_gap": "It would leave the client an idle gap that day.",
    "client_day_full": "The client's day would be longer than it may be.",
    "client_week_full": "The client's week would be longer than is authorised.",
    "client_mode": "The client does not meet in this way.",
    "client_other_mode_that_day": "The client meets in the other way that day.",
    "client_service_that_day": "The client has this service that day already.",
    "client_need_met": "The client has all they need of this service.",
    "placement_rule": "A placement rule.",
    "staff_not_qualified": "They do not have the service, the language or the population.",
    "staff_not_assigned": "They are not assigned to the client for this service.",
    "staff_barred": "They may not give this service this week.",
    "staff_credential_ended": "Their credential has ended by then.",
    "staff_not_working": "They do not work then.",
    "staff_busy": "They are with someone else then.",
    "staff_documenting": "They document a group then.",
    "staff_day_full": "Their day of contact would be longer than their cap.",
    "staff_week_full": "Their week of contact would be longer than their cap.",
    "staff_led_groups_full": "They lead as many groups that day as one person may.",
    "declared_conflict": "The two have a declared conflict.",
    "room_busy": "The room is taken then.",
    "room_closed": "The room is closed then.",
    "room_small": "The room has too few places.",
    "room_kind": "The room is of the other kind.",
    "no_room_free": "No room of the kind is free then.",
    "no_leader_free": "Nobody who could lead it is free then.",
    "group_full": "The group is full.",
    "group_mismatch": "The group is for another phase, language or population.",
    "group_pattern": "These days and starts are not an allowed pattern.",
    "group_count": "The group meets more or less often than the client needs.",
    "too_few_people": "Too few people who need it could come then.",
}
