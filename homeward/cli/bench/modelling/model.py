"""A small model of what may happen to one client's episodes. It knows no database and no rule.

Each method says which refusal is expected ("" for none) and, where there is none, changes the
model as the real action must change the record. Written from the documents of the rooms, not from
their code; dates are local days.
"""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta

SAME_DAYS, TEAM_DAYS, LISTED_BEFORE, OPEN_AFTER = 30, 14, 7, 30
GOES_ON = {"completed", "left_against_advice", "lost_to_contact", "incarcerated", "other"}
SAME_LEVEL = {"orientation", "early", "middle"}
STOPS = {"deceased": "died", "incarcerated": "jail"}
NEEDS_STEP = {"disruption"}


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last."""
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(slots=True)
class Model:
    """What is true of one client now."""

    today: date
    admitted_on: date
    is_open: bool = True
    phase: str = "early"
    episodes: int = 1
    ends: int = 0
    ended_on: date | None = None
    ended_as: str = ""
    stop: str = ""
    case: dict[str, bool] | None = None
    ground: str = ""
    waiting: list[date] = field(default_factory=list)
    older: list[date] = field(default_factory=list)
    asking: bool = False
    wish: bool | None = None
    alumni: bool = False
    appointments: int = 0
    leavings: int = 0

    def pass_days(self, days: int) -> str:
        self.today += timedelta(days=days)
        return ""

    def discharge(self, kind: str, last: date, decided: bool) -> str:
        if not self.is_open:
            return "AlreadyDischarged"
        wrong = last < self.admitted_on
        if kind == "lost_to_contact":
            wrong |= (self.today - last).days < TEAM_DAYS or not decided
        if kind == "administrative":
            wrong |= not self._case_is_whole()
        if wrong:
            return "DischargeIncomplete"
        self.is_open, self.case, self.ends = False, None, self.ends + 1
        self.ended_on, self.ended_as = self.today, kind
        if kind in STOPS and not self.stop:
            self.stop = STOPS[kind]
        if kind != "deceased":
            self.waiting = [months_later(self.today, months) for months in (1, 3, 6, 12)]
        return ""

    def _case_is_whole(self) -> bool:
        if self.case is None:
            return False
        needed = {"safety", "referral", "notice"}
        if self.ground in NEEDS_STEP:
            needed |= {"step", "answer"}
        return all(self.case.get(part) for part in needed)

    def come_back(self) -> str:
        if self.is_open or self.stop:
            return "NotNow"
        assert self.ended_on is not None
        if (self.today - self.ended_on).days <= SAME_DAYS and self.ended_as in GOES_ON:
            self.is_open, self.ended_on, self.waiting = True, None, []
            return ""
        if self.asking:
            return "AlreadyAsking"
        self.asking = True
        return ""

    def give_up_asking(self) -> str:
        self.asking = False
        return ""

    def admit(self) -> str:
        self.asking, self.is_open, self.episodes = False, True, self.episodes + 1
        self.phase, self.admitted_on, self.ended_on = "orientation", self.today, None
        self.older += self.waiting
        self.waiting = []
        return ""

    def record_stop(self, kind: str) -> str:
        if self.stop in ("died", kind):
            return "AlreadyStopped"
        self.stop = kind
        return ""

    def end_stop(self, ending: str) -> str:
        if self.stop == "died" and ending == "over":
            return "EndingUnknown"
        self.stop = ""
        return ""

    def change_phase(self, to: str) -> str:
        if not self.is_open:
            return "EpisodeHasEnded"
        if to == self.phase:
            return "SamePhase"
        if to not in SAME_LEVEL:
            return "LevelChangesToo"
        self.phase = to
        return ""

    def open_case(self, ground: str) -> str:
        if not self.is_open:
            return "EpisodeHasEnded"
        if ground == "substance_use":
            return "UseIsNoGround"
        if self.case is not None:
            return "CaseIsOpen"
        self.case, self.ground = {}, ground
        return ""

    def case_part(self, part: str) -> str:
        assert self.case is not None
        if part == "answer" and not self.case.get("notice"):
            return "CaseIncomplete"
        if part in ("safety", "notice") and self.case.get(part):
            return "CaseIncomplete"
        self.case[part] = True
        return ""

    def drop_case(self) -> str:
        self.case = None
        return ""

    def book(self) -> str:
        self.appointments += 1
        return ""

    def leave_now(self) -> str:
        if not self.is_open:
            return "EpisodeHasEnded"
        self.leavings += 1
        return ""

    def say_wish(self, may: bool) -> str:
        self.wish = may
        return ""

    def try_check_up(self, outcome: str) -> str:
        due = min(self.waiting + self.older)
        if self.stop or not self.wish:
            return "TryRefused"
        if self.today < due - timedelta(days=LISTED_BEFORE):
            return "NotOpenYet"
        if outcome in ("reached", "declined"):
            (self.waiting if due in self.waiting else self.older).remove(due)
        return ""

    def keep_check_ups(self) -> str:
        last = self.today - timedelta(days=OPEN_AFTER)
        self.waiting = [due for due in self.waiting if due >= last]
        self.older = [due for due in self.older if due >= last]
        return ""

    def join_alumni(self) -> str:
        if self.alumni or self.is_open or self.stop:
            return "AlumniRefused"
        self.alumni = True
        return ""

    def leave_alumni(self) -> str:
        if not self.alumni:
            return "AlumniRefused"
        self.alumni = False
        return ""

    @property
    def is_drawn(self) -> bool:
        """Whether a draw of today may find the client in its pool."""
        return self.is_open and not self.stop

    def seen(self) -> dict[str, object]:
        """What must be read back from the record after every step."""
        return {
            "episodes": self.episodes,
            "open": int(self.is_open),
            "discharges": self.ends,
            "stop": self.stop,
            "phase": self.phase,
            "cases": int(self.case is not None),
            "waiting": len(self.waiting) + len(self.older),
            "asking": int(self.asking),
            "alumni": int(self.alumni),
            "appointments": self.appointments,
            "leavings": self.leavings,
        }
