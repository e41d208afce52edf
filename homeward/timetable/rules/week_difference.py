"""What differs between two weeks of sessions: added, removed, moved, another room or leader.

Sessions of the same group are the same thing in both weeks; where a group meets more than once
they are paired in order of time. Cancelled sessions of the later week are named as cancelled.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

ADDED, REMOVED, MOVED, ROOM, LEADER, CANCELLED = (
    "added", "removed", "moved", "room", "leader", "cancelled",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class When:
    """A session's place in its week: `day` counts from the week's first, times are wall times."""

    day: int
    starts: time
    ends: time
    room: str = ""
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One session of one week; `key` is what stays the same from week to week."""

    key: str
    name: str
    when: When
    people: int = 0
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class SessionChange:
    """One line of the comparison; `people` is how many hold a seat there, never who."""

    kind: str
    name: str
    was: When | None
    now: When | None
    people: int


def changes_between(
    before: Iterable[Meeting], after: Iterable[Meeting]
) -> tuple[SessionChange, ...]:
    """The differences in order of the later week's time; removed ones stand where they were."""
    held = [meeting for meeting in before if not meeting.is_cancelled]
    old, new = _by_key(held), _by_key(after)
    lines: list[SessionChange] = []
    for key in {*old, *new}:
        then, now = old.get(key, []), new.get(key, [])
        common = min(len(then), len(now))
        pairs = zip(then[:common], now[:common], strict=True)
        lines += [line for was, is_now in pairs if (line := _difference(was, is_now))]
        lines += [SessionChange(REMOVED, each.name, each.when, None, each.people)
                  for each in then[common:]]  # fmt: skip
        lines += [SessionChange(ADDED, each.name, None, each.when, each.people)
                  for each in now[common:] if not each.is_cancelled]  # fmt: skip
    return tuple(sorted(lines, key=_order))


def _by_key(meetings: Iterable[Meeting]) -> dict[str, list[Meeting]]:
    found: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in sorted(meetings, key=lambda each: (each.when.day, each.when.starts, each.name)):
        found[meeting.key].append(meeting)
    return found


def _difference(was: Meeting, now: Meeting) -> SessionChange | None:
    if now.is_cancelled:
        kind = CANCELLED
    elif (was.when.day, was.when.starts, was.when.ends) != (
        now.when.day, now.when.starts, now.when.ends,
    ):  # fmt: skip
        kind = MOVED
    elif was.when.leader != now.when.leader:
        kind = LEADER
    elif was.when.room != now.when.room:
        kind = ROOM
    else:
        return None
    return SessionChange(kind, now.name, was.when, now.when, max(was.people, now.people))


def _order(line: SessionChange) -> tuple[int, time, str, str]:
    when = line.now or line.was
    assert when is not None
    return when.day, when.starts, line.name, line.kind
