"""May this client take a place for one time in that session to make up hours, and why.

Only somebody in the program whose week is short of its hours: never a guest, never an outsider,
whoever brings them. The place is in the same program week, at their site, for their phase, where
they are free. Minutes count in the week they are delivered. Source: the handbook's make-up rule;
confidentiality of the people in the group, 42 CFR Part 2.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from homeward.kernel.reasons import Decision, Reason, Source, State

RULE_SET = "attendance.drop_in"
VERSION = "1"
OFFER, REFUSE = "offer", "refuse"
PART_2 = Source(
    "part_2_group", "Who is in a group is confidential: 42 CFR Part 2", "law", "42 CFR 2.13"
)
PRACTICE = Source("make_up_week", "Make-up within the payer week, field practice", "norm")
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks for the place: whether in the program, and what their week is missing."""

    is_enrolled: bool
    missing_minutes: int = 0
    missing_days: int = 0
    days_held: frozenset[date] = frozenset()
    thin_days: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The session as the client would find it; `fits_windows` is None where nothing was said."""

    on: date
    starts_at: datetime
    week_starts_on: date
    clinical_minutes: int
    capacity: int
    taken: int
    is_group: bool = True
    is_for_hours: bool = True
    is_same_site: bool = True
    is_for_phase: bool = True
    fits_windows: bool | None = None
    clashes: tuple[str, ...] = ()
    is_seated: bool = False
    is_kept_apart: bool = False


def drop_in_of(asking: Asking, place: Place, now: datetime) -> Decision:
    """Offer or refuse, with every line answered; an outsider is refused by the first alone."""
    enrolled = _line("drop_in_is_enrolled", asking.is_enrolled, PART_2)
    if not asking.is_enrolled:
        return Decision(REFUSE, RULE_SET, VERSION, (enrolled,))
    in_week = place.week_starts_on <= place.on < place.week_starts_on + WEEK
    lines = (
        enrolled,
        _line("drop_in_hours_missing", _helps(asking, place), PRACTICE,
              minutes=asking.missing_minutes),
        _line("makeup_same_week", in_week, PRACTICE),
        _line("makeup_still_to_come", place.starts_at > now),
        _line("drop_in_is_group", place.is_group and place.is_for_hours),
        _line("makeup_is_treatment", place.clinical_minutes > 0, minutes=place.clinical_minutes),
        _line("seat_is_free", place.taken < place.capacity,
              taken=place.taken, capacity=place.capacity),
        _line("seat_same_site", place.is_same_site),
        _line("seat_same_phase", place.is_for_phase),
        _windows(place),
        _line("seat_client_is_free", not place.clashes, names=", ".join(place.clashes)),
        _line("seat_not_yet_held", not place.is_seated),
        _line("seat_placement_rule", not place.is_kept_apart),
    )  # fmt: skip
    refused = any(line.state is State.NOT_MET for line in lines)
    return Decision(REFUSE if refused else OFFER, RULE_SET, VERSION, lines)


def _helps(asking: Asking, place: Place) -> bool:
    """Hours are missing; or a day, and this is a new one; or this very day is too short."""
    return (
        asking.missing_minutes > 0
        or (asking.missing_days > 0 and place.on not in asking.days_held)
        or place.on in asking.thin_days
    )


def _windows(place: Place) -> Reason:
    if place.fits_windows is None:
        return Reason("drop_in_fits_windows", State.UNKNOWN)
    return _line("drop_in_fits_windows", place.fits_windows)


def _line(code: str, holds: bool, source: Source | None = None, **detail: object) -> Reason:
    return Reason(code, State.MET if holds else State.NOT_MET, (), source, detail)
