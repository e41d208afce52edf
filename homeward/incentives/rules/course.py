"""The next amount after any history: up by a step, a bonus, a reset, the way back, two caps.

A history is what was counted, in the order of counting. The same history gives the same amount.
An excused test or session changes nothing. Nothing here is ever taken back from anybody.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from homeward.incentives.rules.cents import dollars
from homeward.incentives.rules.terms import PRIZE, Terms
from homeward.kernel.reasons import Decision, Reason, State

RULE_SET, VERSION = "incentives", "1"
MET, UNMET, MISSED, EXCUSED = "met", "unmet", "missed", "excused"
OUTCOMES = (MET, UNMET, MISSED, EXCUSED)
RESETS = frozenset({UNMET, MISSED})
EARNS, NOTHING, AGAIN = "earns", "nothing", "begins_again"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a client stands: steps up from the first amount, how many in a row, the way back."""

    height: int = 0
    streak: int = 0
    earlier: int = 0


@dataclass(frozen=True, slots=True)
class Used:
    """Cents earned before, net of corrections: on this day, and in this calendar year."""

    day: int = 0
    year: int = 0


@dataclass(frozen=True, slots=True)
class Units:
    """Cents or draws: for the height, and on top."""

    plain: int
    bonus: int

    @property
    def all(self) -> int:
        return self.plain + self.bonus


def after(terms: Terms, standing: Standing, outcome: str) -> Standing:
    """Where the client stands once this outcome is counted."""
    if outcome in RESETS:
        return Standing(earlier=max(standing.earlier, standing.height))
    if outcome != MET:
        return standing
    streak = standing.streak + 1
    height = min(standing.height + 1, highest(terms))
    if streak == terms.restore_after or height >= standing.earlier:
        return Standing(max(height, standing.earlier), streak)
    return replace(standing, height=height, streak=streak)


def highest(terms: Terms) -> int:
    """The number of steps after which the amount does not grow.

    >>> highest(Terms(kind="voucher", first=250, step=125, most=700))
    4
    """
    return -(-(terms.most - terms.first) // terms.step) if terms.step else 0


def standing_after(terms: Terms, outcomes: Iterable[str]) -> Standing:
    """The whole history at once."""
    standing = Standing()
    for outcome in outcomes:
        standing = after(terms, standing, outcome)
    return standing


def units_at(terms: Terms, standing: Standing) -> Units:
    """What the next one that counts brings, before any cap."""
    plain = min(terms.first + standing.height * terms.step, terms.most)
    is_bonus = terms.bonus_every > 0 and (standing.streak + 1) % terms.bonus_every == 0
    return Units(plain, terms.bonus if is_bonus else 0)


def left_under(terms: Terms, used: Used) -> int:
    """Cents that the funder's two caps leave open now; never negative."""
    return max(0, min(terms.visit_cap - used.day, terms.year_cap - used.year))


def decide(
    terms: Terms, history: Iterable[str], outcome: str, used: Used, drawn: int = 0
) -> Decision:
    """What this outcome earns after this history; `drawn` is what the slips said, in cents.

    `extras["cents"]` is the amount; it is 0 for every outcome but one that counts.
    """
    before = standing_after(terms, history)
    units = units_at(terms, before)
    ahead = after(terms, before, outcome)
    counts = outcome == MET
    reasons = [Reason(f"incentive_{outcome}", State.MET if counts else State.NOT_MET)]
    cents = 0
    if counts:
        wanted = drawn if terms.kind == PRIZE else units.all
        cents = min(wanted, left_under(terms, used))
        reasons += [*_height(terms, before, units), *_caps(terms, used, wanted, cents)]
        if before.earlier > before.height + 1 and not ahead.earlier:
            reasons.append(Reason("incentive_restored", State.MET))
    elif outcome in RESETS:
        first = units_at(terms, ahead).plain
        reasons.append(Reason("incentive_reset", State.MET, detail=_amount(terms, first)))
        if terms.restore_after and ahead.earlier:
            detail = {"needed": terms.restore_after}
            reasons.append(Reason("incentive_way_back", State.MET, detail=detail))
    extras: dict[str, Any] = {"cents": cents, "streak": ahead.streak, "height": ahead.height}
    if terms.kind == PRIZE and counts:
        extras["draws"] = units.all
    return Decision(_word(outcome, cents), RULE_SET, VERSION, tuple(reasons), extras)


def next_amount(terms: Terms, history: Iterable[str], used: Used) -> Decision:
    """What the next one that counts would bring; for a bowl `extras["draws"]`, and at most cents.

    `extras` has how many in a row stand, and how many more bring the earlier height back (0: no
    way back is open).
    """
    standing = standing_after(terms, history)
    units, left = units_at(terms, standing), left_under(terms, used)
    is_prize = terms.kind == PRIZE
    cents = left if is_prize else min(units.all, left)
    back = terms.restore_after - standing.streak if standing.earlier else 0
    reasons = (*_height(terms, standing, units), *_caps(terms, used, units.all, cents, is_prize))
    extras = {
        "cents": cents,
        "draws": units.all if is_prize else 0,
        "streak": standing.streak,
        "bonus": units.bonus,
        "back": max(0, back),
    }
    return Decision(EARNS if cents else NOTHING, RULE_SET, VERSION, reasons, extras)


def _word(outcome: str, cents: int) -> str:
    if outcome in RESETS:
        return AGAIN
    return EARNS if cents else NOTHING


def _amount(terms: Terms, units: int) -> dict[str, Any]:
    return {"amount": f"{units}" if terms.kind == PRIZE else f"${dollars(units)}"}


def _height(terms: Terms, standing: Standing, units: Units) -> list[Reason]:
    kind = "draws" if terms.kind == PRIZE else "height"
    detail = {"number": standing.streak + 1, **_amount(terms, units.plain)}
    reasons = [Reason(f"incentive_{kind}", State.MET, detail=detail)]
    if units.bonus:
        told = {"number": terms.bonus_every, **_amount(terms, units.bonus)}
        reasons.append(Reason("incentive_bonus", State.MET, detail=told))
    return reasons


def _caps(
    terms: Terms, used: Used, wanted: int, cents: int, is_open: bool = False
) -> tuple[Reason, ...]:
    """The two lines of the funder's rule; not met is the one that cut the amount."""
    caps = (
        ("visit", terms.visit_cap, terms.visit_cap - used.day),
        ("year", terms.year_cap, terms.year_cap - used.year),
    )
    return tuple(
        Reason(
            f"incentive_{name}_cap",
            State.NOT_MET if (left <= 0 if is_open else cents < wanted and left <= cents)
            else State.MET,
            detail={"cap": f"${dollars(cap)}", "left": f"${dollars(max(0, left))}"},
        )
        for name, cap, left in caps
    )  # fmt: skip
