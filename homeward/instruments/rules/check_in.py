"""When a client's own check-in asks for somebody to call: a pure rule over four answers.

Danger and asking for help are answered at once. Use and strong craving are a reason to talk the
same day; they are never a reason to punish. The craving threshold is a starting value of this
house.
"""

from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State, marked

RULE_SET, VERSION = "check_in", "2026.1"
NOW, SAME_DAY, NONE = "now", "same day", "none"
AT_ONCE = frozenset({"check_in_says_danger", "check_in_asks_for_help"})
HOUSE = Source("check_in", "How this house answers a check-in", "default")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInNumbers:
    """From which craving (0 to 10) on somebody talks with the client the same day."""

    strong_craving: int = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the client said; None is not answered."""

    craving: int | None = None
    used: bool | None = None
    wants_help: bool = False
    in_danger: bool | None = None


def answer_to(answers: Answers, numbers: CheckInNumbers | None = None) -> Decision:
    """`now`, `same day` or `none`, with every reason that holds or does not."""
    held = numbers or CheckInNumbers()
    strong = held.strong_craving
    craving = answers.craving
    lines = (
        _line("check_in_says_danger", answers.in_danger),
        _line("check_in_asks_for_help", answers.wants_help),
        _line("check_in_says_use", answers.used),
        _line(
            "check_in_craving_is_strong", None if craving is None else craving >= strong, craving
        ),
    )
    met = {line.code for line in lines if line.state is State.MET}
    outcome = NOW if met & AT_ONCE else SAME_DAY if met else NONE
    return marked(Decision(outcome, RULE_SET, VERSION, lines), held)


def _line(code: str, holds: bool | None, value: int | None = None) -> Reason:
    state = State.UNKNOWN if holds is None else State.MET if holds else State.NOT_MET
    evidence = (Evidence("check_in", text=str(value)),) if value is not None else ()
    return Reason(code, state, evidence, HOUSE)
