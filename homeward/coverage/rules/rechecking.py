"""When benefits are to be asked for again: on one day of every month."""

from datetime import date


def last_recheck(today: date, day_of_month: int) -> date:
    """The latest recheck day that has come; the day is 1 to 28, so that every month has it."""
    if not 1 <= day_of_month <= 28:
        raise ValueError("a recheck day lies between 1 and 28")
    if today.day >= day_of_month:
        return today.replace(day=day_of_month)
    year, month = (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
    return date(year, month, day_of_month)


def needs_recheck(verified_on: date | None, today: date, day_of_month: int) -> bool:
    """Whether the last answer is older than the latest recheck day; never asked needs it too."""
    return verified_on is None or verified_on < last_recheck(today, day_of_month)
