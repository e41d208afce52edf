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
# Hours a week of each phase in minutes; under nine hours it is another level.
MINUTES = {"orientation": 720, "early": 720, "middle": 540, "late": 360, "continuing": 90}
LEAST = 540
FIRST_CARD, BOOKED_AHEAD = 6, 3
TAKES_IN = {"residential", "detox"}
STOPS = {"deceased": "died", "incarcerated": "jail"}
NEEDS_STEP = {"disruption"}


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last."""
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def level_of(phase: str) -> str:
    """The level a phase is by its hours."""
    return "2.1" if MINUTES[phase] >= LEAST else "1"


@dataclass(slots=True)
class Way:
    """One open transfer: where to, and whether it is still somebody's duty."""

    level: str
    is_followed: bool = True


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
    # Cards that wait by number of the episode, and the weeks that had one.
    cards: dict[int, int] = field(default_factory=dict)
    weeks: set[tuple[int, date, str]] = field(default_factory=set)
    decided: int = 0
    # When the present phase was entered, and steps still to come: day, whether at noon, order.
    entered: tuple[date, int, int] = (date.min, 0, 0)
    ahead: list[tuple[tuple[date, int, int], str, bool]] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    ways_ended: int = 0
    # First visits that stand: their day, and the transfer they belong to.
    visits: list[tuple[date, Way]] = field(default_factory=list)
    order: int = 0

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
        self.ahead = []
        if kind in STOPS and not self.stop:
            self.stop = STOPS[kind]
            self._let_be()
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
            self._enter(self.phase)
            if not self.cards.get(self.episodes):
                self._card("return")
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
        self.waiting, self.ahead = [], []
        self._enter("orientation")
        return ""

    def record_stop(self, kind: str) -> str:
        if self.stop in ("died", kind):
            return "AlreadyStopped"
        self.stop = kind
        self._let_be()
        return ""

    def _let_be(self) -> None:
        """Nobody is followed any more who died."""
        if self.stop == "died":
            for way in self.ways:
                way.is_followed = False

    def end_stop(self, ending: str) -> str:
        if self.stop == "died" and ending == "over":
            return "EndingUnknown"
        if self.stop == "died":
            for way in self.ways:
                way.is_followed = True
        self.stop = ""
        return ""

    def change_phase(self, to: str) -> str:
        if not self.is_open:
            return "EpisodeHasEnded"
        if to == self.phase:
            return "SamePhase"
        if level_of(to) != level_of(self.phase):
            return "LevelChangesToo"
        self._enter(to)
        return ""

    def _enter(self, phase: str) -> None:
        self.phase, self.entered = phase, (self.today, 1, self._next())

    def _next(self) -> int:
        self.order += 1
        return self.order

    def begin_stages(self) -> str:
        """The newest step whose day has come, unless somebody moved them since."""
        due = [each for each in self.ahead if each[0][0] <= self.today]
        self.ahead = [each for each in self.ahead if each not in due]
        if due and self.is_open:
            at, phase, _is_decided = max(due)
            if at > self.entered:
                self.phase, self.entered = phase, at
        return ""

    def open_weekly(self) -> str:
        if self.is_open and (self.today - self.admitted_on).days >= FIRST_CARD:
            self._card("weekly")
        return ""

    def _card(self, because: str) -> None:
        week = self.today - timedelta(days=self.today.weekday())
        if (self.episodes, week, because) not in self.weeks:
            self.weeks.add((self.episodes, week, because))
            self.cards[self.episodes] = self.cards.get(self.episodes, 0) + 1

    def decide(self, outcome: str, to: str, days: int, elsewhere: bool) -> str:
        """The newest card that waits; the others of its episode are answered with it."""
        number = max(each for each, waiting in self.cards.items() if waiting)
        if number != self.episodes or not self.is_open:
            return "EpisodeHasEnded"
        if outcome in ("step_down", "step_up") and to:
            down = outcome == "step_down"
            more = MINUTES[to] - MINUTES[self.phase]
            if more == 0 or (more < 0) != down:
                return "StepIncomplete"
        elif outcome == "step_down":
            return "StepIncomplete"
        self.decided += self.cards.pop(number)
        self.ahead = [each for each in self.ahead if not each[2]]
        if outcome in ("step_down", "step_up") and to:
            if days:
                at = (self.today + timedelta(days=days), 0, self._next())
                self.ahead.append((at, to, True))
            else:
                self._enter(to)
        if outcome == "step_down":
            self.appointments += 1
            if elsewhere:
                same = level_of(to) == "2.1"
                self._way("intensive_outpatient" if same else "outpatient")
        elif outcome == "step_up" and not to:
            self._way("residential")
        return ""

    def _way(self, level: str) -> None:
        if self.stop != "died" and all(way.level != level for way in self.ways):
            self.ways.append(Way(level))

    def open_transfer(self, level: str) -> str:
        if self.stop == "died":
            return "TransferUnclear"
        self._way(level)
        return ""

    def end_transfer(self, outcome: str, with_reason: bool) -> str:
        """The newest."""
        way = self.ways[-1]
        if outcome == "kept" or (outcome == "admitted" and way.level not in TAKES_IN):
            return "VisitNotKept"
        if outcome != "admitted" and not with_reason:
            return "OutcomeNeedsReason"
        self._end(way)
        return ""

    def _end(self, way: Way) -> None:
        self.ways = [each for each in self.ways if each is not way]
        self.ways_ended += 1

    def book_visit(self) -> str:
        self.visits.append((self.today + timedelta(days=BOOKED_AHEAD), self.ways[-1]))
        return ""

    def settle(self, state: str) -> str:
        """The first that was booked. A kept one ends its transfer, a missed one leaves it open."""
        on, way = self.visits[0]
        if state in ("kept", "missed") and on > self.today:
            return "AppointmentIsAhead"
        self.visits.pop(0)
        if state == "kept" and any(each is way for each in self.ways):
            self._end(way)
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
            "level": level_of(self.phase),
            "cards": sum(self.cards.values()),
            "decided": self.decided,
            "ways": len(self.ways),
            "ways_ended": self.ways_ended,
            "followed": sum(way.is_followed for way in self.ways),
            "visits": len(self.visits),
        }
