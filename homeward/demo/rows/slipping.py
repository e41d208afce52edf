"""Signals and outreach as the jobs leave them, a few answers, and what was told of two lives."""

from datetime import datetime, timedelta

from homeward.accounts.models import Account
from homeward.core.access import Access
from homeward.core.actors import Actor, actor_of
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.retention import actions
from homeward.retention.ladder import CLIMBING, climb
from homeward.retention.looking import look_at_everybody
from homeward.retention.models import OwnDate
from homeward.retention.queries import open_signals


def add_slipping(now: datetime) -> int:
    """As of an hour ago, so that it was looked at since; nothing a second time."""
    then = now - timedelta(hours=1)
    counselor = _counselor()
    if counselor is None or OwnDate.objects.for_actor(counselor, Purpose.TREATMENT).exists():
        return 0
    told = _told(counselor, then)
    raised = look_at_everybody(now=then)
    return told + raised + climb(actor=CLIMBING, now=then) + _answered(counselor, now)


def _counselor() -> Actor | None:
    account = Account.objects.filter(username="counselor").first()
    actor = actor_of(account) if account else None
    return actor if actor is not None and actor.worker_id else None


def _told(counselor: Actor, then: datetime) -> int:
    mine = Client.objects.for_actor(counselor, Purpose.TREATMENT, to=Access.WRITE)
    chosen = list(mine.filter(episodes__ended_at=None).distinct().order_by("chart_number")[:2])
    for number, client in enumerate(chosen):
        if number == 0:
            actions.keep_own_date(
                actor=counselor, client_id=client.pk, every_year=True, now=then,
                on=local_day(then) + timedelta(days=4), what="The day his father died",
            )  # fmt: skip
        else:
            actions.record_life_change(
                actor=counselor, client_id=client.pk, kind="job_lost",
                on=local_day(then) - timedelta(days=2), now=then,
                note="The night shift at the warehouse was closed.",
            )  # fmt: skip
    return len(chosen)


def _answered(counselor: Actor, now: datetime) -> int:
    """One was seen, one was acted upon."""
    mine = open_signals(counselor, counselor.worker_id)
    for signal in mine[1:2]:
        actions.acknowledge_signal(actor=counselor, signal_id=signal.pk, now=now)
    for signal in mine[3:4]:
        actions.act_on_signal(
            actor=counselor, signal_id=signal.pk, what="talked", now=now,
            note="The bus line ended; comes with a neighbor from Thursday on.",
        )  # fmt: skip
    return min(2, len(mine))
