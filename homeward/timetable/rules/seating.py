"""May this client take a standing seat in this group, and why.

Every line is answered, so that a refusal names all that stands in the way at once. Hours are
advice: more than the phase asks for warns and refuses nobody.

Sources: group sizes, field practice and payer caps; phases by staff decision, TIP 47; weekly
hours of the level of care, SAMHSA Advisory 2021.
"""

from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State, marked_by

RULE_SET = "timetable.seating"
VERSION = "1"
OFFER, REFUSE = "offer", "refuse"

PRACTICE = Source("group_size", "Usual size of treatment groups", "norm")
TIP_47 = Source("tip_47", "SAMHSA TIP 47, stages of outpatient care", "norm", "TIP 47")
HOURS = Source("samhsa_iop_2021", "SAMHSA Advisory, weekly hours of intensive outpatient", "norm")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFacts:
    """A group as the rule sees it; empty phases or track admit any. Minutes a week."""

    code: str
    site: str
    track: str
    phases: frozenset[str]
    capacity: int
    taken: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientFacts:
    """A client as the rule sees them. `clashes` names what they hold at the same time."""

    site: str
    track: str
    phase: str
    clashes: tuple[str, ...] = ()
    is_seated: bool = False
    is_kept_apart: bool = False
    planned_minutes: int = 0


@dataclass(frozen=True, slots=True)
class HoursAsked:
    """Clinical minutes a week the phase asks for, and the most the level allows."""

    required: int
    most: int


@marked_by("hours")
def seat_for(group: GroupFacts, client: ClientFacts, hours: HoursAsked) -> Decision:
    """Offer or refuse a standing seat, with every line of the rule."""
    lines = (
        _line("seat_is_free", group.taken < group.capacity, PRACTICE,
              taken=group.taken, capacity=group.capacity),
        _line("seat_same_site", group.site == client.site),
        _line("seat_same_track", group.track in ("", client.track)),
        _line("seat_same_phase", not group.phases or client.phase in group.phases, TIP_47),
        _line("seat_client_is_free", not client.clashes, names=", ".join(client.clashes)),
        _line("seat_not_yet_held", not client.is_seated),
        _line("seat_placement_rule", not client.is_kept_apart),
    )  # fmt: skip
    refused = any(line.state is State.NOT_MET for line in lines)
    return Decision(
        REFUSE if refused else OFFER, RULE_SET, VERSION, (*lines, _hours(group, client, hours))
    )


def _line(code: str, holds: bool, source: Source | None = None, **detail: object) -> Reason:
    return Reason(code, State.MET if holds else State.NOT_MET, (), source, detail)


def _hours(group: GroupFacts, client: ClientFacts, hours: HoursAsked) -> Reason:
    after = client.planned_minutes + group.minutes
    if after > hours.most:
        code, state = "seat_over_level_hours", State.NOT_MET
    elif client.planned_minutes >= hours.required:
        code, state = "seat_hours_already_met", State.NOT_MET
    else:
        code, state = "seat_hours_needed", State.MET
    detail = {
        "planned_hours": _in_hours(client.planned_minutes),
        "after_hours": _in_hours(after),
        "required_hours": _in_hours(hours.required),
        "most_hours": _in_hours(hours.most),
    }
    return Reason(code, state, (Evidence("weekly_minutes", "", str(after)),), HOURS, detail)


def _in_hours(minutes: int) -> str:
    return f"{minutes / 60:g}" if minutes % 6 == 0 else f"{minutes / 60:.1f}"
