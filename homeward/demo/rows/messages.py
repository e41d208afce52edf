"""A few messages between the demo's client and the team, one that waits, and running late.

Everything here is written by the room's own actions.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from homeward.accounts.models import Account
from homeward.conversations import actions
from homeward.conversations.models import Conversation, Message
from homeward.conversations.reaching import SERVICE, readers_of
from homeward.core.actors import Actor, actor_of
from homeward.core.clock import local_day
from homeward.demo.accounts import DEMO_CLIENT_ACCOUNT
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.staff.models import Worker
from homeward.timetable.models import Seat

# (days ago, hour, who, words)
SAID = (
    (3, 10, "client", "My shift on Thursday moved to 2. Can I still come to the morning group?"),
    (3, 11, "team", "Yes. Come at 9:30 as always; you will be out by 12:30."),
    (1, 15, "client", "Thank you. Could you write me a note for work, with no details?"),
)  # fmt: skip
TO = "counselor"


def add_messages(now: datetime) -> int:
    """Rows for the demo's client; nothing when there are some."""
    account = Account.objects.filter(username=DEMO_CLIENT_ACCOUNT).first()
    rows = Client.objects.for_actor(SERVICE, Purpose.OPERATIONS).select_related("site")
    client = rows.filter(account=account).first() if account else None
    if client is None or Conversation.objects.for_actor(SERVICE, Purpose.OPERATIONS).exists():
        return 0
    own, readers = actor_of(account), readers_of(client, now)
    if TO not in readers:
        return 0
    counselor = Worker.objects.select_related("account").get(pk=readers[TO][0])
    written = 0
    for ago, hour, who, words in SAID:
        then = _wall(client, now, ago, hour)
        if who == "client":
            made = actions.write(actor=own, role=TO, body=words, now=then)
            _seen(made.message, counselor.account, then + timedelta(minutes=25))
        elif counselor.account:
            team = actor_of(counselor.account)
            about = {"client_id": client.pk, "role": TO, "body": words, "now": then}
            made = actions.write_to_client(actor=team, **about)
            _seen(made.message, account, then + timedelta(minutes=40))
        written += 1
    return written + _late(own, client, now)


def _seen(message: Message, account: Account | None, at: datetime) -> None:
    if account is not None:
        actions.see(actor=actor_of(account), messages=[message], now=at)


def _late(own: Actor, client: Client, now: datetime) -> int:
    """Where a session of today is still to come, the bus is late."""
    seats = Seat.objects.for_actor(own, Purpose.CLIENT_REQUEST).filter(
        client=client, released_at=None, session__cancelled_at=None, ends_at__gt=now
    )
    seat = seats.select_related("session").order_by("starts_at").first()
    today = local_day(now, client.site.time_zone)
    if seat is None or local_day(seat.starts_at, client.site.time_zone) != today:
        return 0
    actions.say_late(actor=own, seat_id=seat.pk, minutes=10, why="bus", now=now)
    return 1


def _wall(client: Client, now: datetime, days: int, hour: int) -> datetime:
    zone = ZoneInfo(client.site.time_zone)
    day = local_day(now, client.site.time_zone) - timedelta(days=days)
    return datetime.combine(day, time(hour, 5), zone)
