"""The parts of the thread as the page prints them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Knot:
    """One thing on the thread: its day, its words, and the way to it."""

    on: str
    words: str
    url: str
    tag: str = ""
    tone: str = "neutral"
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class StepThread:
    """One step with everything before and after it."""

    number: str
    anchor: str
    need: str
    need_url: str
    problem: str
    dimension: str
    goal: str
    statement: str
    state: str
    tone: str
    plan_url: str
    versions: str
    promised: tuple[str, ...]
    coming: tuple[Knot, ...]
    notes: tuple[Knot, ...]
    more_notes: tuple[Knot, ...]
    measures: tuple[Knot, ...]
    reviews: tuple[Knot, ...]
    ending: Knot | None
    is_asked: bool
    is_earlier: bool

    @property
    def asks_earlier_note(self) -> bool:
        return any(note.is_asked for note in self.more_notes)


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """Every step of an episode, those of the plan in force first."""

    steps: tuple[StepThread, ...]
    earlier: tuple[StepThread, ...]
    untied: tuple[Knot, ...]
    plan_url: str

    @property
    def asks_earlier(self) -> bool:
        return any(step.is_asked for step in self.earlier)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader came from: a step, a note, a review."""

    objective: str = ""
    note: str = ""
    review: str = ""
