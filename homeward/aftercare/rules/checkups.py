"""When a check-up is due, how somebody may be reached for it, and what counts in the figures.

Source: the handbook's continuing-care and reminders chapters: recovery check-ups at one, three, six
and twelve months, by the client's own channel and hours, every try written down, and "not reached"
counted instead of left out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Reason, Source, State, marked_by

RULE_SET = "checkups-1"
VERSION = "2"
COMING, LISTED, DUE, OVER, DONE = "coming", "listed", "due", "over", "done"
REACHED, DECLINED, NOT_REACHED = "reached", "declined", "not_reached"
# Fewer tries than the program asks for: nobody may say that they could not be reached.
NOT_TRIED = "not_tried"
NO_CONSENT, STOPPED, RETURNED = "no_consent", "stopped", "returned"
# Ends of a check-up that nobody could have reached: they are shown and leave the figures.
LEAVES_THE_COUNT = frozenset({STOPPED, RETURNED})
# A letter and the own page ring at no hour.
AT_AN_HOUR = frozenset({"call", "text"})
CARE = Source("recovery_checkups", "Recovery check-ups after care", "norm")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckUpNumbers:
    """Days before and after the date of a check-up, and the tries it takes to give it up."""

    before: int
    open: int
    tries: int

    @classmethod
    def of(cls, numbers: Mapping[str, ProgramNumber]) -> Self:
        return cls(
            before=int(numbers["checkup_before_days"]),
            open=int(numbers["checkup_open_days"]),
            tries=int(numbers["checkup_tries"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One check-up on one day: its date, tries so far, whether contact is agreed to and possible.

    `outcome` is empty while it is open.
    """

    on: date
    due_on: date
    tries: int
    may_contact: bool
    is_stopped: bool
    outcome: str = ""


@marked_by("numbers")
def standing(asked: Asked, numbers: CheckUpNumbers) -> Decision:
    """Coming, listed, due, over or done; when over, `extras["closes_as"]` is how it counts."""
    last = asked.due_on + timedelta(days=numbers.open)
    lines = (
        _line("check_up_agreed", asked.may_contact),
        _line("check_up_possible", not asked.is_stopped),
        _line("check_up_tried", asked.tries >= numbers.tries, tries=asked.tries,
              needed=numbers.tries),
        _line("check_up_open", asked.on <= last, until=last.isoformat()),
    )  # fmt: skip
    if asked.outcome:
        outcome = DONE
    elif asked.on > last:
        outcome = OVER
    elif asked.on >= asked.due_on:
        outcome = DUE
    elif asked.on >= asked.due_on - timedelta(days=numbers.before):
        outcome = LISTED
    else:
        outcome = COMING
    return Decision(outcome, RULE_SET, VERSION, lines, {"closes_as": _closes_as(asked, numbers)})


def _closes_as(asked: Asked, numbers: CheckUpNumbers) -> str:
    if asked.is_stopped:
        return STOPPED
    if not asked.may_contact:
        return NO_CONSENT
    return NOT_REACHED if asked.tries >= numbers.tries else NOT_TRIED


def _line(code: str, is_met: bool, **detail: object) -> Reason:
    return Reason(code, State.MET if is_met else State.NOT_MET, source=CARE, detail=detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How somebody wants to be reached afterwards; hours of their own wall clock, half-open."""

    may_contact: bool
    channel: str
    from_hour: int
    until_hour: int


def problems_before_try(wish: Wish | None, channel: str, hour: int) -> tuple[str, ...]:
    """Why this try may not be made, as codes; empty when it may."""
    if wish is None or not wish.may_contact:
        return (NO_CONSENT,)
    problems = []
    if channel != wish.channel:
        problems.append("not_their_channel")
    if channel in AT_AN_HOUR and not wish.from_hour <= hour < wish.until_hour:
        problems.append("outside_their_hours")
    return tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Counts of check-ups whose date has come. `due` is the denominator of everything said.

    `due` = reached + declined + not_reached + not_tried + no_consent + waiting; stopped and
    returned are apart. `not_tried` had fewer tries than the program asks for.
    """

    due: int
    reached: int
    declined: int
    not_reached: int
    not_tried: int
    no_consent: int
    waiting: int
    stopped: int
    returned: int
    tries: int

    @property
    def percent(self) -> int | None:
        """Reached of due, rounded down; None when none was due."""
        return 100 * self.reached // self.due if self.due else None


def figures_of(rows: Iterable[tuple[date, str, int]], on: date) -> Figures:
    """`rows` are (due day, outcome or empty, tries) of every check-up."""
    come = [(outcome, tries) for due_on, outcome, tries in rows if due_on <= on]
    counted = [outcome for outcome, _tries in come if outcome not in LEAVES_THE_COUNT]

    def count(outcome: str) -> int:
        return sum(each == outcome for each, _tries in come)

    return Figures(
        due=len(counted),
        reached=count(REACHED),
        declined=count(DECLINED),
        not_reached=count(NOT_REACHED),
        not_tried=count(NOT_TRIED),
        no_consent=count(NO_CONSENT),
        waiting=count(""),
        stopped=count(STOPPED),
        returned=count(RETURNED),
        tries=sum(tries for _outcome, tries in come),
    )
