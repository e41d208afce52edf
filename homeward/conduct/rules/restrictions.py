"""Who is to stay away from whom, what that binds, and when it ends.

A restriction always has a review day and ends on it unless it is renewed with a reason; nobody
stays restricted because nobody looked.

| Between | At a group | On site |
|---|---|---|
| two clients | never in one session | never on site in the same hours |
| a client and somebody of staff | not one to one, not in groups that person leads | the same |
| a client and a contact or visitor | nothing is shared, staff ask at the door | the same |
"""

from dataclasses import dataclass
from datetime import date, timedelta

from homeward.kernel.reasons import Decision, Reason, Source, State, marked_by

RULE_SET, VERSION = "conduct.restrictions", "1"
ALLOW, REFUSE = "allow", "refuse"
CLIENTS, STAFF, CONTACT = BETWEEN = ("clients", "staff", "contact")
GROUP, SITE = REACHES = ("group", "site")
SHORTEST_REASON = 10
ENDS = Source("restriction_review", "A restriction ends on its review day unless renewed", "norm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A restriction as somebody wants it, or its renewal."""

    between: str
    reach: str
    starts_on: date
    review_on: date
    reason: str
    is_same_person: bool = False
    other_known: bool = True


@marked_by("most_days")
def may_restrict(wanted: Wanted, today: date, most_days: int) -> Decision:
    """Whether it may be set: two different people, a reason, a review day that is near enough."""
    lines = (
        _line("restriction_two_people", not wanted.is_same_person and wanted.other_known),
        _line("restriction_has_reason", len(wanted.reason.strip()) >= SHORTEST_REASON),
        _line("restriction_starts_before_review", wanted.starts_on < wanted.review_on),
        _line("restriction_review_ahead", wanted.review_on > today),
        Reason(
            "restriction_review_soon_enough",
            State.MET
            if wanted.review_on <= max(wanted.starts_on, today) + timedelta(days=most_days)
            else State.NOT_MET,
            (),
            ENDS,
            {"days": most_days},
        ),
    )
    refused = any(line.state is State.NOT_MET for line in lines)
    return Decision(REFUSE if refused else ALLOW, RULE_SET, VERSION, lines)


def holds_on(starts_on: date, review_on: date, ended_on: date | None, day: date) -> bool:
    """Whether it binds on a day. The review day itself is free, and so is the day of an end."""
    last = min(review_on, ended_on) if ended_on else review_on
    return starts_on <= day < last


def _line(code: str, holds: bool) -> Reason:
    return Reason(code, State.MET if holds else State.NOT_MET, (), ENDS)
