"""First views on slow 3G and a slow phone, tasks in taps and by hand, and reading without scripts.

Builds a demo of its own and uses it up: it checks in, signs a paper, ends a consent and lets
somebody leave there. Slow
3G is 400 kbit/s and 400 ms a request, the processor four times slower, the cache empty, all of it
by Chromium's own means. Bytes are what came over the line, headers included.
"""

import os
import platform
from argparse import ArgumentParser, Namespace
from typing import Any

NEEDS = "nothing"
PARTS = ("views", "tasks", "hands", "plain")


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--address", help="a demo that runs already, in place of a fresh one")
    parser.add_argument("--folder", help="build the fresh demo here, and keep it")
    parser.add_argument("--times", type=int, default=5, help="how often each page is opened")
    parser.add_argument("--only", choices=PARTS, help="one part alone")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Open, tap and read; exit 1 when a goal is missed or a task could not be shown."""
    from homeward.cli.bench.phoning.starting import a_fresh_demo

    if arguments.address:
        return _measured(arguments.address.rstrip("/"), arguments)
    with a_fresh_demo(arguments.folder) as address:
        return _measured(address, arguments)


def _measured(address: str, arguments: Namespace) -> tuple[dict[str, Any], int]:
    from homeward.cli.bench.phoning import by_hand, first_views, hands, plain, tapping, tasks
    from homeward.cli.bench.phoning.browsing import a_browser

    wanted = (arguments.only,) if arguments.only else PARTS
    told: dict[str, Any] = {"machine": _machine(), "fresh": not arguments.address}
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
            told["by_hand"] = [by_hand.check_in_by_hand(browser, address)]
        if "hands" in wanted:
            told["staff_by_hand"] = hands.staff_by_hand(browser, address)
        if "plain" in wanted:
            told["without_scripts"] = [
                plain.read_everything(browser, address, "client", "/me/"),
                plain.read_everything(browser, address, "familymember", "/me/"),
                plain.read_everything(browser, address, "officer", "/me/"),
                plain.read_everything(browser, address, "", "/"),
            ]
    told["machine"]["load_at_the_end"] = _load()
    return told, int(not holds(told))


def holds(told: dict[str, Any]) -> bool:
    """Whether all that was asked for was shown and met its goal; what was skipped was not shown."""
    parts = ("first_views", "tasks", "by_hand", "staff_by_hand")
    counted = [each for part in parts for each in told.get(part, ())]
    return all(each.get("holds") for each in counted) and not any(
        each["faults"] for each in told.get("without_scripts", ())
    )


def _load() -> list[float]:
    return [round(each, 2) for each in os.getloadavg()]


def _machine() -> dict[str, Any]:
    return {
        "cores": os.cpu_count(),
        "load": _load(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }
