"""How many codes one address, and everybody together, may try in an hour, and calendars read.

The cache keeps a keyed digest, never the address itself (`core.limits`).
"""

from django.http import HttpRequest

from homeward.core.limits import is_beyond

MOST_FROM_ONE, MOST_FROM_ALL = 20, 400
MOST_READINGS, MOST_READINGS_OF_ALL = 300, 60_000


def too_many_codes(request: HttpRequest) -> bool:
    """Count this try; True when it is beyond the limit."""
    return is_beyond(request, "portal.code", MOST_FROM_ONE, MOST_FROM_ALL)


def too_many_readings(request: HttpRequest) -> bool:
    """Count this reading of a calendar; True when it is beyond the limit of an hour.

    A phone asks a few times an hour; behind one address may be a house full of them.
    """
    return is_beyond(request, "portal.calendar", MOST_READINGS, MOST_READINGS_OF_ALL)
