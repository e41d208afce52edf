"""Where a person can go next, and what has happened: acts, tabs, pages, moments."""

from dataclasses import dataclass


class Tone:
    """What a colour may mean; colour is never the only sign of it."""

    NEUTRAL = "neutral"
    ATTENTION = "attention"
    URGENT = "urgent"
    INFO = "info"
    DONE = "done"
    FAMILY = "family"


@dataclass(frozen=True)
class Act:
    """The next right thing, as a link; ``kind`` is primary, quiet or danger."""

    label: str
    url: str
    kind: str = "quiet"
    about: str = ""


@dataclass(frozen=True)
class Tab:
    """One view of the same record."""

    label: str
    url: str
    current: bool = False
    badge: int = 0


@dataclass(frozen=True)
class Moment:
    """One line of a history: when, what, by whom, with a link to the record."""

    when: str
    what: str
    by: str = ""
    detail: str = ""
    url: str = ""
    tone: str = Tone.NEUTRAL
    machine_time: str = ""


@dataclass(frozen=True)
class Pager:
    """Where this page of a list stands; an empty address means there is no such page."""

    first: int
    last: int
    total: int
    previous_url: str = ""
    next_url: str = ""


@dataclass(frozen=True)
class Step:
    """One rung of a ladder of care or one stage of a journey."""

    title: str
    lines: tuple[str, ...] = ()
    phase: str = "middle"
    current: bool = False
    done: bool = False
    url: str = ""
