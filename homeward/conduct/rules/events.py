"""The kinds of event, and which ladder each climbs.

Substance use, coming intoxicated and everything about a test are clinical: they call for more
care, never for a rung of conduct. What was done beside the use (a threat, selling) is an event of
its own. `is_grave` kinds may, with a safety ground stated, go past rungs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

CONDUCT, CLINICAL = "conduct", "clinical"


@dataclass(frozen=True, slots=True)
class EventKind:
    """One kind: its ladder, whether it endangers somebody, and the house rule it belongs to."""

    code: str
    ladder: str
    is_grave: bool = False
    rule: str = ""


EVENT_KINDS: Mapping[str, EventKind] = MappingProxyType(
    {
        kind.code: kind
        for kind in (
            EventKind("late_or_left", CONDUCT, rule="on_time"),
            EventKind("absence", CONDUCT, rule="tell_before_absence"),
            EventKind("disruption", CONDUCT, rule="respect"),
            EventKind("disrespect", CONDUCT, rule="respect"),
            EventKind("phone_or_recording", CONDUCT, rule="phones"),
            EventKind("confidentiality", CONDUCT, rule="confidentiality"),
            EventKind("relationship", CONDUCT, rule="relationships"),
            EventKind("prohibited_item", CONDUCT, rule="no_substances"),
            EventKind("property", CONDUCT, rule="respect"),
            EventKind("threat", CONDUCT, is_grave=True, rule="no_violence"),
            EventKind("violence", CONDUCT, is_grave=True, rule="no_violence"),
            EventKind("weapon", CONDUCT, is_grave=True, rule="no_violence"),
            EventKind("selling", CONDUCT, is_grave=True, rule="no_substances"),
            EventKind("sexual_misconduct", CONDUCT, is_grave=True, rule="no_intimacy"),
            EventKind("substance_use", CLINICAL, rule="tell_staff_about_use"),
            EventKind("came_intoxicated", CLINICAL, rule="tell_staff_about_use"),
            EventKind("test_positive", CLINICAL, rule="testing"),
            EventKind("test_missed", CLINICAL, rule="testing"),
            EventKind("test_refused", CLINICAL, rule="testing"),
        )
    }
)
