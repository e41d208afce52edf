"""Stage one in parts: people of one class and time of day, around what others have taken.

Groups never cross phase or language, and seldom the time of day; rooms, leaders and site pairs
join the parts. The largest part goes first; then each part that lost anybody goes again, together
with another, until nobody is lost or the effort for it is spent.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from homeward.timetable.solver.blocks.seating import Seating, Seats
from homeward.timetable.solver.blocks.templates import Template, group_needs
from homeward.timetable.solver.engine import Effort
from homeward.timetable.solver.possible import Cell, Possible

PART_GAP = 0.02
MOST_PAIRS = 40
MOST_IN_PART = 48
PART_OF_SHARE = 8
Class = tuple[int, str]


def seat_by_class(
    possible: Possible,
    effort: Effort,
    choices: Mapping[str, Sequence[Template]],
    unseated: Mapping[str, int],
    share: float,
) -> Seats:
    """Seats of everybody, class by class."""
    parts = parts_of(possible, [id_ for id_ in possible.clients if choices[id_]])
    work = _Parts(possible, effort, choices, unseated, share / PART_OF_SHARE)
    ends = effort.spent + share
    for place in sorted(range(len(parts)), key=lambda each: (-len(parts[each]), each)):
        work.again({place: parts[place]})
    for turn in range(MOST_PAIRS):
        lost = [
            place
            for place, people in enumerate(parts)
            if any(who not in work.chosen for who in people)
        ]
        if not lost or effort.spent >= ends or effort.is_over:
            break
        first = lost[turn % len(lost)]
        others = [place for place in range(len(parts)) if place != first]
        second = others[(turn // len(lost)) % len(others)] if others else first
        work.again({first: parts[first], second: parts[second]})
    counts: Counter[Cell] = Counter()
    for each in work.counts.values():
        counts.update(each)
    return Seats(
        work.chosen,
        dict(sorted(counts.items())),
        sum(each.unmet for each in work.chosen.values()),
        0,
        False,
    )


def parts_of(
    possible: Possible, people: Sequence[str], most: int = MOST_IN_PART
) -> list[list[str]]:
    """People who could share groups, by class, then by population and time of day."""
    classes: dict[Class, list[str]] = defaultdict(list)
    for id_ in people:
        client = possible.clients[id_]
        classes[client.phase, client.language].append(id_)
    found = []
    for _class, members in sorted(classes.items()):
        number = -(-len(members) // most)
        ordered = sorted(members, key=lambda each: (_hour(possible, each), each))
        size = -(-len(ordered) // number)
        found += [ordered[at : at + size] for at in range(0, len(ordered), size)]
    return found


def _hour(possible: Possible, client: str) -> tuple[str, int]:
    """The population, then the middle of the client's hours."""
    windows = possible.clients[client].windows
    middle = sum(each.begins + each.ends for each in windows) // max(1, len(windows))
    return possible.clients[client].population, middle


class _Parts:
    """Seats so far, with the groups each part has opened."""

    def __init__(
        self,
        possible: Possible,
        effort: Effort,
        choices: Mapping[str, Sequence[Template]],
        unseated: Mapping[str, int],
        share: float,
    ) -> None:
        self.possible = possible
        self.effort = effort
        self.choices = choices
        self.unseated = unseated
        self.share = share
        self.chosen: dict[str, Template] = {}
        self.counts: dict[int, Mapping[Cell, int]] = {}

    def again(self, parts: Mapping[int, Sequence[str]]) -> None:
        """Seat these parts anew; what they had is given back first."""
        people = sorted({who for each in parts.values() for who in each})
        kept: Counter[Cell] = Counter()
        for place, counts in self.counts.items():
            if place not in parts:
                kept.update(counts)
        apart = Apart(self.possible, self.chosen, set(people))
        choices = {
            each: [template for template in self.choices[each] if not apart.meets(each, template)]
            for each in people
        }
        hint = {each: self.chosen[each] for each in people if each in self.chosen}
        seating = Seating(self.possible, choices, self.unseated, kept)
        seats = seating.search(self.effort, self.share, hint, gap=PART_GAP)
        if seats is None:
            return
        for each in people:
            self.chosen.pop(each, None)
        self.chosen.update(seats.chosen)
        for place in parts:
            self.counts[place] = {}
        self.counts[min(parts)] = seats.counts


class Apart:
    """The slots in which somebody outside is on site whom a client may not meet there."""

    def __init__(
        self, possible: Possible, chosen: Mapping[str, Template], people: set[str]
    ) -> None:
        self.possible = possible
        self.closed: dict[str, dict[int, int]] = defaultdict(dict)
        for pair in possible.apart_on_site:
            for client, other in (pair, pair[::-1]):
                if client in people and other not in people and other in chosen:
                    self.closed[client] = _on_site(possible, chosen[other])

    def meets(self, client: str, template: Template) -> bool:
        """Whether the template brings the client on site then."""
        closed = self.closed.get(client)
        if not closed:
            return False
        return any(
            slots & closed.get(day, 0) for day, slots in _on_site(self.possible, template).items()
        )


def _on_site(possible: Possible, template: Template) -> dict[int, int]:
    found: dict[int, int] = {}
    for cell in template.cells:
        if cell.mode == "in_person":
            for day in cell.days:
                found[day] = found.get(day, 0) | possible.held(cell.service, cell.start)
    return found


def is_everybody_seated(possible: Possible, seats: Seats) -> bool:
    """Whether everybody who needs a group sits in a block."""
    return all(
        id_ in seats.chosen
        for id_, client in possible.clients.items()
        if group_needs(possible, client)
    )
