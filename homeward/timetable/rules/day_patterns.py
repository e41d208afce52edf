"""On which days of a week a series may meet.

A series keeps to days without a longer break than the program allows, counted round the turn of
the week; where closed days leave no such choice, the choices with the shortest break. Source: at
most two consecutive days without a session, North Carolina SAIOP service definition.
"""

from collections.abc import Collection
from itertools import combinations

from homeward.program.rules.week_shape import longest_gap

Patterns = dict[int, frozenset[tuple[int, ...]]]


def day_patterns(
    open_days: Collection[int], first_weekday: int, most_gap: int, most_meetings: int = 5
) -> Patterns:
    """By number of meetings, the allowed lists of days; days count from the week's first.

    `open_days` are those on which something is held, `first_weekday` is Monday 0. The rule binds
    three meetings and more; two keep a day between them where they can, one meets on any day.
    """
    days = sorted(open_days)
    found: Patterns = {}
    for number in range(1, min(most_meetings, len(days)) + 1):
        choices = list(combinations(days, number))
        gaps = {each: longest_gap([(first_weekday + day) % 7 for day in each]) for each in choices}
        if number == 2:
            apart = [each for each in choices if each[1] - each[0] > 1]
            found[number] = frozenset(apart or choices)
        elif number == 1:
            found[number] = frozenset(choices)
        else:
            allowed = max(most_gap, min(gaps.values()))
            found[number] = frozenset(each for each in choices if gaps[each] <= allowed)
    return found
