"""A crisis path as a value, and where somebody stands on it.

One step at a time, each answered once. An answer goes on to the next step, to a later one, or
ends the path. Nothing here reads a clock: the instants are handed in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Answer:
    """What may come of a step; `noted` is the chart's sentence about this client alone.

    `incident_kind` and `severity`, where they stand, change what kind of incident it becomes.
    """

    code: str
    words: str
    then: str = ""
    ends: str = ""
    noted: str = ""
    incident_kind: str | None = None
    severity: int | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """Minutes since a step (or the start) from which, and until which, something is due.

    `since` names steps, or answers as "step.answer"; the last one stamped counts. Empty is the
    start. `number` names the program's number that says the minutes; `minutes` stands in for it
    where a path is read without a program.
    """

    since: tuple[str, ...]
    from_minutes: int
    minutes: int
    words: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One screen: what to do, what may be said, whom to call, and the answers to press."""

    code: str
    title: str
    do: tuple[str, ...]
    answers: tuple[Answer, ...]
    say: str = ""
    call: tuple[str, ...] = ()
    clock: Clock | None = None
    opens: str = ""

    def answer(self, code: str) -> Answer | None:
        """The answer of that code."""
        return next((each for each in self.answers if each.code == code), None)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a path may end, and which duties follow; `anytime` may be chosen at every step."""

    code: str
    words: str
    follow_ups: tuple[str, ...] = ()
    incident_kind: str | None = None
    severity: int | None = None
    anytime: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """One path as an edition of it says; `incident_kind` "" would open no incident."""

    code: str
    title: str
    lead: str
    incident_kind: str
    severity: int
    steps: tuple[Step, ...]
    outcomes: tuple[Outcome, ...]
    sources: tuple[str, ...] = ()

    def step(self, code: str) -> Step | None:
        """The step of that code."""
        return next((each for each in self.steps if each.code == code), None)

    def outcome(self, code: str) -> Outcome | None:
        """The outcome of that code."""
        return next((each for each in self.outcomes if each.code == code), None)

    def after(self, step: Step, answer: Answer) -> Step | None:
        """The step that follows an answer; None where the path ends."""
        if answer.ends:
            return None
        if answer.then:
            return self.step(answer.then)
        place = self.steps.index(step) + 1
        return self.steps[place] if place < len(self.steps) else None


@dataclass(frozen=True, slots=True)
class Stamp:
    """A step that was answered, and when."""

    step: str
    answer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Done:
    """A step on the way that was taken."""

    step: Step
    answer: Answer
    at: datetime


@dataclass(frozen=True, slots=True)
class Running:
    """A clock that runs beside the present step."""

    words: str
    since: datetime
    from_at: datetime
    due_at: datetime
    is_due: bool
    is_late: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody is: the present step (None at the end), the way there, the clock, the end."""

    step: Step | None
    done: tuple[Done, ...]
    ends: str = ""
    clock: Running | None = None


def standing(path: Path, stamps: Iterable[Stamp], started_at: datetime, now: datetime) -> Standing:
    """Follow the answers from the first step; what was stamped off the way counts for nothing."""
    by_step = {each.step: each for each in stamps}
    done: list[Done] = []
    step: Step | None = path.steps[0]
    while step is not None and (stamp := by_step.get(step.code)) is not None:
        answer = step.answer(stamp.answer)
        if answer is None:
            break
        done.append(Done(step, answer, stamp.at))
        if answer.ends:
            return Standing(None, tuple(done), answer.ends)
        step = path.after(step, answer)
    return Standing(step, tuple(done), clock=_clock(step, by_step, started_at, now))


def numbers_of(path: Path) -> tuple[str, ...]:
    """The program's numbers that the clocks of a path ask for."""
    return tuple(each.clock.number for each in path.steps if each.clock and each.clock.number)


def with_numbers(path: Path, minutes: Mapping[str, int]) -> Path:
    """The path with the minutes its program says; what begins to be due later begins then."""
    return replace(path, steps=tuple(_with_number(each, minutes) for each in path.steps))


def _with_number(step: Step, minutes: Mapping[str, int]) -> Step:
    clock = step.clock
    if clock is None or clock.number not in minutes:
        return step
    until = minutes[clock.number]
    told = replace(clock, minutes=until, from_minutes=min(clock.from_minutes, until))
    return replace(step, clock=told)


def becomes(path: Path, done: Iterable[Done], outcome: Outcome | None) -> tuple[str, int]:
    """The kind of incident this is ("" for none) and how serious, by what was answered so far."""
    kind, severity = path.incident_kind, path.severity
    for each in (*(one.answer for one in done), outcome):
        if each is None:
            continue
        kind = kind if each.incident_kind is None else each.incident_kind
        severity = severity if each.severity is None else max(severity, each.severity)
    return kind, severity


def problems(path: Path) -> tuple[str, ...]:
    """What is wrong with an edition: each names the step it is about; empty when it may be used.

    Answers lead forward only, so that no path goes in circles, and every last step ends.
    """
    found = [] if path.steps else ["no_steps"]
    places = {step.code: number for number, step in enumerate(path.steps)}
    if len(places) != len(path.steps):
        found.append("step_twice")
    for number, step in enumerate(path.steps):
        found += _problems_of(path, step, number, places)
    if not any(each.anytime for each in path.outcomes):
        found.append("no_way_to_call_it_off")
    return tuple(found)


def _problems_of(path: Path, step: Step, number: int, places: Mapping[str, int]) -> list[str]:
    found = [] if step.answers else [f"{step.code}: no answer"]
    codes = [each.code for each in step.answers]
    if len(set(codes)) != len(codes):
        found.append(f"{step.code}: answer twice")
    for each in step.answers:
        if each.ends and path.outcome(each.ends) is None:
            found.append(f"{step.code}: unknown ending {each.ends}")
        if each.then and places.get(each.then, -1) <= number:
            found.append(f"{step.code}: {each.then} does not lie ahead")
        if not each.ends and not each.then and number == len(path.steps) - 1:
            found.append(f"{step.code}: {each.code} leads nowhere")
    clock = step.clock
    if clock and (
        any(not _is_behind(path, mark, number, places) for mark in clock.since)
        or not 0 <= clock.from_minutes <= clock.minutes
    ):
        found.append(f"{step.code}: its clock does not run")
    return found


def _is_behind(path: Path, mark: str, number: int, places: Mapping[str, int]) -> bool:
    code, _dot, answer = mark.partition(".")
    step = path.step(code)
    if step is None or places[code] > number:
        return False
    return not answer or step.answer(answer) is not None


def _marked(mark: str, stamps: Mapping[str, Stamp]) -> datetime | None:
    code, _dot, answer = mark.partition(".")
    stamp = stamps.get(code)
    return stamp.at if stamp is not None and answer in ("", stamp.answer) else None


def _clock(
    step: Step | None, stamps: Mapping[str, Stamp], started_at: datetime, now: datetime
) -> Running | None:
    if step is None or step.clock is None:
        return None
    clock = step.clock
    marks = [at for mark in clock.since if (at := _marked(mark, stamps)) is not None]
    if clock.since and not marks:
        return None
    since = max(marks, default=started_at)
    from_at = since + timedelta(minutes=clock.from_minutes)
    due_at = since + timedelta(minutes=clock.minutes)
    return Running(clock.words, since, from_at, due_at, now >= from_at, now >= due_at)
