"""What can happen in the demo story: one frozen event is one action by one person at work or in
care.

Two interpreters read these events (a bulk builder and a replay through the real actions),
so each event carries every input its action needs and nothing computed from rows.

* `at` is the instant somebody did it, aware, in the zone of the site. Every `at` lies before
  the start of the story's `today`; what is only planned is the *content* of an earlier event.
* `person` is the key of one person of `Story.people` ("p0042"); empty for program events.
* `by` is a worker key of the outline, "client" when the person did it on their own phone,
  "laboratory" for results sent in, and empty for what the program does by itself (a draw).
* Sessions are named by key: a group session is "<slot key>@<ISO date>", an individual or
  family session has its own key from `SessionBooked`.
* Answers are (link id, option code) pairs of the shipped instrument definitions.

Codes follow the domain glossary (attendance 5.4, test states 6.5 and 6.9, discharge 8.4).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

Answers = tuple[tuple[str, str], ...]
Facts = tuple[tuple[str, bool | int | float | str], ...]
Interval = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something done at an instant; `person` is empty for what concerns the whole program."""

    __test__: ClassVar[bool] = False  # the names of drug test events look like test classes

    at: datetime
    person: str = ""
    by: str = ""


# ---------------------------------------------------------------- before admission


@dataclass(frozen=True, slots=True, kw_only=True)
class InquiryTaken(Event):
    """A first request. `relation`: self, family, provider, court, employer, other."""

    site: str
    caller_name: str
    relation: str
    phone: str
    may_call_back: bool
    may_leave_message: bool
    message_name: str
    referral: str
    primary_substance: str
    last_use_days: int | None
    injects: bool
    pregnant: bool
    withdrawal_risk: bool
    suicidal_thoughts: bool
    payer: str
    preferred_track: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerContacted(Event):
    """An attempt to call back. `outcome`: reached, left_message, no_answer, wrong_number."""

    attempt: int
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningDone(Event):
    """One instrument answered at screening: phq9, audit_c or ciwa_ar.

    `sex_at_birth` ("female", "male") picks the AUDIT-C bands.
    """

    instrument: str
    answers: Answers
    sex_at_birth: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitsVerified(Event):
    """What the payer said. Money in cents; `authorization_needed` before the first day."""

    payer: str
    member_id: str
    covered: bool
    in_network: bool
    copay_cents: int
    deductible_left_cents: int
    authorization_needed: bool
    days_limit: int | None
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentScheduled(Event):
    """An assessment appointment; `key` names it in the next two events."""

    key: str
    site: str
    worker: str
    starts_at: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentKept(Event):
    """The person came and the biopsychosocial interview took place."""

    key: str
    started_at: datetime
    ended_at: datetime
    diagnosis: str
    criteria_met: int
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentMissed(Event):
    """`state`: no_show or cancelled_client."""

    key: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionsRated(Event):
    """Six edition 3 ratings, 0 to 4, with a sentence each, and the facts `placement recommend`
    reads."""

    edition: str
    age: int
    ratings: tuple[int, int, int, int, int, int]
    narratives: tuple[str, str, str, str, str, str]
    facts: Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementDecided(Event):
    """The team's choice. `indicated` is what the story expects the rule set to say.

    `discrepancy` is empty when the two agree; otherwise one of not_available, client_choice,
    payer, court, wait_list, geography. `holds` are cleared before admission.
    """

    indicated: str
    provided: str
    discrepancy: str
    client_view: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InquiryClosed(Event):
    """The way in ends without admission. `outcome`: lost, declined, referred_out."""

    outcome: str
    reason: str
    referred_level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waitlisted(Event):
    """No seat yet in the track asked for."""

    site: str
    track: str
    reason: str


# ---------------------------------------------------------------- consents and admission


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSigned(Event):
    """`kind`: treatment, tpo, family, criminal_justice. `key` is unique in the story.

    `recipient_name` and `recipient_relation` (mother, partner, probation_officer, ...) are filled
    for the last two kinds. `ends_on_event` is "discharge" for criminal justice, else empty.
    """

    key: str
    kind: str
    recipient_name: str
    recipient_relation: str
    purposes: tuple[str, ...]
    classes: tuple[str, ...]
    expires_on: date | None
    ends_on_event: str
    witness: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRevoked(Event):
    """The client takes a consent back; `key` is that of its ConsentSigned."""

    key: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted(Event):
    """Opens the episode, its team and its level. `team` holds (role code, worker key) pairs."""

    chart_number: str
    site: str
    track: str
    cohort: str
    phase: str
    level: str
    primary_counselor: str
    team: tuple[tuple[str, str], ...]
    diagnosis: str
    payer: str


# ---------------------------------------------------------------- plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """What staff will do: modality, how often, for how long, by whom (worker key)."""

    modality: str
    frequency: str
    duration_weeks: int
    worker: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """A measurable step; `key` is unique within the plan."""

    key: str
    text: str
    measure: str
    baseline: str
    target_on: date
    interventions: tuple[Intervention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """In the client's words."""

    words: str
    objectives: tuple[Objective, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One problem on the plan, tied to an edition 3 dimension, 1 to 6."""

    key: str
    dimension: int
    text: str
    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStarted(Event):
    """`kind`: initial (day of admission) or full."""

    kind: str
    strengths: str
    barriers: str
    discharge_criteria: str
    estimated_weeks: int
    medications: str
    family_involvement: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSigned(Event):
    """`role`: author, client or cosign; `kind` is that of the plan. Three signatures are three
    events."""

    kind: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReviewed(Event):
    """Objective states are (objective key, active|met|revised|deferred|discontinued) pairs."""

    objective_states: tuple[tuple[str, str], ...]
    client_view: str
    summary: str
    next_due_on: date


# ---------------------------------------------------------------- the week


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """One group session of a published week. `topic` is a curriculum key, or empty for process
    groups."""

    key: str
    slot: str
    starts_at: datetime
    ends_at: datetime
    clinical_minutes: int
    session_type: str
    site: str
    room: str
    leaders: tuple[str, ...]
    capacity: int
    topic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPublished(Event):
    """Program event: the sessions of the week that begins on `monday`, holidays left out."""

    monday: date
    sessions: tuple[PlannedSession, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramClosed(Event):
    """Program event: a holiday; no session is held on `day`."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatTaken(Event):
    """A standing seat in one recurring slot, from that day on."""

    slot: str
    from_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatReleased(Event):
    """The seat is free from that day on. `reason`: phase_change, discharge, schedule_change."""

    slot: str
    from_day: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionBooked(Event):
    """A session for one client: `session_type` individual or family."""

    key: str
    session_type: str
    starts_at: datetime
    minutes: int
    site: str
    room: str
    worker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCancelled(Event):
    """A booked session will not take place. `reason`: discharge."""

    key: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Event):
    """The client's own daily words: craving 0-10, mood 1-5, hours slept, any use since last
    time."""

    craving: int
    mood: int
    sleep_hours: float
    used: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended(Event):
    """The register line of one client for one session, present or not.

    `state`: present, late, left_early, late_and_left_early, excused, no_show, cancelled_client,
    makeup, virtual_present. `punches` are in/out pairs, empty when absent.
    """

    session: str
    state: str
    punches: tuple[Interval, ...]
    excuse: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSigned(Event):
    """The client's own part of a session's note, signed by its author.

    `participation` and `response` are the note's chip codes, `body` its own words, `objective`
    a key of the active plan or empty, `progress` no_change, some_progress, met or setback.
    """

    session: str
    participation: tuple[str, ...]
    response: tuple[str, ...]
    body: str
    objective: str
    progress: str
    intervention: str
    plan_next: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilySessionHeld(Event):
    """A family session that took place under a family consent; its note is a NoteSigned of the
    same key."""

    session: str
    consent: str
    attendees: tuple[str, ...]
    punches: tuple[Interval, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentAnswered(Event):
    """A repeated measure: bam_iop (weekly), phq9, gad7."""

    instrument: str
    answers: Answers
    week: int


# ---------------------------------------------------------------- drug tests


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalyteResult:
    """`value`: negative, presumptive_positive, positive, positive_expected, negative_unexpected,
    invalid."""

    analyte: str
    value: str
    level: float | None
    unit: str
    cutoff: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TestDrawn(Event):
    """Picked by the seeded draw of that day (or `for_cause`). `test` is the key of the next
    events."""

    test: str
    day: date
    panel: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TestNotified(Event):
    """The client was told; the window closes at `due_at`."""

    test: str
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TestCollected(Event):
    """Specimen in hand. `collection`: unobserved or temperature_monitored. Degrees Fahrenheit."""

    test: str
    collection: str
    temperature_f: float
    client_initialed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TestEnded(Event):
    """No specimen: `state` missed, refused, unable or cancelled, never counted as positive."""

    test: str
    state: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TestResulted(Event):
    """`method`: presumptive (on site) or definitive (laboratory, later, only analytes sent).

    `specimen`: valid, dilute_neg, dilute_pos, invalid, adulterated.
    """

    test: str
    method: str
    specimen: str
    creatinine_mg_dl: float
    specific_gravity: float
    results: tuple[AnalyteResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TestReviewed(Event):
    """A clinician has seen the result; a positive one is discussed instead, which counts as one."""

    test: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TestDiscussed(Event):
    """The counselor talked the result over. `client_account`: agrees, disputes,
    explains_medicine."""

    test: str
    client_account: str
    response: str


# ---------------------------------------------------------------- review, steps, outreach


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelReviewed(Event):
    """The weekly card. `decision`: stay, step_down, step_up. `reasons` are codes.

    stay: progressing, working_not_yet, new_problem_here, outreach_running, not_seen. step_down:
    attendance_80,
    tests_negative, objectives_met, sober_support, prevention_plan. step_up: repeated_use,
    missed_three, suicidality.
    """

    week: int
    decision: str
    reasons: tuple[str, ...]
    attendance_share: float
    client_view: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseChanged(Event):
    """The team moved the client to the next phase after a review, from `from_day`."""

    old_phase: str
    new_phase: str
    from_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SteppedDown(Event):
    """The level of care changed inside the program (under nine hours a week is not 2.1)."""

    old_level: str
    new_level: str
    from_day: date
    first_appointment: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachTried(Event):
    """`channel`: call, text, letter, consented_contact, peer_visit.

    `outcome`: reached, left_message, no_answer, wrong_number, sent.
    """

    channel: str
    outcome: str
    step: str
    session: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeUpOffered(Event):
    """Another group of the same week in place of a missed one; `accepted` by the client."""

    missed: str
    offered: str
    accepted: bool


# ---------------------------------------------------------------- leaving and after


@dataclass(frozen=True, slots=True, kw_only=True)
class Discharged(Event):
    """Closes the episode.

    `kind`: completed, left_against_advice, lost_to_contact, administrative, transferred,
    incarcerated, deceased, other; `detail` says more of the last: moved or medical. `reason_teds`
    1 to 7. `last_contact_on` is the last day the person was seen and may lie weeks before `at`.
    `ratings` as in DimensionsRated.
    """

    kind: str
    detail: str
    reason_teds: int
    last_contact_on: date
    ratings: tuple[int, int, int, int, int, int]
    objective_states: tuple[tuple[str, str], ...]
    presenting: str
    course: str
    recommendations: str
    prognosis: str
    naloxone: str
    referred_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContinuingCareBooked(Event):
    """A real appointment after discharge. `service`: continuing_care_group, level_1, otp_obot,
    residential."""

    service: str
    place: str
    starts_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpDone(Event):
    """A call 1, 3 or 6 months after discharge. `outcome`: reached, not_reached, declined.

    The facts are None unless reached.
    """

    month: int
    outcome: str
    any_use_30d: bool | None
    employed: bool | None
    housed: bool | None
    arrested_30d: bool | None
    in_care: bool | None
