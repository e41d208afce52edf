"""What the team learned of a client from a crisis that ended; the rest stays in the incident.

| Path          | Answer or ending                     | Becomes        |
| ------------- | ------------------------------------ | -------------- |
| overdose      | any but called off                   | overdose       |
| suicide_risk  | acted, a plan, thoughts              | mind_crisis    |
| suicide_risk  | asked, no thoughts                   | nothing        |
| any           | taken to hospital (ending hospital)  | hospital_visit |
| any           | died, or called off                  | nothing        |

A hospital visit is what somebody saw happen: an ambulance that was called, or declined, is none.
"""

import re
from collections.abc import Collection

HOSPITAL, OVERDOSE, MIND = "hospital_visit", "overdose", "mind_crisis"
OF_KIND = {"overdose": OVERDOSE, "suicide_attempt": MIND, "suicide_danger": MIND}
IN_DANGER = frozenset({"ask.acted", "ask.plan", "ask.thoughts"})
_HOSPITAL = re.compile(
    r"\b(hospitals?|emergency (department|room)|(?-i:ED|ER))\b", flags=re.IGNORECASE
)


def events_of(path: str, kind: str, outcome: str, answers: Collection[str]) -> tuple[str, ...]:
    """The codes of what the team learned, the weightiest first; empty for nothing.

    `kind` is the incident it became ("" for none), `answers` are "step.answer".
    """
    if outcome == "false_alarm" or kind == "death":
        return ()
    code = OF_KIND.get(kind, "")
    if path == "suicide_risk" and IN_DANGER & set(answers):
        code = MIND
    return tuple(each for each in (code, HOSPITAL if outcome == "hospital" else "") if each)


def tells_of_hospital(*texts: str) -> bool:
    """Whether what was shared in an emergency went to a hospital, or says of one.

    Poison control, a physician by telephone or an ambulance alone are no hospital visit.
    """
    return any(_HOSPITAL.search(each) is not None for each in texts)
