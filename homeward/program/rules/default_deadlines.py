"""When documents are due where a program says nothing else: clock start, limit, unit, source."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from homeward.kernel.reasons import Source
from homeward.program.rules.defaults import ALWAYS

CLOCK_STARTS = (
    "request", "admission", "assessment", "first_group", "session_end", "plan_active",
    "last_review", "last_certification", "unexpected_result", "incident", "discharge",
)  # fmt: skip
UNITS = ("minutes", "hours", "days", "weeks")
CALENDARS = ("calendar", "business")


@dataclass(frozen=True, slots=True)
class DueRule:
    """One document is due `limit` units after its clock starts; 0 means at that moment or before.

    `applies_to` is "all", a level as in "level:2.5", a site (which stands for its state) as in
    "site:north", or a payer as in "payer:medicare".
    """

    document: str
    applies_to: str
    clock_start: str
    limit: int
    unit: str
    calendar: str
    source: Source
    starts_on: date = ALWAYS
    is_adopted: bool = False


def _due(document: str, clock: str, limit: int, unit: str, calendar: str = "calendar") -> DueRule:
    source = Source("homeward_default", "Homeward starting value, to be confirmed by each program")
    return DueRule(document, "all", clock, limit, unit, calendar, source)


DEADLINES: Mapping[str, DueRule] = MappingProxyType(
    {
        rule.document: rule
        for rule in (
            _due("assessment", "first_group", 0, "days"),
            _due("initial_plan", "admission", 1, "days"),
            _due("full_plan", "admission", 7, "days"),
            _due("plan_review", "last_review", 30, "days"),
            _due("continued_stay", "last_review", 14, "days"),
            _due("medicare_certification", "last_certification", 60, "days"),
            _due("medicare_certification_warning", "last_certification", 45, "days"),
            # Partial hospitalization: again on day 18, and from then on every 30 days.
            _due("partial_certification_first", "last_certification", 18, "days"),
            _due("partial_certification", "last_certification", 30, "days"),
            _due("progress_note", "session_end", 24, "hours"),
            _due("group_note", "session_end", 24, "hours"),
            _due("note_lock", "session_end", 72, "hours"),
            _due("crisis_note", "session_end", 24, "hours"),
            _due("unexpected_result_talk", "unexpected_result", 2, "days", "business"),
            _due("incident_report", "incident", 24, "hours"),
            _due("discharge_summary", "discharge", 5, "days", "business"),
            _due("packet_treatment_consent", "admission", 0, "days"),
            _due("packet_notices", "admission", 0, "days"),
            _due("packet_rules", "admission", 1, "days"),
            _due("packet_rights", "admission", 1, "days"),
            _due("packet_tpo", "admission", 5, "days", "business"),
            _due("packet_releases", "admission", 7, "days"),
            _due("packet_financial", "admission", 3, "days", "business"),
            _due("packet_drug_testing", "admission", 1, "days"),
            _due("packet_telehealth", "admission", 7, "days"),
            _due("packet_orientation", "admission", 7, "days"),
            _due("packet_emergency_contact", "admission", 1, "days"),
            _due("packet_advance_directive", "admission", 7, "days"),
            _due("packet_health_screen", "admission", 3, "days"),
            _due("packet_pdmp", "admission", 2, "days", "business"),
            _due("packet_naloxone", "admission", 1, "days"),
            _due("packet_certification", "admission", 0, "days"),
        )
    }
)
