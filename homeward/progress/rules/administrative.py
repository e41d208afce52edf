"""When the program itself may end somebody's care: a closed list of grounds, and what comes first.

Source: New Hampshire He-A 304.28 as one state's closed list; the handbook's discharge chapter for
the safeguards: written cause, the steps before it, a clinical look at safety, a referral offered,
the notice of appeal. Return to use alone is never a ground: it is what the program treats.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Self

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State, marked_by

RULE_SET = "administrative-1"
VERSION = "1"
MAY, NOT_YET, NEVER = "may_discharge", "not_yet", "never"
GROUNDS_OF = Source("nh_he_a_304", "New Hampshire discharge grounds", "state", "He-A 304.28")
SAFEGUARDS = Source("discharge_safeguards", "Safeguards of an administrative discharge", "norm")
TREATED = Source("use_is_treated", "Return to use changes care and ends it never", "norm")
SHORTEST = 20
USE = "substance_use"
# What a step may be; the ladder of conduct climbs in this order.
STEPS = (
    "conversation", "written_agreement", "behavior_contract", "team_review", "medical_review",
    "payment_notice", "payment_counseling",
)  # fmt: skip
# Who may write which step into a case; every other one is read from the room that keeps it.
TYPED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "medical_review": frozenset({"nurse", "physician"}),
        "payment_notice": frozenset(),
        "payment_counseling": frozenset(),
    }
)
SHORTEST_STEP = 10
WRITTEN_WARNING = frozenset({"written_agreement", "behavior_contract"})
REFERRAL_ANSWERS = ("accepted", "declined", "not_reached")
NO_APPEAL, APPEALED, UPHELD, OVERTURNED = "no_appeal", "appealed", "upheld", "overturned"


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground: the program number that allows it, and the steps it needs before.

    `needs` are sets of steps of which one is enough. `is_danger`: people are not safe meanwhile,
    so that the time for an appeal runs after the discharge.
    """

    code: str
    number: str
    needs: tuple[frozenset[str], ...] = ()
    is_danger: bool = False


GROUNDS: Mapping[str, Ground] = MappingProxyType(
    {
        each.code: each
        for each in (
            Ground("violence", "ground_violence", is_danger=True),
            Ground("illegal_act", "ground_illegal_act", is_danger=True),
            Ground("disruption", "ground_disruption", (WRITTEN_WARNING,)),
            Ground(
                "nonpayment",
                "ground_nonpayment",
                (frozenset({"payment_notice"}), frozenset({"payment_counseling"})),
            ),
            Ground("absence", "ground_absence", (frozenset({"medical_review"}),)),
            Ground("therapeutic", "ground_therapeutic", (frozenset({"team_review"}),)),
        )
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundNumbers:
    """What the program says: the grounds it allows, days of absence, business days of waiting."""

    allowed: frozenset[str]
    absence_days: int
    payment_days: int
    appeal_days: int

    @classmethod
    def of(cls, numbers: Mapping[str, ProgramNumber]) -> Self:
        return cls(
            allowed=frozenset(
                code for code, each in GROUNDS.items() if int(numbers[each.number]) == 1
            ),
            absence_days=int(numbers["unexcused_days_review"]),
            payment_days=int(numbers["nonpayment_business_days"]),
            appeal_days=int(numbers["appeal_business_days"]),
        )


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done before: what, on which day, and where it is written down."""

    kind: str
    on: date
    ref: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is known of one case on one day; None is not said.

    `stands_without_use`: whether it would be considered had there been no use and no positive
    test. `absent_days` are unexcused program days in a row, `payment_days` business days since the
    notice of payment. `appeal_until` is the last day on which an appeal may be made.
    """

    on: date
    ground: str
    cause: str
    stands_without_use: bool | None
    steps: tuple[Step, ...] = ()
    absent_days: int = 0
    payment_days: int | None = None
    safety_finding: str = ""
    is_reviewed_by_another: bool = False
    referral_answer: str = ""
    notice_on: date | None = None
    appeal: str = ""
    appeal_until: date | None = None


@marked_by("numbers")
def may_discharge(case: Case, numbers: GroundNumbers) -> Decision:
    """`may_discharge`, `not_yet` with what is missing, or `never`."""
    lines = (
        _on_the_list(case, numbers),
        _not_use_alone(case),
        _line("cause_written", len(case.cause.strip()) >= SHORTEST),
        *_steps(case, numbers),
        _line(
            "safety_reviewed",
            len(case.safety_finding.strip()) >= SHORTEST and case.is_reviewed_by_another,
        ),
        _line("referral_offered", case.referral_answer in REFERRAL_ANSWERS),
        _line("appeal_notice_given", case.notice_on is not None and case.notice_on <= case.on),
        _appeal(case),
    )
    never = {"ground_on_list", "not_use_alone", "appeal_not_won"}
    if any(line.state is State.NOT_MET and line.code in never for line in lines):
        outcome = NEVER
    elif all(line.state is State.MET for line in lines):
        outcome = MAY
    else:
        outcome = NOT_YET
    return Decision(outcome, RULE_SET, VERSION, lines)


def problems_of_step(kind: str, words: str, roles: Collection[str]) -> tuple[str, ...]:
    """Why a step may not be written into a case by hand, as codes; empty when it may.

    Steps of the response ladder and the team's review are taken in their own room, with its
    replies and appeals; a medical review is a nurse's or a physician's; each is said in words.
    """
    if kind not in STEPS:
        return ("steps",)
    if kind not in TYPED:
        return ("step_of_conduct",)
    if TYPED[kind] and not TYPED[kind] & set(roles):
        return ("step_of_medicine",)
    return () if len(words.strip()) >= SHORTEST_STEP else ("step_words",)


def problems_of_answer(
    appeal: str, *, before: str, words: str, is_own: bool, is_opener: bool
) -> tuple[str, ...]:
    """Why what the person says may not be written so, as codes; empty when it may.

    To make no appeal gives the waiting time up: it needs the person's own words, from themselves or
    by another hand than who opened the case. An appeal that was made stands as it was said.
    """
    if appeal not in (NO_APPEAL, APPEALED) or before in (UPHELD, OVERTURNED):
        return ("appeal",)
    if before == APPEALED:
        return ("appeal_stands",)
    if appeal == APPEALED:
        return ()
    if len(words.strip()) < SHORTEST_STEP:
        return ("reply",)
    return ("no_appeal_same_hand",) if is_opener and not is_own else ()


def missing(decision: Decision) -> tuple[str, ...]:
    """The codes of the lines that are not met, in rule order."""
    return tuple(line.code for line in decision.reasons if line.state is not State.MET)


def _line(code: str, is_met: bool, source: Source = SAFEGUARDS, **detail: object) -> Reason:
    return Reason(code, State.MET if is_met else State.NOT_MET, source=source, detail=detail)


def _on_the_list(case: Case, numbers: GroundNumbers) -> Reason:
    return _line("ground_on_list", case.ground in numbers.allowed, GROUNDS_OF)


def _not_use_alone(case: Case) -> Reason:
    if case.ground == USE or case.stands_without_use is False:
        return _line("not_use_alone", False, TREATED)
    state = State.UNKNOWN if case.stands_without_use is None else State.MET
    return Reason("not_use_alone", state, source=TREATED)


def _steps(case: Case, numbers: GroundNumbers) -> tuple[Reason, ...]:
    ground = GROUNDS.get(case.ground)
    if ground is None:
        return ()
    taken = [step for step in case.steps if step.on <= case.on]
    kinds = {step.kind for step in taken}
    evidence = tuple(Evidence(step.kind, step.ref, step.on.isoformat()) for step in taken)
    is_taken = all(kinds & needed for needed in ground.needs)
    lines = [
        Reason(
            "prior_steps_taken",
            State.MET if is_taken else State.NOT_MET,
            evidence,
            GROUNDS_OF if ground.needs else SAFEGUARDS,
        )
    ]
    if ground.code == "absence":
        lines.append(
            _line(
                "absence_long_enough", case.absent_days >= numbers.absence_days, GROUNDS_OF,
                days=case.absent_days, needed=numbers.absence_days,
            )
        )  # fmt: skip
    if ground.code == "nonpayment":
        waited = case.payment_days or 0
        lines.append(
            _line(
                "payment_time_over", waited >= numbers.payment_days, GROUNDS_OF,
                days=waited, needed=numbers.payment_days,
            )
        )  # fmt: skip
    return tuple(lines)


def _appeal(case: Case) -> Reason:
    """An appeal that runs, or may still be made, keeps the place; one that was won keeps it."""
    if case.appeal == OVERTURNED:
        return _line("appeal_not_won", False)
    ground = GROUNDS.get(case.ground)
    if case.appeal in (NO_APPEAL, UPHELD) or (ground is not None and ground.is_danger):
        return _line("appeal_time_over", True)
    if case.appeal == APPEALED or case.appeal_until is None:
        return _line("appeal_time_over", False)
    return _line(
        "appeal_time_over", case.on > case.appeal_until, until=case.appeal_until.isoformat()
    )
