"""What the weekly review suggests: stay, step down, step up, or discharge.

Neither step is automatic: this is a suggestion with its lines, the team decides. Sources: the
handbook's continuum chapter (step-up triggers, step-down signals) and retention chapter.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Reason, Source, State

RULE_SET = "step-1"
VERSION = "1"
STAY, STEP_DOWN, STEP_UP, DISCHARGE = "stay", "step_down", "step_up", "discharge"
SIGNALS = Source("step_down_signals", "Step-down signals, program practice")
TRIGGERS = Source("step_up_triggers", "Step-up triggers, program practice")
CONTACT = Source("lost_to_contact", "Lost to contact, team decision")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewNumbers:
    """The program's numbers: percent of sessions kept, weeks looked at, sessions, days, minutes.

    `objectives_percent` is the share of plan objectives that counts as objectives met;
    `positives_that_rise` how many tests of the last weeks speak of rising use, `use_told` on how
    many days of seven the client told of use, `event_days` how long an event counts; `ciwa_from`
    and `cows_from` are the points from which a withdrawal score is a sign of withdrawal.
    `untested_percent` is the share of tests missed or refused above which they say nothing; None
    in facts older than that number.
    """

    attendance_percent: int
    weeks: int
    missed_in_row: int
    lost_contact_days: int
    minimum_days: int
    objectives_percent: int
    positives_that_rise: int
    use_told: int = 2
    event_days: int = 14
    ciwa_from: int = 10
    cows_from: int = 13
    untested_percent: int | None = None

    @classmethod
    def of(cls, numbers: Mapping[str, ProgramNumber]) -> Self:
        return cls(
            attendance_percent=int(numbers["review_stepdown_attendance_percent"]),
            weeks=int(numbers["review_weeks"]),
            missed_in_row=int(numbers["stepup_missed_in_row"]),
            lost_contact_days=int(numbers["lost_contact_days"]),
            minimum_days=int(numbers["program_min_days"]),
            objectives_percent=int(numbers["review_stepdown_objectives_percent"]),
            positives_that_rise=int(numbers["stepup_positive_tests"]),
            use_told=int(numbers["stepup_use_told"]),
            event_days=int(numbers["stepup_event_days"]),
            ciwa_from=int(numbers["ciwa_hold"]),
            cows_from=int(numbers["cows_moderate"]),
            untested_percent=int(numbers["review_untested_percent"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known of one episode on one day; None is not known.

    Sessions and tests are counted over the program's weeks; positives are named or presumptive
    ones; tests missed, declined or not able to be given are neither. `next_minutes` are the weekly
    minutes of the next phase, None when there is no next phase. `last_attended_on` falls back to
    the admission. `use_told` are days of the last seven; `measures_worse` names what got worse by
    more than its own noise.
    `tests_unreadable` had a specimen that says nothing, `tests_dilute` were negative but dilute:
    both are counted apart from negative ones. `new_use` counts positives of the weeks that are not
    all left over from earlier ones, `new_use_before` those of as many weeks before.
    `has_sober_support` is a relative or support on file, read by the versions up to `step-3`;
    `support_said` is what was said of it; `plan_stands` a plan for staying well beside the
    objectives that `has_prevention_plan` reads.
    """

    on: date
    admitted_on: date
    phase_began_on: date
    phase_weeks: int
    phase_minutes: int
    next_minutes: int | None
    sessions_kept: int
    sessions_expected: int
    tests_negative: int
    tests_positive: int
    tests_missed: int
    positives_in_phase: int
    last_positive_on: date | None
    objectives_met: int
    objectives: int
    has_prevention_plan: bool | None
    has_sober_support: bool | None
    missed_in_row: int
    has_open_safety_duty: bool
    last_attended_on: date
    recent_overdose: bool | None = None
    withdrawal_signs: bool | None = None
    unsafe_housing: bool | None = None
    hospital_lately: bool | None = None
    mind_worse: bool | None = None
    use_told: int = 0
    measures_compared: int = 0
    measures_worse: tuple[str, ...] = ()
    new_use: int | None = None
    new_use_before: int | None = None
    tests_dilute: int = 0
    tests_unreadable: int = 0
    support_said: bool | None = None
    plan_stands: bool | None = None

    @property
    def attendance_percent(self) -> int | None:
        """Kept of expected sessions, rounded down; None when none was expected."""
        if not self.sessions_expected:
            return None
        return 100 * self.sessions_kept // self.sessions_expected


def suggest(standing: Standing, numbers: ReviewNumbers) -> Decision:
    """The suggestion with every line: triggers for more care first, then signals for less."""
    up = trigger_lines(standing, numbers)
    lost = contact_line(standing, numbers)
    down = signal_lines(standing, numbers)
    needed = [line for line in down if line.code in REQUIRED]
    is_ready = all(line.state is not State.NOT_MET for line in needed) and all(
        line.state is State.MET for line in needed if line.code in CERTAIN
    )
    if lost.state is State.MET:
        outcome = DISCHARGE
    elif any(line.state is State.MET for line in up):
        outcome = STEP_UP
    elif is_ready and standing.next_minutes is None:
        long_enough = (standing.on - standing.admitted_on).days >= numbers.minimum_days
        outcome = DISCHARGE if long_enough else STAY
    elif is_ready and standing.next_minutes is not None:
        outcome = STEP_DOWN if standing.next_minutes < standing.phase_minutes else STAY
    else:
        outcome = STAY
    extras = {
        "hours": standing.phase_minutes / 60,
        "next_hours": None if standing.next_minutes is None else standing.next_minutes / 60,
        "is_ready_for_next_phase": is_ready and standing.next_minutes is not None,
        "contact_lost": lost.state is State.MET,
    }
    return Decision(outcome, RULE_SET, VERSION, (*up, lost, *down), extras)


REQUIRED = frozenset(
    {"attendance_held", "tests_negative_in_phase", "objectives_met", "prevention_plan_written",
     "phase_long_enough"}
)  # fmt: skip
# The rest may be unknown: the team fills it in when it decides.
CERTAIN = REQUIRED - {"prevention_plan_written"}


def trigger_lines(s: Standing, n: ReviewNumbers) -> tuple[Reason, ...]:
    """The lines that call for more care."""
    return (
        known(
            "use_rising",
            s.tests_positive >= n.positives_that_rise,
            TRIGGERS,
            positives=s.tests_positive,
            needed=n.positives_that_rise,
            weeks=n.weeks,
        ),
        known(
            "missed_in_row",
            s.missed_in_row >= n.missed_in_row,
            TRIGGERS,
            missed=s.missed_in_row,
            needed=n.missed_in_row,
        ),
        known("safety_concern_open", s.has_open_safety_duty, TRIGGERS),
        known("overdose_lately", s.recent_overdose, TRIGGERS),
        known("withdrawal_signs", s.withdrawal_signs, TRIGGERS),
        known("housing_unsafe", s.unsafe_housing, TRIGGERS),
    )


def contact_line(s: Standing, n: ReviewNumbers) -> Reason:
    """Whether nobody has seen the client for the program's days."""
    away = (s.on - s.last_attended_on).days
    return known(
        "contact_lost", away >= n.lost_contact_days, CONTACT, days=away, limit=n.lost_contact_days
    )


def signal_lines(s: Standing, n: ReviewNumbers) -> tuple[Reason, ...]:
    """The lines that speak for less care."""
    percent = s.attendance_percent
    weeks_in = (s.on - s.phase_began_on).days // 7
    share = None if not s.objectives else 100 * s.objectives_met // s.objectives
    tested = s.tests_negative + s.positives_in_phase > 0
    return (
        known(
            "attendance_held",
            None if percent is None else percent >= n.attendance_percent,
            SIGNALS,
            kept=s.sessions_kept,
            expected=s.sessions_expected,
            percent=percent or 0,
            needed=n.attendance_percent,
            weeks=n.weeks,
        ),
        _tests(s, tested),
        known(
            "objectives_met",
            None if share is None else share >= n.objectives_percent,
            SIGNALS,
            met=s.objectives_met,
            objectives=s.objectives,
            needed=n.objectives_percent,
        ),
        known("prevention_plan_written", s.has_prevention_plan, SIGNALS),
        known("sober_support", s.has_sober_support, SIGNALS),
        known(
            "phase_long_enough",
            weeks_in >= s.phase_weeks,
            SIGNALS,
            weeks=weeks_in,
            usual=s.phase_weeks,
        ),
    )


def _tests(s: Standing, tested: bool) -> Reason:
    clear = s.positives_in_phase == 0
    days = None if s.last_positive_on is None else (s.on - s.last_positive_on).days
    return Reason(
        "tests_negative_in_phase",
        (State.MET if clear else State.NOT_MET) if tested else State.UNKNOWN,
        (),
        SIGNALS,
        {
            "days_clear": days,
            "negative": s.tests_negative,
            "positive": s.positives_in_phase,
            "missed": s.tests_missed,
        },
    )


def known(code: str, met: bool | None, source: Source, /, **detail: object) -> Reason:
    """A line that is met, not met, or not known."""
    state = State.UNKNOWN if met is None else (State.MET if met else State.NOT_MET)
    return Reason(code, state, (), source, detail)
