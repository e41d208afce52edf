"""What relatives told the team, a night ahead, a session asked for, and one relative's own things.

Everything here is written by the room's own actions.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from homeward.accounts.models import Account
from homeward.core import outbox
from homeward.core.actors import NOBODY, Actor, actor_of
from homeward.core.clock import local_day
from homeward.core.models import OutboxItem
from homeward.families import actions
from homeward.families.actions.line import ROUTE
from homeward.families.models import FamilyNight
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, Contact
from homeward.program.models import Site

RELATIVE = "familymember"
SERVICE = Actor.of_service("demo")
# (days ahead, title, what happens)
NIGHTS = (
    (6, "Open evening", "What the weeks here are like, and time to ask."),
    (20, "Limits that hold", "A short talk, then practice in pairs. Coffee from half past five."),
)
# (hours ago, urgency, about, words)
TOLD = (
    (5, "today", "A man who comes on Mondays, I think Marco",
     "He left his lunch box in my car and sounded very low. Maybe nothing."),
    (27, "wait", "", "The light at the back door is broken. People are afraid there at night."),
)  # fmt: skip


def add_families(now: datetime) -> int:
    """Rows for the demo's relative and the house; nothing when there are some."""
    account = Account.objects.filter(username=RELATIVE).first()
    site = Site.objects.order_by("code").first()
    if account is None or site is None or FamilyNight.objects.exists():
        return 0
    return _nights(site, now) + _told(account, now) + _own(actor_of(account), now)


def _nights(site: Site, now: datetime) -> int:
    zone = ZoneInfo(site.time_zone)
    for ahead, title, about in NIGHTS:
        day = local_day(now, site.time_zone) + timedelta(days=ahead)
        actions.make_night(
            actor=SERVICE, site_id=site.pk, title=title, about=about, place="Big room, first floor",
            starts_at=datetime.combine(day, time(18), zone),
            ends_at=datetime.combine(day, time(19, 30), zone), now=now,
        )  # fmt: skip
    return len(NIGHTS)


def _told(account: Account, now: datetime) -> int:
    for ago, urgency, about, words in TOLD:
        then = now - timedelta(hours=ago)
        actions.send_in(actor=NOBODY, urgency=urgency, about=about, words=words, now=then)
    contacts = Contact.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(account=account)
    beside = [row.client_id for row in contacts]
    clients = Client.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(pk__in=beside)
    for client in clients:
        actions.send_in(
            actor=actor_of(account), urgency="today", about=client.name, sender="At home",
            words="There was shouting here on Sunday, and no sleep since. Please keep an eye.",
            now=now - timedelta(hours=2),
        )  # fmt: skip
    _deliver(now)
    return len(TOLD) + len(clients)


def _deliver(now: datetime) -> None:
    """As the worker would have: each word finds its way before the demo opens."""
    waiting = OutboxItem.objects.filter(kind=ROUTE, state=OutboxItem.State.WAITING)
    for item_id in list(waiting.order_by("due_at").values_list("pk", flat=True)):
        outbox.deliver(item_id, now=now)


def _own(actor: Actor, now: datetime) -> int:
    for lesson in ("what_treatment_is", "boundaries"):
        actions.mark_lesson_read(actor=actor, lesson=lesson, now=now)
    night = FamilyNight.objects.order_by("starts_at").first()
    assert night is not None
    actions.answer_night(actor=actor, night_id=night.pk, is_coming=True, people=2, now=now)
    parts = {
        "what_helps": "A walk before work. Choir on Thursdays.",
        "my_limits": "I will not lend cash. I will drive to sessions.",
    }
    actions.keep_own_plan(actor=actor, parts=parts, now=now)
    actions.ask_for_session(actor=actor, how="here", words="Money, and the car.", now=now)
    return 5
