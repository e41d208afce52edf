"""ITC-2007 track 2 (post-enrolment course timetabling): one file read into a problem.

The form, one number a line after the first: events, rooms, features and students; the size of each
room; who attends what; which room has and which event wants a feature; the slots an event may
have; and for each pair of events whether one comes before the other.
Source: Lewis, Paechter, McCollum, "Post enrolment based course timetabling", 2007.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DAYS, SLOTS_A_DAY = 5, 9
SLOTS = DAYS * SLOTS_A_DAY


@dataclass(frozen=True, slots=True)
class Problem:
    """Events with their students, the rooms that suit them, their slots, and who comes first."""

    name: str
    rooms: tuple[int, ...]
    students: tuple[tuple[int, ...], ...]
    suits: tuple[tuple[int, ...], ...]
    slots: tuple[tuple[int, ...], ...]
    before: tuple[tuple[int, int], ...]

    @property
    def events(self) -> int:
        return len(self.students)


def read(path: Path) -> Problem:
    """One problem; ValueError for a file that is not of this form."""
    numbers = iter([int(word) for word in path.read_text(encoding="ascii").split()])
    events, rooms, features, students = (next(numbers) for _ in range(4))
    sizes = tuple(next(numbers) for _ in range(rooms))
    attends = _table(numbers, students, events)
    has = _table(numbers, rooms, features)
    wants = _table(numbers, events, features)
    may = _table(numbers, events, SLOTS)
    order = _table(numbers, events, events)
    if next(numbers, None) is not None:
        raise ValueError(f"{path.name} is longer than its first line says")
    members = tuple(
        tuple(student for student in range(students) if attends[student][event])
        for event in range(events)
    )
    return Problem(
        name=path.stem,
        rooms=sizes,
        students=members,
        suits=tuple(
            tuple(
                room
                for room in range(rooms)
                if sizes[room] >= len(members[event])
                and all(has[room][each] for each in range(features) if wants[event][each])
            )
            for event in range(events)
        ),
        slots=tuple(
            tuple(slot for slot in range(SLOTS) if may[event][slot]) for event in range(events)
        ),
        before=tuple(
            (one, other)
            for one in range(events)
            for other in range(events)
            if order[one][other] == 1
        ),
    )


def _table(numbers: Iterator[int], rows: int, columns: int) -> list[list[int]]:
    try:
        return [[next(numbers) for _ in range(columns)] for _ in range(rows)]
    except (StopIteration, RuntimeError):
        raise ValueError("the file is shorter than its first line says") from None
