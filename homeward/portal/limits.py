"""How many codes one address, and everybody together, may try in an hour, and calendars read.

The cache keeps a keyed digest, never the address itself.
"""

from django.core.cache import cache
from django.http import HttpRequest

from homeward.core.crypto import digest_of

AN_HOUR = 3600
MOST_FROM_ONE, MOST_FROM_ALL = 20, 400
MOST_READINGS = 300


def too_many_codes(request: HttpRequest) -> bool:
    """Count this try; True when it is beyond the limit."""
    sender = digest_of(f"portal.code|{request.META.get('REMOTE_ADDR', '')}")[:24]
    # Both are counted, whichever is beyond its limit.
    counts = [
        _count(f"portal.code:{sender}") > MOST_FROM_ONE,
        _count("portal.code:all") > MOST_FROM_ALL,
    ]
    return any(counts)


def too_many_readings(request: HttpRequest) -> bool:
    """Count this reading of a calendar; True when it is beyond the limit of an hour.

    A phone asks a few times an hour; behind one address may be a house full of them.
    """
    sender = digest_of(f"portal.calendar|{request.META.get('REMOTE_ADDR', '')}")[:24]
    return _count(f"portal.calendar:{sender}") > MOST_READINGS


def _count(key: str) -> int:
    cache.add(key, 0, AN_HOUR)
    try:
        return cache.incr(key)
    except ValueError:
        cache.set(key, 1, AN_HOUR)
        return 1
