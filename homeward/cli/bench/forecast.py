"""How well forecasts of attendance come true in this installation's own history.

Each past week is forecast from the weeks before it alone, then compared with what happened. A demo
holds a simulated year; a house in use holds its own.
"""

import time
from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.cli import frame


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--weeks", type=int, default=52, help="how many weeks are forecast")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Measure every site; exit 1 when no session of the past could be forecast."""
    from homeward.attendance.measuring import measure
    from homeward.core import clock
    from homeward.program.models import Program, Site

    program = Program.objects.order_by("code").first()
    weeks = max(1, min(arguments.weeks, 520))
    sites = []
    for site in Site.objects.order_by("code"):
        began = time.perf_counter()
        figures = measure(site, program, clock.today(site.time_zone), weeks=weeks)
        seconds = round(time.perf_counter() - began, 2)
        sites.append({"site": site.code, **figures, "seconds": seconds})
    told = sum(each["sessions"] for each in sites)
    return {"sites": sites, "sessions": told}, frame.DONE if told else frame.FAILED
