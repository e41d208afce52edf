"""Where the demo client's sessions of this week are joined from afar, as their counselor set it.

The way in opens shortly before each; the paper that says yes to it waits among their papers.
"""

from datetime import datetime, timedelta

from homeward.accounts.models import Account
from homeward.core.actors import Actor, actor_of
from homeward.core.refusals import NotAllowed
from homeward.demo.accounts import DEMO_CLIENT_ACCOUNT
from homeward.kernel.purposes import Purpose
from homeward.timetable.actions import set_session_link
from homeward.timetable.models import Seat
from homeward.timetable.standing_in import SessionLink

WEEK = timedelta(days=7)
ADDRESS = "https://rooms.example.org/{}"


def add_links(now: datetime) -> int:
    """Nothing when a link is there, or where the cast has no counselor."""
    account = Account.objects.filter(username="counselor").first()
    if account is None or SessionLink.objects.exists():
        return 0
    counselor = actor_of(account)
    rows = Seat.objects.for_actor(Actor.of_service("demo"), Purpose.OPERATIONS)
    seats = rows.filter(
        client__account__username=DEMO_CLIENT_ACCOUNT, released_at=None,
        session__cancelled_at=None, ends_at__gt=now, starts_at__lt=now + WEEK,
    )  # fmt: skip
    written = 0
    for seat in seats.order_by("starts_at"):
        try:
            set_session_link(
                actor=counselor, session_id=seat.session_id, now=now,
                address=ADDRESS.format(str(seat.session_id)[:8]),
            )  # fmt: skip
        except NotAllowed:
            continue  # somebody else leads it
        written += 1
    return written
