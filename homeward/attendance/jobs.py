"""What the worker does about attendance on its own."""

from homeward.core import clock
from homeward.core.queue import app


@app.periodic(cron="35 9 * * *")
@app.task(
    name="attendance.measure_forecasts", queue="upkeep",
    queueing_lock="attendance.measure_forecasts",
)  # fmt: skip
def measure_forecasts(timestamp: int) -> None:
    """Every night: how well forecasts came true at each site, kept for the hours page."""
    from homeward.attendance.measuring import keep_measure
    from homeward.program.models import Program, Site

    program = Program.objects.order_by("code").first()
    if program is not None:
        for site in Site.objects.order_by("code"):
            keep_measure(site, program, clock.today(site.time_zone))


@app.periodic(cron="50 3 * * *")
@app.task(
    name="attendance.forget_sealing_keys", queue="upkeep",
    queueing_lock="attendance.forget_sealing_keys",
)  # fmt: skip
def forget_sealing_keys(timestamp: int) -> None:
    """Every night: a fresh key for devices when it is time, and the end of those long retired."""
    from homeward.attendance.sealing import current_key, forget_old_keys

    now = clock.now()
    current_key(now)
    forget_old_keys(now)
