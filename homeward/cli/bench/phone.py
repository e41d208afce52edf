"""First views on slow 3G and a slow phone, ten tasks in taps, and reading without scripts.

Goes to a running demo and uses it up a little: it checks in, signs a paper and ends a consent
there. Slow 3G is 400 kbit/s and 400 ms a request, the processor four times slower, the cache
empty, all of it by Chromium's own means. Bytes are what came over the line, headers included.
"""

import os
import platform
from argparse import ArgumentParser, Namespace
from typing import Any

NEEDS = "nothing"


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--address", default="http://127.0.0.1:8000", help="the running demo")
    parser.add_argument("--times", type=int, default=5, help="how often each page is opened")
    parser.add_argument("--only", choices=("views", "tasks", "plain"), help="one part alone")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Open, tap and read; exit 1 when a goal is missed."""
    from homeward.cli.bench.phoning import first_views, plain, tapping, tasks
    from homeward.cli.bench.phoning.browsing import a_browser

    wanted = (arguments.only,) if arguments.only else ("views", "tasks", "plain")
    address = arguments.address.rstrip("/")
    told: dict[str, Any] = {"machine": _machine()}
    with a_browser() as browser:
        if "views" in wanted:
            told["goals"] = {
                "bytes": first_views.MOST_BYTES, "readable_s": first_views.MOST_SECONDS,
            }  # fmt: skip
            told["first_views"] = first_views.measure(
                browser, address, first_views.VIEWS, max(1, arguments.times)
            )
        if "tasks" in wanted:
            told["tasks"] = tapping.tap_through(browser, address, tasks.TASKS)
        if "plain" in wanted:
            told["without_scripts"] = [
                plain.read_everything(browser, address, "client", "/me/"),
                plain.read_everything(browser, address, "familymember", "/me/"),
                plain.read_everything(browser, address, "officer", "/me/"),
                plain.read_everything(browser, address, "", "/"),
            ]
    return told, int(not _holds(told))


def _holds(told: dict[str, Any]) -> bool:
    counted = [*told.get("first_views", ()), *told.get("tasks", ())]
    return all(each.get("holds", "skipped" in each) for each in counted) and not any(
        each["faults"] for each in told.get("without_scripts", ())
    )


def _machine() -> dict[str, Any]:
    return {
        "cores": os.cpu_count(),
        "load": [round(each, 2) for each in os.getloadavg()],
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }
