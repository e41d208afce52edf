"""An auditor knows people by chart number alone: no page names one, in full or in short."""

import re
from collections.abc import Iterator

import pytest
from django.db import transaction

from homeward.core import clock
from homeward.people.models import Client
from homeward.testing.matrix.asking import NOBODY_IN_PARTICULAR, House, address_of, cases
from homeward.testing.matrix.leaks import PSEUDONYMS
from homeward.testing.matrix.world import make_world

RELATIONS = (NOBODY_IN_PARTICULAR, "own")
# The week by client is a page of its own behind one address.
ASKED_FURTHER = {"desk:week": ("?by=client",), "desk:clients": ("?who=all",)}


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker) -> Iterator[House]:
    """The world once, undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield House(make_world())
        transaction.set_rollback(True)
    clock.shift_to(None)


@pytest.fixture(autouse=True)
def _still_tuesday(house: House) -> None:
    from homeward.testing.stage import NOON

    clock.shift_to(NOON)


def name_of_anybody() -> re.Pattern[str]:
    """Every client's name as it is written in full and in lists."""
    rows = Client.objects.unscoped("names to look for")
    names = {name for row in rows for name in (row.name, row.short_name) if name}
    assert "Jo Avery" in names
    assert "Jo A." in names
    return re.compile("|".join(rf"\b{re.escape(name)}" for name in sorted(names)))


@pytest.mark.parametrize("player", sorted(PSEUDONYMS))
def test_no_page_names_anybody(house: House, player: str) -> None:
    names, named, read = name_of_anybody(), [], 0
    for route, case in cases(RELATIONS):
        if not route.name.startswith("desk:") or case.method != "GET":
            continue  # one's own account: a page there ends the session
        if not house.may_enter(route, "GET", player):
            continue
        for more in ("", *ASKED_FURTHER.get(route.name, ())):
            address = address_of(house.world, route, case.relation) + more
            answer, page = house.send(player, "GET", address)
            if answer.status == 200 and not page.streaming:
                read += 1
                found = names.findall(page.content.decode(errors="replace"))
                named += [f"{route.name}{more}: {found}"] if found else []
    assert read > 40
    assert not named, "\n".join(named)
