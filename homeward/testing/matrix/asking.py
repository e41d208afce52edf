"""Asking every address as everybody, and saying in a word what came back."""

import hashlib
import logging
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import transaction
from django.test import Client as Browser

from homeward.core.actors import NOBODY
from homeward.core.routes import Route, all_routes
from homeward.core.submissions import new_key
from homeward.testing.matrix.fillings import (
    UnknownId,
    filled,
    has_before_admission,
    is_about_somebody,
)
from homeward.testing.matrix.world import World

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
IN, OUT, HIDDEN, SIGN_IN, METHOD, BAD, ERROR = (
    "in", "out", "hidden", "sign_in", "method", "bad", "error",
)  # fmt: skip
NOBODY_IN_PARTICULAR = "any"
ABSENT = "absent"
ALWAYS = frozenset({"counselor", "elsewhere", "client", "family", "agency", "revoked"})
CROSSED = "crossed"
RELATIONS = ("own", "other_team", "reasoned", "other_site", "arriving", CROSSED, ABSENT)
_ID = re.compile(r"<(?:(\w+):)?(\w+)>")
# What differs between two answers that say the same: tokens, nonces, the request's own id.
_FLEETING = re.compile(
    rb'(csrfmiddlewaretoken" value="|name="form_key" value="|nonce="|"X-CSRFToken": "|"csrf": ")'
    rb'[^"]*"'
)
_CANARY = re.compile(
    rb"kestrel-[a-z_]+-[a-z_]+|HW-0000[1-5]|Imbriale|Avery|Zambrano|Quillfeather|Moreau"
)
_UUID = re.compile(rb"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Case:
    """One question: this address, this method, about this person's rows."""

    route: str
    method: str
    relation: str

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.route, self.method, self.relation)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a player got: the word for it, the status, a digest of the page, and the canaries."""

    word: str
    status: int
    digest: str
    canaries: frozenset[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """One case with the address it became and the answers by column."""

    case: Case
    address: str
    answers: dict[str, Answer]


def ids_of(route: Route) -> tuple[str, ...]:
    """The names of the ids in an address."""
    return tuple(name for _, name in _ID.findall(route.path))


def cases(relations: Iterable[str] = RELATIONS) -> Iterator[tuple[Route, Case]]:
    """Every declared method of every route, with each relation that its ids can have."""
    wanted = set(relations)
    for route in sorted(all_routes(), key=lambda each: each.name):
        if route.path.startswith("error:") or route.policy is None:
            continue
        names = ids_of(route)
        for method in route.policy.methods:
            for relation in _relations(route.name, names):
                if relation in wanted or relation == NOBODY_IN_PARTICULAR:
                    yield route, Case(route.name, method, relation)


def _relations(route: str, names: tuple[str, ...]) -> tuple[str, ...]:
    about = [name for name in names if is_about_somebody((name,))]
    if not about:
        return (NOBODY_IN_PARTICULAR,)
    left_out = set() if len(about) > 1 else {CROSSED}
    if not has_before_admission(route, names):
        left_out.add("arriving")
    return tuple(each for each in RELATIONS if each not in left_out)


def address_of(world: World, route: Route, relation: str) -> str:
    """The address with the ids of this relation's subject; crossed: the first id is one's own."""
    names = ids_of(route)
    if relation in (NOBODY_IN_PARTICULAR, "own"):
        values = filled(route.name, names, world.subjects["own"])
    elif relation == ABSENT:
        values = filled(route.name, names, None)
    elif relation == CROSSED:
        values = filled(route.name, names, world.subjects["other_team"])
        values |= filled(route.name, names[:1], world.subjects["own"])
    else:
        values = filled(route.name, names, world.subjects[relation])
    return _ID.sub(lambda found: str(values[found[2]]), route.path)


def ask_all(
    house: "House", relations: Iterable[str] = RELATIONS, *, part: str = "", is_quick: bool = False
) -> Iterator[Asked]:
    """Every case whose route has `part` in its name.

    Quick: whoever a door refused once is not asked again with other ids behind the same door,
    since it decides before it looks at them; the one refusal counts for all relations.
    """
    refused: dict[tuple[str, str], dict[str, Answer]] = {}
    for route, case in cases(relations):
        if part not in route.name:
            continue
        known = refused.setdefault((case.route, case.method), {}) if is_quick else {}
        columns = [column for column in house.browsers if column not in known]
        try:
            asked = house.ask(route, case, columns)
        except UnknownId as unknown:
            house.unexplained.append(str(unknown))
            continue
        known |= {
            column: answer
            for column, answer in asked.answers.items()
            if answer.word in (OUT, SIGN_IN) and not house.may_enter(route, case.method, column)
        }
        yield Asked(case, asked.address, {**known, **asked.answers})


def ask_dose(house: "House", names: Collection[str]) -> Iterator[Asked]:
    """What every test run can afford: these routes, each as a handful of players in turn.

    Counselor, outsider and everybody of the portal are always asked where the door lets them in,
    others take turns; of those whom the door refuses one is asked. `homeward bench access` asks
    everybody everything.
    """
    inside: dict[tuple[str, str], list[str]] = {}
    for route, case in cases(("own", "other_site", ABSENT)):
        if route.name not in names:
            continue
        key = (case.route, case.method)
        if key not in inside:
            enter = [name for name in house.browsers if house.may_enter(route, case.method, name)]
            refused = [name for name in house.browsers if name not in enter]
            turn = len(inside)
            others = [name for name in enter if name not in ALWAYS]
            in_turn = [others[(turn + step) % len(others)] for step in range(2) if others]
            chosen = [*(name for name in enter if name in ALWAYS), *in_turn, *refused[-1:]]
            asked = house.ask(route, case, dict.fromkeys(chosen))
            inside[key] = [name for name in asked.answers if asked.answers[name].word == IN]
            yield asked
        else:
            yield house.ask(route, case, [*inside[key], *_far_off(inside[key])])


def _far_off(inside: list[str]) -> list[str]:
    """The counselor of the other site is asked wherever a counselor came in."""
    return ["elsewhere"] if "counselor" in inside and "elsewhere" not in inside else []


class House:
    """The running house with everybody signed in."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.unexplained: list[str] = []  # ids of addresses that `fillings` does not know
        self.browsers = {column: _signed_in(player) for column, player in world.players.items()}
        self._actors = {
            column: player.actor if player else NOBODY for column, player in world.players.items()
        }
        self._cookies = {
            column: deepcopy(browser.cookies) for column, browser in self.browsers.items()
        }
        logging.getLogger("django.request").setLevel(logging.ERROR)

    def ask(self, route: Route, case: Case, columns: Iterable[str] | None = None) -> Asked:
        """One case as every player, or as those named."""
        address = address_of(self.world, route, case.relation)
        chosen = self.browsers if columns is None else columns
        return Asked(
            case, address, {column: self._answer(column, case, address) for column in chosen}
        )

    def may_enter(self, route: Route, method: str, column: str) -> bool:
        """Whether the door opens at all for this player, before any id is looked at."""
        assert route.policy is not None
        return route.policy.allows(self._actors[column], method)

    def send(
        self, column: str, method: str, address: str, body: Mapping[str, Any] | None = None
    ) -> tuple[Answer, Any]:
        """One request as one player, kept unless the caller undoes it: the answer and the page."""
        browser = self.browsers[column]
        browser.cookies = deepcopy(self._cookies[column])
        response = _sent(browser, method, address, body)
        page = b"".join(response) if response.streaming else response.content
        told = Answer(_word(response), response.status_code, _digest(page), _canaries(page))
        return told, response

    def _answer(self, column: str, case: Case, address: str) -> Answer:
        with transaction.atomic():
            answer, _ = self.send(column, case.method, address)
            transaction.set_rollback(True)
        return answer


def _sent(
    browser: Browser, method: str, address: str, body: Mapping[str, Any] | None = None
) -> Any:
    if method == "POST":
        return browser.post(address, {"form_key": new_key(), **(body or {})})
    return browser.generic(method, address)


def _signed_in(player: Any) -> Browser:
    browser = Browser(raise_request_exception=False, headers={"accept-language": "en"})
    if player is not None:
        account = player.account
        session = browser.session
        session[SESSION_KEY] = account._meta.pk.value_to_string(account)
        session[BACKEND_SESSION_KEY] = BACKEND
        session[HASH_SESSION_KEY] = account.get_session_auth_hash()
        session.save()
    return browser


def _word(response: Any) -> str:
    status = response.status_code
    if 300 <= status < 400:
        return SIGN_IN if response["Location"].startswith(settings.LOGIN_URL) else IN
    words = {400: BAD, 403: OUT, 404: HIDDEN, 405: METHOD}
    if status in words:
        return words[status]
    return ERROR if status >= 500 else IN


def _canaries(body: bytes) -> frozenset[str]:
    return frozenset(word.decode() for word in _CANARY.findall(body))


def _digest(body: bytes) -> str:
    return hashlib.sha256(_UUID.sub(b"id", _FLEETING.sub(b"", body))).hexdigest()[:12]
