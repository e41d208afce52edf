"""Every page that answers a reader, found from the routes themselves."""

import hashlib
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.test import Client as Browser
from django.urls import reverse

from homeward.attendance.actions import set_up_kiosk
from homeward.core import clock
from homeward.core.routes import Route
from homeward.core.submissions import new_key
from homeward.kiosk.device import COOKIE
from homeward.testing.matrix.asking import NOBODY_IN_PARTICULAR, House, address_of, cases
from homeward.testing.matrix.fillings import UnknownId

# Who is asked first: somebody of care, then whoever else may see it.
READERS = (
    "counselor", "supervisor", "director", "admissions", "nurse", "client", "family", "agency",
    "public", "front_desk", "technician", "billing", "physician", "psychologist", "peer",
    "case_manager", "family_counselor", "auditor", "admin",
)  # fmt: skip
# Composed by role: what one reader sees says nothing of what another does.
BY_ROLE = frozenset({"desk:today", "portal:today"})
# Pages that are there in Spanish too, whose words are longer.
SPANISH = ("portal:", "website:", "account_")
# Pages that show another form once something was chosen.
CHOSEN = {
    "desk:setup_incentives": "?kind=prize",
    "portal:family_tell": "?when=now",
    "website:tell": "?when=today",
}
STAFF_IN_TURN = ("counselor", "director", "admissions", "nurse", "front_desk", "admin")
_SEEN_TWICE = re.compile(rb'nonce="[^"]*"|value="[^"]*"')


@dataclass(frozen=True, slots=True)
class Page:
    """One page as one reader got it."""

    route: str
    reader: str
    relation: str
    address: str
    language: str
    body: bytes

    @property
    def name(self) -> str:
        """How a failure calls it."""
        return f"{self.route} as {self.reader} ({self.relation}, {self.language})"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The pages, and the routes that opened for nobody."""

    pages: tuple[Page, ...]
    unseen: tuple[str, ...]


def gather(house: House) -> Gathered:
    """Ask each GET route until a reader is let in; `house` is the stage of the access matrix."""
    pages: dict[str, Page] = {}
    opened: dict[str, bool] = {}
    for route, relation in _addresses():
        if opened.get(route.name) and route.name not in BY_ROLE:
            continue
        opened.setdefault(route.name, False)
        for reader, found in _answers(house, route, relation):
            opened[route.name] = True
            for page in found:
                mark = hashlib.sha256(_SEEN_TWICE.sub(b"", page.body)).hexdigest()
                pages.setdefault(mark, page)
            if route.name not in BY_ROLE or reader not in (*STAFF_IN_TURN, *READERS[5:8]):
                break
    for page in _of_a_device(house):
        opened[page.route] = True
        pages[page.name] = page
    return Gathered(
        tuple(pages.values()), tuple(name for name, is_open in opened.items() if not is_open)
    )


def _of_a_device(house: House) -> Iterator[Page]:
    """What a tablet at the door shows: the page to type at, a number of five digits, the thanks."""
    director = house.world.players["director"]
    assert director is not None
    site_id = house.world.cast.site.pk
    _kiosk, token = set_up_kiosk(
        actor=director.actor, site_id=site_id, name="Tablet", now=clock.now()
    )
    browser = Browser(headers={"accept-language": "en"})
    browser.cookies[COOKIE] = token
    door, thanks = reverse("kiosk:door"), reverse("kiosk:thanks")
    short = {"form_key": new_key(), "code": "12345"}
    for route, seen, address, response in (
        ("kiosk:door", "empty", door, browser.get(door)),
        ("kiosk:door", "refused", door, browser.post(door, short)),
        ("kiosk:thanks", "thanks", thanks, browser.get(thanks)),
        *(
            (
                f"kiosk:{name}",
                "empty",
                reverse(f"kiosk:{name}"),
                browser.get(reverse(f"kiosk:{name}")),
            )
            for name in ("lobby_card", "lobby_times")
        ),
    ):
        assert response.status_code in (200, 422), (address, response.status_code)
        yield Page(route, "device", seen, address, "en", response.content)


def _addresses() -> Iterator[tuple[Route, str]]:
    """Every route that answers GET, about one's own client, then about somebody arriving."""
    for relation in ("own", "arriving"):
        for route, case in cases((relation,)):
            wanted = case.relation == relation or relation == "own"
            if (
                case.method == "GET"
                and wanted
                and case.relation in (relation, NOBODY_IN_PARTICULAR)
            ):
                yield route, case.relation


def _answers(house: House, route: Route, relation: str) -> Iterator[tuple[str, list[Page]]]:
    """Readers who were let in, with the pages they got: none where a file or another address."""
    try:
        address = address_of(house.world, route, relation)
    except UnknownId:
        return
    languages = ("en", "es") if route.name.startswith(SPANISH) else ("en",)
    for reader in READERS:
        if not house.may_enter(route, "GET", reader):
            continue
        found = []
        states = (address, address + CHOSEN[route.name]) if route.name in CHOSEN else (address,)
        for language, state in product(languages, states):
            response = _asked(house, reader, state, language)
            if response.status_code >= 400:
                break
            is_file = "attachment" in response.get("Content-Disposition", "")
            is_html = response["Content-Type"].startswith("text/html") and not is_file
            if response.status_code == 200 and is_html and response.content:
                page = Page(route.name, reader, relation, state, language, response.content)
                found.append(page)
        else:
            yield reader, found


def _asked(house: House, reader: str, address: str, language: str) -> Any:
    browser = house.browsers[reader]
    kept = deepcopy(browser.cookies)
    response = browser.get(address, headers={"accept-language": language})
    browser.cookies = kept
    return response
