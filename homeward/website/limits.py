"""How many requests one address, and everybody together, may send in an hour.

The cache keeps a keyed digest, never the address itself.
"""

from django.core.cache import cache
from django.http import HttpRequest

from homeward.core.crypto import digest_of

AN_HOUR = 3600
# What is asked for -> the most from one address, the most from all.
MOST = {"ask": (5, 200), "question": (3, 60), "find": (120, 6000)}


def too_many_requests(request: HttpRequest, what: str = "ask") -> bool:
    """Count this request; True when it is beyond the limit."""
    most_from_one, most_from_all = MOST[what]
    sender = digest_of(f"{what}|{request.META.get('REMOTE_ADDR', '')}")[:24]
    limits = ((f"{what}:{sender}", most_from_one), (f"{what}:all", most_from_all))
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
