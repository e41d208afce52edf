"""How many requests for a call one address, and everybody together, may send in an hour.

The cache keeps a keyed digest, never the address itself.
"""

from django.core.cache import cache
from django.http import HttpRequest

from homeward.core.crypto import digest_of

AN_HOUR = 3600
MOST_FROM_ONE, MOST_FROM_ALL = 5, 200


def too_many_requests(request: HttpRequest) -> bool:
    """Count this request; True when it is beyond the limit."""
    sender = digest_of(f"ask|{request.META.get('REMOTE_ADDR', '')}")[:24]
    limits = ((f"ask:{sender}", MOST_FROM_ONE), ("ask:all", MOST_FROM_ALL))
    # Both are counted, whichever is beyond its limit.
    counted = [(_count(key), most) for key, most in limits]
    return any(number > most for number, most in counted)


def _count(key: str) -> int:
    cache.add(key, 0, AN_HOUR)
    try:
        return cache.incr(key)
    except ValueError:
        cache.set(key, 1, AN_HOUR)
        return 1
