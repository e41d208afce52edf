"""The session as a counselor goes through it, by keys alone."""

from collections.abc import Callable

from homeward.cli.bench.grouping.hand import LISTEN, Hand
from homeward.cli.bench.grouping.texts import OWN, PEOPLE, SHARED

# Of the ten: the sixth is at home, the eighth and ninth come late, the tenth does not come.
TELEHEALTH, LATE, ABSENT = 5, (7, 8), 9
ON_ROW = "(name) => document.activeElement?.textContent?.startsWith(name)"
AT_HOME = "12 Elm Street, Evanston, IL"


def short(number: int) -> str:
    """A client as the roster names them."""
    first, last = PEOPLE[number].split()
    return f"{first} {last[0]}."


def sign_in(hand: Hand, address: str, user: str, password: str) -> None:
    """Before anything is counted."""
    page = hand.page
    page.add_init_script(LISTEN)
    page.goto(f"{address}/account/sign-in/")
    page.fill("input[name=login]", user)
    page.fill("input[name=password]", password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/desk/" in url or "/account/" not in url)


def mark_everybody(hand: Hand, later: Callable[[], None]) -> None:
    """One key each; who is late is marked when they come, some time `later`."""
    for number in range(len(PEOPLE)):
        if number in LATE or number == ABSENT:
            continue
        _stand_on(hand, number)
        hand.press("t" if number == TELEHEALTH else "p", "attendance")
        _wait_marked(hand, number)
    later()
    for number in LATE:
        _stand_on(hand, number)
        hand.press("l", "attendance")
        _wait_marked(hand, number)
    _stand_on(hand, ABSENT)
    hand.press("a", "attendance")
    _wait_marked(hand, ABSENT)


def _stand_on(hand: Hand, number: int) -> None:
    """The keys mark the row in hand; going to another one than the next costs a key each."""
    name = short(number)
    for _ in range(len(PEOPLE)):
        if hand.page.evaluate(ON_ROW, name):
            return
        before = hand.page.evaluate("document.activeElement?.textContent")
        hand.press("ArrowDown", "to another row")
        hand.wait_for(
            "(before) => document.activeElement?.matches('[data-choose]')"
            " && document.activeElement.textContent !== before",
            before,
        )
    raise RuntimeError(f"no row of {name}")


def _wait_marked(hand: Hand, number: int) -> None:
    name = short(number)
    hand.wait_for(
        "(name) => [...document.querySelectorAll('[data-row]')].some((row) =>"
        " row.querySelector('[data-choose]')?.textContent.startsWith(name)"
        " && row.querySelector('input:checked')) && !document.querySelector('.htmx-request')"
        " && !document.querySelector('.htmx-settling')",
        name,
    )


def write_everybody(hand: Hand, later: Callable[[], None]) -> None:
    """Three chips, own words, and on; for who is at home the telehealth record, too.

    The group goes on meanwhile: some time passes `later`, after each.
    """
    own = iter(OWN)
    for number in range(len(PEOPLE)):
        if number == ABSENT:
            continue
        name = short(number)
        hand.wait_for(
            f"document.querySelector('[data-row][aria-current]')?.textContent.includes({name!r})"
            " && Boolean(document.querySelector('#note-form [data-now]'))"
            " && !document.querySelector('.htmx-request, .htmx-settling, .htmx-swapping')"
        )
        hand.press(str(1 + number % 4), "took part")
        hand.press(str(1 + number % 6), "response")
        hand.press("2", "progress")
        if number == TELEHEALTH:
            _at_home(hand)
        hand.wait_for("document.activeElement?.matches('textarea[data-words]')")
        hand.type(next(own))
        later()
        hand.press("Control+Enter", "keep and go on")
    hand.wait_for("document.activeElement?.id === 'id_shared'")
    hand.type(SHARED)
    hand.press("Control+Enter", "keep and go on")
    hand.wait_for("document.activeElement?.matches('[data-end] button')")


def _at_home(hand: Hand) -> None:
    """Identity and privacy by digits; the place is typed. The rest is on file and seen."""
    for question in ("t_identity", "t_others"):
        hand.wait_for(f"Boolean(document.querySelector('[data-now] [name={question}]'))")
        hand.press("1", "telehealth record")
    hand.wait_for("document.activeElement?.name === 't_address'")
    hand.type(AT_HOME)
    hand.press("Enter", "telehealth record")


def end_and_sign(hand: Hand, notes: int) -> None:
    """End the group, then one key for each note."""
    hand.gather()
    hand.press("Enter", "end the group")
    hand.page.wait_for_url("**/review/**", wait_until="load")
    for _ in range(notes):
        hand.wait_for("Boolean(document.querySelector('.review-now[data-open] [data-sign]'))")
        with hand.page.expect_navigation():
            hand.press("s", "sign")
