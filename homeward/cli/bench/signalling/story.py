"""People of the made-up story, as the signals would have seen them.

Left means: did not come any more within fourteen days, and did not end by plan. Who completed,
was transferred, moved, fell ill, was arrested or died is watched only until their last day. People
whose days were written by hand are left out.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from homeward.cli.bench.signalling.watching import days_by_code, raised_anew
from homeward.demo.story import events
from homeward.demo.story.sample import sample
from homeward.demo.story.signals import KEPT
from homeward.demo.story.simulation import tell
from homeward.retention.rules.course import DAY, Course, Fact, Kind, SignalNumbers
from homeward.retention.rules.measuring import Leaving, Lived, Look

HORIZON = timedelta(days=14)
UNPLANNED = frozenset({"lost_to_contact", "left_against_advice", "administrative"})
LATE = frozenset({"late", "late_and_left_early"})
POSITIVE = frozenset({"presumptive_positive", "positive"})
WEEKEND = (5, 6)
MEASURED = (
    "first_week_absence", "two_absences", "unreturned_calls", "late_trend", "missed_test",
    "positive_after_negatives", "craving_rise", "phase_change", "holiday_ahead",
)  # fmt: skip


def people_of(seeds: range, weeks: int, today: date, numbers: SignalNumbers) -> list[Lived]:
    """Everybody admitted in these stories."""
    return [lived for seed in seeds for lived in _one_story(seed, weeks, today, numbers)]


def _one_story(seed: int, weeks: int, today: date, numbers: SignalNumbers) -> Iterator[Lived]:
    outline = sample()
    story = tell(seed, today, outline, today - timedelta(weeks=weeks))
    by_person: dict[str, list[Any]] = {}
    for event in story.events:
        if event.person:
            by_person.setdefault(event.person, []).append(event)
    written = {profile.key for profile in story.people if profile.cast}
    closed = _closed(frozenset(outline.closed))
    for key, theirs in by_person.items():
        admission = next((one for one in theirs if isinstance(one, events.Admitted)), None)
        if admission is not None and key not in written:
            yield _lived(theirs, admission.at.date(), today, closed, numbers)


def _lived(
    theirs: list[Any], admitted: date, today: date, closed: list[Fact], numbers: SignalNumbers
) -> Lived:
    facts = [*_days(theirs), *_others(theirs), *closed]
    course = Course(admitted, tuple(facts))
    came = sorted({admitted, *(f.on for f in facts if f.kind in (Kind.CAME, Kind.CAME_LATE))})
    end = next((one for one in theirs if isinstance(one, events.Discharged)), None)
    last_look = end.at.date() if end else today - DAY
    is_left = end is not None and end.kind in UNPLANNED
    known_until = today - DAY if end is None or is_left else end.last_contact_on
    days = [admitted + n * DAY for n in range((last_look - admitted).days + 1)]
    raised = raised_anew(course, days, numbers, MEASURED)
    looks = tuple(_looks(admitted, last_look, known_until, came, raised))
    leaving = None
    if is_left and came[-1] + HORIZON <= known_until:
        last, lost = came[-1], came[-1] + HORIZON
        with_days = days_by_code(raised, last - HORIZON, lost - DAY, admitted)
        leaving = Leaving((last - admitted).days, (lost - admitted).days, with_days)
    return Lived(looks, leaving)


def _looks(
    admitted: date, last_look: date, known_until: date, came: list[date], raised: Any
) -> Iterator[Look]:
    week = 1
    while (on := admitted + 7 * week * DAY) <= last_look and on + HORIZON <= known_until:
        if any(on - HORIZON < day <= on for day in came):
            codes = [raised.get(on - back * DAY, frozenset()) for back in range(7)]
            yield Look(
                week,
                any(on - 7 * DAY < day <= on for day in came),
                not any(on < day <= on + HORIZON for day in came),
                frozenset().union(*codes),
            )
        week += 1


def _days(theirs: list[Any]) -> Iterator[Fact]:
    """Each day they came, came late, or missed altogether without a word."""
    states: dict[date, set[str]] = {}
    for event in theirs:
        if isinstance(event, events.Attended):
            states.setdefault(event.at.date(), set()).add(event.state)
    for day, told in states.items():
        if told & LATE:
            yield Fact(Kind.CAME_LATE, day, "attendance", day.isoformat())
        elif told & KEPT:
            yield Fact(Kind.CAME, day, "attendance", day.isoformat())
        elif "no_show" in told:
            yield Fact(Kind.ABSENT, day, "attendance", day.isoformat())


def _others(theirs: list[Any]) -> Iterator[Fact]:
    tested: set[str] = set()
    for number, event in enumerate(theirs):
        on, ref = event.at.date(), str(number)
        match event:
            case events.OutreachTried(outcome="reached"):
                yield Fact(Kind.REACHED, on, "outreach", ref)
            case events.OutreachTried(channel="call"):
                yield Fact(Kind.CALL_UNANSWERED, on, "outreach", ref)
            case events.TestEnded(state="missed" | "refused"):
                yield Fact(Kind.TEST_NOT_GIVEN, on, "drug_test", ref)
            case events.TestResulted(test=test) if test not in tested:
                tested.add(test)
                found = any(one.value in POSITIVE for one in event.results)
                kind = Kind.TEST_POSITIVE if found else Kind.TEST_NEGATIVE
                yield Fact(kind, on, "drug_test", ref)
            case events.CheckIn():
                yield Fact(Kind.CRAVING, on, "check_in", ref, event.craving)
            case events.PhaseChanged():
                yield Fact(Kind.PHASE_BEGAN, event.from_day, "episode_stage", ref)


def _closed(days: frozenset[date]) -> list[Fact]:
    """Closed weekdays with the row of days without program each lies in; known long before."""
    found = []
    for day in sorted(days):
        if day.weekday() in WEEKEND:
            continue
        alone = 1
        for step in (DAY, -DAY):
            beside = day + step
            while beside.weekday() in WEEKEND or beside in days:
                alone, beside = alone + 1, beside + step
        known = date(2000, 1, 1)
        found.append(Fact(Kind.CLOSED_DAY, day, "closed_day", day.isoformat(), alone, known))
    return found
