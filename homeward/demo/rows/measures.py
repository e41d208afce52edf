"""The short forms that wait on the clients' phones, opened as the morning's job opens them."""

from datetime import datetime, timedelta

from homeward.accounts.models import Account
from homeward.core.actors import Actor
from homeward.demo.accounts import DEMO_CLIENT_ACCOUNT
from homeward.instruments.inviting import invite, open_invitations
from homeward.instruments.rules.schedule import RULE_SET, VERSION, Due, Moment, Standing
from homeward.instruments.rules.schedule_table import SOURCE
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, Reason, State
from homeward.people.models import Client
from homeward.progress.inviting import invite_everybody
from homeward.progress.reaching import local_day

SERVICE = Actor.of_service("demo")
WEEKLY = "bam_iop"
TO_ANSWER = timedelta(days=2)


def add_invitations(now: datetime) -> int:
    """What is due today for everybody in the program."""
    return int(invite_everybody(now=now)) + _one_for_the_portal(now)


def _one_for_the_portal(now: datetime) -> int:
    """The weekly form for the client whose portal the demo shows, where nothing else waits."""
    account = Account.objects.filter(username=DEMO_CLIENT_ACCOUNT).first()
    rows = Client.objects.for_actor(SERVICE, Purpose.OPERATIONS).select_related("site")
    client = rows.filter(account=account).first() if account else None
    if client is None:
        return 0
    today = local_day(now, client.site.time_zone)
    if open_invitations(SERVICE, client, today):
        return 0
    reason = Reason(f"moment_{Moment.WEEKLY.value}", State.MET, (), SOURCE)
    due = Due(
        WEEKLY,
        Moment.WEEKLY,
        f"{Moment.WEEKLY.value}:{today.isoformat()}",
        today,
        today + TO_ANSWER,
        Standing.DUE,
        Decision(Standing.DUE.value, RULE_SET, VERSION, (reason,)),
    )
    return len(invite(actor=SERVICE, client=client, due=[due], now=now))
