"""What the wall costs a statement of the app, a statement of the portal, and a page."""

import os
import statistics
import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

from psycopg import Connection

from homeward.cli.bench.walling.attacking import as_login
from homeward.config.launch import database, roles
from homeward.core import wall

STATEMENTS = {
    "one's seats": "SELECT * FROM timetable_seat WHERE client_id = %s ORDER BY starts_at LIMIT 50",
    "one's notes": "SELECT * FROM notes_clientnote WHERE client_id = %s AND signed_at IS NOT NULL"
    " ORDER BY created_at LIMIT 50",
    "oneself": "SELECT * FROM people_client WHERE id = %s",
    "one's sessions": "SELECT s.* FROM timetable_groupsession s JOIN timetable_seat o"
    " ON o.session_id = s.id WHERE o.client_id = %s LIMIT 50",
}


def of_statements(people: list[UUID], rounds: int) -> dict[str, dict[str, float]]:
    """Median milliseconds of each statement in three ways, in turns.

    `past_policies`: as the administrator, whom no policy holds; `app`: through the policy that lets
    the app see all; `portal`: behind the wall, where the filter is the wall's own as well;
    `token`: giving the token, once a page.
    """
    found = {}
    with _administrator() as past, as_login("default") as app, as_login("portal") as portal:
        for name, text in STATEMENTS.items():
            times: dict[str, list[float]] = {
                each: [] for each in ("past_policies", "app", "portal", "token")
            }
            for turn in range(rounds):
                pk = people[turn % len(people)]
                for session, kept in ((past, "past_policies"), (app, "app")):
                    times[kept].append(_timed(_asking(session, text, [pk])))
                token = wall.token_for(wall.PORTAL, pk, portal.info.backend_pid)
                portal.execute("BEGIN")
                telling = [token, wall.PORTAL.search_path]
                times["token"].append(_timed(_asking(portal, wall.TOLD, telling)))
                times["portal"].append(_timed(_asking(portal, text, [pk])))
                portal.execute("COMMIT")
            found[name] = {f"{each}_ms": _middle(values) for each, values in times.items()}
    return found


def _asking(session: Connection[Any], text: str, parameters: list[Any]) -> Callable[[], Any]:
    return lambda: session.execute(text, parameters).fetchall()  # type: ignore[arg-type]


def _administrator() -> Connection[Any]:
    if url := os.environ.get("HOMEWARD_TEST_ADMIN_URL"):
        return roles.open_connection(database.parse_url(url))
    found = database.connections()
    name = found["owner"]["name"]
    return roles.open_connection(found.get("admin", found["owner"]), name=name)


def of_pages(ask: Callable[[str, bool], Any], addresses: list[str], rounds: int) -> dict[str, Any]:
    """Median milliseconds of these pages in front of the wall and behind it, in turns."""
    front: list[float] = []
    behind: list[float] = []
    for address in addresses:
        for is_behind in (False, True):
            ask(address, is_behind)  # once for caches
        for _turn in range(rounds):
            front.append(_timed(lambda address=address: ask(address, False)))
            behind.append(_timed(lambda address=address: ask(address, True)))
    return {"pages": len(addresses), "in_front_ms": _middle(front), "behind_ms": _middle(behind)}


def _timed(act: Callable[[], Any]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def _middle(values: list[float]) -> float:
    return round(statistics.median(values), 3)
