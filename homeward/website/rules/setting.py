"""Which setting may fit: the published inpatient and outpatient criteria as a private check.

It suggests where to begin a talk and never says what somebody has. Every answer has one effect,
and a danger sign shows where help is at once, whatever the other answers are. The criteria are
those of the program descriptions Homeward was built from: good health, a safe and stable home, an
early or mild course, a need for more support, unlikely severe withdrawal and no cover for a
residential stay speak for outpatient care; danger to life, a need for constant supervision or
severe withdrawal, an earlier return to use in outpatient care, cravings that cannot be resisted,
no safe home, nobody sober near, and a legal order speak against it. Beside them stands pregnancy:
it comes first for admission (45 CFR 96.131), and to stop opioids or drink alone may harm both.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State

RULE_SET, VERSION = "which_setting", "2"
YES, NO, UNSURE = "yes", "no", "unsure"
ANSWERS = (YES, NO, UNSURE)
CRITERIA = Source("setting_criteria", "Published inpatient and outpatient criteria", "norm")

PREGNANCY = Source("pregnancy_first", "Pregnant people are admitted first", "law", "45 CFR 96.131")

# What an answer may do, from the most to the least urgent.
DANGER, MEDICAL, AROUND_THE_CLOCK, MORE, HERE, LESS, ORDERED, NOTHING, OPEN = (
    "danger",
    "medical",
    "around_the_clock",
    "more",
    "here",
    "less",
    "ordered",
    "nothing",
    "open",
)


@dataclass(frozen=True, slots=True)
class Item:
    """One question: what each answer does. `step` is the page it stands on."""

    code: str
    step: int
    yes: str
    no: str
    unsure: str = OPEN


ITEMS = (
    Item("suicidal", 1, DANGER, NOTHING, DANGER),
    Item("overdose", 1, DANGER, NOTHING, DANGER),
    Item("withdrawal_history", 1, DANGER, NOTHING, MEDICAL),
    Item("life_threatening", 1, DANGER, NOTHING, MEDICAL),
    Item("pregnant", 1, MEDICAL, NOTHING, MEDICAL),
    Item("good_health", 2, HERE, MEDICAL),
    Item("withdrawal_unlikely", 2, HERE, MEDICAL, MEDICAL),
    Item("supervision", 2, AROUND_THE_CLOCK, NOTHING),
    Item("safe_home", 2, HERE, AROUND_THE_CLOCK),
    Item("sober_network", 2, HERE, MORE),
    Item("early_or_mild", 2, LESS, HERE),
    Item("returned_to_use", 2, MORE, NOTHING),
    Item("cravings", 2, MORE, NOTHING),
    Item("more_support", 2, HERE, LESS),
    Item("no_cover", 2, HERE, NOTHING),
    Item("legal_order", 2, ORDERED, NOTHING),
)
BY_CODE = {item.code: item for item in ITEMS}
DANGER_ITEMS = tuple(item.code for item in ITEMS if DANGER in (item.yes, item.no, item.unsure))
OUTCOMES = (
    "help_now",
    "medical_first",
    "around_the_clock",
    "more_days",
    "intensive_outpatient",
    "outpatient",
    "talk_first",
)


def effect_of(code: str, answer: str) -> str:
    """What one answer does; an answer that was not given leaves the question open."""
    item = BY_CODE[code]
    return {YES: item.yes, NO: item.no, UNSURE: item.unsure}.get(answer, OPEN)


def danger_signs(answers: Mapping[str, str]) -> tuple[str, ...]:
    """The questions whose answer means that help comes before anything else."""
    return tuple(code for code in DANGER_ITEMS if effect_of(code, answers.get(code, "")) == DANGER)


def which_setting(answers: Mapping[str, str]) -> Decision:
    """A suggestion with the effect of every answer; answers to unknown questions are ignored.

    The order of weight: danger to life, a body that needs a doctor first, day and night, more days
    than here, here, less. What is not answered or not sure never speaks for less care.
    """
    effects = {item.code: effect_of(item.code, answers.get(item.code, "")) for item in ITEMS}
    return Decision(
        outcome=_outcome(effects),
        rule_set=RULE_SET,
        version=VERSION,
        reasons=tuple(
            Reason(
                code=f"setting_{code}_{effect}",
                state=_state(answers.get(code, "")),
                evidence=(Evidence("answer", code, answers.get(code, "")),),
                source=PREGNANCY if code == "pregnant" else CRITERIA,
            )
            for code, effect in effects.items()
        ),
        extras={"danger": danger_signs(answers)},
    )


def _outcome(effects: Mapping[str, str]) -> str:
    found = list(effects.values())
    if DANGER in found:
        return "help_now"
    if MEDICAL in found:
        return "medical_first"
    if AROUND_THE_CLOCK in found:
        return "around_the_clock"
    more = found.count(MORE)
    if more:
        # One reason for more can be met beside an IOP; several together seldom can.
        return "more_days" if more == 1 else "around_the_clock"
    if all(effects[code] == OPEN for code in effects):
        return "talk_first"
    if effects["legal_order"] == ORDERED:
        return "talk_first"  # the order may name another kind of care
    asks_less = effects["early_or_mild"] == LESS and effects["more_support"] == LESS
    if asks_less:
        return "talk_first" if OPEN in found else "outpatient"
    safe_to_come = ("good_health", "withdrawal_unlikely", "safe_home")
    return (
        "intensive_outpatient"
        if all(effects[code] == HERE for code in safe_to_come)
        else "talk_first"
    )


def _state(answer: str) -> State:
    return {YES: State.MET, NO: State.NOT_MET}.get(answer, State.UNKNOWN)
