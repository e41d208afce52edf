"""Belongings, never bodies; and what becomes of what is found.

A search has three answers: not without written consent, not alone, not on a body. There is no
code for clothing that is worn or for a body, so none can be asked for or written down.

| Found | May become of it |
|---|---|
| own medicine | given to the nurse to keep; given back on leaving; taken home by a named person |
| inhaler, epinephrine, insulin, naloxone | stays with the person, whatever the house rules say |
| somebody else's medicine | destroyed before two witnesses; surrendered without a name |
| alcohol | given back on leaving; poured away with agreement before two witnesses |
| drug, or something not known | destroyed before two witnesses; surrendered without a name |
| things to use with | thrown away with agreement; destroyed before two witnesses |
| lawful sharp or tool | kept locked and given back on leaving; taken home by a named person |
| weapon | kept locked and given back on leaving where lawful; surrendered without a name |
| tobacco, vape, other lawful thing | given back on leaving; taken home by a named person |
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from homeward.kernel.reasons import Decision, Reason, Source, State

RULE_SET, VERSION = "conduct.searches", "1"
ALLOW, REFUSE = "allow", "refuse"
PLACES = (
    "bag",
    "coat_or_jacket_taken_off",
    "pockets_emptied_by_the_client",
    "locker",
    "vehicle_on_site",
)
GROUNDS = ("everyone_today", "seen_or_told", "client_asked", "return_after_leave")

STAYS, RETURNED, NURSE, HOME, WITH_AGREEMENT, DESTROYED, SURRENDERED = WAYS = (
    "stays_with_person",
    "returned_on_leaving",
    "kept_by_nurse",
    "taken_home",
    "thrown_away_agreed",
    "destroyed_witnessed",
    "surrendered_no_name",
)
MAY_BECOME: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "safety_medicine": frozenset({STAYS}),
        "own_medicine": frozenset({NURSE, RETURNED, HOME}),
        "other_medicine": frozenset({DESTROYED, SURRENDERED}),
        "alcohol": frozenset({RETURNED, DESTROYED}),
        "drug": frozenset({DESTROYED, SURRENDERED}),
        "unknown_substance": frozenset({DESTROYED, SURRENDERED}),
        "paraphernalia": frozenset({WITH_AGREEMENT, DESTROYED}),
        "sharp_or_tool": frozenset({RETURNED, HOME}),
        "weapon": frozenset({RETURNED, SURRENDERED}),
        "tobacco_or_vape": frozenset({RETURNED, HOME}),
        "other_lawful": frozenset({RETURNED, HOME, WITH_AGREEMENT}),
    }
)
SAFETY_MEDICINE = "safety_medicine"
# Never given back, whatever anybody ticks.
NEVER_RETURNED = frozenset({"drug", "unknown_substance", "other_medicine"})

BELONGINGS = Source("belongings_search", "Belongings, not bodies; consent; two of staff", "norm")
SAFETY = Source("safety_medicine", "What saves a life within minutes is never kept away", "norm")
FOUND = Source("found_items", "What is lawful goes back; drugs never do", "norm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A search as somebody wants to make it. Staff are opaque references."""

    has_written_consent: bool
    agrees_now: bool
    first: str
    second: str
    places: Collection[str]
    ground: str


def may_search(asked: Asked) -> Decision:
    """Whether the belongings may be looked through, every line said."""
    return _decided(
        (
            _line("search_has_written_consent", asked.has_written_consent, BELONGINGS),
            _line("search_agreed_today", asked.agrees_now, BELONGINGS),
            _line(
                "search_two_of_staff",
                bool(asked.first) and bool(asked.second) and asked.first != asked.second,
                BELONGINGS,
            ),
            _line(
                "search_belongings_only",
                bool(asked.places) and set(asked.places) <= set(PLACES),
                BELONGINGS,
            ),
            _line("search_has_ground", asked.ground in GROUNDS, BELONGINGS),
        )
    )


def may_become(kind: str, way: str, *, by: str, witnesses: Collection[str]) -> Decision:
    """Whether a found thing may end this way, with these people at it.

    Every ending has a second person. What is destroyed or surrendered has two witnesses beside
    who does it.
    """
    others = {each for each in witnesses if each and each != by}
    needed = 2 if way in (DESTROYED, SURRENDERED) else 1
    return _decided(
        (
            _line("found_never_returned", not (kind in NEVER_RETURNED and way == RETURNED), FOUND),
            _line(
                "found_safety_medicine_stays",
                not (kind == SAFETY_MEDICINE and way != STAYS),
                SAFETY,
            ),
            _line("found_way_fits", way in MAY_BECOME.get(kind, frozenset()), FOUND),
            Reason(
                "found_enough_witnesses",
                State.MET if len(others) >= needed else State.NOT_MET,
                (),
                FOUND,
                {"needed": needed},
            ),
        )
    )


def _decided(lines: tuple[Reason, ...]) -> Decision:
    refused = any(line.state is State.NOT_MET for line in lines)
    return Decision(REFUSE if refused else ALLOW, RULE_SET, VERSION, lines)


def _line(code: str, holds: bool, source: Source) -> Reason:
    return Reason(code, State.MET if holds else State.NOT_MET, (), source)
