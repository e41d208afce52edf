"""Appeals: until when one is filed, who may hear it, by when it is answered.

| Question | Answer |
|---|---|
| May it be filed? | once a step, by or for the client, within so many days of the step |
| Who hears it? | a supervisor or the director who took no step, wrote neither event nor appeal |
| What can come of it? | the step stands, the step is changed, the step is set aside |
| By when? | so many business days after it was filed; late is shown, and it stays open |
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from homeward.kernel.reasons import Decision, Reason, Source, State, marked_by

RULE_SET, VERSION = "conduct.appeals", "2"
ALLOW, REFUSE = "allow", "refuse"
STANDS, CHANGED, SET_ASIDE = OUTCOMES = ("stands", "changed", "set_aside")
FAIR = Source("appeal_path", "An appeal is heard by somebody who had no part in it", "norm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appealed:
    """The step an appeal is about: when, who took it or sat in the review, who wrote what.

    `event_by` wrote down what happened; `filed_by` wrote the appeal down for the client, "" where
    the client filed it.
    """

    step_on: date
    decided_by: Collection[str]
    event_by: str = ""
    filed_by: str = ""
    has_appeal: bool = False
    can_be_appealed: bool = True


def last_day(step_on: date, days: int) -> date:
    """The last day on which an appeal may be filed."""
    return step_on + timedelta(days=days)


@marked_by("days")
def may_appeal(step: Appealed, on: date, days: int) -> Decision:
    """Whether an appeal may be filed on a day."""
    return _decided(
        (
            _line("appeal_step_can_be", step.can_be_appealed),
            _line("appeal_not_filed_before", not step.has_appeal),
            _line("appeal_in_time", on <= last_day(step.step_on, days)),
        )
    )


def may_hear(step: Appealed, hearer: str, *, is_in_charge: bool) -> Decision:
    """Whether this worker may hear the appeal."""
    return _decided(
        (
            _line("appeal_hearer_in_charge", is_in_charge),
            _line("appeal_hearer_did_not_decide", hearer not in set(step.decided_by)),
            _line("appeal_hearer_did_not_write_event", hearer != step.event_by),
            _line("appeal_hearer_did_not_file", hearer != step.filed_by),
        )
    )


def _decided(lines: tuple[Reason, ...]) -> Decision:
    refused = any(line.state is State.NOT_MET for line in lines)
    return Decision(REFUSE if refused else ALLOW, RULE_SET, VERSION, lines)


def _line(code: str, holds: bool) -> Reason:
    return Reason(code, State.MET if holds else State.NOT_MET, (), FAIR)
