"""Somebody comes back: into the same episode or a new one, and how much is assessed again.

Source: the handbook's readmission paragraph: within so many days the same episode, a setting of the
state or payer (`readmission_same_episode_days`; 0 is always a new one); an updated assessment is
enough within `assessment_update_days`. The person is always the same person.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Reason, Source, State, marked_by

RULE_SET = "returning-1"
VERSION = "1"
SAME, NEW, NO = "same_episode", "new_episode", "not_now"
UPDATE, WHOLE = "update", "whole"
SETTING = Source("readmission", "Readmission, setting of state and payer", "payer")
SAFETY = Source("return_safety", "What comes before care begins again", "norm")
OPIOIDS = ("opioid", "heroin", "fentanyl", "oxycodone", "hydrocodone", "morphine", "methadone")
# After these the care goes on; an admission in error was none, and is begun anew.
REOPENS = frozenset(
    {"completed", "left_against_advice", "lost_to_contact", "incarcerated", "other"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnNumbers:
    """Days in which the same episode goes on, and days for which an assessment can be updated."""

    same_days: int
    update_days: int

    @classmethod
    def of(cls, numbers: Mapping[str, ProgramNumber]) -> Self:
        return cls(
            same_days=int(numbers["readmission_same_episode_days"]),
            update_days=int(numbers["assessment_update_days"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Somebody who was here and asks again, on one day. `assessed_on` None: never signed.

    `has_won_appeal`: the discharge was overturned, and the care that ended goes on.
    `open_gates`: safety questions of a return into the same episode still to be asked; None: none.
    """

    on: date
    ended_on: date | None
    ended_as: str
    is_in_care: bool
    is_stopped: bool
    open_holds: int
    assessed_on: date | None
    has_won_appeal: bool = False
    open_gates: int | None = None

    @property
    def days(self) -> int | None:
        """Days since the episode ended."""
        return None if self.ended_on is None else (self.on - self.ended_on).days


@marked_by("numbers")
def way_back(asking: Asking, numbers: ReturnNumbers) -> Decision:
    """Same episode, new episode, or not now; `extras["assessment"]` says update or whole."""
    days = asking.days
    gates = (
        _line("return_not_in_care", not asking.is_in_care and asking.ended_on is not None, SAFETY),
        _line("return_not_stopped", not asking.is_stopped, SAFETY),
        _line("return_no_hold", asking.open_holds == 0, SAFETY),
    )
    same = (
        _line(
            "return_within_days", days is not None and days <= numbers.same_days, SETTING,
            days="" if days is None else days, limit=numbers.same_days,
        ),
        _line("return_kind_goes_on", asking.ended_as in REOPENS, SETTING),
    )  # fmt: skip
    if any(line.state is not State.MET for line in gates):
        outcome = NO
    else:
        is_same = asking.has_won_appeal or (
            numbers.same_days > 0 and all(line.state is State.MET for line in same)
        )
        outcome = SAME if is_same else NEW
    assessed = asking.assessed_on
    fresh = assessed is not None and (asking.on - assessed).days <= numbers.update_days
    lines = (
        *gates,
        *same,
        *((_line("return_appeal_won", True, SAFETY),) if asking.has_won_appeal else ()),
        *_gates(asking.open_gates),
        _line(
            "return_assessment_fresh", fresh, SETTING,
            days="" if assessed is None else (asking.on - assessed).days,
            limit=numbers.update_days,
        ),
    )  # fmt: skip
    extras = {"assessment": UPDATE if fresh else WHOLE}
    return Decision(outcome, RULE_SET, VERSION, lines, extras)


def _gates(still_open: int | None) -> tuple[Reason, ...]:
    if still_open is None:
        return ()
    return (_line("return_gates_answered", still_open == 0, SAFETY, open=still_open),)


def scales_for(substances: Collection[str]) -> tuple[str, ...]:
    """Which withdrawal scale fits: COWS for opioids, CIWA-Ar for anything else, both for both.

    What somebody used last is not always what they came for; where nothing is known both are taken.
    """
    told = {substance for substance in substances if substance}
    opioids = {substance for substance in told if any(word in substance for word in OPIOIDS)}
    scales = [("cows", not told or bool(opioids)), ("ciwa_ar", not told or bool(told - opioids))]
    return tuple(scale for scale, fits in scales if fits)


def _line(code: str, is_met: bool, source: Source, **detail: object) -> Reason:
    return Reason(code, State.MET if is_met else State.NOT_MET, source=source, detail=detail)
