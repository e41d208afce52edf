"""How many requests one address, and everybody together, may send in an hour.

The cache keeps a keyed digest, never the address itself. It lies in the database, and a form that
is refused is undone there with all it did: what it counted is counted again (`core.submissions`).
"""

from ipaddress import IPv6Address, ip_address, ip_network
from time import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from homeward.core.crypto import digest_of

AN_HOUR = 3600
# One household or machine is given as many addresses of the newer kind as it likes.
ONE_SENDER = 64
COUNTED = "_counted_keys"


def is_beyond(request: HttpRequest, what: str, most_from_one: int, most_from_all: int) -> bool:
    """Count this request; True when it is beyond the limit.

    What is refused to one sender counts for that sender alone: nobody closes the door for all.
    """
    sender = digest_of(f"{what}|{_sender(request)}")[:24]
    if count(request, f"{what}:{sender}") > most_from_one:
        return True
    return count(request, f"{what}:all") > most_from_all


def count(request: HttpRequest, key: str) -> int:
    """One more of `key` in this hour, also where the request itself is undone afterwards."""
    vars(request).setdefault(COUNTED, []).append(key)
    return _count(key)


def counted(key: str) -> int:
    """How many there were in this hour, with none added."""
    number, ends = cache.get(key) or (0, 0)
    return int(number) if ends > int(time()) else 0


def count_again(request: HttpRequest) -> None:
    """What this request counted, once more: it was undone with all that a refused form did."""
    for key in vars(request).get(COUNTED, ()):
        _count(key)


def _sender(request: HttpRequest) -> str:
    given = _address(request)
    try:
        address = ip_address(given)
    except ValueError:
        return given
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ip_network((int(address), ONE_SENDER), strict=False))
    return str(address)


def _address(request: HttpRequest) -> str:
    """As far as it can be believed: the house's own proxies write the last ones of the list."""
    proxies = getattr(settings, "ALLAUTH_TRUSTED_PROXY_COUNT", 0)
    named = [each.strip() for each in request.headers.get("x-forwarded-for", "").split(",")]
    if proxies and len(named) >= proxies and named[-proxies]:
        return named[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))


def _count(key: str) -> int:
    """One more; the hour begins with the first. (`cache.incr` would forget after 5 minutes.)"""
    now = int(time())
    number, ends = cache.get(key) or (0, now + AN_HOUR)
    if ends <= now:
        number, ends = 0, now + AN_HOUR
    cache.set(key, (number + 1, ends), ends - now)
    return int(number) + 1
