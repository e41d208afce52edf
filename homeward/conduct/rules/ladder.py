"""The graduated response: which step may follow an event, and why or why not.

Five rungs of conduct, taken one at a time: conversation, written agreement, behavior contract,
team review, transfer or discharge. A rung counts for so many days (`lookback_days`); after that
the ladder begins anew. Going past a rung needs a grave event and a stated safety ground. A
clinical event climbs the clinical ladder only, whatever anybody states: substance use alone is
answered with care (ASAM; domain practice of intensive outpatient programs).

| Proposed | Needs, beside an event of its ladder |
|---|---|
| conversation | nothing more |
| written agreement | a conversation within the look-back, in which the client was heard |
| behavior contract | a written agreement within the look-back, the client heard, no open appeal |
| team review | a behavior contract, the client heard, no open appeal; two of staff, one in charge |
| transfer or discharge | a team review; the rest as for a team review |
| a step of care | a clinical event |
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from homeward.conduct.rules.events import CLINICAL, CONDUCT, EventKind
from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State, marked_by

RULE_SET, VERSION = "conduct.ladder", "1"
ALLOW, REFUSE = "allow", "refuse"

CONVERSATION, AGREEMENT, CONTRACT, REVIEW, LEAVING = RUNGS = (
    "conversation",
    "written_agreement",
    "behavior_contract",
    "team_review",
    "transfer_or_discharge",
)
# What answers an unexpected result or a return to use.
CARE_STEPS = (
    "talk_about_use",
    "extra_individual",
    "plan_revision",
    "medication_review",
    "test_frequency",
    "level_review",
)
BY_TEAM = frozenset({REVIEW, LEAVING})
SHORTEST_GROUND = 15

PRACTICE = Source("graduated_response", "Graduated response of treatment programs", "norm")
USE_IS_CLINICAL = Source(
    "use_is_clinical", "A return to use is answered with care, not with a sanction", "norm", "ASAM"
)
SAFETY = Source("safety_ground", "A rung is passed only for somebody's safety, in writing", "norm")
IN_WRITING = Source("consequences_in_writing", "Consequences are written down beforehand", "state")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenStep:
    """A step taken before: its rung, its day, whether the client was heard, how an appeal stands.

    `was_set_aside`: an appeal undid it, so it counts for nothing.
    """

    ref: str
    rung: str
    on: date
    client_heard: bool
    appeal_open: bool = False
    was_set_aside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """The step somebody wants to take now. `in_charge`: a supervisor or the director is with it."""

    rung: str
    on: date
    safety_ground: str = ""
    staff_count: int = 1
    in_charge: bool = False


def standing_rung(taken: Sequence[TakenStep], on: date, lookback_days: int) -> TakenStep | None:
    """The highest rung of conduct that still counts on a day; the newest of equals."""
    since = on - timedelta(days=lookback_days)
    counted = [
        step
        for step in taken
        if step.rung in RUNGS and not step.was_set_aside and since <= step.on <= on
    ]
    return max(counted, key=lambda step: (RUNGS.index(step.rung), step.on), default=None)


def next_rung(taken: Sequence[TakenStep], on: date, lookback_days: int) -> str:
    """The rung that follows without any special ground; the last stays the last."""
    held = standing_rung(taken, on, lookback_days)
    place = RUNGS.index(held.rung) + 1 if held else 0
    return RUNGS[min(place, len(RUNGS) - 1)]


@marked_by("lookback_days")
def may_take(
    kind: EventKind, proposed: Proposed, taken: Sequence[TakenStep], lookback_days: int
) -> Decision:
    """Allow or refuse one step as the answer to one event, every line said."""
    lines = [_fits(kind, proposed)]
    if proposed.rung in RUNGS and kind.ladder == CONDUCT:
        held = standing_rung(taken, proposed.on, lookback_days)
        passes, lines_of_order = _in_order(kind, proposed, held, lookback_days)
        lines += lines_of_order
        lines += _before_more(proposed, held, passes)
        lines += _together(proposed)
    refused = any(line.state is State.NOT_MET for line in lines)
    return Decision(
        REFUSE if refused else ALLOW,
        RULE_SET,
        VERSION,
        tuple(lines),
        {"lookback_days": lookback_days, "rung": proposed.rung, "kind": kind.code},
    )


def _fits(kind: EventKind, proposed: Proposed) -> Reason:
    """Use alone never climbs the ladder of conduct, and conduct is not answered with tests."""
    if kind.ladder == CLINICAL:
        return _line("ladder_use_alone_is_clinical", proposed.rung in CARE_STEPS, USE_IS_CLINICAL)
    return _line("ladder_step_answers_conduct", proposed.rung in RUNGS, PRACTICE)


def _in_order(
    kind: EventKind, proposed: Proposed, held: TakenStep | None, lookback_days: int
) -> tuple[bool, list[Reason]]:
    """Whether the step goes past a rung, and the lines about it."""
    reached = RUNGS.index(held.rung) if held else -1
    wanted = RUNGS.index(proposed.rung)
    evidence = (Evidence("conduct_step", held.ref, held.rung),) if held else ()
    if wanted <= reached + 1:
        line = Reason("ladder_one_rung_at_a_time", State.MET, evidence, IN_WRITING,
                      {"days": lookback_days})  # fmt: skip
        return False, [line]
    if not kind.is_grave or not proposed.safety_ground.strip():
        line = Reason("ladder_one_rung_at_a_time", State.NOT_MET, evidence, IN_WRITING,
                      {"days": lookback_days})  # fmt: skip
        return True, [line, _line("ladder_event_endangers", kind.is_grave, SAFETY)]
    stated = len(proposed.safety_ground.strip()) >= SHORTEST_GROUND
    return True, [
        _line("ladder_event_endangers", True, SAFETY),
        _line("ladder_ground_stated", stated, SAFETY),
    ]


def _before_more(proposed: Proposed, held: TakenStep | None, passes: bool) -> list[Reason]:
    """What the step before must have had, unless somebody's safety does not wait."""
    if held is None or passes or proposed.rung == CONVERSATION:
        return []
    if RUNGS.index(proposed.rung) <= RUNGS.index(held.rung):
        return []
    lines = [_line("ladder_client_was_heard", held.client_heard, PRACTICE)]
    if proposed.rung != AGREEMENT:
        lines.append(_line("ladder_no_open_appeal", not held.appeal_open, PRACTICE))
    return lines


def _together(proposed: Proposed) -> list[Reason]:
    if proposed.rung not in BY_TEAM:
        return []
    return [
        _line("ladder_two_of_staff", proposed.staff_count >= 2, PRACTICE),
        _line("ladder_one_in_charge", proposed.in_charge, PRACTICE),
    ]


def _line(code: str, holds: bool, source: Source) -> Reason:
    return Reason(code, State.MET if holds else State.NOT_MET, (), source)
