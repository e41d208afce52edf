"""The longest run of days without a session in a week that repeats for ever."""

from collections.abc import Collection

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def longest_gap(weekdays: Collection[int]) -> int:
    """Consecutive days without a session, the turn of the week included; 7 when there is none.

    Monday is 0. Source: at most two consecutive days without an offered session, North Carolina
    SAIOP service definition.
    """
    if not weekdays:
        return 7
    days = sorted(set(weekdays))
    following = [*days[1:], days[0] + 7]
    return max(later - day - 1 for day, later in zip(days, following, strict=True))
