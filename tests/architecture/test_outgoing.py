"""Nothing leaves the house but through `homeward.consents.disclosing`.

The ways out are found, not listed: addresses that let somebody outside in, files that make a
download, kinds of the outbox, carriers, pages laid out for printing, addresses of an API. Each
must stand in the reviewed list beside this file, and a way out that shows something of a person
must reach the gate. A new way out fails here until somebody has said how it is decided.
"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from homeward.core import outbox
from homeward.core.actors import AGENCY, FAMILY, PUBLIC
from homeward.core.routes import all_routes

ROOT = Path(__file__).resolve().parents[2]
REVIEWED = Path(__file__).with_name("outgoing.txt")
GATE = "homeward.consents.disclosing"
# How a way out is decided: at the gate; it is the client's own; it holds nothing of a person; it
# is a worker's own page, and handing it on is logged by hand.
HOWS = {"gate", "own", "nobody", "inside"}
DOWNLOAD = re.compile(
    r"Content-Disposition|application/pdf|FileResponse|StreamingHttpResponse|as_download\("
)


def reviewed() -> dict[str, tuple[str, str]]:
    """Way out -> (how, reason)."""
    found = {}
    for line in REVIEWED.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            way, how, reason = (part.strip() for part in line.split("|"))
            found[way] = (how, reason)
    return found


def sources() -> list[Path]:
    """Every module that runs in an installation."""
    return [
        path
        for path in (ROOT / "homeward").rglob("*.py")
        if not {"tests", "testing", "migrations"} & set(path.relative_to(ROOT).parts)
    ]


def ways_out() -> set[str]:
    """Everything that can carry something to somebody outside."""
    found = {
        f"address {route.name}"
        for route in all_routes()
        if route.policy
        and {FAMILY, AGENCY} & set(route.policy.kinds)
        and PUBLIC not in route.policy.kinds
    }
    found |= {f"api {route.name}" for route in all_routes() if "/fhir" in route.path}
    found |= {f"outbox {kind}" for kind in outbox._handlers if not kind.startswith("test")}
    for path in sources():
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(ROOT / "homeward").as_posix()
        if DOWNLOAD.search(text):
            found.add(f"download {name}")
        if "def carry(self" in text:
            found.add(f"carrier {name}")
    for path in (ROOT / "homeward").rglob("templates/**/*.html"):
        if "{% print_header" in path.read_text(encoding="utf-8"):
            found.add(f"print {path.relative_to(ROOT / 'homeward').as_posix()}")
    return {way for way in found if "core/design" not in way}


@cache
def imports_of(module: str) -> frozenset[str]:
    """The modules of the house that one imports, wherever in it."""
    place = ROOT.joinpath(*module.split("."))
    path = place.with_suffix(".py") if place.with_suffix(".py").exists() else place / "__init__.py"
    if not path.exists():
        return frozenset()
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    return frozenset(each for each in found if each.startswith("homeward."))


def reaches_gate(module: str) -> bool:
    """Whether the gate is among what a module leads to."""
    seen, waiting = {module}, [module]
    while waiting:
        for each in imports_of(waiting.pop()):
            if each == GATE:
                return True
            if each not in seen:
                seen.add(each)
                waiting.append(each)
    return False


def module_of(way: str) -> str:
    """The module behind a way out."""
    kind, _space, name = way.partition(" ")
    if kind == "outbox":
        return outbox._handlers[name].__module__
    if kind in ("address", "api"):
        view = next(route.view for route in all_routes() if route.name == name)
        return str(view.__module__)
    return "homeward." + name.removesuffix(".py").replace("/", ".")


def test_every_way_out_is_reviewed():
    """Found and listed are the same; nothing stale, nothing new unseen."""
    found, listed = ways_out(), set(reviewed())
    assert found - listed == set(), "say in outgoing.txt how this is decided"
    assert listed - found == set(), "gone: take it out of outgoing.txt"


def test_every_line_says_how_and_why():
    for way, (how, reason) in reviewed().items():
        assert how in HOWS, way
        assert len(reason) > 10, way


@pytest.mark.parametrize(
    "way", sorted(way for way, said in reviewed().items() if said[0] == "gate")
)
def test_what_shows_something_of_a_person_reaches_the_gate(way: str) -> None:
    if way.startswith(("print ", "carrier ")):
        pytest.skip("its words come from a view or a handler that is listed itself")
    assert reaches_gate(module_of(way)), way


def test_only_the_gate_writes_the_ledger():
    """The ledger has one writer, so that a row is a decision."""
    writers = {
        path.relative_to(ROOT / "homeward").as_posix()
        for path in sources()
        if re.search(r"\bDisclosure(\.objects\.create|\()", path.read_text(encoding="utf-8"))
        and "consents/rules/" not in path.as_posix()
        and "/demo/" not in path.as_posix()
    }
    assert writers == {"consents/disclosing.py", "consents/models/ledger.py"}


def test_only_the_notices_room_hands_anything_to_a_carrier():
    callers = {
        path.relative_to(ROOT / "homeward").as_posix()
        for path in sources()
        if re.search(r"\.carry\(", path.read_text(encoding="utf-8"))
    }
    assert callers == {"notices/delivering.py", "notices/carriers/simulators.py"}


def test_no_mail_or_message_is_sent_beside_the_carriers():
    """Nothing else in the house talks to a mail server or to the network."""
    loose = re.compile(r"django\.core\.mail|smtplib|import requests|import httpx|urllib\.request")
    found = {
        path.relative_to(ROOT / "homeward").as_posix()
        for path in sources()
        if loose.search(path.read_text(encoding="utf-8"))
        and not path.relative_to(ROOT / "homeward")
        .as_posix()
        .startswith(("cli/", "config/launch/"))
    }
    assert found <= set(), found


@pytest.mark.django_db
def test_each_view_of_family_and_officers_is_an_entry_of_the_ledger(client):
    """What they see and what the ledger says are the same event, a quiet day too."""
    from homeward.consents.models import Disclosure
    from homeward.core import clock
    from homeward.testing import company
    from homeward.testing.stage import NOON, make_cast

    clock.shift_to(NOON)
    cast = make_cast()
    company.join(cast)
    for who in (cast.nell, cast.lou, cast.kim):
        client.force_login(who.account)
        before = Disclosure.objects.unscoped("test").count()
        assert client.get("/me/").status_code == 200
        assert Disclosure.objects.unscoped("test").count() == before + 1
    clock.shift_to(None)
