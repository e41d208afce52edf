"""What comes next after somebody did not come, and by when.

Source: the handbook's outreach ladder: a call or text after a quarter of an hour, the counselor
the same day, a second call after a day, a peer or a consented contact after two, a letter after
three, the team after a week, a decision with an open door after two. A rung whose successor's time
has come is passed over and said to be not taken: it never holds the later ones up. With an open
safety concern a clinician calls within the hour, then another one or the supervisor, then somebody
beside them by consent, or a welfare check; the ordinary ladder goes on from the team's review.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from homeward.kernel.numbers import ProgramNumber

REACHED = frozenset({"reached"})
# Ways that reach somebody else than the client.
BESIDE_THEM = frozenset({"consented_contact", "welfare_check"})
STEPS = (
    "after_15_minutes", "same_day", "after_24_hours", "after_48_hours", "after_72_hours",
    "team_review", "discharge_decision",
)  # fmt: skip
# Each is due so many times the hour of danger after the missed session.
DANGER_STEPS = ("clinician_now", "clinician_again", "danger_contact")
CHANNELS = {
    "clinician_now": ("call",),
    "clinician_again": ("call",),
    "danger_contact": ("consented_contact", "welfare_check"),
    "after_15_minutes": ("text", "call"),
    "same_day": ("call",),
    "after_24_hours": ("call",),
    "after_48_hours": ("consented_contact", "peer_visit"),
    "after_72_hours": ("letter", "portal"),
    "team_review": (),
    "discharge_decision": (),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderNumbers:
    """How long after the start of the missed session each step is due."""

    risk: timedelta
    first: timedelta
    counselor: timedelta
    second_call: timedelta
    peer: timedelta
    letter: timedelta
    review: timedelta
    decision: timedelta

    @classmethod
    def of(cls, numbers: Mapping[str, ProgramNumber]) -> Self:
        def read(code: str, unit: str) -> timedelta:
            return timedelta(**{unit: int(numbers[code])})

        return cls(
            risk=read("outreach_risk_minutes", "minutes"),
            first=read("outreach_first_minutes", "minutes"),
            counselor=read("outreach_counselor_hours", "hours"),
            second_call=read("outreach_second_call_hours", "hours"),
            peer=read("outreach_peer_hours", "hours"),
            letter=read("outreach_letter_hours", "hours"),
            review=read("outreach_review_days", "days"),
            decision=read("outreach_decision_days", "days"),
        )

    @property
    def after(self) -> dict[str, timedelta]:
        """Each step of the ladder with its time, in order."""
        times = (self.first, self.counselor, self.second_call, self.peer, self.letter, self.review,
                 self.decision)  # fmt: skip
        return dict(zip(STEPS, times, strict=True))


@dataclass(frozen=True, slots=True)
class NextStep:
    """One rung: its code, when it is due, by which ways, and the earlier rungs nobody took."""

    step: str
    due_at: datetime
    channels: tuple[str, ...]
    not_taken: tuple[str, ...] = ()


def is_contact(channel: str, outcome: str, *, in_danger: bool) -> bool:
    """Whether a try was contact with them: in danger, only where staff had their own word.

    Somebody beside them who was reached knows where they are, perhaps; they have not spoken.
    """
    return outcome in REACHED and not (in_danger and channel in BESIDE_THEM)


def next_step(
    missed_at: datetime,
    tried: Collection[str],
    numbers: LadderNumbers,
    now: datetime,
    *,
    has_safety_concern: bool = False,
) -> NextStep | None:
    """The next rung after those tried, of somebody who was not reached; None at the end.

    `missed_at` is the start of the missed session.
    """
    if has_safety_concern and now < missed_at + numbers.review:
        # A danger may come up days after the missed session: its calls go by tries, not by time.
        for count, step in enumerate(DANGER_STEPS, start=1):
            if step not in tried:
                return NextStep(step, missed_at + numbers.risk * count, CHANNELS[step])
    return _rung(numbers.after, tried, missed_at, now)


def _rung(
    after: Mapping[str, timedelta], tried: Collection[str], missed_at: datetime, now: datetime
) -> NextStep | None:
    """The first rung behind the last one tried, or a later one whose own time has come."""
    steps = tuple(after)
    highest = max((place for place, step in enumerate(steps) if step in tried), default=-1)
    come = max(
        (place for place, step in enumerate(steps) if missed_at + after[step] <= now), default=0
    )
    place = max(highest + 1, come)
    if place >= len(steps):
        return None
    step = steps[place]
    passed = tuple(each for each in steps[:place] if each not in tried)
    return NextStep(step, missed_at + after[step], CHANNELS[step], passed)
