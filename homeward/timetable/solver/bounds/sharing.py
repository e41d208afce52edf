"""The rows of what people share: leaders, offices, group rooms, and who is kept apart on site.

Leaders are counted, not named: in every slot the groups that only some of the staff may lead are
no more than those of them who are there and not with somebody alone (Hall's condition on the sets
of leaders that occur). Over days and weeks, led meetings are shared out among those who may lead
them, within everybody's caps. Rooms are counted by slot.
"""

from collections import defaultdict

from homeward.timetable.solver.bounds.attending import Grounds
from homeward.timetable.solver.bounds.program import Term
from homeward.timetable.solver.instance import GROUP, IN_PERSON, OFFICE

Hour = tuple[int, int]


def add_sharing(grounds: Grounds, *, is_whole: bool) -> None:
    """Every row; `is_whole` says that nobody else is planned, so that overload may be priced."""
    _one_at_a_time(grounds)
    _leaders_by_slot(grounds)
    _leaders_by_day(grounds, is_whole=is_whole)
    _rooms(grounds)
    _apart_on_site(grounds)


def _hours(days: tuple[int, ...], start: int, ends: int) -> list[Hour]:
    return [(day, slot) for day in days for slot in range(start, ends)]


def _alone_by_hour(grounds: Grounds) -> dict[str, dict[Hour, list[int]]]:
    found: dict[str, dict[Hour, list[int]]] = defaultdict(lambda: defaultdict(list))
    for each in grounds.alone:
        for hour in _hours(each.days, each.start, each.ends):
            found[each.person][hour].append(each.column)
    return found


def _one_at_a_time(grounds: Grounds) -> None:
    """Each of the staff is with one client at a time."""
    for _person, hours in sorted(_alone_by_hour(grounds).items()):
        for _hour, columns in sorted(hours.items()):
            if len(columns) > 1:
                grounds.program.at_most([(1, column) for column in columns], 1)


def _leaders_by_slot(grounds: Grounds) -> None:
    possible = grounds.possible
    alone = _alone_by_hour(grounds)
    led: dict[tuple[str, ...], dict[Hour, list[int]]] = defaultdict(lambda: defaultdict(list))
    for cell, column in grounds.groups.items():
        able = possible.leaders(cell.service, cell.language, cell.population)
        ends = cell.start + possible.services[cell.service].slots
        for hour in _hours(cell.days, cell.start, ends):
            led[able][hour].append(column)
    for able in sorted(led):
        inside = [each for each in sorted(led) if set(each) <= set(able)]
        for hour in sorted({hour for each in inside for hour in led[each]}):
            possible.look()
            day, slot = hour
            columns = [column for each in inside for column in led[each].get(hour, ())]
            columns += [
                column
                for person in able
                if person in alone
                for column in alone[person].get(hour, ())
            ]
            there = sum(possible.staff_free[person][day] >> slot & 1 for person in able)
            grounds.program.at_most([(1, column) for column in columns], there)


def _leaders_by_day(grounds: Grounds, *, is_whole: bool) -> None:
    """Led meetings shared out by kind and day within caps; slots over the target week cost."""
    possible, program = grounds.possible, grounds.program
    kinds: dict[tuple[str, str, str], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for cell, column in sorted(grounds.groups.items()):
        for day in cell.days:
            kinds[cell.service, cell.language, cell.population][day].append(column)
    held: dict[str, dict[int, list[Term]]] = defaultdict(lambda: defaultdict(list))
    number: dict[Hour | tuple[str, int], list[Term]] = defaultdict(list)
    for (code, language, population), days in sorted(kinds.items()):
        slots = possible.services[code].slots
        for day, columns in sorted(days.items()):
            shares = []
            for person in possible.leaders(code, language, population):
                most = possible.staff_free[person][day].bit_count() // slots
                if most:
                    share = program.column(most)
                    shares.append((1, share))
                    held[person][day].append((slots, share))
                    number[person, day].append((1, share))
            program.equal([*shares, *((-1, column) for column in columns)], 0)
    for each in grounds.alone:
        held[each.person][each.days[0]].append((each.slots, each.column))
    most_led = possible.instance.most_led_groups_a_day
    for who, by_day in sorted(held.items()):
        staff = possible.staff[who]
        for day, terms in sorted(by_day.items()):
            free = possible.staff_free[who][day].bit_count()
            program.at_most(terms, min(free, staff.most_a_day))
            if most_led is not None and number[who, day]:
                program.at_most(number[who, day], most_led)
        week = [term for terms in by_day.values() for term in terms]
        program.at_most(week, staff.most_a_week)
        if is_whole and staff.target_week < staff.most_a_week:
            price = possible.instance.weights["overload"]
            beyond = program.column(staff.most_a_week - staff.target_week, third=price)
            program.at_most([*week, (-1, beyond)], staff.target_week)


def _rooms(grounds: Grounds) -> None:
    possible, program = grounds.possible, grounds.program
    meetings: dict[Hour, list[int]] = defaultdict(list)
    seats: dict[Hour, list[int]] = defaultdict(list)
    offices: dict[Hour, list[int]] = defaultdict(list)
    for cell, column in grounds.groups.items():
        if cell.mode == IN_PERSON:
            ends = cell.start + possible.services[cell.service].slots
            for hour in _hours(cell.days, cell.start, ends):
                meetings[hour].append(column)
                seats[hour] += [each.column for each in grounds.of_cell[cell]]
    for each in grounds.alone:
        if each.mode == IN_PERSON:
            for hour in _hours(each.days, each.start, each.ends):
                offices[hour].append(each.column)
    places = {room.id: room.capacity - 1 for room in possible.instance.rooms.values()}
    largest = max((service.most for service in possible.services.values()), default=0)
    for hour, columns in sorted(meetings.items()):
        program.at_most([(1, one) for one in columns], possible.rooms_open(GROUP, *hour))
        room_places = [
            places[id_]
            for id_, room in possible.instance.rooms.items()
            if room.kind == GROUP and possible.ground.room_open[id_][hour[0]] >> hour[1] & 1
        ]
        if any(place < largest for place in room_places):
            program.at_most(
                [(1, one) for one in seats[hour]], sum(max(0, place) for place in room_places)
            )
    for hour, columns in sorted(offices.items()):
        program.at_most([(1, one) for one in columns], possible.rooms_open(OFFICE, *hour))


def _apart_on_site(grounds: Grounds) -> None:
    there = set(grounds.clients)
    for pair in grounds.possible.apart_on_site:
        if pair[0] == pair[1] or not there.issuperset(pair):
            continue
        hours: dict[Hour, list[int]] = defaultdict(list)
        for client in pair:
            for each in grounds.of_client[client]:
                if each.mode == IN_PERSON:
                    for hour in _hours(each.days, each.start, each.ends):
                        hours[hour].append(each.column)
        for _hour, columns in sorted(hours.items()):
            grounds.program.at_most([(1, column) for column in columns], 1)
