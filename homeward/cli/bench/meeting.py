"""A review meeting by keys in a real browser: clicks and keys, and how long the machine takes.

Brings its own house: a fresh database on the server that tests share (quick, not durable), the
real pages served on this machine, and one Chromium. Twelve clients with a card each; three of
them get another answer than staying. Talking is not measured: only what the screen asks for.
"""

import os
import time
from argparse import ArgumentParser, Namespace
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

NEEDS = "nothing"
NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)
MOST_SECONDS = 12 * 60.0
# What the hands and eyes of a person take beside the machine; talking is not counted. A press:
# pointing at something and clicking it, the slower of key and mouse. Reading: the suggestion, its
# reasons and the parts of one card that somebody prepared before.
SECONDS_A_PRESS = 1.5
SECONDS_READING_A_CARD = 30.0
NAMES = (
    "Ada Birch", "Ben Cole", "Cleo Dunn", "Dov Ellis", "Edie Frost", "Finn Gale", "Gus Hart",
    "Hana Ivers", "Ike Jonas", "Juno Kerr", "Kip Lowell",
)  # fmt: skip
UP = 3  # what the team decides: 1 stay, 2 step down, 3 step up, 4 discharge


@dataclass(frozen=True)
class Table:
    """Who signs, and the day everything happens on."""

    cast: Any
    user: str
    password: str


def run_arguments(parser: ArgumentParser) -> None:
    """How many clients are talked about."""
    parser.add_argument("--clients", type=int, default=12)


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Hold one meeting; exit 1 when it takes longer than its twelve minutes."""
    from homeward.cli.bench.group import a_page, serving
    from homeward.cli.bench.grouping.hand import Hand
    from homeward.testing.house import empty_house

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with empty_house(), _at(NOW):
        table = set_the_table(arguments.clients)
        with serving() as address, a_page() as page:
            hand = Hand(page)
            sign_in(hand, address, table)
            began = time.monotonic()
            hold_the_meeting(hand, address, arguments.clients)
            seconds = time.monotonic() - began
        decided = _decided()
    presses, reading = (
        hand.interactions * SECONDS_A_PRESS, arguments.clients * SECONDS_READING_A_CARD
    )  # fmt: skip
    whole = presses + reading + seconds
    answer = {
        "clients": arguments.clients,
        "decided": decided,
        "clicks_and_keys": hand.interactions,
        "clicks_and_keys_each": round(hand.interactions / arguments.clients, 1),
        "pressed": hand.pressed,
        "machine_seconds": round(seconds, 1),
        "assumed_seconds_a_press": SECONDS_A_PRESS,
        "assumed_seconds_reading_a_card": SECONDS_READING_A_CARD,
        "press_seconds": round(presses, 1),
        "reading_seconds": round(reading, 1),
        "minutes_of_meeting": round(whole / 60, 1),
        "target_seconds": MOST_SECONDS,
    }
    return answer, int(whole > MOST_SECONDS or decided != arguments.clients)


@contextmanager
def _at(moment: datetime) -> Any:
    from homeward.core import clock

    clock.shift_to(moment)
    try:
        yield
    finally:
        clock.shift_to(None)


def set_the_table(clients: int) -> Table:
    """The cast on its Tuesday with so many clients on Dana's team, and this week's cards."""
    from homeward.core.actors import Actor
    from homeward.progress import actions
    from homeward.testing.stage import PASSWORD, admitted, make_cast, make_client

    cast = make_cast()
    for number, name in enumerate(NAMES[: clients - 1]):
        player = make_client(cast, f"c{number}", name, cast.site, f"HW-009{number:02}")
        admitted(cast, player.row, cast.dana.row, cast.site)
    actions.open_weekly_reviews(actor=Actor.of_service("progress.review"), now=NOW)
    return Table(cast, cast.dana.account.username, PASSWORD)


def sign_in(hand: Any, address: str, table: Table) -> None:
    """As the counselor; before the meeting, so it is not counted."""
    from homeward.cli.bench.grouping import session

    session.sign_in(hand, address, table.user, table.password)


def hold_the_meeting(hand: Any, address: str, clients: int) -> None:
    """Begin, then each client: look at it, choose, give the ground, the client's wish, sign."""
    page = hand.page
    page.goto(f"{address}/desk/reviews/meeting/")
    _click(hand, page.get_by_role("button", name="Begin"), "begin")
    for number in range(1, clients + 1):
        place = page.locator("[data-review-place]")
        place.wait_for()
        is_up = number % 4 == 0
        hand.press(str(UP if is_up else 1), "choose what the team decides")
        ground = "needs_more" if is_up else "progressing"
        _check(hand, "grounds", ground, "ground")
        _check(hand, "wish", "same", "the client's wish")
        before = page.url
        hand.press("Control+Enter", "sign")
        page.wait_for_url(lambda url, left=before: url != left)
    page.get_by_text("Everybody was talked about").wait_for()


def _click(hand: Any, place: Any, what: str) -> None:
    hand.pressed[what] = hand.pressed.get(what, 0) + 1
    place.first.click()


def _check(hand: Any, name: str, value: str, what: str) -> None:
    hand.pressed[what] = hand.pressed.get(what, 0) + 1
    hand.page.locator(f"input[name={name}][value={value}]").check(force=True)


def _decided() -> int:
    from homeward.progress.models import LevelReview

    rows = LevelReview.objects.unscoped("the meeting bench counts what was signed")
    return int(rows.exclude(decided_at=None).count())
