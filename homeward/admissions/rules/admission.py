"""May this client be admitted now? Every line that must hold, and those that only warn.

Four things stop an admission: the consent to treatment, a withdrawal or medical clearance that is
missing, the suicide screen, and the interim plan. No open hold is no clearance while nobody asked
about withdrawal at all, so that was done too. Beside them stands what an admission is made
of: an adult, a decided level that is provided here, one open episode. Everything else becomes an
owned, dated task and never stops care.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State, marked_by

RULE_SET, VERSION = "admission", "1"
YES, NO = "admit", "not_yet"
CONSENT = Source("consent_to_treatment", "Consent before treatment", "norm")
PLACEMENT = Source("placement_first", "A level of care decided by the team", "norm")
ONE_EPISODE = Source("one_episode", "One open episode for a client and a program", "default")
WITHDRAWAL = Source("withdrawal_screen", "Withdrawal asked about before admission", "norm")
SAFETY = Source("suicide_screen", "Suicide screen before admission", "norm")
PACKET = Source("packet", "Papers of the packet, each by its own due date", "default")
LATER = Source("after_admission", "May follow within days of admission", "default")
INTERIM = Source("interim_plan", "An interim plan on the first day", "default")
# Lines that inform and never stop an admission; each becomes a task.
WARNINGS = frozenset(
    {
        "tpo_consent_signed",
        "counselor_has_room",
        "benefits_answered",
        "naloxone_answered",
        "opioid_medication_answered",
        "packet_signed",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissionCase:
    """What is known at the moment of admission; None is unknown."""

    age: int
    minimum_age: int
    age_source: Source
    is_age_adopted: bool = True
    provided_level: str
    is_decided: bool
    program_levels: tuple[str, ...]
    holds: tuple[Mapping[str, Any], ...]
    has_treatment_consent: bool
    has_tpo_consent: bool
    has_open_episode: bool
    has_suicide_screen: bool
    has_withdrawal_screen: bool
    has_interim_plan: bool
    benefits_answered: bool | None = None
    naloxone_answered: bool | None = None
    opioid_medication_answered: bool | None = None
    papers_open: int | None = None
    caseload: int | None = None
    caseload_limit: int | None = None
    placement_ref: str = ""


@marked_by("case.caseload_limit")
def may_admit(case: AdmissionCase) -> Decision:
    """`admit`, or `not_yet` with every line that is not met."""
    reasons = (
        Reason(
            "old_enough",
            _state(case.age >= case.minimum_age),
            (Evidence("birth_date", "", str(case.age)),),
            case.age_source,
            {
                "age": case.age,
                "minimum": case.minimum_age,
                "is_adopted": case.is_age_adopted,
            },
        ),
        Reason(
            "placement_decided",
            _state(case.is_decided),
            (Evidence("placement", case.placement_ref, case.provided_level),)
            if case.is_decided
            else (),
            PLACEMENT,
        ),
        Reason(
            "level_is_provided_here",
            _state(case.provided_level in case.program_levels)
            if case.is_decided
            else State.UNKNOWN,
            (Evidence("level", "", case.provided_level),) if case.provided_level else (),
            PLACEMENT,
            {"level": case.provided_level, "levels": ", ".join(case.program_levels)},
        ),
        *_holds(case),
        Reason("withdrawal_screen_done", _state(case.has_withdrawal_screen), (), WITHDRAWAL),
        Reason("suicide_screen_done", _state(case.has_suicide_screen), (), SAFETY),
        Reason("interim_plan_ready", _state(case.has_interim_plan), (), INTERIM),
        Reason("treatment_consent_signed", _state(case.has_treatment_consent), (), CONSENT),
        Reason("no_open_episode", _state(not case.has_open_episode), (), ONE_EPISODE),
        Reason("tpo_consent_signed", _state(case.has_tpo_consent), (), CONSENT),
        *_later(case),
        *_packet(case),
        *_room(case),
    )
    stops = [each for each in reasons if each.state is not State.MET and each.code not in WARNINGS]
    return Decision(NO if stops else YES, RULE_SET, VERSION, reasons)


def stopping(decision: Decision) -> tuple[str, ...]:
    """The codes of the lines that stop an admission."""
    return tuple(
        each.code
        for each in decision.reasons
        if each.state is not State.MET and each.code not in WARNINGS
    )


def _state(holds: bool) -> State:
    return State.MET if holds else State.NOT_MET


def _holds(case: AdmissionCase) -> tuple[Reason, ...]:
    if not case.holds:
        return (Reason("no_open_hold", State.MET, (), PLACEMENT),)
    evidence = tuple(
        Evidence("hold", hold["ref"], hold["code"])
        if hold.get("ref")
        else Evidence("placement_hold", case.placement_ref, hold["code"])
        for hold in case.holds
    )
    return (Reason("no_open_hold", State.NOT_MET, evidence, PLACEMENT),)


def _later(case: AdmissionCase) -> tuple[Reason, ...]:
    """What can wait for a day: only where it is asked for at all (None is left out)."""
    answers = (
        ("benefits_answered", case.benefits_answered),
        ("opioid_medication_answered", case.opioid_medication_answered),
        ("naloxone_answered", case.naloxone_answered),
    )
    return tuple(
        Reason(code, _state(answer), (), LATER) for code, answer in answers if answer is not None
    )


def _packet(case: AdmissionCase) -> tuple[Reason, ...]:
    """The papers that are still open; None where no packet was prepared."""
    if case.papers_open is None:
        return ()
    detail = {"open": case.papers_open}
    return (Reason("packet_signed", _state(case.papers_open == 0), (), PACKET, detail),)


def _room(case: AdmissionCase) -> tuple[Reason, ...]:
    if case.caseload is None or not case.caseload_limit:
        return ()
    return (
        Reason(
            "counselor_has_room",
            _state(case.caseload < case.caseload_limit),
            (Evidence("caseload", "", f"{case.caseload} / {case.caseload_limit}"),),
            Source("caseload_iop", "Clients of one counselor", "default"),
            {"caseload": case.caseload, "limit": case.caseload_limit},
        ),
    )
