"""The jobs every installation runs. A room declares its own in its `jobs.py`."""

from homeward.core import clock
from homeward.core.queue import app


@app.task(name="core.deliver_outbox", queue="outbox", retry=5)
def deliver_outbox(item_id: str) -> None:
    """Deliver one outbox item."""
    from homeward.core import outbox

    outbox.deliver(item_id, now=clock.now())


@app.periodic(cron="* * * * * */5")
@app.task(name="core.sweep_outbox", queue="outbox", queueing_lock="core.sweep_outbox")
def sweep_outbox(timestamp: int) -> None:
    """Deliver whatever a lost worker left behind."""
    from homeward.core import outbox

    outbox.deliver_due(now=clock.now())


@app.periodic(cron="* * * * * */2")
@app.task(name="core.sequence_audit", queue="audit", queueing_lock="core.sequence_audit")
def sequence_audit(timestamp: int) -> None:
    """Give waiting audit entries their place, and say the worker is alive."""
    from homeward.audit.sequencing import sequence_entries
    from homeward.core.models import Heartbeat

    now = clock.now()
    sequence_entries(now=now)
    Heartbeat.objects.update_or_create(name="worker", defaults={"at": now})


@app.periodic(cron="17 3 * * *")
@app.task(name="core.forget_submissions", queue="upkeep", queueing_lock="core.forget_submissions")
def forget_submissions(timestamp: int) -> None:
    """Drop form keys past their time."""
    from homeward.core.submissions import forget_old_submissions

    forget_old_submissions(now=clock.now())


@app.periodic(cron="27 3 * * *")
@app.task(name="core.forget_drafts", queue="upkeep", queueing_lock="core.forget_drafts")
def forget_drafts(timestamp: int) -> None:
    """Drop drafts nobody came back to."""
    from homeward.core.drafts import forget_old_drafts

    forget_old_drafts(now=clock.now())
