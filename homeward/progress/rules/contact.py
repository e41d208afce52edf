"""Nobody has seen somebody for days: when the team decides, and when the case is closed.

Source: the handbook's discharge chapter. After so many days without an attended service the team
decides; federal data practice closes an ambulatory case after so many. The day of the last contact
and the day of the discharge are two facts, and both are kept.
"""

from dataclasses import dataclass
from datetime import date

from homeward.kernel.reasons import Decision, Reason, Source, State, marked_by

RULE_SET = "contact-1"
VERSION = "1"
IN_CONTACT, TEAM_DECIDES, CLOSE = "in_contact", "team_decides", "close"
TEAM = Source("lost_to_contact", "Lost to contact, team decision")
CLOSING = Source("federal_closing", "Federal data practice for ambulatory cases", "norm", "TEDS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """One episode on one day: the last day somebody was seen, tries since, the team's decision."""

    on: date
    last_contact_on: date
    tries: int
    team_decided_on: date | None = None

    @property
    def days(self) -> int:
        """Days since the last contact."""
        return (self.on - self.last_contact_on).days


@marked_by("team_days", "close_days")
def standing(away: Away, *, team_days: int, close_days: int) -> Decision:
    """In contact, for the team to decide, or to be closed; with the days behind it."""
    counted = {"days": away.days, "tries": away.tries}
    lines = (
        Reason(
            "team_decision_due",
            State.MET if away.days >= team_days else State.NOT_MET,
            source=TEAM,
            detail={**counted, "limit": team_days},
        ),
        Reason(
            "closing_due",
            State.MET if away.days >= close_days else State.NOT_MET,
            source=CLOSING,
            detail={**counted, "limit": close_days},
        ),
    )
    outcome = IN_CONTACT
    if away.days >= team_days:
        outcome = CLOSE if away.days >= close_days else TEAM_DECIDES
    return Decision(outcome, RULE_SET, VERSION, lines)


def problems_before_lost(away: Away, *, team_days: int) -> tuple[str, ...]:
    """What stands in the way of closing somebody as lost to contact, as codes."""
    problems = []
    if away.days < team_days:
        problems.append("lost_too_early")
    decided = away.team_decided_on
    if decided is None or not away.last_contact_on < decided <= away.on:
        problems.append("team_decision")
    return tuple(problems)
