"""How many requests the public pages take from one address, and from everybody, in an hour."""

from django.http import HttpRequest

from homeward.core.limits import is_beyond

# What is asked for -> the most from one address, the most from all.
MOST = {
    "ask": (5, 200),
    "question": (3, 60),
    "tell": (6, 200),
    "find": (120, 6000),
    "verify": (30, 600),
}


def too_many_requests(request: HttpRequest, what: str = "ask") -> bool:
    """Count this request; True when it is beyond the limit."""
    return is_beyond(request, what, *MOST[what])
