"""What the worker does each morning."""

from homeward.core import clock
from homeward.core.queue import app


@app.periodic(cron="*/10 * * * *")
@app.task(name="downtime.morning", queue="care", queueing_lock="downtime.morning")
def morning(timestamp: int) -> None:
    """Make the packs that are due at their site's hour; a site without a passphrase is left out."""
    from homeward.downtime.mornings import make_due_packs

    make_due_packs(now=clock.now())
