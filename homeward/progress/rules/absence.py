"""How long somebody has stayed away: once for the review card, and stricter for the end of care.

| day holds                                   | missed in a row  | absent in a row |
|---------------------------------------------|------------------|-----------------|
| nothing but no-shows                        | counts           | counts          |
| an excuse or a cancellation, with a no-show | counts           | ends the row    |
| only excuses or cancellations               | is passed over   | ends the row    |
| they came to any group                      | ends the row     | ends the row    |
| they came and were kept out for safety      | ends the row     | ends the row    |

Somebody who arrives intoxicated arrived: it is presence, and care answers it. Source: the
handbook's discharge chapter; New Hampshire He-A 304.28 for unexcused days.
"""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import groupby

NO_SHOW, REMOVED = "no_show", "removed"


def missed_in_row(marks: Iterable[tuple[date, str]], came: Collection[str]) -> int:
    """Program days missed in a row without being excused, the newest first.

    `marks` are (day, state) with the newest first; a day with four groups is one day.
    """
    count = 0
    for _day, states in _days(marks):
        if any(state in came or state == REMOVED for state in states):
            break
        count += NO_SHOW in states
    return count


def absent_in_row(marks: Iterable[tuple[date, str]]) -> int:
    """Unexcused days in a row that may stand for an end of care: nothing but no-shows each."""
    count = 0
    for _day, states in _days(marks):
        if any(state != NO_SHOW for state in states):
            break
        count += 1
    return count


def _days(marks: Iterable[tuple[date, str]]) -> Iterable[tuple[date, list[str]]]:
    for day, lines in groupby(marks, key=lambda line: line[0]):
        yield day, [state for _on, state in lines]
