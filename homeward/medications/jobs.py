"""Each morning: the clocks that come round become duties; a missing signature is an incident."""

from homeward.core import clock
from homeward.core.queue import app
from homeward.medications.coming_due import open_due_duties
from homeward.medications.counting_kits import open_counts
from homeward.medications.incidents import tell_unsigned_waste


@app.periodic(cron="15 11 * * *")
@app.task(name="medications.coming_due", queue="care", queueing_lock="medications.coming_due")
def coming_due(timestamp: int) -> None:
    """Before the day begins in most of the country (UTC)."""
    open_due_duties(now=clock.now())
    open_counts(now=clock.now())
    tell_unsigned_waste(now=clock.now())
